/* A page at any place of a long list, and search while typing, against the same rows fetched by
 * bare SQLite. */
#include "config.h"

#include <string.h>

#include "bench.h"

#define PAGES 200
#define PAGE_ROWS 200

static void
fill (const char *path,
      guint       n_products,
      guint       n_lines)
{
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL);
  sqlite3 *db;
  sqlite3_stmt *product, *line;

  g_clear_object (&store);
  db = bench_open (path);
  bench_run (db, "BEGIN; INSERT INTO operation (at, entered_at, actor, kind) VALUES (1, 1,"
                 " 'bench', 'import');"
                 "UPDATE current_operation SET operation_id = 1;"
                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                 " INSERT INTO customer (name, operation_id) SELECT 'Customer ' || i, 1 FROM n;");
  product = bench_prepare (db, "INSERT INTO product (id, sku, name, operation_id) VALUES ($1,"
                               " $2, $3, 1)");
  for (guint i = 1; i <= n_products; i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU%07u", i), *name = bench_name (i);

      sqlite3_bind_int64 (product, 1, i);
      sqlite3_bind_text (product, 2, sku, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (product, 3, name, -1, SQLITE_TRANSIENT);
      bench_step (product);
    }
  sqlite3_finalize (product);

  bench_seed (3);
  line = bench_prepare (db, "INSERT INTO order_line (order_id, position, product_id, placed_at,"
                            " ordered, operation_id)"
                            " VALUES ($1, 1, $2, $1, 3, 1)");
  for (guint i = 1; i <= n_lines; i++)
    {
      sqlite3_bind_int64 (line, 1, i);
      sqlite3_bind_int64 (line, 2, 1 + bench_random (n_products));
      bench_step (line);
    }
  sqlite3_finalize (line);

  bench_run (db, "INSERT INTO customer_order (id, customer_id, placed_at, operation_id)"
                 " SELECT order_id, 1 + order_id % 5000, placed_at, 1 FROM order_line;"
                 "COMMIT; PRAGMA wal_checkpoint (TRUNCATE);");
  sqlite3_close (db);
}

/* ---- jobs that time themselves on the reading thread */

typedef struct
{
  SediaQuery *query;
  GArray *spine;
  GArray *times;
} Bench;

static gpointer
spine_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Bench *bench = data;

  bench->spine = sedia_list_spine (db, bench->query, error);
  return bench->spine != NULL ? SEDIA_DONE : NULL;
}

static gpointer
pages_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Bench *bench = data;
  const gint64 *ids = (gint64 *) (gpointer) bench->spine->data;

  bench_seed (5);
  for (guint i = 0; i < PAGES; i++)
    {
      guint at = (guint) bench_random (MAX (1, (gint64) bench->spine->len - PAGE_ROWS));
      guint n = MIN (PAGE_ROWS, bench->spine->len);
      double begin = bench_now (), time;
      g_autoptr (GPtrArray) page = sedia_list_page (db, bench->query, ids + at, n, error);

      time = bench_now () - begin;
      g_assert_nonnull (page);
      g_array_append_val (bench->times, time);
    }

  return SEDIA_DONE;
}

static gpointer
keys_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  static const char *const keys[] = { "k", "ke", "ket", "kett", "kettl", "kettle", "kettle b",
                                      "kettle bl", "sinar h",
                                      "lamp 42", "4711", "99", "sku00", "teapot golden", "zzz",
                                        "blue mug jaya" };
  Bench *bench = data;

  for (guint round = 0; round < 5; round++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      {
        double begin = bench_now (), time;
        g_autoptr (GArray) head = NULL;
        g_autoptr (GPtrArray) page = NULL;

        g_free (bench->query->search);
        bench->query->search = g_strdup (keys[i]);
        head = sedia_list_head (db, bench->query, 50, error);
        g_assert_nonnull (head);
        page = sedia_list_page (db, bench->query, (gint64 *) (gpointer) head->data, head->len,
                                error);
        time = bench_now () - begin;
        g_assert_nonnull (page);
        if (round == 0)
          g_print ("#     “%s”: %u rows, %.2f ms\n", keys[i], head->len, time);
        g_array_append_val (bench->times, time);
      }

  return SEDIA_DONE;
}

static void
run (SediaStore *store,
     SediaJob    job,
     Bench      *bench)
{
  g_autoptr (GError) error = NULL;

  sedia_store_read (store, job, bench, &error);
  g_assert_no_error (error);
}

/* The same page in bare SQLite: one row after the other by its id, all columns looked at. */
static double
limit_of_pages (const char *path,
                const char *sql,
                GArray     *spine)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *row = bench_prepare (db, sql);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  bench_seed (5);
  for (guint i = 0; i < PAGES; i++)
    {
      guint at = (guint) bench_random (MAX (1, (gint64) spine->len - PAGE_ROWS));
      double begin = bench_now (), time;

      for (guint k = 0; k < PAGE_ROWS && at + k < spine->len; k++)
        {
          sqlite3_bind_int64 (row, 1, g_array_index (spine, gint64, at + k));
          while (sqlite3_step (row) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count (row); c++)
              (void) sqlite3_column_text (row, c);
          sqlite3_reset (row);
        }
      time = bench_now () - begin;
      g_array_append_val (times, time);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);

  return bench_percentile (times, 0.5);
}

static void
time_pages (SediaStore    *store,
            const char    *path,
            SediaListKind  kind,
            SediaGrouping  grouping,
            const char    *limit_sql,
            const char    *label)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { .query = query, .times = times };
  g_autofree char *what = NULL;
  double begin = bench_now (), spine;

  query->grouping = grouping;
  run (store, spine_job, &bench);
  spine = bench_now () - begin;
  run (store, pages_job, &bench);
  what = g_strdup_printf ("page of %d of %u rows, %s", PAGE_ROWS, bench.spine->len, label);
  bench_report (what, bench_percentile (times, 0.5), limit_of_pages (path, limit_sql,
                                                                     bench.spine), "ms");
  g_print ("#   its spine %.0f ms; slowest page in twenty %.2f ms\n", spine,
           bench_percentile (times, 0.95));
  g_array_unref (bench.spine);
}

static void
compare (guint n_products)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { .query = query, .times = times };

  fill (path, n_products, n_products);
  store = sedia_store_open (path, NULL);
  time_pages (store, path, SEDIA_LIST_STOCK, SEDIA_GROUP_NONE,
              "SELECT p.*, b.* FROM product AS p JOIN product_balance AS b ON b.product_id ="
              " p.id WHERE p.id = $1",
              "stock");
  time_pages (store, path, SEDIA_LIST_WAITING, SEDIA_GROUP_PRODUCT,
              "SELECT l.*, p.*, c.name FROM order_line AS l JOIN product AS p ON p.id ="
              " l.product_id"
              " JOIN customer_order AS o ON o.id = l.order_id JOIN customer AS c ON c.id ="
              " o.customer_id"
              " WHERE l.id = $1", "waiting");
  run (store, keys_job, &bench);
  g_print ("# search in %u products, to the first 50 rows: p50 %.2f ms, p95 %.2f ms, worst %.2f"
           " ms\n", n_products,
           bench_percentile (times, 0.5), bench_percentile (times, 0.95), bench_percentile (times,
                                                                                            1));

  g_assert_finalize_object (g_steal_pointer (&store));
  bench_remove (folder);
}

int
main (void)
{
  compare (bench_is_quick () ? 5000 : 100000);
  if (!bench_is_quick ())
    compare (1000000);

  return 0;
}
