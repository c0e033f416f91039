/* The purchases: what comes when, what is late and whom it holds up, what is not ordered yet.
 *
 * As a page it opens SEDIA_KIND_PURCHASE; SEDIA_KIND_LINE: orders for the customer of that line.
 *
 * Actions: page.receive, page.change-date, page.confirm, page.close-purchase, page.cancel-purchase,
 * page.edit, page.copy-text, page.send-whatsapp, page.send-mail.
 */
#pragma once

#include "sedia-documents-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASES_PAGE (sedia_purchases_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchasesPage, sedia_purchases_page, SEDIA, PURCHASES_PAGE,
                      SediaDocumentsPage)

GtkWidget *sedia_purchases_page_new (void);

G_END_DECLS
