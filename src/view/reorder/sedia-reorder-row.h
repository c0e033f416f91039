/* A row of what to order, on the screen: a supplier with what its order is worth, or a product with
 * the quantity to be typed over.
 *
 *   Java Tea                                       [Fill Up] [Make Draft]
 *   3 products. Worth 400; Java Tea takes orders from 1000: 600 is missing
 *
 *   [x] Green tea                            [    24] pcs      120.000
 *       TEA-1 – 5 free, 12 on its way, 3 waiting                2 packs
 *
 * Signals: entered (), the keyboard is in its quantity; step (int), it goes on to the row above or
 * below.
 */
#pragma once

#include "sedia-reorder-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_ROW (sedia_reorder_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderRow, sedia_reorder_row, SEDIA, REORDER_ROW, GtkWidget)

GtkWidget *sedia_reorder_row_new (void);
void sedia_reorder_row_set_item (SediaReorderRow  *self,
                                 SediaReorderItem *item);
SediaReorderItem *sedia_reorder_row_get_item (SediaReorderRow *self);
gboolean sedia_reorder_row_has_focus (SediaReorderRow *self);
void sedia_reorder_row_focus_quantity (SediaReorderRow *self,
                                       gunichar         first);

G_END_DECLS
