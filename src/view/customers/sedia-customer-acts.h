/* What can be done to a customer, with what the bar says afterwards. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_customer_set_archived (GtkWidget           *widget,
                                  SediaStore          *store,
                                  const SediaCustomer *customer,
                                  gboolean             archived);
void sedia_customer_ask_erase (GtkWidget           *widget,
                               SediaStore          *store,
                               const SediaCustomer *customer);

G_END_DECLS
