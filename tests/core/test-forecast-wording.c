/* A forecast in words. */
#include "config.h"

#include "sedia-forecast-wording.h"

#include <math.h>

static void
assert_says (const double   *values,
             const gboolean *is_ignored,
             guint           n,
             guint           decimals,
             const char     *unit,
             const char     *expected)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (n, 0);
  const SediaDemand demand = { .values = values, .is_ignored = is_ignored, .n = n };
  SediaForecast forecast;
  g_autofree char *text = NULL;

  sedia_forecaster_choose (forecaster, &demand, &forecast);
  text = sedia_forecast_sentence (&forecast, decimals, unit);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_steady (void)
{
  double values[52];
  gboolean is_ignored[52] = { 0 };

  for (guint t = 0; t < 52; t++)
    values[t] = t % 2 == 0 ? 9.0 : 15.0;
  assert_says (values, NULL, 52, 0, "pcs",
               "Sells about 12 pcs a week, steady; off by about 3 pcs a week");

  is_ignored[4] = TRUE;
  assert_says (values, is_ignored, 52, 0, "pcs",
               "Sells about 12 pcs a week, steady; off by about 3 pcs a week; 1 week without "
               "stock not counted");

  for (guint t = 0; t < 52; t++)
    values[t] *= 103.0;
  is_ignored[4] = FALSE;
  assert_says (values, NULL, 52, 3, "kg",
               "Sells about 1.2 kg a week, steady; off by about 0.31 kg a week");
}

static void
test_slow (void)
{
  double values[60] = { 0 };

  for (guint t = 0; t < 60; t += 5)
    values[t] = 1.0;
  assert_says (values, NULL, 60, 0, "pcs",
               "Sells about 1 pcs every 5 weeks, only in some weeks; off by less than 1 pcs a "
               "week");
}

static void
test_few (void)
{
  const double values[] = { 3, 5, 4, 4, 0, 0, 0, 0 };

  assert_says (values, NULL, 0, 0, "pcs", "Not enough history: 0 weeks of the 4 it takes");
  assert_says (values, NULL, 1, 0, "pcs", "Not enough history: 1 week of the 4 it takes");
  assert_says (values, NULL, 3, 0, "pcs", "Not enough history: 3 weeks of the 4 it takes");
  assert_says (values, NULL, 4, 0, "pcs", "Sells about 4 pcs a week, steady; from only 4 weeks");
  assert_says (values + 4, NULL, 4, 0, "pcs", "Nobody asked for it in 4 weeks");
}

/* Each word, from a forecast made up for it. */
static void
assert_manner (SediaForecast  forecast,
               const char    *expected)
{
  g_autofree char *text = NULL;
  g_autofree char *whole = g_strdup_printf ("%s; off by about 4 pcs a week", expected);

  forecast.state = SEDIA_FORECAST_CHOSEN;
  forecast.accuracy.absolute = 4.0;
  text = sedia_forecast_sentence (&forecast, 0, "pcs");
  g_assert_cmpstr (text, ==, whole);
}

static void
test_manners (void)
{
  SediaForecast forecast = { .mean = 12345.0 };

  forecast.shape.class = SEDIA_DEMAND_ERRATIC;
  assert_manner (forecast, "Sells about 12000 pcs a week, up and down");
  forecast.shape.class = SEDIA_DEMAND_LUMPY;
  assert_manner (forecast,
                 "Sells about 12000 pcs a week, only in some weeks, and in uneven amounts");
  forecast.drift = 1000.0;
  assert_manner (forecast, "Sells about 12000 pcs a week, rising");
  forecast.drift = -1000.0;
  assert_manner (forecast, "Sells about 12000 pcs a week, falling");
  forecast.method.kind = SEDIA_FORECAST_SEASON_TIMES;
  assert_manner (forecast, "Sells about 12000 pcs a week, with the season");
  forecast.mean = 0.0;
  assert_manner (forecast, "Hardly sells any more");
  forecast.mean = 99.7;
  assert_manner (forecast, "Sells about 100 pcs a week, with the season");
  forecast.mean = 0.66;
  assert_manner (forecast, "Sells about 1 pcs every 2 weeks, with the season");
  forecast.mean = 0.67;
  assert_manner (forecast, "Sells about 1 pcs a week, with the season");
}

static void
test_service (void)
{
  g_autofree char *text = sedia_service_sentence (20);

  g_assert_cmpstr (text, ==, "run out at most once in 20 orders");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/forecast-wording/steady", test_steady);
  g_test_add_func ("/core/forecast-wording/slow", test_slow);
  g_test_add_func ("/core/forecast-wording/few", test_few);
  g_test_add_func ("/core/forecast-wording/manners", test_manners);
  g_test_add_func ("/core/forecast-wording/service", test_service);

  return g_test_run ();
}
