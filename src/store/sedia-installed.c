/* Where the program's own files are, also when the whole installation was moved:
 *
 *   configured   /usr/local/bin/sedia    /usr/local/share/locale
 *   found at     /home/rina/x/bin/sedia  /home/rina/x/share/locale
 *
 * An installation that was unpacked elsewhere speaks Indonesian, too, and remembers its window.
 */
#include "config.h"

#include "sedia-installed.h"

#include <gio/gio.h>
#include <string.h>

/* What is left of @path without @end; NULL when it does not end with it. */
static char *
dup_without (const char *path,
             const char *end)
{
  return g_str_has_suffix (path, end) ? g_strndup (path, strlen (path) - strlen (end)) : NULL;
}

/**
 * sedia_installed_path_for:
 * @program: the whole path of a program
 * @configured: a folder or file below the prefix the program was built for
 *
 * Returns: (transfer full): the same below the prefix the program is in, if it is there; otherwise
 * @configured
 */
char *
sedia_installed_path_for (const char *program,
                          const char *configured)
{
  const gsize length = strlen (INSTALL_PREFIX);
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *prefix = NULL;
  g_autofree char *moved = NULL;

  if (g_str_has_prefix (INSTALL_BINDIR, INSTALL_PREFIX "/") &&
      g_str_has_prefix (configured, INSTALL_PREFIX "/"))
    prefix = dup_without (folder, &INSTALL_BINDIR[length]);
  if (prefix != NULL)
    moved = g_strconcat (prefix, configured + length, NULL);

  return moved != NULL && g_file_test (moved, G_FILE_TEST_EXISTS) ? g_steal_pointer (&moved)
                                                                  : g_strdup (configured);
}

/**
 * sedia_installed_path:
 * @configured: a folder or file below the prefix this program was built for
 *
 * Returns: (transfer full): where it is now
 */
char *
sedia_installed_path (const char *configured)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? sedia_installed_path_for (program, configured) : g_strdup (configured);
}
