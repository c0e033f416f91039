/* Search anything: what is found while typing, what Enter does. */
#include "config.h"

#include "purchases-page.h"
#include "sedia-finder.h"

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 siti;
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  shop_add_supplier (store, "PT Siti Jaya");
  shop_receive (store, fixture->kettle, 3);
  shop_place_order (store, fixture->siti, fixture->kettle, 5);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
}

static GtkWidget *
finder (void)
{
  return view_find_window (SEDIA_TYPE_FINDER);
}

static void
find (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view.window), "win.find", NULL);
  shop_window_settle (&fixture->view);
  g_assert_nonnull (finder ());
}

static GtkWidget *
entry (void)
{
  return view_find_type (finder (), GTK_TYPE_ENTRY);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry ()), text);
  shop_window_settle (&fixture->view);
}

static gboolean
finds (Fixture    *fixture,
       const char *text)
{
  return view_wait_for_text (fixture->view.shop.store, finder (), text);
}

static void
enter (Fixture *fixture)
{
  g_signal_emit_by_name (entry (), "activate");
  shop_window_settle (&fixture->view);
}

/* Before anything is typed: what can be done. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  find (fixture);
  g_assert_true (finds (fixture, "New order"));
  g_assert_true (finds (fixture, "Stock"));
  gtk_window_close (GTK_WINDOW (finder ()));
  view_wait (NULL);
  g_assert_null (finder ());
}

/* One word finds all there is with it: product, customer, order, supplier. */
static void
test_all_kinds (Fixture       *fixture,
                gconstpointer  unused)
{
  find (fixture);
  type (fixture, "siti");
  g_assert_true (finds (fixture, "Siti Rahma"));
  g_assert_true (finds (fixture, "PT Siti Jaya"));
  g_assert_true (finds (fixture, "Order 1 – Siti Rahma"));

  type (fixture, "kettle");
  g_assert_true (finds (fixture, "Blue Kettle"));
  g_assert_cmpuint (view_count_text (finder (), "Blue Kettle"), ==, 1);
  g_assert_true (finds (fixture, "Order 1 – Siti Rahma"));
  g_assert_null (view_find_text (finder (), "White Mug"));

  type (fixture, "zebra");
  g_assert_true (finds (fixture, "Nothing found"));
  gtk_window_close (GTK_WINDOW (finder ()));
}

/* Enter opens what stands first: here by its code. */
static void
test_open (Fixture       *fixture,
           gconstpointer  unused)
{
  find (fixture);
  type (fixture, "MUG");
  enter (fixture);
  g_assert_null (finder ());
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->view.window)), ==, "Stock – Sedia");
  g_assert_true (shop_window_wait_for (&fixture->view, "White Mug"));
}

/* An order by its number, although the same digit is in the code of a product. */
static void
test_number (Fixture       *fixture,
             gconstpointer  unused)
{
  shop_add_product (fixture->view.shop.store, "POT-1", "Red Pot");
  find (fixture);
  type (fixture, "1");
  g_assert_true (finds (fixture, "Red Pot"));
  g_assert_cmpuint (view_count_text (finder (), "Order 1 – Siti Rahma"), ==, 1);
  enter (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->view.window)), ==, "Orders – Sedia");
}

/* A scanner's Enter comes before the answer. */
static void
test_scanned (Fixture       *fixture,
              gconstpointer  unused)
{
  find (fixture);
  gtk_editable_set_text (GTK_EDITABLE (entry ()), "KETTLE");
  enter (fixture);
  g_assert_null (finder ());
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->view.window)), ==, "Stock – Sedia");
}

/* What can be done is found by its words, and done. */
static void
test_do (Fixture       *fixture,
         gconstpointer  unused)
{
  shop_window_go_to (&fixture->view, "stock");
  find (fixture);
  type (fixture, "undo");
  enter (fixture);
  g_assert_null (finder ());
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, "Undone – new order 1");
}

/* A purchase by its number, and by who brings it. */
static void
test_purchase (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->view.shop.store;
  const gint64 supplier = shop_add_supplier (store, "CV Abadi");
  const gint64 product = shop_add_product (store, "CUP", "Red Cup");

  purchases_page_buy (store, (Bought) { .supplier = supplier, .product = product, .quantity = 5,
                                        .day = -3 });
  find (fixture);
  type (fixture, "1");
  g_assert_true (finds (fixture, "Purchase 1 – CV Abadi"));
  g_assert_true (finds (fixture, "3 days late · Red Cup"));
  type (fixture, "abadi red");
  g_assert_true (finds (fixture, "Purchase 1 – CV Abadi"));
  enter (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->view.window)), ==,
                   "Purchases – Sedia");
  g_assert_true (shop_window_wait_for (&fixture->view, "Purchase 1"));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/finder/empty", test_empty);
  ADD ("/finder/all-kinds", test_all_kinds);
  ADD ("/finder/open", test_open);
  ADD ("/finder/number", test_number);
  ADD ("/finder/purchase", test_purchase);
  ADD ("/finder/scanned", test_scanned);
  ADD ("/finder/do", test_do);
#undef ADD

  return g_test_run ();
}
