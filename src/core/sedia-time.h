/* Times are microseconds UTC, days are days since 1970-01-01; here they are read and written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 sedia_time_now (void);
/* 2026-11-22, 2026-11-22T09:30 (local) or with Z. A date alone is noon of that day, local. */
gboolean sedia_time_parse (const char *text, gint64 *time, GError **error);
char *sedia_time_format_iso (gint64 time);
gboolean sedia_day_parse (const char *text, int *day, GError **error);
char *sedia_day_format_iso (int day);
int sedia_day_of_time (gint64 time);
int sedia_day_today (void);
GDateTime *sedia_day_to_date_time (int day);
/* As people say it: "tomorrow", "3 December", "3 December 2027"; "today, 14:05" */
const char *sedia_day_near_words (int day);
char *sedia_day_words (int day);
char *sedia_time_words (gint64 time);

G_END_DECLS
