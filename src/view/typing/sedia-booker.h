/* Books the document being typed, once.
 *
 * Signals: booked (const char *receipt): what the job returned; failed (GError *): nothing
 * happened, the draft is still there.
 */
#pragma once

#include "sedia-draft-saver.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_BOOKER (sedia_booker_get_type ())

G_DECLARE_FINAL_TYPE (SediaBooker, sedia_booker, SEDIA, BOOKER, GObject)

/**
 * SediaBookerFuncs:
 * @kind: what is being done, as in #SediaAct
 * @get_kind: (nullable): the same where it depends on the document
 * @job: books it; returns a text that begins with the number of the document and that of the
 *   operation
 * @dup_args: (transfer full): the job's data
 * @args_free: frees it
 *
 * How one kind of document is booked.
 */
typedef struct
{
  const char *kind;
  const char *(*get_kind) (SediaDocument *document);
  SediaJob job;
  gpointer (*dup_args) (SediaDocument *document,
                        gint64         draft_id);
  GDestroyNotify args_free;
} SediaBookerFuncs;

SediaBooker *sedia_booker_new (SediaDocument          *document,
                               SediaDraftSaver        *saver,
                               const SediaBookerFuncs *funcs);
void sedia_booker_set_store (SediaBooker *self,
                             SediaStore  *store);
void sedia_booker_book (SediaBooker *self,
                        gboolean     anyway);

G_END_DECLS
