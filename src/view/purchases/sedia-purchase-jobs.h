/* What typing a purchase asks the store: jobs, their arguments, their answers. */
#pragma once

#include "sedia-draft-jobs.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaPurchaseArgs:
 * @purchase_id: the draft purchase that is changed, 0 for a new one
 * @supplier: its name, for the preview
 * @draft: what is ordered; its note and lines are owned
 *
 * A purchase to be entered, or to be looked at beforehand.
 */
typedef struct
{
  gint64 purchase_id;
  char *supplier;
  char *note;
  SediaPurchaseDraft draft;
} SediaPurchaseArgs;

void sedia_purchase_args_free (SediaPurchaseArgs *self);

/**
 * SediaPurchaseReceipt:
 * @purchase_id: its number
 * @operation_id: for Undo
 * @is_draft: whether it is not ordered yet
 *
 * What sedia_purchase_enter_job() answers, as text: see sedia_purchase_receipt_read().
 */
typedef struct
{
  gint64 purchase_id;
  gint64 operation_id;
  gboolean is_draft;
} SediaPurchaseReceipt;

gboolean sedia_purchase_receipt_read (SediaPurchaseReceipt *self,
                                      const char           *text);

/**
 * SediaPurchasePreview:
 * @supplier: (nullable): who brings it; NULL while nobody of that name is known
 * @history: what its past deliveries tell
 * @value: what it comes to
 * @n_unpriced: how many lines have no price, and are not in @value
 * @waiting: (element-type SediaOrderLine): the lines that would be complete with it
 *
 * What a purchase comes to, and whom it helps.
 */
typedef struct
{
  SediaSupplier *supplier;
  SediaSupplierHistory history;
  gint64 value;
  guint n_unpriced;
  GPtrArray *waiting;
} SediaPurchasePreview;

void sedia_purchase_preview_free (SediaPurchasePreview *self);

/**
 * SediaPurchaseToEdit:
 * @purchase: a draft purchase
 * @products: (element-type SediaProduct): those of its lines
 */
typedef struct
{
  SediaPurchase *purchase;
  GPtrArray *products;
} SediaPurchaseToEdit;

void sedia_purchase_to_edit_free (SediaPurchaseToEdit *self);

/**
 * SediaPurchaseFor:
 * @line: what somebody waits for
 * @product: which product that is
 * @supplier: (nullable): who brings it
 */
typedef struct
{
  SediaOrderLine *line;
  SediaProduct *product;
  SediaSupplier *supplier;
} SediaPurchaseFor;

void sedia_purchase_for_free (SediaPurchaseFor *self);

/* SediaPurchaseArgs -> char *, for sedia_purchase_receipt_read() */
gpointer sedia_purchase_enter_job (SediaDb *db, gpointer args, GError **error);
/* SediaPurchaseArgs -> SediaPurchasePreview */
gpointer sedia_purchase_preview_job (SediaDb *db, gpointer args, GError **error);
/* gint64 * -> SediaPurchaseToEdit */
gpointer sedia_purchase_to_edit_job (SediaDb *db, gpointer purchase_id, GError **error);
/* gint64 *, an order line -> SediaPurchaseFor */
gpointer sedia_purchase_for_job (SediaDb *db, gpointer line_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchaseArgs, sedia_purchase_args_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchasePreview, sedia_purchase_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchaseToEdit, sedia_purchase_to_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchaseFor, sedia_purchase_for_free)

G_END_DECLS
