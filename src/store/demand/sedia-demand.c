/* What a product was asked for, week by week.
 *
 * Rule 8: demand counts when and what customers asked for, including orders that waited, orders
 * cancelled for waiting too long, and "asked, did not wait" - not only what was sold. A week in
 * which there was none all week long and nobody asked is marked: those who would have asked saw an
 * empty shelf.
 */
#include "config.h"

#include "sedia-db.h"
#include "sedia-demand.h"
#include "sedia-time.h"

#define DAYS 7
#define MOST_WEEKS 156 /* three years: what was before says little of now */
#define SEASON 52

/* Weeks begin on Monday; day 0 was a Thursday. */
static int
week_of_day (int day)
{
  return (day + 3 - (day + 3 < 0 ? DAYS - 1 : 0)) / DAYS;
}

static int
first_day_of_week (int week)
{
  return week * DAYS - 3;
}

/**
 * sedia_demand_weeks_free: Frees a history of demand.
 */
void
sedia_demand_weeks_free (SediaDemandWeeks *weeks)
{
  if (weeks == NULL)
    return;

  g_array_unref (weeks->asked);
  g_array_unref (weeks->is_out);
  g_free (weeks);
}

/* The weeks being filled: from the first one worth counting to the last one that is over. */
typedef struct
{
  int earliest;
  int last;
  int first;      /* with anything known of it; last + 1 for none */
  gint64 *asked;  /* from earliest on */
  gboolean *had;  /* whether there was stock at some moment, from earliest on */
} Filling;

static void
add_asked (Filling *filling,
           int      week,
           gint64   quantity)
{
  if (week < filling->earliest || week > filling->last)
    return;

  filling->asked[week - filling->earliest] += quantity;
  filling->first = MIN (filling->first, week);
}

static gboolean
read_asked (SediaDb  *db,
            gint64    product_id,
            Filling  *filling,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "demand-asked", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    add_asked (filling, week_of_day (sedia_day_of_time (sedia_stmt_int64 (stmt, 0))),
               sedia_stmt_int64 (stmt, 1));

  return step == SEDIA_STEP_DONE;
}

static gboolean
read_past (SediaDb  *db,
           gint64    product_id,
           Filling  *filling,
           GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "demand-past", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, first_day_of_week (filling->earliest));
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    add_asked (filling, week_of_day ((int) sedia_stmt_int64 (stmt, 0)), sedia_stmt_int64 (stmt, 1));

  return step == SEDIA_STEP_DONE;
}

/* There was stock from one movement to the next. */
static void
mark_stock (Filling *filling,
            int      from,
            int      to)
{
  for (int week = MAX (from, filling->earliest); week <= MIN (to, filling->last); week++)
    filling->had[week - filling->earliest] = TRUE;
}

/* Before the first movement nobody knows what there was. */
static gboolean
read_stock (SediaDb  *db,
            gint64    product_id,
            Filling  *filling,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "demand-movements", error);
  gint64 on_hand = 0;
  int since = G_MININT;
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const int week = week_of_day (sedia_day_of_time (sedia_stmt_int64 (stmt, 0)));

      if (since == G_MININT || on_hand > 0)
        mark_stock (filling, since, week);
      on_hand += sedia_stmt_int64 (stmt, 1);
      since = week;
      filling->first = MIN (filling->first, MAX (week, filling->earliest));
    }
  if (since == G_MININT || on_hand > 0)
    mark_stock (filling, since, filling->last);

  return step == SEDIA_STEP_DONE;
}

static SediaDemandWeeks *
weeks_of_filling (const Filling *filling)
{
  SediaDemandWeeks *weeks = g_new0 (SediaDemandWeeks, 1);

  weeks->first_day = first_day_of_week (filling->first);
  weeks->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  weeks->is_out = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (int week = filling->first; week <= filling->last; week++)
    {
      /* More came back than was sold: nobody wants less than nothing. */
      const gint64 asked = MAX (filling->asked[week - filling->earliest], 0);
      const gboolean is_out = asked == 0 && !filling->had[week - filling->earliest];

      g_array_append_val (weeks->asked, asked);
      g_array_append_val (weeks->is_out, is_out);
    }

  return weeks;
}

/**
 * sedia_demand_weeks_read:
 * @db: a connection
 * @product_id: a product
 * @today: as seen on this day; its week is not over
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it was asked for, from the first week anything is known
 *   of; three years at most
 */
SediaDemandWeeks *
sedia_demand_weeks_read (SediaDb  *db,
                         gint64    product_id,
                         int       today,
                         GError  **error)
{
  gint64 asked[MOST_WEEKS] = { 0 };
  gboolean had[MOST_WEEKS] = { FALSE };
  const int last = week_of_day (today) - 1;
  Filling filling = { last - MOST_WEEKS + 1, last, last + 1, asked, had };

  if (!read_asked (db, product_id, &filling, error) ||
      !read_past (db, product_id, &filling, error) ||
      !read_stock (db, product_id, &filling, error))
    return NULL;

  filling.first = MIN (filling.first, last + 1);
  return weeks_of_filling (&filling);
}

/* ---- what it says */

/**
 * sedia_demand_forecaster_new:
 *
 * Returns: (transfer full): for sedia_demand_weeks_forecast(), of any number of products
 */
SediaForecaster *
sedia_demand_forecaster_new (void)
{
  return sedia_forecaster_new (MOST_WEEKS, SEASON);
}

/**
 * sedia_demand_weeks_forecast:
 * @weeks: what a product was asked for
 * @forecaster: from sedia_demand_forecaster_new()
 * @forecast: (out): what that says of a week, in the product's smallest unit
 */
void
sedia_demand_weeks_forecast (const SediaDemandWeeks *weeks,
                             SediaForecaster        *forecaster,
                             SediaForecast          *forecast)
{
  double values[MOST_WEEKS];
  SediaDemand demand = { values, (const gboolean *) (gpointer) weeks->is_out->data,
                         weeks->asked->len };

  for (guint i = 0; i < demand.n; i++)
    values[i] = (double) g_array_index (weeks->asked, gint64, i);
  sedia_forecaster_choose (forecaster, &demand, forecast);
}
