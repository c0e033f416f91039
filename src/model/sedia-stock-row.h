/* A product in the stock list.
 *
 * Properties, beside those of every row (id loading revision):
 *   strings  sku name unit category supplier      NULL while loading
 *   int64    on-hand reserved free waiting        free: on hand - reserved, can be below 0
 *   uint     decimals
 *   enum     state (SediaStockState)
 */
#pragma once

#include "sedia-records.h"
#include "sedia-row.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_ROW (sedia_stock_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockRow, sedia_stock_row, SEDIA, STOCK_ROW, SediaRow)

SediaStockRow *sedia_stock_row_new (gint64 product_id);
const SediaProduct *sedia_stock_row_get_record (SediaStockRow *self);
void sedia_stock_row_take (SediaStockRow *self,
                           SediaProduct  *record);

G_END_DECLS
