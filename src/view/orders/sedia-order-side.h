/* Beside an order being typed: who it is for, what they have open already, what it would come
 * to.
 */
#pragma once

#include "sedia-customer-check.h"
#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_SIDE (sedia_order_side_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderSide, sedia_order_side, SEDIA, ORDER_SIDE, SediaPane)

void sedia_order_side_show_customer (SediaOrderSide           *self,
                                     const SediaCustomerCheck *check);
void sedia_order_side_say (SediaOrderSide *self,
                           const char     *sentence);

G_END_DECLS
