/* What holds for any history: short ones, empty ones, weeks without stock, odd numbers. */
#include "config.h"

#include "sedia-forecast-choose.h"

#include <math.h>
#include <string.h>

#define WEEKS_MOST 160
#define ROUNDS 400

static SediaForecast
choose (const double   *values,
        const gboolean *is_ignored,
        guint           n)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (WEEKS_MOST, 12);
  const SediaDemand demand = { .values = values, .is_ignored = is_ignored, .n = n };
  SediaForecast forecast;

  sedia_forecaster_choose (forecaster, &demand, &forecast);
  g_assert_true (isfinite (forecast.mean) && forecast.mean >= 0.0);
  g_assert_true (isfinite (forecast.drift));
  g_assert_true (isfinite (forecast.deviation) && forecast.deviation >= 0.0);
  for (guint step = 1; step <= 60; step++)
    {
      const double said = sedia_forecaster_say (forecaster, step);

      g_assert_true (isfinite (said) && said >= 0.0);
    }

  return forecast;
}

/* One of several kinds of demand, for the same seed the same. */
static void
fill (GRand  *rand,
      double *values,
      guint   n)
{
  const gint kind = g_rand_int_range (rand, 0, 6);
  const double level = g_rand_double_range (rand, 1.0, 500.0);
  const double chance = g_rand_double_range (rand, 0.02, 0.9);

  for (guint t = 0; t < n; t++)
    switch (kind)
      {
      case 0:
        values[t] = floor (g_rand_double_range (rand, 0.0, level));
        break;

      case 1:
        values[t] = g_rand_double (rand) < chance ? floor (1.0 + level * g_rand_double (rand)) : 0;
        break;

      case 2:
        values[t] = MAX (0.0, floor (level * (1.0 - 2.0 * t / n) + g_rand_double (rand)));
        break;

      case 3:
        values[t] = floor (level * (1.0 + sin (t * 2.0 * G_PI / 12.0)) * g_rand_double (rand));
        break;

      case 4:
        values[t] = level;
        break;

      default:
        values[t] = t < n * chance ? level : 0.0;
        break;
      }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double values[WEEKS_MOST];
  gboolean is_ignored[WEEKS_MOST];
  guint n_chosen = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 0, WEEKS_MOST + 1);
      const double share = g_rand_double (rand);

      fill (rand, values, n);
      for (guint t = 0; t < n; t++)
        is_ignored[t] = g_rand_double (rand) < share * share;
      n_chosen += choose (values, is_ignored, n).state == SEDIA_FORECAST_CHOSEN;
    }

  g_assert_cmpuint (n_chosen, >, ROUNDS / 2);
}

static gboolean
same_method (const SediaForecastMethod *a,
             const SediaForecastMethod *b)
{
  return a->kind == b->kind && a->window == b->window && a->alpha == b->alpha &&
         a->beta == b->beta && a->gamma == b->gamma && a->phi == b->phi;
}

static void
assert_near (double value,
             double expected,
             double size)
{
  if (!(fabs (value - expected) <= 1e-9 * size))
    g_error ("%.12g, not %.12g", value, expected);
}

/* In grams it is a thousand times what it is in kilograms. */
static void
test_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  double values[WEEKS_MOST], scaled[WEEKS_MOST];

  for (guint round = 0; round < ROUNDS; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 0, WEEKS_MOST + 1);
      SediaForecast forecast, other;

      fill (rand, values, n);
      for (guint t = 0; t < n; t++)
        scaled[t] = 1000.0 * values[t];

      forecast = choose (values, NULL, n);
      other = choose (scaled, NULL, n);
      g_assert_cmpint (forecast.state, ==, other.state);
      g_assert_cmpint (forecast.shape.class, ==, other.shape.class);
      g_assert_true (same_method (&forecast.method, &other.method));
      assert_near (other.mean, 1000.0 * forecast.mean, other.shape.mean);
      assert_near (other.deviation, 1000.0 * forecast.deviation, other.shape.mean);
    }
}

/* A forecaster that has seen others says the same as a fresh one. */
static void
test_same_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SediaForecaster) used = sedia_forecaster_new (WEEKS_MOST, 12);
  double values[WEEKS_MOST];

  for (guint round = 0; round < ROUNDS; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 0, WEEKS_MOST + 1);
      SediaDemand demand = { .values = values, .n = n };
      SediaForecast forecast, other;

      fill (rand, values, n);
      forecast = choose (values, NULL, n);
      sedia_forecaster_choose (used, &demand, &other);
      g_assert_cmpfloat (forecast.mean, ==, other.mean);
      g_assert_cmpfloat (forecast.deviation, ==, other.deviation);
      g_assert_true (same_method (&forecast.method, &other.method));
    }
}

static const SediaForecastMethod flat_methods[] = {
  { .kind = SEDIA_FORECAST_NAIVE },
  { .kind = SEDIA_FORECAST_AVERAGE },
  { .kind = SEDIA_FORECAST_AVERAGE, .window = 5 },
  { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.3 },
  { .kind = SEDIA_FORECAST_CROSTON, .alpha = 0.1 },
  { .kind = SEDIA_FORECAST_SBA, .alpha = 0.2, .start = SEDIA_FORECAST_START_MEAN },
  { .kind = SEDIA_FORECAST_SBJ, .alpha = 0.1 },
  { .kind = SEDIA_FORECAST_TSB, .alpha = 0.2, .beta = 0.05 },
  { .kind = SEDIA_FORECAST_TSB, .alpha = 0.2, .beta = 0.1, .start = SEDIA_FORECAST_START_MEAN },
};

static double
say (const SediaForecastMethod *method,
     const double              *values,
     const gboolean            *is_ignored,
     guint                      n)
{
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, 12);
  const SediaDemand demand = { .values = values, .is_ignored = is_ignored, .n = n };

  return sedia_forecast_track_run (track, method, &demand)
           ? sedia_forecast_track_say (track, n, 1)
           : NAN;
}

/* What a method without a trend says is what it would say had the weeks without stock not been: at
 * the beginning, in between, at the end. */
static void
test_ignored (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double values[WEEKS_MOST], kept[WEEKS_MOST];
  gboolean is_ignored[WEEKS_MOST];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_kept = 0;

      fill (rand, values, WEEKS_MOST);
      for (guint t = 0; t < WEEKS_MOST; t++)
        {
          is_ignored[t] = t < round % 10 || t + round % 7 > WEEKS_MOST || g_rand_double (rand) < .3;
          if (is_ignored[t])
            values[t] = t % 2 == 0 ? 0.0 : NAN;
          else
            kept[n_kept++] = values[t];
        }

      for (guint i = 0; i < G_N_ELEMENTS (flat_methods); i++)
        {
          const double said = say (&flat_methods[i], values, is_ignored, WEEKS_MOST);
          const double expected = say (&flat_methods[i], kept, NULL, n_kept);

          g_assert_true (said == expected || (isnan (said) && isnan (expected)));
        }
    }
}

/* Sells 10 a week; empty shelves for a third of the year must not make it 6. */
static void
test_without_stock (void)
{
  double values[52];
  gboolean is_ignored[52];
  SediaForecast forecast;

  for (guint t = 0; t < 52; t++)
    {
      is_ignored[t] = (t >= 20 && t < 30) || t >= 45;
      values[t] = is_ignored[t] ? 0.0 : 10.0 + t % 3 - 1.0;
    }

  forecast = choose (values, is_ignored, 52);
  g_assert_cmpfloat_with_epsilon (forecast.mean, 10.0, 1.0);
  g_assert_cmpuint (forecast.n_ignored, ==, 17);
  g_assert_cmpint (forecast.shape.class, ==, SEDIA_DEMAND_SMOOTH);

  forecast = choose (values, NULL, 52);
  g_assert_cmpfloat (forecast.mean, <, 8.0);
}

/* Leading weeks without demand count: Croston's first interval grows by them, what starts with the
 * first week starts at nothing, and averages do not look that far back. Weeks to be ignored do not
 * count. */
static void
test_leading_zeros (void)
{
  const double values[] = { 4, 0, 2, 0, 0, 6, 0, 2, 4, 0, 2, 2, 0, 4, 2, 6, 0, 2 };
  const SediaForecastMethod croston = { .kind = SEDIA_FORECAST_CROSTON, .alpha = 0.1 };
  const SediaForecastMethod average = { .kind = SEDIA_FORECAST_AVERAGE, .window = 5 };
  const SediaForecastMethod smoothing = { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.2 };
  const guint n = G_N_ELEMENTS (values);
  double later[G_N_ELEMENTS (values) + 20] = { 0 };
  gboolean is_ignored[G_N_ELEMENTS (values) + 20] = { 0 };

  memcpy (later + 20, values, sizeof values);
  g_assert_cmpfloat (say (&croston, later, NULL, n + 20), <, say (&croston, values, NULL, n));
  g_assert_cmpfloat (say (&smoothing, later, NULL, n + 20), <, say (&smoothing, values, NULL, n));
  g_assert_cmpfloat (say (&average, later, NULL, n + 20), ==, say (&average, values, NULL, n));

  for (guint t = 0; t < 20; t++)
    is_ignored[t] = TRUE;
  g_assert_cmpfloat (choose (later, is_ignored, n + 20).mean, ==, choose (values, NULL, n).mean);
}

static void
test_short (void)
{
  const double values[] = { 3, 5, 4, 4, 6, 2, 4, 4, 3, 5, 4, 4 };

  for (guint n = 0; n <= G_N_ELEMENTS (values); n++)
    {
      const SediaForecast forecast = choose (values, NULL, n);

      if (n < SEDIA_FORECAST_WEEKS_LEAST)
        {
          g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_NOT_ENOUGH_HISTORY);
          g_assert_cmpfloat (forecast.mean, ==, 0.0);
        }
      else if (n < SEDIA_FORECAST_WEEKS_TO_CHOOSE)
        {
          g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_FEW_WEEKS);
          g_assert_cmpfloat (forecast.mean, ==, forecast.shape.mean);
          g_assert_cmpfloat (forecast.deviation, >, forecast.shape.deviation);
          g_assert_cmpuint (forecast.accuracy.n, ==, 0);
        }
      else
        g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_CHOSEN);
    }
}

static void
test_nothing_asked (void)
{
  const double values[52] = { 0 };
  const double returned[] = { 0, -3, 0, 0, -1, 0 };
  SediaForecast forecast = choose (values, NULL, 52);

  g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_NOTHING_ASKED);
  g_assert_cmpint (forecast.shape.class, ==, SEDIA_DEMAND_NONE);
  g_assert_cmpfloat (forecast.mean, ==, 0.0);

  forecast = choose (returned, NULL, G_N_ELEMENTS (returned));
  g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_NOTHING_ASKED);
}

static void
test_odd_numbers (void)
{
  double values[40];
  SediaForecast forecast;

  for (guint t = 0; t < 40; t++)
    values[t] = 7.0;
  forecast = choose (values, NULL, 40);
  g_assert_cmpfloat_with_epsilon (forecast.mean, 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast.deviation, 0.0, 1e-9);

  values[3] = NAN;
  values[4] = INFINITY;
  values[5] = -INFINITY;
  forecast = choose (values, NULL, 40);
  g_assert_cmpuint (forecast.n_ignored, ==, 3);
  g_assert_cmpfloat_with_epsilon (forecast.mean, 7.0, 1e-9);

  for (guint t = 0; t < 40; t++)
    values[t] = t % 2 == 0 ? 1e308 : -1e308;
  choose (values, NULL, 40);

  for (guint t = 0; t < 40; t++)
    values[t] = t == 39 ? 5.0 : 0.0; /* one sale, in the last week */
  forecast = choose (values, NULL, 40);
  g_assert_cmpuint (forecast.shape.n_sales, ==, 1);
}

/* A year of sales, years of nothing at all, a few weeks of sales. */
static void
test_gap (void)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (400, 52);
  double values[400] = { 0 };
  gboolean is_ignored[400] = { 0 };
  const SediaDemand zeros = { .values = values, .n = 400 };
  const SediaDemand marked = { .values = values, .is_ignored = is_ignored, .n = 400 };
  SediaForecast forecast;

  for (guint t = 0; t < 400; t++)
    {
      if (t < 52 || t >= 390)
        values[t] = 20.0 + t % 4;
      else
        is_ignored[t] = TRUE;
    }

  sedia_forecaster_choose (forecaster, &marked, &forecast);
  g_assert_cmpfloat (forecast.mean, >, 18.0);
  g_assert_cmpfloat (forecast.mean, <, 24.0);
  sedia_forecaster_choose (forecaster, &zeros, &forecast);
  g_assert_true (isfinite (forecast.mean) && forecast.mean >= 0.0 && forecast.mean <= 24.0);

  for (guint t = 0; t < 400; t++)
    is_ignored[t] = t < 397;
  sedia_forecaster_choose (forecaster, &marked, &forecast);
  g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_NOT_ENOUGH_HISTORY);
}

/* Of a history longer than it looks at, the end counts. */
static void
test_long (void)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (30, 0);
  double values[300];
  const SediaDemand all = { .values = values, .n = 300 };
  const SediaDemand end = { .values = values + 270, .n = 30 };
  SediaForecast forecast, other;

  for (guint t = 0; t < 300; t++)
    values[t] = t < 270 ? 900.0 : 5.0 + t % 3;

  sedia_forecaster_choose (forecaster, &all, &forecast);
  sedia_forecaster_choose (forecaster, &end, &other);
  g_assert_cmpfloat (forecast.mean, ==, other.mean);
  g_assert_cmpfloat (forecast.mean, <, 8.0);
}

/* Twice as much in every twelfth week, each year: seen once there are two and a half years. */
static void
test_season (void)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (WEEKS_MOST, 12);
  double values[60];
  SediaDemand demand = { .values = values, .n = 60 };
  SediaForecast forecast;

  for (guint t = 0; t < 60; t++)
    values[t] = t % 12 == 11 ? 80.0 : 20.0 + t % 3;

  sedia_forecaster_choose (forecaster, &demand, &forecast);
  g_assert_cmpfloat_with_epsilon (sedia_forecaster_say (forecaster, 1), 20.0, 5.0);
  g_assert_cmpfloat_with_epsilon (sedia_forecaster_say (forecaster, 12), 80.0, 8.0);
  g_assert_cmpfloat_with_epsilon (sedia_forecaster_say_sum (forecaster, 12), 311.0, 20.0);

  demand.n = 29; /* fewer than two and a half: nothing to judge a season by */
  sedia_forecaster_choose (forecaster, &demand, &forecast);
  g_assert_cmpfloat (forecast.method.gamma, ==, 0.0);
  g_assert_cmpint (forecast.method.kind, !=, SEDIA_FORECAST_LAST_SEASON);
}

/* What is multiplied by a season cannot have one without demand; an added one can. A season with
 * weeks passed over still starts. */
static void
test_season_start (void)
{
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (48, 12);
  SediaForecastMethod method = { .kind = SEDIA_FORECAST_SEASON_TIMES, .season = 12,
                                 .alpha = 0.2, .beta = 0.1, .gamma = 0.1, .phi = 1.0 };
  double values[48];
  gboolean is_ignored[48] = { 0 };
  SediaDemand demand = { .values = values, .is_ignored = is_ignored, .n = 48 };

  for (guint t = 0; t < 48; t++)
    values[t] = t % 12 < 3 ? 0.0 : 10.0;
  g_assert_false (sedia_forecast_track_run (track, &method, &demand));
  method.kind = SEDIA_FORECAST_SEASON_ADDED;
  g_assert_true (sedia_forecast_track_run (track, &method, &demand));
  g_assert_cmpfloat_with_epsilon (sedia_forecast_track_say (track, 48, 1), 0.0, 0.5);
  g_assert_cmpfloat_with_epsilon (sedia_forecast_track_say (track, 48, 12), 10.0, 0.5);
  g_assert_cmpfloat_with_epsilon (sedia_forecast_track_say (track, 48, 13), 0.0, 0.5);

  is_ignored[5] = is_ignored[17] = is_ignored[30] = is_ignored[0] = TRUE;
  values[5] = values[30] = NAN;
  g_assert_true (sedia_forecast_track_run (track, &method, &demand));
  g_assert_cmpfloat_with_epsilon (sedia_forecast_track_say (track, 48, 12), 10.0, 1.0);

  for (guint t = 0; t < 14; t++)
    is_ignored[t] = TRUE;
  g_assert_false (sedia_forecast_track_run (track, &method, &demand));
  demand.n = 23;
  g_assert_false (sedia_forecast_track_run (track, &method, &demand));
}

/* A damped trend flattens out, one that is not goes on; a week passed over does not stop it. */
static void
test_trend (void)
{
  const double values[] = { 10, 12, 14, 16, 18, 20, NAN, 24 };
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (8, 0);
  const SediaDemand demand = { .values = values, .n = 8 };
  SediaForecastMethod method = { .kind = SEDIA_FORECAST_TREND, .alpha = 0.3, .beta = 0.1,
                                 .phi = 1.0 };

  g_assert_true (sedia_forecast_track_run (track, &method, &demand));
  assert_near (sedia_forecast_track_say (track, 8, 1), 26.0, 26.0);
  assert_near (sedia_forecast_track_say (track, 8, 10), 44.0, 44.0);

  method.phi = 0.5;
  g_assert_true (sedia_forecast_track_run (track, &method, &demand));
  assert_near (sedia_forecast_track_say (track, 8, 40), sedia_forecast_track_say (track, 8, 60),
               1.0);
}

static void
test_class_cuts (void)
{
  double values[132] = { 0 };
  const SediaDemand demand = { .values = values, .n = 132 };

  for (guint t = 0; t < 100; t++)
    values[t] = 5.0;
  g_assert_cmpint (sedia_demand_shape (&demand).class, ==, SEDIA_DEMAND_SMOOTH); /* 1.32 */
  values[99] = 0.0;
  g_assert_cmpint (sedia_demand_shape (&demand).class, ==, SEDIA_DEMAND_INTERMITTENT);
  values[98] = 500.0;
  g_assert_cmpint (sedia_demand_shape (&demand).class, ==, SEDIA_DEMAND_LUMPY);
  values[99] = 5.0;
  g_assert_cmpint (sedia_demand_shape (&demand).class, ==, SEDIA_DEMAND_ERRATIC);
}

static void
test_accuracy_edges (void)
{
  const double values[] = { 4, 4, 4 };
  const SediaDemand demand = { .values = values, .n = 3 };
  SediaErrors errors = { 0 };

  g_assert_cmpfloat (sedia_accuracy_scale (&demand, 1), ==, 0.0);
  g_assert_cmpfloat (sedia_accuracy_scale (&demand, 5), ==, 0.0);
  g_assert_true (isnan (sedia_errors_accuracy (&errors, 1.0).absolute));

  sedia_errors_add (&errors, 0.0, 0.0);
  g_assert_cmpfloat (sedia_errors_accuracy (&errors, 0.0).scaled, ==, 0.0);
  g_assert_true (isnan (sedia_errors_accuracy (&errors, 0.0).share));

  sedia_errors_add (&errors, 3.0, 5.0);
  g_assert_true (isnan (sedia_errors_accuracy (&errors, 0.0).scaled));
  g_assert_cmpfloat (sedia_errors_accuracy (&errors, 2.0).scaled, ==, 0.5);
  g_assert_cmpfloat (sedia_errors_accuracy (&errors, 2.0).mean_error, ==, -1.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/forecast/random", test_random);
  g_test_add_func ("/core/forecast/scale", test_scale);
  g_test_add_func ("/core/forecast/same-again", test_same_again);
  g_test_add_func ("/core/forecast/ignored", test_ignored);
  g_test_add_func ("/core/forecast/without-stock", test_without_stock);
  g_test_add_func ("/core/forecast/leading-zeros", test_leading_zeros);
  g_test_add_func ("/core/forecast/short", test_short);
  g_test_add_func ("/core/forecast/nothing-asked", test_nothing_asked);
  g_test_add_func ("/core/forecast/odd-numbers", test_odd_numbers);
  g_test_add_func ("/core/forecast/gap", test_gap);
  g_test_add_func ("/core/forecast/long", test_long);
  g_test_add_func ("/core/forecast/season", test_season);
  g_test_add_func ("/core/forecast/season-start", test_season_start);
  g_test_add_func ("/core/forecast/trend", test_trend);
  g_test_add_func ("/core/forecast/class-cuts", test_class_cuts);
  g_test_add_func ("/core/forecast/accuracy-edges", test_accuracy_edges);

  return g_test_run ();
}
