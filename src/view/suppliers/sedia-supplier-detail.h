/* Everything about one supplier: how to reach them, what they bring, what they brought.
 *
 * Its buttons are the page's actions: page.edit, page.archive.
 */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SUPPLIER_DETAIL (sedia_supplier_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaSupplierDetail, sedia_supplier_detail, SEDIA, SUPPLIER_DETAIL, SediaPane)

const SediaSupplier *sedia_supplier_detail_get_supplier (SediaSupplierDetail *self);

G_END_DECLS
