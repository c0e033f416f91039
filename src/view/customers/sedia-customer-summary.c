/* How things stand for a customer: see sedia-customer-summary.h. */
#include "config.h"

#include "sedia-customer-summary.h"

#include "sedia-format.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define MOST_LINES 4 /* nobody listens to more */

/* "when, nobody knows yet" is said, too. */
static char *
dup_when (const SediaOrderLine *line)
{
  g_autofree char *day = NULL;

  if (line->expected == SEDIA_NO_DAY || line->expected < sedia_day_today ())
    return g_strdup (_("when it comes is not known yet"));

  day = sedia_day_words (line->expected);

  /* Translators: the day goods are expected: "expected on 12 December" */
  return g_strdup_printf (_("expected on %s"), day);
}

static char *
dup_place (const SediaOrderLine *line)
{
  g_autofree char *ahead = NULL;

  if (line->held)
    return g_strdup (_("held until somebody sets it aside again"));
  if (line->ahead == 0)
    return g_strdup (_("next in the queue"));

  ahead = sedia_format_amount (line->ahead, line->decimals, line->unit);

  /* Translators: a place in a queue, and how much others get before */
  return g_strdup_printf (_("place %u in the queue, %s before it"), line->queue_position, ahead);
}

static char *
dup_line (const SediaOrderLine *line)
{
  const gint64 waits = sedia_order_line_waiting (line);
  g_autofree char *ready = sedia_format_amount (line->reserved, line->decimals, line->unit);
  g_autofree char *waiting = sedia_format_amount (waits, line->decimals, line->unit);
  g_autofree char *place = NULL;
  g_autofree char *when = NULL;

  if (waits <= 0)
    /* Translators: an amount, and of what: "2 pcs of Kopi can be collected." */
    return g_strdup_printf (_("%s of %s can be collected."), ready, line->product);

  place = dup_place (line);
  when = dup_when (line);

  /* Translators: an amount, of what, its place in the queue, and when it comes */
  return g_strdup_printf (_("%s of %s wait: %s, %s."), waiting, line->product, place, when);
}

/**
 * sedia_customer_summary:
 * @story: what was read of a customer
 *
 * Returns: (transfer full): what they wait for, their place, what is before them, and when it
 *   comes, a line each; empty when nothing is open
 */
char *
sedia_customer_summary (const SediaCustomerStory *story)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < story->lines->len; i++)
    {
      const SediaWaiting *waiting = g_ptr_array_index (story->lines, i);
      g_autofree char *line = NULL;

      if (waiting->line == NULL || ++n > MOST_LINES)
        continue;

      line = dup_line (waiting->line);
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? "\n" : "", line);
    }
  if (n > MOST_LINES)
    {
      g_string_append_c (summary, '\n');
      g_string_append_printf (summary, ngettext ("There is %u more.", "There are %u more.",
                                                 n - MOST_LINES), n - MOST_LINES);
    }

  return g_string_free (g_steal_pointer (&summary), FALSE);
}
