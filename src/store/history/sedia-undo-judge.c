/* Taking an operation back: what later work rests on it. Each is noted in words while the work is
 * done; at the end the person decides whether it shall be done all the same.
 */
#include "config.h"

#include "sedia-number.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-undo.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- lines of customers */

static void
note_line (SediaUndo *undo,
           char      *clause)
{
  undo->concerns_lines = TRUE;
  g_ptr_array_add (undo->problems, clause);
}

/* A line in words: who, which, and how much of what. */
static SediaOrderLine *
read_line (SediaUndo  *undo,
           gint64      line_id,
           gint64      quantity,
           char      **amount,
           GError    **error)
{
  SediaOrderLine *line = sedia_order_line_read_plain (undo->db, line_id, error);

  if (line != NULL)
    *amount = sedia_quantity_text (quantity, line->decimals, line->unit);

  return line;
}

/**
 * sedia_undo_note_gone: What was set aside for a line is not there to be taken back.
 */
gboolean
sedia_undo_note_gone (SediaUndo  *undo,
                      gint64      line_id,
                      gint64      quantity,
                      GError    **error)
{
  g_autofree char *amount = NULL;
  g_autoptr (SediaOrderLine) line = read_line (undo, line_id, quantity, &amount, error);

  if (line == NULL)
    return FALSE;

  /* Translators: a clause in a list: a customer, an order and its line, "2 pcs", a product. */
  note_line (undo, g_strdup_printf (_("%s (order %" PRId64 ", line %u) has taken or given back "
                                      "%s of %s since"),
                                    line->customer, line->order_id, line->position, amount,
                                    line->product));
  return TRUE;
}

/**
 * sedia_undo_note_not_again: A line has no room for what was taken from it.
 */
gboolean
sedia_undo_note_not_again (SediaUndo  *undo,
                           gint64      line_id,
                           gint64      quantity,
                           GError    **error)
{
  g_autofree char *amount = NULL;
  g_autoptr (SediaOrderLine) line = read_line (undo, line_id, quantity, &amount, error);

  if (line == NULL)
    return FALSE;

  /* Translators: a clause in a list: a customer, an order and its line, "2 pcs", a product. */
  note_line (undo, g_strdup_printf (_("%s (order %" PRId64 ", line %u) has no use for %s of %s any "
                                      "more"),
                                    line->customer, line->order_id, line->position, amount,
                                    line->product));
  return TRUE;
}

/**
 * sedia_undo_note_told: A customer was told "ready" (a row of `undo-told-ready`).
 */
void
sedia_undo_note_told (SediaUndo *undo,
                      SediaStmt *row)
{
  /* Translators: a clause in a list: a customer, an order and its line. */
  note_line (undo, g_strdup_printf (_("%s (order %" PRId64 ", line %u) was told “ready”"),
                                    sedia_stmt_text (row, 0), sedia_stmt_int64 (row, 1),
                                    (guint) sedia_stmt_int64 (row, 2)));
}

/**
 * sedia_undo_note_losses:
 * @undo: what is taken back
 * @mark: the highest reservation before
 * @error: return location
 *
 * Who lost stock that somebody had set aside for them.
 */
gboolean
sedia_undo_note_losses (SediaUndo  *undo,
                        gint64      mark,
                        GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-losses", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, mark);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_autofree char *amount = sedia_quantity_text (sedia_stmt_int64 (stmt, 3),
                                                     (guint) sedia_stmt_int64 (stmt, 4),
                                                     sedia_stmt_text (stmt, 5));

      /* Translators: a clause in a list: a customer, an order and its line, "2 pcs", a product. */
      note_line (undo, g_strdup_printf (_("%s (order %" PRId64 ", line %u) would lose %s of %s"),
                                        sedia_stmt_text (stmt, 0), sedia_stmt_int64 (stmt, 1),
                                        (guint) sedia_stmt_int64 (stmt, 2), amount,
                                        sedia_stmt_text (stmt, 6)));
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- everything else */

/* One clause for each row: a number or a name that |format| takes. */
static gboolean
note_rows (SediaUndo   *undo,
           SediaRows    rows,
           const char  *statement,
           char       *(*clause) (SediaStmt *row),
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
    g_ptr_array_add (undo->problems, clause (stmt));

  return step == SEDIA_STEP_DONE;
}

static char *
handed_over_clause (SediaStmt *row)
{
  return g_strdup_printf (_("goods of order %" PRId64 " were handed over since"),
                          sedia_stmt_int64 (row, 0));
}

static char *
in_use_clause (SediaStmt *row)
{
  return g_strdup_printf (_("%s has stock or open orders"), sedia_stmt_text (row, 0));
}

/**
 * sedia_undo_note_handed_over: Orders that the operation took, and that were handed over since.
 */
gboolean
sedia_undo_note_handed_over (SediaUndo  *undo,
                             GError    **error)
{
  return note_rows (undo, SEDIA_ROWS_ORDER_LINE, "undo-delivered-since", handed_over_clause, error);
}

/**
 * sedia_undo_note_in_use: Products and customers that the operation added, and that later work
 * rests on.
 */
gboolean
sedia_undo_note_in_use (SediaUndo  *undo,
                        GError    **error)
{
  return note_rows (undo, SEDIA_ROWS_PRODUCT, "undo-products-in-use", in_use_clause, error) &&
         note_rows (undo, SEDIA_ROWS_CUSTOMER, "undo-customers-in-use", in_use_clause, error);
}

/**
 * sedia_undo_note_received: Purchases that are on their way no more, though something has come.
 */
gboolean
sedia_undo_note_received (SediaUndo  *undo,
                          GError    **error)
{
  const SediaRange range = undo->ranges[SEDIA_ROWS_PURCHASE];
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (undo->db, "undo-purchases-received", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, range.first);
  sedia_stmt_bind_int64 (stmt, 2, range.last);
  sedia_stmt_bind_int64 (stmt, 3, undo->target);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (undo->problems,
                     g_strdup_printf (_("goods of purchase %" PRId64 " have arrived since"),
                                      sedia_stmt_int64 (stmt, 0)));

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_undo_note_missing:
 * @undo: what is taken back
 * @product_id: a product whose stock is below zero now
 * @on_hand: how far
 * @error: return location
 *
 * That is somebody's later work only where it was more before the operation. If the person goes on,
 * the book is wrong: the product is to be counted.
 */
gboolean
sedia_undo_note_missing (SediaUndo  *undo,
                         gint64      product_id,
                         gint64      on_hand,
                         GError    **error)
{
  const SediaOperationState *operation = sedia_db_operation (undo->db);
  g_autoptr (SediaProduct) product = NULL;
  g_autofree char *amount = NULL;
  gint64 before;

  if (!sedia_undo_has_rows (undo, SEDIA_ROWS_MOVEMENT))
    return TRUE;
  if (!sedia_db_value (undo->db, &before, error, "undo-stock-before", 2, product_id,
                       undo->ranges[SEDIA_ROWS_MOVEMENT].first))
    return FALSE;
  if (on_hand >= before)
    return TRUE;
  if (!(product = sedia_product_read (undo->db, product_id, error)))
    return FALSE;

  amount = sedia_quantity_text (on_hand, product->decimals, product->unit);
  g_ptr_array_add (undo->problems,
                   g_strdup_printf (_("%s would have %s on hand, because goods have left the shop "
                                      "since"),
                                    product->name, amount));
  return sedia_db_run (undo->db, error, "count-request-insert", 3, product_id, operation->at,
                       operation->id);
}

/**
 * sedia_undo_judge: Whether it may stand: nothing was noted, or the person said "anyway".
 */
gboolean
sedia_undo_judge (SediaUndo  *undo,
                  GError    **error)
{
  g_autofree char *list = NULL;

  if (undo->problems->len == 0 || sedia_db_operation (undo->db)->anyway)
    return TRUE;

  g_ptr_array_add (undo->problems, NULL);
  list = g_strjoinv ("; ", (char **) undo->problems->pdata);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
               undo->concerns_lines
                 ? _("Later work rests on it: %s. If you go on, these lines wait again at their "
                     "old place and those who were told must be told again.")
                 : _("Later work rests on it: %s. If you go on, it is taken back all the same."),
               list);
  return FALSE;
}
