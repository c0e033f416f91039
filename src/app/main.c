/* Sedia, the window: languages, then the application. */
#include "config.h"

#include "sedia-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("SEDIA_LOCALEDIR");
  g_autoptr (SediaApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = sedia_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
