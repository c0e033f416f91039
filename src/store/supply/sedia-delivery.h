/* What receiving needs of reading deliveries. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

SediaDelivery *sedia_delivery_read_head (SediaDb *db, gint64 delivery_id, GError **error);
GArray *sedia_delivery_sum (SediaDb *db, GArray *amounts, GError **error);

G_END_DECLS
