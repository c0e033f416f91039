/* The rule by which waiting lines are served, as it is now. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SERVING_WATCHER (sedia_serving_watcher_get_type ())

G_DECLARE_FINAL_TYPE (SediaServingWatcher, sedia_serving_watcher, SEDIA, SERVING_WATCHER, GObject)

/* Signal: changed (), also when the rule has been read for the first time. */

SediaServingWatcher *sedia_serving_watcher_new (SediaStore *store);
SediaServing sedia_serving_watcher_get (SediaServingWatcher *self);

G_END_DECLS
