/* Writing a list into a file: see sedia-export-window.h.
 *
 * Nothing is asked but the file. It is written as the spreadsheets of the user's country expect it,
 * and an import finds out by itself how that was.
 */
#include "config.h"

#include "sedia-export-window.h"

#include "sedia-act.h"
#include "sedia-format.h"
#include "sedia-progress.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define SHOWN_AFTER_MS 500

/* What is written. The thread that writes counts, the window looks. */
typedef struct
{
  SediaExportOptions options;
  SediaQuery *query;
  char *path;
  guint n_done;
  guint n_all;
} Export;

struct _SediaExportWindow
{
  GtkWindow parent_instance;

  GWeakRef opener; /* who says how it went */
  GCancellable *cancellable;
  guint source;    /* shows the window */

  SediaProgress *progress;
};

G_DEFINE_FINAL_TYPE (SediaExportWindow, sedia_export_window, GTK_TYPE_WINDOW)

/* ---- what is written */

static void
progress_cb (int      step,
             guint    n_done,
             guint    n_all,
             gpointer data)
{
  Export *export = data;

  g_atomic_int_set (&export->n_done, n_done);
  g_atomic_int_set (&export->n_all, n_all);
}

static Export *
export_new (const SediaQuery *query,
            const char       *path)
{
  Export *self = g_atomic_rc_box_new0 (Export);

  self->query = sedia_query_copy (query);
  self->path = g_strdup (path);
  self->options.kind = sedia_export_kind_of (query->kind);
  self->options.query = self->query;
  self->options.decimal_comma = sedia_number_form_of_locale ().decimal == ',';
  self->options.has_mark = TRUE;
  self->options.progress = progress_cb;
  self->options.progress_data = self;

  return self;
}

static void
export_clear (gpointer data)
{
  Export *self = data;

  sedia_query_free (self->query);
  g_free (self->path);
}

static void
export_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, export_clear);
}

/* ---- on the thread for what reads for long */

static gpointer
export_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Export *export = data;
  g_autofree guint *n_things = g_new0 (guint, 1);

  if (!sedia_export_to_file (db, &export->options, export->path, n_things, error))
    return NULL;

  return g_steal_pointer (&n_things);
}

/* ---- on the main thread */

static char *
poll_export (double   *fraction,
             gpointer  data)
{
  Export *export = data;
  const guint n_done = (guint) g_atomic_int_get (&export->n_done);
  const guint n_all = (guint) g_atomic_int_get (&export->n_all);
  g_autofree char *done = sedia_format_quantity (n_done, 0);
  g_autofree char *all = sedia_format_quantity (n_all, 0);

  *fraction = n_all > 0 ? (double) n_done / n_all : -1;

  /* Translators: how far the export of a list is: two numbers */
  return n_all > 0 ? g_strdup_printf (_("%s of %s written"), done, all)
                   : g_strdup (_("Reading the list…"));
}

static void
say_written (GtkWidget  *opener,
             guint       n_things,
             const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *number = sedia_format_quantity (n_things, 0);
  g_autofree char *said = NULL;

  /* Translators: in the bar: how many products, orders … of a list are in the file now */
  said = g_strdup_printf (ngettext ("Exported – %s entry in “%s”", "Exported – %s entries in “%s”",
                                    n_things), number, name);
  sedia_act_say (opener, said);
}

typedef struct
{
  SediaExportWindow *window;
  Export *export;
} Running;

static void
exported_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Running *running = data;
  SediaExportWindow *self = running->window;
  g_autoptr (GError) error = NULL;
  g_autofree guint *n_things = sedia_store_finish (SEDIA_STORE (store), result, &error);
  g_autoptr (GtkWidget) opener = g_weak_ref_get (&self->opener);

  if (opener != NULL && n_things != NULL)
    say_written (opener, *n_things, running->export->path);
  else if (opener != NULL && g_cancellable_is_cancelled (self->cancellable))
    sedia_act_say (opener, _("Stopped – no file was written."));
  else if (opener != NULL)
    sedia_act_say_error (opener, error);

  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
  export_unref (running->export);
}

static gboolean
show_cb (gpointer data)
{
  SediaExportWindow *self = SEDIA_EXPORT_WINDOW (data);

  self->source = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* ---- the window */

/* It goes when the thread has really stopped, which is soon. */
static gboolean
sedia_export_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (SEDIA_EXPORT_WINDOW (window)->cancellable);

  return TRUE;
}

/* Also when the window it belongs to is closed. */
static void
sedia_export_window_dispose (GObject *object)
{
  SediaExportWindow *self = SEDIA_EXPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->progress != NULL)
    sedia_progress_stop (self->progress);
  self->progress = NULL;

  G_OBJECT_CLASS (sedia_export_window_parent_class)->dispose (object);
}

static void
sedia_export_window_finalize (GObject *object)
{
  SediaExportWindow *self = SEDIA_EXPORT_WINDOW (object);

  g_weak_ref_clear (&self->opener);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sedia_export_window_parent_class)->finalize (object);
}

static void
sedia_export_window_class_init (SediaExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_export_window_dispose;
  object_class->finalize = sedia_export_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sedia_export_window_close_request;

  g_type_ensure (SEDIA_TYPE_PROGRESS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaExportWindow, progress);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_export_window_init (SediaExportWindow *self)
{
  g_weak_ref_init (&self->opener, NULL);
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_export_begin:
 * @opener: the widget it is opened from; the bar of its window says how it went
 * @store: the shop's records
 * @query: the list, as it is shown
 * @path: the file; one that is there is replaced
 *
 * Writes the list into a file.
 */
void
sedia_export_begin (GtkWidget        *opener,
                    SediaStore       *store,
                    const SediaQuery *query,
                    const char       *path)
{
  SediaExportWindow *self;
  Running *running;

  g_return_if_fail (GTK_IS_WIDGET (opener) && SEDIA_IS_STORE (store));
  g_return_if_fail (query != NULL && path != NULL);

  self = g_object_new (SEDIA_TYPE_EXPORT_WINDOW, "transient-for", gtk_widget_get_root (opener),
                       NULL);
  g_weak_ref_set (&self->opener, opener);

  running = g_new0 (Running, 1);
  running->window = g_object_ref (self);
  running->export = export_new (query, path);
  sedia_progress_start (self->progress, poll_export, g_atomic_rc_box_acquire (running->export),
                        export_unref);
  self->source = g_timeout_add (SHOWN_AFTER_MS, show_cb, self);
  sedia_store_read_long_async (store, export_job, g_atomic_rc_box_acquire (running->export),
                               export_unref, g_free, self->cancellable, exported_cb, running);
}

/* ---- where to */

typedef struct
{
  GWeakRef opener;
  SediaStore *store;
  SediaQuery *query;
} Choosing;

static void
choosing_free (gpointer  data,
               GClosure *closure)
{
  Choosing *choosing = data;

  g_weak_ref_clear (&choosing->opener);
  g_object_unref (choosing->store);
  sedia_query_free (choosing->query);
  g_free (choosing);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  Choosing *choosing = data;
  g_autoptr (GtkWidget) opener = g_weak_ref_get (&choosing->opener);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
    }
  if (opener != NULL && path != NULL)
    sedia_export_begin (opener, choosing->store, choosing->query, path);

  g_object_unref (dialog);
}

/* "Stock 2026-11-25.csv": another one tomorrow. */
static char *
dup_suggested_name (const char *title)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  char *name = g_strdup_printf ("%s %s.csv", title, day);

  return g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
}

/**
 * sedia_export_choose_file:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @query: the list, as it is shown
 * @title: what the list is called
 *
 * Asks for a file and writes the list into it.
 */
void
sedia_export_choose_file (GtkWidget        *opener,
                          SediaStore       *store,
                          const SediaQuery *query,
                          const char       *title)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = dup_suggested_name (title);
  Choosing *choosing;
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (opener) && SEDIA_IS_STORE (store));
  g_return_if_fail (query != NULL && title != NULL);

  choosing = g_new0 (Choosing, 1);
  g_weak_ref_init (&choosing->opener, opener);
  choosing->store = g_object_ref (store);
  choosing->query = sedia_query_copy (query);
  dialog = gtk_file_chooser_native_new (_("Export This List"),
                                        GTK_WINDOW (gtk_widget_get_root (opener)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choosing, choosing_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
