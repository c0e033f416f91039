/* What an order would come to is what it comes to: each line is previewed, then placed, and looked
 * at again.
 */
#include "config.h"

#include "shop.h"

#include <string.h>

static const Wish NOBODY = { .need_by = 0 };

static gpointer
preview_job (SediaDb   *db,
             gpointer   lines,
             GError   **error)
{
  return sedia_order_preview (db, lines, error);
}

static GPtrArray *
preview (Shop       *shop,
         const char *sku,
         gint64      quantity,
         Wish        wish)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  SediaOrderLineDraft line = {
    .product_id = shop_product_id (shop, sku),
    .quantity = quantity,
    .need_by = wish.need_by != 0 ? wish.need_by : SEDIA_NO_DAY,
    .first = wish.first,
    .all_or_nothing = wish.all,
    .price = SEDIA_NO_AMOUNT,
  };
  g_autoptr (GError) error = NULL;
  GPtrArray *outcomes;

  g_array_append_val (lines, line);
  outcomes = sedia_store_read (shop->store, preview_job, lines, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, 1);

  return outcomes;
}

/* The line as the waiting list shows it, with its place. */
static gpointer
line_job (SediaDb   *db,
          gpointer   order_id,
          GError   **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (SediaOrder) order = sedia_order_read (db, *(gint64 *) order_id, error);
  const gint64 id = ((SediaOrderLine *) g_ptr_array_index (order->lines, 0))->id;

  return sedia_list_page (db, query, &id, 1, error);
}

/* Previews, places, compares; returns what was previewed as "ready/waiting place". */
static char *
order (Shop       *shop,
       const char *customer,
       const char *sku,
       gint64      quantity,
       Wish        wish)
{
  g_autoptr (GPtrArray) outcomes = preview (shop, sku, quantity, wish);
  const SediaLineOutcome *outcome = g_ptr_array_index (outcomes, 0);
  gint64 order_id = shop_order (shop, customer, sku, quantity, wish);
  g_autoptr (GPtrArray) page = sedia_store_read (shop->store, line_job, &order_id, NULL);
  const SediaOrderLine *line = ((SediaWaiting *) g_ptr_array_index (page, 0))->line;

  g_assert_cmpint (outcome->ready, ==, line->reserved);
  g_assert_cmpint (outcome->waiting, ==, sedia_order_line_waiting (line));
  g_assert_cmpuint (outcome->place, ==, line->queue_position);
  g_assert_cmpint (outcome->ahead, ==, line->ahead);

  return g_strdup_printf ("%d/%d %u", (int) outcome->ready, (int) outcome->waiting, outcome->place);
}

#define assert_order(shop, customer, sku, quantity, wish, expected) \
  G_STMT_START { \
    g_autofree char *came_to_ = order (shop, customer, sku, quantity, wish); \
    g_assert_cmpstr (came_to_, ==, expected); \
  } G_STMT_END

/* 3.1, 3.3: what is free goes to the new line only when nobody waits ahead of it */
static void
test_places (void)
{
  g_autoptr (Shop) shop = shop_open ();

  shop_product (shop, "K");
  shop_receive (shop, "K", 7);
  assert_order (shop, "Siti", "K", 5, NOBODY, "5/0 0");
  assert_order (shop, "Budi", "K", 5, NOBODY, "2/3 1");
  assert_order (shop, "Agus", "K", 4, NOBODY, "0/4 2");
  assert_order (shop, "Dewi", "K", 1, ((Wish) { .need_by = 30000 }), "0/1 1");
  assert_order (shop, "Rani", "K", 1, ((Wish) { .first = TRUE }), "0/1 1");
  assert_order (shop, "Tono", "K", 2, ((Wish) { .all = TRUE }), "0/2 5");
  shop_assert_sound (shop);
}

static void
test_strictly_oldest (void)
{
  g_autoptr (Shop) shop = shop_open ();

  shop_product (shop, "K");
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));
  assert_order (shop, "Siti", "K", 5, NOBODY, "0/5 1");
  assert_order (shop, "Dewi", "K", 1, ((Wish) { .need_by = 30000 }), "0/1 2");
}

/* A held line is passed over, and others after it are not. */
static void
test_held (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  g_assert_true (shop_release (shop, siti, 1, 0));
  assert_order (shop, "Budi", "K", 4, NOBODY, "3/1 1");
}

/* Several lines of one product share what is free, in their order. */
static void
test_same_product (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  SediaOrderLineDraft line = { .need_by = SEDIA_NO_DAY, .price = SEDIA_NO_AMOUNT, .quantity = 2 };
  g_autoptr (GPtrArray) outcomes = NULL;
  const SediaLineOutcome *outcome;

  line.product_id = shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  g_array_append_val (lines, line);
  g_array_append_val (lines, line);
  line.quantity = 0;
  g_array_append_val (lines, line);

  outcomes = sedia_store_read (shop->store, preview_job, lines, NULL);
  outcome = g_ptr_array_index (outcomes, 0);
  g_assert_cmpint (outcome->ready, ==, 2);
  outcome = g_ptr_array_index (outcomes, 1);
  g_assert_cmpint (outcome->ready, ==, 1);
  g_assert_cmpint (outcome->waiting, ==, 1);
  g_assert_cmpuint (outcome->place, ==, 1);
  outcome = g_ptr_array_index (outcomes, 2);
  g_assert_cmpint (outcome->ready + outcome->waiting, ==, 0);
}

static void
assert_problem (Shop       *shop,
                gint64      quantity,
                const char *part,
                gboolean    may_go_on)
{
  g_autoptr (GPtrArray) outcomes = preview (shop, "K", quantity, NOBODY);
  const SediaLineOutcome *outcome = g_ptr_array_index (outcomes, 0);

  if (part == NULL)
    {
      g_assert_null (outcome->problem);
      return;
    }

  g_assert_nonnull (outcome->problem);
  g_assert_nonnull (strstr (outcome->problem, part));
  g_assert_cmpint (outcome->may_go_on, ==, may_go_on);
}

/* What placing would refuse is known before. */
static void
test_policy (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = sedia_product_new ();

  product->sku = g_strdup ("K");
  product->name = g_strdup ("Kettle");
  product->backorder = SEDIA_BACKORDER_REFUSE;
  shop_product_full (shop, product);
  shop_receive (shop, "K", 2);
  assert_problem (shop, 2, NULL, FALSE);
  assert_problem (shop, 3, "not taken on backorder", FALSE);

  product->backorder = SEDIA_BACKORDER_WARN;
  shop_product_full (shop, product);
  assert_problem (shop, 3, "would wait", TRUE);

  product->backorder = SEDIA_BACKORDER_ALLOW;
  product->backorder_limit = 3;
  shop_product_full (shop, product);
  assert_problem (shop, 5, NULL, FALSE);
  assert_problem (shop, 6, "no more than 3 pcs may wait", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/preview/3.3-places", test_places);
  g_test_add_func ("/store/preview/3.1-strictly-oldest", test_strictly_oldest);
  g_test_add_func ("/store/preview/3.3-held", test_held);
  g_test_add_func ("/store/preview/same-product", test_same_product);
  g_test_add_func ("/store/preview/policy", test_policy);

  return g_test_run ();
}
