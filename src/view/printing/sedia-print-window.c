/* What is about to be printed.
 *
 *   Cancel   Paper [ A4 v ]         [Save as PDF…] [Print…]
 *   +---------------------------+
 *   | page 1                    |   as it will look on the paper that is chosen
 *   +---------------------------+
 */
#include "config.h"

#include "sedia-print-window.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-bar.h"
#include "sedia-print-run.h"

#include <glib/gi18n.h>

#define PAGE_GAP 12.0
#define ZOOM 1.15           /* of a point on the screen */
#define RECEIPT_ZOOM 1.6    /* its type is small */
#define MOST_PREVIEWED 10   /* pages: enough to see how it looks */

struct _SediaPrintWindow
{
  GtkWindow parent_instance;

  GSettings *settings; /* NULL when nothing is remembered */
  SediaPrintDocument *document;
  SediaPrintPaper paper;
  GtkPageSetup *setup;
  SediaPrintLayout *layout;

  GtkDropDown *papers;
  GtkDrawingArea *preview;
  GtkLabel *pages;
  SediaBar *bar;
};

static SediaBar *
sedia_print_window_get_bar (SediaBarHost *host)
{
  return SEDIA_PRINT_WINDOW (host)->bar;
}

static void
sedia_print_window_bar_host_init (SediaBarHostInterface *iface)
{
  iface->get_bar = sedia_print_window_get_bar;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaPrintWindow, sedia_print_window, GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_BAR_HOST,
                                                      sedia_print_window_bar_host_init))

/* ---- preview */

static double
zoom (SediaPrintWindow *self)
{
  return self->paper == SEDIA_PRINT_RECEIPT ? RECEIPT_ZOOM : ZOOM;
}

static double
sheet_width (SediaPrintWindow *self)
{
  return gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
}

static double
sheet_height (SediaPrintWindow *self)
{
  return gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
}

static guint
n_previewed (SediaPrintWindow *self)
{
  return MIN (sedia_print_layout_get_n_pages (self->layout), MOST_PREVIEWED);
}

/* Paper is white, whatever the style of the desk. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  SediaPrintWindow *self = data;
  const double sheet = sheet_width (self);

  if (self->layout == NULL)
    return;

  cairo_translate (cr, MAX (0, (width - sheet * zoom (self)) / 2), PAGE_GAP);
  cairo_scale (cr, zoom (self), zoom (self));
  for (guint i = 0; i < n_previewed (self); i++)
    {
      cairo_save (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_rectangle (cr, 0, 0, sheet, sheet_height (self));
      cairo_fill (cr);
      cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                       gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
      sedia_print_layout_draw (self->layout, cr, i);
      cairo_restore (cr);
      cairo_translate (cr, 0, sheet_height (self) + PAGE_GAP);
    }
}

static void
say_pages (SediaPrintWindow *self)
{
  const guint n = sedia_print_layout_get_n_pages (self->layout);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  g_autofree char *shown = NULL;

  if (n > MOST_PREVIEWED)
    shown = g_strdup_printf (_("%u pages, the first %d are shown"), n, MOST_PREVIEWED);
  gtk_label_set_text (self->pages, shown != NULL ? shown : text);
}

static void
lay_out (SediaPrintWindow *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));

  pango_cairo_context_set_resolution (context, 72); /* a unit is a point */
  g_clear_object (&self->setup);
  g_clear_pointer (&self->layout, sedia_print_layout_free);
  self->setup = sedia_print_paper_dup_setup (self->paper, self->document, context);
  self->layout =
    sedia_print_layout_new (context, self->document,
                            gtk_page_setup_get_page_width (self->setup, GTK_UNIT_POINTS),
                            gtk_page_setup_get_page_height (self->setup, GTK_UNIT_POINTS));
  g_object_unref (context);

  gtk_drawing_area_set_content_width (self->preview,
                                      (int) (sheet_width (self) * zoom (self) + 2 * PAGE_GAP));
  gtk_drawing_area_set_content_height (self->preview,
                                       (int) (n_previewed (self) * zoom (self) *
                                                (sheet_height (self) + PAGE_GAP) + PAGE_GAP));
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
  say_pages (self);
}

static void
paper_chosen_cb (SediaPrintWindow *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->papers);

  if (self->document == NULL || chosen >= SEDIA_N_PRINT_PAPERS)
    return; /* not filled yet */

  self->paper = (SediaPrintPaper) chosen;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "paper", sedia_print_paper_get_name (self->paper));
  lay_out (self);
}

/* ---- on paper */

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 data)
{
  SediaPrintWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      sedia_act_say_error (GTK_WIDGET (self), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_window_close (GTK_WINDOW (self));
}

static void
unref_cb (gpointer  window,
          GClosure *closure)
{
  g_object_unref (window);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaPrintWindow *self = SEDIA_PRINT_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  operation = sedia_print_operation_new (self->document, self->paper);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* The document must outlive the operation, whatever becomes of the window. */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (self), unref_cb,
                         0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         data)
{
  SediaPrintWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  g_object_unref (dialog);

  if (path == NULL)
    return;
  if (sedia_print_export (self->document, self->paper, path, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    sedia_act_say_error (GTK_WIDGET (self), error);
}

/* A name that says what it is: "Siti Rahma - Order 12.pdf". */
static char *
dup_file_name (SediaPrintWindow *self)
{
  g_autofree char *name = g_strdup (self->document->heads->len > 0
                                      ? g_ptr_array_index (self->document->heads, 0)
                                      : self->document->title);

  return g_strdup_printf ("%s.pdf", g_strdelimit (name, "/\\:*?\"<>|", '-'));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaPrintWindow *self = SEDIA_PRINT_WINDOW (widget);
  g_autofree char *name = dup_file_name (self);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- the widget */

static void
sedia_print_window_dispose (GObject *object)
{
  SediaPrintWindow *self = SEDIA_PRINT_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->setup);
  g_clear_pointer (&self->layout, sedia_print_layout_free);

  G_OBJECT_CLASS (sedia_print_window_parent_class)->dispose (object);
}

static void
sedia_print_window_finalize (GObject *object)
{
  g_clear_pointer (&SEDIA_PRINT_WINDOW (object)->document, sedia_print_document_free);

  G_OBJECT_CLASS (sedia_print_window_parent_class)->finalize (object);
}

static void
sedia_print_window_class_init (SediaPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_print_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_print_window_finalize;

  g_type_ensure (SEDIA_TYPE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPrintWindow, papers);
  gtk_widget_class_bind_template_child (widget_class, SediaPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SediaPrintWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SediaPrintWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);

  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "print.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "print.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "print.save",
                                       NULL);
}

static void
sedia_print_window_init (SediaPrintWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  sedia_accessible_name_inner (GTK_WIDGET (self->papers), _("Paper"));
  for (guint i = 0; i < SEDIA_N_PRINT_PAPERS; i++)
    gtk_string_list_append (labels, sedia_print_paper_get_label ((SediaPrintPaper) i));
  gtk_drop_down_set_model (self->papers, G_LIST_MODEL (labels));
  gtk_drawing_area_set_draw_func (self->preview, draw_cb, self, NULL);
}

/**
 * sedia_print_window_open:
 * @window: the window it stands over
 * @settings: (nullable): where the paper is remembered
 * @document: (transfer full): what to print
 *
 * Shows what is about to be printed. The window belongs to GTK and goes when it is closed.
 */
void
sedia_print_window_open (GtkWindow          *window,
                         GSettings          *settings,
                         SediaPrintDocument *document)
{
  SediaPrintWindow *self;
  g_autofree char *paper = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (document != NULL);

  self = g_object_new (SEDIA_TYPE_PRINT_WINDOW, "transient-for", window, NULL);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    paper = g_settings_get_string (settings, "paper");
  self->document = document;
  self->paper = sedia_print_paper_from_name (paper);
  gtk_drop_down_set_selected (self->papers, self->paper);
  lay_out (self);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * sedia_print_window_get_document: (transfer none) what it shows.
 */
const SediaPrintDocument *
sedia_print_window_get_document (SediaPrintWindow *self)
{
  g_return_val_if_fail (SEDIA_IS_PRINT_WINDOW (self), NULL);

  return self->document;
}
