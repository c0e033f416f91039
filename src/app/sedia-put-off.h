/* Actions that come before the shop is open: they run when it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void sedia_put_off_add (GQueue     *queue,
                        const char *action,
                        GVariant   *parameter);
void sedia_put_off_run (GQueue       *queue,
                        GActionGroup *group);
void sedia_put_off_clear (GQueue *queue);

G_END_DECLS
