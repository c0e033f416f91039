/* What the cells of the list of deliveries say: closures for ui/rows/delivery-*.ui.
 *
 *   delivery_number (int64)                     gchararray  empty for a draft
 *   delivery_lines (gboolean loading, uint)     gchararray
 *   delivery_state_label (draft, reversed, reversal: booleans)     gchararray
 *   delivery_state_icon (the same)              gchararray
 *   delivery_state_classes (the same)           GStrv
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_delivery_cells_bind (GtkWidgetClass *widget_class);

G_END_DECLS
