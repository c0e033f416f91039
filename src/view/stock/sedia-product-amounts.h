/* The numbers of a product form: how it is counted, what it costs, how much there should be, and
 * what happens when there is none.
 *
 *   Unit            Decimals     Pack          Minimum order
 *   Price           Cost         Minimum       Maximum
 *   When there is none           Limit         [x] May go below zero
 *   Longest wait    Deposit
 *
 * Numbers are read and written as the locale does, exactly.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PRODUCT_AMOUNTS (sedia_product_amounts_get_type ())

G_DECLARE_FINAL_TYPE (SediaProductAmounts, sedia_product_amounts, SEDIA, PRODUCT_AMOUNTS, GtkWidget)

void sedia_product_amounts_show (SediaProductAmounts *self,
                                 const SediaProduct  *product);
void sedia_product_amounts_set_fixed (SediaProductAmounts     *self,
                                      const SediaProductFixed *fixed);
gboolean sedia_product_amounts_read (SediaProductAmounts *self,
                                     SediaProduct        *product);
gboolean sedia_product_amounts_fail (SediaProductAmounts *self,
                                     SediaProductField    field,
                                     const char          *problem);
char *sedia_product_amounts_dup_typed (SediaProductAmounts *self);

G_END_DECLS
