/* Reading a spine, and comparing it where it was read. Private to the model. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_HEAD_ROWS 200

/**
 * SediaSpineJob:
 * @query: what is in the list
 * @before: (nullable) (element-type gint64): the ids to compare with; %NULL for the first ids alone
 * @changes: (nullable): the commits that explain the difference
 */
typedef struct
{
  SediaQuery *query;
  GArray *before;
  SediaChanges *changes;
} SediaSpineJob;

/**
 * SediaSpineAnswer:
 * @after: (element-type gint64): the ids
 * @edits: (nullable) (element-type SediaEdit): what leads to them; %NULL when too much differs
 * @records: (nullable): those of the first ids, when only they were read
 */
typedef struct
{
  GArray *after;
  GArray *edits;
  GPtrArray *records;
} SediaSpineAnswer;

SediaSpineJob *sedia_spine_job_new (const SediaQuery *query,
                                    GArray           *before,
                                    SediaChanges     *changes);
void sedia_spine_job_free (SediaSpineJob *self);
gpointer sedia_spine_job_run (SediaDb  *db,
                              gpointer  job,
                              GError  **error);
void sedia_spine_answer_free (SediaSpineAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaSpineAnswer, sedia_spine_answer_free)

G_END_DECLS
