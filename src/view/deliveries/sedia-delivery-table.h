/* The table of deliveries and drafts. */
#pragma once

#include "sedia-stock-list.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_TABLE (sedia_delivery_table_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryTable, sedia_delivery_table, SEDIA, DELIVERY_TABLE,
                      SediaStockList)

G_END_DECLS
