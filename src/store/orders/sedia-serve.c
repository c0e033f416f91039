/* Bringing a product's reservations in line with its stock, in the transaction that changed the
 * stock.
 *
 *   free > 0, lines wait      the queue is served                      (rules.md 3.2, 3.3)
 *   on hand < reserved        reservations go, from the back           (rules.md 3.6)
 *
 * Who gets or loses what is decided by sedia-queue.c; here it is written down, with what the
 * customers must now be told.
 */
#include "config.h"

#include "sedia-serve.h"

#include "sedia-due.h"
#include "sedia-queue.h"
#include "sedia-reads.h"

#include <string.h>

static gboolean
insert_reservation (SediaDb     *db,
                    gint64       line_id,
                    gint64       quantity,
                    const char  *reason,
                    GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "reservation-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_int64 (stmt, 2, quantity);
  sedia_stmt_bind_text (stmt, 3, reason);
  sedia_stmt_bind_int64 (stmt, 4, sedia_db_operation (db)->id);
  return sedia_stmt_run (stmt, error);
}

/**
 * sedia_serve_reserve:
 * @db: the writing connection
 * @line_id: an order line
 * @quantity: how much is set aside for it
 * @reason: of the ledger row
 * @error: return location
 *
 * Sets stock aside for a line.
 */
gboolean
sedia_serve_reserve (SediaDb     *db,
                     gint64       line_id,
                     gint64       quantity,
                     const char  *reason,
                     GError     **error)
{
  return insert_reservation (db, line_id, quantity, reason, error);
}

/**
 * sedia_serve_release:
 * @db: the writing connection
 * @line_id: an order line
 * @quantity: how much of what is set aside for it goes
 * @reason: of the ledger row
 * @error: return location
 *
 * Takes stock away from a line, with what its customer must now be told.
 */
gboolean
sedia_serve_release (SediaDb     *db,
                     gint64       line_id,
                     gint64       quantity,
                     const char  *reason,
                     GError     **error)
{
  return insert_reservation (db, line_id, -quantity, reason, error) &&
         sedia_due_note_lost (db, line_id, strcmp (reason, "override") == 0, error);
}

/**
 * sedia_serve_balance: A product's balances.
 */
gboolean
sedia_serve_balance (SediaDb  *db,
                     gint64    product_id,
                     gint64   *on_hand,
                     gint64   *reserved,
                     gint64   *open,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "serve-balance", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  *on_hand = sedia_stmt_int64 (stmt, 0);
  *reserved = sedia_stmt_int64 (stmt, 1);
  *open = sedia_stmt_int64 (stmt, 2);
  return TRUE;
}

static SediaQueueLine
queue_line_from_stmt (SediaStmt *stmt)
{
  return (SediaQueueLine) {
    .line_id = sedia_stmt_int64 (stmt, 0),
    .order_id = sedia_stmt_int64 (stmt, 1),
    .position = (guint) sedia_stmt_int64 (stmt, 2),
    .first = sedia_stmt_int64 (stmt, 3) == 0,
    .need_by = (int) sedia_stmt_optional (stmt, 4, SEDIA_NO_DAY),
    .placed_at = sedia_stmt_int64 (stmt, 5),
    .open = sedia_stmt_int64 (stmt, 6),
    .reserved = sedia_stmt_int64 (stmt, 7),
    .held = sedia_stmt_int64 (stmt, 8) != 0,
  };
}

/**
 * sedia_serve_queue:
 * @db: a connection
 * @product_id: a product
 * @enough: stop once this many units that can be served are read; 0 for the whole queue
 * @serving: the rule in force
 * @error: return location
 *
 * Reads the queue from its front. Under the default rule the rows come in serving order, so the
 * reading can stop early; under the other they must all be seen.
 *
 * Returns: (transfer full) (element-type SediaQueueLine) (nullable): open lines in serving order
 */
GArray *
sedia_serve_queue (SediaDb       *db,
                   gint64         product_id,
                   gint64         enough,
                   SediaServing   serving,
                   GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "serve-queue", error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaQueueLine line = queue_line_from_stmt (stmt);

      g_array_append_val (lines, line);
      if (enough == 0 || line.held || serving != SEDIA_SERVING_DATED_FIRST)
        continue;

      enough -= MIN (enough, line.open - line.reserved);
      if (enough == 0)
        return g_steal_pointer (&lines);
    }

  if (step == SEDIA_STEP_ERROR)
    return NULL;

  sedia_queue_sort (lines, serving);
  return g_steal_pointer (&lines);
}

/* The arrival goes into the outbox once, however many lines it fills. */
static gboolean
write_restock (SediaDb  *db,
               gint64    delivery_id,
               GError  **error)
{
  SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = NULL;

  if (operation->has_restock)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "restock-insert", error)))
    return FALSE;

  operation->has_restock = TRUE;
  sedia_stmt_bind_int64 (stmt, 1, operation->id);
  sedia_stmt_bind_id (stmt, 2, delivery_id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
write_notice (SediaDb           *db,
              const SediaGrant  *grant,
              gint64             delivery_id,
              gboolean           order_ready,
              GError           **error)
{
  return write_restock (db, delivery_id, error) &&
         sedia_db_run (db, error, "notice-insert", 5, sedia_db_operation (db)->id, grant->line_id,
                       grant->quantity, (gint64) grant->complete, (gint64) order_ready);
}

/* Whether nothing of an order waits any more, and whether it has other lines that wanted to know.
 */
static gboolean
read_order_ready (SediaDb   *db,
                  gint64     order_id,
                  gboolean  *is_ready,
                  gboolean  *has_others,
                  GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "order-still-waits", error);

  if (stmt == NULL)
    return FALSE;
  sedia_stmt_bind_int64 (stmt, 1, order_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  *is_ready = sedia_stmt_int64 (stmt, 0) == 0;
  *has_others = sedia_stmt_int64 (stmt, 1) > 1;
  return TRUE;
}

/* A line got its part: the ledger, the notice, and "come and collect it" once the line is complete.
 */
static gboolean
grant_part (SediaDb              *db,
            const SediaQueueLine *line,
            const SediaGrant     *grant,
            SediaServeReason      reason,
            gint64                delivery_id,
            GError              **error)
{
  gboolean is_ready = FALSE, has_others = FALSE;

  if (!insert_reservation (db, grant->line_id, grant->quantity, "serve", error))
    return FALSE;

  if (reason == SEDIA_SERVE_RESTOCK)
    {
      if (grant->complete && !read_order_ready (db, line->order_id, &is_ready, &has_others, error))
        return FALSE;
      if (!write_notice (db, grant, delivery_id, is_ready, error))
        return FALSE;
      if (is_ready && has_others &&
          !sedia_db_run (db, error, "notice-order-ready", 2, sedia_db_operation (db)->id,
                         line->order_id))
        return FALSE;
    }

  return !grant->complete || reason == SEDIA_SERVE_PLACED ||
         sedia_due_note_filled (db, grant->line_id, error);
}

/* Read once per operation: a delivery serves five hundred products. */
static SediaServing
serving_in_force (SediaDb *db)
{
  SediaOperationState *operation = sedia_db_operation (db);

  if (operation->serving < 0)
    operation->serving = sedia_setting_serving (db);

  return (SediaServing) operation->serving;
}

static gboolean
serve_free (SediaDb           *db,
            gint64             product_id,
            gint64             free,
            SediaServeReason   reason,
            gint64             delivery_id,
            GError           **error)
{
  const SediaServing serving = serving_in_force (db);
  g_autoptr (GArray) lines = sedia_serve_queue (db, product_id, free, serving, error);
  g_autoptr (GArray) grants = NULL;

  if (lines == NULL)
    return FALSE;

  grants = sedia_queue_serve (lines, free, serving);
  for (guint i = 0; i < grants->len; i++)
    {
      SediaGrant *grant = &g_array_index (grants, SediaGrant, i);

      if (!grant_part (db, &g_array_index (lines, SediaQueueLine, grant->index), grant, reason,
                       delivery_id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
release_from_back (SediaDb  *db,
                   gint64    product_id,
                   gint64    missing,
                   GError  **error)
{
  const SediaServing serving = serving_in_force (db);
  g_autoptr (GArray) lines = sedia_serve_queue (db, product_id, 0, serving, error);
  g_autoptr (GArray) losses = NULL;

  if (lines == NULL)
    return FALSE;

  losses = sedia_queue_release (lines, missing, serving);
  for (guint i = 0; i < losses->len; i++)
    {
      SediaGrant *loss = &g_array_index (losses, SediaGrant, i);

      if (!sedia_serve_release (db, loss->line_id, loss->quantity, "lost", error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_serve_override:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @quantity: how much of what is set aside is needed for something else
 * @except_line: the order line it is needed for, 0 for none: it loses nothing
 * @error: return location
 *
 * Somebody decided against the queue: the last in it lose first, and their customers must be told.
 */
gboolean
sedia_serve_override (SediaDb  *db,
                      gint64    product_id,
                      gint64    quantity,
                      gint64    except_line,
                      GError  **error)
{
  const SediaServing serving = serving_in_force (db);
  g_autoptr (GArray) lines = sedia_serve_queue (db, product_id, 0, serving, error);
  g_autoptr (GArray) losses = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, SediaQueueLine, i).line_id == except_line)
      {
        g_array_remove_index (lines, i);
        break;
      }

  losses = sedia_queue_release (lines, quantity, serving);
  for (guint i = 0; i < losses->len; i++)
    {
      SediaGrant *loss = &g_array_index (losses, SediaGrant, i);

      if (!sedia_serve_release (db, loss->line_id, loss->quantity, "override", error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_serve_product:
 * @db: the writing connection, in an operation
 * @product_id: a product whose stock, reservations or queue changed
 * @reason: whether those who are filled are news to the shop
 * @delivery_id: the delivery that brought the goods, 0 for none
 * @error: return location
 *
 * Offers free stock to the queue, or takes back what no longer fits. Every command ends with it for
 * each product it touched.
 */
gboolean
sedia_serve_product (SediaDb           *db,
                     gint64             product_id,
                     SediaServeReason   reason,
                     gint64             delivery_id,
                     GError           **error)
{
  gint64 on_hand, reserved, open, free;

  if (!sedia_serve_balance (db, product_id, &on_hand, &reserved, &open, error))
    return FALSE;

  free = MAX (on_hand, 0) - reserved;
  if (free < 0)
    return release_from_back (db, product_id, -free, error);
  if (free > 0 && open > reserved)
    return serve_free (db, product_id, free, reason, delivery_id, error);

  return TRUE;
}
