/* Deliveries: previewing, receiving, taking back. */
#include "config.h"

#include "sedia-delivery.h"

#include "sedia-drafts.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-orders.h"
#include "sedia-queue.h"
#include "sedia-serve.h"
#include "sedia-stock.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- previewing */

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

/* Several lines of one product are one arrival of it: in the order in which they first appear. */
static GArray *
sum_by_product (SediaDb  *db,
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
  lines = sedia_serve_queue (db, product->id, MAX (free, 1), serving, error);
  if (lines == NULL)
    return FALSE;

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

/**
 * sedia_delivery_preview:
 * @db: a connection
 * @amounts: (element-type SediaAmount): the lines typed so far
 * @error: return location
 *
 * Who would get what. Nothing is written.
 *
 * Returns: (transfer full) (nullable): a delivery without a number
 */
SediaDelivery *
sedia_delivery_preview (SediaDb  *db,
                        GArray   *amounts,
                        GError  **error)
{
  g_autoptr (SediaDelivery) delivery = g_new0 (SediaDelivery, 1);
  g_autoptr (GArray) sums = sum_by_product (db, amounts, error);

  if (sums == NULL)
    return NULL;

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
    if (!preview_product (db, &g_array_index (sums, SediaAmount, i), delivery, error))
      return NULL;

  if (!preview_ready (db, delivery, error))
    return NULL;

  delivery->summary = sedia_served_summarise (delivery->served);
  return g_steal_pointer (&delivery);
}

/* ---- receiving */

static gboolean
check_note (SediaDb                   *db,
            const SediaDeliveryDraft  *draft,
            GError                   **error)
{
  g_autofree char *day = NULL;
  gint64 first, at;

  if (draft->note_number == NULL || *draft->note_number == '\0' || sedia_db_operation (db)->anyway)
    return TRUE;
  if (!sedia_delivery_find_note (db, draft->supplier_id, draft->note_number, &first, &at, error))
    return FALSE;
  if (first == 0)
    return TRUE;

  day = sedia_day_words (sedia_day_of_time (at));
  /* Translators: the number of a note, the number of a delivery, and its day in words. */
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
               _("Note %s of this supplier was received before (delivery %" PRId64 ", %s). "
                 "If this is another one, go on anyway."),
               draft->note_number, first, day);
  return FALSE;
}

static gboolean
write_lines (SediaDb   *db,
             gint64     delivery_id,
             GArray    *lines,
             GError   **error)
{
  const gint64 operation_id = sedia_db_operation (db)->id;

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaAmount *amount = &g_array_index (lines, SediaAmount, i);

      if (!sedia_db_run (db, error, "delivery-line-insert", 5, delivery_id, (gint64) i + 1,
                         amount->product_id, amount->quantity, operation_id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_subject (SediaDb   *db,
               gint64     delivery_id,
               GError   **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read_head (db, delivery_id, error);
  g_autofree char *subject = NULL;

  if (delivery == NULL)
    return FALSE;

  subject = delivery->supplier != NULL
    ? g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", delivery_id, delivery->supplier)
    : g_strdup_printf ("%" G_GINT64_FORMAT, delivery_id);
  return sedia_operation_set_subject (db, subject, error);
}

static gboolean
insert_delivery (SediaDb                   *db,
                 const SediaDeliveryDraft  *draft,
                 gint64                    *delivery_id,
                 GError                   **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-insert", error);
  g_autofree char *number = sedia_note_number_dup (draft->note_number);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_id (stmt, 1, draft->supplier_id);
  sedia_stmt_bind_text (stmt, 2, number);
  sedia_stmt_bind_int64 (stmt, 3, operation->at);
  sedia_stmt_bind_id (stmt, 4, 0);
  sedia_stmt_bind_int64 (stmt, 5, operation->id);
  return sedia_stmt_run_id (stmt, delivery_id, error);
}

/**
 * sedia_delivery_receive:
 * @db: the writing connection, in an operation
 * @draft: what arrived
 * @delivery_id: (out): the delivery's number
 * @error: return location
 *
 * The delivery, its movements, the reservations, the notices and what the customers must now be
 * told, all in the transaction under way.
 */
gboolean
sedia_delivery_receive (SediaDb                   *db,
                        const SediaDeliveryDraft  *draft,
                        gint64                    *delivery_id,
                        GError                   **error)
{
  g_autoptr (GArray) sums = NULL;

  if (draft->lines->len == 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("A delivery needs at least one line."));
      return FALSE;
    }
  if (!(sums = sum_by_product (db, draft->lines, error)) || !check_note (db, draft, error) ||
      !insert_delivery (db, draft, delivery_id, error) ||
      !write_lines (db, *delivery_id, draft->lines, error))
    return FALSE;

  for (guint i = 0; i < sums->len; i++)
    {
      const SediaAmount *sum = &g_array_index (sums, SediaAmount, i);

      if (!sedia_stock_move (db, sum->product_id, sum->quantity, "delivery", *delivery_id, NULL,
                             error) ||
          !sedia_serve_product (db, sum->product_id, SEDIA_SERVE_RESTOCK, *delivery_id, error))
        return FALSE;
    }

  return sedia_draft_put_away (db, draft->draft_id, error) &&
         write_subject (db, *delivery_id, error);
}

/**
 * sedia_delivery_undo:
 * @db: the writing connection, in an operation
 * @delivery_id: a delivery
 * @error: return location
 *
 * Takes a delivery back by a reversing one. Refused, with the list of who would lose what, when
 * later work rests on it; "anyway" goes ahead.
 */
gboolean
sedia_delivery_undo (SediaDb  *db,
                     gint64    delivery_id,
                     GError  **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read_head (db, delivery_id, error);

  if (delivery == NULL)
    return FALSE;
  if (delivery->reverses != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Delivery %" PRId64 " only takes back delivery %" PRId64
                     "; undo that undo from the log instead."),
                   delivery_id, delivery->reverses);
      return FALSE;
    }
  if (delivery->reversed_by != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Delivery %" PRId64 " was taken back already (by delivery %" PRId64 ")."),
                   delivery_id, delivery->reversed_by);
      return FALSE;
    }

  return sedia_undo (db, delivery->operation_id, error);
}
