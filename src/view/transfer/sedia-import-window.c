/* Importing from a file: see sedia-import-window.h.
 *
 * The session knows; this shows it, and runs the import.
 */
#include "config.h"

#include "sedia-import-window.h"

#include "sedia-act.h"
#include "sedia-chips.h"
#include "sedia-empty-state.h"
#include "sedia-import-bad.h"
#include "sedia-import-grid.h"
#include "sedia-import-list.h"
#include "sedia-import-said.h"
#include "sedia-import-status.h"
#include "sedia-import-words.h"

#include <glib/gi18n.h>

/* What the chips choose. */
enum
{
  SHOWS_FILE,
  SHOWS_LINES,
  SHOWS_NEW,
  SHOWS_CHANGED,
  SHOWS_BAD,
};

struct _SediaImportWindow
{
  SediaForm parent_instance;

  SediaImportSession *session;
  GCancellable *importing;      /* NULL but while it imports */
  SediaImportOutcome *listed;   /* whose rows the list has */
  int shown;

  GtkStack *states;
  SediaEmptyState *empty;
  GtkWidget *tools;
  SediaImportSaid *said;
  SediaImportStatus *status;
  SediaChips *chips;
  SediaImportBad *bad;
  GtkStack *views;
  SediaImportGrid *grid;
  SediaImportGrid *lines_grid;
  SediaImportList *list;
  SediaEmptyState *nothing;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (SediaImportWindow, sedia_import_window, SEDIA_TYPE_FORM)

/* ---- what is shown below the chips */

static void
show_list (SediaImportWindow   *self,
           SediaImportRowsKind  kind,
           const char          *nothing)
{
  SediaImportOutcome *outcome = sedia_import_session_get_outcome (self->session);
  g_autoptr (SediaImportRows) rows = outcome != NULL ? sedia_import_rows_new (kind, outcome) : NULL;
  const gboolean has_rows = rows != NULL && g_list_model_get_n_items (G_LIST_MODEL (rows)) > 0;

  if (has_rows)
    sedia_import_list_show (self->list, kind, outcome);
  else
    sedia_empty_state_set (self->nothing, "sedia-ready-symbolic", nothing, "");
  gtk_stack_set_visible_child_name (self->views, has_rows ? "list" : "nothing");
}

static void
show_view (SediaImportWindow *self)
{
  const GError *error = sedia_import_session_get_error (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->bad), FALSE);
  if (error != NULL)
    {
      sedia_empty_state_set (self->nothing, "dialog-warning-symbolic", _("This Cannot Be Imported"),
                             error->message);
      gtk_stack_set_visible_child_name (self->views, "nothing");
      return;
    }

  switch (self->shown)
    {
    case SHOWS_NEW:
      show_list (self, SEDIA_IMPORT_ROWS_NEW, _("Nothing Would Be New"));
      break;

    case SHOWS_CHANGED:
      show_list (self, SEDIA_IMPORT_ROWS_CHANGED, _("Nothing Would Change"));
      break;

    case SHOWS_BAD:
      show_list (self, SEDIA_IMPORT_ROWS_BAD, _("Nothing Is Wrong"));
      gtk_widget_set_visible (GTK_WIDGET (self->bad), TRUE);
      break;

    case SHOWS_LINES:
      gtk_stack_set_visible_child_name (self->views, "lines");
      break;

    default:
      gtk_stack_set_visible_child_name (self->views, "file");
      break;
    }
}

static void
chip_cb (SediaImportWindow *self)
{
  self->shown = sedia_chips_get_selected (self->chips);
  if (self->session != NULL)
    show_view (self);
}

/* ---- how it stands */

static void
update_notes (SediaImportWindow *self)
{
  const SediaImportReport *report = sedia_import_session_get_report (self->session);
  g_autofree char *text = NULL;

  if (report != NULL && report->notes->len > 0)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new ();

      for (guint i = 0; i < report->notes->len; i++)
        g_ptr_array_add (notes, g_ptr_array_index (report->notes, i));
      g_ptr_array_add (notes, NULL);
      text = g_strjoinv (" ", (char **) notes->pdata);
    }

  gtk_label_set_label (self->notes, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text != NULL);
}

static void
update_chips (SediaImportWindow *self)
{
  const SediaImportReport *report = sedia_import_session_get_report (self->session);
  const SediaImportReport *bad = sedia_import_session_get_bad (self->session);

  sedia_chips_set_visible (self->chips, SHOWS_LINES,
                           sedia_import_session_get_sheet (self->session, 1) != NULL);
  sedia_chips_set_count (self->chips, SHOWS_NEW, report != NULL ? report->added : 0);
  sedia_chips_set_count (self->chips, SHOWS_CHANGED, report != NULL ? report->changed : 0);
  sedia_chips_set_count (self->chips, SHOWS_BAD, bad != NULL ? bad->problems->len : 0);
}

/* The list is filled again only for another outcome: it keeps its place while nothing changes. */
static void
changed_cb (SediaImportWindow *self)
{
  SediaImportOutcome *outcome = sedia_import_session_get_outcome (self->session);
  const gboolean has_file = sedia_import_session_get_state (self->session) != SEDIA_IMPORT_EMPTY;

  gtk_stack_set_visible_child_name (self->states, has_file ? "file" : "empty");
  sedia_import_said_update (self->said);
  sedia_import_grid_show (self->grid, sedia_import_session_get_sheet (self->session, 0));
  sedia_import_grid_show (self->lines_grid, sedia_import_session_get_sheet (self->session, 1));
  sedia_import_status_update (self->status, self->session);
  update_notes (self);
  update_chips (self);
  sedia_import_bad_update (self->bad, self->session);
  if (outcome != self->listed || outcome == NULL)
    show_view (self);

  g_clear_pointer (&self->listed, sedia_import_outcome_unref);
  self->listed = outcome != NULL ? sedia_import_outcome_ref (outcome) : NULL;
  sedia_form_set_can_save (SEDIA_FORM (self), self->importing == NULL &&
                                                sedia_import_session_can_import (self->session));
}

/* ---- what is said here */

static void
chosen_cb (SediaImportWindow *self,
           guint              column,
           guint              field,
           SediaImportGrid   *grid)
{
  sedia_import_session_choose (self->session, grid == self->lines_grid ? 1 : 0, column,
                               (SediaField) field);
}

static void
file_chosen (SediaImportWindow *self,
             guint              file,
             GFile             *chosen)
{
  g_autofree char *path = g_file_get_path (chosen);

  if (path != NULL)
    sedia_import_window_choose_for (self, file, path);
  else
    sedia_act_say (GTK_WIDGET (self), _("Only files on this computer can be imported."));
}

typedef struct
{
  GWeakRef window;
  guint file;
} Choosing;

static void
choosing_free (gpointer  data,
               GClosure *closure)
{
  Choosing *choosing = data;

  g_weak_ref_clear (&choosing->window);
  g_free (choosing);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  Choosing *choosing = data;
  g_autoptr (SediaImportWindow) self = g_weak_ref_get (&choosing->window);
  g_autoptr (GFile) file = NULL;

  if (self != NULL && response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      file_chosen (self, choosing->file, file);
    }

  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables as text (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (widget);
  Choosing *choosing;
  GtkFileChooserNative *dialog;

  if (self->importing != NULL)
    return;

  choosing = g_new0 (Choosing, 1);
  g_weak_ref_init (&choosing->window, self);
  choosing->file = parameter != NULL ? g_variant_get_uint32 (parameter) : 0;
  dialog = gtk_file_chooser_native_new (_("Choose a File to Import"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choosing, choosing_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
drop_cb (SediaImportWindow *self,
         const GValue      *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || self->session == NULL)
    return FALSE;

  file_chosen (self, 0, files->data);
  return TRUE;
}

/* ---- importing */

static void
set_importing (SediaImportWindow *self,
               GCancellable      *cancellable)
{
  g_set_object (&self->importing, cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->said), cancellable == NULL);
  gtk_widget_set_sensitive (self->tools, cancellable == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->views), cancellable == NULL);
  changed_cb (self);
}

static char *
imported (GtkWidget *widget,
          gpointer   result,
          gpointer   data)
{
  const SediaImportReport *report = result;
  g_autofree char *counts = sedia_import_counts_sentence (report->added, report->changed,
                                                          report->unchanged);

  g_clear_object (&SEDIA_IMPORT_WINDOW (widget)->importing);
  sedia_form_finish (SEDIA_FORM (widget));

  /* Translators: in the bar: what an import did, such as “66 new, 12 changed, 3 as they are” */
  return g_strdup_printf (_("Imported – %s"), counts);
}

static void
not_imported (GtkWidget    *widget,
              const GError *error,
              gpointer      data)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (widget);
  const gboolean is_stopped = g_cancellable_is_cancelled (self->importing);

  set_importing (self, NULL);
  if (is_stopped)
    sedia_act_say (widget, _("Stopped – nothing was imported, everything is as it was."));
}

static const char *
page_of (SediaTransferKind kind)
{
  switch (kind)
    {
    case SEDIA_TRANSFER_PRODUCTS:
    case SEDIA_TRANSFER_SALES:
      return "app.show-page::stock";
    case SEDIA_TRANSFER_CUSTOMERS:
      return "app.show-page::customers";
    case SEDIA_TRANSFER_SUPPLIERS:
      return "app.show-page::suppliers";
    case SEDIA_TRANSFER_ORDERS:
      return "app.show-page::orders";
    }

  g_assert_not_reached ();
}

static void
sedia_import_window_save (SediaForm *form)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (form);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SediaImportTask *task;

  if (self->importing != NULL || !sedia_import_session_can_import (self->session))
    return;

  task = sedia_import_session_make_task (self->session, cancellable);
  set_importing (self, cancellable);
  sedia_import_status_follow (self->status, task);
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "import" },
                   .job = sedia_import_task_run,
                   .data = task,
                   .data_free = sedia_import_task_unref,
                   .result_free = (GDestroyNotify) sedia_import_report_free,
                   .cancellable = cancellable,
                   .done = imported,
                   .failed = not_imported,
                   .show_label = _("Show"),
                   .show_action = page_of (sedia_import_task_get_options (task)->kind),
                 });
}

/* Closing while it imports stops that; the window stays, and says so. */
static gboolean
sedia_import_window_close_request (GtkWindow *window)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (window);

  if (self->importing != NULL)
    {
      g_cancellable_cancel (self->importing);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (sedia_import_window_parent_class)->close_request (window);
}

/* ---- the window */

/* What would be lost: what was chosen by hand. A file is quickly chosen again. */
static char *
sedia_import_window_dup_typed (SediaForm *form)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (form);
  GString *typed = g_string_new (NULL);

  for (guint file = 0; self->session != NULL && file < SEDIA_IMPORT_FILES; file++)
    {
      SediaImportSheet *sheet = sedia_import_session_get_sheet (self->session, file);
      const guint n = sheet != NULL ? sedia_import_sheet_get_columns (sheet)->n_columns : 0;
      int rival;

      for (guint i = 0; i < n; i++)
        if (sedia_import_sheet_get_trust (sheet, i, &rival) == SEDIA_TRUST_CHOSEN)
          g_string_append_printf (typed, "%u.%u ", file, i);
    }

  return g_string_free (typed, FALSE);
}

static void
sedia_import_window_dispose (GObject *object)
{
  SediaImportWindow *self = SEDIA_IMPORT_WINDOW (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
      sedia_import_session_stop (self->session);
      sedia_import_status_stop (self->status);
      sedia_import_grid_show (self->grid, NULL);
      sedia_import_grid_show (self->lines_grid, NULL);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->importing);
  g_clear_pointer (&self->listed, sedia_import_outcome_unref);

  G_OBJECT_CLASS (sedia_import_window_parent_class)->dispose (object);
}

static void
sedia_import_window_class_init (SediaImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sedia_import_window_close_request;
  form_class->save = sedia_import_window_save;
  form_class->dup_typed = sedia_import_window_dup_typed;

  g_type_ensure (SEDIA_TYPE_CHIPS);
  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_IMPORT_BAD);
  g_type_ensure (SEDIA_TYPE_IMPORT_GRID);
  g_type_ensure (SEDIA_TYPE_IMPORT_LIST);
  g_type_ensure (SEDIA_TYPE_IMPORT_SAID);
  g_type_ensure (SEDIA_TYPE_IMPORT_STATUS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-window.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SediaImportWindow, child)
  BIND (states);
  BIND (empty);
  BIND (tools);
  BIND (said);
  BIND (status);
  BIND (chips);
  BIND (bad);
  BIND (views);
  BIND (grid);
  BIND (lines_grid);
  BIND (list);
  BIND (nothing);
  BIND (notes);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chip_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);

  gtk_widget_class_install_action (widget_class, "import.choose-file", "u", choose_file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "import.choose-file", "u", 0);
}

static void
sedia_import_window_init (SediaImportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->empty, "sentence",
                _("Products, customers, suppliers or orders as a table: from a spreadsheet saved "
                  "as CSV, from another shop system, or from Sedia. You can also drop the file "
                  "here."),
                NULL);
  sedia_chips_add (self->chips, SHOWS_FILE, C_("import", "File"), NULL);
  sedia_chips_add (self->chips, SHOWS_LINES, C_("import", "Lines"), NULL);
  sedia_chips_add (self->chips, SHOWS_NEW, C_("import", "New"), NULL);
  sedia_chips_add (self->chips, SHOWS_CHANGED, C_("import", "Changed"), NULL);
  sedia_chips_add (self->chips, SHOWS_BAD, C_("import", "Wrong"), "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to show of the import"), -1);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  sedia_form_set_can_save (SEDIA_FORM (self), FALSE);
}

/**
 * sedia_import_window_open:
 * @opener: the widget it is opened from
 * @store: where to import to
 * @path: (nullable): the file, when it is known
 */
void
sedia_import_window_open (GtkWidget  *opener,
                          SediaStore *store,
                          const char *path)
{
  SediaImportWindow *self = g_object_new (SEDIA_TYPE_IMPORT_WINDOW, NULL);

  self->session = sedia_import_session_new (store);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  sedia_import_said_set_session (self->said, self->session);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  if (path != NULL)
    sedia_import_window_choose (self, path);
}

/**
 * sedia_import_window_choose: Chooses a file: what it is about is found out.
 */
void
sedia_import_window_choose (SediaImportWindow *self,
                            const char        *path)
{
  g_return_if_fail (SEDIA_IS_IMPORT_WINDOW (self));
  g_return_if_fail (path != NULL);

  sedia_chips_set_selected (self->chips, SHOWS_FILE);
  sedia_import_session_set_file (self->session, path);
  sedia_import_said_focus (self->said);
}

/**
 * sedia_import_window_choose_for:
 * @self: the window
 * @file: 0 for the file, 1 for that of the lines of its orders
 * @path: where it is
 *
 * Chooses one of the files. The orders to the lines that are there already, or the lines to the
 * orders: then the other one stays.
 */
void
sedia_import_window_choose_for (SediaImportWindow *self,
                                guint              file,
                                const char        *path)
{
  const SediaImportOptions *options;

  g_return_if_fail (SEDIA_IS_IMPORT_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (self->importing != NULL)
    return;

  options = sedia_import_session_get_options (self->session);
  if (file == 1 || (options->path == NULL && options->lines_path != NULL))
    sedia_import_session_set_path (self->session, file, path);
  else
    sedia_import_window_choose (self, path);
}
