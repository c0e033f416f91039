/* A product week by week: what there was and will be, what was asked for and is likely to be.
 *
 *   | on hand      .-- projected: on hand - open
 *   |___          |___ + what arrives by then - the forecast until then
 *   |   |_________|   `-.__
 *   '--------------'--------
 *        past          weeks to come
 */
#include "config.h"

#include "sedia-charts.h"
#include "sedia-db.h"
#include "sedia-demand.h"
#include "sedia-forecast-wording.h"
#include "sedia-number.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS 7
#define STOCK_PAST 12
#define DEMAND_PAST 26
#define TO_COME 8
#define TICK_EVERY 4

/* Of a normal distribution, 80 of 100 lie so many deviations around the mean. */
#define EIGHTY_OF_100 1.2815515655446004

static int
monday_of (int day)
{
  const int since = (day + 3) % DAYS;

  return day - (since < 0 ? since + DAYS : since);
}

static char *
dup_day (int         day,
         const char *format)
{
  g_autoptr (GDateTime) date = sedia_day_to_date_time (day);

  return g_date_time_format (date, format);
}

static void
add_week (SediaChart *chart,
          int         monday,
          gboolean    is_marked)
{
  const guint n = chart->places->len;
  /* Translators: a day of a chart, as in strftime: 3 Dec 2026 */
  g_autofree char *day = dup_day (monday, C_("chart", "%-d %b %Y"));

  sedia_chart_add_place (chart,
                         /* Translators: the day a week begins on */
                         g_strdup_printf (C_("chart", "Week of %s"), day),
                         n % TICK_EVERY == 0
                           /* Translators: a day below a chart, as in strftime: 3 Dec */
                           ? dup_day (monday, C_("chart", "%-d %b"))
                           : NULL,
                         is_marked);
}

static gint64
round_amount (double amount)
{
  return (gint64) floor (CLAMP (amount, -1e15, 1e15) + 0.5);
}

/* ---- the stock */

/* What a chart of the stock is made of. */
typedef struct
{
  SediaDb *db;
  const SediaProduct *product;
  int today;
  SediaForecaster *forecaster;
  gboolean has_forecast;
  SediaChart *chart;
  SediaSeries *on_hand;
  SediaSeries *projected;
  SediaSeries *arrives;
  gint64 unknown;     /* on its way, and nobody knows when it comes */
  int runs_out;       /* the Monday of the week, SEDIA_NO_DAY: not in these weeks */
  int falls_below;
} StockChart;

static void
add_stock (StockChart *self,
           gint64      on_hand,
           gint64      projected,
           gint64      arrives)
{
  sedia_series_add (self->on_hand, on_hand, SEDIA_NO_AMOUNT);
  sedia_series_add (self->projected, projected, SEDIA_NO_AMOUNT);
  sedia_series_add (self->arrives, arrives, SEDIA_NO_AMOUNT);
}

/* At the end of each past week; a mistake that was taken back later was on the shelf in between. */
static gboolean
add_past (StockChart  *self,
          GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "demand-movements", error);
  const int first = monday_of (self->today) - STOCK_PAST * DAYS;
  gint64 ends[STOCK_PAST] = { 0 };
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, self->product->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const int day = sedia_day_of_time (sedia_stmt_int64 (stmt, 0));

      for (int week = MAX ((day - first) / DAYS, 0); week < STOCK_PAST; week++)
        ends[week] += sedia_stmt_int64 (stmt, 1);
    }
  for (int week = 0; week < STOCK_PAST; week++)
    {
      add_week (self->chart, first + week * DAYS, FALSE);
      add_stock (self, ends[week], SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
    }

  return step == SEDIA_STEP_DONE;
}

/* What arrives in each week to come; what is late may come any day, and is in the first. */
static gboolean
read_arrivals (StockChart  *self,
               gint64       arrives[TO_COME],
               GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "chart-incoming", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, self->product->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 day = sedia_stmt_int64 (stmt, 0);
      const gint64 week = (day - monday_of (self->today)) / DAYS;

      if (day == SEDIA_NO_DAY)
        self->unknown += sedia_stmt_int64 (stmt, 1);
      else if (week < TO_COME)
        arrives[MAX (week, 0)] += sedia_stmt_int64 (stmt, 1);
    }

  return step == SEDIA_STEP_DONE;
}

/* Of this week, only the days that are left. */
static double
forecast_until (const StockChart *self,
                int               week)
{
  const double left = (DAYS - (self->today - monday_of (self->today))) / (double) DAYS;
  double sum;

  if (!self->has_forecast)
    return 0.0;

  sum = sedia_forecaster_say (self->forecaster, 1) * left;
  for (guint step = 2; step <= (guint) week + 1; step++)
    sum += sedia_forecaster_say (self->forecaster, step);

  return sum;
}

static void
add_to_come (StockChart   *self,
             const gint64  arrives[TO_COME])
{
  const SediaProduct *product = self->product;
  gint64 sure = product->on_hand - product->open;

  for (int week = 0; week < TO_COME; week++)
    {
      const int monday = monday_of (self->today) + week * DAYS;
      gint64 projected;

      sure += arrives[week];
      projected = sure - round_amount (forecast_until (self, week));
      add_week (self->chart, monday, FALSE);
      add_stock (self, SEDIA_NO_AMOUNT, projected,
                 arrives[week] > 0 ? arrives[week] : SEDIA_NO_AMOUNT);
      if (projected < 0 && self->runs_out == SEDIA_NO_DAY)
        self->runs_out = monday;
      if (self->chart->level != SEDIA_NO_AMOUNT && projected < self->chart->level &&
          self->falls_below == SEDIA_NO_DAY)
        self->falls_below = monday;
    }
  self->chart->n_past = STOCK_PAST;
}

static char *
dup_stock_sentence (const StockChart *self)
{
  const SediaProduct *product = self->product;
  const int first = self->runs_out != SEDIA_NO_DAY ? self->runs_out : self->falls_below;
  g_autofree char *day = first != SEDIA_NO_DAY ? dup_day (first, C_("chart", "%-d %b %Y")) : NULL;
  g_autofree char *level = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *said = NULL;

  if (self->chart->level != SEDIA_NO_AMOUNT)
    level = sedia_quantity_text (self->chart->level, product->decimals, product->unit);

  if (self->runs_out != SEDIA_NO_DAY)
    said = g_strdup_printf (_("With what is on its way, there will be too little from the week of "
                              "%s on."), day);
  else if (self->falls_below != SEDIA_NO_DAY)
    said = g_strdup_printf (_("Falls below the minimum of %s in the week of %s."), level, day);
  else
    said = g_strdup_printf (ngettext ("Enough for the next %d week.",
                                      "Enough for the next %d weeks.", TO_COME), TO_COME);
  if (self->unknown == 0)
    return g_steal_pointer (&said);

  unknown = sedia_quantity_text (self->unknown, product->decimals, product->unit);
  /* Translators: a sentence about the stock; so much is on its way without a day */
  return g_strdup_printf (_("%s %s on their way are not counted: nobody knows when they come."),
                          said, unknown);
}

/* The forecast, and the minimum that follows from it or is the owner's. */
static gboolean
read_forecast (StockChart  *self,
               GError     **error)
{
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaSuggestion suggestion;
  SediaForecast forecast;
  gboolean is_suggested;

  if (!(weeks = sedia_demand_weeks_read (self->db, self->product->id, self->today, error)))
    return FALSE;

  sedia_demand_weeks_forecast (weeks, self->forecaster, &forecast);
  self->has_forecast = forecast.state != SEDIA_FORECAST_NOT_ENOUGH_HISTORY;
  if (!sedia_reorder_of (self->db, self->product, &forecast, &is_suggested, &suggestion, error))
    return FALSE;
  if (suggestion.source != SEDIA_LEVELS_NONE && suggestion.minimum > 0)
    {
      self->chart->level = suggestion.minimum;
      self->chart->level_name = g_strdup (suggestion.source == SEDIA_LEVELS_OWN
                                            ? _("Your minimum")
                                            : _("Minimum, worked out"));
    }

  return TRUE;
}

/**
 * sedia_chart_stock:
 * @db: a connection
 * @product_id: a product
 * @today: as seen on this day
 * @error: return location
 *
 * The stock at the end of the last twelve weeks, and what is projected for the end of this week and
 * the seven after it (rules.md section 1: on hand + incoming - demand), less the forecast. Below
 * zero is what customers would wait for.
 *
 * Returns: (transfer full) (nullable): the chart
 */
SediaChart *
sedia_chart_stock (SediaDb  *db,
                   gint64    product_id,
                   int       today,
                   GError  **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();
  g_autoptr (SediaChart) chart = NULL;
  gint64 arrives[TO_COME] = { 0 };
  StockChart self;

  if (product == NULL)
    return NULL;

  chart = sedia_chart_new (_("Stock and what is coming"), C_("chart", "Week"), product->unit,
                           product->decimals);
  self = (StockChart) {
    .db = db,
    .product = product,
    .today = today,
    .forecaster = forecaster,
    .chart = chart,
    .arrives = sedia_chart_add_series (chart, SEDIA_SERIES_BARS, _("Arrives")),
    .on_hand = sedia_chart_add_series (chart, SEDIA_SERIES_STEPS, _("On hand")),
    .projected = sedia_chart_add_series (chart, SEDIA_SERIES_LINE, _("Projected")),
    .runs_out = SEDIA_NO_DAY,
    .falls_below = SEDIA_NO_DAY,
  };
  if (!read_forecast (&self, error) || !add_past (&self, error) ||
      !read_arrivals (&self, arrives, error))
    return NULL;

  add_to_come (&self, arrives);
  chart->sentence = dup_stock_sentence (&self);

  return g_steal_pointer (&chart);
}

/* ---- the demand */

static void
add_asked (SediaChart             *chart,
           SediaSeries            *asked,
           SediaSeries            *band,
           SediaSeries            *said,
           const SediaDemandWeeks *weeks)
{
  const guint n = weeks->asked->len;

  for (guint i = n > DEMAND_PAST ? n - DEMAND_PAST : 0; i < n; i++)
    {
      const gboolean is_out = g_array_index (weeks->is_out, gboolean, i);

      add_week (chart, weeks->first_day + (int) i * DAYS, is_out);
      sedia_series_add (asked, g_array_index (weeks->asked, gint64, i), SEDIA_NO_AMOUNT);
      sedia_series_add (band, SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
      sedia_series_add (said, SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
      if (is_out && chart->marked_name == NULL)
        chart->marked_name = g_strdup (_("None on the shelf all week"));
    }
}

static void
add_forecast (SediaChart           *chart,
              SediaSeries          *asked,
              SediaSeries          *band,
              SediaSeries          *said,
              SediaForecaster      *forecaster,
              const SediaForecast  *forecast,
              int                   monday)
{
  const double half = EIGHTY_OF_100 * (isfinite (forecast->deviation) ? forecast->deviation : 0.0);
  const guint n_past = chart->places->len;

  for (guint step = 1; step <= TO_COME; step++)
    {
      const double mean = sedia_forecaster_say (forecaster, step);

      add_week (chart, monday + ((int) step - 1) * DAYS, FALSE);
      sedia_series_add (asked, SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
      sedia_series_add (band, round_amount (MAX (mean - half, 0.0)), round_amount (mean + half));
      sedia_series_add (said, round_amount (mean), SEDIA_NO_AMOUNT);
    }
  chart->n_past = n_past;
}

/**
 * sedia_chart_demand:
 * @db: a connection
 * @product_id: a product
 * @today: as seen on this day
 * @error: return location
 *
 * What was asked for in each of the last 26 weeks that are over, weeks without stock shaded; and
 * the forecast of this week and the seven after it with the band in which 80 of 100 weeks lie when
 * its errors are normal (mean +- 1.28 deviations of the error of a week).
 *
 * Returns: (transfer full) (nullable): the chart
 */
SediaChart *
sedia_chart_demand (SediaDb  *db,
                    gint64    product_id,
                    int       today,
                    GError  **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  g_autoptr (SediaChart) chart = NULL;
  SediaSeries *asked, *band, *said;
  SediaForecast forecast;

  if (product == NULL || !(weeks = sedia_demand_weeks_read (db, product_id, today, error)))
    return NULL;

  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  chart = sedia_chart_new (_("Demand and forecast"), C_("chart", "Week"), product->unit,
                           product->decimals);
  band = sedia_chart_add_series (chart, SEDIA_SERIES_BAND, _("8 of 10 weeks lie here"));
  asked = sedia_chart_add_series (chart, SEDIA_SERIES_BARS, _("Asked for"));
  said = sedia_chart_add_series (chart, SEDIA_SERIES_LINE, _("Forecast"));
  chart->sentence = sedia_forecast_sentence (&forecast, product->decimals, product->unit);
  add_asked (chart, asked, band, said, weeks);
  if (forecast.state != SEDIA_FORECAST_NOT_ENOUGH_HISTORY)
    add_forecast (chart, asked, band, said, forecaster, &forecast, monday_of (today));

  return g_steal_pointer (&chart);
}
