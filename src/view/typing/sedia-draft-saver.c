/* Saving a draft while it is typed. The first save tells the draft's number, and every later one
 * must know it, or it would be there twice: so the second waits for the first.
 */
#include "config.h"

#include "sedia-draft-saver.h"

#include <glib/gi18n.h>

#define SAVE_AFTER_MS 300
#define RETRY_MS 10

struct _SediaDraftSaver
{
  GObject parent_instance;

  SediaStore *store;
  SediaDocument *document;
  gint64 draft_id;
  guint delay_source;
  guint serial;             /* of the document: an answer after stop() belongs to another */
  gboolean is_running;      /* between start and stop: what is typed is kept */
  gboolean is_dirty;        /* typed since the last save was begun */
  guint n_saving;           /* saves under way */
  gboolean has_failed;
  SediaSavedFunc saved_func;
  gpointer saved_data;
};

typedef enum
{
  PROP_DRAFT_ID = 1,
  PROP_STATE,
} SediaDraftSaverProperty;

static GParamSpec *properties[PROP_STATE + 1];

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDraftSaver, sedia_draft_saver, G_TYPE_OBJECT)

/* A save on its way. */
typedef struct
{
  SediaDraftSaver *saver;
  guint serial;
} Saving;

static void
tell_state (SediaDraftSaver *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
call_saved (SediaDraftSaver *self)
{
  SediaSavedFunc func = g_steal_pointer (&self->saved_func);
  gpointer data = g_steal_pointer (&self->saved_data);

  if (func != NULL)
    func (data);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Saving *saving = data;
  g_autoptr (SediaDraftSaver) self = saving->saver;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *draft_id = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (saving->serial != self->serial)
    return;

  self->n_saving--;
  self->has_failed = draft_id == NULL;

  if (draft_id != NULL && *draft_id != self->draft_id)
    {
      self->draft_id = *draft_id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
    }

  /* Booked or thrown away elsewhere: what is typed here goes on as a draft of its own. */
  if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND))
    self->draft_id = 0;

  if (error != NULL)
    {
      self->is_dirty = TRUE; /* the next key press tries again */
      g_signal_emit (self, signals[FAILED], 0, error);
    }

  tell_state (self);
  if (self->n_saving == 0 && (error != NULL || !self->is_dirty))
    call_saved (self);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (sedia_store_finish (SEDIA_STORE (source), result, &error) == NULL)
    g_debug ("a draft that became empty was not thrown away: %s", error->message);
}

/* All was deleted again: there is nothing to keep. */
static void
discard (SediaDraftSaver *self)
{
  if (self->draft_id == 0)
    return;

  sedia_store_note_async (self->store, sedia_draft_discard_job, sedia_id_new (self->draft_id),
                          g_free, NULL, discarded_cb, NULL);
  self->draft_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
}

static gboolean
can_save (SediaDraftSaver *self)
{
  return self->store != NULL && (self->n_saving == 0 || self->draft_id != 0);
}

static void
save (SediaDraftSaver *self)
{
  Saving *saving;

  g_assert (can_save (self));

  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->is_dirty = FALSE;
  if (sedia_document_is_empty (self->document))
    {
      discard (self);
      tell_state (self);
      if (self->n_saving == 0)
        call_saved (self);
      return;
    }

  saving = g_new (Saving, 1);
  saving->saver = g_object_ref (self);
  saving->serial = self->serial;

  self->n_saving++;
  sedia_store_note_async (self->store, sedia_draft_save_job,
                          sedia_document_dup_note (self->document, self->draft_id),
                          (GDestroyNotify) sedia_draft_note_free, g_free, saved_cb, saving);
  tell_state (self);
}

static gboolean
delay_cb (gpointer data)
{
  SediaDraftSaver *self = SEDIA_DRAFT_SAVER (data);

  if (!can_save (self))
    return G_SOURCE_CONTINUE;

  self->delay_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
save_after (SediaDraftSaver *self,
            guint            delay_ms)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->delay_source = g_timeout_add (delay_ms, delay_cb, self);
}

static void
document_changed_cb (SediaDraftSaver *self)
{
  if (!self->is_running)
    return;

  self->is_dirty = TRUE;
  save_after (self, SAVE_AFTER_MS);
  tell_state (self);
}

static void
sedia_draft_saver_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SediaDraftSaver *self = SEDIA_DRAFT_SAVER (object);

  switch ((SediaDraftSaverProperty) prop_id)
    {
    case PROP_DRAFT_ID:
      g_value_set_int64 (value, self->draft_id);
      break;

    case PROP_STATE:
      g_value_set_string (value, sedia_draft_saver_get_state (self));
      break;
    }
}

static void
sedia_draft_saver_dispose (GObject *object)
{
  SediaDraftSaver *self = SEDIA_DRAFT_SAVER (object);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sedia_draft_saver_parent_class)->dispose (object);
}

static void
sedia_draft_saver_class_init (SediaDraftSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_draft_saver_get_property;
  object_class->dispose = sedia_draft_saver_dispose;

  properties[PROP_DRAFT_ID] = g_param_spec_int64 ("draft-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", SEDIA_TYPE_DRAFT_SAVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sedia_draft_saver_init (SediaDraftSaver *self)
{
}

/**
 * sedia_draft_saver_new:
 * @document: what is typed
 *
 * Returns: (transfer full): a saver, not started
 */
SediaDraftSaver *
sedia_draft_saver_new (SediaDocument *document)
{
  SediaDraftSaver *self;

  g_return_val_if_fail (SEDIA_IS_DOCUMENT (document), NULL);

  self = g_object_new (SEDIA_TYPE_DRAFT_SAVER, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_draft_saver_set_store:
 * @self: a saver
 * @store: (nullable): where drafts are kept
 *
 * What is unsaved goes to the store that is left.
 */
void
sedia_draft_saver_set_store (SediaDraftSaver *self,
                             SediaStore      *store)
{
  g_return_if_fail (SEDIA_IS_DRAFT_SAVER (self));

  if (self->store == store)
    return;

  sedia_draft_saver_flush (self);
  g_set_object (&self->store, store);
}

/**
 * sedia_draft_saver_start:
 * @self: a saver
 * @draft_id: the draft that the document is, 0 for a new one
 *
 * From now on what is typed is kept.
 */
void
sedia_draft_saver_start (SediaDraftSaver *self,
                         gint64           draft_id)
{
  g_return_if_fail (SEDIA_IS_DRAFT_SAVER (self));

  sedia_draft_saver_stop (self);
  self->is_running = TRUE;
  self->draft_id = draft_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
  tell_state (self);
}

/**
 * sedia_draft_saver_stop:
 * @self: a saver
 *
 * It was booked or discarded: nothing of it is written any more.
 */
void
sedia_draft_saver_stop (SediaDraftSaver *self)
{
  g_return_if_fail (SEDIA_IS_DRAFT_SAVER (self));

  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->serial++;
  self->is_running = FALSE;
  self->is_dirty = FALSE;
  self->n_saving = 0;
  self->has_failed = FALSE;
  self->saved_func = NULL;
  self->draft_id = 0;
}

/**
 * sedia_draft_saver_flush:
 * @self: a saver
 *
 * Saves at once what the delay would save in a moment: the window is going.
 */
void
sedia_draft_saver_flush (SediaDraftSaver *self)
{
  g_return_if_fail (SEDIA_IS_DRAFT_SAVER (self));

  if (self->is_dirty && can_save (self))
    save (self);
}

/**
 * sedia_draft_saver_when_saved:
 * @self: a saver
 * @func: what to do then
 * @data: for @func
 *
 * Saves what is unsaved and calls @func once it is written; at once when all is.
 */
void
sedia_draft_saver_when_saved (SediaDraftSaver *self,
                              SediaSavedFunc   func,
                              gpointer         data)
{
  g_return_if_fail (SEDIA_IS_DRAFT_SAVER (self));
  g_return_if_fail (func != NULL);

  self->saved_func = func;
  self->saved_data = data;

  if (self->is_dirty && can_save (self))
    save (self);
  else if (self->is_dirty)
    save_after (self, RETRY_MS);
  else if (self->n_saving == 0)
    call_saved (self);
}

/**
 * sedia_draft_saver_get_draft_id:
 * @self: a saver
 *
 * Returns: the draft's id, 0 while nothing was saved
 */
gint64
sedia_draft_saver_get_draft_id (SediaDraftSaver *self)
{
  g_return_val_if_fail (SEDIA_IS_DRAFT_SAVER (self), 0);

  return self->draft_id;
}

/**
 * sedia_draft_saver_get_state:
 * @self: a saver
 *
 * Returns: what the editor says about it
 */
const char *
sedia_draft_saver_get_state (SediaDraftSaver *self)
{
  g_return_val_if_fail (SEDIA_IS_DRAFT_SAVER (self), NULL);

  if (self->has_failed)
    return C_("draft", "Not saved");
  if (self->n_saving > 0 || self->is_dirty)
    return C_("draft", "Saving…");
  if (self->draft_id != 0)
    return C_("draft", "Draft saved");

  return "";
}
