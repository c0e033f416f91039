/* The actions of the main menu that are seldom wanted:
 *
 *   choose-database  open-again  open-sample  leave-sample  back-up  check  about
 */
#include "config.h"

#include "sedia-application-actions.h"
#include "sedia-back-up.h"
#include "sedia-check-up.h"

#include <glib/gi18n.h>

/* ---- which shop */

static void
database_chosen_cb (GtkNativeDialog *dialog,
                    int              response,
                    gpointer         data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
      sedia_application_open (data, path);
    }

  g_object_unref (dialog);
}

static void
choose_database_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Open a Shop’s File"), window,
                                        GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (database_chosen_cb), data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Out of the sample shop, too: the shop's file is remembered meanwhile. */
static void
open_again_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  sedia_application_open (data, NULL);
}

static void
open_sample_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  if (sedia_application_get_window (data, "open-sample", parameter) != NULL)
    sedia_application_open_sample (data);
}

/* ---- its file */

static void
back_up_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "back-up", parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_back_up_ask (GTK_WIDGET (window), sedia_application_get_store (data),
                     sedia_application_get_settings (data));
}

static void
check_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "check", parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_check_up_run (GTK_WIDGET (window), sedia_application_get_store (data));
}

/* ---- about */

/* What somebody who helps would ask first. */
static char *
dup_system_information (SediaApplication *self)
{
  SediaStore *store = sedia_application_get_store (self);
  g_autofree char *path = NULL;

  if (store != NULL)
    path = g_filename_display_name (sedia_store_get_path (store));

  return g_strdup_printf ("%s\n%s\n\nSedia %s\nGTK %u.%u.%u\nGLib %u.%u.%u",
                          _("The shop’s file:"), path != NULL ? path : "–", PACKAGE_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), glib_major_version, glib_minor_version,
                          glib_micro_version);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  static const char *const authors[] = { "The Sedia developers", NULL };
  g_autofree char *system = dup_system_information (data);

  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "program-name", _("Sedia"),
                         "version", PACKAGE_VERSION,
                         "logo-icon-name", APPLICATION_ID,
                         "comments",
                         _("Know what is in stock, who is waiting for it, and when it will come"),
                         "copyright", "© 2026 The Sedia developers",
                         "website", "https://github.com/sedia/sedia",
                         "website-label", _("Website"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "authors", authors,
                         "translator-credits", _("translator-credits"),
                         "system-information", system,
                         NULL);
}

/**
 * sedia_application_add_chores:
 * @self: the application, starting up
 */
void
sedia_application_add_chores (SediaApplication *self)
{
  static const GActionEntry entries[] = {
    { "choose-database", choose_database_action },
    { "open-again", open_again_action },
    { "open-sample", open_sample_action },
    { "leave-sample", open_again_action },
    { "back-up", back_up_action },
    { "check", check_action },
    { "about", about_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "leave-sample")), FALSE);
}
