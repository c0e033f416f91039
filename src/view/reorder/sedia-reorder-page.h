/* The page of what to order: suggestions by supplier, changed at will, put into draft purchases
 * with one press.
 *
 *   So as to run out at most once in 20 orders ...          [How Much to Order…]
 *   Java Tea ...          [Fill Up] [Make Draft]  | Green tea
 *   [x] Green tea               [  24] pcs   400  | why
 */
#pragma once

#include "sedia-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_PAGE (sedia_reorder_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderPage, sedia_reorder_page, SEDIA, REORDER_PAGE, GtkWidget)

GtkWidget *sedia_reorder_page_new (void);

G_END_DECLS
