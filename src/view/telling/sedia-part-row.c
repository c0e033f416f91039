/* A part of the messages in the list of them.
 *
 *   Greeting
 *   (/) Your own text
 */
#include "config.h"

#include "sedia-part-row.h"

#include <glib/gi18n.h>

struct _SediaPartRow
{
  GtkListBoxRow parent_instance;

  SediaMessagePart part;
  GtkWidget *mark;
  GtkImage *icon;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (SediaPartRow, sedia_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
sedia_part_row_class_init (SediaPartRowClass *klass)
{
}

static void
sedia_part_row_init (SediaPartRow *self)
{
  /* Otherwise Enter here would be the window's: it would save. */
  gtk_widget_set_receives_default (GTK_WIDGET (self), TRUE);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->word = GTK_LABEL (gtk_label_new (NULL));
  self->mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->mark), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->mark), GTK_WIDGET (self->word));
  gtk_widget_add_css_class (self->mark, "secondary");
  gtk_widget_add_css_class (self->mark, "field-hint");
}

/**
 * sedia_part_row_new:
 * @part: of a message
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
sedia_part_row_new (SediaMessagePart part)
{
  SediaPartRow *self = g_object_new (SEDIA_TYPE_PART_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (sedia_message_part_label (part));

  self->part = part;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  sedia_part_row_mark (self, FALSE, FALSE);

  return GTK_WIDGET (self);
}

/**
 * sedia_part_row_get_part: Which part it is.
 */
SediaMessagePart
sedia_part_row_get_part (SediaPartRow *self)
{
  g_return_val_if_fail (SEDIA_IS_PART_ROW (self), SEDIA_PART_GREETING);

  return self->part;
}

/**
 * sedia_part_row_mark:
 * @self: a row
 * @is_own: whether its words are the shop's, not the shipped ones
 * @has_problem: whether they cannot be used
 */
void
sedia_part_row_mark (SediaPartRow *self,
                     gboolean      is_own,
                     gboolean      has_problem)
{
  const char *word = has_problem ? _("Cannot be used yet") : _("Your own text");
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_PART_ROW (self));

  gtk_image_set_from_icon_name (self->icon, has_problem ? "dialog-warning-symbolic"
                                                        : "document-edit-symbolic");
  gtk_label_set_label (self->word, word);
  gtk_widget_set_visible (self->mark, is_own || has_problem);
  name = is_own || has_problem
           ? g_strdup_printf ("%s – %s", sedia_message_part_label (self->part), word)
           : g_strdup (sedia_message_part_label (self->part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
