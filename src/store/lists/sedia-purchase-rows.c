/* Purchases as their list shows them: without their lines, of which there may be hundreds, but with
 * the first, how many there are, and who waits.
 *
 * Who waits is worked out for the whole page at once, product by product, each product once.
 */
#include "config.h"

#include "sedia-purchase-rows.h"

#include "sedia-expected-days.h"

static SediaPurchaseLine *
first_line_from_stmt (SediaStmt *stmt)
{
  SediaPurchaseLine *line = g_new0 (SediaPurchaseLine, 1);

  line->product_id = sedia_stmt_int64 (stmt, 12);
  line->sku = sedia_stmt_dup_text (stmt, 13);
  line->product = sedia_stmt_dup_text (stmt, 14);
  line->unit = sedia_stmt_dup_text (stmt, 15);
  line->decimals = (guint) sedia_stmt_int64 (stmt, 16);
  line->ordered = sedia_stmt_int64 (stmt, 17);
  line->received = sedia_stmt_int64 (stmt, 18);
  line->closed = sedia_stmt_int64 (stmt, 19);
  line->incoming = sedia_stmt_int64 (stmt, 20);
  line->agreed = line->expected = SEDIA_NO_DAY;
  line->price = SEDIA_NO_AMOUNT;

  return line;
}

static SediaPurchase *
purchase_new (gint64 id)
{
  SediaPurchase *purchase = g_new0 (SediaPurchase, 1);

  purchase->id = id;
  purchase->agreed = purchase->expected = purchase->next = SEDIA_NO_DAY;
  purchase->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_purchase_line_free);
  purchase->products = g_array_new (FALSE, FALSE, sizeof (gint64));

  return purchase;
}

static SediaPurchase *
purchase_from_stmt (SediaStmt *stmt)
{
  SediaPurchase *purchase = purchase_new (sedia_stmt_int64 (stmt, 0));

  purchase->supplier_id = sedia_stmt_int64 (stmt, 1);
  purchase->supplier = sedia_stmt_dup_text (stmt, 2);
  purchase->placed_at = sedia_stmt_int64 (stmt, 3);
  sedia_purchase_status_from_string (sedia_stmt_text (stmt, 4), &purchase->status);
  purchase->note = sedia_stmt_dup_text (stmt, 5);
  purchase->n_lines = (guint) sedia_stmt_int64 (stmt, 6);
  purchase->n_incoming = (guint) sedia_stmt_int64 (stmt, 7);
  purchase->agreed = (int) sedia_stmt_optional (stmt, 8, SEDIA_NO_DAY);
  purchase->expected = (int) sedia_stmt_optional (stmt, 9, SEDIA_NO_DAY);
  purchase->next = (int) sedia_stmt_optional (stmt, 10, SEDIA_NO_DAY);
  if (!sedia_stmt_is_null (stmt, 11))
    g_ptr_array_add (purchase->lines, first_line_from_stmt (stmt));
  if (purchase->status == SEDIA_PURCHASE_CONFIRMED && purchase->n_incoming == 0)
    purchase->status = SEDIA_PURCHASE_CLOSED;
  if (purchase->status == SEDIA_PURCHASE_CANCELLED)
    purchase->expected = purchase->next = SEDIA_NO_DAY;

  return purchase;
}

static gboolean
read_products (SediaDb        *db,
               SediaPurchase  *purchase,
               GError        **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-row-products", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, purchase->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 product_id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (purchase->products, product_id);
    }

  return step == SEDIA_STEP_DONE;
}

/* NULL without an error: it is gone. */
static SediaPurchase *
read_purchase (SediaDb  *db,
               gint64    purchase_id,
               GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-row", error);
  g_autoptr (SediaPurchase) purchase = NULL;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  purchase = purchase_from_stmt (stmt);
  if (purchase->n_incoming > 0 && !read_products (db, purchase, error))
    return NULL;

  return g_steal_pointer (&purchase);
}

static SediaPurchase *
read_draft (SediaDb  *db,
            gint64    draft_id,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-head", error);
  SediaPurchase *purchase;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, draft_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  purchase = purchase_new (-draft_id);
  purchase->placed_at = sedia_stmt_int64 (stmt, 1);
  purchase->supplier = sedia_stmt_dup_text (stmt, 2);
  purchase->n_lines = (guint) sedia_stmt_int64 (stmt, 4);

  return purchase;
}

/* ---- who waits */

/* "[17,-4,...]": a line of which nobody knows the day is negative. */
static char *
dup_list (GArray *lines)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (lines, gint64, i));

  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

static gboolean
count_waiting (SediaDb        *db,
               SediaPurchase  *purchase,
               GArray         *lines,
               GError        **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  g_autofree char *list = NULL;

  if (lines->len == 0)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "purchase-row-waiting", error)))
    return FALSE;

  list = dup_list (lines);
  sedia_stmt_bind_text (stmt, 1, list);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  purchase->n_waiting = (guint) sedia_stmt_int64 (stmt, 0);
  purchase->n_customers = (guint) sedia_stmt_int64 (stmt, 1);
  return TRUE;
}

static gboolean
find_waiting (SediaDb    *db,
              GPtrArray  *page,
              GError    **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                          (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < page->len; i++)
    {
      SediaPurchase *purchase = g_ptr_array_index (page, i);

      if (purchase->n_incoming == 0)
        continue;
      g_hash_table_insert (waiting, &purchase->id, g_array_new (FALSE, FALSE, sizeof (gint64)));
      for (guint p = 0; p < purchase->products->len; p++)
        if (!sedia_expected_days_read (days, g_array_index (purchase->products, gint64, p), error))
          return FALSE;
    }

  sedia_expected_days_list_by_purchase (days, waiting);
  for (guint i = 0; i < page->len; i++)
    {
      SediaPurchase *purchase = g_ptr_array_index (page, i);
      GArray *lines = g_hash_table_lookup (waiting, &purchase->id);

      if (lines != NULL && !count_waiting (db, purchase, lines, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_purchase_rows_read:
 * @db: a connection
 * @ids: ids of purchases; negative: of drafts that are still being typed
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaPurchase): the purchases in the order of
 *   the ids, without those that are gone, as a list shows them
 */
GPtrArray *
sedia_purchase_rows_read (SediaDb       *db,
                          const gint64  *ids,
                          guint          n,
                          GError       **error)
{
  g_autoptr (GPtrArray) page =
    g_ptr_array_new_full (n, (GDestroyNotify) sedia_purchase_free);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < n; i++)
    {
      SediaPurchase *purchase = ids[i] < 0 ? read_draft (db, -ids[i], &problem)
                                           : read_purchase (db, ids[i], &problem);

      if (purchase != NULL)
        g_ptr_array_add (page, purchase);
      else if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }

  return find_waiting (db, page, error) ? g_steal_pointer (&page) : NULL;
}
