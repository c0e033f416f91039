/* Reminds once a day of customers who must be told.
 *
 *   timer, changed settings -> due? -> thread: who must be told -> nobody: done for today
 *      ^                        |                               -> notification -> done for today
 *      +---- not yet, failed ---+
 *
 * The timer looks at the clock every few minutes: timers stand still while a computer sleeps, and
 * clocks are set.
 */
#include "config.h"

#include "sedia-reminder.h"

#include "sedia-reminding.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define LOOK_SECONDS 300
#define NAMES 3

struct _SediaReminder
{
  GObject parent_instance;

  SediaStore *store;
  SediaNotifier *notifier;
  GSettings *settings;

  guint source;
  gboolean is_asking;
  int day;    /* for which it is asked */
  char *said; /* what the last reminder said */
};

enum
{
  UNANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaReminder, sedia_reminder, G_TYPE_OBJECT)

/* ---- who must be told, on a thread of the store */

typedef struct
{
  guint n_due;
  guint n_late;
  GPtrArray *names; /* of the first few, the most urgent first */
} Told;

static void
told_free (Told *told)
{
  g_ptr_array_unref (told->names);
  g_free (told);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Told, told_free)

static gpointer
due_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  g_autoptr (GArray) due = sedia_due_list (db, sedia_time_now (), error);
  g_autoptr (Told) told = g_new0 (Told, 1);

  told->names = g_ptr_array_new_with_free_func (g_free);
  if (due == NULL)
    return NULL;

  told->n_due = due->len;
  for (guint i = 0; i < due->len; i++)
    {
      const SediaDue *one = &g_array_index (due, SediaDue, i);
      g_autoptr (SediaCustomer) customer = NULL;

      told->n_late += one->entry.is_late;
      if (i >= NAMES)
        continue;
      if (!(customer = sedia_customer_read (db, one->customer_id, error)))
        return NULL;
      g_ptr_array_add (told->names, g_strdup (customer->name));
    }

  return g_steal_pointer (&told);
}

/* ---- back on the main thread */

/* The reminder may be gone before an answer comes. */
static gpointer
weak_new (SediaReminder *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static SediaReminder *
weak_take (gpointer data)
{
  GWeakRef *weak = data;
  SediaReminder *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
done (SediaReminder *self)
{
  g_settings_set_int (self->settings, "reminded-day", self->day);
  sedia_reminder_check (self);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  g_autoptr (SediaReminder) self = weak_take (data);
  g_autoptr (GError) error = NULL;
  const gboolean is_shown = sedia_notifier_show_finish (SEDIA_NOTIFIER (source), answer, &error);
  gboolean is_said = FALSE;

  if (!is_shown)
    g_debug ("No notification service: %s", error->message);
  if (self == NULL)
    return;

  self->is_asking = FALSE;
  if (!is_shown)
    g_signal_emit (self, signals[UNANSWERED], 0, self->said, &is_said);
  if (is_shown || is_said)
    done (self);
}

static void
show (SediaReminder *self,
      const Told    *told)
{
  g_autofree char *body = sedia_reminding_body (told->names, told->n_due);

  g_free (self->said);
  self->said = sedia_reminding_title (told->n_due, told->n_late);
  sedia_notifier_show_async (self->notifier,
                             &(SediaNotification) {
                               .title = self->said,
                               .body = body,
                               .label = _("Show Customers"),
                               .action = "show-due",
                             },
                             shown_cb, weak_new (self));
}

static void
told_cb (GObject      *source,
         GAsyncResult *answer,
         gpointer      data)
{
  g_autoptr (SediaReminder) self = weak_take (data);
  g_autoptr (Told) told = NULL;
  g_autoptr (GError) error = NULL;

  told = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  if (told == NULL)
    g_debug ("Who must be told cannot be read just now: %s", error->message);
  if (self == NULL)
    return;

  if (told != NULL && told->n_due > 0)
    {
      show (self, told);
      return;
    }

  self->is_asking = FALSE;
  if (told != NULL)
    done (self);
}

static gboolean
look_cb (gpointer data)
{
  SediaReminder *self = SEDIA_REMINDER (data);

  self->source = 0;
  sedia_reminder_check (self);

  return G_SOURCE_REMOVE;
}

static void
look_later (SediaReminder *self,
            gint64         until)
{
  const gint64 seconds = until / G_USEC_PER_SEC + 1;

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds ((guint) CLAMP (seconds, 1, LOOK_SECONDS), look_cb, self);
}

static void
settings_changed_cb (SediaReminder *self,
                     const char    *key)
{
  if (g_str_equal (key, "remind") || g_str_equal (key, "remind-hour"))
    sedia_reminder_check (self);
}

static void
sedia_reminder_dispose (GObject *object)
{
  SediaReminder *self = SEDIA_REMINDER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sedia_reminder_parent_class)->dispose (object);
}

static void
sedia_reminder_finalize (GObject *object)
{
  g_free (SEDIA_REMINDER (object)->said);

  G_OBJECT_CLASS (sedia_reminder_parent_class)->finalize (object);
}

static void
sedia_reminder_class_init (SediaReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_reminder_dispose;
  object_class->finalize = sedia_reminder_finalize;

  signals[UNANSWERED] = g_signal_new ("unanswered", SEDIA_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0,
                                      g_signal_accumulator_true_handled, NULL, NULL,
                                      G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
sedia_reminder_init (SediaReminder *self)
{
}

/**
 * sedia_reminder_new:
 * @store: an open store
 * @notifier: who shows the reminder; it leads to the application's action `show-due`
 * @settings: when to remind, and when it was done last
 *
 * Returns: (transfer full): a reminder, which reminds as long as it lives
 */
SediaReminder *
sedia_reminder_new (SediaStore    *store,
                    SediaNotifier *notifier,
                    GSettings     *settings)
{
  SediaReminder *self;

  g_return_val_if_fail (SEDIA_IS_STORE (store), NULL);
  g_return_val_if_fail (SEDIA_IS_NOTIFIER (notifier), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SEDIA_TYPE_REMINDER, NULL);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sedia_reminder_check (self);

  return self;
}

/**
 * sedia_reminder_check: Looks at the clock, and reminds if it is time.
 */
void
sedia_reminder_check (SediaReminder *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const gint64 now = sedia_time_now ();
  SediaReminding reminding;
  gboolean is_due;
  gint64 next;

  g_return_if_fail (SEDIA_IS_REMINDER (self));

  reminding.is_wanted = g_settings_get_boolean (self->settings, "remind");
  reminding.minutes = g_settings_get_int (self->settings, "remind-hour");
  reminding.last_day = g_settings_get_int (self->settings, "reminded-day");
  is_due = sedia_reminding_is_due (&reminding, zone, now, &next);

  /* What is due now and fails is tried again after a while. */
  look_later (self, is_due ? LOOK_SECONDS * G_USEC_PER_SEC : next - now);
  if (!is_due || self->is_asking)
    return;

  self->is_asking = TRUE;
  self->day = sedia_day_of_time (now);
  sedia_store_read_long_async (self->store, due_job, NULL, NULL, (GDestroyNotify) told_free, NULL,
                               told_cb, weak_new (self));
}
