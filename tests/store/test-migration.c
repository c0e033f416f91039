/* Shops of older versions: brought up to date when they are opened, with everything in them.
 *
 * old/N.sql is a shop that the program of schema N wrote. A schema that was released is never
 * edited: the dump holds the one that was.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "purchases.h"
#include "sedia-db.h"
#include "sedia-schema.h"

static void
load (const char *path,
      const char *dump)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "store", "old", dump, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (file, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  sqlite3_close (db);
}

/* The rows of a query, one a line. */
static char *
rows (Shop       *shop,
      const char *query)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (shop->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, query, -1, &stmt, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *cell = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell != NULL ? cell : "");
        }
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

#define assert_rows(shop, query, expected) \
  G_STMT_START { \
    g_autofree char *rows_ = rows (shop, query); \
    g_assert_cmpstr (rows_, ==, expected); \
  } G_STMT_END

/* A shop whose file is the old one; not opened yet. */
static Shop *
shop_of_dump (const char *dump)
{
  Shop *shop = shop_open ();

  g_assert_finalize_object (g_steal_pointer (&shop->store));
  g_unlink (shop->path);
  load (shop->path, dump);

  return shop;
}

static void
open_now (Shop *shop)
{
  g_autoptr (GError) error = NULL;

  shop->store = sedia_store_open (shop->path, &error);
  g_assert_no_error (error);
}

static const char schema[] =
  "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
  " ORDER BY 1, 2";

/* Old or new, a shop is kept in the same way. */
static void
test_same_schema (gconstpointer data)
{
  const char *dump = data;
  g_autoptr (Shop) old = shop_of_dump (dump), fresh = shop_open ();
  g_autofree char *was = g_strdup_printf ("%c\n", *dump);
  g_autofree char *version = g_strdup_printf ("%u\n", sedia_schema_version ());
  g_autofree char *expected = rows (fresh, schema);
  g_autofree char *settings = rows (fresh, "SELECT name, value FROM setting ORDER BY name");

  assert_rows (old, "PRAGMA user_version", was);
  open_now (old);
  assert_rows (old, "PRAGMA user_version", version);
  assert_rows (fresh, "PRAGMA user_version", version);
  g_assert_nonnull (strstr (expected, "contact_line"));
  g_assert_nonnull (strstr (expected, "purchase_line"));
  assert_rows (old, schema, expected);
  assert_rows (old, "SELECT name, value FROM setting ORDER BY name", settings);
  shop_assert_sound (old);
}

/* Nothing of what was in it is gone or changed. */
static void
test_keeps_rows (gconstpointer data)
{
  static const char *const kept[] = {
    "SELECT id, sku, name, unit, pack, price, backorder, archived FROM product ORDER BY id",
    "SELECT * FROM product_balance ORDER BY 1",
    "SELECT * FROM customer ORDER BY id",
    "SELECT * FROM customer_order ORDER BY id",
    "SELECT * FROM order_line ORDER BY id",
    "SELECT id, customer_id, at, channel, outcome, note, reverses, operation_id FROM contact",
    "SELECT * FROM contact_due ORDER BY id",
    "SELECT * FROM movement ORDER BY id",
    "SELECT * FROM reservation ORDER BY id",
    "SELECT * FROM operation ORDER BY id",
    "SELECT * FROM operation_range ORDER BY id",
    "SELECT * FROM audit ORDER BY id",
  };
  g_autoptr (Shop) shop = shop_of_dump (data);
  g_autofree char *before[G_N_ELEMENTS (kept)];

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      before[i] = rows (shop, kept[i]);
      g_assert_cmpstr (before[i], !=, "");
    }
  open_now (shop);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      assert_rows (shop, kept[i], before[i]);
      g_clear_pointer (&before[i], g_free);
    }
}

/* Which contacts count: one that was taken back does not, one whose taking back was taken back
 * does. */
static void
test_contacts_stand (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("1.sql");

  open_now (shop);
  assert_rows (shop, "SELECT t.id, c.name, t.reverses, t.stands, t.offer, t.answer, t.until"
                     " FROM contact AS t JOIN customer AS c ON c.id = t.customer_id ORDER BY t.id",
               "1|Siti||1|0||\n"
               "2|Budi||0|0||\n"
               "3|Budi|2|1|0||\n"
               "4|Wati||1|0||\n"
               "5|Wati|4|0|0||\n"
               "6|Wati|5|1|0||\n"
               "7|Rudi||1|0||\n");
}

/* The clock runs over it as over any shop, and work goes on. */
static void
test_goes_on (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("1.sql");
  const char *others = "Budi: backordered 2T09:30-2T17:00 late 2; "
                       "Rudi: backordered 2T10:30-2T17:00 late 2";

  open_now (shop);
  assert_all_due (shop, AT (4, 9, 0),
                  "Budi: backordered 2T09:30-2T17:00 late 2; "
                  "Rudi: backordered 2T10:30-2T17:00 late 2; "
                  "Siti: ready 3T09:00-3T17:00 late 1");
  g_assert_true (tell_at (shop, "Siti", AT (4, 9, 30)));
  assert_all_due (shop, AT (4, 9, 30), others);
  assert_all_due (shop, AT (9, 9, 0),
                  "Budi: backordered 2T09:30-2T17:00 late 6; "
                  "Rudi: backordered 2T10:30-2T17:00 late 6; Wati: silent 9T08:00-9T17:00");
  g_assert_true (shop_undo (shop, 0));

  /* What was told before the days were kept: a day is news. */
  g_assert_true (expect_at (shop, "K", NOV (12), AT (4, 10, 0)));
  assert_all_due (shop, AT (4, 10, 0),
                  "Budi: backordered 2T09:30-2T17:00 late 2; "
                  "Rudi: backordered 2T10:30-2T17:00 late 2; "
                  "Siti: ready date-known 3T09:00-3T17:00 late 1; "
                  "Wati: date-known 4T10:00-4T17:00");
  shop_assert_sound (shop);
}

/* The same over a shop in which days were told: what they were told then counts, and purchases go
 * on from there. */
static void
test_purchases_in_old (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("2.sql");
  const char *others = "Siti: backordered 2T09:00-2T17:00 late 2; "
                       "Wati: backordered 2T10:00-2T17:00 late 2";

  open_now (shop);
  assert_all_due (shop, AT (4, 9, 0), others);
  assert_rows (shop, "SELECT id, purchase_id FROM delivery ORDER BY id", "1|\n2|\n3|\n");
  shop->at = AT (4, 9, 0);
  g_assert_cmpint (buy (shop, "K=1@18"), ==, 1);
  assert_all_due (shop, AT (4, 9, 0),
                  "Siti: backordered 2T09:00-2T17:00 late 2; "
                  "Wati: backordered 2T10:00-2T17:00 late 2; "
                  "Budi: date-moved 4T09:00-4T17:00 offer");
  g_assert_cmpint (receive_for (shop, 1, "K=1"), ==, 4);
  assert_line (shop, 2, 1, "3/0/0/3");
  g_assert_true (shop_undo_delivery (shop, 4));
  assert_incoming (shop, "K", 1);
}

/* What was being typed is still there, with its number; a draft that was thrown away leaves its
 * number to nobody. */
static void
test_drafts_of_old (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("3.sql");
  const char *query = "SELECT id, kind, who, number, lines FROM draft ORDER BY id";
  g_autofree char *before = rows (shop, query);

  g_assert_cmpstr (before, ==, "3|delivery|Toko|SJ-7|1\n4|order|Budi||0\n");
  open_now (shop);
  assert_rows (shop, query, before);
  assert_rows (shop, "SELECT seq FROM sqlite_sequence WHERE name = 'draft'", "9\n");
}

/* Changes that were written down with fewer words than today's: a product, a supplier's purchase.
 */
static void
test_undo_of_fewer_words (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("3.sql");

  open_now (shop);
  assert_rows (shop, "SELECT kind FROM operation WHERE id IN (4, 16)",
               "product-edit\npurchase-expect\n");
  shop->at = 0;
  g_assert_true (shop_undo (shop, 16));
  assert_rows (shop, "SELECT expected - agreed FROM purchase_line WHERE purchase_id = 1", "0\n0\n");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_rows (shop, "SELECT expected - agreed FROM purchase_line WHERE purchase_id = 1", "3\n3\n");
  g_assert_true (shop_undo (shop, 4));
  assert_rows (shop, "SELECT ifnull (supplier_id, 0), backorder_why FROM product WHERE id = 1",
               "0|\n");
  shop_assert_sound (shop);
}

/* What was done before can be taken back afterwards. */
static void
test_undo_of_old (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("1.sql");

  open_now (shop);
  assert_rows (shop, "SELECT kind FROM operation WHERE id = 11", "contact-told\n");
  shop->at = AT (4, 9, 0);
  g_assert_true (shop_undo (shop, 11));
  assert_rows (shop, "SELECT stands FROM contact WHERE id = 1", "0\n");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_rows (shop, "SELECT stands FROM contact WHERE id = 1", "1\n");
  shop_assert_sound (shop);
}

/* Two programs that start at once on an old file bring it up to date once. */
static gpointer
open_thread (gpointer data)
{
  return sedia_store_open (data, NULL);
}

static void
test_two_at_once (void)
{
  g_autoptr (Shop) shop = shop_of_dump ("1.sql");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("opener", open_thread, shop->path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      SediaStore *store = g_thread_join (threads[i]);

      g_assert_nonnull (store);
      g_assert_finalize_object (store);
    }
  open_now (shop);
  assert_rows (shop, "SELECT count (*) FROM setting WHERE name = 'silence'", "1\n");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/store/migration/same-schema-1", "1.sql", test_same_schema);
  g_test_add_data_func ("/store/migration/same-schema-2", "2.sql", test_same_schema);
  g_test_add_data_func ("/store/migration/same-schema-3", "3.sql", test_same_schema);
  g_test_add_data_func ("/store/migration/keeps-rows-1", "1.sql", test_keeps_rows);
  g_test_add_data_func ("/store/migration/keeps-rows-2", "2.sql", test_keeps_rows);
  g_test_add_data_func ("/store/migration/keeps-rows-3", "3.sql", test_keeps_rows);
  g_test_add_func ("/store/migration/drafts-of-old", test_drafts_of_old);
  g_test_add_func ("/store/migration/undo-of-fewer-words", test_undo_of_fewer_words);
  g_test_add_func ("/store/migration/purchases-in-old", test_purchases_in_old);
  g_test_add_func ("/store/migration/contacts-stand", test_contacts_stand);
  g_test_add_func ("/store/migration/goes-on", test_goes_on);
  g_test_add_func ("/store/migration/undo-of-old", test_undo_of_old);
  g_test_add_func ("/store/migration/two-at-once", test_two_at_once);

  return g_test_run ();
}
