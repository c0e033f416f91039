/* When an order line comes, in words: see sedia-expected-wording.h. */
#include "config.h"

#include "sedia-expected-wording.h"

#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* Dates as they stand in a sentence, and in a narrow column; with their year, too. */
typedef struct
{
  const char *date;
  const char *date_of_year;
} DateForm;

static DateForm
date_form (gboolean is_short)
{
  if (is_short)
    /* Translators: a date in a narrow column: "3 Dec", with its year; see strftime */
    return (DateForm) { C_("short date", "%-d %b"), C_("short date", "%-d %b %Y") };

  return (DateForm) { C_("date", "%-d %B"), C_("date", "%-d %B %Y") };
}

static char *
dup_range (int      earliest,
           int      latest,
           gboolean is_short)
{
  const DateForm form = date_form (is_short);
  g_autoptr (GDateTime) from = sedia_day_to_date_time (earliest);
  g_autoptr (GDateTime) to = sedia_day_to_date_time (latest);
  g_autoptr (GDateTime) now = sedia_day_to_date_time (sedia_day_today ());
  const gboolean is_one_year = g_date_time_get_year (from) == g_date_time_get_year (to);
  const gboolean is_now = g_date_time_get_year (to) == g_date_time_get_year (now);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  last = g_date_time_format (to, is_one_year && is_now ? form.date : form.date_of_year);
  if (earliest == latest)
    return g_steal_pointer (&last);
  if (is_one_year && g_date_time_get_month (from) == g_date_time_get_month (to))
    {
      /* Translators: the day of a month that begins a range: "3" of "3–6 December"; see strftime */
      first = g_date_time_format (from, C_("date", "%-d"));
      /* Translators: a range of days: "3" and "6 December" */
      return g_strdup_printf (C_("date", "%s–%s"), first, last);
    }

  first = g_date_time_format (from, is_one_year ? form.date : form.date_of_year);
  /* Translators: a range of days: "28 November" and "3 December" */
  return g_strdup_printf (C_("date", "%s – %s"), first, last);
}

/**
 * sedia_day_range_words:
 * @earliest: a day
 * @latest: another, the same, or an earlier one, which is as good as the same
 *
 * Returns: (transfer full): "3–6 December", "28 November – 3 December"; one day as
 *   sedia_day_words() says it
 */
char *
sedia_day_range_words (int earliest,
                       int latest)
{
  return earliest < latest ? dup_range (earliest, latest, FALSE) : sedia_day_words (latest);
}

static gboolean
has_range (const SediaOrderLine *line)
{
  return line->expected_source == SEDIA_EXPECTED_PURCHASE && !line->is_stated &&
         line->earliest != SEDIA_NO_DAY && line->latest >= sedia_day_today ();
}

/**
 * sedia_line_expected_words:
 * @line: an order line
 *
 * Returns: (transfer full) (nullable): between which days it comes, or on which; %NULL when nothing
 *   of it waits, or nobody knows
 */
char *
sedia_line_expected_words (const SediaOrderLine *line)
{
  if (line->expected == SEDIA_NO_DAY || sedia_order_line_waiting (line) <= 0)
    return NULL;

  return has_range (line) ? sedia_day_range_words (MAX (line->earliest, sedia_day_today ()),
                                                   line->latest)
                          : sedia_day_words (line->expected);
}

/**
 * sedia_line_expected_short:
 * @line: an order line
 *
 * Returns: (transfer full) (nullable): the same for a narrow column: "3–6 Dec"
 */
char *
sedia_line_expected_short (const SediaOrderLine *line)
{
  const int today = sedia_day_today ();

  if (line->expected == SEDIA_NO_DAY || sedia_order_line_waiting (line) <= 0)
    return NULL;
  if (has_range (line))
    return dup_range (MIN (MAX (line->earliest, today), line->latest), line->latest, TRUE);

  return sedia_day_near_words (line->expected) != NULL
           ? g_strdup (sedia_day_near_words (line->expected))
           : dup_range (line->expected, line->expected, TRUE);
}

/**
 * sedia_line_expected_source_words:
 * @line: an order line
 *
 * Returns: (transfer full) (nullable): what the day it is expected rests on; %NULL when nothing of
 *   it waits, or nobody knows
 */
char *
sedia_line_expected_source_words (const SediaOrderLine *line)
{
  if (line->expected == SEDIA_NO_DAY || sedia_order_line_waiting (line) <= 0)
    return NULL;

  if (line->expected_source != SEDIA_EXPECTED_PURCHASE)
    return g_strdup (_("what was said of the product"));
  if (has_range (line))
    /* Translators: what a range of days rests on; the number of a purchase */
    return g_strdup_printf (_("purchase %" PRId64 ", and how late its supplier usually is"),
                            line->expected_purchase);
  if (line->is_stated)
    /* Translators: what a day rests on; the number of a purchase */
    return g_strdup_printf (_("purchase %" PRId64 "; too few deliveries yet to say how late its "
                              "supplier is"), line->expected_purchase);

  return g_strdup_printf (_("purchase %" PRId64), line->expected_purchase);
}

/**
 * sedia_line_expected_source_sentence: (transfer full) (nullable) the same, to stand alone.
 */
char *
sedia_line_expected_source_sentence (const SediaOrderLine *line)
{
  g_autofree char *source = sedia_line_expected_source_words (line);

  /* Translators: what the day something comes rests on: "purchase 12, and how late ..." */
  return source != NULL ? g_strdup_printf (_("The day rests on %s"), source) : NULL;
}
