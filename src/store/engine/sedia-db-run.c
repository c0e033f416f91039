/* Running a statement in one call; first those with integer arguments alone and at most one integer
 * for an answer.
 */
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

/**
 * sedia_stmt_run: Runs a statement that answers nothing, and makes it ready for the next values.
 */
gboolean
sedia_stmt_run (SediaStmt  *stmt,
                GError    **error)
{
  SediaStep step = sedia_stmt_step (stmt, error);

  sedia_stmt_rewind (stmt);
  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_stmt_run_id: Runs an INSERT ... RETURNING id, and makes it ready for the next values.
 */
gboolean
sedia_stmt_run_id (SediaStmt  *stmt,
                   gint64     *id,
                   GError    **error)
{
  SediaStep step = sedia_stmt_step (stmt, error);

  *id = step == SEDIA_STEP_ROW ? sedia_stmt_int64 (stmt, 0) : 0;
  if (step == SEDIA_STEP_ROW) /* to the end: only then is the row written */
    step = sedia_stmt_step (stmt, error);
  sedia_stmt_rewind (stmt);

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_stmt_dup_text: (transfer full) a copy of a text column; NULL for NULL.
 */
char *
sedia_stmt_dup_text (SediaStmt *stmt,
                     guint      column)
{
  return g_strdup (sedia_stmt_text (stmt, column));
}
