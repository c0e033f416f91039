/* The purchases page: what comes when, and whom it holds up. */
#include "config.h"

#include "purchases-page.h"

typedef struct
{
  ShopWindow view;
  gint64 abadi;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  gint64 order;
  gint64 late;
  gint64 draft;
} Fixture;

/* Of kettles 10 were to come three days ago, Siti waits for 2; mugs are not ordered yet. */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->abadi = shop_add_supplier (store, "CV Abadi");
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  fixture->late = purchases_page_buy (store, (Bought) { .supplier = fixture->abadi,
                                                        .product = fixture->kettle,
                                                        .quantity = 10, .day = -3 });
  fixture->draft = purchases_page_buy (store, (Bought) { .supplier = fixture->abadi,
                                                         .product = fixture->mug, .quantity = 4,
                                                         .second = fixture->kettle, .day = 9,
                                                         .is_draft = TRUE });
  fixture->order = shop_place_order (store, fixture->siti, fixture->kettle, 2);
  shop_window_go_to (&fixture->view, "purchases");
  g_assert_true (shop_window_wait_for (&fixture->view, "1 customer"));
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
}

static void
show (Fixture    *fixture,
      gint64      purchase_id,
      const char *text)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_PURCHASE,
                                         purchase_id));
  g_assert_true (shop_window_wait_for (&fixture->view, text));
  shop_window_settle (&fixture->view);
}

/* At first what is expected: the late one, and whom it holds up; the draft is behind its chip. */
static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;

  g_assert_true (shop_window_shows (view, "3 days late"));
  g_assert_true (shop_window_shows (view, "CV Abadi"));
  g_assert_true (shop_window_shows (view, "Blue Kettle"));
  g_assert_true (shop_window_shows (view, "10\302\240pcs"));
  g_assert_false (shop_window_shows (view, "White Mug and 1 more"));

  shop_window_act (view, "page.show-all");
  g_assert_true (shop_window_wait_for (view, "White Mug and 1 more"));
  g_assert_true (shop_window_shows (view, "2 lines"));
  g_assert_true (shop_window_shows (view, "Draft"));

  /* When they come, nothing is on its way, and nobody waits. */
  shop_receive_from (fixture->view.shop.store, fixture->abadi, fixture->kettle, 2);
  g_assert_true (view_wait_for_no_text (view->shop.store, GTK_WIDGET (view->window),
                                        "1 customer"));
}

/* Beside it: its lines, when they come, and who waits. */
static void
test_detail (Fixture       *fixture,
             gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  g_autofree char *day = sedia_day_words (sedia_day_today () - 3);
  g_autofree char *when = g_strdup_printf ("expected on %s, as agreed", day);

  show (fixture, fixture->late, "Holds up 1 customer");
  g_assert_true (shop_window_shows (view, "Purchase 1"));
  g_assert_true (shop_window_shows (view, when));
  g_assert_true (shop_window_shows (view, "Siti Rahma"));
  g_assert_true (shop_window_shows (view, "not known: too few deliveries so far"));

  show (fixture, fixture->draft, "Purchase 2");
  g_assert_true (shop_window_wait_for (view, "White Mug"));
  g_assert_true (view_wait_for_no_text (view->shop.store, GTK_WIDGET (view->window),
                                        "Holds up 1 customer"));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/purchases/list", test_list);
  ADD ("/purchases/detail", test_detail);
#undef ADD

  return g_test_run ();
}
