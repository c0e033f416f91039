/* Whether customers should wait for a product, on what terms they may now, and why: a few lines of
 * its pane.
 *
 *   Waiting for it                     (!) With care
 *   Now: nobody waits for it. Set on 3 Dec: “too slow”
 *   [ Why? ]
 *
 * The button runs page.verdict.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_VERDICT_CARD (sedia_verdict_card_get_type ())

G_DECLARE_FINAL_TYPE (SediaVerdictCard, sedia_verdict_card, SEDIA, VERDICT_CARD, GtkWidget)

void sedia_verdict_card_show (SediaVerdictCard          *self,
                              const SediaProductVerdict *verdict);
/* (transfer full): the terms in force, since when and why */
char *sedia_verdict_decision_words (const SediaProductVerdict *verdict);

G_END_DECLS
