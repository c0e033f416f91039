/* A sample shop to look around in: in a temporary folder of its own, gone when it is left. */
#include "config.h"

#include "sedia-store-private.h"
#include "sedia-transfer.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static gpointer
fill_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_sample_fill (db, error) ? SEDIA_DONE : NULL;
}

/**
 * sedia_sample_remove:
 * @folder: (transfer full): of a sample shop
 *
 * Removes the folder with the files in it.
 */
void
sedia_sample_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
  g_free (folder);
}

/**
 * sedia_store_open_sample:
 * @error: return location
 *
 * Makes a sample shop and opens it. Blocks: a window calls it from a thread of its own.
 *
 * Returns: (transfer full) (nullable): the store
 */
SediaStore *
sedia_store_open_sample (GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sedia-sample-XXXXXX", &cause);
  g_autofree char *path = NULL;
  g_autoptr (SediaStore) store = NULL;

  if (folder == NULL)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("The sample shop needs a temporary folder, which cannot be made: %s."),
                   cause->message);
      return NULL;
    }

  path = g_build_filename (folder, "sample.db", NULL);
  store = sedia_store_open (path, error);
  if (store == NULL)
    {
      sedia_sample_remove (g_steal_pointer (&folder));
      return NULL;
    }

  sedia_store_take_sample_folder (store, g_steal_pointer (&folder));

  return sedia_store_note (store, fill_job, NULL, error) != NULL ? g_steal_pointer (&store) : NULL;
}
