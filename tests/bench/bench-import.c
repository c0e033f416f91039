/* Importing 100,000 products and 500,000 order lines from CSV files, against bare inserts of the
 * same rows into a
 * bare table with foreign keys checked: parsing, matching, checking and the log are all on our
 * side.
 */
#include "config.h"

#include <stdio.h>

#include "bench.h"

typedef struct
{
  guint products;
  guint orders;
  guint lines_per_order;
} Size;

static void
write_files (const char *folder,
             const Size *size)
{
  g_autofree char *products = g_build_filename (folder, "products.csv", NULL);
  g_autofree char *customers = g_build_filename (folder, "customers.csv", NULL);
  g_autofree char *orders = g_build_filename (folder, "orders.csv", NULL);
  FILE *file = fopen (products, "w");

  fputs ("sku,name,price\n", file);
  for (guint i = 1; i <= size->products; i++)
    {
      g_autofree char *name = bench_name (i);

      fprintf (file, "SKU-%07u,%s,%u.50\n", i, name, 1 + i % 90);
    }
  fclose (file);

  file = fopen (customers, "w");
  fputs ("code,name\n", file);
  for (guint i = 1; i <= 20000; i++)
    fprintf (file, "C%u,Customer %u\n", i, i);
  fclose (file);

  bench_seed (11);
  file = fopen (orders, "w");
  fputs ("order,customer,placed,shipped,sku,quantity,price\n", file);
  for (guint i = 1; i <= size->orders; i++)
    {
      const gboolean is_open = i % 10 == 0;

      for (guint k = 0; k < size->lines_per_order; k++)
        fprintf (file, "R%07u,C%u,2026-%02u-%02u,%s,SKU-%07u,%u,%u.00\n", i, 1 + i % 20000,
                 1 + i % 9, 1 + i % 28,
                 is_open ? "" : "2026-10-01", 1 + (guint) bench_random (size->products),
                 1 + (guint) bench_random (5), 1 + i % 90);
    }
  fclose (file);
}

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
        const char        *path)
{
  SediaImportOptions options = { .kind = kind, .path = path, .day_first = -1 };
  const SediaAct act = { .kind = "import", .actor = "bench" };
  g_autoptr (GError) error = NULL;
  double begin = bench_now ();

  sedia_store_act (store, &act, import_job, &options, &error);
  g_assert_no_error (error);
  return bench_now () - begin;
}

static double
limit (const char *path,
       const Size *size)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *product, *line;
  double begin;

  bench_run (db,
    "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
    " price INTEGER,"
    " on_hand INTEGER NOT NULL DEFAULT 0, minimum INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);"
    "CREATE TABLE line (id INTEGER PRIMARY KEY, placed_at INTEGER NOT NULL, customer_id INTEGER"
    " NOT NULL"
    " REFERENCES customer (id), product_id INTEGER NOT NULL REFERENCES product (id), quantity"
    " INTEGER NOT NULL,"
    " open INTEGER NOT NULL, price INTEGER NOT NULL, status INTEGER NOT NULL, reference TEXT);"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    " INSERT INTO customer SELECT i, 'Customer ' || i, NULL FROM n;");
  begin = bench_now ();
  bench_run (db, "BEGIN IMMEDIATE");
  product = bench_prepare (db, "INSERT INTO product (id, sku, name, price) VALUES ($1, $2, $3,"
                               " $4)");
  for (guint i = 1; i <= size->products; i++)
    {
      g_autofree char *name = bench_name (i), *sku = g_strdup_printf ("SKU-%07u", i);

      sqlite3_bind_int64 (product, 1, i);
      sqlite3_bind_text (product, 2, sku, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (product, 3, name, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (product, 4, i);
      bench_step (product);
    }
  line = bench_prepare (db, "INSERT INTO line (placed_at, customer_id, product_id, quantity,"
                            " open, price, status,"
                            " reference) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
  bench_seed (11);
  for (guint i = 1; i <= size->orders * size->lines_per_order; i++)
    {
      g_autofree char *reference = g_strdup_printf ("R%08u", i);

      sqlite3_bind_int64 (line, 1, 1700000000 + i);
      sqlite3_bind_int64 (line, 2, 1 + i % 20000);
      sqlite3_bind_int64 (line, 3, 1 + bench_random (size->products));
      sqlite3_bind_int64 (line, 4, 1 + bench_random (5));
      sqlite3_bind_int64 (line, 5, i % 10 == 0);
      sqlite3_bind_int64 (line, 6, i);
      sqlite3_bind_int64 (line, 7, 0);
      sqlite3_bind_text (line, 8, reference, -1, SQLITE_TRANSIENT);
      bench_step (line);
    }
  bench_run (db, "CREATE INDEX line_product ON line (product_id, placed_at, id) WHERE open > 0;"
                 "CREATE INDEX line_customer ON line (customer_id); COMMIT;");
  begin = bench_now () - begin;
  sqlite3_finalize (product);
  sqlite3_finalize (line);
  sqlite3_close (db);

  return begin;
}

int
main (void)
{
  const Size size = bench_is_quick () ? (Size) { 2000, 2000, 5 } : (Size) { 100000, 100000, 5 };
  g_autofree char *folder = bench_folder ();
  g_autofree char *shop = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *products = g_build_filename (folder, "products.csv", NULL);
  g_autofree char *customers = g_build_filename (folder, "customers.csv", NULL);
  g_autofree char *orders = g_build_filename (folder, "orders.csv", NULL);
  g_autoptr (SediaStore) store = NULL;
  double first, second, bare_time;
  g_autofree char *what = NULL;

  write_files (folder, &size);
  store = sedia_store_open (shop, NULL);
  import (store, SEDIA_TRANSFER_CUSTOMERS, customers);
  first = import (store, SEDIA_TRANSFER_PRODUCTS, products);
  second = import (store, SEDIA_TRANSFER_ORDERS, orders);
  bare_time = limit (bare, &size);

  what = g_strdup_printf ("import of %u products and %u lines", size.products,
                          size.orders * size.lines_per_order);
  bench_report (what, first + second, bare_time, "ms");
  g_print ("#   products %.0f ms, orders with their lines %.0f ms\n", first, second);

  g_assert_finalize_object (g_steal_pointer (&store));
  bench_remove (folder);
  return 0;
}
