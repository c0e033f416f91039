/* Customer orders: changing, cancelling, reopening. */
#include "config.h"

#include "sedia-number.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-serve.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- changing */

/* Makes what is set aside for a line fit under a smaller open part. */
static gboolean
shrink_reservation (SediaDb         *db,
                    SediaOrderLine  *line,
                    gint64           open,
                    GError         **error)
{
  if (line->reserved <= open)
    return TRUE;

  return sedia_serve_reserve (db, line->id, open - line->reserved, "cancel", error);
}

/**
 * sedia_order_edit_line:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @position: the line's number
 * @ordered: how much is wanted in all
 * @error: return location
 *
 * Raises or lowers a line, never below what was delivered. What was cancelled stays cancelled, as
 * far as it fits.
 */
gboolean
sedia_order_edit_line (SediaDb  *db,
                       gint64    order_id,
                       guint     position,
                       gint64    ordered,
                       GError  **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  SediaOrderLine *line;
  gint64 cancelled;

  if (order == NULL || (line = sedia_order_find_line (order, position, error)) == NULL)
    return FALSE;

  if (ordered <= 0 || ordered > SEDIA_QUANTITY_MAX)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The quantity of line %u must be above zero; to give it up, cancel it."),
                   position);
      return FALSE;
    }
  if (ordered < line->delivered)
    {
      g_autofree char *wanted = sedia_quantity_text (ordered, line->decimals, line->unit);
      g_autofree char *had = sedia_quantity_text (line->delivered, line->decimals, line->unit);

      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Line %u of order %" PRId64
                     " cannot be lowered to %s: the customer has %s of %s already."),
                   position, order_id, wanted, had, line->product);
      return FALSE;
    }
  if (ordered == line->ordered)
    return TRUE;

  cancelled = MIN (line->cancelled, ordered - line->delivered);
  if (!shrink_reservation (db, line, ordered - line->delivered - cancelled, error) ||
      !sedia_order_set_amounts (db, line->id, ordered, cancelled, error) ||
      !sedia_serve_product (db, line->product_id, SEDIA_SERVE_QUIET, 0, error) ||
      !sedia_order_settle_line (db, line->id, error))
    return FALSE;

  if (ordered > line->ordered)
    {
      g_autoptr (SediaOrderLine) after = sedia_order_line_read_plain (db, line->id, error);
      gint64 deposit = order->deposit;

      if (after == NULL || !sedia_order_check_backorder (db, after, &deposit, error))
        return FALSE;
    }

  return sedia_order_subject (db, order_id, error);
}

static SediaOrderLine *
read_position (SediaDb  *db,
               gint64    order_id,
               guint     position,
               GError  **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  SediaOrderLine *line = order != NULL ? sedia_order_find_line (order, position, error) : NULL;

  return line != NULL ? sedia_order_line_read (db, line->id, error) : NULL;
}

/**
 * sedia_order_set_first: Serves a line before the others, or in its turn again. Its use is in the
 * log.
 */
gboolean
sedia_order_set_first (SediaDb   *db,
                       gint64     order_id,
                       guint      position,
                       gboolean   first,
                       GError   **error)
{
  g_autoptr (SediaOrderLine) line = read_position (db, order_id, position, error);

  if (line == NULL)
    return FALSE;
  if (line->first == !!first)
    return TRUE;

  return sedia_db_run (db, error, "order-line-set-priority", 2, line->id,
                       (gint64) (first ? 0 : 1)) &&
         sedia_order_subject (db, order_id, error);
}

/**
 * sedia_order_set_need_by: Another need-by date, or none.
 */
gboolean
sedia_order_set_need_by (SediaDb  *db,
                         gint64    order_id,
                         guint     position,
                         int       need_by,
                         GError  **error)
{
  g_autoptr (SediaOrderLine) line = read_position (db, order_id, position, error);
  g_autoptr (SediaStmt) stmt = NULL;

  if (line == NULL)
    return FALSE;
  if (line->need_by == need_by)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "order-line-set-need-by", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line->id);
  sedia_stmt_bind_optional (stmt, 2, need_by, SEDIA_NO_DAY);
  return sedia_stmt_run (stmt, error) && sedia_order_subject (db, order_id, error);
}

/* ---- cancelling and reopening */

static gboolean
refuse_cancel (SediaOrderLine  *line,
               gint64           quantity,
               GError         **error)
{
  const gint64 open = sedia_order_line_open (line);
  g_autofree char *wanted = sedia_quantity_text (quantity, line->decimals, line->unit);
  g_autofree char *have = sedia_quantity_text (open, line->decimals, line->unit);

  if (open == 0)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("Nothing of %s can be cancelled: nothing is open in line %u."), line->product,
                 line->position);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("%s of %s cannot be cancelled: line %u has only %s open."), wanted,
                 line->product, line->position, have);

  return FALSE;
}

static gboolean
cancel_line (SediaDb         *db,
             SediaOrderLine  *line,
             gint64           quantity,
             GError         **error)
{
  const gint64 open = sedia_order_line_open (line);

  if (quantity > open)
    return refuse_cancel (line, quantity, error);

  return shrink_reservation (db, line, open - quantity, error) &&
         sedia_order_set_amounts (db, line->id, line->ordered, line->cancelled + quantity, error);
}

/**
 * sedia_order_cancel:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @parts: (nullable) (element-type SediaLinePart): lines, or parts of lines; NULL for all that is
 * open
 * @error: return location
 *
 * Cancels what is open: what waits first, then what is set aside, which goes to the queue at once.
 * What was handed over stays so; cancelling twice changes nothing.
 */
gboolean
sedia_order_cancel (SediaDb  *db,
                    gint64    order_id,
                    GArray   *parts,
                    GError  **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) lines = order != NULL ? sedia_order_pick_lines (order, parts, error) : NULL;
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (lines, i);
      gint64 quantity = sedia_line_part_quantity (parts, line->position);

      if (quantity == 0)
        quantity = sedia_order_line_open (line);
      if (quantity == 0)
        continue;
      if (!cancel_line (db, line, quantity, error))
        return FALSE;
      g_ptr_array_add (changed, line);
    }

  if (changed->len == 0)
    return TRUE;

  return sedia_order_settle_lines (db, changed, error) &&
         sedia_order_serve_lines (db, changed, SEDIA_SERVE_QUIET, error) &&
         sedia_order_subject (db, order_id, error);
}

/**
 * sedia_order_reopen:
 * @db: the writing connection, in an operation
 * @order_id: an order
 * @error: return location
 *
 * Wants again what was cancelled, at the old place in the queue. What was returned against money
 * stays cancelled.
 */
gboolean
sedia_order_reopen (SediaDb  *db,
                    gint64    order_id,
                    GError  **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read_plain (db, order_id, error);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (order == NULL)
    return FALSE;

  for (guint i = 0; i < order->lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (order->lines, i);
      gint64 refunded, cancelled;

      if (line->cancelled == 0)
        continue;
      if (!sedia_db_value (db, &refunded, error, "order-line-refunded", 1, line->id))
        return FALSE;
      cancelled = CLAMP (refunded, 0, line->cancelled);
      if (cancelled == line->cancelled)
        continue;
      if (!sedia_order_set_amounts (db, line->id, line->ordered, cancelled, error))
        return FALSE;
      g_ptr_array_add (changed, line);
    }

  if (changed->len == 0)
    return TRUE;

  return sedia_order_serve_lines (db, changed, SEDIA_SERVE_QUIET, error) &&
         sedia_order_settle_lines (db, changed, error) &&
         sedia_order_subject (db, order_id, error);
}
