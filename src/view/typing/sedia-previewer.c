/* What a document would do, a moment after the last key. Only the last question counts: one that is
 * still being answered when the next is asked is cancelled.
 */
#include "config.h"

#include "sedia-previewer.h"

#define PREVIEW_AFTER_MS 120

struct _SediaPreviewer
{
  GObject parent_instance;

  SediaStore *store;
  gulong changed_handler;
  SediaDocument *document;
  const SediaPreviewerFuncs *funcs;
  GCancellable *asking;
  guint delay_source;
};

enum
{
  PREVIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaPreviewer, sedia_previewer, G_TYPE_OBJECT)

/* A question on its way. */
typedef struct
{
  SediaPreviewer *previewer;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->previewer);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  gpointer preview = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaPreviewer *self = question->previewer;

  if (self->asking == question->asked)
    {
      g_clear_object (&self->asking);
      g_signal_emit (self, signals[PREVIEWED], 0, preview, error != NULL ? error->message : NULL);
    }

  if (preview != NULL)
    self->funcs->result_free (preview);
}

static void
stop (SediaPreviewer *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static gboolean
delay_cb (gpointer data)
{
  SediaPreviewer *self = SEDIA_PREVIEWER (data);

  self->delay_source = 0;
  sedia_previewer_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
ask_soon (SediaPreviewer *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->delay_source = g_timeout_add (PREVIEW_AFTER_MS, delay_cb, self);
}

/* Somebody took an order, or received goods: the answer is another one. */
static void
store_changed_cb (SediaPreviewer *self,
                  SediaChanges   *changes)
{
  if (sedia_typed_lines_get_n (sedia_document_get_lines (self->document)) > 0 &&
      (sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
       sedia_changes_has_kind (changes, SEDIA_KIND_LINE)))
    ask_soon (self);
}

static void
sedia_previewer_dispose (GObject *object)
{
  SediaPreviewer *self = SEDIA_PREVIEWER (object);

  sedia_previewer_set_store (self, NULL);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sedia_previewer_parent_class)->dispose (object);
}

static void
sedia_previewer_class_init (SediaPreviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_previewer_dispose;

  signals[PREVIEWED] = g_signal_new ("previewed", SEDIA_TYPE_PREVIEWER, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER,
                                     G_TYPE_STRING);
}

static void
sedia_previewer_init (SediaPreviewer *self)
{
}

/**
 * sedia_previewer_new:
 * @document: what is typed
 * @funcs: how it is previewed; must live as long as the program
 *
 * Returns: (transfer full): a previewer
 */
SediaPreviewer *
sedia_previewer_new (SediaDocument             *document,
                     const SediaPreviewerFuncs *funcs)
{
  SediaPreviewer *self;

  g_return_val_if_fail (SEDIA_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_PREVIEWER, NULL);
  self->document = g_object_ref (document);
  self->funcs = funcs;
  g_signal_connect_object (document, "changed", G_CALLBACK (ask_soon), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_previewer_set_store:
 * @self: a previewer
 * @store: (nullable): whom to ask
 *
 * Sets whom to ask.
 */
void
sedia_previewer_set_store (SediaPreviewer *self,
                           SediaStore     *store)
{
  g_return_if_fail (SEDIA_IS_PREVIEWER (self));

  stop (self);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);

  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
}

/**
 * sedia_previewer_refresh:
 * @self: a previewer
 *
 * Asks now.
 */
void
sedia_previewer_refresh (SediaPreviewer *self)
{
  gpointer args;
  Question *question;

  g_return_if_fail (SEDIA_IS_PREVIEWER (self));

  stop (self);
  if (self->store == NULL)
    return;

  args = self->funcs->dup_args (self->document);
  if (args == NULL)
    {
      g_signal_emit (self, signals[PREVIEWED], 0, NULL, NULL);
      return;
    }

  self->asking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->previewer = g_object_ref (self);
  question->asked = g_object_ref (self->asking);
  sedia_store_read_async (self->store, self->funcs->job, args, self->funcs->args_free,
                          self->funcs->result_free, self->asking, answered_cb, question);
}
