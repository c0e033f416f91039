/* A day to type or to pick: an entry and, behind its button, a calendar.
 *
 * Properties: text (string, rw): as typed; accessible-label (string, w), of the entry, and part of
 * that of the button.
 * Signals: changed (), when it was typed or picked; activate (), Enter.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DATE_ENTRY (sedia_date_entry_get_type ())

G_DECLARE_FINAL_TYPE (SediaDateEntry, sedia_date_entry, SEDIA, DATE_ENTRY, GtkWidget)

GtkWidget *sedia_date_entry_new (void);
const char *sedia_date_entry_get_text (SediaDateEntry *self);
void sedia_date_entry_set_text (SediaDateEntry *self,
                                const char     *text);

G_END_DECLS
