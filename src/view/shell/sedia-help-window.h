/* The help: what the page in front is for, its most useful keys, and the words of the shop. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_HELP_WINDOW (sedia_help_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaHelpWindow, sedia_help_window, SEDIA, HELP_WINDOW, GtkWindow)

/* Action: help.scroll (i, a GtkScrollType): what the keys do that scroll. */

void sedia_help_window_open (GtkWindow  *opener,
                             const char *page);

G_END_DECLS
