/* What chips and badges say. */
#include "config.h"

#include "sedia-due-clock.h"
#include "sedia-id-set.h"
#include "sedia-reads.h"
#include "sedia-time.h"

static gboolean
read_line_counts (SediaDb      *db,
                  SediaCounts  *counts,
                  GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "counts-lines", error);
  gint64 late;

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW ||
      !sedia_db_value (db, &late, error, "counts-late", 1, (gint64) sedia_day_today ()))
    return FALSE;

  counts->open_lines = (guint) sedia_stmt_int64 (stmt, 0);
  counts->waiting = (guint) sedia_stmt_int64 (stmt, 1);
  counts->fillable = (guint) sedia_stmt_int64 (stmt, 2);
  counts->late = (guint) late;
  return TRUE;
}

static gboolean
read_product_counts (SediaDb      *db,
                     SediaCounts  *counts,
                     GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "counts-products", error);

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  counts->products = (guint) sedia_stmt_int64 (stmt, 0);
  counts->products_waiting = (guint) sedia_stmt_int64 (stmt, 1);
  counts->products_short = (guint) sedia_stmt_int64 (stmt, 2);
  counts->products_negative = (guint) sedia_stmt_int64 (stmt, 3);
  counts->products_archived = (guint) sedia_stmt_int64 (stmt, 4);
  return TRUE;
}

static gboolean
read_order_counts (SediaDb      *db,
                   SediaCounts  *counts,
                   GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "counts-orders", error);

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  counts->orders = (guint) sedia_stmt_int64 (stmt, 0);
  counts->orders_waiting = (guint) sedia_stmt_int64 (stmt, 1);
  counts->orders_ready = (guint) sedia_stmt_int64 (stmt, 2);
  return TRUE;
}

/* Whom the shop must tell, as "[17,4,...]". */
static char *
dup_due (GArray *dues)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < dues->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (dues, SediaDue, i).customer_id);
  g_string_append_c (list, ']');

  return g_string_free (list, FALSE);
}

static gboolean
read_people_counts (SediaDb      *db,
                    SediaCounts  *counts,
                    GError      **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, sedia_time_now (), error);
  g_autoptr (GHashTable) lines = sedia_id_set_new ();
  g_autoptr (GArray) dues = clock != NULL ? sedia_due_clock_all (clock, lines, error) : NULL;
  g_autoptr (GArray) offers = NULL;
  g_autoptr (GPtrArray) deposits = NULL;
  g_autoptr (SediaStmt) stmt = NULL;
  g_autofree char *list = NULL;

  if (dues == NULL || !(stmt = sedia_db_prepare (db, "counts-people", error)))
    return FALSE;

  list = dup_due (dues);
  sedia_stmt_bind_text (stmt, 1, list);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  if (!(offers = sedia_offer_list (db, sedia_time_now (), error)) ||
      !(deposits = sedia_deposit_list (db, error)))
    return FALSE;

  counts->customers_offered = offers->len;
  counts->orders_deposits = deposits->len;
  counts->not_told = g_hash_table_size (lines);

  counts->customers = (guint) sedia_stmt_int64 (stmt, 0);
  counts->customers_archived = (guint) sedia_stmt_int64 (stmt, 1);
  counts->suppliers = (guint) sedia_stmt_int64 (stmt, 2);
  counts->suppliers_archived = (guint) sedia_stmt_int64 (stmt, 3);
  counts->customers_waiting = (guint) sedia_stmt_int64 (stmt, 4);
  counts->customers_ready = (guint) sedia_stmt_int64 (stmt, 5);
  counts->customers_not_told = (guint) sedia_stmt_int64 (stmt, 6);
  counts->customers_told = (guint) sedia_stmt_int64 (stmt, 7);
  return TRUE;
}

static gboolean
read_purchase_counts (SediaDb      *db,
                      SediaCounts  *counts,
                      GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "counts-purchases", error);
  guint typed;

  if (stmt == NULL)
    return FALSE;
  sedia_stmt_bind_int64 (stmt, 1, sedia_day_today ());
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  typed = (guint) sedia_stmt_int64 (stmt, 4);
  counts->purchases = (guint) sedia_stmt_int64 (stmt, 0) + typed;
  counts->purchases_expected = (guint) sedia_stmt_int64 (stmt, 1);
  counts->purchases_late = (guint) sedia_stmt_int64 (stmt, 2);
  counts->purchases_drafts = (guint) sedia_stmt_int64 (stmt, 3) + typed;
  return TRUE;
}

/**
 * sedia_counts_read: What the chips and badges say.
 */
gboolean
sedia_counts_read (SediaDb      *db,
                   SediaCounts  *counts,
                   GError      **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (!read_line_counts (db, counts, error) || !read_product_counts (db, counts, error) ||
      !read_order_counts (db, counts, error) || !read_people_counts (db, counts, error) ||
      !read_purchase_counts (db, counts, error) ||
      !(stmt = sedia_db_prepare (db, "counts-deliveries", error)) ||
      sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  counts->received = (guint) sedia_stmt_int64 (stmt, 0);
  counts->drafts = (guint) sedia_stmt_int64 (stmt, 1);
  counts->deliveries = counts->received + counts->drafts;
  counts->orders_drafts = (guint) sedia_stmt_int64 (stmt, 2);
  counts->orders += counts->orders_drafts;
  counts->unseen = (guint) sedia_stmt_int64 (stmt, 3);
  return TRUE;
}

/**
 * sedia_counts_is_empty: Whether there is nothing at all in the shop: no product, nobody, no paper.
 */
gboolean
sedia_counts_is_empty (const SediaCounts *counts)
{
  return counts->products == 0 && counts->products_archived == 0 && counts->customers == 0 &&
         counts->customers_archived == 0 && counts->suppliers == 0 &&
         counts->suppliers_archived == 0 && counts->orders == 0 && counts->orders_drafts == 0 &&
         counts->deliveries == 0 && counts->drafts == 0 && counts->purchases == 0;
}
