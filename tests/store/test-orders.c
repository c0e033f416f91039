/* The rules of rules.md sections 3 and 9 as people meet them: one test per rule, named after it. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

/* 3.2: each line is filled fully before the next gets anything */
static void
test_filled_in_order (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 4, NOBODY);
  budi = shop_order (shop, "Budi", "K", 3, NOBODY);
  shop_receive (shop, "K", 5);

  assert_line (shop, siti, 1, "4/0/0/4");
  assert_line (shop, budi, 1, "3/0/0/1");
  shop_receive (shop, "K", 5);
  assert_line (shop, budi, 1, "3/0/0/3");
  assert_stock (shop, "K", "10/7/7");
  shop_assert_sound (shop);
}

/* 3.1: priority, then dated before undated, earliest date, oldest order */
static void
test_queue_order (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 old, late, soon, first;

  shop_product (shop, "K");
  old = shop_order (shop, "Old", "K", 1, NOBODY);
  late = shop_order (shop, "Late", "K", 1, (Wish) { .need_by = 30000 });
  soon = shop_order (shop, "Soon", "K", 1, (Wish) { .need_by = 20000 });
  first = shop_order (shop, "First", "K", 1, (Wish) { .first = TRUE });

  shop_receive (shop, "K", 1);
  assert_line (shop, first, 1, "1/0/0/1");
  shop_receive (shop, "K", 1);
  assert_line (shop, soon, 1, "1/0/0/1");
  shop_receive (shop, "K", 1);
  assert_line (shop, late, 1, "1/0/0/1");
  assert_line (shop, old, 1, "1/0/0/0");
  shop_receive (shop, "K", 1);
  assert_line (shop, old, 1, "1/0/0/1");
  shop_assert_sound (shop);
}

/* 3.1: the shop can choose strictly first come, first served */
static void
test_strictly_oldest (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 old;

  shop_product (shop, "K");
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));
  old = shop_order (shop, "Old", "K", 2, NOBODY);
  shop_order (shop, "First", "K", 1, (Wish) { .first = TRUE, .need_by = 20000 });
  shop_receive (shop, "K", 2);
  assert_line (shop, old, 1, "2/0/0/2");

  /* 3.4: whom it is set aside for, and who would lose it first, follow the same rule */
  shop_receive (shop, "K", 1);
  g_assert_false (shop_sell (shop, "K", 1, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "1 pcs for First (order 2), 2 pcs for Old");
  shop_assert_sound (shop);
}

/* 3.2: all or nothing keeps what it is given and is ready only when complete */
static void
test_all_or_nothing (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaOrder) before = NULL, after = NULL;
  gint64 whole, other;

  shop_product (shop, "K");
  shop_product (shop, "M");
  whole = shop_order2 (shop, "Siti", "K", 4, "M", 1, (Wish) { .whole_order = TRUE });
  other = shop_order (shop, "Budi", "K", 1, NOBODY);
  shop_receive (shop, "K", 3);
  assert_line (shop, whole, 1, "4/0/0/3");
  assert_line (shop, other, 1, "1/0/0/0");
  before = shop_look_order (shop, whole);
  g_assert_cmpint (sedia_order_status (before), ==, SEDIA_ORDER_WAITING);
  g_assert_false (shop_hand_over (shop, whole, 0, 0, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "all or nothing");

  shop_receive (shop, "K", 1);
  shop_receive (shop, "M", 1);
  after = shop_look_order (shop, whole);
  g_assert_cmpint (sedia_order_status (after), ==, SEDIA_ORDER_READY);
  g_assert_true (shop_hand_over (shop, whole, 0, 0, FALSE));
  assert_line (shop, whole, 1, "4/4/0/0");
  shop_assert_sound (shop);
}

/* 3.3: while a product has waiting lines, a new order takes nothing ahead of them */
static void
test_backlog_before_new (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 old, new;

  shop_product (shop, "K");
  shop_receive (shop, "K", 2);
  old = shop_order (shop, "Old", "K", 5, NOBODY);
  new = shop_order (shop, "New", "K", 1, NOBODY);
  assert_line (shop, old, 1, "5/0/0/2");
  assert_line (shop, new, 1, "1/0/0/0");
  shop_receive (shop, "K", 2);
  assert_line (shop, old, 1, "5/0/0/4");
  assert_line (shop, new, 1, "1/0/0/0");
  shop_assert_sound (shop);
}

/* 3.3: stock that appears is offered to the queue in the same transaction, wherever it comes
 * from */
static void
test_freed_stock_is_offered (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi, wati;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  wati = shop_order (shop, "Wati", "K", 2, NOBODY);

  g_assert_true (shop_cancel (shop, siti, 1, 1));
  assert_line (shop, budi, 1, "2/0/0/1");
  g_assert_true (shop_count (shop, "K", 4));
  assert_line (shop, budi, 1, "2/0/0/2");
  g_assert_true (shop_hand_over (shop, siti, 0, 0, FALSE));
  g_assert_true (shop_return (shop, siti, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  assert_line (shop, wati, 1, "2/0/0/1");
  shop_assert_sound (shop);
}

/* 3.3: a released line is held: passed over until a person reserves it again */
static void
test_held (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaOrder) order = NULL;
  gint64 siti, budi;

  shop_product (shop, "K");
  shop_receive (shop, "K", 2);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  g_assert_true (shop_release (shop, siti, 1, 0));
  assert_line (shop, siti, 1, "2/0/0/0");
  assert_line (shop, budi, 1, "2/0/0/2");
  order = shop_look_order (shop, siti);
  g_assert_true (((SediaOrderLine *) g_ptr_array_index (order->lines, 0))->held);

  shop_receive (shop, "K", 5);
  assert_line (shop, siti, 1, "2/0/0/0");
  g_assert_true (shop_reserve (shop, siti, 1, 0, FALSE));
  assert_line (shop, siti, 1, "2/0/0/2");

  /* ... also when there is nothing to reserve yet: it waits in its place again */
  g_assert_true (shop_hand_over (shop, budi, 0, 0, FALSE));
  g_assert_true (shop_release (shop, siti, 1, 0));
  g_assert_true (shop_sell (shop, "K", 5, FALSE));
  g_assert_true (shop_reserve (shop, siti, 1, 0, FALSE));
  shop_receive (shop, "K", 1);
  assert_line (shop, siti, 1, "2/0/0/1");
  g_assert_false (shop_reserve (shop, siti, 1, 0, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "2 pcs to set aside, but only 1 pcs on hand");
  shop_assert_sound (shop);
}

/* 3.3: reserving a part puts a held line back into the queue, which gives it the rest of what is
 * free
 */
static void
test_held_in_part (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 7);
  siti = shop_order (shop, "Siti", "K", 5, NOBODY);
  g_assert_true (shop_release (shop, siti, 1, 0));
  assert_line (shop, siti, 1, "5/0/0/0");

  g_assert_true (shop_reserve (shop, siti, 1, 1, FALSE));
  assert_line (shop, siti, 1, "5/0/0/5");
  shop_assert_sound (shop);
}

/* 3.4: reserved stock is protected; the refusal names item, need, have and for whom */
static void
test_protected (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  shop_receive (shop, "K", 5);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  g_assert_true (shop_told (shop, "Budi"));

  g_assert_false (shop_sell (shop, "K", 3, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Product K");
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "3 pcs");
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "5 pcs on hand, 4 pcs of it set aside: "
                                                  "2 pcs for Budi (order 2), "
                                                  "2 pcs for Siti (order 1).");
  g_assert_false (shop_issue (shop, "K", 2, "own-use", FALSE));
  assert_stock (shop, "K", "5/4/4");

  /* an explicit override takes from the last in the queue first, and they must be told */
  g_assert_true (shop_sell (shop, "K", 3, TRUE));
  assert_line (shop, siti, 1, "2/0/0/2");
  assert_line (shop, budi, 1, "2/0/0/0");
  g_assert_cmpint (shop_told_state (shop, budi, 1), ==, SEDIA_TOLD_NOT_YET);
  shop_assert_sound (shop);
}

/* 3.5: a line may always use its own reservation; the rest keeps reservation, date and place */
static void
test_partial_hand_over (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 5, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_receive (shop, "K", 3);
  g_assert_true (shop_hand_over (shop, siti, 1, 2, FALSE));
  assert_line (shop, siti, 1, "5/2/0/1");
  assert_stock (shop, "K", "1/1/5");
  shop_receive (shop, "K", 2);
  assert_line (shop, siti, 1, "5/2/0/3");
  assert_line (shop, budi, 1, "2/0/0/0");
  shop_assert_sound (shop);
}

/* 3.6: when on hand falls below reserved, the back of the queue loses; told "ready" becomes
    "must be told" */
static void
test_count_down (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_receive (shop, "K", 4);
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_true (shop_told (shop, "Budi"));
  g_assert_cmpint (shop_told_state (shop, budi, 1), ==, SEDIA_TOLD_YES);
  g_assert_true (shop_count (shop, "K", 3));
  assert_line (shop, siti, 1, "2/0/0/2");
  assert_line (shop, budi, 1, "2/0/0/1");
  g_assert_cmpint (shop_told_state (shop, siti, 1), ==, SEDIA_TOLD_YES);
  g_assert_cmpint (shop_told_state (shop, budi, 1), ==, SEDIA_TOLD_NOT_YET);

  g_assert_true (shop_issue (shop, "K", 2, "damage", FALSE));
  assert_line (shop, siti, 1, "2/0/0/1");
  g_assert_cmpint (shop_told_state (shop, siti, 1), ==, SEDIA_TOLD_NOT_YET);
  shop_assert_sound (shop);
}

/* 3.7: cancel releases in the same transaction; what was delivered stays; twice changes nothing */
static void
test_cancel (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi, operation;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 5, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  g_assert_true (shop_hand_over (shop, siti, 1, 1, FALSE));
  g_assert_true (shop_cancel (shop, siti, 1, 1));
  assert_line (shop, siti, 1, "5/1/1/2");
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  assert_line (shop, siti, 1, "5/1/4/0");
  assert_line (shop, budi, 1, "2/0/0/2");

  operation = shop_last_operation (shop);
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
  g_assert_false (shop_cancel (shop, siti, 1, 1));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "nothing is open in line 1");
  shop_assert_sound (shop);
}

/* 3.7, 3.3: cancel and reopen in any order; the old place comes back */
static void
test_reopen (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  g_assert_true (shop_reopen_order (shop, siti));
  g_assert_true (shop_reopen_order (shop, siti));
  g_assert_true (shop_cancel (shop, budi, 0, 0));
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  g_assert_true (shop_reopen_order (shop, budi));
  g_assert_true (shop_reopen_order (shop, siti));
  shop_receive (shop, "K", 3);
  assert_line (shop, siti, 1, "2/0/0/2");
  assert_line (shop, budi, 1, "2/0/0/1");
  shop_assert_sound (shop);
}

/* 3.8: lowering below delivered is refused; raising after a return: open = new - net delivered -
 * cancelled */
static void
test_edit (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 4);
  siti = shop_order (shop, "Siti", "K", 4, NOBODY);
  g_assert_true (shop_hand_over (shop, siti, 1, 3, FALSE));
  g_assert_false (shop_edit (shop, siti, 1, 2));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "3 pcs");
  g_assert_true (shop_edit (shop, siti, 1, 3));
  assert_line (shop, siti, 1, "3/3/0/0");
  assert_stock (shop, "K", "1/0/0");

  g_assert_true (shop_return (shop, siti, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  assert_line (shop, siti, 1, "3/2/1/0");
  g_assert_true (shop_edit (shop, siti, 1, 6));
  assert_line (shop, siti, 1, "6/2/1/2");
  shop_assert_sound (shop);
}

/* 3.9: over-delivery needs a yes; open and reserved stop at 0; undo restores exactly */
static void
test_over_delivery (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaOrder) order = NULL;
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 5);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  g_assert_false (shop_hand_over (shop, siti, 1, 3, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "more than ordered");
  g_assert_true (shop_hand_over (shop, siti, 1, 3, TRUE));
  assert_line (shop, siti, 1, "2/2/0/0");
  assert_stock (shop, "K", "2/0/0");
  order = shop_look_order (shop, siti);
  g_assert_cmpint (((SediaOrderLine *) g_ptr_array_index (order->lines, 0))->over, ==, 1);
  shop_assert_sound (shop);

  g_assert_true (shop_undo (shop, 0));
  assert_line (shop, siti, 1, "2/0/0/2");
  assert_stock (shop, "K", "5/2/2");
  shop_assert_sound (shop);
}

/* 3.10: stock or damaged, refund or exchange, are explicit; an exchange reopens the line at its
 * old place */
static void
test_returns (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  shop_receive (shop, "K", 2);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  g_assert_false (shop_return (shop, siti, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "nothing was handed over in line 1");
  g_assert_true (shop_hand_over (shop, siti, 0, 0, FALSE));
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  g_assert_true (shop_return (shop, siti, 1, 1, SEDIA_RETURN_EXCHANGE, TRUE));
  assert_line (shop, siti, 1, "2/1/0/0");
  assert_stock (shop, "K", "0/0/3");
  shop_receive (shop, "K", 1);
  assert_line (shop, siti, 1, "2/1/0/1");
  assert_line (shop, budi, 1, "2/0/0/0");

  g_assert_false (shop_return (shop, siti, 1, 2, SEDIA_RETURN_REFUND, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "the customer has 1 pcs of line 1");
  g_assert_true (shop_return (shop, siti, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  assert_line (shop, siti, 1, "2/0/1/1");
  assert_line (shop, budi, 1, "2/0/0/1");

  /* what came back against money stays cancelled when the order is opened again */
  g_assert_true (shop_reopen_order (shop, siti));
  assert_line (shop, siti, 1, "2/0/1/1");
  shop_assert_sound (shop);
}

/* 3.10, 9: a return against money is undone and done again like everything else */
static void
test_refund_again (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  g_assert_true (shop_hand_over (shop, siti, 0, 0, FALSE));
  g_assert_true (shop_return (shop, siti, 1, 2, SEDIA_RETURN_REFUND, FALSE));
  assert_line (shop, siti, 1, "3/1/2/0");

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (shop_undo (shop, shop_last_operation (shop)));
      assert_line (shop, siti, 1, "3/3/0/0");
      g_assert_true (shop_undo (shop, shop_last_operation (shop)));
      assert_line (shop, siti, 1, "3/1/2/0");
      assert_stock (shop, "K", "2/0/0");
    }
  shop_assert_sound (shop);
}

/* 3.11: repeating a caller's key returns the first result and changes nothing */
static void
test_idempotent_keys (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 operation;

  shop_product (shop, "K");
  shop->key = "till-1-0001";
  shop_receive (shop, "K", 5);
  g_assert_no_error (shop->error);
  operation = shop_last_operation (shop);
  shop_receive (shop, "K", 5);
  g_assert_no_error (shop->error);
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
  assert_stock (shop, "K", "5/0/0");

  g_assert_false (shop_sell (shop, "K", 1, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "till-1-0001");
  shop->key = NULL;
  shop_assert_sound (shop);
}

/* 3.12: negative stock is allowed with a reason, is shown so, promises nothing; the owner may
 * forbid it */
static void
test_negative (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = NULL;
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 1);
  g_assert_false (shop_sell (shop, "K", 3, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "1 pcs on hand");
  shop->reason = "they were behind the counter";
  g_assert_true (shop_sell (shop, "K", 3, FALSE));
  shop->reason = NULL;
  assert_stock (shop, "K", "-2/0/0");
  siti = shop_order (shop, "Siti", "K", 1, NOBODY);
  assert_line (shop, siti, 1, "1/0/0/0");
  shop_receive (shop, "K", 2);
  assert_line (shop, siti, 1, "1/0/0/0");
  shop_receive (shop, "K", 1);
  assert_line (shop, siti, 1, "1/0/0/1");
  shop_assert_sound (shop);

  product = shop_look (shop, "K");
  product->allow_negative = FALSE;
  shop_product_full (shop, product);
  g_assert_no_error (shop->error);
  shop->reason = "they were behind the counter";
  g_assert_false (shop_sell (shop, "K", 3, TRUE));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "below zero");
  assert_line (shop, siti, 1, "1/0/0/1");
}

/* 3.12: a hand-over of more than the book has needs the reason a sale needs, whatever part of it is
 * set aside for the line itself */
static void
test_negative_hand_over (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 5, NOBODY);
  g_assert_false (shop_hand_over (shop, siti, 1, 5, FALSE));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "5 pcs needed");
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "3 pcs on hand");
  assert_line (shop, siti, 1, "5/0/0/3");

  shop->reason = "two were behind the counter";
  g_assert_true (shop_hand_over (shop, siti, 1, 5, FALSE));
  assert_line (shop, siti, 1, "5/5/0/0");
  assert_stock (shop, "K", "-2/0/0");
  shop_assert_sound (shop);
}

/* a product the shop does not backorder is refused with its reason; "warn" asks; a limit limits */
static void
test_backorder_policy (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = sedia_product_new ();

  product->sku = g_strdup ("K");
  product->name = g_strdup ("Kettle");
  product->backorder = SEDIA_BACKORDER_REFUSE;
  shop_product_full (shop, product);
  g_assert_cmpint (shop_order (shop, "Siti", "K", 1, NOBODY), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "not taken on backorder");

  product->backorder = SEDIA_BACKORDER_WARN;
  shop_product_full (shop, product);
  g_assert_cmpint (shop_order (shop, "Siti", "K", 1, NOBODY), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "would wait");
  shop->anyway = TRUE;
  g_assert_cmpint (shop_order (shop, "Siti", "K", 1, NOBODY), >, 0);
  shop->anyway = FALSE;

  product->backorder = SEDIA_BACKORDER_ALLOW;
  product->backorder_limit = 3;
  shop_product_full (shop, product);
  g_assert_cmpint (shop_order (shop, "Budi", "K", 3, NOBODY), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "3 pcs may wait");
  g_assert_cmpint (shop_order (shop, "Budi", "K", 2, NOBODY), >, 0);
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/orders/3.1-queue-order", test_queue_order);
  g_test_add_func ("/store/orders/3.1-strictly-oldest", test_strictly_oldest);
  g_test_add_func ("/store/orders/3.2-filled-in-order", test_filled_in_order);
  g_test_add_func ("/store/orders/3.2-all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/orders/3.3-backlog-before-new", test_backlog_before_new);
  g_test_add_func ("/store/orders/3.3-freed-stock-is-offered", test_freed_stock_is_offered);
  g_test_add_func ("/store/orders/3.3-held", test_held);
  g_test_add_func ("/store/orders/3.3-held-in-part", test_held_in_part);
  g_test_add_func ("/store/orders/3.4-protected", test_protected);
  g_test_add_func ("/store/orders/3.5-partial-hand-over", test_partial_hand_over);
  g_test_add_func ("/store/orders/3.6-count-down", test_count_down);
  g_test_add_func ("/store/orders/3.7-cancel", test_cancel);
  g_test_add_func ("/store/orders/3.7-reopen", test_reopen);
  g_test_add_func ("/store/orders/3.8-edit", test_edit);
  g_test_add_func ("/store/orders/3.9-over-delivery", test_over_delivery);
  g_test_add_func ("/store/orders/3.10-returns", test_returns);
  g_test_add_func ("/store/orders/3.10-refund-again", test_refund_again);
  g_test_add_func ("/store/orders/3.11-idempotent-keys", test_idempotent_keys);
  g_test_add_func ("/store/orders/3.12-negative", test_negative);
  g_test_add_func ("/store/orders/3.12-negative-hand-over", test_negative_hand_over);
  g_test_add_func ("/store/orders/backorder-policy", test_backorder_policy);

  return g_test_run ();
}
