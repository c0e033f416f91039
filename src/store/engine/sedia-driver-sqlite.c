/* SQLite behind the table of functions of sedia-driver.h.
 *
 * The update hook notes which rows a transaction touched; rollback forgets them. Every pragma the
 * program relies on is set here and those that can be refused are read back: Debian's build has
 * defaults of its own (SECURE_DELETE, TEMP_STORE=1, ...). trusted_schema stays ON: the audit
 * triggers write JSON, and SQLite 3.40 refuses its own JSON functions in triggers
 * otherwise (measured). Nothing with a side effect is registered that a forged schema could call.
 */
#include "config.h"

#include "sedia-driver.h"
#include "sedia-sqlite-error.h"
#include "sedia-sqlite-locks.h"
#include "sedia-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define BUSY_MILLISECONDS 5000
#define PROGRESS_STEPS 1000
#define LOG_PAGES 1000 /* from here on the log is folded into the file: SQLite's own measure */
#define BACKUP_PAGES 1000
#define N_TABLES 4 /* a grant touches three: its ledger, the line, the balance */

/* SQLite's own name of a table, told by its address, and ours. */
typedef struct
{
  const char *name;
  const char *interned;
} TableName;

struct _SediaConnection
{
  sqlite3 *sqlite;
  char *path;
  GArray *touched;
  int log_pages; /* after the last commit */
  TableName tables[N_TABLES]; /* touched last */
  guint next_table;
  GCancellable *cancellable;
  SediaStatement *begin;
  SediaStatement *commit;
};

struct _SediaStatement
{
  SediaConnection *connection;
  sqlite3_stmt *stmt;
};

static void
set_error (SediaConnection  *connection,
           int               code,
           GError          **error)
{
  sedia_sqlite_set_error (connection->sqlite, connection->path, code, error);
}

/* Interning takes a lock and a hash; the rows of an import or a delivery are of few tables. */
static const char *
intern_table (SediaConnection *connection,
              const char      *table)
{
  for (guint i = 0; i < N_TABLES; i++)
    if (connection->tables[i].name == table && g_str_equal (connection->tables[i].interned, table))
      return connection->tables[i].interned;

  connection->next_table = (connection->next_table + 1) % N_TABLES;
  connection->tables[connection->next_table].name = table;
  connection->tables[connection->next_table].interned = g_intern_string (table);
  return connection->tables[connection->next_table].interned;
}

static void
note_touched (void         *user_data,
              int           what,
              const char   *database,
              const char   *table,
              sqlite3_int64 row_id)
{
  SediaConnection *connection = user_data;
  SediaTouched touched = { intern_table (connection, table), row_id, what == SQLITE_INSERT };

  g_array_append_val (connection->touched, touched);
}

static void
forget_touched (void *user_data)
{
  SediaConnection *connection = user_data;

  g_array_set_size (connection->touched, 0);
}

/* In place of SQLite's own hook, which folds the log into the file before COMMIT returns: what is
 * in the log is as durable as it will be, and a delivery need not wait for all its pages to be
 * written a second time.
 */
static int
note_log (void       *user_data,
          sqlite3    *sqlite,
          const char *database,
          int         pages)
{
  SediaConnection *connection = user_data;

  connection->log_pages = pages;
  return SQLITE_OK;
}

static int
is_cancelled (void *user_data)
{
  SediaConnection *connection = user_data;

  return g_cancellable_is_cancelled (connection->cancellable);
}

/* Debian's SQLite would create the file readable for everyone: create it first, for its owner
 * alone. */
static void
create_private (const char *path)
{
  int fd;

  if (strcmp (path, ":memory:") == 0)
    return;

  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
}

static void
sqlite_close (SediaConnection *connection)
{
  if (connection == NULL)
    return;

  g_clear_pointer (&connection->begin, sedia_driver_sqlite.finalize);
  g_clear_pointer (&connection->commit, sedia_driver_sqlite.finalize);
  sqlite3_close (connection->sqlite);
  g_array_unref (connection->touched);
  g_clear_object (&connection->cancellable);
  g_free (connection->path);
  g_free (connection);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaConnection, sqlite_close)

static gboolean
sqlite_execute (SediaConnection  *connection,
                const char       *sql,
                GError          **error)
{
  int code = sqlite3_exec (connection->sqlite, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  set_error (connection, sqlite3_extended_errcode (connection->sqlite), error);
  return FALSE;
}

/* Nobody asks SQLite how much memory it uses, and counting takes a lock at every allocation. */
static gpointer
configure (gpointer unused)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_initialize ();
  sedia_sqlite_locks_install ();
  return NULL;
}

/* Instead of SQLite's own lower(), which knows the letters of English alone. */
static void
lower_cb (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, sedia_text_lower (text, sqlite3_value_bytes (values[0])), -1,
                         g_free);
}

static SediaConnection *
sqlite_open (const char     *path,
             SediaOpenMode   mode,
             GError        **error)
{
  g_autoptr (SediaConnection) connection = g_new0 (SediaConnection, 1);
  const char *pragmas =
    mode == SEDIA_OPEN_WRITER
      ? "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA trusted_schema = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF;"
        "PRAGMA recursive_triggers = ON; PRAGMA cache_size = -65536;"
        "PRAGMA journal_size_limit = 67108864;"
      : "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA query_only = ON; PRAGMA cache_size = -8192;";
  static GOnce once = G_ONCE_INIT;
  int code;

  g_once (&once, configure, NULL);
  connection->path = g_strdup (path);
  connection->touched = g_array_new (FALSE, FALSE, sizeof (SediaTouched));

  if (mode == SEDIA_OPEN_WRITER)
    create_private (path);

  code = sqlite3_open_v2 (path, &connection->sqlite,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                            SQLITE_OPEN_EXRESCODE,
                          NULL);
  if (code == SQLITE_OK && sqlite3_db_readonly (connection->sqlite, "main") == 1)
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    {
      set_error (connection, code, error);
      return NULL;
    }

  sqlite3_busy_timeout (connection->sqlite, BUSY_MILLISECONDS);
  sqlite3_create_function (connection->sqlite, "lower", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, lower_cb,
                           NULL, NULL);
  if (!sqlite_execute (connection, pragmas, error))
    return NULL;

  if (mode == SEDIA_OPEN_WRITER)
    {
      sqlite3_update_hook (connection->sqlite, note_touched, connection);
      sqlite3_rollback_hook (connection->sqlite, forget_touched, connection);
      sqlite3_wal_hook (connection->sqlite, note_log, connection);
    }

  return g_steal_pointer (&connection);
}

/* SQLite takes $n for a name and numbers names by first appearance; ?n it takes at its word. */
static char *
dup_with_numbers (const char *sql)
{
  char *numbered = g_strdup (sql);

  for (char *p = strchr (numbered, '$'); p != NULL; p = strchr (p + 1, '$'))
    if (g_ascii_isdigit (p[1]))
      *p = '?';

  return numbered;
}

static SediaStatement *
sqlite_prepare (SediaConnection  *connection,
                const char       *sql,
                GError          **error)
{
  g_autofree char *numbered = dup_with_numbers (sql);
  SediaStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v3 (connection->sqlite, numbered, -1, SQLITE_PREPARE_PERSISTENT, &stmt,
                                 NULL);

  if (code != SQLITE_OK)
    {
      set_error (connection, code, error);
      return NULL;
    }

  statement = g_new0 (SediaStatement, 1);
  statement->connection = connection;
  statement->stmt = stmt;

  return statement;
}

static void
sqlite_finalize (SediaStatement *statement)
{
  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

static gboolean
sqlite_bind_int64 (SediaStatement *statement,
                   guint           number,
                   gint64          value)
{
  return sqlite3_bind_int64 (statement->stmt, (int) number, value) == SQLITE_OK;
}

static gboolean
sqlite_bind_text (SediaStatement *statement,
                  guint           number,
                  const char     *text)
{
  return sqlite3_bind_text (statement->stmt, (int) number, text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

static gboolean
sqlite_bind_kept (SediaStatement *statement,
                  guint           number,
                  const char     *text)
{
  return sqlite3_bind_text (statement->stmt, (int) number, text, -1, SQLITE_STATIC) == SQLITE_OK;
}

static gboolean
sqlite_bind_null (SediaStatement *statement,
                  guint           number)
{
  return sqlite3_bind_null (statement->stmt, (int) number) == SQLITE_OK;
}

static SediaStep
sqlite_step (SediaStatement  *statement,
             GError         **error)
{
  int code = sqlite3_step (statement->stmt);

  if (code == SQLITE_ROW)
    return SEDIA_STEP_ROW;
  if (code == SQLITE_DONE)
    return SEDIA_STEP_DONE;

  set_error (statement->connection, code, error);
  return SEDIA_STEP_ERROR;
}

static void
sqlite_reset (SediaStatement *statement)
{
  sqlite3_reset (statement->stmt);
}

static void
sqlite_clear (SediaStatement *statement)
{
  sqlite3_clear_bindings (statement->stmt);
}

static gint64
sqlite_column_int64 (SediaStatement *statement,
                     guint           column)
{
  return sqlite3_column_int64 (statement->stmt, (int) column);
}

static const char *
sqlite_column_text (SediaStatement *statement,
                    guint           column)
{
  return (const char *) sqlite3_column_text (statement->stmt, (int) column);
}

static gboolean
sqlite_column_is_null (SediaStatement *statement,
                       guint           column)
{
  return sqlite3_column_type (statement->stmt, (int) column) == SQLITE_NULL;
}

static gboolean
run_once (SediaConnection  *connection,
          SediaStatement  **statement,
          const char       *sql,
          GError          **error)
{
  SediaStep step;

  if (*statement == NULL && (*statement = sqlite_prepare (connection, sql, error)) == NULL)
    return FALSE;

  step = sqlite_step (*statement, error);
  sqlite_reset (*statement);

  return step == SEDIA_STEP_DONE;
}

static gboolean
sqlite_begin (SediaConnection  *connection,
              GError          **error)
{
  return run_once (connection, &connection->begin, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_commit (SediaConnection  *connection,
               GError          **error)
{
  return run_once (connection, &connection->commit, "COMMIT", error);
}

static void
sqlite_rollback (SediaConnection *connection)
{
  if (!sqlite3_get_autocommit (connection->sqlite))
    sqlite3_exec (connection->sqlite, "ROLLBACK", NULL, NULL, NULL);
  forget_touched (connection);
}

/* As far as no reader of an older state is in the way: the rest comes next time. */
static void
sqlite_tidy (SediaConnection *connection)
{
  if (connection->log_pages < LOG_PAGES)
    return;

  connection->log_pages = 0;
  sqlite3_wal_checkpoint_v2 (connection->sqlite, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static GArray *
sqlite_take_touched (SediaConnection *connection)
{
  GArray *touched = connection->touched;

  connection->touched = g_array_new (FALSE, FALSE, sizeof (SediaTouched));
  return touched;
}

static gint64
sqlite_data_version (SediaConnection *connection)
{
  sqlite3_stmt *stmt = NULL;
  gint64 version = 0;

  if (sqlite3_prepare_v2 (connection->sqlite, "PRAGMA data_version", -1, &stmt, NULL) ==
        SQLITE_OK &&
      sqlite3_step (stmt) == SQLITE_ROW)
    version = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return version;
}

static void
sqlite_set_cancellable (SediaConnection *connection,
                        GCancellable    *cancellable)
{
  g_set_object (&connection->cancellable, cancellable);
  sqlite3_progress_handler (connection->sqlite, PROGRESS_STEPS,
                            cancellable != NULL ? is_cancelled : NULL, connection);
}

/* Page by page, so that it can be told how far it is, and be stopped. */
static int
copy_pages (SediaConnection    *connection,
            sqlite3_backup     *backup,
            SediaDriverCopied   copied,
            gpointer            data)
{
  int code;

  do
    {
      code = sqlite3_backup_step (backup, BACKUP_PAGES);
      if (copied != NULL)
        copied ((guint) (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)),
                (guint) sqlite3_backup_pagecount (backup), data);
      if (code == SQLITE_OK && g_cancellable_is_cancelled (connection->cancellable))
        return SQLITE_INTERRUPT;
    }
  while (code == SQLITE_OK);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* A read transaction around the whole copy: without it another program's commit between two steps
 * would begin the copy anew. */
static int
copy_all (SediaConnection    *connection,
          sqlite3            *target,
          SediaDriverCopied   copied,
          gpointer            data)
{
  sqlite3_backup *backup;
  int code = sqlite3_exec (connection->sqlite, "BEGIN; PRAGMA user_version", NULL, NULL, NULL);
  int finished;

  if (code != SQLITE_OK)
    return code;

  backup = sqlite3_backup_init (target, "main", connection->sqlite, "main");
  if (backup != NULL)
    {
      code = copy_pages (connection, backup, copied, data);
      finished = sqlite3_backup_finish (backup);
      code = code == SQLITE_OK ? finished : code;
    }
  else
    code = sqlite3_errcode (target);
  sqlite3_exec (connection->sqlite, "COMMIT", NULL, NULL, NULL);

  return code;
}

static gboolean
sqlite_backup (SediaConnection    *connection,
               const char         *path,
               SediaDriverCopied   copied,
               gpointer            data,
               GError            **error)
{
  SediaConnection target = { .path = (char *) path };
  int code;

  create_private (path);
  code = sqlite3_open_v2 (path, &target.sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK)
    code = copy_all (connection, target.sqlite, copied, data);

  if (code != SQLITE_OK)
    set_error (&target, code, error);
  sqlite3_close (target.sqlite);

  return code == SQLITE_OK;
}

const SediaDriver sedia_driver_sqlite = {
  .name = "sqlite",
  .open = sqlite_open,
  .close = sqlite_close,
  .prepare = sqlite_prepare,
  .finalize = sqlite_finalize,
  .bind_int64 = sqlite_bind_int64,
  .bind_text = sqlite_bind_text,
  .bind_kept = sqlite_bind_kept,
  .bind_null = sqlite_bind_null,
  .step = sqlite_step,
  .reset = sqlite_reset,
  .clear = sqlite_clear,
  .column_int64 = sqlite_column_int64,
  .column_text = sqlite_column_text,
  .column_is_null = sqlite_column_is_null,
  .execute = sqlite_execute,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .tidy = sqlite_tidy,
  .take_touched = sqlite_take_touched,
  .data_version = sqlite_data_version,
  .set_cancellable = sqlite_set_cancellable,
  .backup = sqlite_backup,
};
