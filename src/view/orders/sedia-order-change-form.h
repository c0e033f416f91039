/* A dialog to change what is open of an order: quantities, days, priority. */
#pragma once

#include "sedia-form.h"
#include "sedia-records.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_CHANGE_FORM (sedia_order_change_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderChangeForm, sedia_order_change_form, SEDIA, ORDER_CHANGE_FORM,
                      SediaForm)

void sedia_order_change_form_open (GtkWidget        *opener,
                                   SediaStore       *store,
                                   const SediaOrder *order);

G_END_DECLS
