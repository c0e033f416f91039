/* Days that customers were told, and whether they were kept. Private to the store.
 *
 *   told on    1st: the 10th     5th: the 14th     14th: the 20th
 *   promised       10th              14th              14th    there on the 18th: broken
 *
 * A day that is told in good time is a new promise, and the old one is not broken: the customer
 * knew. One that is told when the old day has come does not mend it. What was told before the line
 * was complete counts; a line that is there by the end of the day is kept. A line whose customer
 * gave up before the day came tells nothing.
 */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

/**
 * SediaPromise:
 * @order_id: of which order
 * @customer: to whom
 * @product: of what
 * @day: the day that was promised
 * @done: the day all of it was there, %SEDIA_NO_DAY: it is not, or was cancelled
 * @is_kept: whether that was by the day
 */
typedef struct
{
  gint64 order_id;
  char *customer;
  char *product;
  int day;
  int done;
  gboolean is_kept;
} SediaPromise;

void sedia_promise_free (SediaPromise *promise);
/* (element-type SediaPromise): of a product, or of all (0), for days from @since on that can be
 * judged on @today */
GPtrArray *sedia_promises_read (SediaDb *db, gint64 product_id, int since, int today,
                                GError **error);

G_END_DECLS
