/* Who would get what, a moment after the last key. Only the last question counts: one that is
 * still being answered when the next is asked is cancelled.
 */
#include "config.h"

#include "sedia-delivery-previewer.h"

#include "sedia-delivery-jobs.h"
#include "sedia-delivery-parts.h"

#include <glib/gi18n.h>

#define PREVIEW_AFTER_MS 120

struct _SediaDeliveryPreviewer
{
  GObject parent_instance;

  SediaStore *store;
  gulong changed_handler;
  SediaDeliveryForm *form;
  GCancellable *asking;
  guint delay_source;
};

enum
{
  PREVIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryPreviewer, sedia_delivery_previewer, G_TYPE_OBJECT)

/* A question on its way. */
typedef struct
{
  SediaDeliveryPreviewer *previewer;
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
  g_autoptr (SediaDelivery) preview = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaDeliveryPreviewer *self = question->previewer;
  g_autofree char *sentence = NULL;

  if (self->asking != question->asked)
    return;

  g_clear_object (&self->asking);
  if (preview != NULL)
    sentence = sedia_delivery_preview_sentence (preview);
  g_signal_emit (self, signals[PREVIEWED], 0, preview,
                 sentence != NULL ? sentence : error->message);
}

static void
stop (SediaDeliveryPreviewer *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static gboolean
delay_cb (gpointer data)
{
  SediaDeliveryPreviewer *self = SEDIA_DELIVERY_PREVIEWER (data);

  self->delay_source = 0;
  sedia_delivery_previewer_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
ask_soon (SediaDeliveryPreviewer *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  self->delay_source = g_timeout_add (PREVIEW_AFTER_MS, delay_cb, self);
}

/* Somebody took an order, or received the same goods: the answer is another one. */
static void
store_changed_cb (SediaDeliveryPreviewer *self,
                  SediaChanges           *changes)
{
  if (sedia_delivery_form_get_n_lines (self->form) > 0 &&
      (sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
       sedia_changes_has_kind (changes, SEDIA_KIND_LINE)))
    ask_soon (self);
}

static void
sedia_delivery_previewer_dispose (GObject *object)
{
  SediaDeliveryPreviewer *self = SEDIA_DELIVERY_PREVIEWER (object);

  sedia_delivery_previewer_set_store (self, NULL);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (sedia_delivery_previewer_parent_class)->dispose (object);
}

static void
sedia_delivery_previewer_class_init (SediaDeliveryPreviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_previewer_dispose;

  signals[PREVIEWED] = g_signal_new ("previewed", SEDIA_TYPE_DELIVERY_PREVIEWER, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER,
                                     G_TYPE_STRING);
}

static void
sedia_delivery_previewer_init (SediaDeliveryPreviewer *self)
{
}

/**
 * sedia_delivery_previewer_new:
 * @form: what is typed
 *
 * Returns: (transfer full): a previewer
 */
SediaDeliveryPreviewer *
sedia_delivery_previewer_new (SediaDeliveryForm *form)
{
  SediaDeliveryPreviewer *self;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (form), NULL);

  self = g_object_new (SEDIA_TYPE_DELIVERY_PREVIEWER, NULL);
  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (ask_soon), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_delivery_previewer_set_store:
 * @self: a previewer
 * @store: (nullable): whom to ask
 *
 * Sets whom to ask.
 */
void
sedia_delivery_previewer_set_store (SediaDeliveryPreviewer *self,
                                    SediaStore             *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_PREVIEWER (self));

  stop (self);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);

  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
}

/**
 * sedia_delivery_previewer_refresh:
 * @self: a previewer
 *
 * Asks now.
 */
void
sedia_delivery_previewer_refresh (SediaDeliveryPreviewer *self)
{
  g_autoptr (GArray) amounts = NULL;
  Question *question;

  g_return_if_fail (SEDIA_IS_DELIVERY_PREVIEWER (self));

  stop (self);
  if (self->store == NULL)
    return;

  amounts = sedia_delivery_form_dup_amounts (self->form);
  if (amounts->len == 0)
    {
      g_signal_emit (self, signals[PREVIEWED], 0, NULL,
                     _("Shows here, while you type, which customers it is for."));
      return;
    }

  self->asking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->previewer = g_object_ref (self);
  question->asked = g_object_ref (self->asking);
  sedia_store_read_async (self->store, sedia_delivery_preview_job, g_steal_pointer (&amounts),
                          (GDestroyNotify) g_array_unref, (GDestroyNotify) sedia_delivery_free,
                          self->asking, answered_cb, question);
}
