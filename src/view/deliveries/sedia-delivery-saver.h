/* Keeps the delivery being typed as a draft in the store: saved as it is typed, never lost.
 *
 *   form changes --300 ms--> save under way --> saved
 *                               ^   form changed meanwhile: once more
 *                               +----------------+
 *
 * Properties: draft-id (int64, 0 until the first save), state (string for the editor, read only).
 * Signal: failed (GError *) when a save could not be written.
 */
#pragma once

#include "sedia-delivery-form.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_SAVER (sedia_delivery_saver_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliverySaver, sedia_delivery_saver, SEDIA, DELIVERY_SAVER, GObject)

/**
 * SediaSavedFunc: Called when all that was typed is saved.
 */
typedef void (*SediaSavedFunc) (gpointer data);

SediaDeliverySaver *sedia_delivery_saver_new (SediaDeliveryForm *form);
void sedia_delivery_saver_set_store (SediaDeliverySaver *self,
                                     SediaStore         *store);
void sedia_delivery_saver_start (SediaDeliverySaver *self,
                                 gint64              draft_id);
void sedia_delivery_saver_stop (SediaDeliverySaver *self);
void sedia_delivery_saver_flush (SediaDeliverySaver *self);
void sedia_delivery_saver_when_saved (SediaDeliverySaver *self,
                                      SediaSavedFunc      func,
                                      gpointer            data);
gint64 sedia_delivery_saver_get_draft_id (SediaDeliverySaver *self);
const char *sedia_delivery_saver_get_state (SediaDeliverySaver *self);

G_END_DECLS
