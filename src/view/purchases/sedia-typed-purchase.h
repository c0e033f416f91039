/* A purchase being typed: supplier, wanted day, note, lines; perhaps of a draft purchase that is
 * changed.
 */
#pragma once

#include "sedia-document.h"
#include "sedia-purchase-jobs.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPED_PURCHASE (sedia_typed_purchase_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedPurchase, sedia_typed_purchase, SEDIA, TYPED_PURCHASE,
                      SediaDocument)

/**
 * SediaPurchaseText: What is typed above the lines of a purchase.
 */
typedef enum
{
  SEDIA_PURCHASE_SUPPLIER,
  SEDIA_PURCHASE_EXPECTED,
  SEDIA_PURCHASE_NOTE,
  SEDIA_N_PURCHASE_TEXTS,
} SediaPurchaseText;

const char *sedia_typed_purchase_get_text (SediaTypedPurchase *self,
                                           SediaPurchaseText   which);
void sedia_typed_purchase_set_text (SediaTypedPurchase *self,
                                    SediaPurchaseText   which,
                                    const char         *text);
gint64 sedia_typed_purchase_get_supplier_id (SediaTypedPurchase *self);
void sedia_typed_purchase_set_supplier_id (SediaTypedPurchase *self,
                                           gint64              supplier_id);
gint64 sedia_typed_purchase_get_purchase_id (SediaTypedPurchase *self);
gboolean sedia_typed_purchase_get_stays_draft (SediaTypedPurchase *self);
void sedia_typed_purchase_set_stays_draft (SediaTypedPurchase *self,
                                           gboolean            stays_draft);
void sedia_typed_purchase_edit (SediaTypedPurchase        *self,
                                const SediaPurchaseToEdit *edited);
void sedia_typed_purchase_begin_for (SediaTypedPurchase     *self,
                                     const SediaPurchaseFor *wanted);
gboolean sedia_typed_purchase_read_expected (SediaTypedPurchase  *self,
                                             int                 *expected,
                                             GError             **error);
GArray *sedia_typed_purchase_dup_lines (SediaTypedPurchase *self);

G_END_DECLS
