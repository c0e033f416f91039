/* A delivery, or the draft of one.
 *
 * Properties, beside those of every row (id loading revision):
 *   boolean  is-draft (known at once)  is-reversed  is-reversal
 *   int64    number (people quote it; 0 for a draft)  at (microseconds UTC)
 *   uint     lines
 *   strings  supplier note-number actor
 */
#pragma once

#include "sedia-records.h"
#include "sedia-row.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_ROW (sedia_delivery_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryRow, sedia_delivery_row, SEDIA, DELIVERY_ROW, SediaRow)

SediaDeliveryRow *sedia_delivery_row_new (gint64 id);
gboolean sedia_delivery_row_is_draft (SediaDeliveryRow *self);
const SediaDelivery *sedia_delivery_row_get_record (SediaDeliveryRow *self);
void sedia_delivery_row_take (SediaDeliveryRow *self,
                              SediaDelivery    *record);

G_END_DECLS
