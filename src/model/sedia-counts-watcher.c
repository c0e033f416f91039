/* Counts, read again after every commit; commits that come while one reading is under way share the
 * next. Counting takes the store a few milliseconds, on its own thread.
 */
#include "config.h"

#include "sedia-counts-watcher.h"

struct _SediaCountsWatcher
{
  GObject parent_instance;

  SediaStore *store;
  SediaCounts counts;
  gboolean is_loaded;
  gboolean is_reading;
  gboolean is_stale; /* something was committed since the reading under way was asked for */
};

static const struct
{
  const char *name;
  gsize offset;
} fields[] = {
  { "open-lines", G_STRUCT_OFFSET (SediaCounts, open_lines) },
  { "waiting", G_STRUCT_OFFSET (SediaCounts, waiting) },
  { "fillable", G_STRUCT_OFFSET (SediaCounts, fillable) },
  { "late", G_STRUCT_OFFSET (SediaCounts, late) },
  { "not-told", G_STRUCT_OFFSET (SediaCounts, not_told) },
  { "products", G_STRUCT_OFFSET (SediaCounts, products) },
  { "products-waiting", G_STRUCT_OFFSET (SediaCounts, products_waiting) },
  { "products-short", G_STRUCT_OFFSET (SediaCounts, products_short) },
  { "products-negative", G_STRUCT_OFFSET (SediaCounts, products_negative) },
  { "products-archived", G_STRUCT_OFFSET (SediaCounts, products_archived) },
  { "deliveries", G_STRUCT_OFFSET (SediaCounts, deliveries) },
  { "drafts", G_STRUCT_OFFSET (SediaCounts, drafts) },
  { "received", G_STRUCT_OFFSET (SediaCounts, received) },
  { "unseen", G_STRUCT_OFFSET (SediaCounts, unseen) },
  { "orders", G_STRUCT_OFFSET (SediaCounts, orders) },
  { "orders-waiting", G_STRUCT_OFFSET (SediaCounts, orders_waiting) },
  { "orders-ready", G_STRUCT_OFFSET (SediaCounts, orders_ready) },
  { "orders-drafts", G_STRUCT_OFFSET (SediaCounts, orders_drafts) },
  { "orders-deposits", G_STRUCT_OFFSET (SediaCounts, orders_deposits) },
  { "customers", G_STRUCT_OFFSET (SediaCounts, customers) },
  { "customers-waiting", G_STRUCT_OFFSET (SediaCounts, customers_waiting) },
  { "customers-ready", G_STRUCT_OFFSET (SediaCounts, customers_ready) },
  { "customers-not-told", G_STRUCT_OFFSET (SediaCounts, customers_not_told) },
  { "customers-told", G_STRUCT_OFFSET (SediaCounts, customers_told) },
  { "customers-offered", G_STRUCT_OFFSET (SediaCounts, customers_offered) },
  { "customers-archived", G_STRUCT_OFFSET (SediaCounts, customers_archived) },
  { "suppliers", G_STRUCT_OFFSET (SediaCounts, suppliers) },
  { "suppliers-archived", G_STRUCT_OFFSET (SediaCounts, suppliers_archived) },
  { "purchases", G_STRUCT_OFFSET (SediaCounts, purchases) },
  { "purchases-expected", G_STRUCT_OFFSET (SediaCounts, purchases_expected) },
  { "purchases-late", G_STRUCT_OFFSET (SediaCounts, purchases_late) },
  { "purchases-drafts", G_STRUCT_OFFSET (SediaCounts, purchases_drafts) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) * sizeof (guint) == sizeof (SediaCounts));

/* A count's property is its index in fields, from 1 on. */
#define PROP_LOADED (G_N_ELEMENTS (fields) + 1)

static GParamSpec *properties[PROP_LOADED + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaCountsWatcher, sedia_counts_watcher, G_TYPE_OBJECT)

static guint
get_count (const SediaCounts *counts,
           guint              field)
{
  return G_STRUCT_MEMBER (guint, counts, fields[field].offset);
}

static gpointer
read_counts (SediaDb  *db,
             gpointer  data,
             GError  **error)
{
  g_autofree SediaCounts *counts = g_new0 (SediaCounts, 1);

  return sedia_counts_read (db, counts, error) ? g_steal_pointer (&counts) : NULL;
}

static void
take_counts (SediaCountsWatcher *self,
             const SediaCounts  *counts)
{
  const SediaCounts before = self->counts;
  const gboolean was_loaded = self->is_loaded;
  gboolean is_changed = !was_loaded;

  self->counts = *counts;
  self->is_loaded = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (get_count (&before, i) != get_count (counts, i))
      {
        g_object_notify_by_pspec (G_OBJECT (self), properties[i + 1]);
        is_changed = TRUE;
      }

  if (!was_loaded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The weak reference lets the watcher go while a reading is under way. */
static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree GWeakRef *watcher = data;
  g_autofree SediaCounts *counts = NULL;
  g_autoptr (SediaCountsWatcher) self = g_weak_ref_get (watcher);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (watcher);
  counts = sedia_store_finish (SEDIA_STORE (store), result, &error);

  if (self == NULL)
    return;

  self->is_reading = FALSE;

  if (counts != NULL)
    take_counts (self, counts);
  else
    g_debug ("The counts stay as they were: %s", error->message);

  if (self->is_stale)
    sedia_counts_watcher_refresh (self);
}

static void
changed_cb (SediaCountsWatcher *self,
            SediaChanges       *changes)
{
  if (!sedia_changes_is_empty (changes))
    sedia_counts_watcher_refresh (self);
}

static void
sedia_counts_watcher_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SediaCountsWatcher *self = SEDIA_COUNTS_WATCHER (object);

  if (prop_id == PROP_LOADED)
    g_value_set_boolean (value, self->is_loaded);
  else
    g_value_set_uint (value, get_count (&self->counts, prop_id - 1));
}

static void
sedia_counts_watcher_dispose (GObject *object)
{
  SediaCountsWatcher *self = SEDIA_COUNTS_WATCHER (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_counts_watcher_parent_class)->dispose (object);
}

static void
sedia_counts_watcher_class_init (SediaCountsWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_counts_watcher_get_property;
  object_class->dispose = sedia_counts_watcher_dispose;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    properties[i + 1] = g_param_spec_uint (fields[i].name, NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_COUNTS_WATCHER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_counts_watcher_init (SediaCountsWatcher *self)
{
}

/**
 * sedia_counts_watcher_new:
 * @store: an open store
 *
 * Returns: (transfer full): a watcher whose first reading is under way
 */
SediaCountsWatcher *
sedia_counts_watcher_new (SediaStore *store)
{
  SediaCountsWatcher *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);

  self = g_object_new (SEDIA_TYPE_COUNTS_WATCHER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  sedia_counts_watcher_refresh (self);

  return self;
}

/**
 * sedia_counts_watcher_get_counts:
 * @self: a watcher
 *
 * Returns: (transfer none): the counts, all 0 until they are loaded
 */
const SediaCounts *
sedia_counts_watcher_get_counts (SediaCountsWatcher *self)
{
  g_return_val_if_fail (SEDIA_IS_COUNTS_WATCHER (self), NULL);

  return &self->counts;
}

/**
 * sedia_counts_watcher_is_loaded:
 * @self: a watcher
 *
 * Returns: whether the counts have been read at all
 */
gboolean
sedia_counts_watcher_is_loaded (SediaCountsWatcher *self)
{
  g_return_val_if_fail (SEDIA_IS_COUNTS_WATCHER (self), FALSE);

  return self->is_loaded;
}

/**
 * sedia_counts_watcher_refresh:
 * @self: a watcher
 *
 * Counts again: when the day has changed, and with it what is late. After a commit it does so by
 * itself.
 */
void
sedia_counts_watcher_refresh (SediaCountsWatcher *self)
{
  GWeakRef *watcher;

  g_return_if_fail (SEDIA_IS_COUNTS_WATCHER (self));

  self->is_stale = self->is_reading;
  if (self->is_reading || self->store == NULL)
    return;

  self->is_reading = TRUE;
  watcher = g_new0 (GWeakRef, 1);
  g_weak_ref_init (watcher, self);
  sedia_store_read_long_async (self->store, read_counts, NULL, NULL, g_free, NULL, counted_cb,
                               watcher);
}
