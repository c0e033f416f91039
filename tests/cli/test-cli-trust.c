/* Keys, times, names, the log, undo, check, the sample: who did what, when, and taking it back. */
#include "config.h"

#include "shop.h"

#include <string.h>

static Shop *
shop_with_product (void)
{
  Shop *shop = shop_new ();

  done (shop, "product", "add", "CUP", "--name", "Cup", NULL);
  done (shop, "customer", "add", "Siti", NULL);

  return shop;
}

static void
test_key (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *order = NULL;
  g_autofree char *same_order = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) cup = NULL;

  first = told (shop, "--json", "--key", "till-7/1", "delivery", "receive", "--line", "CUP=10",
                NULL);
  done (shop, "sale", "CUP=1", NULL);
  again = told (shop, "--json", "--key", "till-7/1", "delivery", "receive", "--line", "CUP=10",
                NULL);
  order = told (shop, "--key", "web-1", "order", "add", "--customer", "Siti", "--line", "CUP=2",
                NULL);
  same_order = told (shop, "order", "add", "--customer", "Siti", "--line", "CUP=2", "--key=web-1",
                     NULL);
  list = asked (shop, "order", "list", NULL);
  cup = asked (shop, "stock", "show", "CUP", NULL);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (order, ==, same_order);
  g_assert_cmpuint (count_at (list, ""), ==, 1);
  g_assert_cmpfloat (number_at (cup, "on_hand"), ==, 9);
  assert_refused (shop, 1, "“till-7/1” was used for something else before (delivery 1)", "--key",
                  "till-7/1", "sale", "CUP=1", NULL);
}

/* A command that was refused did not use its key up. */
static void
test_key_after_refusal (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) cup = NULL;

  assert_refused (shop, 1, "Cup", "--key", "k", "sale", "CUP=1", NULL);
  done (shop, "stock", "count", "CUP=5", NULL);
  done (shop, "--key", "k", "sale", "CUP=1", NULL);
  done (shop, "--key", "k", "sale", "CUP=1", NULL);
  cup = asked (shop, "stock", "show", "CUP", NULL);

  g_assert_cmpfloat (number_at (cup, "on_hand"), ==, 4);
}

static void
test_log (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) log = NULL;
  g_autoptr (JsonNode) newest = NULL;
  g_autofree char *table = NULL;

  done (shop, "--at", "2026-11-20T09:30", "--as", "Ratna", "stock", "count", "CUP=5", "--reason",
        "opening", NULL);
  done (shop, "--at", "2026-11-21T02:00Z", "sale", "CUP=1", "--as", "Joko", NULL);
  log = asked (shop, "log", "list", NULL);
  newest = asked (shop, "log", "list", "--limit", "1", NULL);
  table = told (shop, "log", "list", NULL);

  g_assert_cmpuint (count_at (log, ""), ==, 4);
  g_assert_cmpuint (count_at (newest, ""), ==, 1);
  g_assert_cmpstr (text_at (log, "0/actor"), ==, "Joko");
  g_assert_cmpstr (text_at (log, "0/time"), ==, "2026-11-21T02:00:00Z");
  g_assert_cmpstr (text_at (log, "1/actor"), ==, "Ratna");
  g_assert_cmpstr (text_at (log, "1/kind"), ==, "stock-count");
  g_assert_cmpstr (text_at (log, "1/at"), ==, "2026-11-20");
  g_assert_cmpstr (text_at (log, "1/time"), ==, "2026-11-20T02:30:00Z");
  g_assert_cmpstr (text_at (log, "1/reason"), ==, "opening");
  g_assert_cmpstr (text_at (log, "1/entered"), >, "2026-11-20T02:30:00Z");
  g_assert_cmpstr (text_at (log, "3/kind"), ==, "product-add");
  assert_contains (table, "Ratna");
  assert_contains (table, "2026-11-20 09:30");
}

/* A question leaves no trace, and neither does a command that was refused. */
static void
test_log_of_nothing (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) log = NULL;

  done (shop, "product", "list", NULL);
  done (shop, "delivery", "receive", "--line", "CUP=1", "--preview", NULL);
  assert_refused (shop, 1, "Cup", "sale", "CUP=1", NULL);
  log = asked (shop, "log", "list", NULL);

  g_assert_cmpuint (count_at (log, ""), ==, 2);
}

static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) undo = NULL;
  g_autoptr (JsonNode) log = NULL;

  done (shop, "stock", "count", "CUP=5", NULL);
  before = told (shop, "--json", "stock", "list", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "CUP=2", NULL);
  undo = asked (shop, "undo", NULL);
  after = told (shop, "--json", "stock", "list", NULL);
  log = asked (shop, "log", "list", NULL);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (text_at (undo, "kind"), ==, "undo");
  g_assert_cmpfloat (number_at (undo, "undoes"), ==, number_at (log, "1/operation"));
  g_assert_cmpfloat (number_at (log, "1/undone_by"), ==, number_at (undo, "operation"));
  done (shop, "check", NULL);
}

/* The last in force first, then the one before it. */
static void
test_undo_twice (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) cup = NULL;
  g_autoptr (JsonNode) earlier = NULL;

  done (shop, "stock", "count", "CUP=5", NULL);
  done (shop, "sale", "CUP=1", NULL);
  done (shop, "sale", "CUP=2", NULL);
  done (shop, "undo", NULL);
  cup = asked (shop, "stock", "show", "CUP", NULL);
  done (shop, "undo", NULL);
  earlier = asked (shop, "stock", "show", "CUP", NULL);

  g_assert_cmpfloat (number_at (cup, "on_hand"), ==, 4);
  g_assert_cmpfloat (number_at (earlier, "on_hand"), ==, 5);
}

static void
test_undo_one (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) log = NULL;
  g_autoptr (JsonNode) cup = NULL;
  g_autofree char *number = NULL;

  done (shop, "stock", "count", "CUP=5", NULL);
  done (shop, "sale", "CUP=1", NULL);
  log = asked (shop, "log", "list", "--limit", "1", NULL);
  done (shop, "sale", "CUP=2", NULL);
  number = g_strdup_printf ("%d", (int) number_at (log, "0/operation"));
  done (shop, "undo", number, NULL);
  cup = asked (shop, "stock", "show", "CUP", NULL);

  g_assert_cmpfloat (number_at (cup, "on_hand"), ==, 3);
  assert_refused (shop, 1, "", "undo", number, NULL);
  assert_refused (shop, 1, "999", "undo", "999", NULL);
  assert_refused (shop, 2, "“x” is not a number", "undo", "x", NULL);
}

static void
test_undo_nothing (void)
{
  g_autoptr (Shop) shop = shop_new ();

  assert_refused (shop, 1, "", "undo", NULL);
}

/* Later work on the same line is named with who did it, and undone first. */
static void
test_undo_conflict (void)
{
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "stock", "count", "TEA=5", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "TEA=5", NULL);
  done (shop, "order", "edit", "1", "--line", "1=8", NULL);
  done (shop, "--as", "Wati", "delivery", "receive", "--line", "TEA=4", NULL);

  assert_refused (shop, 1, "the same thing was changed by Wati (", "undo", "5", NULL);
  done (shop, "undo", "6", NULL);
  done (shop, "undo", "5", NULL);
  done (shop, "check", NULL);
}

static void
test_check (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (JsonNode) check = asked (shop, "check", NULL);
  g_autofree char *keys = keys_of (check);

  g_assert_cmpstr (keys, ==, "ok problems ");
  g_assert_true (flag_at (check, "ok"));
  g_assert_cmpuint (count_at (check, "problems"), ==, 0);
}

static void
test_sample (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) sample = asked (shop, "sample", NULL);
  g_autoptr (JsonNode) queue = asked (shop, "queue", "list", NULL);

  g_assert_cmpfloat (number_at (sample, "products"), >, 0);
  g_assert_cmpfloat (number_at (sample, "waiting"), ==, count_at (queue, ""));
  done (shop, "check", NULL);
  assert_refused (shop, 1, "", "sample", NULL);
}

/* Two programs at once: nothing is lost and nothing happens twice. */
static void
test_at_once (void)
{
  g_autoptr (Shop) shop = shop_with_product ();
  g_autoptr (GPtrArray) tills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) cup = NULL;

  done (shop, "stock", "count", "CUP=100", NULL);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = NULL;
      g_autofree char *key = g_strdup_printf ("sale-%u", i / 2);
      GSubprocess *till;

      launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
      g_subprocess_launcher_set_environ (launcher, shop->environment);
      till = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("SEDIACTL"), "--database",
                                          shop->database, "--key", key, "sale", "CUP=1", NULL);
      g_assert_no_error (error);
      g_ptr_array_add (tills, till);
    }

  for (guint i = 0; i < tills->len; i++)
    {
      g_subprocess_wait_check (g_ptr_array_index (tills, i), NULL, &error);
      g_assert_no_error (error);
    }

  cup = asked (shop, "stock", "show", "CUP", NULL);
  g_assert_cmpfloat (number_at (cup, "on_hand"), ==, 96);
  done (shop, "check", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/trust/3.11-key", test_key);
  g_test_add_func ("/cli/trust/key-after-refusal", test_key_after_refusal);
  g_test_add_func ("/cli/trust/log", test_log);
  g_test_add_func ("/cli/trust/log-of-nothing", test_log_of_nothing);
  g_test_add_func ("/cli/trust/9-undo", test_undo);
  g_test_add_func ("/cli/trust/undo-twice", test_undo_twice);
  g_test_add_func ("/cli/trust/undo-one", test_undo_one);
  g_test_add_func ("/cli/trust/undo-nothing", test_undo_nothing);
  g_test_add_func ("/cli/trust/9-undo-conflict", test_undo_conflict);
  g_test_add_func ("/cli/trust/check", test_check);
  g_test_add_func ("/cli/trust/sample", test_sample);
  g_test_add_func ("/cli/trust/3.11-at-once", test_at_once);

  return g_test_run ();
}
