/* One go at an import, for another thread: see sedia-import-task.h. */
#include "config.h"

#include "sedia-import-task.h"

/* Rows that are shown of a file before it is imported. */
#define ROWS_SHOWN 40

struct _SediaImportTask
{
  gatomicrefcount refs;
  SediaImportOptions options; /* points to the copies below */
  gboolean leaves_out;
  GCancellable *cancellable;

  char *path;
  char *lines_path;
  char *encoding;
  SediaColumns *columns;
  SediaColumns *lines_columns;

  /* How far it is, told by one thread and asked by another. */
  gint step;
  gint n_done;
  gint n_all;
};

/**
 * sedia_import_looks_free:
 * @self: (transfer full) (nullable): looks
 */
void
sedia_import_looks_free (SediaImportLooks *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SEDIA_IMPORT_FILES; i++)
    sedia_import_look_free (self->looks[i]);
  g_free (self);
}

static void
outcome_clear (gpointer data)
{
  SediaImportOutcome *outcome = data;

  sedia_import_report_free (outcome->report);
  sedia_import_report_free (outcome->bad);
  g_clear_pointer (&outcome->left_out, g_hash_table_unref);
  g_clear_pointer (&outcome->lines_left_out, g_hash_table_unref);
}

/**
 * sedia_import_outcome_ref: (transfer full) the same outcome.
 */
SediaImportOutcome *
sedia_import_outcome_ref (SediaImportOutcome *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * sedia_import_outcome_unref:
 * @outcome: (transfer full) (nullable): an outcome
 */
void
sedia_import_outcome_unref (gpointer outcome)
{
  if (outcome != NULL)
    g_atomic_rc_box_release_full (outcome, outcome_clear);
}

static void
progress_cb (int      step,
             guint    n_done,
             guint    n_all,
             gpointer data)
{
  SediaImportTask *self = data;

  g_atomic_int_set (&self->step, step);
  g_atomic_int_set (&self->n_done, (gint) n_done);
  g_atomic_int_set (&self->n_all, (gint) n_all);
}

static GHashTable *
ref_set (GHashTable *set)
{
  return set != NULL ? g_hash_table_ref (set) : NULL;
}

/**
 * sedia_import_task_new:
 * @options: what to import and how; copied
 * @leaves_out: whether bad rows are left out
 * @cancellable: what it is stopped with
 *
 * Returns: (transfer full): a task
 */
SediaImportTask *
sedia_import_task_new (const SediaImportOptions *options,
                       gboolean                  leaves_out,
                       GCancellable             *cancellable)
{
  SediaImportTask *self = g_new0 (SediaImportTask, 1);

  g_atomic_ref_count_init (&self->refs);
  self->leaves_out = leaves_out;
  self->cancellable = g_object_ref (cancellable);
  self->options = *options;
  self->options.path = self->path = g_strdup (options->path);
  self->options.lines_path = self->lines_path = g_strdup (options->lines_path);
  self->options.encoding = self->encoding = g_strdup (options->encoding);
  self->options.columns = self->columns = sedia_columns_copy (options->columns);
  self->options.lines_columns = self->lines_columns = sedia_columns_copy (options->lines_columns);
  self->options.left_out = ref_set (options->left_out);
  self->options.lines_left_out = ref_set (options->lines_left_out);
  self->options.progress = progress_cb;
  self->options.progress_data = self;

  return self;
}

/**
 * sedia_import_task_ref: (transfer full) the same task.
 */
SediaImportTask *
sedia_import_task_ref (SediaImportTask *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * sedia_import_task_unref:
 * @data: (transfer full) (nullable): a task
 */
void
sedia_import_task_unref (gpointer data)
{
  SediaImportTask *self = data;

  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self->lines_path);
  g_free (self->encoding);
  g_clear_pointer (&self->columns, sedia_columns_free);
  g_clear_pointer (&self->lines_columns, sedia_columns_free);
  g_clear_pointer (&self->options.left_out, g_hash_table_unref);
  g_clear_pointer (&self->options.lines_left_out, g_hash_table_unref);
  g_free (self);
}

/**
 * sedia_import_task_get_options: (transfer none) what is to be done.
 */
const SediaImportOptions *
sedia_import_task_get_options (SediaImportTask *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

/**
 * sedia_import_task_get_cancellable: (transfer none) what it is stopped with.
 */
GCancellable *
sedia_import_task_get_cancellable (SediaImportTask *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

/**
 * sedia_import_task_get_progress:
 * @self: a task, perhaps under way on another thread
 * @n_done: (out): rows done
 * @n_all: (out): of how many, 0 when that is not known
 *
 * Returns: what it is at
 */
SediaImportStep
sedia_import_task_get_progress (SediaImportTask *self,
                                guint           *n_done,
                                guint           *n_all)
{
  g_return_val_if_fail (self != NULL, SEDIA_IMPORT_READING);

  *n_done = (guint) g_atomic_int_get (&self->n_done);
  *n_all = (guint) g_atomic_int_get (&self->n_all);

  return (SediaImportStep) g_atomic_int_get (&self->step);
}

/* ---- looking */

static int
kind_of_rows (SediaTransferKind kind)
{
  switch (kind)
    {
    case SEDIA_TRANSFER_PRODUCTS:
      return SEDIA_IMPORT_PRODUCTS;
    case SEDIA_TRANSFER_CUSTOMERS:
      return SEDIA_IMPORT_CUSTOMERS;
    case SEDIA_TRANSFER_SUPPLIERS:
      return SEDIA_IMPORT_SUPPLIERS;
    case SEDIA_TRANSFER_ORDERS:
      return SEDIA_IMPORT_ORDERS;
    case SEDIA_TRANSFER_SALES:
      return SEDIA_IMPORT_SALES;
    }

  g_assert_not_reached ();
}

/**
 * sedia_import_task_look:
 * @self: a task
 * @guesses_kind: whether what the file is about is found out, too
 * @error: return location for a sentence
 *
 * Looks at the first rows of the files. This blocks; any thread will do.
 *
 * Returns: (transfer full) (nullable): what was seen
 */
SediaImportLooks *
sedia_import_task_look (SediaImportTask  *self,
                        gboolean          guesses_kind,
                        GError          **error)
{
  g_autoptr (SediaImportLooks) seen = g_new0 (SediaImportLooks, 1);
  SediaImportOptions options = self->options;

  options.max_rows = ROWS_SHOWN;
  if (self->path != NULL &&
      !(seen->looks[0] = sedia_import_look (self->path,
                                            guesses_kind ? -1 : kind_of_rows (options.kind),
                                            &options, self->cancellable, error)))
    return NULL;
  if (self->lines_path != NULL &&
      !(seen->looks[1] = sedia_import_look (self->lines_path, SEDIA_IMPORT_ORDER_LINES, &options,
                                            self->cancellable, error)))
    return NULL;

  return g_steal_pointer (&seen);
}

/* ---- the dry run */

/* Leaving rows out may make others bad (a variant without its product): once more, as long as that
 * brings new ones.
 */
static gboolean
leave_out (SediaDb             *db,
           SediaImportTask     *self,
           SediaImportOutcome  *outcome,
           GError             **error)
{
  SediaImportOptions options = self->options;

  while (outcome->report->problems->len > 0 &&
         sedia_import_can_leave_out (&options, outcome->report))
    {
      g_autoptr (GHashTable) lines = NULL;
      g_autoptr (GHashTable) lines_of_lines = NULL;
      g_autoptr (SediaImportReport) before = NULL;

      if (!sedia_import_find_bad_rows (&options, outcome->report, &lines, &lines_of_lines,
                                       self->cancellable, error))
        return FALSE;

      g_clear_pointer (&outcome->left_out, g_hash_table_unref);
      g_clear_pointer (&outcome->lines_left_out, g_hash_table_unref);
      options.left_out = outcome->left_out = g_steal_pointer (&lines);
      options.lines_left_out = outcome->lines_left_out = g_steal_pointer (&lines_of_lines);

      before = g_steal_pointer (&outcome->report);
      if (!(outcome->report = sedia_import_preview (db, &options, error)))
        return FALSE;
      if (outcome->bad == NULL)
        outcome->bad = g_steal_pointer (&before);
      else
        g_ptr_array_extend_and_steal (outcome->bad->problems,
                                      g_steal_pointer (&before->problems));
    }

  return TRUE;
}

/**
 * sedia_import_task_check:
 * @db: a connection
 * @task: a #SediaImportTask
 * @error: return location for a sentence
 *
 * Finds out what the import would do.
 *
 * Returns: (transfer full) (nullable): a #SediaImportOutcome
 */
gpointer
sedia_import_task_check (SediaDb   *db,
                         gpointer   task,
                         GError   **error)
{
  SediaImportTask *self = task;
  g_autoptr (SediaImportOutcome) outcome = g_atomic_rc_box_new0 (SediaImportOutcome);

  if (!(outcome->report = sedia_import_preview (db, &self->options, error)) ||
      (self->leaves_out && !leave_out (db, self, outcome, error)))
    return NULL;

  return g_steal_pointer (&outcome);
}

/**
 * sedia_import_task_run:
 * @db: the writing connection, in an operation
 * @task: a #SediaImportTask, with the rows to leave out in its options
 * @error: return location for a sentence
 *
 * Imports.
 *
 * Returns: (transfer full) (nullable): a #SediaImportReport
 */
gpointer
sedia_import_task_run (SediaDb   *db,
                       gpointer   task,
                       GError   **error)
{
  SediaImportTask *self = task;

  return sedia_import_run (db, &self->options, error);
}
