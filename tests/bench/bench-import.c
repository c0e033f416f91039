/* Importing 100,000 products and 500,000 order lines from CSV files, against bare inserts of the
 * same rows into bare tables with foreign keys checked, their indexes built at the end. Reading the
 * files, matching, checking, orders around the lines, what search needs and the log are all on our
 * side.
 */
#include "config.h"

#include <stdio.h>

#include "bench.h"

#define CUSTOMERS 20000
#define LINES_PER_ORDER 5

typedef struct
{
  guint products;
  guint orders;
  guint rounds;
} Size;

/* Not in the order in which they come. */
static guint
sku_number (guint i)
{
  return (guint) ((guint64) i * 7919 % 9999991);
}

/* ---- the files */

static FILE *
open_file (const char *folder,
           const char *name,
           const char *header)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs (header, file);
  return file;
}

static void
write_files (const char *folder,
             const Size *size)
{
  FILE *file = open_file (folder, "products.csv", "sku,name,price\n");

  for (guint i = 1; i <= size->products; i++)
    {
      g_autofree char *name = bench_name (i);

      fprintf (file, "SKU-%07u,%s,%u.50\n", sku_number (i), name, 1 + i % 90);
    }
  fclose (file);

  file = open_file (folder, "customers.csv", "code,name\n");
  for (guint i = 1; i <= CUSTOMERS; i++)
    fprintf (file, "C%u,Customer %u\n", i, i);
  fclose (file);

  bench_seed (11);
  file = open_file (folder, "orders.csv", "order,customer,placed,shipped,sku,quantity,price\n");
  for (guint i = 1; i <= size->orders; i++)
    {
      const guint customer = 1 + (guint) bench_random (CUSTOMERS);
      const char *shipped = bench_random (10) == 0 ? "" : "2026-10-01";

      for (guint k = 0; k < LINES_PER_ORDER; k++)
        {
          const guint product = 1 + (guint) bench_random (size->products);
          const guint quantity = 1 + (guint) bench_random (5);

          fprintf (file, "R%07u,C%u,2026-%02u-%02u,%s,SKU-%07u,%u,%u.00\n", i, customer,
                   1 + i / 4000 % 9, 1 + i / 150 % 28, shipped, sku_number (product), quantity,
                   1 + i % 90);
        }
    }
  fclose (file);
}

/* ---- ours */

static gpointer
import_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (SediaImportReport) report = sedia_import_run (db, data, error);

  return report != NULL ? SEDIA_DONE : NULL;
}

static double
import (SediaStore        *store,
        SediaTransferKind  kind,
        const char        *folder,
        const char        *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  SediaImportOptions options = { .kind = kind, .path = path, .day_first = -1 };
  const SediaAct act = { .kind = "import", .actor = "bench" };
  g_autoptr (GError) error = NULL;
  const double begin = bench_now ();

  sedia_store_act (store, &act, import_job, &options, &error);
  g_assert_no_error (error);
  return bench_now () - begin;
}

static void
time_ours (const char *folder,
           GArray     *products,
           GArray     *orders,
           GArray     *both)
{
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL);
  double first, second;

  import (store, SEDIA_TRANSFER_CUSTOMERS, folder, "customers.csv");
  first = import (store, SEDIA_TRANSFER_PRODUCTS, folder, "products.csv");
  second = import (store, SEDIA_TRANSFER_ORDERS, folder, "orders.csv");
  bench_add (products, first);
  bench_add (orders, second);
  bench_add (both, first + second);
  g_assert_finalize_object (g_steal_pointer (&store));
}

/* ---- the limit */

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = bench_open (path);

  bench_run (db,
    "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
    " price INTEGER NOT NULL, on_hand INTEGER NOT NULL DEFAULT 0,"
    " minimum INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);"
    "CREATE TABLE line (id INTEGER PRIMARY KEY, placed_at INTEGER NOT NULL,"
    " customer_id INTEGER NOT NULL REFERENCES customer (id),"
    " product_id INTEGER NOT NULL REFERENCES product (id), quantity INTEGER NOT NULL,"
    " open INTEGER NOT NULL, price INTEGER NOT NULL, status INTEGER NOT NULL, reference TEXT);"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    " INSERT INTO customer SELECT i, 'Customer ' || i, NULL FROM n;");
  return db;
}

static void
insert_products (sqlite3    *db,
                 const Size *size)
{
  sqlite3_stmt *product = bench_prepare (db, "INSERT INTO product (id, sku, name, price)"
                                             " VALUES (?1, ?3, ?4, ?2)");

  for (guint i = 1; i <= size->products; i++)
    {
      g_autofree char *name = bench_name (i);
      char sku[32];

      g_snprintf (sku, sizeof sku, "SKU-%07u", sku_number (i));
      sqlite3_bind_text (product, 3, sku, -1, SQLITE_STATIC);
      sqlite3_bind_text (product, 4, name, -1, SQLITE_STATIC);
      bench_step_with (product, 2, (gint64) i, (gint64) 100 * (1 + i % 90) + 50);
    }
  sqlite3_finalize (product);
}

static void
insert_lines (sqlite3    *db,
              const Size *size)
{
  sqlite3_stmt *line = bench_prepare (db, "INSERT INTO line (placed_at, customer_id, product_id,"
                                          " quantity, open, price, status, reference)"
                                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

  bench_seed (11);
  for (guint i = 1; i <= size->orders; i++)
    {
      const gint64 customer = 1 + bench_random (CUSTOMERS);
      const gboolean is_open = bench_random (10) == 0;

      for (guint k = 0; k < LINES_PER_ORDER; k++)
        {
          const gint64 product = 1 + bench_random (size->products);
          const gint64 quantity = 1 + bench_random (5);
          char reference[32];

          g_snprintf (reference, sizeof reference, "R%07u", i);
          sqlite3_bind_text (line, 8, reference, -1, SQLITE_STATIC);
          bench_step_with (line, 7, (gint64) 1700000000 + i * 150, customer, product, quantity,
                           is_open ? quantity : 0, (gint64) 100 * (1 + i % 90), (gint64) is_open);
        }
    }
  sqlite3_finalize (line);
}

static double
time_limit (const char *path,
            const Size *size)
{
  sqlite3 *db = open_bare (path);
  double begin = bench_now (), time;

  bench_run (db, "BEGIN IMMEDIATE");
  insert_products (db, size);
  insert_lines (db, size);
  bench_run (db, "CREATE INDEX line_product ON line (product_id, placed_at, id) WHERE open > 0;"
                 "CREATE INDEX line_customer ON line (customer_id); COMMIT;");
  time = bench_now () - begin;
  sqlite3_close (db);

  return time;
}

/* Both have the same lines, of the same products. */
static void
check_same (const char *shop,
            const char *bare)
{
  static const char *const ours[] = {
    "SELECT count (*) FROM product", "SELECT count (*) FROM order_line WHERE open > 0",
    "SELECT sum (product_id * ordered) FROM order_line",
  };
  static const char *const theirs[] = {
    "SELECT count (*) FROM product", "SELECT count (*) FROM line WHERE open > 0",
    "SELECT sum (product_id * quantity) FROM line",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    g_assert_cmpint (bench_value (shop, ours[i]), ==, bench_value (bare, theirs[i]));
}

int
main (void)
{
  const Size size = bench_is_quick () ? (Size) { 2000, 2000, 1 } : (Size) { 100000, 100000, 3 };
  g_autofree char *what = g_strdup_printf ("import of %u products and %u lines", size.products,
                                           size.orders * LINES_PER_ORDER);
  g_autoptr (GArray) products = bench_times_new (), orders = bench_times_new (),
                     both = bench_times_new (), limit = bench_times_new ();

  for (guint i = 0; i < size.rounds; i++)
    {
      g_autofree char *folder = bench_folder ();
      g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
      g_autofree char *shop = g_build_filename (folder, "shop.db", NULL);

      write_files (folder, &size);
      bench_add (limit, time_limit (bare, &size));
      time_ours (folder, products, orders, both);
      check_same (shop, bare);
      bench_remove (folder);
    }

  bench_report (what, both, limit);
  g_print ("#   products %.0f ms, orders with their lines %.0f ms\n",
           bench_percentile (products, 0.5), bench_percentile (orders, 0.5));

  return 0;
}
