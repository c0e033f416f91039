/* What is about to be printed, as it will look: paper, preview, printer or PDF. */
#pragma once

#include "sedia-print-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PRINT_WINDOW (sedia_print_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaPrintWindow, sedia_print_window, SEDIA, PRINT_WINDOW, GtkWindow)

void sedia_print_window_open (GtkWindow          *window,
                              GSettings          *settings,
                              SediaPrintDocument *document);
const SediaPrintDocument *sedia_print_window_get_document (SediaPrintWindow *self);

G_END_DECLS
