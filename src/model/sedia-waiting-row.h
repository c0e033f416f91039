/* A waiting line, or the heading of a group of them.
 *
 * Properties, beside those of every row (id loading revision):
 *   boolean  is-heading (known at once)  first  held  all-or-nothing
 *   strings  heading heading-detail               NULL for a line
 *            customer product sku unit            NULL for a heading (but unit: of a product's)
 *   uint     position      place in the queue of the product, from 1; 0 when it does not wait
 *            line-number   its number in the order
 *            lines         of a heading: lines below it
 *            decimals
 *   int64    order-id open reserved waiting since told-at      times: microseconds UTC, 0 for never
 *   int      need-by       a day, SEDIA_NO_DAY for none
 *   enum     told (SediaTold)
 */
#pragma once

#include "sedia-row.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_WAITING_ROW (sedia_waiting_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaWaitingRow, sedia_waiting_row, SEDIA, WAITING_ROW, SediaRow)

SediaWaitingRow *sedia_waiting_row_new (gint64 id);
gboolean sedia_waiting_row_is_heading (SediaWaitingRow *self);
const SediaWaiting *sedia_waiting_row_get_record (SediaWaitingRow *self);
void sedia_waiting_row_take (SediaWaitingRow *self,
                             SediaWaiting    *record);

G_END_DECLS
