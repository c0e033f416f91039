/* For whom what arrives is: purchase lines ordered for a customer. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

typedef struct _SediaTies SediaTies;

SediaTies *sedia_ties_read_delivery (SediaDb *db, gint64 delivery_id, GError **error);
SediaTies *sedia_ties_of_purchase (const SediaPurchase *purchase, GArray *sums);
void sedia_ties_free (SediaTies *self);
gboolean sedia_ties_have (SediaTies *self, gint64 product_id);
void sedia_ties_mark (SediaTies *self, GArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaTies, sedia_ties_free)

G_END_DECLS
