/* The contact clock over a whole shop, and what the lists ask of it.
 *
 * 50,000 waiting lines of 20,000 customers, a third of them told a day; of two thirds of the
 * products purchases are on their way, and of a third somebody typed a day. The limit is a bare
 * aggregate of the same rows: how many lines of each customer wait, since when, and what is due.
 */
#include "config.h"

#include "bench.h"
#include "sedia-time.h"

#include <stdlib.h>

#define N_PRODUCTS 2000

typedef struct
{
  guint customers;
  guint lines;
} Size;

static Size
size_of_run (void)
{
  return bench_is_quick () ? (Size) { 400, 1000 } : (Size) { 20000, 50000 };
}

/* One order a customer, its lines over it; a third have a day, a third were told. */
static void
fill (const char *path)
{
  const Size size = size_of_run ();
  sqlite3 *db = bench_open_shop (path);

  bench_fill_products (db, N_PRODUCTS);
  bench_fill_customers (db, size.customers);
  bench_run (db, "INSERT INTO customer_order (id, customer_id, placed_at, operation_id)"
                 " SELECT id, id, 1795000000000000 + id * 1000000, 1 FROM customer");
  {
    sqlite3_stmt *line = bench_prepare (db, "INSERT INTO order_line (order_id, position,"
                                            " product_id,"
                                            " placed_at, ordered, operation_id)"
                                            " VALUES ($1, $2, $3, $4, 2, 1)");

    for (guint i = 0; i < size.lines; i++)
      {
        const gint64 order = 1 + i % size.customers;

        bench_step_with (line, 4, order, (gint64) 1 + i / size.customers,
                         1 + bench_random (N_PRODUCTS), G_GINT64_CONSTANT (1795000000000000) +
                                                          order * 1000000);
      }
    sqlite3_finalize (line);
  }
  bench_run (db, "INSERT INTO contact_due (order_line_id, reason, since, operation_id)"
                 " SELECT id, 'backordered', placed_at, 1 FROM order_line WHERE id % 2 = 0");
  bench_run (db, "INSERT INTO contact (customer_id, at, channel, outcome, operation_id)"
                 " SELECT id, 1795500000000000, 'whatsapp', 'message', 1 FROM customer"
                 " WHERE id % 3 = 0");
  bench_run (db, "INSERT INTO contact_line (contact_id, order_line_id, expected, miss)"
                 " SELECT c.id, l.id, 20800, 0 FROM contact AS c"
                 " JOIN customer_order AS o ON o.customer_id = c.customer_id"
                 " JOIN order_line AS l ON l.order_id = o.id");
  bench_run (db, "INSERT INTO expected (id, day, since) SELECT id, 20800 + id % 9,"
                 " 1795400000000000 FROM product WHERE id % 3 = 0");
  bench_run (db, "INSERT INTO supplier (id, name, operation_id) VALUES (1, 'Java', 1)");
  bench_run (db, "INSERT INTO purchase (supplier_id, placed_at, status, operation_id)"
                 " SELECT 1, 1795400000000000, 'confirmed', 1 FROM product");
  bench_run (db, "INSERT INTO purchase_line (purchase_id, position, product_id, ordered, closed,"
                 " agreed, expected, since, operation_id)"
                 " SELECT id, 1, id, 40, 0, 20800 + id % 9, 20801 + id % 9, 1795400000000000, 1"
                 " FROM product WHERE id % 3 <> 1 UNION ALL"
                 " SELECT id, 2, id, 20, 0, 20820, 20820, 1795400000000000, 1 FROM product"
                 " WHERE id % 3 = 0 UNION ALL"
                 " SELECT p.id, 3 + value, p.id, 20, 20, 20700, 20700, 1795000000000000, 1"
                 " FROM product AS p, json_each ('[0,1,2,3,4,5,6,7,8,9]')");
  bench_close_filled (db);
}

static gpointer
due_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  return sedia_due_list (db, G_GINT64_CONSTANT (1795600000000000), error);
}

static double
time_ours (SediaStore *store,
           guint      *n)
{
  const double begin = bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) dues = sedia_store_read (store, due_job, NULL, &error);

  g_assert_no_error (error);
  *n = dues->len;

  return bench_now () - begin;
}

static gpointer
grades_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_shop_verdict_read (db, sedia_time_now (), error);
}

/* The two questions about the shop as a whole, on the same shop. */
static double
time_grades (SediaStore *store)
{
  const double begin = bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaShopVerdict) verdict = sedia_store_read (store, grades_job, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (verdict);

  return bench_now () - begin;
}

static double
time_limit (const char *path)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *stmt;
  double begin;
  guint n = 0;

  stmt = bench_prepare (db, "SELECT o.customer_id, count (*), min (l.placed_at), min (d.since)"
                            " FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id"
                            " LEFT JOIN contact_due AS d ON d.order_line_id = l.id"
                            " AND d.state = 'open' WHERE l.open > 0 GROUP BY 1");
  begin = bench_now ();
  while (sqlite3_step (stmt) == SQLITE_ROW)
    n++;
  begin = bench_now () - begin;
  g_assert_cmpuint (n, ==, size_of_run ().customers);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return begin;
}

int
main (void)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr (GArray) ours = bench_times_new ();
  g_autoptr (GArray) limit = bench_times_new ();
  g_autoptr (GArray) grades = bench_times_new ();
  SediaStore *store;
  guint n = 0;

  bench_seed (7);
  fill (path);
  store = sedia_store_open (path, NULL);
  g_assert_nonnull (store);
  for (int i = 0; i < 9; i++)
    {
      bench_add (ours, time_ours (store, &n));
      bench_add (limit, time_limit (path));
      bench_add (grades, time_grades (store));
    }
  g_print ("%u customers must be told\n", n);
  bench_report ("the contact clock over all of them", ours, limit);
  bench_report ("how well the shop predicts and works", grades, limit);

  g_object_unref (store);
  bench_remove (folder);

  return EXIT_SUCCESS;
}
