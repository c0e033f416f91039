/* What is said of an order: its state, what it is about, until when it is needed. */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

const char *sedia_order_status_label (SediaOrderStatus status);
const char *sedia_order_status_icon (SediaOrderStatus status);
const char *sedia_order_status_tone (SediaOrderStatus status);
char *sedia_order_dup_what (const SediaOrder *order);
void sedia_line_append_links (const SediaOrderLine *line, GString *text);
int sedia_order_need_by (const SediaOrder *order);

G_END_DECLS
