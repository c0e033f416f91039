/* What the order being typed is placed instead of: one of the lines its customer waits for, or
 * nothing. Visible only while the order is a replacement and its customer is known.
 *
 *   Instead of
 *   [ 2 pcs of Blue Kettle, order 12 v ]
 */
#pragma once

#include "sedia-customer-check.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_INSTEAD (sedia_order_instead_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderInstead, sedia_order_instead, SEDIA, ORDER_INSTEAD, GtkWidget)

void sedia_order_instead_show (SediaOrderInstead        *self,
                               SediaTypedOrder          *order,
                               const SediaCustomerCheck *check);

G_END_DECLS
