/* What a supplier's past deliveries tell of how long it takes: rules.md section 4. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-reads.h"
#include "sedia-time.h"

/* Years ago it may have been another supplier in all but the name. */
#define MOST 50

/* Days from the agreed day, and from the order. */
typedef struct
{
  GArray *delays; /* of int */
  GArray *leads;  /* of int */
} Days;

static void
add (Days *days,
     int   came,
     int   agreed,
     int   placed)
{
  const int delay = came - agreed, lead = came - placed;

  g_array_append_val (days->delays, delay);
  g_array_append_val (days->leads, lead);
}

static gboolean
read_past (SediaDb  *db,
           gint64    supplier_id,
           gint64    now,
           Days     *days,
           GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-history", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, now);
  sedia_stmt_bind_int64 (stmt, 3, MOST);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    add (days, sedia_day_of_time (sedia_stmt_int64 (stmt, 0)), (int) sedia_stmt_int64 (stmt, 1),
         sedia_day_of_time (sedia_stmt_int64 (stmt, 2)));

  return step == SEDIA_STEP_DONE;
}

/* What is late has taken at least until today. */
static gboolean
read_late (SediaDb  *db,
           gint64    supplier_id,
           int       today,
           Days     *days,
           GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-late", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, today);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    add (days, today, (int) sedia_stmt_int64 (stmt, 0),
         sedia_day_of_time (sedia_stmt_int64 (stmt, 1)));

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_supplier_read_history:
 * @db: a connection
 * @supplier_id: a supplier
 * @now: as seen when
 * @history: (out): what its past tells
 * @error: return location
 *
 * Deliveries for its purchases that were not taken back, the last fifty; and purchases that are
 * late, with their age so far. With fewer than five past deliveries there are no ranges.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_supplier_read_history (SediaDb               *db,
                             gint64                 supplier_id,
                             gint64                 now,
                             SediaSupplierHistory  *history,
                             GError               **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, supplier_id, error);
  g_autoptr (GArray) delays = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  Days days = { delays, leads };

  if (supplier == NULL || !read_past (db, supplier_id, now, &days, error))
    return FALSE;

  *history = (SediaSupplierHistory) { .n_past = delays->len, .lead_days = supplier->lead_days };
  if (!read_late (db, supplier_id, sedia_day_of_time (now), &days, error))
    return FALSE;

  history->n_late = delays->len - history->n_past;
  history->is_known = history->n_past >= SEDIA_RANGE_LEAST;
  if (!history->is_known)
    return TRUE;

  sedia_day_range ((const int *) (gpointer) delays->data, delays->len, &history->delay);
  sedia_day_range ((const int *) (gpointer) leads->data, leads->len, &history->lead);
  sedia_day_spread ((const int *) (gpointer) leads->data, leads->len, &history->lead_mean,
                    &history->lead_deviation);
  return TRUE;
}
