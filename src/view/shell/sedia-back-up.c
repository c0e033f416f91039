/* A backup, from the window.
 *
 *   where to -> the store's own thread -> the bar: where it is, and that it was looked through
 */
#include "config.h"

#include "sedia-back-up.h"

#include "sedia-act.h"
#include "sedia-bar.h"
#include "sedia-working.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const steps[] = {
  [SEDIA_BACKUP_COPYING] = N_("The records are copied …"),
  [SEDIA_BACKUP_CHECKING] = N_("Every balance of the copy is computed again …"),
  [SEDIA_BACKUP_WRITING] = N_("The copy is written to its place and compared there …"),
};

/* One backup under way. */
typedef struct
{
  GWeakRef widget;
  GFile *target;
  SediaWorking *working;
  SediaWorkingProgress *progress;
} BackUp;

static void
back_up_free (gpointer data)
{
  BackUp *self = data;

  g_weak_ref_clear (&self->widget);
  g_clear_object (&self->target);
  g_clear_object (&self->working);
  g_clear_pointer (&self->progress, sedia_working_progress_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BackUp, back_up_free)

static gpointer
back_up_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  BackUp *self = data;

  return sedia_backup_write (db, &(SediaBackupOptions) {
                                   .target = self->target,
                                   .replace = TRUE, /* the dialog has asked */
                                   .progress = sedia_working_progress,
                                   .progress_data = self->progress,
                                 }, error);
}

static void
say_done (GtkWidget *widget,
          GFile     *target,
          guint      n_problems)
{
  SediaBar *bar = sedia_bar_of (widget);
  g_autofree char *name = g_file_get_parse_name (target);
  g_autofree char *text = NULL;

  if (bar == NULL)
    return;

  if (n_problems == 0)
    {
      text = g_strdup_printf (_("Backed up to “%s” – the copy was checked, all is well"), name);
      sedia_bar_say (bar, SEDIA_BAR_DONE, text);
      return;
    }

  text = g_strdup_printf (ngettext ("Backed up to “%s” – but the check found %u problem",
                                    "Backed up to “%s” – but the check found %u problems",
                                    n_problems), name, n_problems);
  sedia_bar_say (bar, SEDIA_BAR_NOTE, text);
  sedia_bar_offer_show (bar, _("Show"), "app.check");
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *answer,
              gpointer      data)
{
  g_autoptr (BackUp) self = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  problems = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  sedia_working_end (self->working);

  if (widget == NULL)
    return;

  if (problems != NULL)
    say_done (widget, self->target, problems->len);
  else if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED))
    sedia_act_say (widget, _("No backup was made"));
  else
    sedia_act_say_error (widget, error);
}

/**
 * sedia_back_up_to:
 * @widget: who asks; its window's bar says what came of it
 * @store: the shop
 * @target: where to; what is there is replaced
 */
void
sedia_back_up_to (GtkWidget  *widget,
                  SediaStore *store,
                  GFile      *target)
{
  BackUp *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SEDIA_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (target));

  self = g_new0 (BackUp, 1);
  g_weak_ref_init (&self->widget, widget);
  self->target = g_object_ref (target);
  self->working = g_object_ref (sedia_working_new (widget, _("Backing Up"), steps,
                                                   G_N_ELEMENTS (steps)));
  self->progress = sedia_working_ref_progress (self->working);
  sedia_store_read_long_async (store, back_up_job, self, NULL, (GDestroyNotify) g_ptr_array_unref,
                               sedia_working_get_cancellable (self->working), backed_up_cb, self);
}

/* ---- where to */

typedef struct
{
  GWeakRef widget;
  SediaStore *store;
  GSettings *settings;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  g_weak_ref_clear (&asking->widget);
  g_clear_object (&asking->store);
  g_clear_object (&asking->settings);
  g_free (asking);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         data)
{
  Asking *asking = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&asking->widget);
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT && widget != NULL)
    {
      target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      folder = g_file_get_parent (target);
      if (asking->settings != NULL && folder != NULL)
        {
          g_autofree char *uri = g_file_get_uri (folder);

          g_settings_set_string (asking->settings, "backup-folder", uri);
        }
      sedia_back_up_to (widget, asking->store, target);
    }

  g_object_unref (dialog);
}

/* In the evening of a day: shop-2026-11-25.db; of another shop: its own name. */
static char *
dup_name (SediaStore *store)
{
  g_autofree char *base = g_path_get_basename (sedia_store_get_path (store));
  g_autofree char *stem = g_strndup (base, strcspn (base, "."));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("%s-%s.db", stem, day);
}

/* Where the last one went, if that is still there: a stick may not be. */
static void
choose_folder (GtkFileChooser *chooser,
               GSettings      *settings)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  if (settings == NULL)
    return;

  uri = g_settings_get_string (settings, "backup-folder");
  if (*uri == '\0')
    return;

  folder = g_file_new_for_uri (uri);
  if (g_file_is_native (folder) && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * sedia_back_up_ask:
 * @widget: who asks
 * @store: the shop
 * @settings: (nullable): where it is remembered where the last one went
 *
 * Asks where to, and makes the backup.
 */
void
sedia_back_up_ask (GtkWidget  *widget,
                   SediaStore *store,
                   GSettings  *settings)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = dup_name (store);
  GtkFileChooserNative *dialog;
  Asking *asking;

  dialog = gtk_file_chooser_native_new (_("Back Up the Shop"),
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back Up"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  choose_folder (GTK_FILE_CHOOSER (dialog), settings);

  asking = g_new0 (Asking, 1);
  g_weak_ref_init (&asking->widget, widget);
  asking->store = g_object_ref (store);
  asking->settings = settings != NULL ? g_object_ref (settings) : NULL;
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), asking, asking_free,
                         G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
