/* Everything about one order or draft: for whom, how it stands, its lines. The id of a draft is
 * below zero here.
 *
 * Its buttons are the page's actions.
 *
 * Signal: order-changed (), there is another order, or it stands otherwise now.
 */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_DETAIL (sedia_order_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderDetail, sedia_order_detail, SEDIA, ORDER_DETAIL, SediaPane)

const SediaOrder *sedia_order_detail_get_order (SediaOrderDetail *self);

G_END_DECLS
