/* Each method against what R says, for each convention; then the automatic choice beside them. */
#include "config.h"

#include "forecast-reference.h"
#include "sedia-accuracy.h"
#include "sedia-forecast-choose.h"

#include <math.h>

#define FOLDER "forecast-reference"
#define WEEKS_MOST 200
#define SEASON_MOST 12

/* Which methods must be among those compared, that a name nobody knows does not pass unseen. */
static void
assert_all_seen (GHashTable *seen)
{
  static const char *const names[] = {
    "naive", "snaive", "mean", "ma3", "ma6", "ses_a0.1", "ses_a0.2", "ses_a0.3", "ses_a0.5",
    "holt_a0.3_b0.1", "hw_add_.2_.1_.1", "hw_mult_.2_.1_.1",
    "croston_a0.1_first", "croston_a0.1_mean", "croston_a0.2_first", "croston_a0.2_mean",
    "sba_a0.1_first", "sba_a0.1_mean", "sba_a0.2_first", "sba_a0.2_mean",
    "sbj_a0.1_first", "sbj_a0.1_mean", "sbj_a0.2_first", "sbj_a0.2_mean",
    "tsb_0.10_0.10_first", "tsb_0.10_0.10_mean", "tsb_0.20_0.05_first", "tsb_0.20_0.05_mean",
    "forecast_pkg_croston_a0.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_hash_table_contains (seen, names[i]))
      g_error ("%s was not compared", names[i]);
}

/* Rows of series, method, step or week, value; @is_fitted: one step ahead, within the history. */
static void
compare (const char *folder,
         const char *table,
         gboolean    is_fitted)
{
  g_autoptr (GPtrArray) all = read_series (folder);
  g_autoptr (GPtrArray) rows = read_rows (folder, table);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, SEASON_MOST);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const Series *series = find_series (all, row[0]);
      const SediaDemand demand = train_of (series);
      const guint at = (guint) atoi (row[2]);
      g_autofree char *what = g_strjoin (" ", row[0], row[1], row[2], NULL);
      SediaForecastMethod method;
      double said;

      if (*row[3] == '\0' || !method_of_name (row[1], series->season, &method))
        continue;
      g_hash_table_add (seen, row[1]);
      g_assert_true (sedia_forecast_track_run (track, &method, &demand));
      said = is_fitted ? sedia_forecast_track_say (track, at - 1, 1)
                       : sedia_forecast_track_say (track, series->n_train, at);
      if (isnan (said) && g_str_has_prefix (row[1], "forecast_pkg"))
        said = 0.0; /* what that package says before anything was sold */
      assert_close (said, g_ascii_strtod (row[3], NULL), what);
    }

  if (is_fitted)
    g_hash_table_add (seen, (gpointer) "mean"); /* R gives no fitted values of it */
  assert_all_seen (seen);
}

static void
test_forecasts (void)
{
  const char *folder = reference_data (FOLDER);

  if (folder != NULL)
    compare (folder, "forecasts.csv", FALSE);
}

static void
test_fitted (void)
{
  const char *folder = reference_data (FOLDER);

  if (folder != NULL)
    compare (folder, "fitted.csv", TRUE);
}

/* R stops looking where the error hardly changes, so its parameter is right to about 1e-5, and so
 * is what it says.
 */
static void
test_best_alpha (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, 0);
  guint n_compared = 0;

  if (folder == NULL)
    return;

  {
    g_autoptr (GPtrArray) all = read_series (folder);
    g_autoptr (GPtrArray) rows = read_rows (folder, "parameters.csv");

    for (guint i = 0; i < rows->len; i++)
      {
        char **row = g_ptr_array_index (rows, i);
        SediaDemand demand;
        double alpha, expected;

        if (!g_str_equal (row[1], "ses_opt_simple"))
          continue;

        demand = train_of (find_series (all, row[0]));
        alpha = sedia_forecast_best_alpha (track, &demand);
        expected = g_ascii_strtod (row[2] + strlen ("alpha="), NULL);
        g_test_message ("%s: %.6f, R says %.6f", row[0], alpha, expected);
        g_assert_cmpfloat_with_epsilon (alpha, expected, 1e-4);
        n_compared++;
      }
  }

  g_assert_cmpuint (n_compared, ==, 10);
}

static void
test_best_alpha_forecasts (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, 0);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_compared = 0;

  if (folder == NULL)
    return;

  all = read_series (folder);
  rows = read_rows (folder, "forecasts.csv");
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      SediaForecastMethod method = { .kind = SEDIA_FORECAST_SMOOTHING };
      const double expected = g_ascii_strtod (row[3], NULL);
      SediaDemand demand;

      if (!g_str_equal (row[1], "ses_opt_simple") || !g_str_equal (row[2], "1"))
        continue;

      demand = train_of (find_series (all, row[0]));
      method.alpha = sedia_forecast_best_alpha (track, &demand);
      g_assert_true (sedia_forecast_track_run (track, &method, &demand));
      g_assert_cmpfloat_with_epsilon (sedia_forecast_track_say (track, demand.n, 1), expected,
                                      1e-4 * ABS (expected) + 1e-4);
      n_compared++;
    }

  g_assert_cmpuint (n_compared, ==, 10);
}

/* The forecasts of the table, whoever made them, and the measures of the other table. */
static void
assert_accuracy (GPtrArray    *forecasts,
                 const Series *series,
                 char        **row)
{
  const SediaDemand demand = train_of (series);
  SediaErrors errors = { 0 };
  SediaAccuracy accuracy, seasonal;
  g_autofree char *what = g_strjoin (" ", row[0], row[1], NULL);

  for (guint i = 0; i < forecasts->len; i++)
    {
      char **said = g_ptr_array_index (forecasts, i);

      if (g_str_equal (said[0], row[0]) && g_str_equal (said[1], row[1]))
        sedia_errors_add (&errors, g_ascii_strtod (said[4], NULL),
                          g_ascii_strtod (said[3], NULL));
    }

  accuracy = sedia_errors_accuracy (&errors, sedia_accuracy_scale (&demand, 1));
  seasonal = sedia_errors_accuracy (&errors, sedia_accuracy_scale (&demand, series->season));
  g_assert_cmpuint (accuracy.n, ==, (guint) atoi (row[2]));
  assert_cell (accuracy.mean_error, row[3], what);
  assert_cell (accuracy.absolute, row[4], what);
  assert_cell (accuracy.squared, row[5], what);
  assert_cell (accuracy.share, row[6], what);
  assert_cell (accuracy.scaled, row[8], what);
  if (*row[9] != '\0')
    assert_cell (seasonal.scaled, row[9], what);
}

static void
test_accuracy (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) forecasts = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (folder == NULL)
    return;

  all = read_series (folder);
  forecasts = read_rows (folder, "forecasts.csv");
  rows = read_rows (folder, "accuracy.csv");
  g_assert_cmpuint (rows->len, >=, 300);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      assert_accuracy (forecasts, find_series (all, row[0]), row);
    }
}

/* The last h weeks, each said one step ahead from all before it. */
static SediaAccuracy
roll (SediaForecastTrack        *track,
      const SediaForecastMethod *method,
      const Series              *series)
{
  const SediaDemand train = train_of (series);
  SediaErrors errors = { 0 };

  for (guint t = series->n_train; t < series->n; t++)
    {
      const SediaDemand known = { .values = series->values, .n = t };

      g_assert_true (sedia_forecast_track_run (track, method, &known));
      sedia_errors_add (&errors, series->values[t], sedia_forecast_track_say (track, t, 1));
    }

  return sedia_errors_accuracy (&errors, sedia_accuracy_scale (&train, 1));
}

static void
test_rolling_origin (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, SEASON_MOST);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (folder == NULL)
    return;

  all = read_series (folder);
  rows = read_rows (folder, "rolling_origin.csv");
  g_assert_cmpuint (rows->len, >=, 70);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const Series *series = find_series (all, row[0]);
      g_autofree char *what = g_strjoin (" ", "rolling", row[0], row[1], NULL);
      SediaForecastMethod method;
      SediaAccuracy accuracy;

      g_assert_true (method_of_name (row[1], series->season, &method));
      accuracy = roll (track, &method, series);
      g_assert_cmpuint (accuracy.n, ==, (guint) atoi (row[2]));
      assert_cell (accuracy.absolute, row[3], what);
      assert_cell (accuracy.share, row[4], what);
      assert_cell (accuracy.scaled, row[5], what);
      assert_cell (accuracy.mean_error, row[6], what);
    }
}

typedef struct
{
  char *name;
  guint n;          /* series */
  double ahead;     /* sum of MASE, h weeks from one origin */
  double rolling;   /* sum of MASE, one week from h origins */
} Standing;

static void
standing_free (Standing *standing)
{
  g_free (standing->name);
  g_free (standing);
}

static int
compare_standings (gconstpointer a,
                   gconstpointer b)
{
  const Standing *one = *(Standing *const *) a, *other = *(Standing *const *) b;
  const double x = one->ahead / one->n, y = other->ahead / other->n;

  return (x > y) - (x < y);
}

static Standing *
stand (GPtrArray  *standings,
       const char *name,
       double      ahead,
       double      rolling)
{
  Standing *standing = NULL;

  for (guint i = 0; standing == NULL && i < standings->len; i++)
    if (g_str_equal (((Standing *) g_ptr_array_index (standings, i))->name, name))
      standing = g_ptr_array_index (standings, i);

  if (standing == NULL)
    {
      standing = g_new0 (Standing, 1);
      standing->name = g_strdup (name);
      g_ptr_array_add (standings, standing);
    }

  standing->n++;
  standing->ahead += ahead;
  standing->rolling += rolling;
  return standing;
}

/* The choice is made anew for each origin, from what was known then. */
static void
add_automatic (GPtrArray    *standings,
               const Series *series)
{
  g_autoptr (SediaForecaster) forecaster = sedia_forecaster_new (series->n, series->season);
  const SediaDemand train = train_of (series);
  const double scale = sedia_accuracy_scale (&train, 1);
  SediaErrors ahead = { 0 }, rolling = { 0 };
  SediaForecast forecast;

  sedia_forecaster_choose (forecaster, &train, &forecast);
  g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_CHOSEN);
  for (guint t = series->n_train; t < series->n; t++)
    sedia_errors_add (&ahead, series->values[t],
                      sedia_forecaster_say (forecaster, t - series->n_train + 1));

  for (guint t = series->n_train; t < series->n; t++)
    {
      const SediaDemand known = { .values = series->values, .n = t };

      sedia_forecaster_choose (forecaster, &known, &forecast);
      sedia_errors_add (&rolling, series->values[t], sedia_forecaster_say (forecaster, 1));
    }

  stand (standings, "automatic", sedia_errors_accuracy (&ahead, scale).scaled,
         sedia_errors_accuracy (&rolling, scale).scaled);
}

static GPtrArray *
make_standings (const char *folder)
{
  GPtrArray *standings = g_ptr_array_new_with_free_func ((GDestroyNotify) standing_free);
  g_autoptr (SediaForecastTrack) track = sedia_forecast_track_new (WEEKS_MOST, SEASON_MOST);
  g_autoptr (GPtrArray) all = read_series (folder);
  g_autoptr (GPtrArray) rows = read_rows (folder, "accuracy.csv");

  for (guint i = 0; i < all->len; i++)
    add_automatic (standings, g_ptr_array_index (all, i));

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const Series *series = find_series (all, row[0]);
      SediaForecastMethod method;

      stand (standings, row[1], g_ascii_strtod (row[8], NULL),
             method_of_name (row[1], series->season, &method)
               ? roll (track, &method, series).scaled
               : NAN);
    }

  return standings;
}

/* Mean MASE over the series. Only who forecasts all of them can be compared: a seasonal method has
 * left out those that are hard for it.
 */
static void
test_automatic (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (GPtrArray) standings = NULL;
  double automatic = NAN, naive = NAN, best = INFINITY;
  double automatic_rolling = NAN, naive_rolling = NAN, best_rolling = INFINITY;

  if (folder == NULL)
    return;

  standings = make_standings (folder);
  g_ptr_array_sort (standings, compare_standings);
  g_test_message ("%-26s %6s %12s %12s", "mean MASE of", "series", "h weeks", "next week");
  for (guint i = 0; i < standings->len; i++)
    {
      const Standing *standing = g_ptr_array_index (standings, i);
      const double ahead = standing->ahead / standing->n;
      const double rolling = standing->rolling / standing->n;

      g_test_message ("%-26s %6u %12.4f %12.4f", standing->name, standing->n, ahead, rolling);
      if (g_str_equal (standing->name, "automatic"))
        {
          automatic = ahead;
          automatic_rolling = rolling;
        }
      else if (standing->n == 10)
        {
          best = MIN (best, ahead);
          best_rolling = fmin (best_rolling, rolling);
        }
      if (g_str_equal (standing->name, "naive"))
        {
          naive = ahead;
          naive_rolling = rolling;
        }
    }

  g_assert_cmpfloat (automatic, <=, 1.05 * best);
  g_assert_cmpfloat (automatic_rolling, <=, 1.05 * best_rolling);
  g_assert_cmpfloat (automatic, <=, 0.85 * naive);
  g_assert_cmpfloat (automatic_rolling, <=, 0.85 * naive_rolling);
}

static void
assert_class (const SediaDemandShape *shape,
              char                  **row)
{
  static const char *const names[] = { "none", "smooth", "erratic", "intermittent", "lumpy" };

  g_assert_cmpuint (shape->n_known, ==, (guint) atoi (row[1]));
  g_assert_cmpuint (shape->n_sales, ==, (guint) atoi (row[2]));
  assert_cell (shape->interval, row[4], row[0]);
  assert_cell (shape->interval_mean, row[5], row[0]);
  assert_cell (shape->variation, row[6], row[0]);
  assert_cell (shape->variation_whole, row[7], row[0]);
  g_assert_cmpstr (names[shape->class], ==, row[8]);
  assert_cell (shape->mean, row[9], row[0]);
  assert_cell (shape->deviation, row[10], row[0]);
  assert_cell (shape->mean_size, row[11], row[0]);
}

static void
test_classification (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_near = 0;

  if (folder == NULL)
    return;

  all = read_series (folder);
  rows = read_rows (folder, "classification.csv");
  g_assert_cmpuint (rows->len, ==, 10);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const SediaDemand demand = train_of (find_series (all, row[0]));
      const SediaDemandShape shape = sedia_demand_shape (&demand);

      assert_class (&shape, row);
      n_near += g_str_equal (row[12], "TRUE");
    }

  g_assert_cmpuint (n_near, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/forecast-reference/forecasts", test_forecasts);
  g_test_add_func ("/core/forecast-reference/fitted", test_fitted);
  g_test_add_func ("/core/forecast-reference/best-alpha", test_best_alpha);
  g_test_add_func ("/core/forecast-reference/best-alpha-forecasts", test_best_alpha_forecasts);
  g_test_add_func ("/core/forecast-reference/accuracy", test_accuracy);
  g_test_add_func ("/core/forecast-reference/rolling-origin", test_rolling_origin);
  g_test_add_func ("/core/forecast-reference/automatic", test_automatic);
  g_test_add_func ("/core/forecast-reference/classification", test_classification);

  return g_test_run ();
}
