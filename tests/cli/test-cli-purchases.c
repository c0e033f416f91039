/* purchase: ordering from suppliers, receiving against it, and when waiting orders come. */
#include "config.h"

#include "shop.h"

#include <string.h>

#define AT "--at", "2040-11-05T10:00"

static Shop *
shop_that_waits (void)
{
  Shop *shop = shop_new ();

  done (shop, "supplier", "add", "Java Tea", "--lead-days", "7", NULL);
  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "3",
        "--cost", "40", NULL);
  done (shop, "product", "add", "CUP", "--name", "Cup", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "customer", "add", "Budi", NULL);
  done (shop, AT, "order", "add", "--customer", "Siti", "--line", "TEA=1.25", NULL);
  done (shop, AT, "order", "add", "--customer", "Budi", "--line", "TEA=2,need-by=2040-11-20",
        "--line", "CUP=1", NULL);

  return shop;
}

static void
test_add (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) purchase = NULL, shown = NULL, product = NULL;
  g_autofree char *keys = NULL, *line_keys = NULL, *table = NULL;

  purchase = asked (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line",
                    "TEA=2.5,expected=2040-11-10", "--line", "CUP=3,for=2/2,price=1.5", "--note",
                    "by sea", NULL);
  shown = asked (shop, "purchase", "show", "1", NULL);
  product = asked (shop, "product", "show", "TEA", NULL);
  keys = keys_of (purchase);
  line_keys = keys_of (at (purchase, "lines/0"));
  table = told (shop, "purchase", "show", "1", NULL);

  g_assert_true (json_node_equal (purchase, shown));
  g_assert_cmpstr (keys, ==,
                   "purchase supplier placed status agreed expected late lines note ");
  g_assert_true (g_str_has_prefix (line_keys, "line sku ordered received closed incoming agreed "
                                              "expected late for "));
  g_assert_cmpstr (text_at (purchase, "status"), ==, "confirmed");
  g_assert_cmpstr (text_at (purchase, "placed"), ==, "2040-11-05");
  g_assert_cmpstr (text_at (purchase, "expected"), ==, "2040-11-12");
  g_assert_cmpstr (text_at (purchase, "lines/0/expected"), ==, "2040-11-10");
  g_assert_cmpfloat (number_at (purchase, "lines/0/price"), ==, 40);
  g_assert_cmpfloat (number_at (purchase, "lines/1/price"), ==, 1.5);
  g_assert_cmpfloat (number_at (purchase, "lines/1/for/order"), ==, 2);
  g_assert_cmpstr (text_at (purchase, "lines/1/for/customer"), ==, "Budi");
  g_assert_cmpfloat (number_at (product, "incoming"), ==, 2.5);
  assert_contains (table, "Budi (2/2)");
}

/* 4: when it comes, what that rests on, and what the supplier states */
static void
test_expected (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) known = NULL, queue = NULL, moved = NULL, unknown = NULL, due = NULL;
  g_autofree char *keys = NULL;

  done (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=4", NULL);
  known = asked (shop, AT, "order", "show", "2", NULL);
  queue = asked (shop, AT, "queue", "list", "--product", "TEA", NULL);
  keys = keys_of (at (known, "lines/0/expected"));
  g_assert_true (g_str_has_prefix (keys, "date earliest latest source purchase late "));
  g_assert_cmpstr (text_at (known, "lines/0/expected/date"), ==, "2040-11-12");
  g_assert_cmpstr (text_at (known, "lines/0/expected/latest"), ==, "2040-11-12");
  g_assert_cmpstr (text_at (known, "lines/0/expected/range"), ==, "stated");
  g_assert_cmpstr (text_at (known, "lines/0/expected/source"), ==, "purchase");
  g_assert_cmpfloat (number_at (known, "lines/0/expected/purchase"), ==, 1);
  g_assert_false (flag_at (known, "lines/0/expected/late"));
  g_assert_cmpstr (text_at (known, "lines/1/expected/source"), ==, "unknown");
  g_assert_cmpstr (text_at (queue, "1/expected/date"), ==, "2040-11-12");

  done (shop, AT, "contact", "log", "Siti", "--message", NULL);
  done (shop, AT, "contact", "log", "Budi", "--message", NULL);
  done (shop, AT, "purchase", "expect", "1", "2040-11-22", NULL);
  moved = asked (shop, AT, "order", "show", "2", NULL);
  due = asked (shop, AT, "contact", "due", NULL);
  g_assert_true (flag_at (moved, "lines/0/expected/late"));
  g_assert_cmpuint (count_at (due, ""), ==, 2);
  g_assert_true (flag_at (due, "0/must_offer_cancel"));
  g_assert_true (flag_at (due, "1/must_offer_cancel"));

  done (shop, AT, "purchase", "cancel", "1", NULL);
  unknown = asked (shop, AT, "order", "show", "2", NULL);
  g_assert_cmpstr (text_at (unknown, "lines/0/expected/source"), ==, "unknown");
  g_assert_null (text_at (unknown, "lines/0/expected/date"));
}

/* 6: against a purchase, in part, with what differs */
static void
test_receive (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) preview = NULL, first = NULL, shown = NULL, rest = NULL, after = NULL;
  g_autoptr (JsonNode) undone = NULL;
  g_autofree char *table = NULL;

  done (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=4", "--line", "CUP=2",
        NULL);
  preview = asked (shop, "delivery", "receive", "--purchase", "1", "--line", "TEA=5", "--preview",
                   NULL);
  first = asked (shop, "delivery", "receive", "--purchase", "1", "--line", "TEA=5", NULL);
  shown = asked (shop, "delivery", "show", "1", NULL);
  table = told (shop, "delivery", "show", "1", NULL);
  g_assert_true (json_node_equal (first, shown));
  g_assert_cmpstr (text_at (first, "supplier"), ==, "Java Tea");
  g_assert_cmpfloat (number_at (first, "purchase"), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *delivery = i == 0 ? preview : first;

      g_assert_cmpuint (count_at (delivery, "differences"), ==, 2);
      g_assert_cmpstr (text_at (delivery, "differences/0/kind"), ==, "over");
      g_assert_cmpfloat (number_at (delivery, "differences/0/quantity"), ==, 1);
      g_assert_cmpstr (text_at (delivery, "differences/1/kind"), ==, "short");
      g_assert_cmpstr (text_at (delivery, "differences/1/sku"), ==, "CUP");
    }
  assert_contains (table, "short");

  rest = asked (shop, "delivery", "receive", "--purchase", "1", NULL);
  after = asked (shop, "purchase", "show", "1", NULL);
  g_assert_cmpuint (count_at (rest, "lines"), ==, 1);
  g_assert_cmpuint (count_at (rest, "differences"), ==, 0);
  g_assert_cmpstr (text_at (after, "status"), ==, "closed");
  g_assert_cmpfloat (number_at (after, "lines/0/received"), ==, 5);
  assert_refused (shop, 2, "at least one line", "delivery", "receive", "--purchase", "1", NULL);

  done (shop, "undo", NULL);
  undone = asked (shop, "purchase", "show", "1", NULL);
  g_assert_cmpstr (text_at (undone, "status"), ==, "confirmed");
  g_assert_cmpfloat (number_at (undone, "lines/1/incoming"), ==, 2);
  done (shop, "check", NULL);
}

static void
test_changes (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) line = NULL, closed = NULL, all = NULL, drafts = NULL, expected = NULL;
  g_autofree char *log = NULL;

  done (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=4", "--line", "CUP=2",
        NULL);
  done (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line", "CUP=2", "--draft", NULL);
  line = asked (shop, AT, "purchase", "expect", "1", "2040-12-01", "--line", "2", NULL);
  g_assert_cmpstr (text_at (line, "lines/0/expected"), ==, "2040-11-12");
  g_assert_cmpstr (text_at (line, "lines/1/expected"), ==, "2040-12-01");
  g_assert_cmpstr (text_at (line, "lines/1/agreed"), ==, "2040-11-12");
  closed = asked (shop, AT, "purchase", "close", "1", "--line", "1", "--reason", "sold out", NULL);
  g_assert_cmpfloat (number_at (closed, "lines/0/closed"), ==, 4);

  all = asked (shop, "purchase", "list", NULL);
  drafts = asked (shop, "purchase", "list", "--status", "draft", "--supplier", "Java Tea", NULL);
  expected = asked (shop, "purchase", "list", "--expected", NULL);
  g_assert_cmpuint (count_at (all, ""), ==, 2);
  g_assert_cmpuint (count_at (drafts, ""), ==, 1);
  g_assert_cmpfloat (number_at (drafts, "0/purchase"), ==, 2);
  g_assert_cmpuint (count_at (expected, ""), ==, 1);
  g_assert_cmpfloat (number_at (expected, "0/purchase"), ==, 1);

  done (shop, AT, "purchase", "confirm", "2", NULL);
  done (shop, AT, "purchase", "cancel", "2", NULL);
  log = told (shop, "log", "list", NULL);
  assert_contains (log, "cancelling purchase 2 (Java Tea)");
  assert_contains (log, "closing purchase 1 (Java Tea)");
  assert_contains (log, "sold out");
}

/* A draft is changed in one go, and put back in one go. */
static void
test_edit (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) edited = NULL, removed = NULL, after = NULL;
  g_autofree char *log = NULL;

  done (shop, AT, "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=4", "--line",
        "CUP=2,price=1.5", "--draft", "--note", "by sea", NULL);
  edited = asked (shop, AT, "purchase", "edit", "1", "--line", "CUP=3,for=2/2,expected=2040-11-10",
                  "--line", "TEA=5", "--line", "TEA=1", NULL);
  g_assert_cmpuint (count_at (edited, "lines"), ==, 3);
  g_assert_cmpfloat (number_at (edited, "lines/0/ordered"), ==, 5);
  g_assert_cmpfloat (number_at (edited, "lines/0/price"), ==, 40);
  g_assert_cmpfloat (number_at (edited, "lines/1/ordered"), ==, 3);
  g_assert_cmpfloat (number_at (edited, "lines/1/price"), ==, 1.5);
  g_assert_cmpstr (text_at (edited, "lines/1/expected"), ==, "2040-11-10");
  g_assert_cmpstr (text_at (edited, "lines/1/for/customer"), ==, "Budi");
  g_assert_cmpfloat (number_at (edited, "lines/2/line"), ==, 3);
  g_assert_cmpstr (text_at (edited, "note"), ==, "by sea");
  g_assert_cmpstr (text_at (edited, "status"), ==, "draft");

  removed = asked (shop, AT, "purchase", "edit", "1", "--remove-line", "2", "--remove-line", "1",
                   "--note", "", NULL);
  g_assert_cmpuint (count_at (removed, "lines"), ==, 1);
  g_assert_cmpfloat (number_at (removed, "lines/0/line"), ==, 3);
  g_assert_null (text_at (removed, "note"));

  log = told (shop, "log", "list", NULL);
  assert_contains (log, "change of purchase 1 (Java Tea)");
  done (shop, "undo", NULL);
  after = asked (shop, "purchase", "show", "1", NULL);
  g_assert_true (json_node_equal (after, edited));
  done (shop, "check", NULL);

  assert_refused (shop, 1, "has no line 9", "purchase", "edit", "1", "--remove-line", "9", NULL);
  assert_refused (shop, 2, "at least one line", "purchase", "edit", "1", "--remove-line", "3",
                  "--remove-line", "1", "--remove-line", "2", NULL);
  assert_refused (shop, 1, "Nothing", "purchase", "edit", "1", "--line", "Nothing=1", NULL);
  assert_refused (shop, 2, "0", "purchase", "edit", "1", "--remove-line", "0", NULL);
  done (shop, AT, "purchase", "confirm", "1", NULL);
  assert_refused (shop, 1, "no draft any more", "purchase", "edit", "1", "--line", "TEA=1", NULL);
}

static void
test_refusals (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  assert_refused (shop, 1, "Nobody", "purchase", "add", "--supplier", "Nobody", "--line", "TEA=1",
                  NULL);
  assert_refused (shop, 2, "TEA=2", "purchase", "add", "--supplier", "Java Tea", "--line", "TEA",
                  NULL);
  assert_refused (shop, 2, "12/1", "purchase", "add", "--supplier", "Java Tea", "--line",
                  "TEA=1,for=1", NULL);
  assert_refused (shop, 1, "has no line 7", "purchase", "add", "--supplier", "Java Tea", "--line",
                  "TEA=1,for=1/7", NULL);
  assert_refused (shop, 1, "does not wait for Cup", "purchase", "add", "--supplier", "Java Tea",
                  "--line", "CUP=1,for=1/1", NULL);
  assert_refused (shop, 2, "0.0001", "purchase", "add", "--supplier", "Java Tea", "--line",
                  "TEA=0.0001", NULL);
  assert_refused (shop, 1, "There is no purchase 7.", "purchase", "show", "7", NULL);
  assert_refused (shop, 1, "There is no purchase 7.", "delivery", "receive", "--purchase", "7",
                  NULL);
  done (shop, "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=1", "--draft", NULL);
  assert_refused (shop, 1, "confirm it before", "delivery", "receive", "--purchase", "1", "--line",
                  "TEA=1", NULL);
  assert_refused (shop, 1, "cancel it instead", "purchase", "close", "1", NULL);
}

/* 3.11: the same key changes nothing twice */
static void
test_key (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  g_autoptr (JsonNode) all = NULL;

  for (guint i = 0; i < 2; i++)
    done (shop, "--key", "P-1", "purchase", "add", "--supplier", "Java Tea", "--line", "TEA=1",
          NULL);
  all = asked (shop, "purchase", "list", NULL);
  g_assert_cmpuint (count_at (all, ""), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/purchases/add", test_add);
  g_test_add_func ("/cli/purchases/4-expected", test_expected);
  g_test_add_func ("/cli/purchases/6-receive", test_receive);
  g_test_add_func ("/cli/purchases/changes", test_changes);
  g_test_add_func ("/cli/purchases/edit", test_edit);
  g_test_add_func ("/cli/purchases/refusals", test_refusals);
  g_test_add_func ("/cli/purchases/3.11-key", test_key);

  return g_test_run ();
}
