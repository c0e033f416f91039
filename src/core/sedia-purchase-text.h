/* A purchase order as a message to the supplier, in the shop's language. Pure. */
#pragma once

#include "sedia-number.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

char *sedia_purchase_subject (const SediaPurchase *purchase, const char *shop,
                              const char *language);
char *sedia_purchase_text (const SediaPurchase *purchase, const char *shop, const char *language);
char *sedia_purchase_packs (const SediaPurchaseLine *line, SediaNumberForm form);
gint64 sedia_purchase_line_wanted (const SediaPurchaseLine *line);
int sedia_purchase_wanted_day (const SediaPurchase *purchase);

G_END_DECLS
