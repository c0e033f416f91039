/* Beside a purchase being typed: what it comes to, how long the supplier takes, whom it helps. */
#pragma once

#include "sedia-pane.h"
#include "sedia-purchase-jobs.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASE_SIDE (sedia_purchase_side_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchaseSide, sedia_purchase_side, SEDIA, PURCHASE_SIDE, SediaPane)

void sedia_purchase_side_show (SediaPurchaseSide          *self,
                               const SediaPurchasePreview *preview,
                               const char                 *problem);

G_END_DECLS
