/* Works out what to order, and again a moment after anything it rests on has changed; only while
 * somebody looks.
 *
 * What takes longer than half a second for the first time says so, and can be stopped; later ones
 * work behind what is shown.
 *
 * Signal: worked-out (GPtrArray *list, char *failure): what to order, of SediaReorder; or NULL and
 * why not, NULL when it was stopped.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_WATCHER (sedia_reorder_watcher_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderWatcher, sedia_reorder_watcher, SEDIA, REORDER_WATCHER, GObject)

/**
 * SediaReorderAlso: Which products are looked at even when nothing of them is suggested.
 *
 * Returns: (transfer full) (element-type gint64): a set of ids
 */
typedef GHashTable *(*SediaReorderAlso) (gpointer data);

SediaReorderWatcher *sedia_reorder_watcher_new (GtkWidget        *page,
                                                SediaReorderAlso  also);
void sedia_reorder_watcher_set_store (SediaReorderWatcher *self,
                                      SediaStore          *store);
void sedia_reorder_watcher_look (SediaReorderWatcher *self);
void sedia_reorder_watcher_refresh (SediaReorderWatcher *self);

G_END_DECLS
