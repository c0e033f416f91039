/* The Insight page: can we predict our demand, is our way of working good enough?
 *
 *   | Can we predict our demand?      Yes |                      |
 *   |  Demand                        Good |  Counts true   Poor  |
 *   |  Suppliers on time ...              |  0 of 8 counts ...   |
 *   | Is our way of working ...?  Not yet |  Next step ...       |
 *   |  Promises kept ...                  |  the rows behind it  |
 *
 * It is worked out when the page is shown, and again when something has changed since; not while
 * somebody reads it.
 */
#pragma once

#include "sedia-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_INSIGHT_PAGE (sedia_insight_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaInsightPage, sedia_insight_page, SEDIA, INSIGHT_PAGE, GtkWidget)

GtkWidget *sedia_insight_page_new (void);

G_END_DECLS
