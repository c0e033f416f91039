/* The application's actions: also over D-Bus, for notifications and the desktop's launcher.
 *
 *   new-delivery  continue-delivery (x: draft)  new-order  continue-order (x: draft)
 *   new-purchase  continue-purchase (x: draft)  receive-purchase (x: purchase)
 *   show-orders (x: operation)  show-page (s: name)  show-due
 *   undo  quit  dark-style (toggle, remembered); and those of sedia-application-chores.c
 */
#include "config.h"

#include "sedia-application-actions.h"

#include "sedia-shop.h"

#include <glib/gi18n.h>

/* A draft, 0 for a new one, in the editor of its page. */
static void
open_draft (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data,
            const char    *page)
{
  const char *name = g_action_get_name (G_ACTION (action));
  SediaMainWindow *window = sedia_application_get_window (data, name, parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_open (window, page, SEDIA_KIND_DRAFT,
                          parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
delivery_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  open_draft (action, parameter, data, "deliveries");
}

static void
order_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  open_draft (action, parameter, data, "orders");
}

static void
purchase_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  open_draft (action, parameter, data, "purchases");
}

/* A new delivery of a purchase. */
static void
receive_purchase_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "receive-purchase", parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_open (window, "deliveries", SEDIA_KIND_PURCHASE,
                          g_variant_get_int64 (parameter));
}

static gpointer
seen_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const gint64 *operation_id = data;

  return sedia_notice_seen (db, *operation_id, error) ? SEDIA_DONE : NULL;
}

static void
seen_cb (GObject      *source,
         GAsyncResult *answer,
         gpointer      data)
{
  g_autoptr (SediaApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (sedia_store_finish (SEDIA_STORE (source), answer, &error) == NULL)
    g_debug ("The restock stays unseen: %s", error->message);
  else
    sedia_application_resume_notices (self);
}

static void
show_orders_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "show-orders", parameter);
  gint64 operation_id = g_variant_get_int64 (parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_open (window, "waiting", SEDIA_KIND_NOTICE, operation_id);
  sedia_store_note_async (sedia_application_get_store (data), seen_job,
                          g_memdup2 (&operation_id, sizeof operation_id), g_free, NULL, seen_cb,
                          g_object_ref (data));
}

/* Who must be told: where the daily reminder leads. */
static void
show_due_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "show-due", parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_open (window, "customers", SEDIA_KIND_NOTICE, 0);
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "show-page", parameter);

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_show_page (window, g_variant_get_string (parameter, NULL));
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  SediaMainWindow *window = sedia_application_get_window (data, "undo", parameter);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GtkApplication *application = GTK_APPLICATION (data);
  GtkWindow *window;

  /* Closing lets a page save what is being typed; the program ends with its last window. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_destroy (window);

  g_application_quit (G_APPLICATION (application));
}

static void
add_dark_style (SediaApplication *self,
                GSettings        *settings)
{
  GtkSettings *display = gtk_settings_get_default ();
  g_autoptr (GAction) action = NULL;

  /* Without remembered settings the choice lasts as long as the program. */
  if (settings != NULL)
    {
      if (g_settings_get_boolean (settings, "dark-style"))
        g_object_set (display, "gtk-application-prefer-dark-theme", TRUE, NULL);
      g_settings_bind (settings, "dark-style", display, "gtk-application-prefer-dark-theme",
                       G_SETTINGS_BIND_SET | G_SETTINGS_BIND_NO_SENSITIVITY);
    }

  action = G_ACTION (g_property_action_new ("dark-style", display,
                                            "gtk-application-prefer-dark-theme"));
  g_action_map_add_action (G_ACTION_MAP (self), action);
}

static void
set_accel (GtkApplication *application,
           const char     *action,
           const char     *accel)
{
  gtk_application_set_accels_for_action (application, action, (const char *[]) { accel, NULL });
}

/* Ctrl+1 is the first page of the sidebar. */
static void
set_page_accels (GtkApplication *application)
{
  guint n_pages;
  const SediaShopPage *pages = sedia_shop_get_pages (&n_pages);

  for (guint i = 0; i < MIN (n_pages, 9) && pages[i].label != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("app.show-page::", pages[i].name, NULL);
      g_autofree char *accel = g_strdup_printf ("<Control>%u", i + 1);

      set_accel (application, action, accel);
    }
}

/**
 * sedia_application_add_actions:
 * @self: the application, starting up
 * @settings: (nullable): where the style is remembered
 */
void
sedia_application_add_actions (SediaApplication *self,
                               GSettings        *settings)
{
  static const GActionEntry entries[] = {
    { "new-delivery", delivery_action },
    { "continue-delivery", delivery_action, "x" },
    { "new-order", order_action },
    { "continue-order", order_action, "x" },
    { "new-purchase", purchase_action },
    { "continue-purchase", purchase_action, "x" },
    { "receive-purchase", receive_purchase_action, "x" },
    { "show-orders", show_orders_action, "x" },
    { "show-due", show_due_action },
    { "show-page", show_page_action, "s" },
    { "undo", undo_action },
    { "quit", quit_action },
  };
  GtkApplication *application = GTK_APPLICATION (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  sedia_application_add_chores (self);
  add_dark_style (self, settings);

  set_accel (application, "app.new-delivery", "<Control>d");
  set_accel (application, "app.new-order", "<Control>n");
  set_accel (application, "app.new-purchase", "<Control><Shift>n");
  set_accel (application, "app.quit", "<Control>q");
  set_accel (application, "shop.export", "<Control>e");
  set_accel (application, "shop.import", "<Control><Shift>i");
  set_page_accels (application);
}
