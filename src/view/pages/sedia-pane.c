/* A detail pane: see sedia-pane.h. */
#include "config.h"

#include "sedia-pane.h"

#include "sedia-template.h"

typedef struct
{
  SediaReader *reader; /* NULL: it is told what to show */

  GtkStack *states;
  GtkLabel *nothing;
  GtkBox *body;
  GtkLabel *title;
  GtkWidget *under;
  GtkLabel *subtitle;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *note;
} SediaPanePrivate;

typedef enum
{
  PROP_NOTHING = 1,
} SediaPaneProperty;

static GParamSpec *properties[PROP_NOTHING + 1];

static void sedia_pane_add_child (GtkBuildable *buildable,
                                  GtkBuilder   *builder,
                                  GObject      *child,
                                  const char   *type);

static GtkBuildableIface *parent_buildable;

static void
sedia_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_pane_add_child;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SediaPane, sedia_pane, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (SediaPane)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         sedia_pane_buildable_init))

static SediaPanePrivate *
private_of (SediaPane *self)
{
  return sedia_pane_get_instance_private (self);
}

static void
sedia_pane_add_child (GtkBuildable *buildable,
                      GtkBuilder   *builder,
                      GObject      *child,
                      const char   *type)
{
  SediaPanePrivate *priv = private_of (SEDIA_PANE (buildable));

  /* The first child is the pane's own. */
  if (priv->body != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (priv->body, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_pane_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SediaPanePrivate *priv = private_of (SEDIA_PANE (object));

  switch ((SediaPaneProperty) prop_id)
    {
    case PROP_NOTHING:
      g_value_set_string (value, gtk_label_get_label (priv->nothing));
      break;
    }
}

static void
sedia_pane_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  SediaPanePrivate *priv = private_of (SEDIA_PANE (object));
  const char *nothing;

  switch ((SediaPaneProperty) prop_id)
    {
    case PROP_NOTHING:
      nothing = g_value_get_string (value);
      gtk_label_set_label (priv->nothing, nothing != NULL ? nothing : "");
      break;
    }
}

static void
sedia_pane_dispose (GObject *object)
{
  SediaPanePrivate *priv = private_of (SEDIA_PANE (object));

  g_clear_pointer (&priv->reader, sedia_reader_free);
  sedia_template_dispose (GTK_WIDGET (object), G_OBJECT_TYPE (object));

  G_OBJECT_CLASS (sedia_pane_parent_class)->dispose (object);
}

static void
sedia_pane_class_init (SediaPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_pane_get_property;
  object_class->set_property = sedia_pane_set_property;
  object_class->dispose = sedia_pane_dispose;

  properties[PROP_NOTHING] = g_param_spec_string ("nothing", NULL, NULL, "",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/pane.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, states);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, nothing);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, body);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, title);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, under);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, subtitle);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, state_box);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, state_icon);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, state);
  gtk_widget_class_bind_template_child_private (widget_class, SediaPane, note);
}

static void
sedia_pane_init (SediaPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * sedia_pane_show:
 * @self: a pane
 * @head: (nullable): of the thing shown; NULL when there is none
 */
void
sedia_pane_show (SediaPane           *self,
                 const SediaPaneHead *head)
{
  SediaPanePrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_PANE (self));

  gtk_stack_set_visible_child_name (priv->states, head != NULL ? "something" : "nothing");
  if (head == NULL)
    return;

  gtk_label_set_label (priv->title, head->title);
  set_text (priv->subtitle, head->subtitle);
  set_text (priv->note, head->note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->note), head->note);

  gtk_image_set_from_icon_name (priv->state_icon, head->state_icon);
  gtk_widget_set_visible (GTK_WIDGET (priv->state_icon), head->state_icon != NULL);
  set_text (priv->state, head->state);
  gtk_widget_set_visible (priv->state_box, head->state != NULL);
  gtk_widget_set_css_classes (priv->state_box, (const char *[]) { "pill", head->tone, NULL });
  gtk_widget_set_visible (priv->under, head->subtitle != NULL || head->state != NULL);
}

/**
 * sedia_pane_get_reader: (transfer none) what reads the thing, made when it is first asked for.
 */
SediaReader *
sedia_pane_get_reader (SediaPane *self)
{
  SediaPanePrivate *priv = private_of (self);

  g_return_val_if_fail (SEDIA_IS_PANE (self), NULL);
  g_return_val_if_fail (SEDIA_PANE_GET_CLASS (self)->reader != NULL, NULL);

  if (priv->reader == NULL)
    priv->reader = sedia_reader_new (GTK_WIDGET (self), SEDIA_PANE_GET_CLASS (self)->reader);

  return priv->reader;
}

/**
 * sedia_pane_set_store:
 * @self: a pane with a reader
 * @store: (nullable): the shop's records
 */
void
sedia_pane_set_store (SediaPane  *self,
                      SediaStore *store)
{
  sedia_reader_set_store (sedia_pane_get_reader (self), store);
}

/**
 * sedia_pane_set_id:
 * @self: a pane with a reader
 * @id: what to show, 0 for nothing
 *
 * Shows another thing. The former stays until the new one is read: nothing flickers.
 */
void
sedia_pane_set_id (SediaPane *self,
                   gint64     id)
{
  sedia_reader_set_id (sedia_pane_get_reader (self), id);
}
