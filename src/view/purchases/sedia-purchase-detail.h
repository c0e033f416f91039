/* Everything about one purchase: what comes of it when, and who waits for it.
 *
 * Its buttons are the page's actions.
 *
 * Signal: purchase-changed (), another purchase is shown, or the same has changed.
 */
#pragma once

#include "sedia-pane.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASE_DETAIL (sedia_purchase_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchaseDetail, sedia_purchase_detail, SEDIA, PURCHASE_DETAIL, SediaPane)

const SediaPurchase *sedia_purchase_detail_get_purchase (SediaPurchaseDetail *self);

G_END_DECLS
