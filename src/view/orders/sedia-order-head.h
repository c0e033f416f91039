/* The head of the order being typed: for whom, until when, and what else was agreed.
 *
 * A name or phone is looked up as it is typed; one that nobody has becomes a new customer, entered
 * with the order.
 *
 * Signals: done (), Enter in the last field; customer-changed (), somebody else is meant: see
 * sedia_order_head_get_check().
 */
#pragma once

#include "sedia-customer-check.h"
#include "sedia-typed-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_HEAD (sedia_order_head_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderHead, sedia_order_head, SEDIA, ORDER_HEAD, GtkWidget)

/**
 * SediaHeadLookedFunc: Called when the head has been looked at.
 */
typedef void (*SediaHeadLookedFunc) (gpointer    data,
                                     const char *problem);

void sedia_order_head_set_order (SediaOrderHead  *self,
                                 SediaTypedOrder *order);
void sedia_order_head_set_store (SediaOrderHead *self,
                                 SediaStore     *store);
void sedia_order_head_fill (SediaOrderHead *self);
const SediaCustomerCheck *sedia_order_head_get_check (SediaOrderHead *self);
void sedia_order_head_look (SediaOrderHead      *self,
                            SediaHeadLookedFunc  func,
                            gpointer             data);

G_END_DECLS
