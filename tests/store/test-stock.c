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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/stock/3.3-put-in", test_put_in);

  return g_test_run ();
}
