/* The contact clock, rule 5: nobody who waits is left without a word.
 *
 *   what happened to a line       lost, ready, backordered: as the caller says
 *   what was told, what is true   dates, for lines that wait: a word is due when they differ
 *   time that passes              an agreed wait that ends; too long without any word
 *
 * What a customer was told silences the same news for good, because the clock compares with it; it
 * keeps nothing itself. A "since" in the future, after a computer's clock was set back, is due like
 * any other.
 */
#include "config.h"

#include "sedia-clock.h"

#include <glib/gi18n.h>

/* One customer being looked at. */
typedef struct
{
  const SediaContactRules *rules;
  int today;
  GArray *items;
  SediaDueEntry *entry;
} Round;

static const char *const reasons[] = {
  [SEDIA_DUE_RESERVATION_LOST] = "reservation-lost",
  [SEDIA_DUE_READY] = "ready",
  [SEDIA_DUE_WILL_MISS_NEED_BY] = "will-miss-need-by",
  [SEDIA_DUE_DATE_MOVED] = "date-moved",
  [SEDIA_DUE_DATE_KNOWN] = "date-known",
  [SEDIA_DUE_BACKORDERED] = "backordered",
  [SEDIA_DUE_WAIT_ENDED] = "wait-ended",
  [SEDIA_DUE_SILENT] = "silent",
};

G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == SEDIA_N_DUE);

/**
 * sedia_due_reason_to_string: The reason as the database keeps it: `ready`, `date-moved` ...
 */
const char *
sedia_due_reason_to_string (SediaDueReason reason)
{
  g_return_val_if_fail ((guint) reason < SEDIA_N_DUE, NULL);

  return reasons[reason];
}

/**
 * sedia_due_reason_from_string: The reverse; FALSE when it is none of them.
 */
gboolean
sedia_due_reason_from_string (const char     *text,
                              SediaDueReason *reason)
{
  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (g_strcmp0 (reasons[i], text) == 0)
      {
        *reason = (SediaDueReason) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_due_reason_label: The reason in the user's words, short enough for a column.
 */
const char *
sedia_due_reason_label (SediaDueReason reason)
{
  switch (reason)
    {
    case SEDIA_DUE_RESERVATION_LOST:
      /* Translators: why a customer must be told: they were told to come, and cannot any more */
      return C_("reason to tell", "Not ready after all");
    case SEDIA_DUE_READY:
      return C_("reason to tell", "Can be collected");
    case SEDIA_DUE_WILL_MISS_NEED_BY:
      /* Translators: after the day the customer needs it by */
      return C_("reason to tell", "Comes too late");
    case SEDIA_DUE_DATE_MOVED:
      return C_("reason to tell", "Date moved");
    case SEDIA_DUE_DATE_KNOWN:
      return C_("reason to tell", "Date known");
    case SEDIA_DUE_BACKORDERED:
      /* Translators: there is not enough stock for what the customer ordered */
      return C_("reason to tell", "Has to wait");
    case SEDIA_DUE_WAIT_ENDED:
      /* Translators: the day has come until which the customer agreed to wait */
      return C_("reason to tell", "Agreed wait is over");
    case SEDIA_DUE_SILENT:
      /* Translators: the shop has not said anything to the customer for days */
      return C_("reason to tell", "Heard nothing lately");
    case SEDIA_N_DUE:
      break;
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_due_reasons_words:
 * @bits: 1 << SediaDueReason
 *
 * Returns: (transfer full): all of them in the user's words, the most urgent first
 */
char *
sedia_due_reasons_words (guint bits)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (bits & 1u << i)
      g_ptr_array_add (words, (gpointer) sedia_due_reason_label ((SediaDueReason) i));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

/* A day that has passed and brought nothing says nothing any more. */
static int
expected_now (const Round          *round,
              const SediaClockLine *line)
{
  return line->expected < round->today ? SEDIA_NO_DAY : line->expected;
}

/* Rule 5: at once when a reservation is lost, anything else on the same working day. */
static gint64
due_of (const Round    *round,
        SediaDueReason  reason,
        gint64          since)
{
  if (reason == SEDIA_DUE_RESERVATION_LOST)
    return since;

  return sedia_calendar_same_day (&round->rules->calendar, since);
}

/* @line: (nullable): NULL when it is about all of them */
static void
add_item (Round                *round,
          SediaDueReason        reason,
          const SediaClockLine *line,
          gint64                since)
{
  SediaDueEntry *entry = round->entry;
  SediaDueItem item = { .reason = reason,
                        .line_id = line != NULL ? line->line_id : 0,
                        .since = since,
                        .due = due_of (round, reason, since),
                        .from = line != NULL ? line->told_expected : SEDIA_NO_DAY,
                        .to = line != NULL ? expected_now (round, line) : SEDIA_NO_DAY };
  gboolean is_first = round->items->len == 0;

  entry->reasons |= 1u << reason;
  entry->since = is_first ? item.since : MIN (entry->since, item.since);
  entry->due = is_first ? item.due : MIN (entry->due, item.due);

  g_array_append_val (round->items, item);
}

/* When a day has come, nobody is expected to work before the shop opens. */
static gint64
opening_of (const Round *round,
            int          day)
{
  return sedia_calendar_instant (&round->rules->calendar, day, round->rules->calendar.opens);
}

static gboolean
comes_too_late (const Round          *round,
                const SediaClockLine *line)
{
  if (line->need_by == SEDIA_NO_DAY || line->told_miss)
    return FALSE;

  return line->expected > line->need_by || round->today > line->need_by;
}

/* Since when it comes too late: since that became expected, or since the day it was needed by
 * passed without it, whichever came first. It cannot be before it was ordered. */
static gint64
too_late_since (const Round          *round,
                const SediaClockLine *line)
{
  gint64 since = G_MAXINT64;

  if (line->expected > line->need_by)
    since = line->expected_since;
  if (round->today > line->need_by)
    since = MIN (since, opening_of (round, line->need_by + 1));

  return MAX (since, line->placed_at);
}

static gboolean
is_beyond_tolerance (const Round          *round,
                     const SediaClockLine *line,
                     int                   expected)
{
  if (expected == SEDIA_NO_DAY)
    return TRUE;

  return ABS (sedia_calendar_between (&round->rules->calendar, line->told_expected, expected)) >
         round->rules->tolerance;
}

/* Since when the day they were told is wrong: since another one became known or none was any more;
 * or, when it was right until it passed and brought nothing, since the day after. */
static gint64
moved_since (const Round          *round,
             const SediaClockLine *line)
{
  int last_day = line->expected;

  if (line->expected_since != 0 && is_beyond_tolerance (round, line, line->expected))
    return line->expected_since;

  if (last_day == SEDIA_NO_DAY)
    last_day = line->told_expected;
  if (last_day >= round->today)
    return line->placed_at;

  return MAX (line->expected_since, opening_of (round, last_day + 1));
}

/* A delay must come with the way out, an earlier day need not. */
static void
add_date_moved (Round                *round,
                const SediaClockLine *line)
{
  int expected = expected_now (round, line);

  add_item (round, SEDIA_DUE_DATE_MOVED, line, moved_since (round, line));

  if (expected == SEDIA_NO_DAY || expected > line->told_expected)
    round->entry->must_offer_cancel = TRUE;
}

/* "It waits", said for the first time, brings the date along. */
static gboolean
is_date_news (const Round          *round,
              const SediaClockLine *line)
{
  if (expected_now (round, line) == SEDIA_NO_DAY)
    return FALSE;

  return line->told || line->backordered_since == 0;
}

static void
add_dates (Round                *round,
           const SediaClockLine *line)
{
  if (comes_too_late (round, line))
    {
      add_item (round, SEDIA_DUE_WILL_MISS_NEED_BY, line, too_late_since (round, line));
      round->entry->must_offer_cancel = TRUE;
    }

  if (line->told_expected == SEDIA_NO_DAY)
    {
      if (is_date_news (round, line))
        add_item (round, SEDIA_DUE_DATE_KNOWN, line, MAX (line->expected_since, line->placed_at));
    }
  else if (is_beyond_tolerance (round, line, expected_now (round, line)))
    {
      add_date_moved (round, line);
    }
}

static void
add_line (Round                *round,
          const SediaClockLine *line)
{
  if (line->lost_since != 0)
    add_item (round, SEDIA_DUE_RESERVATION_LOST, line, line->lost_since);
  if (line->ready_since != 0)
    add_item (round, SEDIA_DUE_READY, line, line->ready_since);
  if (line->waits)
    add_dates (round, line);
  if (line->backordered_since != 0)
    add_item (round, SEDIA_DUE_BACKORDERED, line, line->backordered_since);
}

/* An agreed wait was about what waited then; it says nothing of what was ordered after the last
 * word. */
static gboolean
has_agreed (const SediaClockCustomer *customer,
            gint64                    waits_since)
{
  return customer->wait_until != SEDIA_NO_DAY &&
         (customer->told_at == 0 || customer->told_at >= waits_since);
}

/* They agreed to wait until a day; when it has come and nothing was said since, they are asked
 * again. */
static void
add_wait_ended (Round                    *round,
                const SediaClockCustomer *customer,
                gint64                    waits_since)
{
  if (!has_agreed (customer, waits_since) || customer->wait_until > round->today)
    return;
  if (customer->told_at != 0 &&
      sedia_calendar_day (&round->rules->calendar, customer->told_at) >= customer->wait_until)
    return;

  add_item (round, SEDIA_DUE_WAIT_ENDED, NULL, opening_of (round, customer->wait_until));
  round->entry->must_offer_cancel = TRUE;
}

/* Silence is only a reason when there is no other: anything that is said ends it. An agreed wait
 * may pass in silence. */
static void
add_silent (Round                    *round,
            const SediaClockCustomer *customer,
            gint64                    waits_since)
{
  gint64 last_word = customer->told_at != 0 ? customer->told_at : waits_since;
  int day;

  if (round->items->len > 0 || round->rules->silent_days <= 0)
    return;
  if (has_agreed (customer, waits_since) && customer->wait_until > round->today)
    return;

  day = sedia_calendar_day (&round->rules->calendar, last_word) + round->rules->silent_days;
  if (day <= round->today)
    add_item (round, SEDIA_DUE_SILENT, NULL, opening_of (round, day));
}

/* When the first of the lines that wait was ordered; whether there is any. */
static gboolean
find_waits_since (const SediaClockLine *lines,
                  guint                 n_lines,
                  gint64               *waits_since)
{
  gboolean has_waiting = FALSE;

  *waits_since = G_MAXINT64;

  for (guint i = 0; i < n_lines; i++)
    if (lines[i].waits)
      {
        has_waiting = TRUE;
        *waits_since = MIN (*waits_since, lines[i].placed_at);
      }

  return has_waiting;
}

static void
finish_entry (const SediaCalendar *calendar,
              gint64               now,
              SediaDueEntry       *entry)
{
  int due = sedia_calendar_day (calendar, entry->due);
  int today = sedia_calendar_day (calendar, now);

  entry->is_late = now > entry->due;
  entry->overdue_days = MAX (0, sedia_calendar_between (calendar, due, today));
}

/**
 * sedia_clock_run:
 * @rules: when the shop works, and what is news
 * @customer: what is known of the customer
 * @lines: (array length=n_lines) (nullable): their open order lines
 * @n_lines: how many
 * @now: the time, microseconds UTC
 * @items: (element-type SediaDueItem): what they must be told; emptied first, then in the order of
 * the lines, the most urgent first within a line, and last what is about all of them
 * @entry: (out caller-allocates): what it all comes to; zeros when there is nothing
 *
 * Rule 5: what a customer must be told now, and until when. The same event is told once: for what
 * was told already the caller says so in the lines, and it is not news again.
 *
 * A date that the customer was told is compared with the one that is true now, which is unknown
 * when it lies before the shop's today. Only lines that wait have a date.
 *
 * Returns: whether there is anything to tell them
 */
gboolean
sedia_clock_run (const SediaContactRules  *rules,
                 const SediaClockCustomer *customer,
                 const SediaClockLine     *lines,
                 guint                     n_lines,
                 gint64                    now,
                 GArray                   *items,
                 SediaDueEntry            *entry)
{
  Round round = { .rules = rules, .items = items, .entry = entry };
  gint64 waits_since;

  g_return_val_if_fail (rules != NULL && customer != NULL && items != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (lines != NULL || n_lines == 0, FALSE);

  g_array_set_size (items, 0);
  *entry = (SediaDueEntry) { 0 };
  round.today = sedia_calendar_day (&rules->calendar, now);

  for (guint i = 0; i < n_lines; i++)
    add_line (&round, &lines[i]);

  if (find_waits_since (lines, n_lines, &waits_since))
    {
      add_wait_ended (&round, customer, waits_since);
      add_silent (&round, customer, waits_since);
    }

  if (items->len == 0)
    return FALSE;

  finish_entry (&rules->calendar, now, entry);
  return TRUE;
}
