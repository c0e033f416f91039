/* The file itself: what it may be, who else writes it, what happens when it fails. */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sedia-db.h"
#include "sedia-schema.h"
#include "sedia-store-private.h"
#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

static void
assert_cannot_open (const char *path,
                    const char *part)
{
  g_autoptr (GError) error = NULL;
  SediaStore *store = sedia_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
close_shop (Shop *shop)
{
  g_assert_finalize_object (g_steal_pointer (&shop->store));
}

static void
open_again (Shop *shop)
{
  shop->store = sedia_store_open (shop->path, NULL);
  g_assert_nonnull (shop->store);
}

/* Created readable for its owner alone, with the log beside it. */
static void
test_private (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *wal = g_strconcat (shop->path, "-wal", NULL);
  struct stat info;

  shop_product (shop, "K");
  g_assert_cmpint (g_stat (shop->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (wal, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_text_file (void)
{
  g_autoptr (Shop) shop = shop_open ();

  close_shop (shop);
  g_assert_true (g_file_set_contents (shop->path, "sku,name\nK,Kettle\n and this is long enough"
                                                  " to have a header, "
                                                  "which it has not, since it is a text file and"
                                                  " nothing else\n",
                                      -1, NULL));
  assert_cannot_open (shop->path, "not a Sedia database");
  g_unlink (shop->path);
  open_again (shop);
}

static void
test_truncated (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *contents = NULL;
  gsize length;

  shop_product (shop, "K");
  close_shop (shop);
  g_assert_true (g_file_get_contents (shop->path, &contents, &length, NULL));
  g_assert_cmpint (truncate (shop->path, (off_t) length / 2), ==, 0);
  assert_cannot_open (shop->path, "damaged");

  g_assert_true (g_file_set_contents (shop->path, contents, (gssize) length, NULL));
  open_again (shop);
  assert_stock (shop, "K", "0/0/0");
}

static void
patch (const char *path,
       long        offset,
       guint8      value)
{
  int fd = g_open (path, O_RDWR, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, &value, 1, offset), ==, 1);
  close (fd);
}

/* Byte 63 is the low byte of user_version, 71 of application_id. */
static void
test_newer_and_foreign (void)
{
  g_autoptr (Shop) shop = shop_open ();

  close_shop (shop);
  patch (shop->path, 63, 200);
  assert_cannot_open (shop->path, "newer version");
  patch (shop->path, 63, (guint8) sedia_schema_version ());
  patch (shop->path, 71, 1);
  assert_cannot_open (shop->path, "another program");
  patch (shop->path, 71, 0x49);
  open_again (shop);
}

static void
test_read_only (void)
{
  g_autoptr (Shop) shop = shop_open ();

  if (geteuid () == 0)
    {
      /* root may write anything: a folder in the way stands for it */
      g_autofree char *inside = g_build_filename (shop->path, "shop.db", NULL);

      assert_cannot_open (inside, "cannot be created");
      assert_cannot_open (shop->folder, "is a folder");
      return;
    }

  close_shop (shop);
  g_chmod (shop->path, 0400);
  assert_cannot_open (shop->path, "read-only");
  g_chmod (shop->path, 0600);
  open_again (shop);
}

static void
test_nowhere (void)
{
  assert_cannot_open ("/proc/nowhere/shop.db", "cannot be created");
  assert_cannot_open ("/proc", "folder");
}

/* Two programs that start at once on a new file create one schema. */
static gpointer
open_thread (gpointer data)
{
  return sedia_store_open (data, NULL);
}

static void
test_two_start_at_once (void)
{
  g_autoptr (Shop) shop = shop_open ();
  GThread *threads[4];

  close_shop (shop);
  g_unlink (shop->path);
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("opener", open_thread, shop->path);
  for (guint i = 0; i < 4; i++)
    {
      SediaStore *store = g_thread_join (threads[i]);

      g_assert_nonnull (store);
      g_assert_finalize_object (store);
    }
  open_again (shop);
  shop_assert_sound (shop);
}

/* A backup, taken while work goes on, is a shop. */
static void
test_backup (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = g_build_filename (shop->folder, "backup.db", NULL);
  g_autoptr (GError) error = NULL;
  Shop copy = { .folder = shop->folder, .path = path };
  struct stat info;

  shop_product (shop, "K");
  shop_receive (shop, "K", 7);
  g_assert_true (sedia_store_backup (shop->store, path, NULL, &error));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  shop_receive (shop, "K", 1);

  copy.store = sedia_store_open (path, &error);
  g_assert_no_error (error);
  assert_stock (&copy, "K", "7/0/0");
  shop_assert_sound (&copy);
  g_assert_finalize_object (copy.store);

  g_assert_false (sedia_store_backup (shop->store, path, NULL, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
}

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_check (db, error);
}

/* ---- what changed */

typedef struct
{
  SediaChanges *changes;
  guint n;
} Heard;

static void
changed_cb (SediaStore   *store,
            SediaChanges *changes,
            gpointer      user_data)
{
  Heard *heard = user_data;

  g_clear_pointer (&heard->changes, sedia_changes_unref);
  heard->changes = sedia_changes_ref (changes);
  heard->n++;
}

static void
drain (void)
{
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (1000);
    }
}

/* A commit tells what it touched, with what else shows it; a refusal tells nothing. */
static void
test_changes (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (SediaOrder) order = NULL;
  Heard heard = { NULL, 0 };
  gint64 kettle, mug, siti, line;

  kettle = shop_product (shop, "K");
  mug = shop_product (shop, "M");
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  order = shop_look_order (shop, siti);
  line = ((SediaOrderLine *) order->lines->pdata[0])->id;
  drain ();

  g_signal_connect (shop->store, "changed", G_CALLBACK (changed_cb), &heard);
  shop_receive (shop, "K", 1);
  drain ();
  g_assert_cmpint (heard.n, ==, 1);
  g_assert_true (sedia_changes_has (heard.changes, SEDIA_KIND_PRODUCT, kettle));
  g_assert_false (sedia_changes_has (heard.changes, SEDIA_KIND_PRODUCT, mug));
  g_assert_true (sedia_changes_has (heard.changes, SEDIA_KIND_LINE, line));
  g_assert_true (sedia_changes_has (heard.changes, SEDIA_KIND_ORDER, siti));
  g_assert_true (sedia_changes_has_kind (heard.changes, SEDIA_KIND_DELIVERY));
  g_assert_true (sedia_changes_has_kind (heard.changes, SEDIA_KIND_NOTICE));

  /* a product that is renamed is shown by its lines */
  product = shop_look (shop, "K");
  g_free (product->name);
  product->name = g_strdup ("Kettle");
  shop_product_full (shop, product);
  drain ();
  g_assert_cmpint (heard.n, ==, 2);
  g_assert_true (sedia_changes_has (heard.changes, SEDIA_KIND_LINE, line));

  g_assert_false (shop_sell (shop, "K", 1, FALSE));
  g_assert_true (shop_cancel (shop, siti, 1, 1));
  drain ();
  g_assert_cmpint (heard.n, ==, 3);

  /* another serving rule is another order of every queue */
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));
  drain ();
  g_assert_cmpint (heard.n, ==, 4);
  g_assert_true (sedia_changes_is_everything (heard.changes));

  g_clear_pointer (&heard.changes, sedia_changes_unref);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_assert_null (sedia_store_finish (SEDIA_STORE (source), result, error));
}

/* A closed store answers every question with "closed", whoever still asks. */
static void
test_closed (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GError) error = NULL, waited = NULL;

  sedia_store_close (shop->store);
  sedia_store_read_async (shop->store, check_job, NULL, NULL, NULL, NULL, closed_cb, &error);
  drain ();
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
  g_assert_null (sedia_store_read (shop->store, check_job, NULL, &waited));
  g_assert_error (waited, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
  sedia_store_look (shop->store);
}

/* Another program's commit is noticed, our own is not mistaken for one. */
static void
test_look (void)
{
  g_autoptr (Shop) shop = shop_open ();
  Shop other = { .folder = shop->folder, .path = shop->path };
  Heard heard = { NULL, 0 };

  shop_product (shop, "K");
  other.store = sedia_store_open (shop->path, NULL);
  drain ();
  sedia_store_look (shop->store);
  drain ();
  g_signal_connect (shop->store, "changed", G_CALLBACK (changed_cb), &heard);

  sedia_store_look (shop->store);
  drain ();
  g_assert_cmpint (heard.n, ==, 0);

  shop_receive (&other, "K", 1);
  drain ();
  g_assert_cmpint (heard.n, ==, 0);
  sedia_store_look (shop->store);
  drain ();
  g_assert_cmpint (heard.n, ==, 1);
  g_assert_true (sedia_changes_is_everything (heard.changes));

  shop_receive (shop, "K", 1);
  drain ();
  sedia_store_look (shop->store);
  drain ();
  g_assert_cmpint (heard.n, ==, 2);
  g_assert_false (sedia_changes_is_everything (heard.changes));

  g_clear_pointer (&heard.changes, sedia_changes_unref);
  g_clear_error (&other.error);
  g_assert_finalize_object (other.store);
}

/* A program that comes and goes beside a window takes nothing with it: the window's locks stand, so
 * the log of its commits is not thrown away when the other leaves.
 */
static void
test_locks_stand (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *wal = g_strconcat (shop->path, "-wal", NULL);
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  shop_product (shop, "K");
  script = g_strdup_printf ("import sqlite3; d = sqlite3.connect ('%s');"
                            "d.execute ('SELECT count (*) FROM product').fetchone (); d.close ()",
                            shop->path);
  {
    const char *const argv[] = { "/usr/bin/python3", "-c", script, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                                 NULL, &status, &error));
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
  }
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* ---- a driver that fails on demand: the seam of the second engine, and what a full disk does */

static gint fail_commits;

static gboolean
failing_commit (SediaConnection  *connection,
                GError          **error)
{
  if (g_atomic_int_get (&fail_commits) == 0)
    return sedia_driver_sqlite.commit (connection, error);

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE, "The disk is full.");
  return FALSE;
}

static void
test_disk_full (void)
{
  g_autoptr (Shop) shop = shop_open ();
  static SediaDriver failing; /* outlives the shop, which closes with it */
  gint64 operation;

  failing = sedia_driver_sqlite;
  failing.name = "failing";
  failing.commit = failing_commit;
  shop_product (shop, "K");
  close_shop (shop);
  shop->store = sedia_store_open_with (&failing, shop->path, NULL);
  g_assert_nonnull (shop->store);
  operation = shop_last_operation (shop);

  g_atomic_int_set (&fail_commits, 1);
  g_assert_cmpint (shop_receive (shop, "K", 5), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_DATABASE, "disk is full");
  g_atomic_int_set (&fail_commits, 0);

  assert_stock (shop, "K", "0/0/0");
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
  g_assert_cmpint (shop_receive (shop, "K", 5), >, 0);
  assert_stock (shop, "K", "5/0/0");
  shop_assert_sound (shop);
}

/* What was acknowledged survives; what was not finished leaves nothing: the log of a crash,
 * replayed. */
static void
test_crash (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *copy = g_build_filename (shop->folder, "crashed.db", NULL);
  g_autofree char *wal = g_strconcat (shop->path, "-wal", NULL), *copy_wal = g_strconcat (copy,
      "-wal", NULL);
  g_autofree char *data = NULL, *log = NULL;
  Shop crashed = { .folder = shop->folder, .path = copy };
  gsize data_length, log_length;

  shop_product (shop, "K");
  shop_receive (shop, "K", 5);
  g_assert_true (g_file_get_contents (shop->path, &data, &data_length, NULL));
  g_assert_true (g_file_get_contents (wal, &log, &log_length, NULL));

  /* as if the power went in the middle of the next write */
  g_assert_true (g_file_set_contents (copy, data, (gssize) data_length, NULL));
  log = g_realloc (log, log_length + 2000);
  memset (log + log_length, 0x5a, 2000);
  g_assert_true (g_file_set_contents (copy_wal, log, (gssize) log_length + 2000, NULL));

  crashed.store = sedia_store_open (copy, NULL);
  g_assert_nonnull (crashed.store);
  assert_stock (&crashed, "K", "5/0/0");
  shop_assert_sound (&crashed);
  g_assert_finalize_object (crashed.store);
}

/* Five megabytes of drafts in one transaction. */
static gpointer
fill_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const char *sql = "WITH RECURSIVE n (i) AS"
                    " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)"
                    " INSERT INTO draft (kind, updated_at, content)"
                    " SELECT 'delivery', i, '[\"' || hex (zeroblob (2000)) || '\"]' FROM n";

  return sedia_db_execute (db, sql, error) ? SEDIA_DONE : NULL;
}

/* A long log is folded into the file, after the answer and before the next request. */
static void
test_log_is_folded (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *wal = g_strconcat (shop->path, "-wal", NULL);
  struct stat file, log;

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (sedia_store_note (shop->store, fill_job, NULL, &shop->error) == SEDIA_DONE);
      shop_product (shop, i == 0 ? "K" : i == 1 ? "L" : "M");
    }

  g_assert_cmpint (g_stat (shop->path, &file), ==, 0);
  g_assert_cmpint (g_stat (wal, &log), ==, 0);
  g_assert_cmpint (file.st_size, >, 15000000);
  g_assert_cmpint (log.st_size, <, 12000000); /* used again from its beginning */
}

/* 9: check finds what somebody broke by hand */
static gpointer
break_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_db_execute (db, data, error) ? SEDIA_DONE : NULL;
}

/* 2: what is more than the books can hold is refused in words, and changes nothing */
static void
test_beyond_the_books (void)
{
  g_autoptr (Shop) shop = shop_open ();
  static const char full[] = "UPDATE product_balance SET on_hand = 1000000000000000";

  shop_product (shop, "K");
  sedia_store_note (shop->store, break_job, (gpointer) full, &shop->error);
  g_assert_no_error (shop->error);
  g_assert_cmpint (shop_receive (shop, "K", 1), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_SCHEMA, "than the books can hold; nothing was changed.");
  assert_stock (shop, "K", "1000000000000000/0/0");
}

static void
test_check_finds (void)
{
  static const struct { const char *sql, *sentence; } damages[] = {
    { "UPDATE product_balance SET on_hand = on_hand + 10 WHERE product_id = 1",
      "Product K: 3.5 on hand, but its movements make 2.5." },
    { "UPDATE product_balance SET open = open + 10 WHERE product_id = 1",
      "Product K: a demand of 5, but its open order lines make 4." },
    { "UPDATE order_line SET reserved = reserved - 10 WHERE id = 1",
      "Order line 1/1: 1.5 reserved, but its reservations make 2.5." },
    { "UPDATE order_line SET delivered = 1 WHERE id = 1",
      "Order line 1/1: 0.1 delivered, but its hand-overs make 0." },
    { "UPDATE order_line SET over = 1 WHERE id = 1",
      "Order line 1/1: 0.1 beyond the order, but its hand-overs make 0." },
    { "UPDATE customer_order SET placed_at = 5 WHERE id = 1",
      "Order line 1/1 is not at its order’s place in the queue." },
    { "UPDATE contact_due SET reason = 'ready' WHERE order_line_id = 1",
      "Order line 1/1: what its customer is to be told is not true." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (Shop) shop = shop_open ();
      g_autoptr (SediaProduct) product = sedia_product_new ();
      g_autoptr (GPtrArray) problems = NULL;
      gboolean is_found = FALSE;

      product->sku = g_strdup ("K");
      product->name = g_strdup ("Kopi");
      product->decimals = 1;
      shop_product_full (shop, product);
      shop_order (shop, "Siti", "K", 40, NOBODY);
      shop_receive (shop, "K", 25);
      shop_assert_sound (shop);
      sedia_store_note (shop->store, break_job, (gpointer) damages[i].sql, &shop->error);
      g_assert_no_error (shop->error);
      problems = sedia_store_read (shop->store, check_job, NULL, NULL);
      for (guint k = 0; k < problems->len; k++)
        is_found = is_found || g_str_equal (problems->pdata[k], damages[i].sentence);
      if (!is_found)
        g_error ("check does not say: %s", damages[i].sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/database/private", test_private);
  g_test_add_func ("/store/database/text-file", test_text_file);
  g_test_add_func ("/store/database/truncated", test_truncated);
  g_test_add_func ("/store/database/newer-and-foreign", test_newer_and_foreign);
  g_test_add_func ("/store/database/read-only", test_read_only);
  g_test_add_func ("/store/database/nowhere", test_nowhere);
  g_test_add_func ("/store/database/two-start-at-once", test_two_start_at_once);
  g_test_add_func ("/store/database/backup", test_backup);
  g_test_add_func ("/store/database/locks-stand", test_locks_stand);
  g_test_add_func ("/store/database/crash", test_crash);
  g_test_add_func ("/store/database/log-is-folded", test_log_is_folded);
  g_test_add_func ("/store/database/disk-full", test_disk_full);
  g_test_add_func ("/store/database/2-beyond-the-books", test_beyond_the_books);
  g_test_add_func ("/store/database/9-check-finds", test_check_finds);
  g_test_add_func ("/store/changes/commit", test_changes);
  g_test_add_func ("/store/changes/look", test_look);
  g_test_add_func ("/store/database/closed", test_closed);

  return g_test_run ();
}
