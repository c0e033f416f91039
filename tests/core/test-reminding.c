/* The once-a-day reminder: when it is due, the hour as people type it, its words. */
#include "config.h"

#include "sedia-reminding.h"
#include "sedia-time.h"

#define NINE (9 * 60)

static gint64
time_of (const char *text)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}

static int
day_of (const char *text)
{
  int day = 0;

  g_assert_true (sedia_day_parse (text, &day, NULL));
  return day;
}

/* What it says at that time in Jakarta, seven hours east of Greenwich. */
static gboolean
is_due (gboolean    is_wanted,
        const char *last_day,
        const char *now,
        gint64     *next)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Jakarta");
  const SediaReminding reminding = { is_wanted, NINE, last_day != NULL ? day_of (last_day) : 0 };

  return sedia_reminding_is_due (&reminding, zone, time_of (now), next);
}

static void
test_hour (void)
{
  gint64 next;

  g_assert_false (is_due (TRUE, NULL, "2026-11-25T08:59:59+07", &next));
  g_assert_cmpint (next, ==, time_of ("2026-11-25T09:00:00+07"));
  g_assert_true (is_due (TRUE, NULL, "2026-11-25T09:00:00+07", &next));
  g_assert_cmpint (next, ==, time_of ("2026-11-25T09:00:00+07"));

  /* started in the evening: better late than not */
  g_assert_true (is_due (TRUE, "2026-11-24", "2026-11-25T20:00:00+07", &next));
}

static void
test_once (void)
{
  gint64 next;

  g_assert_false (is_due (TRUE, "2026-11-25", "2026-11-25T09:00:01+07", &next));
  g_assert_cmpint (next, ==, time_of ("2026-11-26T09:00:00+07"));
  /* the day is that of the wall: in Greenwich it is still the day before */
  g_assert_false (is_due (TRUE, "2026-11-25", "2026-11-26T00:30:00+07", &next));
  g_assert_cmpint (next, ==, time_of ("2026-11-26T09:00:00+07"));
  g_assert_true (is_due (TRUE, "2026-11-25", "2026-11-26T09:00:00+07", &next));
}

static void
test_never (void)
{
  gint64 next;

  g_assert_false (is_due (FALSE, NULL, "2026-11-25T10:00:00+07", &next));
  g_assert_cmpint (next, ==, SEDIA_NEVER);
}

/* It was done while the clock said 2030. */
static void
test_wrong_clock (void)
{
  gint64 next;

  g_assert_false (is_due (TRUE, "2030-01-01", "2026-11-25T08:00:00+07", &next));
  g_assert_cmpint (next, ==, time_of ("2026-11-25T09:00:00+07"));
  g_assert_true (is_due (TRUE, "2030-01-01", "2026-11-25T10:00:00+07", &next));
}

/* The clocks go from 2 to 3: an hour that is skipped that night does not skip the reminder. */
static void
test_summer_time (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const SediaReminding reminding = { TRUE, 2 * 60 + 30, day_of ("2026-03-28") };
  gint64 next;

  g_assert_false (sedia_reminding_is_due (&reminding, zone, time_of ("2026-03-29T00:59:59Z"),
                                          &next));
  g_assert_cmpint (next, ==, time_of ("2026-03-29T01:00:00Z"));
  g_assert_true (sedia_reminding_is_due (&reminding, zone, next, &next));
}

static void
test_typed_hour (void)
{
  static const struct { const char *typed; int minutes; } hours[] = {
    { "9", NINE }, { "9:00", NINE }, { "09.00", NINE }, { " 9:05 ", NINE + 5 },
    { "0:00", 0 }, { "23:59", 24 * 60 - 1 },
  };
  static const char *const wrong[] = {
    "", "24", "24:00", "9:60", "9:3", "9:", ":30", "nine", "009", "9:000", "9 30", "-1", "9:30pm",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      int minutes = -1;

      g_assert_true (sedia_reminding_parse_hour (hours[i].typed, &minutes));
      g_assert_cmpint (minutes, ==, hours[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      int minutes = -1;

      g_assert_false (sedia_reminding_parse_hour (wrong[i], &minutes));
      g_assert_cmpint (minutes, ==, -1);
    }

  for (int minutes = 0; minutes < 24 * 60; minutes++)
    {
      g_autofree char *text = sedia_reminding_format_hour (minutes);
      int again = -1;

      g_assert_true (sedia_reminding_parse_hour (text, &again));
      g_assert_cmpint (again, ==, minutes);
    }
}

static void
test_words (void)
{
  g_autofree char *several = sedia_reminding_title (4, 2);
  g_autofree char *one = sedia_reminding_title (1, 1);
  g_autofree char *none_late = sedia_reminding_title (3, 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  g_assert_cmpstr (several, ==, "4 customers must be told, 2 are late");
  g_assert_cmpstr (one, ==, "1 customer must be told, 1 is late");
  g_assert_cmpstr (none_late, ==, "3 customers must be told");

  g_assert_null (sedia_reminding_body (names, 2));
  g_ptr_array_add (names, (gpointer) "Ada");
  g_ptr_array_add (names, (gpointer) "Tom & Co");
  some = sedia_reminding_body (names, 3);
  all = sedia_reminding_body (names, 2);
  g_assert_cmpstr (some, ==, "Ada, Tom & Co and others");
  g_assert_cmpstr (all, ==, "Ada, Tom & Co");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminding/7-at-the-hour", test_hour);
  g_test_add_func ("/core/reminding/7-once-a-day", test_once);
  g_test_add_func ("/core/reminding/7-switched-off", test_never);
  g_test_add_func ("/core/reminding/wrong-clock", test_wrong_clock);
  g_test_add_func ("/core/reminding/summer-time", test_summer_time);
  g_test_add_func ("/core/reminding/typed-hour", test_typed_hour);
  g_test_add_func ("/core/reminding/words", test_words);

  return g_test_run ();
}
