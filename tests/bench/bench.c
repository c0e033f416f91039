/* What the benchmarks share. */
#include "config.h"

#include "bench.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <unistd.h>

static guint64 state = G_GUINT64_CONSTANT (88172645463325252);

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_add (GArray *times,
           double  time)
{
  g_array_append_val (times, time);
}

double
bench_percentile (GArray *times,
                  double  p)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) (p * (times->len - 1) + 0.5));
}

void
bench_seed (guint64 seed)
{
  state = G_GUINT64_CONSTANT (88172645463325252) ^ (seed * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));
  for (guint i = 0; i < 10; i++)
    bench_random (2);
}

gint64
bench_random (gint64 below)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;

  return (gint64) (state % (guint64) below);
}

char *
bench_name (gint64 number)
{
  static const char *const what[] = { "Kettle", "Mug", "Lamp", "Teapot", "Basket", "Thermos",
                                      "Grinder", "Saucepan",
                                      "Lantern", "Candle", "Bottle", "Blanket", "Charger",
                                        "Hammer", "Umbrella" };
  static const char *const how[] = { "Blue", "Red", "Heavy", "Small", "Steel", "Wooden",
                                     "Folding", "Classic",
                                     "Ceramic", "Portable", "Light", "Organic", "Golden", "Plain" };
  static const char *const who[] = { "Sinar", "Maju", "Jaya", "Abadi", "Mitra", "Karya", "Utama",
                                     "Prima", "Lestari" };
  guint64 hash = (guint64) number * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  hash ^= hash >> 29;
  return g_strdup_printf ("%s %s %s %s %u", who[hash % 9], how[(hash >> 8) % 14],
                          how[(hash >> 16) % 14],
                          what[(hash >> 24) % 15], (guint) ((hash >> 32) % 100000));
}

gboolean
bench_is_quick (void)
{
  return g_strcmp0 (g_getenv ("SEDIA_BENCH"), "full") != 0;
}

char *
bench_folder (void)
{
  char *folder = g_dir_make_tmp ("sedia-bench-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

void
bench_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The copy is on the disk before anybody is timed. */
void
bench_copy (const char *from,
            const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);
  g_autofree char *wal = g_strconcat (to, "-wal", NULL), *shm = g_strconcat (to, "-shm", NULL);
  int fd;

  g_unlink (wal);
  g_unlink (shm);
  g_assert_true (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  fd = g_open (to, O_RDONLY, 0);
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

sqlite3 *
bench_open (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  bench_run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                 "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA secure_delete ="
                 " OFF;");
  return db;
}

void
bench_run (sqlite3    *db,
           const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

sqlite3_stmt *
bench_prepare (sqlite3    *db,
               const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

void
bench_step (sqlite3_stmt *stmt)
{
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s: %s", sqlite3_sql (stmt), sqlite3_errmsg (sqlite3_db_handle (stmt)));
  sqlite3_reset (stmt);
}

void
bench_step_with (sqlite3_stmt *stmt,
                 guint         n,
                 ...)
{
  va_list values;

  va_start (values, n);
  for (guint i = 1; i <= n; i++)
    sqlite3_bind_int64 (stmt, (int) i, va_arg (values, gint64));
  va_end (values);
  bench_step (stmt);
}

gint64
bench_value (const char *path,
             const char *sql)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *stmt = bench_prepare (db, sql);
  gint64 value;

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return value;
}

/* ---- a shop */

sqlite3 *
bench_open_shop (const char *path)
{
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL); /* makes the schema */
  sqlite3 *db;

  g_clear_object (&store);
  db = bench_open (path);
  bench_run (db, "BEGIN; INSERT INTO operation (at, entered_at, actor, kind)"
                 " VALUES (1, 1, 'bench', 'import');"
                 "UPDATE current_operation SET operation_id = 1;");
  return db;
}

void
bench_fill_products (sqlite3 *db,
                     guint    n)
{
  sqlite3_stmt *product = bench_prepare (db, "INSERT INTO product (id, sku, name, operation_id)"
                                             " VALUES (?1, printf ('SKU%07d', ?1), ?2, 1)");

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = bench_name (i);

      sqlite3_bind_text (product, 2, name, -1, SQLITE_TRANSIENT);
      bench_step_with (product, 1, (gint64) i);
    }
  sqlite3_finalize (product);
}

void
bench_fill_customers (sqlite3 *db,
                      guint    n)
{
  sqlite3_stmt *customer = bench_prepare (db, "INSERT INTO customer (id, name, operation_id)"
                                              " VALUES (?1, 'Customer ' || ?1, 1)");

  for (guint i = 1; i <= n; i++)
    bench_step_with (customer, 1, (gint64) i);
  sqlite3_finalize (customer);
}

void
bench_fill_suppliers (sqlite3 *db,
                      guint    n)
{
  sqlite3_stmt *supplier = bench_prepare (db, "INSERT INTO supplier (id, name, operation_id)"
                                              " VALUES (?1, 'Supplier ' || ?1, 1)");

  for (guint i = 1; i <= n; i++)
    bench_step_with (supplier, 1, (gint64) i);
  sqlite3_finalize (supplier);
}

/* Three of each, all waiting: nothing is there. */
void
bench_fill_lines (sqlite3 *db,
                  guint    n_lines,
                  guint    n_products,
                  guint    n_customers)
{
  sqlite3_stmt *order = bench_prepare (db, "INSERT INTO customer_order (id, customer_id, placed_at,"
                                           " operation_id) VALUES (?1, ?2, ?1, 1)");
  sqlite3_stmt *line = bench_prepare (db, "INSERT INTO order_line (order_id, position, product_id,"
                                          " placed_at, ordered, operation_id)"
                                          " VALUES (?1, 1, ?2, ?1, 3, 1)");

  bench_seed (3);
  for (guint i = 1; i <= n_lines; i++)
    {
      const gint64 customer = 1 + bench_random (n_customers);
      const gint64 product = 1 + bench_random (n_products);

      bench_step_with (order, 2, (gint64) i, customer);
      bench_step_with (line, 2, (gint64) i, product);
    }
  sqlite3_finalize (order);
  sqlite3_finalize (line);
}

void
bench_close_filled (sqlite3 *db)
{
  bench_run (db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE);");
  sqlite3_close (db);
}

/* ---- telling */

void
bench_report (const char *what,
              GArray     *ours,
              GArray     *limit)
{
  const double our_median = bench_percentile (ours, 0.5);
  const double limit_median = bench_percentile (limit, 0.5);

  g_print ("# %-52s %9.2f ms, limit %9.2f ms, ratio %.2f\n", what, our_median, limit_median,
           our_median / limit_median);
}
