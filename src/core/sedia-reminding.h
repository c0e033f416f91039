/* When to remind, once a day, of customers who must be told, and in which words. Pure: the time and
 * what is remembered come in.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEDIA_NEVER G_MAXINT64

/**
 * SediaReminding:
 * @is_wanted: whether to remind at all
 * @minutes: from when on each day, minutes after midnight, local
 * @last_day: the day it was done last, days since 1970-01-01; 0: never
 */
typedef struct
{
  gboolean is_wanted;
  int minutes;
  int last_day;
} SediaReminding;

gboolean sedia_reminding_is_due (const SediaReminding *self,
                                 GTimeZone            *zone,
                                 gint64                now,
                                 gint64               *next);

/* "9:00", "09.00", "9": minutes after midnight */
gboolean sedia_reminding_parse_hour (const char *text, int *minutes);
char *sedia_reminding_format_hour (int minutes);

/* "4 customers must be told, 2 are late" */
char *sedia_reminding_title (guint n_due, guint n_late);
/* (nullable): the first few by name. Plain text: whoever shows it as markup escapes it. */
char *sedia_reminding_body (const GPtrArray *names, guint n_due);

G_END_DECLS
