/* Bringing a database to the schema this program knows. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

/* "SEDI": tells a Sedia database from any other SQLite file. */
#define SEDIA_APPLICATION_ID G_GINT64_CONSTANT (0x53454449)

guint sedia_schema_version (void);
gboolean sedia_schema_migrate (SediaDb *db, const char *path, GError **error);

G_END_DECLS
