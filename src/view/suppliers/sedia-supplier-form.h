/* A dialog to enter a supplier, or to change one.
 *
 * Signal: saved (gint64 supplier_id), it is in the records.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SUPPLIER_FORM (sedia_supplier_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaSupplierForm, sedia_supplier_form, SEDIA, SUPPLIER_FORM, SediaForm)

SediaSupplierForm *sedia_supplier_form_open (GtkWidget           *opener,
                                             SediaStore          *store,
                                             const SediaSupplier *supplier);

G_END_DECLS
