/* When a product is expected again, as somebody typed it; what was said before stays in the audit.
 */
#include "config.h"

#include "sedia-db.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-telling.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/**
 * sedia_expected_free: Frees what was said.
 */
void
sedia_expected_free (SediaExpected *expected)
{
  if (expected == NULL)
    return;

  g_free (expected->actor);
  g_free (expected);
}

/**
 * sedia_expected_read:
 * @db: a connection
 * @product_id: a product
 * @day: (out): the day it is expected again, SEDIA_NO_DAY: nobody knows
 * @since: (out): when that was said, 0 for never
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_expected_read (SediaDb  *db,
                     gint64    product_id,
                     int      *day,
                     gint64   *since,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "expected-read", error);
  SediaStep step;

  *day = SEDIA_NO_DAY;
  *since = 0;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    {
      *day = (int) sedia_stmt_optional (stmt, 0, SEDIA_NO_DAY);
      *since = sedia_stmt_int64 (stmt, 1);
    }

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_expected_history:
 * @db: a connection
 * @product_id: a product
 * @limit: at most so many
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaExpected): what was said of it, the newest first
 */
GPtrArray *
sedia_expected_history (SediaDb  *db,
                        gint64    product_id,
                        guint     limit,
                        GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "expected-history", error);
  g_autoptr (GPtrArray) history = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  history = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_expected_free);
  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, limit);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaExpected *expected = g_new (SediaExpected, 1);

      expected->day = (int) sedia_stmt_optional (stmt, 0, SEDIA_NO_DAY);
      expected->at = sedia_stmt_int64 (stmt, 1);
      expected->actor = sedia_stmt_dup_text (stmt, 2);
      g_ptr_array_add (history, expected);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&history) : NULL;
}

/**
 * sedia_expected_set:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @day: the day it is expected again, today at the earliest; SEDIA_NO_DAY: nobody knows
 * @error: return location
 *
 * Says when a product is expected again. Customers who wait for it must be told where that is news.
 */
gboolean
sedia_expected_set (SediaDb  *db,
                    gint64    product_id,
                    int       day,
                    GError  **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 since;
  int before;

  if (product == NULL || !sedia_expected_read (db, product_id, &before, &since, error))
    return FALSE;
  if (day != SEDIA_NO_DAY && day < sedia_day_of_time (operation->at))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("%s cannot be expected on a day that has passed."), product->name);
      return FALSE;
    }
  if (day == before)
    return TRUE;
  if (!sedia_db_run (db, error, "expected-insert", 2, product_id, operation->at) ||
      !(stmt = sedia_db_prepare (db, "expected-set", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_optional (stmt, 2, day, SEDIA_NO_DAY);
  sedia_stmt_bind_int64 (stmt, 3, operation->at);

  return sedia_stmt_run (stmt, error) && sedia_operation_set_subject (db, product->sku, error);
}
