/* How long customers waited, and how late a supplier was. */
#include "config.h"

#include "sedia-charts.h"
#include "sedia-db.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define YEAR 365
#define MOST_DELIVERIES 20

/* ---- how long customers waited */

/* From so many days on; the last has no end. */
static const struct
{
  int from;
  const char *name;
} spans[] = {
  { 0, NC_ ("chart", "Same day") },      { 1, NC_ ("chart", "1–3 days") },
  { 4, NC_ ("chart", "4–7 days") },      { 8, NC_ ("chart", "8–14 days") },
  { 15, NC_ ("chart", "15–30 days") },   { 31, NC_ ("chart", "31–60 days") },
  { 61, NC_ ("chart", "Over 60 days") },
};

#define N_SPANS G_N_ELEMENTS (spans)

static guint
span_of (int days)
{
  guint span = 0;

  while (span + 1 < N_SPANS && days >= spans[span + 1].from)
    span++;

  return span;
}

/* How many lines there are in each span: those that were all set aside, and those that wait. */
typedef struct
{
  gint64 served[N_SPANS];
  gint64 waiting[N_SPANS];
  guint n;
  guint n_in_week;
} Waits;

static gboolean
read_waits (SediaDb  *db,
            gint64    product_id,
            int       today,
            Waits    *waits,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "chart-waits", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, (gint64) (today - YEAR) * G_TIME_SPAN_DAY);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gboolean waits_still = sedia_stmt_is_null (stmt, 1);
      const int from = sedia_day_of_time (sedia_stmt_int64 (stmt, 0));
      const int to = waits_still ? today : sedia_day_of_time (sedia_stmt_int64 (stmt, 1));
      const guint span = span_of (MAX (to - from, 0));

      (waits_still ? waits->waiting : waits->served)[span]++;
      waits->n++;
      waits->n_in_week += to - from <= 7 && !waits_still;
    }

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_chart_waits:
 * @db: a connection
 * @product_id: a product, 0 for all
 * @today: as seen on this day
 * @error: return location
 *
 * How many order lines of the last year waited how long until all of them was set aside; and how
 * long those wait that still do.
 *
 * Returns: (transfer full) (nullable): the chart
 */
SediaChart *
sedia_chart_waits (SediaDb  *db,
                   gint64    product_id,
                   int       today,
                   GError  **error)
{
  g_autoptr (SediaChart) chart = sedia_chart_new (_("How long customers waited"),
                                                  C_("chart", "Waited"), NULL, 0);
  SediaSeries *served = sedia_chart_add_series (chart, SEDIA_SERIES_BARS,
                                                _("Order lines set aside"));
  SediaSeries *waiting = sedia_chart_add_series (chart, SEDIA_SERIES_BARS, _("Still waiting"));
  Waits waits = { .n = 0 };

  if (!read_waits (db, product_id, today, &waits, error))
    return NULL;

  for (guint i = 0; i < N_SPANS && waits.n > 0; i++)
    {
      const char *name = g_dpgettext2 (NULL, "chart", spans[i].name);

      sedia_chart_add_place (chart, g_strdup (name), g_strdup (name), FALSE);
      sedia_series_add (served, waits.served[i], SEDIA_NO_AMOUNT);
      sedia_series_add (waiting, waits.waiting[i], SEDIA_NO_AMOUNT);
    }
  chart->sentence =
    waits.n == 0
      ? g_strdup (_("Nobody ordered anything in the last year."))
      : g_strdup_printf (ngettext ("%u of %u order line of the last year was ready within a week.",
                                   "%u of %u order lines of the last year were ready within a "
                                   "week.",
                                   waits.n),
                         waits.n_in_week, waits.n);

  return g_steal_pointer (&chart);
}

/* ---- how late a supplier was */

/* Days after the agreed day, and the day it came: the last first. */
typedef struct
{
  int late;
  int came;
} Coming;

static GArray *
read_comings (SediaDb  *db,
              gint64    supplier_id,
              gint64    now,
              GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-history", error);
  g_autoptr (GArray) comings = g_array_new (FALSE, FALSE, sizeof (Coming));
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, now);
  sedia_stmt_bind_int64 (stmt, 3, MOST_DELIVERIES);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const int came = sedia_day_of_time (sedia_stmt_int64 (stmt, 0));
      const Coming coming = { came - (int) sedia_stmt_int64 (stmt, 1), came };

      g_array_append_val (comings, coming);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&comings) : NULL;
}

static char *
dup_day (int         day,
         const char *format)
{
  g_autoptr (GDateTime) date = sedia_day_to_date_time (day);

  return g_date_time_format (date, format);
}

/**
 * sedia_chart_lateness:
 * @db: a connection
 * @supplier_id: a supplier
 * @now: as seen when
 * @error: return location
 *
 * How many days after the agreed day the last twenty deliveries for its purchases came; before it,
 * below zero.
 *
 * Returns: (transfer full) (nullable): the chart
 */
SediaChart *
sedia_chart_lateness (SediaDb  *db,
                      gint64    supplier_id,
                      gint64    now,
                      GError  **error)
{
  g_autoptr (SediaChart) chart = sedia_chart_new (_("How late deliveries came"),
                                                  C_("chart", "Delivery"), C_("chart", "days"), 0);
  SediaSeries *late = sedia_chart_add_series (chart, SEDIA_SERIES_BARS,
                                              _("Days after the agreed day"));
  g_autoptr (GArray) comings = NULL;
  g_autofree char *words = NULL;
  SediaSupplierHistory history;

  if (!sedia_supplier_read_history (db, supplier_id, now, &history, error) ||
      !(comings = read_comings (db, supplier_id, now, error)))
    return NULL;

  for (guint i = comings->len; i-- > 0;)
    {
      const Coming *coming = &g_array_index (comings, Coming, i);

      sedia_chart_add_place (chart, dup_day (coming->came, C_("chart", "%-d %b %Y")),
                             (comings->len - 1 - i) % 4 == 0
                               ? dup_day (coming->came, C_("chart", "%-d %b"))
                               : NULL,
                             FALSE);
      sedia_series_add (late, coming->late, SEDIA_NO_AMOUNT);
    }
  words = sedia_supplier_history_words (&history);
  /* Translators: "usually 6–11 days; 2 of the last 9 came later" */
  chart->sentence = g_strdup_printf (_("From the order to the delivery: %s."), words);

  return g_steal_pointer (&chart);
}
