/* What makes SQL safe: every statement prepares, every name is used, no list sorts or scans a
 * growing table. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "sedia-db.h"
#include "sedia-lists.h"
#include "sedia-operation.h"
#include "sedia-schema.h"
#include "sedia-sql.h"

static SediaDb *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  SediaDb *db = sedia_db_open (&sedia_driver_sqlite, ":memory:", SEDIA_OPEN_WRITER, &error);

  g_assert_no_error (error);
  g_assert_true (sedia_schema_migrate (db, ":memory:", &error));
  g_assert_no_error (error);

  return db;
}

static void
test_every_statement_prepares (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, sedia_sql_all ());
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, name, &error);

      if (stmt == NULL)
        g_error ("%s: %s", (char *) name, error->message);
      n++;
    }

  g_assert_cmpint (n, >, 100);
}

static void
append_sources (GString    *all,
                const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        append_sources (all, path);
      else if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (all, text);
    }
}

/* The text of every source file of the store. */
static char *
read_sources (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "src", "store",
                                              NULL);
  GString *all = g_string_new (NULL);

  append_sources (all, folder);

  return g_string_free (all, FALSE);
}

static void
test_every_name_is_used (void)
{
  g_autofree char *sources = read_sources ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, sedia_sql_all ());
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", (char *) name);

      /* The statements of an undo are named by kind. */
      if (g_str_has_prefix (name, "undo-state-") || g_str_has_prefix (name, "undo-restore-"))
        continue;
      if (strstr (sources, quoted) == NULL)
        g_error ("Nobody uses the statement %s", (char *) name);
    }
}

/* "5 SCAN x", "USE TEMP B-TREE FOR ORDER BY" ... */
static char *
plan_of (SediaDb    *db,
         const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (db, explain, &error);
  GString *plan = g_string_new (NULL);

  g_assert_no_error (error);
  while (sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW)
    g_string_append_printf (plan, "%s\n", sedia_stmt_text (stmt, 3));

  return g_string_free (plan, FALSE);
}

static const char *const growing[] = { "l", "o", "m", "d", "order_line", "movement",
    "reservation", "customer_order" };

/* A list of everything reads its own table from end to end: that is no accident. */
static void
assert_good_plan (const char *what,
                  const char *plan,
                  gboolean    may_sort,
                  const char *may_scan)
{
  g_auto (GStrv) lines = g_strsplit (plan, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!may_sort && strstr (lines[i], "TEMP B-TREE") != NULL)
        g_error ("%s sorts:\n%s", what, plan);

      for (guint k = 0; k < G_N_ELEMENTS (growing); k++)
        {
          g_autofree char *scan = g_strdup_printf ("SCAN %s", growing[k]);
          g_auto (GStrv) words = g_strsplit (lines[i], " USING ", 2);

          if (words[0] != NULL && g_str_equal (words[0], scan) && words[1] == NULL &&
              g_strcmp0 (growing[k], may_scan) != 0)
            g_error ("%s scans %s:\n%s", what, growing[k], plan);
        }
    }
}

/* Every list in every order that an index can give: nothing is sorted. */
static void
test_lists_use_indexes (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  static const struct
  {
    SediaListKind kind;
    SediaSort sort;
  } lists[] = {
    { SEDIA_LIST_STOCK, SEDIA_SORT_DEFAULT },     { SEDIA_LIST_STOCK, SEDIA_SORT_SKU },
    { SEDIA_LIST_STOCK, SEDIA_SORT_NAME },        { SEDIA_LIST_STOCK, SEDIA_SORT_ON_HAND },
    { SEDIA_LIST_ORDERS, SEDIA_SORT_DEFAULT },    { SEDIA_LIST_ORDERS, SEDIA_SORT_NUMBER },
    { SEDIA_LIST_ORDERS, SEDIA_SORT_AT },         { SEDIA_LIST_CUSTOMERS, SEDIA_SORT_DEFAULT },
    { SEDIA_LIST_CUSTOMERS, SEDIA_SORT_NAME },    { SEDIA_LIST_SUPPLIERS, SEDIA_SORT_DEFAULT },
    { SEDIA_LIST_HISTORY, SEDIA_SORT_DEFAULT },   { SEDIA_LIST_HISTORY, SEDIA_SORT_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists) * 2; i++)
    {
      g_autoptr (SediaQuery) query = sedia_query_new (lists[i / 2].kind);
      g_autofree char *sql = NULL, *plan = NULL;

      query->sort = lists[i / 2].sort;
      query->descending = i % 2;
      sql = sedia_lists_sql (query, FALSE, SEDIA_SERVING_DATED_FIRST);
      plan = plan_of (db, sql);
      assert_good_plan (sql, plan, FALSE, "o");
    }
}

static void
test_waiting_by_product_uses_the_queue (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autofree char *sql = NULL, *plan = NULL;

  query->grouping = SEDIA_GROUP_PRODUCT;
  sql = sedia_lists_sql (query, FALSE, SEDIA_SERVING_DATED_FIRST);
  plan = plan_of (db, sql);
  assert_good_plan (sql, plan, FALSE, NULL);
  g_assert_nonnull (strstr (plan, "order_line_queue"));
}

/* 3.1: under "strictly first come, first served" the list is read off the age of the orders. */
static void
test_waiting_oldest_first (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);

  for (guint descending = 0; descending < 2; descending++)
    {
      g_autofree char *sql = NULL, *plan = NULL;

      query->descending = descending;
      sql = sedia_lists_sql (query, FALSE, SEDIA_SERVING_STRICTLY_OLDEST);
      plan = plan_of (db, sql);
      assert_good_plan (sql, plan, FALSE, NULL);
      g_assert_nonnull (strstr (plan, "order_line_since"));
    }
}

/* The statements a command runs for each line it touches. */
static void
test_commands_use_indexes (void)
{
  static const char *const names[] = {
    "serve-queue", "serve-balance", "product-read", "product-by-sku", "product-by-barcode",
        "order-lines",
    "order-line-read", "order-n-waiting", "due-open-waiting", "due-has-open", "due-last-word",
        "due-told-ready", "reserved-for", "delivery-served",
        "movement-list",
    "delivery-by-note", "delivery-lines", "restock-first", "notice-lines", "waiting-lines",
        "draft-last",
    "expected-queue", "purchase-supplies", "purchase-tied", "purchase-receipts", "purchase-lines",
        "purchase-history", "purchase-late", "clock-told-line",
    "operation-by-key", "order-waiting-lines", "undo-reserved-net", "stock-at",
  };
  g_autoptr (SediaDb) db = open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *plan = plan_of (db, sedia_sql_lookup (names[i]));

      assert_good_plan (names[i], plan, TRUE, NULL);
    }
}

/* Working out when lines are expected walks along two lists that lie in the order it takes. */
static void
test_expected_days_are_sorted (void)
{
  static const char *const names[] = { "expected-queues", "purchase-supplies-all" };
  g_autoptr (SediaDb) db = open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *plan = plan_of (db, sedia_sql_lookup (names[i]));

      assert_good_plan (names[i], plan, FALSE, NULL);
      g_assert_nonnull (strstr (plan, i == 0 ? "order_line_queue" : "purchase_line_incoming"));
    }
}

/* Looking for who may be the same customer reads a handful off an index, and names off it alone. */
static void
test_suspects_use_indexes (void)
{
  static const struct { const char *name, *index; } looks[] = {
    { "alike-by-phone", "SEARCH k USING INDEX customer_key_phone" },
    { "alike-by-words", "SEARCH customer_key USING COVERING INDEX customer_key_sorted" },
    { "alike-by-head", "SEARCH customer_key USING COVERING INDEX customer_key_head" },
    { "alike-by-tail", "SEARCH customer_key USING COVERING INDEX customer_key_tail" },
  };
  g_autoptr (SediaDb) db = open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *plan = plan_of (db, sedia_sql_lookup (looks[i].name));

      g_test_message ("%s: %s", looks[i].name, plan);
      g_assert_true (strstr (plan, looks[i].index) != NULL);
      g_assert_null (strstr (plan, "SCAN"));
    }
}

/* A typo SQLite would take for a part of the type, a table without STRICT. Ids must only rise,
 * or the ranges of
 * an operation would lie: a table whose rows are deleted somewhere has AUTOINCREMENT.
 */
static gboolean
is_deleted_from (const char *table)
{
  g_autofree char *delete = g_strdup_printf ("DELETE FROM %s ", table);
  GHashTableIter iter;
  gpointer sql;

  g_hash_table_iter_init (&iter, sedia_sql_all ());
  while (g_hash_table_iter_next (&iter, NULL, &sql))
    if (strstr (sql, delete) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_schema_reads_back (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaStmt) stmt =
    sedia_db_prepare_text (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
                               " AND name NOT LIKE 'sqlite%'", NULL);
  guint n = 0;

  while (sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW)
    {
      const char *name = sedia_stmt_text (stmt, 0), *sql = sedia_stmt_text (stmt, 1);

      g_assert_true (g_str_has_suffix (sql, "STRICT"));
      g_assert_null (strstr (sql, "WITHOUT ROWID"));
      if (is_deleted_from (name))
        g_assert_nonnull (strstr (sql, "AUTOINCREMENT"));
      n++;
    }

  g_assert_cmpint (n, >, 20);
}

static gboolean
fails (SediaDb    *db,
       const char *sql)
{
  g_autoptr (GError) error = NULL;

  return !sedia_db_execute (db, sql, &error) && error != NULL;
}

/* What the schema itself forbids, whatever a program does. */
static void
test_schema_forbids (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (GError) error = NULL;

  sedia_db_execute (db,
    "INSERT INTO operation (at, entered_at, actor, kind) VALUES (1, 1, 'T', 'test');"
    "UPDATE current_operation SET operation_id = 1;"
    "INSERT INTO product (sku, name, operation_id) VALUES ('K', 'Kettle', 1);"
    "INSERT INTO customer (name, operation_id) VALUES ('Siti', 1);"
    "INSERT INTO customer_order (customer_id, placed_at, operation_id) VALUES (1, 1, 1);"
    "INSERT INTO order_line (order_id, position, product_id, placed_at, ordered, operation_id)"
    " VALUES (1, 1, 1, 1, 3, 1);"
    "INSERT INTO movement (product_id, quantity, reason, at, operation_id) VALUES (1, 5,"
    " 'delivery', 1, 1);"
    "INSERT INTO reservation (order_line_id, quantity, reason, operation_id) VALUES (1, 3,"
    " 'serve', 1);", &error);
  g_assert_no_error (error);

  /* 3.7: a cancelled line can never hold a reservation */
  g_assert_true (fails (db, "UPDATE order_line SET cancelled = 1 WHERE id = 1"));
  g_assert_true (fails (db, "INSERT INTO reservation (order_line_id, quantity, reason,"
                            " operation_id)"
                            " VALUES (1, 1, 'serve', 1)"));
  /* 1: a movement is never edited or deleted */
  g_assert_true (fails (db, "UPDATE movement SET quantity = 6 WHERE id = 1"));
  g_assert_true (fails (db, "DELETE FROM movement WHERE id = 1"));
  g_assert_true (fails (db, "DELETE FROM reservation WHERE id = 1"));
  g_assert_true (fails (db, "INSERT INTO movement (product_id, quantity, reason, at, operation_id)"
                            " VALUES (1, 0, 'sale', 1, 1)"));
  /* 8: min > max; 2: sums cannot overflow silently */
  g_assert_true (fails (db, "UPDATE product SET minimum = 5, maximum = 4 WHERE id = 1"));
  g_assert_true (fails (db, "UPDATE product_balance SET on_hand = 9000000000000000 WHERE"
                            " product_id = 1"));
  g_assert_true (fails (db, "DELETE FROM product WHERE id = 1"));
  /* 2: a pack's size cannot change while anything open refers to it */
  g_assert_true (fails (db, "UPDATE product SET pack = 12 WHERE id = 1"));
  g_assert_true (fails (db, "UPDATE product SET decimals = 2 WHERE id = 1"));
}

/* The digit is not the place: in `select $2, $1` the first placeholder is $2. */
static void
test_placeholders (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (db, "SELECT $2, $1, $3", NULL);
  g_autoptr (SediaStmt) none = sedia_db_prepare_text (db, "SELECT $1", NULL);
  g_autoptr (GError) error = NULL;

  sedia_stmt_bind_text (stmt, 1, "one");
  sedia_stmt_bind_int64 (stmt, 2, 2);
  sedia_stmt_bind_id (stmt, 3, 0);
  g_assert_cmpint (sedia_stmt_step (stmt, NULL), ==, SEDIA_STEP_ROW);
  g_assert_cmpint (sedia_stmt_int64 (stmt, 0), ==, 2);
  g_assert_cmpstr (sedia_stmt_text (stmt, 1), ==, "one");
  g_assert_true (sedia_stmt_is_null (stmt, 2));
  g_assert_cmpint (sedia_stmt_optional (stmt, 2, 7), ==, 7);
  g_assert_cmpint (sedia_stmt_step (stmt, NULL), ==, SEDIA_STEP_DONE);

  /* a binder remembers, the step reports */
  sedia_stmt_bind_int64 (none, 5, 1);
  g_assert_cmpint (sedia_stmt_step (none, &error), ==, SEDIA_STEP_ERROR);
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_DATABASE);
}

/* The marks of an operation are told apart by their place alone. */
static void
test_marks_are_in_order (void)
{
  const char *rest = sedia_sql_lookup ("operation-marks");
  const char *select;

  g_assert_nonnull (rest);
  for (guint i = 0; i < SEDIA_N_ROWS; i++)
    {
      const char *name = sedia_rows_to_string ((SediaRows) i);
      g_autofree char *of_sequence = g_strdup_printf ("(SELECT seq FROM sqlite_sequence WHERE"
                                                      " name = '%s')", name);
      g_autofree char *of_table = g_strdup_printf ("(SELECT max (id) FROM %s)", name);

      select = strstr (rest, "(SELECT ");
      g_assert_nonnull (select);
      if (!g_str_has_prefix (select, of_sequence) && !g_str_has_prefix (select, of_table))
        g_error ("the mark of %s is not at its place %u", name, i);
      rest = select + 1;
    }
  g_assert_null (strstr (rest, "(SELECT "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/sql/every-statement-prepares", test_every_statement_prepares);
  g_test_add_func ("/store/sql/every-name-is-used", test_every_name_is_used);
  g_test_add_func ("/store/sql/lists-use-indexes", test_lists_use_indexes);
  g_test_add_func ("/store/sql/waiting-by-product-uses-the-queue",
                   test_waiting_by_product_uses_the_queue);
  g_test_add_func ("/store/sql/3.1-waiting-oldest-first", test_waiting_oldest_first);
  g_test_add_func ("/store/sql/commands-use-indexes", test_commands_use_indexes);
  g_test_add_func ("/store/sql/expected-days-are-sorted", test_expected_days_are_sorted);
  g_test_add_func ("/store/sql/suspects-use-indexes", test_suspects_use_indexes);
  g_test_add_func ("/store/sql/placeholders", test_placeholders);
  g_test_add_func ("/store/sql/marks-are-in-order", test_marks_are_in_order);
  g_test_add_func ("/store/schema/reads-back", test_schema_reads_back);
  g_test_add_func ("/store/schema/forbids", test_schema_forbids);

  return g_test_run ();
}
