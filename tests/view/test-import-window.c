/* Importing in the window: what is found, what is said, and what is imported in the end. */
#include "config.h"

#include "import-window.h"
#include "sedia-demand.h"
#include "sedia-time.h"

#define PRODUCTS \
  "SKU;Name;Price;Stock\n" \
  "KP-01;Kopi;12.500,00;4\n" \
  "TH-01;Teh;8.000,50;12\n"

/* ---- opening */

static void
test_no_file (ImportFixture *fixture,
              gconstpointer  unused)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->shop.window), "shop.import",
                                             NULL));
  view_wait (NULL);
  import_assert_says (fixture, "Which File?");
  import_assert_says (fixture, "Choose a File…");

  gtk_window_close (GTK_WINDOW (import_window ()));
  view_wait (NULL);
  g_assert_null (import_window ());
}

static gboolean
drop (GtkWidget  *widget,
      const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }

  return is_taken;
}

/* On the main window, and another one on the window that is open then. */
static void
test_drop (ImportFixture *fixture,
           gconstpointer  unused)
{
  g_autofree char *products = folder_write (fixture->folder, "barang.csv", PRODUCTS);
  g_autofree char *suppliers = folder_write (fixture->folder, "pemasok.csv",
                                             "Name,Phone,Lead days\nCV Abadi,0812,3\n");
  GType shop_type = g_type_from_name ("SediaShop");

  g_assert_true (drop (view_find_type (GTK_WIDGET (fixture->shop.window), shop_type), products));
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are");
  g_assert_cmpstr (import_chosen (import_choice ("What")), ==, "Products");
  import_assert_says (fixture, "barang.csv");

  g_assert_true (drop (import_window (), suppliers));
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  g_assert_cmpstr (import_chosen (import_choice ("What")), ==, "Suppliers");
  import_assert_says (fixture, "pemasok.csv");
}

static void
test_unreadable (ImportFixture *fixture,
                 gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "away.csv", NULL);

  import_file_at (fixture, path);
  import_assert_says (fixture, "This Cannot Be Imported");
  g_assert_false (import_can_save ());
}

/* ---- importing */

static gpointer
stock_job (SediaDb   *db,
           gpointer   sku,
           GError   **error)
{
  g_autoptr (SediaProduct) product = NULL;
  gint64 id;

  if (!sedia_product_find (db, sku, &id, error) || !(product = sedia_product_read (db, id, error)))
    return NULL;

  return g_memdup2 (&product->on_hand, sizeof product->on_hand);
}

static gint64
stock_of (ImportFixture *fixture,
          const char    *sku)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *on_hand = sedia_store_read (fixture->shop.shop.store, stock_job,
                                                 (gpointer) sku, &error);

  g_assert_no_error (error);
  return *on_hand;
}

/* What is new and what changes is shown before, done at once, and taken back at once. */
static void
test_products (ImportFixture *fixture,
               gconstpointer  unused)
{
  shop_add_product (fixture->shop.shop.store, "KP-01", "Kopi bubuk");
  import_text (fixture, "barang.csv", PRODUCTS);
  import_assert_says (fixture, "1 new, 1 changed, 0 as they are");
  g_assert_cmpstr (import_chosen (import_column ("Stock")), ==, "Stock on hand");
  import_assert_says (fixture, "As after a count: importing it twice changes nothing more.");

  import_press_chip ("New");
  import_assert_says (fixture, "TH-01");
  g_assert_null (view_find_text (import_window (), "KP-01"));
  import_press_chip ("Changed");
  import_assert_says (fixture, "KP-01");
  import_assert_says (fixture, "Kopi bubuk");
  import_assert_says (fixture, "Kopi");
  g_assert_null (view_find_text (import_window (), "TH-01"));

  g_assert_cmpstr (import_save (fixture), ==, "Imported – 1 new, 1 changed, 0 as they are");
  shop_window_go_to (&fixture->shop, "stock");
  g_assert_true (shop_window_wait_for (&fixture->shop, "TH-01"));
  g_assert_cmpint (stock_of (fixture, "KP-01"), ==, 4);
  g_assert_cmpint (stock_of (fixture, "TH-01"), ==, 12);

  shop_window_undo (&fixture->shop);
  g_assert_true (shop_window_wait_for (&fixture->shop, "Kopi bubuk"));
  g_assert_false (shop_window_shows (&fixture->shop, "TH-01"));
  g_assert_cmpint (stock_of (fixture, "KP-01"), ==, 0);
}

static void
test_add (ImportFixture *fixture,
          gconstpointer  unused)
{
  const gint64 id = shop_add_product (fixture->shop.shop.store, "KP-01", "Kopi");
  GtkWidget *add;

  shop_receive (fixture->shop.shop.store, id, 5);
  import_text (fixture, "barang.csv", "SKU;Stock\nKP-01;4\n");
  import_assert_says (fixture, "0 new, 1 changed, 0 as they are");

  add = gtk_widget_get_ancestor (view_find_text (import_window (), "Add to the stock"),
                                 GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (add), TRUE);
  import_assert_says (fixture, "As after a delivery: importing it twice adds it twice.");
  import_press_chip ("Changed");
  import_assert_says (fixture, "9");
  import_save (fixture);
  g_assert_cmpint (stock_of (fixture, "KP-01"), ==, 9);
}

/* The file that came from the shop changes nothing in it. */
static void
test_nothing_to_do (ImportFixture *fixture,
                    gconstpointer  unused)
{
  shop_add_product (fixture->shop.shop.store, "KP-01", "Kopi");
  import_text (fixture, "barang.csv", "SKU,Name\nKP-01,Kopi\n");
  import_assert_says (fixture,
                      "All of it is here already, just so: there is nothing to import.");
  g_assert_false (import_can_save ());

  import_press_chip ("New");
  import_assert_says (fixture, "Nothing Would Be New");
  import_press_chip ("Changed");
  import_assert_says (fixture, "Nothing Would Change");
  import_press_chip ("Wrong");
  import_assert_says (fixture, "Nothing Is Wrong");
}

static void
test_orders_in_two_files (ImportFixture *fixture,
                          gconstpointer  unused)
{
  g_autofree char *lines = folder_write (fixture->folder, "lines.csv",
                                         "Order,SKU,Quantity\nA-1,KP-01,2\nA-1,TH-01,1\n");

  shop_add_product (fixture->shop.shop.store, "KP-01", "Kopi");
  shop_add_product (fixture->shop.shop.store, "TH-01", "Teh");
  shop_add_customer (fixture->shop.shop.store, "Siti");
  import_text (fixture, "orders.csv", "Order,Customer,Date\nA-1,Siti,2026-11-02\n");
  import_assert_says (fixture, "The file has orders, but not what was ordered: choose the file of "
                               "their lines too.");
  g_assert_false (import_can_save ());
  g_assert_null (view_find_text (view_find_type (import_window (), SEDIA_TYPE_CHIPS), "Lines"));

  sedia_import_window_choose_for (SEDIA_IMPORT_WINDOW (import_window ()), 1, lines);
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  import_press_chip ("Lines");
  g_assert_cmpstr (import_chosen (import_column ("Quantity")), ==, "Quantity");

  import_save (fixture);
  shop_window_go_to (&fixture->shop, "waiting");
  g_assert_true (shop_window_wait_for (&fixture->shop, "Siti"));
}

/* What a product was asked for in the weeks from 2 and 9 November 2020. */
static gpointer
asked_job (SediaDb   *db,
           gpointer   sku,
           GError   **error)
{
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  gint64 id;
  int today;

  if (!sedia_product_find (db, sku, &id, error) ||
      !sedia_day_parse ("2020-11-16", &today, error) ||
      !(weeks = sedia_demand_weeks_read (db, id, today, error)))
    return NULL;

  g_assert_cmpuint (weeks->asked->len, ==, 2);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          g_array_index (weeks->asked, gint64, 0),
                          g_array_index (weeks->asked, gint64, 1));
}

static void
assert_asked (ImportFixture *fixture,
              const char    *sku,
              const char    *expected)
{
  g_autofree char *asked = sedia_store_read (fixture->shop.shop.store, asked_job, (gpointer) sku,
                                             NULL);

  g_assert_cmpstr (asked, ==, expected);
}

#define SALES \
  "Tanggal transaksi;Kode barang;Terjual;Harga\n" \
  "3-11-2020 09:12;KP-01;6;12.500\n" \
  "13-11-2020 10:30;KP-01;-1;12.500\n" \
  "13-11-2020 11:00;ONGKIR;1;9.000\n" \
  "14-11-2020 08:00;ongkir;1;9.000\n"

/* What was sold before: what the shop does not sell is one thing wrong, and left out as a whole;
 * what is here already is asked about. */
static void
test_sales (ImportFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *all, *leave_out;

  shop_add_product (fixture->shop.shop.store, "KP-01", "Kopi");
  import_text (fixture, "kasir.csv", SALES);
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are – 1 thing is wrong, so nothing can "
                               "be imported yet");
  g_assert_cmpstr (import_chosen (import_choice ("What")), ==, "Sales of the past");
  g_assert_cmpstr (import_chosen (import_column ("Tanggal transaksi")), ==, "Sold on");
  g_assert_cmpstr (import_chosen (import_column ("Terjual")), ==, "Quantity");
  g_assert_null (view_find_text (import_window (), "All of them"));

  import_press_chip ("Wrong");
  import_assert_says (fixture, "Unknown product “ONGKIR” in 2 rows: import the products first.");
  leave_out = gtk_widget_get_ancestor (view_find_text (import_window (), "Leave these rows out"),
                                       GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (leave_out), TRUE);
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are; the bad rows are left out");
  import_press_chip ("New");
  import_assert_says (fixture, "3 November 2020, 6");
  import_assert_says (fixture, "13 November 2020, -1");
  g_assert_cmpstr (import_save (fixture), ==, "Imported – 2 new, 0 changed, 0 as they are");
  assert_asked (fixture, "KP-01", "6 0");
  g_assert_cmpint (stock_of (fixture, "KP-01"), ==, 0);

  import_text (fixture, "kasir.csv", "Tanggal transaksi;Kode barang;Terjual\n"
                                     "13-11-2020 10:30;KP-01;-1\n13-11-2020;KP-01;4\n");
  import_assert_says (fixture, "1 new, 0 changed, 1 as they are");
  import_assert_says (fixture, "Importing it twice changes nothing more.");
  import_assert_says (fixture, "1 sale is there already, of the same product, day and quantity, "
                               "and is left as it is. 1 row came back or was cancelled: it is "
                               "taken off.");
  all = view_find_text (import_window (), "All of them");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (all, GTK_TYPE_CHECK_BUTTON)), TRUE);
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are");
  import_assert_says (fixture, "Importing it twice counts it twice.");
  import_save (fixture);
  assert_asked (fixture, "KP-01", "6 2");

  shop_window_undo (&fixture->shop);
  shop_window_settle (&fixture->shop);
  assert_asked (fixture, "KP-01", "6 0");
}

/* ---- stopping */

static char *
many_products (guint n)
{
  GString *text = g_string_new ("SKU,Name,Stock\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "SKU-%u,Product %u,3\n", i, i);

  return g_string_free (text, FALSE);
}

static gboolean
is_stopped (gpointer unused)
{
  return view_find_text (import_window (),
                         "Stopped – nothing was imported, everything is as it was.") != NULL;
}

static void
test_cancel (ImportFixture *fixture,
             gconstpointer  unused)
{
  g_autofree char *text = many_products (3000);

  import_text (fixture, "many.csv", text);
  import_assert_says (fixture, "3000 new, 0 changed, 0 as they are");

  g_assert_true (gtk_widget_activate_action (import_window (), "form.save", NULL));
  g_assert_false (import_can_save ());
  gtk_window_close (GTK_WINDOW (import_window ()));
  g_assert_true (view_wait_until (is_stopped, NULL));
  import_assert_says (fixture, "3000 new, 0 changed, 0 as they are");
  g_assert_true (import_can_save ());

  g_assert_cmpstr (import_save (fixture), ==, "Imported – 3000 new, 0 changed, 0 as they are");
}

/* While it imports the window says how far it is; the file cannot be changed under it. */
static void
test_progress (ImportFixture *fixture,
               gconstpointer  unused)
{
  g_autofree char *text = many_products (3000);
  GtkWidget *chips;
  GtkWidget *progress;

  import_text (fixture, "many.csv", text);
  import_assert_says (fixture, "3000 new, 0 changed, 0 as they are");
  progress = view_find_type (import_window (), GTK_TYPE_PROGRESS_BAR);
  chips = view_find_type (import_window (), SEDIA_TYPE_CHIPS);

  g_assert_true (gtk_widget_activate_action (import_window (), "form.save", NULL));
  g_assert_false (gtk_widget_is_sensitive (chips));
  g_assert_null (view_find_text (import_window (), "3000 new, 0 changed, 0 as they are"));
  g_assert_true (gtk_widget_get_mapped (progress));
  g_assert_true (gtk_widget_is_sensitive (progress));
  g_assert_true (view_wait_until (import_is_closed, NULL));
}

/* Closed while the file is still being looked at, or tried: nobody is told. */
static void
test_close_early (ImportFixture *fixture,
                  gconstpointer  unused)
{
  g_autofree char *text = many_products (3000);

  import_text (fixture, "many.csv", text);
  gtk_window_close (GTK_WINDOW (import_window ()));
  shop_window_settle (&fixture->shop);
  g_assert_null (import_window ());
  g_assert_null (shop_window_bar (&fixture->shop));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/view/import-window/" path, ImportFixture, NULL, import_open, func, import_close)

  ADD ("no-file", test_no_file);
  ADD ("drop", test_drop);
  ADD ("unreadable", test_unreadable);
  ADD ("products", test_products);
  ADD ("add", test_add);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("orders-in-two-files", test_orders_in_two_files);
  ADD ("sales", test_sales);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("close-early", test_close_early);

  return g_test_run ();
}
