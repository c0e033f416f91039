/* Why a customer must be told, in words. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

char *sedia_due_words (const SediaDueEntry *entry);
char *sedia_due_when (gint64 due, gboolean is_late);

G_END_DECLS
