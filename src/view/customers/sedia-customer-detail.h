/* Everything about one customer: how to reach them, what they wait for, what they were told.
 *
 * Its buttons are the page's actions: page.edit, page.merge, page.archive, page.bring-back,
 * page.erase. Telling opens a question of its own.
 *
 * Signal: shown (), another customer is shown, or the same one anew, or none.
 */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_CUSTOMER_DETAIL (sedia_customer_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaCustomerDetail, sedia_customer_detail, SEDIA, CUSTOMER_DETAIL, SediaPane)

const SediaCustomer *sedia_customer_detail_get_customer (SediaCustomerDetail *self);
void sedia_customer_detail_tell (SediaCustomerDetail *self);

G_END_DECLS
