/* A delivery as rows to read: each product, and below it who gets it, or got it. */
#pragma once

#include "sedia-purchase.h"

G_BEGIN_DECLS

GPtrArray *sedia_delivery_parts (const SediaDelivery *delivery);
void sedia_delivery_parts_add_differences (GPtrArray *parts,
                                           gint64     purchase_id,
                                           GPtrArray *differences);
char *sedia_delivery_preview_sentence (const SediaDelivery *preview);

G_END_DECLS
