/* What is said of a purchase in lists and panes. */
#pragma once

#include "sedia-purchase.h"

G_BEGIN_DECLS

const char *sedia_purchase_state_icon (const SediaPurchase *purchase);
const char *sedia_purchase_state_tone (const SediaPurchase *purchase);
char *sedia_purchase_dup_state (const SediaPurchase *purchase);
char *sedia_purchase_dup_what (const SediaPurchase *purchase);
char *sedia_purchase_dup_to_come (const SediaPurchase *purchase);
char *sedia_purchase_dup_customers (guint n_customers);
char *sedia_purchase_line_sentence (const SediaPurchaseLine *line,
                                    gboolean                 is_draft);

G_END_DECLS
