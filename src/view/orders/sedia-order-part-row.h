/* A line of an order in a form: its product, how it stands, and how much of it is meant. */
#pragma once

#include "sedia-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_PART_ROW (sedia_order_part_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderPartRow, sedia_order_part_row, SEDIA, ORDER_PART_ROW, GtkListBoxRow)

GtkWidget *sedia_order_part_row_new (const SediaOrderLine *line,
                                     const char           *state,
                                     gint64                amount,
                                     gint64                most);
guint sedia_order_part_row_get_position (SediaOrderPartRow *self);
gint64 sedia_order_part_row_get_product_id (SediaOrderPartRow *self);
gboolean sedia_order_part_row_is_full (SediaOrderPartRow *self);
const char *sedia_order_part_row_get_text (SediaOrderPartRow *self);
void sedia_order_part_row_set_amount (SediaOrderPartRow *self,
                                      gint64             amount);
void sedia_order_part_row_tick (SediaOrderPartRow *self);
gboolean sedia_order_part_row_read (SediaOrderPartRow *self,
                                    gint64            *amount);

G_END_DECLS
