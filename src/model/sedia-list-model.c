/* The lazy list: ids, rows made when they are asked for, and a walk from each spine to the next.
 *
 * A new query is read twice, the first rows at once and then all of them; after a commit the
 * whole spine is read again and compared on the thread that read it. While one reading is under
 * way, commits are only noted down: the next reading answers for all of them.
 *
 *    set_query --> STAGE_NEW --- first rows ---> STAGE_HEAD --- all ---> STAGE_ALL --+
 *                      |                                                  ^    ^     | changed:
 *                      +------- first rows, which are all ----------------+    +-----+ all, edits
 *
 * Until its first rows are there, a new query leaves the list of the former one on the screen.
 */
#include "config.h"

#include "sedia-list-model.h"

#include "sedia-list-hooks.h"
#include "sedia-row-pool.h"
#include "sedia-seam.h"
#include "sedia-spine-job.h"
#include "sedia-spine.h"

typedef enum
{
  STAGE_NEW,  /* nothing of the query is shown yet */
  STAGE_HEAD, /* its first rows */
  STAGE_ALL,
} Stage;

/* A reading under way, as the main thread sees it. */
typedef struct
{
  SediaListModel *model; /* NULL when it is gone or wants something else */
  SediaChanges *changes; /* (nullable): the commits it answers for */
} Request;

struct _SediaListModel
{
  GObject parent_instance;

  SediaStore *store;
  SediaQuery *query;
  const SediaListHooks *hooks;
  SediaRowPool *pool;
  SediaSeam ids;

  Stage stage;
  Request *request;
  GCancellable *cancellable;
  SediaChanges *changes; /* committed since the last reading was asked for; NULL for none */
  gboolean is_loading;
  char *failure;
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_N_ITEMS,
  PROP_FAILURE,
} SediaListModelProperty;

static GParamSpec *properties[PROP_FAILURE + 1];

enum
{
  BEFORE_RESET,
  AFTER_RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->model);
  g_clear_pointer (&request->changes, sedia_changes_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* ---- what the list is */

static GType
sedia_list_model_get_item_type (GListModel *list)
{
  return SEDIA_TYPE_ROW;
}

static guint
sedia_list_model_get_n_items (GListModel *list)
{
  return sedia_seam_count (&SEDIA_LIST_MODEL (list)->ids);
}

static gpointer
sedia_list_model_get_item (GListModel *list,
                           guint       position)
{
  SediaListModel *self = SEDIA_LIST_MODEL (list);

  if (position >= sedia_seam_count (&self->ids))
    return NULL;

  return sedia_row_pool_dup_row (self->pool, sedia_seam_get (&self->ids, position));
}

static void
sedia_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sedia_list_model_get_item_type;
  iface->get_n_items = sedia_list_model_get_n_items;
  iface->get_item = sedia_list_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaListModel, sedia_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      sedia_list_model_iface_init))

static void
set_failure (SediaListModel *self,
             const char     *failure)
{
  if (g_strcmp0 (self->failure, failure) == 0)
    return;

  g_free (self->failure);
  self->failure = g_strdup (failure);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static void
update_loading (SediaListModel *self)
{
  const gboolean is_loading = self->stage != STAGE_ALL && self->failure == NULL;

  if (self->is_loading == is_loading)
    return;

  self->is_loading = is_loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* ---- showing what was read */

static void
step_cb (guint    position,
         guint    removed,
         guint    added,
         gpointer data)
{
  g_list_model_items_changed (G_LIST_MODEL (data), position, removed, added);
}

/* Whether a row that leaves with one edit can come back with another. */
static gboolean
can_move (GArray *edits)
{
  gboolean has_removed = FALSE, has_added = FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      has_removed = has_removed || g_array_index (edits, SediaEdit, i).removed > 0;
      has_added = has_added || g_array_index (edits, SediaEdit, i).added > 0;
    }

  return has_removed && has_added;
}

/* The rest of the list, after the first rows, is told as the end of their reset. Records that came
 * with the first rows are as old as the reading: not for rows that were changed since.
 */
static void
show (SediaListModel         *self,
      const SediaSpineAnswer *answer,
      Stage                   stage)
{
  const guint n_before = sedia_seam_count (&self->ids);
  const gboolean is_reset = answer->edits == NULL;
  const gboolean is_rest = self->stage == STAGE_HEAD;
  const gboolean is_told = is_reset || can_move (answer->edits);

  if (is_told)
    g_signal_emit (self, signals[BEFORE_RESET], 0);

  if (self->stage == STAGE_NEW)
    sedia_row_pool_set_query (self->pool, self->query);
  if (self->changes == NULL)
    sedia_row_pool_set_ready (self->pool, answer->records);

  if (is_reset)
    sedia_seam_replace (&self->ids, answer->after, step_cb, self);
  else
    sedia_seam_edit (&self->ids, answer->after, answer->edits, step_cb, self);

  sedia_row_pool_set_ready (self->pool, NULL);
  self->stage = stage;
  update_loading (self);

  if (sedia_seam_count (&self->ids) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (is_told || is_rest)
    g_signal_emit (self, signals[AFTER_RESET], 0, stage == STAGE_ALL);
}

/* ---- asking */

static void
drop_request (SediaListModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->request != NULL)
    g_clear_weak_pointer (&self->request->model);
  self->request = NULL;
}

static void
note_changes (SediaListModel *self,
              SediaChanges   *changes)
{
  if (self->changes == NULL)
    self->changes = sedia_changes_new ();
  sedia_changes_merge (self->changes, changes);
}

/* Reads what the stage lacks; all that is committed by now will be in it. */
static void
ask (SediaListModel      *self,
     GAsyncReadyCallback  callback)
{
  GArray *before = self->stage != STAGE_NEW ? self->ids.spine : NULL;
  Request *request = g_new0 (Request, 1);

  g_assert (self->request == NULL);

  request->changes = g_steal_pointer (&self->changes);
  g_set_weak_pointer (&request->model, self);
  self->request = request;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  sedia_store_read_async (self->store, sedia_spine_job_run,
                          sedia_spine_job_new (self->query, before, request->changes),
                          (GDestroyNotify) sedia_spine_job_free,
                          (GDestroyNotify) sedia_spine_answer_free,
                          self->cancellable, callback, request);
}

/* What the screen asks for meanwhile comes before the rest of the list. */
static void
take_answer (SediaListModel         *self,
             const SediaSpineAnswer *answer)
{
  const gboolean is_part = self->stage == STAGE_NEW && answer->after->len >= SEDIA_HEAD_ROWS;

  if (self->failure != NULL)
    {
      g_autoptr (SediaChanges) everything = sedia_changes_new_everything ();

      sedia_row_pool_reload (self->pool, everything);
      set_failure (self, NULL);
    }

  show (self, answer, is_part ? STAGE_HEAD : STAGE_ALL);
  sedia_row_pool_ask_now (self->pool);
}

/* The list stays as it was; the next commit, or sedia_list_model_refresh(), tries again. */
static void
take_error (SediaListModel *self,
            Request        *request,
            const GError   *error)
{
  if (request->changes != NULL)
    note_changes (self, request->changes);

  set_failure (self, error->message);
  update_loading (self);
}

static void
answered_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Request) request = data;
  g_autoptr (SediaSpineAnswer) answer = NULL;
  g_autoptr (SediaListModel) self = NULL;
  g_autoptr (GError) error = NULL;

  answer = sedia_store_finish (SEDIA_STORE (store), result, &error);

  if (request->model == NULL)
    return;

  self = g_object_ref (request->model);
  self->request = NULL;

  if (answer != NULL)
    take_answer (self, answer);
  else
    take_error (self, request, error);

  if (answer != NULL && self->request == NULL &&
      (self->stage != STAGE_ALL || self->changes != NULL))
    ask (self, answered_cb);
}

static void
changed_cb (SediaListModel *self,
            SediaChanges   *changes)
{
  if (!self->hooks->concerns (changes))
    return;

  sedia_row_pool_reload (self->pool, changes);
  note_changes (self, changes);

  if (self->request == NULL)
    ask (self, answered_cb);
}

static void
page_failed_cb (SediaListModel *self,
                const GError   *error)
{
  set_failure (self, error->message);
  update_loading (self);
}

/* ---- the object */

static void
sedia_list_model_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SediaListModel *self = SEDIA_LIST_MODEL (object);

  switch ((SediaListModelProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->is_loading);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, sedia_seam_count (&self->ids));
      break;

    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    }
}

static void
sedia_list_model_dispose (GObject *object)
{
  SediaListModel *self = SEDIA_LIST_MODEL (object);

  drop_request (self);
  if (self->pool != NULL)
    sedia_row_pool_close (self->pool);
  g_clear_object (&self->pool);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_list_model_parent_class)->dispose (object);
}

static void
sedia_list_model_finalize (GObject *object)
{
  SediaListModel *self = SEDIA_LIST_MODEL (object);

  g_clear_pointer (&self->query, sedia_query_free);
  sedia_seam_clear (&self->ids);
  g_clear_pointer (&self->changes, sedia_changes_unref);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (sedia_list_model_parent_class)->finalize (object);
}

static void
sedia_list_model_class_init (SediaListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sedia_list_model_get_property;
  object_class->dispose = sedia_list_model_dispose;
  object_class->finalize = sedia_list_model_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[BEFORE_RESET] = g_signal_new ("before-reset", SEDIA_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AFTER_RESET] = g_signal_new ("after-reset", SEDIA_TYPE_LIST_MODEL, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
sedia_list_model_init (SediaListModel *self)
{
  sedia_seam_init (&self->ids);
  self->is_loading = TRUE;
}

/**
 * sedia_list_model_new:
 * @store: an open store
 * @query: what to show
 *
 * Asks for the list at once; it is empty and loading until the main loop has run.
 *
 * Returns: (transfer full): a list
 */
SediaListModel *
sedia_list_model_new (SediaStore       *store,
                      const SediaQuery *query)
{
  SediaListModel *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_LIST_MODEL, NULL);
  self->store = g_object_ref (store);
  self->query = sedia_query_copy (query);
  self->hooks = sedia_list_hooks_of (query->kind);
  self->pool = sedia_row_pool_new (store, query);

  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pool, "failed", G_CALLBACK (page_failed_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self, answered_cb);

  return self;
}

/**
 * sedia_list_model_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it shows, or will show once its first rows have been read
 */
const SediaQuery *
sedia_list_model_get_query (SediaListModel *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (self), NULL);

  return self->query;
}

/**
 * sedia_list_model_set_query:
 * @self: a list
 * @query: what to show; of the same kind as before
 *
 * What was there stays until the first rows of the new query have been read. A reading under way
 * for another query is stopped.
 */
void
sedia_list_model_set_query (SediaListModel   *self,
                            const SediaQuery *query)
{
  SediaQuery *copy;

  g_return_if_fail (SEDIA_IS_LIST_MODEL (self));
  g_return_if_fail (query != NULL && query->kind == self->query->kind);

  if (sedia_query_equal (query, self->query))
    return;

  copy = sedia_query_copy (query);
  sedia_query_free (self->query);
  self->query = copy;

  drop_request (self);
  g_clear_pointer (&self->changes, sedia_changes_unref);
  self->stage = STAGE_NEW;
  set_failure (self, NULL);
  update_loading (self);
  ask (self, answered_cb);
}

/**
 * sedia_list_model_is_loading:
 * @self: a list
 *
 * Returns: whether rows of the query are still to come
 */
gboolean
sedia_list_model_is_loading (SediaListModel *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (self), FALSE);

  return self->is_loading;
}

/**
 * sedia_list_model_get_failure:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why it could not be read, a sentence for people
 */
const char *
sedia_list_model_get_failure (SediaListModel *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (self), NULL);

  return self->failure;
}

/**
 * sedia_list_model_refresh:
 * @self: a list
 *
 * Reads everything again that is shown: after a failure, or when the day has changed and with it
 * what is late.
 */
void
sedia_list_model_refresh (SediaListModel *self)
{
  g_autoptr (SediaChanges) everything = sedia_changes_new_everything ();

  g_return_if_fail (SEDIA_IS_LIST_MODEL (self));

  changed_cb (self, everything);
}

/**
 * sedia_list_model_get_id:
 * @self: a list
 * @position: a position
 *
 * Makes no row.
 *
 * Returns: the id at a position; 0 beyond the end
 */
gint64
sedia_list_model_get_id (SediaListModel *self,
                         guint           position)
{
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (self), 0);

  return position < sedia_seam_count (&self->ids) ? sedia_seam_get (&self->ids, position) : 0;
}

/**
 * sedia_list_model_find:
 * @self: a list
 * @id: an id
 * @position: (out) (optional): where it is
 *
 * Looks through all ids: a millisecond for a million, so not for each row.
 *
 * Returns: whether it is in the list
 */
gboolean
sedia_list_model_find (SediaListModel *self,
                       gint64          id,
                       guint          *position)
{
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (self), FALSE);

  return sedia_seam_find (&self->ids, id, position);
}
