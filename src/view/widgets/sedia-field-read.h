/* What was typed into the fields of a form: read exactly, or said at the field what is wrong.
 *
 *   is_fine = sedia_field_read_text (name, _("A product needs a name."), &product->name);
 *   is_fine &= sedia_field_read_amount (minimum, decimals, NULL, &product->minimum);
 *   if (!is_fine)
 *     sedia_field_focus_problem (form);
 *
 * The widgets may be in a #SediaField of their own or anywhere below one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *sedia_field_dup_text (GtkEditable *entry);
gboolean sedia_field_read_text (GtkEditable  *entry,
                                const char   *missing,
                                char        **text);
gboolean sedia_field_read_amount (GtkEditable *entry,
                                  guint        decimals,
                                  const char  *missing,
                                  gint64      *amount);
void sedia_field_show_text (GtkEditable *entry,
                            const char  *text);
void sedia_field_show_amount (GtkEditable *entry,
                              gint64       amount,
                              guint        decimals);
char *sedia_field_dup_buffer (GtkTextBuffer *buffer);

gboolean sedia_field_fail (GtkWidget  *widget,
                           const char *problem);
void sedia_field_focus_problem (GtkWidget *root);

G_END_DECLS
