/* Entering a delivery: head, lines, who gets what, one Receive.
 *
 *   +---------------------------------------------------------------------+
 *   | [<] New Delivery                   Draft saved   [Discard] [Receive] |
 *   +------------------------------------------+--------------------------+
 *   | Supplier            Note number          | Who gets what            |
 *   | lines                                    | Serves 14 lines for 9 …  |
 *   | [ scan or type ]                         |   Kopi ...               |
 *   +------------------------------------------+--------------------------+
 *
 * Signals: closed (), the user goes back, the draft is kept; received (gint64 delivery).
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_EDITOR (sedia_delivery_editor_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryEditor, sedia_delivery_editor, SEDIA, DELIVERY_EDITOR, GtkWidget)

void sedia_delivery_editor_set_store (SediaDeliveryEditor *self,
                                      SediaStore          *store);
void sedia_delivery_editor_begin (SediaDeliveryEditor *self);
void sedia_delivery_editor_open (SediaDeliveryEditor *self,
                                 gint64               draft_id);
gint64 sedia_delivery_editor_get_draft_id (SediaDeliveryEditor *self);

G_END_DECLS
