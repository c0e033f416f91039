/* The stock: every product with its numbers, and beside it the rows that make them. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_PAGE (sedia_stock_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockPage, sedia_stock_page, SEDIA, STOCK_PAGE, SediaListPage)

/* As a page it opens SEDIA_KIND_PRODUCT. */

GtkWidget *sedia_stock_page_new (void);

G_END_DECLS
