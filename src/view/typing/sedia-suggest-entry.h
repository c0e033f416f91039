/* A text entry that suggests: products while a line is typed, suppliers and customers above them.
 *
 * The owner looks up what fits, whenever `changed` says that the user typed, and hands it over with
 * sedia_suggest_entry_suggest(). Down and Up walk through the suggestions, Enter takes one, Escape
 * closes them.
 *
 * Properties: text (string, rw), placeholder-text (string), accessible-label (string),
 * highlights-first (boolean: Enter takes the first suggestion when none was chosen), opens-up
 * (boolean: above the field).
 *
 * Signals: changed (), when the user typed; chosen (guint index); activate (), Enter with nothing
 * chosen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SUGGEST_ENTRY (sedia_suggest_entry_get_type ())

G_DECLARE_FINAL_TYPE (SediaSuggestEntry, sedia_suggest_entry, SEDIA, SUGGEST_ENTRY, GtkWidget)

const char *sedia_suggest_entry_get_text (SediaSuggestEntry *self);
void sedia_suggest_entry_set_text (SediaSuggestEntry *self,
                                   const char        *text);
void sedia_suggest_entry_type (SediaSuggestEntry *self,
                               const char        *text);
void sedia_suggest_entry_set_placeholder (SediaSuggestEntry *self,
                                          const char        *placeholder);
void sedia_suggest_entry_begin_suggestions (SediaSuggestEntry *self);
void sedia_suggest_entry_suggest (SediaSuggestEntry *self,
                                  const char        *title,
                                  const char        *detail,
                                  const char        *aside);
void sedia_suggest_entry_end_suggestions (SediaSuggestEntry *self);
void sedia_suggest_entry_close (SediaSuggestEntry *self);
void sedia_suggest_entry_set_problem (SediaSuggestEntry *self,
                                      gboolean           has_problem);

G_END_DECLS
