/* The named statements of data/sql: read once from the program's resources. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sedia_sql_lookup (const char *name);
char *sedia_sql_dup_rows (const char *name, guint n_rows);
GHashTable *sedia_sql_all (void);
const char *sedia_sql_schema (guint version);

G_END_DECLS
