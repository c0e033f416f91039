/* What all products are called, in memory. Private to the store. */
#pragma once

#include "sedia-search.h"

G_BEGIN_DECLS

typedef struct _SediaNames SediaNames;

SediaNames *sedia_names_get (SediaDb *db, GError **error);
GArray *sedia_names_find (SediaNames *self, const SediaWords *words, guint limit);
guint8 *sedia_names_mark (SediaNames *self, const SediaWords *words);
gboolean sedia_names_is_marked (const SediaNames *self, const guint8 *marks, gint64 product_id);

G_END_DECLS
