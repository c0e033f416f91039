/* Lists, for the store's own tests. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

char *sedia_lists_sql (const SediaQuery *query, gboolean drafts);

G_END_DECLS
