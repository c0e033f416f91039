/* Rule 5 as pure functions: whom the shop must tell what, since when, until when. */
#include "config.h"

#include "clock-case.h"

/* What happened to a line: it waits, can be collected, or cannot after all. */
static void
test_happened (void)
{
  static const Case cases[] = {
    { "nothing to tell", AT (3, 9, 0), NEVER_TOLD, { { LINE } }, "" },
    { "no lines", AT (3, 9, 0), NEVER_TOLD, { { 0 } }, "" },
    { "backordered", AT (2, 9, 5), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00" },
    { "until it closes, not later", AT (2, 17, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00" },
    { "late on the same day", AT (2, 17, 0) + 1, NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00 late 0" },
    { "late at midnight", AT (3, 0, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00 late 1" },
    { "one minute before midnight", AT (2, 23, 59), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00 late 0" },
    { "over a weekend", AT (9, 9, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = AT (6, 9, 0) } },
      "backordered/1 6T09:00-6T17:00 | 6T17:00 late 1" },
    { "on a weekend nobody is late by more", AT (8, 9, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = AT (6, 9, 0) } },
      "backordered/1 6T09:00-6T17:00 | 6T17:00 late 0" },
    { "after closing on Friday", AT (7, 9, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = AT (6, 17, 0) } },
      "backordered/1 6T17:00-9T17:00 | 9T17:00" },
    { "ready", AT (4, 10, 0), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .ready_since = AT (4, 9, 30) } },
      "ready/1 4T09:30-4T17:00 | 4T17:00" },
    { "lost, at once", AT (4, 10, 0), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .lost_since = AT (4, 10, 0) } },
      "reservation-lost/1 4T10:00-4T10:00 | 4T10:00" },
    { "lost, a minute ago, on a Sunday", AT (8, 10, 1), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .lost_since = AT (8, 10, 0) } },
      "reservation-lost/1 8T10:00-8T10:00 | 8T10:00 late 0" },
    { "most urgent first in a line, lines as given", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { LINE, .told = TRUE, .ready_since = AT (4, 9, 30) },
        { WAITING_2, .lost_since = AT (4, 9, 0), .backordered_since = AT (4, 9, 0) } },
      "ready/1 4T09:30-4T17:00 reservation-lost/2 4T09:00-4T09:00 backordered/2 4T09:00-4T17:00 "
      "| 4T09:00 late 0" },
    { "told it all", AT (4, 10, 5), TOLD (AT (4, 10, 0)),
      { { LINE, .told = TRUE }, { WAITING_2 } }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* A date becomes known, for lines that wait. */
static void
test_date_known (void)
{
  static const Case cases[] = {
    { "known", AT (3, 10, 0), TOLD (AT (2, 10, 0)),
      { { WAITING, .expected = NOV (9), .expected_since = AT (3, 9, 0) } },
      "date-known/1 3T09:00-3T17:00 ?>9 | 3T17:00" },
    { "known is known to the end of that day", AT (9, 23, 59), TOLD (AT (9, 10, 0)),
      { { WAITING, .expected = NOV (9), .expected_since = AT (9, 9, 0) } },
      "date-known/1 9T09:00-9T17:00 ?>9 | 9T17:00 late 0" },
    { "a day that has passed is not known", AT (10, 0, 0), TOLD (AT (9, 10, 0)),
      { { WAITING, .expected = NOV (9), .expected_since = AT (9, 9, 0) } }, "" },
    { "a line that does not wait has no date", AT (3, 10, 0), TOLD (AT (2, 10, 0)),
      { { LINE, .told = TRUE, .expected = NOV (9), .expected_since = AT (3, 9, 0) } }, "" },
    { "never told that it waits: the date comes along", AT (2, 10, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED, .expected = NOV (9),
          .expected_since = AT (2, 9, 30) } },
      "backordered/1 2T09:00-2T17:00 | 2T17:00" },
    { "told before: both", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .backordered_since = AT (4, 9, 0), .expected = NOV (9),
          .expected_since = AT (4, 9, 30) } },
      "date-known/1 4T09:30-4T17:00 ?>9 backordered/1 4T09:00-4T17:00 | 4T17:00" },
    { "never told, and need not hear that it waits", AT (2, 10, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .expected = NOV (9), .expected_since = AT (2, 9, 30) } },
      "date-known/1 2T09:30-2T17:00 ?>9 | 2T17:00" },
    { "known before it was ordered", AT (2, 10, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .expected = NOV (9), .expected_since = AT (1, 9, 30) } },
      "date-known/1 2T09:00-2T17:00 ?>9 | 2T17:00" },
    { "the same, told once", AT (3, 10, 0), TOLD (AT (3, 9, 30)),
      { MOVED (NOV (9), NOV (9), AT (3, 9, 0)) }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* A date that was told moves, either way, or is none any more. */
static void
test_date_moved (void)
{
  static const Case cases[] = {
    { "by one working day: no news", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (16), NOV (17), AT (4, 9, 0)) }, "" },
    { "by two: news, with the way out", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (16), NOV (18), AT (4, 9, 0)) },
      "date-moved/1 4T09:00-4T17:00 16>18 | 4T17:00 offer" },
    { "over a weekend: one working day", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (13), NOV (16), AT (4, 9, 0)) }, "" },
    { "over a weekend: two", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (13), NOV (17), AT (4, 9, 0)) },
      "date-moved/1 4T09:00-4T17:00 13>17 | 4T17:00 offer" },
    { "earlier by one: no news", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (18), NOV (17), AT (4, 9, 0)) }, "" },
    { "earlier by two: no reason to cancel", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (18), NOV (16), AT (4, 9, 0)) },
      "date-moved/1 4T09:00-4T17:00 18>16 | 4T17:00" },
    { "earlier over a weekend by one", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (16), NOV (13), AT (4, 9, 0)) }, "" },
    { "not known any more", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (16), NONE, AT (4, 9, 0)) },
      "date-moved/1 4T09:00-4T17:00 16>? | 4T17:00 offer" },
    { "the told day itself", AT (9, 23, 59), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (9), NOV (9), AT (3, 9, 0)) }, "" },
    { "the told day has passed", AT (10, 0, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (9), NOV (9), AT (3, 9, 0)) },
      "date-moved/1 10T08:00-10T17:00 9>? | 10T17:00 offer" },
    { "it passed on a Friday", AT (9, 9, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (6), NOV (6), AT (3, 9, 0)) },
      "date-moved/1 7T08:00-9T17:00 6>? | 9T17:00 offer" },
    { "a move within tolerance is good until it passes", AT (10, 12, 0), TOLD (AT (4, 10, 0)),
      { MOVED (NOV (9), NOV (10), AT (4, 9, 0)) }, "" },
    { "and has then passed", AT (11, 12, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (9), NOV (10), AT (4, 9, 0)) },
      "date-moved/1 11T08:00-11T17:00 9>? | 11T17:00 offer" },
    { "a move that was never told does not become younger by passing", AT (12, 9, 0),
      TOLD (AT (9, 10, 0)), { MOVED (NOV (20), NOV (11), AT (9, 12, 0)) },
      "date-moved/1 9T12:00-9T17:00 20>? | 9T17:00 late 3 offer" },
    { "a day in the past is entered today", AT (11, 12, 0), TOLD (AT (10, 10, 0)),
      { MOVED (NOV (10), NOV (9), AT (11, 11, 0)) },
      "date-moved/1 11T11:00-11T17:00 10>? | 11T17:00 offer" },
    { "told a day that nobody ever expected", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { MOVED (NOV (16), NONE, 0) },
      "date-moved/1 2T09:00-2T17:00 16>? | 2T17:00 late 2 offer" },
    { "the same, and it has passed", AT (17, 10, 0), TOLD (AT (13, 10, 0)),
      { MOVED (NOV (16), NONE, 0) },
      "date-moved/1 17T08:00-17T17:00 16>? | 17T17:00 offer" },
    { "told that nobody knows", AT (11, 10, 0), TOLD (AT (10, 10, 0)),
      { MOVED (NONE, NOV (9), AT (3, 9, 0)) }, "" },
    { "it does not wait any more", AT (10, 10, 0), TOLD (AT (10, 9, 0)),
      { { LINE, .told = TRUE, .told_expected = NOV (9) } }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Comes after the day it is needed by. */
static void
test_will_miss (void)
{
  static const Case cases[] = {
    { "in time, on the very day", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (16), .expected = NOV (16), .told_expected = NOV (16),
          .expected_since = AT (2, 10, 0) } }, "" },
    { "a day too late, though within the tolerance", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (16), .expected = NOV (17), .told_expected = NOV (16),
          .expected_since = AT (4, 9, 0) } },
      "will-miss-need-by/1 4T09:00-4T17:00 16>17 | 4T17:00 offer" },
    { "told so", AT (4, 10, 0), TOLD (AT (4, 9, 30)),
      { { WAITING, .need_by = NOV (16), .expected = NOV (17), .told_expected = NOV (17),
          .expected_since = AT (4, 9, 0), .told_miss = TRUE } }, "" },
    { "known, and too late: both", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (9), .expected = NOV (17), .expected_since = AT (4, 9, 0) } },
      "will-miss-need-by/1 4T09:00-4T17:00 ?>17 date-known/1 4T09:00-4T17:00 ?>17 "
      "| 4T17:00 offer" },
    { "moved, and too late: both", AT (4, 10, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (12), .expected = NOV (17), .told_expected = NOV (12),
          .expected_since = AT (4, 9, 0) } },
      "will-miss-need-by/1 4T09:00-4T17:00 12>17 date-moved/1 4T09:00-4T17:00 12>17 "
      "| 4T17:00 offer" },
    { "expected since before it was ordered", AT (2, 9, 5), NEVER_TOLD,
      { { LINE, .waits = TRUE, .backordered_since = ORDERED, .need_by = NOV (9),
          .expected = NOV (17), .expected_since = AT (1, 9, 0) } },
      "will-miss-need-by/1 2T09:00-2T17:00 ?>17 backordered/1 2T09:00-2T17:00 | 2T17:00 offer" },
    { "nobody knows, and the day is here", AT (6, 23, 59), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (6) } }, "" },
    { "nobody knows, and the day has passed", AT (7, 0, 0), TOLD (AT (3, 10, 0)),
      { { WAITING, .need_by = NOV (6) } },
      "will-miss-need-by/1 7T08:00-9T17:00 ?>? | 9T17:00 offer" },
    { "was expected in time, and did not come", AT (10, 9, 0), TOLD (AT (4, 10, 0)),
      { { WAITING, .need_by = NOV (9), .expected = NOV (9), .told_expected = NOV (9),
          .expected_since = AT (3, 9, 0) } },
      "will-miss-need-by/1 10T08:00-10T17:00 9>? date-moved/1 10T08:00-10T17:00 9>? "
      "| 10T17:00 offer" },
    { "too late since it was expected so, not since the day passed", AT (10, 9, 0),
      TOLD (AT (4, 10, 0)),
      { { WAITING, .need_by = NOV (9), .expected = NOV (11), .told_expected = NOV (11),
          .expected_since = AT (4, 9, 0) } },
      "will-miss-need-by/1 4T09:00-4T17:00 11>11 | 4T17:00 late 4 offer" },
    { "expected so only after the day passed", AT (11, 9, 0), TOLD (AT (11, 8, 30)),
      { { WAITING, .need_by = NOV (9), .expected = NOV (12), .told_expected = NOV (12),
          .expected_since = AT (11, 8, 0) } },
      "will-miss-need-by/1 10T08:00-10T17:00 12>12 | 10T17:00 late 1 offer" },
    { "needed before it was ordered", AT (2, 10, 0), TOLD (AT (2, 9, 30)),
      { { WAITING, .need_by = NOV (-3) } },
      "will-miss-need-by/1 2T09:00-2T17:00 ?>? | 2T17:00 offer" },
    { "it does not wait any more", AT (7, 9, 0), TOLD (AT (3, 10, 0)),
      { { LINE, .told = TRUE, .need_by = NOV (6) } }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Seven days without a word. */
static void
test_silent (void)
{
  static const Case cases[] = {
    { "six days", AT (9, 23, 59), TOLD (AT (3, 16, 0)), { { WAITING } }, "" },
    { "seven, from midnight on", AT (10, 0, 0), TOLD (AT (3, 16, 0)), { { WAITING } },
      "silent/0 10T08:00-10T17:00 | 10T17:00" },
    { "told a minute after midnight", AT (10, 0, 0), TOLD (AT (4, 0, 1)), { { WAITING } }, "" },
    { "nobody told them for two weeks", AT (17, 9, 0), TOLD (AT (3, 16, 0)), { { WAITING } },
      "silent/0 10T08:00-10T17:00 | 10T17:00 late 5" },
    { "over a weekend", AT (14, 9, 0), TOLD (AT (7, 9, 0)), { { WAITING } },
      "silent/0 14T08:00-16T17:00 | 16T17:00" },
    { "never told: since it was ordered, the first that waits", AT (11, 9, 0), NEVER_TOLD,
      { { LINE, .waits = TRUE, .placed_at = AT (4, 9, 0) },
        { LINE, .waits = TRUE, .placed_at = AT (3, 9, 0) },
        { LINE, .placed_at = AT (2, 9, 0) } },
      "silent/0 10T08:00-10T17:00 | 10T17:00 late 1" },
    { "nothing waits", AT (17, 9, 0), TOLD (AT (3, 16, 0)), { { LINE, .told = TRUE } }, "" },
    { "another reason speaks anyway", AT (17, 9, 0), TOLD (AT (3, 16, 0)),
      { { WAITING }, { LINE_2, .ready_since = AT (17, 8, 0) } },
      "ready/2 17T08:00-17T17:00 | 17T17:00" },
  };
  g_auto (SediaContactRules) never = rules_in ("Asia/Jakarta");
  g_autofree char *then = NULL;

  assert_cases (cases, G_N_ELEMENTS (cases));

  never.silent_days = 0;
  then = run_case (&never, &cases[3]);
  g_assert_cmpstr (then, ==, "");
}

/* They agreed to wait until a day. */
static void
test_wait_until (void)
{
  static const Case cases[] = {
    { "silence is agreed", AT (15, 23, 59), { AT (3, 9, 0), NOV (16) }, { { WAITING } }, "" },
    { "the day has come", AT (16, 0, 0), { AT (3, 9, 0), NOV (16) }, { { WAITING } },
      "wait-ended/0 16T08:00-16T17:00 | 16T17:00 offer" },
    { "the day has passed", AT (18, 9, 0), { AT (3, 9, 0), NOV (16) }, { { WAITING } },
      "wait-ended/0 16T08:00-16T17:00 | 16T17:00 late 2 offer" },
    { "it was a Sunday", AT (16, 9, 0), { AT (3, 9, 0), NOV (15) }, { { WAITING } },
      "wait-ended/0 15T08:00-16T17:00 | 16T17:00 offer" },
    { "told on the evening before", AT (16, 9, 0), { AT (15, 23, 59), NOV (16) }, { { WAITING } },
      "wait-ended/0 16T08:00-16T17:00 | 16T17:00 offer" },
    { "told on the day", AT (16, 9, 0), { AT (16, 0, 0), NOV (16) }, { { WAITING } }, "" },
    { "told on the day, and silent since", AT (23, 9, 0), { AT (16, 9, 0), NOV (16) },
      { { WAITING } }, "silent/0 23T08:00-23T17:00 | 23T17:00" },
    { "nothing waits any more", AT (16, 9, 0), { AT (3, 9, 0), NOV (16) },
      { { LINE, .told = TRUE } }, "" },
    { "agreed, though never told", AT (16, 9, 0), { 0, NOV (16) }, { { WAITING } },
      "wait-ended/0 16T08:00-16T17:00 | 16T17:00 offer" },
    { "ordered after the last word: nobody agreed to wait for that", AT (16, 9, 0),
      { AT (3, 9, 0), NOV (10) },
      { { LINE, .waits = TRUE, .placed_at = AT (16, 8, 30), .backordered_since = AT (16, 8, 30) } },
      "backordered/1 16T08:30-16T17:00 | 16T17:00" },
    { "... and it does not wait in silence", AT (17, 9, 0), { AT (3, 9, 0), NOV (30) },
      { { LINE, .waits = TRUE, .placed_at = AT (3, 9, 1) } },
      "silent/0 10T08:00-10T17:00 | 10T17:00 late 5" },
    { "an agreed wait keeps no other news back", AT (12, 10, 0), { AT (3, 9, 0), NOV (16) },
      { MOVED (NOV (13), NOV (20), AT (12, 9, 0)),
        { LINE_2, .told = TRUE, .ready_since = AT (12, 9, 30) } },
      "date-moved/1 12T09:00-12T17:00 13>20 ready/2 12T09:30-12T17:00 | 12T17:00 offer" },
    { "the end of it comes last, with the other news", AT (16, 10, 0), { AT (3, 9, 0), NOV (16) },
      { { WAITING }, { LINE_2, .told = TRUE, .ready_since = AT (16, 9, 30) } },
      "ready/2 16T09:30-16T17:00 wait-ended/0 16T08:00-16T17:00 | 16T17:00 offer" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_reasons (void)
{
  static const char *const reasons[] = { "reservation-lost", "ready", "will-miss-need-by",
                                         "date-moved", "date-known", "backordered", "wait-ended",
                                         "silent" };
  SediaDueReason reason;

  g_assert_cmpint (G_N_ELEMENTS (reasons), ==, SEDIA_N_DUE);

  for (guint i = 0; i < SEDIA_N_DUE; i++)
    {
      g_assert_cmpstr (sedia_due_reason_to_string ((SediaDueReason) i), ==, reasons[i]);
      g_assert_true (sedia_due_reason_from_string (reasons[i], &reason));
      g_assert_cmpint (reason, ==, i);
      g_assert_cmpstr (sedia_due_reason_label (reason), !=, "");
    }

  g_assert_false (sedia_due_reason_from_string ("", &reason));
  g_assert_false (sedia_due_reason_from_string (NULL, &reason));
  g_assert_false (sedia_due_reason_from_string ("Ready", &reason));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock/5-happened", test_happened);
  g_test_add_func ("/core/clock/5-date-known", test_date_known);
  g_test_add_func ("/core/clock/5-date-moved", test_date_moved);
  g_test_add_func ("/core/clock/5-will-miss", test_will_miss);
  g_test_add_func ("/core/clock/5-silent", test_silent);
  g_test_add_func ("/core/clock/5-wait-until", test_wait_until);
  g_test_add_func ("/core/clock/reasons", test_reasons);

  return g_test_run ();
}
