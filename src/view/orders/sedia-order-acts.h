/* What is done to an order as a whole, with what the bar says afterwards. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaOrderParts:
 * @parts: (element-type SediaLinePart): which lines, how much of each
 * @settlement: of a return
 * @is_damaged: of a return
 *
 * What a form was filled in with.
 */
typedef struct
{
  GArray *parts;
  SediaSettlement settlement;
  gboolean is_damaged;
} SediaOrderParts;

void sedia_order_ask_cancel (GtkWidget        *widget,
                             SediaStore       *store,
                             const SediaOrder *order);
void sedia_order_do_reopen (GtkWidget        *widget,
                            SediaStore       *store,
                            const SediaOrder *order);
void sedia_order_do_give_back (GtkWidget        *widget,
                               SediaStore       *store,
                               const SediaOrder *order);
void sedia_order_do_hand_over (GtkWidget             *widget,
                               SediaStore            *store,
                               const SediaOrder      *order,
                               const SediaOrderParts *parts);
void sedia_order_do_return (GtkWidget             *widget,
                            SediaStore            *store,
                            const SediaOrder      *order,
                            const SediaOrderParts *parts);

G_END_DECLS
