/* The rule by which waiting lines are served, as it is now.
 *
 * Settings are no kind of change of their own; the rule is read again after each action of this
 * program (one row) and after another program's work.
 */
#include "config.h"

#include "sedia-serving-watcher.h"

struct _SediaServingWatcher
{
  GObject parent_instance;

  SediaStore *store;
  SediaServing serving;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaServingWatcher, sedia_serving_watcher, G_TYPE_OBJECT)

/* One more than the rule: a job's 0 would be an error. */
static gpointer
serving_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return GINT_TO_POINTER (1 + (int) sedia_setting_serving (db));
}

static void
serving_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      data)
{
  g_autoptr (SediaServingWatcher) self = data;
  int serving = GPOINTER_TO_INT (sedia_store_finish (SEDIA_STORE (source), answer, NULL));

  if (serving == 0 || self->store == NULL)
    return;

  self->serving = (SediaServing) (serving - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_again (SediaServingWatcher *self)
{
  sedia_store_read_async (self->store, serving_job, NULL, NULL, NULL, NULL, serving_cb,
                          g_object_ref (self));
}

static void
changed_cb (SediaServingWatcher *self,
            SediaChanges        *changes)
{
  if (sedia_changes_is_everything (changes))
    read_again (self);
}

static void
acted_cb (SediaServingWatcher *self)
{
  read_again (self);
}

static void
sedia_serving_watcher_dispose (GObject *object)
{
  SediaServingWatcher *self = SEDIA_SERVING_WATCHER (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_serving_watcher_parent_class)->dispose (object);
}

static void
sedia_serving_watcher_class_init (SediaServingWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_serving_watcher_dispose;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_SERVING_WATCHER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_serving_watcher_init (SediaServingWatcher *self)
{
}

/**
 * sedia_serving_watcher_new:
 * @store: whose rule
 *
 * Returns: (transfer full): a watcher that has begun to read
 */
SediaServingWatcher *
sedia_serving_watcher_new (SediaStore *store)
{
  SediaServingWatcher *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);

  self = g_object_new (SEDIA_TYPE_SERVING_WATCHER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  read_again (self);

  return self;
}

/**
 * sedia_serving_watcher_get: The rule in force.
 */
SediaServing
sedia_serving_watcher_get (SediaServingWatcher *self)
{
  g_return_val_if_fail (SEDIA_IS_SERVING_WATCHER (self), SEDIA_SERVING_DATED_FIRST);

  return self->serving;
}
