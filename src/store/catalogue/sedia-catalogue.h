/* Products, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-due-clock.h"

G_BEGIN_DECLS

SediaProduct *sedia_product_from_stmt (SediaStmt *stmt);
gboolean sedia_product_read_barcodes (SediaDb *db, SediaProduct *product, GError **error);
gboolean sedia_product_write (SediaDb *db, SediaProduct *product, GError **error);
gboolean sedia_product_find_by (SediaDb *db, const char *statement, const char *text, gint64 *id,
                                GError **error);
/* The pattern for LIKE that finds a text anywhere, and its escape is '\'. */
char *sedia_like_pattern (const char *text);

/* Keeps up what a customer is recognised by: after each change of name or phone. */
gboolean sedia_customer_index (SediaDb *db, gint64 customer_id, const char *name, const char *phone,
                               GError **error);
/* The same for all customers who have no key yet: after an import. */
gboolean sedia_customer_index_missing (SediaDb *db, GError **error);
/* ... and for one whose record an undo has put back. */
gboolean sedia_customer_index_again (SediaDb *db, gint64 customer_id, GError **error);
/* Adds a sentence for each customer whose key is not what it must be. */
gboolean sedia_customer_check_keys (SediaDb *db, GPtrArray *problems, GError **error);
/* After an undo: whoever is another one now keeps no orders, and that one is there. */
gboolean sedia_customer_settle_merged (SediaDb *db, GError **error);

/* Whether, and why, a customer must be told; by a clock that is wound already. */
gboolean sedia_customer_read_told_by (SediaDueClock *clock, SediaDb *db, SediaCustomer *customer,
                                      GError **error);

G_END_DECLS
