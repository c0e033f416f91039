/* Jobs of the page of what to order. */
#include "config.h"

#include "sedia-reorder-jobs.h"

#include "sedia-time.h"

/**
 * sedia_reorder_order_free: Frees what draft purchases are made of.
 */
void
sedia_reorder_order_free (SediaReorderOrder *order)
{
  g_array_unref (order->amounts);
  g_free (order);
}

/**
 * sedia_reorder_order_job: Makes the drafts.
 */
gpointer
sedia_reorder_order_job (SediaDb   *db,
                         gpointer   data,
                         GError   **error)
{
  SediaReorderOrder *order = data;
  g_autoptr (GArray) ids = sedia_reorder_order_amounts (db, order->amounts, sedia_day_today (),
                                                        error);

  if (ids == NULL)
    return NULL;

  order->purchase_id = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  return GUINT_TO_POINTER (ids->len);
}

/**
 * sedia_reorder_filling_free: Frees what is filled up.
 */
void
sedia_reorder_filling_free (SediaReorderFilling *filling)
{
  g_array_unref (filling->amounts);
  g_free (filling);
}

/**
 * sedia_reorder_fill_job: Fills a supplier's order up.
 */
gpointer
sedia_reorder_fill_job (SediaDb   *db,
                        gpointer   data,
                        GError   **error)
{
  const SediaReorderFilling *filling = data;

  return sedia_reorder_fill (db, filling->supplier_id, filling->amounts, sedia_day_today (), error);
}

/**
 * sedia_reorder_read_job: Works out what to order.
 */
gpointer
sedia_reorder_read_job (SediaDb   *db,
                        gpointer   data,
                        GError   **error)
{
  return sedia_reorder_list_also (db, sedia_day_today (), data, error);
}
