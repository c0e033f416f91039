/* Bringing a product's reservations in line with its stock. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-queue.h"

G_BEGIN_DECLS

typedef enum
{
  SEDIA_SERVE_QUIET,   /* the clerk who did it is looking at it: no notice */
  SEDIA_SERVE_PLACED,  /* the customer is ordering: no need to tell them what they hear just now */
  SEDIA_SERVE_RESTOCK, /* goods appeared: those filled go into the outbox of notices */
} SediaServeReason;

gboolean sedia_serve_product (SediaDb *db, gint64 product_id, SediaServeReason reason,
                              gint64 delivery_id, GError **error);
/* The same for many, each named once: (element-type gint64). */
gboolean sedia_serve_products (SediaDb *db, GArray *product_ids, SediaServeReason reason,
                               gint64 delivery_id, GError **error);
/* One change of a line's reservation: the ledger row, and what its customer must be told. */
gboolean sedia_serve_reserve (SediaDb *db, gint64 line_id, gint64 quantity, const char *reason,
                              GError **error);
gboolean sedia_serve_release (SediaDb *db, gint64 line_id, gint64 quantity, const char *reason,
                              GError **error);
gboolean sedia_serve_balance (SediaDb *db, gint64 product_id, gint64 *on_hand, gint64 *reserved,
                              gint64 *open, GError **error);
/* Takes reservations from the last in the queue for something else; their customers must be told.
 */
gboolean sedia_serve_override (SediaDb *db, gint64 product_id, gint64 quantity, gint64 except_line,
                               GError **error);
SediaServing sedia_serve_rule (SediaDb *db);
/* All open lines, sorted: (element-type SediaQueueLine); until stop says so, or `enough` waiting
 * units are read, 0: never */
typedef gboolean (*SediaQueueStop) (const SediaQueueLine *line, gpointer data);
GArray *sedia_serve_queue_until (SediaDb *db, gint64 product_id, SediaServing serving,
                                 SediaQueueStop stop, gpointer data, GError **error);
GArray *sedia_serve_queue (SediaDb *db, gint64 product_id, gint64 enough, SediaServing serving,
                           GError **error);

G_END_DECLS
