/* What an order to a supplier is worth, and how it is filled up to the least the supplier takes.
 *
 *   minimum |--------------| maximum |----- weeks of cover -----
 *           A  ->    B ->                  the one nearest to its minimum has its turn first; above
 *                                          their maximum all last equally long
 */
#pragma once

#include "sedia-reorder.h"

G_BEGIN_DECLS

/**
 * SediaReorderLine:
 * @product: what
 * @suggestion: what is suggested of it, and its levels; `suggested` may be 0
 * @quantity: what is ordered of it, in its smallest unit; 0 for nothing
 *
 * A line of an order that is being put together. Product and suggestion are somebody else's.
 */
typedef struct
{
  const SediaProduct *product;
  const SediaSuggestion *suggestion;
  gint64 quantity;
} SediaReorderLine;

/**
 * SediaReorderWorth:
 * @value: of what is ordered, as far as it is known, in hundredths
 * @n_lines: how many products are ordered
 * @n_unknown: of how many of them nobody knows the cost
 *
 * What an order is worth.
 */
typedef struct
{
  gint64 value;
  guint n_lines;
  guint n_unknown;
} SediaReorderWorth;

gint64 sedia_reorder_value (const SediaProduct *product,
                            gint64              quantity);
void sedia_reorder_worth (const SediaReorderLine *lines,
                          guint                   n,
                          SediaReorderWorth      *worth);
gboolean sedia_reorder_worth_is_short (const SediaReorderWorth *worth,
                                       gint64                   least_value);
char *sedia_reorder_worth_sentence (const SediaReorderWorth *worth,
                                    const char              *supplier,
                                    gint64                   least_value);
gboolean sedia_reorder_fill_up (SediaReorderLine *lines,
                                guint             n,
                                gint64            least_value);

G_END_DECLS
