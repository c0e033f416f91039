/* A dialog to change one field of several products at once. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PRODUCTS_FORM (sedia_products_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaProductsForm, sedia_products_form, SEDIA, PRODUCTS_FORM, SediaForm)

void sedia_products_form_open (GtkWidget  *opener,
                               SediaStore *store,
                               GArray     *ids);

G_END_DECLS
