/* A page of documents that are typed: what is there, what is still a draft, and the editor for the
 * next over the whole page.
 *
 *   list of documents and drafts | detail      <-->      editor
 *
 * A draft that was left behind is offered once, at the start and when a new document is begun. A
 * page derives from it and adds the detail and what can be done with a document. As a page it opens
 * its documents, and SEDIA_KIND_DRAFT: 0 begins a new one.
 *
 * Actions: page.continue-draft, page.discard-draft.
 */
#pragma once

#include "sedia-editor.h"
#include "sedia-list-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DOCUMENTS_PAGE (sedia_documents_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaDocumentsPage, sedia_documents_page, SEDIA, DOCUMENTS_PAGE,
                          SediaListPage)

/**
 * SediaDocumentsPageClass:
 * @editor_type: what documents are typed in, a #SediaEditor
 * @draft_kind: which drafts are listed
 * @document_selected: (nullable): another document is selected; 0: none, or a draft
 *
 * What a page does in its own way.
 */
struct _SediaDocumentsPageClass
{
  SediaListPageClass parent_class;

  GType editor_type;
  SediaDraftKind draft_kind;

  void (*document_selected) (SediaDocumentsPage *self,
                             gint64              id);
};

gint64 sedia_documents_page_get_selected (SediaDocumentsPage *self);
SediaEditor *sedia_documents_page_show_editor (SediaDocumentsPage *self);

G_END_DECLS
