/* A folder for the files of a test, which goes with all that is in it. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

static inline char *
folder_open (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sedia-files-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline char *
folder_write (const char *folder,
              const char *name,
              const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static inline void
folder_close (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

G_END_DECLS
