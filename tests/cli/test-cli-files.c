/* The shop's file and others: where it is, what is no shop, what may not be written, backups. */
#include "config.h"

#include "shop.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define VERSION_AT 60 /* where the header of the file keeps the version of the schema */

static void
test_default (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "sedia", "shop.db", NULL);
  char *add[] = { (char *) "product", (char *) "add", (char *) "TEA", NULL };
  char *list[] = { (char *) "product", (char *) "list", NULL };
  g_autoptr (Reply) added = shop_run (shop, add);
  g_autoptr (Reply) listed = shop_run (shop, list);
  GStatBuf status;

  g_assert_cmpint (added->status, ==, 0);
  assert_contains (listed->output, "TEA");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 077, ==, 0);
}

static void
test_odd_paths (void)
{
  static const char *const names[] = { "with blank.db", "quote'd.db", "100%.db",
                                       "ünï.db",        "a?mode=ro",  "#1.db" };
  g_autoptr (Shop) shop = shop_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_free (shop->database);
      shop->database = shop_path (shop, names[i]);
      done (shop, "product", "add", "TEA", NULL);
      done (shop, "check", NULL);
      g_assert_true (g_file_test (shop->database, G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_no_shop (void)
{
  g_autoptr (Shop) shop = shop_new ();
  static const char letter[] = "This is not a shop, but a letter to my aunt.\n";
  g_autofree char *text = shop_write (shop, "text.db", letter);
  g_autofree char *under = g_build_filename (text, "shop.db", NULL);
  g_autofree char *kept = NULL;

  g_free (shop->database);
  shop->database = g_strdup (text);
  assert_refused (shop, 3, "text.db", "product", "list", NULL);
  assert_refused (shop, 3, "text.db", "product", "add", "TEA", NULL);
  kept = shop_read (shop, "text.db");
  g_assert_cmpstr (kept, ==, letter);

  g_free (shop->database);
  shop->database = g_strdup (shop->folder);
  assert_refused (shop, 3, shop->folder, "product", "list", NULL);

  g_free (shop->database);
  shop->database = g_strdup (under);
  assert_refused (shop, 3, "text.db", "product", "list", NULL);

  g_free (shop->database);
  shop->database = g_strdup ("/proc/no/such/place.db");
  assert_refused (shop, 3, "/proc/no/such", "product", "list", NULL);
}

static void
patch (const char *path,
       gsize       offset,
       const char *bytes,
       gsize       n_bytes)
{
  int file = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, bytes, n_bytes, (off_t) offset), ==, (gssize) n_bytes);
  g_assert_cmpint (close (file), ==, 0);
}

static void
test_newer (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  done (shop, "product", "add", "TEA", NULL);
  patch (shop->database, VERSION_AT, "\000\000\003\347", 4);
  g_file_get_contents (shop->database, &before, &n_before, NULL);
  assert_refused (shop, 3, "newer", "product", "list", NULL);
  assert_refused (shop, 3, "newer", "product", "add", "MILK", NULL);
  g_file_get_contents (shop->database, &after, &n_after, NULL);

  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_truncated (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (Reply) reply = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *sku = g_strdup_printf ("P-%u", i);

      done (shop, "product", "add", sku, NULL);
    }
  g_assert_cmpint (truncate (shop->database, 4096 * 3), ==, 0);

  reply = reply_of (shop, "check", NULL);
  g_assert_cmpint (reply->status, ==, 3);
  g_assert_true (g_str_has_prefix (reply->complaint, "sediactl: "));
}

static void
test_damaged (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *rubbish = g_strnfill (4096, 'x');
  g_autoptr (Reply) reply = NULL;
  GStatBuf status;

  done (shop, "product", "add", "TEA", NULL);
  g_assert_cmpint (g_stat (shop->database, &status), ==, 0);
  for (goffset place = 4096; place < status.st_size; place += 4096)
    patch (shop->database, (gsize) place, rubbish, 4096);

  reply = reply_of (shop, "product", "list", NULL);
  g_assert_cmpint (reply->status, ==, 3);
  g_assert_true (g_str_has_prefix (reply->complaint, "sediactl: "));
}

/* A number that somebody changed behind the program's back, in each place where it stands. */
static void
test_check (void)
{
  static const char number[] = "\034\276\231\032\024"; /* 123456789012 */
  const gsize length = strlen (number);
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *good = NULL;
  gsize size = 0;
  guint n_found = 0;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "stock", "count", "TEA=123456789012", NULL);
  g_assert_true (g_file_get_contents (shop->database, &good, &size, NULL));

  for (gsize i = 0; i + length <= size; i++)
    {
      g_autoptr (Reply) reply = NULL;

      if (memcmp (good + i, number, length) != 0)
        continue;

      patch (shop->database, i + length - 1, "\023", 1);
      reply = reply_of (shop, "check", "--json", NULL);
      if (reply->status == 1)
        {
          assert_contains (reply->output, "\"ok\": false");
          assert_contains (reply->complaint, "The check found ");
          n_found += strstr (reply->output, "TEA") != NULL;
        }
      g_assert_true (g_file_set_contents (shop->database, good, (gssize) size, NULL));
    }

  g_assert_cmpuint (n_found, >, 0);
}

static void
test_empty_file (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *path = shop_write (shop, "shop.db", "");

  g_assert_cmpstr (path, ==, shop->database);
  done (shop, "product", "add", "TEA", NULL);
  done (shop, "check", NULL);
}

/* ---- permissions: what an ordinary user would meet, also when the tests run as root */

#define NOBODY 65534

static void
become_nobody (gpointer data)
{
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (99);
}

static Reply *
run_as_nobody (Shop       *shop,
               const char *noun,
               const char *verb,
               const char *argument)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Reply *reply;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_environ (launcher, shop->environment);
  g_subprocess_launcher_set_child_setup (launcher, become_nobody, NULL, NULL);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("SEDIACTL"), "--database",
                                         shop->database, noun, verb, argument, NULL);
  if (process == NULL)
    return NULL; /* nobody may not even see the program */

  reply = g_new0 (Reply, 1);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &reply->output, &reply->complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  reply->status = g_subprocess_get_exit_status (process);

  return reply;
}

static void
test_read_only (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (Reply) write = NULL;

  done (shop, "product", "add", "TEA", NULL);
  g_assert_cmpint (g_chmod (shop->database, 0444), ==, 0);
  g_assert_cmpint (g_chmod (shop->folder, 0555), ==, 0);
  write = run_as_nobody (shop, "product", "add", "MILK");
  g_assert_cmpint (g_chmod (shop->folder, 0755), ==, 0);

  if (write == NULL || write->status == 99)
    {
      g_test_skip ("no other user can run the program here");
      return;
    }

  g_assert_cmpint (write->status, ==, 3);
  g_assert_true (g_str_has_prefix (write->complaint, "sediactl: "));
  assert_contains (write->complaint, "read-only");
  g_assert_cmpstr (strchr (write->complaint, '\n'), ==, "\n");
}

static void
test_not_readable (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (Reply) reply = NULL;

  done (shop, "product", "add", "TEA", NULL);
  g_assert_cmpint (g_chmod (shop->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (shop->database, 0), ==, 0);
  reply = run_as_nobody (shop, "product", "list", NULL);

  if (reply == NULL || reply->status == 99)
    {
      g_test_skip ("no other user can run the program here");
      return;
    }

  g_assert_cmpint (reply->status, ==, 3);
  assert_contains (reply->complaint, "shop.db");
  assert_contains (reply->complaint, "cannot be opened");
}

/* A file to import that may not be read: the shop is theirs, the file is not. */
static void
test_import_not_readable (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "secret.csv", "sku,name\nTEA,Tea\n");
  g_autoptr (Reply) reply = NULL;

  g_free (shop->database);
  shop->database = shop_path (shop, "theirs.db");
  g_assert_cmpint (g_chmod (shop->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  reply = run_as_nobody (shop, "import", "products", file);

  if (reply == NULL || reply->status == 99)
    {
      g_test_skip ("no other user can run the program here");
      return;
    }

  g_assert_cmpint (reply->status, ==, 3);
  assert_contains (reply->complaint, "secret.csv");
  assert_contains (reply->complaint, "permission");
}

/* ---- backups and exports */

static void
test_backup (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *copy = shop_path (shop, "copy.db");
  g_autofree char *nowhere = g_build_filename (shop->folder, "no", "such", "copy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "stock", "count", "TEA=3", NULL);
  before = told (shop, "--json", "stock", "list", NULL);
  done (shop, "backup", copy, NULL);
  assert_refused (shop, 3, "copy.db", "backup", copy, NULL);
  assert_refused (shop, 3, "", "backup", nowhere, NULL);

  g_free (shop->database);
  shop->database = g_strdup (copy);
  after = told (shop, "--json", "stock", "list", NULL);
  g_assert_cmpstr (before, ==, after);
  done (shop, "check", NULL);
}

static void
test_export_to (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_path (shop, "products.csv");
  g_autofree char *nowhere = g_build_filename (shop->folder, "no", "products.csv", NULL);
  g_autofree char *printed = NULL;
  g_autofree char *dashed = NULL;
  g_autofree char *written = NULL;
  g_autofree char *silent = NULL;

  done (shop, "product", "add", "TEA", "--name", "Green \"tea\", loose", NULL);
  printed = told (shop, "export", "products", NULL);
  dashed = told (shop, "export", "products", "-", NULL);
  silent = told (shop, "export", "products", file, NULL);
  written = shop_read (shop, "products.csv");

  g_assert_cmpstr (silent, ==, "");
  g_assert_cmpstr (printed, ==, written);
  g_assert_cmpstr (printed, ==, dashed);
  assert_refused (shop, 3, "products.csv” cannot be written: its folder does not exist; create it",
                  "export", "products", nowhere, NULL);
  assert_refused (shop, 3, "is a folder; name a file in it.", "export", "products", shop->folder,
                  NULL);
  assert_refused (shop, 3, "/dev/full", "export", "products", "/dev/full", NULL);
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/files/default", test_default);
  g_test_add_func ("/cli/files/odd-paths", test_odd_paths);
  g_test_add_func ("/cli/files/no-shop", test_no_shop);
  g_test_add_func ("/cli/files/newer", test_newer);
  g_test_add_func ("/cli/files/truncated", test_truncated);
  g_test_add_func ("/cli/files/damaged", test_damaged);
  g_test_add_func ("/cli/files/check", test_check);
  g_test_add_func ("/cli/files/empty-file", test_empty_file);
  g_test_add_func ("/cli/files/read-only", test_read_only);
  g_test_add_func ("/cli/files/not-readable", test_not_readable);
  g_test_add_func ("/cli/files/import-not-readable", test_import_not_readable);
  g_test_add_func ("/cli/files/backup", test_backup);
  g_test_add_func ("/cli/files/export-to", test_export_to);

  return g_test_run ();
}
