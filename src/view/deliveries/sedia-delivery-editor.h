/* Entering a delivery: from whom, what arrived, and beside it who gets what. */
#pragma once

#include "sedia-editor.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_EDITOR (sedia_delivery_editor_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryEditor, sedia_delivery_editor, SEDIA, DELIVERY_EDITOR,
                      SediaEditor)

void sedia_delivery_editor_begin_for (SediaDeliveryEditor *self,
                                      const SediaPurchase *purchase);

G_END_DECLS
