/* Writing a list, as it is shown, into a file for a spreadsheet.
 *
 *   +------------------------------------------+
 *   | ======-----  12.000 of 1.000.000 written |
 *   |                                 [Cancel] |
 *   +------------------------------------------+
 *
 * The window shows itself only when it takes long. Cancelled, or when something goes wrong, there
 * is no half a file: what was there before still is.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_EXPORT_WINDOW (sedia_export_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaExportWindow, sedia_export_window, SEDIA, EXPORT_WINDOW, GtkWindow)

void sedia_export_choose_file (GtkWidget        *opener,
                               SediaStore       *store,
                               const SediaQuery *query,
                               const char       *title);
void sedia_export_begin (GtkWidget        *opener,
                         SediaStore       *store,
                         const SediaQuery *query,
                         const char       *path);

G_END_DECLS
