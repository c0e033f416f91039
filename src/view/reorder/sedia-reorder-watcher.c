/* Works out what to order while somebody looks: see sedia-reorder-watcher.h. */
#include "config.h"

#include "sedia-reorder-watcher.h"

#include "sedia-reorder-jobs.h"
#include "sedia-working.h"

#include <glib/gi18n.h>

#define DELAY 300 /* milliseconds: several changes right after each other are one */

struct _SediaReorderWatcher
{
  GObject parent_instance;

  GtkWidget *page; /* not owned: it owns this */
  SediaReorderAlso also;
  SediaStore *store;
  GCancellable *reading;  /* NULL when nothing is being read */
  SediaWorking *working;  /* NULL but for the first reading */
  guint delay_source;
  gboolean is_stale;
  gboolean has_read;      /* once, of this store */
};

enum
{
  WORKED_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaReorderWatcher, sedia_reorder_watcher, G_TYPE_OBJECT)

static const char *const steps[] = { N_("What was asked for is looked through …") };

static void
stop (SediaReorderWatcher *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->working != NULL)
    sedia_working_end (self->working);
  g_clear_object (&self->working);
}

/* One reading under way: it may outlive who asked, and what it was of. */
typedef struct
{
  GWeakRef watcher;
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->watcher);
  g_clear_object (&reading->cancellable);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
read_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (SediaReorderWatcher) self = g_weak_ref_get (&reading->watcher);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sedia_store_finish (SEDIA_STORE (store), result, &error);
  const gboolean is_stopped = g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);

  if (self == NULL || self->reading != reading->cancellable)
    return; /* another one is under way, or the store has gone */

  g_clear_object (&self->reading);
  if (self->working != NULL)
    sedia_working_end (self->working);
  g_clear_object (&self->working);
  self->has_read = TRUE;
  g_signal_emit (self, signals[WORKED_OUT], 0, list, is_stopped || error == NULL ? NULL
                                                                               : error->message);
  if (self->is_stale)
    sedia_reorder_watcher_look (self);
}

static void
begin (SediaReorderWatcher *self)
{
  Reading *reading = g_new0 (Reading, 1);

  self->is_stale = FALSE;
  if (!self->has_read)
    {
      self->working = g_object_ref (sedia_working_new (self->page, _("Working Out What to Order"),
                                                       steps, G_N_ELEMENTS (steps)));
      self->reading = g_object_ref (sedia_working_get_cancellable (self->working));
    }
  else
    self->reading = g_cancellable_new ();

  g_weak_ref_init (&reading->watcher, self);
  reading->cancellable = g_object_ref (self->reading);
  sedia_store_read_long_async (self->store, sedia_reorder_read_job, self->also (self->page),
                               (GDestroyNotify) g_hash_table_unref,
                               (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb, reading);
}

static gboolean
delay_cb (gpointer data)
{
  SediaReorderWatcher *self = SEDIA_REORDER_WATCHER (data);

  self->delay_source = 0;
  sedia_reorder_watcher_look (self);

  return G_SOURCE_REMOVE;
}

/* A setting touches nothing but the log. */
static gboolean
concerns (SediaChanges *changes)
{
  return sedia_changes_is_everything (changes) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE) ||
         !(sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER) ||
           sedia_changes_has_kind (changes, SEDIA_KIND_DRAFT) ||
           sedia_changes_has_kind (changes, SEDIA_KIND_NOTICE));
}

static void
changed_cb (SediaReorderWatcher *self,
            SediaChanges        *changes)
{
  if (concerns (changes))
    sedia_reorder_watcher_refresh (self);
}

static void
sedia_reorder_watcher_dispose (GObject *object)
{
  SediaReorderWatcher *self = SEDIA_REORDER_WATCHER (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_reorder_watcher_parent_class)->dispose (object);
}

static void
sedia_reorder_watcher_class_init (SediaReorderWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_reorder_watcher_dispose;

  signals[WORKED_OUT] = g_signal_new ("worked-out", SEDIA_TYPE_REORDER_WATCHER, G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY,
                                      G_TYPE_STRING);
}

static void
sedia_reorder_watcher_init (SediaReorderWatcher *self)
{
}

/**
 * sedia_reorder_watcher_new:
 * @page: who shows what to order; it must own the watcher
 * @also: asked, with the page, before each reading
 *
 * Returns: (transfer full): a watcher of nothing yet
 */
SediaReorderWatcher *
sedia_reorder_watcher_new (GtkWidget        *page,
                           SediaReorderAlso  also)
{
  SediaReorderWatcher *self = g_object_new (SEDIA_TYPE_REORDER_WATCHER, NULL);

  self->page = page;
  self->also = also;

  return self;
}

/**
 * sedia_reorder_watcher_set_store:
 * @self: a watcher
 * @store: (nullable): the shop's records
 */
void
sedia_reorder_watcher_set_store (SediaReorderWatcher *self,
                                 SediaStore          *store)
{
  g_return_if_fail (SEDIA_IS_REORDER_WATCHER (self));

  if (self->store == store)
    return;

  stop (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  self->has_read = FALSE;
  self->is_stale = store != NULL;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  sedia_reorder_watcher_look (self);
}

/**
 * sedia_reorder_watcher_look: Somebody looks: what is old is worked out again.
 */
void
sedia_reorder_watcher_look (SediaReorderWatcher *self)
{
  g_return_if_fail (SEDIA_IS_REORDER_WATCHER (self));

  if (self->is_stale && self->reading == NULL && self->delay_source == 0 && self->store != NULL &&
      gtk_widget_get_mapped (self->page))
    begin (self);
}

/**
 * sedia_reorder_watcher_refresh: What was worked out is old; in a moment it is worked out again.
 */
void
sedia_reorder_watcher_refresh (SediaReorderWatcher *self)
{
  g_return_if_fail (SEDIA_IS_REORDER_WATCHER (self));

  self->is_stale = TRUE;
  if (self->delay_source == 0)
    self->delay_source = g_timeout_add (DELAY, delay_cb, self);
}
