/* When the lines that wait are expected: see sedia-expected-days.h.
 *
 * Only products of which something is incoming are looked at, each once: their queue and what is
 * incoming are read in the order in which they are matched. For all products that is two walks
 * along two sorted lists.
 */
#include "config.h"

#include "sedia-expected-days.h"

#include "sedia-id-set.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"

/* A line of a queue, and when it is expected. */
typedef struct
{
  gint64 line_id;
  SediaExpectedDay day;
} Found;

/* What a supplier's past tells; read once. */
typedef struct
{
  gint64 supplier_id;
  SediaSupplierHistory history;
} Past;

struct _SediaExpectedDays
{
  SediaDb *db;
  gboolean has_all;
  GHashTable *products; /* (element-type gint64): those that are worked out */
  GHashTable *lines;    /* of Found, by the line's id; those of Found own themselves */
  GHashTable *pasts;    /* of Past, by supplier */
  GHashTable *supposed; /* (nullable) (element-type gint64): lines of purchases that are looked at
                           as if they were expected on another day */
  int supposed_day;
  gint64 supposed_since;
};

/* One product while it is read. */
typedef struct
{
  gint64 product_id;
  gint64 free;
  GArray *queue;    /* SediaQueueLine */
  GArray *incoming; /* SediaIncoming */
} Product;

/**
 * sedia_expected_days_new: (transfer full) knows nothing yet, and costs little.
 */
SediaExpectedDays *
sedia_expected_days_new (SediaDb *db)
{
  SediaExpectedDays *self = g_new0 (SediaExpectedDays, 1);

  self->db = db;
  self->products = sedia_id_set_new ();
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->pasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return self;
}

/**
 * sedia_expected_days_free: Forgets it all.
 */
void
sedia_expected_days_free (SediaExpectedDays *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->products);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->pasts);
  g_clear_pointer (&self->supposed, g_hash_table_unref);
  g_free (self);
}

/**
 * sedia_expected_days_suppose_day:
 * @self: nothing is worked out yet
 * @lines: (element-type gint64): a set of lines of purchases
 * @day: the day they are looked at as expected, SEDIA_NO_DAY: nobody knows
 * @since: since when that would be so
 *
 * What would be if: nothing is written.
 */
void
sedia_expected_days_suppose_day (SediaExpectedDays *self,
                                 GHashTable        *lines,
                                 int                day,
                                 gint64             since)
{
  g_assert (g_hash_table_size (self->products) == 0 && !self->has_all);

  g_clear_pointer (&self->supposed, g_hash_table_unref);
  self->supposed = g_hash_table_ref (lines);
  self->supposed_day = day;
  self->supposed_since = since;
}

/* ---- matching */

static SediaQueueLine
queue_line_from_stmt (SediaStmt *stmt)
{
  return (SediaQueueLine) {
    .line_id = sedia_stmt_int64 (stmt, 2),
    .order_id = sedia_stmt_int64 (stmt, 3),
    .position = (guint) sedia_stmt_int64 (stmt, 4),
    .first = sedia_stmt_int64 (stmt, 5) == 0,
    .need_by = (int) sedia_stmt_optional (stmt, 6, SEDIA_NO_DAY),
    .placed_at = sedia_stmt_int64 (stmt, 7),
    .open = sedia_stmt_int64 (stmt, 8),
    .reserved = sedia_stmt_int64 (stmt, 9),
    .held = sedia_stmt_int64 (stmt, 10) != 0,
  };
}

static SediaIncoming
incoming_from_stmt (SediaStmt *stmt)
{
  return (SediaIncoming) {
    .line_id = sedia_stmt_int64 (stmt, 1),
    .purchase_id = sedia_stmt_int64 (stmt, 2),
    .quantity = sedia_stmt_int64 (stmt, 3),
    .day = (int) sedia_stmt_int64 (stmt, 4),
    .since = sedia_stmt_int64 (stmt, 5),
    .tied_to = sedia_stmt_int64 (stmt, 6),
  };
}

/* A line that is expected on that day already stays as it is, as when it is written. */
static void
suppose (SediaExpectedDays *self,
         GArray            *incoming)
{
  for (guint i = 0; i < incoming->len; i++)
    {
      SediaIncoming *one = &g_array_index (incoming, SediaIncoming, i);

      if (!sedia_id_set_has (self->supposed, one->line_id) || one->day == self->supposed_day)
        continue;
      one->day = self->supposed_day;
      one->since = self->supposed_since;
    }

  sedia_incoming_sort (incoming);
}

static void
match (SediaExpectedDays *self,
       Product           *product,
       SediaServing       serving)
{
  g_autofree SediaExpectedDay *days = g_new (SediaExpectedDay, product->queue->len + 1);

  if (self->supposed != NULL)
    suppose (self, product->incoming);
  if (serving != SEDIA_SERVING_DATED_FIRST)
    sedia_queue_sort (product->queue, serving);
  sedia_expected_match (product->queue, product->free, product->incoming, days);

  for (guint i = 0; i < product->queue->len; i++)
    {
      const SediaQueueLine *line = &g_array_index (product->queue, SediaQueueLine, i);
      Found *found;

      if (line->open <= line->reserved)
        continue;
      found = g_new (Found, 1);
      *found = (Found) { line->line_id, days[i] };
      g_hash_table_replace (self->lines, &found->line_id, found);
    }
}

/* Takes what is incoming of the product at hand off a list that is sorted by product. */
static gboolean
take_incoming (SediaStmt  *stmt,
               SediaStep  *step,
               Product    *product,
               GError    **error)
{
  g_array_set_size (product->incoming, 0);
  while (*step == SEDIA_STEP_ROW && sedia_stmt_int64 (stmt, 0) <= product->product_id)
    {
      const SediaIncoming incoming = incoming_from_stmt (stmt);

      if (sedia_stmt_int64 (stmt, 0) == product->product_id)
        g_array_append_val (product->incoming, incoming);
      *step = sedia_stmt_step (stmt, error);
    }

  return *step != SEDIA_STEP_ERROR;
}

/* Both lists come product by product, and within one in the order in which they are matched. */
static gboolean
match_products (SediaExpectedDays  *self,
                SediaStmt          *queues,
                SediaStmt          *supplies,
                GError            **error)
{
  const SediaServing serving = sedia_setting_serving (self->db);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));
  g_autoptr (GArray) incoming = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));
  Product product = { .queue = queue, .incoming = incoming };
  SediaStep step = sedia_stmt_step (queues, error);
  SediaStep supply = step != SEDIA_STEP_ERROR ? sedia_stmt_step (supplies, error) : step;

  while (step == SEDIA_STEP_ROW)
    {
      product.product_id = sedia_stmt_int64 (queues, 0);
      product.free = sedia_stmt_int64 (queues, 1);
      g_array_set_size (queue, 0);
      while (step == SEDIA_STEP_ROW && sedia_stmt_int64 (queues, 0) == product.product_id)
        {
          const SediaQueueLine line = queue_line_from_stmt (queues);

          g_array_append_val (queue, line);
          step = sedia_stmt_step (queues, error);
        }
      if (step == SEDIA_STEP_ERROR || !take_incoming (supplies, &supply, &product, error))
        return FALSE;
      match (self, &product, serving);
    }

  return step == SEDIA_STEP_DONE && supply != SEDIA_STEP_ERROR;
}

/**
 * sedia_expected_days_read_all: Works out the days of all lines at once, for who asks for many.
 */
gboolean
sedia_expected_days_read_all (SediaExpectedDays  *self,
                              GError            **error)
{
  g_autoptr (SediaStmt) queues = sedia_db_prepare (self->db, "expected-queues", error);
  g_autoptr (SediaStmt) supplies =
    queues != NULL ? sedia_db_prepare (self->db, "purchase-supplies-all", error) : NULL;

  self->has_all = TRUE;

  return supplies != NULL && match_products (self, queues, supplies, error);
}

/**
 * sedia_expected_days_read: Works out the days of the lines that wait for one product.
 */
gboolean
sedia_expected_days_read (SediaExpectedDays  *self,
                          gint64              product_id,
                          GError            **error)
{
  g_autoptr (SediaStmt) queue = NULL, supplies = NULL;

  if (self->has_all || !sedia_id_set_add (self->products, product_id))
    return TRUE;

  if (!(queue = sedia_db_prepare (self->db, "expected-queue", error)) ||
      !(supplies = sedia_db_prepare (self->db, "purchase-supplies", error)))
    return FALSE;

  sedia_stmt_bind_int64 (queue, 1, product_id);
  sedia_stmt_bind_int64 (supplies, 1, product_id);
  return match_products (self, queue, supplies, error);
}

static gboolean
read_queue (SediaExpectedDays  *self,
            Product            *product,
            GError            **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "expected-queue-of", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const SediaQueueLine line = queue_line_from_stmt (stmt);

      product->free = sedia_stmt_int64 (stmt, 1);
      g_array_append_val (product->queue, line);
    }

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_expected_days_suppose_ordered:
 * @self: what was worked out so far, of this product nothing
 * @product_id: a product
 * @supposed: (element-type SediaIncoming): what would be incoming of it, too
 * @error: return location
 *
 * Works out the days of the lines that wait for the product, as if that were ordered.
 */
gboolean
sedia_expected_days_suppose_ordered (SediaExpectedDays  *self,
                                     gint64              product_id,
                                     GArray             *supposed,
                                     GError            **error)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));
  g_autoptr (GArray) incoming = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));
  g_autoptr (SediaStmt) supplies = sedia_db_prepare (self->db, "purchase-supplies", error);
  Product product = { .product_id = product_id, .queue = queue, .incoming = incoming };
  SediaStep step;

  if (supplies == NULL || !read_queue (self, &product, error))
    return FALSE;

  sedia_id_set_add (self->products, product_id);
  sedia_stmt_bind_int64 (supplies, 1, product_id);
  step = sedia_stmt_step (supplies, error);
  if (step == SEDIA_STEP_ERROR || !take_incoming (supplies, &step, &product, error))
    return FALSE;

  g_array_append_vals (incoming, supposed->data, supposed->len);
  sedia_incoming_sort (incoming);
  match (self, &product, sedia_setting_serving (self->db));

  return TRUE;
}

/**
 * sedia_expected_days_find:
 * @self: what was worked out so far
 * @product_id: a product
 * @line_id: a line that waits for it
 * @typed: the day somebody said the product is expected, SEDIA_NO_DAY for none
 * @typed_since: when they said so, 0 for never
 * @day: (out): when the line is expected to be complete
 * @error: return location
 *
 * What is incoming counts; where no purchase covers the line, or nobody knows its day, what
 * somebody said of the product.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_expected_days_find (SediaExpectedDays  *self,
                          gint64              product_id,
                          gint64              line_id,
                          int                 typed,
                          gint64              typed_since,
                          SediaExpectedDay   *day,
                          GError            **error)
{
  const Found *found;

  if (!sedia_expected_days_read (self, product_id, error))
    return FALSE;

  found = g_hash_table_lookup (self->lines, &line_id);
  *day = (SediaExpectedDay) { .source = SEDIA_EXPECTED_UNKNOWN, .day = SEDIA_NO_DAY };
  if (found != NULL)
    *day = found->day;
  if (day->day != SEDIA_NO_DAY || day->source == SEDIA_EXPECTED_STOCK)
    return TRUE;

  day->since = MAX (day->since, typed_since);
  if (typed != SEDIA_NO_DAY)
    *day = (SediaExpectedDay) { SEDIA_EXPECTED_ESTIMATE, typed, typed_since, 0 };

  return TRUE;
}

/**
 * sedia_expected_days_list_by_purchase:
 * @self: what was worked out so far
 * @purchases: (element-type gint64 GArray): the ids of purchases; to each are added the ids of the
 *   lines whose day rests on it, those of which nobody knows that day as negative numbers
 */
void
sedia_expected_days_list_by_purchase (SediaExpectedDays *self,
                                      GHashTable        *purchases)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Found *found = value;
      const gint64 id = found->day.day != SEDIA_NO_DAY ? found->line_id : -found->line_id;
      GArray *lines = g_hash_table_lookup (purchases, &found->day.purchase_id);

      if (lines != NULL && found->day.source == SEDIA_EXPECTED_PURCHASE)
        g_array_append_val (lines, id);
    }
}

/**
 * sedia_expected_days_is_purchased: Whether the day of a line that was found rests on a purchase.
 */
gboolean
sedia_expected_days_is_purchased (SediaExpectedDays *self,
                                  gint64             line_id)
{
  const Found *found = g_hash_table_lookup (self->lines, &line_id);

  return found != NULL && found->day.source == SEDIA_EXPECTED_PURCHASE;
}

/* ---- what the supplier's past makes of it */

static gboolean
read_supplier (SediaDb  *db,
               gint64    purchase_id,
               gint64   *supplier_id,
               gint64   *placed_at,
               GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-supplier", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  *supplier_id = sedia_stmt_int64 (stmt, 0);
  *placed_at = sedia_stmt_int64 (stmt, 1);
  return TRUE;
}

static const Past *
find_past (SediaExpectedDays  *self,
           gint64              supplier_id,
           GError            **error)
{
  Past *past = g_hash_table_lookup (self->pasts, &supplier_id);

  if (past != NULL)
    return past;

  past = g_new0 (Past, 1);
  past->supplier_id = supplier_id;
  g_hash_table_replace (self->pasts, &past->supplier_id, past);

  return sedia_supplier_read_history (self->db, supplier_id, sedia_time_now (), &past->history,
                                      error)
           ? past
           : NULL;
}

/**
 * sedia_expected_days_range:
 * @self: what was worked out so far
 * @day: when something is expected
 * @range: (out): between which days it comes if the supplier is as late as it was so far; with too
 *   little past, on the day that follows from the lead time it states
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_expected_days_range (SediaExpectedDays       *self,
                           const SediaExpectedDay  *day,
                           SediaExpectedRange      *range,
                           GError                 **error)
{
  gint64 supplier_id, placed_at;
  const Past *past;

  *range = (SediaExpectedRange) { SEDIA_NO_DAY, SEDIA_NO_DAY, FALSE };
  if (day->purchase_id == 0 || day->day == SEDIA_NO_DAY)
    return TRUE;
  if (!read_supplier (self->db, day->purchase_id, &supplier_id, &placed_at, error) ||
      !(past = find_past (self, supplier_id, error)))
    return FALSE;

  if (past->history.is_known)
    {
      range->earliest = day->day + past->history.delay.low;
      range->latest = day->day + past->history.delay.high;
    }
  else if (past->history.lead_days >= 0)
    {
      range->earliest = range->latest = sedia_day_of_time (placed_at) + past->history.lead_days;
      range->is_stated = TRUE;
    }

  return TRUE;
}

/**
 * sedia_expected_days_match:
 * @self: what was worked out so far
 * @product_id: a product
 * @queue: (element-type SediaQueueLine): its queue, as it would be
 * @free: what of it would be left on the shelf for nobody
 * @days: (out caller-allocates): for each line of @queue when it would be complete
 * @error: return location
 *
 * For lines that are only typed so far, by the same rules.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_expected_days_match (SediaExpectedDays  *self,
                           gint64              product_id,
                           GArray             *queue,
                           gint64              free,
                           SediaExpectedDay   *days,
                           GError            **error)
{
  g_autoptr (SediaStmt) supplies = sedia_db_prepare (self->db, "purchase-supplies", error);
  g_autoptr (GArray) incoming = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));
  SediaStep step;

  if (supplies == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (supplies, 1, product_id);
  while ((step = sedia_stmt_step (supplies, error)) == SEDIA_STEP_ROW)
    {
      const SediaIncoming one = incoming_from_stmt (supplies);

      g_array_append_val (incoming, one);
    }
  sedia_expected_match (queue, free, incoming, days);

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_expected_days_fill:
 * @self: what was worked out so far
 * @line: an order line whose expected is what somebody said of its product
 * @error: return location
 *
 * Fills in when the line is expected, what that rests on, and what the supplier's past makes of it.
 */
gboolean
sedia_expected_days_fill (SediaExpectedDays  *self,
                          SediaOrderLine     *line,
                          GError            **error)
{
  SediaExpectedDay day;
  SediaExpectedRange range;

  if (sedia_order_line_waiting (line) <= 0)
    return TRUE;
  if (!sedia_expected_days_find (self, line->product_id, line->id, line->expected, 0, &day,
                                 error) ||
      !sedia_expected_days_range (self, &day, &range, error))
    return FALSE;

  line->expected = day.day;
  line->expected_source = day.source;
  line->expected_purchase = day.purchase_id;
  line->earliest = range.earliest;
  line->latest = range.latest;
  line->is_stated = range.is_stated;

  return TRUE;
}
