/* The notifier against a notification service of the test's own, on a bus that starts no other. */
#include "config.h"

#include "sedia-notifier.h"
#include "shop.h"

#include <locale.h>
#include <string.h>

#define PATH "/org/freedesktop/Notifications"
#define NAME "org.freedesktop.Notifications"
#define ROUNDS 400

static const char introspection[] =
  "<node><interface name='" NAME "'>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface></node>";

typedef struct
{
  Shop shop;
  gint64 kettle;
  GDBusConnection *connection;
  guint owner;
  guint object;

  GSimpleActionGroup *actions;
  SediaRestockWatcher *watcher;
  SediaNotifier *notifier;

  gint64 n_shown;
  char *title;
  char *body;
  char **buttons;
  gint64 opened;    /* the operation that show-orders was activated with */
  gint64 unanswered;
} Fixture;

/* ---- the service */

static void
take_notification (Fixture  *fixture,
                   GVariant *parameters)
{
  fixture->n_shown++;
  g_free (fixture->title);
  g_free (fixture->body);
  g_strfreev (fixture->buttons);
  g_variant_get (parameters, "(susss^as@a{sv}i)", NULL, NULL, NULL, &fixture->title, &fixture->body,
                 &fixture->buttons, NULL, NULL);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  const char *const capabilities[] = { "actions", "body", "body-markup", NULL };
  GVariant *answer = NULL;

  if (g_str_equal (method, "GetCapabilities"))
    answer = g_variant_new ("(^as)", capabilities);
  else if (g_str_equal (method, "GetServerInformation"))
    answer = g_variant_new ("(ssss)", "test", "test", "1", "1.2");
  else if (g_str_equal (method, "Notify"))
    {
      take_notification (data, parameters);
      answer = g_variant_new ("(u)", 7);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
acquired_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         data)
{
  *(gboolean *) data = TRUE;
}

static void
serve (Fixture *fixture)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  gboolean is_acquired = FALSE;

  fixture->object = g_dbus_connection_register_object (fixture->connection, PATH,
                                                       node->interfaces[0],
                                                       &table, fixture, NULL, NULL);
  fixture->owner = g_bus_own_name_on_connection (fixture->connection, NAME, 0, acquired_cb, NULL,
                                                 &is_acquired, NULL);
  while (!is_acquired)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- the shop */

static void
show_orders_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  Fixture *fixture = data;

  fixture->opened = g_variant_get_int64 (parameter);
}

static void
unanswered_cb (Fixture           *fixture,
               const SediaNotice *notice)
{
  fixture->unanswered = notice->operation_id;
}

static void
fixture_open (Fixture       *fixture,
              gconstpointer  has_service)
{
  static const GActionEntry entries[] = { { "show-orders", show_orders_cb, "x" } };

  fixture->connection =
    g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, NULL);
  if (GPOINTER_TO_INT (has_service))
    serve (fixture);

  shop_open (&fixture->shop);
  fixture->kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, 1, fixture);
  fixture->watcher = sedia_restock_watcher_new (fixture->shop.store);
  fixture->notifier = sedia_notifier_new (G_ACTION_GROUP (fixture->actions), fixture->watcher);
  g_signal_connect_swapped (fixture->notifier, "unanswered", G_CALLBACK (unanswered_cb), fixture);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  has_service)
{
  shop_settle (fixture->shop.store);
  g_assert_finalize_object (fixture->notifier);
  g_assert_finalize_object (fixture->watcher);
  g_object_unref (fixture->actions);
  shop_close (&fixture->shop);

  if (fixture->owner != 0)
    {
      g_bus_unown_name (fixture->owner);
      g_dbus_connection_unregister_object (fixture->connection, fixture->object);
    }
  g_object_unref (fixture->connection);
  g_free (fixture->title);
  g_free (fixture->body);
  g_strfreev (fixture->buttons);
}

/* Runs the main loop until the number is not 0, or for two seconds. */
static void
wait_until (const gint64 *number)
{
  for (guint i = 0; i < ROUNDS && *number == 0; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}

static void
place_orders (Fixture *fixture)
{
  static const char *const names[] = { "Ada", "Tom & <b>Co</b>", "Siti" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    shop_place_order (fixture->shop.store, shop_add_customer (fixture->shop.store, names[i]),
                      fixture->kettle, 1);
}

/* However many lines are filled: one notification, escaped, whose button opens the orders. */
static void
test_one (Fixture       *fixture,
          gconstpointer  has_service)
{
  place_orders (fixture);
  shop_receive (fixture->shop.store, fixture->kettle, 3);
  wait_until (&fixture->n_shown);

  g_assert_cmpint (fixture->n_shown, ==, 1);
  g_assert_cmpstr (fixture->title, ==, "Restock: 3 waiting orders can be filled");
  g_assert_nonnull (strstr (fixture->body, "Tom &amp; &lt;b&gt;Co&lt;/b&gt;"));
  g_assert_true (g_strv_contains ((const char *const *) fixture->buttons, "default"));
  g_assert_true (g_strv_contains ((const char *const *) fixture->buttons, "Show Orders"));
  g_assert_cmpint (fixture->unanswered, ==, 0);

  shop_settle (fixture->shop.store);
  g_dbus_connection_emit_signal (fixture->connection, NULL, PATH, NAME, "ActionInvoked",
                                 g_variant_new ("(us)", 7, "show-orders"), NULL);
  wait_until (&fixture->opened);
  g_assert_cmpint (fixture->opened, >, 0);
  g_assert_cmpint (fixture->n_shown, ==, 1);
}

static void
test_each (Fixture       *fixture,
           gconstpointer  has_service)
{
  place_orders (fixture);
  shop_receive (fixture->shop.store, fixture->kettle, 1);
  wait_until (&fixture->n_shown);
  g_assert_cmpint (fixture->n_shown, ==, 1);

  fixture->n_shown = 0;
  shop_receive (fixture->shop.store, fixture->kettle, 1);
  wait_until (&fixture->n_shown);
  g_assert_cmpint (fixture->n_shown, ==, 1);
}

static gpointer
counts_job (SediaDb  *db,
            gpointer  data,
            GError  **error)
{
  return sedia_counts_read (db, data, error) ? SEDIA_DONE : NULL;
}

/* Nobody answers: it is said, and the restock stays unseen. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  has_service)
{
  SediaCounts counts = { 0 };

  place_orders (fixture);
  shop_receive (fixture->shop.store, fixture->kettle, 3);
  wait_until (&fixture->unanswered);

  g_assert_cmpint (fixture->unanswered, >, 0);
  shop_settle (fixture->shop.store);
  g_assert_nonnull (sedia_store_read (fixture->shop.store, counts_job, &counts, NULL));
  g_assert_cmpuint (counts.unseen, ==, 1);
}

#define ADD(path, has_service, test) \
  g_test_add (path, Fixture, GINT_TO_POINTER (has_service), fixture_open, test, fixture_close)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  /* libnotify remembers the service it found: one test for each run of the program. */
  if (argc > 1 && g_str_equal (argv[1], "nobody"))
    ADD ("/view/notifier/7-nobody-answers", FALSE, test_nobody);
  else if (argc > 1 && g_str_equal (argv[1], "each"))
    ADD ("/view/notifier/7-one-for-each", TRUE, test_each);
  else
    ADD ("/view/notifier/7-one-per-restock", TRUE, test_one);

  return g_test_run ();
}
