/* Receiving a delivery, and taking it back. */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-delivery.h"
#include "sedia-drafts.h"
#include "sedia-operation.h"
#include "sedia-purchase-receive.h"
#include "sedia-serve.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

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
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "delivery-line-insert", 5);

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaAmount *amount = &g_array_index (lines, SediaAmount, i);

      sedia_bulk_add_int64 (bulk, delivery_id);
      sedia_bulk_add_int64 (bulk, (gint64) i + 1);
      sedia_bulk_add_int64 (bulk, amount->product_id);
      sedia_bulk_add_int64 (bulk, amount->quantity);
      sedia_bulk_add_int64 (bulk, operation_id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

/* The goods come in, product by product, and go to those who wait for them. */
static gboolean
take_in (SediaDb   *db,
         gint64     delivery_id,
         GArray    *sums,
         GError   **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "movement-insert", 7);
  g_autoptr (GArray) product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sums->len; i++)
    {
      const SediaAmount *sum = &g_array_index (sums, SediaAmount, i);

      g_array_append_val (product_ids, sum->product_id);
      sedia_bulk_add_int64 (bulk, sum->product_id);
      sedia_bulk_add_int64 (bulk, sum->quantity);
      sedia_bulk_add_text (bulk, "delivery");
      sedia_bulk_add_int64 (bulk, operation->at);
      sedia_bulk_add_int64 (bulk, delivery_id);
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_int64 (bulk, operation->id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error) &&
         sedia_serve_products (db, product_ids, SEDIA_SERVE_RESTOCK, delivery_id, error);
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
  sedia_stmt_bind_id (stmt, 6, draft->purchase_id);
  return sedia_stmt_run_id (stmt, delivery_id, error);
}

/* What it is for: whoever the purchase is from brings it. */
static gboolean
read_purchase (SediaDb             *db,
               SediaDeliveryDraft  *draft,
               SediaPurchase      **purchase,
               GError             **error)
{
  if (draft->purchase_id == 0)
    return TRUE;
  if (!(*purchase = sedia_purchase_read (db, draft->purchase_id, error)) ||
      !sedia_purchase_check_arrives (*purchase, error))
    return FALSE;
  if (draft->supplier_id != 0 && draft->supplier_id != (*purchase)->supplier_id)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Purchase %" PRId64 " is from %s, not from another supplier."),
                   draft->purchase_id, (*purchase)->supplier);
      return FALSE;
    }

  draft->supplier_id = (*purchase)->supplier_id;
  return TRUE;
}

/**
 * sedia_delivery_receive:
 * @db: the writing connection, in an operation
 * @draft: what arrived
 * @delivery_id: (out): the delivery's number
 * @error: return location
 *
 * The delivery, its movements, what of a purchase has come with it, the reservations, the notices
 * and what the customers must now be told, all in the transaction under way.
 */
gboolean
sedia_delivery_receive (SediaDb                   *db,
                        const SediaDeliveryDraft  *draft,
                        gint64                    *delivery_id,
                        GError                   **error)
{
  g_autoptr (SediaPurchase) purchase = NULL;
  g_autoptr (GArray) sums = NULL;
  SediaDeliveryDraft whole = *draft;

  if (!read_purchase (db, &whole, &purchase, error))
    return FALSE;
  if (draft->lines->len == 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("A delivery needs at least one line."));
      return FALSE;
    }
  if (!(sums = sedia_delivery_sum (db, draft->lines, error)) || !check_note (db, &whole, error) ||
      !insert_delivery (db, &whole, delivery_id, error) ||
      !write_lines (db, *delivery_id, draft->lines, error) ||
      (purchase != NULL && !sedia_purchase_receive (db, purchase, *delivery_id, sums, error)) ||
      !take_in (db, *delivery_id, sums, error))
    return FALSE;

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
