/* A document being typed, without a widget: the editor shows it, the draft keeps it, tests can type
 * into it.
 *
 *   document ---< line ---- product
 *
 * A kind of document derives from it and adds what stands above the lines.
 *
 * Signal: changed (), whenever something was typed that a draft must keep. A derived document calls
 * sedia_document_changed().
 */
#pragma once

#include "sedia-draft-jobs.h"
#include "sedia-typed-lines.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DOCUMENT (sedia_document_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaDocument, sedia_document, SEDIA, DOCUMENT, GObject)

/**
 * SediaDocumentClass:
 * @draft_kind: how its drafts are kept
 * @clear: forgets what stands above the lines
 * @is_empty: whether nothing stands above the lines
 * @write_head: puts what stands above the lines into a draft
 * @read_head: takes it out again; the document was cleared
 * @get_who: (transfer none): the other side, as typed, for the list of drafts
 * @get_number: (nullable) (transfer none): the number of the note, as typed
 *
 * What a kind of document does in its own way.
 */
struct _SediaDocumentClass
{
  GObjectClass parent_class;

  SediaDraftKind draft_kind;

  void (*clear) (SediaDocument *self);
  gboolean (*is_empty) (SediaDocument *self);
  void (*write_head) (SediaDocument  *self,
                      SediaDraftText *text);
  void (*read_head) (SediaDocument        *self,
                     const SediaDraftText *text);
  const char *(*get_who) (SediaDocument *self);
  const char *(*get_number) (SediaDocument *self);
};

SediaTypedLines *sedia_document_get_lines (SediaDocument *self);
const char *sedia_document_get_key (SediaDocument *self);
void sedia_document_set_key (SediaDocument *self,
                             const char    *key);
void sedia_document_changed (SediaDocument *self);
void sedia_document_clear (SediaDocument *self);
gboolean sedia_document_is_empty (SediaDocument *self);
SediaDraftNote *sedia_document_dup_note (SediaDocument *self,
                                         gint64         draft_id);
void sedia_document_restore (SediaDocument          *self,
                             const SediaOpenedDraft *opened);
gboolean sedia_document_take_text (char       **text,
                                   const char  *value);

G_END_DECLS
