/* How much of a product to order now, and why.
 *
 *   on hand + incoming - demand = projected      what is in a draft counts as incoming
 *   projected below the minimum?  order up to the maximum, in whole packs, at least the least order
 */
#pragma once

#include "sedia-inventory.h"
#include "sedia-records.h"
#include "sedia-supplier-range.h"

G_BEGIN_DECLS

/**
 * SediaLevelsSource:
 * @SEDIA_LEVELS_NONE: nobody set any: only those who wait are covered
 * @SEDIA_LEVELS_OWN: the owner's minimum, maximum, or both
 * @SEDIA_LEVELS_FORECAST: worked out from the forecast
 *
 * Where the minimum and the maximum come from.
 */
typedef enum
{
  SEDIA_LEVELS_NONE,
  SEDIA_LEVELS_OWN,
  SEDIA_LEVELS_FORECAST,
} SediaLevelsSource;

/**
 * SediaReorderBasis:
 * @n_weeks: how many weeks the forecast looked at; 0 when there is no forecast to go by
 * @demand: how much it says is asked for in a week
 * @safety: what is kept for when it is more, or the delivery comes later
 * @orders_per_shortage: how often it may run out: once in so many orders
 * @lead: how long a delivery takes
 *
 * What levels that were worked out rest on, in the product's smallest unit.
 */
typedef struct
{
  guint n_weeks;
  double demand;
  gint64 safety;
  guint orders_per_shortage;
  SediaLeadTime lead;
} SediaReorderBasis;

/**
 * SediaSuggestion:
 * @source: where the levels come from
 * @basis: what they rest on, where they were worked out
 * @incoming: what is on its way, and what is about to be ordered
 * @projected: what is left when all that is on its way has come, and all that is wanted is gone
 * @minimum: an order is suggested below it
 * @maximum: what the order fills up to
 * @needed: what is missing from it
 * @suggested: what to order: @needed in whole packs, and at least the least order
 *
 * In the product's smallest unit.
 */
typedef struct
{
  SediaLevelsSource source;
  SediaReorderBasis basis;
  gint64 incoming;
  gint64 projected;
  gint64 minimum;
  gint64 maximum;
  gint64 needed;
  gint64 suggested;
} SediaSuggestion;

gboolean sedia_reorder_suggest (const SediaProduct     *product,
                                gint64                  drafted,
                                const SediaStockLevels *levels,
                                SediaSuggestion        *suggestion);
gint64 sedia_reorder_pack (const SediaProduct *product);
gint64 sedia_reorder_packs (const SediaProduct    *product,
                            const SediaSuggestion *suggestion);
char *sedia_reorder_sentence (const SediaProduct    *product,
                              const SediaSuggestion *suggestion);
char *sedia_reorder_basis_sentence (const SediaProduct    *product,
                                    const SediaSuggestion *suggestion);

G_END_DECLS
