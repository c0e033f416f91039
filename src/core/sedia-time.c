/* Times and days: UTC inside, local on screen; due dates are calendar dates, not instants. */
#include "config.h"

#include "sedia-time.h"

#include "sedia-error.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define EPOCH_JULIAN 719163 /* GDate's number of 1970-01-01 */

/**
 * sedia_time_now: The time now, in microseconds UTC.
 */
gint64
sedia_time_now (void)
{
  return g_get_real_time ();
}

/**
 * sedia_day_parse:
 * @text: `2026-11-22`
 * @day: (out): days since 1970-01-01
 * @error: return location
 *
 * Reads a calendar date of the years 1900 to 2999.
 */
gboolean
sedia_day_parse (const char  *text,
                 int         *day,
                 GError     **error)
{
  int year, month, mday, used = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &mday, &used) == 3 && text[used] == '\0' &&
      year >= 1900 && year <= 2999 && g_date_valid_dmy (mday, month, year))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, mday, month, year);
      *day = (int) g_date_get_julian (&date) - EPOCH_JULIAN;
      return TRUE;
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is not a date; write it like 2026-11-22."), text);
  return FALSE;
}

/**
 * sedia_day_format_iso: (transfer full) the day as `2026-11-22`.
 */
char *
sedia_day_format_iso (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_JULIAN));

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * sedia_day_to_date_time: (transfer full) local midnight at the start of the day, for showing it.
 */
GDateTime *
sedia_day_to_date_time (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_JULIAN));

  return g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                g_date_get_day (&date), 0, 0, 0);
}

/**
 * sedia_day_of_time: The calendar day, here, of an instant.
 */
int
sedia_day_of_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));

  return (int) g_date_get_julian (&date) - EPOCH_JULIAN;
}

/**
 * sedia_day_today: Today, here.
 */
int
sedia_day_today (void)
{
  return sedia_day_of_time (sedia_time_now ());
}

/**
 * sedia_time_parse:
 * @text: `2026-11-22`, `2026-11-22T09:30` (local), either with seconds, or with `Z` (UTC)
 * @time: (out): microseconds UTC
 * @error: return location
 *
 * A date alone stands for noon of that day, local: the same day whatever the season does to clocks.
 */
gboolean
sedia_time_parse (const char  *text,
                  gint64      *time,
                  GError     **error)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *full = NULL;

  if (strlen (text) == 10)
    full = g_strconcat (text, "T12:00:00", NULL);
  else if (strlen (text) == 16)
    full = g_strconcat (text, ":00", NULL);
  else if (strlen (text) == 17 && g_str_has_suffix (text, "Z"))
    full = g_strdup_printf ("%.16s:00Z", text);

  moment = g_date_time_new_from_iso8601 (full != NULL ? full : text, here);
  if (moment == NULL || g_date_time_get_year (moment) < 1900 ||
      g_date_time_get_year (moment) > 2999)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a time; write it like 2026-11-22 or 2026-11-22T09:30."), text);
      return FALSE;
    }

  *time = g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
  return TRUE;
}

/**
 * sedia_time_format_iso: (transfer full) the instant in UTC, as `2026-11-22T09:30:00Z`.
 */
char *
sedia_time_format_iso (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * sedia_day_near_words: (nullable) "today", "tomorrow" or "yesterday"; NULL for any other day.
 */
const char *
sedia_day_near_words (int day)
{
  switch (day - sedia_day_today ())
    {
    case 0:
      return C_("date", "today");
    case 1:
      return C_("date", "tomorrow");
    case -1:
      return C_("date", "yesterday");
    default:
      return NULL;
    }
}

static gboolean
is_this_year (GDateTime *date)
{
  g_autoptr (GDateTime) today = sedia_day_to_date_time (sedia_day_today ());

  return g_date_time_get_year (date) == g_date_time_get_year (today);
}

/**
 * sedia_day_words: (transfer full) the day as it stands in a sentence: near dates in words, others
 * as "3 December", with the year when it is not this one.
 */
char *
sedia_day_words (int day)
{
  const char *near = sedia_day_near_words (day);
  g_autoptr (GDateTime) date = sedia_day_to_date_time (day);

  if (near != NULL)
    return g_strdup (near);

  /* Translators: a date in a sentence: "3 December"; see strftime */
  if (is_this_year (date))
    return g_date_time_format (date, C_("date", "%-d %B"));

  /* Translators: a date of another year in a sentence: "3 December 2027"; see strftime */
  return g_date_time_format (date, C_("date", "%-d %B %Y"));
}

/**
 * sedia_time_words: (transfer full) the instant as it stands in a sentence: its local day as
 * sedia_day_words() says it, and the time of day.
 */
char *
sedia_time_words (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = sedia_day_words (sedia_day_of_time (time));
  /* Translators: a time of day: "14:05"; see strftime */
  g_autofree char *clock = g_date_time_format (local, C_("date", "%H:%M"));

  /* Translators: a day, in words or as a date, then a time of day: "today, 14:05" */
  return g_strdup_printf (C_("date", "%s, %s"), day, clock);
}
