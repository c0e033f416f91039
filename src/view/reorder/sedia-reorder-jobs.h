/* Jobs of the page of what to order: they run on the store's threads. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaReorderOrder:
 * @amounts: (element-type SediaAmount): what is ordered
 * @purchase_id: the first draft that was made
 *
 * What draft purchases are made of.
 */
typedef struct
{
  GArray *amounts;
  gint64 purchase_id;
} SediaReorderOrder;

void sedia_reorder_order_free (SediaReorderOrder *order);
/* data: SediaReorderOrder -> guint, in a pointer: how many drafts */
gpointer sedia_reorder_order_job (SediaDb *db, gpointer data, GError **error);

/**
 * SediaReorderFilling:
 * @supplier_id: whose order is filled up
 * @amounts: (element-type SediaAmount): what is chosen of it, and then what fills it up
 */
typedef struct
{
  gint64 supplier_id;
  GArray *amounts;
} SediaReorderFilling;

void sedia_reorder_filling_free (SediaReorderFilling *filling);
/* data: SediaReorderFilling -> GPtrArray of SediaReorder */
gpointer sedia_reorder_fill_job (SediaDb *db, gpointer data, GError **error);
/* data: a set of product ids -> GPtrArray of SediaReorder */
gpointer sedia_reorder_read_job (SediaDb *db, gpointer data, GError **error);

G_END_DECLS
