/* The program: one instance, one window, one shop's file.
 *
 *   start -> window's frame ----------------+-> shop, watcher, notifier, reminder
 *         -> the file opens on a thread ----+-> problem page
 *
 * What comes first waits for the other: filling the window with a shop takes longer than the whole
 * start before it, and until then there would be nothing to see.
 *
 * In the background there is no window, and all else goes on; a file that cannot be opened is tried
 * again. Actions can come before the shop is open, over D-Bus from a notification of yesterday:
 * they wait until it is. Other programs' changes to the file are looked for, without a window less
 * often.
 */
#include "config.h"

#include "sedia-application.h"

#include "sedia-act.h"
#include "sedia-application-actions.h"
#include "sedia-application-settings.h"
#include "sedia-background.h"
#include "sedia-first-frame.h"
#include "sedia-main-window.h"
#include "sedia-notifier.h"
#include "sedia-put-off.h"
#include "sedia-reminder.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

#define LOOK_SECONDS 2
#define LOOK_SECONDS_UNSEEN 10

struct _SediaApplication
{
  GtkApplication parent_instance;

  GSettings *settings; /* NULL when the schema is not installed */
  char *path;          /* the shop's file */
  SediaStore *store;   /* NULL until it is open */
  SediaRestockWatcher *restocks;
  SediaNotifier *notifier;
  SediaReminder *reminder; /* NULL in a sample shop */
  SediaMainWindow *window;

  GQueue put_off; /* actions, until the shop is open */
  gboolean is_opening;
  gboolean is_staying; /* in the background, when the window is closed */
  gboolean has_failed; /* the file could not be opened; said once */
  gint64 said_operation; /* the restock the bar told of last */
  guint look_source;

  SediaFirstFrame *frame; /* the window has painted none yet; NULL once it has */
  GTask *opened;          /* waits for that; NULL for none */
};

G_DEFINE_FINAL_TYPE (SediaApplication, sedia_application, GTK_TYPE_APPLICATION)

/* ---- the shop's file */

static void open_shop (SediaApplication *self, const char *path);

static gboolean
look_cb (gpointer data)
{
  SediaApplication *self = SEDIA_APPLICATION (data);

  if (self->store != NULL)
    sedia_store_look (self->store);
  else if (self->window == NULL)
    open_shop (self, self->path);

  return G_SOURCE_CONTINUE;
}

static void
look_from_now_on (SediaApplication *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->window != NULL || self->is_staying)
    self->look_source = g_timeout_add_seconds (self->window != NULL ? LOOK_SECONDS
                                                                    : LOOK_SECONDS_UNSEEN,
                                               look_cb, self);
}

static void
unanswered_cb (SediaApplication  *self,
               const SediaNotice *notice)
{
  SediaBar *bar = self->window != NULL ? sedia_main_window_get_bar (self->window) : NULL;
  g_autofree char *title = sedia_notice_title (notice);
  g_autofree char *body = sedia_notice_body (notice);
  g_autofree char *text = g_strdup_printf ("%s – %s", title, body);
  g_autofree char *action = NULL;

  /* The watcher tries again each minute, in case a service has come: once is enough here. */
  if (bar == NULL || self->said_operation == notice->operation_id)
    return;

  self->said_operation = notice->operation_id;
  action = g_strdup_printf ("app.show-orders(int64 %" G_GINT64_FORMAT ")", notice->operation_id);
  sedia_bar_say (bar, SEDIA_BAR_NOTE, text);
  sedia_bar_offer_show (bar, _("Show Orders"), action);
}

/* Nobody shows notifications: the window says it, if there is one that says nothing else. */
static gboolean
reminder_unanswered_cb (SediaApplication *self,
                        const char       *sentence)
{
  SediaBar *bar = self->window != NULL ? sedia_main_window_get_bar (self->window) : NULL;

  if (bar == NULL || sedia_bar_get_text (bar) != NULL)
    return FALSE;

  sedia_bar_say (bar, SEDIA_BAR_NOTE, sentence);
  sedia_bar_offer_show (bar, _("Show Customers"), "app.show-due");

  return TRUE;
}

static void
close_store (SediaApplication *self)
{
  g_clear_object (&self->reminder);
  g_clear_object (&self->notifier);
  g_clear_object (&self->restocks);

  if (self->store != NULL)
    sedia_store_close (self->store);
  g_clear_object (&self->store);
}

static void
enable (SediaApplication *self,
        const char       *action,
        gboolean          is_enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), is_enabled);
}

static void
take_store (SediaApplication *self,
            SediaStore       *store)
{
  SediaStore *before = g_steal_pointer (&self->store);
  const gboolean is_sample = sedia_store_is_sample (store);

  g_clear_object (&self->reminder);
  g_clear_object (&self->notifier);
  g_clear_object (&self->restocks);

  self->store = store;
  self->has_failed = FALSE;
  enable (self, "open-sample", !is_sample);
  enable (self, "leave-sample", is_sample);
  if (self->window != NULL)
    sedia_main_window_set_store (self->window, store);
  if (before != NULL)
    sedia_store_close (before);
  g_clear_object (&before);

  self->restocks = sedia_restock_watcher_new (store);
  self->notifier = sedia_notifier_new (G_ACTION_GROUP (self), self->restocks);
  g_signal_connect_object (self->notifier, "unanswered", G_CALLBACK (unanswered_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->settings != NULL && !is_sample)
    {
      self->reminder = sedia_reminder_new (store, self->notifier, self->settings);
      g_signal_connect_object (self->reminder, "unanswered", G_CALLBACK (reminder_unanswered_cb),
                               self, G_CONNECT_SWAPPED);
    }
  sedia_put_off_run (&self->put_off, G_ACTION_GROUP (self));
}

static void
say_failure (SediaApplication *self,
             const char       *path,
             const GError     *error)
{
  if (self->window == NULL && !self->has_failed)
    g_message ("%s: %s", path, error->message);
  else if (self->window != NULL && path != NULL)
    sedia_main_window_show_problem (self->window, path, error);
  else if (self->window != NULL)
    sedia_act_say_error (GTK_WIDGET (self->window), error);

  self->has_failed = TRUE;
}

/* The data is the shop's file; NULL stands for the sample shop. */
static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SediaStore *store = data != NULL ? sedia_store_open (data, &error)
                                   : sedia_store_open_sample (&error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
take_answer (SediaApplication *self,
             GTask            *answer)
{
  const char *path = g_task_get_task_data (answer);
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = g_task_propagate_pointer (answer, &error);
  self->is_opening = FALSE;
  g_application_release (G_APPLICATION (self));

  if (store == NULL)
    say_failure (self, path, error);
  else if (self->window != NULL || (self->is_staying && path != NULL))
    take_store (self, g_steal_pointer (&store));
  else
    sedia_store_close (store);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *answer,
           gpointer      data)
{
  SediaApplication *self = SEDIA_APPLICATION (source);

  if (self->frame != NULL)
    g_set_object (&self->opened, G_TASK (answer));
  else
    take_answer (self, G_TASK (answer));
}

static void
open_shop (SediaApplication *self,
           const char       *path)
{
  g_autoptr (GTask) task = NULL;

  if (self->is_opening)
    return;

  self->is_opening = TRUE;
  g_application_hold (G_APPLICATION (self));

  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_source_tag (task, open_shop);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/* ---- for the actions */

/**
 * sedia_application_get_window: (nullable) (transfer none) the window, if it stands and its shop is
 * open.
 *
 * Otherwise opens both, and the action of that name runs again when they are.
 */
SediaMainWindow *
sedia_application_get_window (SediaApplication *self,
                              const char       *action,
                              GVariant         *parameter)
{
  if (self->store != NULL && self->window == NULL)
    g_application_activate (G_APPLICATION (self));
  if (self->store != NULL && self->window != NULL)
    return self->window;

  sedia_put_off_add (&self->put_off, action, parameter);
  g_application_activate (G_APPLICATION (self));

  return NULL;
}

/**
 * sedia_application_get_store: (nullable) (transfer none) the open shop.
 */
SediaStore *
sedia_application_get_store (SediaApplication *self)
{
  return self->store;
}

/**
 * sedia_application_resume_notices: Tells of the next restock that nobody has looked at, if any.
 */
void
sedia_application_resume_notices (SediaApplication *self)
{
  if (self->restocks != NULL)
    sedia_restock_watcher_resume (self->restocks);
}

/**
 * sedia_application_open_sample: Opens a sample shop in place of the one that is open.
 */
void
sedia_application_open_sample (SediaApplication *self)
{
  open_shop (self, NULL);
}

/**
 * sedia_application_get_settings: (nullable) (transfer none) what the window remembers.
 */
GSettings *
sedia_application_get_settings (SediaApplication *self)
{
  return self->settings;
}

/**
 * sedia_application_open: Opens the shop's file, another one or the same again.
 */
void
sedia_application_open (SediaApplication *self,
                        const char       *path)
{
  if (path != NULL && g_strcmp0 (path, self->path) != 0)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }

  open_shop (self, self->path);
}

/* ---- the window's first frame */

static void
go_on (SediaApplication *self)
{
  g_autoptr (GTask) opened = g_steal_pointer (&self->opened);

  if (opened != NULL)
    take_answer (self, opened);
}

static void
seen_cb (gpointer data)
{
  SediaApplication *self = SEDIA_APPLICATION (data);

  g_clear_pointer (&self->frame, sedia_first_frame_free);
  go_on (self);
}

/* ---- the life of the program */

static void
is_active_cb (SediaApplication *self)
{
  if (self->store != NULL && gtk_window_is_active (GTK_WINDOW (self->window)))
    sedia_store_look (self->store);
}

/* What is held goes on without a window. */
static void
update_staying (SediaApplication *self)
{
  const gboolean stays = self->settings != NULL &&
                         g_settings_get_boolean (self->settings, "background");

  if (stays && !self->is_staying)
    g_application_hold (G_APPLICATION (self));
  else if (!stays && self->is_staying)
    g_application_release (G_APPLICATION (self));

  self->is_staying = stays;
  if (self->window != NULL)
    sedia_shop_set_staying (sedia_main_window_get_shop (self->window), stays);
  look_from_now_on (self);
}

/* The sample shop goes with its window: nobody is reminded of people who do not exist. */
static void
window_removed_cb (SediaApplication *self,
                   GtkWindow        *window)
{
  if (window != GTK_WINDOW (self->window))
    return;

  self->window = NULL;
  g_clear_pointer (&self->frame, sedia_first_frame_free);
  look_from_now_on (self);
  go_on (self);
  if (self->is_staying && self->store != NULL && sedia_store_is_sample (self->store))
    open_shop (self, self->path);
}

static gboolean
close_cb (SediaApplication *self)
{
  if (self->settings == NULL || self->store == NULL || sedia_store_is_sample (self->store))
    return FALSE;

  return sedia_background_ask (GTK_WINDOW (self->window), self->settings);
}

static void
sedia_application_activate (GApplication *application)
{
  SediaApplication *self = SEDIA_APPLICATION (application);
  const gboolean is_new = self->window == NULL;

  if (is_new)
    {
      self->window = sedia_main_window_new (GTK_APPLICATION (self), self->settings);
      g_signal_connect_object (self->window, "notify::is-active", G_CALLBACK (is_active_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->window, "close-request", G_CALLBACK (close_cb), self,
                               G_CONNECT_SWAPPED);
      update_staying (self);

      if (self->store != NULL)
        sedia_main_window_set_store (self->window, self->store);
      else
        open_shop (self, self->path);
    }

  gtk_window_present (GTK_WINDOW (self->window));
  if (is_new)
    self->frame = sedia_first_frame_new (GTK_WIDGET (self->window), seen_cb, self);
}

static gboolean
is_open (SediaApplication *self)
{
  return self->store != NULL && g_strcmp0 (sedia_store_get_path (self->store), self->path) == 0;
}

static int
sedia_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("sedia %s\n", PACKAGE_VERSION);
  return 0;
}

/* Without a window, unless there is one. */
static void
stay (SediaApplication *self)
{
  if (self->settings == NULL)
    {
      g_message ("Sedia cannot stay in the background: its settings are not installed.");
      return;
    }

  sedia_background_switch_on (self->settings);
  update_staying (self);
  if (self->store == NULL && self->window == NULL)
    open_shop (self, self->path);
}

static int
sedia_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  SediaApplication *self = SEDIA_APPLICATION (application);
  static const char *const begun[] = { "new-delivery", "new-order" }; /* options and actions */
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree char *database = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_variant_dict_lookup (options, "database", "^ay", &database))
    {
      /* Relative to where the command was typed, which may be another program's folder. */
      file = g_application_command_line_create_file_for_arg (command_line, database);
      g_free (self->path);
      self->path = g_file_get_path (file);

      if ((self->window != NULL || self->store != NULL) && !is_open (self))
        open_shop (self, self->path);
    }

  if (g_variant_dict_contains (options, "background"))
    stay (self);
  else
    g_application_activate (application);
  for (guint i = 0; i < G_N_ELEMENTS (begun); i++)
    if (g_variant_dict_contains (options, begun[i]))
      g_action_group_activate_action (G_ACTION_GROUP (self), begun[i], NULL);

  return 0;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/sedia/Sedia/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
sedia_application_startup (GApplication *application)
{
  SediaApplication *self = SEDIA_APPLICATION (application);

  G_APPLICATION_CLASS (sedia_application_parent_class)->startup (application);

  if (self->path == NULL)
    self->path = sedia_store_default_path ();

  self->settings = sedia_application_find_settings ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::background", G_CALLBACK (update_staying),
                             self, G_CONNECT_SWAPPED);
  load_style ();
  sedia_application_add_actions (self, self->settings);
}

static void
sedia_application_shutdown (GApplication *application)
{
  SediaApplication *self = SEDIA_APPLICATION (application);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->frame, sedia_first_frame_free);
  g_clear_object (&self->opened);
  close_store (self);

  G_APPLICATION_CLASS (sedia_application_parent_class)->shutdown (application);
}

static void
sedia_application_finalize (GObject *object)
{
  SediaApplication *self = SEDIA_APPLICATION (object);

  sedia_put_off_clear (&self->put_off);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (sedia_application_parent_class)->finalize (object);
}

static void
sedia_application_class_init (SediaApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = sedia_application_finalize;
  application_class->activate = sedia_application_activate;
  application_class->command_line = sedia_application_command_line;
  application_class->handle_local_options = sedia_application_handle_local_options;
  application_class->startup = sedia_application_startup;
  application_class->shutdown = sedia_application_shutdown;
}

static void
sedia_application_init (SediaApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_("The shop’s file"), N_("FILE") },
    { "background", 'b', 0, G_OPTION_ARG_NONE, NULL, N_("Stay in the background, without a window"),
      NULL },
    { "new-delivery", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new delivery"), NULL },
    { "new-order", 'o', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new order"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL },
  };

  g_queue_init (&self->put_off);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_signal_connect (self, "window-removed", G_CALLBACK (window_removed_cb), NULL);
}

/**
 * sedia_application_new:
 *
 * Returns: (transfer full): the program
 */
SediaApplication *
sedia_application_new (void)
{
  return g_object_new (SEDIA_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/io/github/sedia/Sedia",
                       NULL);
}
