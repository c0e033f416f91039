/* Why a customer must be told, in words. */
#include "config.h"

#include "sedia-due-words.h"

#include "sedia-format.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/**
 * sedia_due_when:
 * @due: until when somebody should have heard
 * @is_late: whether that has passed
 *
 * Returns: (transfer full): "today", "3 days late"
 */
char *
sedia_due_when (gint64   due,
                gboolean is_late)
{
  const int days = sedia_day_today () - sedia_day_of_time (due);

  if (is_late && days > 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);
  if (is_late)
    return g_strdup (_("late"));

  return sedia_day_words (sedia_day_of_time (due));
}

/**
 * sedia_due_words:
 * @entry: of a customer
 *
 * Returns: (transfer full): why and until when, in a line
 */
char *
sedia_due_words (const SediaDueEntry *entry)
{
  g_autofree char *reasons = sedia_due_reasons_words (entry->reasons);
  g_autofree char *since = sedia_format_time (entry->since);
  g_autofree char *when = sedia_due_when (entry->due, entry->is_late);

  /* Translators: why a customer must be told, since when, and until when: "Can be collected – since
   * yesterday, 14:05 (1 day late)" */
  return g_strdup_printf (_("%s – since %s (%s)"), reasons, since, when);
}
