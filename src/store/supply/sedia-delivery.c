/* Deliveries: what comes of one before it is received. */
#include "config.h"

#include "sedia-delivery.h"

#include "sedia-number.h"
#include "sedia-orders.h"
#include "sedia-purchase-receive.h"
#include "sedia-queue.h"
#include "sedia-serve.h"
#include "sedia-ties.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

static SediaDeliveryLine *
delivery_line_new (const SediaProduct *product,
                   gint64              quantity)
{
  SediaDeliveryLine *line = g_new0 (SediaDeliveryLine, 1);

  line->product_id = product->id;
  line->sku = g_strdup (product->sku);
  line->product = g_strdup (product->name);
  line->unit = g_strdup (product->unit);
  line->decimals = product->decimals;
  line->quantity = quantity;

  return line;
}

static GArray *
refuse_sum (SediaDb  *db,
            gint64    product_id,
            GError  **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);

  if (product != NULL)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("The lines of %s come to more than one delivery can hold."), product->sku);
  return NULL;
}

/**
 * sedia_delivery_sum: (transfer full) (element-type SediaAmount) (nullable) several lines of one
 * product are one arrival of it: in the order in which they first appear.
 */
GArray *
sedia_delivery_sum (SediaDb  *db,
                    GArray   *amounts,
                    GError  **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < amounts->len; i++)
    {
      SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      gpointer found;

      if (amount->quantity <= 0 || amount->quantity > SEDIA_QUANTITY_MAX)
        {
          g_autoptr (SediaProduct) product = sedia_product_read (db, amount->product_id, error);

          if (product != NULL)
            g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                         _("Line %u: the quantity of %s must be above zero."), i + 1, product->sku);
          return NULL;
        }

      if (g_hash_table_lookup_extended (index, &amount->product_id, NULL, &found))
        {
          SediaAmount *sum = &g_array_index (sums, SediaAmount, GPOINTER_TO_UINT (found));

          sum->quantity += amount->quantity;
          if (sum->quantity > SEDIA_QUANTITY_MAX)
            return refuse_sum (db, amount->product_id, error);
          continue;
        }

      g_hash_table_insert (index, &amount->product_id, GUINT_TO_POINTER (sums->len));
      g_array_append_val (sums, *amount);
    }

  return g_steal_pointer (&sums);
}

static SediaServed *
served_new (SediaDb             *db,
            const SediaProduct  *product,
            const SediaGrant    *grant,
            GError             **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "served-line", error);
  SediaServed *served;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, grant->line_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  served = g_new0 (SediaServed, 1);
  served->order_line_id = grant->line_id;
  served->order_id = sedia_stmt_int64 (stmt, 0);
  served->position = (guint) sedia_stmt_int64 (stmt, 1);
  served->customer_id = sedia_stmt_int64 (stmt, 2);
  served->customer = sedia_stmt_dup_text (stmt, 3);
  served->phone = sedia_stmt_dup_text (stmt, 4);
  served->product_id = product->id;
  served->sku = g_strdup (product->sku);
  served->product = g_strdup (product->name);
  served->unit = g_strdup (product->unit);
  served->decimals = product->decimals;
  served->quantity = grant->quantity;
  served->line_complete = grant->complete;

  return served;
}

static gboolean
preview_product (SediaDb            *db,
                 const SediaAmount  *amount,
                 SediaTies          *ties,
                 SediaDelivery      *delivery,
                 GError            **error)
{
  const SediaServing serving = sedia_setting_serving (db);
  g_autoptr (SediaProduct) product = sedia_product_read (db, amount->product_id, error);
  g_autoptr (GArray) lines = NULL, grants = NULL;
  gint64 free;

  if (product == NULL)
    return FALSE;

  free = MAX (0, product->on_hand + amount->quantity) - product->reserved;
  lines = sedia_serve_queue (db, product->id,
                             sedia_ties_have (ties, product->id) ? 0 : MAX (free, 1), serving,
                             error);
  if (lines == NULL)
    return FALSE;

  sedia_ties_mark (ties, lines);
  grants = sedia_queue_serve (lines, MAX (free, 0), serving);
  for (guint i = 0; i < grants->len; i++)
    {
      SediaGrant *grant = &g_array_index (grants, SediaGrant, i);
      SediaQueueLine *line = &g_array_index (lines, SediaQueueLine, grant->index);
      SediaServed *served = served_new (db, product, grant, error);

      if (served == NULL)
        return FALSE;
      served->still_waiting = line->open - line->reserved;
      free -= grant->quantity;
      g_ptr_array_add (delivery->served, served);
    }

  g_ptr_array_add (delivery->free, delivery_line_new (product, MAX (free, 0)));
  return TRUE;
}

/* An order is ready when every line of it that waits is completed by this delivery. */
static gboolean
preview_ready (SediaDb        *db,
               SediaDelivery  *delivery,
               GError        **error)
{
  g_autoptr (GHashTable) complete = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < delivery->served->len; i++)
    {
      SediaServed *served = g_ptr_array_index (delivery->served, i);

      if (served->line_complete)
        g_hash_table_add (complete, &served->order_line_id);
    }

  for (guint i = 0; i < delivery->served->len; i++)
    {
      SediaServed *served = g_ptr_array_index (delivery->served, i);
      g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-waiting-lines", error);
      SediaStep step;

      if (stmt == NULL)
        return FALSE;

      served->order_ready = TRUE;
      sedia_stmt_bind_int64 (stmt, 1, served->order_id);
      while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
        {
          gint64 line_id = sedia_stmt_int64 (stmt, 0);

          served->order_ready = served->order_ready && g_hash_table_contains (complete, &line_id);
        }
      if (step == SEDIA_STEP_ERROR)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_ties (SediaDb     *db,
           gint64       purchase_id,
           GArray      *sums,
           SediaTies  **ties,
           GError     **error)
{
  g_autoptr (SediaPurchase) purchase = NULL;

  if (purchase_id == 0)
    return TRUE;
  if (!(purchase = sedia_purchase_read (db, purchase_id, error)) ||
      !sedia_purchase_check_arrives (purchase, error))
    return FALSE;

  *ties = sedia_ties_of_purchase (purchase, sums);
  return TRUE;
}

/**
 * sedia_delivery_preview_for:
 * @db: a connection
 * @purchase_id: the purchase it is for, 0 for none
 * @amounts: (element-type SediaAmount): the lines typed so far
 * @error: return location
 *
 * Who would get what. Nothing is written.
 *
 * Returns: (transfer full) (nullable): a delivery without a number
 */
SediaDelivery *
sedia_delivery_preview_for (SediaDb  *db,
                            gint64    purchase_id,
                            GArray   *amounts,
                            GError  **error)
{
  g_autoptr (SediaDelivery) delivery = g_new0 (SediaDelivery, 1);
  g_autoptr (SediaTies) ties = NULL;
  g_autoptr (GArray) sums = sedia_delivery_sum (db, amounts, error);

  if (sums == NULL || !read_ties (db, purchase_id, sums, &ties, error))
    return NULL;

  delivery->purchase_id = purchase_id;
  delivery->note_number = g_strdup ("");
  delivery->at = sedia_time_now ();
  delivery->n_lines = amounts->len;
  delivery->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_delivery_line_free);
  delivery->served = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_served_free);
  delivery->free = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_delivery_line_free);

  for (guint i = 0; i < amounts->len; i++)
    {
      SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      g_autoptr (SediaProduct) product = sedia_product_read (db, amount->product_id, error);

      if (product == NULL)
        return NULL;
      g_ptr_array_add (delivery->lines, delivery_line_new (product, amount->quantity));
    }

  for (guint i = 0; i < sums->len; i++)
    if (!preview_product (db, &g_array_index (sums, SediaAmount, i), ties, delivery,
                          error))
      return NULL;

  if (!preview_ready (db, delivery, error))
    return NULL;

  delivery->summary = sedia_served_summarise (delivery->served);
  return g_steal_pointer (&delivery);
}

/**
 * sedia_delivery_preview: (transfer full) (nullable) the same for a delivery without a purchase.
 */
SediaDelivery *
sedia_delivery_preview (SediaDb  *db,
                        GArray   *amounts,
                        GError  **error)
{
  return sedia_delivery_preview_for (db, 0, amounts, error);
}
