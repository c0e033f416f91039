/* Orders, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-backorder.h"
#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-expected-days.h"
#include "sedia-serve.h"

G_BEGIN_DECLS

SediaOrderLine *sedia_order_line_from_stmt (SediaStmt *stmt);
GPtrArray *sedia_order_lines_read (SediaDb *db, gint64 order_id, SediaExpectedDays *days,
                                   GError **error);
/* Without looking when it is expected: for commands, which go through thousands. */
SediaOrder *sedia_order_read_plain (SediaDb *db, gint64 order_id, GError **error);
SediaOrderLine *sedia_order_line_read_plain (SediaDb *db, gint64 line_id, GError **error);
SediaOrderLine *sedia_order_find_line (SediaOrder *order, guint position, GError **error);
/* The parts of an order a command is about: every line when parts is NULL. */
GPtrArray *sedia_order_pick_lines (SediaOrder *order, GArray *parts, GError **error);
gint64 sedia_line_part_quantity (GArray *parts, guint position);
gboolean sedia_order_subject (SediaDb *db, gint64 order_id, GError **error);
gboolean sedia_order_set_held (SediaDb *db, gint64 line_id, gboolean held, GError **error);
gboolean sedia_order_set_amounts (SediaDb *db, gint64 line_id, gint64 ordered, gint64 cancelled,
                                  GError **error);
/* After a line closed or opened: what its customer need no longer, or must now, be told. */
gboolean sedia_order_settle_line (SediaDb *db, gint64 line_id, GError **error);
/* Before an order is placed instead of a line: cancels all of the line that is open. */
gboolean sedia_order_give_up (SediaDb *db, gint64 line_id, gint64 customer_id, gint64 *quantity,
                              GError **error);
SediaBackorderWish sedia_order_wish (const SediaOrderLine *line, int today);
gboolean sedia_order_check_backorder (SediaDb *db, SediaOrderLine *line, gint64 *deposit,
                                      GError **error);
gboolean sedia_order_serve_lines (SediaDb           *db,
                                  GPtrArray         *lines,
                                  SediaServeReason   reason,
                                  GError           **error);
gboolean sedia_order_settle_lines (SediaDb    *db,
                                   GPtrArray  *lines,
                                   GError    **error);

G_END_DECLS
