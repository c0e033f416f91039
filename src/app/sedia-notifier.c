/* Shows desktop notifications, of its own accord one for one restock.
 *
 *   watcher: restocked -> thread: notification service -> shown, kept until closed
 *                                                      -> nobody answers: put back, `unanswered`
 *   somebody else      -> the same                     -> they are told whether it was shown
 *
 * libnotify waits for the service's answer, so it is asked on a thread. A notification must live
 * until it is closed, or pressing its button would do nothing.
 */
#include "config.h"

#include "sedia-notifier.h"

#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotifyNotification, g_object_unref)

struct _SediaNotifier
{
  GObject parent_instance;

  GActionGroup *actions;
  SediaRestockWatcher *watcher;
  GPtrArray *shown; /* of NotifyNotification */

  GMutex mutex; /* one notification at a time, and for what is below */
  gboolean has_asked;
  gboolean has_markup;
  gboolean has_actions;
};

enum
{
  UNANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaNotifier, sedia_notifier, G_TYPE_OBJECT)

/* What is asked for, while it is on its way. */
typedef struct
{
  char *title;
  char *body;
  char *label;
  char *action;
  GVariant *parameter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->title);
  g_free (wanted->body);
  g_free (wanted->label);
  g_free (wanted->action);
  g_clear_pointer (&wanted->parameter, g_variant_unref);
  g_free (wanted);
}

/* What a pressed button needs; the notification owns it. */
typedef struct
{
  GWeakRef notifier;
  char *action;
  GVariant *parameter;
} Press;

static void
press_free (gpointer data)
{
  Press *press = data;

  g_weak_ref_clear (&press->notifier);
  g_free (press->action);
  g_clear_pointer (&press->parameter, g_variant_unref);
  g_free (press);
}

/* The service closes the notification by itself; asking it to would wait for its answer here. */
static void
pressed_cb (NotifyNotification *notification,
            char               *action,
            gpointer            data)
{
  Press *press = data;
  g_autoptr (SediaNotifier) self = g_weak_ref_get (&press->notifier);

  if (self != NULL && self->actions != NULL)
    g_action_group_activate_action (self->actions, press->action, press->parameter);
}

static void
closed_cb (NotifyNotification *notification,
           SediaNotifier      *self)
{
  if (self->shown != NULL)
    g_ptr_array_remove (self->shown, notification);
}

/* ---- on the thread, with the mutex held */

static GVariant *
ask_bus (GDBusConnection  *bus,
         const char       *method,
         GVariant         *parameters,
         GError          **error)
{
  return g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                      "org.freedesktop.DBus", method, parameters, NULL,
                                      G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
}

/* Asks the bus itself whether there is a service, or one to start: libnotify would only complain.
 */
static gboolean
find_service (GError **error)
{
  static const char name[] = "org.freedesktop.Notifications";
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GVariant) started = NULL;
  gboolean has_owner;

  if (bus == NULL || !(owned = ask_bus (bus, "NameHasOwner", g_variant_new ("(s)", name), error)))
    return FALSE;

  g_variant_get (owned, "(b)", &has_owner);
  if (has_owner)
    return TRUE;

  started = ask_bus (bus, "StartServiceByName", g_variant_new ("(su)", name, 0), error);

  return started != NULL;
}

static void
ask_capabilities (SediaNotifier *self)
{
  GList *capabilities;

  if (!notify_is_initted ())
    notify_init (_("Sedia"));

  if (self->has_asked)
    return;

  capabilities = notify_get_server_caps ();
  self->has_asked = capabilities != NULL; /* a service that is not there yet is asked again */
  self->has_markup = g_list_find_custom (capabilities, "body-markup",
                                         (GCompareFunc) g_strcmp0) != NULL;
  self->has_actions = g_list_find_custom (capabilities, "actions",
                                          (GCompareFunc) g_strcmp0) != NULL;
  g_list_free_full (capabilities, g_free);
}

static void
add_action (SediaNotifier      *self,
            NotifyNotification *notification,
            const char         *name,
            const Wanted       *wanted)
{
  Press *press = g_new0 (Press, 1);

  g_weak_ref_init (&press->notifier, self);
  press->action = g_strdup (wanted->action);
  press->parameter = wanted->parameter != NULL ? g_variant_ref (wanted->parameter) : NULL;
  notify_notification_add_action (notification, name, wanted->label, pressed_cb, press,
                                  press_free);
}

static NotifyNotification *
make_notification (SediaNotifier *self,
                   const Wanted  *wanted)
{
  NotifyNotification *notification;
  g_autofree char *body = NULL;

  if (wanted->body != NULL)
    body = self->has_markup ? g_markup_escape_text (wanted->body, -1) : g_strdup (wanted->body);
  notification = notify_notification_new (wanted->title, body, APPLICATION_ID);

  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (APPLICATION_ID));
  if (self->has_actions)
    {
      add_action (self, notification, "default", wanted);
      add_action (self, notification, wanted->action, wanted);
    }
  g_signal_connect_object (notification, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);

  return notification;
}

static void
show_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  SediaNotifier *self = SEDIA_NOTIFIER (source);
  g_autoptr (NotifyNotification) notification = NULL;
  GError *error = NULL;
  gboolean is_shown = FALSE;

  g_mutex_lock (&self->mutex);
  if (find_service (&error))
    {
      ask_capabilities (self);
      notification = make_notification (self, data);
      is_shown = notify_notification_show (notification, &error);
    }
  g_mutex_unlock (&self->mutex);

  if (is_shown)
    g_task_return_pointer (task, g_steal_pointer (&notification), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* ---- back on the main thread */

static void
shown_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  SediaNotifier *self = SEDIA_NOTIFIER (source);
  g_autoptr (SediaNotice) notice = data;
  g_autoptr (GError) error = NULL;

  if (sedia_notifier_show_finish (self, answer, &error) || self->watcher == NULL)
    return;

  g_debug ("No notification service: %s", error->message);
  sedia_restock_watcher_put_back (self->watcher, notice->operation_id);
  g_signal_emit (self, signals[UNANSWERED], 0, notice);
}

static void
restocked_cb (SediaNotifier     *self,
              const SediaNotice *notice)
{
  g_autofree char *title = sedia_notice_title (notice);
  g_autofree char *body = sedia_notice_body (notice);

  sedia_notifier_show_async (self,
                             &(SediaNotification) {
                               .title = title,
                               .body = body,
                               .label = _("Show Orders"),
                               .action = "show-orders",
                               .parameter = g_variant_new_int64 (notice->operation_id),
                             },
                             shown_cb, sedia_notice_copy (notice));
}

static void
sedia_notifier_dispose (GObject *object)
{
  SediaNotifier *self = SEDIA_NOTIFIER (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->watcher);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (sedia_notifier_parent_class)->dispose (object);
}

static void
sedia_notifier_finalize (GObject *object)
{
  SediaNotifier *self = SEDIA_NOTIFIER (object);

  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sedia_notifier_parent_class)->finalize (object);
}

static void
sedia_notifier_class_init (SediaNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_notifier_dispose;
  object_class->finalize = sedia_notifier_finalize;

  signals[UNANSWERED] = g_signal_new ("unanswered", SEDIA_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      SEDIA_TYPE_NOTICE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sedia_notifier_init (SediaNotifier *self)
{
  g_mutex_init (&self->mutex);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sedia_notifier_new:
 * @actions: the application; its actions are what the buttons of notifications do
 * @watcher: who says that stock came
 *
 * Returns: (transfer full): a notifier, which shows restocks as long as it lives
 */
SediaNotifier *
sedia_notifier_new (GActionGroup        *actions,
                    SediaRestockWatcher *watcher)
{
  SediaNotifier *self;

  g_return_val_if_fail (G_IS_ACTION_GROUP (actions), NULL);
  g_return_val_if_fail (SEDIA_IS_RESTOCK_WATCHER (watcher), NULL);

  self = g_object_new (SEDIA_TYPE_NOTIFIER, NULL);
  self->actions = g_object_ref (actions);
  self->watcher = g_object_ref (watcher);
  g_signal_connect_object (watcher, "restocked", G_CALLBACK (restocked_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_notifier_show_async:
 * @self: a notifier
 * @notification: what to show; a floating parameter is taken
 * @callback: told whether it was shown
 * @user_data: for @callback
 */
void
sedia_notifier_show_async (SediaNotifier           *self,
                           const SediaNotification *notification,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (SEDIA_IS_NOTIFIER (self));
  g_return_if_fail (notification != NULL && notification->title != NULL);
  g_return_if_fail (notification->label != NULL && notification->action != NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->title = g_strdup (notification->title);
  wanted->body = g_strdup (notification->body);
  wanted->label = g_strdup (notification->label);
  wanted->action = g_strdup (notification->action);
  if (notification->parameter != NULL)
    wanted->parameter = g_variant_ref_sink (notification->parameter);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sedia_notifier_show_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, show_in_thread);
}

/**
 * sedia_notifier_show_finish:
 * @self: a notifier
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the notification was shown; otherwise nobody answered
 */
gboolean
sedia_notifier_show_finish (SediaNotifier  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_autoptr (NotifyNotification) notification = NULL;

  g_return_val_if_fail (SEDIA_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(notification = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  /* Without its object a button would do nothing. */
  if (self->shown != NULL &&
      notify_notification_get_closed_reason (notification) == NOTIFY_CLOSED_REASON_UNSET)
    g_ptr_array_add (self->shown, g_steal_pointer (&notification));

  return TRUE;
}
