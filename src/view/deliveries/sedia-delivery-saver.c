/* Saving a draft while it is typed. The first save tells the draft's number, and every later one
 * must know it, or the delivery would be there twice: so the second waits for the first.
 */
#include "config.h"

#include "sedia-delivery-saver.h"

#include "sedia-delivery-jobs.h"

#include <glib/gi18n.h>

#define SAVE_AFTER_MS 300
#define RETRY_MS 10

struct _SediaDeliverySaver
{
  GObject parent_instance;

  SediaStore *store;
  SediaDeliveryForm *form;
  gint64 draft_id;
  guint delay_source;
  guint serial;             /* of the delivery: an answer after stop() belongs to another */
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
} SediaDeliverySaverProperty;

static GParamSpec *properties[PROP_STATE + 1];

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliverySaver, sedia_delivery_saver, G_TYPE_OBJECT)

/* A save on its way. */
typedef struct
{
  SediaDeliverySaver *saver;
  guint serial;
} Saving;

static void
tell_state (SediaDeliverySaver *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
call_saved (SediaDeliverySaver *self)
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
  g_autoptr (SediaDeliverySaver) self = saving->saver;
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

  /* Received or thrown away elsewhere: what is typed here goes on as a draft of its own. */
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
discard (SediaDeliverySaver *self)
{
  if (self->draft_id == 0)
    return;

  sedia_store_note_async (self->store, sedia_draft_discard_job, sedia_id_new (self->draft_id),
                          g_free, NULL, discarded_cb, NULL);
  self->draft_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
}

static char *
dup_content (SediaDeliveryForm *form)
{
  g_autoptr (SediaDraftText) text = sedia_draft_text_new ();
  GListModel *lines = sedia_delivery_form_get_lines (form);

  g_free (text->key);
  text->key = g_strdup (sedia_delivery_form_get_key (form));
  g_free (text->supplier);
  text->supplier = g_strdup (sedia_delivery_form_get_supplier (form));
  g_free (text->note_number);
  text->note_number = g_strdup (sedia_delivery_form_get_note_number (form));

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SediaTypedLine) entry = g_list_model_get_item (lines, i);
      const SediaProduct *product = sedia_typed_line_get_product (entry);

      sedia_draft_text_add (text, product != NULL ? product->id : 0,
                            sedia_typed_line_get_code (entry),
                            sedia_typed_line_get_typed (entry),
                            sedia_typed_line_get_amount (entry));
    }

  return sedia_draft_text_write (text);
}

static SediaDraftNote *
note_new (SediaDeliverySaver *self)
{
  SediaDraftNote *note = g_new0 (SediaDraftNote, 1);

  note->draft_id = self->draft_id;
  note->supplier = g_strdup (sedia_delivery_form_get_supplier (self->form));
  note->note_number = g_strdup (sedia_delivery_form_get_note_number (self->form));
  note->lines = sedia_delivery_form_get_n_lines (self->form);
  note->content = dup_content (self->form);

  return note;
}

static gboolean
can_save (SediaDeliverySaver *self)
{
  return self->store != NULL && (self->n_saving == 0 || self->draft_id != 0);
}

static void
save (SediaDeliverySaver *self)
{
  Saving *saving;

  g_assert (can_save (self));

  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->is_dirty = FALSE;
  if (sedia_delivery_form_is_empty (self->form))
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
  sedia_store_note_async (self->store, sedia_draft_save_job, note_new (self),
                          (GDestroyNotify) sedia_draft_note_free, g_free, saved_cb, saving);
  tell_state (self);
}

static gboolean
delay_cb (gpointer data)
{
  SediaDeliverySaver *self = SEDIA_DELIVERY_SAVER (data);

  if (!can_save (self))
    return G_SOURCE_CONTINUE;

  self->delay_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
save_after (SediaDeliverySaver *self,
            guint               delay_ms)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->delay_source = g_timeout_add (delay_ms, delay_cb, self);
}

static void
form_changed_cb (SediaDeliverySaver *self)
{
  if (!self->is_running)
    return;

  self->is_dirty = TRUE;
  save_after (self, SAVE_AFTER_MS);
  tell_state (self);
}

static void
sedia_delivery_saver_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SediaDeliverySaver *self = SEDIA_DELIVERY_SAVER (object);

  switch ((SediaDeliverySaverProperty) prop_id)
    {
    case PROP_DRAFT_ID:
      g_value_set_int64 (value, self->draft_id);
      break;

    case PROP_STATE:
      g_value_set_string (value, sedia_delivery_saver_get_state (self));
      break;
    }
}

static void
sedia_delivery_saver_dispose (GObject *object)
{
  SediaDeliverySaver *self = SEDIA_DELIVERY_SAVER (object);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (sedia_delivery_saver_parent_class)->dispose (object);
}

static void
sedia_delivery_saver_class_init (SediaDeliverySaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_delivery_saver_get_property;
  object_class->dispose = sedia_delivery_saver_dispose;

  properties[PROP_DRAFT_ID] = g_param_spec_int64 ("draft-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", SEDIA_TYPE_DELIVERY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sedia_delivery_saver_init (SediaDeliverySaver *self)
{
}

/**
 * sedia_delivery_saver_new:
 * @form: what is typed
 *
 * Returns: (transfer full): a saver, not started
 */
SediaDeliverySaver *
sedia_delivery_saver_new (SediaDeliveryForm *form)
{
  SediaDeliverySaver *self;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (form), NULL);

  self = g_object_new (SEDIA_TYPE_DELIVERY_SAVER, NULL);
  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_delivery_saver_set_store:
 * @self: a saver
 * @store: (nullable): where drafts are kept
 *
 * What is unsaved goes to the store that is left.
 */
void
sedia_delivery_saver_set_store (SediaDeliverySaver *self,
                                SediaStore         *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_SAVER (self));

  if (self->store == store)
    return;

  sedia_delivery_saver_flush (self);
  g_set_object (&self->store, store);
}

/**
 * sedia_delivery_saver_start:
 * @self: a saver
 * @draft_id: the draft that the form shows, 0 for a new delivery
 *
 * From now on what is typed is kept.
 */
void
sedia_delivery_saver_start (SediaDeliverySaver *self,
                            gint64              draft_id)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_SAVER (self));

  sedia_delivery_saver_stop (self);
  self->is_running = TRUE;
  self->draft_id = draft_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
  tell_state (self);
}

/**
 * sedia_delivery_saver_stop:
 * @self: a saver
 *
 * The delivery was received or discarded: nothing of it is written any more.
 */
void
sedia_delivery_saver_stop (SediaDeliverySaver *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_SAVER (self));

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
 * sedia_delivery_saver_flush:
 * @self: a saver
 *
 * Saves at once what the delay would save in a moment: the window is going.
 */
void
sedia_delivery_saver_flush (SediaDeliverySaver *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_SAVER (self));

  if (self->is_dirty && can_save (self))
    save (self);
}

/**
 * sedia_delivery_saver_when_saved:
 * @self: a saver
 * @func: what to do then
 * @data: for @func
 *
 * Saves what is unsaved and calls @func once it is written; at once when all is.
 */
void
sedia_delivery_saver_when_saved (SediaDeliverySaver *self,
                                 SediaSavedFunc      func,
                                 gpointer            data)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_SAVER (self));
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
 * sedia_delivery_saver_get_draft_id:
 * @self: a saver
 *
 * Returns: the draft's id, 0 while nothing was saved
 */
gint64
sedia_delivery_saver_get_draft_id (SediaDeliverySaver *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_SAVER (self), 0);

  return self->draft_id;
}

/**
 * sedia_delivery_saver_get_state:
 * @self: a saver
 *
 * Returns: what the editor says about it
 */
const char *
sedia_delivery_saver_get_state (SediaDeliverySaver *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_SAVER (self), NULL);

  if (self->has_failed)
    return C_("draft", "Not saved");
  if (self->n_saving > 0 || self->is_dirty)
    return C_("draft", "Saving…");
  if (self->draft_id != 0)
    return C_("draft", "Draft saved");

  return "";
}
