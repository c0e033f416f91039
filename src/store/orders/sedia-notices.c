/* The outbox of notices: a restock is shown once, by whichever window is first. */
#include "config.h"

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-id-set.h"
#include "sedia-reads.h"

static SediaNotice *
read_notice (SediaDb  *db,
             gint64    operation_id,
             gint64    delivery_id,
             GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "notice-lines", error);
  g_autoptr (SediaNotice) notice = g_new0 (SediaNotice, 1);
  g_autoptr (GHashTable) orders = sedia_id_set_new ();
  g_autoptr (GHashTable) customers = sedia_id_set_new ();
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  notice->operation_id = operation_id;
  notice->delivery_id = delivery_id;
  notice->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  notice->names = g_ptr_array_new_with_free_func (g_free);

  sedia_stmt_bind_int64 (stmt, 1, operation_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 ids[3] = { sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1),
                        sedia_stmt_int64 (stmt, 2) };

      g_array_append_val (notice->line_ids, ids[0]);
      sedia_id_set_add (orders, ids[1]);
      if (sedia_id_set_add (customers, ids[2]) && notice->names->len < 5)
        g_ptr_array_add (notice->names, sedia_stmt_dup_text (stmt, 3));
    }

  notice->summary = (SediaServedSummary) { notice->line_ids->len, g_hash_table_size (orders),
                                           g_hash_table_size (customers) };
  return step == SEDIA_STEP_DONE ? g_steal_pointer (&notice) : NULL;
}

/**
 * sedia_notice_claim:
 * @db: the writing connection, in a note
 * @error: return location
 *
 * Takes the oldest restock that nobody has been shown out of the outbox: the transaction sees to it
 * that of several windows one alone gets it.
 *
 * Returns: (transfer full) (nullable): the notice; NULL without @error when there is none
 */
SediaNotice *
sedia_notice_claim (SediaDb  *db,
                    GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "restock-first", error);
  gint64 operation_id, delivery_id;

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  operation_id = sedia_stmt_int64 (stmt, 0);
  delivery_id = sedia_stmt_int64 (stmt, 1);
  g_clear_pointer (&stmt, sedia_stmt_release);

  return sedia_db_run (db, error, "restock-set-shown", 1, operation_id)
    ? read_notice (db, operation_id, delivery_id, error) : NULL;
}

/**
 * sedia_notice_put_back: It could not be shown: it waits in the outbox again.
 */
gboolean
sedia_notice_put_back (SediaDb  *db,
                       gint64    operation_id,
                       GError  **error)
{
  return sedia_db_run (db, error, "restock-set-new", 1, operation_id);
}

/**
 * sedia_notice_seen: Somebody has looked at what a restock fills.
 */
gboolean
sedia_notice_seen (SediaDb  *db,
                   gint64    operation_id,
                   GError  **error)
{
  return sedia_db_run (db, error, "restock-set-seen", 1, operation_id);
}

/**
 * sedia_notice_lines: (transfer full) (element-type gint64) the order lines that one operation
 * filled.
 */
GArray *
sedia_notice_lines (SediaDb  *db,
                    gint64    operation_id,
                    GError  **error)
{
  g_autoptr (SediaNotice) notice = read_notice (db, operation_id, 0, error);

  return notice != NULL ? g_steal_pointer (&notice->line_ids) : NULL;
}
