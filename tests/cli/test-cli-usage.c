/* The command line itself: help, options anywhere, a sentence for every mistake, failing output. */
#include "config.h"

#include "shop.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void
test_help (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *all = told (shop, "--help", NULL);
  static const char *const commands[] = {
    "product add SKU",     "product edit SKU",   "product show SKU",    "product list",
    "customer add NAME",   "customer edit",      "customer show",       "customer list",
    "customer merge KEEP OTHER", "customer erase", "supplier add NAME", "supplier edit",
    "supplier list",
    "order add",           "order show N",       "order list",          "order edit N",
    "order cancel N",      "order reopen N",     "order hand-over N",   "order return N",
    "order reserve N",     "order release N",    "sale SKU=QTY ...",    "asked SKU=QTY ...",
    "delivery receive",    "delivery show N",    "delivery list",       "delivery undo N",
    "stock list",          "stock show SKU",     "stock history SKU",   "stock count",
    "stock issue",         "queue list",         "contact log",         "import products FILE",
    "import orders FILE",  "export products",    "export contacts",     "backup FILE",
    "check",               "sample",             "undo [OPERATION]",    "log list",
    "--database FILE",     "--at WHEN",          "--as NAME",           "--key KEY",
    "--json",              "--help",             "--version",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    assert_contains (all, commands[i]);

  g_assert_false (g_file_test (shop->database, G_FILE_TEST_EXISTS));
}

static void
test_help_of_noun (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *orders = told (shop, "order", "--help", NULL);
  g_autofree char *add = told (shop, "product", "add", "--help", NULL);
  g_autofree char *first = told (shop, "--help", "order", NULL);

  assert_contains (orders, "sediactl order hand-over N");
  assert_contains (orders, "--line SKU=QTY[,need-by=DATE][,first][,all]");
  assert_contains (orders, "--all-or-nothing");
  assert_contains (orders, "--damaged");
  assert_contains (add, "--backorder allow|warn|refuse");
  g_assert_null (strstr (add, "product list"));
  g_assert_cmpstr (first, ==, orders);
}

static void
test_version (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *version = told (shop, "--version", NULL);

  g_assert_cmpstr (version, ==, "sediactl " PACKAGE_VERSION "\n");
}

static void
test_mistakes (void)
{
  g_autoptr (Shop) shop = shop_new ();

  assert_refused (shop, 2, "sediactl --help", NULL);
  assert_refused (shop, 2, "Unknown noun “prodct”", "prodct", "list", NULL);
  assert_refused (shop, 2, "add, edit, show, list", "product", NULL);
  assert_refused (shop, 2, "Unknown verb “frob” for “product”; there are: add, edit, show, list",
                  "product", "frob", NULL);
  assert_refused (shop, 2, "needs SKU", "product", "show", NULL);
  assert_refused (shop, 2, "needs SKU", "product", "show", "", NULL);
  assert_refused (shop, 2, "no use for “extra”", "product", "show", "TEA", "extra", NULL);
  assert_refused (shop, 2, "Unknown option “--colour”", "product", "add", "TEA", "--colour", "red",
                  NULL);
  assert_refused (shop, 2, "Unknown option “-x”", "product", "list", "-x", NULL);
  assert_refused (shop, 2, "Unknown option “--nope”", "--nope", NULL);
  assert_refused (shop, 2, "“--search” before the verb", "product", "--search", "tea", "list",
                  NULL);
  assert_refused (shop, 2, "“--name” needs a value: TEXT", "product", "add", "TEA", "--name", NULL);
  assert_refused (shop, 2, "“--name” needs a value", "product", "add", "TEA", "--name", "--price",
                  "1", NULL);
  assert_refused (shop, 2, "“--json” takes no value", "--json=yes", "product", "list", NULL);
  assert_refused (shop, 2, "“--name” is given twice", "product", "add", "TEA", "--name", "a",
                  "--name", "b", NULL);
  assert_refused (shop, 2, "needs “--customer NAME”", "order", "add", "--line", "TEA=1", NULL);
  assert_refused (shop, 2, "needs “--line SKU=QTY", "order", "add", "--customer", "Siti", NULL);
  assert_refused (shop, 2, "needs SKU=QTY", "sale", NULL);
  assert_refused (shop, 2, "needs N", "order", "show", NULL);
  assert_refused (shop, 2, "needs FILE", "backup", NULL);

  g_assert_false (g_file_test (shop->database, G_FILE_TEST_EXISTS));
}

static void
test_bad_values (void)
{
  g_autoptr (Shop) shop = shop_new ();

  /* what, where, and how to write it */
  assert_refused (shop, 2, "--price: “1,5” is not a number; write it like 1250 or 12.5.", "product",
                  "add", "TEA", "--price", "1,5", NULL);
  assert_refused (shop, 2, "--minimum: “1,000” is not a number", "product", "add", "TEA",
                  "--minimum", "1,000", NULL);
  assert_refused (shop, 2, "--minimum: “1e9” is not a number", "product", "add", "TEA",
                  "--minimum", "1e9", NULL);
  assert_refused (shop, 2, "--minimum: “.” is not a number", "product", "add", "TEA", "--minimum",
                  ".", NULL);
  assert_refused (shop, 2, "N: “1.5”", "order", "show", "1.5", NULL);
  assert_refused (shop, 2, "--limit: “0” is too small", "log", "list", "--limit", "0", NULL);
  assert_refused (shop, 2, "“x”; there are: “,” “.”", "import", "products", "x.csv", "--decimal",
                  "x", NULL);
  assert_refused (shop, 2, "“abc” is not a number", "product", "add", "TEA", "--minimum", "abc",
                  NULL);
  assert_refused (shop, 2, "“-1” is below zero", "product", "add", "TEA", "--minimum=-1", NULL);
  assert_refused (shop, 2, "1.234", "product", "add", "TEA", "--price", "1.234", NULL);
  assert_refused (shop, 2, "“4”; there are: 0, 1, 2, 3", "product", "add", "TEA", "--decimals", "4",
                  NULL);
  assert_refused (shop, 2, "“maybe”; there are: allow, warn, refuse", "product", "add", "TEA",
                  "--backorder", "maybe", NULL);
  assert_refused (shop, 2, "“x” is not a number", "order", "show", "x", NULL);
  assert_refused (shop, 2, "“0” is too small", "order", "show", "0", NULL);
  assert_refused (shop, 2, "“TEA” is not a product and its quantity", "sale", "TEA", NULL);
  assert_refused (shop, 2, "“=2” is not a product", "sale", "=2", NULL);
  assert_refused (shop, 2, "“TEA=” is not a product", "sale", "TEA=", NULL);
  assert_refused (shop, 2, "SKU=QTY: “x” is not a number", "sale", "TEA=x", NULL);
  assert_refused (shop, 2, "“1,5” is not a number", "sale", "TEA=1,5", NULL);
  assert_refused (shop, 2, "“-1” is below zero", "sale", "TEA=-1", NULL);
  assert_refused (shop, 2, "“frist” is nothing that can be said of a line", "order", "add",
                  "--customer", "Siti", "--line", "TEA=1,frist", NULL);
  assert_refused (shop, 2, "“2026-13-01” is not a date", "order", "add", "--customer", "Siti",
                  "--line", "TEA=1,need-by=2026-13-01", NULL);
  assert_refused (shop, 2, "“A=1” is not a line of an order", "order", "hand-over", "1", "--line",
                  "A=1", NULL);
  assert_refused (shop, 2, "“0” is not a line of an order", "order", "release", "1", "--line", "0",
                  NULL);
  assert_refused (shop, 2, "one of --refund, --exchange", "order", "return", "1", "--line", "1=1",
                  NULL);
  assert_refused (shop, 2, "“--refund” and “--exchange” exclude each other", "order", "return", "1",
                  "--line", "1=1", "--refund", "--exchange", NULL);
  assert_refused (shop, 2, "one of --reached, --no-answer, --message", "contact", "log", "Siti",
                  NULL);
  assert_refused (shop, 2, "“stolen”; there are: damage, own-use, other", "stock", "issue", "TEA=1",
                  "--reason", "stolen", NULL);
  assert_refused (shop, 2, "needs “--reason", "stock", "issue", "TEA=1", NULL);
  assert_refused (shop, 2, "“yesterday” is not a time", "--at", "yesterday", "product", "list",
                  NULL);
  assert_refused (shop, 2, "“--key” is empty", "--key", "", "product", "add", "TEA", NULL);
  assert_refused (shop, 2, "“--set” and “--add” exclude each other", "import", "products", "x.csv",
                  "--set", "--add", NULL);

  g_assert_false (g_file_test (shop->database, G_FILE_TEST_EXISTS));
}

static void
test_options_anywhere (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) last = NULL;
  g_autofree char *between = NULL;
  g_autofree char *dashed = NULL;

  done (shop, "product", "add", "--name=Green = tea", "TEA", "--price=2.50", NULL);
  between = told (shop, "product", "--json", "show", "TEA", NULL);
  last = json_from_string (between, NULL);
  g_assert_cmpstr (text_at (last, "name"), ==, "Green = tea");

  done (shop, "product", "add", "--name", "Dashed", "--", "--odd", NULL);
  dashed = told (shop, "product", "show", "--json", "--", "--odd", NULL);
  assert_contains (dashed, "\"sku\": \"--odd\"");
}

static void
test_locale (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *plain = NULL;
  g_autofree char *without = NULL;

  done (shop, "product", "add", "TEA", "--name", "Thé vert", "--unit", "kg", "--decimals", "3",
        NULL);
  done (shop, "stock", "count", "TEA=1.25", NULL);
  plain = told (shop, "stock", "show", "TEA", "--json", NULL);

  /* As cron starts it. */
  shop->environment = g_environ_unsetenv (shop->environment, "LC_ALL");
  shop->environment = g_environ_unsetenv (shop->environment, "LANG");
  done (shop, "product", "edit", "TEA", "--name", "Thé vert", NULL);
  without = told (shop, "stock", "show", "TEA", "--json", NULL);

  assert_contains (plain, "\"name\": \"Thé vert\"");
  assert_contains (plain, "\"on_hand\": 1.25,");
  g_assert_cmpstr (without, ==, plain);
}

static void
test_bad_text (void)
{
  g_autoptr (Shop) shop = shop_new ();

  assert_refused (shop, 2, "is not text", "product", "add", "TEA", "--name", "caf\351", NULL);
}

static void
test_table (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *table = NULL;

  done (shop, "product", "add", "A", "--name", "茶", NULL);
  done (shop, "product", "add", "BB", "--name", "Thé", NULL);
  done (shop, "product", "add", "C", "--name", "Line\nbreak \033[2J", NULL);
  done (shop, "stock", "count", "A=1200", NULL);
  table = told (shop, "stock", "list", NULL);

  assert_contains (table, "SKU  Name           ");
  assert_contains (table, "\nA    茶             ");
  assert_contains (table, "\nBB   Thé            ");
  assert_contains (table, "\nC    Line break �[2J");
  assert_contains (table, "     1200         0  1200");
  g_assert_null (strstr (table, " \n"));
}

/* Every answer for people has the words it is about, and no half of a table. */
static void
test_tables (void)
{
  static const struct
  {
    const char *words[4];
    const char *part;
  } answers[] = {
    { { "product", "show", "TEA" }, "Green tea" },
    { { "product", "list" }, "Green tea" },
    { { "customer", "show", "Siti" }, "0812" },
    { { "customer", "list" }, "0812" },
    { { "supplier", "show", "Java" }, "Lead days" },
    { { "supplier", "list" }, "Java" },
    { { "order", "show", "1" }, "late" },
    { { "order", "list" }, "partly ready" },
    { { "queue", "list" }, "2026-11-01" },
    { { "delivery", "show", "1" }, "Siti" },
    { { "delivery", "list" }, "LS-1" },
    { { "stock", "show", "TEA" }, "On hand" },
    { { "stock", "list", "--waiting" }, "TEA" },
    { { "stock", "history", "TEA" }, "0.75" },
    { { "log", "list" }, "Ratna" },
    { { "check" }, "Every balance agrees" },
  };
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "supplier", "add", "Java", "--lead-days", "3", NULL);
  done (shop, "product", "add", "TEA", "--name", "Green tea", "--unit", "kg", "--decimals", "2",
        NULL);
  done (shop, "customer", "add", "Siti", "--phone", "0812", NULL);
  done (shop, "--at", "2026-11-01", "--as", "Ratna", "order", "add", "--customer", "Siti", "--line",
        "TEA=2,need-by=2026-11-02", NULL);
  done (shop, "delivery", "receive", "--supplier", "Java", "--note-number", "LS-1", "--line",
        "TEA=0.75", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *text = told (shop, answers[i].words[0], answers[i].words[1],
                                    answers[i].words[2], NULL);

      assert_contains (text, answers[i].part);
      g_assert_true (g_str_has_suffix (text, "\n"));
      g_assert_null (strstr (text, " \n"));
      g_assert_null (strstr (text, "(null)"));
    }
}

/* ---- output that cannot be written */

static int
run_with_output (Shop       *shop,
                 const char *device,
                 gboolean    is_closed)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *closing = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, shop->environment);
  if (device != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, device);

  if (is_closed)
    {
      closing = g_strdup_printf ("exec \"$SEDIACTL\" --database '%s' product list >&-",
                                 shop->database);
      process = g_subprocess_launcher_spawn (launcher, &error, "/bin/sh", "-c", closing, NULL);
    }
  else
    process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("SEDIACTL"), "--database",
                                           shop->database, "product", "list", NULL);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static void
test_full_output (void)
{
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "TEA", NULL);

  g_assert_cmpint (run_with_output (shop, "/dev/full", FALSE), ==, 3);
  g_assert_cmpint (run_with_output (shop, NULL, TRUE), ==, 3);
  done (shop, "check", NULL);
}

static void
test_broken_pipe (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  int ends[2];

  done (shop, "product", "add", "TEA", NULL);

  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  close (ends[0]);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, shop->environment);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("SEDIACTL"), "--database",
                                         shop->database, "product", "list", NULL);
  g_assert_no_error (error);
  g_clear_object (&launcher);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);

  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/usage/help", test_help);
  g_test_add_func ("/cli/usage/help-of-noun", test_help_of_noun);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/usage/mistakes", test_mistakes);
  g_test_add_func ("/cli/usage/bad-values", test_bad_values);
  g_test_add_func ("/cli/usage/options-anywhere", test_options_anywhere);
  g_test_add_func ("/cli/usage/locale", test_locale);
  g_test_add_func ("/cli/usage/bad-text", test_bad_text);
  g_test_add_func ("/cli/usage/table", test_table);
  g_test_add_func ("/cli/usage/tables", test_tables);
  g_test_add_func ("/cli/usage/full-output", test_full_output);
  g_test_add_func ("/cli/usage/broken-pipe", test_broken_pipe);

  return g_test_run ();
}
