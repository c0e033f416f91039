/* The shop's working days and hours: days, instants and working days, in zones that differ. */
#include "config.h"

#include <glib.h>

#include "sedia-calendar.h"
#include "sedia-time.h"

#define MONDAY_TO_FRIDAY 0x1f
#define MONDAY_TO_SATURDAY 0x3f

#define OPENS (8 * 60)
#define CLOSES (17 * 60)

static SediaCalendar
calendar_in (const char *zone,
             guint       working_days)
{
  SediaCalendar calendar = { working_days, OPENS, CLOSES, NULL, g_time_zone_new_identifier (zone) };

  g_assert_nonnull (calendar.zone);
  return calendar;
}

static void
clear_calendar (SediaCalendar *calendar)
{
  g_clear_pointer (&calendar->holidays, g_array_unref);
  g_clear_pointer (&calendar->zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaCalendar, clear_calendar)

static int
day_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  int day = 0;

  sedia_day_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

static gint64
time_of (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, utc);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
}

static void
add_holiday (SediaCalendar *calendar,
             int            day)
{
  if (calendar->holidays == NULL)
    calendar->holidays = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_val (calendar->holidays, day);
}

/* Given a zone, when it is that instant, then it is that day there. */
static void
test_day (void)
{
  static const struct { const char *zone, *at, *day; } cases[] = {
    { "Asia/Jakarta", "2026-11-22T16:59:59.999999Z", "2026-11-22" },
    { "Asia/Jakarta", "2026-11-22T17:00:00Z", "2026-11-23" },
    { "Asia/Jakarta", "2026-12-31T16:59:59Z", "2026-12-31" },
    { "Asia/Jakarta", "2026-12-31T17:00:00Z", "2027-01-01" },
    { "Asia/Jakarta", "2028-02-28T17:00:00Z", "2028-02-29" },
    { "Asia/Jakarta", "2028-02-29T17:00:00Z", "2028-03-01" },
    { "Asia/Jakarta", "2027-02-28T17:00:00Z", "2027-03-01" },
    /* clocks forward and back: midnight is an hour nearer to UTC in winter */
    { "Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28" },
    { "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29" },
    { "Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29" },
    { "Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30" },
    { "Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25" },
    { "Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26" },
    { "America/New_York", "2026-11-01T03:59:59Z", "2026-10-31" },
    { "America/New_York", "2026-11-01T04:00:00Z", "2026-11-01" },
    { "America/New_York", "2026-11-02T04:59:59Z", "2026-11-01" },
    { "America/New_York", "2026-11-02T05:00:00Z", "2026-11-02" },
    { "America/New_York", "2027-01-01T04:59:59Z", "2026-12-31" },
    { "Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29" },
    { "Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31" },
    { "UTC", "1969-12-31T23:59:59.999999Z", "1969-12-31" },
    { "UTC", "1970-01-01T00:00:00Z", "1970-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SediaCalendar) calendar = calendar_in (cases[i].zone, 0);
      g_autofree char *day = NULL;

      day = sedia_day_format_iso (sedia_calendar_day (&calendar, time_of (cases[i].at)));
      g_test_message ("%s %s", cases[i].zone, cases[i].at);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

/* Given a zone and a day, when its clocks show that time, then it is that instant. */
static void
test_instant (void)
{
  static const struct { const char *zone, *day; int hour, minute; const char *at; } cases[] = {
    { "Asia/Jakarta", "2026-11-23", 0, 0, "2026-11-22T17:00:00Z" },
    { "Asia/Jakarta", "2026-11-23", 8, 30, "2026-11-23T01:30:00Z" },
    { "Asia/Jakarta", "2026-12-31", 24, 0, "2026-12-31T17:00:00Z" },
    { "Asia/Jakarta", "2028-02-29", 17, 0, "2028-02-29T10:00:00Z" },
    { "UTC", "1969-12-31", 23, 59, "1969-12-31T23:59:00Z" },
    /* forward: 02:00 is 03:00 */
    { "Europe/Berlin", "2026-03-28", 17, 0, "2026-03-28T16:00:00Z" },
    { "Europe/Berlin", "2026-03-29", 1, 59, "2026-03-29T00:59:00Z" },
    { "Europe/Berlin", "2026-03-29", 2, 0, "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", "2026-03-29", 2, 59, "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", "2026-03-29", 3, 1, "2026-03-29T01:01:00Z" },
    { "Europe/Berlin", "2026-03-29", 17, 0, "2026-03-29T15:00:00Z" },
    { "America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:00:00Z" },
    { "America/New_York", "2026-03-08", 8, 0, "2026-03-08T12:00:00Z" },
    /* back: 02:00 to 03:00 comes twice */
    { "Europe/Berlin", "2026-10-25", 1, 59, "2026-10-24T23:59:00Z" },
    { "Europe/Berlin", "2026-10-25", 2, 0, "2026-10-25T00:00:00Z" },
    { "Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T00:30:00Z" },
    { "Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25T02:00:00Z" },
    { "Europe/Berlin", "2026-10-25", 17, 0, "2026-10-25T16:00:00Z" },
    { "America/New_York", "2026-11-01", 0, 30, "2026-11-01T04:30:00Z" },
    { "America/New_York", "2026-11-01", 1, 30, "2026-11-01T05:30:00Z" },
    { "America/New_York", "2026-11-01", 2, 0, "2026-11-01T07:00:00Z" },
    /* where winter is what the zone calls the special time, and where midnight is skipped */
    { "Europe/Dublin", "2026-10-25", 1, 30, "2026-10-25T00:30:00Z" },
    { "Europe/Dublin", "2026-03-29", 1, 30, "2026-03-29T01:00:00Z" },
    { "America/Sao_Paulo", "2018-11-04", 0, 0, "2018-11-04T03:00:00Z" },
    /* where a whole day was */
    { "Pacific/Apia", "2011-12-29", 17, 0, "2011-12-30T03:00:00Z" },
    { "Pacific/Apia", "2011-12-30", 12, 0, "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", "2011-12-31", 8, 0, "2011-12-30T18:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SediaCalendar) calendar = calendar_in (cases[i].zone, 0);
      g_autofree char *at = NULL;

      at = sedia_time_format_iso (sedia_calendar_instant (&calendar, day_of (cases[i].day),
                                                          cases[i].hour * 60 + cases[i].minute));
      g_test_message ("%s %s %02d:%02d", cases[i].zone, cases[i].day, cases[i].hour,
                      cases[i].minute);
      g_assert_cmpstr (at, ==, cases[i].at);
    }
}

/* The day of an instant of a day is that day, whatever the season; instants never run backwards. */
static void
test_there_and_back (void)
{
  static const char *const zones[] = { "Asia/Jakarta", "Europe/Berlin", "America/New_York",
                                       "Australia/Lord_Howe" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_auto (SediaCalendar) calendar = calendar_in (zones[i], 0);
      gint64 before = G_MININT64;

      for (int day = day_of ("2025-12-30"); day <= day_of ("2027-01-02"); day++)
        for (int minutes = 0; minutes < 24 * 60; minutes += 30)
          {
            gint64 at = sedia_calendar_instant (&calendar, day, minutes);

            g_assert_cmpint (sedia_calendar_day (&calendar, at), ==, day);
            g_assert_cmpint (at, >=, before);
            before = at;
          }
    }
}

static void
test_is_working (void)
{
  static const struct { guint working_days; const char *day; gboolean is_working; } cases[] = {
    { MONDAY_TO_FRIDAY, "2026-11-20", TRUE },
    { MONDAY_TO_FRIDAY, "2026-11-21", FALSE },
    { MONDAY_TO_FRIDAY, "2026-11-22", FALSE },
    { MONDAY_TO_FRIDAY, "2026-11-23", TRUE },
    { MONDAY_TO_SATURDAY, "2026-11-21", TRUE },
    { MONDAY_TO_SATURDAY, "2026-11-22", FALSE },
    { 1u << 6, "2026-11-22", TRUE },
    { 1u << 6, "2026-11-23", FALSE },
    { 1u << 3, "1970-01-01", TRUE },
    { 1u << 2, "1969-12-31", TRUE },
    { 1u << 2, "1970-01-01", FALSE },
    { 0, "2026-11-22", TRUE },
    { 1u << 7, "2026-11-22", TRUE }, /* not a day of the week: none is set */
    /* holidays: the first, one in the middle, the last, and their neighbours */
    { MONDAY_TO_FRIDAY, "2026-12-24", FALSE },
    { MONDAY_TO_FRIDAY, "2026-12-25", FALSE },
    { MONDAY_TO_FRIDAY, "2026-12-23", TRUE },
    { MONDAY_TO_FRIDAY, "2026-12-28", TRUE },
    { 0, "2027-01-01", FALSE },
    { 0, "2027-01-02", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SediaCalendar) calendar = calendar_in ("UTC", cases[i].working_days);

      add_holiday (&calendar, day_of ("2026-12-24"));
      add_holiday (&calendar, day_of ("2026-12-25"));
      add_holiday (&calendar, day_of ("2027-01-01"));
      g_test_message ("%x %s", cases[i].working_days, cases[i].day);
      g_assert_cmpint (sedia_calendar_is_working (&calendar, day_of (cases[i].day)), ==,
                       cases[i].is_working);
    }
}

/* Given Monday to Friday, Christmas and New Year off, when n working days pass, then it is. */
static void
test_add (void)
{
  static const struct { const char *from; int n; const char *to; } cases[] = {
    { "2026-11-20", 0, "2026-11-20" }, { "2026-11-21", 0, "2026-11-23" },
    { "2026-11-20", 1, "2026-11-23" }, { "2026-11-21", 1, "2026-11-23" },
    { "2026-11-22", 2, "2026-11-24" }, { "2026-11-23", 5, "2026-11-30" },
    { "2026-11-23", -1, "2026-11-20" }, { "2026-11-22", -1, "2026-11-20" },
    { "2026-11-24", -2, "2026-11-20" }, { "2026-11-30", -5, "2026-11-23" },
    { "2026-12-24", 1, "2026-12-28" }, { "2026-12-25", 0, "2026-12-28" },
    { "2026-12-28", -1, "2026-12-24" }, { "2026-12-31", 1, "2027-01-04" },
    { "2027-01-04", -1, "2026-12-31" }, { "2028-02-28", 1, "2028-02-29" },
    { "2028-02-29", 1, "2028-03-01" }, { "2027-02-26", 1, "2027-03-01" },
  };
  g_auto (SediaCalendar) calendar = calendar_in ("UTC", MONDAY_TO_FRIDAY);

  add_holiday (&calendar, day_of ("2026-12-25"));
  add_holiday (&calendar, day_of ("2027-01-01"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = NULL;

      to = sedia_day_format_iso (sedia_calendar_add (&calendar, day_of (cases[i].from),
                                                     cases[i].n));
      g_test_message ("%s %+d", cases[i].from, cases[i].n);
      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

static void
test_between (void)
{
  static const struct { const char *from, *to; int n; } cases[] = {
    { "2026-11-23", "2026-11-23", 0 }, { "2026-11-23", "2026-11-24", 1 },
    { "2026-11-20", "2026-11-23", 1 }, { "2026-11-23", "2026-11-20", -1 },
    { "2026-11-20", "2026-11-21", 0 }, { "2026-11-21", "2026-11-22", 0 },
    { "2026-11-21", "2026-11-23", 1 }, { "2026-11-23", "2026-11-30", 5 },
    { "2026-11-30", "2026-11-23", -5 }, { "2026-12-24", "2026-12-25", 0 },
    { "2026-12-24", "2026-12-28", 1 }, { "2026-12-31", "2027-01-04", 1 },
    { "2026-12-25", "2027-01-01", 4 }, { "2028-02-28", "2028-03-01", 2 },
    { "1969-12-31", "1970-01-01", 1 }, { "1969-12-26", "1970-01-05", 6 },
    { "2026-11-23", "2999-12-31", 253869 },
  };
  g_auto (SediaCalendar) calendar = calendar_in ("UTC", MONDAY_TO_FRIDAY);

  add_holiday (&calendar, day_of ("2026-12-25"));
  add_holiday (&calendar, day_of ("2026-12-26")); /* a Saturday: free anyway */
  add_holiday (&calendar, day_of ("2027-01-01"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].from, cases[i].to);
      g_assert_cmpint (sedia_calendar_between (&calendar, day_of (cases[i].from),
                                               day_of (cases[i].to)), ==, cases[i].n);
    }
}

/* A shop that is closed for longer than anyone looks ahead: days are days then. */
static void
test_always_closed (void)
{
  g_auto (SediaCalendar) calendar = calendar_in ("UTC", MONDAY_TO_FRIDAY);
  int day = day_of ("2026-11-20");

  for (int i = -4000; i <= 4000; i++)
    add_holiday (&calendar, day + i);

  g_assert_false (sedia_calendar_is_working (&calendar, day));
  g_assert_cmpint (sedia_calendar_next (&calendar, day), ==, day);
  g_assert_cmpint (sedia_calendar_add (&calendar, day, 3), ==, day + 3);
  g_assert_cmpint (sedia_calendar_add (&calendar, day, -3), ==, day - 3);
  g_assert_cmpint (sedia_calendar_between (&calendar, day - 100, day + 100), ==, 0);
  g_assert_cmpint (sedia_calendar_same_day (&calendar, time_of ("2026-11-20T09:00:00Z")), ==,
                   time_of ("2026-11-21T17:00:00Z"));
}

/* Given Monday to Friday until 17:00, when it happens, then the same working day ends. */
static void
test_same_day (void)
{
  static const struct { const char *zone, *at, *until; } cases[] = {
    { "UTC", "2026-11-20T09:00:00Z", "2026-11-20T17:00:00Z" },
    { "UTC", "2026-11-20T00:00:00Z", "2026-11-20T17:00:00Z" }, /* before it opens */
    { "UTC", "2026-11-19T23:59:59.999999Z", "2026-11-20T17:00:00Z" },
    { "UTC", "2026-11-19T16:59:59.999999Z", "2026-11-19T17:00:00Z" },
    { "UTC", "2026-11-19T17:00:00Z", "2026-11-20T17:00:00Z" },
    { "UTC", "2026-11-20T17:00:00Z", "2026-11-23T17:00:00Z" },
    { "UTC", "2026-11-21T09:00:00Z", "2026-11-23T17:00:00Z" },
    { "UTC", "2026-12-24T18:00:00Z", "2026-12-28T17:00:00Z" },
    { "UTC", "2026-12-25T09:00:00Z", "2026-12-28T17:00:00Z" },
    { "UTC", "2026-12-31T18:00:00Z", "2027-01-04T17:00:00Z" },
    { "UTC", "2028-02-28T17:30:00Z", "2028-02-29T17:00:00Z" },
    { "Asia/Jakarta", "2026-11-19T16:59:59Z", "2026-11-20T10:00:00Z" },
    { "Asia/Jakarta", "2026-11-19T17:00:00Z", "2026-11-20T10:00:00Z" },
    { "Asia/Jakarta", "2026-11-20T10:00:00Z", "2026-11-23T10:00:00Z" },
    { "Europe/Berlin", "2026-03-27T16:00:00Z", "2026-03-30T15:00:00Z" },
    { "Europe/Berlin", "2026-10-23T15:00:00Z", "2026-10-26T16:00:00Z" },
    { "America/New_York", "2026-03-06T22:00:00Z", "2026-03-09T21:00:00Z" },
    { "America/New_York", "2026-10-30T21:00:00Z", "2026-11-02T22:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SediaCalendar) calendar = calendar_in (cases[i].zone, MONDAY_TO_FRIDAY);
      g_autofree char *until = NULL;

      add_holiday (&calendar, day_of ("2026-12-25"));
      add_holiday (&calendar, day_of ("2027-01-01"));
      until = sedia_time_format_iso (sedia_calendar_same_day (&calendar, time_of (cases[i].at)));
      g_test_message ("%s %s", cases[i].zone, cases[i].at);
      g_assert_cmpstr (until, ==, cases[i].until);
    }
}

/* Counting day by day comes to the same, and adding is the reverse of counting. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_auto (SediaCalendar) calendar = calendar_in ("UTC", g_test_rand_int_range (0, 128));
      int from = g_test_rand_int_range (-400, 400), to = from + g_test_rand_int_range (0, 120);
      int n = 0, counted;

      for (int day = from - 50; day < to + 50; day++)
        if (g_test_rand_int_range (0, 6) == 0)
          add_holiday (&calendar, day);

      for (int day = from + 1; day <= to; day++)
        n += sedia_calendar_is_working (&calendar, day);

      counted = sedia_calendar_between (&calendar, from, to);
      g_assert_cmpint (counted, ==, n);
      g_assert_cmpint (sedia_calendar_between (&calendar, to, from), ==, -n);

      n = g_test_rand_int_range (1, 30);
      to = sedia_calendar_add (&calendar, from, n);
      g_assert_true (sedia_calendar_is_working (&calendar, to));
      g_assert_cmpint (sedia_calendar_between (&calendar, from, to), ==, n);
      to = sedia_calendar_add (&calendar, from, -n);
      g_assert_true (sedia_calendar_is_working (&calendar, to));
      g_assert_cmpint (sedia_calendar_between (&calendar, to - 1, from - 1), ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/calendar/day", test_day);
  g_test_add_func ("/core/calendar/instant", test_instant);
  g_test_add_func ("/core/calendar/there-and-back", test_there_and_back);
  g_test_add_func ("/core/calendar/is-working", test_is_working);
  g_test_add_func ("/core/calendar/add", test_add);
  g_test_add_func ("/core/calendar/between", test_between);
  g_test_add_func ("/core/calendar/always-closed", test_always_closed);
  g_test_add_func ("/core/calendar/same-day", test_same_day);
  g_test_add_func ("/core/calendar/random", test_random);

  return g_test_run ();
}
