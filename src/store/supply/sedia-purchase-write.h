/* What ordering from a supplier and changing that later have in common. */
#pragma once

#include "sedia-reads.h"

G_BEGIN_DECLS

gboolean sedia_purchase_write_subject (SediaDb *db, gint64 purchase_id, GError **error);
gboolean sedia_purchase_check_day (SediaDb *db, int day, GError **error);
int sedia_purchase_stated_day (SediaDb *db, const SediaSupplier *supplier);

G_END_DECLS
