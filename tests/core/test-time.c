/* Times are UTC inside, days are calendar dates. */
#include "config.h"

#include <glib.h>

#include "sedia-error.h"
#include "sedia-time.h"

static void
test_days (void)
{
  static const struct { const char *text; int day; } cases[] = {
    { "1970-01-01", 0 }, { "1970-01-02", 1 }, { "1969-12-31", -1 }, { "2000-02-29", 11016 },
    { "2026-11-22", 20779 }, { "2999-12-31", 376199 }, { "1900-01-01", -25567 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      int day;

      g_assert_true (sedia_day_parse (cases[i].text, &day, &error));
      g_assert_cmpint (day, ==, cases[i].day);
      back = sedia_day_format_iso (day);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
}

static void
test_bad_days (void)
{
  static const char *const bad[] = { "", "2026-02-30", "22-11-2026", "2026-11-22x", "tomorrow",
      "2026-13-01",
                                     "3000-01-01", "1899-12-31", "2026-11" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      int day;

      g_assert_false (sedia_day_parse (bad[i], &day, &error));
      g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
    }
}

static void
test_times (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;
  gint64 time;

  g_assert_true (sedia_time_parse ("2026-11-22T09:30Z", &time, &error));
  back = sedia_time_format_iso (time);
  g_assert_cmpstr (back, ==, "2026-11-22T09:30:00Z");
  g_assert_true (sedia_time_parse ("2026-11-22", &time, &error));
  g_assert_cmpint (sedia_day_of_time (time), ==, 20779);
  g_assert_false (sedia_time_parse ("9:30", &time, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

/* Near dates in words, others by name, the year only where it is another one. */
static void
test_words (void)
{
  const int today = sedia_day_today ();
  g_autofree char *now = sedia_day_words (today), *next = sedia_day_words (today + 1);
  g_autofree char *last = sedia_day_words (today - 1), *far = sedia_day_words (20820);
  g_autoptr (GDateTime) here = g_date_time_new_now_local ();
  g_autofree char *new_year = g_strdup_printf ("%04d-06-15", g_date_time_get_year (here));
  g_autofree char *this_year = NULL, *moment = NULL, *clock = NULL, *expected = NULL;
  int middle;

  g_assert_cmpstr (now, ==, "today");
  g_assert_cmpstr (next, ==, "tomorrow");
  g_assert_cmpstr (last, ==, "yesterday");
  g_assert_null (sedia_day_near_words (today + 2));
  if (g_date_time_get_year (here) != 2027)
    g_assert_cmpstr (far, ==, "2 January 2027");

  g_assert_true (sedia_day_parse (new_year, &middle, NULL));
  this_year = sedia_day_words (middle);
  if (sedia_day_near_words (middle) == NULL)
    g_assert_cmpstr (this_year, ==, "15 June");

  moment = sedia_time_words (sedia_time_now ());
  clock = g_date_time_format (here, "%H:");
  expected = g_strdup_printf ("today, %s", clock);
  g_assert_true (g_str_has_prefix (moment, expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time/days", test_days);
  g_test_add_func ("/core/time/bad-days", test_bad_days);
  g_test_add_func ("/core/time/times", test_times);

  g_test_add_func ("/core/time/words", test_words);

  return g_test_run ();
}
