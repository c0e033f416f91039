/* Why a customer must be told, in words. */
#include "config.h"

#include "sedia-due-words.h"

#include "sedia-format.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/**
 * sedia_due_reasons:
 * @reasons: bits, 1 << SediaDueReason
 *
 * Returns: (transfer full): "Can be collected, date moved": the most urgent first
 */
char *
sedia_due_reasons (guint reasons)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (reasons & 1u << i)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              sedia_due_reason_label ((SediaDueReason) i));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

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
  g_autofree char *reasons = sedia_due_reasons (entry->reasons);
  g_autofree char *since = sedia_format_time (entry->since);
  g_autofree char *when = sedia_due_when (entry->due, entry->is_late);

  /* Translators: why a customer must be told, since when, and until when: "Can be collected – since
   * yesterday, 14:05 (1 day late)" */
  return g_strdup_printf (_("%s – since %s (%s)"), reasons, since, when);
}
