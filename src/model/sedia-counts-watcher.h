/* The counts on chips and badges, always those of the last commit.
 *
 * Each count is a property (uint) of the name it has in SediaCounts, with dashes; and `loaded`
 * (boolean) is FALSE until the first reading.
 *
 * Signals: changed (), when any of them changed.
 */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_COUNTS_WATCHER (sedia_counts_watcher_get_type ())

G_DECLARE_FINAL_TYPE (SediaCountsWatcher, sedia_counts_watcher, SEDIA, COUNTS_WATCHER, GObject)

SediaCountsWatcher *sedia_counts_watcher_new (SediaStore *store);
const SediaCounts *sedia_counts_watcher_get_counts (SediaCountsWatcher *self);
gboolean sedia_counts_watcher_is_loaded (SediaCountsWatcher *self);
void sedia_counts_watcher_refresh (SediaCountsWatcher *self);

G_END_DECLS
