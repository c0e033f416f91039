/* The charts of one thing, kept up to date while they are looked at.
 *
 *   +--------------------------------------------+
 *   |              Kopi Arabika 1 kg             |
 *   | Stock and what is coming           [Table] |
 *   |  ...                                       |
 *   | Demand and forecast                [Table] |
 *   |  ...                                       |
 *   +--------------------------------------------+
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_CHARTS_WINDOW (sedia_charts_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaChartsWindow, sedia_charts_window, SEDIA, CHARTS_WINDOW, GtkWindow)

/* For SEDIA_KIND_LINE: of everything that customers wait for. */
#define SEDIA_CHARTS_OF_ALL 1

/* kind: SEDIA_KIND_PRODUCT, SEDIA_KIND_SUPPLIER or SEDIA_KIND_LINE */
GtkWindow *sedia_charts_window_open (GtkWidget  *opener,
                                     SediaStore *store,
                                     SediaKind   kind,
                                     gint64      id,
                                     const char *name);

G_END_DECLS
