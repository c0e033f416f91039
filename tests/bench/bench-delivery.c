/* A delivery of 500 lines over many waiting lines, served and made durable, against the same work
 * in bare SQLite: the fewest tables that could do it, no rules, no audit, no log, nobody to tell.
 *
 * Both fill the same lines with the same goods, which is checked.
 */
#include "config.h"

#include "bench.h"

#define LINES 500
#define ROUNDS 9
#define CUSTOMERS 5000
#define QUANTITY 18 /* a product has ten waiting lines of one to five: six of them are filled */

typedef struct
{
  guint n_lines;
  guint n_products;
  gint64 products[LINES];
} Case;

static void
choose_products (Case  *the_case,
                 guint  round)
{
  g_autofree char *seen = g_malloc0 (the_case->n_products + 1);

  bench_seed (round + 1);
  for (guint i = 0; i < LINES;)
    {
      gint64 product = 1 + bench_random (the_case->n_products);

      if (!seen[product])
        {
          seen[product] = 1;
          the_case->products[i++] = product;
        }
    }
}

/* ---- ours */

static void
fill_shop (const char *path,
           Case       *the_case)
{
  sqlite3 *db = bench_open_shop (path);
  sqlite3_stmt *order, *line;

  bench_fill_products (db, the_case->n_products);
  bench_fill_customers (db, CUSTOMERS);
  order = bench_prepare (db, "INSERT INTO customer_order (id, customer_id, placed_at, operation_id)"
                             " VALUES (?1, ?2, ?3, 1)");
  line = bench_prepare (db, "INSERT INTO order_line (order_id, position, product_id, placed_at,"
                            " ordered, priority, operation_id) VALUES (?1, 1, ?2, ?3, ?4, ?5, 1)");

  bench_seed (7);
  for (guint i = 1; i <= the_case->n_lines; i++)
    {
      const gint64 customer = 1 + bench_random (CUSTOMERS);
      const gint64 product = 1 + bench_random (the_case->n_products);
      const gint64 ordered = 1 + bench_random (5), priority = bench_random (20) != 0;
      const gint64 placed_at = G_GINT64_CONSTANT (1700000000000000) + i;

      bench_step_with (order, 3, (gint64) i, customer, placed_at);
      bench_step_with (line, 5, (gint64) i, product, placed_at, ordered, priority);
    }

  sqlite3_finalize (order);
  sqlite3_finalize (line);
  bench_close_filled (db);
}

static gpointer
receive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Case *the_case = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  SediaDeliveryDraft draft = { .note_number = "bench", .lines = lines };
  gint64 delivery;

  for (guint i = 0; i < LINES; i++)
    {
      SediaAmount amount = { the_case->products[i], QUANTITY };

      g_array_append_val (lines, amount);
    }

  return sedia_delivery_receive (db, &draft, &delivery, error) ? SEDIA_DONE : NULL;
}

static gpointer
nothing_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return SEDIA_DONE;
}

/* Until the answer; @folded: what the writing thread does after it, before it takes the next. */
static double
time_ours (const char *copy,
           Case       *the_case,
           double     *folded)
{
  g_autoptr (SediaStore) store = sedia_store_open (copy, NULL);
  g_autoptr (GError) error = NULL;
  const SediaAct act = { .kind = "delivery-receive", .actor = "bench" };
  double begin, answered;

  begin = bench_now ();
  sedia_store_act (store, &act, receive_job, the_case, &error);
  answered = bench_now ();
  g_assert_no_error (error);
  sedia_store_note (store, nothing_job, NULL, &error);
  g_assert_no_error (error);

  *folded = bench_now () - answered;
  return answered - begin;
}

/* ---- the limit */

static void
fill_limit (const char *path,
            Case       *the_case)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *product, *line;

  bench_run (db,
    "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT UNIQUE, name TEXT,"
    " on_hand INTEGER NOT NULL DEFAULT 0, reserved INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE line (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL,"
    " product_id INTEGER NOT NULL, priority INTEGER NOT NULL, placed_at INTEGER NOT NULL,"
    " ordered INTEGER NOT NULL, open INTEGER NOT NULL, state INTEGER NOT NULL);"
    "CREATE TABLE delivery (id INTEGER PRIMARY KEY, at INTEGER, note TEXT);"
    "CREATE TABLE delivery_line (id INTEGER PRIMARY KEY, delivery_id INTEGER, product_id INTEGER,"
    " quantity INTEGER);"
    "CREATE TABLE given (id INTEGER PRIMARY KEY, delivery_line_id INTEGER NOT NULL,"
    " line_id INTEGER NOT NULL, quantity INTEGER NOT NULL);"
    "CREATE INDEX given_line ON given (line_id);"
    "CREATE TABLE movement (id INTEGER PRIMARY KEY, product_id INTEGER, quantity INTEGER,"
    " kind INTEGER, at INTEGER, document INTEGER);"
    "CREATE INDEX movement_product ON movement (product_id);"
    "CREATE TABLE notice (id INTEGER PRIMARY KEY, customer_id INTEGER, line_id INTEGER,"
    " state INTEGER); BEGIN;");
  product = bench_prepare (db, "INSERT INTO product (id, sku, name) VALUES (?1,"
                               " printf ('SKU%07d', ?1), 'Blue Steel Kettle ' || ?1)");
  line = bench_prepare (db, "INSERT INTO line VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, 0)");
  for (guint i = 1; i <= the_case->n_products; i++)
    bench_step_with (product, 1, (gint64) i);

  bench_seed (7);
  for (guint i = 1; i <= the_case->n_lines; i++)
    {
      const gint64 customer = 1 + bench_random (CUSTOMERS);
      const gint64 product_id = 1 + bench_random (the_case->n_products);
      const gint64 ordered = 1 + bench_random (5), priority = bench_random (20) != 0;

      bench_step_with (line, 6, (gint64) i, customer, product_id, priority,
                       (gint64) 1700000000 + i, ordered);
    }

  sqlite3_finalize (product);
  sqlite3_finalize (line);
  bench_run (db, "CREATE INDEX queue ON line (product_id, priority, placed_at, id) WHERE open > 0");
  bench_close_filled (db);
}

typedef struct
{
  sqlite3_stmt *line, *queue, *update, *give, *move, *balance, *notice;
} Bare;

static void
prepare_bare (Bare    *bare,
              sqlite3 *db)
{
  bare->line = bench_prepare (db, "INSERT INTO delivery_line (delivery_id, product_id, quantity)"
                                  " VALUES (1, ?1, ?2)");
  bare->move = bench_prepare (db, "INSERT INTO movement (product_id, quantity, kind, at, document)"
                                  " VALUES (?1, ?2, 1, 1, ?3)");
  bare->queue = bench_prepare (db, "SELECT id, open, customer_id FROM line WHERE product_id = ?1"
                                   " AND open > 0 ORDER BY priority, placed_at, id");
  bare->update = bench_prepare (db, "UPDATE line SET open = ?2, state = ?3 WHERE id = ?1");
  bare->give = bench_prepare (db, "INSERT INTO given (delivery_line_id, line_id, quantity)"
                                  " VALUES (?1, ?2, ?3)");
  bare->notice = bench_prepare (db, "INSERT INTO notice (customer_id, line_id, state)"
                                    " VALUES (?1, ?2, 0)");
  bare->balance = bench_prepare (db, "UPDATE product SET on_hand = on_hand + ?2,"
                                     " reserved = reserved + ?3 WHERE id = ?1");
}

static void
finalize_bare (Bare *bare)
{
  sqlite3_finalize (bare->line);
  sqlite3_finalize (bare->queue);
  sqlite3_finalize (bare->update);
  sqlite3_finalize (bare->give);
  sqlite3_finalize (bare->move);
  sqlite3_finalize (bare->balance);
  sqlite3_finalize (bare->notice);
}

static void
serve_bare (Bare   *bare,
            gint64  delivery_line,
            gint64  product)
{
  gint64 ids[64], open[64], customers[64], left = QUANTITY, given = 0;
  guint n = 0;

  sqlite3_bind_int64 (bare->queue, 1, product);
  while (left > 0 && n < 64 && sqlite3_step (bare->queue) == SQLITE_ROW)
    {
      ids[n] = sqlite3_column_int64 (bare->queue, 0);
      open[n] = sqlite3_column_int64 (bare->queue, 1);
      customers[n] = sqlite3_column_int64 (bare->queue, 2);
      left -= MIN (left, open[n]);
      n++;
    }
  sqlite3_reset (bare->queue);

  for (guint i = 0; i < n; i++)
    {
      const gint64 part = MIN (QUANTITY - given, open[i]);
      const gboolean is_complete = part == open[i];

      given += part;
      bench_step_with (bare->update, 3, ids[i], open[i] - part, (gint64) (is_complete ? 2 : 1));
      bench_step_with (bare->give, 3, delivery_line, ids[i], part);
      if (is_complete)
        bench_step_with (bare->notice, 2, customers[i], ids[i]);
    }

  bench_step_with (bare->balance, 3, product, (gint64) QUANTITY, given);
}

static double
time_limit (const char *copy,
            Case       *the_case)
{
  sqlite3 *db = bench_open (copy);
  double begin, end;
  Bare bare;

  begin = bench_now ();
  bench_run (db, "BEGIN IMMEDIATE; INSERT INTO delivery VALUES (1, 1, 'bench');");
  prepare_bare (&bare, db);
  for (guint i = 0; i < LINES; i++)
    {
      bench_step_with (bare.line, 2, the_case->products[i], (gint64) QUANTITY);
      bench_step_with (bare.move, 3, the_case->products[i], (gint64) QUANTITY, (gint64) i + 1);
      serve_bare (&bare, (gint64) i + 1, the_case->products[i]);
    }
  bench_run (db, "COMMIT");
  end = bench_now ();

  finalize_bare (&bare);
  sqlite3_close (db);

  return end - begin;
}

/* ---- both */

/* They filled the same lines, or the comparison says nothing. */
static void
check_same (const char *shop,
            const char *bare)
{
  gint64 lines = bench_value (shop, "SELECT count (*) FROM reservation");
  gint64 goods = bench_value (shop, "SELECT sum (quantity * order_line_id) FROM reservation");

  g_assert_cmpint (lines, >, LINES);
  g_assert_cmpint (lines, ==, bench_value (bare, "SELECT count (*) FROM given"));
  g_assert_cmpint (goods, ==, bench_value (bare, "SELECT sum (quantity * line_id) FROM given"));
}

static void
compare (guint n_lines)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *shop = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *shop_copy = g_build_filename (folder, "shop-copy.db", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *bare_copy = g_build_filename (folder, "bare-copy.db", NULL);
  g_autofree char *what = g_strdup_printf ("delivery of %d lines over %u waiting lines", LINES,
                                           n_lines);
  g_autoptr (GArray) ours = bench_times_new (), folds = bench_times_new (),
                     limit = bench_times_new ();
  Case the_case = { .n_lines = n_lines, .n_products = n_lines / 10 };

  fill_shop (shop, &the_case);
  fill_limit (bare, &the_case);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double folded;

      choose_products (&the_case, i);
      bench_copy (bare, bare_copy);
      bench_add (limit, time_limit (bare_copy, &the_case));
      bench_copy (shop, shop_copy);
      bench_add (ours, time_ours (shop_copy, &the_case, &folded));
      bench_add (folds, folded);
      check_same (shop_copy, bare_copy);
    }

  bench_report (what, ours, limit);
  g_print ("#   folding the log after the answer: %.2f ms; the limit does it before\n",
           bench_percentile (folds, 0.5));
  bench_remove (folder);
}

int
main (void)
{
  compare (20000);
  if (!bench_is_quick ())
    {
      compare (50000);
      compare (1000000);
    }

  return 0;
}
