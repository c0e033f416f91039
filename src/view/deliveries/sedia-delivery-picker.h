/* Finds products for a SediaDeliveryField while the user types.
 *
 * Signals: picked (SediaProduct *), a suggestion was taken; entered (const char *), Enter with
 * something that no suggestion stands for.
 */
#pragma once

#include "sedia-delivery-field.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_PICKER (sedia_delivery_picker_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryPicker, sedia_delivery_picker, SEDIA, DELIVERY_PICKER, GObject)

SediaDeliveryPicker *sedia_delivery_picker_new (SediaDeliveryField *field);
void sedia_delivery_picker_set_store (SediaDeliveryPicker *self,
                                      SediaStore          *store);

G_END_DECLS
