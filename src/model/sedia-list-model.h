/* A list of the store as a GListModel, without reading the list.
 *
 * Items are SediaStockRow, SediaWaitingRow or SediaDeliveryRow, by the kind of the query. Only
 * ids are kept; a row lives as long as somebody shows it, and gets its record when it has been
 * read.
 *
 * Properties:
 *   loading (boolean)   TRUE from a new query until all its rows are known: an empty list is not
 *                       "nothing found" before
 *   n-items (uint)
 *   failure (string)    why the list could not be read, a sentence; NULL when it could
 *
 * Signals:
 *   before-reset ()                   rows that stay in the list may leave it for a moment: all of
 *                                     them with another query, one that moves when something was
 *                                     changed. Note the ids of what is selected
 *   after-reset (gboolean complete)   find them with sedia_list_model_find(), select them again.
 *                                     complete is FALSE when only the first rows are there yet; the
 *                                     signal comes again, with TRUE, when the rest is
 *
 * Other changes come as exact items-changed, and a selection model follows by itself.
 */
#pragma once

#include "sedia-row.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_LIST_MODEL (sedia_list_model_get_type ())

G_DECLARE_FINAL_TYPE (SediaListModel, sedia_list_model, SEDIA, LIST_MODEL, GObject)

SediaListModel *sedia_list_model_new (SediaStore       *store,
                                      const SediaQuery *query);
const SediaQuery *sedia_list_model_get_query (SediaListModel *self);
void sedia_list_model_set_query (SediaListModel   *self,
                                 const SediaQuery *query);
gboolean sedia_list_model_is_loading (SediaListModel *self);
const char *sedia_list_model_get_failure (SediaListModel *self);
void sedia_list_model_refresh (SediaListModel *self);
gint64 sedia_list_model_get_id (SediaListModel *self,
                                guint           position);
gboolean sedia_list_model_find (SediaListModel *self,
                                gint64          id,
                                guint          *position);

G_END_DECLS
