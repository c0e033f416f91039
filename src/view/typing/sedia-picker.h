/* Finds records for a SediaSuggestEntry while the user types: the base of the pickers.
 *
 * Signals: picked (gpointer), a suggestion was taken: the record; entered (const char *), Enter
 * with something that no suggestion stands for.
 */
#pragma once

#include "sedia-store.h"
#include "sedia-suggest-entry.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PICKER (sedia_picker_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaPicker, sedia_picker, SEDIA, PICKER, GObject)

/**
 * SediaPickerClass:
 * @complete: char * -> GPtrArray of records, those that fit what was typed
 * @suggest: adds one of them to the suggestions of a field
 *
 * What is found, and how it is shown.
 */
struct _SediaPickerClass
{
  GObjectClass parent_class;

  SediaJob complete;
  void (*suggest) (SediaSuggestEntry *field,
                   gconstpointer      record);
};

void sedia_picker_set_field (SediaPicker       *self,
                             SediaSuggestEntry *field);
void sedia_picker_set_store (SediaPicker *self,
                             SediaStore  *store);
void sedia_picker_stop (SediaPicker *self);

G_END_DECLS
