/* Numbered migrations: data/sql/schema/N.sql brings a database of version N-1 to version N. Each
 * runs in a transaction of its own, and two programs that start at once migrate once.
 */
#include "config.h"

#include "sedia-schema.h"

#include "sedia-sql.h"

#include <glib/gi18n.h>

/**
 * sedia_schema_version: The newest version this program knows.
 */
guint
sedia_schema_version (void)
{
  guint version = 0;

  while (sedia_sql_schema (version + 1) != NULL)
    version++;

  return version;
}

static gboolean
check_identity (SediaDb     *db,
                const char  *path,
                gint64      *version,
                GError     **error)
{
  gint64 application, tables;

  if (!sedia_db_value (db, &application, error, "schema-application", 0) ||
      !sedia_db_value (db, version, error, "schema-version", 0) ||
      !sedia_db_value (db, &tables, error, "schema-tables", 0))
    return FALSE;

  if (tables > 0 && application != SEDIA_APPLICATION_ID)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” is a database of another program; choose another file."), path);
      return FALSE;
    }

  if (*version > sedia_schema_version ())
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” was written by a newer version of Sedia; install that version to open "
                     "it."),
                   path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_step (SediaDb     *db,
          guint        version,
          GError     **error)
{
  g_autofree char *stamp =
    g_strdup_printf ("PRAGMA application_id = %" G_GINT64_FORMAT "; PRAGMA user_version = %u;",
                     SEDIA_APPLICATION_ID, version);

  return sedia_db_execute (db, sedia_sql_schema (version), error) &&
         sedia_db_execute (db, stamp, error);
}

/**
 * sedia_schema_migrate:
 * @db: the writing connection
 * @path: its file, for messages
 * @error: return location
 *
 * Creates the schema in an empty file, brings an older one up to date, refuses a foreign or newer
 * one.
 *
 * Returns: whether the database can be used
 */
gboolean
sedia_schema_migrate (SediaDb     *db,
                      const char  *path,
                      GError     **error)
{
  gint64 version;
  gboolean ok = TRUE;

  if (!check_identity (db, path, &version, error))
    return FALSE;
  if (version == sedia_schema_version ())
    return TRUE;

  if (!sedia_db_begin (db, error))
    return FALSE;

  /* Again, now that nobody else can write: another program may have done it meanwhile. */
  ok = check_identity (db, path, &version, error);
  for (guint next = (guint) version + 1; ok && next <= sedia_schema_version (); next++)
    ok = run_step (db, next, error);

  if (!ok)
    {
      sedia_db_rollback (db);
      return FALSE;
    }

  return sedia_db_commit (db, error);
}
