/* What of a delivery comes for which line of a purchase, and how they differ. */
#include "config.h"

#include "sedia-purchase-receive.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/**
 * sedia_purchase_check_arrives: Goods come only for what was ordered: not for a draft, nor for what
 * was cancelled. A closed one may still bring something.
 */
gboolean
sedia_purchase_check_arrives (const SediaPurchase  *purchase,
                              GError              **error)
{
  if (purchase->status != SEDIA_PURCHASE_DRAFT && purchase->status != SEDIA_PURCHASE_CANCELLED)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               purchase->status == SEDIA_PURCHASE_DRAFT
                 ? _("Purchase %" PRId64 " is a draft; confirm it before goods arrive for it.")
                 : _("Purchase %" PRId64 " is cancelled; receive the goods without it."),
               purchase->id);
  return FALSE;
}

/**
 * sedia_purchase_receive:
 * @db: the writing connection, in an operation
 * @purchase: what the delivery is for, as it was before
 * @delivery_id: the delivery
 * @sums: (element-type SediaAmount): what came, each product once
 * @error: return location
 *
 * Rule 6: what came counts up line by line. What was not ordered is no part of the purchase.
 */
gboolean
sedia_purchase_receive (SediaDb              *db,
                        const SediaPurchase  *purchase,
                        gint64                delivery_id,
                        GArray               *sums,
                        GError              **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaPurchasePart));

  for (guint i = 0; i < sums->len; i++)
    {
      const SediaAmount *sum = &g_array_index (sums, SediaAmount, i);

      sedia_purchase_share (purchase->lines, sum->product_id, sum->quantity, parts);
    }

  for (guint i = 0; i < parts->len; i++)
    {
      const SediaPurchasePart *part = &g_array_index (parts, SediaPurchasePart, i);

      if (!sedia_db_run (db, error, "purchase-receipt-insert", 4, delivery_id, part->line_id,
                         part->quantity, sedia_db_operation (db)->id))
        return FALSE;
    }

  return TRUE;
}

/* Differences with what their products are called. */
static GPtrArray *
name_products (SediaDb    *db,
               GPtrArray  *differences,
               GError    **error)
{
  for (guint i = 0; i < differences->len; i++)
    {
      SediaDifference *difference = g_ptr_array_index (differences, i);
      g_autoptr (SediaProduct) product = sedia_product_read (db, difference->product_id, error);

      if (product == NULL)
        {
          g_ptr_array_unref (differences);
          return NULL;
        }
      difference->sku = g_strdup (product->sku);
      difference->product = g_strdup (product->name);
      difference->unit = g_strdup (product->unit);
      difference->decimals = product->decimals;
    }

  return differences;
}

/**
 * sedia_purchase_differences:
 * @db: a connection
 * @purchase_id: a purchase
 * @amounts: (element-type SediaAmount): what came for it, line by line
 * @error: return location
 *
 * Rule 6: differences are shown as they appear.
 *
 * Returns: (transfer full) (element-type SediaDifference) (nullable): how what came differs from
 *   what is still to come
 */
GPtrArray *
sedia_purchase_differences (SediaDb  *db,
                            gint64    purchase_id,
                            GArray   *amounts,
                            GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  if (purchase == NULL)
    return NULL;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);
      const SediaAmount amount = { line->product_id, line->incoming };

      g_array_append_val (ordered, amount);
    }

  return name_products (db, sedia_purchase_compare (ordered, amounts), error);
}

/* What was still to come before a delivery. */
static gboolean
read_before (SediaDb              *db,
             const SediaDelivery  *delivery,
             GArray               *ordered,
             GError              **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-receipts", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, delivery->purchase_id);
  sedia_stmt_bind_int64 (stmt, 2, delivery->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const SediaAmount amount = { sedia_stmt_int64 (stmt, 0),
                                   MAX (sedia_stmt_int64 (stmt, 1) - sedia_stmt_int64 (stmt, 2),
                                        0) };

      g_array_append_val (ordered, amount);
    }

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_delivery_differences:
 * @db: a connection
 * @delivery: a delivery with its lines
 * @error: return location
 *
 * What was closed short since counts as not ordered any more: it is short of nothing then.
 *
 * Returns: (transfer full) (element-type SediaDifference) (nullable): how a delivery that was
 *   received differs from what was still to come; nothing when it is for no purchase
 */
GPtrArray *
sedia_delivery_differences (SediaDb              *db,
                            const SediaDelivery  *delivery,
                            GError              **error)
{
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GArray) came = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  if (delivery->purchase_id == 0 || delivery->reverses != 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_difference_free);
  if (!read_before (db, delivery, ordered, error))
    return NULL;

  for (guint i = 0; i < delivery->lines->len; i++)
    {
      const SediaDeliveryLine *line = g_ptr_array_index (delivery->lines, i);
      const SediaAmount amount = { line->product_id, line->quantity };

      g_array_append_val (came, amount);
    }

  return name_products (db, sedia_purchase_compare (ordered, came), error);
}
