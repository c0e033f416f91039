/* One connection: prepared statements by name, transactions, and the rule that it is used on one
 * thread alone. Private to the store.
 */
#pragma once

#include "sedia-driver.h"
#include "sedia-store-types.h"

G_BEGIN_DECLS

typedef struct _SediaStmt SediaStmt;

SediaDb *sedia_db_open (const SediaDriver *driver,
                        const char *path,
                        SediaOpenMode mode,
                        GError **error);
void sedia_db_close (SediaDb *db);
gboolean sedia_db_begin (SediaDb *db, GError **error);
gboolean sedia_db_commit (SediaDb *db, GError **error);
void sedia_db_rollback (SediaDb *db);
void sedia_db_tidy (SediaDb *db);
gboolean sedia_db_execute (SediaDb *db, const char *sql, GError **error);
GArray *sedia_db_take_touched (SediaDb *db);
gint64 sedia_db_data_version (SediaDb *db);
void sedia_db_set_cancellable (SediaDb *db, GCancellable *cancellable);
GCancellable *sedia_db_get_cancellable (SediaDb *db);
void sedia_db_keep (SediaDb *db, gpointer data, GDestroyNotify data_free);
gpointer sedia_db_kept (SediaDb *db);
gboolean sedia_db_backup (SediaDb *db, const char *path, SediaDriverCopied copied, gpointer data,
                          GError **error);
SediaDb *sedia_db_open_copy (SediaDb *db, const char *path, GError **error);
const char *sedia_db_get_path (SediaDb *db);

/* The operation under way, set by sedia-operation.c. */
typedef struct
{
  gint64 id;       /* 0 outside an operation */
  gint64 at;       /* when it happened, microseconds UTC */
  gboolean anyway; /* the person said yes to the warnings */
  int serving;     /* the rule in force, once read; -1 before */
} SediaOperationState;

SediaOperationState *sedia_db_operation (SediaDb *db);

SediaStmt *sedia_db_prepare (SediaDb *db, const char *name,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
SediaStmt *sedia_db_prepare_rows (SediaDb *db, const char *name, guint n_rows,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
SediaStmt *sedia_db_prepare_text (SediaDb *db, const char *sql,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sedia_stmt_bind_int64 (SediaStmt *stmt, guint number, gint64 value);
void sedia_stmt_bind_id (SediaStmt *stmt, guint number, gint64 id);
void sedia_stmt_bind_optional (SediaStmt *stmt, guint number, gint64 value, gint64 none);
void sedia_stmt_bind_text (SediaStmt *stmt, guint number, const char *text);
void sedia_stmt_bind_kept (SediaStmt *stmt, guint number, const char *text);
SediaStep sedia_stmt_step (SediaStmt *stmt, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sedia_stmt_run (SediaStmt *stmt, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sedia_stmt_run_id (SediaStmt *stmt, gint64 *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sedia_stmt_rewind (SediaStmt *stmt);
void sedia_stmt_repeat (SediaStmt *stmt);
void sedia_stmt_release (SediaStmt *stmt);
gint64 sedia_stmt_int64 (SediaStmt *stmt, guint column);
gint64 sedia_stmt_optional (SediaStmt *stmt, guint column, gint64 none);
const char *sedia_stmt_text (SediaStmt *stmt, guint column);
char *sedia_stmt_dup_text (SediaStmt *stmt, guint column);
gboolean sedia_stmt_is_null (SediaStmt *stmt, guint column);

/* One statement with integer arguments and at most one integer for an answer. */
gboolean sedia_db_run (SediaDb *db, GError **error, const char *name, guint n,
                       ...) G_GNUC_WARN_UNUSED_RESULT;
gboolean sedia_db_value (SediaDb *db, gint64 *value, GError **error, const char *name, guint n,
                         ...) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDb, sedia_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaStmt, sedia_stmt_release)

G_END_DECLS
