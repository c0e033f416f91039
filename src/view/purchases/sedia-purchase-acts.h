/* What is done to a purchase as a whole, with what the bar says afterwards. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_purchase_do_confirm (GtkWidget           *widget,
                                SediaStore          *store,
                                const SediaPurchase *purchase);
void sedia_purchase_do_close (GtkWidget           *widget,
                              SediaStore          *store,
                              const SediaPurchase *purchase);
void sedia_purchase_do_cancel (GtkWidget           *widget,
                               SediaStore          *store,
                               const SediaPurchase *purchase);
void sedia_purchase_do_expect (GtkWidget           *widget,
                               SediaStore          *store,
                               const SediaPurchase *purchase,
                               GArray              *positions,
                               int                  day);

G_END_DECLS
