/* A dialog to say how much of each line of an order goes over the counter, or comes back.
 *
 * Items can be scanned: the first scan starts from nothing, each counts one more.
 */
#pragma once

#include "sedia-form.h"
#include "sedia-records.h"
#include "sedia-scanner.h"

G_BEGIN_DECLS

/**
 * SediaOrderPartsWay:
 * @SEDIA_ORDER_PARTS_HAND_OVER: to the customer; begins with what is ready
 * @SEDIA_ORDER_PARTS_RETURN: back from the customer; begins with nothing
 *
 * Which way the goods go.
 */
typedef enum
{
  SEDIA_ORDER_PARTS_HAND_OVER,
  SEDIA_ORDER_PARTS_RETURN,
} SediaOrderPartsWay;

#define SEDIA_TYPE_ORDER_PARTS_FORM (sedia_order_parts_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderPartsForm, sedia_order_parts_form, SEDIA, ORDER_PARTS_FORM,
                      SediaForm)

void sedia_order_parts_form_open (GtkWidget          *opener,
                                  SediaStore         *store,
                                  const SediaOrder   *order,
                                  SediaOrderPartsWay  way);
void sedia_order_parts_form_scan (SediaOrderPartsForm *self,
                                  SediaBurst          *burst);

G_END_DECLS
