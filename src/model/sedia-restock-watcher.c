/* Claims restocks from the outbox, one at a time, until none is left.
 *
 *    start, changed, resume -> claim -> restocked (notice) -> claim -> ... -> nothing left
 *                                           |
 *                                       put_back: pause, for nothing can be shown just now
 *                                           |
 *                                       a minute, or resume
 *
 * A claim is a transaction: of all windows and programs that see a restock, one gets it. The pause
 * keeps a watcher that cannot show anything from claiming its own restock again and again.
 */
#include "config.h"

#include "sedia-restock-watcher.h"

#define PAUSE_SECONDS 60

struct _SediaRestockWatcher
{
  GObject parent_instance;

  SediaStore *store;
  gboolean is_claiming;
  gboolean is_stale; /* something may have come since the claim under way */
  guint pause;       /* the source that ends it, 0 when not paused */
};

enum
{
  RESTOCKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaRestockWatcher, sedia_restock_watcher, G_TYPE_OBJECT)

/* An answer even when nothing was left: a job's NULL would be an error. */
typedef struct
{
  SediaNotice *notice;
} Claim;

static void
claim_free (Claim *claim)
{
  g_clear_pointer (&claim->notice, sedia_notice_free);
  g_free (claim);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Claim, claim_free)

static gpointer
claim_job (SediaDb  *db,
           gpointer  data,
           GError  **error)
{
  g_autoptr (Claim) claim = g_new0 (Claim, 1);
  GError *failure = NULL;

  claim->notice = sedia_notice_claim (db, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&claim);
}

static gpointer
put_back_job (SediaDb  *db,
              gpointer  data,
              GError  **error)
{
  return sedia_notice_put_back (db, *(gint64 *) data, error) ? SEDIA_DONE : NULL;
}

static void
put_back_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (sedia_store_finish (SEDIA_STORE (store), result, &error) == NULL)
    g_debug ("A restock that nobody was shown stays claimed: %s", error->message);
}

static void
put_back (SediaStore *store,
          gint64      operation_id)
{
  sedia_store_note_async (store, put_back_job, g_memdup2 (&operation_id, sizeof operation_id),
                          g_free, NULL, put_back_cb, NULL);
}

static gboolean
pause_over_cb (gpointer data)
{
  SediaRestockWatcher *self = data;

  self->pause = 0;
  sedia_restock_watcher_resume (self);

  return G_SOURCE_REMOVE;
}

static void
pause_claiming (SediaRestockWatcher *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_seconds (PAUSE_SECONDS, pause_over_cb, self);
}

static void
take_claim (SediaRestockWatcher *self,
            Claim               *claim)
{
  if (claim->notice != NULL)
    g_signal_emit (self, signals[RESTOCKED], 0, claim->notice);

  if ((claim->notice != NULL || self->is_stale) && self->pause == 0)
    sedia_restock_watcher_resume (self);
}

/* What was claimed for a watcher that is gone goes back: another window may show it. */
static void
claimed_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree GWeakRef *watcher = data;
  g_autoptr (SediaRestockWatcher) self = g_weak_ref_get (watcher);
  g_autoptr (Claim) claim = NULL;
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (watcher);
  claim = sedia_store_finish (SEDIA_STORE (store), result, &error);

  if (self != NULL)
    self->is_claiming = FALSE;

  if (claim == NULL)
    {
      g_debug ("Restocks cannot be claimed just now: %s", error->message);
      if (self != NULL)
        pause_claiming (self);
    }
  else if (self != NULL)
    take_claim (self, claim);
  else if (claim->notice != NULL)
    put_back (SEDIA_STORE (store), claim->notice->operation_id);
}

static void
claim_next (SediaRestockWatcher *self)
{
  GWeakRef *watcher;

  self->is_stale = self->is_claiming;
  if (self->is_claiming || self->store == NULL)
    return;

  self->is_claiming = TRUE;
  watcher = g_new0 (GWeakRef, 1);
  g_weak_ref_init (watcher, self);
  sedia_store_note_async (self->store, claim_job, NULL, NULL, (GDestroyNotify) claim_free,
                          claimed_cb, watcher);
}

static void
changed_cb (SediaRestockWatcher *self,
            SediaChanges        *changes)
{
  if (self->pause == 0 && sedia_changes_has_kind (changes, SEDIA_KIND_NOTICE))
    claim_next (self);
}

static void
sedia_restock_watcher_dispose (GObject *object)
{
  SediaRestockWatcher *self = SEDIA_RESTOCK_WATCHER (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_restock_watcher_parent_class)->dispose (object);
}

static void
sedia_restock_watcher_class_init (SediaRestockWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_restock_watcher_dispose;

  signals[RESTOCKED] = g_signal_new ("restocked", SEDIA_TYPE_RESTOCK_WATCHER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     SEDIA_TYPE_NOTICE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sedia_restock_watcher_init (SediaRestockWatcher *self)
{
}

/**
 * sedia_restock_watcher_new:
 * @store: an open store
 *
 * What was left unshown when the program last ended is emitted too, once the main loop runs.
 *
 * Returns: (transfer full): a watcher
 */
SediaRestockWatcher *
sedia_restock_watcher_new (SediaStore *store)
{
  SediaRestockWatcher *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);

  self = g_object_new (SEDIA_TYPE_RESTOCK_WATCHER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  claim_next (self);

  return self;
}

/**
 * sedia_restock_watcher_put_back:
 * @self: a watcher
 * @operation_id: of a notice that it emitted and that could not be shown
 *
 * Puts the restock back for others to show. This watcher claims nothing for a minute, or until
 * sedia_restock_watcher_resume().
 */
void
sedia_restock_watcher_put_back (SediaRestockWatcher *self,
                                gint64               operation_id)
{
  g_return_if_fail (SEDIA_IS_RESTOCK_WATCHER (self));

  pause_claiming (self);
  put_back (self->store, operation_id);
}

/**
 * sedia_restock_watcher_resume:
 * @self: a watcher
 *
 * Claims again what can be claimed: call it when notices can be shown (again).
 */
void
sedia_restock_watcher_resume (SediaRestockWatcher *self)
{
  g_return_if_fail (SEDIA_IS_RESTOCK_WATCHER (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  claim_next (self);
}
