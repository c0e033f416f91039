/* What Undo would take back now. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_UNDO_WATCHER (sedia_undo_watcher_get_type ())

G_DECLARE_FINAL_TYPE (SediaUndoWatcher, sedia_undo_watcher, SEDIA, UNDO_WATCHER, GObject)

/* Property: label (string, read only): "Undo hand-over of order 12", NULL when there is nothing. */

SediaUndoWatcher *sedia_undo_watcher_new (SediaStore *store);
const char *sedia_undo_watcher_get_label (SediaUndoWatcher *self);
gint64 sedia_undo_watcher_get_operation (SediaUndoWatcher *self);

G_END_DECLS
