/* Titles above columns of numbers stand where the numbers stand: at the end. GTK 4.8 has no way
 * to ask.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_stock_header_align_end (GtkColumnView *view,
                                   guint          position);

G_END_DECLS
