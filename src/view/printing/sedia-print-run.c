/* Printing a document. The printer may have other margins than were asked for: it is laid out for
 * what it says it has.
 */
#include "config.h"

#include "sedia-print-run.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaPrintDocument *document; /* outlives the operation */
  SediaPrintLayout *layout;
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->layout, sedia_print_layout_free);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           data)
{
  Job *job = data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  g_clear_pointer (&job->layout, sedia_print_layout_free);
  job->layout = sedia_print_layout_new (pango, job->document, gtk_print_context_get_width (context),
                                        gtk_print_context_get_height (context));
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int) sedia_print_layout_get_n_pages (job->layout));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           data)
{
  Job *job = data;

  sedia_print_layout_draw (job->layout, gtk_print_context_get_cairo_context (context),
                           (guint) page);
}

static PangoContext *
context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72); /* a unit is a point */

  return context;
}

/**
 * sedia_print_operation_new:
 * @document: what to print; it outlives the operation
 * @paper: on what
 *
 * Returns: (transfer full): what gtk_print_operation_run() runs
 */
GtkPrintOperation *
sedia_print_operation_new (SediaPrintDocument *document,
                           SediaPrintPaper     paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  PangoContext *context;
  g_autoptr (GtkPageSetup) setup = NULL;
  Job *job = g_new0 (Job, 1);

  g_return_val_if_fail (document != NULL, NULL);

  job->document = document;
  context = context_new ();
  setup = sedia_print_paper_dup_setup (paper, document, context);
  g_object_unref (context);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, document->title);
  /* The job is the closure's: it goes with the operation. */
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);

  return operation;
}

/**
 * sedia_print_export:
 * @document: what to print
 * @paper: on what
 * @path: the PDF to write
 * @error: return location for a sentence
 *
 * Returns: whether the file was written
 */
gboolean
sedia_print_export (SediaPrintDocument  *document,
                    SediaPrintPaper      paper,
                    const char          *path,
                    GError             **error)
{
  g_autoptr (GtkPrintOperation) operation = sedia_print_operation_new (document, paper);

  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) !=
         GTK_PRINT_OPERATION_RESULT_ERROR;
}
