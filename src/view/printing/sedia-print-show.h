/* How a window prints: it has a job read what to print, and shows it before it is on paper. */
#pragma once

#include "sedia-print-document.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PRINT_HOST (sedia_print_host_get_type ())

G_DECLARE_INTERFACE (SediaPrintHost, sedia_print_host, SEDIA, PRINT_HOST, GtkWindow)

/**
 * SediaPrintHostInterface:
 * @get_settings: (transfer none) (nullable): where the paper is remembered
 *
 * A window that remembers for itself, and for those over it, on which paper was printed last.
 */
struct _SediaPrintHostInterface
{
  GTypeInterface parent_iface;

  GSettings *(*get_settings) (SediaPrintHost *self);
};

void sedia_print_show (GtkWindow      *window,
                       SediaStore     *store,
                       SediaJob        job,
                       gpointer        data,
                       GDestroyNotify  data_free);

G_END_DECLS
