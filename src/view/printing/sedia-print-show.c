/* How a window prints. */
#include "config.h"

#include "sedia-print-show.h"

#include "sedia-act.h"
#include "sedia-print-window.h"

G_DEFINE_INTERFACE (SediaPrintHost, sedia_print_host, GTK_TYPE_WINDOW)

static void
sedia_print_host_default_init (SediaPrintHostInterface *iface)
{
}

/* Of the window, or of the one it was opened from. */
static GSettings *
find_settings (GtkWindow *window)
{
  while (window != NULL && !SEDIA_IS_PRINT_HOST (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL
           ? SEDIA_PRINT_HOST_GET_IFACE (window)->get_settings (SEDIA_PRINT_HOST (window))
           : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaPrintDocument) document = NULL;

  document = sedia_store_finish (SEDIA_STORE (source), result, &error);
  if (document == NULL)
    sedia_act_say_error (GTK_WIDGET (window), error);
  else if (gtk_widget_get_visible (GTK_WIDGET (window)))
    sedia_print_window_open (window, find_settings (window), g_steal_pointer (&document));
}

/**
 * sedia_print_show:
 * @window: who prints
 * @store: where it is read
 * @job: reads it: @data -> SediaPrintDocument
 * @data: for the job
 * @data_free: frees it
 *
 * Shows what is about to be printed; a window that has gone by then shows nothing, and what cannot
 * be read is said in its bar.
 */
void
sedia_print_show (GtkWindow      *window,
                  SediaStore     *store,
                  SediaJob        job,
                  gpointer        data,
                  GDestroyNotify  data_free)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SEDIA_IS_STORE (store));
  g_return_if_fail (job != NULL);

  sedia_store_read_async (store, job, data, data_free, (GDestroyNotify) sedia_print_document_free,
                          NULL, read_cb, g_object_ref (window));
}
