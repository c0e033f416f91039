/* Entering a purchase: from whom, what, until when; beside it what it comes to and whom it helps.
 * It is ordered, or written down as a draft; a draft is changed in here, too.
 */
#pragma once

#include "sedia-editor.h"
#include "sedia-purchase-jobs.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASE_EDITOR (sedia_purchase_editor_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchaseEditor, sedia_purchase_editor, SEDIA, PURCHASE_EDITOR,
                      SediaEditor)

void sedia_purchase_editor_edit (SediaPurchaseEditor       *self,
                                 const SediaPurchaseToEdit *edited);
void sedia_purchase_editor_begin_for (SediaPurchaseEditor    *self,
                                      const SediaPurchaseFor *wanted);

G_END_DECLS
