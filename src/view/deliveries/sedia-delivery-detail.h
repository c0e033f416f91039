/* Everything about one delivery or draft: from whom, when, what, and who got it.
 *
 * Its buttons are the page's actions: page.continue-draft, page.discard-draft, page.undo-delivery.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_DETAIL (sedia_delivery_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryDetail, sedia_delivery_detail, SEDIA, DELIVERY_DETAIL, GtkWidget)

void sedia_delivery_detail_set_store (SediaDeliveryDetail *self,
                                      SediaStore          *store);
void sedia_delivery_detail_set_id (SediaDeliveryDetail *self,
                                   gint64               id);

G_END_DECLS
