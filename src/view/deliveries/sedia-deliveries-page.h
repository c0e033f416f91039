/* The deliveries: what came, what is still a draft, and the editor for the next. */
#pragma once

#include "sedia-documents-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERIES_PAGE (sedia_deliveries_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveriesPage, sedia_deliveries_page, SEDIA, DELIVERIES_PAGE,
                      SediaDocumentsPage)

GtkWidget *sedia_deliveries_page_new (void);

G_END_DECLS
