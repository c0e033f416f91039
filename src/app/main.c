/* Sedia, the window: languages, then the application. */
#include "config.h"

#include "sedia-application.h"
#include "sedia-installed.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  const char *given = g_getenv ("SEDIA_LOCALEDIR"); /* for a program that is not installed */
  g_autofree char *localedir = given != NULL ? g_strdup (given) : sedia_installed_path (LOCALEDIR);
  g_autoptr (SediaApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = sedia_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
