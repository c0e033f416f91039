/* Throwing a draft away, after a question: the one thing about deliveries that cannot be undone. */
#pragma once

#include "sedia-ask.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_delivery_ask_discard (GtkWidget       *widget,
                                 SediaAnswerFunc  answered);
void sedia_delivery_discard (GtkWidget  *widget,
                             SediaStore *store,
                             gint64      draft_id);

G_END_DECLS
