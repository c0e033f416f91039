/* Shows desktop notifications: one for one restock, and whatever else it is asked for. */
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

/**
 * SediaNotification:
 * @title: what it says first, plain text
 * @body: (nullable): what it says below, plain text
 * @label: the words of its button
 * @action: of the application: what pressing it does
 * @parameter: (nullable): of that action
 *
 * What a notification says, and where it leads.
 */
typedef struct
{
  const char *title;
  const char *body;
  const char *label;
  const char *action;
  GVariant *parameter;
} SediaNotification;

void sedia_notifier_show_async (SediaNotifier           *self,
                                const SediaNotification *notification,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data);
gboolean sedia_notifier_show_finish (SediaNotifier  *self,
                                     GAsyncResult   *result,
                                     GError        **error);

G_END_DECLS
