/* The stock: every product with its numbers, and beside it the rows that make them. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_PAGE (sedia_stock_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockPage, sedia_stock_page, SEDIA, STOCK_PAGE, SediaListPage)

/* As a page it opens SEDIA_KIND_PRODUCT. Actions: page.new, page.edit (of several rows: one field
 * of them), page.change-field, page.archive, page.unarchive; page.sell, page.asked, page.count,
 * page.issue, page.put-in.
 */

GtkWidget *sedia_stock_page_new (void);

G_END_DECLS
