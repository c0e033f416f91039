/* A small dialog for what is done with the stock of one product: sell, note that somebody asked,
 * count, take out. Opened by a key, done by Enter.
 */
#pragma once

#include "sedia-form.h"
#include "sedia-stock-act.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_FORM (sedia_stock_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaStockForm, sedia_stock_form, SEDIA, STOCK_FORM, SediaForm)

void sedia_stock_form_open (GtkWidget          *opener,
                            SediaStore         *store,
                            SediaStockDeed      deed,
                            const SediaProduct *product);

G_END_DECLS
