/* Sentences that more than one floor says. */
#pragma once

#include "sedia-queue.h"
#include "sedia-records.h"

G_BEGIN_DECLS

char *sedia_operation_label (const char *kind, const char *subject);
/* (element-type utf8): of which kinds the words for people contain this one, in small letters */
GPtrArray *sedia_operation_kinds_called (const char *word);
const char *sedia_movement_reason_label (const char *reason);
/* Title and body of the notice of a restock. Plain text: whoever shows it as markup escapes it. */
char *sedia_notice_title (const SediaNotice *notice);
char *sedia_notice_body (const SediaNotice *notice);
/* The bar after a delivery: "Received - 14 lines filled for 9 customers" */
char *sedia_received_sentence (const SediaServedSummary *summary);
/* While it is typed: "Serves 14 lines for 9 customers." */
char *sedia_serves_sentence (const SediaServedSummary *summary);
/* "2 pcs ready now, 3 pcs still waiting" */
char *sedia_line_state_sentence (const SediaOrderLine *line);
char *sedia_line_instead_sentence (const SediaOrderLine *line);
char *sedia_replaced_sentence (gint64 order_id);
/* "5 pcs ready now, 2 pcs waiting, place 3 in the queue" */
char *sedia_outcome_sentence (const SediaLineOutcome *outcome,
                              const SediaProduct     *product);
/* "why is this line here" */
char *sedia_line_place_sentence (const SediaOrderLine *line, SediaServing serving);

G_END_DECLS
