/* What SQLite's result codes mean to a person: private to the SQLite driver. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void sedia_sqlite_set_error (sqlite3 *sqlite, const char *path, int code, GError **error);

G_END_DECLS
