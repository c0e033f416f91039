/* One row of the suggestions below a SediaDeliveryField. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_SUGGESTION (sedia_delivery_suggestion_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliverySuggestion, sedia_delivery_suggestion, SEDIA,
                      DELIVERY_SUGGESTION, GtkListBoxRow)

GtkWidget *sedia_delivery_suggestion_new (const char *title,
                                          const char *detail,
                                          const char *aside);

G_END_DECLS
