/* What a product was asked for, week by week, what that says of the weeks to come, and what to
 * order for them. Everything here runs in a job of the store.
 */
#pragma once

#include "sedia-forecast-choose.h"
#include "sedia-reorder-fill.h"
#include "sedia-store-types.h"

G_BEGIN_DECLS

/**
 * SediaDemandWeeks:
 * @first_day: the Monday the first week begins on
 * @asked: (element-type gint64): for each week how much was asked for, in the smallest unit
 * @is_out: (element-type gboolean): for each week whether there was none all week and nobody
 *   asked, so that it says nothing
 *
 * What a product was asked for, the oldest week first, without the one that is not over.
 */
typedef struct
{
  int first_day;
  GArray *asked;
  GArray *is_out;
} SediaDemandWeeks;

void sedia_demand_weeks_free (SediaDemandWeeks *weeks);
SediaDemandWeeks *sedia_demand_weeks_read (SediaDb *db, gint64 product_id, int today,
                                           GError **error);
void sedia_demand_weeks_forecast (const SediaDemandWeeks *weeks, SediaForecaster *forecaster,
                                  SediaForecast *forecast);
/* For sedia_demand_weeks_forecast(): for as many products as wanted. */
SediaForecaster *sedia_demand_forecaster_new (void);

/**
 * SediaOrderRules:
 * @orders_per_shortage: a product may run out once in so many orders, 2 or more
 * @review_days: the shop looks at what to order every so many days
 * @cover_days: an order is meant to last so many days
 *
 * How much the shop has chosen to order.
 */
typedef struct
{
  guint orders_per_shortage;
  int review_days;
  int cover_days;
} SediaOrderRules;

void sedia_order_rules_read (SediaDb *db, SediaOrderRules *rules);

/**
 * SediaReorder:
 * @product: what
 * @suggestion: how much, and why
 * @least_value: its supplier takes no order worth less; %SEDIA_NO_AMOUNT: it takes any
 *
 * A product that should be ordered, or may be taken along.
 */
typedef struct
{
  SediaProduct *product;
  SediaSuggestion suggestion;
  gint64 least_value;
} SediaReorder;

void sedia_reorder_free (SediaReorder *reorder);
gboolean sedia_reorder_of (SediaDb *db, const SediaProduct *product, const SediaForecast *forecast,
                           gboolean *is_suggested, SediaSuggestion *suggestion, GError **error);
/* (element-type SediaReorder): products to order, by supplier and name */
GPtrArray *sedia_reorder_list (SediaDb *db, int today, GError **error);
/* ... and also those of a set (see sedia-id-set.h), of which nothing may be suggested */
GPtrArray *sedia_reorder_list_also (SediaDb *db, int today, GHashTable *also, GError **error);
/* (element-type SediaReorder): those of them that a supplier brings, and what else it brings that
 * is taken along to reach the least value of an order; amounts: (element-type SediaAmount): what is
 * to be ordered; raised, and added to */
GPtrArray *sedia_reorder_fill (SediaDb *db, gint64 supplier_id, GArray *amounts, int today,
                               GError **error);
/* (element-type gint64): draft purchases of what is suggested, one for each supplier; product_ids
 * (nullable): NULL for all that have a supplier */
GArray *sedia_reorder_order (SediaDb *db, GArray *product_ids, int today, GError **error);
/* ... of exactly these amounts: (element-type SediaAmount) */
GArray *sedia_reorder_order_amounts (SediaDb *db, GArray *amounts, int today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReorder, sedia_reorder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDemandWeeks, sedia_demand_weeks_free)

G_END_DECLS
