/* For whom what arrives is, rule 3.1: a line tied to the very purchase line that arrives is served
 * first, up to what arrives of that.
 */
#include "config.h"

#include "sedia-ties.h"

#include "sedia-id-set.h"

struct _SediaTies
{
  GHashTable *products; /* ids of products some of which is for somebody */
  GHashTable *lines;    /* id of an order line -> how much is for it, gint64 */
};

static SediaTies *
ties_new (void)
{
  SediaTies *self = g_new0 (SediaTies, 1);

  self->products = sedia_id_set_new ();
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

/**
 * sedia_ties_free: Frees ties.
 */
void
sedia_ties_free (SediaTies *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->products);
  g_hash_table_unref (self->lines);
  g_free (self);
}

static void
add (SediaTies *self,
     gint64     product_id,
     gint64     order_line_id,
     gint64     quantity)
{
  gint64 *sum = g_hash_table_lookup (self->lines, &order_line_id);

  sedia_id_set_add (self->products, product_id);
  if (sum != NULL)
    *sum += quantity;
  else
    g_hash_table_insert (self->lines, g_memdup2 (&order_line_id, sizeof order_line_id),
                         g_memdup2 (&quantity, sizeof quantity));
}

/**
 * sedia_ties_read_delivery: (transfer full) (nullable) for whom a delivery, whose receipts are
 * written, is.
 */
SediaTies *
sedia_ties_read_delivery (SediaDb  *db,
                          gint64    delivery_id,
                          GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-tied", error);
  g_autoptr (SediaTies) self = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  self = ties_new ();
  sedia_stmt_bind_int64 (stmt, 1, delivery_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    add (self, sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1), sedia_stmt_int64 (stmt, 2));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * sedia_ties_of_purchase:
 * @purchase: a purchase
 * @sums: (element-type SediaAmount): what would come of it, each product once
 *
 * Returns: (transfer full): for whom that would be
 */
SediaTies *
sedia_ties_of_purchase (const SediaPurchase *purchase,
                        GArray              *sums)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaPurchasePart));
  SediaTies *self = ties_new ();

  for (guint i = 0; i < sums->len; i++)
    {
      const SediaAmount *sum = &g_array_index (sums, SediaAmount, i);

      sedia_purchase_share (purchase->lines, sum->product_id, sum->quantity, parts);
    }

  for (guint i = 0; i < parts->len; i++)
    for (guint k = 0; k < purchase->lines->len; k++)
      {
        const SediaPurchasePart *part = &g_array_index (parts, SediaPurchasePart, i);
        const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, k);

        if (line->id == part->line_id && line->order_line_id != 0)
          add (self, line->product_id, line->order_line_id, part->quantity);
      }

  return self;
}

/**
 * sedia_ties_have: Whether some of a product is for somebody; of nothing, when there are none.
 */
gboolean
sedia_ties_have (SediaTies *self,
                 gint64     product_id)
{
  return self != NULL && sedia_id_set_has (self->products, product_id);
}

/**
 * sedia_ties_mark:
 * @self: (nullable): ties
 * @lines: (element-type SediaQueueLine): a queue that is about to be served
 *
 * Tells the lines of the queue how much is for them.
 */
void
sedia_ties_mark (SediaTies *self,
                 GArray    *lines)
{
  if (self == NULL || g_hash_table_size (self->lines) == 0)
    return;

  for (guint i = 0; i < lines->len; i++)
    {
      SediaQueueLine *line = &g_array_index (lines, SediaQueueLine, i);
      const gint64 *quantity = g_hash_table_lookup (self->lines, &line->line_id);

      if (quantity != NULL)
        line->tied = *quantity;
    }
}
