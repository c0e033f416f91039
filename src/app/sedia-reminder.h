/* Reminds once a day of customers who must be told. */
#pragma once

#include "sedia-notifier.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_REMINDER (sedia_reminder_get_type ())

G_DECLARE_FINAL_TYPE (SediaReminder, sedia_reminder, SEDIA, REMINDER, GObject)

/* Signal: gboolean unanswered (char *sentence): no notification service; TRUE when it was said
 * otherwise, in the window. If not, it is tried again.
 */

SediaReminder *sedia_reminder_new (SediaStore    *store,
                                   SediaNotifier *notifier,
                                   GSettings     *settings);
void sedia_reminder_check (SediaReminder *self);

G_END_DECLS
