/* What the owner decided about letting customers wait, held against what a customer wants. */
#include "config.h"

#include <glib.h>

#include "sedia-backorder.h"

#define TODAY 18600

static SediaProduct
kettle (SediaBackorderPolicy policy)
{
  return (SediaProduct) {
    .sku = (char *) "K", .name = (char *) "Kettle", .unit = (char *) "pcs", .backorder = policy,
    .backorder_limit = SEDIA_NO_AMOUNT,
  };
}

static SediaBackorderWish
wish_of (gint64 ordered,
         gint64 reserved)
{
  return (SediaBackorderWish) {
    .ordered = ordered, .reserved = reserved, .waiting = ordered - reserved,
    .earliest = SEDIA_NO_DAY, .latest = SEDIA_NO_DAY, .today = TODAY, .price = SEDIA_NO_AMOUNT,
  };
}

static void
assert_problem (SediaProduct        product,
                SediaBackorderWish  wish,
                const char         *expected,
                gboolean            may_go_on)
{
  gboolean may;
  g_autofree char *problem = sedia_backorder_problem (&product, &wish, &may);

  g_assert_cmpstr (problem, ==, expected);
  g_assert_cmpint (may, ==, may_go_on);
}

static void
test_refuse (void)
{
  SediaProduct product = kettle (SEDIA_BACKORDER_REFUSE);

  assert_problem (product, wish_of (3, 3), NULL, FALSE);
  assert_problem (product, wish_of (3, 1),
                  "Kettle is not taken on backorder: 3 pcs wanted, 1 pcs free.", FALSE);
  product.backorder_why = (char *) "too slow";
  product.backorder_wait = 1;
  product.backorder_deposit = 100;
  assert_problem (product, wish_of (3, 1),
                  "Kettle is not taken on backorder: 3 pcs wanted, 1 pcs free (“too slow”).",
                  FALSE);

  product = kettle (SEDIA_BACKORDER_WARN);
  product.backorder_limit = 2;
  assert_problem (product, wish_of (3, 0),
                  "Kettle: no more than 2 pcs may wait; 3 pcs wanted, 0 pcs free.", FALSE);
}

static void
test_ask_first (void)
{
  SediaProduct product = kettle (SEDIA_BACKORDER_WARN);
  SediaBackorderWish wish = wish_of (3, 1);
  static const char unknown[] =
    "Kettle is out: 3 pcs wanted, 1 pcs free, the rest would wait. Tell the customer, then go on "
    "anyway.";

  assert_problem (product, wish, unknown, TRUE);
  /* A day that has passed says nothing. */
  wish.earliest = wish.latest = TODAY - 1;
  assert_problem (product, wish, unknown, TRUE);
  wish.earliest = wish.latest = 18620; /* a day of 2020, so that its year is said */
  assert_problem (product, wish,
                  "Kettle is out: 3 pcs wanted, 1 pcs free, the rest would wait. It comes 24 "
                  "December 2020; ask the customer whether that is all right.", TRUE);
  wish.earliest = 18617;
  assert_problem (product, wish,
                  "Kettle is out: 3 pcs wanted, 1 pcs free, the rest would wait. It comes 21–24 "
                  "December 2020; ask the customer whether that is all right.",
                  TRUE);
}

static void
test_longest_wait (void)
{
  SediaProduct product = kettle (SEDIA_BACKORDER_ALLOW);
  SediaBackorderWish wish = wish_of (3, 1);

  product.backorder_wait = 14;
  assert_problem (product, wish, "Customers wait at most 14 days for Kettle, and nobody knows when "
                  "it comes.", TRUE);
  wish.earliest = wish.latest = TODAY + 14;
  assert_problem (product, wish, NULL, FALSE);
  wish.latest = TODAY + 15;
  wish.earliest = SEDIA_NO_DAY;
  assert_problem (product, wish, "Customers wait at most 14 days for Kettle, and it comes 19 "
                  "December 2020.", TRUE);
  wish.reserved = 3;
  assert_problem (product, wish, NULL, FALSE);
}

static void
test_deposit (void)
{
  SediaProduct product = kettle (SEDIA_BACKORDER_ALLOW);
  SediaBackorderWish wish = wish_of (3, 1);

  product.backorder_deposit = 50;
  wish.price = SEDIA_NO_AMOUNT;
  assert_problem (product, wish, NULL, FALSE);

  /* Half of two of 600.00; what is there need not be paid before. */
  wish.price = 60000;
  g_assert_cmpint (sedia_backorder_deposit (&product, &wish), ==, 60000);
  assert_problem (product, wish, "Kettle: ask for a deposit of 600 (50 %).", TRUE);
  wish.deposit = 59999;
  assert_problem (product, wish, "Kettle: ask for a deposit of 600 (50 %).", TRUE);
  wish.deposit = 60000;
  assert_problem (product, wish, NULL, FALSE);

  /* Rounded up, and by the product's own decimals: a third of 0.5 kg at 0.03. */
  product.decimals = 3;
  product.backorder_deposit = 33;
  wish.ordered = 500;
  wish.reserved = 0;
  wish.price = 3;
  g_assert_cmpint (sedia_backorder_deposit (&product, &wish), ==, 1);
  /* What cannot be worked out is not asked for. */
  wish.price = G_MAXINT64 / 2;
  g_assert_cmpint (sedia_backorder_deposit (&product, &wish), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/backorder/refuse", test_refuse);
  g_test_add_func ("/core/backorder/ask-first", test_ask_first);
  g_test_add_func ("/core/backorder/longest-wait", test_longest_wait);
  g_test_add_func ("/core/backorder/deposit", test_deposit);

  return g_test_run ();
}
