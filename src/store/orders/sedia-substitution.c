/* Something else instead of what a customer waits for: the old line is given up, and the new ones
 * say what they stand for.
 *
 * A link is a row that is never touched again. It counts as long as the operation that made it is
 * in force, so taking the order back and doing it again needs nothing here.
 */
#include "config.h"

#include "sedia-orders.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static SediaGivenUp *
given_up_from_stmt (SediaStmt *stmt)
{
  SediaGivenUp *given_up = g_new0 (SediaGivenUp, 1);

  given_up->order_id = sedia_stmt_int64 (stmt, 1);
  given_up->position = (guint) sedia_stmt_int64 (stmt, 2);
  given_up->sku = sedia_stmt_dup_text (stmt, 3);
  given_up->product = sedia_stmt_dup_text (stmt, 4);
  given_up->quantity = sedia_stmt_int64 (stmt, 5);
  given_up->decimals = (guint) sedia_stmt_int64 (stmt, 6);
  given_up->unit = sedia_stmt_dup_text (stmt, 7);

  return given_up;
}

/**
 * sedia_order_read_links:
 * @db: a connection
 * @line: a line
 * @error: return location
 *
 * Fills in what the line was taken instead of, and the last order that was placed instead of it.
 */
gboolean
sedia_order_read_links (SediaDb         *db,
                        SediaOrderLine  *line,
                        GError         **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-line-links", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  g_clear_pointer (&line->instead_of, sedia_given_up_free);
  line->replaced_by = 0;
  sedia_stmt_bind_int64 (stmt, 1, line->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      if (sedia_stmt_int64 (stmt, 0) == 0)
        {
          line->replaced_by = sedia_stmt_int64 (stmt, 1);
          continue;
        }

      g_clear_pointer (&line->instead_of, sedia_given_up_free);
      line->instead_of = given_up_from_stmt (stmt);
    }

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_order_give_up:
 * @db: the writing connection, in an operation
 * @line_id: a line
 * @customer_id: who takes something else instead
 * @quantity: (out): how much of the line was open
 * @error: return location
 *
 * Cancels all of a line that is still open. Refused when the line is somebody else's, or when
 * nothing of it is open.
 */
gboolean
sedia_order_give_up (SediaDb  *db,
                     gint64    line_id,
                     gint64    customer_id,
                     gint64   *quantity,
                     GError  **error)
{
  g_autoptr (SediaOrderLine) line = sedia_order_line_read_plain (db, line_id, error);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));
  SediaLinePart part;

  if (line == NULL)
    return FALSE;
  if (line->customer_id != customer_id)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Line %u of order %" PRId64 " is %s’s: somebody else cannot take something "
                     "else instead of it."),
                   line->position, line->order_id, line->customer);
      return FALSE;
    }

  *quantity = sedia_order_line_open (line);
  if (*quantity <= 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Nothing of %s is open any more in line %u of order %" PRId64
                     ", so nothing can be taken instead of it."),
                   line->product, line->position, line->order_id);
      return FALSE;
    }

  part = (SediaLinePart) { line->position, *quantity };
  g_array_append_val (parts, part);

  return sedia_order_cancel (db, line->order_id, parts, error);
}
