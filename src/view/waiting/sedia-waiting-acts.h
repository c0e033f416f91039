/* What can be done to a waiting line, with what the bar says afterwards. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaWaitingDeed:
 * @SEDIA_WAITING_RESERVE: set free stock aside for it
 * @SEDIA_WAITING_RELEASE: give back what is set aside; it waits, held
 * @SEDIA_WAITING_HAND_OVER: the customer takes what is set aside
 * @SEDIA_WAITING_CANCEL: cancel what is still open
 */
typedef enum
{
  SEDIA_WAITING_RESERVE,
  SEDIA_WAITING_RELEASE,
  SEDIA_WAITING_HAND_OVER,
  SEDIA_WAITING_CANCEL,
} SediaWaitingDeed;

gboolean sedia_waiting_can (SediaWaitingDeed      deed,
                            const SediaOrderLine *line);
void sedia_waiting_do (SediaWaitingDeed      deed,
                       GtkWidget            *widget,
                       SediaStore           *store,
                       const SediaOrderLine *line);
void sedia_waiting_ask_cancel (GtkWidget            *widget,
                               SediaStore           *store,
                               const SediaOrderLine *line);
void sedia_waiting_tell (GtkWidget    *widget,
                         SediaStore   *store,
                         gint64        customer_id,
                         const char   *customer,
                         SediaChannel  channel,
                         SediaOutcome  outcome,
                         const char   *note);

G_END_DECLS
