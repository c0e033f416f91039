/* One job on its way to a store's thread and back: a read runs as it is; an action runs in a
 * transaction, inside an operation of its own, unless its caller's key was used before.
 */
#include "config.h"

#include "sedia-request.h"

#include "sedia-operation.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

/**
 * sedia_request_new: (transfer full) a job on its way to a thread.
 */
SediaRequest *
sedia_request_new (SediaStore     *store,
             SediaRequestKind     kind,
             SediaJob        job,
             gpointer        data,
             const SediaAct *act)
{
  SediaRequest *request = g_new0 (SediaRequest, 1);

  request->store = store;
  request->kind = kind;
  request->job = job;
  request->data = data;
  g_mutex_init (&request->mutex);
  g_cond_init (&request->cond);

  if (act != NULL)
    {
      request->act = *act;
      request->act.kind = request->act_kind = g_strdup (act->kind);
      request->act.actor = request->act_actor = g_strdup (act->actor);
      request->act.key = request->act_key = g_strdup (act->key);
      request->act.reason = request->act_reason = g_strdup (act->reason);
    }

  return request;
}

/**
 * sedia_request_free: Frees a request, not its result.
 */
void
sedia_request_free (SediaRequest *request)
{
  if (request->data_free != NULL)
    request->data_free (request->data);
  g_clear_object (&request->cancellable);
  g_free (request->act_kind);
  g_free (request->act_actor);
  g_free (request->act_key);
  g_free (request->act_reason);
  g_mutex_clear (&request->mutex);
  g_cond_clear (&request->cond);
  g_free (request);
}

static gpointer
repeated_reply (SediaDb   *db,
                SediaRequest   *request,
                gboolean  *is_repeated,
                GError   **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  *is_repeated = FALSE;
  if (request->act.key == NULL)
    return NULL;

  if (!(stmt = sedia_db_prepare (db, "operation-by-key", error)))
    return NULL;
  sedia_stmt_bind_text (stmt, 1, request->act.key);
  step = sedia_stmt_step (stmt, error);
  if (step != SEDIA_STEP_ROW)
    return NULL;

  *is_repeated = TRUE;
  if (g_strcmp0 (sedia_stmt_text (stmt, 2), request->act.kind) != 0)
    {
      g_autofree char *label = sedia_operation_label (sedia_stmt_text (stmt, 2),
                                                      sedia_stmt_text (stmt, 3));

      /* Translators: a key, then what it was used for, such as "new order 7". */
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("The key “%s” was used for something else before (%s); use another key."),
                   request->act.key, label);
      return NULL;
    }

  return sedia_stmt_is_null (stmt, 1) ? g_strdup ("") : sedia_stmt_dup_text (stmt, 1);
}

static gboolean
keep_reply (SediaDb     *db,
            SediaRequest     *request,
            GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (request->act.key == NULL)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "operation-reply", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_db_operation (db)->id);
  sedia_stmt_bind_text (stmt, 2, request->result);
  return sedia_stmt_run (stmt, error);
}

/* The job between begin and end of its operation. TRUE when there is something to commit. */
static gboolean
run_operation (SediaDb  *db,
               SediaRequest  *request,
               char    **subject)
{
  SediaOperationMarks marks;
  g_autoptr (SediaOperation) operation = NULL;
  gboolean has_changed;

  if (!sedia_operation_begin (db, &request->act, 0, &marks, &request->error))
    return FALSE;

  request->operation_id = sedia_db_operation (db)->id;
  request->result = request->job (db, request->data, &request->error);
  if (request->result == NULL)
    return FALSE;

  /* A command that found nothing to do leaves no trace in the log. */
  if (!sedia_operation_has_rows (db, &marks, &has_changed, &request->error) ||
      (!has_changed && request->act.key == NULL))
    return FALSE;

  if (!keep_reply (db, request, &request->error) ||
      !sedia_operation_end (db, &marks, &request->error))
    return FALSE;

  operation = sedia_operation_read (db, request->operation_id, NULL);
  *subject = operation != NULL ? g_steal_pointer (&operation->subject) : NULL;
  return TRUE;
}

static void
drop_result (SediaRequest *request)
{
  if (request->result != NULL && request->result != SEDIA_DONE && request->result_free != NULL)
    request->result_free (request->result);
  request->result = NULL;
}

static void
run_write (SediaDb *db,
           SediaRequest *request)
{
  gboolean is_repeated = FALSE;
  gboolean has_work = FALSE;
  g_autofree char *subject = NULL;

  if (!sedia_db_begin (db, &request->error))
    return;

  if (request->kind == SEDIA_REQUEST_ACT)
    {
      request->result = repeated_reply (db, request, &is_repeated, &request->error);
      if (!is_repeated && request->error == NULL)
        {
          has_work = run_operation (db, request, &subject);
          sedia_db_operation (db)->id = 0;
        }
    }
  else
    has_work = (request->result = request->job (db, request->data, &request->error)) != NULL;

  if (request->error != NULL || !has_work)
    {
      sedia_db_rollback (db);
      if (request->error != NULL)
        drop_result (request);
      return;
    }

  if (!sedia_db_commit (db, &request->error))
    {
      drop_result (request);
      return;
    }

  request->committed (db, request, subject);
}

static void
run_request (SediaDb *db,
             SediaRequest *request)
{
  if (g_cancellable_is_cancelled (request->cancellable))
    {
      g_set_error_literal (&request->error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
      return;
    }

  if (request->cancellable != NULL)
    sedia_db_set_cancellable (db, request->cancellable);

  if (request->kind == SEDIA_REQUEST_ACT || request->kind == SEDIA_REQUEST_NOTE)
    run_write (db, request);
  else
    request->result = request->job (db, request->data, &request->error);

  if (request->cancellable != NULL)
    sedia_db_set_cancellable (db, NULL);

  g_warn_if_fail ((request->result != NULL) != (request->error != NULL));
}

/**
 * sedia_request_work_async: Runs a request (@data) and returns its result through @task.
 */
void
sedia_request_work_async (SediaDb  *db,
            GTask    *task,
            gpointer  data)
{
  SediaRequest *request = data;

  run_request (db, request);

  if (request->error != NULL)
    g_task_return_error (task, g_steal_pointer (&request->error));
  else
    g_task_return_pointer (task, request->result,
                           request->result == SEDIA_DONE ? NULL : request->result_free);
}

/**
 * sedia_request_work_sync: Runs a request (@data) and wakes the thread that waits for it.
 */
void
sedia_request_work_sync (SediaDb  *db,
           GTask    *task,
           gpointer  data)
{
  SediaRequest *request = data;

  run_request (db, request);

  g_mutex_lock (&request->mutex);
  request->is_done = TRUE;
  g_cond_signal (&request->cond);
  g_mutex_unlock (&request->mutex);
}
