/* Dates as shop systems and spreadsheets write them.
 *
 * A date is three parts with marks between them, and perhaps a time after it, which is passed over.
 * The year first, or the month as a word, leaves no doubt. With points between the parts the day
 * comes first everywhere. Otherwise the parts themselves may tell (31/12), or other dates of the
 * column.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-guess.h"

#include <glib/gi18n.h>
#include <string.h>

#define EPOCH_JULIAN 719163 /* GDate's number of 1 January 1970 */
#define YEAR_MIN 1900
#define YEAR_MAX 2199
#define CENTURY_TURN 70 /* two-digit years from 70 are of the last century */
#define N_PARTS 3
#define COMPACT_LENGTH 8 /* 20140102 */

/* What one text can mean. */
typedef enum
{
  READING_NONE,
  READING_YEAR_FIRST,
  READING_NAMED,
  READING_DAY_FIRST,
  READING_MONTH_FIRST,
  READING_SAME, /* 03/03/2014: either way the same */
  READING_EITHER,
} Reading;

typedef struct
{
  int number[N_PARTS];
  gsize width[N_PARTS]; /* how many digits, 0 for the month as a word */
  int named;            /* which part is the month as a word, or -1 */
  char mark;            /* between the first two parts */
  gint day_first;       /* days since the epoch, read day first */
  gint month_first;
} Parts;

static const struct
{
  const char *names;
  int month;
} months[] = {
  { "january jan januari", 1 },
  { "february feb februari pebruari peb", 2 },
  { "march mar maret mrt", 3 },
  { "april apr", 4 },
  { "may mei", 5 },
  { "june jun juni", 6 },
  { "july jul juli", 7 },
  { "august aug agustus agu ags agt agst", 8 },
  { "september sep sept", 9 },
  { "october oct oktober okt", 10 },
  { "november nov nopember nop", 11 },
  { "december dec desember des", 12 },
};

static int
month_of_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_auto (GStrv) names = g_strsplit (months[i].names, " ", -1);

      if (g_strv_contains ((const char *const *) names, word))
        return months[i].month;
    }

  return 0;
}

static int
number_of (const char *digits,
           gsize       n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    number = number * 10 + g_ascii_digit_value (digits[i]);

  return number;
}

static int
full_year (int   year,
           gsize width)
{
  if (width != 2)
    return year;

  return year + (year >= CENTURY_TURN ? 1900 : 2000);
}

static gboolean
days_of (int   day,
         int   month,
         int   year,
         gint *days)
{
  GDate date;

  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) || day > 31)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (gint) g_date_get_julian (&date) - EPOCH_JULIAN;
  return TRUE;
}

/* Reads part |i|, a number or the month's name. */
static const char *
read_part (const char *p,
           Parts      *parts,
           gsize       i)
{
  g_autofree char *word = NULL;
  gsize n = strspn (p, "0123456789");

  if (n > 0 && n <= 4)
    {
      parts->number[i] = number_of (p, n);
      parts->width[i] = n;
      return p + n;
    }

  while (g_ascii_isalpha (p[n]))
    n++;

  word = g_ascii_strdown (p, (gssize) n);
  parts->number[i] = month_of_word (word);
  if (parts->number[i] == 0 || parts->named >= 0)
    return NULL;

  parts->named = (int) i;
  return p + n;
}

/* What may follow a date: nothing, or the time of day. */
static gboolean
is_time_or_end (const char *p)
{
  const char *start = p + strspn (p, " T,");
  gsize n = strspn (start, "0123456789");

  if (*start == '\0')
    return TRUE;

  return start > p && n >= 1 && n <= 2 && (start[n] == ':' || start[n] == '.') &&
         start[strspn (start, "0123456789:., +-TZAPMUCGapm")] == '\0';
}

static gboolean
split_compact (const char *text,
               Parts      *parts)
{
  if (strspn (text, "0123456789") != COMPACT_LENGTH || !is_time_or_end (text + COMPACT_LENGTH))
    return FALSE;

  parts->number[0] = number_of (text, 4);
  parts->number[1] = number_of (text + 4, 2);
  parts->number[2] = number_of (text + 6, 2);
  parts->width[0] = 4;
  parts->width[1] = parts->width[2] = 2;
  return TRUE;
}

static gboolean
split_date (const char *text,
            Parts      *parts)
{
  const char *p = text + strspn (text, " \t");

  *parts = (Parts){ .named = -1 };
  if (split_compact (p, parts))
    return TRUE;

  for (gsize i = 0; i < N_PARTS; i++)
    {
      gsize n_marks = strspn (p, " ./-,");

      if (i > 0 && n_marks == 0)
        return FALSE;
      if (i == 1)
        parts->mark = *p;
      if (!(p = read_part (i > 0 ? p + n_marks : p, parts, i)))
        return FALSE;
    }

  return is_time_or_end (p);
}

/* July 4 1996, 4 July 1996, 1996 July 4. */
static Reading
read_named (Parts *parts)
{
  int day_part = parts->named == 0 ? 1 : (parts->width[0] == 4 ? 2 : 0);
  int year_part = N_PARTS - day_part - parts->named;

  if (parts->named == 2 || parts->width[day_part] > 2)
    return READING_NONE;
  if (parts->width[year_part] != 2 && parts->width[year_part] != 4)
    return READING_NONE;

  if (!days_of (parts->number[day_part], parts->number[parts->named],
                full_year (parts->number[year_part], parts->width[year_part]), &parts->day_first))
    return READING_NONE;

  parts->month_first = parts->day_first;
  return READING_NAMED;
}

static Reading
read_year_last (Parts *parts)
{
  const int *number = parts->number;
  int year = full_year (number[2], parts->width[2]);
  gboolean is_day_first;
  gboolean is_month_first;

  if (parts->width[0] > 2 || parts->width[1] > 2 || (parts->width[2] != 2 && parts->width[2] != 4))
    return READING_NONE;

  is_day_first = days_of (number[0], number[1], year, &parts->day_first);
  is_month_first = parts->mark != '.' && days_of (number[1], number[0], year, &parts->month_first);

  if (is_day_first && is_month_first)
    return number[0] == number[1] ? READING_SAME : READING_EITHER;
  if (is_day_first)
    return READING_DAY_FIRST;

  return is_month_first ? READING_MONTH_FIRST : READING_NONE;
}

static Reading
read_date (const char *text,
           Parts      *parts)
{
  const int *number = parts->number;

  if (!split_date (text, parts))
    return READING_NONE;
  if (parts->named >= 0)
    return read_named (parts);
  if (parts->width[0] != 4)
    return read_year_last (parts);

  if (parts->width[1] > 2 || parts->width[2] > 2 ||
      !days_of (number[2], number[1], number[0], &parts->day_first))
    return READING_NONE;

  parts->month_first = parts->day_first;
  return READING_YEAR_FIRST;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * sedia_date_guess_add:
 * @self: a guess
 * @text: (nullable): a cell; blank ones say nothing
 *
 * Looks at one more cell. @text must outlive the guess if its example is used.
 */
void
sedia_date_guess_add (SediaDateGuess *self,
                      const char     *text)
{
  Parts parts;

  g_return_if_fail (self != NULL);

  if (is_blank (text))
    return;

  switch (read_date (text, &parts))
    {
    case READING_NONE:
      self->n_bad++;
      break;

    case READING_YEAR_FIRST:
      self->n_year_first++;
      break;

    case READING_NAMED:
      self->n_named++;
      break;

    case READING_DAY_FIRST:
      self->n_day_first++;
      break;

    case READING_MONTH_FIRST:
      self->n_month_first++;
      break;

    case READING_EITHER:
      self->n_either++;
      if (self->example == NULL)
        self->example = text;
      break;

    case READING_SAME:
      break;
    }
}

/**
 * sedia_date_guess_order:
 * @self: a guess
 *
 * Returns: the order of day, month and year that the cells seen so far allow
 */
SediaDateOrder
sedia_date_guess_order (const SediaDateGuess *self)
{
  g_return_val_if_fail (self != NULL, SEDIA_DATE_UNKNOWN);

  if (self->n_day_first > 0 && self->n_month_first > 0)
    return SEDIA_DATE_MIXED;
  if (self->n_day_first > 0)
    return SEDIA_DATE_DMY;
  if (self->n_month_first > 0)
    return SEDIA_DATE_MDY;
  if (self->n_either > 0)
    return SEDIA_DATE_AMBIGUOUS;

  return self->n_year_first > 0 ? SEDIA_DATE_YMD : SEDIA_DATE_UNKNOWN;
}

/**
 * sedia_date_is_ambiguous:
 * @text: a cell
 *
 * Returns: whether @text is one date read day first and another read month first
 */
gboolean
sedia_date_is_ambiguous (const char *text)
{
  Parts parts;

  g_return_val_if_fail (text != NULL, FALSE);

  return read_date (text, &parts) == READING_EITHER;
}

static gboolean
refuse_date (const char  *text,
             GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, 64 < strlen (text) ? 64 : -1);

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“%s” is not a date."), valid);
  return FALSE;
}

static gboolean
refuse_order (const char      *text,
              SediaDateOrder   order,
              GError         **error)
{
  if (order == SEDIA_DATE_DMY)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("“%s” has the month first, but the dates here have the day first."), text);
  else if (order == SEDIA_DATE_MDY)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("“%s” has the day first, but the dates here have the month first."), text);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("“%s” can mean two dates: say whether the day or the month comes first."), text);

  return FALSE;
}

/**
 * sedia_date_parse_import:
 * @text: a cell
 * @order: how the column writes its dates
 * @days_since_epoch: (out): the date, in days since 1 January 1970
 * @error: return location for a sentence that quotes @text
 *
 * Reads a date; a time after it is passed over. A text that leaves no doubt is read whatever an
 * undecided @order says; one that contradicts a decided @order is refused.
 *
 * Returns: whether @text is one date
 */
gboolean
sedia_date_parse_import (const char      *text,
                         SediaDateOrder   order,
                         gint            *days_since_epoch,
                         GError         **error)
{
  Parts parts;
  Reading reading;
  gboolean is_month_first;

  g_return_val_if_fail (text != NULL && days_since_epoch != NULL, FALSE);

  reading = read_date (text, &parts);
  is_month_first = reading == READING_MONTH_FIRST ||
                   (reading == READING_EITHER && order == SEDIA_DATE_MDY);

  if (reading == READING_NONE)
    return refuse_date (text, error);
  if (reading == READING_EITHER && order != SEDIA_DATE_DMY && order != SEDIA_DATE_MDY)
    return refuse_order (text, SEDIA_DATE_AMBIGUOUS, error);
  if ((reading == READING_DAY_FIRST && order == SEDIA_DATE_MDY) ||
      (reading == READING_MONTH_FIRST && order == SEDIA_DATE_DMY))
    return refuse_order (text, order, error);

  *days_since_epoch = is_month_first ? parts.month_first : parts.day_first;
  return TRUE;
}
