/* sale, asked, stock: what leaves the shelf, what is counted, and where every number comes from. */
#include "config.h"

#include "shop.h"

#include <string.h>

static Shop *
shop_with_stock (void)
{
  Shop *shop = shop_new ();

  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "3",
        NULL);
  done (shop, "product", "add", "CUP", "--name", "Cup", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "--at", "2026-11-01", "stock", "count", "TEA=10", "CUP=5", NULL);

  return shop;
}

static void
test_exact (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autofree char *tenth = NULL;
  g_autofree char *large = NULL;

  for (guint i = 0; i < 3; i++)
    done (shop, "sale", "TEA=0.1", NULL);
  tenth = told (shop, "--json", "stock", "show", "TEA", NULL);
  done (shop, "stock", "count", "TEA=999999999.999", NULL);
  large = told (shop, "--json", "stock", "show", "TEA", NULL);

  assert_contains (tenth, "\"on_hand\": 9.7,");
  assert_contains (large, "\"on_hand\": 999999999.999,");
  done (shop, "stock", "count", "CUP=1000000000000", NULL);
  assert_refused (shop, 2, "too large", "stock", "count", "CUP=1000000000001", NULL);
  assert_refused (shop, 2, "too large", "stock", "count", "TEA=99999999999999999999", NULL);
  assert_refused (shop, 2, "0.0001", "stock", "count", "TEA=0.0001", NULL);
}

static void
test_sale (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) sold = asked (shop, "sale", "TEA=1.25", "CUP=2", "TEA=0.75", NULL);

  g_assert_cmpuint (count_at (sold, ""), ==, 2);
  g_assert_cmpstr (text_at (sold, "0/sku"), ==, "TEA");
  g_assert_cmpfloat (number_at (sold, "0/on_hand"), ==, 8);
  g_assert_cmpfloat (number_at (sold, "1/on_hand"), ==, 3);
  assert_refused (shop, 2, "CUP", "sale", "CUP=0", NULL);
  assert_refused (shop, 2, "1.5", "sale", "CUP=1.5", NULL);
  assert_refused (shop, 1, "“MILK”", "sale", "CUP=1", "MILK=1", NULL);
}

static void
test_sale_of_what_is_not_there (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) sold = NULL;
  g_autoptr (JsonNode) log = NULL;

  assert_refused (shop, 1, "Cup", "sale", "CUP=6", NULL);
  sold = asked (shop, "sale", "CUP=6", "--reason", "it was on the shelf", NULL);
  log = asked (shop, "log", "list", "--limit", "1", NULL);

  g_assert_cmpfloat (number_at (sold, "0/on_hand"), ==, -1);
  g_assert_cmpfloat (number_at (sold, "0/free"), ==, -1);
  g_assert_cmpstr (text_at (log, "0/reason"), ==, "it was on the shelf");

  done (shop, "product", "edit", "CUP", "--allow-negative", "no", NULL);
  assert_refused (shop, 1, "Cup", "sale", "CUP=1", "--reason", "really", NULL);
}

static void
test_protected (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autofree char *sentence = NULL;
  g_autoptr (JsonNode) order = NULL;

  done (shop, "order", "add", "--customer", "Siti", "--line", "CUP=4", NULL);
  sentence = refused (shop, 1, "sale", "CUP=2", NULL);
  assert_contains (sentence, "Cup");
  assert_contains (sentence, "2 pcs");
  assert_contains (sentence, "5 pcs");
  assert_contains (sentence, "Siti");
  assert_contains (sentence, "order 1");
  assert_refused (shop, 1, "Siti", "stock", "issue", "CUP=2", "--reason", "own-use", NULL);

  done (shop, "sale", "CUP=2", "--override", NULL);
  order = asked (shop, "order", "show", "1", NULL);
  g_assert_cmpfloat (number_at (order, "lines/0/reserved"), ==, 3);
  g_assert_cmpfloat (number_at (order, "lines/0/waiting"), ==, 1);
}

static void
test_asked (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) product = asked (shop, "asked", "CUP=12", NULL);
  g_autoptr (JsonNode) log = asked (shop, "log", "list", "--limit", "1", NULL);

  g_assert_cmpfloat (number_at (product, "0/on_hand"), ==, 5);
  g_assert_cmpstr (text_at (log, "0/kind"), ==, "asked");

  /* 12 that were asked for would become 1.2. */
  done (shop, "product", "add", "MUG", NULL);
  done (shop, "asked", "MUG=12", NULL);
  assert_refused (shop, 1, "The decimals of product MUG cannot change", "product", "edit", "MUG",
                  "--decimals", "1", NULL);
}

static void
test_count (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) counted = NULL;
  g_autoptr (JsonNode) history = NULL;

  counted = asked (shop, "stock", "count", "CUP=3", "--reason", "two broke", NULL);
  history = asked (shop, "stock", "history", "CUP", NULL);

  g_assert_cmpfloat (number_at (counted, "0/on_hand"), ==, 3);
  g_assert_cmpfloat (number_at (history, "0/quantity"), ==, -2);
  g_assert_cmpstr (text_at (history, "0/reason"), ==, "count");
  g_assert_cmpstr (text_at (history, "0/note"), ==, "two broke");
}

/* Counted in the morning, entered in the evening: what moved since stays moved. */
static void
test_count_as_of (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) counted = NULL;

  done (shop, "--at", "2026-11-10T15:00", "sale", "CUP=1", NULL);
  counted = asked (shop, "--at", "2026-11-10T09:00", "stock", "count", "CUP=4", NULL);

  g_assert_cmpfloat (number_at (counted, "0/on_hand"), ==, 3);
}

/* Below what is set aside: the last in the queue lose theirs. */
static void
test_count_below_reserved (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) last = NULL;

  done (shop, "order", "add", "--customer", "Siti", "--line", "CUP=3", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "CUP=2", NULL);
  done (shop, "stock", "count", "CUP=4", NULL);
  first = asked (shop, "order", "show", "1", NULL);
  last = asked (shop, "order", "show", "2", NULL);

  g_assert_cmpfloat (number_at (first, "lines/0/reserved"), ==, 3);
  g_assert_cmpfloat (number_at (last, "lines/0/reserved"), ==, 1);
}

static void
test_issue (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) issued = NULL;
  g_autoptr (JsonNode) history = NULL;
  g_autoptr (JsonNode) log = NULL;

  issued = asked (shop, "stock", "issue", "TEA=0.5", "--reason", "own-use", "--note", "staff tea",
                  NULL);
  history = asked (shop, "stock", "history", "TEA", "--limit", "1", NULL);
  log = asked (shop, "log", "list", "--limit", "1", NULL);

  g_assert_cmpfloat (number_at (issued, "0/on_hand"), ==, 9.5);
  g_assert_cmpuint (count_at (history, ""), ==, 1);
  g_assert_cmpfloat (number_at (history, "0/quantity"), ==, -0.5);
  g_assert_cmpstr (text_at (history, "0/reason"), ==, "own-use");
  g_assert_cmpstr (text_at (history, "0/note"), ==, "staff tea");
  g_assert_cmpstr (text_at (log, "0/reason"), ==, "staff tea");
}

static void
test_history (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) history = NULL;
  g_autoptr (JsonNode) stock = NULL;
  double sum = 0;

  done (shop, "sale", "TEA=1.5", NULL);
  done (shop, "delivery", "receive", "--line", "TEA=2", NULL);
  done (shop, "stock", "issue", "TEA=0.25", "--reason", "damage", NULL);
  history = asked (shop, "stock", "history", "TEA", NULL);
  stock = asked (shop, "stock", "show", "TEA", NULL);

  g_assert_cmpuint (count_at (history, ""), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *quantity = g_strdup_printf ("%u/quantity", i);

      sum += number_at (history, quantity);
    }
  g_assert_cmpfloat (sum, ==, number_at (stock, "on_hand"));
  g_assert_cmpfloat (number_at (history, "0/balance"), ==, number_at (stock, "on_hand"));
  g_assert_cmpfloat (number_at (history, "1/document"), ==, 1);
  g_assert_cmpstr (text_at (history, "3/at"), ==, "2026-11-01");
}

static void
test_list (void)
{
  g_autoptr (Shop) shop = shop_with_stock ();
  g_autoptr (JsonNode) list = asked (shop, "stock", "list", NULL);
  g_autoptr (JsonNode) short_list = NULL;

  done (shop, "sale", "CUP=5", NULL);
  short_list = asked (shop, "stock", "list", "--short", NULL);

  g_assert_cmpuint (count_at (list, ""), ==, 2);
  g_assert_cmpuint (count_at (short_list, ""), ==, 1);
  g_assert_cmpstr (text_at (short_list, "0/sku"), ==, "CUP");
}

/* Six weeks with the same demand go on so; the week that is not over does not count. */
static void
test_forecast (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (JsonNode) none = NULL, forecast = NULL;
  g_autofree char *keys = NULL, *table = NULL, *digits = NULL;

  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "1",
        NULL);
  none = asked (shop, "forecast", "show", "TEA", NULL);
  g_assert_cmpstr (text_at (none, "class"), ==, "none");
  g_assert_cmpuint (count_at (none, "history"), ==, 0);

  for (int weeks = 6; weeks >= 0; weeks--)
    {
      g_autoptr (GDateTime) then = g_date_time_add_weeks (now, -weeks);
      g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");

      done (shop, "--at", day, "asked", weeks == 0 ? "TEA=50" : "TEA=1.5", NULL);
    }
  forecast = asked (shop, "forecast", "show", "TEA", NULL);
  keys = keys_of (forecast);
  g_assert_cmpstr (keys, ==, "sku bucket class method mean deviation mase wape weeks history ");
  g_assert_cmpstr (text_at (forecast, "bucket"), ==, "week");
  g_assert_cmpstr (text_at (forecast, "class"), ==, "smooth");
  g_assert_cmpstr (text_at (forecast, "method"), ==, "average");
  g_assert_cmpfloat (number_at (forecast, "weeks"), ==, 6);
  g_assert_cmpuint (count_at (forecast, "history"), ==, 6);
  digits = told (shop, "--json", "forecast", "show", "TEA", NULL);
  assert_contains (digits, "\"mean\": 1.5000,");

  table = told (shop, "forecast", "show", "TEA", NULL);
  assert_contains (table, "Green tea: Sells about 1.5 kg a week, steady; from only 6 weeks.");
  assert_refused (shop, 1, "No product has the SKU or barcode “MILK”.", "forecast", "show", "MILK",
                  NULL);
}

/* By supplier, with the arithmetic; the owner's levels win, and those who wait are covered. */
static void
test_reorder (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (JsonNode) list = NULL, later = NULL;
  g_autofree char *keys = NULL, *empty = NULL;

  empty = told (shop, "--json", "reorder", "list", NULL);
  g_assert_cmpstr (empty, ==, "[]\n");
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "supplier", "add", "CV Tirta", "--lead-days", "7", NULL);
  done (shop, "product", "add", "CUP", "--minimum", "6", "--maximum", "24", "--pack", "12", NULL);
  done (shop, "product", "add", "JUG", "--minimum", "0", NULL);
  done (shop, "product", "add", "MUG", NULL);
  done (shop, "product", "add", "TEA", "--supplier", "CV Tirta", NULL);
  done (shop, "stock", "count", "CUP=5", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "MUG=3", NULL);
  for (int weeks = 12; weeks > 0; weeks--)
    {
      g_autoptr (GDateTime) then = g_date_time_add_weeks (now, -weeks);
      g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");

      done (shop, "--at", day, "asked", "TEA=10", NULL);
    }

  list = asked (shop, "reorder", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 3);
  keys = keys_of (at (list, "0"));
  g_assert_cmpstr (keys, ==, "sku supplier on_hand incoming demand projected minimum maximum "
                             "suggested packs value supplier_least_value levels why basis ");
  g_assert_cmpstr (text_at (list, "0/sku"), ==, "TEA");
  g_assert_cmpstr (text_at (list, "0/supplier"), ==, "CV Tirta");
  /* A week until it comes, one between two looks, and strictly below. */
  g_assert_cmpfloat (number_at (list, "0/minimum"), ==, 21);
  g_assert_cmpfloat (number_at (list, "0/suggested"), ==, 61);
  g_assert_cmpstr (text_at (list, "1/sku"), ==, "CUP");
  g_assert_cmpfloat (number_at (list, "1/suggested"), ==, 24);
  g_assert_cmpfloat (number_at (list, "1/packs"), ==, 2);
  g_assert_cmpstr (text_at (list, "1/why"), ==,
                   "5 pcs on hand + 0 pcs incoming − 0 pcs wanted = 5 pcs, below the minimum of "
                   "6 pcs; up to 24 pcs it takes 19 pcs; in packs of 12 pcs that is 24 pcs.");
  g_assert_cmpstr (text_at (list, "2/sku"), ==, "MUG");
  g_assert_cmpfloat (number_at (list, "2/suggested"), ==, 3);
  g_assert_cmpstr (text_at (list, "0/levels"), ==, "forecast");
  g_assert_cmpstr (text_at (list, "1/levels"), ==, "own");
  g_assert_cmpstr (text_at (list, "2/levels"), ==, "none");
  g_assert_cmpstr (text_at (list, "1/basis"), ==, "The minimum and the maximum are yours.");
  assert_contains (text_at (list, "0/basis"), "a delivery takes 7 days, as the supplier states");

  /* Ordering every two weeks takes more. */
  done (shop, "setting", "set", "review", "14", NULL);
  later = asked (shop, "reorder", "list", NULL);
  g_assert_cmpfloat (number_at (later, "0/suggested"), ==, 71);
}

/* One draft for each supplier; asking twice suggests nothing new, and one undo takes all back. */
static void
test_reorder_order (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) drafts = NULL, left = NULL, again = NULL;
  g_autofree char *twice = NULL;

  done (shop, "supplier", "add", "CV Tirta", NULL);
  done (shop, "supplier", "add", "PT Dapur", NULL);
  done (shop, "product", "add", "CUP", "--minimum", "6", "--supplier", "PT Dapur", NULL);
  done (shop, "product", "add", "JUG", "--minimum", "2", "--supplier", "PT Dapur", NULL);
  done (shop, "product", "add", "TEA", "--minimum", "9", "--supplier", "CV Tirta", NULL);
  done (shop, "product", "add", "MUG", "--minimum", "1", NULL);
  assert_refused (shop, 1, "Nobody is known to bring MUG", "reorder", "order", "MUG", NULL);
  assert_refused (shop, 1, "MILK", "reorder", "order", "CUP", "MILK", NULL);

  drafts = asked (shop, "reorder", "order", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (drafts)), ==, 2);
  g_assert_cmpstr (text_at (drafts, "0/supplier"), ==, "CV Tirta");
  g_assert_cmpstr (text_at (drafts, "0/status"), ==, "draft");
  g_assert_cmpuint (count_at (drafts, "1/lines"), ==, 2);
  g_assert_cmpfloat (number_at (drafts, "1/lines/0/ordered"), ==, 6);
  left = asked (shop, "reorder", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (left)), ==, 1);
  g_assert_cmpstr (text_at (left, "0/sku"), ==, "MUG");
  twice = told (shop, "--json", "reorder", "order", NULL);
  g_assert_cmpstr (twice, ==, "[]\n");

  done (shop, "undo", NULL);
  again = asked (shop, "reorder", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (again)), ==, 4);
  done (shop, "reorder", "order", "JUG", NULL);
  done (shop, "check", NULL);
}

/* What the supplier takes no order below is said, and reached with one word. */
static void
test_reorder_least_value (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) supplier = NULL, drafts = NULL;
  g_autofree char *table = NULL, *enough = NULL;

  supplier = asked (shop, "supplier", "add", "Java", "--least-value", "100", NULL);
  g_assert_cmpfloat (number_at (supplier, "least_value"), ==, 100);
  done (shop, "product", "add", "CUP", "--minimum", "6", "--maximum", "10", "--cost", "4",
        "--supplier", "Java", NULL);
  done (shop, "product", "add", "JUG", "--minimum", "2", "--maximum", "40", "--pack", "5", "--cost",
        "10", "--supplier", "Java", NULL);
  done (shop, "stock", "count", "JUG=2", NULL);

  table = told (shop, "reorder", "list", NULL);
  assert_contains (table, "Java: Worth 40; Java takes orders from 100: 60 is missing.\n");
  assert_refused (shop, 2, "not both", "reorder", "order", "CUP", "--line", "CUP=10", NULL);
  assert_refused (shop, 1, "packs of 5 pcs", "reorder", "order", "--line", "JUG=3", NULL);
  assert_refused (shop, 1, "MILK", "reorder", "order", "--line", "MILK=3", NULL);
  assert_refused (shop, 2, "--least-value", "supplier", "edit", "Java", "--least-value", "x", NULL);
  assert_refused (shop, 2, "above zero", "supplier", "edit", "Java", "--least-value", "0", NULL);

  drafts = asked (shop, "reorder", "order", "--fill-up", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (drafts)), ==, 1);
  g_assert_cmpfloat (number_at (drafts, "0/lines/0/ordered"), ==, 10);
  g_assert_cmpfloat (number_at (drafts, "0/lines/1/ordered"), ==, 10);
  assert_refused (shop, 1, "10 pcs of JUG is in a draft purchase already", "reorder", "order",
                  "--line", "JUG=10", NULL);

  done (shop, "undo", NULL);
  done (shop, "reorder", "order", "--line", "CUP=7", "--line", "JUG=3", "--anyway", NULL);
  done (shop, "supplier", "edit", "Java", "--least-value", "", NULL);
  enough = told (shop, "--json", "reorder", "order", "--fill-up", NULL);
  g_assert_cmpstr (enough, ==, "[]\n");
  done (shop, "check", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/stock/2-exact", test_exact);
  g_test_add_func ("/cli/stock/sale", test_sale);
  g_test_add_func ("/cli/stock/3.12-sale-of-what-is-not-there", test_sale_of_what_is_not_there);
  g_test_add_func ("/cli/stock/3.4-protected", test_protected);
  g_test_add_func ("/cli/stock/asked", test_asked);
  g_test_add_func ("/cli/stock/count", test_count);
  g_test_add_func ("/cli/stock/count-as-of", test_count_as_of);
  g_test_add_func ("/cli/stock/3.6-count-below-reserved", test_count_below_reserved);
  g_test_add_func ("/cli/stock/issue", test_issue);
  g_test_add_func ("/cli/stock/history", test_history);
  g_test_add_func ("/cli/stock/list", test_list);
  g_test_add_func ("/cli/stock/forecast", test_forecast);
  g_test_add_func ("/cli/stock/8-reorder", test_reorder);
  g_test_add_func ("/cli/stock/8-reorder-order", test_reorder_order);
  g_test_add_func ("/cli/stock/reorder-least-value", test_reorder_least_value);

  return g_test_run ();
}
