/* What can be done wherever the keyboard is in the main window.
 *
 *   win.find  win.open (ix: kind, id)  win.order-instead (x: line)  win.print  win.print-list
 *   win.print-deposit (x: order)
 *   win.scanner  win.undo  win.undo-operation (x)
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_window_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
