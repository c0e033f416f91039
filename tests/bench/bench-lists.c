/* A page at any place of a long list, against the same rows fetched by bare SQLite; and search, key
 * stroke by key stroke, to the first rows on the screen.
 */
#include "config.h"

#include <string.h>

#include "bench.h"

#define PAGES 200
#define PAGE_ROWS 200
#define LINES_PER_PRODUCT 10
#define CUSTOMERS 5000
#define SCREEN_ROWS 50
#define SEARCH_ROUNDS 3

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
      const guint at = (guint) bench_random (MAX (1, (gint64) bench->spine->len - PAGE_ROWS));
      const guint n = MIN (PAGE_ROWS, bench->spine->len);
      const double begin = bench_now ();
      g_autoptr (GPtrArray) page = sedia_list_page (db, bench->query, ids + at, n, error);

      bench_add (bench->times, bench_now () - begin);
      g_assert_cmpint (page->len, ==, n);
    }

  return SEDIA_DONE;
}

/* What a list does when a key was pressed: the first ids, and their rows. */
static guint
time_key (SediaDb    *db,
          Bench      *bench,
          const char *typed)
{
  const double begin = bench_now ();
  g_autoptr (GArray) head = NULL;
  g_autoptr (GPtrArray) page = NULL;

  g_free (bench->query->search);
  bench->query->search = g_strdup (typed);
  head = sedia_list_head (db, bench->query, SCREEN_ROWS, NULL);
  page = sedia_list_page (db, bench->query, (gint64 *) (gpointer) head->data, head->len, NULL);
  bench_add (bench->times, bench_now () - begin);

  return page->len;
}

/* Common words and rare ones, such as stand late in the alphabet, parts of numbers, letters that
 * stand beside each other nowhere: typed letter by letter.
 */
static gpointer
keys_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  static const char *const typed[] = { "kettle blue", "sinar heavy", "lamp 42", "4711", "SKU00471",
                                       "teapot golden", "utama plain 9", "blue mug jaya", "zxq",
                                       "sinar q", "99", "lestari portable candle 12" };
  Bench *bench = data;

  for (guint round = 0; round < SEARCH_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (gsize n = 1; n <= strlen (typed[i]); n++)
        {
          g_autofree char *so_far = g_strndup (typed[i], n);
          const guint rows = time_key (db, bench, so_far);

          if (round == 0 && n == strlen (typed[i]))
            g_print ("#     “%s”: %u rows, %.2f ms\n", so_far, rows,
                     g_array_index (bench->times, double, bench->times->len - 1));
        }

  return SEDIA_DONE;
}

static gpointer
first_key_job (SediaDb   *db,
               gpointer   data,
               GError   **error)
{
  time_key (db, data, "k");
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

/* ---- the limit of pages: row after row by its id, all columns looked at */

static GArray *
limit_of_pages (const char *path,
                const char *sql,
                GArray     *spine)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *row = bench_prepare (db, sql);
  GArray *times = bench_times_new ();

  bench_seed (5);
  for (guint i = 0; i < PAGES; i++)
    {
      const guint at = (guint) bench_random (MAX (1, (gint64) spine->len - PAGE_ROWS));
      const double begin = bench_now ();

      for (guint k = 0; k < PAGE_ROWS && at + k < spine->len; k++)
        {
          sqlite3_bind_int64 (row, 1, g_array_index (spine, gint64, at + k));
          while (sqlite3_step (row) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count (row); c++)
              (void) sqlite3_column_text (row, c);
          sqlite3_reset (row);
        }
      bench_add (times, bench_now () - begin);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);

  return times;
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
  g_autoptr (GArray) times = bench_times_new (), limit = NULL, spine = NULL;
  Bench bench = { .query = query, .times = times };
  g_autofree char *what = NULL;
  const double begin = bench_now ();
  double spine_time;

  query->grouping = grouping;
  run (store, spine_job, &bench);
  spine = bench.spine;
  spine_time = bench_now () - begin;
  run (store, pages_job, &bench);
  limit = limit_of_pages (path, limit_sql, spine);

  what = g_strdup_printf ("page of %d of %u rows, %s", PAGE_ROWS, spine->len, label);
  bench_report (what, times, limit);
  g_print ("#   slowest page in twenty %.2f ms; all ids of the list %.0f ms\n",
           bench_percentile (times, 0.95), spine_time);
}

/* ---- cases */

static void
time_stock (guint n_products)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) first = bench_times_new (), times = bench_times_new ();
  Bench bench = { .query = query, .times = first };
  sqlite3 *db = bench_open_shop (path);

  bench_fill_products (db, n_products);
  bench_close_filled (db);
  store = sedia_store_open (path, NULL);

  run (store, first_key_job, &bench);
  bench.times = times;
  run (store, keys_job, &bench);
  g_print ("# search in %u products, %u key strokes, to the first %d rows: p50 %.2f ms,"
           " p95 %.2f ms, worst %.2f ms\n", n_products, times->len, SCREEN_ROWS,
           bench_percentile (times, 0.5), bench_percentile (times, 0.95),
           bench_percentile (times, 1));
  g_print ("#   the first one, which reads the names: %.0f ms\n", bench_percentile (first, 1));

  time_pages (store, path, SEDIA_LIST_STOCK, SEDIA_GROUP_NONE,
              "SELECT p.*, b.* FROM product AS p"
              " JOIN product_balance AS b ON b.product_id = p.id WHERE p.id = ?1", "stock");

  g_assert_finalize_object (g_steal_pointer (&store));
  bench_remove (folder);
}

static void
time_waiting (guint n_lines)
{
  static const char limit[] = "SELECT l.*, p.*, c.name FROM order_line AS l"
                              " JOIN product AS p ON p.id = l.product_id"
                              " JOIN customer_order AS o ON o.id = l.order_id"
                              " JOIN customer AS c ON c.id = o.customer_id WHERE l.id = ?1";
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr (SediaStore) store = NULL;
  sqlite3 *db = bench_open_shop (path);

  bench_fill_products (db, n_lines / LINES_PER_PRODUCT);
  bench_fill_customers (db, CUSTOMERS);
  bench_fill_lines (db, n_lines, n_lines / LINES_PER_PRODUCT, CUSTOMERS);
  bench_close_filled (db);
  store = sedia_store_open (path, NULL);

  time_pages (store, path, SEDIA_LIST_WAITING, SEDIA_GROUP_PRODUCT, limit, "waiting by product");
  time_pages (store, path, SEDIA_LIST_WAITING, SEDIA_GROUP_NONE, limit, "waiting in turn");

  g_assert_finalize_object (g_steal_pointer (&store));
  bench_remove (folder);
}

int
main (void)
{
  time_stock (bench_is_quick () ? 5000 : 100000);
  if (!bench_is_quick ())
    time_stock (1000000);
  time_waiting (bench_is_quick () ? 5000 : 1000000);

  return 0;
}
