/* Telling people, the outbox of notices, drafts and settings. */
#include "config.h"

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/* ---- telling people */

/**
 * sedia_contact_told:
 * @db: the writing connection, in an operation
 * @customer_id: a customer
 * @channel: how
 * @outcome: whether it reached them
 * @note: (nullable): what was said
 * @error: return location
 *
 * Notes one time the shop told a customer something. When it reached them (or a message was left)
 * it answers everything they were to be told, for all their lines.
 */
gboolean
sedia_contact_told (SediaDb       *db,
                    gint64         customer_id,
                    SediaChannel   channel,
                    SediaOutcome   outcome,
                    const char    *note,
                    GError       **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, customer_id, error);
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 contact_id;

  if (customer == NULL)
    return FALSE;
  if (customer->do_not_contact && !operation->anyway)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
                   _("%s asked not to be contacted. If it was about an order they wait for, go on "
                     "anyway."),
                   customer->name);
      return FALSE;
    }
  if (!(stmt = sedia_db_prepare (db, "contact-insert", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  sedia_stmt_bind_int64 (stmt, 2, operation->at);
  sedia_stmt_bind_text (stmt, 3, sedia_channel_to_string (channel));
  sedia_stmt_bind_text (stmt, 4, sedia_outcome_to_string (outcome));
  sedia_stmt_bind_text (stmt, 5, note != NULL ? note : "");
  sedia_stmt_bind_int64 (stmt, 6, operation->id);

  return sedia_stmt_run_id (stmt, &contact_id, error) &&
         (outcome == SEDIA_OUTCOME_NO_ANSWER ||
          sedia_db_run (db, error, "contact-answers-due", 2, customer_id, contact_id)) &&
         sedia_operation_set_subject (db, customer->name, error);
}

/* ---- notices */

static SediaNotice *
read_notice (SediaDb  *db,
             gint64    operation_id,
             gint64    delivery_id,
             GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "notice-lines", error);
  g_autoptr (SediaNotice) notice = g_new0 (SediaNotice, 1);
  g_autoptr (GHashTable) orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) customers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            NULL);
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
      g_hash_table_add (orders, g_memdup2 (&ids[1], sizeof ids[1]));
      if (g_hash_table_add (customers, g_memdup2 (&ids[2], sizeof ids[2])) &&
          notice->names->len < 5)
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

/* ---- settings */

/**
 * sedia_setting_serving: The serving rule in force.
 */
SediaServing
sedia_setting_serving (SediaDb *db)
{
  SediaServing serving = SEDIA_SERVING_DATED_FIRST;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "setting-read", NULL);

  if (stmt != NULL)
    {
      sedia_stmt_bind_text (stmt, 1, "serving");
      if (sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW)
        sedia_serving_from_string (sedia_stmt_text (stmt, 0), &serving);
    }

  return serving;
}

/**
 * sedia_setting_set_serving: Chooses the serving rule, for what is served from now on.
 */
gboolean
sedia_setting_set_serving (SediaDb       *db,
                           SediaServing   serving,
                           GError       **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (sedia_setting_serving (db) == serving)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "setting-write", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, "serving");
  sedia_stmt_bind_text (stmt, 2, sedia_serving_to_string (serving));
  return sedia_stmt_run (stmt, error) && sedia_operation_set_subject (db, "serving", error);
}
