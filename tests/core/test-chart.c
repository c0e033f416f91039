/* Charts as numbers: the round lines across, and what is empty. */
#include "config.h"

#include "sedia-chart.h"

static SediaChart *
chart_of (gint64 low,
          gint64 high)
{
  SediaChart *chart = sedia_chart_new ("T", "Week", "pcs", 0);
  SediaSeries *series = sedia_chart_add_series (chart, SEDIA_SERIES_LINE, "S");

  sedia_chart_add_place (chart, g_strdup ("one"), NULL, FALSE);
  sedia_chart_add_place (chart, g_strdup ("two"), g_strdup ("2"), TRUE);
  sedia_series_add (series, low, SEDIA_NO_AMOUNT);
  sedia_series_add (series, high, SEDIA_NO_AMOUNT);

  return chart;
}

static void
test_scale (void)
{
  static const struct
  {
    gint64 low;
    gint64 high;
    gint64 level;
    guint most;
    gint64 first;
    gint64 step;
    guint n;
  } cases[] = {
    { 0, 0, SEDIA_NO_AMOUNT, 5, 0, 1, 2 },
    { 0, 3, SEDIA_NO_AMOUNT, 5, 0, 1, 4 },
    { 3, 8, SEDIA_NO_AMOUNT, 5, 0, 2, 5 },
    { 12, 65, SEDIA_NO_AMOUNT, 5, 0, 20, 5 },
    { 12, 65, 130, 5, 0, 50, 4 },
    { -7, 12, SEDIA_NO_AMOUNT, 6, -10, 5, 6 },
    { -7, -3, SEDIA_NO_AMOUNT, 4, -10, 5, 4 },
    { 0, 1234567, SEDIA_NO_AMOUNT, 6, 0, 500000, 4 },
    { -1000000000000000, 1000000000000000, SEDIA_NO_AMOUNT, 3, -1000000000000000,
      1000000000000000, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SediaChart) chart = chart_of (cases[i].low, cases[i].high);
      SediaChartScale scale;

      g_test_message ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, cases[i].low, cases[i].high);
      chart->level = cases[i].level;
      sedia_chart_scale (chart, cases[i].most, &scale);
      g_assert_cmpint (scale.low, ==, cases[i].first);
      g_assert_cmpint (scale.step, ==, cases[i].step);
      g_assert_cmpuint (scale.n, ==, cases[i].n);
    }
}

/* The upper ends of a band count, what is not there does not. */
static void
test_band (void)
{
  g_autoptr (SediaChart) chart = sedia_chart_new ("T", "Week", NULL, 0);
  SediaSeries *band = sedia_chart_add_series (chart, SEDIA_SERIES_BAND, "B");
  SediaChartScale scale;
  gint64 high;

  sedia_chart_add_place (chart, g_strdup ("one"), NULL, FALSE);
  sedia_chart_add_place (chart, g_strdup ("two"), NULL, FALSE);
  g_assert_true (sedia_chart_is_empty (chart));
  sedia_series_add (band, SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
  g_assert_true (sedia_chart_is_empty (chart));
  sedia_series_add (band, 2, 19);
  g_assert_false (sedia_chart_is_empty (chart));

  sedia_chart_scale (chart, 5, &scale);
  g_assert_cmpint (scale.step * (scale.n - 1), ==, 20);
  g_assert_cmpint (sedia_series_get (band, 0, &high), ==, SEDIA_NO_AMOUNT);
  g_assert_cmpint (sedia_series_get (band, 1, &high), ==, 2);
  g_assert_cmpint (high, ==, 19);
  g_assert_cmpint (sedia_series_get (band, 2, NULL), ==, SEDIA_NO_AMOUNT);
}

static void
test_places (void)
{
  g_autoptr (SediaChart) chart = chart_of (1, 2);

  g_assert_cmpuint (chart->n_past, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (chart->ticks, 0), ==, "");
  g_assert_cmpstr (g_ptr_array_index (chart->ticks, 1), ==, "2");
  g_assert_true (g_array_index (chart->marked, gboolean, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/chart/scale", test_scale);
  g_test_add_func ("/core/chart/band", test_band);
  g_test_add_func ("/core/chart/places", test_places);

  return g_test_run ();
}
