/* Puts a product out of the lists, or back into them. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_product_archive (GtkWidget          *widget,
                            SediaStore         *store,
                            const SediaProduct *product,
                            gboolean            is_archived);
void sedia_product_ask_archive (GtkWidget          *widget,
                                SediaStore         *store,
                                const SediaProduct *product);

G_END_DECLS
