/* What can be done about bad rows: keep them in a file to be mended, and import the others. */
#include "config.h"

#include "sedia-import-bad.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaImportBad
{
  GtkWidget parent_instance;

  SediaImportSession *session;
  gboolean is_updating; /* not the user, but we choose */

  GtkCheckButton *leave_out;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (SediaImportBad, sedia_import_bad, GTK_TYPE_WIDGET)

static void
leave_out_cb (SediaImportBad *self)
{
  if (!self->is_updating)
    sedia_import_session_set_leaves_out (self->session,
                                         gtk_check_button_get_active (self->leave_out));
}

/* ---- saving */

typedef struct
{
  SediaImportTask *task;
  SediaImportOutcome *outcome;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  sedia_import_task_unref (saving->task);
  sedia_import_outcome_unref (saving->outcome);
  g_free (saving->path);
  g_free (saving);
}

/* No database is needed here, so any thread will do. */
static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Saving *saving = data;
  const SediaImportReport *bad = saving->outcome->bad != NULL ? saving->outcome->bad
                                                              : saving->outcome->report;
  g_autofree char *lines_path = NULL;
  GError *error = NULL;

  if (sedia_import_save_bad_rows (sedia_import_task_get_options (saving->task), bad, saving->path,
                                  &lines_path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *widget,
          GAsyncResult *result,
          gpointer      data)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sedia_act_say_error (GTK_WIDGET (widget), error);
      return;
    }

  said = g_strdup_printf (_("Written to “%s”, with the reason beside each row. Mend them there and "
                            "import that file."), name);
  sedia_act_say (GTK_WIDGET (widget), said);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  SediaImportBad *self = SEDIA_IMPORT_BAD (data);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
    }
  if (path != NULL && self->session != NULL)
    sedia_import_bad_save (self, path);

  g_object_unref (dialog);
}

/* "barang.csv" -> "barang – to mend.csv" */
static char *
dup_suggested_name (SediaImportBad *self)
{
  const SediaImportOptions *options = sedia_import_session_get_options (self->session);
  g_autofree char *name = g_filename_display_basename (options->path);
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';

  /* Translators: name of a file: what it was made from */
  return g_strdup_printf (_("%s – to mend.csv"), name);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaImportBad *self = SEDIA_IMPORT_BAD (widget);
  const SediaImportOptions *options = sedia_import_session_get_options (self->session);
  g_autofree char *name = dup_suggested_name (self);
  g_autofree char *folder_path = g_path_get_dirname (options->path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Save the Bad Rows"),
                                        GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- the widget */

static void
sedia_import_bad_dispose (GObject *object)
{
  g_clear_object (&SEDIA_IMPORT_BAD (object)->session);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_IMPORT_BAD);

  G_OBJECT_CLASS (sedia_import_bad_parent_class)->dispose (object);
}

static void
sedia_import_bad_class_init (SediaImportBadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_import_bad_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-bad.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaImportBad, leave_out);
  gtk_widget_class_bind_template_child (widget_class, SediaImportBad, save);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_install_action (widget_class, "bad.save", NULL, save_action);
}

static void
sedia_import_bad_init (SediaImportBad *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_import_bad_new:
 *
 * Returns: (transfer floating): for no import yet
 */
GtkWidget *
sedia_import_bad_new (void)
{
  return g_object_new (SEDIA_TYPE_IMPORT_BAD, NULL);
}

/**
 * sedia_import_bad_update:
 * @self: what can be done
 * @session: the import, which has something wrong or not
 */
void
sedia_import_bad_update (SediaImportBad     *self,
                         SediaImportSession *session)
{
  const SediaImportReport *bad = sedia_import_session_get_bad (session);
  const gboolean has_bad = bad != NULL && bad->problems->len > 0;

  g_return_if_fail (SEDIA_IS_IMPORT_BAD (self));

  g_set_object (&self->session, session);
  self->is_updating = TRUE;
  gtk_check_button_set_active (self->leave_out, sedia_import_session_get_leaves_out (session));
  self->is_updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->leave_out), has_bad);
  gtk_widget_set_visible (self->save, has_bad);
  gtk_widget_set_sensitive (GTK_WIDGET (self->leave_out),
                            sedia_import_session_can_leave_out (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bad.save",
                                 sedia_import_session_can_leave_out (session));
}

/**
 * sedia_import_bad_save:
 * @self: what can be done
 * @path: a file
 *
 * Writes the bad rows into the file, and says so in the window's bar.
 */
void
sedia_import_bad_save (SediaImportBad *self,
                       const char     *path)
{
  SediaImportOutcome *outcome;
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (SEDIA_IS_IMPORT_BAD (self) && self->session != NULL);
  g_return_if_fail (path != NULL);

  if (!(outcome = sedia_import_session_get_outcome (self->session)))
    return;

  saving = g_new0 (Saving, 1);
  saving->task = sedia_import_task_ref (sedia_import_session_get_task (self->session));
  saving->outcome = sedia_import_outcome_ref (outcome);
  saving->path = g_strdup (path);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}
