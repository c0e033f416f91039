/* What the owner decided about letting customers wait, held against what a customer wants.
 *
 *   refuse, or more would wait than may     cannot be done, and why
 *   ask first, longer than it may take,     a person may go on all the same
 *   or no deposit
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

/**
 * SediaBackorderWish:
 * @ordered: how much a customer wants
 * @reserved: how much of that is set aside
 * @waiting: how much of the product would wait then, over all lines
 * @earliest: it is expected from this day on, %SEDIA_NO_DAY: nobody knows
 * @latest: and until this day
 * @today: as seen on this day
 * @price: of one, %SEDIA_NO_AMOUNT for none
 * @deposit: what was paid beforehand for it
 *
 * What a customer wants of a product, part of which is not there.
 */
typedef struct
{
  gint64 ordered;
  gint64 reserved;
  gint64 waiting;
  int earliest;
  int latest;
  int today;
  gint64 price;
  gint64 deposit;
} SediaBackorderWish;

gint64 sedia_backorder_deposit (const SediaProduct *product, const SediaBackorderWish *wish);
char *sedia_backorder_problem (const SediaProduct *product, const SediaBackorderWish *wish,
                               gboolean *may_go_on);

G_END_DECLS
