/* Order lines as the waiting list shows them. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

GHashTable *sedia_waiting_lines_read (SediaDb *db, const gint64 *ids, guint n, GError **error);
SediaOrderLine *sedia_waiting_lines_steal (GHashTable *lines, gint64 id);

G_END_DECLS
