/* The shop's records.
 *
 *   main thread          writer thread                       reader thread
 *   -----------          -------------                       -------------
 *   act_async    ----->  BEGIN, operation, job, COMMIT
 *   changed      <-----  what it touched
 *   callback     <-----  result
 *   read_async   --------------------------------------->    job
 *   callback     <---------------------------------------    result
 *
 * What reads for long has a third thread of its own, so that the lists need not wait for it.
 *
 * `changed` is sent after COMMIT, so whatever is read in its handler has seen at least that commit.
 */
#include "config.h"

#include "sedia-store.h"

#include "sedia-request.h"
#include "sedia-schema.h"
#include "sedia-store-private.h"
#include "sedia-touched.h"
#include "sedia-worker.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

struct _SediaStore
{
  GObject parent_instance;

  char *path;
  SediaWorker *writer;
  SediaWorker *reader;
  SediaWorker *long_reader; /* NULL until it is first needed */
  const SediaDriver *driver;
  char *sample_folder; /* of a sample shop, which goes with it; NULL for a real one */
  gint64 data_version; /* as the writer, whose it is, last saw it: others' commits change it */
  gboolean is_looking;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaStore, sedia_store, G_TYPE_OBJECT)

/* ---- telling the main thread */

/* What was touched is looked up only when somebody listens: a console program has no window to
 * refresh. */
static void
tell_changes (SediaDb    *db,
              SediaRequest    *request,
              const char *subject)
{
  SediaStore *store = request->store;
  const gboolean is_act = request->kind == SEDIA_REQUEST_ACT;
  SediaChanges *changes = NULL;

  if (g_signal_has_handler_pending (store, signals[SIGNAL_CHANGED], 0, TRUE))
    changes = sedia_touched_to_changes (db);
  else
    g_array_unref (sedia_db_take_touched (db));

  if (changes != NULL ||
      (is_act && g_signal_has_handler_pending (store, signals[SIGNAL_ACTED], 0, TRUE)))
    sedia_store_tell (store, changes, request->operation_id, is_act ? request->act.kind : NULL,
                      subject);
}

/* ---- asking */

static SediaWorker *
worker_for (SediaStore   *self,
            SediaRequest *request)
{
  if (request->kind == SEDIA_REQUEST_READ)
    return self->reader;
  if (request->kind != SEDIA_REQUEST_LONG_READ)
    return self->writer;

  /* The store was closed: it must not be opened again. */
  if (self->long_reader == NULL && self->reader != NULL)
    self->long_reader = sedia_worker_launch ("sedia-long-read", self->driver, self->path,
                                             SEDIA_OPEN_READER);

  return self->long_reader;
}

static void
ask_async (SediaStore          *self,
           SediaRequest             *request,
           GDestroyNotify       data_free,
           GDestroyNotify       result_free,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  request->committed = tell_changes;
  request->data_free = data_free;
  request->result_free = result_free;
  request->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_source_tag (task, ask_async);

  if (worker_for (self, request) == NULL)
    {
      sedia_request_free (request);
      g_task_return_new_error (task, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, "%s",
                               _("The shop is closed."));
      g_object_unref (task);
      return;
    }

  sedia_worker_push (worker_for (self, request), sedia_request_work_async, task, request,
                     (GDestroyNotify) sedia_request_free);
}

static gpointer
ask (SediaStore  *self,
     SediaRequest     *request,
     GError     **error)
{
  gpointer result;

  if (worker_for (self, request) == NULL)
    {
      sedia_request_free (request);
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("The shop is closed."));
      return NULL;
    }

  request->committed = tell_changes;
  request->result_free = g_free;
  sedia_worker_push (worker_for (self, request), sedia_request_work_sync, NULL, request, NULL);

  g_mutex_lock (&request->mutex);
  while (!request->is_done)
    g_cond_wait (&request->cond, &request->mutex);
  g_mutex_unlock (&request->mutex);

  result = request->result;
  if (request->error != NULL)
    g_propagate_error (error, g_steal_pointer (&request->error));
  sedia_request_free (request);

  return result;
}

/**
 * sedia_store_read:
 * @self: a store
 * @job: what to run on the reading thread
 * @data: for @job
 * @error: return location
 *
 * Waits for a read: for programs without a main loop.
 *
 * Returns: (transfer full) (nullable): what @job returned
 */
gpointer
sedia_store_read (SediaStore  *self,
                  SediaJob     job,
                  gpointer     data,
                  GError     **error)
{
  return ask (self, sedia_request_new (self, SEDIA_REQUEST_READ, job, data, NULL), error);
}

/**
 * sedia_store_read_async:
 * @self: a store
 * @job: what to run on the reading thread
 * @data: for @job
 * @data_free: (nullable): frees @data, on the reading thread
 * @result_free: (nullable): frees a result nobody collects
 * @cancellable: (nullable): stops a long query
 * @callback: called on this thread's main context; ends with sedia_store_finish()
 * @user_data: for @callback
 */
void
sedia_store_read_async (SediaStore          *self,
                        SediaJob             job,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GDestroyNotify       result_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  ask_async (self, sedia_request_new (self, SEDIA_REQUEST_READ, job, data, NULL), data_free,
             result_free,
             cancellable, callback, user_data);
}

/**
 * sedia_store_read_long_async: Like sedia_store_read_async(), for what reads for long: the dry run
 * of an import, an export. It has a connection of its own, and nobody who looks at a list waits for
 * it; one such job waits for the other.
 */
void
sedia_store_read_long_async (SediaStore          *self,
                             SediaJob             job,
                             gpointer             data,
                             GDestroyNotify       data_free,
                             GDestroyNotify       result_free,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  ask_async (self, sedia_request_new (self, SEDIA_REQUEST_LONG_READ, job, data, NULL), data_free,
             result_free, cancellable, callback, user_data);
}

/**
 * sedia_store_act:
 * @self: a store
 * @act: what is being done
 * @job: the command to run on the writing thread
 * @data: for @job
 * @error: return location
 *
 * Waits for an action: for programs without a main loop. When the job fails, nothing happened. The
 * result must be %SEDIA_DONE or memory for g_free(): when the commit fails it is freed.
 *
 * Returns: (transfer full) (nullable): what @job returned
 */
gpointer
sedia_store_act (SediaStore      *self,
                 const SediaAct  *act,
                 SediaJob         job,
                 gpointer         data,
                 GError         **error)
{
  return ask (self, sedia_request_new (self, SEDIA_REQUEST_ACT, job, data, act), error);
}

/**
 * sedia_store_act_async: Like sedia_store_act(), with a callback; see sedia_store_read_async().
 */
void
sedia_store_act_async (SediaStore          *self,
                       const SediaAct      *act,
                       SediaJob             job,
                       gpointer             data,
                       GDestroyNotify       data_free,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  ask_async (self, sedia_request_new (self, SEDIA_REQUEST_ACT, job, data, act), data_free,
             result_free,
             cancellable, callback, user_data);
}

/**
 * sedia_store_note: Waits for a write that is no user action: drafts, the outbox.
 */
gpointer
sedia_store_note (SediaStore  *self,
                  SediaJob     job,
                  gpointer     data,
                  GError     **error)
{
  return ask (self, sedia_request_new (self, SEDIA_REQUEST_NOTE, job, data, NULL), error);
}

/**
 * sedia_store_note_async: Like sedia_store_note(), with a callback.
 */
void
sedia_store_note_async (SediaStore          *self,
                        SediaJob             job,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GDestroyNotify       result_free,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  ask_async (self, sedia_request_new (self, SEDIA_REQUEST_NOTE, job, data, NULL), data_free,
             result_free, NULL,
             callback, user_data);
}

/**
 * sedia_store_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
sedia_store_finish (SediaStore    *self,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- another program's changes */

enum
{
  LOOK_SAME = 1,
  LOOK_CHANGED,
};

static gpointer
look_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  SediaStore *self = data;
  const gint64 before = self->data_version;

  self->data_version = sedia_db_data_version (db);
  return GINT_TO_POINTER (self->data_version != before ? LOOK_CHANGED : LOOK_SAME);
}

static void
look_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SediaStore *self = SEDIA_STORE (source);

  self->is_looking = FALSE;
  if (GPOINTER_TO_INT (sedia_store_finish (self, result, NULL)) == LOOK_CHANGED)
    {
      g_autoptr (SediaChanges) everything = sedia_changes_new_everything ();

      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, everything);
    }
}

/**
 * sedia_store_look:
 * @self: a store
 *
 * Looks whether another program has committed to the file; if so, `changed` is emitted with
 * everything.
 */
void
sedia_store_look (SediaStore *self)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  if (self->is_looking || self->reader == NULL)
    return;

  self->is_looking = TRUE;
  ask_async (self, sedia_request_new (self, SEDIA_REQUEST_SELF, look_job, self, NULL), NULL, NULL,
             NULL,
             look_cb, NULL);
}

/* ---- opening and closing */

static gpointer
migrate_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_schema_migrate (db, data, error) ? SEDIA_DONE : NULL;
}

/**
 * sedia_store_default_path: (transfer full) where the shop's file is when nobody says otherwise.
 */
char *
sedia_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "sedia", "shop.db", NULL);
}

static gboolean
check_path (const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("“%s” is a folder; name the database file in it."), path);
      return FALSE;
    }

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE,
                   _("The folder “%s” cannot be created: %s."), folder, g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/**
 * sedia_store_open_with:
 * @driver: what speaks to the database
 * @path: the shop's file
 * @error: return location
 *
 * Opens a shop behind any driver, as sedia_store_open() does behind SQLite.
 *
 * Returns: (transfer full) (nullable): the store
 */
SediaStore *
sedia_store_open_with (const SediaDriver  *driver,
                       const char         *path,
                       GError            **error)
{
  g_autoptr (SediaStore) self = NULL;

  if (!check_path (path, error))
    return NULL;

  self = g_object_new (SEDIA_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->driver = driver;
  self->writer = sedia_worker_start ("sedia-writer", driver, path, SEDIA_OPEN_WRITER, error);
  if (self->writer == NULL ||
      !ask (self, sedia_request_new (self, SEDIA_REQUEST_SELF, migrate_job, self->path, NULL),
            error) ||
      !ask (self, sedia_request_new (self, SEDIA_REQUEST_SELF, look_job, self, NULL), error))
    return NULL;

  self->reader = sedia_worker_start ("sedia-reader", driver, path, SEDIA_OPEN_READER, error);
  if (self->reader == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sedia_store_open:
 * @path: the shop's file; created with its schema when there is none, readable by its owner alone
 * @error: return location
 *
 * Opens a shop. Blocks until both connections stand: a window calls it from a thread of its own.
 *
 * Returns: (transfer full) (nullable): the store
 */
SediaStore *
sedia_store_open (const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return sedia_store_open_with (&sedia_driver_sqlite, path, error);
}

/**
 * sedia_store_close:
 * @self: a store
 *
 * Finishes what was asked for and closes both connections. The store answers nothing after that.
 */
void
sedia_store_close (SediaStore *self)
{
  g_return_if_fail (SEDIA_IS_STORE (self));

  /* The readers first: the last connection to close folds the log into the file, and it must be
   * able to write. */
  g_clear_pointer (&self->long_reader, sedia_worker_stop);
  g_clear_pointer (&self->reader, sedia_worker_stop);
  g_clear_pointer (&self->writer, sedia_worker_stop);
  g_clear_pointer (&self->sample_folder, sedia_sample_remove);
}

/**
 * sedia_store_take_sample_folder:
 * @self: a store
 * @folder: (transfer full): its own temporary folder
 *
 * From now on the store is a sample; the folder goes when it is closed.
 */
void
sedia_store_take_sample_folder (SediaStore *self,
                                char       *folder)
{
  self->sample_folder = folder;
}

/**
 * sedia_store_is_sample: Whether it is a sample shop, open: nothing in it is kept.
 */
gboolean
sedia_store_is_sample (SediaStore *self)
{
  g_return_val_if_fail (SEDIA_IS_STORE (self), FALSE);

  return self->sample_folder != NULL;
}

/**
 * sedia_store_get_path: (transfer none) the shop's file.
 */
const char *
sedia_store_get_path (SediaStore *self)
{
  g_return_val_if_fail (SEDIA_IS_STORE (self), NULL);

  return self->path;
}

static void
sedia_store_dispose (GObject *object)
{
  SediaStore *self = SEDIA_STORE (object);

  sedia_store_close (self);

  G_OBJECT_CLASS (sedia_store_parent_class)->dispose (object);
}

static void
sedia_store_finalize (GObject *object)
{
  SediaStore *self = SEDIA_STORE (object);

  g_free (self->path);

  G_OBJECT_CLASS (sedia_store_parent_class)->finalize (object);
}

static void
sedia_store_class_init (SediaStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_store_dispose;
  object_class->finalize = sedia_store_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SEDIA_TYPE_CHANGES);
  signals[SIGNAL_ACTED] =
    g_signal_new ("acted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sedia_store_init (SediaStore *self)
{
}
