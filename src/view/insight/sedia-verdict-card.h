/* Whether customers should wait for a product, as a button of its pane that says why.
 *
 *   [ (!) Waiting: with care               Why? ]
 *
 * It runs page.verdict.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_VERDICT_CARD (sedia_verdict_card_get_type ())

G_DECLARE_FINAL_TYPE (SediaVerdictCard, sedia_verdict_card, SEDIA, VERDICT_CARD, GtkWidget)

void sedia_verdict_card_show (SediaVerdictCard *self,
                              SediaVerdictKind  kind);
/* (transfer full): the terms in force, since when and why */
char *sedia_verdict_decision_words (const SediaProductVerdict *verdict);

G_END_DECLS
