/* Throwing a draft away, after a question: the one thing about documents that cannot be undone. */
#pragma once

#include "sedia-ask.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_draft_ask_discard (GtkWidget       *widget,
                              SediaDraftKind   kind,
                              SediaAnswerFunc  answered);
void sedia_draft_throw_away (GtkWidget  *widget,
                             SediaStore *store,
                             gint64      draft_id);

G_END_DECLS
