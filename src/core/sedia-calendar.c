/* The shop's working days and hours, worked out from what its settings say and from nothing else.
 *
 *   instant (us, UTC)  -- offset of the zone -->  local day  -- weekdays, holidays -->  working day
 *
 * Offsets are only ever asked for an instant, where there is exactly one: that keeps the way from
 * local time to an instant free of what a zone calls "standard" and what "daylight saving".
 */
#include "config.h"

#include "sedia-calendar.h"

#define MINUTE 60
#define DAY (24 * 60 * MINUTE)

#define WEEK 7
#define EVERY_DAY 0x7f
#define WEEKDAY_OF_EPOCH 3 /* 1970-01-01 was a Thursday */

#define GIVE_UP_AFTER 3660 /* days: ten years without a day of work is no calendar */

/* The quotient towards minus infinity, for instants and days before 1970. */
static gint64
floor_div (gint64 dividend,
           gint64 divisor)
{
  return dividend / divisor - (dividend % divisor < 0);
}

/* Seconds east of Greenwich at an instant, itself in seconds. */
static int
offset_at (GTimeZone *zone,
           gint64     seconds)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/**
 * sedia_calendar_day:
 * @self: when the shop works
 * @at: an instant, microseconds UTC
 *
 * Returns: the shop's local day of that instant, days since 1970-01-01
 */
int
sedia_calendar_day (const SediaCalendar *self,
                    gint64               at)
{
  gint64 seconds = floor_div (at, G_USEC_PER_SEC);

  g_return_val_if_fail (self != NULL && self->zone != NULL, 0);

  return (int) floor_div (seconds + offset_at (self->zone, seconds), DAY);
}

/* The clocks went forward somewhere after @before, which has the old offset: the first second that
 * has the new one, @after at the latest. */
static gint64
end_of_gap (GTimeZone *zone,
            gint64     before,
            gint64     after)
{
  int offset = offset_at (zone, after);

  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (offset_at (zone, middle) == offset)
        after = middle;
      else
        before = middle;
    }

  return after;
}

/**
 * sedia_calendar_instant:
 * @self: when the shop works
 * @day: a local day, days since 1970-01-01
 * @minutes: minutes after midnight, local; 24 * 60 is the end of the day
 *
 * When the shop's clocks show that time. A time that the clocks skip stands for the first instant
 * after the gap, a time that they show twice for the first of the two.
 *
 * Returns: microseconds UTC
 */
gint64
sedia_calendar_instant (const SediaCalendar *self,
                        int                  day,
                        int                  minutes)
{
  gint64 local = (gint64) day * DAY + (gint64) minutes * MINUTE, first, last;
  int before, after;

  g_return_val_if_fail (self != NULL && self->zone != NULL, 0);

  /* A change of the clocks near that time lies between these two. */
  before = offset_at (self->zone, local - DAY);
  after = offset_at (self->zone, local + DAY);
  first = local - MAX (before, after);
  last = local - MIN (before, after);

  if (first + offset_at (self->zone, first) == local)
    return first * G_USEC_PER_SEC;
  if (last + offset_at (self->zone, last) == local)
    return last * G_USEC_PER_SEC;

  return end_of_gap (self->zone, first, last) * G_USEC_PER_SEC;
}

/* 0 for Monday to 6 for Sunday */
static guint
weekday_of (int day)
{
  gint64 since_monday = (gint64) day + WEEKDAY_OF_EPOCH;

  return (guint) (since_monday - floor_div (since_monday, WEEK) * WEEK);
}

static guint
weekdays_of (const SediaCalendar *self)
{
  guint weekdays = self->working_days & EVERY_DAY;

  return weekdays != 0 ? weekdays : EVERY_DAY;
}

static gboolean
has_weekday (const SediaCalendar *self,
             int                  day)
{
  return (weekdays_of (self) >> weekday_of (day) & 1) != 0;
}

/* How many holidays come before @day: where it is, or would be, among them. */
static guint
holidays_before (const SediaCalendar *self,
                 int                  day)
{
  guint low = 0, high = self->holidays != NULL ? self->holidays->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->holidays, int, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_holiday (const SediaCalendar *self,
            int                  day)
{
  guint place = holidays_before (self, day);

  return self->holidays != NULL && place < self->holidays->len &&
         g_array_index (self->holidays, int, place) == day;
}

/**
 * sedia_calendar_is_working:
 * @self: when the shop works
 * @day: days since 1970-01-01
 *
 * Returns: whether the shop works on that day: a weekday it opens on, and no holiday
 */
gboolean
sedia_calendar_is_working (const SediaCalendar *self,
                           int                  day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_weekday (self, day) && !is_holiday (self, day);
}

/* The first working day from @day on, forwards or backwards; @day itself when there is none within
 * sight. */
static int
find_working (const SediaCalendar *self,
              int                  day,
              int                  step)
{
  for (int i = 0; i <= GIVE_UP_AFTER; i++)
    if (sedia_calendar_is_working (self, day + i * step))
      return day + i * step;

  return day;
}

/**
 * sedia_calendar_next:
 * @self: when the shop works
 * @day: days since 1970-01-01
 *
 * Returns: the first working day on or after @day; @day itself when the ten years after it have
 * none
 */
int
sedia_calendar_next (const SediaCalendar *self,
                     int                  day)
{
  g_return_val_if_fail (self != NULL, day);

  return find_working (self, day, 1);
}

/**
 * sedia_calendar_add:
 * @self: when the shop works
 * @day: days since 1970-01-01
 * @n: working days; negative: backwards
 *
 * Returns: the @n-th working day after @day, or before it; for 0 what sedia_calendar_next() says
 */
int
sedia_calendar_add (const SediaCalendar *self,
                    int                  day,
                    int                  n)
{
  int step = n < 0 ? -1 : 1;

  g_return_val_if_fail (self != NULL, day);

  if (n == 0)
    return sedia_calendar_next (self, day);

  for (; n != 0; n -= step)
    day = find_working (self, day + step, step);

  return day;
}

static int
count_bits (guint bits)
{
  int n = 0;

  for (; bits != 0; bits >>= 1)
    n += (int) (bits & 1);

  return n;
}

/* How many of the shop's weekdays there are up to and with @day, counted from a Monday long ago:
 * whole weeks first, then the days of the last one. */
static gint64
weekdays_until (const SediaCalendar *self,
                int                  day)
{
  guint weekdays = weekdays_of (self), of_last_week = (2u << weekday_of (day)) - 1;
  gint64 weeks = floor_div ((gint64) day + WEEKDAY_OF_EPOCH, WEEK);

  return weeks * count_bits (weekdays) + count_bits (weekdays & of_last_week);
}

/* The working days after @from, up to and with @to; @from is not after @to. */
static int
count_working (const SediaCalendar *self,
               int                  from,
               int                  to)
{
  gint64 n = weekdays_until (self, to) - weekdays_until (self, from);

  for (guint i = holidays_before (self, from);
       self->holidays != NULL && i < self->holidays->len &&
       g_array_index (self->holidays, int, i) <= to;
       i++)
    {
      int holiday = g_array_index (self->holidays, int, i);

      if (holiday > from && has_weekday (self, holiday))
        n--;
    }

  return (int) n;
}

/**
 * sedia_calendar_between:
 * @self: when the shop works
 * @from: days since 1970-01-01
 * @to: days since 1970-01-01
 *
 * How many working days pass from one day to another: the later day counts when it is one, the
 * earlier one does not. From a Friday to the Monday after it is one where weekends are free. It
 * takes no longer for years than for days, but for the holidays in between.
 *
 * Returns: working days; negative when @to is before @from
 */
int
sedia_calendar_between (const SediaCalendar *self,
                        int                  from,
                        int                  to)
{
  g_return_val_if_fail (self != NULL, 0);

  return from <= to ? count_working (self, from, to) : -count_working (self, to, from);
}

/**
 * sedia_calendar_same_day:
 * @self: when the shop works
 * @at: an instant, microseconds UTC
 *
 * Rule 5: what must be said "the same working day" is said in time until the shop closes on the day
 * of @at; when @at is not before that, or the shop does not work on that day, until it closes on
 * its next working day.
 *
 * Returns: microseconds UTC
 */
gint64
sedia_calendar_same_day (const SediaCalendar *self,
                         gint64               at)
{
  int day;

  g_return_val_if_fail (self != NULL && self->zone != NULL, at);

  day = sedia_calendar_day (self, at);
  if (sedia_calendar_is_working (self, day))
    {
      gint64 closing = sedia_calendar_instant (self, day, self->closes);

      if (at < closing)
        return closing;
    }

  return sedia_calendar_instant (self, sedia_calendar_next (self, day + 1), self->closes);
}
