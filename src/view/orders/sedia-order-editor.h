/* Entering a customer's order: for whom, what, and below each line what would become of it. */
#pragma once

#include "sedia-editor.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_EDITOR (sedia_order_editor_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderEditor, sedia_order_editor, SEDIA, ORDER_EDITOR, SediaEditor)

void sedia_order_editor_begin_instead (SediaOrderEditor     *self,
                                       const SediaOrderLine *line);

G_END_DECLS
