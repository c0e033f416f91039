/* What runs on the store's reading thread for a list. Nothing here is shared but arrays and sets
 * that nobody changes any more.
 */
#include "config.h"

#include "sedia-spine-job.h"

#include "sedia-list-hooks.h"
#include "sedia-spine.h"

static gboolean
is_touched (gint64   id,
            gpointer data)
{
  const SediaSpineJob *job = data;

  return sedia_list_hooks_of (job->query->kind)->is_touched (job->changes, job->query, id);
}

/**
 * sedia_spine_job_new:
 * @query: what is in the list
 * @before: (nullable) (element-type gint64): the ids to compare with; %NULL for the first ids alone
 * @changes: (nullable): the commits that explain the difference
 *
 * Returns: (transfer full): data for sedia_spine_job_run()
 */
SediaSpineJob *
sedia_spine_job_new (const SediaQuery *query,
                     GArray           *before,
                     SediaChanges     *changes)
{
  SediaSpineJob *self = g_new0 (SediaSpineJob, 1);

  self->query = sedia_query_copy (query);
  self->before = before != NULL ? g_array_ref (before) : NULL;
  self->changes = changes != NULL ? sedia_changes_ref (changes) : NULL;

  return self;
}

/**
 * sedia_spine_job_free:
 * @self: (nullable) (transfer full): a job that is done, or will never be
 */
void
sedia_spine_job_free (SediaSpineJob *self)
{
  if (self == NULL)
    return;

  sedia_query_free (self->query);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->changes, sedia_changes_unref);
  g_free (self);
}

/**
 * sedia_spine_job_run:
 * @db: the connection of the thread
 * @job: a #SediaSpineJob
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a #SediaSpineAnswer
 */
gpointer
sedia_spine_job_run (SediaDb  *db,
                     gpointer  job,
                     GError  **error)
{
  const SediaSpineJob *self = job;
  g_autoptr (SediaSpineAnswer) answer = g_new0 (SediaSpineAnswer, 1);
  gboolean is_known;

  answer->after = self->before != NULL
    ? sedia_list_spine (db, self->query, error)
    : sedia_list_head (db, self->query, SEDIA_HEAD_ROWS, error);
  if (answer->after == NULL)
    return NULL;
  if (self->before == NULL)
    {
      answer->records = sedia_list_page (db, self->query, (gint64 *) (gpointer) answer->after->data,
                                         answer->after->len, error);
      return answer->records != NULL ? g_steal_pointer (&answer) : NULL;
    }

  is_known = self->changes != NULL && !sedia_changes_is_everything (self->changes);
  answer->edits = sedia_spine_diff (self->before, answer->after, is_known ? is_touched : NULL, job);

  return g_steal_pointer (&answer);
}

/**
 * sedia_spine_answer_free:
 * @answer: (nullable) (transfer full): what was read
 */
void
sedia_spine_answer_free (SediaSpineAnswer *answer)
{
  if (answer == NULL)
    return;

  g_clear_pointer (&answer->after, g_array_unref);
  g_clear_pointer (&answer->edits, g_array_unref);
  g_clear_pointer (&answer->records, g_ptr_array_unref);
  g_free (answer);
}
