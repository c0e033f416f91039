/* Shows one desktop notification for one restock. */
#pragma once

#include "sedia-restock-watcher.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_NOTIFIER (sedia_notifier_get_type ())

G_DECLARE_FINAL_TYPE (SediaNotifier, sedia_notifier, SEDIA, NOTIFIER, GObject)

/* Signal: unanswered (SediaNotice *notice): no notification service; the restock is back in the
 * outbox, the window must say it.
 */

SediaNotifier *sedia_notifier_new (GActionGroup        *actions,
                                   SediaRestockWatcher *watcher);

G_END_DECLS
