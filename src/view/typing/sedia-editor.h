/* Entering a document: head, lines, what it would do, one button that books it.
 *
 *   +---------------------------------------------------------------------+
 *   | [<] New Delivery                   Draft saved   [Discard] [Receive] |
 *   +------------------------------------------+--------------------------+
 *   | Supplier            Note number          | Who gets what            |
 *   | lines                                    | Serves 14 lines for 9 …  |
 *   | [ scan or type ]                         |   Kopi ...               |
 *   +------------------------------------------+--------------------------+
 *
 * A kind of document derives from it; its template gives the two parts that differ: `<child
 * type="head">` above the lines and `<child type="detail">` beside them. Its template is disposed
 * here.
 *
 * Signals: closed (), the user goes back; kept (), the draft is saved after that; booked (gint64
 * document).
 * Actions: page.book, page.book-anyway, page.book-second, page.close-editor, page.discard,
 * page.put-back.
 */
#pragma once

#include "sedia-editor-top.h"
#include "sedia-lines-editor.h"
#include "sedia-typing.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_EDITOR (sedia_editor_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaEditor, sedia_editor, SEDIA, EDITOR, GtkWidget)

/**
 * SediaEditorReceipt:
 * @document_id: its number
 * @operation_id: for Undo
 * @sentence: (transfer full): what the bar says
 * @show_action: (transfer full) (nullable): the detailed action of the bar's second button
 *
 * What a booking came to.
 */
typedef struct
{
  gint64 document_id;
  gint64 operation_id;
  char *sentence;
  char *show_action;
} SediaEditorReceipt;

/**
 * SediaEditorClass:
 * @texts: what it says
 * @document_type: what is typed, a #SediaDocument
 * @booker: how it is booked
 * @previewer: how it is previewed
 * @bind: the head types into this document; once
 * @set_store: where the head looks things up; NULL for nowhere
 * @show: the document is another one: the head must show it
 * @previewed: shows what it would do; the preview is NULL when there is nothing yet, or when
 *   @problem says why it is not known
 * @check: (nullable): looks at the head before booking; calls sedia_editor_checked() now or later
 * @ends: (nullable): it is about to be booked, in the second way or not
 * @takes: (nullable): whether keys that came fast make sense in the head
 * @read_receipt: what the booking job returned, in words
 *
 * What an editor does in its own way.
 */
struct _SediaEditorClass
{
  GtkWidgetClass parent_class;

  const SediaEditorTexts *texts;
  GType document_type;
  const SediaBookerFuncs *booker;
  const SediaPreviewerFuncs *previewer;

  void (*bind) (SediaEditor   *self,
                SediaDocument *document);
  void (*set_store) (SediaEditor *self,
                     SediaStore  *store);
  void (*show) (SediaEditor *self);
  void (*previewed) (SediaEditor *self,
                     gpointer     preview,
                     const char  *problem);
  void (*check) (SediaEditor *self);
  void (*ends) (SediaEditor *self,
                gboolean     is_second);
  gboolean (*takes) (SediaEditor *self,
                     SediaBurst  *burst);
  void (*read_receipt) (SediaEditor        *self,
                        const char         *text,
                        SediaEditorReceipt *receipt);
};

void sedia_editor_set_store (SediaEditor *self,
                             SediaStore  *store);
void sedia_editor_begin (SediaEditor *self);
void sedia_editor_open (SediaEditor *self,
                        gint64       draft_id);
gint64 sedia_editor_get_draft_id (SediaEditor *self);
void sedia_editor_checked (SediaEditor *self,
                           const char  *problem);
void sedia_editor_focus_lines (SediaEditor *self);

G_END_DECLS
