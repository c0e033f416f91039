/* Booking a delivery: the draft is saved first, so that its number is known and thrown away in the
 * same transaction. The key is the draft's own: pressed twice, or in two windows, it is booked
 * once.
 */
#include "config.h"

#include "sedia-delivery-receiver.h"

#include "sedia-delivery-jobs.h"

#include <inttypes.h>

struct _SediaDeliveryReceiver
{
  GObject parent_instance;

  SediaStore *store;
  SediaDeliveryForm *form;
  SediaDeliverySaver *saver;
  gboolean goes_on_anyway;
};

enum
{
  RECEIVED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryReceiver, sedia_delivery_receiver, G_TYPE_OBJECT)

/* The answer to a booking, until it is known to be in force. */
typedef struct
{
  SediaDeliveryReceiver *receiver;
  SediaReceipt receipt;
} Booking;

static void
booking_free (Booking *booking)
{
  g_object_unref (booking->receiver);
  g_free (booking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Booking, booking_free)

static SediaReceiveArgs *
args_new (SediaDeliveryReceiver *self)
{
  SediaReceiveArgs *args = g_new0 (SediaReceiveArgs, 1);

  args->supplier_id = sedia_delivery_form_get_supplier_id (self->form);
  args->note_number = g_strstrip (g_strdup (sedia_delivery_form_get_note_number (self->form)));
  args->lines = sedia_delivery_form_dup_amounts (self->form);
  args->draft_id = sedia_delivery_saver_get_draft_id (self->saver);

  return args;
}

/* What was booked with this key was taken back since, and the draft came back to be mended: it is
 * booked anew. Every window finds the same next key, so that it is still booked once.
 */
static void
use_next_key (SediaDeliveryReceiver *self,
              const SediaDelivery   *taken_back)
{
  g_autofree char *key = g_strdup_printf ("%s-%" PRId64, sedia_delivery_form_get_key (self->form),
                                          taken_back->reversed_by);

  sedia_delivery_form_set_key (self->form, key);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Booking) booking = data;
  g_autoptr (SediaDelivery) delivery = sedia_store_finish (SEDIA_STORE (source), result, NULL);
  SediaDeliveryReceiver *self = booking->receiver;

  if (delivery == NULL || delivery->reversed_by == 0 || self->store == NULL)
    {
      g_signal_emit (self, signals[RECEIVED], 0, &booking->receipt);
      return;
    }

  use_next_key (self, delivery);
  sedia_delivery_receiver_receive (self, self->goes_on_anyway);
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaDeliveryReceiver) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sedia_store_finish (SEDIA_STORE (source), result, &error);
  Booking *booking;

  if (text == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  booking = g_new0 (Booking, 1);
  booking->receiver = g_object_ref (self);
  if (!sedia_receipt_read (&booking->receipt, text))
    g_warning ("a receipt that cannot be read: %s", text);
  sedia_store_read_async (SEDIA_STORE (source), sedia_delivery_read_job,
                          sedia_id_new (booking->receipt.delivery_id), g_free,
                          (GDestroyNotify) sedia_delivery_free, NULL, checked_cb, booking);
}

static void
saved_cb (gpointer data)
{
  SediaDeliveryReceiver *self = SEDIA_DELIVERY_RECEIVER (data);
  g_autofree char *key = g_strconcat ("draft-", sedia_delivery_form_get_key (self->form), NULL);
  SediaAct act = {
    .kind = "delivery-receive",
    .key = key,
    .anyway = self->goes_on_anyway,
  };

  if (self->store != NULL)
    sedia_store_act_async (self->store, &act, sedia_delivery_receive_job, args_new (self),
                           (GDestroyNotify) sedia_receive_args_free, g_free, NULL, booked_cb,
                           g_object_ref (self));
}

static void
sedia_delivery_receiver_dispose (GObject *object)
{
  SediaDeliveryReceiver *self = SEDIA_DELIVERY_RECEIVER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->form);
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (sedia_delivery_receiver_parent_class)->dispose (object);
}

static void
sedia_delivery_receiver_class_init (SediaDeliveryReceiverClass *klass)
{
  const GType type = SEDIA_TYPE_DELIVERY_RECEIVER;

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_receiver_dispose;

  signals[RECEIVED] = g_signal_new ("received", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sedia_delivery_receiver_init (SediaDeliveryReceiver *self)
{
}

/**
 * sedia_delivery_receiver_new:
 * @form: what is typed
 * @saver: who keeps it
 *
 * Returns: (transfer full): a receiver
 */
SediaDeliveryReceiver *
sedia_delivery_receiver_new (SediaDeliveryForm  *form,
                             SediaDeliverySaver *saver)
{
  SediaDeliveryReceiver *self;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (form), NULL);
  g_return_val_if_fail (SEDIA_IS_DELIVERY_SAVER (saver), NULL);

  self = g_object_new (SEDIA_TYPE_DELIVERY_RECEIVER, NULL);
  self->form = g_object_ref (form);
  self->saver = g_object_ref (saver);

  return self;
}

/**
 * sedia_delivery_receiver_set_store:
 * @self: a receiver
 * @store: (nullable): where to book
 *
 * Sets where to book.
 */
void
sedia_delivery_receiver_set_store (SediaDeliveryReceiver *self,
                                   SediaStore            *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_RECEIVER (self));

  g_set_object (&self->store, store);
}

/**
 * sedia_delivery_receiver_receive:
 * @self: a receiver
 * @anyway: go on where a warning would stop it: the note was received before
 *
 * Books what the form holds. The form must not change until one of the signals comes.
 */
void
sedia_delivery_receiver_receive (SediaDeliveryReceiver *self,
                                 gboolean               anyway)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_RECEIVER (self));

  self->goes_on_anyway = anyway;
  sedia_delivery_saver_when_saved (self->saver, saved_cb, self);
}
