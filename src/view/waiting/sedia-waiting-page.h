/* Who waits for what, and what can be done about it. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_WAITING_PAGE (sedia_waiting_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaWaitingPage, sedia_waiting_page, SEDIA, WAITING_PAGE, SediaListPage)

/* Property: grouping (string, rw): none, product, customer or supplier.
 *
 * As a page it opens SEDIA_KIND_LINE, SEDIA_KIND_NOTICE, and the lines of SEDIA_KIND_PRODUCT and
 * SEDIA_KIND_CUSTOMER.
 */

GtkWidget *sedia_waiting_page_new (void);

G_END_DECLS
