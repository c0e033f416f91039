/* An import being prepared: see sedia-import-session.h.
 *
 * There is one task at a time. A new one cancels the one before; an answer of a task that is no
 * longer the one is dropped.
 */
#include "config.h"

#include "sedia-import-session.h"

#include "sedia-import-session-private.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaImportSession, sedia_import_session, G_TYPE_OBJECT)

static void
set_state (SediaImportSession *self,
           SediaImportState    state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * sedia_import_session_forget: Forgets what a dry run found out.
 */
void
sedia_import_session_forget (SediaImportSession *self)
{
  g_clear_pointer (&self->outcome, sedia_import_outcome_unref);
  g_clear_error (&self->error);
}

static void
forget_sheets (SediaImportSession *self)
{
  for (guint i = 0; i < SEDIA_IMPORT_FILES; i++)
    g_clear_pointer (&self->sheets[i], sedia_import_sheet_free);
}

static void
take_error (SediaImportSession *self,
            GError             *error)
{
  sedia_import_session_forget (self);
  self->error = error;
  set_state (self, SEDIA_IMPORT_FAILED);
}

/* What an answer comes back to: the session may be gone by then, or at something else. */
typedef struct
{
  GWeakRef session;
  SediaImportTask *task;
} Waiting;

static Waiting *
waiting_new (SediaImportSession *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_weak_ref_init (&waiting->session, self);
  waiting->task = sedia_import_task_ref (self->task);

  return waiting;
}

/* (transfer full) (nullable): the session, when it still waits for this. */
static SediaImportSession *
waiting_finish (Waiting *waiting)
{
  g_autoptr (SediaImportSession) self = g_weak_ref_get (&waiting->session);
  const gboolean is_wanted = self != NULL && self->task == waiting->task &&
                             !g_cancellable_is_cancelled (
                               sedia_import_task_get_cancellable (waiting->task));

  g_weak_ref_clear (&waiting->session);
  sedia_import_task_unref (waiting->task);
  g_free (waiting);

  return is_wanted ? g_steal_pointer (&self) : NULL;
}

/* What is said by now; from the last dry run only what is asked for. */
static SediaImportTask *
make_task (SediaImportSession       *self,
           const SediaImportOutcome *outcome,
           GCancellable             *cancellable)
{
  SediaImportOptions options = *sedia_import_session_get_options (self);

  if (self->sheets[0] != NULL)
    options.columns = sedia_import_sheet_get_columns (self->sheets[0]);
  if (self->sheets[1] != NULL)
    options.lines_columns = sedia_import_sheet_get_columns (self->sheets[1]);
  if (outcome != NULL)
    {
      options.left_out = outcome->left_out;
      options.lines_left_out = outcome->lines_left_out;
    }

  return sedia_import_task_new (&options, self->leaves_out, cancellable);
}

/* Makes what is said now the task, and stops the one before. */
static void
begin_task (SediaImportSession *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  sedia_import_session_stop (self);
  self->task = make_task (self, NULL, cancellable);
}

/* ---- the dry run */

static void
checked_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  SediaImportOutcome *outcome = sedia_store_finish (SEDIA_STORE (store), result, &error);
  g_autoptr (SediaImportSession) self = waiting_finish (data);

  if (self == NULL)
    {
      sedia_import_outcome_unref (outcome);
      return;
    }
  if (outcome == NULL)
    {
      take_error (self, g_steal_pointer (&error));
      return;
    }

  sedia_import_session_forget (self);
  self->outcome = outcome;
  if (self->sheets[0] != NULL)
    sedia_import_sheet_set_forms (self->sheets[0], outcome->report->forms);
  if (self->sheets[1] != NULL)
    sedia_import_sheet_set_forms (self->sheets[1], outcome->report->lines_forms);
  set_state (self, SEDIA_IMPORT_CHECKED);
}

/**
 * sedia_import_session_begin_check: Begins the dry run, when all is there that it needs.
 */
void
sedia_import_session_begin_check (SediaImportSession *self)
{
  guint file;
  SediaField field;

  if (sedia_import_session_get_need (self, &file, &field) != SEDIA_IMPORT_NEEDS_NOTHING)
    {
      sedia_import_session_forget (self);
      set_state (self, SEDIA_IMPORT_INCOMPLETE);
      return;
    }

  begin_task (self);
  sedia_store_read_long_async (self->store, sedia_import_task_check,
                               sedia_import_task_ref (self->task), sedia_import_task_unref,
                               sedia_import_outcome_unref,
                               sedia_import_task_get_cancellable (self->task), checked_cb,
                               waiting_new (self));
  set_state (self, SEDIA_IMPORT_DRY_RUN);
}

/* ---- the look */

static SediaTransferKind
kind_of_file (SediaImportKind kind)
{
  if (kind == SEDIA_IMPORT_PRODUCTS)
    return SEDIA_TRANSFER_PRODUCTS;
  if (kind == SEDIA_IMPORT_CUSTOMERS)
    return SEDIA_TRANSFER_CUSTOMERS;
  if (kind == SEDIA_IMPORT_SUPPLIERS)
    return SEDIA_TRANSFER_SUPPLIERS;
  if (kind == SEDIA_IMPORT_SALES)
    return SEDIA_TRANSFER_SALES;

  return SEDIA_TRANSFER_ORDERS;
}

static void
take_look (SediaImportSession *self,
           guint               file,
           SediaImportLook    *look)
{
  g_autoptr (SediaImportSheet) before = g_steal_pointer (&self->sheets[file]);

  if (look == NULL)
    return;

  self->sheets[file] = sedia_import_sheet_new (look);
  if (before != NULL && sedia_import_sheet_has_same_headers (self->sheets[file], before))
    sedia_import_sheet_copy_chosen (self->sheets[file], before);
}

/* A file of the lines of orders was chosen as if it were all: it is the second one. */
static void
settle_kind (SediaImportSession *self)
{
  const SediaImportKind kind = sedia_import_sheet_get_columns (self->sheets[0])->kind;

  self->is_kind_open = FALSE;
  self->options.kind = kind_of_file (kind);
  if (kind != SEDIA_IMPORT_ORDER_LINES)
    return;

  g_free (self->paths[1]);
  self->paths[1] = g_steal_pointer (&self->paths[0]);
  sedia_import_sheet_free (self->sheets[1]);
  self->sheets[1] = g_steal_pointer (&self->sheets[0]);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaImportLooks) seen = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (SediaImportSession) self = waiting_finish (data);

  if (self == NULL)
    return;
  if (seen == NULL)
    {
      forget_sheets (self);
      take_error (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < SEDIA_IMPORT_FILES; i++)
    take_look (self, i, g_steal_pointer (&seen->looks[i]));
  if (self->is_kind_open)
    settle_kind (self);
  sedia_import_session_begin_check (self);
}

/* No database is needed here, so any thread will do. */
static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  const gboolean guesses_kind = g_task_get_source_tag (task) != NULL;
  SediaImportLooks *seen = sedia_import_task_look (data, guesses_kind, &error);

  if (seen != NULL)
    g_task_return_pointer (task, seen, (GDestroyNotify) sedia_import_looks_free);
  else
    g_task_return_error (task, error);
}

/**
 * sedia_import_session_begin_look: Begins by looking at the files again.
 */
void
sedia_import_session_begin_look (SediaImportSession *self)
{
  g_autoptr (GTask) task = NULL;

  begin_task (self);
  if (self->paths[0] == NULL && self->paths[1] == NULL)
    {
      forget_sheets (self);
      sedia_import_session_forget (self);
      set_state (self, SEDIA_IMPORT_EMPTY);
      return;
    }

  task = g_task_new (NULL, NULL, looked_cb, waiting_new (self));
  g_task_set_task_data (task, sedia_import_task_ref (self->task), sedia_import_task_unref);
  g_task_set_source_tag (task, self->is_kind_open ? sedia_import_session_begin_look : NULL);
  g_task_run_in_thread (task, look_thread);
  set_state (self, SEDIA_IMPORT_LOOKING);
}

/**
 * sedia_import_session_begin_anew: Looks again, and the columns will be other ones: what was chosen
 * for those there are now means nothing.
 */
void
sedia_import_session_begin_anew (SediaImportSession *self)
{
  forget_sheets (self);
  sedia_import_session_forget (self);
  sedia_import_session_begin_look (self);
}

/* ---- the object */

static void
sedia_import_session_dispose (GObject *object)
{
  SediaImportSession *self = SEDIA_IMPORT_SESSION (object);

  sedia_import_session_stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_import_session_parent_class)->dispose (object);
}

static void
sedia_import_session_finalize (GObject *object)
{
  SediaImportSession *self = SEDIA_IMPORT_SESSION (object);

  sedia_import_session_forget (self);
  forget_sheets (self);
  for (guint i = 0; i < SEDIA_IMPORT_FILES; i++)
    g_free (self->paths[i]);
  g_free (self->encoding);

  G_OBJECT_CLASS (sedia_import_session_parent_class)->finalize (object);
}

static void
sedia_import_session_class_init (SediaImportSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_import_session_dispose;
  object_class->finalize = sedia_import_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_import_session_init (SediaImportSession *self)
{
  self->options.day_first = -1;
  self->options.numbers = sedia_number_form_of_locale ();
}

/**
 * sedia_import_session_new:
 * @store: the shop's records
 *
 * Returns: (transfer full): a session without a file
 */
SediaImportSession *
sedia_import_session_new (SediaStore *store)
{
  SediaImportSession *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);

  self = g_object_new (SEDIA_TYPE_IMPORT_SESSION, NULL);
  self->store = g_object_ref (store);

  return self;
}

/**
 * sedia_import_session_get_store: (transfer none) the shop's records.
 */
SediaStore *
sedia_import_session_get_store (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  return self->store;
}

/* ---- what is known */

/**
 * sedia_import_session_get_options: (transfer none) what is said by now.
 */
const SediaImportOptions *
sedia_import_session_get_options (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  self->options.path = self->paths[0];
  self->options.lines_path = self->paths[1];

  return &self->options;
}

/**
 * sedia_import_session_get_leaves_out: Whether bad rows are left out.
 */
gboolean
sedia_import_session_get_leaves_out (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), FALSE);

  return self->leaves_out;
}

/**
 * sedia_import_session_get_state: How far the preparations are.
 */
SediaImportState
sedia_import_session_get_state (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), SEDIA_IMPORT_EMPTY);

  return self->state;
}

/**
 * sedia_import_session_get_error: (transfer none) (nullable) why it failed.
 */
const GError *
sedia_import_session_get_error (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  return self->error;
}

/**
 * sedia_import_session_get_sheet: (transfer none) (nullable) what is shown of a file.
 */
SediaImportSheet *
sedia_import_session_get_sheet (SediaImportSession *self,
                                guint               file)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self) && file < SEDIA_IMPORT_FILES, NULL);

  return self->sheets[file];
}

/**
 * sedia_import_session_get_outcome: (transfer none) (nullable) what the last dry run found out.
 */
SediaImportOutcome *
sedia_import_session_get_outcome (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  return self->outcome;
}

/**
 * sedia_import_session_get_report: (transfer none) (nullable) what the import would do. It stays
 * while the next dry run is under way, so that nothing flickers.
 */
const SediaImportReport *
sedia_import_session_get_report (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  return self->outcome != NULL ? self->outcome->report : NULL;
}

/**
 * sedia_import_session_get_bad: (transfer none) (nullable) all that is wrong with rows of the file,
 * whether they are left out or not.
 */
const SediaImportReport *
sedia_import_session_get_bad (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  if (self->outcome == NULL)
    return NULL;

  return self->outcome->bad != NULL ? self->outcome->bad : self->outcome->report;
}

/**
 * sedia_import_session_can_leave_out: Whether there are bad rows without which the rest could be
 * imported.
 */
gboolean
sedia_import_session_can_leave_out (SediaImportSession *self)
{
  const SediaImportReport *bad = sedia_import_session_get_bad (self);

  return bad != NULL && bad->problems->len > 0 &&
         sedia_import_can_leave_out (sedia_import_session_get_options (self), bad);
}

/**
 * sedia_import_session_can_import: Whether it is known what the import would do, nothing stands
 * against it, and it would do something.
 */
gboolean
sedia_import_session_can_import (SediaImportSession *self)
{
  const SediaImportReport *report = sedia_import_session_get_report (self);

  return self->state == SEDIA_IMPORT_CHECKED && report->problems->len == 0 &&
         report->added + report->changed > 0;
}

/**
 * sedia_import_session_get_task: (transfer none) (nullable) what is under way, to ask how far it
 * is.
 */
SediaImportTask *
sedia_import_session_get_task (SediaImportSession *self)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);

  return self->task;
}

/**
 * sedia_import_session_make_task:
 * @self: a session
 * @cancellable: what the task is stopped with
 *
 * Returns: (transfer full): the import itself, as the last dry run found it good
 */
SediaImportTask *
sedia_import_session_make_task (SediaImportSession *self,
                                GCancellable       *cancellable)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), NULL);
  g_return_val_if_fail (sedia_import_session_can_import (self), NULL);

  return make_task (self, self->outcome, cancellable);
}

/**
 * sedia_import_session_stop: Stops what is under way; nothing is told of it any more.
 */
void
sedia_import_session_stop (SediaImportSession *self)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (self->task != NULL)
    g_cancellable_cancel (sedia_import_task_get_cancellable (self->task));
  g_clear_pointer (&self->task, sedia_import_task_unref);
}
