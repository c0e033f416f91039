/* The lazy list while people work: do, undo, look; and that no more is told than what happened. */
#include "config.h"

#include "shop.h"

typedef struct
{
  Shop shop;
  SediaListModel *list;
  Watch watch;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  shop_open (&fixture->shop);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  watch_stop (&fixture->watch);
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  shop_close (&fixture->shop);
}

/* Shows a list that has been read; what it told meanwhile is forgotten. */
static void
show (Fixture       *fixture,
      SediaListKind  kind,
      SediaFilter    filter,
      SediaSort      sort)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);

  query->filter = filter;
  query->sort = sort;
  fixture->list = sedia_list_model_new (fixture->shop.store, query);
  shop_settle (fixture->shop.store);
  watch_start (&fixture->watch, fixture->list);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static gpointer
dup_row (Fixture *fixture,
         guint    position)
{
  gpointer row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  shop_settle (fixture->shop.store);

  return row;
}

static void
assert_ids (Fixture      *fixture,
            const gint64 *ids,
            guint         n_ids)
{
  g_assert_cmpuint (count (fixture), ==, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_assert_cmpint (sedia_list_model_get_id (fixture->list, i), ==, ids[i]);
}

/* ---- first rows */

/* A commit between their reading and their showing: what was read before it must not stay. */
static void
test_first_rows (Fixture       *fixture,
                 gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 apron = shop_add_product (store, "A", "Apron");
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (SediaRow) row = NULL;

  fixture->list = sedia_list_model_new (store, query);
  watch_start (&fixture->watch, fixture->list);
  shop_rename_product (store, apron, "Bib");
  row = dup_row (fixture, 0);
  g_assert_null (row);

  row = dup_row (fixture, 0);
  g_assert_cmpstr (sedia_row_get_product (row)->name, ==, "Bib");
}

/* ---- waiting */

static void
test_order_placed (Fixture       *fixture,
                   gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");
  const gint64 bob = shop_add_customer (store, "Bob");
  const gint64 first = shop_place_order (store, ada, product, 3);
  gint64 second;

  show (fixture, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  assert_ids (fixture, &first, 1);

  second = shop_place_order (store, bob, product, 1);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@1");
  assert_ids (fixture, (gint64[]) { first, second }, 2);

  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "-1@1");
  assert_ids (fixture, &first, 1);

  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "-1@0");
}

/* A delivery fills the first line: it says so in place, and the second moves up in the queue. */
static void
test_delivery_received (Fixture       *fixture,
                        gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");
  g_autoptr (SediaRow) first = NULL;
  g_autoptr (SediaRow) second = NULL;

  shop_place_order (store, ada, product, 3);
  shop_place_order (store, ada, product, 2);
  show (fixture, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  first = dup_row (fixture, 0);
  second = dup_row (fixture, 1);
  g_assert_cmpuint (sedia_row_get_waiting (first)->line->queue_position, ==, 1);
  g_assert_cmpuint (sedia_row_get_waiting (second)->line->queue_position, ==, 2);

  shop_receive (store, product, 3);
  shop_settle (store);
  watch_assert (&fixture->watch, "");
  g_assert_cmpint (sedia_row_get_waiting (first)->line->reserved, ==, 3);
  g_assert_cmpuint (sedia_row_get_waiting (second)->line->queue_position, ==, 1);

  shop_undo (store);
  shop_settle (store);
  g_assert_cmpint (sedia_row_get_waiting (first)->line->reserved, ==, 0);
  g_assert_cmpuint (sedia_row_get_waiting (second)->line->queue_position, ==, 2);
}

static void
test_fillable (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");
  const gint64 line = shop_place_order (store, ada, product, 3);

  show (fixture, SEDIA_LIST_WAITING, SEDIA_FILTER_FILLABLE, SEDIA_SORT_DEFAULT);
  g_assert_cmpuint (count (fixture), ==, 0);

  shop_receive (store, product, 3);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
  assert_ids (fixture, &line, 1);

  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "-1@0");
}

/* A heading counts the lines below it, also when one goes. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (SediaRow) heading = NULL;

  shop_place_order (store, ada, product, 3);
  show (fixture, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  query->grouping = SEDIA_GROUP_PRODUCT;
  sedia_list_model_set_query (fixture->list, query);
  shop_settle (store);
  watch_assert (&fixture->watch, "< -1@0 +2@0 >");

  heading = dup_row (fixture, 0);
  g_assert_cmpuint (sedia_row_get_waiting (heading)->lines, ==, 1);

  shop_place_order (store, ada, product, 1);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@2");
  g_assert_cmpuint (sedia_row_get_waiting (heading)->lines, ==, 2);

  shop_undo (store);
  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "-3@0");
}

/* A product that changes its supplier leaves one heading for another; both count their lines. */
static void
test_supplier_changed (Fixture       *fixture,
                       gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 apron = shop_add_product (store, "A", "Apron");
  const gint64 bowl = shop_add_product (store, "B", "Bowl");
  const gint64 acme = shop_add_supplier (store, "Acme");
  const gint64 zeta = shop_add_supplier (store, "Zeta");
  const gint64 ada = shop_add_customer (store, "Ada");
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (SediaRow) heading = NULL;

  shop_set_supplier (store, apron, acme);
  shop_set_supplier (store, bowl, acme);
  shop_place_order (store, ada, apron, 3);
  shop_place_order (store, ada, bowl, 3);
  show (fixture, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  query->grouping = SEDIA_GROUP_SUPPLIER;
  sedia_list_model_set_query (fixture->list, query);
  shop_settle (store);
  heading = dup_row (fixture, 0);
  g_assert_cmpuint (sedia_row_get_waiting (heading)->lines, ==, 2);

  shop_set_supplier (store, bowl, zeta);
  shop_settle (store);
  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_cmpuint (sedia_row_get_waiting (heading)->lines, ==, 1);
}

/* ---- stock */

static void
test_stock_changes (Fixture       *fixture,
                    gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  g_autoptr (SediaRow) row = NULL;

  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  row = dup_row (fixture, 0);
  g_assert_cmpint (sedia_row_get_product (row)->on_hand, ==, 0);

  shop_count (store, product, 12);
  shop_settle (store);
  g_assert_cmpint (sedia_row_get_product (row)->on_hand, ==, 12);
  watch_assert (&fixture->watch, "");

  shop_undo (store);
  shop_settle (store);
  g_assert_cmpint (sedia_row_get_product (row)->on_hand, ==, 0);
}

static void
test_filter_membership (Fixture       *fixture,
                        gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");

  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_WAITING, SEDIA_SORT_DEFAULT);
  g_assert_cmpuint (count (fixture), ==, 0);

  shop_place_order (store, ada, product, 3);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
  shop_receive (store, product, 3);
  shop_settle (store);
  watch_assert (&fixture->watch, "-1@0");
  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
}

/* A renamed product goes to its place and takes its row along; what was selected can be found. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  g_autoptr (SediaRow) row = NULL;
  g_autoptr (SediaRow) same = NULL;
  gint64 id;
  guint position;

  shop_add_products (store, 1000);
  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  row = dup_row (fixture, 900);
  id = sedia_list_model_get_id (fixture->list, 900);

  shop_rename_product (store, id, "A very good product");
  shop_settle (store);
  watch_assert (&fixture->watch, "< +1@0 -1@901 >");
  g_assert_cmpstr (sedia_row_get_product (row)->name, ==, "A very good product");
  g_assert_true (sedia_list_model_find (fixture->list, id, &position));
  g_assert_cmpuint (position, ==, 0);
  same = dup_row (fixture, 0);
  g_assert_true (same == row);

  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "< -1@0 +1@900 >");
}

static void
test_sorted_by_quantity (Fixture       *fixture,
                         gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 apron = shop_add_product (store, "A", "Apron");
  const gint64 bowl = shop_add_product (store, "B", "Bowl");
  const gint64 cup = shop_add_product (store, "C", "Cup");

  shop_count (store, apron, 1);
  shop_count (store, bowl, 2);
  shop_count (store, cup, 3);
  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_ON_HAND);
  assert_ids (fixture, (gint64[]) { apron, bowl, cup }, 3);

  shop_count (store, apron, 9);
  shop_settle (store);
  assert_ids (fixture, (gint64[]) { bowl, cup, apron }, 3);
  watch_assert (&fixture->watch, "< -1@0 +1@2 >");
}

/* Many commits before the list could look: one reading for the first, one for all the others. */
static void
test_burst (Fixture       *fixture,
            gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;

  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *sku = g_strdup_printf ("S%02u", i);

      shop_add_product (store, sku, sku);
    }

  shop_settle (store);
  g_assert_cmpuint (count (fixture), ==, 20);
  watch_assert (&fixture->watch, "+20@0");
}

/* An import: too much to name row by row, and the list is still right. */
static void
test_import (Fixture       *fixture,
             gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;

  shop_add_product (store, "A", "Apron");
  shop_add_product (store, "Z", "Zip");
  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);

  shop_add_products (store, 12000);
  shop_settle (store);
  watch_assert (&fixture->watch, "+12000@1");
  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "-12000@1");
}

/* ---- deliveries */

static void
test_drafts (Fixture       *fixture,
             gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  g_autoptr (SediaRow) row = NULL;
  gint64 delivery, draft, minus_draft;

  show (fixture, SEDIA_LIST_DELIVERIES, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  delivery = shop_receive (store, product, 5);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
  assert_ids (fixture, &delivery, 1);

  draft = shop_save_draft (store, 0, 1);
  minus_draft = -draft;
  shop_settle (store);
  g_assert_true (sedia_list_model_find (fixture->list, minus_draft, NULL));

  row = dup_row (fixture, sedia_list_model_get_id (fixture->list, 0) == minus_draft ? 0 : 1);
  g_assert_true (sedia_row_get_id (row) < 0);
  g_assert_cmpuint (sedia_row_get_delivery (row)->n_lines, ==, 1);

  shop_save_draft (store, draft, 2);
  shop_settle (store);
  g_assert_cmpuint (sedia_row_get_delivery (row)->n_lines, ==, 2);

  shop_discard_draft (store, draft);
  shop_settle (store);
  assert_ids (fixture, &delivery, 1);
}

/* A delivery that is taken back says so in its place, and its reversal is another one. */
static void
test_reversed (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  g_autoptr (SediaRow) row = NULL;

  shop_receive (store, product, 5);
  show (fixture, SEDIA_LIST_DELIVERIES, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  row = dup_row (fixture, 0);
  g_assert_cmpint (sedia_row_get_delivery (row)->reversed_by, ==, 0);

  shop_undo (store);
  shop_settle (store);
  g_assert_cmpint (sedia_row_get_delivery (row)->reversed_by, !=, 0);
  g_assert_cmpuint (count (fixture), ==, 2);
}

/* ---- the log */

/* Each action is one more entry; what it takes back says so in its place. */
static void
test_history (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "A", "Apron");
  g_autoptr (SediaRow) first = NULL;
  g_autoptr (SediaRow) second = NULL;

  show (fixture, SEDIA_LIST_HISTORY, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  shop_receive (store, product, 5);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
  assert_ids (fixture, (gint64[]) { 2, 1 }, 2);
  first = dup_row (fixture, 0);
  g_assert_true (sedia_row_get_operation (first)->in_force);

  shop_undo (store);
  shop_settle (store);
  watch_assert (&fixture->watch, "+1@0");
  assert_ids (fixture, (gint64[]) { 3, 2, 1 }, 3);
  g_assert_false (sedia_row_get_operation (first)->in_force);
  g_assert_cmpint (sedia_row_get_operation (first)->head, ==, 3);
  second = dup_row (fixture, 0);
  g_assert_cmpint (sedia_row_get_operation (second)->undoes, ==, 2);
}

/* ---- others */

/* Another program writes: nobody says what, and still only that is told. */
static void
test_another_program (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (SediaStore) other = NULL;
  g_autoptr (SediaRow) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  shop_add_products (fixture->shop.store, 1000);
  show (fixture, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT);
  row = dup_row (fixture, 500);
  id = sedia_row_get_id (row);

  other = sedia_store_open (fixture->shop.path, &error);
  g_assert_no_error (error);
  shop_count (other, id, 7);
  shop_add_product (other, "A", "Apron");
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "");

  sedia_store_look (fixture->shop.store);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "+1@0");
  g_assert_cmpint (sedia_row_get_product (row)->on_hand, ==, 7);

  sedia_store_look (fixture->shop.store);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "");

  sedia_store_close (other);
  g_assert_finalize_object (g_steal_pointer (&other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/model/changes/first-rows", test_first_rows);
  ADD ("/model/changes/order-placed", test_order_placed);
  ADD ("/model/changes/delivery-received", test_delivery_received);
  ADD ("/model/changes/fillable", test_fillable);
  ADD ("/model/changes/headings", test_headings);
  ADD ("/model/changes/supplier-changed", test_supplier_changed);
  ADD ("/model/changes/stock", test_stock_changes);
  ADD ("/model/changes/filter-membership", test_filter_membership);
  ADD ("/model/changes/moved", test_moved);
  ADD ("/model/changes/sorted-by-quantity", test_sorted_by_quantity);
  ADD ("/model/changes/burst", test_burst);
  ADD ("/model/changes/import", test_import);
  ADD ("/model/changes/drafts", test_drafts);
  ADD ("/model/changes/reversed", test_reversed);
  ADD ("/model/changes/history", test_history);
  ADD ("/model/changes/another-program", test_another_program);

  return g_test_run ();
}
