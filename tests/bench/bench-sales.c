/* Importing 541,909 lines of what was sold before, as many as a real shop's year has (the UCI's
 * “Online Retail”), against bare inserts of the same rows with their foreign keys and their index.
 * Reading the file, finding products and customers and the log are on our side.
 *
 * The same file once more, all of which is there then, and one undo are told as well.
 */
#include "config.h"

#include <stdio.h>

#include "bench.h"

#define PRODUCTS 4070
#define CUSTOMERS 4372
#define FIRST_DAY 14944 /* 1 December 2010 */
#define DAYS 374

static guint
n_lines (void)
{
  return bench_is_quick () ? 5000 : 541909;
}

/* One line: a tenth of the invoices are cancelled ones, a quarter of them name nobody. */
typedef struct
{
  gint64 product;
  gint64 customer; /* 0 for none */
  gint64 quantity;
  int day;
} Line;

static Line
next_line (guint i)
{
  const gboolean is_cancelled = i / 20 % 10 == 0;

  return (Line) {
    .product = 1 + bench_random (PRODUCTS),
    .customer = i / 20 % 4 == 0 ? 0 : 1 + i / 20 % CUSTOMERS,
    .quantity = (1 + bench_random (24)) * (is_cancelled ? -1 : 1),
    .day = FIRST_DAY + (int) ((guint64) i * DAYS / n_lines ()),
  };
}

static void
write_file (const char *path)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n",
         file);
  bench_seed (5);
  for (guint i = 0; i < n_lines (); i++)
    {
      const Line line = next_line (i);
      g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc ((gint64) line.day * 86400);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      fprintf (file, "%s%u,SKU%07d,\"WHITE HOLDER, RED\",%d,%s 08:26:00,2.55,",
               line.quantity < 0 ? "C" : "", 536365 + i / 20, (int) line.product,
               (int) line.quantity, date);
      if (line.customer > 0)
        fprintf (file, "Customer %d", (int) line.customer);
      fputs (",United Kingdom\n", file);
    }
  fclose (file);
}

static void
open_shop (const char *path)
{
  sqlite3 *db = bench_open_shop (path);

  bench_fill_products (db, PRODUCTS);
  bench_fill_customers (db, CUSTOMERS);
  bench_run (db, "UPDATE current_operation SET operation_id = NULL;");
  bench_close_filled (db);
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

static gpointer
undo_job (SediaDb   *db,
          gpointer   unused,
          GError   **error)
{
  return sedia_undo (db, 0, error) ? SEDIA_DONE : NULL;
}

static double
act (SediaStore *store,
     const char *kind,
     SediaJob    job,
     gpointer    data)
{
  const SediaAct what = { .kind = kind, .actor = "bench" };
  g_autoptr (GError) error = NULL;
  const double begin = bench_now ();

  sedia_store_act (store, &what, job, data, &error);
  g_assert_no_error (error);
  return bench_now () - begin;
}

static void
time_ours (const char *path,
           const char *sales,
           GArray     *first,
           GArray     *again,
           GArray     *undo)
{
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL);
  SediaImportOptions options = { .kind = SEDIA_TRANSFER_SALES, .path = sales, .day_first = -1 };

  bench_add (first, act (store, "import", import_job, &options));
  bench_add (again, act (store, "import", import_job, &options));
  g_assert_cmpint (bench_value (path, "SELECT count (*) FROM past_sale"), ==, n_lines ());
  bench_add (undo, act (store, "undo", undo_job, NULL));
  g_assert_finalize_object (g_steal_pointer (&store));
}

/* ---- the limit */

static double
time_limit (const char *path)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *sale;
  double begin;

  bench_run (db,
             "CREATE TABLE product (id INTEGER PRIMARY KEY);"
             "CREATE TABLE customer (id INTEGER PRIMARY KEY);"
             "CREATE TABLE sale (id INTEGER PRIMARY KEY,"
             " product_id INTEGER NOT NULL REFERENCES product (id), day INTEGER NOT NULL,"
             " quantity INTEGER NOT NULL, customer_id INTEGER REFERENCES customer (id));"
             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
             " INSERT INTO product SELECT i FROM n;"
             "INSERT INTO customer SELECT id FROM product");
  bench_seed (5);
  begin = bench_now ();
  bench_run (db, "BEGIN IMMEDIATE");
  sale = bench_prepare (db, "INSERT INTO sale (product_id, day, quantity, customer_id)"
                            " VALUES (?1, ?2, ?3, nullif (?4, 0))");
  for (guint i = 0; i < n_lines (); i++)
    {
      const Line line = next_line (i);

      bench_step_with (sale, 4, line.product, (gint64) line.day, line.quantity, line.customer);
    }
  sqlite3_finalize (sale);
  bench_run (db, "CREATE INDEX sale_product ON sale (product_id, day, quantity); COMMIT;");
  begin = bench_now () - begin;
  sqlite3_close (db);

  return begin;
}

/* Both have the same rows, for the same customers; the undo has as many again. */
static void
check_same (const char *shop,
            const char *bare)
{
  static const char *const sums[] = { "product_id * day * quantity", "ifnull (customer_id, 0)" };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *ours = g_strdup_printf ("SELECT sum (%s) FROM past_sale WHERE id <= %u",
                                               sums[i], n_lines ());
      g_autofree char *theirs = g_strdup_printf ("SELECT sum (%s) FROM sale", sums[i]);

      g_assert_cmpint (bench_value (shop, ours), ==, bench_value (bare, theirs));
    }
}

int
main (void)
{
  g_autofree char *what = g_strdup_printf ("import of %u past sales", n_lines ());
  g_autoptr (GArray) first = bench_times_new (), again = bench_times_new (),
                     undo = bench_times_new (), limit = bench_times_new ();

  for (guint i = 0; i < (bench_is_quick () ? 1 : 3); i++)
    {
      g_autofree char *folder = bench_folder ();
      g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
      g_autofree char *shop = g_build_filename (folder, "shop.db", NULL);
      g_autofree char *sales = g_build_filename (folder, "sales.csv", NULL);

      write_file (sales);
      open_shop (shop);
      bench_add (limit, time_limit (bare));
      time_ours (shop, sales, first, again, undo);
      check_same (shop, bare);
      bench_remove (folder);
    }

  bench_report (what, first, limit);
  g_print ("#   the same file again %.0f ms, undo %.0f ms\n", bench_percentile (again, 0.5),
           bench_percentile (undo, 0.5));

  return 0;
}
