/* Everything about one product, every number with the rows that make it. */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_DETAIL (sedia_stock_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockDetail, sedia_stock_detail, SEDIA, STOCK_DETAIL, SediaPane)

G_END_DECLS
