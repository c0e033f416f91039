/* The shop's working days and hours. A working day is a day of the week it opens on, unless it is a
 * holiday. Instants are microseconds UTC, days are days since 1970-01-01 in the shop's time zone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaCalendar:
 * @working_days: bit 0 for Monday to bit 6 for Sunday; none set: every day is a working day
 * @opens: minutes after midnight, local
 * @closes: minutes after midnight, local; after @opens
 * @holidays: (nullable) (element-type int): days the shop is closed, rising
 * @zone: the shop's time zone
 *
 * When the shop works. Nothing here reads the clock.
 */
typedef struct
{
  guint working_days;
  int opens;
  int closes;
  GArray *holidays;
  GTimeZone *zone;
} SediaCalendar;

int sedia_calendar_day (const SediaCalendar *self, gint64 at);
gint64 sedia_calendar_instant (const SediaCalendar *self, int day, int minutes);
gboolean sedia_calendar_is_working (const SediaCalendar *self, int day);
int sedia_calendar_next (const SediaCalendar *self, int day);
int sedia_calendar_add (const SediaCalendar *self, int day, int n);
int sedia_calendar_between (const SediaCalendar *self, int from, int to);
gint64 sedia_calendar_same_day (const SediaCalendar *self, gint64 at);

G_END_DECLS
