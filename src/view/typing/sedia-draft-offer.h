/* "You have a delivery that was not received": offers a draft of one kind again, after a start or a
 * crash.
 *
 * Signal: continued (gint64 draft).
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DRAFT_OFFER (sedia_draft_offer_get_type ())

G_DECLARE_FINAL_TYPE (SediaDraftOffer, sedia_draft_offer, SEDIA, DRAFT_OFFER, GtkWidget)

void sedia_draft_offer_set_kind (SediaDraftOffer *self,
                                 SediaDraftKind   kind);
void sedia_draft_offer_set_store (SediaDraftOffer *self,
                                  SediaStore      *store);
void sedia_draft_offer_look (SediaDraftOffer *self,
                             gint64           but_not);
void sedia_draft_offer_show (SediaDraftOffer  *self,
                             const SediaDraft *draft);
void sedia_draft_offer_hide (SediaDraftOffer *self);
gint64 sedia_draft_offer_get_draft_id (SediaDraftOffer *self);
char *sedia_draft_offer_sentence (const SediaDraft *draft);

G_END_DECLS
