/* The table of products. */
#pragma once

#include "sedia-stock-list.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_TABLE (sedia_stock_table_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockTable, sedia_stock_table, SEDIA, STOCK_TABLE, SediaStockList)

G_END_DECLS
