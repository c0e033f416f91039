/* The forecast of a whole shop: 4,000 products over 52 weeks, all methods, each product's choice by
 * rolling origin. The limit is one method alone, exponential smoothing, run once over each.
 */
#include "config.h"

#include "bench.h"
#include "sedia-forecast-choose.h"

#include <stdlib.h>

#define WEEKS 52
#define N_TIMES 9

static guint
n_products (void)
{
  return bench_is_quick () ? 100 : 4000;
}

/* A third sells in most weeks, the others now and then. */
static double *
make_values (void)
{
  double *values = g_new (double, (gsize) n_products () * WEEKS);

  for (guint i = 0; i < n_products (); i++)
    for (guint t = 0; t < WEEKS; t++)
      {
        const gboolean sells = i % 3 == 0 || bench_random (4) == 0;

        values[i * WEEKS + t] = sells ? (double) bench_random (20 + i % 50) : 0.0;
      }

  return values;
}

static double
time_ours (const double *values,
           double       *total)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (WEEKS, WEEKS);
  const double begin = bench_now ();

  *total = 0.0;
  for (guint i = 0; i < n_products (); i++)
    {
      const SediaDemand demand = { .values = values + i * WEEKS, .n = WEEKS };
      SediaForecast forecast;

      sedia_forecaster_choose (forecaster, &demand, &forecast);
      *total += forecast.mean;
    }

  return bench_now () - begin;
}

static double
time_limit (const double *values,
            double       *total)
{
  const SediaForecastMethod method = { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.1 };
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS, 0);
  const double begin = bench_now ();

  *total = 0.0;
  for (guint i = 0; i < n_products (); i++)
    {
      const SediaDemand demand = { .values = values + i * WEEKS, .n = WEEKS };

      sedia_forecast_track_run (track, &method, &demand);
      *total += sedia_forecast_track_say (track, WEEKS, 1);
    }

  return bench_now () - begin;
}

int
main (void)
{
  g_autofree double *values = NULL;
  g_autoptr (GArray) ours = bench_times_new ();
  g_autoptr (GArray) limit = bench_times_new ();
  double total = 0.0, total_limit = 0.0;

  bench_seed (11);
  values = make_values ();
  for (guint i = 0; i < N_TIMES; i++)
    {
      bench_add (ours, time_ours (values, &total));
      bench_add (limit, time_limit (values, &total_limit));
    }

  g_print ("%u products sell %.0f a week, by one method alone %.0f\n", n_products (), total,
           total_limit);
  bench_report ("a forecast of each product", ours, limit);

  return EXIT_SUCCESS;
}
