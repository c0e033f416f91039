/* Rows by id, held weakly, and their records, read by the page.
 *
 *    dup_row  ->  asked  ->  wanted  ->  being read (two pages at most)  ->  the row takes it
 *                        |
 *                        +-- once round the main loop: what was asked for last is wanted first
 *
 * A row that is let go leaves the queue it stands in, so scrolling past a thousand rows reads
 * only those that are still to be seen. A page is up to 128 ids in the order they were asked for,
 * wherever they stand in the list: an edit above them does not matter.
 */
#include "config.h"

#include "sedia-row-pool.h"

#include "sedia-list-hooks.h"

#define PAGE_ROWS 128
#define MAX_PAGES 2

struct _SediaRowPool
{
  GObject parent_instance;

  SediaStore *store;
  SediaQuery *query;
  const SediaListHooks *hooks;
  GHashTable *holds;   /* gint64 -> Hold: the rows that are alive */
  GHashTable *ready;   /* gint64 -> record of a row that is not made yet */
  GQueue asked;        /* of Hold: since the last time round the main loop */
  GQueue wanted;       /* of Hold */
  guint n_pages;       /* being read */
  guint generation;    /* of the query */
  GCancellable *cancellable;
  guint source;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaRowPool, sedia_row_pool, G_TYPE_OBJECT)

/* What the pool knows of a row that is alive. */
typedef struct
{
  SediaRowPool *pool;
  gint64 id;
  SediaRow *row;      /* not a reference */
  GList link;         /* in the queue it stands in */
  GQueue *queue;      /* NULL for none */
  gboolean is_read;   /* a page with it is being read */
} Hold;

/* A page on its way: what the store's thread needs, and what is needed when it arrives. */
typedef struct
{
  SediaQuery *query;
  GArray *ids;
} PageJob;

typedef struct
{
  SediaRowPool *pool;
  GArray *ids;
  guint generation;
} Page;

static void
page_job_free (PageJob *job)
{
  sedia_query_free (job->query);
  g_array_unref (job->ids);
  g_free (job);
}

static void
page_free (Page *page)
{
  g_object_unref (page->pool);
  g_array_unref (page->ids);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
row_gone_cb (gpointer  data,
             GObject  *where_the_row_was)
{
  Hold *hold = data;

  hold->row = NULL;
  g_hash_table_remove (hold->pool->holds, &hold->id);
}

static void
leave_queue (Hold *hold)
{
  if (hold->queue == NULL)
    return;

  g_queue_unlink (hold->queue, &hold->link);
  hold->queue = NULL;
}

static void
hold_free (Hold *hold)
{
  leave_queue (hold);
  if (hold->row != NULL)
    g_object_weak_unref (G_OBJECT (hold->row), row_gone_cb, hold);
  g_free (hold);
}

static gboolean
ask_now_cb (gpointer data)
{
  SediaRowPool *self = data;

  self->source = 0;
  sedia_row_pool_ask_now (self);

  return G_SOURCE_REMOVE;
}

/* The record of a row is needed: not at once, because rows are asked for by the hundred. */
static void
want (Hold *hold)
{
  SediaRowPool *self = hold->pool;

  leave_queue (hold);
  hold->queue = &self->asked;
  g_queue_push_tail_link (hold->queue, &hold->link);

  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, ask_now_cb, self, NULL);
}

static gpointer
read_page (SediaDb  *db,
           gpointer  data,
           GError  **error)
{
  const PageJob *job = data;

  return sedia_list_page (db, job->query, (const gint64 *) (gpointer) job->ids->data, job->ids->len,
                          error);
}

static void
take_record (SediaRowPool *self,
             gpointer      record)
{
  const gint64 id = self->hooks->record_id (record);
  Hold *hold = g_hash_table_lookup (self->holds, &id);

  if (hold != NULL)
    sedia_row_take (hold->row, record);
  else
    self->hooks->record_free (record);
}

static void
take_page (const Page *page,
           GPtrArray  *records)
{
  g_autofree gpointer *taken = NULL;
  gsize n_taken = 0;

  for (guint i = 0; i < page->ids->len; i++)
    {
      Hold *hold = g_hash_table_lookup (page->pool->holds, &g_array_index (page->ids, gint64, i));

      if (hold != NULL)
        hold->is_read = FALSE;
    }

  if (records == NULL)
    return;

  taken = g_ptr_array_steal (records, &n_taken);
  for (gsize i = 0; i < n_taken; i++)
    take_record (page->pool, taken[i]);
}

static void
page_read_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Page) page = data;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  SediaRowPool *self = page->pool;

  records = sedia_store_finish (SEDIA_STORE (store), result, &error);
  self->n_pages--;

  if (page->generation == self->generation)
    take_page (page, records);
  else if (records != NULL)
    g_ptr_array_set_free_func (records, self->hooks->record_free);

  if (error != NULL && page->generation == self->generation)
    g_signal_emit (self, signals[FAILED], 0, error);

  sedia_row_pool_ask_now (self);
}

static void
ask_page (SediaRowPool *self)
{
  PageJob *job = g_new0 (PageJob, 1);
  Page *page = g_new0 (Page, 1);

  page->pool = g_object_ref (self);
  page->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), PAGE_ROWS);
  page->generation = self->generation;

  while (page->ids->len < PAGE_ROWS && self->wanted.length > 0)
    {
      Hold *hold = self->wanted.head->data;

      leave_queue (hold);
      hold->is_read = TRUE;
      g_array_append_val (page->ids, hold->id);
    }

  job->query = sedia_query_copy (self->query);
  job->ids = g_array_ref (page->ids);

  self->n_pages++;
  sedia_store_read_async (self->store, read_page, job,
                          (GDestroyNotify) page_job_free, (GDestroyNotify) g_ptr_array_unref,
                          self->cancellable, page_read_cb, page);
}

static void
forget_all (SediaRowPool *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_remove_all (self->holds);
  if (self->ready != NULL)
    g_hash_table_remove_all (self->ready);
}

static void
sedia_row_pool_dispose (GObject *object)
{
  SediaRowPool *self = SEDIA_ROW_POOL (object);

  forget_all (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_row_pool_parent_class)->dispose (object);
}

static void
sedia_row_pool_finalize (GObject *object)
{
  SediaRowPool *self = SEDIA_ROW_POOL (object);

  g_clear_pointer (&self->holds, g_hash_table_unref);
  g_clear_pointer (&self->ready, g_hash_table_unref);
  g_clear_pointer (&self->query, sedia_query_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sedia_row_pool_parent_class)->finalize (object);
}

static void
sedia_row_pool_class_init (SediaRowPoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_row_pool_dispose;
  object_class->finalize = sedia_row_pool_finalize;

  signals[FAILED] = g_signal_new ("failed", SEDIA_TYPE_ROW_POOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sedia_row_pool_init (SediaRowPool *self)
{
  self->holds = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                       (GDestroyNotify) hold_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * sedia_row_pool_new:
 * @store: the store
 * @query: what the list shows
 *
 * Returns: (transfer full): a pool without rows
 */
SediaRowPool *
sedia_row_pool_new (SediaStore       *store,
                    const SediaQuery *query)
{
  SediaRowPool *self = g_object_new (SEDIA_TYPE_ROW_POOL, NULL);

  self->store = g_object_ref (store);
  self->query = sedia_query_copy (query);
  self->hooks = sedia_list_hooks_of (query->kind);
  self->ready = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       self->hooks->record_free);

  return self;
}

/**
 * sedia_row_pool_close:
 * @self: a pool
 *
 * Lets go of all rows and of what is being read; rows that others hold stay as they are.
 */
void
sedia_row_pool_close (SediaRowPool *self)
{
  g_return_if_fail (SEDIA_IS_ROW_POOL (self));

  forget_all (self);
}

/**
 * sedia_row_pool_set_query:
 * @self: a pool
 * @query: what the list shows from now on; of the same kind
 *
 * Rows that say the same in every query stay: somebody may show one beside the list.
 */
void
sedia_row_pool_set_query (SediaRowPool     *self,
                          const SediaQuery *query)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (SEDIA_IS_ROW_POOL (self));
  g_return_if_fail (query->kind == self->query->kind);

  sedia_query_free (self->query);
  self->query = sedia_query_copy (query);

  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_hash_table_iter_init (&iter, self->holds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Hold *hold = value;

      if (self->hooks->is_of_query (hold->id))
        g_hash_table_iter_remove (&iter);
      else if (hold->is_read)
        {
          hold->is_read = FALSE;
          want (hold);
        }
    }
}

/**
 * sedia_row_pool_set_ready:
 * @self: a pool
 * @records: (nullable): records that have been read already, taken out of it; %NULL for none
 *
 * Has the rows that are made from now on begin with these records, until others are set: a cell
 * that is bound once with what it says, and not before that with nothing, costs half.
 */
void
sedia_row_pool_set_ready (SediaRowPool *self,
                          GPtrArray    *records)
{
  g_autofree gpointer *taken = NULL;
  gsize n_taken = 0;

  g_return_if_fail (SEDIA_IS_ROW_POOL (self));

  g_hash_table_remove_all (self->ready);
  if (records != NULL)
    taken = g_ptr_array_steal (records, &n_taken);

  for (gsize i = 0; i < n_taken; i++)
    {
      const gint64 id = self->hooks->record_id (taken[i]);

      g_hash_table_insert (self->ready, g_memdup2 (&id, sizeof id), taken[i]);
    }
}

/* Whether the record of a new row has been read already. */
static gboolean
take_ready (SediaRowPool *self,
            SediaRow     *row,
            gint64        id)
{
  gpointer key, record;

  if (!g_hash_table_steal_extended (self->ready, &id, &key, &record))
    return FALSE;

  g_free (key);
  sedia_row_take (row, record);

  return TRUE;
}

/**
 * sedia_row_pool_dup_row:
 * @self: a pool
 * @id: what to show
 *
 * Touches no database: a row that is new here is loading, and its record is asked for, unless it is
 * one of those that are ready.
 *
 * Returns: (transfer full): the row
 */
SediaRow *
sedia_row_pool_dup_row (SediaRowPool *self,
                        gint64        id)
{
  Hold *hold;
  SediaRow *row;

  g_return_val_if_fail (SEDIA_IS_ROW_POOL (self), NULL);

  if ((hold = g_hash_table_lookup (self->holds, &id)) != NULL)
    {
      if (sedia_row_is_loading (hold->row) && !hold->is_read && hold->queue == NULL)
        want (hold);
      return g_object_ref (hold->row);
    }

  row = sedia_row_new (id, self->hooks->record_free);

  hold = g_new0 (Hold, 1);
  hold->pool = self;
  hold->id = id;
  hold->row = row;
  hold->link.data = hold;
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, hold);
  g_hash_table_insert (self->holds, &hold->id, hold);
  if (!take_ready (self, row, id))
    want (hold);

  return row;
}

/**
 * sedia_row_pool_reload:
 * @self: a pool
 * @changes: what was committed
 *
 * Reads the records again that can say something else now. A row whose page is being read counts as
 * stale: nobody knows whether that was before the commit or after.
 */
void
sedia_row_pool_reload (SediaRowPool *self,
                       SediaChanges *changes)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (SEDIA_IS_ROW_POOL (self));

  g_hash_table_iter_init (&iter, self->holds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Hold *hold = value;
      gconstpointer record = sedia_row_get_record (hold->row);

      if (hold->is_read || self->hooks->is_stale (changes, self->query, hold->id, record))
        want (hold);
    }
}

/**
 * sedia_row_pool_ask_now:
 * @self: a pool
 *
 * Asks the store for what is wanted without waiting for the main loop.
 */
void
sedia_row_pool_ask_now (SediaRowPool *self)
{
  GList *link;

  g_return_if_fail (SEDIA_IS_ROW_POOL (self));

  g_clear_handle_id (&self->source, g_source_remove);

  while ((link = g_queue_pop_tail_link (&self->asked)) != NULL)
    {
      ((Hold *) link->data)->queue = &self->wanted;
      g_queue_push_head_link (&self->wanted, link);
    }

  while (self->n_pages < MAX_PAGES && self->wanted.length > 0)
    ask_page (self);
}
