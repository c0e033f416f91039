/* One thread with one connection.
 *
 * First in, first out: two writes never swap. It is stopped explicitly, by the store, and never
 * from its own thread.
 */
#include "config.h"

#include "sedia-worker.h"

struct _SediaWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* of Item */
  const SediaDriver *driver;
  char *path;
  SediaOpenMode mode;
  gboolean is_launched; /* nobody waits until it is open */

  /* The answer to "did it open": written by the thread before is_ready is set. */
  GMutex mutex;
  GCond cond;
  gboolean is_ready;
  GError *error;
};

typedef struct
{
  SediaWork work; /* NULL: stop */
  GTask *task;
  gpointer data;
  GDestroyNotify data_free;
} Item;

static void
free_item (Item *item)
{
  if (item->data_free != NULL)
    item->data_free (item->data);
  g_clear_object (&item->task);
  g_free (item);
}

static void
tell_ready (SediaWorker *self,
            GError      *error)
{
  g_mutex_lock (&self->mutex);
  self->is_ready = TRUE;
  self->error = error;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* There is no connection, and nobody waits to hear that: whoever asks something is told why. */
static void
refuse_all (SediaWorker *self)
{
  for (;;)
    {
      Item *item = g_async_queue_pop (self->queue);
      const gboolean is_stop = item->work == NULL;

      if (!is_stop)
        g_task_return_error (item->task, g_error_copy (self->error));
      free_item (item);

      if (is_stop)
        return;
    }
}

static gpointer
run (gpointer data)
{
  SediaWorker *self = data;
  GError *error = NULL;
  g_autoptr (SediaDb) db = sedia_db_open (self->driver, self->path, self->mode, &error);

  tell_ready (self, error);
  if (db == NULL && self->is_launched)
    refuse_all (self);
  if (db == NULL)
    return NULL;

  for (;;)
    {
      Item *item = g_async_queue_pop (self->queue);
      gboolean is_stop = item->work == NULL;

      if (!is_stop)
        item->work (db, item->task, item->data);
      free_item (item);

      if (is_stop)
        return NULL;
    }
}

static SediaWorker *
worker_new (const SediaDriver *driver,
            const char        *path,
            SediaOpenMode      mode)
{
  SediaWorker *self = g_new0 (SediaWorker, 1);

  self->driver = driver;
  self->path = g_strdup (path);
  self->mode = mode;
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

/**
 * sedia_worker_start:
 * @name: of the thread, for the debugger
 * @driver: the engine
 * @path: the file
 * @mode: whether it may change data
 * @error: return location
 *
 * Starts the thread and waits until its connection is open.
 *
 * Returns: (transfer full) (nullable): the worker, NULL when the database cannot be opened
 */
SediaWorker *
sedia_worker_start (const char         *name,
                    const SediaDriver  *driver,
                    const char         *path,
                    SediaOpenMode       mode,
                    GError            **error)
{
  SediaWorker *self = worker_new (driver, path, mode);

  self->thread = g_thread_new (name, run, self);

  g_mutex_lock (&self->mutex);
  while (!self->is_ready)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      sedia_worker_stop (self);
      return NULL;
    }

  return self;
}

/**
 * sedia_worker_launch:
 * @name: of the thread, for the debugger
 * @driver: the engine
 * @path: the file
 * @mode: whether it may change data
 *
 * Starts the thread and does not wait: the main thread may call it. When the database cannot be
 * opened each task that is pushed is answered with the reason, so each push needs one.
 *
 * Returns: (transfer full): the worker
 */
SediaWorker *
sedia_worker_launch (const char        *name,
                     const SediaDriver *driver,
                     const char        *path,
                     SediaOpenMode      mode)
{
  SediaWorker *self = worker_new (driver, path, mode);

  self->is_launched = TRUE;
  self->thread = g_thread_new (name, run, self);

  return self;
}

/**
 * sedia_worker_push:
 * @self: a worker
 * @work: what to do
 * @task: (transfer full): who gets the answer
 * @data: for @work
 * @data_free: (nullable): frees @data, on the worker's thread
 */
void
sedia_worker_push (SediaWorker    *self,
                   SediaWork       work,
                   GTask          *task,
                   gpointer        data,
                   GDestroyNotify  data_free)
{
  Item *item = g_new0 (Item, 1);

  item->work = work;
  item->task = task;
  item->data = data;
  item->data_free = data_free;
  g_async_queue_push (self->queue, item);
}

/**
 * sedia_worker_stop:
 * @self: (transfer full): a worker
 *
 * Finishes what was asked for before, closes the connection and waits for the thread to end.
 */
void
sedia_worker_stop (SediaWorker *self)
{
  Item *item;

  g_async_queue_push (self->queue, g_new0 (Item, 1));
  g_assert (self->thread != g_thread_self ());
  g_thread_join (self->thread);

  while ((item = g_async_queue_try_pop (self->queue)) != NULL)
    free_item (item);
  g_async_queue_unref (self->queue);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}
