/* One line of a delivery being typed: a product, or a code nobody knows, and a quantity as
 * typed.
 */
#pragma once

#include "sedia-delivery-quantity.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_ENTRY (sedia_delivery_entry_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryEntry, sedia_delivery_entry, SEDIA, DELIVERY_ENTRY, GObject)

SediaDeliveryEntry *sedia_delivery_entry_new (SediaProduct *product,
                                              const char   *typed);
SediaDeliveryEntry *sedia_delivery_entry_new_unknown (const char *code,
                                                      const char *typed);
const SediaProduct *sedia_delivery_entry_get_product (SediaDeliveryEntry *self);
const char *sedia_delivery_entry_get_code (SediaDeliveryEntry *self);
const char *sedia_delivery_entry_get_typed (SediaDeliveryEntry *self);
void sedia_delivery_entry_set_typed (SediaDeliveryEntry *self,
                                     const char         *typed);
void sedia_delivery_entry_take_product (SediaDeliveryEntry *self,
                                        SediaProduct       *product);
gboolean sedia_delivery_entry_add_one (SediaDeliveryEntry *self);
gint64 sedia_delivery_entry_get_amount (SediaDeliveryEntry *self);
SediaQuantityDoubt sedia_delivery_entry_get_doubt (SediaDeliveryEntry *self);

G_END_DECLS
