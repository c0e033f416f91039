/* The log of the shop: who did what and when, and taking single entries back. */
#pragma once

#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_HISTORY_PAGE (sedia_history_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaHistoryPage, sedia_history_page, SEDIA, HISTORY_PAGE, SediaListPage)

GtkWidget *sedia_history_page_new (void);

G_END_DECLS
