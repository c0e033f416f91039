/* For which purchase the delivery being typed is: one of those that are expected from its supplier,
 * or none. What is expected of it can be filled in with one press. Shown only when there is one to
 * choose.
 *
 * Signals: chosen (), another purchase was chosen, and with it perhaps a supplier; filled (), its
 * lines were filled in.
 */
#pragma once

#include "sedia-store.h"
#include "sedia-typed-delivery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_PURCHASE (sedia_delivery_purchase_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryPurchase, sedia_delivery_purchase, SEDIA, DELIVERY_PURCHASE,
                      GtkWidget)

void sedia_delivery_purchase_set_delivery (SediaDeliveryPurchase *self,
                                           SediaTypedDelivery    *delivery);
void sedia_delivery_purchase_set_store (SediaDeliveryPurchase *self,
                                        SediaStore            *store);
void sedia_delivery_purchase_show (SediaDeliveryPurchase *self);

G_END_DECLS
