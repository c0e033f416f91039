/* Whether a backorder suits a product, by the shop's own records; and what the owner decides.
 *
 * Days are those of telling.h, counted from 1 November 2020.
 */
#include "config.h"

#include "purchases.h"
#include "sedia-insight.h"

#include <string.h>

typedef struct
{
  gint64 product_id;
  int today;
  SediaBackorderTerms terms;
  const char *why;
} Asking;

static gpointer
verdict_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Asking *asking = data;

  return sedia_verdict_of (db, asking->product_id, asking->today, error);
}

static SediaProductVerdict *
look_verdict (Shop *shop,
              int   today)
{
  Asking asking = { .product_id = shop_product_id (shop, "K"), .today = NOV (today) };
  g_autoptr (GError) error = NULL;
  SediaProductVerdict *verdict = sedia_store_read (shop->store, verdict_job, &asking, &error);

  g_assert_no_error (error);
  return verdict;
}

/* "late 1/2 kept 0/1 cancelled 0/0 right 3/4"; every number has as many rows as it says. */
static char *
numbers_of (const SediaProductVerdict *verdict)
{
  const SediaVerdictNumbers *numbers = &verdict->numbers;
  const struct
  {
    const SediaShare *share;
    SediaVerdictReason reason;
    gboolean is_good; /* whether the hits speak for the shop */
  } parts[] = {
    { &numbers->late, SEDIA_VERDICT_SUPPLIER, FALSE },
    { &numbers->kept, SEDIA_VERDICT_PROMISES, TRUE },
    { &numbers->cancelled, SEDIA_VERDICT_CANCELLED, FALSE },
    { &numbers->right, SEDIA_VERDICT_COUNTS, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GPtrArray *rows = verdict->evidence[parts[i].reason];
      guint hits = 0;

      g_assert_cmpuint (rows->len, ==, parts[i].share->n);
      for (guint j = 0; j < rows->len; j++)
        {
          const SediaEvidence *row = g_ptr_array_index (rows, j);

          hits += !row->is_good == !parts[i].is_good;
          g_assert_cmpstr (row->what, !=, "");
          g_assert_cmpstr (row->found, !=, "");
        }
      g_assert_cmpuint (hits, ==, parts[i].share->hits);
    }

  return g_strdup_printf ("late %u/%u kept %u/%u cancelled %u/%u right %u/%u",
                          numbers->late.hits, numbers->late.n, numbers->kept.hits, numbers->kept.n,
                          numbers->cancelled.hits, numbers->cancelled.n, numbers->right.hits,
                          numbers->right.n);
}

#define assert_numbers(shop, today, expected) \
  G_STMT_START { \
    g_autoptr (SediaProductVerdict) verdict_ = look_verdict (shop, today); \
    g_autofree char *numbers_ = numbers_of (verdict_); \
    g_assert_cmpstr (numbers_, ==, expected); \
  } G_STMT_END

static void
test_nothing (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  g_autoptr (SediaProductVerdict) verdict = look_verdict (shop, 20);

  assert_numbers (shop, 20, "late 0/0 kept 0/0 cancelled 0/0 right 0/0");
  g_assert_cmpuint (verdict->verdict.kind, ==, SEDIA_VERDICT_NOT_ENOUGH_HISTORY);
  g_assert_cmpint (verdict->numbers.lead_days, ==, -1);
  g_assert_cmpuint (verdict->numbers.forecasts, ==, 0);
  g_assert_cmpint (verdict->decided_at, ==, 0);
}

/* ---- promises */

static gint64
wait_for (Shop       *shop,
          const char *customer,
          int         day)
{
  return order_at (shop, customer, "K", 1, NOBODY, AT (day, 9, 0));
}

static void
tell_day (Shop       *shop,
          const char *customer,
          int         on,
          int         day)
{
  g_assert_true (expect_at (shop, "K", NOV (day), AT (on, 10, 0)));
  g_assert_true (tell_at (shop, customer, AT (on, 11, 0)));
}

/* The day is over before it is broken; one that is moved in good time is another promise; one that
 * is moved when it has come is broken. */
static void
test_promises (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  wait_for (shop, "Siti", 2);
  assert_numbers (shop, 40, "late 0/0 kept 0/0 cancelled 0/0 right 0/0");
  tell_day (shop, "Siti", 2, 10);
  assert_numbers (shop, 10, "late 0/0 kept 0/0 cancelled 0/0 right 0/0");
  assert_numbers (shop, 11, "late 0/0 kept 0/1 cancelled 0/0 right 0/0");
  tell_day (shop, "Siti", 9, 14);
  assert_numbers (shop, 14, "late 0/0 kept 0/0 cancelled 0/0 right 0/0");
  tell_day (shop, "Siti", 14, 20);
  assert_numbers (shop, 15, "late 0/0 kept 0/1 cancelled 0/0 right 0/0");
  shop->at = AT (18, 9, 0);
  shop_receive (shop, "K", 1);
  assert_numbers (shop, 18, "late 0/0 kept 0/1 cancelled 0/0 right 0/0");

  /* There on the very day, late in the evening. */
  wait_for (shop, "Budi", 19);
  tell_day (shop, "Budi", 19, 25);
  shop->at = AT (25, 23, 59);
  shop_receive (shop, "K", 1);
  assert_numbers (shop, 25, "late 0/0 kept 1/2 cancelled 0/0 right 0/0");
  /* It did not come after all. */
  g_assert_true (shop_undo (shop, 0));
  assert_numbers (shop, 25, "late 0/0 kept 0/1 cancelled 0/0 right 0/0");
  assert_numbers (shop, 26, "late 0/0 kept 0/2 cancelled 0/0 right 0/0");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_numbers (shop, 26, "late 0/0 kept 1/2 cancelled 0/0 right 0/0");

  /* What a year ago was promised says nothing of now. */
  assert_numbers (shop, 25 + 364, "late 0/0 kept 1/1 cancelled 0/0 right 0/0");
  assert_numbers (shop, 26 + 364, "late 0/0 kept 0/0 cancelled 0/0 right 0/0");
}

/* Who gave up before the day came was not let down; who gave up after it was. */
static void
test_given_up (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = wait_for (shop, "Siti", 2), budi;

  tell_day (shop, "Siti", 2, 10);
  shop->at = AT (9, 9, 0);
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  assert_numbers (shop, 20, "late 0/0 kept 0/0 cancelled 1/1 right 0/0");

  budi = wait_for (shop, "Budi", 9);
  tell_day (shop, "Budi", 9, 10);
  shop->at = AT (11, 9, 0);
  g_assert_true (shop_cancel (shop, budi, 0, 0));
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 2/2 right 0/0");
  g_assert_true (shop_undo (shop, 0));
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 1/1 right 0/0");

  /* What was there at once did not wait; what was brought back for money was not given up. */
  shop->at = AT (12, 9, 0);
  shop_receive (shop, "K", 2);
  g_assert_true (shop_hand_over (shop, budi, 1, 1, FALSE));
  g_assert_true (shop_return (shop, budi, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 1/2 right 0/0");
  siti = wait_for (shop, "Siti", 13);
  shop->at = AT (13, 10, 0);
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 1/2 right 0/0");

  /* An order that was taken back was none. */
  shop->at = AT (14, 9, 0);
  g_assert_true (shop_issue (shop, "K", 2, "damage", TRUE));
  wait_for (shop, "Wati", 14);
  g_assert_true (shop_undo (shop, 0));
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 1/2 right 0/0");
  /* Who takes something else did not give up. */
  shop_product (shop, "M");
  siti = wait_for (shop, "Siti", 15);
  shop_order_instead (shop, "Siti", "M", 1, siti, 1);
  assert_numbers (shop, 20, "late 0/0 kept 0/1 cancelled 1/3 right 0/0");
}

/* ---- the supplier, counts */

static void
test_supplier (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  const gint64 supplier = shop_supplier (shop, "CV Sumber");
  g_autoptr (SediaProductVerdict) verdict = NULL;
  gint64 first, second, third;

  shop_edit_products (shop, SEDIA_PRODUCT_SUPPLIER, supplier, NULL);
  shop->at = AT (2, 9, 0);
  first = buy_full (shop, supplier, "K=5@9", 0, FALSE);
  second = buy_full (shop, supplier, "K=5@12", 0, FALSE);
  third = buy_full (shop, supplier, "K=5@20", 0, FALSE);
  g_assert_cmpint (third, !=, 0);
  shop->at = AT (9, 20, 0);
  receive_for (shop, first, "K=5");
  assert_numbers (shop, 9, "late 0/1 kept 0/0 cancelled 0/0 right 0/0");
  assert_numbers (shop, 12, "late 0/1 kept 0/0 cancelled 0/0 right 0/0");
  assert_numbers (shop, 13, "late 1/2 kept 0/0 cancelled 0/0 right 0/0");
  shop->at = AT (13, 9, 0);
  receive_for (shop, second, "K=5");
  assert_numbers (shop, 20, "late 1/2 kept 0/0 cancelled 0/0 right 0/0");
  assert_numbers (shop, 21, "late 2/3 kept 0/0 cancelled 0/0 right 0/0");
  verdict = look_verdict (shop, 21);
  g_assert_cmpint (verdict->numbers.lead_days, ==, -1); /* too few, and it states nothing */
}

static void
test_counts (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop->at = AT (2, 9, 0);
  g_assert_true (shop_count (shop, "K", 0));
  g_assert_true (shop_count (shop, "K", 3));
  g_assert_true (shop_count (shop, "K", 3));
  assert_numbers (shop, 3, "late 0/0 kept 0/0 cancelled 0/0 right 2/3");
  g_assert_true (shop_undo (shop, 0));
  assert_numbers (shop, 3, "late 0/0 kept 0/0 cancelled 0/0 right 1/2");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_numbers (shop, 3, "late 0/0 kept 0/0 cancelled 0/0 right 2/3");
}

/* ---- random shops: what happens is tallied while it happens */

typedef struct
{
  Shop *shop;
  GRand *rand;
  int day;
  SediaShare kept, cancelled, right;
} World;

/* Somebody waits, is told days, and gets it or gives up; then the world waits for a while, so that
 * every promise can be judged. */
static void
episode (World *world)
{
  const int placed = world->day;
  const gboolean is_told = g_rand_int_range (world->rand, 0, 4) > 0;
  const gboolean is_moved = is_told && g_rand_int_range (world->rand, 0, 3) == 0;
  const gboolean gives_up = g_rand_int_range (world->rand, 0, 4) == 0;
  const int first = placed + g_rand_int_range (world->rand, 1, 8);
  const int moved_on = placed + g_rand_int_range (world->rand, 1, 10);
  const int second = moved_on + g_rand_int_range (world->rand, 1, 6);
  const int end = moved_on + g_rand_int_range (world->rand, 0, 12);
  int promised = is_told ? first : 0;
  const gint64 order = wait_for (world->shop, "Siti", placed);

  if (is_told)
    tell_day (world->shop, "Siti", placed, first);
  if (is_moved)
    tell_day (world->shop, "Siti", moved_on, second);
  if (is_moved && moved_on < first)
    promised = second;

  world->shop->at = AT (end, 12, 0);
  if (gives_up)
    g_assert_true (shop_cancel (world->shop, order, 0, 0));
  else
    shop_receive (world->shop, "K", 1);

  world->cancelled.n++;
  world->cancelled.hits += gives_up;
  if (promised != 0 && (!gives_up || promised < end))
    {
      world->kept.n++;
      world->kept.hits += !gives_up && end <= promised;
    }
  if (!gives_up)
    g_assert_true (shop_hand_over (world->shop, order, 1, 1, FALSE));
  world->day = end + 1;
}

/* A thing is done, taken back, and perhaps done again: then it counts once. */
static void
count_it (World *world)
{
  const gint64 quantity = g_rand_int_range (world->rand, 0, 2);
  const gboolean is_undone = g_rand_int_range (world->rand, 0, 3) == 0;
  const gboolean is_redone = is_undone && g_rand_boolean (world->rand);
  g_autoptr (SediaProduct) product = shop_look (world->shop, "K");

  world->shop->at = AT (world->day, 15, 0);
  g_assert_true (shop_count (world->shop, "K", quantity));
  if (is_undone)
    g_assert_true (shop_undo (world->shop, 0));
  if (is_redone)
    g_assert_true (shop_undo (world->shop, shop_last_operation (world->shop)));
  if (!is_undone || is_redone)
    {
      world->right.n++;
      world->right.hits += product->on_hand == quantity;
    }
  /* The next one waits again. */
  g_assert_true (shop_count (world->shop, "K", 0));
  world->right.n++;
  world->right.hits += (is_undone && !is_redone ? product->on_hand : quantity) == 0;
  world->day++;
}

static void
test_random (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (Shop) shop = shop_of_november ();
      World world = { .shop = shop, .rand = g_rand_new_with_seed (seed), .day = 2 };
      g_autofree char *expected = NULL;

      while (world.day < 250)
        {
          episode (&world);
          if (g_rand_boolean (world.rand))
            count_it (&world);
        }
      g_assert_cmpuint (world.kept.hits, >, 0);
      g_assert_cmpuint (world.kept.hits, <, world.kept.n);
      expected = g_strdup_printf ("late 0/0 kept %u/%u cancelled %u/%u right %u/%u",
                                  world.kept.hits, world.kept.n, world.cancelled.hits,
                                  world.cancelled.n, world.right.hits, world.right.n);
      assert_numbers (shop, 280, expected);
      shop_assert_sound (shop);
      g_rand_free (world.rand);
    }
}

/* ---- deciding */

static gpointer
decide_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Asking *asking = data;

  return telling_answer (sedia_product_decide (db, asking->product_id, &asking->terms, asking->why,
                                               error));
}

static gboolean
decide (Shop                *shop,
        SediaBackorderTerms  terms,
        const char          *why)
{
  Asking asking = { .product_id = shop_product_id (shop, "K"), .terms = terms, .why = why };

  return shop_act (shop, "product-decide", decide_job, &asking);
}

static gpointer
follow_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Asking *asking = data;

  return telling_answer (sedia_product_follow (db, asking->product_id, error));
}

static gboolean
follow (Shop *shop)
{
  Asking asking = { .product_id = shop_product_id (shop, "K") };

  return shop_act (shop, "product-decide", follow_job, &asking);
}

/* "refuse - 0 0 “too slow”" */
static char *
terms_of (Shop *shop)
{
  g_autoptr (SediaProduct) product = shop_look (shop, "K");

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %u %u “%s”",
                          sedia_backorder_policy_to_string (product->backorder),
                          product->backorder_limit == SEDIA_NO_AMOUNT ? -1
                                                                      : product->backorder_limit,
                          product->backorder_wait, product->backorder_deposit,
                          product->backorder_why);
}

#define assert_terms(shop, expected) \
  G_STMT_START { \
    g_autofree char *terms_ = terms_of (shop); \
    g_assert_cmpstr (terms_, ==, expected); \
  } G_STMT_END

/* Five who waited in vain: nobody should wait for it. */
static void
disappoint (Shop *shop)
{
  for (int i = 0; i < 5; i++)
    {
      const gint64 order = wait_for (shop, "Siti", 2 + i * 5);

      tell_day (shop, "Siti", 2 + i * 5, 3 + i * 5);
      shop->at = AT (5 + i * 5, 9, 0);
      g_assert_true (shop_cancel (shop, order, 0, 0));
    }
}

static void
test_deciding (void)
{
  const SediaBackorderTerms warn = { SEDIA_BACKORDER_WARN, 4, 14, 50 };
  const SediaBackorderTerms refuse = { SEDIA_BACKORDER_REFUSE, SEDIA_NO_AMOUNT, 0, 0 };
  const SediaBackorderTerms wrong = { SEDIA_BACKORDER_WARN, 4, 14, 101 };
  g_autoptr (Shop) shop = shop_of_november ();
  g_autoptr (SediaProductVerdict) verdict = NULL;

  /* There is nothing to follow yet, and nothing to decide against. */
  shop->at = AT (2, 8, 0);
  g_assert_false (follow (shop));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "decide yourself");
  g_assert_true (decide (shop, warn, NULL));
  assert_terms (shop, "warn 4 14 50 “”");
  g_assert_true (shop_undo (shop, 0));
  assert_terms (shop, "allow -1 0 0 “”");

  disappoint (shop);
  shop->at = AT (30, 9, 0);
  g_assert_false (decide (shop, warn, "  "));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "note why");
  g_assert_false (decide (shop, wrong, "why not"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "deposit");
  assert_terms (shop, "allow -1 0 0 “”");

  g_assert_true (decide (shop, warn, " they insist "));
  assert_terms (shop, "warn 4 14 50 “they insist”");
  verdict = look_verdict (shop, 30);
  g_assert_cmpuint (verdict->verdict.kind, ==, SEDIA_VERDICT_NOT_ADVISED);
  g_assert_cmpint (verdict->decided_at, ==, AT (30, 9, 0));
  g_assert_nonnull (verdict->decided_by);

  /* The verdict's own terms need no note. */
  g_assert_true (decide (shop, refuse, NULL));
  assert_terms (shop, "refuse -1 0 0 “”");
  g_assert_true (shop_undo (shop, 0));
  assert_terms (shop, "warn 4 14 50 “they insist”");
  g_assert_true (follow (shop));
  assert_terms (shop, "refuse -1 0 0 “”");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_terms (shop, "warn 4 14 50 “they insist”");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/verdict/nothing", test_nothing);
  g_test_add_func ("/store/verdict/promises", test_promises);
  g_test_add_func ("/store/verdict/given-up", test_given_up);
  g_test_add_func ("/store/verdict/supplier", test_supplier);
  g_test_add_func ("/store/verdict/counts", test_counts);
  g_test_add_func ("/store/verdict/random", test_random);
  g_test_add_func ("/store/verdict/deciding", test_deciding);

  return g_test_run ();
}
