/* Customer orders: reading. */
#include "config.h"

#include "sedia-expected-days.h"
#include "sedia-operation.h"
#include "sedia-orders.h"
#include "sedia-reads.h"

/**
 * sedia_order_line_from_stmt: (transfer full) a line from a row in the columns of
 * `order-line-read`.
 */
SediaOrderLine *
sedia_order_line_from_stmt (SediaStmt *stmt)
{
  SediaOrderLine *line = g_new0 (SediaOrderLine, 1);

  line->id = sedia_stmt_int64 (stmt, 0);
  line->order_id = sedia_stmt_int64 (stmt, 1);
  line->position = (guint) sedia_stmt_int64 (stmt, 2);
  line->product_id = sedia_stmt_int64 (stmt, 3);
  line->sku = sedia_stmt_dup_text (stmt, 4);
  line->product = sedia_stmt_dup_text (stmt, 5);
  line->unit = sedia_stmt_dup_text (stmt, 6);
  line->decimals = (guint) sedia_stmt_int64 (stmt, 7);
  line->customer_id = sedia_stmt_int64 (stmt, 8);
  line->customer = sedia_stmt_dup_text (stmt, 9);
  line->placed_at = sedia_stmt_int64 (stmt, 10);
  line->ordered = sedia_stmt_int64 (stmt, 11);
  line->delivered = sedia_stmt_int64 (stmt, 12);
  line->over = sedia_stmt_int64 (stmt, 13);
  line->cancelled = sedia_stmt_int64 (stmt, 14);
  line->reserved = sedia_stmt_int64 (stmt, 15);
  line->price = sedia_stmt_optional (stmt, 16, SEDIA_NO_AMOUNT);
  line->need_by = (int) sedia_stmt_optional (stmt, 17, SEDIA_NO_DAY);
  line->first = sedia_stmt_int64 (stmt, 18) == 0;
  line->all_or_nothing = sedia_stmt_int64 (stmt, 19) != 0;
  line->held = sedia_stmt_int64 (stmt, 20) != 0;
  line->earliest = line->latest = line->expected = SEDIA_NO_DAY;
  line->expected_source = SEDIA_EXPECTED_STOCK;
  if (sedia_order_line_waiting (line) <= 0)
    return line;

  line->expected = (int) sedia_stmt_optional (stmt, 21, SEDIA_NO_DAY);
  line->expected_source = line->expected != SEDIA_NO_DAY ? SEDIA_EXPECTED_ESTIMATE
                                                         : SEDIA_EXPECTED_UNKNOWN;

  return line;
}

/**
 * sedia_order_lines_read:
 * @db: a connection
 * @order_id: an order
 * @days: (nullable): when lines are expected; NULL for commands, which do not ask
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaOrderLine) (nullable): its lines
 */
GPtrArray *
sedia_order_lines_read (SediaDb            *db,
                        gint64              order_id,
                        SediaExpectedDays  *days,
                        GError            **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-lines", error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_order_line_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (lines, sedia_order_line_from_stmt (stmt));
  if (step != SEDIA_STEP_DONE)
    return NULL;

  for (guint i = 0; days != NULL && i < lines->len; i++)
    if (!sedia_expected_days_fill (days, g_ptr_array_index (lines, i), error))
      return NULL;

  return g_steal_pointer (&lines);
}

static SediaOrder *
read_order (SediaDb            *db,
            gint64              order_id,
            SediaExpectedDays  *days,
            GError            **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-read", error);
  g_autoptr (SediaOrder) order = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_ORDER, order_id);
  if (step != SEDIA_STEP_ROW)
    return NULL;

  order = g_new0 (SediaOrder, 1);
  order->id = sedia_stmt_int64 (stmt, 0);
  order->customer_id = sedia_stmt_int64 (stmt, 1);
  order->customer = sedia_stmt_dup_text (stmt, 2);
  order->placed_at = sedia_stmt_int64 (stmt, 3);
  order->all_or_nothing = sedia_stmt_int64 (stmt, 4) != 0;
  order->deposit = sedia_stmt_int64 (stmt, 5);
  order->note = sedia_stmt_dup_text (stmt, 6);
  order->reference = sedia_stmt_dup_text (stmt, 7);
  if (!(order->lines = sedia_order_lines_read (db, order_id, days, error)))
    return NULL;
  order->n_lines = order->lines->len;
  for (guint i = 0; days != NULL && i < order->n_lines; i++)
    if (!sedia_order_read_links (db, g_ptr_array_index (order->lines, i), error))
      return NULL;

  return g_steal_pointer (&order);
}

/**
 * sedia_order_read: (transfer full) (nullable) an order with its lines.
 */
SediaOrder *
sedia_order_read (SediaDb  *db,
                  gint64    order_id,
                  GError  **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);

  return read_order (db, order_id, days, error);
}

/**
 * sedia_order_read_plain: (transfer full) (nullable) an order with its lines, without when they are
 * expected and what they were taken instead of.
 */
SediaOrder *
sedia_order_read_plain (SediaDb  *db,
                        gint64    order_id,
                        GError  **error)
{
  return read_order (db, order_id, NULL, error);
}

/**
 * sedia_order_list: (transfer full) (element-type SediaOrder) orders, newest first.
 */
GPtrArray *
sedia_order_list (SediaDb  *db,
                  gint64    customer_id,
                  guint     limit,
                  GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-ids", error);
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_id (stmt, 1, customer_id);
  sedia_stmt_bind_int64 (stmt, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaOrder *order = read_order (db, sedia_stmt_int64 (stmt, 0), days, error);

      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&orders) : NULL;
}

/**
 * sedia_order_line_read_plain: (transfer full) (nullable) one line; when it is expected is what was
 * said of its product.
 */
SediaOrderLine *
sedia_order_line_read_plain (SediaDb  *db,
                             gint64    line_id,
                             GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-line-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_ORDER_LINE, line_id);

  return step == SEDIA_STEP_ROW ? sedia_order_line_from_stmt (stmt) : NULL;
}

/**
 * sedia_order_line_read: (transfer full) (nullable) one line, and when it is expected.
 */
SediaOrderLine *
sedia_order_line_read (SediaDb  *db,
                       gint64    line_id,
                       GError  **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (SediaOrderLine) line = sedia_order_line_read_plain (db, line_id, error);

  return line != NULL && sedia_expected_days_fill (days, line, error) ? g_steal_pointer (&line)
                                                                      : NULL;
}
