/* Who may be the same customer as the one being entered, before saving.
 *
 *   Is it one of these?
 *   Siti Rahma
 *   0812-3456-7890 · Same phone number        [Open That One]
 *   ...
 *                                               [Save Anyway]
 *
 * Signal: open (gint64 id), it is that one. Its other button is the form's action form.save-anyway;
 * where one of them is only chosen ("is-choice") there is none.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SUSPECT_LIST (sedia_suspect_list_get_type ())

G_DECLARE_FINAL_TYPE (SediaSuspectList, sedia_suspect_list, SEDIA, SUSPECT_LIST, GtkWidget)

/* More are not shown: who has not found the customer among the first ones searches. */
#define SEDIA_SUSPECTS_SHOWN 3

void sedia_suspect_list_show (SediaSuspectList *self,
                              GPtrArray        *suspects);
void sedia_suspect_list_focus (SediaSuspectList *self);
gboolean sedia_suspect_list_was_seen (SediaSuspectList *self,
                                      GPtrArray        *suspects);
char *sedia_suspect_words (const SediaSuspect *suspect);

G_END_DECLS
