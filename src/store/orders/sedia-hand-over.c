/* Goods going to the customer, and coming back; setting them aside by
 * hand (rules.md 3.4, 3.5, 3.9, 3.10). */
#include "config.h"

#include "sedia-number.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-stock.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- setting aside by hand */

static gboolean
refuse_reserve (SediaDb         *db,
                SediaOrderLine  *line,
                gint64           quantity,
                GError         **error)
{
  g_autofree char *need = sedia_quantity_text (quantity, line->decimals, line->unit);
  g_autofree char *waiting = sedia_quantity_text (sedia_order_line_waiting (line), line->decimals,
                                                  line->unit);

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("%s of %s cannot be set aside: line %u waits for %s."), need, line->product,
               line->position, waiting);
  return FALSE;
}

static gboolean
reserve_line (SediaDb         *db,
              SediaOrderLine  *line,
              gint64           quantity,
              gboolean         override,
              GError         **error)
{
  const gint64 waiting = sedia_order_line_waiting (line);
  gint64 on_hand, reserved, open, available;

  if (quantity > waiting)
    return refuse_reserve (db, line, quantity, error);
  if (!sedia_serve_balance (db, line->product_id, &on_hand, &reserved, &open, error))
    return FALSE;

  /* Without a figure: what there is. Where the shelf has nothing for anybody, a held line is at
   * least in the queue again. */
  available = MAX (0, on_hand) - (override ? line->reserved : reserved);
  if (quantity == 0 && line->held && MAX (0, on_hand) <= line->reserved)
    return sedia_order_settle_line (db, line->id, error);
  if (quantity == 0)
    quantity = available > 0 ? MIN (waiting, available) : waiting;

  if (quantity > MAX (0, on_hand) - line->reserved)
    {
      /* With what the line has already, which is on hand, too. */
      g_autofree char *need = sedia_quantity_text (quantity + line->reserved, line->decimals,
                                                   line->unit);
      g_autofree char *have = sedia_quantity_text (on_hand, line->decimals, line->unit);

      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("%s: %s to set aside, but only %s on hand."), line->product, need, have);
      return FALSE;
    }

  return sedia_stock_make_free (db, line->product_id, quantity, line->id, override, error) &&
         sedia_serve_reserve (db, line->id, quantity, "manual", error) &&
         sedia_serve_product (db, line->product_id, SEDIA_SERVE_QUIET, 0, error) &&
         sedia_order_settle_line (db, line->id, error);
}

/**
 * sedia_order_reserve:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @parts: (nullable) (element-type SediaLinePart): lines, or parts of lines; NULL for all that
 * waits
 * @override: take it from the last in the queue if nothing is free
 * @error: return location
 *
 * Sets stock aside by hand. A held line is in the queue again: what is free beyond the part a
 * person reserved is offered to the queue, this line included.
 */
gboolean
sedia_order_reserve (SediaDb   *db,
                     gint64     order_id,
                     GArray    *parts,
                     gboolean   override,
                     GError   **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) lines = order != NULL ? sedia_order_pick_lines (order, parts, error) : NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (lines, i);

      if (!sedia_order_set_held (db, line->id, FALSE, error))
        return FALSE;
      if (sedia_order_line_waiting (line) == 0 &&
          sedia_line_part_quantity (parts, line->position) == 0)
        continue;
      if (!reserve_line (db, line, sedia_line_part_quantity (parts, line->position), override,
                         error))
        return FALSE;
    }

  return sedia_order_subject (db, order_id, error);
}

/**
 * sedia_order_release:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @parts: (nullable) (element-type SediaLinePart): lines, or parts of lines; NULL for all that is
 * set aside
 * @error: return location
 *
 * Gives up what is set aside; it is offered to the queue at once, which passes these lines by until
 * a person reserves for them again.
 */
gboolean
sedia_order_release (SediaDb  *db,
                     gint64    order_id,
                     GArray   *parts,
                     GError  **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) lines = order != NULL ? sedia_order_pick_lines (order, parts, error) : NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (lines, i);
      gint64 quantity = sedia_line_part_quantity (parts, line->position);

      if (quantity > line->reserved)
        {
          g_autofree char *need = sedia_quantity_text (quantity, line->decimals, line->unit);
          g_autofree char *have = sedia_quantity_text (line->reserved, line->decimals, line->unit);

          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                       _("%s of %s cannot be released: line %u has %s set aside."), need,
                       line->product, line->position, have);
          return FALSE;
        }
      if (line->reserved == 0)
        continue;

      if (!sedia_serve_release (db, line->id, quantity > 0 ? quantity : line->reserved, "release",
                                error) ||
          !sedia_order_set_held (db, line->id, TRUE, error) ||
          !sedia_serve_product (db, line->product_id, SEDIA_SERVE_QUIET, 0, error) ||
          !sedia_order_settle_line (db, line->id, error))
        return FALSE;
    }

  return sedia_order_subject (db, order_id, error);
}

/* ---- handing over */

static gboolean
insert_document (SediaDb     *db,
                 gint64       order_id,
                 const char  *kind,
                 const char  *settlement,
                 gboolean     damaged,
                 gint64      *document,
                 GError     **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "hand-over-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  sedia_stmt_bind_text (stmt, 2, kind);
  sedia_stmt_bind_text (stmt, 3, settlement);
  sedia_stmt_bind_int64 (stmt, 4, damaged);
  sedia_stmt_bind_int64 (stmt, 5, operation->at);
  sedia_stmt_bind_int64 (stmt, 6, operation->id);
  return sedia_stmt_run_id (stmt, document, error);
}

static gboolean
check_whole (SediaOrder      *order,
             SediaOrderLine  *line,
             gint64           quantity,
             gboolean         anyway,
             GError         **error)
{
  if (!line->all_or_nothing || order->all_or_nothing || quantity >= sedia_order_line_open (line) ||
      anyway)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
               _("Line %u of order %" PRId64 " is “all or nothing” and not complete yet; "
                 "hand over a part of it anyway?"), line->position, order->id);
  return FALSE;
}

static gboolean
check_over (SediaOrderLine  *line,
            gint64           quantity,
            gboolean         over,
            GError         **error)
{
  g_autofree char *give = NULL, *open = NULL;

  if (quantity <= sedia_order_line_open (line) || over)
    return TRUE;

  give = sedia_quantity_text (quantity, line->decimals, line->unit);
  open = sedia_quantity_text (sedia_order_line_open (line), line->decimals, line->unit);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
               _("%s of %s is more than the %s still open in line %u; hand over more than "
                 "ordered?"),
               give, line->product, open, line->position);
  return FALSE;
}

static gboolean
hand_over_line (SediaDb         *db,
                gint64           document,
                SediaOrderLine  *line,
                gint64           quantity,
                GError         **error)
{
  const gint64 counted = MIN (quantity, sedia_order_line_open (line));
  const gint64 own = MIN (quantity, line->reserved);

  /* Its own reservation first: the schema allows no more set aside than is open. */
  return (quantity == own ||
          sedia_stock_make_free (db, line->product_id, quantity - own, line->id, FALSE, error)) &&
         (own == 0 || sedia_serve_reserve (db, line->id, -own, "hand-over", error)) &&
         sedia_db_run (db, error, "hand-over-line-insert", 5, document, line->id, counted,
                       quantity - counted, sedia_db_operation (db)->id) &&
         sedia_stock_move (db, line->product_id, -quantity, "hand-over", line->order_id, NULL,
                           error) &&
         sedia_serve_product (db, line->product_id, SEDIA_SERVE_QUIET, 0, error) &&
         sedia_order_settle_line (db, line->id, error);
}

static gboolean
is_complete (SediaOrder *order,
             GPtrArray  *lines,
             GArray     *parts)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (order->lines, i);
      gint64 quantity = sedia_line_part_quantity (parts, line->position);

      if (quantity == 0 && g_ptr_array_find (lines, line, NULL))
        quantity = line->reserved;
      if (quantity < sedia_order_line_open (line))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_order_hand_over:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @parts: (nullable) (element-type SediaLinePart): lines, or parts of lines; NULL for all that is
 * set aside
 * @over: yes to more than was ordered
 * @error: return location
 *
 * Goods go to the customer. A line uses its own reservation first; the rest keeps its reservation,
 * date and place.
 */
gboolean
sedia_order_hand_over (SediaDb   *db,
                       gint64     order_id,
                       GArray    *parts,
                       gboolean   over,
                       GError   **error)
{
  const gboolean anyway = sedia_db_operation (db)->anyway;
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) lines = order != NULL ? sedia_order_pick_lines (order, parts, error) : NULL;
  gint64 document = 0;

  if (lines == NULL)
    return FALSE;

  if (order->all_or_nothing && !anyway && !is_complete (order, lines, parts))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
                   _("Order %" PRId64 " is “all or nothing” and not complete yet; "
                     "hand over a part of it anyway?"), order_id);
      return FALSE;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (SediaOrderLine) line = NULL;
      gint64 quantity;

      /* Handing over the line before may have changed what is set aside for this one. */
      line = sedia_order_line_read_plain (db, ((SediaOrderLine *) g_ptr_array_index (lines, i))->id,
                                    error);
      if (line == NULL)
        return FALSE;

      quantity = sedia_line_part_quantity (parts, line->position);
      if (quantity == 0)
        quantity = line->reserved;
      if (quantity == 0)
        continue;

      if (!check_whole (order, line, quantity, anyway, error) ||
          !check_over (line, quantity, over || anyway, error) ||
          (document == 0 &&
           !insert_document (db, order_id, "hand-over", "", FALSE, &document, error)) ||
          !hand_over_line (db, document, line, quantity, error))
        return FALSE;
    }

  if (document == 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Nothing is set aside for order %" PRId64
                     ", so there is nothing to hand over."),
                   order_id);
      return FALSE;
    }

  return sedia_order_subject (db, order_id, error);
}

/* ---- returns */

static gboolean
return_line (SediaDb          *db,
             gint64            document,
             SediaOrderLine   *line,
             gint64            quantity,
             SediaSettlement   settlement,
             gboolean          damaged,
             GError          **error)
{
  const gint64 over = MIN (quantity, line->over);
  const gint64 counted = quantity - over;

  return sedia_db_run (db, error, "hand-over-line-insert", 5, document, line->id, -counted, -over,
                       sedia_db_operation (db)->id) &&
         (settlement == SEDIA_RETURN_EXCHANGE || counted == 0 ||
          sedia_order_set_amounts (db, line->id, line->ordered, line->cancelled + counted,
                                   error)) &&
         sedia_stock_move (db, line->product_id, quantity, "return", line->order_id, NULL, error) &&
         (!damaged || sedia_stock_move (db, line->product_id, -quantity, "damage", line->order_id,
                                        NULL, error)) &&
         sedia_serve_product (db, line->product_id, SEDIA_SERVE_RESTOCK, 0, error) &&
         sedia_order_settle_line (db, line->id, error);
}

static gboolean
refuse_return (SediaOrderLine  *line,
               gint64           quantity,
               GError         **error)
{
  const gint64 handed_over = line->delivered + line->over;
  g_autofree char *back = sedia_quantity_text (quantity, line->decimals, line->unit);
  g_autofree char *had = sedia_quantity_text (handed_over, line->decimals, line->unit);

  if (handed_over == 0)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("Nothing of %s can come back: nothing was handed over in line %u."),
                 line->product, line->position);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("%s of %s cannot come back: the customer has %s of line %u."), back,
                 line->product, had, line->position);

  return FALSE;
}

/**
 * sedia_order_return:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @parts: (element-type SediaLinePart): which lines, and how much of each
 * @settlement: money back, or another one: an exchange opens the line again at its old place
 * @damaged: it does not go back on the shelf
 * @error: return location
 *
 * Goods come back from the customer.
 */
gboolean
sedia_order_return (SediaDb          *db,
                    gint64            order_id,
                    GArray           *parts,
                    SediaSettlement   settlement,
                    gboolean          damaged,
                    GError          **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) lines = NULL;
  gint64 document;

  if (order == NULL)
    return FALSE;
  if (parts == NULL || parts->len == 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Name the line and how much of it came back."));
      return FALSE;
    }
  if (!(lines = sedia_order_pick_lines (order, parts, error)) ||
      !insert_document (db, order_id, "return",
                        settlement == SEDIA_RETURN_REFUND ? "refund" : "exchange", damaged,
                        &document, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (lines, i);
      gint64 quantity = sedia_line_part_quantity (parts, line->position);

      if (quantity == 0)
        quantity = line->delivered + line->over;
      if (quantity == 0 || quantity > line->delivered + line->over)
        return refuse_return (line, quantity, error);
      if (!return_line (db, document, line, quantity, settlement, damaged, error))
        return FALSE;
    }

  return sedia_order_subject (db, order_id, error);
}
