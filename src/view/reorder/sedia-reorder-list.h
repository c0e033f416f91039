/* The list of what to order: choosing, typing quantities over, ticking.
 *
 * Arrows go from row to row, a digit or F2 goes into the quantity, Space ticks, Enter opens.
 *
 * Signals: selected (), another product is selected; activate (), it was opened.
 */
#pragma once

#include "sedia-reorder-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_LIST (sedia_reorder_list_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderList, sedia_reorder_list, SEDIA, REORDER_LIST, GtkWidget)

void sedia_reorder_list_set_rows (SediaReorderList *self,
                                  SediaReorderRows *rows);
SediaReorderItem *sedia_reorder_list_get_selected (SediaReorderList *self);
void sedia_reorder_list_select (SediaReorderList *self,
                                guint             position);
void sedia_reorder_list_focus (SediaReorderList *self);
void sedia_reorder_list_focus_quantity (SediaReorderList *self,
                                        SediaReorderItem *item);

G_END_DECLS
