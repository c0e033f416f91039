/* The rows that make a number, in words. Private to the store. */
#pragma once

#include "sedia-insight.h"
#include "sedia-promises.h"

G_BEGIN_DECLS

GPtrArray *sedia_evidence_list_new (void);
/* Takes the words. */
void sedia_evidence_add (GPtrArray *list, SediaKind kind, gint64 id, int day, gboolean is_good,
                         char *what, char *found);
/* (transfer full) what is said of a row */
char *sedia_evidence_order (gint64 order_id, const char *customer);
char *sedia_evidence_promise (const SediaPromise *promise);
char *sedia_evidence_delivery (int agreed, int came);
char *sedia_evidence_overdue (int agreed, int today);
char *sedia_evidence_count (gint64 quantity, gint64 difference, guint decimals, const char *unit);

G_END_DECLS
