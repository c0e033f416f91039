/* Whether a backorder suits a product, by the shop's own records of the last 52 weeks. */
#include "config.h"

#include "sedia-demand.h"
#include "sedia-evidence.h"
#include "sedia-insight.h"
#include "sedia-number.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <math.h>

#define DAYS 7
/* How much is asked for changes with the season: the last quarter of a year says it best. */
#define WEEKS_ASKED 13
#define WEEKS_SHOWN 26
/* An error a thousand times that of "as last week" is as bad as any. */
#define MOST_OF_NAIVE 1000000.0

/* What the verdict is made of while it is measured. */
typedef struct
{
  SediaDb *db;
  int today;
  int since;
  gint64 since_at;
  gint64 until_at; /* the end of today */
  SediaProductVerdict *result;
} Measuring;

/**
 * sedia_product_verdict_free: Frees a verdict with its rows.
 */
void
sedia_product_verdict_free (SediaProductVerdict *verdict)
{
  if (verdict == NULL)
    return;

  sedia_product_free (verdict->product);
  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    g_clear_pointer (&verdict->evidence[i], g_ptr_array_unref);
  g_free (verdict->decided_by);
  g_free (verdict);
}

static gint64
begin_of_day (int day)
{
  g_autoptr (GDateTime) begin = sedia_day_to_date_time (day);

  return g_date_time_to_unix (begin) * G_USEC_PER_SEC;
}

static void
note (Measuring          *self,
      SediaVerdictReason  reason,
      SediaKind           kind,
      gint64              id,
      int                 day,
      gboolean            is_good,
      char               *what,
      char               *found)
{
  sedia_evidence_add (self->result->evidence[reason], kind, id, day, is_good, what, found);
}

/* ---- demand */

static void
take_forecast (SediaVerdictNumbers *numbers,
               const SediaForecast *forecast)
{
  const double scaled = forecast->accuracy.scaled;

  if (forecast->state != SEDIA_FORECAST_CHOSEN || forecast->accuracy.n == 0 || !isfinite (scaled))
    return;

  numbers->forecasts = forecast->accuracy.n;
  numbers->error_of_naive = (guint) MIN (floor (scaled * 1000.0 + 0.5), MOST_OF_NAIVE);
}

static void
take_week (Measuring              *self,
           const SediaDemandWeeks *weeks,
           guint                   week)
{
  const SediaProduct *product = self->result->product;
  const gint64 asked = g_array_index (weeks->asked, gint64, week);
  const gboolean is_out = g_array_index (weeks->is_out, gboolean, week);
  g_autofree char *quantity = sedia_quantity_text (asked, product->decimals, product->unit);

  if (week + WEEKS_ASKED >= weeks->asked->len && !is_out &&
      sedia_checked_add (self->result->numbers.asked, asked, &self->result->numbers.asked))
    self->result->numbers.weeks++;
  if (week + WEEKS_SHOWN >= weeks->asked->len)
    note (self, SEDIA_VERDICT_DEMAND, SEDIA_KIND_PRODUCT, product->id,
          weeks->first_day + (int) week * DAYS, !is_out,
          /* Translators: a quantity; in a table with a row for each week */
          g_strdup_printf (_("%s asked for that week"), quantity),
          g_strdup (is_out ? _("none in stock, not counted") : ""));
}

static gboolean
measure_demand (Measuring  *self,
                GError    **error)
{
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();
  g_autoptr (SediaDemandWeeks) weeks =
    sedia_demand_weeks_read (self->db, self->result->product->id, self->today, error);
  SediaForecast forecast;

  if (weeks == NULL)
    return FALSE;

  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  take_forecast (&self->result->numbers, &forecast);
  for (guint i = 0; i < weeks->asked->len; i++)
    take_week (self, weeks, i);

  return TRUE;
}

/* ---- the supplier */

static void
take_late (Measuring *self,
           gboolean   is_late)
{
  self->result->numbers.late.n++;
  self->result->numbers.late.hits += is_late;
}

static gboolean
measure_came (Measuring  *self,
              gint64      supplier_id,
              GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-deliveries", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, self->since_at);
  sedia_stmt_bind_int64 (stmt, 3, self->until_at);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);
      const int came = sedia_day_of_time (sedia_stmt_int64 (stmt, 1));
      const int agreed = (int) sedia_stmt_int64 (stmt, 2);

      take_late (self, came > agreed);
      note (self, SEDIA_VERDICT_SUPPLIER, SEDIA_KIND_DELIVERY, id, came, came <= agreed,
            g_strdup_printf (_("Delivery %" PRId64), id), sedia_evidence_delivery (agreed, came));
    }

  return step == SEDIA_STEP_DONE;
}

/* What is late counts before it comes: else who never comes would never be late. */
static gboolean
measure_overdue (Measuring  *self,
                 gint64      supplier_id,
                 GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-overdue", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, self->today);
  sedia_stmt_bind_int64 (stmt, 3, self->since);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);
      const int agreed = (int) sedia_stmt_int64 (stmt, 1);

      take_late (self, TRUE);
      note (self, SEDIA_VERDICT_SUPPLIER, SEDIA_KIND_PURCHASE, id, agreed, FALSE,
            g_strdup_printf (_("Purchase %" PRId64), id),
            sedia_evidence_overdue (agreed, self->today));
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
measure_supplier (Measuring  *self,
                  GError    **error)
{
  const gint64 supplier_id = self->result->product->supplier_id;
  SediaVerdictNumbers *numbers = &self->result->numbers;
  SediaSupplierHistory history;

  numbers->lead_days = -1;
  if (supplier_id == 0)
    return TRUE;
  if (!sedia_supplier_read_history (self->db, supplier_id, self->until_at, &history, error) ||
      !measure_came (self, supplier_id, error) || !measure_overdue (self, supplier_id, error))
    return FALSE;

  numbers->lead_days = history.is_known ? MAX (history.lead.high, 0) : history.lead_days;
  return TRUE;
}

/* ---- those who waited */

static gboolean
measure_promises (Measuring  *self,
                  GError    **error)
{
  g_autoptr (GPtrArray) promises = sedia_promises_read (self->db, self->result->product->id,
                                                        self->since, self->today, error);

  if (promises == NULL)
    return FALSE;

  for (guint i = 0; i < promises->len; i++)
    {
      const SediaPromise *promise = g_ptr_array_index (promises, i);

      self->result->numbers.kept.n++;
      self->result->numbers.kept.hits += promise->is_kept;
      note (self, SEDIA_VERDICT_PROMISES, SEDIA_KIND_ORDER, promise->order_id, promise->day,
            promise->is_kept, sedia_evidence_order (promise->order_id, promise->customer),
            sedia_evidence_promise (promise));
    }

  return TRUE;
}

static char *
dup_waited (const SediaProduct *product,
            gint64              cancelled)
{
  g_autofree char *quantity = sedia_quantity_text (cancelled, product->decimals, product->unit);

  /* Translators: a quantity */
  return cancelled > 0 ? g_strdup_printf (_("waited, %s cancelled"), quantity)
                       : g_strdup (_("waited, not cancelled"));
}

static gboolean
measure_cancelled (Measuring  *self,
                   GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-waited", error);
  const SediaProduct *product = self->result->product;
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  sedia_stmt_bind_int64 (stmt, 2, self->since_at);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 order_id = sedia_stmt_int64 (stmt, 1);
      const gint64 cancelled = sedia_stmt_int64 (stmt, 5);

      self->result->numbers.cancelled.n++;
      self->result->numbers.cancelled.hits += cancelled > 0;
      note (self, SEDIA_VERDICT_CANCELLED, SEDIA_KIND_ORDER, order_id,
            sedia_day_of_time (sedia_stmt_int64 (stmt, 3)), cancelled == 0,
            sedia_evidence_order (order_id, sedia_stmt_text (stmt, 2)),
            dup_waited (product, cancelled));
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- counts */

static gboolean
measure_counts (Measuring  *self,
                GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-counted", error);
  const SediaProduct *product = self->result->product;
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  sedia_stmt_bind_int64 (stmt, 2, self->since_at);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 quantity = sedia_stmt_int64 (stmt, 1), difference = sedia_stmt_int64 (stmt, 2);
      g_autofree char *counted = sedia_quantity_text (quantity, product->decimals, product->unit);

      self->result->numbers.right.n++;
      self->result->numbers.right.hits += difference == 0;
      note (self, SEDIA_VERDICT_COUNTS, SEDIA_KIND_PRODUCT, product->id,
            sedia_day_of_time (sedia_stmt_int64 (stmt, 0)), difference == 0,
            /* Translators: a quantity */
            g_strdup_printf (_("%s counted"), counted),
            sedia_evidence_count (quantity, difference, product->decimals, product->unit));
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- the decision in force */

static gboolean
read_decided (Measuring  *self,
              GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-decided", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, self->result->product->id);
  if ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      self->result->decided_at = sedia_stmt_int64 (stmt, 0);
      self->result->decided_by = sedia_stmt_dup_text (stmt, 1);
    }

  return step != SEDIA_STEP_ERROR;
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const SediaEvidence *left = *(const SediaEvidence *const *) a;
  const SediaEvidence *right = *(const SediaEvidence *const *) b;

  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;

  return (left->id < right->id) - (left->id > right->id);
}

/**
 * sedia_verdict_of:
 * @db: a connection
 * @product_id: a product
 * @today: as seen on this day
 * @error: return location
 *
 * Measures what the last 52 weeks tell of a product, and judges it. What was taken back does not
 * count. How predictable demand is tells the forecast, which looks back up to three years.
 *
 * Returns: (transfer full) (nullable): the verdict, with the rows behind each number
 */
SediaProductVerdict *
sedia_verdict_of (SediaDb  *db,
                  gint64    product_id,
                  int       today,
                  GError  **error)
{
  g_autoptr (SediaProductVerdict) result = g_new0 (SediaProductVerdict, 1);
  Measuring self = { .db = db, .today = today, .since = today - SEDIA_VERDICT_WEEKS * DAYS,
                     .result = result };

  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    result->evidence[i] = sedia_evidence_list_new ();
  self.since_at = begin_of_day (self.since);
  self.until_at = begin_of_day (today + 1);

  if (!(result->product = sedia_product_read (db, product_id, error)) ||
      !measure_demand (&self, error) || !measure_supplier (&self, error) ||
      !measure_promises (&self, error) || !measure_cancelled (&self, error) ||
      !measure_counts (&self, error) || !read_decided (&self, error))
    return NULL;

  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    g_ptr_array_sort (result->evidence[i], compare_newest);
  sedia_verdict_judge (&result->numbers, result->product, &result->verdict);

  return g_steal_pointer (&result);
}
