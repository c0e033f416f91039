/* Typing one document after another: each is kept as a draft, previewed, and booked once.
 *
 *   document --changed--> saver: draft in the store   (after 300 ms)
 *                    +--> preview: what it would do   (after 120 ms, only the last one counts)
 *   book --> draft saved --> one transaction --> booked
 *
 * Signals: shown (), the document is another one; gone (GError *), the draft that was to be opened
 * is not there; state-changed (); not-saved (GError *); previewed (gpointer preview, const char
 * *problem); booked (const char *receipt); not-booked (GError *).
 */
#pragma once

#include "sedia-booker.h"
#include "sedia-document.h"
#include "sedia-previewer.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPING (sedia_typing_get_type ())

G_DECLARE_FINAL_TYPE (SediaTyping, sedia_typing, SEDIA, TYPING, GObject)

SediaTyping *sedia_typing_new (SediaDocument             *document,
                               const SediaBookerFuncs    *booker,
                               const SediaPreviewerFuncs *previewer);
SediaStore *sedia_typing_get_store (SediaTyping *self);
void sedia_typing_set_store (SediaTyping *self,
                             SediaStore  *store);
void sedia_typing_begin (SediaTyping *self);
void sedia_typing_open (SediaTyping *self,
                        gint64       draft_id);
gint64 sedia_typing_get_draft_id (SediaTyping *self);
const char *sedia_typing_get_state (SediaTyping *self);
void sedia_typing_flush (SediaTyping *self);
void sedia_typing_when_saved (SediaTyping    *self,
                              SediaSavedFunc  func,
                              gpointer        data);
gint64 sedia_typing_drop (SediaTyping *self);
void sedia_typing_book (SediaTyping *self,
                        gboolean     anyway);

G_END_DECLS
