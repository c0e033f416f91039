/* The head of the delivery being typed: from whom, the number on the note, for which purchase.
 *
 * Names and numbers are looked up as they are typed: a name nobody has offers to add the supplier,
 * a note that was received before says when.
 *
 * Signal: done (), Enter in the last field.
 */
#pragma once

#include "sedia-scanner.h"
#include "sedia-store.h"
#include "sedia-typed-delivery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_HEAD (sedia_delivery_head_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryHead, sedia_delivery_head, SEDIA, DELIVERY_HEAD, GtkWidget)

/**
 * SediaHeadCheckedFunc: Called when supplier and note number have been looked up.
 */
typedef void (*SediaHeadCheckedFunc) (gpointer data,
                                      gboolean is_fine);

void sedia_delivery_head_set_delivery (SediaDeliveryHead  *self,
                                       SediaTypedDelivery *delivery);
void sedia_delivery_head_set_store (SediaDeliveryHead *self,
                                    SediaStore        *store);
void sedia_delivery_head_fill (SediaDeliveryHead *self);
void sedia_delivery_head_check (SediaDeliveryHead    *self,
                                SediaHeadCheckedFunc  func,
                                gpointer              data);
gboolean sedia_delivery_head_takes (SediaDeliveryHead *self,
                                    SediaBurst        *burst);
void sedia_delivery_head_focus_problem (SediaDeliveryHead *self);

G_END_DECLS
