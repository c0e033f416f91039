/* The customers page: who buys, who waits, who knows, and everything about one of them. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

/* As a page it opens SEDIA_KIND_CUSTOMER, also those in the archive. Actions: page.new, page.edit,
 * page.tell, page.merge, page.archive, page.bring-back, page.erase. */
#define SEDIA_TYPE_CUSTOMERS_PAGE (sedia_customers_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaCustomersPage, sedia_customers_page, SEDIA, CUSTOMERS_PAGE,
                      SediaListPage)

GtkWidget *sedia_customers_page_new (void);

G_END_DECLS
