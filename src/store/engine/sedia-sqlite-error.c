/* What SQLite's result codes mean to a person. */
#include "config.h"

#include "sedia-sqlite-error.h"

#include "sedia-error.h"

#include <glib/gi18n.h>

/* What the schema forbids. Its own refusals have names ("sedia: pack in use") that the commands
 * turn into sentences; the rest is what no command should let come this far.
 */
static void
set_constraint_error (int          code,
                      const char  *cause,
                      GError     **error)
{
  if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_has_prefix (cause, "sedia: "))
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_SCHEMA, cause);
  else if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_SCHEMA,
                         _("Something else has the same code or number already; nothing was "
                           "changed."));
  else if (code == SQLITE_CONSTRAINT_CHECK)
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_SCHEMA,
                         _("A figure would be larger or smaller than the books can hold; nothing "
                           "was changed."));
  else
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_SCHEMA,
                         _("The books forbid this change; nothing was changed."));
}

/**
 * sedia_sqlite_set_error:
 * @sqlite: (nullable): whose last call failed
 * @path: the file
 * @code: SQLite's result code
 * @error: return location
 *
 * Says what a failing result code means to a person. The technical cause goes to the debug log.
 */
void
sedia_sqlite_set_error (sqlite3     *sqlite,
                        const char  *path,
                        int          code,
                        GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *cause = sqlite != NULL ? sqlite3_errmsg (sqlite) : sqlite3_errstr (code);

  g_debug ("SQLite %d on %s: %s", code, path, cause);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_BUSY,
                   _("“%s” is in use by another program; try again in a moment."), name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
      break;
    case SQLITE_FULL:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("The disk is full: nothing was written to “%s”; free some space and try "
                     "again."),
                   name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” cannot be written: the file or its folder is read-only; "
                     "change its permissions or copy it elsewhere."), path);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” cannot be opened: check that its folder exists and that you may write "
                     "there."),
                   path);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” is not a Sedia database; choose another file."), path);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” is damaged; restore it from a backup."), path);
      break;
    case SQLITE_IOERR:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” cannot be read or written: the disk reports an error; check the disk, "
                     "then restore a backup if it happens again."), path);
      break;
    case SQLITE_CONSTRAINT:
      set_constraint_error (code, cause, error);
      break;
    default:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” cannot be used just now; try again, and restore a backup if it happens "
                     "again."), path);
      break;
    }
}
