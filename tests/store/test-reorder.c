/* How much to order: the shop's rules, how long suppliers take, the least they take, and what comes
 * of odd numbers.
 */
#include "config.h"

#include "purchases.h"
#include "sedia-db.h"
#include "sedia-demand.h"

#include <string.h>

#define WEEKS 20
#define TODAY NOV (2 + WEEKS * 7) /* a Monday */

/* ---- asking */

static gpointer
list_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_reorder_list (db, *(const int *) data, error);
}

static GPtrArray *
suggestions (Shop *shop,
             int   today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = sedia_store_read (shop->store, list_job, &today, &error);

  g_assert_no_error (error);
  return list;
}

static const SediaReorder *
find (GPtrArray  *list,
      const char *sku)
{
  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);

      if (g_str_equal (reorder->product->sku, sku))
        return reorder;
    }

  return NULL;
}

/* "K 12, M 5" */
static char *
words_of (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", reorder->product->sku,
                              (int) reorder->suggestion.suggested);
    }

  return g_string_free (text, FALSE);
}

#define assert_suggested(shop, expected)                                                           \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autoptr (GPtrArray) list_ = suggestions (shop, TODAY);                                     \
      g_autofree char *words_ = words_of (list_);                                                  \
      g_assert_cmpstr (words_, ==, expected);                                                      \
    }                                                                                              \
  G_STMT_END

static void
assert_basis (Shop       *shop,
              const char *sku,
              const char *expected)
{
  g_autoptr (GPtrArray) list = suggestions (shop, TODAY);
  const SediaReorder *reorder = find (list, sku);
  g_autofree char *basis = NULL;

  g_assert_nonnull (reorder);
  basis = sedia_reorder_basis_sentence (reorder->product, &reorder->suggestion);
  g_assert_cmpstr (basis, ==, expected);
}

/* ---- a shop */

static gpointer
supplier_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  return sedia_supplier_save (db, data, error) ? SEDIA_DONE : NULL;
}

static void
edit_supplier (Shop   *shop,
               gint64  id,
               int     lead_days,
               gint64  least_value)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  supplier->id = id;
  supplier->name = g_strdup ("Java");
  supplier->lead_days = lead_days;
  supplier->least_value = least_value;
  shop_act (shop, "supplier-edit", supplier_job, supplier);
}

static void
edit_product (Shop   *shop,
              const char *sku,
              gint64  minimum,
              gint64  maximum,
              gint64  pack,
              gint64  cost)
{
  g_autoptr (SediaProduct) product = shop_look (shop, sku);

  product->supplier_id = 1;
  product->minimum = minimum;
  product->maximum = maximum;
  product->pack = pack;
  product->cost = cost;
  shop_product_full (shop, product);
}

/* K sells 12 a week, and Java, who brings it, states a week. */
static Shop *
shop_that_sells (void)
{
  Shop *shop = shop_with_supplier ();

  edit_supplier (shop, 1, 7, SEDIA_NO_AMOUNT);
  edit_product (shop, "K", SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT, 0, SEDIA_NO_AMOUNT);
  for (int week = 0; week < WEEKS; week++)
    {
      shop->at = AT (2 + week * 7, 9, 0);
      g_assert_true (shop_asked (shop, "K", 12));
    }
  g_assert_no_error (shop->error);

  return shop;
}

/* Ordered on a Monday, it comes so many days later. */
static void
bring (Shop *shop,
       int   week,
       int   days)
{
  gint64 purchase;

  shop->at = AT (2 + week * 7, 9, 0);
  purchase = buy_full (shop, 1, "M=1", 9 + week * 7, FALSE);
  g_assert_no_error (shop->error);
  shop->at = AT (2 + week * 7 + days, 9, 0);
  g_assert_cmpint (receive_for (shop, purchase, "M=1"), !=, 0);
}

/* ---- the shop's rules */

/* What the owner chose goes into the levels; longer times take more. */
static void
test_settings (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  /* A week until it comes, one between two looks, four that the order lasts; strictly below. */
  assert_suggested (shop, "K 73");
  g_assert_true (choose (shop, "review", "14"));
  assert_suggested (shop, "K 85");
  g_assert_true (choose (shop, "cover", "7"));
  assert_suggested (shop, "K 49");
  edit_supplier (shop, 1, 14, SEDIA_NO_AMOUNT);
  assert_suggested (shop, "K 61");

  g_assert_false (choose (shop, "service", "1"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "from 2 to 1000");
  g_assert_false (choose (shop, "review", "0"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "from 1 to 90");
  g_assert_false (choose (shop, "cover", "366"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "from 1 to 365");
}

/* The less often it may run out, the more is kept. */
static void
test_service (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();
  gint64 before = 0;

  for (int week = 0; week < WEEKS; week += 2)
    {
      shop->at = AT (3 + week * 7, 9, 0);
      g_assert_true (shop_asked (shop, "K", 8));
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const services[] = { "2", "20", "1000" };
      g_autoptr (GPtrArray) list = NULL;

      g_assert_true (choose (shop, "service", services[i]));
      list = suggestions (shop, TODAY);
      g_assert_cmpint (find (list, "K")->suggestion.minimum, >, before);
      before = find (list, "K")->suggestion.minimum;
    }
}

/* ---- how long a supplier takes */

/* As it states, until there are five deliveries; then as they were, with their spread. */
static void
test_lead_time (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  assert_basis (shop, "K", "Sells about 12 pcs a week, from 20 weeks; a delivery takes 7 days, as "
                           "the supplier states; 0 pcs are kept in reserve, to run out at most "
                           "once in 20 orders.");
  for (int week = 0; week < 4; week++)
    bring (shop, week, 14);
  assert_suggested (shop, "K 73");
  bring (shop, 4, 14);
  assert_suggested (shop, "K 85"); /* a week later */
  assert_basis (shop, "K", "Sells about 12 pcs a week, from 20 weeks; a delivery took 14 days, the "
                           "last 5 times; 0 pcs are kept in reserve, to run out at most once in 20 "
                           "orders.");
  bring (shop, 5, 2);
  bring (shop, 6, 26);
  assert_basis (shop, "K", "Sells about 12 pcs a week, from 20 weeks; a delivery took 14 days, "
                           "give or take 7, the last 7 times; 20 pcs are kept in reserve, to run "
                           "out at most once in 20 orders.");
  assert_suggested (shop, "K 104");
}

/* Nobody states it, and there were no deliveries: only those who wait are covered. */
static void
test_bad_supplier_without_history (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  edit_supplier (shop, 1, -1, SEDIA_NO_AMOUNT);
  assert_suggested (shop, "");
  shop->at = AT (30, 9, 0);
  g_assert_cmpint (shop_order (shop, "Siti", "K", 5, NOBODY), !=, 0);
  assert_suggested (shop, "K 5");
  assert_basis (shop, "K", "No minimum is set, and too little is known to work one out: only "
                           "customers who wait are covered.");
}

/* ---- the least an order is worth */

typedef struct
{
  GArray *amounts;
  int today;
} FillBag;

static gpointer
fill_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  FillBag *bag = data;

  return sedia_reorder_fill (db, 1, bag->amounts, bag->today, error);
}

static char *
filled (Shop       *shop,
        const char *chosen)
{
  g_autoptr (GArray) amounts = purchase_amounts_of (shop, chosen);
  FillBag bag = { amounts, TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sedia_store_read (shop->store, fill_job, &bag, &error);
  GString *text = g_string_new (NULL);

  if (list == NULL)
    g_string_append (text, error->message);
  for (guint i = 0; list != NULL && i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      g_string_append_printf (text, "%s%s=%d", i > 0 ? " " : "",
                              amount->product_id == shop_product_id (shop, "K") ? "K" : "M",
                              (int) amount->quantity);
    }

  return g_string_free (text, FALSE);
}

#define assert_fills(shop, chosen, expected)                                                       \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *filled_ = filled (shop, chosen);                                            \
      g_assert_cmpstr (filled_, ==, expected);                                                     \
    }                                                                                              \
  G_STMT_END

/* What is nearest to its minimum is taken along; those who wait are covered. */
static void
test_fill (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();
  g_autoptr (GPtrArray) list = NULL;

  edit_product (shop, "K", 5, 20, 5, 1000);
  edit_product (shop, "M", 3, 30, 0, 1000);
  shop->at = AT (100, 9, 0);
  shop_receive (shop, "M", 4);
  edit_supplier (shop, 1, 7, 30000);
  assert_suggested (shop, "K 20");
  assert_fills (shop, "K=20", "K=20 M=10");
  assert_fills (shop, "", "K=15 M=15"); /* nobody chose any yet: side by side */
  assert_fills (shop, "K=25", "K=25 M=5");

  g_assert_cmpint (shop_order (shop, "Siti", "M", 19, NOBODY), !=, 0);
  assert_suggested (shop, "K 20, M 45");
  assert_fills (shop, "K=20", "K=20 M=15"); /* for Siti */
  edit_supplier (shop, 1, 7, SEDIA_QUANTITY_MAX);
  assert_fills (shop, "K=20", "Even a year of all that this supplier brings, as far as its cost is "
                              "known, is worth less than the least it takes.");

  edit_supplier (shop, 1, 7, 30000);
  list = suggestions (shop, TODAY);
  g_assert_cmpint (find (list, "K")->least_value, ==, 30000);
}

/* ---- ordering exactly so much */

static gpointer
order_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  FillBag *bag = data;
  g_autoptr (GArray) ids = sedia_reorder_order_amounts (db, bag->amounts, bag->today, error);

  return ids != NULL ? SEDIA_DONE : NULL;
}

static gboolean
order (Shop       *shop,
       const char *chosen)
{
  g_autoptr (GArray) amounts = purchase_amounts_of (shop, chosen);
  FillBag bag = { amounts, TODAY };

  return shop_act (shop, "reorder-order", order_job, &bag);
}

/* Rule 8: running it twice suggests nothing new. */
static void
test_twice (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  edit_product (shop, "K", 5, 20, 5, 1000);
  edit_product (shop, "M", 3, 30, 0, 1000);
  assert_suggested (shop, "K 20, M 30");
  g_assert_true (order (shop, "K=10 M=3"));
  assert_purchase (shop, 1, "draft: K 10-0-0=0 @?/?; M 3-0-0=0 @?/?");
  assert_suggested (shop, "");

  g_assert_false (order (shop, "K=10"));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM,
                       "10 pcs of K is in a draft purchase already, and no more is needed.");
  shop->anyway = TRUE;
  g_assert_true (order (shop, "K=10"));
  shop->anyway = FALSE;
  g_assert_true (shop_undo (shop, 0));
  g_assert_true (shop_undo (shop, shop_last_operation (shop) - 2));
  assert_suggested (shop, "K 20, M 30");
  g_assert_true (order (shop, "K=20"));
  shop_assert_sound (shop);
}

/* What the supplier will not take asks for a yes; what makes no sense is refused. */
static void
test_amounts (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autoptr (SediaProduct) product = NULL;

  edit_product (shop, "K", 5, 20, 5, 1000);
  edit_product (shop, "M", 3, 30, 0, 1000);
  product = shop_look (shop, "M");
  product->moq = 12;
  shop_product_full (shop, product);

  g_assert_false (order (shop, "K=12"));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM,
                       "K comes in packs of 5 pcs; 12 pcs is not a whole number of packs.");
  g_assert_false (order (shop, "M=11"));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM,
                       "The least order of M is 12 pcs; 11 pcs is below it.");
  g_assert_false (order (shop, "K=0"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "above zero");
  g_assert_false (order (shop, "K=5 M=12 K=5"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "K stands there twice");
  shop->anyway = TRUE;
  g_assert_true (order (shop, "K=12 M=11"));
  assert_purchase (shop, 1, "draft: K 12-0-0=0 @?/?; M 11-0-0=0 @?/?");
  shop_assert_sound (shop);
}

/* ---- odd numbers */

static void
test_bad_lead_time (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  edit_supplier (shop, 1, 0, SEDIA_NO_AMOUNT);
  g_assert_no_error (shop->error);
  assert_suggested (shop, "K 61"); /* at once: only the week between two looks */
  edit_supplier (shop, 1, -2, SEDIA_NO_AMOUNT);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "-2 is no lead time for Java");
  edit_supplier (shop, 1, 3651, SEDIA_NO_AMOUNT);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "3651 is no lead time for Java");
  edit_supplier (shop, 1, 7, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "must be above zero");
  edit_supplier (shop, 1, 7, -5);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "must be above zero");
}

/* What was entered as having come before it was ordered took no time. */
static void
test_bad_delivered_before_ordered (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  for (int week = 0; week < 5; week++)
    bring (shop, 10 + week, -3);
  assert_basis (shop, "K", "Sells about 12 pcs a week, from 20 weeks; a delivery took 0 days, the "
                           "last 5 times; 0 pcs are kept in reserve, to run out at most once in 20 "
                           "orders.");
}

static void
test_bad_levels (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();

  edit_product (shop, "K", 9, 8, 0, SEDIA_NO_AMOUNT);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "above its maximum");
  edit_product (shop, "K", -1, 8, 0, SEDIA_NO_AMOUNT);
  g_assert_nonnull (shop->error);
  edit_product (shop, "K", 8, 8, -1, SEDIA_NO_AMOUNT);
  g_assert_nonnull (shop->error);
  edit_product (shop, "K", 8, 8, 0, SEDIA_NO_AMOUNT); /* a pack of 0 is none */
  g_assert_no_error (shop->error);
  assert_suggested (shop, "K 8");
  edit_product (shop, "K", SEDIA_QUANTITY_MAX, SEDIA_QUANTITY_MAX, 0, SEDIA_NO_AMOUNT);
  g_assert_no_error (shop->error);
  {
    g_autoptr (GPtrArray) list = suggestions (shop, TODAY);

    g_assert_cmpint (find (list, "K")->suggestion.suggested, ==, SEDIA_QUANTITY_MAX);
  }
}

/* Nobody asked for it, or in one week alone, or not for years: nothing is made of it. */
static void
test_bad_series (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  edit_supplier (shop, 1, 7, SEDIA_NO_AMOUNT);
  edit_product (shop, "K", SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT, 0, SEDIA_NO_AMOUNT);
  edit_product (shop, "M", SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT, 0, SEDIA_NO_AMOUNT);
  assert_suggested (shop, "");
  shop->at = AT (2, 9, 0);
  shop_receive (shop, "M", 1);                 /* there, and never asked for */
  shop->at = AT (2 + (WEEKS - 1) * 7, 9, 0);
  g_assert_true (shop_asked (shop, "K", 1000)); /* one week alone */
  assert_suggested (shop, "");
  {
    g_autoptr (GPtrArray) later = suggestions (shop, TODAY + 7 * 60);
    g_autoptr (GPtrArray) much_later = suggestions (shop, TODAY + 7 * 400);

    g_assert_nonnull (later);
    g_assert_cmpuint (much_later->len, ==, 0); /* more than three years ago */
  }
}

/* 1900, 2999: no week is lost, no sum runs over. */
static void
test_bad_dates (void)
{
  g_autoptr (Shop) shop = shop_that_sells ();
  static const int days[] = { -25567, 0, 376200, G_MAXINT32 / 8 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) list = suggestions (shop, days[i]);

      g_assert_cmpuint (list->len, ==, 0);
    }
  assert_suggested (shop, "K 73");
}

/* A currency without decimals is counted in hundredths all the same. */
static void
test_bad_money (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *sentence = NULL;
  SediaReorderWorth worth;
  SediaReorderLine line;

  edit_product (shop, "K", 5, 20, 5, 1250000);
  edit_supplier (shop, 1, 7, G_GINT64_CONSTANT (100000000));
  list = suggestions (shop, TODAY);
  line = (SediaReorderLine) { find (list, "K")->product, &find (list, "K")->suggestion, 20 };
  sedia_reorder_worth (&line, 1, &worth);
  sentence = sedia_reorder_worth_sentence (&worth, "Java", find (list, "K")->least_value);
  g_assert_cmpstr (sentence, ==, "Worth 250000; Java takes orders from 1000000: 750000 is missing");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/reorder/settings", test_settings);
  g_test_add_func ("/store/reorder/service", test_service);
  g_test_add_func ("/store/reorder/lead-time", test_lead_time);
  g_test_add_func ("/store/reorder/fill", test_fill);
  g_test_add_func ("/store/reorder/8-twice", test_twice);
  g_test_add_func ("/store/reorder/amounts", test_amounts);
  g_test_add_func ("/store/reorder/bad/supplier-without-history",
                   test_bad_supplier_without_history);
  g_test_add_func ("/store/reorder/bad/lead-time", test_bad_lead_time);
  g_test_add_func ("/store/reorder/bad/delivered-before-ordered",
                   test_bad_delivered_before_ordered);
  g_test_add_func ("/store/reorder/bad/levels", test_bad_levels);
  g_test_add_func ("/store/reorder/bad/series", test_bad_series);
  g_test_add_func ("/store/reorder/bad/dates", test_bad_dates);
  g_test_add_func ("/store/reorder/bad/money", test_bad_money);

  return g_test_run ();
}
