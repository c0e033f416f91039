/* Rule 7: a once-a-day reminder for customers who must be told.
 *
 *   00:00 ......... the hour ................. 24:00
 *         too early          | due, unless done today
 *
 * A program that starts late in the day still reminds: better late than not.
 */
#include "config.h"

#include "sedia-reminding.h"

#include "sedia-calendar.h"

#include <glib/gi18n.h>

#define MINUTES_OF_DAY (24 * 60)

/**
 * sedia_reminding_is_due:
 * @self: what is wanted, and when it was done last
 * @zone: of the clock on the wall
 * @now: microseconds UTC
 * @next: (out): the next time it may become due; %SEDIA_NEVER when it is not wanted; @now when it
 *   is due
 *
 * A day that lies in the future was written while the clock was wrong, and counts for nothing.
 *
 * Returns: whether to remind now
 */
gboolean
sedia_reminding_is_due (const SediaReminding *self,
                        GTimeZone            *zone,
                        gint64                now,
                        gint64               *next)
{
  const SediaCalendar calendar = { .zone = zone };
  int today;
  gint64 hour;

  g_return_val_if_fail (self != NULL && zone != NULL && next != NULL, FALSE);

  *next = SEDIA_NEVER;
  if (!self->is_wanted)
    return FALSE;

  today = sedia_calendar_day (&calendar, now);
  if (self->last_day == today)
    {
      *next = sedia_calendar_instant (&calendar, today + 1, self->minutes);
      return FALSE;
    }

  hour = sedia_calendar_instant (&calendar, today, self->minutes);
  *next = MAX (hour, now);

  return now >= hour;
}

/* One or two digits; NULL when there are none, or more. */
static const char *
read_digits (const char *text,
             int        *value)
{
  const char *end = text;

  *value = 0;
  for (; g_ascii_isdigit (*end); end++)
    {
      if (end - text == 2)
        return NULL;
      *value = *value * 10 + (*end - '0');
    }

  return end > text ? end : NULL;
}

/**
 * sedia_reminding_parse_hour:
 * @text: what somebody typed; minutes may follow after a colon or, as in Indonesia, a full stop
 * @minutes: (out): after midnight
 *
 * Returns: whether it is a time of the day
 */
gboolean
sedia_reminding_parse_hour (const char *text,
                            int        *minutes)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  const char *end;
  int hour, minute = 0;

  g_return_val_if_fail (text != NULL && minutes != NULL, FALSE);

  end = read_digits (typed, &hour);
  if (end != NULL && (*end == ':' || *end == '.'))
    {
      const char *after = end + 1;

      end = read_digits (after, &minute);
      if (end != NULL && end - after != 2)
        return FALSE; /* “9:3” is not said to be 9:03 or 9:30 */
    }
  if (end == NULL || *end != '\0' || minute > 59 || hour * 60 + minute >= MINUTES_OF_DAY)
    return FALSE;

  *minutes = hour * 60 + minute;

  return TRUE;
}

/**
 * sedia_reminding_format_hour: (transfer full) "09:00".
 */
char *
sedia_reminding_format_hour (int minutes)
{
  g_return_val_if_fail (minutes >= 0 && minutes < MINUTES_OF_DAY, NULL);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/**
 * sedia_reminding_title:
 * @n_due: how many customers must be told
 * @n_late: for how many of them it is late
 *
 * Returns: (transfer full): "4 customers must be told, 2 are late"
 */
char *
sedia_reminding_title (guint n_due,
                       guint n_late)
{
  g_autofree char *due = NULL;
  g_autofree char *late = NULL;

  due = g_strdup_printf (ngettext ("%u customer must be told", "%u customers must be told", n_due),
                         n_due);
  if (n_late == 0)
    return g_steal_pointer (&due);

  /* Translators: how many of the customers who must be told; it stands after them, after a comma */
  late = g_strdup_printf (ngettext ("%u is late", "%u are late", n_late), n_late);

  return g_strjoin (", ", due, late, NULL);
}

/**
 * sedia_reminding_body:
 * @names: (element-type utf8): the first few of them, the most urgent first
 * @n_due: how many there are
 *
 * Returns: (transfer full) (nullable): their names; NULL when none is known
 */
char *
sedia_reminding_body (const GPtrArray *names,
                      guint            n_due)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (names != NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));

  if (names->len == 0)
    return NULL;
  if (names->len < n_due)
    /* Translators: names of customers, the most urgent ones */
    return g_strdup_printf (_("%s and others"), text->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
