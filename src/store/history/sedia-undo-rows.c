/* Taking an operation back, table by table: the opposite of each row it inserted. */
#include "config.h"

#include "sedia-due.h"
#include "sedia-undo.h"

/**
 * sedia_undo_has_rows: Whether the operation inserted rows into a table.
 */
gboolean
sedia_undo_has_rows (SediaUndo *undo,
                     SediaRows  rows)
{
  return undo->ranges[rows].first <= undo->ranges[rows].last;
}

static gboolean
run_range (SediaUndo        *undo,
           SediaRows    rows,
           const char  *statement,
           GError     **error)
{
  return !sedia_undo_has_rows (undo, rows) || sedia_db_run (undo->db, error, statement, 2,
                                                 undo->ranges[rows].first, undo->ranges[rows].last);
}

/* ---- documents and ledgers */

/**
 * sedia_undo_reverse_hand_overs:
 * @undo: what is taken back
 * @gone_out: those that lowered the shelf, or those that came back to it
 * @error: return location
 *
 * Reverses hand-overs and returns. A line may at no moment have more delivered and cancelled than
 * ordered, so what lowers "delivered" goes before the edits of the line, and what raises it after.
 */
gboolean
sedia_undo_reverse_hand_overs (SediaUndo  *undo,
                               gboolean    gone_out,
                               GError    **error)
{
  const SediaOperationState *operation = sedia_db_operation (undo->db);
  const SediaRange range = undo->ranges[SEDIA_ROWS_HAND_OVER];
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_HAND_OVER))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, "undo-hand-overs", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, range.first);
  sedia_stmt_bind_int64 (stmt, 2, range.last);
  sedia_stmt_bind_int64 (stmt, 3, gone_out);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_autoptr (SediaStmt) insert = sedia_db_prepare (undo->db, "hand-over-insert", error);
      gint64 reversal;

      if (insert == NULL)
        return FALSE;
      sedia_stmt_bind_int64 (insert, 1, sedia_stmt_int64 (stmt, 1));
      sedia_stmt_bind_text (insert, 2, sedia_stmt_text (stmt, 2));
      sedia_stmt_bind_text (insert, 3, sedia_stmt_text (stmt, 3));
      sedia_stmt_bind_int64 (insert, 4, sedia_stmt_int64 (stmt, 4));
      sedia_stmt_bind_int64 (insert, 5, operation->at);
      sedia_stmt_bind_int64 (insert, 6, operation->id);
      if (!sedia_stmt_run_id (insert, &reversal, error) ||
          !sedia_db_run (undo->db, error, "undo-hand-over-lines", 3, sedia_stmt_int64 (stmt, 0),
                         reversal, operation->id))
        return FALSE;
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
reverse_delivery (SediaUndo       *undo,
                  SediaStmt  *row,
                  GError    **error)
{
  const SediaOperationState *operation = sedia_db_operation (undo->db);
  const gint64 delivery_id = sedia_stmt_int64 (row, 0);
  g_autoptr (SediaStmt) insert = sedia_db_prepare (undo->db, "delivery-insert", error);
  gint64 reversal;

  if (insert == NULL)
    return FALSE;

  sedia_stmt_bind_id (insert, 1, sedia_stmt_int64 (row, 1));
  sedia_stmt_bind_text (insert, 2, sedia_stmt_text (row, 2));
  sedia_stmt_bind_int64 (insert, 3, operation->at);
  sedia_stmt_bind_int64 (insert, 4, delivery_id);
  sedia_stmt_bind_int64 (insert, 5, operation->id);
  sedia_stmt_bind_id (insert, 6, sedia_stmt_int64 (row, 3));

  return sedia_stmt_run_id (insert, &reversal, error) &&
         sedia_db_run (undo->db, error, "undo-delivery-lines", 3, delivery_id, reversal,
                       operation->id) &&
         sedia_db_run (undo->db, error, "undo-purchase-receipts", 3, delivery_id, reversal,
                       operation->id);
}

/**
 * sedia_undo_reverse_deliveries: Reverses deliveries by deliveries.
 */
gboolean
sedia_undo_reverse_deliveries (SediaUndo  *undo,
                               GError    **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_DELIVERY))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, "undo-deliveries", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, undo->ranges[SEDIA_ROWS_DELIVERY].first);
  sedia_stmt_bind_int64 (stmt, 2, undo->ranges[SEDIA_ROWS_DELIVERY].last);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    if (!reverse_delivery (undo, stmt, error))
      return FALSE;

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_undo_reverse_ledgers: Reverses movements, counts, what was asked for, contacts, deposits
 * given back and past sales; withdraws notices.
 */
gboolean
sedia_undo_reverse_ledgers (SediaUndo  *undo,
                            GError    **error)
{
  const SediaOperationState *operation = sedia_db_operation (undo->db);
  const SediaRange *ranges = undo->ranges;

  return (!sedia_undo_has_rows (undo, SEDIA_ROWS_MOVEMENT) ||
          sedia_db_run (undo->db, error, "undo-movements", 4, ranges[SEDIA_ROWS_MOVEMENT].first,
                        ranges[SEDIA_ROWS_MOVEMENT].last, operation->at, operation->id)) &&
         (!sedia_undo_has_rows (undo, SEDIA_ROWS_COUNTED) ||
          sedia_db_run (undo->db, error, "undo-counted", 3, ranges[SEDIA_ROWS_COUNTED].first,
                        ranges[SEDIA_ROWS_COUNTED].last, operation->id)) &&
         (!sedia_undo_has_rows (undo, SEDIA_ROWS_ASKED) ||
          sedia_db_run (undo->db, error, "undo-asked", 3, ranges[SEDIA_ROWS_ASKED].first,
                        ranges[SEDIA_ROWS_ASKED].last, operation->id)) &&
         (!sedia_undo_has_rows (undo, SEDIA_ROWS_CONTACT) ||
          sedia_db_run (undo->db, error, "undo-contacts", 3, ranges[SEDIA_ROWS_CONTACT].first,
                        ranges[SEDIA_ROWS_CONTACT].last, operation->id)) &&
         (!sedia_undo_has_rows (undo, SEDIA_ROWS_DEPOSIT_RETURN) ||
          sedia_db_run (undo->db, error, "undo-deposit-returns", 4,
                        ranges[SEDIA_ROWS_DEPOSIT_RETURN].first,
                        ranges[SEDIA_ROWS_DEPOSIT_RETURN].last, operation->at, operation->id)) &&
         (!sedia_undo_has_rows (undo, SEDIA_ROWS_PAST_SALE) ||
          sedia_db_run (undo->db, error, "undo-past-sales", 3, ranges[SEDIA_ROWS_PAST_SALE].first,
                        ranges[SEDIA_ROWS_PAST_SALE].last, operation->id)) &&
         sedia_db_run (undo->db, error, "restock-withdraw", 1, undo->target) &&
         run_range (undo, SEDIA_ROWS_COUNT_REQUEST, "undo-count-requests", error);
}

/**
 * sedia_undo_take_back_inserts: What the operation added is wanted no more.
 */
gboolean
sedia_undo_take_back_inserts (SediaUndo  *undo,
                              GError    **error)
{
  if (!sedia_undo_note_handed_over (undo, error))
    return FALSE;

  return run_range (undo, SEDIA_ROWS_BARCODE, "undo-delete-barcodes", error) &&
         run_range (undo, SEDIA_ROWS_ORDER_LINE, "undo-void-lines", error) &&
         run_range (undo, SEDIA_ROWS_ORDER_LINE, "undo-void-dues", error) &&
         run_range (undo, SEDIA_ROWS_CUSTOMER_ORDER, "undo-order-references", error) &&
         run_range (undo, SEDIA_ROWS_PURCHASE, "undo-cancel-purchases", error) &&
         run_range (undo, SEDIA_ROWS_PURCHASE_LINE, "undo-drop-purchase-lines", error) &&
         run_range (undo, SEDIA_ROWS_PRODUCT, "undo-archive-products", error) &&
         run_range (undo, SEDIA_ROWS_CUSTOMER, "undo-archive-customers", error) &&
         run_range (undo, SEDIA_ROWS_SUPPLIER, "undo-archive-suppliers", error);
}

/* ---- what customers were told */

/**
 * sedia_undo_take_back_dues: What became due because of it is due no more; who was told must be
 * told again.
 */
gboolean
sedia_undo_take_back_dues (SediaUndo  *undo,
                           GError    **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_CONTACT_DUE))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, "undo-told-ready", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, undo->ranges[SEDIA_ROWS_CONTACT_DUE].first);
  sedia_stmt_bind_int64 (stmt, 2, undo->ranges[SEDIA_ROWS_CONTACT_DUE].last);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      sedia_undo_note_told (undo, stmt);
      if (!sedia_due_add (undo->db, sedia_stmt_int64 (stmt, 3), "reservation-lost", error))
        return FALSE;
    }

  return step == SEDIA_STEP_DONE && run_range (undo, SEDIA_ROWS_CONTACT_DUE, "undo-dues", error);
}
