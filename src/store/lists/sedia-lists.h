/* Lists, between their files and for the store's own tests. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-search.h"

G_BEGIN_DECLS

char *sedia_lists_sql (const SediaQuery *query, gboolean drafts, SediaServing serving);

/* The statements of the single lists: (transfer full) */
char *sedia_orders_sql (const SediaQuery *query, const SediaWords *words, gboolean drafts);
char *sedia_purchases_sql (const SediaQuery *query, const SediaWords *words, gboolean drafts);
char *sedia_customers_sql (const SediaQuery *query, const SediaWords *words);
char *sedia_suppliers_sql (const SediaQuery *query, const SediaWords *words);
char *sedia_history_sql (const SediaQuery *query, const SediaWords *words);

/* What no statement can tell: see sedia-lists-told.c. */
gboolean sedia_lists_needs_told (const SediaQuery *query);
gboolean sedia_lists_filters_told (const SediaQuery *query);
GHashTable *sedia_lists_told (SediaDb *db, const SediaQuery *query, GArray **dues, GError **error);
void sedia_lists_sort_by_urgency (GArray *spine, const SediaQuery *query, GArray *dues);

G_END_DECLS
