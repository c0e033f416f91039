/* What to order, of a whole shop: demand of 52 weeks read, a forecast of each product, its levels.
 * Half of the year was imported, half of it was entered here. The limit is bare SQLite reading the
 * same rows in one pass; beside it stands what a product costs, in shops of three sizes.
 */
#include "config.h"

#include "bench.h"
#include "sedia-demand.h"

#include <stdlib.h>

#define WEEKS 52
#define N_TIMES 3
#define SUPPLIERS 40
#define TODAY 20055 /* a Monday in 2024 */

/* ---- a shop */

static void
fill_suppliers (sqlite3 *db)
{
  bench_fill_suppliers (db, SUPPLIERS);
  bench_run (db, "UPDATE supplier SET lead_days = 2 + id % 20");
}

/* One action for each week that was entered here. */
static void
fill_operations (sqlite3 *db)
{
  sqlite3_stmt *operation = bench_prepare (db, "INSERT INTO operation (id, at, entered_at, actor,"
                                               " kind) VALUES (?1, ?1, ?1, 'bench', 'sale')");

  for (gint64 week = 0; week < WEEKS; week++)
    bench_step_with (operation, 1, 2 + week);
  sqlite3_finalize (operation);
}

/* A third sells in most weeks, the others now and then. */
static void
fill_sales (sqlite3 *db,
            guint    n_products)
{
  sqlite3_stmt *past = bench_prepare (db, "INSERT INTO past_sale (product_id, day, quantity,"
                                          " operation_id) VALUES (?1, ?2, ?3, 1)");
  sqlite3_stmt *sale = bench_prepare (db, "INSERT INTO movement (product_id, at, quantity, reason,"
                                          " operation_id) VALUES (?1, ?2, -?3, 'sale', ?4)");

  bench_seed (7);
  for (gint64 week = 0; week < WEEKS; week++)
    for (gint64 product = 1; product <= n_products; product++)
      {
        const gint64 day = TODAY - (WEEKS - week) * 7 + 1;
        const gint64 quantity = 1 + bench_random (20 + product % 50);

        if (product % 3 != 0 && bench_random (4) != 0)
          continue;
        if (week < WEEKS / 2)
          bench_step_with (past, 3, product, day, quantity);
        else
          bench_step_with (sale, 4, product, day * 24 * 3600 * G_TIME_SPAN_SECOND, quantity,
                           2 + week);
      }
  sqlite3_finalize (past);
  sqlite3_finalize (sale);
}

static void
make_shop (const char *path,
           guint       n_products)
{
  sqlite3 *db = bench_open_shop (path);

  fill_suppliers (db);
  bench_fill_products (db, n_products);
  bench_run (db, "UPDATE product SET supplier_id = 1 + id % 40, cost = 1000");
  fill_operations (db);
  fill_sales (db, n_products);
  bench_close_filled (db);
}

/* ---- timing */

typedef struct
{
  GArray *times;
  guint n_suggested;
} Bench;

static gpointer
list_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Bench *bench = data;
  const double begin = bench_now ();
  g_autoptr (GPtrArray) list = sedia_reorder_list (db, TODAY, error);

  bench_add (bench->times, bench_now () - begin);
  bench->n_suggested = list->len;

  return SEDIA_DONE;
}

static double
time_limit (const char *path)
{
  sqlite3 *db = bench_open (path);
  const double begin = bench_now ();
  gint64 sum = 0;

  for (guint i = 0; i < 2; i++)
    {
      sqlite3_stmt *rows = bench_prepare (db, i == 0 ? "SELECT product_id, day, quantity"
                                                       " FROM past_sale ORDER BY product_id, day"
                                                     : "SELECT product_id, at, quantity"
                                                       " FROM movement ORDER BY product_id, id");

      while (sqlite3_step (rows) == SQLITE_ROW)
        sum += sqlite3_column_int64 (rows, 2);
      sqlite3_finalize (rows);
    }
  g_assert_cmpint (sum, !=, 0);
  sqlite3_close (db);

  return bench_now () - begin;
}

static void
measure (const char *folder,
         guint       n_products)
{
  g_autofree char *name = g_strdup_printf ("%u.db", n_products);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *what = g_strdup_printf ("what to order, of %u products", n_products);
  g_autoptr (GArray) limit = bench_times_new ();
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { bench_times_new (), 0 };

  make_shop (path, n_products);
  store = sedia_store_open (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TIMES; i++)
    {
      sedia_store_read (store, list_job, &bench, &error);
      g_assert_no_error (error);
      bench_add (limit, time_limit (path));
    }
  bench_report (what, bench.times, limit);
  g_print ("#     %u are suggested; %.1f us for each product\n", bench.n_suggested,
           bench_percentile (bench.times, 0.5) * 1000.0 / n_products);
  g_array_unref (bench.times);
}

int
main (void)
{
  g_autofree char *folder = bench_folder ();
  static const guint sizes[] = { 4000, 20000, 100000 };

  if (bench_is_quick ())
    measure (folder, 200);
  else
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure (folder, sizes[i]);
  bench_remove (folder);

  return EXIT_SUCCESS;
}
