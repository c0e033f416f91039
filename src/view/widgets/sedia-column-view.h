/* What GTK 4.8's column view lacks: scrolling to a row, a menu on it, heads above their numbers,
 * and how wide a column must be.
 *
 * Lists in Sedia are a GtkColumnView with the style class `data-table`, on a GtkSingleSelection
 * with autoselect=false and can-unselect=true (architecture.md, section 2).
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_column_view_scroll_to (GtkColumnView *view,
                                  guint          position);
void sedia_column_view_add_menu (GtkColumnView *view,
                                 GtkPopover    *menu);
void sedia_column_view_focus (GtkColumnView *view);
gboolean sedia_column_view_tab (GtkColumnView *view);
int sedia_column_view_measure (GtkColumnView       *view,
                               GtkColumnViewColumn *column);
void sedia_column_view_align_end (GtkColumnView       *view,
                                  GtkColumnViewColumn *column);

G_END_DECLS
