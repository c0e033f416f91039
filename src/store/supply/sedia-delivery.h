/* Deliveries, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-reads.h"

G_BEGIN_DECLS

SediaDelivery *sedia_delivery_from_stmt (SediaStmt *stmt);
SediaDelivery *sedia_delivery_read_head (SediaDb *db, gint64 delivery_id, GError **error);
GArray *sedia_delivery_sum (SediaDb *db, GArray *amounts, GError **error);
char *sedia_note_number_dup (const char *note_number);

G_END_DECLS
