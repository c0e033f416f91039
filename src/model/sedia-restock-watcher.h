/* Takes restocks out of the store's outbox, each once in all programs that use the file.
 *
 * Signals: restocked (SediaNotice *notice), one per restock. Whoever cannot show it calls
 * sedia_restock_watcher_put_back().
 */
#pragma once

#include "sedia-model-types.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_RESTOCK_WATCHER (sedia_restock_watcher_get_type ())

G_DECLARE_FINAL_TYPE (SediaRestockWatcher, sedia_restock_watcher, SEDIA, RESTOCK_WATCHER, GObject)

SediaRestockWatcher *sedia_restock_watcher_new (SediaStore *store);
void sedia_restock_watcher_put_back (SediaRestockWatcher *self,
                                     gint64               operation_id);
void sedia_restock_watcher_resume (SediaRestockWatcher *self);

G_END_DECLS
