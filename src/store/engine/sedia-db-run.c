/* Statements with integer arguments alone and at most one integer for an answer: one call each. */
#include "config.h"

#include "sedia-db.h"

#include <stdarg.h>

static SediaStmt *
prepare_with (SediaDb     *db,
              const char  *name,
              guint        n,
              va_list      values,
              GError     **error)
{
  SediaStmt *stmt = sedia_db_prepare (db, name, error);

  if (stmt == NULL)
    return NULL;

  for (guint i = 1; i <= n; i++)
    sedia_stmt_bind_int64 (stmt, i, va_arg (values, gint64));

  return stmt;
}

/**
 * sedia_db_run: Runs the statement @name with @n values, each a gint64.
 */
gboolean
sedia_db_run (SediaDb     *db,
              GError     **error,
              const char  *name,
              guint        n,
              ...)
{
  g_autoptr (SediaStmt) stmt = NULL;
  va_list values;

  va_start (values, n);
  stmt = prepare_with (db, name, n, values, error);
  va_end (values);

  return stmt != NULL && sedia_stmt_run (stmt, error);
}

/**
 * sedia_db_value: The first column of the first row of statement @name; 0 when there is no row.
 */
gboolean
sedia_db_value (SediaDb     *db,
                gint64      *value,
                GError     **error,
                const char  *name,
                guint        n,
                ...)
{
  g_autoptr (SediaStmt) stmt = NULL;
  va_list values;
  SediaStep step;

  va_start (values, n);
  stmt = prepare_with (db, name, n, values, error);
  va_end (values);

  *value = 0;
  if (stmt == NULL || (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ERROR)
    return FALSE;
  if (step == SEDIA_STEP_ROW)
    *value = sedia_stmt_int64 (stmt, 0);

  return TRUE;
}
