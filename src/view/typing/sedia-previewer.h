/* Asks, while a document is typed, what it would do.
 *
 * Signal: previewed (gpointer preview, const char *sentence); preview is NULL when there is nothing
 * to ask about, or when the question could not be answered: the sentence says why.
 */
#pragma once

#include "sedia-document.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PREVIEWER (sedia_previewer_get_type ())

G_DECLARE_FINAL_TYPE (SediaPreviewer, sedia_previewer, SEDIA, PREVIEWER, GObject)

/**
 * SediaPreviewerFuncs:
 * @job: finds out what the document would do
 * @dup_args: (transfer full) (nullable): the job's data, NULL when there is nothing to ask about
 * @args_free: frees it
 * @result_free: frees what the job returns
 *
 * How one kind of document is previewed.
 */
typedef struct
{
  SediaJob job;
  gpointer (*dup_args) (SediaDocument *document);
  GDestroyNotify args_free;
  GDestroyNotify result_free;
} SediaPreviewerFuncs;

SediaPreviewer *sedia_previewer_new (SediaDocument             *document,
                                     const SediaPreviewerFuncs *funcs);
void sedia_previewer_set_store (SediaPreviewer *self,
                                SediaStore     *store);
void sedia_previewer_refresh (SediaPreviewer *self);

G_END_DECLS
