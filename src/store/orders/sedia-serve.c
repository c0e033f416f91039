/* Reservations one by one: the ledger row, what its customer must now be told, a product's balances
 * and its queue. Serving whole products is in sedia-serve-round.c.
 */
#include "config.h"

#include "sedia-serve.h"

#include "sedia-due.h"
#include "sedia-queue.h"
#include "sedia-reads.h"

#include <string.h>

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
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "reservation-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_int64 (stmt, 2, quantity);
  sedia_stmt_bind_text (stmt, 3, reason);
  sedia_stmt_bind_text (stmt, 4, NULL);
  sedia_stmt_bind_int64 (stmt, 5, sedia_db_operation (db)->id);
  return sedia_stmt_run (stmt, error);
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
  return sedia_serve_reserve (db, line_id, -quantity, reason, error) &&
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
 * sedia_serve_queue_until:
 * @db: a connection
 * @product_id: a product
 * @serving: the rule in force
 * @stop: (nullable): whether the lines up to this one are enough
 * @data: for @stop
 * @error: return location
 *
 * Reads the queue from its front. Under the default rule the rows come in serving order, so the
 * reading can stop early; under the other they must all be seen.
 *
 * Returns: (transfer full) (element-type SediaQueueLine) (nullable): open lines in serving order
 */
GArray *
sedia_serve_queue_until (SediaDb         *db,
                         gint64           product_id,
                         SediaServing     serving,
                         SediaQueueStop   stop,
                         gpointer         data,
                         GError         **error)
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
      if (serving == SEDIA_SERVING_DATED_FIRST && stop != NULL && stop (&line, data))
        return g_steal_pointer (&lines);
    }

  if (step == SEDIA_STEP_ERROR)
    return NULL;

  sedia_queue_sort (lines, serving);
  return g_steal_pointer (&lines);
}

static gboolean
is_enough (const SediaQueueLine *line,
           gpointer              data)
{
  gint64 *enough = data;

  if (!line->held)
    *enough -= MIN (*enough, line->open - line->reserved);

  return *enough == 0;
}

/**
 * sedia_serve_queue: Like sedia_serve_queue_until(), until @enough units that can be served are
 * read; 0 for the whole queue.
 */
GArray *
sedia_serve_queue (SediaDb       *db,
                   gint64         product_id,
                   gint64         enough,
                   SediaServing   serving,
                   GError       **error)
{
  return sedia_serve_queue_until (db, product_id, serving, enough > 0 ? is_enough : NULL, &enough,
                                  error);
}

/**
 * sedia_serve_rule: The serving rule in force; read once per operation, since a delivery serves
 * five hundred products.
 */
SediaServing
sedia_serve_rule (SediaDb *db)
{
  SediaOperationState *operation = sedia_db_operation (db);

  if (operation->serving < 0)
    operation->serving = sedia_setting_serving (db);

  return (SediaServing) operation->serving;
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
  const SediaServing serving = sedia_serve_rule (db);
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
