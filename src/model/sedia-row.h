/* One row of a lazy list: an id at once, its record when the page it is on has been read.
 *
 * What kind of record that is depends on the list: SediaProduct, SediaWaiting, SediaDelivery ... A
 * cell is bound to the row, never to the record; it looks again when `notify::revision` says so.
 *
 * Property: revision (uint, read only): how many records the row has been given so far.
 */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ROW (sedia_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaRow, sedia_row, SEDIA, ROW, GObject)

SediaRow *sedia_row_new (gint64         id,
                         GDestroyNotify record_free);
gint64 sedia_row_get_id (SediaRow *self);
gboolean sedia_row_is_loading (SediaRow *self);
guint sedia_row_get_revision (SediaRow *self);
gconstpointer sedia_row_get_record (SediaRow *self);
void sedia_row_take (SediaRow *self,
                     gpointer  record);

/* The record by its name, for a row of the right list; NULL while loading. */

static inline const SediaProduct *
sedia_row_get_product (SediaRow *self)
{
  return sedia_row_get_record (self);
}

static inline const SediaWaiting *
sedia_row_get_waiting (SediaRow *self)
{
  return sedia_row_get_record (self);
}

static inline const SediaDelivery *
sedia_row_get_delivery (SediaRow *self)
{
  return sedia_row_get_record (self);
}
static inline const SediaOrder *
sedia_row_get_order (SediaRow *self)
{
  return sedia_row_get_record (self);
}

static inline const SediaCustomer *
sedia_row_get_customer (SediaRow *self)
{
  return sedia_row_get_record (self);
}

static inline const SediaSupplier *
sedia_row_get_supplier (SediaRow *self)
{
  return sedia_row_get_record (self);
}

static inline const SediaOperation *
sedia_row_get_operation (SediaRow *self)
{
  return sedia_row_get_record (self);
}

G_END_DECLS
