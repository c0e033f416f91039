/* The head of the purchase being typed: from whom, when it is wanted, a note.
 *
 * A name nobody has offers to add the supplier. Of a draft purchase that is changed the supplier
 * stays.
 *
 * Signal: done (), Enter in the last field.
 */
#pragma once

#include "sedia-store.h"
#include "sedia-typed-purchase.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASE_HEAD (sedia_purchase_head_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchaseHead, sedia_purchase_head, SEDIA, PURCHASE_HEAD, GtkWidget)

/**
 * SediaPurchaseLookedFunc: Told why the purchase cannot be entered like this, NULL when it can.
 */
typedef void (*SediaPurchaseLookedFunc) (gpointer    data,
                                         const char *problem);

void sedia_purchase_head_set_purchase (SediaPurchaseHead  *self,
                                       SediaTypedPurchase *purchase);
void sedia_purchase_head_set_store (SediaPurchaseHead *self,
                                    SediaStore        *store);
void sedia_purchase_head_fill (SediaPurchaseHead *self);
void sedia_purchase_head_say_day (SediaPurchaseHead *self,
                                  const char        *hint);
void sedia_purchase_head_look (SediaPurchaseHead       *self,
                               SediaPurchaseLookedFunc  func,
                               gpointer                 data);

G_END_DECLS
