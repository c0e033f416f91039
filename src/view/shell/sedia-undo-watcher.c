/* What Undo would take back now: the last operation in force, read again after each commit.
 *
 * Commits come in bursts; while one reading is under way the next ones wait for a single one more.
 */
#include "config.h"

#include "sedia-undo-watcher.h"

#include "sedia-wording.h"

#include <glib/gi18n.h>

struct _SediaUndoWatcher
{
  GObject parent_instance;

  SediaStore *store;
  GCancellable *cancellable;
  char *label;
  gint64 operation_id;
  gboolean is_reading;
  gboolean is_stale;
};

typedef enum
{
  PROP_LABEL = 1,
} SediaUndoWatcherProperty;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (SediaUndoWatcher, sedia_undo_watcher, G_TYPE_OBJECT)

static void read_again (SediaUndoWatcher *self);

/* An operation with id 0 stands for "there is none": a job must return something. */
static gpointer
last_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  g_autoptr (GError) own_error = NULL;
  SediaOperation *operation = sedia_operation_last (db, &own_error);

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return operation != NULL ? operation : g_new0 (SediaOperation, 1);
}

static void
take (SediaUndoWatcher     *self,
      const SediaOperation *operation)
{
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;

  self->operation_id = operation->id;

  if (operation->id != 0)
    {
      what = sedia_operation_label (operation->kind, operation->subject);
      /* Translators: a menu item; %s is what it takes back, such as “hand-over of order 12” */
      label = g_strdup_printf (_("Undo %s"), what);
    }

  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_steal_pointer (&label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
read_cb (GObject      *source,
         GAsyncResult *answer,
         gpointer      data)
{
  g_autoptr (SediaUndoWatcher) self = data;
  g_autoptr (SediaOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  operation = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  self->is_reading = FALSE;

  if (operation != NULL && self->store != NULL)
    take (self, operation);
  else if (error != NULL)
    g_debug ("The last operation cannot be read: %s", error->message);

  if (self->is_stale && self->store != NULL)
    read_again (self);
}

static void
read_again (SediaUndoWatcher *self)
{
  if (self->is_reading)
    {
      self->is_stale = TRUE;
      return;
    }

  self->is_reading = TRUE;
  self->is_stale = FALSE;
  sedia_store_read_async (self->store, last_job, NULL, NULL, (GDestroyNotify) sedia_operation_free,
                          self->cancellable, read_cb, g_object_ref (self));
}

static void
sedia_undo_watcher_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SediaUndoWatcher *self = SEDIA_UNDO_WATCHER (object);

  switch ((SediaUndoWatcherProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    }
}

static void
sedia_undo_watcher_dispose (GObject *object)
{
  SediaUndoWatcher *self = SEDIA_UNDO_WATCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_undo_watcher_parent_class)->dispose (object);
}

static void
sedia_undo_watcher_finalize (GObject *object)
{
  SediaUndoWatcher *self = SEDIA_UNDO_WATCHER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (sedia_undo_watcher_parent_class)->finalize (object);
}

static void
sedia_undo_watcher_class_init (SediaUndoWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_undo_watcher_dispose;
  object_class->finalize = sedia_undo_watcher_finalize;
  object_class->get_property = sedia_undo_watcher_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_undo_watcher_init (SediaUndoWatcher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * sedia_undo_watcher_new:
 * @store: whose operations
 *
 * Returns: (transfer full): a watcher that has begun to read
 */
SediaUndoWatcher *
sedia_undo_watcher_new (SediaStore *store)
{
  SediaUndoWatcher *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);

  self = g_object_new (SEDIA_TYPE_UNDO_WATCHER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);

  return self;
}

/**
 * sedia_undo_watcher_get_label: (nullable) (transfer none) the words of the menu item.
 */
const char *
sedia_undo_watcher_get_label (SediaUndoWatcher *self)
{
  g_return_val_if_fail (SEDIA_IS_UNDO_WATCHER (self), NULL);

  return self->label;
}

/**
 * sedia_undo_watcher_get_operation: The operation it would take back, 0 for none.
 */
gint64
sedia_undo_watcher_get_operation (SediaUndoWatcher *self)
{
  g_return_val_if_fail (SEDIA_IS_UNDO_WATCHER (self), 0);

  return self->operation_id;
}
