/* What an order would come to, before it is placed. The lines being typed are put into the queues
 * they would join, and these are served as they would be: by the same functions.
 */
#include "config.h"

#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-telling.h"
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

/* What all lines share. */
typedef struct
{
  SediaDb *db;
  SediaServing serving;
  GArray *drafts;         /* of SediaOrderLineDraft */
  GPtrArray *outcomes;    /* of SediaLineOutcome */
  SediaExpectedDays *days;
  gint64 deposit;         /* what is left of it */
  int today;
} Preview;

/* Serves the queue, and says what is left for nobody then. */
static gint64
serve (const Preview      *self,
       const SediaProduct *product,
       GArray             *queue)
{
  gint64 free = MAX (MAX (product->on_hand, 0) - product->reserved, 0);
  g_autoptr (GArray) grants = NULL;

  /* What a line is given is added to what is reserved for it. */
  if (free == 0)
    return 0;

  grants = sedia_queue_serve (queue, free, self->serving);
  for (guint i = 0; i < grants->len; i++)
    free -= g_array_index (grants, SediaGrant, i).quantity;

  return free;
}

/* What a typed line wants; when it comes is what would be said of it once it is placed. */
static gboolean
read_wish (const Preview           *self,
           const SediaProduct      *product,
           const SediaQueueLine    *queued,
           const SediaExpectedDay  *day,
           SediaBackorderWish      *wish,
           GError                 **error)
{
  const SediaOrderLineDraft *draft = &g_array_index (self->drafts, SediaOrderLineDraft,
                                                     (guint) (-queued->line_id - 1));
  SediaOrderLine line = {
    .ordered = queued->open, .reserved = queued->reserved, .expected = day->day,
    .expected_purchase = day->purchase_id, .earliest = SEDIA_NO_DAY, .latest = SEDIA_NO_DAY,
    .price = draft->price != SEDIA_NO_AMOUNT ? draft->price : product->price,
  };
  SediaExpectedRange range;
  gint64 since;

  if (day->day == SEDIA_NO_DAY &&
      !sedia_expected_read (self->db, product->id, &line.expected, &since, error))
    return FALSE;
  if (!sedia_expected_days_range (self->days, day, &range, error))
    return FALSE;

  line.earliest = range.earliest;
  line.latest = range.latest;
  *wish = sedia_order_wish (&line, self->today);
  wish->deposit = self->deposit;
  return TRUE;
}

static gint64
waiting_of (GArray *queue)
{
  gint64 waiting = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (queue, SediaQueueLine, i);

      waiting += line->open - line->reserved;
    }

  return waiting;
}

static gboolean
note_outcome (Preview                 *self,
              const SediaProduct      *product,
              const SediaQueueLine    *line,
              const SediaExpectedDay  *day,
              gint64                   waiting,
              GError                 **error)
{
  SediaLineOutcome *outcome = g_ptr_array_index (self->outcomes, (guint) (-line->line_id - 1));
  SediaBackorderWish wish;

  outcome->ready = line->reserved;
  outcome->waiting = line->open - line->reserved;
  if (outcome->waiting == 0)
    return TRUE;
  if (!read_wish (self, product, line, day, &wish, error))
    return FALSE;

  wish.waiting = waiting;
  outcome->problem = sedia_backorder_problem (product, &wish, &outcome->may_go_on);
  self->deposit = MAX (self->deposit - sedia_backorder_deposit (product, &wish), 0);
  return TRUE;
}

static gboolean
note_outcomes (Preview                 *self,
               const SediaProduct      *product,
               GArray                  *queue,
               const SediaExpectedDay  *days,
               GError                 **error)
{
  const gint64 waiting = waiting_of (queue); /* all lines */
  gint64 ahead = 0;
  guint n_ahead = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (queue, SediaQueueLine, i);
      const gint64 rest = line->open - line->reserved;

      if (line->line_id < 0)
        {
          SediaLineOutcome *outcome = g_ptr_array_index (self->outcomes,
                                                         (guint) (-line->line_id - 1));

          outcome->place = rest > 0 ? n_ahead + 1 : 0;
          outcome->ahead = rest > 0 ? ahead : 0;
          if (!note_outcome (self, product, line, &days[i], waiting, error))
            return FALSE;
        }
      /* Held lines are passed over by arriving stock: nobody waits behind them. */
      if (rest > 0 && !line->held)
        {
          n_ahead++;
          ahead += rest;
        }
    }

  return TRUE;
}

static gboolean
preview_product (Preview  *self,
                 gint64    product_id,
                 GError  **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (self->db, product_id, error);
  g_autoptr (GArray) queue = NULL;
  g_autofree SediaExpectedDay *days = NULL;
  gint64 free;

  if (product == NULL ||
      !(queue = read_queue (self->db, product, self->drafts, self->serving, error)))
    return FALSE;

  free = serve (self, product, queue);
  days = g_new (SediaExpectedDay, queue->len + 1);

  return sedia_expected_days_match (self->days, product_id, queue, free, days, error) &&
         note_outcomes (self, product, queue, days, error);
}

/**
 * sedia_order_preview:
 * @db: a connection
 * @lines: (element-type SediaOrderLineDraft): the lines typed so far
 * @deposit: what is paid beforehand for all of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaLineOutcome): what would become of each
 */
GPtrArray *
sedia_order_preview (SediaDb  *db,
                     GArray   *lines,
                     gint64    deposit,
                     GError  **error)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_line_outcome_free);
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  Preview preview = { db, sedia_setting_serving (db), lines, outcomes, days, deposit,
                      sedia_day_today () };

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (outcomes, g_new0 (SediaLineOutcome, 1));

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLineDraft *draft = &g_array_index (lines, SediaOrderLineDraft, i);

      if (draft->quantity > 0 && g_hash_table_add (done, &draft->product_id) &&
          !preview_product (&preview, draft->product_id, error))
        return NULL;
    }

  return g_steal_pointer (&outcomes);
}
