/* Finds products for a SediaSuggestEntry while the user types.
 *
 * Signals: picked (SediaProduct *), a suggestion was taken; entered (const char *), Enter with
 * something that no suggestion stands for.
 */
#pragma once

#include "sedia-store.h"
#include "sedia-suggest-entry.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PRODUCT_PICKER (sedia_product_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaProductPicker, sedia_product_picker, SEDIA, PRODUCT_PICKER, GObject)

SediaProductPicker *sedia_product_picker_new (SediaSuggestEntry *field);
void sedia_product_picker_set_store (SediaProductPicker *self,
                                     SediaStore         *store);

G_END_DECLS
