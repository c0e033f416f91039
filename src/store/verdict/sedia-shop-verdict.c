/* How well the shop predicts and works, by its own records of the last 13 weeks and of the 13
 * before. */
#include "config.h"

#include "sedia-shop-verdict.h"

#include "sedia-demand.h"
#include "sedia-number.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <math.h>

#define DAYS 7
/* What is asked for most makes most of what is asked for: forecasts of all would take long. */
#define MOST_PRODUCTS 40

/**
 * sedia_shop_verdict_free: Frees what was measured.
 */
void
sedia_shop_verdict_free (SediaShopVerdict *verdict)
{
  if (verdict == NULL)
    return;

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    g_clear_pointer (&verdict->evidence[i], g_ptr_array_unref);
  g_free (verdict);
}

/**
 * sedia_shop_measure_begin: When a day begins.
 */
gint64
sedia_shop_measure_begin (int day)
{
  g_autoptr (GDateTime) begin = sedia_day_to_date_time (day);

  return g_date_time_to_unix (begin) * G_USEC_PER_SEC;
}

/**
 * sedia_shop_measure_take: One more of a part, on a day: of the last 13 weeks, or of those before.
 */
void
sedia_shop_measure_take (SediaShopMeasure *self,
                         SediaShopPart     part,
                         int               day,
                         gboolean          is_good)
{
  SediaShopNumbers *numbers = &self->result->numbers;
  SediaShare *share = day >= self->since ? &numbers->now[part] : &numbers->before[part];

  if (day < self->before)
    return;

  share->n++;
  share->hits += is_good != FALSE;
}

/**
 * sedia_shop_measure_note: A row behind a part; takes the words. Only the last 13 weeks are shown.
 */
void
sedia_shop_measure_note (SediaShopMeasure *self,
                         SediaShopPart     part,
                         SediaKind         kind,
                         gint64            id,
                         int               day,
                         gboolean          is_good,
                         char             *what,
                         char             *found)
{
  if (day >= self->since)
    {
      sedia_evidence_add (self->result->evidence[part], kind, id, day, is_good, what, found);
      return;
    }

  g_free (what);
  g_free (found);
}

/* ---- demand */

/* How often a product was asked for. */
typedef struct
{
  gint64 product_id;
  guint n;
} Asked;

static GArray *
read_asked (SediaShopMeasure  *self,
            GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "shop-asked", error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Asked));
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, sedia_shop_measure_begin (self->since));
  sedia_stmt_bind_int64 (stmt, 2, MOST_PRODUCTS);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const Asked asked = { sedia_stmt_int64 (stmt, 0), (guint) sedia_stmt_int64 (stmt, 1) };

      g_array_append_val (list, asked);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* Whether its forecast is better than "as last week", as far as that can be said. */
static gboolean
read_foreseen (SediaShopMeasure  *self,
               SediaForecaster   *forecaster,
               gint64             product_id,
               int                today,
               gboolean          *is_known,
               gboolean          *is_foreseen,
               GError           **error)
{
  g_autoptr (SediaDemandWeeks) weeks = sedia_demand_weeks_read (self->db, product_id, today, error);
  SediaForecast forecast;

  if (weeks == NULL)
    return FALSE;

  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  *is_known = forecast.state == SEDIA_FORECAST_CHOSEN && forecast.accuracy.n > 0 &&
              isfinite (forecast.accuracy.scaled);
  *is_foreseen = *is_known && forecast.accuracy.scaled < 1.0;

  return TRUE;
}

static void
add_share (SediaShare *share,
           guint       n,
           gboolean    is_good)
{
  share->n += n;
  share->hits += is_good ? n : 0;
}

static char *
dup_foreseen (guint    n,
              gboolean is_foreseen)
{
  return is_foreseen ? g_strdup_printf (ngettext ("asked for %u time, foreseen",
                                                  "asked for %u times, foreseen", n), n)
                     : g_strdup_printf (ngettext ("asked for %u time, not foreseen",
                                                  "asked for %u times, not foreseen", n), n);
}

static gboolean
measure_product (SediaShopMeasure  *self,
                 SediaForecaster   *forecaster,
                 const Asked       *asked,
                 GError           **error)
{
  SediaShopNumbers *numbers = &self->result->numbers;
  g_autoptr (SediaProduct) product = NULL;
  gboolean is_known, is_foreseen;

  if (!read_foreseen (self, forecaster, asked->product_id, self->since, &is_known, &is_foreseen,
                      error))
    return FALSE;
  if (is_known)
    add_share (&numbers->before[SEDIA_SHOP_DEMAND], asked->n, is_foreseen);

  if (!read_foreseen (self, forecaster, asked->product_id, self->today, &is_known, &is_foreseen,
                      error))
    return FALSE;
  if (!is_known)
    return TRUE;
  if (!(product = sedia_product_read (self->db, asked->product_id, error)))
    return FALSE;

  add_share (&numbers->now[SEDIA_SHOP_DEMAND], asked->n, is_foreseen);
  sedia_shop_measure_note (self, SEDIA_SHOP_DEMAND, SEDIA_KIND_PRODUCT, product->id, self->today,
                           is_foreseen, g_strdup (product->name),
                           dup_foreseen (asked->n, is_foreseen));
  return TRUE;
}

static gboolean
is_cancelled (SediaShopMeasure  *self,
              GError           **error)
{
  return g_cancellable_set_error_if_cancelled (sedia_db_get_cancellable (self->db), error);
}

static gboolean
measure_demand (SediaShopMeasure  *self,
                GError           **error)
{
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();
  g_autoptr (GArray) list = read_asked (self, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    if (is_cancelled (self, error) ||
        !measure_product (self, forecaster, &g_array_index (list, Asked, i), error))
      return FALSE;

  return TRUE;
}

/* ---- suppliers, promises, counts */

static gboolean
measure_came (SediaShopMeasure  *self,
              GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-deliveries", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, 0);
  sedia_stmt_bind_int64 (stmt, 2, sedia_shop_measure_begin (self->before));
  sedia_stmt_bind_int64 (stmt, 3, self->now);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);
      const int came = sedia_day_of_time (sedia_stmt_int64 (stmt, 1));
      const int agreed = (int) sedia_stmt_int64 (stmt, 2);

      sedia_shop_measure_take (self, SEDIA_SHOP_SUPPLIERS, came, came <= agreed);
      sedia_shop_measure_note (self, SEDIA_SHOP_SUPPLIERS, SEDIA_KIND_DELIVERY, id, came,
                               came <= agreed,
                               /* Translators: a delivery and its supplier */
                               g_strdup_printf (_("Delivery %" PRId64 ", %s"), id,
                                                sedia_stmt_text (stmt, 3)),
                               sedia_evidence_delivery (agreed, came));
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
measure_overdue (SediaShopMeasure  *self,
                 GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "verdict-overdue", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, 0);
  sedia_stmt_bind_int64 (stmt, 2, self->today);
  sedia_stmt_bind_int64 (stmt, 3, self->before);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);
      const int agreed = (int) sedia_stmt_int64 (stmt, 1);

      sedia_shop_measure_take (self, SEDIA_SHOP_SUPPLIERS, agreed, FALSE);
      sedia_shop_measure_note (self, SEDIA_SHOP_SUPPLIERS, SEDIA_KIND_PURCHASE, id, agreed, FALSE,
                               /* Translators: a purchase and its supplier */
                               g_strdup_printf (_("Purchase %" PRId64 ", %s"), id,
                                                sedia_stmt_text (stmt, 2)),
                               sedia_evidence_overdue (agreed, self->today));
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
measure_promises (SediaShopMeasure  *self,
                  GError           **error)
{
  g_autoptr (GPtrArray) promises = sedia_promises_read (self->db, 0, self->before, self->today,
                                                        error);

  if (promises == NULL)
    return FALSE;

  for (guint i = 0; i < promises->len; i++)
    {
      const SediaPromise *promise = g_ptr_array_index (promises, i);
      g_autofree char *order = sedia_evidence_order (promise->order_id, promise->customer);

      sedia_shop_measure_take (self, SEDIA_SHOP_PROMISES, promise->day, promise->is_kept);
      sedia_shop_measure_note (self, SEDIA_SHOP_PROMISES, SEDIA_KIND_ORDER, promise->order_id,
                               promise->day, promise->is_kept,
                               g_strdup_printf ("%s: %s", order, promise->product),
                               sedia_evidence_promise (promise));
    }

  return TRUE;
}

static void
take_count (SediaShopMeasure *self,
            SediaStmt        *stmt)
{
  const int day = sedia_day_of_time (sedia_stmt_int64 (stmt, 2));
  const gint64 quantity = sedia_stmt_int64 (stmt, 3), difference = sedia_stmt_int64 (stmt, 4);
  const guint decimals = (guint) sedia_stmt_int64 (stmt, 5);
  const char *unit = sedia_stmt_text (stmt, 6);
  g_autofree char *counted = sedia_quantity_text (quantity, decimals, unit);
  g_autofree char *book = sedia_evidence_count (quantity, difference, decimals, unit);

  sedia_shop_measure_take (self, SEDIA_SHOP_COUNTS, day, difference == 0);
  sedia_shop_measure_note (self, SEDIA_SHOP_COUNTS, SEDIA_KIND_PRODUCT, sedia_stmt_int64 (stmt, 0),
                           day, difference == 0,
                           sedia_stmt_dup_text (stmt, 1),
                           /* Translators: a quantity, and "the book said 5 pcs" */
                           g_strdup_printf (_("%s counted, %s"), counted, book));
}

static gboolean
measure_counts (SediaShopMeasure  *self,
                GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "shop-counted", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_shop_measure_begin (self->before));
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    take_count (self, stmt);

  return step == SEDIA_STEP_DONE;
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
 * sedia_shop_verdict_read:
 * @db: a connection
 * @now: as seen when
 * @error: return location
 *
 * Measures the shop. It can take some tenths of a second in a large one, and stops when the job is
 * cancelled. Demand is measured of what is asked for most, weighted by how often.
 *
 * Returns: (transfer full) (nullable): what was measured, with the rows behind it
 */
SediaShopVerdict *
sedia_shop_verdict_read (SediaDb  *db,
                         gint64    now,
                         GError  **error)
{
  static gboolean (*const parts[]) (SediaShopMeasure *, GError **) = {
    measure_came, measure_overdue, measure_promises, sedia_shop_measure_told,
    sedia_shop_measure_offers, measure_counts, sedia_shop_measure_entered, measure_demand,
  };
  g_autoptr (SediaShopVerdict) result = g_new0 (SediaShopVerdict, 1);
  const int today = sedia_day_of_time (now);
  SediaShopMeasure self = {
    .db = db, .now = now, .today = today, .since = today - SEDIA_SHOP_WEEKS * DAYS,
    .before = today - 2 * SEDIA_SHOP_WEEKS * DAYS, .result = result,
  };

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    result->evidence[i] = sedia_evidence_list_new ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_cancelled (&self, error) || !parts[i] (&self, error))
      return NULL;
  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    g_ptr_array_sort (result->evidence[i], compare_newest);

  return g_steal_pointer (&result);
}
