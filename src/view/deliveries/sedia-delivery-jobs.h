/* What the delivery pages ask the store: jobs, their arguments, their answers.
 *
 * Each job takes the argument named with it and returns the answer named with it; both have a free
 * function where they need one.
 */
#pragma once

#include "sedia-draft-jobs.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaHeadCheck:
 * @supplier: (nullable): its name
 * @note_number: (nullable): the number on its note
 * @supplier_id: the answer: 0 when nobody is called that
 * @delivery_id: the answer: an earlier delivery with that note, 0 for none
 * @at: the answer: when that one came
 *
 * A question and its answer about the head of a delivery.
 */
typedef struct
{
  char *supplier;
  char *note_number;
  gint64 supplier_id;
  gint64 delivery_id;
  gint64 at;
} SediaHeadCheck;

void sedia_head_check_free (SediaHeadCheck *self);

/**
 * SediaStillToCome:
 * @purchase_id: of which purchase
 * @products: (element-type SediaProduct): each product once
 * @amounts: (element-type SediaAmount): how much of each
 *
 * What is still to come.
 */
typedef struct
{
  gint64 purchase_id;
  GPtrArray *products;
  GArray *amounts;
} SediaStillToCome;

void sedia_still_to_come_free (SediaStillToCome *self);

/**
 * SediaDeliveryPreviewArgs:
 * @purchase_id: what the delivery is for, 0 for no purchase
 * @amounts: (element-type SediaAmount): what arrived
 */
typedef struct
{
  gint64 purchase_id;
  GArray *amounts;
} SediaDeliveryPreviewArgs;

void sedia_delivery_preview_args_free (SediaDeliveryPreviewArgs *self);

/**
 * SediaDeliveryPreview:
 * @delivery: (nullable): who would get what; NULL while nothing is typed
 * @purchase_id: what the delivery is for, 0 for no purchase
 * @differences: (element-type SediaDifference) (nullable): how it differs from what is expected
 *
 * What a delivery would do.
 */
typedef struct
{
  SediaDelivery *delivery;
  gint64 purchase_id;
  GPtrArray *differences;
} SediaDeliveryPreview;

void sedia_delivery_preview_free (SediaDeliveryPreview *self);

/**
 * SediaReceiveArgs:
 * @lines: (element-type SediaAmount): what arrived
 * @purchase_id: what it is for, 0 for no purchase
 *
 * A delivery to be received.
 */
typedef struct
{
  gint64 supplier_id;
  char *note_number;
  GArray *lines;
  gint64 draft_id;
  gint64 purchase_id;
} SediaReceiveArgs;

void sedia_receive_args_free (SediaReceiveArgs *self);

/**
 * SediaReceipt:
 * @delivery_id: its number
 * @operation_id: for Undo and Show
 * @summary: whom it serves
 * @purchase_id: what it was for, 0 for no purchase
 * @n_short: how many lines of that are still on their way
 *
 * What sedia_delivery_receive_job() answers, as text: see sedia_receipt_read().
 */
typedef struct
{
  gint64 delivery_id;
  gint64 operation_id;
  SediaServedSummary summary;
  gint64 purchase_id;
  guint n_short;
} SediaReceipt;

gboolean sedia_receipt_read (SediaReceipt *self,
                             const char   *text);

/* char * -> GPtrArray of SediaSupplier */
gpointer sedia_supplier_complete_job (SediaDb *db, gpointer typed, GError **error);
/* SediaHeadCheck -> another, answered */
gpointer sedia_head_check_job (SediaDb *db, gpointer check, GError **error);
/* char * -> SEDIA_DONE */
gpointer sedia_supplier_add_job (SediaDb *db, gpointer name, GError **error);
/* SediaDeliveryPreviewArgs -> SediaDeliveryPreview */
gpointer sedia_delivery_preview_job (SediaDb *db, gpointer args, GError **error);
/* gint64 * -> SediaPurchase */
gpointer sedia_purchase_job (SediaDb *db, gpointer purchase_id, GError **error);
/* gint64 * -> SediaStillToCome */
gpointer sedia_still_to_come_job (SediaDb *db, gpointer purchase_id, GError **error);
/* SediaReceiveArgs -> char *, for sedia_receipt_read() */
gpointer sedia_delivery_receive_job (SediaDb *db, gpointer args, GError **error);
/* gint64 * -> SEDIA_DONE */
gpointer sedia_delivery_undo_job (SediaDb *db, gpointer delivery_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaHeadCheck, sedia_head_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaStillToCome, sedia_still_to_come_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDeliveryPreviewArgs, sedia_delivery_preview_args_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDeliveryPreview, sedia_delivery_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReceiveArgs, sedia_receive_args_free)

G_END_DECLS
