/* The contact clock where time itself is the matter: zones, calendars, clocks set back, chance. */
#include "config.h"

#include "clock-case.h"

#include "sedia-time.h"

/* The computer's clock was set back: what happened lies ahead, and is not hidden. */
static void
test_clock_jumps_back (void)
{
  static const Case cases[] = {
    { "ready tomorrow", AT (3, 10, 0), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .ready_since = AT (4, 9, 0) } },
      "ready/1 4T09:00-4T17:00 | 4T17:00" },
    { "lost in an hour", AT (3, 10, 0), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .lost_since = AT (3, 11, 0) } },
      "reservation-lost/1 3T11:00-3T11:00 | 3T11:00" },
    { "ordered next week", AT (3, 10, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .placed_at = AT (9, 9, 0), .backordered_since = AT (9, 9, 0) } },
      "backordered/1 9T09:00-9T17:00 | 9T17:00" },
    { "known next week", AT (3, 10, 0), TOLD (AT (9, 10, 0)),
      { { WAITING, .expected = NOV (16), .expected_since = AT (9, 9, 0) } },
      "date-known/1 9T09:00-9T17:00 ?>16 | 9T17:00" },
    { "told next week: not silent", AT (3, 10, 0), TOLD (AT (9, 10, 0)), { { WAITING } }, "" },
    { "told after the agreed wait", AT (16, 10, 0), { AT (20, 9, 0), NOV (16) }, { { WAITING } },
      "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Nothing but the day it is in Jakarta, Berlin or New York: seven days are seven days. */
static void
test_zones (void)
{
  static const struct { const char *zone, *told, *now, *due; } cases[] = {
    /* local midnight, an hour off without the zone */
    { "Asia/Jakarta", "2026-12-28T10:00:00Z", "2027-01-03T16:59:00Z", NULL },
    { "Asia/Jakarta", "2026-12-28T10:00:00Z", "2027-01-03T17:00:00Z", "2027-01-04T10:00:00Z" },
    /* the clocks go forward on 29 March, back on 25 October */
    { "Europe/Berlin", "2026-03-23T12:00:00Z", "2026-03-29T21:59:00Z", NULL },
    { "Europe/Berlin", "2026-03-23T12:00:00Z", "2026-03-29T22:00:00Z", "2026-03-30T15:00:00Z" },
    { "Europe/Berlin", "2026-10-19T12:00:00Z", "2026-10-25T22:59:00Z", NULL },
    { "Europe/Berlin", "2026-10-19T12:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T16:00:00Z" },
    /* forward on 8 March, back on 1 November */
    { "America/New_York", "2026-03-02T15:00:00Z", "2026-03-09T03:59:00Z", NULL },
    { "America/New_York", "2026-03-02T15:00:00Z", "2026-03-09T04:00:00Z", "2026-03-09T21:00:00Z" },
    { "America/New_York", "2026-10-26T15:00:00Z", "2026-11-02T04:59:00Z", NULL },
    { "America/New_York", "2026-10-26T15:00:00Z", "2026-11-02T05:00:00Z", "2026-11-02T22:00:00Z" },
    /* a leap day is one of the seven */
    { "UTC", "2028-02-23T12:00:00Z", "2028-02-29T23:59:00Z", NULL },
    { "UTC", "2028-02-23T12:00:00Z", "2028-03-01T00:00:00Z", "2028-03-01T17:00:00Z" },
    { "UTC", "2027-02-23T12:00:00Z", "2027-03-02T00:00:00Z", "2027-03-02T17:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SediaContactRules) rules = rules_in (cases[i].zone);
      g_autoptr (GArray) items = new_items ();
      SediaClockLine line = complete_line ((SediaClockLine) { WAITING });
      SediaClockCustomer customer = TOLD (0);
      SediaDueEntry entry;
      gint64 now;

      g_test_message ("%s %s", cases[i].zone, cases[i].now);
      g_assert_true (sedia_time_parse (cases[i].told, &customer.told_at, NULL));
      g_assert_true (sedia_time_parse (cases[i].now, &now, NULL));
      sedia_clock_run (&rules, &customer, &line, 1, now, items, &entry);

      if (cases[i].due == NULL)
        {
          g_assert_cmpuint (items->len, ==, 0);
        }
      else
        {
          g_autofree char *due = sedia_time_format_iso (entry.due);

          g_assert_cmpstr (due, ==, cases[i].due);
        }
    }
}

static void
test_calendars (void)
{
  g_auto (SediaContactRules) rules = rules_in ("Asia/Jakarta");
  SediaClockCustomer customer = TOLD (AT (2, 10, 0));
  SediaClockLine moved = complete_line (
    (SediaClockLine) MOVED (NOV (16), NOV (18), AT (6, 18, 0)));
  g_autofree char *with_holidays = NULL, *every_day = NULL, *no_tolerance = NULL;
  int holidays[] = { NOV (9), NOV (17) };

  /* the 9th is free, so it need not be said then; the 17th is, so the 18th is the next day */
  rules.calendar.holidays = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (rules.calendar.holidays, holidays, G_N_ELEMENTS (holidays));
  with_holidays = run (&rules, &customer, &moved, 1, AT (8, 9, 0));
  g_assert_cmpstr (with_holidays, ==, "");
  rules.tolerance = 0;
  no_tolerance = run (&rules, &customer, &moved, 1, AT (11, 9, 0));
  g_assert_cmpstr (no_tolerance, ==,
                   "date-moved/1 6T18:00-10T17:00 16>18 | 10T17:00 late 1 offer");

  /* no weekday set: every day is one */
  rules.tolerance = 1;
  rules.calendar.working_days = 0;
  g_array_set_size (rules.calendar.holidays, 0);
  every_day = run (&rules, &customer, &moved, 1, AT (8, 9, 0));
  g_assert_cmpstr (every_day, ==, "date-moved/1 6T18:00-7T17:00 16>18 | 7T17:00 late 1 offer");
}

static int
random_day (void)
{
  return g_test_rand_int_range (0, 3) == 0 ? NONE : NOV (g_test_rand_int_range (-20, 50));
}

static gint64
random_time (void)
{
  return AT (g_test_rand_int_range (-20, 35), g_test_rand_int_range (0, 24),
             g_test_rand_int_range (0, 60));
}

static gint64
random_since (void)
{
  return g_test_rand_int_range (0, 4) == 0 ? random_time () : 0;
}

static SediaClockLine
random_line (gint64 id)
{
  gboolean told = g_test_rand_bit ();

  return (SediaClockLine) {
    .line_id = id, .placed_at = random_time (), .waits = g_test_rand_bit (),
    .need_by = random_day (), .expected = random_day (), .expected_since = random_time (),
    .told = told, .told_expected = told ? random_day () : NONE,
    .told_miss = told && g_test_rand_bit (), .backordered_since = random_since (),
    .ready_since = random_since (), .lost_since = random_since (),
  };
}

/* What the shop keeps after it told all of it. */
static void
tell (SediaClockCustomer *customer,
      SediaClockLine     *lines,
      guint               n_lines,
      GArray             *items,
      gint64              now)
{
  customer->told_at = now;

  for (guint i = 0; i < items->len; i++)
    {
      SediaDueItem *item = &g_array_index (items, SediaDueItem, i);

      for (guint j = 0; j < n_lines; j++)
        if (lines[j].line_id == item->line_id)
          {
            lines[j].told = TRUE;
            lines[j].told_expected = item->to;
            lines[j].told_miss |= item->reason == SEDIA_DUE_WILL_MISS_NEED_BY;
            lines[j].backordered_since = lines[j].ready_since = lines[j].lost_since = 0;
          }
    }
}

/* The same comes out twice, nothing given is lost, and telling everything makes it quiet. */
static void
test_random (void)
{
  g_auto (SediaContactRules) rules = rules_in ("Asia/Jakarta");
  g_autoptr (GArray) items = new_items ();

  for (guint round = 0; round < 3000; round++)
    {
      SediaClockLine lines[6];
      SediaClockCustomer customer = { random_since (), random_day () };
      guint n_lines = (guint) g_test_rand_int_range (0, 7);
      gint64 now = random_time ();
      g_autofree char *then = NULL, *again = NULL, *afterwards = NULL;
      SediaDueEntry entry;

      for (guint i = 0; i < n_lines; i++)
        lines[i] = random_line (i + 1);

      rules.tolerance = g_test_rand_int_range (0, 4);
      rules.silent_days = g_test_rand_int_range (0, 10);
      then = run (&rules, &customer, lines, n_lines, now);
      again = run (&rules, &customer, lines, n_lines, now);
      g_assert_cmpstr (then, ==, again);

      sedia_clock_run (&rules, &customer, lines, n_lines, now, items, &entry);
      for (guint i = 0; i < n_lines; i++)
        if (lines[i].lost_since != 0 || lines[i].ready_since != 0 ||
            lines[i].backordered_since != 0)
          g_assert_cmpuint (items->len, >, 0);
      g_assert_true (!(entry.reasons & 1u << SEDIA_DUE_SILENT) || items->len == 1);

      tell (&customer, lines, n_lines, items, now);
      afterwards = run (&rules, &customer, lines, n_lines, now);
      g_assert_cmpstr (afterwards, ==, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock-time/jumps-back", test_clock_jumps_back);
  g_test_add_func ("/core/clock-time/zones", test_zones);
  g_test_add_func ("/core/clock-time/calendars", test_calendars);
  g_test_add_func ("/core/clock-time/random", test_random);

  return g_test_run ();
}
