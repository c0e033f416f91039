/* order, queue: what a customer waits for, from the order to the hand-over and back. */
#include "config.h"

#include "shop.h"

#include <string.h>

/* Two products, two customers, an order of each for tea: Siti's waits first. */
static Shop *
shop_with_orders (void)
{
  Shop *shop = shop_new ();

  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "3",
        "--price", "4.50", NULL);
  done (shop, "product", "add", "CUP", "--name", "Cup", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "customer", "add", "Budi", NULL);
  done (shop, "--at", "2026-11-01", "order", "add", "--customer", "Siti", "--line", "TEA=2.5",
        "--line",
        "CUP=2", NULL);
  done (shop, "--at", "2026-11-02", "order", "add", "--customer", "Budi", "--line", "TEA=1", NULL);

  return shop;
}

static void
test_keys (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) order = asked (shop, "order", "show", "1", NULL);
  g_autofree char *keys = keys_of (order);
  g_autofree char *line_keys = keys_of (at (order, "lines/0"));
  g_autofree char *expected_keys = keys_of (at (order, "lines/0/expected"));

  g_assert_true (g_str_has_prefix (keys, "order customer placed status deposit lines "));
  g_assert_true (g_str_has_prefix (
    line_keys, "line sku ordered delivered cancelled open reserved waiting need_by priority "
               "all_or_nothing held expected "));
  g_assert_cmpstr (expected_keys, ==, "date earliest latest source purchase late range ");

  g_assert_cmpfloat (number_at (order, "order"), ==, 1);
  g_assert_cmpstr (text_at (order, "customer"), ==, "Siti");
  g_assert_cmpstr (text_at (order, "placed"), ==, "2026-11-01");
  g_assert_cmpstr (text_at (order, "status"), ==, "waiting");
  g_assert_cmpfloat (number_at (order, "deposit"), ==, 0);
  g_assert_cmpfloat (number_at (order, "lines/0/ordered"), ==, 2.5);
  g_assert_cmpfloat (number_at (order, "lines/0/waiting"), ==, 2.5);
  g_assert_null (text_at (order, "lines/0/need_by"));
  g_assert_cmpstr (text_at (order, "lines/0/priority"), ==, "normal");
  g_assert_cmpstr (text_at (order, "lines/0/expected/source"), ==, "unknown");
}

static void
test_add_options (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) order = NULL;
  g_autofree char *text = NULL;

  order = asked (shop, "order", "add", "--customer", "Budi", "--line",
                 "TEA=0.125,need-by=2026-12-24,first,all", "--line", "CUP=1", "--deposit", "10.50",
                 "--note", "wrap it", NULL);
  text = told (shop, "--json", "order", "show", "3", NULL);

  g_assert_cmpstr (text_at (order, "lines/0/need_by"), ==, "2026-12-24");
  g_assert_cmpstr (text_at (order, "lines/0/priority"), ==, "first");
  g_assert_true (flag_at (order, "lines/0/all_or_nothing"));
  g_assert_false (flag_at (order, "lines/1/all_or_nothing"));
  g_assert_cmpstr (text_at (order, "note"), ==, "wrap it");
  assert_contains (text, "\"ordered\": 0.125,");
  assert_contains (text, "\"deposit\": 10.5,");
}

/* Siti takes cups instead of her tea: Budi is served, and both lines say what became of them. */
static void
test_instead (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) order = NULL, old = NULL, again = NULL;
  g_autofree char *table = NULL, *old_table = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=1", NULL);
  order = asked (shop, "order", "add", "--customer", "Siti", "--line", "CUP=3", "--line", "CUP=1",
                 "--instead-of", "1/1", NULL);
  g_assert_cmpfloat (number_at (order, "lines/1/instead_of/order"), ==, 1);
  g_assert_cmpfloat (number_at (order, "lines/1/instead_of/line"), ==, 1);
  g_assert_cmpstr (text_at (order, "lines/0/instead_of/sku"), ==, "TEA");
  g_assert_cmpfloat (number_at (order, "lines/0/instead_of/quantity"), ==, 2.5);
  g_assert_true (json_node_is_null (at (order, "lines/0/replaced_by")));

  old = asked (shop, "order", "show", "1", NULL);
  g_assert_cmpfloat (number_at (old, "lines/0/cancelled"), ==, 2.5);
  g_assert_cmpfloat (number_at (old, "lines/0/replaced_by"), ==, 3);
  g_assert_true (json_node_is_null (at (old, "lines/0/instead_of")));
  g_assert_true (json_node_is_null (at (old, "lines/1/replaced_by")));
  table = told (shop, "order", "show", "3", NULL);
  assert_contains (table, "Instead of 2.5 kg of Green tea (order 1)");
  old_table = told (shop, "order", "show", "1", NULL);
  assert_contains (old_table, "Replaced by order 3");

  assert_refused (shop, 1, "Nothing of Green tea is open any more", "order", "add", "--customer",
                  "Siti", "--line", "CUP=1", "--instead-of", "1/1", NULL);
  assert_refused (shop, 1, "is Budi’s", "order", "add", "--customer", "Siti", "--line", "CUP=1",
                  "--instead-of", "2/1", NULL);
  assert_refused (shop, 1, "Order 1 has no line 9.", "order", "add", "--customer", "Siti", "--line",
                  "CUP=1", "--instead-of", "1/9", NULL);
  assert_refused (shop, 2, "write it like 12/1", "order", "add", "--customer", "Siti", "--line",
                  "CUP=1", "--instead-of", "1", NULL);

  done (shop, "undo", NULL);
  again = asked (shop, "order", "show", "1", NULL);
  g_assert_cmpfloat (number_at (again, "lines/0/waiting"), ==, 1.5);
  g_assert_true (json_node_is_null (at (again, "lines/0/replaced_by")));
}

static void
test_add_all_or_nothing (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) order = NULL;

  order = asked (shop, "order", "add", "--customer", "Budi", "--line", "TEA=1", "--line", "CUP=1",
                 "--all-or-nothing", NULL);

  g_assert_true (flag_at (order, "all_or_nothing"));
  g_assert_true (flag_at (order, "lines/1/all_or_nothing"));
}

static void
test_add_refusals (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) list = NULL;

  assert_refused (shop, 1, "sediactl customer add", "order", "add", "--customer", "Sity", "--line",
                  "TEA=1", NULL);
  assert_refused (shop, 1, "No product has the SKU or barcode “MILK”.", "order", "add",
                  "--customer",
                  "Siti", "--line", "TEA=1", "--line", "MILK=1", NULL);
  assert_refused (shop, 2, "1.5", "order", "add", "--customer", "Siti", "--line", "CUP=1.5", NULL);
  assert_refused (shop, 2, "", "order", "add", "--customer", "Siti", "--line", "CUP=0", NULL);
  assert_refused (shop, 1, "9", "order", "show", "9", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "CUP=1", "--reference", "W-7", NULL);
  assert_refused (shop, 1, "Order 3 has the number “W-7” of another system already", "order", "add",
                  "--customer", "Siti", "--line", "CUP=1", "--reference", "W-7", NULL);
  done (shop, "undo", NULL);

  list = asked (shop, "order", "list", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 3);
  g_assert_cmpstr (text_at (list, "0/status"), ==, "cancelled");
}

static void
test_backorder_policies (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) order = NULL;

  done (shop, "product", "edit", "CUP", "--backorder", "refuse", NULL);
  assert_refused (shop, 1, "Cup", "order", "add", "--customer", "Budi", "--line", "CUP=1", NULL);
  done (shop, "product", "edit", "CUP", "--backorder", "warn", NULL);
  assert_refused (shop, 1, "(--anyway goes on)", "order", "add", "--customer", "Budi", "--line",
                  "CUP=1", NULL);

  order = asked (shop, "order", "add", "--customer", "Budi", "--line", "CUP=1", "--anyway", NULL);
  g_assert_cmpfloat (number_at (order, "lines/0/waiting"), ==, 1);
}

static void
test_serving (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) siti = NULL;
  g_autoptr (JsonNode) budi = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=3", NULL);
  siti = asked (shop, "order", "show", "1", NULL);
  budi = asked (shop, "order", "show", "2", NULL);

  g_assert_cmpstr (text_at (siti, "status"), ==, "partly-ready");
  g_assert_cmpfloat (number_at (siti, "lines/0/reserved"), ==, 2.5);
  g_assert_cmpstr (text_at (siti, "lines/0/expected/source"), ==, "stock");
  g_assert_cmpfloat (number_at (budi, "lines/0/reserved"), ==, 0.5);
  g_assert_cmpfloat (number_at (budi, "lines/0/waiting"), ==, 0.5);
  g_assert_cmpstr (text_at (budi, "lines/0/expected/source"), ==, "unknown");
}

static void
test_hand_over (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) part = NULL;
  g_autoptr (JsonNode) rest = NULL;
  g_autoptr (JsonNode) whole = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=3.5", "--line", "CUP=2", NULL);
  part = asked (shop, "order", "hand-over", "1", "--line", "1=1.5", NULL);
  rest = asked (shop, "order", "hand-over", "1", NULL);
  whole = asked (shop, "order", "hand-over", "2", NULL);

  g_assert_cmpfloat (number_at (part, "lines/0/delivered"), ==, 1.5);
  g_assert_cmpfloat (number_at (part, "lines/0/reserved"), ==, 1);
  g_assert_cmpstr (text_at (rest, "status"), ==, "done");
  g_assert_cmpfloat (number_at (rest, "lines/1/delivered"), ==, 2);
  g_assert_cmpstr (text_at (whole, "status"), ==, "done");
  assert_refused (shop, 1, "2", "order", "hand-over", "2", NULL);
}

static void
test_hand_over_too_much (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) over = NULL;

  done (shop, "delivery", "receive", "--line", "CUP=5", NULL);
  assert_refused (shop, 1, "", "order", "hand-over", "1", "--line", "2=3", NULL);
  over = asked (shop, "order", "hand-over", "1", "--line", "2=3", "--over", NULL);

  g_assert_cmpfloat (number_at (over, "lines/1/delivered"), ==, 2);
  g_assert_cmpfloat (number_at (over, "lines/1/over"), ==, 1);
  g_assert_cmpfloat (number_at (over, "lines/1/open"), ==, 0);
}

static void
test_return (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) exchange = NULL;
  g_autoptr (JsonNode) refund = NULL;
  g_autoptr (JsonNode) stock = NULL;

  done (shop, "delivery", "receive", "--line", "CUP=2", NULL);
  done (shop, "order", "hand-over", "1", NULL);
  exchange = asked (shop, "order", "return", "1", "--line", "2=1", "--exchange", "--damaged", NULL);
  refund = asked (shop, "order", "return", "1", "--line", "2=1", "--refund", NULL);
  stock = asked (shop, "stock", "show", "CUP", NULL);

  g_assert_cmpfloat (number_at (exchange, "lines/1/delivered"), ==, 1);
  g_assert_cmpfloat (number_at (exchange, "lines/1/open"), ==, 1);
  g_assert_cmpfloat (number_at (exchange, "lines/1/waiting"), ==, 1);
  g_assert_cmpfloat (number_at (refund, "lines/1/delivered"), ==, 0);
  g_assert_cmpfloat (number_at (refund, "lines/1/cancelled"), ==, 1);
  g_assert_cmpfloat (number_at (refund, "lines/1/reserved"), ==, 1);
  g_assert_cmpfloat (number_at (stock, "on_hand"), ==, 1);
  assert_refused (shop, 1, "Cup", "order", "return", "1", "--line", "2=1", "--refund", NULL);
}

static void
test_cancel (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) part = NULL;
  g_autoptr (JsonNode) line = NULL;
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) open = NULL;

  part = asked (shop, "order", "cancel", "1", "--line", "1=0.5", NULL);
  line = asked (shop, "order", "cancel", "1", "--line", "2", NULL);
  all = asked (shop, "order", "cancel", "1", NULL);
  again = asked (shop, "order", "cancel", "1", NULL);
  open = asked (shop, "order", "reopen", "1", NULL);

  g_assert_cmpfloat (number_at (part, "lines/0/cancelled"), ==, 0.5);
  g_assert_cmpfloat (number_at (line, "lines/1/cancelled"), ==, 2);
  g_assert_cmpstr (text_at (all, "status"), ==, "cancelled");
  g_assert_true (json_node_equal (all, again));
  g_assert_cmpstr (text_at (open, "status"), ==, "waiting");
  g_assert_cmpfloat (number_at (open, "lines/0/open"), ==, 2.5);
  assert_refused (shop, 2, "“1=0” is a quantity of nothing", "order", "cancel", "1", "--line",
                  "1=0",
                  NULL);
  assert_refused (shop, 1, "no line 7", "order", "cancel", "1", "--line", "7", NULL);
}

/* Cancelled stock goes to the next in the queue in the same command. */
static void
test_cancel_serves (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) budi = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=2.5", NULL);
  done (shop, "order", "cancel", "1", "--line", "1", NULL);
  budi = asked (shop, "order", "show", "2", NULL);

  g_assert_cmpstr (text_at (budi, "status"), ==, "ready");
}

static void
test_edit (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) more = NULL;
  g_autoptr (JsonNode) dated = NULL;
  g_autoptr (JsonNode) plain = NULL;

  more = asked (shop, "order", "edit", "1", "--line", "1=3.25", NULL);
  dated = asked (shop, "order", "edit", "1", "--line", "1,need-by=2026-12-01,first", NULL);
  plain = asked (shop, "order", "edit", "1", "--line", "1=2,need-by=none,normal", NULL);

  g_assert_cmpfloat (number_at (more, "lines/0/ordered"), ==, 3.25);
  g_assert_cmpstr (text_at (dated, "lines/0/need_by"), ==, "2026-12-01");
  g_assert_cmpstr (text_at (dated, "lines/0/priority"), ==, "first");
  g_assert_cmpfloat (number_at (dated, "lines/0/ordered"), ==, 3.25);
  g_assert_null (text_at (plain, "lines/0/need_by"));
  g_assert_cmpstr (text_at (plain, "lines/0/priority"), ==, "normal");
  g_assert_cmpfloat (number_at (plain, "lines/0/ordered"), ==, 2);

  done (shop, "delivery", "receive", "--line", "CUP=2", NULL);
  done (shop, "order", "hand-over", "1", "--line", "2=2", NULL);
  assert_refused (shop, 1, "", "order", "edit", "1", "--line", "2=1", NULL);
  assert_refused (shop, 2, "does not say what changes", "order", "edit", "1", "--line", "2", NULL);
}

static void
test_reserve_and_release (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) released = NULL;
  g_autoptr (JsonNode) budi = NULL;
  g_autoptr (JsonNode) reserved = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=2.5", NULL);
  released = asked (shop, "order", "release", "1", "--line", "1=1", NULL);
  budi = asked (shop, "order", "show", "2", NULL);

  g_assert_cmpfloat (number_at (released, "lines/0/reserved"), ==, 1.5);
  g_assert_true (flag_at (released, "lines/0/held"));
  g_assert_cmpstr (text_at (budi, "status"), ==, "ready");
  assert_refused (shop, 1, "Budi", "order", "reserve", "1", "--line", "1", NULL);

  reserved = asked (shop, "order", "reserve", "1", "--line", "1", "--override", NULL);
  g_assert_cmpfloat (number_at (reserved, "lines/0/reserved"), ==, 2.5);
  g_assert_false (flag_at (reserved, "lines/0/held"));
}

static void
test_list (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) all = asked (shop, "order", "list", NULL);
  g_autoptr (JsonNode) siti = asked (shop, "order", "list", "--customer", "siti", NULL);
  g_autoptr (JsonNode) newest = asked (shop, "order", "list", "--limit", "1", NULL);
  g_autoptr (JsonNode) ready = asked (shop, "order", "list", "--status", "ready", NULL);
  g_autofree char *table = told (shop, "order", "show", "1", NULL);

  g_assert_cmpuint (count_at (all, ""), ==, 2);
  g_assert_cmpuint (count_at (siti, ""), ==, 1);
  g_assert_cmpfloat (number_at (siti, "0/order"), ==, 1);
  g_assert_cmpuint (count_at (siti, "0/lines"), ==, 2);
  g_assert_cmpuint (count_at (newest, ""), ==, 1);
  g_assert_cmpfloat (number_at (newest, "0/order"), ==, 2);
  g_assert_cmpuint (count_at (ready, ""), ==, 0);
  assert_contains (table, "Siti");
  assert_contains (table, "Green tea");
}

static void
test_queue (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) queue = NULL;
  g_autoptr (JsonNode) tea = NULL;
  g_autoptr (JsonNode) budi = NULL;
  g_autofree char *keys = NULL;

  queue = asked (shop, "queue", "list", NULL);
  g_assert_cmpuint (count_at (queue, ""), ==, 3);
  keys = keys_of (at (queue, "0"));
  g_assert_true (g_str_has_prefix (
    keys, "position order line customer sku open reserved waiting need_by placed expected "));

  /* A date comes before none, and "first" before dates. */
  done (shop, "order", "add", "--customer", "Budi", "--line", "TEA=1,need-by=2026-12-01", NULL);
  done (shop, "order", "add", "--customer", "Budi", "--line", "TEA=1,first", NULL);
  tea = asked (shop, "queue", "list", "--product", "TEA", NULL);
  budi = asked (shop, "queue", "list", "--customer", "Budi", NULL);

  g_assert_cmpuint (count_at (tea, ""), ==, 4);
  g_assert_cmpfloat (number_at (tea, "0/order"), ==, 4);
  g_assert_cmpfloat (number_at (tea, "1/order"), ==, 3);
  g_assert_cmpfloat (number_at (tea, "2/order"), ==, 1);
  g_assert_cmpfloat (number_at (tea, "3/order"), ==, 2);
  g_assert_cmpfloat (number_at (tea, "0/position"), ==, 1);
  g_assert_cmpfloat (number_at (tea, "3/position"), ==, 4);
  g_assert_cmpstr (text_at (tea, "3/placed"), ==, "2026-11-02");
  g_assert_cmpstr (text_at (tea, "1/need_by"), ==, "2026-12-01");
  g_assert_cmpuint (count_at (budi, ""), ==, 3);
  assert_refused (shop, 1, "“MILK”", "queue", "list", "--product", "MILK", NULL);
}

static void
test_late (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) on_the_day = NULL;
  g_autoptr (JsonNode) after = NULL;

  done (shop, "--at", "2026-11-03", "order", "add", "--customer", "Siti", "--line",
        "CUP=1,need-by=2026-11-20", NULL);
  before = asked (shop, "--at", "2026-11-19", "order", "show", "3", NULL);
  on_the_day = asked (shop, "--at", "2026-11-20T23:59", "order", "show", "3", NULL);
  after = asked (shop, "--at", "2026-11-21", "queue", "list", "--product", "CUP", NULL);

  g_assert_false (flag_at (before, "lines/0/expected/late"));
  g_assert_false (flag_at (on_the_day, "lines/0/expected/late"));
  g_assert_true (flag_at (after, "0/expected/late"));
  g_assert_false (flag_at (after, "1/expected/late"));
}

/* An SKU may have any character, those of the command line too. */
static void
test_odd_skus (void)
{
  static const char *const skus[] = { "A=B", "A,B", "A=1,first", "first", "A B", "ÄÖ=3,5" };
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "customer", "add", "Siti", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (skus); i++)
    {
      g_autofree char *line = g_strconcat (skus[i], "=2,first", NULL);
      g_autofree char *amount = g_strconcat (skus[i], "=3", NULL);
      g_autoptr (JsonNode) order = NULL;
      g_autoptr (JsonNode) count = NULL;

      done (shop, "product", "add", skus[i], NULL);
      order = asked (shop, "order", "add", "--customer", "Siti", "--line", line, NULL);
      count = asked (shop, "stock", "count", amount, NULL);

      g_assert_cmpstr (text_at (order, "lines/0/sku"), ==, skus[i]);
      g_assert_cmpfloat (number_at (order, "lines/0/ordered"), ==, 2);
      g_assert_cmpfloat (number_at (count, "0/on_hand"), ==, 3);
    }
}

/* 3.1: the shop can choose "strictly first come, first served", and go back by one undo. */
static void
test_strictly_oldest (void)
{
  g_autoptr (Shop) shop = shop_with_orders ();
  g_autoptr (JsonNode) before = NULL, chosen = NULL, after = NULL, undone = NULL;
  g_autofree char *log = NULL, *list = NULL;

  done (shop, "order", "add", "--customer", "Budi", "--line", "TEA=1,first", NULL);
  before = asked (shop, "queue", "list", "--product", "TEA", NULL);
  g_assert_cmpfloat (number_at (before, "0/order"), ==, 3);

  chosen = asked (shop, "setting", "set", "serving", "strictly-oldest", NULL);
  g_assert_cmpstr (text_at (chosen, "serving"), ==, "strictly-oldest");
  after = asked (shop, "queue", "list", "--product", "TEA", NULL);
  g_assert_cmpfloat (number_at (after, "0/order"), ==, 1);
  list = told (shop, "setting", "list", NULL);
  assert_contains (list, "Strictly first come, first served.");
  log = told (shop, "log", "list", "--limit", "1", NULL);
  assert_contains (log, "choice of who is served first");

  done (shop, "undo", NULL);
  undone = asked (shop, "setting", "list", NULL);
  g_assert_cmpstr (text_at (undone, "serving"), ==, "dated-first");
  assert_refused (shop, 2, "“colour”", "setting", "set", "colour", "red", NULL);
  assert_refused (shop, 2, "is “dated-first” or “strictly-oldest”", "setting", "set", "serving",
                  "by-luck", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/order/keys", test_keys);
  g_test_add_func ("/cli/order/add-options", test_add_options);
  g_test_add_func ("/cli/order/instead", test_instead);
  g_test_add_func ("/cli/order/all-or-nothing", test_add_all_or_nothing);
  g_test_add_func ("/cli/order/add-refusals", test_add_refusals);
  g_test_add_func ("/cli/order/backorder-policies", test_backorder_policies);
  g_test_add_func ("/cli/order/serving", test_serving);
  g_test_add_func ("/cli/order/3.5-hand-over", test_hand_over);
  g_test_add_func ("/cli/order/3.9-hand-over-too-much", test_hand_over_too_much);
  g_test_add_func ("/cli/order/3.10-return", test_return);
  g_test_add_func ("/cli/order/3.7-cancel", test_cancel);
  g_test_add_func ("/cli/order/3.3-cancel-serves", test_cancel_serves);
  g_test_add_func ("/cli/order/3.8-edit", test_edit);
  g_test_add_func ("/cli/order/reserve-and-release", test_reserve_and_release);
  g_test_add_func ("/cli/order/list", test_list);
  g_test_add_func ("/cli/order/late", test_late);
  g_test_add_func ("/cli/order/odd-skus", test_odd_skus);
  g_test_add_func ("/cli/queue/3.1-list", test_queue);
  g_test_add_func ("/cli/queue/3.1-strictly-oldest", test_strictly_oldest);

  return g_test_run ();
}
