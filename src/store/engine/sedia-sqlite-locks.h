/* Locks on the database that outlive a stranger's close: private to the SQLite driver. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sedia_sqlite_locks_install (void);

G_END_DECLS
