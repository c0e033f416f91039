/* A backup, from the window: where to, how far it is, what came of it. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_back_up_ask (GtkWidget  *widget,
                        SediaStore *store,
                        GSettings  *settings);
void sedia_back_up_to (GtkWidget  *widget,
                       SediaStore *store,
                       GFile      *target);

G_END_DECLS
