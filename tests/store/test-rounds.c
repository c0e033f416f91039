/* Serving many products in one round: which orders are ready, one notice, large deliveries. */
#include "config.h"

#include <glib.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

typedef struct
{
  GArray *amounts;
  gint64 id;
} Bag;

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_delivery_preview (db, ((Bag *) data)->amounts, error);
}

static gpointer
receive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Bag *bag = data;
  SediaDeliveryDraft draft = { .lines = bag->amounts };

  return sedia_delivery_receive (db, &draft, &bag->id, error) ? SEDIA_DONE : NULL;
}

static gpointer
count_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_stock_count (db, ((Bag *) data)->amounts, NULL, error) ? SEDIA_DONE : NULL;
}

static GArray *
two_amounts (Shop       *shop,
             const char *sku,
             gint64      quantity,
             const char *sku2,
             gint64      quantity2)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  SediaAmount first = { shop_product_id (shop, sku), quantity };
  SediaAmount second = { shop_product_id (shop, sku2), quantity2 };

  g_array_append_val (amounts, first);
  g_array_append_val (amounts, second);
  return amounts;
}

/* 6, 7: an order is ready when the delivery completes all of its lines, whichever came first; lines
 * that got a part, or whose order still waits for another product, are not
 */
static void
test_order_ready (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = NULL;
  g_autoptr (SediaDelivery) preview = NULL, posted = NULL;
  Bag bag = { NULL, 0 };
  const SediaAct act = { .kind = "delivery-receive", .actor = "Test" };
  gint64 siti, budi, rina;

  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_product (shop, "T");
  siti = shop_order2 (shop, "Siti", "K", 2, "M", 1, NOBODY);
  budi = shop_order2 (shop, "Budi", "M", 1, "T", 1, NOBODY);
  rina = shop_order2 (shop, "Rina", "M", 3, "K", 1, NOBODY);
  bag.amounts = amounts = two_amounts (shop, "K", 3, "M", 3);

  preview = sedia_store_read (shop->store, preview_job, &bag, &shop->error);
  sedia_store_act (shop->store, &act, receive_job, &bag, &shop->error);
  g_assert_no_error (shop->error);
  posted = shop_look_delivery (shop, bag.id);
  g_assert_cmpint (posted->served->len, ==, 5);

  for (guint i = 0; i < posted->served->len; i++)
    {
      const SediaServed *served = posted->served->pdata[i], *before = preview->served->pdata[i];
      const gboolean is_part = served->order_id == rina && served->position == 1;
      const gboolean is_two = served->order_id == siti && served->position == 1;

      g_assert_cmpint (served->order_line_id, ==, before->order_line_id);
      g_assert_cmpint (served->order_ready, ==, before->order_ready);
      g_assert_cmpint (served->order_ready, ==, served->order_id == siti);
      g_assert_cmpint (served->line_complete, ==, !is_part);
      g_assert_cmpint (served->quantity, ==, is_two ? 2 : 1);
    }
  assert_line (shop, budi, 2, "1/0/0/0");
  shop_assert_sound (shop);
}

static gpointer
claim_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  SediaNotice **notice = data;

  *notice = sedia_notice_claim (db, error);
  return SEDIA_DONE;
}

static SediaNotice *
claim (SediaStore *store)
{
  SediaNotice *notice = NULL;

  sedia_store_note (store, claim_job, &notice, NULL);
  return notice;
}

/* 7: one notice for one restock, also when a count finds goods of two products of one order */
static void
test_count_is_one_restock (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = NULL;
  g_autoptr (SediaNotice) notice = NULL, none = NULL;
  Bag bag = { NULL, 0 };
  const SediaAct act = { .kind = "count", .actor = "Test" };

  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_order2 (shop, "Siti", "K", 2, "M", 1, NOBODY);
  shop_order (shop, "Budi", "M", 4, NOBODY);
  bag.amounts = amounts = two_amounts (shop, "K", 2, "M", 3);

  sedia_store_act (shop->store, &act, count_job, &bag, &shop->error);
  g_assert_no_error (shop->error);
  notice = claim (shop->store);
  none = claim (shop->store);
  g_assert_nonnull (notice);
  g_assert_null (none);
  g_assert_cmpint (notice->summary.lines, ==, 3);
  g_assert_cmpint (notice->summary.orders, ==, 2);
  g_assert_cmpint (notice->summary.customers, ==, 2);
  shop_assert_sound (shop);
}

/* A delivery larger than a batch of rows: everybody gets theirs, and is told once. */
static void
test_large (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaDelivery) posted = NULL;
  gint64 delivery;

  shop_product (shop, "K");
  for (guint i = 0; i < 70; i++)
    shop_order (shop, "Siti", "K", 2, NOBODY);

  delivery = shop_receive (shop, "K", 137);
  posted = shop_look_delivery (shop, delivery);
  g_assert_cmpint (posted->served->len, ==, 69);
  for (guint i = 0; i < posted->served->len; i++)
    {
      const SediaServed *served = posted->served->pdata[i];

      g_assert_cmpint (served->quantity, ==, i < 68 ? 2 : 1);
      g_assert_cmpint (served->line_complete, ==, i < 68);
    }
  assert_stock (shop, "K", "137/137/140");
  shop_assert_sound (shop);

  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_stock (shop, "K", "0/0/140");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/round/6-order-ready", test_order_ready);
  g_test_add_func ("/store/round/7-count-is-one-restock", test_count_is_one_restock);
  g_test_add_func ("/store/round/large", test_large);

  return g_test_run ();
}
