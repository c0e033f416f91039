/* A delivery being typed: supplier, note number, the purchase it is for, lines. */
#pragma once

#include "sedia-delivery-jobs.h"
#include "sedia-document.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPED_DELIVERY (sedia_typed_delivery_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedDelivery, sedia_typed_delivery, SEDIA, TYPED_DELIVERY,
                      SediaDocument)

SediaTypedDelivery *sedia_typed_delivery_new (void);
const char *sedia_typed_delivery_get_supplier (SediaTypedDelivery *self);
void sedia_typed_delivery_set_supplier (SediaTypedDelivery *self,
                                        const char         *supplier);
gint64 sedia_typed_delivery_get_supplier_id (SediaTypedDelivery *self);
void sedia_typed_delivery_set_supplier_id (SediaTypedDelivery *self,
                                           gint64              supplier_id);
const char *sedia_typed_delivery_get_note_number (SediaTypedDelivery *self);
void sedia_typed_delivery_set_note_number (SediaTypedDelivery *self,
                                           const char         *note_number);
gint64 sedia_typed_delivery_get_purchase_id (SediaTypedDelivery *self);
void sedia_typed_delivery_set_purchase (SediaTypedDelivery  *self,
                                        const SediaPurchase *purchase);
void sedia_typed_delivery_fill (SediaTypedDelivery     *self,
                                const SediaStillToCome *coming);

G_END_DECLS
