/* Typing one document after another: see sedia-typing.h. */
#include "config.h"

#include "sedia-typing.h"

struct _SediaTyping
{
  GObject parent_instance;

  SediaStore *store;
  SediaDocument *document;
  SediaDraftSaver *saver;
  SediaPreviewer *previewer;
  SediaBooker *booker;
};

enum
{
  SHOWN,
  GONE,
  STATE_CHANGED,
  NOT_SAVED,
  PREVIEWED,
  BOOKED,
  NOT_BOOKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaTyping, sedia_typing, G_TYPE_OBJECT)

static void
state_cb (SediaTyping *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
not_saved_cb (SediaTyping  *self,
              const GError *error)
{
  g_signal_emit (self, signals[NOT_SAVED], 0, error);
}

static void
previewed_cb (SediaTyping *self,
              gpointer     preview,
              const char  *problem)
{
  g_signal_emit (self, signals[PREVIEWED], 0, preview, problem);
}

static void
booked_cb (SediaTyping *self,
           const char  *receipt)
{
  g_signal_emit (self, signals[BOOKED], 0, receipt);
}

static void
not_booked_cb (SediaTyping  *self,
               const GError *error)
{
  g_signal_emit (self, signals[NOT_BOOKED], 0, error);
}

static void
sedia_typing_dispose (GObject *object)
{
  SediaTyping *self = SEDIA_TYPING (object);

  if (self->saver != NULL)
    {
      sedia_typing_set_store (self, NULL);
      sedia_draft_saver_stop (self->saver);
    }
  g_clear_object (&self->previewer);
  g_clear_object (&self->booker);
  g_clear_object (&self->saver);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sedia_typing_parent_class)->dispose (object);
}

static guint
signal_new (const char *name,
            GType       first,
            GType       second)
{
  const guint n = (first != G_TYPE_NONE) + (second != G_TYPE_NONE);

  return g_signal_new (name, SEDIA_TYPE_TYPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n, first, second);
}

static void
sedia_typing_class_init (SediaTypingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_typing_dispose;

  signals[SHOWN] = signal_new ("shown", G_TYPE_NONE, G_TYPE_NONE);
  signals[GONE] = signal_new ("gone", G_TYPE_ERROR, G_TYPE_NONE);
  signals[STATE_CHANGED] = signal_new ("state-changed", G_TYPE_NONE, G_TYPE_NONE);
  signals[NOT_SAVED] = signal_new ("not-saved", G_TYPE_ERROR, G_TYPE_NONE);
  signals[PREVIEWED] = signal_new ("previewed", G_TYPE_POINTER, G_TYPE_STRING);
  signals[BOOKED] = signal_new ("booked", G_TYPE_STRING, G_TYPE_NONE);
  signals[NOT_BOOKED] = signal_new ("not-booked", G_TYPE_ERROR, G_TYPE_NONE);
}

static void
sedia_typing_init (SediaTyping *self)
{
}

static void
connect_parts (SediaTyping *self)
{
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (not_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->previewer, "previewed", G_CALLBACK (previewed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->booker, "booked", G_CALLBACK (booked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->booker, "failed", G_CALLBACK (not_booked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_typing_new:
 * @document: what is typed
 * @booker: how it is booked; must live as long as the program
 * @previewer: how it is previewed; must live as long as the program
 *
 * Returns: (transfer full): nothing typed yet
 */
SediaTyping *
sedia_typing_new (SediaDocument             *document,
                  const SediaBookerFuncs    *booker,
                  const SediaPreviewerFuncs *previewer)
{
  SediaTyping *self;

  g_return_val_if_fail (SEDIA_IS_DOCUMENT (document), NULL);

  self = g_object_new (SEDIA_TYPE_TYPING, NULL);
  self->document = g_object_ref (document);
  self->saver = sedia_draft_saver_new (document);
  self->previewer = sedia_previewer_new (document, previewer);
  self->booker = sedia_booker_new (document, self->saver, booker);
  connect_parts (self);

  return self;
}

/**
 * sedia_typing_get_store: (transfer none) (nullable) the shop's records.
 */
SediaStore *
sedia_typing_get_store (SediaTyping *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPING (self), NULL);

  return self->store;
}

/**
 * sedia_typing_set_store:
 * @self: the typing
 * @store: (nullable): the shop's records
 *
 * Sets where drafts are kept and documents booked. What is unsaved goes to the store that is left.
 */
void
sedia_typing_set_store (SediaTyping *self,
                        SediaStore  *store)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));

  sedia_draft_saver_set_store (self->saver, store);
  sedia_previewer_set_store (self->previewer, store);
  sedia_booker_set_store (self->booker, store);
  g_set_object (&self->store, store);
}

static void
show_document (SediaTyping *self,
               gint64       draft_id)
{
  sedia_draft_saver_start (self->saver, draft_id);
  g_signal_emit (self, signals[SHOWN], 0);
  sedia_previewer_refresh (self->previewer);
}

/**
 * sedia_typing_begin: A new document. What was typed before is kept as a draft.
 */
void
sedia_typing_begin (SediaTyping *self)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));

  sedia_draft_saver_flush (self->saver);
  sedia_draft_saver_stop (self->saver);
  sedia_document_clear (self->document);
  show_document (self, 0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaTyping) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaOpenedDraft) opened = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->store == NULL)
    return;

  if (opened == NULL)
    {
      g_signal_emit (self, signals[GONE], 0, error);
      return;
    }

  sedia_document_restore (self->document, opened);
  show_document (self, opened->draft->id);
}

/**
 * sedia_typing_open:
 * @self: the typing, with a store
 * @draft_id: a draft that is not open
 *
 * Goes on with a draft. What was typed before is kept as a draft of its own.
 */
void
sedia_typing_open (SediaTyping *self,
                   gint64       draft_id)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));
  g_return_if_fail (SEDIA_IS_STORE (self->store));

  sedia_draft_saver_flush (self->saver);
  sedia_draft_saver_stop (self->saver);
  sedia_store_read_async (self->store, sedia_draft_open_job, sedia_id_new (draft_id), g_free,
                          (GDestroyNotify) sedia_opened_draft_free, NULL, opened_cb,
                          g_object_ref (self));
}

/**
 * sedia_typing_get_draft_id: The draft that is open, 0 for none.
 */
gint64
sedia_typing_get_draft_id (SediaTyping *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPING (self), 0);

  return sedia_draft_saver_get_draft_id (self->saver);
}

/**
 * sedia_typing_get_state: Whether the draft is saved, in a word.
 */
const char *
sedia_typing_get_state (SediaTyping *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPING (self), "");

  return sedia_draft_saver_get_state (self->saver);
}

/**
 * sedia_typing_flush: Saves at once what would be saved in a moment.
 */
void
sedia_typing_flush (SediaTyping *self)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));

  sedia_draft_saver_flush (self->saver);
}

/**
 * sedia_typing_when_saved:
 * @self: the typing
 * @func: what to do then
 * @data: for @func
 *
 * Calls @func once all that was typed is written.
 */
void
sedia_typing_when_saved (SediaTyping    *self,
                         SediaSavedFunc  func,
                         gpointer        data)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));

  sedia_draft_saver_when_saved (self->saver, func, data);
}

/**
 * sedia_typing_drop:
 * @self: the typing
 *
 * Forgets what was typed: it was booked, or is not wanted.
 *
 * Returns: its draft, still in the store; 0 for none
 */
gint64
sedia_typing_drop (SediaTyping *self)
{
  gint64 draft_id;

  g_return_val_if_fail (SEDIA_IS_TYPING (self), 0);

  draft_id = sedia_draft_saver_get_draft_id (self->saver);
  sedia_draft_saver_stop (self->saver);
  sedia_document_clear (self->document);

  return draft_id;
}

/**
 * sedia_typing_book:
 * @self: the typing
 * @anyway: go on where a warning would stop it
 *
 * Books the document. It must not change until one of the signals comes.
 */
void
sedia_typing_book (SediaTyping *self,
                   gboolean     anyway)
{
  g_return_if_fail (SEDIA_IS_TYPING (self));

  sedia_booker_book (self->booker, anyway);
}
