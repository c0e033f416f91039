/* What differs between the lists: what a row's record is, and what a commit means for it. Private
 * to the model.
 */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaListHooks:
 * @record_id: the id of a record of sedia_list_page()
 * @record_free: frees a record
 * @is_of_query: whether the record of an id says something else in another query
 * @concerns: whether a commit can have changed what rows there are, their order, or what they say
 * @is_touched: whether a commit can have moved a row, brought it or taken it away; on any thread
 * @is_stale: whether a commit can have changed what a row says; its record is %NULL while loading
 */
typedef struct
{
  gint64 (*record_id) (gconstpointer record);
  GDestroyNotify record_free;
  gboolean (*is_of_query) (gint64 id);
  gboolean (*concerns) (SediaChanges *changes);
  gboolean (*is_touched) (SediaChanges     *changes,
                          const SediaQuery *query,
                          gint64            id);
  gboolean (*is_stale) (SediaChanges     *changes,
                        const SediaQuery *query,
                        gint64            id,
                        gconstpointer     record);
} SediaListHooks;

const SediaListHooks *sedia_list_hooks_of (SediaListKind kind);

G_END_DECLS
