/* Serving the queue: rules.md section 3, points 1, 2 and 6, as pure functions.
 *
 *   quantity ---> [ line ][ line ][ held ][ line ] ...      in serving order
 *                  full    full    passed  part
 *
 * Each line is filled fully before the next gets anything. Releasing walks the same queue from its
 * back.
 */
#include "config.h"

#include "sedia-queue.h"

#include "sedia-records.h"

#include <glib/gi18n.h>

static int
compare_int64 (gint64 a,
               gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * sedia_queue_compare:
 * @a: a line
 * @b: another line of the same product
 * @serving: the rule in force
 *
 * Which line is served first: priority, then lines with a need-by date before lines without,
 * earliest date, oldest order, line number; or strictly the oldest order.
 *
 * Returns: negative when @a comes first
 */
int
sedia_queue_compare (const SediaQueueLine *a,
                     const SediaQueueLine *b,
                     SediaServing          serving)
{
  int order;

  if (serving == SEDIA_SERVING_DATED_FIRST)
    {
      if (a->first != b->first)
        return a->first ? -1 : 1;
      if ((a->need_by == SEDIA_NO_DAY) != (b->need_by == SEDIA_NO_DAY))
        return a->need_by == SEDIA_NO_DAY ? 1 : -1;
      if (a->need_by != b->need_by)
        return a->need_by < b->need_by ? -1 : 1;
    }

  if ((order = compare_int64 (a->placed_at, b->placed_at)) != 0)
    return order;
  if ((order = compare_int64 (a->order_id, b->order_id)) != 0)
    return order;

  return compare_int64 (a->position, b->position);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      serving)
{
  return sedia_queue_compare (a, b, (SediaServing) GPOINTER_TO_INT (serving));
}

/**
 * sedia_queue_sort:
 * @lines: (element-type SediaQueueLine): lines of one product
 * @serving: the rule in force
 *
 * Puts the lines in serving order.
 */
void
sedia_queue_sort (GArray       *lines,
                  SediaServing  serving)
{
  g_array_sort_with_data (lines, compare_cb, GINT_TO_POINTER (serving));
}

/* Gives a line its part. A line served first for its tie and again in its turn gets one grant, not
 * two. */
static gint64
give (GArray         *grants,
      SediaQueueLine *line,
      guint           index,
      gint64          quantity,
      gboolean        may_repeat)
{
  SediaGrant grant = { line->line_id, index, quantity, line->open - line->reserved == quantity };

  if (quantity <= 0)
    return 0;

  line->reserved += quantity;

  for (guint i = 0; may_repeat && i < grants->len; i++)
    {
      SediaGrant *before = &g_array_index (grants, SediaGrant, i);

      if (before->index == index)
        {
          before->quantity += quantity;
          before->complete = grant.complete;
          return quantity;
        }
    }

  g_array_append_val (grants, grant);
  return quantity;
}

/**
 * sedia_queue_serve:
 * @lines: (element-type SediaQueueLine): open lines of one product, in any order; sorted here, and
 * their reserved raised by what they get
 * @quantity: what there is to give, in the product's smallest unit
 * @serving: the rule in force
 *
 * Gives stock that appeared to the queue: first the lines tied to it up to the tied quantity, then
 * in serving order, each fully before the next. A held line is passed over; an all-or-nothing line
 * keeps what it is given, so the first in the queue is never starved.
 *
 * Returns: (transfer full) (element-type SediaGrant): who gets what
 */
GArray *
sedia_queue_serve (GArray       *lines,
                   gint64        quantity,
                   SediaServing  serving)
{
  GArray *grants = g_array_new (FALSE, FALSE, sizeof (SediaGrant));
  gboolean has_ties = FALSE;

  sedia_queue_sort (lines, serving);

  for (guint i = 0; i < lines->len; i++)
    has_ties = has_ties || g_array_index (lines, SediaQueueLine, i).tied > 0;

  for (int tied_turn = has_ties; tied_turn >= 0; tied_turn--)
    for (guint i = 0; i < lines->len && quantity > 0; i++)
      {
        SediaQueueLine *line = &g_array_index (lines, SediaQueueLine, i);
        gint64 wanted = line->open - line->reserved;

        if (line->held || (tied_turn && line->tied <= 0))
          continue;
        if (tied_turn)
          wanted = MIN (wanted, line->tied);

        quantity -= give (grants, line, i, MIN (wanted, quantity), has_ties);
      }

  return grants;
}

/**
 * sedia_queue_release:
 * @lines: (element-type SediaQueueLine): open lines of one product, in any order; sorted here
 * @quantity: how much must be given up
 * @serving: the rule in force
 *
 * Takes reservations back from the back of the queue until @quantity is free: the last in the queue
 * loses first.
 *
 * Returns: (transfer full) (element-type SediaGrant): who loses what
 */
GArray *
sedia_queue_release (GArray       *lines,
                     gint64        quantity,
                     SediaServing  serving)
{
  GArray *losses = g_array_new (FALSE, FALSE, sizeof (SediaGrant));

  sedia_queue_sort (lines, serving);

  for (guint i = lines->len; i-- > 0 && quantity > 0;)
    {
      SediaQueueLine *line = &g_array_index (lines, SediaQueueLine, i);
      SediaGrant loss = { line->line_id, i, MIN (line->reserved, quantity), FALSE };

      if (loss.quantity <= 0)
        continue;

      g_array_append_val (losses, loss);
      line->reserved -= loss.quantity;
      quantity -= loss.quantity;
    }

  return losses;
}

/**
 * sedia_serving_sentence: (transfer full) the rule in force, as the queue page prints it.
 */
char *
sedia_serving_sentence (SediaServing serving)
{
  switch (serving)
    {
    case SEDIA_SERVING_DATED_FIRST:
      return g_strdup (
        _("Orders marked “first”, then the earliest need-by date, then the oldest order."));
    case SEDIA_SERVING_STRICTLY_OLDEST:
      return g_strdup (_("Strictly first come, first served."));
    }

  g_assert_not_reached ();
}

/**
 * sedia_serving_to_string: The rule as the database keeps it.
 */
const char *
sedia_serving_to_string (SediaServing serving)
{
  return serving == SEDIA_SERVING_STRICTLY_OLDEST ? "strictly-oldest" : "dated-first";
}

/**
 * sedia_serving_from_string: The reverse; FALSE when it is neither.
 */
gboolean
sedia_serving_from_string (const char   *text,
                           SediaServing *serving)
{
  *serving = g_strcmp0 (text, "strictly-oldest") == 0 ? SEDIA_SERVING_STRICTLY_OLDEST
                                                      : SEDIA_SERVING_DATED_FIRST;
  return g_strcmp0 (text, sedia_serving_to_string (*serving)) == 0;
}
