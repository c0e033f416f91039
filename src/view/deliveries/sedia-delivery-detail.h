/* Everything about one delivery or draft: from whom, when, what, and who got it. The id of a draft
 * is below zero here.
 *
 * Its buttons are the page's actions: page.continue-draft, page.discard-draft, page.undo-delivery.
 */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_DETAIL (sedia_delivery_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryDetail, sedia_delivery_detail, SEDIA, DELIVERY_DETAIL, SediaPane)

G_END_DECLS
