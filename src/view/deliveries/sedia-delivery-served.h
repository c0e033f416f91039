/* Who gets what of a delivery: a sentence, and the rows below it; before them how it differs from
 * the purchase it is for.
 *
 * Property: title (string).
 */
#pragma once

#include "sedia-purchase.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_SERVED (sedia_delivery_served_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryServed, sedia_delivery_served, SEDIA, DELIVERY_SERVED, GtkWidget)

void sedia_delivery_served_show (SediaDeliveryServed *self,
                                 const SediaDelivery *delivery,
                                 gint64               purchase_id,
                                 GPtrArray           *differences,
                                 const char          *sentence);

G_END_DECLS
