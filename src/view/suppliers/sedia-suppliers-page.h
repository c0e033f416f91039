/* The suppliers page: who brings goods, and everything about one of them. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

/* As a page it opens SEDIA_KIND_SUPPLIER. Actions: page.new, page.edit, page.archive. */
#define SEDIA_TYPE_SUPPLIERS_PAGE (sedia_suppliers_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaSuppliersPage, sedia_suppliers_page, SEDIA, SUPPLIERS_PAGE,
                      SediaListPage)

GtkWidget *sedia_suppliers_page_new (void);

G_END_DECLS
