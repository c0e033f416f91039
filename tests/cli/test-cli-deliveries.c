/* delivery: who would get what, receiving it from a line or a file, taking it back. */
#include "config.h"

#include "shop.h"

#include <string.h>

static Shop *
shop_with_queue (void)
{
  Shop *shop = shop_new ();

  done (shop, "supplier", "add", "Java Tea", NULL);
  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "3",
        "--barcode", "4006381333931", NULL);
  done (shop, "product", "add", "CUP", "--name", "Cup", NULL);
  done (shop, "customer", "add", "Siti", "--phone", "0812", NULL);
  done (shop, "customer", "add", "Budi", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "TEA=1.25", NULL);
  done (shop, "order", "add", "--customer", "Budi", "--line", "TEA=2", "--line", "CUP=1", NULL);

  return shop;
}

static void
test_receive (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autoptr (JsonNode) delivery = NULL;
  g_autoptr (JsonNode) shown = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *served_keys = NULL;
  g_autofree char *summary_keys = NULL;
  g_autofree char *text = NULL;

  delivery = asked (shop, "--at", "2026-11-20", "delivery", "receive", "--supplier", "Java Tea",
                    "--note-number", "LS-77", "--line", "TEA=2.75", "--line", "CUP=3", NULL);
  shown = asked (shop, "delivery", "show", "1", NULL);
  text = told (shop, "--json", "delivery", "show", "1", NULL);
  keys = keys_of (delivery);
  served_keys = keys_of (at (delivery, "served/0"));
  summary_keys = keys_of (at (delivery, "summary"));

  g_assert_true (g_str_has_prefix (keys, "delivery supplier note_number at lines served summary "));
  g_assert_true (g_str_has_prefix (served_keys,
                                   "order line customer sku quantity line_complete order_ready "));
  g_assert_cmpstr (summary_keys, ==, "lines orders customers ");

  g_assert_cmpfloat (number_at (delivery, "delivery"), ==, 1);
  g_assert_cmpstr (text_at (delivery, "supplier"), ==, "Java Tea");
  g_assert_cmpstr (text_at (delivery, "note_number"), ==, "LS-77");
  g_assert_cmpstr (text_at (delivery, "at"), ==, "2026-11-20");
  g_assert_cmpuint (count_at (delivery, "lines"), ==, 2);
  g_assert_cmpstr (text_at (delivery, "lines/0/sku"), ==, "TEA");
  g_assert_cmpuint (count_at (delivery, "served"), ==, 3);
  g_assert_cmpstr (text_at (delivery, "served/0/customer"), ==, "Siti");
  g_assert_true (flag_at (delivery, "served/0/line_complete"));
  g_assert_true (flag_at (delivery, "served/0/order_ready"));
  g_assert_cmpfloat (number_at (delivery, "served/1/quantity"), ==, 1.5);
  g_assert_false (flag_at (delivery, "served/1/line_complete"));
  g_assert_cmpfloat (number_at (delivery, "summary/lines"), ==, 3);
  g_assert_cmpfloat (number_at (delivery, "summary/orders"), ==, 2);
  g_assert_cmpfloat (number_at (delivery, "summary/customers"), ==, 2);
  g_assert_true (json_node_equal (delivery, shown));
  assert_contains (text, "\"quantity\": 2.75,");
}

static void
test_preview (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) delivery = NULL;
  g_autofree char *table = NULL;

  before = told (shop, "--json", "stock", "list", NULL);
  preview = asked (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "LS-1",
                   "--line", "TEA=4", "--preview", NULL);
  table = told (shop, "delivery", "receive", "--line", "TEA=4", "--preview", NULL);
  after = told (shop, "--json", "stock", "list", NULL);

  g_assert_cmpstr (before, ==, after);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (preview, "delivery")));
  g_assert_cmpstr (text_at (preview, "supplier"), ==, "Java Tea");
  g_assert_cmpstr (text_at (preview, "note_number"), ==, "LS-1");
  g_assert_cmpfloat (number_at (preview, "summary/lines"), ==, 2);
  g_assert_cmpfloat (number_at (preview, "free/0/quantity"), ==, 0.75);
  g_assert_null (text_at (preview, "warning"));
  assert_contains (table, "Only a preview");

  delivery = asked (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "LS-1",
                    "--line", "TEA=4", NULL);
  g_assert_true (json_node_equal (at (preview, "served"), at (delivery, "served")) ||
                 count_at (preview, "served") == count_at (delivery, "served"));
  for (guint i = 0; i < count_at (preview, "served"); i++)
    {
      g_autofree char *customer = g_strdup_printf ("served/%u/customer", i);
      g_autofree char *quantity = g_strdup_printf ("served/%u/quantity", i);

      g_assert_cmpstr (text_at (preview, customer), ==, text_at (delivery, customer));
      g_assert_cmpfloat (number_at (preview, quantity), ==, number_at (delivery, quantity));
    }
}

static void
test_file (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autofree char *by_sku = shop_write (shop, "sku.csv", "sku,quantity\nTEA,1.5\nCUP,2\n");
  g_autofree char *by_code = shop_write (shop, "code.csv",
                                         "barcode;quantity\n4006381333931;0,25\n");
  g_autofree char *unknown = shop_write (shop, "unknown.csv", "sku,quantity\nTEA,1\nMILK,2\n");
  g_autofree char *other = shop_write (shop, "other.csv", "colour,size\nred,3\n");
  g_autofree char *nowhere = shop_path (shop, "nowhere.csv");
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (Reply) reply = NULL;

  preview = asked (shop, "delivery", "receive", by_sku, "--preview", NULL);
  first = asked (shop, "delivery", "receive", by_sku, "--line", "CUP=1", NULL);
  second = asked (shop, "delivery", "receive", by_code, NULL);

  g_assert_cmpuint (count_at (preview, "lines"), ==, 2);
  g_assert_cmpuint (count_at (first, "lines"), ==, 3);
  g_assert_cmpfloat (number_at (first, "lines/0/quantity"), ==, 1.5);
  g_assert_cmpfloat (number_at (second, "lines/0/quantity"), ==, 0.25);

  reply = reply_of (shop, "delivery", "receive", unknown, NULL);
  g_assert_cmpint (reply->status, !=, 0);
  assert_contains (reply->complaint, "MILK");
  assert_refused (shop, 3, "nowhere.csv", "delivery", "receive", nowhere, NULL);
  g_clear_pointer (&reply, reply_free);
  reply = reply_of (shop, "delivery", "receive", other, NULL);
  g_assert_cmpint (reply->status, !=, 0);

  list = asked (shop, "delivery", "list", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 2);
}

static void
test_refusals (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();

  assert_refused (shop, 2, "Say what arrived", "delivery", "receive", NULL);
  assert_refused (shop, 1, "sediactl supplier add", "delivery", "receive", "--supplier", "Nobody",
                  "--line", "TEA=1", NULL);
  assert_refused (shop, 1, "“MILK”", "delivery", "receive", "--line", "MILK=1", NULL);
  assert_refused (shop, 2, "CUP", "delivery", "receive", "--line", "CUP=0", NULL);
  assert_refused (shop, 2, "“first”", "delivery", "receive", "--line", "CUP=1,first", NULL);
  assert_refused (shop, 2, "The lines of CUP come to more", "delivery", "receive", "--line",
                  "CUP=1000000000000", "--line", "CUP=1", NULL);
  assert_refused (shop, 1, "7", "delivery", "show", "7", NULL);
  assert_refused (shop, 1, "7", "delivery", "undo", "7", NULL);
}

static void
test_same_note (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) list = NULL;

  done (shop, "--at", "2026-11-10", "delivery", "receive", "--supplier", "Java Tea",
        "--note-number",
        "LS-77", "--line", "CUP=1", NULL);
  preview = asked (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "LS-77",
                   "--line", "CUP=1", "--preview", NULL);
  assert_contains (text_at (preview, "warning"), "2026-11-10");
  assert_refused (shop, 1, "(--anyway goes on)", "delivery", "receive", "--supplier", "Java Tea",
                  "--note-number", "LS-77", "--line", "CUP=1", NULL);
  done (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "LS-77", "--line",
        "CUP=1", "--anyway", NULL);

  list = asked (shop, "delivery", "list", "--limit", "1", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 1);
  g_assert_cmpfloat (number_at (list, "0/delivery"), ==, 2);

  /* Blanks and capitals make no other note. */
  assert_refused (shop, 1, "delivery 1, 10 November", "delivery", "receive", "--supplier",
                  "Java Tea", "--note-number", " ls-77 ", "--line", "CUP=1", NULL);
  done (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", " LS-78 ",
        "--line", "CUP=1", NULL);
  assert_refused (shop, 1, "delivery 3, today", "delivery", "receive", "--supplier", "Java Tea",
                  "--note-number", "LS-78", "--line", "CUP=1", NULL);
}

static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autofree char *before = told (shop, "--json", "stock", "list", NULL);
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) undone = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=2", NULL);
  undone = asked (shop, "delivery", "undo", "1", NULL);
  after = told (shop, "--json", "stock", "list", NULL);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpfloat (number_at (undone, "delivery"), ==, 1);
  g_assert_cmpfloat (number_at (undone, "reversed_by"), ==, 2);
  assert_refused (shop, 1, "Delivery 1 was taken back already (by delivery 2).", "delivery",
                  "undo", "1", NULL);
}

/* What took a delivery back counts while it stands: given back, the delivery is in force again. */
static void
test_redo (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autofree char *received = NULL, *undone = NULL, *reversal = NULL, *redone = NULL;
  g_autoptr (JsonNode) again = NULL, gone = NULL;

  received = told (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "A1",
                   "--line", "TEA=2", NULL);
  assert_contains (received, "Received – ");
  undone = told (shop, "delivery", "undo", "1", NULL);
  assert_contains (undone, "Taken back by delivery 2.");
  g_assert_null (strstr (undone, "Received – "));
  reversal = told (shop, "delivery", "show", "2", NULL);
  assert_contains (reversal, "Takes back delivery 1.");

  done (shop, "undo", NULL);
  redone = told (shop, "delivery", "show", "1", NULL);
  assert_contains (redone, "Received – ");
  again = asked (shop, "delivery", "show", "1", NULL);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (again, "reversed_by")));
  assert_refused (shop, 1, "delivery 1", "delivery", "receive", "--supplier", "Java Tea",
                  "--note-number", "A1", "--line", "TEA=2", NULL);

  done (shop, "delivery", "undo", "1", NULL);
  gone = asked (shop, "delivery", "show", "1", NULL);
  g_assert_cmpfloat (number_at (gone, "reversed_by"), ==, 4);
  done (shop, "delivery", "receive", "--supplier", "Java Tea", "--note-number", "A1", "--line",
        "TEA=2", NULL);
}

/* How much still waits is said where it is known, and is not "nothing" where it is not. */
static void
test_still_waiting (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autoptr (JsonNode) preview = NULL, received = NULL;

  preview = asked (shop, "delivery", "receive", "--line", "TEA=1", "--preview", NULL);
  g_assert_false (flag_at (preview, "served/0/line_complete"));
  g_assert_cmpfloat (number_at (preview, "served/0/still_waiting"), >, 0);
  received = asked (shop, "delivery", "receive", "--line", "TEA=1", NULL);
  g_assert_false (flag_at (received, "served/0/line_complete"));
  g_assert_true (JSON_NODE_HOLDS_NULL (at (received, "served/0/still_waiting")));
}

static void
test_undo_with_later_work (void)
{
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autoptr (JsonNode) order = NULL;

  done (shop, "delivery", "receive", "--line", "TEA=2", NULL);
  done (shop, "order", "hand-over", "1", NULL);
  assert_refused (shop, 1, "Siti", "delivery", "undo", "1", NULL);
  done (shop, "delivery", "undo", "1", "--anyway", NULL);
  order = asked (shop, "order", "show", "2", NULL);

  g_assert_cmpfloat (number_at (order, "lines/0/reserved"), ==, 0);
  done (shop, "check", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/delivery/receive", test_receive);
  g_test_add_func ("/cli/delivery/6-preview", test_preview);
  g_test_add_func ("/cli/delivery/file", test_file);
  g_test_add_func ("/cli/delivery/refusals", test_refusals);
  g_test_add_func ("/cli/delivery/6-same-note", test_same_note);
  g_test_add_func ("/cli/delivery/undo", test_undo);
  g_test_add_func ("/cli/delivery/redo", test_redo);
  g_test_add_func ("/cli/delivery/still-waiting", test_still_waiting);
  g_test_add_func ("/cli/delivery/6-undo-with-later-work", test_undo_with_later_work);

  return g_test_run ();
}
