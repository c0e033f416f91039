/* What an order would come to, before it is placed. The lines being typed are put into the queues
 * they would join, and these are served as they would be: by the same functions.
 */
#include "config.h"

#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-time.h"

static SediaQueueLine
queue_line_of (const SediaOrderLineDraft *draft,
               guint                      index)
{
  return (SediaQueueLine) {
    .line_id = -(gint64) index - 1, /* no line has such an id yet */
    .order_id = G_MAXINT64,
    .position = index + 1,
    .first = draft->first,
    .need_by = draft->need_by,
    .placed_at = sedia_time_now (),
    .open = draft->quantity,
  };
}

/* The queue of a product with the typed lines in it, each in its place. */
static GArray *
read_queue (SediaDb             *db,
            const SediaProduct  *product,
            GArray              *drafts,
            SediaServing         serving,
            GError             **error)
{
  g_autoptr (GArray) queue = sedia_serve_queue (db, product->id, 0, serving, error);

  if (queue == NULL)
    return NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      const SediaOrderLineDraft *draft = &g_array_index (drafts, SediaOrderLineDraft, i);
      SediaQueueLine line = queue_line_of (draft, i);

      if (draft->product_id == product->id && draft->quantity > 0)
        g_array_append_val (queue, line);
    }
  sedia_queue_sort (queue, serving);

  return g_steal_pointer (&queue);
}

static void
serve (const SediaProduct *product,
       GArray             *queue,
       SediaServing        serving)
{
  const gint64 free = MAX (product->on_hand, 0) - product->reserved;

  /* What a line is given is added to what is reserved for it. */
  if (free > 0)
    g_array_unref (sedia_queue_serve (queue, free, serving));
}

static void
note_outcomes (const SediaProduct *product,
               GArray             *queue,
               GPtrArray          *outcomes)
{
  gint64 waiting = 0; /* all lines */
  gint64 ahead = 0;
  guint n_ahead = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (queue, SediaQueueLine, i);

      waiting += line->open - line->reserved;
    }

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (queue, SediaQueueLine, i);
      const gint64 rest = line->open - line->reserved;

      if (line->line_id < 0)
        {
          SediaLineOutcome *outcome = g_ptr_array_index (outcomes, (guint) (-line->line_id - 1));

          outcome->ready = line->reserved;
          outcome->waiting = rest;
          outcome->place = rest > 0 ? n_ahead + 1 : 0;
          outcome->ahead = rest > 0 ? ahead : 0;
          outcome->problem = sedia_order_backorder_problem (product, line->open, line->reserved,
                                                            waiting, &outcome->may_go_on);
        }
      /* Held lines are passed over by arriving stock: nobody waits behind them. */
      if (rest > 0 && !line->held)
        {
          n_ahead++;
          ahead += rest;
        }
    }
}

static gboolean
preview_product (SediaDb       *db,
                 gint64         product_id,
                 GArray        *drafts,
                 SediaServing   serving,
                 GPtrArray     *outcomes,
                 GError       **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);
  g_autoptr (GArray) queue = NULL;

  if (product == NULL || !(queue = read_queue (db, product, drafts, serving, error)))
    return FALSE;

  serve (product, queue, serving);
  note_outcomes (product, queue, outcomes);

  return TRUE;
}

/**
 * sedia_order_preview:
 * @db: a connection
 * @lines: (element-type SediaOrderLineDraft): the lines typed so far
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaLineOutcome): what would become of each
 */
GPtrArray *
sedia_order_preview (SediaDb  *db,
                     GArray   *lines,
                     GError  **error)
{
  const SediaServing serving = sedia_setting_serving (db);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_line_outcome_free);
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (outcomes, g_new0 (SediaLineOutcome, 1));

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLineDraft *draft = &g_array_index (lines, SediaOrderLineDraft, i);

      if (draft->quantity > 0 && g_hash_table_add (done, &draft->product_id) &&
          !preview_product (db, draft->product_id, lines, serving, outcomes, error))
        return NULL;
    }

  return g_steal_pointer (&outcomes);
}
