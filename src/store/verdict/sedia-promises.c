/* Days that customers were told, and whether they were kept: see sedia-promises.h. */
#include "config.h"

#include "sedia-promises.h"

#include "sedia-time.h"

/* One line while it is looked at. */
typedef struct
{
  gint64 line_id;
  gint64 need;      /* all of it that was not cancelled */
  gint64 cancelled;
  GArray *told;     /* of Told, in the order of time */
  SediaPromise *promise;
} Line;

typedef struct
{
  int on;
  int day;          /* SEDIA_NO_DAY: nobody knew any more */
} Told;

/**
 * sedia_promise_free: Frees a promise.
 */
void
sedia_promise_free (SediaPromise *promise)
{
  if (promise == NULL)
    return;

  g_free (promise->customer);
  g_free (promise->product);
  g_free (promise);
}

/* The day all of the line was there; SEDIA_NO_DAY for never. */
static gboolean
read_done (SediaDb     *db,
           const Line  *line,
           int         *done,
           GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step = SEDIA_STEP_DONE;
  gint64 given = 0;

  *done = SEDIA_NO_DAY;
  if (line->need <= 0)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "verdict-given", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line->line_id);
  while (*done == SEDIA_NO_DAY && (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      given += sedia_stmt_int64 (stmt, 1);
      if (given >= line->need)
        *done = sedia_day_of_time (sedia_stmt_int64 (stmt, 0));
    }

  return step != SEDIA_STEP_ERROR;
}

/* The day a line that came to nothing was given up; SEDIA_NO_DAY for others. */
static gboolean
read_given_up (SediaDb     *db,
               const Line  *line,
               int         *day,
               GError     **error)
{
  gint64 at;

  *day = SEDIA_NO_DAY;
  if (line->need > 0)
    return TRUE;
  if (!sedia_db_value (db, &at, error, "verdict-cancelled-at", 1, line->line_id))
    return FALSE;
  if (at != 0)
    *day = sedia_day_of_time (at);

  return TRUE;
}

/* What was promised last, in good time, before the line was there or given up. */
static int
promised_day (const Line *line,
              int         end)
{
  int promised = SEDIA_NO_DAY;

  for (guint i = 0; i < line->told->len; i++)
    {
      const Told *told = &g_array_index (line->told, Told, i);

      if (end != SEDIA_NO_DAY && told->on > end)
        break;
      if (promised == SEDIA_NO_DAY || told->on < promised)
        promised = told->day;
    }

  return promised;
}

/* Takes the promise of the line into the list when it can be judged. */
static gboolean
judge (SediaDb    *db,
       Line       *line,
       int         since,
       int         today,
       GPtrArray  *promises,
       GError    **error)
{
  SediaPromise *promise = line->promise;
  int done, given_up;

  if (!read_done (db, line, &done, error) || !read_given_up (db, line, &given_up, error))
    return FALSE;
  /* Lowered to nothing, without anybody having cancelled it: it was no order. */
  if (line->need <= 0 && given_up == SEDIA_NO_DAY)
    return TRUE;

  promise->day = promised_day (line, done != SEDIA_NO_DAY ? done : given_up);
  promise->done = done;
  promise->is_kept = done != SEDIA_NO_DAY && done <= promise->day;
  if (promise->day == SEDIA_NO_DAY || promise->day < since)
    return TRUE;

  if (done != SEDIA_NO_DAY || promise->day < (given_up != SEDIA_NO_DAY ? given_up : today))
    g_ptr_array_add (promises, g_steal_pointer (&line->promise));

  return TRUE;
}

static void
begin_line (Line      *line,
            SediaStmt *stmt)
{
  line->line_id = sedia_stmt_int64 (stmt, 0);
  line->need = sedia_stmt_int64 (stmt, 6);
  line->cancelled = sedia_stmt_int64 (stmt, 7);
  g_array_set_size (line->told, 0);
  g_clear_pointer (&line->promise, sedia_promise_free);
  line->promise = g_new0 (SediaPromise, 1);
  line->promise->order_id = sedia_stmt_int64 (stmt, 1);
  line->promise->customer = sedia_stmt_dup_text (stmt, 2);
  line->promise->product = sedia_stmt_dup_text (stmt, 3);
}

static int
compare_promises (gconstpointer a,
                  gconstpointer b)
{
  const SediaPromise *left = *(const SediaPromise *const *) a;
  const SediaPromise *right = *(const SediaPromise *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return (left->order_id > right->order_id) - (left->order_id < right->order_id);
}

static gboolean
read_lines (SediaDb    *db,
            SediaStmt  *stmt,
            Line       *line,
            int         since,
            int         today,
            GPtrArray  *promises,
            GError    **error)
{
  SediaStep step;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const Told told = { sedia_day_of_time (sedia_stmt_int64 (stmt, 4)),
                          (int) sedia_stmt_optional (stmt, 5, SEDIA_NO_DAY) };

      if (line->line_id != sedia_stmt_int64 (stmt, 0))
        {
          if (line->line_id != 0 && !judge (db, line, since, today, promises, error))
            return FALSE;
          begin_line (line, stmt);
        }
      g_array_append_val (line->told, told);
    }

  return step == SEDIA_STEP_DONE &&
         (line->line_id == 0 || judge (db, line, since, today, promises, error));
}

/**
 * sedia_promises_read:
 * @db: a connection
 * @product_id: of which product, 0 for all
 * @since: promised for this day or later
 * @today: as seen on this day; what is promised for it or later is judged only once it is kept
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaPromise): by day
 */
GPtrArray *
sedia_promises_read (SediaDb  *db,
                     gint64    product_id,
                     int       since,
                     int       today,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, product_id != 0 ? "verdict-told"
                                                                     : "verdict-told-all", error);
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_promise_free);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  Line line = { .told = told };
  gboolean is_read;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, since);
  is_read = read_lines (db, stmt, &line, since, today, promises, error);
  g_clear_pointer (&line.promise, sedia_promise_free);
  if (!is_read)
    return NULL;

  g_ptr_array_sort (promises, compare_promises);
  return g_steal_pointer (&promises);
}
