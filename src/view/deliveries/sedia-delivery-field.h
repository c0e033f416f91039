/* A text entry that suggests: products while a line is typed, suppliers in the head of a delivery.
 *
 * The owner looks up what fits, whenever `changed` says that the user typed, and hands it over with
 * sedia_delivery_field_suggest(). Down and Up walk through the suggestions, Enter takes one, Escape
 * closes them.
 *
 * Properties: text (string, rw), placeholder-text (string), accessible-label (string),
 * highlights-first (boolean: Enter takes the first suggestion when none was chosen), opens-up
 * (boolean: above the field).
 *
 * Signals: changed (), when the user typed; chosen (guint index); activate (), Enter with nothing
 * chosen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_FIELD (sedia_delivery_field_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryField, sedia_delivery_field, SEDIA, DELIVERY_FIELD, GtkWidget)

const char *sedia_delivery_field_get_text (SediaDeliveryField *self);
void sedia_delivery_field_set_text (SediaDeliveryField *self,
                                    const char         *text);
void sedia_delivery_field_type (SediaDeliveryField *self,
                                const char         *text);
void sedia_delivery_field_set_placeholder (SediaDeliveryField *self,
                                           const char         *placeholder);
void sedia_delivery_field_begin_suggestions (SediaDeliveryField *self);
void sedia_delivery_field_suggest (SediaDeliveryField *self,
                                   const char         *title,
                                   const char         *detail,
                                   const char         *aside);
void sedia_delivery_field_end_suggestions (SediaDeliveryField *self);
void sedia_delivery_field_close (SediaDeliveryField *self);
void sedia_delivery_field_set_problem (SediaDeliveryField *self,
                                       gboolean            has_problem);

G_END_DECLS
