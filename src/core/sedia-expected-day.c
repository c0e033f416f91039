/* When will it come, rule 4.
 *
 *   what is tied to a line      goes to that line first, up to what it waits for
 *   free stock                  goes to the lines that wait, in the order of the queue
 *   what is incoming            then, by the day it is expected; what has no day comes last
 *
 * A line's day is that of the last purchase it needs. The queue is walked once along what is
 * incoming, so that ten thousand lines cost ten thousand steps.
 */
#include "config.h"

#include "sedia-expected-day.h"

#include "sedia-records.h"

/* A product that is being matched. */
typedef struct
{
  GArray *queue;    /* SediaQueueLine, in serving order */
  GArray *incoming; /* SediaIncoming, by day */
  gint64 *needs;    /* of each line of the queue, what nothing covers yet */
  SediaExpectedDay *days;
} Match;

static gboolean
is_after (int day,
          int other)
{
  if (day == SEDIA_NO_DAY || other == SEDIA_NO_DAY)
    return day == SEDIA_NO_DAY && other != SEDIA_NO_DAY;

  return day > other;
}

static int
compare_incoming (gconstpointer a,
                  gconstpointer b)
{
  const SediaIncoming *left = a, *right = b;

  if (left->day != right->day)
    return is_after (left->day, right->day) ? 1 : -1;

  return (left->line_id > right->line_id) - (left->line_id < right->line_id);
}

/**
 * sedia_incoming_sort:
 * @incoming: (element-type SediaIncoming): what is incoming of one product
 *
 * By the day it is expected; what nobody knows the day of comes last.
 */
void
sedia_incoming_sort (GArray *incoming)
{
  g_array_sort (incoming, compare_incoming);
}

/* The line needs this purchase, too. */
static void
note_needed (SediaExpectedDay    *day,
             const SediaIncoming *incoming)
{
  if (day->source == SEDIA_EXPECTED_PURCHASE && is_after (day->day, incoming->day))
    return;

  if (day->source != SEDIA_EXPECTED_PURCHASE || day->day != incoming->day)
    day->since = incoming->since;
  day->since = MAX (day->since, incoming->since);
  day->source = SEDIA_EXPECTED_PURCHASE;
  day->day = incoming->day;
  day->purchase_id = incoming->purchase_id;
}

static void
give (Match         *match,
      guint          index,
      SediaIncoming *incoming)
{
  const gint64 quantity = MIN (match->needs[index], incoming->quantity);

  if (quantity <= 0)
    return;

  note_needed (&match->days[index], incoming);
  match->needs[index] -= quantity;
  incoming->quantity -= quantity;
}

static void
give_tied (Match *match)
{
  g_autoptr (GHashTable) places = NULL;

  for (guint i = 0; i < match->incoming->len; i++)
    {
      SediaIncoming *incoming = &g_array_index (match->incoming, SediaIncoming, i);
      gpointer place;

      if (incoming->tied_to == 0)
        continue;
      if (places == NULL)
        {
          places = g_hash_table_new (g_int64_hash, g_int64_equal);
          for (guint k = 0; k < match->queue->len; k++)
            g_hash_table_insert (places, &g_array_index (match->queue, SediaQueueLine, k).line_id,
                                 GUINT_TO_POINTER (k));
        }
      if (g_hash_table_lookup_extended (places, &incoming->tied_to, NULL, &place) &&
          !g_array_index (match->queue, SediaQueueLine, GPOINTER_TO_UINT (place)).held)
        give (match, GPOINTER_TO_UINT (place), incoming);
    }
}

static void
give_in_order (Match  *match,
               gint64  free)
{
  guint next = 0;

  for (guint i = 0; i < match->queue->len; i++)
    {
      gint64 shelf;

      if (g_array_index (match->queue, SediaQueueLine, i).held)
        continue;

      shelf = MIN (match->needs[i], MAX (free, 0));
      match->needs[i] -= shelf;
      free -= shelf;

      while (match->needs[i] > 0 && next < match->incoming->len)
        {
          SediaIncoming *incoming = &g_array_index (match->incoming, SediaIncoming, next);

          give (match, i, incoming);
          if (incoming->quantity <= 0)
            next++;
        }
    }
}

/**
 * sedia_expected_match:
 * @queue: (element-type SediaQueueLine): the open lines of one product in serving order
 * @free: what of it is on the shelf and set aside for nobody
 * @incoming: (element-type SediaIncoming): what is incoming of it, sorted; its quantities are used
 * up
 * @days: (out caller-allocates): for each line of @queue when it will be complete
 *
 * Rule 4: lines that wait are matched to what is tied to them, to free stock in the order of the
 * queue, and then to purchases by the day they are expected. Automatic serving passes over a line
 * that is held, and so does this.
 */
void
sedia_expected_match (GArray           *queue,
                      gint64            free,
                      GArray           *incoming,
                      SediaExpectedDay *days)
{
  g_autofree gint64 *needs = g_new (gint64, queue->len + 1);
  Match match = { queue, incoming, needs, days };

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (queue, SediaQueueLine, i);

      needs[i] = MAX (line->open - line->reserved, 0);
      days[i] = (SediaExpectedDay) { .source = SEDIA_EXPECTED_STOCK, .day = SEDIA_NO_DAY };
    }

  give_tied (&match);
  give_in_order (&match, free);

  for (guint i = 0; i < queue->len; i++)
    if (needs[i] > 0)
      days[i] = (SediaExpectedDay) { .source = SEDIA_EXPECTED_UNKNOWN, .day = SEDIA_NO_DAY };
}

/**
 * sedia_expected_is_late:
 * @day: the day a line is expected, SEDIA_NO_DAY: nobody knows
 * @need_by: the day it is needed by, SEDIA_NO_DAY for none
 * @today: the shop's today
 *
 * Returns: whether it comes, or still waits, after the day it is needed by
 */
gboolean
sedia_expected_is_late (int day,
                        int need_by,
                        int today)
{
  return need_by != SEDIA_NO_DAY && (today > need_by || (day != SEDIA_NO_DAY && day > need_by));
}

/**
 * sedia_expected_source_to_string: The source as other programs read it: `stock`, `purchase` ...
 */
const char *
sedia_expected_source_to_string (SediaExpectedSource source)
{
  switch (source)
    {
    case SEDIA_EXPECTED_STOCK:
      return "stock";
    case SEDIA_EXPECTED_PURCHASE:
      return "purchase";
    case SEDIA_EXPECTED_ESTIMATE:
      return "estimate";
    case SEDIA_EXPECTED_UNKNOWN:
      break;
    }

  return "unknown";
}
