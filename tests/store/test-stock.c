/* Stock that comes and goes without an order or a delivery. */
#include "config.h"

#include <glib.h>

#include "shop.h"

/* 3.3: what turns up is offered to the queue, with its reason; undo takes it back from there */
static void
test_put_in (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 2, (Wish) { .first = FALSE });
  g_assert_false (shop_put_in (shop, "K", 3, ""));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "Say where it came from");
  g_assert_false (shop_put_in (shop, "K", 0, "found"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "must be above zero");
  assert_stock (shop, "K", "0/0/2");

  g_assert_true (shop_put_in (shop, "K", 3, "found behind the shelf"));
  assert_stock (shop, "K", "3/2/2");
  assert_line (shop, siti, 1, "2/0/0/2");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_stock (shop, "K", "0/0/2");
  assert_line (shop, siti, 1, "2/0/0/0");
  shop_assert_sound (shop);
}

/* A count that finds what the book says leaves an entry in the log, which can be taken back. */
static void
test_right_count (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 before;

  shop_product (shop, "K");
  g_assert_true (shop_put_in (shop, "K", 3, "found"));
  before = shop_last_operation (shop);
  g_assert_true (shop_count (shop, "K", 3));
  g_assert_cmpint (shop_last_operation (shop), ==, before + 1);
  assert_stock (shop, "K", "3/0/0");
  g_assert_true (shop_undo (shop, 0));
  g_assert_cmpint (shop_last_operation (shop), ==, before + 2);
  g_assert_true (shop_undo (shop, before + 2));
  assert_stock (shop, "K", "3/0/0");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/stock/3.3-put-in", test_put_in);
  g_test_add_func ("/store/stock/right-count", test_right_count);

  return g_test_run ();
}
