/* Who waits for what, and what can be done about it. */
#pragma once

#include "sedia-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_WAITING_PAGE (sedia_waiting_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaWaitingPage, sedia_waiting_page, SEDIA, WAITING_PAGE, GtkWidget)

/* Properties: store, of SediaPage; grouping (string, rw): none, product, customer or supplier. */

GtkWidget *sedia_waiting_page_new (void);

G_END_DECLS
