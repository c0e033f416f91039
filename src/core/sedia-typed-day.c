/* Reading a day that was typed. What is left out is what comes next: "15" is the next 15th, "15/12"
 * the next 15 December, "friday" the next Friday. Dates are typed for what is still to come.
 */
#include "config.h"

#include "sedia-typed-day.h"

#include "sedia-error.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define EPOCH_JULIAN 719163 /* of 1970-01-01 */
#define MOST_AHEAD 3650     /* days: "+100000" is a slip of the finger */
#define DAYS_IN_WEEK 7
#define MONTHS_IN_YEAR 12
#define CENTURY 2000

static const nl_item months[] = { MON_1, MON_2, MON_3, MON_4, MON_5, MON_6,
                                  MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 };
static const nl_item short_months[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
                                        ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
/* From Monday, as GDate counts. */
static const nl_item weekdays[] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1 };
static const nl_item short_weekdays[] = { ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7,
                                          ABDAY_1 };

/* What the locale has for a name, without the dot that some abbreviations end with. */
static gboolean
is_name (const char *folded,
         nl_item     item)
{
  g_autofree char *name = g_locale_to_utf8 (nl_langinfo (item), -1, NULL, NULL, NULL);
  g_autofree char *folded_name = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  if (folded_name != NULL && g_str_has_suffix (folded_name, "."))
    folded_name[strlen (folded_name) - 1] = '\0';

  return g_strcmp0 (folded, folded_name) == 0;
}

/* 1 for the first, 0 when it is none of them. */
static int
find_name (const char    *folded,
           const nl_item *names,
           const nl_item *short_names,
           guint          n)
{
  for (guint i = 0; i < n; i++)
    if (is_name (folded, names[i]) || is_name (folded, short_names[i]))
      return (int) i + 1;

  return 0;
}

static gboolean
day_of (int  year,
        int  month,
        int  mday,
        int *day)
{
  GDate date;

  if (!g_date_valid_dmy ((GDateDay) mday, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) mday, (GDateMonth) month, (GDateYear) year);
  *day = (int) g_date_get_julian (&date) - EPOCH_JULIAN;

  return TRUE;
}

/* The next day with this number: in this month, or in the first after it that has one. */
static gboolean
next_mday (int  today,
           int  mday,
           int *day)
{
  GDate date;
  int month;
  int year;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (today + EPOCH_JULIAN));
  month = (int) g_date_get_month (&date);
  year = g_date_get_year (&date);

  for (guint i = 0; i < 3; i++)
    {
      if (day_of (year, month, mday, day) && *day >= today)
        return TRUE;
      if (++month > MONTHS_IN_YEAR)
        {
          month = 1;
          year++;
        }
    }

  return FALSE;
}

/* The next day with this number in this month; leap days are rare, so years are tried. */
static gboolean
next_of_month (int  today,
               int  month,
               int  mday,
               int *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (today + EPOCH_JULIAN));

  for (int year = g_date_get_year (&date), last = year + 4; year <= last; year++)
    if (day_of (year, month, mday, day) && *day >= today)
      return TRUE;

  return FALSE;
}

/* "tomorrow", "friday", "+7" */
static gboolean
read_word (const char *folded,
           int         today,
           int        *day)
{
  const struct
  {
    const char *word;
    int ahead;
  } words[] = {
    { C_("typed day", "today"), 0 },
    { C_("typed day", "tomorrow"), 1 },
    { C_("typed day", "day after tomorrow"), 2 },
    { C_("typed day", "in a week"), DAYS_IN_WEEK },
  };
  GDate date;
  int weekday;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i].word, -1);

      if (g_str_equal (folded, word))
        {
          *day = today + words[i].ahead;
          return TRUE;
        }
    }

  weekday = find_name (folded, weekdays, short_weekdays, DAYS_IN_WEEK);
  if (weekday == 0)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (today + EPOCH_JULIAN));
  *day = today + (weekday - (int) g_date_get_weekday (&date) + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK + 1;

  return TRUE;
}

static gboolean
read_ahead (const char *text,
            int         today,
            int        *day)
{
  gint64 ahead;

  if (*text != '+' || text[1] == '\0' || strspn (text + 1, "0123456789") != strlen (text + 1) ||
      strlen (text) > 6)
    return FALSE;

  ahead = g_ascii_strtoll (text + 1, NULL, 10);
  *day = today + (int) ahead;

  return ahead <= MOST_AHEAD;
}

/* ---- days, months and years in parts */

typedef struct
{
  int number;      /* -1: a word */
  guint n_digits;
  int month;       /* of a word, 0: it names none */
} Part;

static GArray *
split (const char *folded)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " /.-", -1);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; words[i] != NULL; i++)
    {
      Part part = { .number = -1, .n_digits = (guint) strspn (words[i], "0123456789") };

      if (*words[i] == '\0')
        continue;
      if (part.n_digits == strlen (words[i]) && part.n_digits <= 4)
        part.number = (int) g_ascii_strtoll (words[i], NULL, 10);
      else
        part.month = find_name (words[i], months, short_months, MONTHS_IN_YEAR);
      g_array_append_val (parts, part);
    }

  return g_steal_pointer (&parts);
}

static gboolean
read_parts (GArray   *parts,
            int       today,
            gboolean  is_day_first,
            int      *day)
{
  const Part *first = parts->len > 0 ? &g_array_index (parts, Part, 0) : NULL;
  const Part *second = parts->len > 1 ? &g_array_index (parts, Part, 1) : NULL;
  const Part *third = parts->len > 2 ? &g_array_index (parts, Part, 2) : NULL;
  int mday;
  int month;

  if (first == NULL || parts->len > 3)
    return FALSE;
  if (second == NULL)
    return first->number > 0 && next_mday (today, first->number, day);

  if (second->month != 0 || first->month != 0)
    {
      mday = second->month != 0 ? first->number : second->number;
      month = MAX (first->month, second->month);
    }
  else if (is_day_first ? second->number <= MONTHS_IN_YEAR : first->number > MONTHS_IN_YEAR)
    {
      mday = first->number;
      month = second->number;
    }
  else
    {
      mday = second->number;
      month = first->number;
    }

  if (mday < 1 || month < 1 || month > MONTHS_IN_YEAR)
    return FALSE;
  if (third == NULL)
    return next_of_month (today, month, mday, day);

  return third->number >= 0 && (third->n_digits == 2 || third->n_digits == 4) &&
         day_of (third->n_digits == 2 ? CENTURY + third->number : third->number, month, mday, day);
}

/**
 * sedia_typed_day_is_day_first: Whether the locale writes the day before the month.
 */
gboolean
sedia_typed_day_is_day_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *mday = strpbrk (format, "de"); /* of %d, %e */
  const char *month = strstr (format, "%m");

  return mday == NULL || month == NULL || mday < month;
}

/**
 * sedia_typed_day_read:
 * @text: what was typed
 * @today: the day it is
 * @is_day_first: whether "5/12" is in December
 * @day: (out): days since 1970-01-01
 * @error: return location for a sentence
 *
 * Understands what people write for a day; what can only be meant in one way is taken in that way.
 */
gboolean
sedia_typed_day_read (const char  *text,
                      int          today,
                      gboolean     is_day_first,
                      int         *day,
                      GError     **error)
{
  g_autofree char *typed = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  typed = g_strstrip (g_utf8_make_valid (text, -1));
  folded = g_utf8_casefold (typed, -1);
  parts = split (folded);

  if (sedia_day_parse (typed, day, NULL) || read_ahead (folded, today, day) ||
      read_word (folded, today, day) || read_parts (parts, today, is_day_first, day))
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               is_day_first ? _("“%s” is not a date. Write it like 15/12 or 2026-12-15.")
                            : _("“%s” is not a date. Write it like 12/15 or 2026-12-15."), typed);
  return FALSE;
}
