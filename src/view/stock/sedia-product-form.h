/* A dialog to enter a product, or to change one.
 *
 * Signal: saved (gint64 product_id), it is in the records.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PRODUCT_FORM (sedia_product_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaProductForm, sedia_product_form, SEDIA, PRODUCT_FORM, SediaForm)

SediaProductForm *sedia_product_form_open (GtkWidget          *opener,
                                           SediaStore         *store,
                                           const SediaProduct *product);

G_END_DECLS
