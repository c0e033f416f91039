/* What typing a document asks the store: products, drafts.
 *
 * Each job takes the argument named with it and returns the answer named with it; both have a free
 * function where they need one.
 */
#pragma once

#include "sedia-draft-text.h"
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
 * SediaDraftNote:
 * @draft_id: 0 for one that was never saved
 * @kind: of what
 * @who: the other side, as typed
 * @number: of the note, as typed
 * @lines: how many
 * @content: JSON
 *
 * What is written of a draft.
 */
typedef struct
{
  gint64 draft_id;
  SediaDraftKind kind;
  char *who;
  char *number;
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

/* char * -> SediaFoundProduct */
gpointer sedia_product_find_job (SediaDb *db, gpointer code, GError **error);
/* char * -> GPtrArray of SediaProduct */
gpointer sedia_product_complete_job (SediaDb *db, gpointer typed, GError **error);
/* SediaDraftKind as pointer -> SediaDraft with an id of 0 when there is none */
gpointer sedia_draft_last_job (SediaDb *db, gpointer kind, GError **error);
/* gint64 * -> SediaOpenedDraft */
gpointer sedia_draft_open_job (SediaDb *db, gpointer draft_id, GError **error);
/* SediaDraftNote -> gint64 *, its id */
gpointer sedia_draft_save_job (SediaDb *db, gpointer note, GError **error);
/* gint64 * -> SEDIA_DONE */
gpointer sedia_draft_discard_job (SediaDb *db, gpointer draft_id, GError **error);

gint64 *sedia_id_new (gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaFoundProduct, sedia_found_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDraftNote, sedia_draft_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOpenedDraft, sedia_opened_draft_free)

G_END_DECLS
