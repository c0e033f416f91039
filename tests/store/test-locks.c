/* Locks on the file of a shop, while something else in the process opens and closes it, as a file
 * chooser does with what it lists, and another program works with the same shop.
 */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shop.h"

#define OTHER "--other"

/* ---- another program: this one, started anew */

static int
be_other (const char *path,
          const char *sku)
{
  g_autoptr (GError) error = NULL;
  Shop other = { .path = (char *) path, .store = sedia_store_open (path, &error) };

  g_assert_no_error (error);
  shop_product (&other, sku);
  g_assert_finalize_object (other.store);

  return 0;
}

/* Adds a product, and closes the file as the last one there, if it takes itself for that. */
static void
other_adds (Shop       *shop,
            const char *sku)
{
  const char *argv[] = { "/proc/self/exe", OTHER, shop->path, sku, NULL };
  g_autofree char *program = g_file_read_link (argv[0], NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;

  argv[0] = program;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &said, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", error->message, said);
}

/* ---- a file chooser */

static void
glance_at (Shop       *shop,
           const char *suffix)
{
  g_autofree char *path = g_strconcat (shop->path, suffix, NULL);
  const int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
}

static ino_t
inode_of (Shop       *shop,
          const char *suffix)
{
  g_autofree char *path = g_strconcat (shop->path, suffix, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_ino;
}

/* ---- tests */

/* The log must not be deleted under a window that is still open. */
static void
test_glance (void)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (Shop) shop = shop_open ();
  ino_t log, index;

  shop_product (shop, "A");
  log = inode_of (shop, "-wal");
  index = inode_of (shop, "-shm");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *before = g_strdup_printf ("B%u", i);
      g_autofree char *after = g_strdup_printf ("C%u", i);

      glance_at (shop, suffixes[i]);
      other_adds (shop, before);
      g_assert_cmpuint (inode_of (shop, "-wal"), ==, log);
      g_assert_cmpuint (inode_of (shop, "-shm"), ==, index);
      assert_stock (shop, before, "0/0/0");
      shop_product (shop, after);
    }

  other_adds (shop, "Z");
  shop_reopen (shop);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *after = g_strdup_printf ("C%u", i);

      assert_stock (shop, after, "0/0/0");
    }
  assert_stock (shop, "Z", "0/0/0");
  shop_assert_sound (shop);
}

/* Whoever is alone folds the log into the file: the locks went when the others closed it. */
static void
test_last_one (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *log = g_strconcat (shop->path, "-wal", NULL);

  shop_product (shop, "A");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&shop->store));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  other_adds (shop, "B");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  shop->store = sedia_store_open (shop->path, NULL);
  assert_stock (shop, "A", "0/0/0");
  assert_stock (shop, "B", "0/0/0");
}

/* No descriptor is left behind, however often a shop is opened. */
static void
test_no_leak (void)
{
  g_autoptr (Shop) shop = shop_open ();
  guint before = 0, after = 0;

  shop_product (shop, "A");
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GDir) folder = NULL;
      guint *count = round == 0 ? &before : &after;

      shop_reopen (shop);
      assert_stock (shop, "A", "0/0/0");
      folder = g_dir_open ("/proc/self/fd", 0, NULL);
      *count = 0;
      for (const char *name = g_dir_read_name (folder); name != NULL;
           name = g_dir_read_name (folder))
        {
          g_autofree char *link = g_build_filename ("/proc/self/fd", name, NULL);
          g_autofree char *target = g_file_read_link (link, NULL);

          *count += target != NULL && g_str_has_prefix (target, shop->path);
        }
    }

  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], OTHER))
    return be_other (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/locks/glance", test_glance);
  g_test_add_func ("/store/locks/last-one", test_last_one);
  g_test_add_func ("/store/locks/no-leak", test_no_leak);

  return g_test_run ();
}
