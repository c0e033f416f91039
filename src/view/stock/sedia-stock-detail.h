/* Everything about one product, every number with the rows that make it. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_DETAIL (sedia_stock_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockDetail, sedia_stock_detail, SEDIA, STOCK_DETAIL, GtkWidget)

void sedia_stock_detail_set_store (SediaStockDetail *self,
                                   SediaStore       *store);
void sedia_stock_detail_set_product (SediaStockDetail *self,
                                     gint64            product_id);

G_END_DECLS
