/* A row of the finder. */
#include "config.h"

#include "sedia-found-row.h"

#include <glib/gi18n.h>

struct _SediaFoundRow
{
  GtkListBoxRow parent_instance;

  SediaKind kind;
  gint64 id;
  char *action; /* NULL: a thing */

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *aside;
};

G_DEFINE_FINAL_TYPE (SediaFoundRow, sedia_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
sedia_found_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEDIA_TYPE_FOUND_ROW);

  G_OBJECT_CLASS (sedia_found_row_parent_class)->dispose (object);
}

static void
sedia_found_row_finalize (GObject *object)
{
  g_free (SEDIA_FOUND_ROW (object)->action);

  G_OBJECT_CLASS (sedia_found_row_parent_class)->finalize (object);
}

static void
sedia_found_row_class_init (SediaFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_found_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_found_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/rows/found.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaFoundRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaFoundRow, title);
  gtk_widget_class_bind_template_child (widget_class, SediaFoundRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaFoundRow, aside);
}

static void
sedia_found_row_init (SediaFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (SediaFoundRow *self,
      const char    *icon,
      const char    *title,
      const char    *detail,
      const char    *aside)
{
  const char *heard = detail != NULL && *detail != '\0' ? detail : NULL;
  g_autofree char *spoken = g_strjoin (", ", title, aside != NULL ? aside : heard,
                                       aside != NULL ? heard : NULL, NULL);

  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_label_set_text (self->aside, aside != NULL ? aside : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * sedia_found_row_new:
 * @found: something in the shop
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
sedia_found_row_new (const SediaFound *found)
{
  SediaFoundRow *self = g_object_new (SEDIA_TYPE_FOUND_ROW, NULL);

  self->kind = found->kind;
  self->id = found->id;
  show (self, found->icon, found->title, found->detail, found->aside);

  return GTK_WIDGET (self);
}

/**
 * sedia_found_row_new_action:
 * @label: what it does
 * @icon: its symbol
 * @action: its detailed action name, one that the main window can run
 * @accel: (nullable): its keys, as GTK writes them
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
sedia_found_row_new_action (const char *label,
                            const char *icon,
                            const char *action,
                            const char *accel)
{
  SediaFoundRow *self = g_object_new (SEDIA_TYPE_FOUND_ROW, NULL);
  g_autofree char *keys = NULL;
  GdkModifierType modifiers;
  guint keyval;

  if (accel != NULL && gtk_accelerator_parse (accel, &keyval, &modifiers))
    keys = gtk_accelerator_get_label (keyval, modifiers);

  self->action = g_strdup (action);
  show (self, icon, label, NULL, keys);

  return GTK_WIDGET (self);
}

/**
 * sedia_found_row_open:
 * @self: a row
 * @window: the main window
 *
 * Goes to what was found, or does it.
 */
void
sedia_found_row_open (SediaFoundRow *self,
                      GtkWidget     *window)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_FOUND_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (window));

  if (self->action == NULL)
    gtk_widget_activate_action (window, "win.open", "(ix)", (gint32) self->kind, self->id);
  else if (g_action_parse_detailed_name (self->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (window, name, target);
}
