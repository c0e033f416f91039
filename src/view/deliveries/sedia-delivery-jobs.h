/* What the delivery pages ask the store: jobs, their arguments, their answers.
 *
 * Each job takes the argument named with it and returns the answer named with it; both have a free
 * function where they need one.
 */
#pragma once

#include "sedia-delivery-draft.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaFoundProduct:
 * @code: what was looked for
 * @product: (nullable): whose SKU or barcode it is
 */
typedef struct
{
  char *code;
  SediaProduct *product;
} SediaFoundProduct;

void sedia_found_product_free (SediaFoundProduct *self);

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
 * SediaDraftNote:
 * @draft_id: 0 for one that was never saved
 * @lines: how many
 * @content: JSON
 *
 * What is written of a draft.
 */
typedef struct
{
  gint64 draft_id;
  char *supplier;
  char *note_number;
  guint lines;
  char *content;
} SediaDraftNote;

void sedia_draft_note_free (SediaDraftNote *self);

/**
 * SediaOpenedDraft:
 * @draft: as stored
 * @text: its content
 * @products: (element-type SediaProduct): one for each line of @text, %NULL for a product that is
 *   gone
 */
typedef struct
{
  SediaDraft *draft;
  SediaDraftText *text;
  GPtrArray *products;
} SediaOpenedDraft;

void sedia_opened_draft_free (SediaOpenedDraft *self);

/**
 * SediaReceiveArgs:
 * @lines: (element-type SediaAmount): what arrived
 *
 * A delivery to be received.
 */
typedef struct
{
  gint64 supplier_id;
  char *note_number;
  GArray *lines;
  gint64 draft_id;
} SediaReceiveArgs;

void sedia_receive_args_free (SediaReceiveArgs *self);

/**
 * SediaReceipt:
 * @delivery_id: its number
 * @operation_id: for Undo and Show
 * @summary: whom it serves
 *
 * What sedia_delivery_receive_job() answers, as text: see sedia_receipt_read().
 */
typedef struct
{
  gint64 delivery_id;
  gint64 operation_id;
  SediaServedSummary summary;
} SediaReceipt;

gboolean sedia_receipt_read (SediaReceipt *self,
                             const char   *text);

/* char * -> SediaFoundProduct */
gpointer sedia_product_find_job (SediaDb *db, gpointer code, GError **error);
/* char * -> GPtrArray of SediaProduct */
gpointer sedia_product_complete_job (SediaDb *db, gpointer typed, GError **error);
/* char * -> GPtrArray of SediaSupplier */
gpointer sedia_supplier_complete_job (SediaDb *db, gpointer typed, GError **error);
/* SediaHeadCheck -> another, answered */
gpointer sedia_head_check_job (SediaDb *db, gpointer check, GError **error);
/* char * -> SEDIA_DONE */
gpointer sedia_supplier_add_job (SediaDb *db, gpointer name, GError **error);
/* GArray of SediaAmount -> SediaDelivery */
gpointer sedia_delivery_preview_job (SediaDb *db, gpointer amounts, GError **error);
/* gint64 * -> SediaDelivery */
gpointer sedia_delivery_read_job (SediaDb *db, gpointer delivery_id, GError **error);
/* SediaReceiveArgs -> char *, for sedia_receipt_read() */
gpointer sedia_delivery_receive_job (SediaDb *db, gpointer args, GError **error);
/* gint64 * -> SEDIA_DONE */
gpointer sedia_delivery_undo_job (SediaDb *db, gpointer delivery_id, GError **error);
/* NULL -> SediaDraft with an id of 0 when there is none */
gpointer sedia_draft_last_job (SediaDb *db, gpointer unused, GError **error);
/* gint64 * -> SediaOpenedDraft */
gpointer sedia_draft_open_job (SediaDb *db, gpointer draft_id, GError **error);
/* SediaDraftNote -> gint64 *, its id */
gpointer sedia_draft_save_job (SediaDb *db, gpointer note, GError **error);
/* gint64 * -> SEDIA_DONE */
gpointer sedia_draft_discard_job (SediaDb *db, gpointer draft_id, GError **error);

gint64 *sedia_id_new (gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaFoundProduct, sedia_found_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaHeadCheck, sedia_head_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDraftNote, sedia_draft_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOpenedDraft, sedia_opened_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReceiveArgs, sedia_receive_args_free)

G_END_DECLS
