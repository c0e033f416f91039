/* Order lines as the waiting list shows them, many at a time, each with its place in the queue.
 *
 * All lines of a page come from one statement, and the queue of a product is read once, no further
 * than to the last line of it on the page: line by line and to the end a page took three times as
 * long.
 */
#include "config.h"

#include "sedia-waiting-lines.h"

#include "sedia-due-clock.h"
#include "sedia-expected-days.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"

/* ---- the lines */

/* "[17,4,...]": a statement takes a list of ids as JSON. Headings, which have negative ids, are
 * none of ours.
 */
static char *
dup_list (const gint64 *ids,
          guint         n)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    if (ids[i] > 0)
      g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 1 ? "," : "", ids[i]);

  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

static SediaOrderLine *
line_from_stmt (SediaStmt *stmt)
{
  SediaOrderLine *line = sedia_order_line_from_stmt (stmt);

  line->on_hand = sedia_stmt_int64 (stmt, 22);
  line->free = sedia_stmt_int64 (stmt, 23);
  line->incoming = sedia_stmt_int64 (stmt, 24);
  line->told_at = sedia_stmt_int64 (stmt, 25);
  line->told = line->told_at != 0 ? SEDIA_TOLD_YES : SEDIA_TOLD_NO_NEED;

  return line;
}

static GHashTable *
read_lines (SediaDb       *db,
            const gint64  *ids,
            guint          n,
            GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "waiting-lines", error);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) sedia_order_line_free);
  g_autofree char *list = dup_list (ids, n);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_kept (stmt, 1, list);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaOrderLine *line = line_from_stmt (stmt);

      g_hash_table_replace (lines, &line->id, line);
    }
  sedia_stmt_rewind (stmt);

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

/* ---- their places */

typedef struct
{
  GHashTable *lines;
  guint n_wanted; /* of a product: its lines whose place is to be told */
} Wanted;

static SediaOrderLine *
find_wanted (GHashTable           *lines,
             const SediaQueueLine *queued)
{
  SediaOrderLine *line = g_hash_table_lookup (lines, &queued->line_id);

  return line != NULL && sedia_order_line_waiting (line) > 0 ? line : NULL;
}

static gboolean
is_last_wanted (const SediaQueueLine *queued,
                gpointer              data)
{
  Wanted *wanted = data;

  return find_wanted (wanted->lines, queued) != NULL && --wanted->n_wanted == 0;
}

/* Held lines are passed over by automatic serving, so nobody waits behind them. */
static void
set_places (GHashTable *lines,
            GArray     *queue)
{
  guint position = 1;
  gint64 ahead = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *queued = &g_array_index (queue, SediaQueueLine, i);
      SediaOrderLine *line = find_wanted (lines, queued);

      if (line != NULL)
        {
          line->queue_position = position;
          line->ahead = ahead;
        }
      if (queued->held || queued->open <= queued->reserved)
        continue;

      position++;
      ahead += queued->open - queued->reserved;
    }
}

/* How many lines of each product want to know their place. */
static GHashTable *
count_wanted (GHashTable *lines)
{
  GHashTable *products = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SediaOrderLine *line = value;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (products, &line->product_id));

      if (sedia_order_line_waiting (line) > 0)
        g_hash_table_insert (products, &line->product_id, GUINT_TO_POINTER (n + 1));
    }

  return products;
}

static gboolean
find_places (SediaDb     *db,
             GHashTable  *lines,
             GError     **error)
{
  const SediaServing serving = sedia_setting_serving (db);
  g_autoptr (GHashTable) products = count_wanted (lines);
  GHashTableIter iter;
  gpointer product_id, n;

  g_hash_table_iter_init (&iter, products);
  while (g_hash_table_iter_next (&iter, &product_id, &n))
    {
      Wanted wanted = { lines, GPOINTER_TO_UINT (n) };
      g_autoptr (GArray) queue = sedia_serve_queue_until (db, *(gint64 *) product_id, serving,
                                                          is_last_wanted, &wanted, error);

      if (queue == NULL)
        return FALSE;
      set_places (lines, queue);
    }

  return TRUE;
}

/* ---- when they come */

static gboolean
find_days (SediaDb     *db,
           GHashTable  *lines,
           GError     **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!sedia_expected_days_fill (days, value, error))
      return FALSE;

  return TRUE;
}

/* ---- who must be told */

/* What is due of all of somebody's lines is due of each one that waits. */
static void
mark_due (GHashTable *lines,
          gint64      customer_id,
          GArray     *items)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SediaOrderLine *line = value;

      if (line->customer_id != customer_id)
        continue;
      for (guint i = 0; i < items->len; i++)
        {
          const gint64 line_id = g_array_index (items, SediaDueItem, i).line_id;

          if (line_id == line->id || (line_id == 0 && sedia_order_line_waiting (line) > 0))
            line->told = SEDIA_TOLD_NOT_YET;
        }
    }
}

/* Each customer once. */
static gboolean
find_due (SediaDb     *db,
          GHashTable  *lines,
          GError     **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, sedia_time_now (), error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;

  if (clock == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SediaOrderLine *line = value;
      gboolean is_due;
      SediaDue due;

      if (!g_hash_table_add (seen, &line->customer_id))
        continue;
      if (!sedia_due_clock_of (clock, line->customer_id, &is_due, &due, error))
        return FALSE;
      if (is_due && !due.do_not_contact)
        mark_due (lines, line->customer_id, sedia_due_clock_items (clock));
    }

  return TRUE;
}

/**
 * sedia_waiting_lines_read:
 * @db: a connection
 * @ids: ids of order lines, in any order; others are passed over
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the lines that are there, by id, with their places in the
 * queue
 */
GHashTable *
sedia_waiting_lines_read (SediaDb       *db,
                          const gint64  *ids,
                          guint          n,
                          GError       **error)
{
  g_autoptr (GHashTable) lines = read_lines (db, ids, n, error);

  return lines != NULL && find_places (db, lines, error) &&
             find_days (db, lines, error) && find_due (db, lines, error)
           ? g_steal_pointer (&lines)
           : NULL;
}

/**
 * sedia_waiting_lines_steal: (transfer full) (nullable) takes one of the lines out.
 */
SediaOrderLine *
sedia_waiting_lines_steal (GHashTable *lines,
                           gint64      id)
{
  gpointer line = NULL;

  g_hash_table_steal_extended (lines, &id, NULL, &line);
  return line;
}
