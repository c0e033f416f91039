/* "You have a delivery that was not received": offers a draft again, after a start or a crash.
 *
 * Signal: continued (gint64 draft).
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_OFFER (sedia_delivery_offer_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryOffer, sedia_delivery_offer, SEDIA, DELIVERY_OFFER, GtkWidget)

void sedia_delivery_offer_set_store (SediaDeliveryOffer *self,
                                     SediaStore         *store);
void sedia_delivery_offer_look (SediaDeliveryOffer *self,
                                gint64              but_not);
void sedia_delivery_offer_show (SediaDeliveryOffer *self,
                                const SediaDraft   *draft);
void sedia_delivery_offer_hide (SediaDeliveryOffer *self);
gint64 sedia_delivery_offer_get_draft_id (SediaDeliveryOffer *self);
char *sedia_delivery_offer_sentence (const SediaDraft *draft);

G_END_DECLS
