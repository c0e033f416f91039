/* One part of how the shop does: what was found, what to do next, and the rows behind it. */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_INSIGHT_DETAIL (sedia_insight_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaInsightDetail, sedia_insight_detail, SEDIA, INSIGHT_DETAIL, SediaPane)

void sedia_insight_detail_show (SediaInsightDetail     *self,
                                const SediaShopVerdict *verdict,
                                SediaShopPart           part);

G_END_DECLS
