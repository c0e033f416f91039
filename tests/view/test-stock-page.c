/* The stock page: the list, its filters, and every number with the rows that make it. */
#include "config.h"

#include "sedia-chips.h"
#include "sedia-query.h"
#include "sedia-stock-numbers.h"
#include "sedia-stock-page.h"
#include "view.h"

typedef struct
{
  Shop shop;
  gint64 kettle;
  gint64 mug;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 siti;
  gint64 budi;

  shop_open (&fixture->shop);
  fixture->kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (fixture->shop.store, "MUG", "White Mug");
  siti = shop_add_customer (fixture->shop.store, "Siti Rahma");
  budi = shop_add_customer (fixture->shop.store, "Budi Santoso");
  shop_receive (fixture->shop.store, fixture->kettle, 12);
  shop_place_order (fixture->shop.store, siti, fixture->kettle, 10);
  shop_place_order (fixture->shop.store, budi, fixture->kettle, 6);

  fixture->page = g_object_ref_sink (sedia_stock_page_new ());
  fixture->window = view_window (fixture->page, 1100, 700);
  sedia_page_set_store (SEDIA_PAGE (fixture->page), fixture->shop.store, NULL);
  view_wait (fixture->shop.store);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_wait (fixture->shop.store);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
  shop_close (&fixture->shop);
}

static gboolean
wait_for (Fixture    *fixture,
          const char *text)
{
  return view_wait_for_text (fixture->shop.store, fixture->page, text);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return view_find_text (fixture->page, text) != NULL;
}

static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 8; i++)
    view_wait (fixture->shop.store);
}

static void
choose_filter (Fixture     *fixture,
               SediaFilter  filter)
{
  SediaChips *chips = SEDIA_CHIPS (view_find_type (fixture->page, SEDIA_TYPE_CHIPS));

  sedia_chips_set_selected (chips, (int) filter);
  settle (fixture);
}

static void
open_number (Fixture          *fixture,
             SediaStockNumber  number)
{
  GtkWidget *numbers = view_find_type (fixture->page, SEDIA_TYPE_STOCK_NUMBERS);

  sedia_stock_numbers_set_number (SEDIA_STOCK_NUMBERS (numbers), number);
  settle (fixture);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_true (wait_for (fixture, "Blue Kettle"));
  g_assert_true (shows (fixture, "White Mug"));
  g_assert_true (shows (fixture, "KETTLE"));

  choose_filter (fixture, SEDIA_FILTER_WAITING);
  g_assert_true (shows (fixture, "Blue Kettle"));
  g_assert_false (shows (fixture, "White Mug"));

  choose_filter (fixture, SEDIA_FILTER_NEGATIVE);
  g_assert_true (wait_for (fixture, "Nothing Below Zero"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  unused)
{
  sedia_page_set_search (SEDIA_PAGE (fixture->page), "mug");
  settle (fixture);
  g_assert_true (wait_for (fixture, "White Mug"));
  g_assert_false (shows (fixture, "Blue Kettle"));

  sedia_page_set_search (SEDIA_PAGE (fixture->page), "nothing of the kind");
  g_assert_true (wait_for (fixture, "Nothing Found"));

  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_PRODUCT,
                                  fixture->kettle));
  g_assert_true (wait_for (fixture, "On hand: the sum of these movements"));
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  unused)
{
  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_PRODUCT,
                                  fixture->kettle));
  g_assert_true (wait_for (fixture, "Delivery 1"));
  g_assert_true (shows (fixture, "+12"));
  g_assert_true (shows (fixture, "then 12"));
  g_assert_true (shows (fixture, "Not enough history: 0 weeks of the 4 it takes"));

  open_number (fixture, SEDIA_STOCK_WAITS);
  g_assert_true (wait_for (fixture, "1. Budi Santoso"));
  g_assert_true (shows (fixture, "2 of 6 reserved"));
  g_assert_false (shows (fixture, "Siti Rahma"));

  open_number (fixture, SEDIA_STOCK_RESERVED);
  g_assert_true (shows (fixture, "Siti Rahma"));

  open_number (fixture, SEDIA_STOCK_PROJECTED);
  g_assert_true (shows (fixture, "−16"));
  g_assert_true (shows (fixture, "−4"));

  /* Nobody set a minimum: those who wait are covered all the same. */
  g_assert_true (shows (fixture, "To order"));
  g_assert_true (shows (fixture, "12 pcs on hand + 0 pcs incoming − 16 pcs wanted = -4 pcs; "
                                 "4 pcs are missing."));
}

/* What somebody else does while a product is open is seen at once. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  unused)
{
  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_PRODUCT, fixture->mug));
  g_assert_true (wait_for (fixture, "Nothing ever came or went."));

  shop_receive (fixture->shop.store, fixture->mug, 7);
  g_assert_true (wait_for (fixture, "+7"));

  shop_undo (fixture->shop.store);
  g_assert_true (wait_for (fixture, "−7"));
}

#define add_page_test(path, test) \
  g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_page_test ("/view/stock-page/list", test_list);
  add_page_test ("/view/stock-page/search", test_search);
  add_page_test ("/view/stock-page/numbers", test_numbers);
  add_page_test ("/view/stock-page/follows", test_follows);

  return g_test_run ();
}
