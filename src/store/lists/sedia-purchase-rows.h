/* Purchases as their list shows them. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

GPtrArray *sedia_purchase_rows_read (SediaDb *db, const gint64 *ids, guint n, GError **error);

G_END_DECLS
