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

/* char * -> GPtrArray of SediaSupplier */
gpointer sedia_supplier_complete_job (SediaDb *db, gpointer typed, GError **error);
/* SediaHeadCheck -> another, answered */
gpointer sedia_head_check_job (SediaDb *db, gpointer check, GError **error);
/* char * -> SEDIA_DONE */
gpointer sedia_supplier_add_job (SediaDb *db, gpointer name, GError **error);
/* GArray of SediaAmount -> SediaDelivery */
gpointer sedia_delivery_preview_job (SediaDb *db, gpointer amounts, GError **error);
/* SediaReceiveArgs -> char *, for sedia_receipt_read() */
gpointer sedia_delivery_receive_job (SediaDb *db, gpointer args, GError **error);
/* gint64 * -> SEDIA_DONE */
gpointer sedia_delivery_undo_job (SediaDb *db, gpointer delivery_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaHeadCheck, sedia_head_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReceiveArgs, sedia_receive_args_free)

G_END_DECLS
