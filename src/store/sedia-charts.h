/* What the shop's records look like over time. Each runs in a job of the store.
 */
#pragma once

#include "sedia-chart.h"
#include "sedia-store-types.h"

G_BEGIN_DECLS

/* How much there was, and how much there will be with what is on its way and what is likely to be
 * asked for. */
SediaChart *sedia_chart_stock (SediaDb *db, gint64 product_id, int today, GError **error);
/* What was asked for, and what is likely to be. */
SediaChart *sedia_chart_demand (SediaDb *db, gint64 product_id, int today, GError **error);
/* How long customers waited for a product, 0 for any */
SediaChart *sedia_chart_waits (SediaDb *db, gint64 product_id, int today, GError **error);
/* How many days after the agreed day a supplier's deliveries came */
SediaChart *sedia_chart_lateness (SediaDb *db, gint64 supplier_id, gint64 now, GError **error);

G_END_DECLS
