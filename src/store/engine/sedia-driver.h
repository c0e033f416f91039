/* The engine behind one table of functions.
 *
 * Everything above this header speaks to a database only through a SediaDriver, chosen by name;
 * SQLite is the first (sedia-driver-sqlite.c), the tests bring one that fails on demand. A
 * connection belongs to the thread that opened it.
 */
#pragma once

#include <gio/gio.h>

#include "sedia-error.h"

G_BEGIN_DECLS

typedef struct _SediaDriver SediaDriver;

/* Both opaque: each driver has its own. */
typedef struct _SediaConnection SediaConnection;
typedef struct _SediaStatement SediaStatement;

typedef enum
{
  SEDIA_STEP_ERROR,
  SEDIA_STEP_ROW,
  SEDIA_STEP_DONE,
} SediaStep;

typedef enum
{
  SEDIA_OPEN_WRITER, /* creates the file when there is none */
  SEDIA_OPEN_READER,
} SediaOpenMode;

/**
 * SediaTouched:
 * @table: the table, an interned string
 * @row_id: the row
 * @is_new: whether it was inserted
 *
 * One row that the transaction under way inserted, changed or deleted.
 */
typedef struct
{
  const char *table;
  gint64 row_id;
  gboolean is_new;
} SediaTouched;

/**
 * SediaDriverCopied: How many pages of how many a backup has copied.
 */
typedef void (*SediaDriverCopied) (guint n_done, guint n_all, gpointer data);

struct _SediaDriver
{
  const char *name;

  SediaConnection *(*open) (const char *path, SediaOpenMode mode, GError **error);
  void (*close) (SediaConnection *connection);

  SediaStatement *(*prepare) (SediaConnection *connection, const char *sql, GError **error);
  void (*finalize) (SediaStatement *statement);
  /* Placeholders are $1 $2 ...: number counts from 1. FALSE when the statement has no such
   * placeholder. */
  gboolean (*bind_int64) (SediaStatement *statement, guint number, gint64 value);
  gboolean (*bind_text) (SediaStatement *statement, guint number, const char *text);
  /* Without a copy: the text stays as it is until the value is another one. */
  gboolean (*bind_kept) (SediaStatement *statement, guint number, const char *text);
  gboolean (*bind_null) (SediaStatement *statement, guint number);
  SediaStep (*step) (SediaStatement *statement, GError **error);
  /* Ready to run again, with the same values; clear forgets them. */
  void (*reset) (SediaStatement *statement);
  void (*clear) (SediaStatement *statement);
  gint64 (*column_int64) (SediaStatement *statement, guint column);
  const char *(*column_text) (SediaStatement *statement, guint column);
  gboolean (*column_is_null) (SediaStatement *statement, guint column);

  /* A script of several statements. In all SQL lower () makes small letters as sedia_text_lower()
   * does. */
  gboolean (*execute) (SediaConnection *connection, const char *sql, GError **error);
  gboolean (*begin) (SediaConnection *connection, GError **error);
  gboolean (*commit) (SediaConnection *connection, GError **error);
  void (*rollback) (SediaConnection *connection);
  /* What commits left to do that nobody need wait for; called between requests. */
  void (*tidy) (SediaConnection *connection);

  /* What the transactions since the last call touched: (element-type SediaTouched) (transfer full)
   */
  GArray *(*take_touched) (SediaConnection *connection);
  /* Rises when another connection has committed. */
  gint64 (*data_version) (SediaConnection *connection);
  /* Until it is set to NULL again, a long query stops soon after the cancellable is cancelled. */
  void (*set_cancellable) (SediaConnection *connection, GCancellable *cancellable);
  /* Into a file that is not there yet; listens to the cancellable. */
  gboolean (*backup) (SediaConnection *connection, const char *path, SediaDriverCopied copied,
                      gpointer data, GError **error);
};

extern const SediaDriver sedia_driver_sqlite;

G_END_DECLS
