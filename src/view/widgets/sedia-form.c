/* A dialog to enter something: see sedia-form.h. */
#include "config.h"

#include "sedia-form.h"

#include "sedia-accessible.h"
#include "sedia-ask.h"
#include "sedia-field.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaStore *store;
  char *typed;        /* when it was opened */
  gboolean is_done;   /* what happens from now on is said where the form was opened */

  GtkButton *save;
  GtkWidget *content;
  SediaBar *bar;
} SediaFormPrivate;

typedef enum
{
  PROP_SAVE_LABEL = 1,
} SediaFormProperty;

static GParamSpec *properties[PROP_SAVE_LABEL + 1];

/* ---- as a window with a bar, and as what a template fills */

static SediaBar *
sedia_form_get_bar (SediaBarHost *host)
{
  return sedia_form_find_bar (SEDIA_FORM (host));
}

static void
sedia_form_bar_host_init (SediaBarHostInterface *iface)
{
  iface->get_bar = sedia_form_get_bar;
}

static GtkBuildableIface *parent_buildable;

static void
sedia_form_add_child (GtkBuildable *buildable,
                      GtkBuilder   *builder,
                      GObject      *child,
                      const char   *type)
{
  if (g_strcmp0 (type, "content") == 0)
    sedia_form_set_content (SEDIA_FORM (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_form_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_form_add_child;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SediaForm, sedia_form, GTK_TYPE_WINDOW,
                                  G_ADD_PRIVATE (SediaForm)
                                  G_IMPLEMENT_INTERFACE (SEDIA_TYPE_BAR_HOST,
                                                         sedia_form_bar_host_init)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         sedia_form_buildable_init))

static SediaFormPrivate *
private_of (SediaForm *self)
{
  return sedia_form_get_instance_private (self);
}

/* ---- closing */

/* The question and the form go at once: some window managers then give the keyboard to no window,
 * unless one asks for it. */
static void
close_answered (GtkWidget *form,
                gboolean   is_yes,
                gpointer   data)
{
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (form));

  if (!is_yes)
    return;

  private_of (SEDIA_FORM (form))->is_done = TRUE;
  gtk_window_close (GTK_WINDOW (form));
  if (opener != NULL)
    gtk_window_present (opener);
}

static gboolean
is_changed (SediaForm *self)
{
  SediaFormPrivate *priv = private_of (self);
  g_autofree char *typed = NULL;

  if (priv->typed == NULL)
    return FALSE;

  typed = SEDIA_FORM_GET_CLASS (self)->dup_typed (self);

  return !g_str_equal (typed, priv->typed);
}

static gboolean
sedia_form_close_request (GtkWindow *window)
{
  SediaForm *self = SEDIA_FORM (window);

  if (private_of (self)->is_done || !is_changed (self))
    return GTK_WINDOW_CLASS (sedia_form_parent_class)->close_request (window);

  sedia_ask (GTK_WIDGET (self), &(SediaQuestion) {
                                  .title = _("Close without saving?"),
                                  .text = _("What you typed here would be lost."),
                                  .no = _("_Keep Editing"),
                                  .yes = _("_Close Without Saving"),
                                  .is_destructive = TRUE,
                                }, close_answered, NULL, NULL);
  return TRUE;
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaForm *self = SEDIA_FORM (widget);

  sedia_bar_close (private_of (self)->bar);
  SEDIA_FORM_GET_CLASS (self)->save (self);
}

/* ---- the window */

static void
sedia_form_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SediaFormPrivate *priv = private_of (SEDIA_FORM (object));

  switch ((SediaFormProperty) prop_id)
    {
    case PROP_SAVE_LABEL:
      g_value_set_string (value, gtk_button_get_label (priv->save));
      break;
    }
}

static void
sedia_form_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch ((SediaFormProperty) prop_id)
    {
    case PROP_SAVE_LABEL:
      sedia_form_set_save_label (SEDIA_FORM (object), g_value_get_string (value));
      break;
    }
}

static void
sedia_form_dispose (GObject *object)
{
  g_clear_object (&private_of (SEDIA_FORM (object))->store);

  G_OBJECT_CLASS (sedia_form_parent_class)->dispose (object);
}

static void
sedia_form_finalize (GObject *object)
{
  g_clear_pointer (&private_of (SEDIA_FORM (object))->typed, g_free);

  G_OBJECT_CLASS (sedia_form_parent_class)->finalize (object);
}

static void
sedia_form_class_init (SediaFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_form_get_property;
  object_class->set_property = sedia_form_set_property;
  object_class->dispose = sedia_form_dispose;
  object_class->finalize = sedia_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sedia_form_close_request;

  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SEDIA_TYPE_BAR);
  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/form.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SediaForm, save);
  gtk_widget_class_bind_template_child_private (widget_class, SediaForm, content);
  gtk_widget_class_bind_template_child_private (widget_class, SediaForm, bar);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_form_init (SediaForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (private_of (self)->save));
}

/**
 * sedia_form_open:
 * @self: a form, filled with what there is to change
 * @opener: the widget it is opened from
 * @store: where it saves
 *
 * Shows the form. It belongs to GTK from now on and goes when it is closed.
 */
void
sedia_form_open (SediaForm  *self,
                 GtkWidget  *opener,
                 SediaStore *store)
{
  SediaFormPrivate *priv = private_of (self);
  GtkRoot *root = gtk_widget_get_root (opener);

  g_return_if_fail (SEDIA_IS_FORM (self));
  g_return_if_fail (SEDIA_IS_STORE (store));

  g_set_object (&priv->store, store);
  g_free (priv->typed);
  priv->typed = SEDIA_FORM_GET_CLASS (self)->dup_typed (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  sedia_accessible_drop_underlines (GTK_WIDGET (self)); /* what the form adds is there by now */
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * sedia_form_get_store: (transfer none) where it saves.
 */
SediaStore *
sedia_form_get_store (SediaForm *self)
{
  g_return_val_if_fail (SEDIA_IS_FORM (self), NULL);

  return private_of (self)->store;
}

/**
 * sedia_form_set_content:
 * @self: a form, being made
 * @content: what there is to fill in
 */
void
sedia_form_set_content (SediaForm *self,
                        GtkWidget *content)
{
  g_return_if_fail (SEDIA_IS_FORM (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  gtk_box_prepend (GTK_BOX (private_of (self)->content), content);
}

/**
 * sedia_form_find_bar: (transfer none) (nullable) where the form says what happened.
 */
SediaBar *
sedia_form_find_bar (SediaForm *self)
{
  SediaFormPrivate *priv = private_of (self);
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!priv->is_done)
    return priv->bar;

  return opener != NULL ? sedia_bar_of (GTK_WIDGET (opener)) : NULL;
}

/**
 * sedia_form_set_save_label: What the button says that saves, mnemonics underlined.
 */
void
sedia_form_set_save_label (SediaForm  *self,
                           const char *label)
{
  g_return_if_fail (SEDIA_IS_FORM (self));
  g_return_if_fail (label != NULL);

  gtk_button_set_label (private_of (self)->save, label);
  sedia_accessible_drop_underlines (GTK_WIDGET (private_of (self)->save));
}

/**
 * sedia_form_set_can_save: Whether what is filled in can be saved.
 */
void
sedia_form_set_can_save (SediaForm *self,
                         gboolean   can_save)
{
  g_return_if_fail (SEDIA_IS_FORM (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", can_save);
}

/**
 * sedia_form_finish:
 * @self: a form whose command has been done
 *
 * Closes the form; what is said of the command now stands in the window it was opened from.
 */
void
sedia_form_finish (SediaForm *self)
{
  g_return_if_fail (SEDIA_IS_FORM (self));

  private_of (self)->is_done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}
