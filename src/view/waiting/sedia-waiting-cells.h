/* What the cells of the waiting list say: closures for ui/rows/waiting-*.ui. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_waiting_cells_bind (GtkWidgetClass *widget_class);

G_END_DECLS
