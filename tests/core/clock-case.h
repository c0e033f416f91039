/* Rule 5 as pure functions: whom the shop must tell what, since when, until when.
 *
 * The tables play in November 2026 in Jakarta; the 2nd is a Monday. The shop works from Monday to
 * Friday, 08:00 to 17:00; a day may move by one working day; seven days without a word are too
 * many. What comes out is written like this, with days of November:
 *
 *   date-moved/1 3T09:00-3T17:00 5>9 | 3T17:00 late 1 offer
 *   reason/line  since   until  told>now   due  working days overdue, offer to cancel
 */
#pragma once

#include "sedia-clock.h"

#define NOV(day) (20757 + (day))
/* In Jakarta, seven hours ahead of UTC */
#define AT(day, hour, minute) \
  ((((gint64) NOV (day) * 24 + (hour) - 7) * 60 + (minute)) * 60 * G_USEC_PER_SEC)
#define NONE SEDIA_NO_DAY

#define ORDERED AT (2, 9, 0)
#define NEVER_TOLD { 0, NONE }
#define TOLD(at) { at, NONE }

/* Lines of a table; a day of 0 is none, and ordered at 0 is ordered at ORDERED. */
#define LINE .line_id = 1
#define LINE_2 .line_id = 2
#define WAITING LINE, .waits = TRUE, .told = TRUE
#define WAITING_2 LINE_2, .waits = TRUE, .told = TRUE
#define MOVED(told_day, day, at) \
  { WAITING, .told_expected = told_day, .expected = day, .expected_since = at }

typedef struct
{
  const char *name;
  gint64 now;
  SediaClockCustomer customer;
  SediaClockLine lines[3];
  const char *then;
} Case;

static SediaContactRules
rules_in (const char *zone)
{
  SediaContactRules rules = { { 0x1f, 8 * 60, 17 * 60, NULL, g_time_zone_new_identifier (zone) },
                              1, 7 };

  g_assert_nonnull (rules.calendar.zone);
  return rules;
}

static void
clear_rules (SediaContactRules *rules)
{
  g_clear_pointer (&rules->calendar.holidays, g_array_unref);
  g_clear_pointer (&rules->calendar.zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaContactRules, clear_rules)

static GArray *
new_items (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SediaDueItem));
}

static void
append_time (GString             *text,
             const SediaCalendar *calendar,
             gint64               at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, calendar->zone);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");

  g_string_append_printf (text, "%dT%s", sedia_calendar_day (calendar, at) - NOV (0), clock);
}

static void
append_day (GString *text,
            int      day)
{
  if (day == NONE)
    g_string_append_c (text, '?');
  else
    g_string_append_printf (text, "%d", day - NOV (0));
}

static gboolean
has_days (const SediaDueItem *item)
{
  return item->reason == SEDIA_DUE_DATE_MOVED || item->reason == SEDIA_DUE_DATE_KNOWN ||
         item->reason == SEDIA_DUE_WILL_MISS_NEED_BY;
}

static void
append_item (GString             *text,
             const SediaCalendar *calendar,
             const SediaDueItem  *item)
{
  g_string_append_printf (text, "%s/%" G_GINT64_FORMAT " ",
                          sedia_due_reason_to_string (item->reason), item->line_id);
  append_time (text, calendar, item->since);
  g_string_append_c (text, '-');
  append_time (text, calendar, item->due);

  if (has_days (item))
    {
      g_string_append_c (text, ' ');
      append_day (text, item->from);
      g_string_append_c (text, '>');
      append_day (text, item->to);
    }

  g_string_append_c (text, ' ');
}

/* What holds of every answer: the entry is made of its items. */
static void
assert_sums (GArray              *items,
             const SediaDueEntry *entry,
             gint64               now)
{
  gint64 since = G_MAXINT64, due = G_MAXINT64;
  guint reasons = 0;

  for (guint i = 0; i < items->len; i++)
    {
      SediaDueItem *item = &g_array_index (items, SediaDueItem, i);

      reasons |= 1u << item->reason;
      since = MIN (since, item->since);
      due = MIN (due, item->due);
      g_assert_cmpint (item->due, >=, item->since);
    }

  g_assert_cmpint (entry->reasons, ==, reasons);
  if (items->len == 0)
    return;

  g_assert_cmpint (entry->since, ==, since);
  g_assert_cmpint (entry->due, ==, due);
  g_assert_cmpint (entry->is_late, ==, now > due);
  g_assert_cmpint (entry->overdue_days, >=, 0);
  g_assert_true (entry->is_late || entry->overdue_days == 0);
}

static char *
run (const SediaContactRules  *rules,
     const SediaClockCustomer *customer,
     const SediaClockLine     *lines,
     guint                     n_lines,
     gint64                    now)
{
  g_autoptr (GArray) items = new_items ();
  GString *text = g_string_new (NULL);
  SediaDueEntry entry;
  gboolean is_due = sedia_clock_run (rules, customer, lines, n_lines, now, items, &entry);

  g_assert_cmpint (is_due, ==, items->len > 0);
  assert_sums (items, &entry, now);

  for (guint i = 0; i < items->len; i++)
    append_item (text, &rules->calendar, &g_array_index (items, SediaDueItem, i));

  if (is_due)
    {
      g_string_append (text, "| ");
      append_time (text, &rules->calendar, entry.due);
      if (entry.is_late)
        g_string_append_printf (text, " late %d", entry.overdue_days);
      if (entry.must_offer_cancel)
        g_string_append (text, " offer");
    }

  return g_string_free (text, FALSE);
}

static int
day_or_none (int day)
{
  return day != 0 ? day : NONE;
}

static SediaClockLine
complete_line (SediaClockLine line)
{
  line.placed_at = line.placed_at != 0 ? line.placed_at : ORDERED;
  line.need_by = day_or_none (line.need_by);
  line.expected = day_or_none (line.expected);
  line.told_expected = day_or_none (line.told_expected);

  return line;
}

static char *
run_case (const SediaContactRules *rules,
          const Case              *given)
{
  SediaClockLine lines[G_N_ELEMENTS (given->lines)];
  guint n = 0;

  for (; n < G_N_ELEMENTS (lines) && given->lines[n].line_id != 0; n++)
    lines[n] = complete_line (given->lines[n]);

  return run (rules, &given->customer, lines, n, given->now);
}

static void
assert_cases (const Case *cases,
              guint       n_cases)
{
  g_auto (SediaContactRules) rules = rules_in ("Asia/Jakarta");

  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *then = NULL;

      g_test_message ("%s", cases[i].name);
      then = run_case (&rules, &cases[i]);
      g_assert_cmpstr (then, ==, cases[i].then);
    }
}
