/* Whom a purchase would help, before it is ordered. */
#include "config.h"

#include "sedia-expected-days.h"
#include "sedia-id-set.h"
#include "sedia-reads.h"

#define SUPPOSED G_GINT64_CONSTANT (-1) /* no purchase has this number */

static gboolean
suppose (SediaExpectedDays         *days,
         const SediaPurchaseDraft  *draft,
         gint64                     product_id,
         GError                   **error)
{
  g_autoptr (GArray) supposed = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));

  for (guint i = 0; i < draft->lines->len; i++)
    {
      const SediaPurchaseLineDraft *line = &g_array_index (draft->lines, SediaPurchaseLineDraft, i);
      const SediaIncoming incoming = {
        .line_id = G_MAXINT64 - draft->lines->len + i, /* after what is ordered already */
        .purchase_id = SUPPOSED,
        .quantity = line->quantity,
        .day = line->expected != SEDIA_NO_DAY ? line->expected : draft->expected,
        .tied_to = line->order_line_id,
      };

      if (line->product_id == product_id && line->quantity > 0)
        g_array_append_val (supposed, incoming);
    }

  return supposed->len == 0 ||
         sedia_expected_days_suppose_ordered (days, product_id, supposed, error);
}

/* An id below zero: nobody knows the day. */
static gboolean
add_line (SediaDb            *db,
          SediaExpectedDays  *days,
          gint64              id,
          GPtrArray          *list,
          GError            **error)
{
  SediaOrderLine *line = sedia_order_line_read (db, ABS (id), error);
  SediaExpectedDay day;

  if (line == NULL)
    return FALSE;

  g_ptr_array_add (list, line);
  if (!sedia_expected_days_find (days, line->product_id, line->id, SEDIA_NO_DAY, 0, &day, error))
    return FALSE;

  line->expected = day.day;
  return TRUE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const SediaOrderLine *left = *(const SediaOrderLine *const *) a;
  const SediaOrderLine *right = *(const SediaOrderLine *const *) b;

  if (left->product_id != right->product_id)
    return left->product_id < right->product_id ? -1 : 1;

  return (left->placed_at > right->placed_at) - (left->placed_at < right->placed_at);
}

/**
 * sedia_purchase_preview:
 * @db: a connection
 * @draft: what would be ordered; its day counts for lines that have none
 * @error: return location
 *
 * Rule 4, as if it were ordered: it is what is incoming besides.
 *
 * Returns: (transfer full) (element-type SediaOrderLine) (nullable): the lines that wait, and would
 *   be complete with it, product by product; `expected` is the day of that
 */
GPtrArray *
sedia_purchase_preview (SediaDb                   *db,
                        const SediaPurchaseDraft  *draft,
                        GError                   **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (GHashTable) seen = sedia_id_set_new ();
  g_autoptr (GHashTable) purchases = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);
  gint64 supposed = SUPPOSED;

  for (guint i = 0; i < draft->lines->len; i++)
    {
      const gint64 product_id =
        g_array_index (draft->lines, SediaPurchaseLineDraft, i).product_id;

      if (product_id != 0 && sedia_id_set_add (seen, product_id) &&
          !suppose (days, draft, product_id, error))
        return NULL;
    }

  g_hash_table_insert (purchases, &supposed, ids);
  sedia_expected_days_list_by_purchase (days, purchases);
  for (guint i = 0; i < ids->len; i++)
    if (!add_line (db, days, g_array_index (ids, gint64, i), list, error))
      return NULL;
  g_ptr_array_sort (list, compare_lines);

  return g_steal_pointer (&list);
}
