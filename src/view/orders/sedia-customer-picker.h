/* Finds customers for a SediaSuggestEntry while the user types a name or a phone number. As a
 * picker it picks SediaCustomer.
 */
#pragma once

#include "sedia-picker.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_CUSTOMER_PICKER (sedia_customer_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaCustomerPicker, sedia_customer_picker, SEDIA, CUSTOMER_PICKER,
                      SediaPicker)

SediaPicker *sedia_customer_picker_new (SediaSuggestEntry *field);

G_END_DECLS
