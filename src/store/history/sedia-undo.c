/* Taking an operation back: a new operation that does the opposite, row by row.
 *
 *   ledgers     a reversing row for each row                (movements, hand-overs, deliveries ...)
 *   edits       the audited "before" put back, if nobody edited the same row since
 *   inserts     orders are wanted no more, products are archived, barcodes go
 *   afterwards  every product touched is served
 *
 * The work is done first and judged after: if somebody else lost what they had been given, or stock
 * that has left the shop is missing, the transaction is rolled back with the list of it, unless the
 * person said "anyway". Undo of an undo is the redo.
 */
#include "config.h"

#include "sedia-undo.h"

#include "sedia-catalogue.h"
#include "sedia-commands.h"
#include "sedia-due.h"
#include "sedia-operation.h"
#include "sedia-orders.h"
#include "sedia-product-check.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
note_product (SediaUndo   *undo,
              gint64  product_id)
{
  gint64 *key = g_new (gint64, 1);

  *key = product_id;
  g_hash_table_add (undo->products, key);
}

static gboolean
note_products (SediaUndo        *undo,
               SediaRows    rows,
               const char  *statement,
               GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, rows))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, statement, error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, undo->ranges[rows].first);
  sedia_stmt_bind_int64 (stmt, 2, undo->ranges[rows].last);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    note_product (undo, sedia_stmt_int64 (stmt, 0));

  return step == SEDIA_STEP_DONE;
}

/* Lines whose goods went or came: how they stand changes with it. */
static gboolean
note_handed_over (SediaUndo  *undo,
                  GError    **error)
{
  const SediaRange range = undo->ranges[SEDIA_ROWS_HAND_OVER_LINE];
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_HAND_OVER_LINE))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, "undo-lines-of-hand-overs", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, range.first);
  sedia_stmt_bind_int64 (stmt, 2, range.last);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 line_id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (undo->settle, line_id);
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- reservations */

static gboolean
take_back_reservations (SediaUndo    *undo,
                        GError **error)
{
  const SediaRange range = undo->ranges[SEDIA_ROWS_RESERVATION];
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_RESERVATION))
    return TRUE;
  if (!(stmt = sedia_db_prepare (undo->db, "undo-reserved-net", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, range.first);
  sedia_stmt_bind_int64 (stmt, 2, range.last);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 line_id = sedia_stmt_int64 (stmt, 0);
      const gint64 net = sedia_stmt_int64 (stmt, 1);
      const gint64 now = sedia_stmt_int64 (stmt, 2);
      const gint64 back = MIN (net, now);

      note_product (undo, sedia_stmt_int64 (stmt, 4));
      g_array_append_val (undo->settle, line_id);

      if (net < 0)
        {
          SediaAmount again = { line_id, -net };

          g_array_append_val (undo->again, again);
          continue;
        }
      if (net > now && !sedia_undo_note_gone (undo, line_id, net - now, error))
        return FALSE;
      if (back > 0 && !sedia_serve_reserve (undo->db, line_id, -back, "undo", error))
        return FALSE;
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
give_back_reservations (SediaUndo    *undo,
                        GError **error)
{
  for (guint i = 0; i < undo->again->len; i++)
    {
      const SediaAmount *again = &g_array_index (undo->again, SediaAmount, i);
      g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-line-open", error);
      gint64 room;

      if (stmt == NULL)
        return FALSE;
      sedia_stmt_bind_int64 (stmt, 1, again->product_id);
      if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
        return FALSE;

      room = sedia_stmt_int64 (stmt, 0) - sedia_stmt_int64 (stmt, 1);
      if (room < again->quantity &&
          !sedia_undo_note_not_again (undo, again->product_id, again->quantity - room, error))
        return FALSE;
      if (room > 0 && !sedia_serve_reserve (undo->db, again->product_id,
                                            MIN (room, again->quantity), "undo", error))
        return FALSE;
    }

  return TRUE;
}

/* ---- edits */

/* @stmt stands on who changed the same thing, and when. */
static void
set_changed_by (SediaStmt  *stmt,
                GError    **error)
{
  g_autofree char *at = sedia_time_words (sedia_stmt_int64 (stmt, 1));

  /* Translators: somebody's name, then when: "yesterday, 14:05". */
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFLICT,
               _("This cannot be undone: the same thing was changed by %s (%s). Undo that first."),
               sedia_stmt_text (stmt, 0), at);
}

static gboolean
set_conflict (SediaUndo   *undo,
              const char  *kind,
              gint64       row_id,
              GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-changed-by", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, kind);
  sedia_stmt_bind_int64 (stmt, 2, row_id);
  if (sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW)
    set_changed_by (stmt, error);
  return FALSE;
}

/* The schema stopped it: later work changed the same order lines. */
static void
set_lines_conflict (SediaUndo  *undo,
                    GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-lines-changed-by", error);
  SediaStep step;

  if (stmt == NULL)
    return;

  sedia_stmt_bind_int64 (stmt, 1, undo->target);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    set_changed_by (stmt, error);
  else if (step == SEDIA_STEP_DONE)
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CONFLICT,
                         _("This cannot be undone: later work changed the same order lines. Undo "
                           "that first."));
}

static void
set_taken (GError **error)
{
  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CONFLICT,
                       _("This cannot be undone: the SKU, barcode, code or number that it would "
                         "bring back belongs to something else now. Change that first."));
}

static gboolean
restore_barcode (SediaUndo   *undo,
                 const char  *before,
                 GError     **error)
{
  g_autoptr (SediaStmt) others = sedia_db_prepare (undo->db, "undo-barcode-taken", error);
  g_autoptr (SediaStmt) stmt = NULL;

  if (others == NULL)
    return FALSE;
  sedia_stmt_bind_text (others, 1, before);
  if (sedia_stmt_step (others, error) != SEDIA_STEP_ROW)
    return FALSE;
  if (sedia_stmt_int64 (others, 0) > 0)
    {
      set_taken (error);
      return FALSE;
    }
  if (!(stmt = sedia_db_prepare (undo->db, "undo-restore-barcode", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, before);
  sedia_stmt_bind_int64 (stmt, 2, sedia_db_operation (undo->db)->id);
  return sedia_stmt_run (stmt, error);
}

/* Bookkeeping that other actions may have moved on meanwhile: then it stays as it is now. */
static gboolean
is_bookkeeping (const char *kind)
{
  return g_str_equal (kind, "contact_due") || g_str_equal (kind, "count_request");
}

/* Why the schema would not have a row back as it was. */
static void
explain_restore (SediaUndo   *undo,
                 const char  *kind,
                 gint64       row_id,
                 GError     **problem)
{
  g_autoptr (SediaProduct) product = NULL;

  if (!g_error_matches (*problem, SEDIA_ERROR, SEDIA_ERROR_SCHEMA) ||
      g_str_equal (kind, "order_line"))
    return;

  if (g_str_equal (kind, "product") && (product = sedia_product_read (undo->db, row_id, NULL)))
    sedia_product_explain (product->sku, problem);
  if (!g_error_matches (*problem, SEDIA_ERROR, SEDIA_ERROR_SCHEMA))
    return;

  g_clear_error (problem);
  if (g_str_equal (kind, "purchase_line"))
    g_set_error_literal (problem, SEDIA_ERROR, SEDIA_ERROR_CONFLICT,
                         _("This cannot be undone: the purchase was ordered since. Undo that "
                           "first."));
  else
    set_taken (problem);
}

static gboolean
restore_row (SediaUndo        *undo,
             const char  *kind,
             gint64       row_id,
             const char  *before,
             const char  *after,
             GError     **error)
{
  g_autofree char *state_name = g_strconcat ("undo-state-", kind, NULL);
  g_autofree char *restore_name = g_strconcat ("undo-restore-", kind, NULL);
  g_autoptr (SediaStmt) state = NULL, restore = NULL;
  g_autoptr (GError) problem = NULL;

  if (g_str_equal (kind, "barcode"))
    return after != NULL || restore_barcode (undo, before, error);
  if (before == NULL)
    return TRUE;

  if (!(state = sedia_db_prepare (undo->db, state_name, error)))
    return FALSE;
  sedia_stmt_bind_int64 (state, 1, row_id);
  if (sedia_stmt_step (state, error) != SEDIA_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (sedia_stmt_text (state, 0), after) != 0)
    return is_bookkeeping (kind) || set_conflict (undo, kind, row_id, error);
  if (g_strcmp0 (before, after) == 0)
    return TRUE;

  if (!(restore = sedia_db_prepare (undo->db, restore_name, error)))
    return FALSE;
  sedia_stmt_bind_int64 (restore, 1, row_id);
  sedia_stmt_bind_text (restore, 2, before);
  if (!sedia_stmt_run (restore, &problem))
    {
      explain_restore (undo, kind, row_id, &problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (g_str_equal (kind, "customer"))
    return sedia_customer_index_again (undo->db, row_id, error);

  return TRUE;
}

static gboolean
note_line (SediaUndo  *undo,
           gint64      line_id,
           GError    **error)
{
  gint64 product_id;

  if (!sedia_db_value (undo->db, &product_id, error, "undo-line-product", 1, line_id))
    return FALSE;

  note_product (undo, product_id);
  g_array_append_val (undo->settle, line_id);
  return TRUE;
}

static gboolean
note_due (SediaUndo  *undo,
          gint64      due_id,
          GError    **error)
{
  gint64 line_id;

  if (!sedia_db_value (undo->db, &line_id, error, "undo-due-line", 1, due_id))
    return FALSE;

  g_array_append_val (undo->settle, line_id);
  return TRUE;
}

static gboolean
restore_edits (SediaUndo    *undo,
               GError **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-edits", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, undo->target);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const char *kind = sedia_stmt_text (stmt, 0);
      const gint64 row_id = sedia_stmt_int64 (stmt, 1);

      if ((g_str_equal (kind, "order_line") && !note_line (undo, row_id, error)) ||
          (g_str_equal (kind, "contact_due") && !note_due (undo, row_id, error)))
        return FALSE;
      if (!restore_row (undo, kind, row_id, sedia_stmt_text (stmt, 2), sedia_stmt_text (stmt, 3),
                        error))
        return FALSE;
    }

  return step == SEDIA_STEP_DONE && sedia_customer_settle_merged (undo->db, error);
}

/* ---- afterwards */

static gboolean
settle_lines (SediaUndo  *undo,
              GError    **error)
{
  for (guint i = 0; i < undo->settle->len; i++)
    {
      const gint64 line_id = g_array_index (undo->settle, gint64, i);
      g_autoptr (SediaOrderLine) line = sedia_order_line_read_plain (undo->db, line_id, error);

      if (line == NULL ||
          !(sedia_order_line_open (line) == 0
              ? sedia_due_note_closed (undo->db, line_id, error)
              : sedia_due_put_right (undo->db, line_id, sedia_order_line_waiting (line) > 0,
                                     error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
serve_products (SediaUndo    *undo,
                GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, undo->products);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const gint64 product_id = *(gint64 *) key;
      gint64 on_hand, reserved, open;

      if (!sedia_serve_product (undo->db, product_id, SEDIA_SERVE_QUIET, 0, error) ||
          !sedia_serve_balance (undo->db, product_id, &on_hand, &reserved, &open, error))
        return FALSE;
      if (on_hand < 0 && !sedia_undo_note_missing (undo, product_id, on_hand, error))
        return FALSE;
    }

  return settle_lines (undo, error);
}

static gboolean
take_back (SediaUndo    *undo,
           GError **error)
{
  gint64 mark;

  return sedia_db_value (undo->db, &mark, error, "undo-mark-reservations", 0) &&
         note_products (undo, SEDIA_ROWS_MOVEMENT, "undo-products-of-movements", error) &&
         note_products (undo, SEDIA_ROWS_ORDER_LINE, "undo-products-of-lines", error) &&
         note_handed_over (undo, error) &&
         take_back_reservations (undo, error) &&
         sedia_undo_reverse_hand_overs (undo, TRUE, error) &&
         restore_edits (undo, error) &&
         sedia_undo_reverse_hand_overs (undo, FALSE, error) &&
         give_back_reservations (undo, error) &&
         sedia_undo_take_back_inserts (undo, error) &&
         sedia_undo_reverse_deliveries (undo, error) &&
         sedia_undo_reverse_ledgers (undo, error) &&
         sedia_undo_take_back_dues (undo, error) &&
         sedia_db_run (undo->db, error, "draft-follow-undo", 1, undo->target) &&
         serve_products (undo, error) &&
         sedia_undo_note_losses (undo, mark, error) &&
         sedia_undo_note_in_use (undo, error) &&
         sedia_undo_note_received (undo, error) &&
         sedia_undo_judge (undo, error);
}

/* ---- the command */

static gboolean
find_target (SediaDb  *db,
             gint64    operation_id,
             gint64   *target,
             GError  **error)
{
  g_autoptr (SediaOperation) operation = NULL;
  gboolean in_force;

  if (operation_id == 0)
    operation = sedia_operation_last (db, error);
  else
    operation = sedia_operation_read (db, operation_id, error);
  if (operation == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                             _("There is nothing to undo."));
      return FALSE;
    }

  if (!sedia_operation_head (db, operation->id, target, &in_force, error))
    return FALSE;
  if (!in_force)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Operation %" PRId64 " was taken back already (by %" PRId64
                     ")."),
                   operation->id, *target);
      return FALSE;
    }
  if (g_str_equal (operation->kind, "customer-erase"))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                           _("What was erased cannot be brought back."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_subject (SediaDb  *db,
               gint64    target,
               GError  **error)
{
  g_autoptr (SediaOperation) operation = sedia_operation_read (db, target, error);
  g_autofree char *label = NULL;

  if (operation == NULL)
    return FALSE;

  /* Kept as "kind subject": the reader's language may be another tomorrow. */
  label = g_strdup_printf ("%s %s", operation->kind, operation->subject);
  return sedia_operation_set_subject (db, label, error);
}

/**
 * sedia_undo:
 * @db: the writing connection, in an operation of kind `undo` or `delivery-undo`
 * @operation_id: what to take back; an undo to redo it; 0 for the last action in force
 * @error: return location
 *
 * Takes one operation back. Refused with the list of who would lose what when later work rests on
 * it, unless the act says "anyway"; refused when somebody edited the same thing since.
 */
gboolean
sedia_undo (SediaDb  *db,
            gint64    operation_id,
            GError  **error)
{
  g_autoptr (GHashTable) products = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GArray) settle = g_array_new (FALSE, FALSE, sizeof (gint64));
  SediaUndo undo = { .db = db,
                .products = products,
                .problems = problems,
                .again = again,
                .settle = settle };
  g_autoptr (GError) problem = NULL;

  if (!find_target (db, operation_id, &undo.target, error) ||
      !sedia_db_run (db, error, "undo-link", 2, sedia_db_operation (db)->id, undo.target) ||
      !sedia_operation_ranges (db, undo.target, undo.ranges, error))
    return FALSE;

  if (take_back (&undo, &problem))
    return write_subject (db, undo.target, error);

  if (g_error_matches (problem, SEDIA_ERROR, SEDIA_ERROR_SCHEMA))
    set_lines_conflict (&undo, error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
