/* Taking stock, for the other files of the store. Private to the store. */
#pragma once

#include "sedia-commands.h"
#include "sedia-db.h"

G_BEGIN_DECLS

gboolean sedia_stock_move (SediaDb *db, gint64 product_id, gint64 quantity, const char *reason,
                           gint64 document, const char *note, GError **error);
/* Whether @quantity may be taken from what is free; with override, takes it from the back of the
 * queue. */
gboolean sedia_stock_make_free (SediaDb *db, gint64 product_id, gint64 quantity, gint64 for_line,
                                gboolean override, GError **error);

G_END_DECLS
