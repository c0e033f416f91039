/* Keeps the document being typed as a draft in the store: saved as it is typed, never lost.
 *
 *   document changes --300 ms--> save under way --> saved
 *                                   ^   changed meanwhile: once more
 *                                   +----------------+
 *
 * Properties: draft-id (int64, 0 until the first save), state (string for the editor, read only).
 * Signal: failed (GError *) when a save could not be written.
 */
#pragma once

#include "sedia-document.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DRAFT_SAVER (sedia_draft_saver_get_type ())

G_DECLARE_FINAL_TYPE (SediaDraftSaver, sedia_draft_saver, SEDIA, DRAFT_SAVER, GObject)

/**
 * SediaSavedFunc: Called when all that was typed is saved.
 */
typedef void (*SediaSavedFunc) (gpointer data);

SediaDraftSaver *sedia_draft_saver_new (SediaDocument *document);
void sedia_draft_saver_set_store (SediaDraftSaver *self,
                                  SediaStore      *store);
void sedia_draft_saver_start (SediaDraftSaver *self,
                              gint64           draft_id);
void sedia_draft_saver_stop (SediaDraftSaver *self);
void sedia_draft_saver_flush (SediaDraftSaver *self);
void sedia_draft_saver_when_saved (SediaDraftSaver *self,
                                   SediaSavedFunc   func,
                                   gpointer         data);
gint64 sedia_draft_saver_get_draft_id (SediaDraftSaver *self);
const char *sedia_draft_saver_get_state (SediaDraftSaver *self);

G_END_DECLS
