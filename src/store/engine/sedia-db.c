/* One connection and its prepared statements.
 *
 * A statement is prepared once under its name and lent out; giving it back (g_autoptr does) resets
 * it and clears its bindings. Binders remember that something went wrong and the next step reports
 * it, so that the code between reads as a list of values.
 */
#include "config.h"

#include "sedia-db.h"

#include "sedia-sql.h"

#include <glib/gi18n.h>

struct _SediaDb
{
  const SediaDriver *driver;
  SediaConnection *connection;
  char *path;
  GThread *owner;
  GHashTable *statements; /* name -> SediaStmt */
  GCancellable *cancellable;
  SediaOperationState operation;
  gpointer kept;
  GDestroyNotify kept_free;
};

struct _SediaStmt
{
  SediaDb *db;
  SediaStatement *statement;
  char *name;
  gboolean is_cached;
  gboolean is_lent;
  guint bad_binding; /* the first placeholder that could not be bound, 0 for none */
};

#define ASSERT_OWNER(db) g_assert ((db)->owner == g_thread_self ())

static void
free_stmt (SediaStmt *stmt)
{
  stmt->db->driver->finalize (stmt->statement);
  g_free (stmt->name);
  g_free (stmt);
}

/**
 * sedia_db_open:
 * @driver: the engine
 * @path: the file, or `:memory:`
 * @mode: whether it may change data
 * @error: return location
 *
 * Opens a connection for the calling thread, which alone may use it.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SediaDb *
sedia_db_open (const SediaDriver  *driver,
               const char         *path,
               SediaOpenMode       mode,
               GError            **error)
{
  SediaConnection *connection = driver->open (path, mode, error);
  SediaDb *db;

  if (connection == NULL)
    return NULL;

  db = g_new0 (SediaDb, 1);
  db->driver = driver;
  db->connection = connection;
  db->path = g_strdup (path);
  db->owner = g_thread_self ();
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) free_stmt);

  return db;
}

/**
 * sedia_db_keep:
 * @db: a connection
 * @data: (transfer full) (nullable): something read from the database that takes long to read
 * @data_free: frees it
 *
 * Keeps one thing with the connection, in place of what it kept before. A rollback throws it away:
 * it may have been read before the rollback.
 */
void
sedia_db_keep (SediaDb        *db,
               gpointer        data,
               GDestroyNotify  data_free)
{
  ASSERT_OWNER (db);
  if (db->kept != NULL)
    db->kept_free (db->kept);
  db->kept = data;
  db->kept_free = data_free;
}

/**
 * sedia_db_kept: (transfer none) (nullable) what sedia_db_keep() was given.
 */
gpointer
sedia_db_kept (SediaDb *db)
{
  ASSERT_OWNER (db);
  return db->kept;
}

/**
 * sedia_db_close:
 * @db: (transfer full) (nullable): a connection
 */
void
sedia_db_close (SediaDb *db)
{
  if (db == NULL)
    return;

  ASSERT_OWNER (db);
  sedia_db_keep (db, NULL, NULL);
  g_hash_table_unref (db->statements);
  g_clear_object (&db->cancellable);
  db->driver->close (db->connection);
  g_free (db->path);
  g_free (db);
}

/**
 * sedia_db_begin: Begins a transaction that may write.
 */
gboolean
sedia_db_begin (SediaDb  *db,
                GError  **error)
{
  ASSERT_OWNER (db);
  return db->driver->begin (db->connection, error);
}

/**
 * sedia_db_rollback: Forgets the transaction under way.
 */
void
sedia_db_rollback (SediaDb *db)
{
  ASSERT_OWNER (db);
  db->driver->rollback (db->connection);
  sedia_db_keep (db, NULL, NULL);
}

/**
 * sedia_db_commit: Makes the transaction durable; when it fails, nothing of it remains.
 */
gboolean
sedia_db_commit (SediaDb  *db,
                 GError  **error)
{
  ASSERT_OWNER (db);
  if (db->driver->commit (db->connection, error))
    return TRUE;

  sedia_db_rollback (db);
  return FALSE;
}

/**
 * sedia_db_tidy: Does what commits left to do, now that whoever waited has the answer.
 */
void
sedia_db_tidy (SediaDb *db)
{
  ASSERT_OWNER (db);
  db->driver->tidy (db->connection);
}

/**
 * sedia_db_execute: Runs a script (the schema, savepoints).
 */
gboolean
sedia_db_execute (SediaDb     *db,
                  const char  *sql,
                  GError     **error)
{
  ASSERT_OWNER (db);
  return db->driver->execute (db->connection, sql, error);
}

/**
 * sedia_db_take_touched: The rows touched since the last call.
 *
 * Returns: (transfer full) (element-type SediaTouched)
 */
GArray *
sedia_db_take_touched (SediaDb *db)
{
  ASSERT_OWNER (db);
  return db->driver->take_touched (db->connection);
}

/**
 * sedia_db_data_version: A number that changes when another connection has committed.
 */
gint64
sedia_db_data_version (SediaDb *db)
{
  ASSERT_OWNER (db);
  return db->driver->data_version (db->connection);
}

/**
 * sedia_db_set_cancellable: Long queries stop soon after @cancellable is cancelled, until it is
 * NULL again.
 */
void
sedia_db_set_cancellable (SediaDb      *db,
                          GCancellable *cancellable)
{
  ASSERT_OWNER (db);
  g_set_object (&db->cancellable, cancellable);
  db->driver->set_cancellable (db->connection, cancellable);
}

/**
 * sedia_db_get_cancellable: (nullable) what the job under way listens to.
 */
GCancellable *
sedia_db_get_cancellable (SediaDb *db)
{
  return db->cancellable;
}

/**
 * sedia_db_backup:
 * @db: a connection
 * @path: a file that is not there yet
 * @copied: (nullable): hears how far it is
 * @data: for @copied
 * @error: return location
 *
 * Copies the whole database, as of now.
 */
gboolean
sedia_db_backup (SediaDb            *db,
                 const char         *path,
                 SediaDriverCopied   copied,
                 gpointer            data,
                 GError            **error)
{
  ASSERT_OWNER (db);
  return db->driver->backup (db->connection, path, copied, data, error);
}

/**
 * sedia_db_open_copy:
 * @db: a connection
 * @path: a file
 * @error: return location
 *
 * Opens another file as this one is open: the same engine, and it stops when this one does.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SediaDb *
sedia_db_open_copy (SediaDb     *db,
                    const char  *path,
                    GError     **error)
{
  SediaDb *copy = sedia_db_open (db->driver, path, SEDIA_OPEN_WRITER, error);

  if (copy != NULL && db->cancellable != NULL)
    sedia_db_set_cancellable (copy, db->cancellable);

  return copy;
}

/**
 * sedia_db_get_path: (transfer none) the file.
 */
const char *
sedia_db_get_path (SediaDb *db)
{
  return db->path;
}

/**
 * sedia_db_operation: The operation under way on this connection.
 */
SediaOperationState *
sedia_db_operation (SediaDb *db)
{
  return &db->operation;
}

static SediaStmt *
new_stmt (SediaDb     *db,
          const char  *name,
          const char  *sql,
          GError     **error)
{
  SediaStatement *statement = db->driver->prepare (db->connection, sql, error);
  SediaStmt *stmt;

  if (statement == NULL)
    return NULL;

  stmt = g_new0 (SediaStmt, 1);
  stmt->db = db;
  stmt->statement = statement;
  stmt->name = g_strdup (name);

  return stmt;
}

/* Prepares a statement to be kept under its name; lent at once. */
static SediaStmt *
keep_stmt (SediaDb     *db,
           const char  *name,
           const char  *sql,
           GError     **error)
{
  SediaStmt *stmt = new_stmt (db, name, sql, error);

  if (stmt != NULL)
    {
      stmt->is_cached = TRUE;
      stmt->is_lent = TRUE;
      g_hash_table_insert (db->statements, stmt->name, stmt);
    }

  return stmt;
}

/**
 * sedia_db_prepare:
 * @db: a connection
 * @name: the name of a statement in data/sql
 * @error: return location
 *
 * Lends a prepared statement; give it back with sedia_stmt_release() (g_autoptr does).
 *
 * Returns: (transfer full) (nullable): the statement
 */
SediaStmt *
sedia_db_prepare (SediaDb     *db,
                  const char  *name,
                  GError     **error)
{
  SediaStmt *stmt = g_hash_table_lookup (db->statements, name);
  const char *sql;

  ASSERT_OWNER (db);

  if (stmt != NULL && !stmt->is_lent)
    {
      stmt->is_lent = TRUE;
      return stmt;
    }

  sql = sedia_sql_lookup (name);
  if (sql == NULL)
    g_error ("No statement is named %s", name);

  /* In use further up: an extra one, thrown away after. */
  return stmt != NULL ? new_stmt (db, name, sql, error) : keep_stmt (db, name, sql, error);
}

/**
 * sedia_db_prepare_rows:
 * @db: a connection
 * @name: the name of an `INSERT ... VALUES ($1, ...)` in data/sql
 * @n_rows: how many rows it shall insert at once
 * @error: return location
 *
 * Like sedia_db_prepare(); the placeholders of the second row are those of the first and as many
 * more, and so on.
 *
 * Returns: (transfer full) (nullable): the statement
 */
SediaStmt *
sedia_db_prepare_rows (SediaDb     *db,
                       const char  *name,
                       guint        n_rows,
                       GError     **error)
{
  g_autofree char *key = g_strdup_printf ("%s * %u", name, n_rows);
  g_autofree char *sql = NULL;
  SediaStmt *stmt = g_hash_table_lookup (db->statements, key);

  ASSERT_OWNER (db);

  if (stmt != NULL && !stmt->is_lent)
    {
      stmt->is_lent = TRUE;
      return stmt;
    }

  sql = sedia_sql_dup_rows (name, n_rows);
  return stmt != NULL ? new_stmt (db, key, sql, error) : keep_stmt (db, key, sql, error);
}

/**
 * sedia_db_prepare_text:
 * @db: a connection
 * @sql: a statement composed by sedia-lists.c from its whitelist
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement, thrown away when released
 */
SediaStmt *
sedia_db_prepare_text (SediaDb     *db,
                       const char  *sql,
                       GError     **error)
{
  ASSERT_OWNER (db);
  return new_stmt (db, "composed", sql, error);
}

/**
 * sedia_stmt_release:
 * @stmt: (transfer full) (nullable): a lent statement
 */
void
sedia_stmt_release (SediaStmt *stmt)
{
  if (stmt == NULL)
    return;

  ASSERT_OWNER (stmt->db);
  if (!stmt->is_cached)
    {
      free_stmt (stmt);
      return;
    }

  sedia_stmt_rewind (stmt);
  stmt->bad_binding = 0;
  stmt->is_lent = FALSE;
}

/**
 * sedia_stmt_rewind: Makes @stmt ready for new values, to run it again.
 */
void
sedia_stmt_rewind (SediaStmt *stmt)
{
  stmt->db->driver->reset (stmt->statement);
  stmt->db->driver->clear (stmt->statement);
}

/**
 * sedia_stmt_repeat: Makes @stmt ready to run again with the values it has, but for those bound
 * anew.
 */
void
sedia_stmt_repeat (SediaStmt *stmt)
{
  stmt->db->driver->reset (stmt->statement);
}

static void
remember (SediaStmt *stmt,
          guint      number,
          gboolean   is_bound)
{
  if (!is_bound && stmt->bad_binding == 0)
    stmt->bad_binding = number;
}

/**
 * sedia_stmt_bind_int64: Gives placeholder $@number the value.
 */
void
sedia_stmt_bind_int64 (SediaStmt *stmt,
                       guint      number,
                       gint64     value)
{
  remember (stmt, number, stmt->db->driver->bind_int64 (stmt->statement, number, value));
}

/**
 * sedia_stmt_bind_id: Like sedia_stmt_bind_int64(), with NULL for an id of 0.
 */
void
sedia_stmt_bind_id (SediaStmt *stmt,
                    guint      number,
                    gint64     id)
{
  sedia_stmt_bind_optional (stmt, number, id, 0);
}

/**
 * sedia_stmt_bind_optional: Like sedia_stmt_bind_int64(), with NULL when @value is @none.
 */
void
sedia_stmt_bind_optional (SediaStmt *stmt,
                          guint      number,
                          gint64     value,
                          gint64     none)
{
  if (value == none)
    remember (stmt, number, stmt->db->driver->bind_null (stmt->statement, number));
  else
    sedia_stmt_bind_int64 (stmt, number, value);
}

/**
 * sedia_stmt_bind_text: Gives placeholder $@number a text, or NULL.
 */
void
sedia_stmt_bind_text (SediaStmt  *stmt,
                      guint       number,
                      const char *text)
{
  remember (stmt, number, text != NULL ? stmt->db->driver->bind_text (stmt->statement, number, text)
                                       : stmt->db->driver->bind_null (stmt->statement, number));
}

/**
 * sedia_stmt_bind_kept: Like sedia_stmt_bind_text(), for a text that stays as it is until the
 * statement has run and is released, or has another value.
 */
void
sedia_stmt_bind_kept (SediaStmt  *stmt,
                      guint       number,
                      const char *text)
{
  remember (stmt, number, text != NULL ? stmt->db->driver->bind_kept (stmt->statement, number, text)
                                       : stmt->db->driver->bind_null (stmt->statement, number));
}

/**
 * sedia_stmt_step: The next row, the end, or an error: three answers.
 */
SediaStep
sedia_stmt_step (SediaStmt  *stmt,
                 GError    **error)
{
  ASSERT_OWNER (stmt->db);

  if (stmt->bad_binding != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   "Statement %s: value %u cannot be bound", stmt->name, stmt->bad_binding);
      return SEDIA_STEP_ERROR;
    }

  return stmt->db->driver->step (stmt->statement, error);
}

/**
 * sedia_stmt_int64: A column of the row, counted from 0; 0 for NULL.
 */
gint64
sedia_stmt_int64 (SediaStmt *stmt,
                  guint      column)
{
  return stmt->db->driver->column_int64 (stmt->statement, column);
}

/**
 * sedia_stmt_optional: A column of the row; @none for NULL.
 */
gint64
sedia_stmt_optional (SediaStmt *stmt,
                     guint      column,
                     gint64     none)
{
  return sedia_stmt_is_null (stmt, column) ? none : sedia_stmt_int64 (stmt, column);
}

/**
 * sedia_stmt_text: A text column of the row, valid until the next step; NULL for NULL.
 */
const char *
sedia_stmt_text (SediaStmt *stmt,
                 guint      column)
{
  return stmt->db->driver->column_text (stmt->statement, column);
}

/**
 * sedia_stmt_is_null: Whether a column of the row is NULL.
 */
gboolean
sedia_stmt_is_null (SediaStmt *stmt,
                    guint      column)
{
  return stmt->db->driver->column_is_null (stmt->statement, column);
}
