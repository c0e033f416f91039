/* A line of a document being typed: product, quantity, and below them what is odd about it.
 *
 *   +---------------------------------------------------------------+
 *   | KOPI-1   Kopi Arabika 1 kg          [   2 dus ]  = 24 pcs  [x] |
 *   | ! Far more than usual: the maximum is 40 pcs. Is it right?     |
 *   +---------------------------------------------------------------+
 *
 * Signals: done (), Enter in the quantity: on to the next line; removed (), the line shall go;
 * choose (), say which product an unknown code is; step (int), up or down to the next quantity;
 * name-typed (string), letters where no quantity begins with one: the next product is meant.
 */
#pragma once

#include "sedia-typed-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPED_LINE_ROW (sedia_typed_line_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedLineRow, sedia_typed_line_row, SEDIA, TYPED_LINE_ROW,
                      GtkListBoxRow)

GtkWidget *sedia_typed_line_row_new (SediaTypedLine *entry);
SediaTypedLine *sedia_typed_line_row_get_entry (SediaTypedLineRow *self);
void sedia_typed_line_row_set_sku_chars (SediaTypedLineRow *self,
                                         int                chars);
void sedia_typed_line_row_focus_quantity (SediaTypedLineRow *self);

G_END_DECLS
