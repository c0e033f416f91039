/* A purchase on its way to the supplier: copied as text, or handed to the program that sends it.
 * Nothing is sent here: a person presses the key.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SEDIA_PURCHASE_BY_COPY,
  SEDIA_PURCHASE_BY_WHATSAPP,
  SEDIA_PURCHASE_BY_MAIL,
} SediaPurchaseWay;

void sedia_purchase_hand_on (GtkWidget        *widget,
                             SediaStore       *store,
                             gint64            purchase_id,
                             SediaPurchaseWay  way);

G_END_DECLS
