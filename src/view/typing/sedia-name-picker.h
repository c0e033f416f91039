/* Completes names for a SediaSuggestEntry out of a list that is known: categories, suppliers.
 *
 * Names that begin with what was typed come first, then those where a word does, then those that
 * have it anywhere.
 *
 * Signal: picked (guint index), a suggestion was taken: its place in the list. The name then stands
 * in the entry.
 */
#pragma once

#include "sedia-suggest-entry.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_NAME_PICKER (sedia_name_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaNamePicker, sedia_name_picker, SEDIA, NAME_PICKER, GObject)

SediaNamePicker *sedia_name_picker_new (SediaSuggestEntry *entry);
void sedia_name_picker_set_names (SediaNamePicker *self,
                                  GPtrArray       *names);
gboolean sedia_name_picker_has_suggestions (SediaNamePicker *self);
guint sedia_name_picker_find (SediaNamePicker *self,
                              const char      *name);

G_END_DECLS
