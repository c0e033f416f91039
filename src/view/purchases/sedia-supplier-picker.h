/* Finds suppliers for a SediaSuggestEntry while the user types a name. As a picker it picks
 * SediaSupplier.
 */
#pragma once

#include "sedia-picker.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SUPPLIER_PICKER (sedia_supplier_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaSupplierPicker, sedia_supplier_picker, SEDIA, SUPPLIER_PICKER,
                      SediaPicker)

SediaPicker *sedia_supplier_picker_new (SediaSuggestEntry *field);

G_END_DECLS
