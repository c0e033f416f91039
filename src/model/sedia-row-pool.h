/* The rows of a list that somebody holds, and the reading of their records. Private to the model.
 *
 * Signals: failed (GError *error), when records could not be read
 */
#pragma once

#include "sedia-row.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ROW_POOL (sedia_row_pool_get_type ())

G_DECLARE_FINAL_TYPE (SediaRowPool, sedia_row_pool, SEDIA, ROW_POOL, GObject)

SediaRowPool *sedia_row_pool_new (SediaStore       *store,
                                  const SediaQuery *query);
void sedia_row_pool_close (SediaRowPool *self);
void sedia_row_pool_set_query (SediaRowPool     *self,
                               const SediaQuery *query);
void sedia_row_pool_set_ready (SediaRowPool *self,
                               GPtrArray    *records);
SediaRow *sedia_row_pool_dup_row (SediaRowPool *self,
                                  gint64        id);
void sedia_row_pool_reload (SediaRowPool *self,
                            SediaChanges *changes);
void sedia_row_pool_ask_now (SediaRowPool *self);

G_END_DECLS
