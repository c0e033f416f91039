/* Purchases: reading. */
#include "config.h"

#include "sedia-operation.h"
#include "sedia-reads.h"

static SediaPurchaseLine *
line_from_stmt (SediaStmt *stmt)
{
  SediaPurchaseLine *line = g_new0 (SediaPurchaseLine, 1);

  line->id = sedia_stmt_int64 (stmt, 0);
  line->position = (guint) sedia_stmt_int64 (stmt, 1);
  line->product_id = sedia_stmt_int64 (stmt, 2);
  line->sku = sedia_stmt_dup_text (stmt, 3);
  line->product = sedia_stmt_dup_text (stmt, 4);
  line->unit = sedia_stmt_dup_text (stmt, 5);
  line->decimals = (guint) sedia_stmt_int64 (stmt, 6);
  line->ordered = sedia_stmt_int64 (stmt, 7);
  line->received = sedia_stmt_int64 (stmt, 8);
  line->closed = sedia_stmt_int64 (stmt, 9);
  line->incoming = sedia_stmt_int64 (stmt, 10);
  line->price = sedia_stmt_optional (stmt, 11, SEDIA_NO_AMOUNT);
  line->agreed = (int) sedia_stmt_optional (stmt, 12, SEDIA_NO_DAY);
  line->expected = (int) sedia_stmt_optional (stmt, 13, SEDIA_NO_DAY);
  line->since = sedia_stmt_int64 (stmt, 14);
  line->order_line_id = sedia_stmt_int64 (stmt, 15);
  line->order_id = sedia_stmt_int64 (stmt, 16);
  line->order_position = (guint) sedia_stmt_int64 (stmt, 17);
  line->customer = sedia_stmt_dup_text (stmt, 18);
  line->pack = sedia_stmt_int64 (stmt, 19);

  return line;
}

static GPtrArray *
read_lines (SediaDb  *db,
            gint64    purchase_id,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-lines", error);
  g_autoptr (GPtrArray) lines = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_purchase_line_free);
  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (lines, line_from_stmt (stmt));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

/**
 * sedia_purchase_read: (transfer full) (nullable) a purchase with its lines.
 */
SediaPurchase *
sedia_purchase_read (SediaDb  *db,
                     gint64    purchase_id,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-read", error);
  g_autoptr (SediaPurchase) purchase = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_PURCHASE, purchase_id);
  if (step != SEDIA_STEP_ROW)
    return NULL;

  purchase = g_new0 (SediaPurchase, 1);
  purchase->id = sedia_stmt_int64 (stmt, 0);
  purchase->supplier_id = sedia_stmt_int64 (stmt, 1);
  purchase->supplier = sedia_stmt_dup_text (stmt, 2);
  purchase->phone = sedia_stmt_dup_text (stmt, 3);
  purchase->email = sedia_stmt_dup_text (stmt, 4);
  purchase->placed_at = sedia_stmt_int64 (stmt, 5);
  sedia_purchase_status_from_string (sedia_stmt_text (stmt, 6), &purchase->status);
  purchase->note = sedia_stmt_dup_text (stmt, 7);
  purchase->operation_id = sedia_stmt_int64 (stmt, 8);
  if (!(purchase->lines = read_lines (db, purchase_id, error)))
    return NULL;
  sedia_purchase_settle (purchase);

  return g_steal_pointer (&purchase);
}

/* The purchases whose numbers a statement tells. */
static GPtrArray *
read_all (SediaDb    *db,
          SediaStmt  *stmt,
          GError    **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_purchase_free);
  SediaStep step;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaPurchase *purchase = sedia_purchase_read (db, sedia_stmt_int64 (stmt, 0), error);

      if (purchase == NULL)
        return NULL;
      g_ptr_array_add (list, purchase);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_purchase_list: (transfer full) (element-type SediaPurchase) purchases, newest first.
 */
GPtrArray *
sedia_purchase_list (SediaDb  *db,
                     gint64    supplier_id,
                     guint     limit,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-ids", error);

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_id (stmt, 1, supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, limit > 0 ? (gint64) limit : -1);

  return read_all (db, stmt, error);
}

/* What nobody knows the day of comes last. */
static int
compare_next (gconstpointer a,
              gconstpointer b)
{
  const SediaPurchase *left = *(const SediaPurchase *const *) a;
  const SediaPurchase *right = *(const SediaPurchase *const *) b;
  const int left_day = left->next != SEDIA_NO_DAY ? left->next : G_MAXINT;
  const int right_day = right->next != SEDIA_NO_DAY ? right->next : G_MAXINT;

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

/**
 * sedia_purchase_list_expected: (transfer full) (element-type SediaPurchase) purchases of which
 * something is still to come: what is expected first comes first, and so what is late.
 */
GPtrArray *
sedia_purchase_list_expected (SediaDb  *db,
                              GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-expected-ids", error);
  GPtrArray *list = stmt != NULL ? read_all (db, stmt, error) : NULL;

  if (list != NULL)
    g_ptr_array_sort (list, compare_next);

  return list;
}

static gboolean
add_waiting (SediaDb    *db,
             gint64      product_id,
             gint64      purchase_id,
             GPtrArray  *list,
             GError    **error)
{
  g_autoptr (GPtrArray) queue = sedia_queue_of_product (db, product_id, 0, error);

  if (queue == NULL)
    return FALSE;

  while (queue->len > 0)
    {
      SediaOrderLine *line = g_ptr_array_steal_index (queue, 0);

      if (line->expected_purchase == purchase_id)
        g_ptr_array_add (list, line);
      else
        sedia_order_line_free (line);
    }

  return TRUE;
}

/**
 * sedia_purchase_list_waiting: (transfer full) (element-type SediaOrderLine) the lines that wait
 * for a purchase: it is the last one they need.
 */
GPtrArray *
sedia_purchase_list_waiting (SediaDb  *db,
                             gint64    purchase_id,
                             GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);

  if (purchase == NULL)
    return NULL;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->incoming > 0 && g_hash_table_add (seen, &line->product_id) &&
          !add_waiting (db, line->product_id, purchase_id, list, error))
        return NULL;
    }

  return g_steal_pointer (&list);
}
