/* The orders: what customers want, what is still a draft, and the editor for the next.
 *
 * Actions: page.hand-over, page.change, page.return, page.cancel-order, page.reopen.
 */
#pragma once

#include "sedia-documents-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDERS_PAGE (sedia_orders_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrdersPage, sedia_orders_page, SEDIA, ORDERS_PAGE, SediaDocumentsPage)

GtkWidget *sedia_orders_page_new (void);

G_END_DECLS
