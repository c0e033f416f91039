/* Purchases, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-reads.h"

G_BEGIN_DECLS

/* Whether goods can come for it: it is confirmed. */
gboolean sedia_purchase_check_arrives (const SediaPurchase *purchase, GError **error);
/* Writes down what of a delivery came for which line; sums: (element-type SediaAmount) */
gboolean sedia_purchase_receive (SediaDb *db, const SediaPurchase *purchase, gint64 delivery_id,
                                 GArray *sums, GError **error);

G_END_DECLS
