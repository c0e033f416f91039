/* A dialog to enter a customer, or to change one.
 *
 * While name and phone are typed, and once more before saving, whoever may be the same is shown:
 * the person decides whether it is them.
 *
 * Signal: saved (gint64 customer_id), they are in the records.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_CUSTOMER_FORM (sedia_customer_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaCustomerForm, sedia_customer_form, SEDIA, CUSTOMER_FORM, SediaForm)

SediaCustomerForm *sedia_customer_form_open (GtkWidget           *opener,
                                             SediaStore          *store,
                                             const SediaCustomer *customer);

G_END_DECLS
