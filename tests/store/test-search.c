/* Search while typing: what is found and in which order, and that it is what the shop is now. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "sedia-names.h"
#include "sedia-schema.h"
#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

static gint64
add (Shop       *shop,
     const char *sku,
     const char *name,
     const char *barcodes)
{
  g_autoptr (SediaProduct) product = sedia_product_new ();

  product->sku = g_strdup (sku);
  product->name = g_strdup (name);
  product->barcodes = g_strsplit (barcodes, " ", -1);
  shop_product_full (shop, product);
  g_assert_no_error (shop->error);

  return product->id;
}

typedef struct
{
  SediaQuery *query;
  guint limit;
} Look;

static gpointer
look_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Look *look = data;

  return look->limit > 0 ? sedia_list_head (db, look->query, look->limit, error)
                         : sedia_list_spine (db, look->query, error);
}

/* "3 1": ids in the order of the list. */
static char *
found_by (Shop       *shop,
          SediaQuery *query,
          guint       limit)
{
  Look look = { query, limit };
  g_autoptr (GArray) ids = sedia_store_read (shop->store, look_job, &look, &shop->error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (shop->error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));

  return g_strdup (text->str);
}

static char *
found (Shop       *shop,
       const char *typed)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);

  query->search = g_strdup (typed);
  return found_by (shop, query, 0);
}

#define assert_found(shop, typed, expected) \
  G_STMT_START { \
    g_autofree char *found_ = found (shop, typed); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

/* Each word anywhere in SKU, name or barcodes, without case; what comes first is by name. */
static void
test_words (void)
{
  g_autoptr (Shop) shop = shop_open ();

  add (shop, "KT-2", "Red Kettle", "8991 8992");  /* 1 */
  add (shop, "KT-1", "blue kettle", "");          /* 2 */
  add (shop, "MG-1", "Mug 100% _red_", "8993");   /* 3 */
  add (shop, "TP-1", "Théière ÉLÉGANTE", "");     /* 4 */

  assert_found (shop, "", "2 3 1 4");
  assert_found (shop, "kettle", "2 1");
  assert_found (shop, "KETTLE re", "1");
  assert_found (shop, "ett", "2 1");
  assert_found (shop, "e", "2 3 1 4");
  assert_found (shop, "kt-", "2 1");
  assert_found (shop, "  red\t kt-2 ", "1");
  assert_found (shop, "8992", "1");
  assert_found (shop, "899 red", "3 1");
  assert_found (shop, "0% _r", "3");
  assert_found (shop, "%", "3");
  assert_found (shop, "élégante thé", "4");
  assert_found (shop, "ÉL", "4");
  assert_found (shop, "nothing", "");
  /* a word does not reach from the name into the SKU */
  assert_found (shop, "kettlekt", "");
}

/* What was found before a change is not found after it, whoever made the change. */
static void
test_changes (void)
{
  g_autoptr (Shop) shop = shop_open ();
  Shop other = { .folder = shop->folder, .path = shop->path };
  g_autoptr (SediaProduct) kettle = NULL;
  gint64 added;

  add (shop, "K", "Kettle", "111");
  assert_found (shop, "kettle", "1");

  kettle = shop_look (shop, "K");
  g_free (kettle->name);
  kettle->name = g_strdup ("Pot");
  g_strfreev (kettle->barcodes);
  kettle->barcodes = g_strsplit ("222", " ", -1);
  shop_product_full (shop, kettle);
  g_assert_no_error (shop->error);
  assert_found (shop, "kettle", "");
  assert_found (shop, "pot", "1");
  assert_found (shop, "111", "");
  assert_found (shop, "222", "1");

  /* work that renames nothing */
  shop_order (shop, "Siti", "K", 3, NOBODY);
  shop_receive (shop, "K", 1);
  assert_found (shop, "pot", "1");

  g_assert_true (shop_undo (shop, 2));
  assert_found (shop, "kettle", "1");
  assert_found (shop, "111", "1");

  /* an undone product is archived */
  add (shop, "M", "Mug", "");
  added = shop_last_operation (shop);
  assert_found (shop, "mug", "2");
  g_assert_true (shop_undo (shop, added));
  assert_found (shop, "mug", "");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_found (shop, "mug", "2");

  /* another program */
  other.store = sedia_store_open (shop->path, NULL);
  add (&other, "L", "Lamp", "333");
  assert_found (shop, "lamp", "3");
  assert_found (shop, "333", "3");
  g_clear_error (&other.error);
  g_assert_finalize_object (other.store);
}

/* The first rows are the first of all rows; other orders and filters show the same products. */
static void
test_lists (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autofree char *by_name = NULL, *head = NULL, *backwards = NULL, *by_stock = NULL;
  g_autofree char *first_by_stock = NULL, *waiting = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%u", i), *name = g_strdup_printf ("Pan %u", 9 - i);

      add (shop, sku, i == 4 ? "Lid" : name, "");
      shop_receive (shop, sku, (i * 7) % 9 + 1);
    }
  shop_order (shop, "Siti", "P2", 20, NOBODY);
  shop_order (shop, "Siti", "P4", 20, NOBODY);

  query->search = g_strdup ("pan");
  by_name = found_by (shop, query, 0);
  g_assert_cmpstr (by_name, ==, "9 8 7 6 4 3 2 1");
  head = found_by (shop, query, 3);
  g_assert_cmpstr (head, ==, "9 8 7");

  query->descending = TRUE;
  query->sort = SEDIA_SORT_NAME;
  backwards = found_by (shop, query, 0);
  g_assert_cmpstr (backwards, ==, "1 2 3 4 6 7 8 9");

  query->sort = SEDIA_SORT_ON_HAND;
  by_stock = found_by (shop, query, 0);
  g_assert_cmpstr (by_stock, ==, "6 2 7 3 8 4 9 1");
  first_by_stock = found_by (shop, query, 2);
  g_assert_cmpstr (first_by_stock, ==, "6 2");

  query->filter = SEDIA_FILTER_WAITING;
  waiting = found_by (shop, query, 0);
  g_assert_cmpstr (waiting, ==, "3");
}

/* The archived are found in their own list only; a supplier's list has the supplier's own. */
static void
test_archived_and_suppliers (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  const char *const names[] = { "Pan 4", "Pan 3", "Pan 2", "Lid" };
  g_autofree char *archived = NULL, *all_archived = NULL, *sold = NULL, *head = NULL;
  g_autofree char *of_supplier = NULL;
  const gint64 supplier_id = shop_supplier (shop, "Toko Panci");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%u", i + 1);
      g_autoptr (SediaProduct) product = sedia_product_new ();

      product->sku = g_strdup (sku);
      product->name = g_strdup (names[i]);
      product->supplier_id = i != 1 ? supplier_id : 0;
      shop_product_full (shop, product);
      g_assert_no_error (shop->error);
    }
  for (guint i = 3; i <= 4; i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%u", i);
      g_autoptr (SediaProduct) product = shop_look (shop, sku);

      product->archived = TRUE;
      shop_product_full (shop, product);
      g_assert_no_error (shop->error);
    }

  query->search = g_strdup ("pan");
  sold = found_by (shop, query, 0);
  g_assert_cmpstr (sold, ==, "2 1");
  head = found_by (shop, query, 3);
  g_assert_cmpstr (head, ==, "2 1");

  query->filter = SEDIA_FILTER_ARCHIVED;
  archived = found_by (shop, query, 0);
  g_assert_cmpstr (archived, ==, "3");
  g_clear_pointer (&query->search, g_free);
  all_archived = found_by (shop, query, 0);
  g_assert_cmpstr (all_archived, ==, "4 3");

  query->filter = SEDIA_FILTER_ALL;
  query->of = supplier_id;
  query->search = g_strdup ("pan");
  of_supplier = found_by (shop, query, 0);
  g_assert_cmpstr (of_supplier, ==, "1");
}

static SediaDb *
open_memory (void)
{
  SediaDb *db = sedia_db_open (&sedia_driver_sqlite, ":memory:", SEDIA_OPEN_WRITER, NULL);

  g_assert_true (sedia_schema_migrate (db, ":memory:", NULL));
  g_assert_true (sedia_db_execute (db, "INSERT INTO operation (at, entered_at, actor, kind)"
                                       " VALUES (1, 1, 'T', 'test')", NULL));
  return db;
}

/* What is rolled back was never there, although the connection that wrote it looked. */
static void
test_rolled_back (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  const char *const names[] = { "Kettle", "Mug" };

  query->search = g_strdup ("kettle");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO product (sku, name, operation_id)"
                                              " VALUES ('X', '%s', 1)", names[i]);
      g_autoptr (GArray) ids = NULL;

      g_assert_true (sedia_db_begin (db, NULL));
      g_assert_true (sedia_db_execute (db, sql, NULL));
      ids = sedia_list_spine (db, query, NULL);
      g_assert_cmpint (ids->len, ==, i == 0);
      sedia_db_rollback (db);
    }
}

/* ---- against the plain way */

static char *
random_text (guint longest)
{
  const guint length = (guint) g_test_rand_int_range (1, (gint32) longest);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (text, "abcAB-"[g_test_rand_int_range (0, 6)]);

  return g_string_free (text, FALSE);
}

typedef struct
{
  SediaDb *db;
  GPtrArray *names; /* "sku name" in lower case, by id */
} Plain;

static void
fill (Plain *plain,
      guint  n)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (
    plain->db, "INSERT INTO product (sku, name, operation_id) VALUES ($1, $2, 1)", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = random_text (i % 10 == 0 ? 300 : 40);
      g_autofree char *sku = g_strdup_printf ("c%u", i), *all = g_strconcat (name, "\n", sku, NULL);

      sedia_stmt_bind_text (stmt, 1, sku);
      sedia_stmt_bind_text (stmt, 2, name);
      g_assert_true (sedia_stmt_run (stmt, NULL));
      g_ptr_array_add (plain->names, g_ascii_strdown (all, -1));
    }
}

static void
compare (Plain      *plain,
         GArray     *order,
         const char *typed)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autofree char *lower = g_ascii_strdown (typed, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  g_autoptr (GArray) ids = NULL;
  guint n = 0;

  query->search = g_strdup (typed);
  ids = sedia_list_spine (plain->db, query, NULL);
  for (guint i = 0; i < order->len; i++)
    {
      const gint64 id = g_array_index (order, gint64, i);
      gboolean fits = TRUE;

      for (guint k = 0; words[k] != NULL; k++)
        fits = fits && strstr (g_ptr_array_index (plain->names, id - 1), words[k]) != NULL;
      if (fits)
        g_assert_cmpint (g_array_index (ids, gint64, n++), ==, id);
    }
  g_assert_cmpint (ids->len, ==, n);
}

static GArray *
read_order (SediaDb *db)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (
    db, "SELECT id FROM product ORDER BY name COLLATE NOCASE, id", NULL);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW)
    {
      gint64 id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (order, id);
    }

  return order;
}

/* Words of any length at any place, also across the steps in which the text is looked through. */
static void
test_plain_way (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) order = NULL;
  Plain plain = { db, names };

  fill (&plain, 300);
  order = read_order (db);
  g_assert_cmpint (order->len, ==, 300);
  compare (&plain, order, "");

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *one = random_text (i % 50 == 0 ? 100 : 7), *two = random_text (4);
      g_autofree char *typed = i % 3 == 0 ? g_strconcat (one, " ", two, NULL) : g_strdup (one);

      compare (&plain, order, typed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/search/words", test_words);
  g_test_add_func ("/store/search/changes", test_changes);
  g_test_add_func ("/store/search/lists", test_lists);
  g_test_add_func ("/store/search/archived-and-suppliers", test_archived_and_suppliers);
  g_test_add_func ("/store/search/rolled-back", test_rolled_back);
  g_test_add_func ("/store/search/plain-way", test_plain_way);

  return g_test_run ();
}
