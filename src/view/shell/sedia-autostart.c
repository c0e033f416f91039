/* Starting with the computer is a file in a folder that every desktop reads when somebody logs in:
 *
 *   $XDG_CONFIG_HOME/autostart/io.github.sedia.Sedia.desktop
 *
 * The file is the truth: who takes it away, here or with the desktop's own tool, has switched it
 * off.
 */
#include "config.h"

#include "sedia-autostart.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define TEMPLATE "/io/github/sedia/Sedia/autostart.desktop"
#define FOLDER_MODE 0700

/**
 * sedia_autostart_dup_path: (transfer full) where the file is, or would be.
 */
char *
sedia_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", APPLICATION_ID ".desktop", NULL);
}

/* The desktops' own tools switch a file off without taking it away. */
static gboolean
is_hidden (GKeyFile *file)
{
  const gboolean is_off = g_key_file_has_key (file, G_KEY_FILE_DESKTOP_GROUP,
                                              "X-GNOME-Autostart-enabled", NULL) &&
                          !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP,
                                                   "X-GNOME-Autostart-enabled", NULL);

  return is_off || g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP,
                                           G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL);
}

/**
 * sedia_autostart_is_on: Whether Sedia starts with the computer.
 */
gboolean
sedia_autostart_is_on (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = sedia_autostart_dup_path ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) && !is_hidden (file);
}

static gboolean
switch_on (const char  *path,
           GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) template = NULL;
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize length;

  template = g_resources_lookup_data (TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (template == NULL || !g_key_file_load_from_bytes (file, template, G_KEY_FILE_NONE, error))
    return FALSE;

  /* Whoever looks at what starts with the computer reads this. */
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         _("Reminds of customers who must be told"));
  text = g_key_file_to_data (file, &length, NULL);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("The folder for what starts with the computer cannot be made."));
      return FALSE;
    }

  return g_file_replace_contents (target, text, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}

static gboolean
switch_off (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;

  if (g_file_delete (file, NULL, &failure) ||
      g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * sedia_autostart_set:
 * @on: whether Sedia shall start with the computer
 * @error: return location
 *
 * Writes the file, or takes it away. A file that is there and in force stays as it is: somebody may
 * have changed it.
 *
 * Returns: whether it could be done
 */
gboolean
sedia_autostart_set (gboolean   on,
                     GError   **error)
{
  g_autofree char *path = sedia_autostart_dup_path ();

  if (!on)
    return switch_off (path, error);

  return sedia_autostart_is_on () || switch_on (path, error);
}
