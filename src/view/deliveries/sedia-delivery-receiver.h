/* Books the delivery being typed, once.
 *
 * Signals: received (SediaReceipt *); failed (GError *): nothing happened, the draft is still
 * there.
 */
#pragma once

#include "sedia-delivery-saver.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_RECEIVER (sedia_delivery_receiver_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryReceiver, sedia_delivery_receiver, SEDIA, DELIVERY_RECEIVER,
                      GObject)

SediaDeliveryReceiver *sedia_delivery_receiver_new (SediaDeliveryForm  *form,
                                                    SediaDeliverySaver *saver);
void sedia_delivery_receiver_set_store (SediaDeliveryReceiver *self,
                                        SediaStore            *store);
void sedia_delivery_receiver_receive (SediaDeliveryReceiver *self,
                                      gboolean               anyway);

G_END_DECLS
