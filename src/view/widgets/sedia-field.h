/* A field of a form: its name above, what is typed in, and below it what to know or what is wrong.
 *
 *   Lead time (days)
 *   [ 14x          ]
 *   (!) “14x” is no whole number of days.
 *
 * In a template the widget to type in is its child; the name is its label also for those who
 * cannot see it, and a problem is read out with it. Where several fields have the same label, such
 * as in the rows of a list, each is given a name of its own to be read out.
 *
 * Properties: label (string, mnemonics underlined), hint (string), child (GtkWidget).
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_FIELD (sedia_field_get_type ())

G_DECLARE_FINAL_TYPE (SediaField, sedia_field, SEDIA, FIELD, GtkWidget)

GtkWidget *sedia_field_new (const char *label,
                            GtkWidget  *child);
void sedia_field_set_accessible_name (SediaField *self,
                                      const char *name);
void sedia_field_set_hint (SediaField *self,
                           const char *hint);
void sedia_field_set_problem (SediaField *self,
                              const char *problem);
gboolean sedia_field_has_problem (SediaField *self);
SediaField *sedia_field_of (GtkWidget *child);

G_END_DECLS
