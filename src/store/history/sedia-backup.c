/* A copy of the whole shop, looked through before it gets its name.
 *
 *   shop.db --pages--> shop.db.copy-1f3a  --bytes--> backup.db.part-1f3a --name--> backup.db
 *                      every balance                 byte for byte
 *
 * The first copy stands beside the shop, where an SQLite file can be opened: a stick or a folder of
 * the network may not be able to lock. What stands under the backup's name is always a whole one.
 */
#include "config.h"

#include "sedia-backup.h"
#include "sedia-db.h"
#include "sedia-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (256 * 1024)

typedef struct
{
  SediaDb *db;
  const SediaBackupOptions *options;
  GCancellable *cancellable; /* NULL for none */
  char *copy_path;
  GFile *copy;
  GFile *part;
} Backup;

static void
backup_clear (Backup *self)
{
  if (self->copy != NULL)
    g_file_delete (self->copy, NULL, NULL);
  if (self->part != NULL)
    g_file_delete (self->part, NULL, NULL);
  g_clear_object (&self->copy);
  g_clear_object (&self->part);
  g_clear_pointer (&self->copy_path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Backup, backup_clear)

static void
tell (const Backup    *self,
      SediaBackupStep  step,
      guint            n_done,
      guint            n_all)
{
  if (self->options->progress != NULL)
    self->options->progress (step, n_done, n_all, self->options->progress_data);
}

/* What is wrong with a file, said as everywhere; the cause is GIO's sentence. */
static void
set_file_error (GFile         *file,
                const GError  *cause,
                GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("The file “%s” cannot be written: %s."),
                 name, cause->message);
}

/* ---- before */

static gboolean
is_same_file (GFile *one,
              GFile *other)
{
  static const char id[] = G_FILE_ATTRIBUTE_ID_FILE;
  g_autoptr (GFileInfo) left = g_file_query_info (one, id, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) right = g_file_query_info (other, id, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return left != NULL && right != NULL &&
         g_strcmp0 (g_file_info_get_attribute_string (left, id),
                    g_file_info_get_attribute_string (right, id)) == 0;
}

static gboolean
check_target (const Backup  *self,
              GError       **error)
{
  GFile *target = self->options->target;
  g_autofree char *name = g_file_get_parse_name (target);
  g_autoptr (GFile) shop = g_file_new_for_path (sedia_db_get_path (self->db));

  switch (g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, NULL))
    {
    case G_FILE_TYPE_UNKNOWN: /* there is none */
      return TRUE;

    case G_FILE_TYPE_DIRECTORY:
    case G_FILE_TYPE_MOUNTABLE:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_SPECIAL:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is not a file that can be written; choose another name."), name);
      return FALSE;

    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_SYMBOLIC_LINK:
      break;
    }

  if (is_same_file (target, shop))
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” is the shop itself; choose another name for the backup."), name);
  else if (!self->options->replace)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” exists already; choose another name, so that no backup is lost."), name);
  else
    return TRUE;

  return FALSE;
}

/* ---- the copy beside the shop */

static void
copied_cb (guint     n_done,
           guint     n_all,
           gpointer  data)
{
  tell (data, SEDIA_BACKUP_COPYING, n_done, n_all);
}

/* What is wrong in the copy is wrong in the shop, too: then a copy is wanted all the more. */
static GPtrArray *
make_copy (Backup  *self,
           GError **error)
{
  g_autoptr (SediaDb) copy = NULL;

  self->copy_path = g_strdup_printf ("%s.copy-%08x", sedia_db_get_path (self->db),
                                     g_random_int ());
  self->copy = g_file_new_for_path (self->copy_path);
  if (!sedia_db_backup (self->db, self->copy_path, copied_cb, self, error))
    return NULL;

  tell (self, SEDIA_BACKUP_CHECKING, 0, 0);
  copy = sedia_db_open_copy (self->db, self->copy_path, error);

  return copy != NULL ? sedia_check (copy, error) : NULL;
}

/* ---- the bytes to their place */

static void
written_cb (goffset  n_done,
            goffset  n_all,
            gpointer data)
{
  tell (data, SEDIA_BACKUP_WRITING, (guint) (n_done / 1024), (guint) (n_all / 1024));
}

/* So that it is there after a power cut. Places that are no files of this machine see to it
 * themselves. */
static gboolean
synchronize (GFile   *file,
             GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) cause = NULL;
  int fd = path != NULL ? g_open (path, O_RDONLY | O_CLOEXEC, 0) : -1;

  if (fd < 0)
    return TRUE;

  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    g_set_error_literal (&cause, G_FILE_ERROR, g_file_error_from_errno (errno),
                         g_strerror (errno));
  close (fd);
  if (cause != NULL)
    set_file_error (file, cause, error);

  return cause == NULL;
}

static gboolean
have_same_bytes (GFile         *one,
                 GFile         *other,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GFileInputStream) left = g_file_read (one, cancellable, error);
  g_autoptr (GFileInputStream) right = left != NULL ? g_file_read (other, cancellable, error)
                                                    : NULL;
  g_autofree char *left_block = g_malloc (BLOCK);
  g_autofree char *right_block = g_malloc (BLOCK);
  gsize n_left, n_right;

  if (right == NULL)
    return FALSE;

  do
    if (!g_input_stream_read_all (G_INPUT_STREAM (left), left_block, BLOCK, &n_left, cancellable,
                                  error) ||
        !g_input_stream_read_all (G_INPUT_STREAM (right), right_block, BLOCK, &n_right, cancellable,
                                  error))
      return FALSE;
  while (n_left == n_right && memcmp (left_block, right_block, n_left) == 0 && n_left > 0);

  if (n_left == 0 && n_right == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("what is read there is not what was written; try another disk"));
  return FALSE;
}

static gboolean
write_part (Backup  *self,
            GError **error)
{
  GFile *target = self->options->target;
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *part_name = g_strdup_printf ("%s.part-%08x", name, g_random_int ());
  g_autoptr (GError) cause = NULL;

  if (folder == NULL)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is not a file that can be written; choose another name."), name);
      return FALSE;
    }

  self->part = g_file_get_child (folder, part_name);
  if (g_file_copy (self->copy, self->part, G_FILE_COPY_NONE, self->cancellable, written_cb, self,
                   &cause))
    {
      if (!synchronize (self->part, error))
        return FALSE;
      if (have_same_bytes (self->copy, self->part, self->cancellable, &cause))
        return TRUE;
    }

  set_file_error (target, cause, error);
  return FALSE;
}

static gboolean
give_name (Backup  *self,
           GError **error)
{
  GFile *target = self->options->target;
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autoptr (GError) cause = NULL;

  if (!g_file_move (self->part, target,
                    self->options->replace ? G_FILE_COPY_OVERWRITE : G_FILE_COPY_NONE, NULL, NULL,
                    NULL, &cause))
    {
      set_file_error (target, cause, error);
      return FALSE;
    }

  g_clear_object (&self->part);

  return synchronize (folder, error);
}

/**
 * sedia_backup_write:
 * @db: a connection, of a job that may take long
 * @options: where to
 * @error: return location
 *
 * Copies the whole shop, as of now, while work goes on; looks through the copy, and gives it its
 * name only then. The job's cancellable stops it; nothing is left behind then.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what sedia_check() says of the copy, and
 * so of the shop: empty when all is well
 */
GPtrArray *
sedia_backup_write (SediaDb                   *db,
                    const SediaBackupOptions  *options,
                    GError                   **error)
{
  g_auto (Backup) self = { .db = db, .options = options,
                           .cancellable = sedia_db_get_cancellable (db) };
  g_autoptr (GPtrArray) problems = NULL;

  if (!check_target (&self, error))
    return NULL;

  problems = make_copy (&self, error);
  if (problems == NULL || !write_part (&self, error) || !give_name (&self, error))
    return NULL;

  return g_steal_pointer (&problems);
}

static gpointer
backup_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_backup_write (db, data, error);
}

/**
 * sedia_store_backup:
 * @self: a store
 * @path: a file that does not exist yet
 * @problems: (out) (optional) (transfer full) (element-type utf8): what is wrong in the records
 * @error: return location
 *
 * Waits for a backup: for programs without a main loop.
 */
gboolean
sedia_store_backup (SediaStore  *self,
                    const char  *path,
                    GPtrArray  **problems,
                    GError     **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  SediaBackupOptions options = { .target = target };
  g_autoptr (GPtrArray) found = sedia_store_read (self, backup_job, &options, error);

  if (found == NULL)
    return FALSE;

  if (problems != NULL)
    *problems = g_steal_pointer (&found);

  return TRUE;
}
