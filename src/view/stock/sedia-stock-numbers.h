/* The numbers of a product, each a button that opens the rows that make it.
 *
 *   | On hand 12 | Reserved 4 | Free 8      |
 *   | Waiting 0  | Demand 4   | Projected 8 |
 *
 * Property: number (int, a SediaStockNumber, rw): which is open.
 */
#pragma once

#include "sedia-stock-parts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_NUMBERS (sedia_stock_numbers_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockNumbers, sedia_stock_numbers, SEDIA, STOCK_NUMBERS, GtkWidget)

SediaStockNumber sedia_stock_numbers_get_number (SediaStockNumbers *self);
void sedia_stock_numbers_set_number (SediaStockNumbers *self,
                                     SediaStockNumber   number);
void sedia_stock_numbers_show (SediaStockNumbers  *self,
                               const SediaProduct *product);

G_END_DECLS
