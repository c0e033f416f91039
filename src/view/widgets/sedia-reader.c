/* Reads one thing for a pane: see sedia-reader.h.
 *
 *   set_id --> ask --> (reading thread) --> answered --> show
 *   changed ---^
 *
 * An answer counts only when nothing else was asked for meanwhile.
 */
#include "config.h"

#include "sedia-reader.h"

#include "sedia-act.h"

struct _SediaReader
{
  GtkWidget *pane; /* not owned: it owns this */
  const SediaReaderFuncs *funcs;
  SediaStore *store;
  gulong changed_handler;
  SediaReaderArgs args; /* id 0: nothing */
  GCancellable *asked; /* the question under way, NULL for none */
  gpointer record;     /* what is shown, NULL for nothing */
};

/* A question on its way: the pane, and with it the reader, may be gone before the answer. */
typedef struct
{
  GWeakRef pane;
  SediaReader *reader; /* valid unless cancelled */
  GDestroyNotify record_free;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->pane);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
show (SediaReader *self,
      gpointer     record)
{
  gpointer before = self->record;

  self->record = record;
  self->funcs->show (self->pane, self->args.id, record);
  if (before != NULL)
    self->funcs->record_free (before);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GtkWidget) pane = g_weak_ref_get (&question->pane);
  g_autoptr (GError) error = NULL;
  gpointer record = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaReader *self = question->reader;

  /* Cancelled: the reader wants something else, or is gone. */
  if (pane == NULL || g_cancellable_is_cancelled (question->asked))
    {
      g_clear_pointer (&record, question->record_free);
      return;
    }

  g_clear_object (&self->asked);
  if (record == NULL && !g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND))
    sedia_act_say_error (pane, error);
  show (self, record);
}

static void
stop (SediaReader *self)
{
  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
}

static void
ask (SediaReader *self)
{
  Question *question;

  stop (self);
  if (self->store == NULL || self->args.id == 0)
    {
      show (self, NULL);
      return;
    }

  self->asked = g_cancellable_new ();
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->pane, self->pane);
  question->reader = self;
  question->record_free = self->funcs->record_free;
  question->asked = g_object_ref (self->asked);
  sedia_store_read_async (self->store, self->funcs->job,
                          g_memdup2 (&self->args, sizeof self->args), g_free,
                          self->funcs->record_free, self->asked, answered_cb, question);
}

static void
changed_cb (SediaReader  *self,
            SediaChanges *changes)
{
  if (self->args.id != 0 && self->funcs->concerns (changes, self->args.id))
    ask (self);
}

/**
 * sedia_reader_new:
 * @pane: what shows the thing; it frees the reader when it is disposed
 * @funcs: how it is read and shown; must live as long as the reader
 *
 * Returns: (transfer full): a reader of nothing yet
 */
SediaReader *
sedia_reader_new (GtkWidget              *pane,
                  const SediaReaderFuncs *funcs)
{
  SediaReader *self = g_new0 (SediaReader, 1);

  self->pane = pane;
  self->funcs = funcs;

  return self;
}

/**
 * sedia_reader_free: Reads no more. Nothing is shown any more either: the pane is going.
 */
void
sedia_reader_free (SediaReader *self)
{
  stop (self);
  g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->record, self->funcs->record_free);
  g_free (self);
}

/**
 * sedia_reader_set_store:
 * @self: a reader
 * @store: (nullable): where to read
 */
void
sedia_reader_set_store (SediaReader *self,
                        SediaStore  *store)
{
  if (self->store == store)
    return;

  g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb),
                                                      self);
  self->args = (SediaReaderArgs) { 0 };
  ask (self);
}

/**
 * sedia_reader_set_id:
 * @self: a reader
 * @id: what to read, 0 for nothing
 */
void
sedia_reader_set_id (SediaReader *self,
                     gint64       id)
{
  if (self->args.id == id)
    return;

  self->args = (SediaReaderArgs) { .id = id };
  ask (self);
}

/**
 * sedia_reader_set_all: Reads everything about the thing, until another is chosen.
 */
void
sedia_reader_set_all (SediaReader *self,
                      gboolean     all)
{
  self->args.all = all;
  ask (self);
}

/**
 * sedia_reader_get_all: Whether everything about the thing is read.
 */
gboolean
sedia_reader_get_all (SediaReader *self)
{
  return self->args.all;
}

/**
 * sedia_reader_get_store: (transfer none) (nullable) where it reads.
 */
SediaStore *
sedia_reader_get_store (SediaReader *self)
{
  return self->store;
}

/**
 * sedia_reader_get_id: What it reads, 0 for nothing.
 */
gint64
sedia_reader_get_id (SediaReader *self)
{
  return self->args.id;
}

/**
 * sedia_reader_get_record: (transfer none) (nullable) what is shown, NULL for nothing.
 */
gpointer
sedia_reader_get_record (SediaReader *self)
{
  return self->record;
}
