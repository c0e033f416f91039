/* What the contact clock asks of order lines: see sedia-clock-lines.h. */
#include "config.h"

#include "sedia-clock-lines.h"

#include <string.h>

static SediaCustomerLine
read_line (SediaStmt *stmt)
{
  return (SediaCustomerLine) {
    .customer_id = sedia_stmt_int64 (stmt, 0),
    .line = {
      .line_id = sedia_stmt_int64 (stmt, 1),
      .placed_at = sedia_stmt_int64 (stmt, 2),
      .waits = sedia_stmt_int64 (stmt, 3) != 0,
      .need_by = (int) sedia_stmt_int64 (stmt, 4),
      .expected = (int) sedia_stmt_int64 (stmt, 5),
      .expected_since = sedia_stmt_int64 (stmt, 6),
      .told_expected = SEDIA_NO_DAY,
    },
  };
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const SediaCustomerLine *left = a;
  const SediaCustomerLine *right = b;

  if (left->customer_id != right->customer_id)
    return left->customer_id < right->customer_id ? -1 : 1;

  return (left->line.line_id > right->line.line_id) - (left->line.line_id < right->line.line_id);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const SediaCustomerLine *left = *(const SediaCustomerLine *const *) a;
  const SediaCustomerLine *right = *(const SediaCustomerLine *const *) b;

  return (left->line.line_id > right->line.line_id) - (left->line.line_id < right->line.line_id);
}

/* When it is expected: by what is incoming, or else as somebody typed it. */
static gboolean
find_day (SediaStmt          *stmt,
          SediaExpectedDays  *days,
          SediaClockLine     *line,
          GError            **error)
{
  SediaExpectedDay day;

  if (!line->waits)
    return TRUE;
  if (!sedia_expected_days_find (days, sedia_stmt_int64 (stmt, 7), line->line_id, line->expected,
                                 line->expected_since, &day, error))
    return FALSE;

  line->expected = day.day;
  line->expected_since = day.since;
  return TRUE;
}

static GArray *
read_lines (SediaDb            *db,
            gint64              customer_id,
            SediaExpectedDays  *days,
            GError            **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaCustomerLine));
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  stmt = sedia_db_prepare (db, customer_id != 0 ? "clock-lines-of" : "clock-lines", error);
  if (stmt == NULL)
    return NULL;
  if (customer_id != 0)
    sedia_stmt_bind_int64 (stmt, 1, customer_id);

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaCustomerLine line = read_line (stmt);

      if (!find_day (stmt, days, &line.line, error))
        return NULL;
      g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

static void
note_event (SediaClockLine *line,
            const char     *reason,
            gint64          since)
{
  gint64 *place = NULL;

  if (strcmp (reason, "backordered") == 0)
    place = &line->backordered_since;
  else if (strcmp (reason, "ready") == 0)
    place = &line->ready_since;
  else if (strcmp (reason, "reservation-lost") == 0)
    place = &line->lost_since;

  if (place != NULL && (*place == 0 || since < *place))
    *place = since;
}

static gint64
id_at (GPtrArray *by_id,
       guint      i)
{
  return ((const SediaCustomerLine *) g_ptr_array_index (by_id, i))->line.line_id;
}

/* Events come by line, and so do the lines here: one walk along both. */
static gboolean
read_events (SediaDb    *db,
             gint64      customer_id,
             GPtrArray  *by_id,
             GError    **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;
  guint i = 0;

  stmt = sedia_db_prepare (db, customer_id != 0 ? "clock-events-of" : "clock-events", error);
  if (stmt == NULL)
    return FALSE;
  if (customer_id != 0)
    sedia_stmt_bind_int64 (stmt, 1, customer_id);

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 line_id = sedia_stmt_int64 (stmt, 0);
      SediaCustomerLine *line;

      while (i < by_id->len && id_at (by_id, i) < line_id)
        i++;
      line = i < by_id->len ? g_ptr_array_index (by_id, i) : NULL;
      if (line != NULL && line->line.line_id == line_id)
        note_event (&line->line, sedia_stmt_text (stmt, 1), sedia_stmt_int64 (stmt, 2));
    }

  return step == SEDIA_STEP_DONE;
}

/* Since when a line that was told a day has another. What its purchase says is older than that
 * where the line only moved in the queue; where something that was counted on does not come, it is
 * since then. */
static gint64
news_since (const SediaClockLine *line,
            gboolean              is_purchased,
            gint64                told_at,
            gint64                lost)
{
  if (!is_purchased && lost == 0)
    return line->expected_since;

  return MAX (MAX (line->expected_since, told_at), lost);
}

/**
 * sedia_clock_line_read_told:
 * @db: a connection
 * @line: a line of somebody who heard something; only what waits is ever told a day
 * @days: what @line was found in
 * @error: return location
 *
 * Reads what was said of it last.
 */
gboolean
sedia_clock_line_read_told (SediaDb            *db,
                            SediaClockLine     *line,
                            SediaExpectedDays  *days,
                            GError            **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (!line->waits)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "clock-told-line", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line->line_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    {
      line->told = TRUE;
      line->told_expected = (int) sedia_stmt_int64 (stmt, 0);
      line->told_miss = sedia_stmt_int64 (stmt, 1) != 0;
      line->expected_since =
        news_since (line, sedia_expected_days_is_purchased (days, line->line_id),
                    sedia_stmt_int64 (stmt, 2), sedia_stmt_int64 (stmt, 3));
    }

  return step != SEDIA_STEP_ERROR;
}

static gboolean
complete_lines (SediaDb  *db,
                gint64    customer_id,
                GArray   *lines,
                GError  **error)
{
  g_autoptr (GPtrArray) by_id = g_ptr_array_sized_new (lines->len);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (by_id, &g_array_index (lines, SediaCustomerLine, i));
  g_ptr_array_sort (by_id, compare_ids);

  return read_events (db, customer_id, by_id, error);
}

/**
 * sedia_clock_lines_read:
 * @db: a connection
 * @customer_id: whose; 0: everybody's
 * @days: when lines are expected
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaCustomerLine) (nullable): open lines with what is due
 *   of them, by customer and line; what was told of them is not read
 */
GArray *
sedia_clock_lines_read (SediaDb            *db,
                        gint64              customer_id,
                        SediaExpectedDays  *days,
                        GError            **error)
{
  g_autoptr (GArray) lines = read_lines (db, customer_id, days, error);

  return lines != NULL && complete_lines (db, customer_id, lines, error)
           ? g_steal_pointer (&lines)
           : NULL;
}
