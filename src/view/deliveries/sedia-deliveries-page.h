/* The deliveries: what came, what is still a draft, and the editor for the next. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERIES_PAGE (sedia_deliveries_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveriesPage, sedia_deliveries_page, SEDIA, DELIVERIES_PAGE,
                      SediaListPage)

/* As a page it opens SEDIA_KIND_DELIVERY, and SEDIA_KIND_DRAFT: 0 begins a new delivery. */

GtkWidget *sedia_deliveries_page_new (void);

G_END_DECLS
