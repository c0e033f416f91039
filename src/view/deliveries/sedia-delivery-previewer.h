/* Asks, while a delivery is typed, who would get what.
 *
 * Signal: previewed (SediaDelivery *preview, const char *sentence); preview is NULL when there is
 * nothing to ask about or the question could not be answered.
 */
#pragma once

#include "sedia-delivery-form.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_PREVIEWER (sedia_delivery_previewer_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryPreviewer, sedia_delivery_previewer, SEDIA, DELIVERY_PREVIEWER,
                      GObject)

SediaDeliveryPreviewer *sedia_delivery_previewer_new (SediaDeliveryForm *form);
void sedia_delivery_previewer_set_store (SediaDeliveryPreviewer *self,
                                         SediaStore             *store);
void sedia_delivery_previewer_refresh (SediaDeliveryPreviewer *self);

G_END_DECLS
