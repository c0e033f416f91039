/* What an order would come to is what it comes to: each line is previewed, then placed, and looked
 * at again.
 */
#include "config.h"

#include "sedia-telling.h"
#include "sedia-time.h"
#include "shop.h"

#include <string.h>

static const Wish NOBODY = { .need_by = 0 };

/* Beforehand, for what is previewed. */
static gint64 paid;

static gpointer
preview_job (SediaDb   *db,
             gpointer   lines,
             GError   **error)
{
  return sedia_order_preview (db, lines, paid, error);
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

/* The very sentence that placing it is stopped with. */
static void
assert_stopped (Shop       *shop,
                gint64      quantity,
                const char *expected)
{
  g_autoptr (GPtrArray) outcomes = preview (shop, "K", quantity, NOBODY);
  const SediaLineOutcome *outcome = g_ptr_array_index (outcomes, 0);

  g_assert_cmpint (shop_order (shop, "Siti", "K", quantity, NOBODY), ==, 0);
  g_assert_error (shop->error, SEDIA_ERROR, outcome->may_go_on ? SEDIA_ERROR_CONFIRM
                                                               : SEDIA_ERROR_REFUSED);
  g_assert_cmpstr (shop->error->message, ==, outcome->problem);
  g_assert_nonnull (strstr (outcome->problem, expected));
  shop_assert_refused (shop, outcome->may_go_on ? SEDIA_ERROR_CONFIRM : SEDIA_ERROR_REFUSED,
                       expected);
}

static gpointer
expect_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const SediaAmount *expected = data;

  return sedia_expected_set (db, expected->product_id, (int) expected->quantity, error)
           ? SEDIA_DONE : NULL;
}

static void
expect (Shop *shop,
        int   day)
{
  SediaAmount expected = { shop_product_id (shop, "K"), day };

  g_assert_true (shop_act (shop, "product-expect", expect_job, &expected));
}

typedef struct
{
  gint64 supplier_id;
  gint64 product_id;
  int day;
} Bought;

static gpointer
buy_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  const Bought *bought = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  const SediaPurchaseLineDraft line = { .product_id = bought->product_id, .quantity = 4,
                                        .price = SEDIA_NO_AMOUNT, .expected = bought->day };
  const SediaPurchaseDraft draft = { .supplier_id = bought->supplier_id, .expected = bought->day,
                                     .lines = lines };
  gint64 id;

  g_array_append_val (lines, line);
  return sedia_purchase_add (db, &draft, &id, error) ? SEDIA_DONE : NULL;
}

/* Longer than it may take, by what somebody said or by what is on its way; why it is refused; a
 * deposit. */
static void
test_terms (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = sedia_product_new ();
  const int today = sedia_day_today ();
  Bought bought = { .supplier_id = shop_supplier (shop, "CV Sumber"), .day = today + 8 };

  product->sku = g_strdup ("K");
  product->name = g_strdup ("Kettle");
  product->price = 100000;
  product->backorder_wait = 7;
  bought.product_id = shop_product_full (shop, product);
  assert_stopped (shop, 3, "nobody knows when it comes");
  expect (shop, today + 7);
  assert_problem (shop, 3, NULL, FALSE);
  expect (shop, today + 8);
  assert_stopped (shop, 3, "wait at most 7 days for Kettle, and it comes");

  /* What is on its way covers four; the fifth comes when somebody said. */
  expect (shop, today + 3);
  assert_problem (shop, 4, NULL, FALSE);
  g_assert_true (shop_act (shop, "purchase-add", buy_job, &bought));
  assert_stopped (shop, 4, "and it comes");
  assert_problem (shop, 5, NULL, FALSE);
  shop->anyway = TRUE;
  g_assert_cmpint (shop_order (shop, "Siti", "K", 4, NOBODY), >, 0);
  shop->anyway = FALSE;

  product->backorder_wait = 0;
  product->backorder = SEDIA_BACKORDER_WARN;
  shop_product_full (shop, product);
  assert_stopped (shop, 2, "ask the customer whether that is all right");

  product->backorder = SEDIA_BACKORDER_REFUSE;
  product->backorder_why = g_strdup ("too slow");
  shop_product_full (shop, product);
  assert_stopped (shop, 2, "(“too slow”)");

  product->backorder = SEDIA_BACKORDER_ALLOW;
  product->backorder_deposit = 30;
  shop_product_full (shop, product);
  assert_stopped (shop, 2, "ask for a deposit of 600 (30 %)");
  paid = 60000;
  assert_problem (shop, 2, NULL, FALSE);
  assert_problem (shop, 3, "deposit of 900", TRUE);
  paid = 0;
  shop_assert_sound (shop);
}

/* What was paid is for all lines, in their order. */
static void
test_one_deposit (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = sedia_product_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  SediaOrderLineDraft line = { .need_by = SEDIA_NO_DAY, .price = SEDIA_NO_AMOUNT, .quantity = 1 };
  g_autoptr (GPtrArray) outcomes = NULL;

  product->sku = g_strdup ("K");
  product->name = g_strdup ("Kettle");
  product->price = 100000;
  product->backorder_deposit = 50;
  line.product_id = shop_product_full (shop, product);
  g_array_append_val (lines, line);
  g_array_append_val (lines, line);

  paid = 99999;
  outcomes = sedia_store_read (shop->store, preview_job, lines, NULL);
  paid = 0;
  g_assert_null (((SediaLineOutcome *) g_ptr_array_index (outcomes, 0))->problem);
  g_assert_nonnull (((SediaLineOutcome *) g_ptr_array_index (outcomes, 1))->problem);
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
  g_test_add_func ("/store/preview/terms", test_terms);
  g_test_add_func ("/store/preview/one-deposit", test_one_deposit);

  return g_test_run ();
}
