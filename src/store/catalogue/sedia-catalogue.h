/* Products, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

SediaProduct *sedia_product_from_stmt (SediaStmt *stmt);
gboolean sedia_product_read_barcodes (SediaDb *db, SediaProduct *product, GError **error);
gboolean sedia_product_write (SediaDb *db, SediaProduct *product, GError **error);
gboolean sedia_product_find_by (SediaDb *db, const char *statement, const char *text, gint64 *id,
                                GError **error);
/* The pattern for LIKE that finds a text anywhere, and its escape is '\'. */
char *sedia_like_pattern (const char *text);

G_END_DECLS
