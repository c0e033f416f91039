/* Finds products for a SediaSuggestEntry while the user types. As a picker it picks
 * SediaProduct.
 */
#pragma once

#include "sedia-picker.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PRODUCT_PICKER (sedia_product_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaProductPicker, sedia_product_picker, SEDIA, PRODUCT_PICKER, SediaPicker)

SediaPicker *sedia_product_picker_new (SediaSuggestEntry *field);

G_END_DECLS
