/* Booking a document: the draft is saved first, so that its number is known and it is put away in
 * the same transaction. The key is the draft's own: pressed twice, or in two windows, it is booked
 * once.
 */
#include "config.h"

#include "sedia-booker.h"

#include <inttypes.h>
#include <stdio.h>

struct _SediaBooker
{
  GObject parent_instance;

  SediaStore *store;
  SediaDocument *document;
  SediaDraftSaver *saver;
  const SediaBookerFuncs *funcs;
  gboolean goes_on_anyway;
};

enum
{
  BOOKED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaBooker, sedia_booker, G_TYPE_OBJECT)

/* The answer to a booking, until it is known to be in force. */
typedef struct
{
  SediaBooker *booker;
  char *receipt;
} Booking;

static void
booking_free (Booking *booking)
{
  g_object_unref (booking->booker);
  g_free (booking->receipt);
  g_free (booking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Booking, booking_free)

/* gint64 *, an operation -> gint64 *: 0 when it is in force, or else what took it back */
static gpointer
taken_back_job (SediaDb   *db,
                gpointer   operation_id,
                GError   **error)
{
  gint64 head;
  gboolean in_force;

  if (!sedia_operation_head (db, *(const gint64 *) operation_id, &head, &in_force, error))
    return NULL;

  return sedia_id_new (in_force ? 0 : head);
}

/* What was booked with this key was taken back since, and the draft came back to be mended: it is
 * booked anew. Every window finds the same next key, so that it is still booked once.
 */
static void
use_next_key (SediaBooker *self,
              gint64       taken_back_by)
{
  g_autofree char *key = g_strdup_printf ("%s-%" PRId64, sedia_document_get_key (self->document),
                                          taken_back_by);

  sedia_document_set_key (self->document, key);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Booking) booking = data;
  g_autofree gint64 *taken_back_by = sedia_store_finish (SEDIA_STORE (source), result, NULL);
  SediaBooker *self = booking->booker;

  if (taken_back_by == NULL || *taken_back_by == 0 || self->store == NULL)
    {
      g_signal_emit (self, signals[BOOKED], 0, booking->receipt);
      return;
    }

  use_next_key (self, *taken_back_by);
  sedia_booker_book (self, self->goes_on_anyway);
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaBooker) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *receipt = sedia_store_finish (SEDIA_STORE (source), result, &error);
  gint64 document_id;
  gint64 operation_id;
  Booking *booking;

  if (receipt == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  if (sscanf (receipt, "%" SCNd64 " %" SCNd64, &document_id, &operation_id) != 2)
    g_warning ("a receipt that cannot be read: %s", receipt);

  booking = g_new0 (Booking, 1);
  booking->booker = g_object_ref (self);
  booking->receipt = g_steal_pointer (&receipt);
  sedia_store_read_async (SEDIA_STORE (source), taken_back_job, sedia_id_new (operation_id), g_free,
                          g_free, NULL, checked_cb, booking);
}

static void
saved_cb (gpointer data)
{
  SediaBooker *self = SEDIA_BOOKER (data);
  g_autofree char *key = g_strconcat ("draft-", sedia_document_get_key (self->document), NULL);
  SediaAct act = {
    .kind = self->funcs->get_kind != NULL ? self->funcs->get_kind (self->document)
                                          : self->funcs->kind,
    .key = key,
    .anyway = self->goes_on_anyway,
  };

  if (self->store != NULL)
    sedia_store_act_async (self->store, &act, self->funcs->job,
                           self->funcs->dup_args (self->document,
                                                  sedia_draft_saver_get_draft_id (self->saver)),
                           self->funcs->args_free, g_free, NULL, booked_cb, g_object_ref (self));
}

static void
sedia_booker_dispose (GObject *object)
{
  SediaBooker *self = SEDIA_BOOKER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->document);
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (sedia_booker_parent_class)->dispose (object);
}

static void
sedia_booker_class_init (SediaBookerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_booker_dispose;

  signals[BOOKED] = g_signal_new ("booked", SEDIA_TYPE_BOOKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", SEDIA_TYPE_BOOKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sedia_booker_init (SediaBooker *self)
{
}

/**
 * sedia_booker_new:
 * @document: what is typed
 * @saver: who keeps it
 * @funcs: how it is booked; must live as long as the program
 *
 * Returns: (transfer full): a booker
 */
SediaBooker *
sedia_booker_new (SediaDocument          *document,
                  SediaDraftSaver        *saver,
                  const SediaBookerFuncs *funcs)
{
  SediaBooker *self;

  g_return_val_if_fail (SEDIA_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEDIA_IS_DRAFT_SAVER (saver), NULL);
  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_BOOKER, NULL);
  self->document = g_object_ref (document);
  self->saver = g_object_ref (saver);
  self->funcs = funcs;

  return self;
}

/**
 * sedia_booker_set_store:
 * @self: a booker
 * @store: (nullable): where to book
 *
 * Sets where to book.
 */
void
sedia_booker_set_store (SediaBooker *self,
                        SediaStore  *store)
{
  g_return_if_fail (SEDIA_IS_BOOKER (self));

  g_set_object (&self->store, store);
}

/**
 * sedia_booker_book:
 * @self: a booker
 * @anyway: go on where a warning would stop it
 *
 * Books the document. It must not change until one of the signals comes.
 */
void
sedia_booker_book (SediaBooker *self,
                   gboolean     anyway)
{
  g_return_if_fail (SEDIA_IS_BOOKER (self));

  self->goes_on_anyway = anyway;
  sedia_draft_saver_when_saved (self->saver, saved_cb, self);
}
