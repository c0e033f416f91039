/* The lines of the delivery being typed, and below them the field for the next.
 *
 *   type --Enter--> line with an empty quantity --number, Enter--> field, for the next line
 *   scan ---------> line with one more, its quantity selected: type over it, or scan on
 */
#pragma once

#include "sedia-delivery-form.h"
#include "sedia-delivery-scanner.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_LINES (sedia_delivery_lines_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryLines, sedia_delivery_lines, SEDIA, DELIVERY_LINES, GtkWidget)

void sedia_delivery_lines_set_form (SediaDeliveryLines *self,
                                    SediaDeliveryForm  *form);
void sedia_delivery_lines_set_store (SediaDeliveryLines *self,
                                     SediaStore         *store);
void sedia_delivery_lines_scan (SediaDeliveryLines *self,
                                SediaDeliveryBurst *burst,
                                gboolean            may_be_text);
void sedia_delivery_lines_focus_field (SediaDeliveryLines *self);
void sedia_delivery_lines_focus_entry (SediaDeliveryLines *self,
                                       SediaDeliveryEntry *entry);
gboolean sedia_delivery_lines_put_back (SediaDeliveryLines *self);

G_END_DECLS
