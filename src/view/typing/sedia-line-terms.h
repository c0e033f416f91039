/* What stands in a line of a purchase besides product and quantity. */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

/**
 * SediaLineTerms:
 * @line_id: the line of a draft purchase that it changes, 0 for a new one
 * @price: SEDIA_NO_AMOUNT: what the product costs
 * @expected: SEDIA_NO_DAY: the purchase's
 * @order_line_id: the waiting order line it is for, 0 for whoever is next
 * @whom: (nullable): whose that is, in words
 */
typedef struct
{
  gint64 line_id;
  gint64 price;
  int expected;
  gint64 order_line_id;
  char *whom;
} SediaLineTerms;

#define SEDIA_NO_TERMS { .price = SEDIA_NO_AMOUNT, .expected = SEDIA_NO_DAY }

gboolean sedia_line_terms_is_none (const SediaLineTerms *self);
void sedia_line_terms_set (SediaLineTerms       *self,
                           const SediaLineTerms *terms);
void sedia_line_terms_clear (SediaLineTerms *self);

G_END_DECLS
