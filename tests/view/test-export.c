/* Exporting the list on the screen, and that it comes back as it was. */
#include "config.h"

#include "import-window.h"
#include "sedia-export-window.h"
#include "sedia-list-page.h"
#include "sedia-shop.h"

static void
fixture_open (ImportFixture *fixture,
              gconstpointer  unused)
{
  SediaStore *store;
  gint64 tea;

  import_open (fixture, unused);
  store = fixture->shop.shop.store;
  tea = shop_add_product (store, "B-1", "Tea");
  shop_add_product (store, "A-2", "=1+1");
  shop_add_product (store, "C-3", "Cup");
  shop_receive (store, tea, 7);
  shop_add_supplier (store, "CV Abadi");
  shop_add_supplier (store, "+62 & Sons");
}

typedef struct
{
  ImportFixture *fixture;
  const char *text;
} Expected;

static gboolean
is_said (gpointer data)
{
  const Expected *expected = data;

  return g_strcmp0 (shop_window_bar (&expected->fixture->shop), expected->text) == 0;
}

static void
assert_bar (ImportFixture *fixture,
            const char    *text)
{
  Expected expected = { fixture, text };

  if (!view_wait_until (is_said, &expected))
    g_error ("The bar says “%s”, not “%s”", shop_window_bar (&fixture->shop), text);
}

static char *
path_of (ImportFixture *fixture,
         const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
export_to (ImportFixture *fixture,
           const char    *path)
{
  sedia_bar_close (sedia_main_window_get_bar (fixture->shop.window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->shop.window), "shop.export-file",
                                             "s", path));
}

static char *
exported (ImportFixture *fixture,
          const char    *name,
          const char    *said)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GError) error = NULL;
  char *text;

  export_to (fixture, path);
  assert_bar (fixture, said);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The rows on the screen, in their order; what a spreadsheet would run is made a text. */
static void
test_as_shown (ImportFixture *fixture,
               gconstpointer  unused)
{
  g_autofree char *all = NULL;
  g_autofree char *found = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->shop.window);
  GtkWidget *page;

  shop_window_go_to (&fixture->shop, "stock");
  all = exported (fixture, "all.csv", "Exported – 3 entries in “all.csv”");
  g_assert_true (g_str_has_prefix (all, "\357\273\277sku,name,"));
  g_assert_nonnull (strstr (all, "\r\nA-2,'=1+1,"));
  g_assert_true (strstr (all, "\r\nA-2,") < strstr (all, "\r\nC-3,"));
  g_assert_true (strstr (all, "\r\nC-3,") < strstr (all, "\r\nB-1,")); /* by name */

  page = gtk_widget_get_ancestor (view_find_text (window, "Cup"), SEDIA_TYPE_LIST_PAGE);
  sedia_page_set_search (SEDIA_PAGE (page), "tea");
  g_assert_true (view_wait_for_no_text (fixture->shop.shop.store, window, "Cup"));
  found = exported (fixture, "found.csv", "Exported – 1 entry in “found.csv”");
  g_assert_nonnull (strstr (found, "\r\nB-1,Tea,"));
  g_assert_null (strstr (found, "C-3"));
}

/* Into the shop it came from: nothing is new, nothing changes. */
static void
test_round_trip (ImportFixture *fixture,
                 gconstpointer  unused)
{
  static const struct
  {
    const char *page;
    const char *said;
    const char *kind;
  } lists[] = {
    { "stock", "Exported – 3 entries in “list.csv”", "Products" },
    { "suppliers", "Exported – 2 entries in “list.csv”", "Suppliers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *path = path_of (fixture, "list.csv");

      shop_window_go_to (&fixture->shop, lists[i].page);
      text = exported (fixture, "list.csv", lists[i].said);
      import_file_at (fixture, path);
      import_assert_says (fixture,
                          "All of it is here already, just so: there is nothing to import.");
      g_assert_cmpstr (import_chosen (import_choice ("What")), ==, lists[i].kind);
      gtk_window_close (GTK_WINDOW (import_window ()));
      view_wait (NULL);
    }
}

/* Orders, and the lines that wait: both are orders, which are here already. */
static void
test_orders (ImportFixture *fixture,
             gconstpointer  unused)
{
  static const char *const lists[] = { "waiting", "orders" };
  SediaStore *store = fixture->shop.shop.store;
  const gint64 siti = shop_add_customer (store, "Siti, \"Bu\"");
  const gint64 product = shop_add_product (store, "W-1", "Wok");
  g_autofree char *path = path_of (fixture, "list.csv");

  shop_place_order (store, siti, product, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *text = NULL;

      shop_window_go_to (&fixture->shop, lists[i]);
      text = exported (fixture, "list.csv", "Exported – 1 entry in “list.csv”");
      g_assert_nonnull (strstr (text, ",\"Siti, \"\"Bu\"\"\","));
      g_assert_nonnull (strstr (text, ",W-1,Wok,4,"));

      import_file_at (fixture, path);
      import_assert_says (fixture,
                          "All of it is here already, just so: there is nothing to import.");
      g_assert_cmpstr (import_chosen (import_choice ("What")), ==, "Orders");
      gtk_window_close (GTK_WINDOW (import_window ()));
      view_wait (NULL);
    }
}

static void
test_nowhere (ImportFixture *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = path_of (fixture, "no-folder/list.csv");
  SediaBar *bar = sedia_main_window_get_bar (fixture->shop.window);

  shop_window_go_to (&fixture->shop, "stock");
  export_to (fixture, path);
  shop_window_settle (&fixture->shop);
  g_assert_nonnull (sedia_bar_get_text (bar));
  g_assert_false (g_str_has_prefix (sedia_bar_get_text (bar), "Exported"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- the window of what takes long */

static gpointer
hold_job (SediaDb   *db,
          gpointer   gate,
          GError   **error)
{
  g_mutex_lock (gate);
  g_mutex_unlock (gate);

  return SEDIA_DONE;
}

static void
held_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      unused)
{
  g_assert_nonnull (sedia_store_finish (SEDIA_STORE (store), result, NULL));
}

static gboolean
is_window_shown (gpointer unused)
{
  return view_find_window (SEDIA_TYPE_EXPORT_WINDOW) != NULL;
}

static gboolean
is_window_gone (gpointer unused)
{
  return view_find_window (SEDIA_TYPE_EXPORT_WINDOW) == NULL;
}

/* It shows itself, says what it does, and stops without half a file: what was there stays. */
static void
test_cancel (ImportFixture *fixture,
             gconstpointer  unused)
{
  g_autofree char *path = folder_write (fixture->folder, "list.csv", "before");
  g_autofree char *text = NULL;
  GMutex gate;
  GtkWidget *window;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  shop_window_go_to (&fixture->shop, "stock");
  sedia_store_read_long_async (fixture->shop.shop.store, hold_job, &gate, NULL, NULL, NULL, held_cb,
                               NULL);
  export_to (fixture, path);
  g_assert_true (is_window_gone (NULL));
  g_assert_true (view_wait_until (is_window_shown, NULL));
  window = view_find_window (SEDIA_TYPE_EXPORT_WINDOW);
  g_assert_true (view_wait_for_text (NULL, window, "Reading the list…"));

  gtk_window_close (GTK_WINDOW (window));
  g_mutex_unlock (&gate);
  assert_bar (fixture, "Stopped – no file was written.");
  g_assert_true (is_window_gone (NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_mutex_clear (&gate);
}

/* Before there are records nothing can be exported, nor imported. */
static void
test_no_shop (void)
{
  GtkWidget *shop = g_object_ref_sink (sedia_shop_new ());
  GtkWidget *window = view_window (shop, 800, 500);

  gtk_widget_activate_action (window, "shop.import", NULL);
  gtk_widget_activate_action (window, "shop.export", NULL);
  view_wait (NULL);
  g_assert_null (import_window ());

  view_close (window);
  g_assert_finalize_object (shop);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/view/export/" path, ImportFixture, NULL, fixture_open, func, import_close)

  ADD ("as-shown", test_as_shown);
  ADD ("round-trip", test_round_trip);
  ADD ("orders", test_orders);
  ADD ("nowhere", test_nowhere);
  ADD ("cancel", test_cancel);
  g_test_add_func ("/view/export/no-shop", test_no_shop);

  return g_test_run ();
}
