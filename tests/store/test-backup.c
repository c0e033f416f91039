/* Backups: whole or not at all, looked through, and nothing is left behind of one that failed. */
#include "config.h"

#include "sedia-backup.h"
#include "shop.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  Shop *shop;
  GFile *target;
  gboolean replace;
  GCancellable *cancellable;
  int cancel_at;      /* a step; -1 for none */
  GArray *steps;      /* those heard of, each once */
  gboolean is_copied; /* "all of all" was heard of the copying */
  GPtrArray *problems;
  GError *error;
  gboolean is_done;
} Run;

static void
progress_cb (int      step,
             guint    n_done,
             guint    n_all,
             gpointer data)
{
  Run *run = data;

  g_assert_cmpuint (n_done, <=, n_all);
  if (run->steps->len == 0 || g_array_index (run->steps, int, run->steps->len - 1) != step)
    g_array_append_val (run->steps, step);
  run->is_copied = run->is_copied ||
                   (step == SEDIA_BACKUP_COPYING && n_all > 0 && n_done == n_all);
  if (step == run->cancel_at)
    g_cancellable_cancel (run->cancellable);
}

static gpointer
backup_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  Run *run = data;
  SediaBackupOptions options = { run->target, run->replace, progress_cb, run };

  return sedia_backup_write (db, &options, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *answer,
         gpointer      data)
{
  Run *run = data;

  run->problems = sedia_store_finish (SEDIA_STORE (source), answer, &run->error);
  run->is_done = TRUE;
}

static void
run_init (Run        *run,
          Shop       *shop,
          const char *name)
{
  *run = (Run) { .shop = shop, .cancel_at = -1 };
  run->target = g_file_new_build_filename (shop->folder, name, NULL);
  run->cancellable = g_cancellable_new ();
  run->steps = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
run_clear (Run *run)
{
  g_clear_object (&run->target);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->steps, g_array_unref);
  g_clear_pointer (&run->problems, g_ptr_array_unref);
  g_clear_error (&run->error);
}

static void
run_wait (Run *run)
{
  sedia_store_read_long_async (run->shop->store, backup_job, run, NULL,
                               (GDestroyNotify) g_ptr_array_unref, run->cancellable, done_cb, run);
  while (!run->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in a folder, in order. */
static char *
names_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

/* The thread of the backup may still hold the store for a moment. */
static void
part_from (Shop *shop)
{
  sedia_store_close (shop->store);
}

/* It says how far it is, and what stands under the name is a shop as of its beginning. */
static void
test_whole (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;
  Shop copy = { .folder = shop->folder };
  Run run;

  shop_product (shop, "K");
  shop_receive (shop, "K", 7);
  before = names_in (shop->folder);
  run_init (&run, shop, "zz-backup.db");
  run_wait (&run);

  g_assert_no_error (run.error);
  g_assert_cmpuint (run.problems->len, ==, 0);
  g_assert_cmpuint (run.steps->len, ==, 3);
  for (int step = SEDIA_BACKUP_COPYING; step <= SEDIA_BACKUP_WRITING; step++)
    g_assert_cmpint (g_array_index (run.steps, int, step), ==, step);
  g_assert_true (run.is_copied);

  /* Only the backup is new. */
  after = names_in (shop->folder);
  path = g_strconcat (before, " zz-backup.db", NULL);
  g_assert_cmpstr (after, ==, path);

  copy.path = g_file_get_path (run.target);
  copy.store = sedia_store_open (copy.path, &run.error);
  g_assert_no_error (run.error);
  assert_stock (&copy, "K", "7/0/0");
  shop_assert_sound (&copy);
  g_assert_finalize_object (copy.store);
  g_free (copy.path);
  run_clear (&run);
  part_from (shop);
}

/* Stopped at any step, nothing is left behind, and what had the name before still has it. */
static void
test_cancelled (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *before = NULL;
  g_autofree char *path = g_build_filename (shop->folder, "backup.db", NULL);

  shop_product (shop, "K");
  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  before = names_in (shop->folder);

  for (int step = SEDIA_BACKUP_COPYING; step <= SEDIA_BACKUP_WRITING; step++)
    {
      g_autofree char *after = NULL;
      g_autofree char *content = NULL;
      Run run;

      run_init (&run, shop, "backup.db");
      run.replace = TRUE;
      run.cancel_at = step;
      run_wait (&run);
      g_assert_error (run.error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
      after = names_in (shop->folder);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "older");
      run_clear (&run);
    }
  part_from (shop);
}

static void
test_replace (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = g_build_filename (shop->folder, "backup.db", NULL);
  Run run;

  shop_product (shop, "K");
  g_assert_true (g_file_set_contents (path, "older", -1, NULL));

  run_init (&run, shop, "backup.db");
  run_wait (&run);
  g_assert_error (run.error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_nonnull (strstr (run.error->message, "exists already"));
  run_clear (&run);

  run_init (&run, shop, "backup.db");
  run.replace = TRUE;
  run_wait (&run);
  g_assert_no_error (run.error);
  g_assert_cmpuint (run.problems->len, ==, 0);
  run_clear (&run);
  part_from (shop);
}

static void
assert_refused (Shop       *shop,
                const char *name,
                const char *part)
{
  g_autofree char *before = names_in (shop->folder);
  g_autofree char *after = NULL;
  Run run;

  run_init (&run, shop, name);
  run.replace = TRUE;
  run_wait (&run);
  g_assert_error (run.error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_nonnull (strstr (run.error->message, part));
  after = names_in (shop->folder);
  g_assert_cmpstr (after, ==, before);
  run_clear (&run);
}

/* The shop itself, by any name; a folder; a folder that is not there. */
static void
test_refused (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *own = g_path_get_basename (shop->path);
  g_autofree char *folder = g_build_filename (shop->folder, "folder", NULL);
  g_autofree char *link = g_build_filename (shop->folder, "link.db", NULL);

  shop_product (shop, "K");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_no_errno (symlink (own, link));

  assert_refused (shop, own, "is the shop itself");
  assert_refused (shop, "link.db", "is the shop itself");
  assert_refused (shop, "folder", "is not a file");
  assert_refused (shop, "nowhere/backup.db", "cannot be written");
  shop_assert_sound (shop);

  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  part_from (shop);
}

/* A shop whose books are wrong is copied all the same, and it is said. */
static void
test_problems (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *path = g_build_filename (shop->folder, "backup.db", NULL);
  sqlite3 *sqlite = NULL;

  shop_product (shop, "K");
  shop_receive (shop, "K", 7);
  g_assert_cmpint (sqlite3_open (shop->path, &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, "UPDATE product_balance SET on_hand = 8", NULL, NULL,
                                 NULL), ==, SQLITE_OK);
  sqlite3_close (sqlite);

  g_assert_true (sedia_store_backup (shop->store, path, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "8 on hand, but its movements make 7"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/backup/whole", test_whole);
  g_test_add_func ("/store/backup/cancelled", test_cancelled);
  g_test_add_func ("/store/backup/replace", test_replace);
  g_test_add_func ("/store/backup/refused", test_refused);
  g_test_add_func ("/store/backup/problems", test_problems);

  return g_test_run ();
}
