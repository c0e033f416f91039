/* A delivery of 500 lines over many waiting lines, served and made durable, against the same work
 * in bare
 * SQLite: no audit, no rules, no log, the fewest tables that could do it.
 */
#include "config.h"

#include <string.h>

#include "bench.h"

#define LINES 500
#define ROUNDS 5

typedef struct
{
  guint n_lines;
  guint n_products;
  gint64 products[LINES];
  gint64 quantity;
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
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL);
  sqlite3 *db;
  sqlite3_stmt *product, *customer, *order, *line;

  g_clear_object (&store);
  db = bench_open (path);
  bench_run (db, "BEGIN; INSERT INTO operation (at, entered_at, actor, kind) VALUES (1, 1,"
                 " 'bench', 'import');"
                 "UPDATE current_operation SET operation_id = 1;");
  product = bench_prepare (db, "INSERT INTO product (id, sku, name, operation_id) VALUES ($1,"
                               " $2, $3, 1)");
  customer = bench_prepare (db, "INSERT INTO customer (id, name, operation_id) VALUES ($1,"
                                " 'Customer ' || $1, 1)");
  order = bench_prepare (db, "INSERT INTO customer_order (id, customer_id, placed_at, operation_id)"
                             " VALUES ($1, $2, $3, 1)");
  line = bench_prepare (db, "INSERT INTO order_line (order_id, position, product_id, placed_at,"
                            " ordered, priority,"
                            " operation_id) VALUES ($1, 1, $2, $3, $4, $5, 1)");

  for (guint i = 1; i <= the_case->n_products; i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU%07u", i), *name = bench_name (i);

      sqlite3_bind_int64 (product, 1, i);
      sqlite3_bind_text (product, 2, sku, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (product, 3, name, -1, SQLITE_TRANSIENT);
      bench_step (product);
    }
  for (guint i = 1; i <= 5000; i++)
    {
      sqlite3_bind_int64 (customer, 1, i);
      bench_step (customer);
    }

  bench_seed (7);
  for (guint i = 1; i <= the_case->n_lines; i++)
    {
      sqlite3_bind_int64 (order, 1, i);
      sqlite3_bind_int64 (order, 2, 1 + bench_random (5000));
      sqlite3_bind_int64 (order, 3, G_GINT64_CONSTANT (1700000000000000) + i);
      bench_step (order);
      sqlite3_bind_int64 (line, 1, i);
      sqlite3_bind_int64 (line, 2, 1 + bench_random (the_case->n_products));
      sqlite3_bind_int64 (line, 3, G_GINT64_CONSTANT (1700000000000000) + i);
      sqlite3_bind_int64 (line, 4, 1 + bench_random (5));
      sqlite3_bind_int64 (line, 5, bench_random (20) != 0);
      bench_step (line);
    }

  sqlite3_finalize (product);
  sqlite3_finalize (customer);
  sqlite3_finalize (order);
  sqlite3_finalize (line);
  bench_run (db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE);");
  sqlite3_close (db);
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
      SediaAmount amount = { the_case->products[i], the_case->quantity };

      g_array_append_val (lines, amount);
    }

  return sedia_delivery_receive (db, &draft, &delivery, error) ? SEDIA_DONE : NULL;
}

static double
time_ours (const char *folder,
           Case       *the_case)
{
  g_autofree char *base = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *copy = g_build_filename (folder, "s.db", NULL);
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  const SediaAct act = { .kind = "delivery-receive", .actor = "bench" };
  double begin, end;

  bench_copy (base, copy);
  store = sedia_store_open (copy, &error);
  g_assert_no_error (error);
  begin = bench_now ();
  sedia_store_act (store, &act, receive_job, the_case, &error);
  end = bench_now ();
  g_assert_no_error (error);

  return end - begin;
}

/* ---- the limit */

static void
fill_limit (const char *path,
            Case       *the_case)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *product, *line;

  bench_run (db,
    "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT UNIQUE, on_hand INTEGER, reserved"
    " INTEGER);"
    "CREATE TABLE line (id INTEGER PRIMARY KEY, customer_id INTEGER, product_id INTEGER,"
    " priority INTEGER,"
    " placed_at INTEGER, open INTEGER);"
    "CREATE TABLE delivery (id INTEGER PRIMARY KEY, at INTEGER);"
    "CREATE TABLE delivery_line (id INTEGER PRIMARY KEY, delivery_id INTEGER, product_id"
    " INTEGER, quantity INTEGER);"
    "CREATE TABLE given (id INTEGER PRIMARY KEY, line_id INTEGER, quantity INTEGER);"
    "CREATE INDEX given_line ON given (line_id);"
    "CREATE TABLE movement (id INTEGER PRIMARY KEY, product_id INTEGER, quantity INTEGER, at"
    " INTEGER);"
    "CREATE INDEX movement_product ON movement (product_id);"
    "CREATE TABLE notice (id INTEGER PRIMARY KEY, line_id INTEGER);"
    "CREATE INDEX queue ON line (product_id, priority, placed_at, id) WHERE open > 0; BEGIN;");
  product = bench_prepare (db, "INSERT INTO product VALUES ($1, 'SKU' || $1, 0, 0)");
  line = bench_prepare (db, "INSERT INTO line VALUES ($1, $2, $3, $4, $5, $6)");
  for (guint i = 1; i <= the_case->n_products; i++)
    {
      sqlite3_bind_int64 (product, 1, i);
      bench_step (product);
    }
  bench_seed (7);
  for (guint i = 1; i <= the_case->n_lines; i++)
    {
      sqlite3_bind_int64 (line, 1, i);
      sqlite3_bind_int64 (line, 2, 1 + bench_random (5000));
      sqlite3_bind_int64 (line, 3, 1 + bench_random (the_case->n_products));
      sqlite3_bind_int64 (line, 6, 1 + bench_random (5));
      sqlite3_bind_int64 (line, 4, bench_random (20) != 0);
      sqlite3_bind_int64 (line, 5, 1700000000 + i);
      bench_step (line);
    }
  sqlite3_finalize (product);
  sqlite3_finalize (line);
  bench_run (db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE);");
  sqlite3_close (db);
}

typedef struct
{
  sqlite3_stmt *line, *queue, *update, *give, *move, *balance, *notice;
} Bare;

static void
serve_bare (Bare   *bare,
            gint64  product,
            gint64  quantity)
{
  gint64 ids[64], open[64], left = quantity, given = 0;
  guint n = 0;

  sqlite3_bind_int64 (bare->queue, 1, product);
  while (left > 0 && n < 64 && sqlite3_step (bare->queue) == SQLITE_ROW)
    {
      ids[n] = sqlite3_column_int64 (bare->queue, 0);
      open[n] = sqlite3_column_int64 (bare->queue, 1);
      left -= MIN (left, open[n]);
      n++;
    }
  sqlite3_reset (bare->queue);

  left = quantity;
  for (guint i = 0; i < n; i++)
    {
      gint64 part = MIN (left, open[i]);

      left -= part;
      given += part;
      sqlite3_bind_int64 (bare->update, 1, ids[i]);
      sqlite3_bind_int64 (bare->update, 2, open[i] - part);
      bench_step (bare->update);
      sqlite3_bind_int64 (bare->give, 1, ids[i]);
      sqlite3_bind_int64 (bare->give, 2, part);
      bench_step (bare->give);
      if (part == open[i])
        {
          sqlite3_bind_int64 (bare->notice, 1, ids[i]);
          bench_step (bare->notice);
        }
    }

  sqlite3_bind_int64 (bare->balance, 1, product);
  sqlite3_bind_int64 (bare->balance, 2, quantity);
  sqlite3_bind_int64 (bare->balance, 3, given);
  bench_step (bare->balance);
}

static double
time_limit (const char *folder,
            Case       *the_case)
{
  g_autofree char *base = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *copy = g_build_filename (folder, "b.db", NULL);
  sqlite3 *db;
  double begin, end;
  Bare bare;

  bench_copy (base, copy);
  db = bench_open (copy);
  begin = bench_now ();
  bench_run (db, "BEGIN IMMEDIATE; INSERT INTO delivery VALUES (1, 1);");
  bare.line = bench_prepare (db, "INSERT INTO delivery_line (delivery_id, product_id, quantity)"
                                 " VALUES (1, $1, $2)");
  bare.queue = bench_prepare (db, "SELECT id, open FROM line WHERE product_id = $1 AND open > 0"
                                  " ORDER BY priority, placed_at, id");
  bare.update = bench_prepare (db, "UPDATE line SET open = $2 WHERE id = $1");
  bare.give = bench_prepare (db, "INSERT INTO given (line_id, quantity) VALUES ($1, $2)");
  bare.move = bench_prepare (db, "INSERT INTO movement (product_id, quantity, at) VALUES ($1,"
                                 " $2, 1)");
  bare.balance = bench_prepare (db, "UPDATE product SET on_hand = on_hand + $2, reserved ="
                                    " reserved + $3"
                                    " WHERE id = $1");
  bare.notice = bench_prepare (db, "INSERT INTO notice (line_id) VALUES ($1)");

  for (guint i = 0; i < LINES; i++)
    {
      sqlite3_bind_int64 (bare.line, 1, the_case->products[i]);
      sqlite3_bind_int64 (bare.line, 2, the_case->quantity);
      bench_step (bare.line);
      sqlite3_bind_int64 (bare.move, 1, the_case->products[i]);
      sqlite3_bind_int64 (bare.move, 2, the_case->quantity);
      bench_step (bare.move);
      serve_bare (&bare, the_case->products[i], the_case->quantity);
    }
  bench_run (db, "COMMIT");
  end = bench_now ();

  sqlite3_finalize (bare.line);
  sqlite3_finalize (bare.queue);
  sqlite3_finalize (bare.update);
  sqlite3_finalize (bare.give);
  sqlite3_finalize (bare.move);
  sqlite3_finalize (bare.balance);
  sqlite3_finalize (bare.notice);
  sqlite3_close (db);

  return end - begin;
}

static void
compare (guint n_lines)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *shop = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *what = g_strdup_printf ("delivery of %d lines over %u waiting lines", LINES,
                                           n_lines);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) limit = g_array_new (FALSE, FALSE, sizeof (double));
  Case the_case = { .n_lines = n_lines, .n_products = n_lines / 10, .quantity = 18 };

  fill_shop (shop, &the_case);
  fill_limit (bare, &the_case);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double time;

      choose_products (&the_case, i);
      time = time_ours (folder, &the_case);
      g_array_append_val (ours, time);
      time = time_limit (folder, &the_case);
      g_array_append_val (limit, time);
    }

  bench_report (what, bench_percentile (ours, 0.5), bench_percentile (limit, 0.5), "ms");
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
