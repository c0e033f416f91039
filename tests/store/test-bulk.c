/* Many rows at once are the rows one by one: whole batches, what is left over, NULLs and ids. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "sedia-bulk.h"
#include "sedia-schema.h"
#include "sedia-sql.h"

static SediaDb *
open_memory (void)
{
  SediaDb *db = sedia_db_open (&sedia_driver_sqlite, ":memory:", SEDIA_OPEN_WRITER, NULL);

  g_assert_true (sedia_schema_migrate (db, ":memory:", NULL));
  return db;
}

/* The n-th draft: a number that changes, one that does not, and texts of which one is not kept. */
static void
add_draft (SediaBulk  *bulk,
           GPtrArray  *texts,
           guint       n)
{
  char *supplier = g_strdup_printf ("supplier %u", n);

  g_ptr_array_add (texts, supplier);
  sedia_bulk_add_int64 (bulk, n);
  sedia_bulk_add_text (bulk, supplier);
  sedia_bulk_add_text (bulk, n % 3 == 0 ? "" : "note");
  sedia_bulk_add_int64 (bulk, n % 2);
  sedia_bulk_add_text (bulk, "{}");
  sedia_bulk_add_text (bulk, "delivery");
}

static void
assert_draft (SediaDb *db,
              gint64   id,
              guint    n)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-read", NULL);
  g_autofree char *supplier = g_strdup_printf ("supplier %u", n);

  sedia_stmt_bind_int64 (stmt, 1, id);
  g_assert_cmpint (sedia_stmt_step (stmt, NULL), ==, SEDIA_STEP_ROW);
  g_assert_cmpint (sedia_stmt_int64 (stmt, 1), ==, n);
  g_assert_cmpstr (sedia_stmt_text (stmt, 2), ==, supplier);
  g_assert_cmpstr (sedia_stmt_text (stmt, 3), ==, n % 3 == 0 ? "" : "note");
  g_assert_cmpint (sedia_stmt_int64 (stmt, 4), ==, n % 2);
  g_assert_cmpstr (sedia_stmt_text (stmt, 5), ==, "{}");
}

static void
test_rows (void)
{
  static const guint sizes[] = { 0, 1, 31, 32, 33, 64, 100 };
  g_autoptr (SediaDb) db = open_memory ();

  /* One connection: the statement for many rows is lent again and again. */
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "draft-insert", 6);
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < sizes[i]; n++)
        {
          add_draft (bulk, texts, n);
          g_assert_true (sedia_bulk_end_row (bulk, &error));
        }
      g_assert_true (sedia_bulk_flush (bulk, &error));
      g_assert_no_error (error);

      for (guint n = 0; n < sizes[i]; n++)
        assert_draft (db, sedia_bulk_get_id (bulk, n), n);
    }
}

/* A value that was NULL in the batch before, or another number, is bound anew. */
static void
test_nulls (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "supplier-insert", 9);

  g_assert_true (sedia_db_execute (db, "INSERT INTO operation (at, entered_at, actor, kind)"
                                       " VALUES (1, 1, 'T', 'test')", NULL));
  for (gint64 n = 0; n < 200; n++)
    {
      sedia_bulk_add_text (bulk, NULL);
      sedia_bulk_add_text (bulk, "PT Maju");
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_optional (bulk, n % 7, 3);
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_int64 (bulk, 0);
      sedia_bulk_add_optional (bulk, 5, 5);
      sedia_bulk_add_int64 (bulk, 1);
      g_assert_true (sedia_bulk_end_row (bulk, NULL));
    }
  g_assert_true (sedia_bulk_flush (bulk, NULL));

  for (guint n = 0; n < 200; n++)
    {
      g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "supplier-read", NULL);

      sedia_stmt_bind_int64 (stmt, 1, sedia_bulk_get_id (bulk, n));
      g_assert_cmpint (sedia_stmt_step (stmt, NULL), ==, SEDIA_STEP_ROW);
      g_assert_true (sedia_stmt_is_null (stmt, 1));
      g_assert_cmpint (sedia_stmt_optional (stmt, 5, 3), ==, n % 7);
      g_assert_cmpint (sedia_stmt_is_null (stmt, 5), ==, n % 7 == 3);
    }
}

/* A row that the schema forbids stops the batch it is in. */
static void
test_forbidden (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "draft-insert", 6);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (guint n = 0; ok && n < 40; n++)
    {
      sedia_bulk_add_int64 (bulk, n);
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_int64 (bulk, 0);
      sedia_bulk_add_text (bulk, n == 20 ? "no json" : "{}");
      sedia_bulk_add_text (bulk, "delivery");
      ok = sedia_bulk_end_row (bulk, &error);
    }

  g_assert_false (ok);
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_SCHEMA);
}

static void
test_text (void)
{
  g_autofree char *one = sedia_sql_dup_rows ("draft-insert", 1);
  g_autofree char *three = sedia_sql_dup_rows ("draft-insert", 3);

  g_assert_cmpstr (one, ==, sedia_sql_lookup ("draft-insert"));
  g_assert_nonnull (strstr (three, "VALUES ($1, $2, $3, $4, $5, $6), ($7, $8, $9, $10, $11, $12),"
                                   " ($13, $14, $15, $16, $17, $18)\nRETURNING id"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/bulk/rows", test_rows);
  g_test_add_func ("/store/bulk/nulls", test_nulls);
  g_test_add_func ("/store/bulk/forbidden", test_forbidden);
  g_test_add_func ("/store/bulk/text", test_text);

  return g_test_run ();
}
