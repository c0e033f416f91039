/* The lazy list: what is loaded when, what lives how long, and other queries. */
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
  if (fixture->list != NULL)
    {
      watch_stop (&fixture->watch);
      g_assert_finalize_object (g_steal_pointer (&fixture->list));
    }

  shop_close (&fixture->shop);
}

static void
show (Fixture          *fixture,
      const SediaQuery *query)
{
  fixture->list = sedia_list_model_new (fixture->shop.store, query);
  watch_start (&fixture->watch, fixture->list);
}

static void
show_stock (Fixture *fixture)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);

  show (fixture, query);
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
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static char *
dup_name (Fixture *fixture,
          guint    position)
{
  g_autoptr (SediaRow) row = dup_row (fixture, position);

  shop_settle (fixture->shop.store);

  return g_strdup (sedia_row_get_product (row)->name);
}

static void
assert_name (Fixture    *fixture,
             guint       position,
             const char *expected)
{
  g_autofree char *name = dup_name (fixture, position);

  g_assert_cmpstr (name, ==, expected);
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         guint      *n_notified)
{
  (*n_notified)++;
}

/* ---- loading */

static void
test_load (Fixture       *fixture,
           gconstpointer  unused)
{
  guint n_loading = 0, n_items = 0;

  shop_add_product (fixture->shop.store, "B", "Bowl");
  shop_add_product (fixture->shop.store, "A", "Apron");

  show_stock (fixture);
  g_signal_connect (fixture->list, "notify::loading", G_CALLBACK (note_cb), &n_loading);
  g_signal_connect (fixture->list, "notify::n-items", G_CALLBACK (note_cb), &n_items);
  g_assert_true (sedia_list_model_is_loading (fixture->list));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)) == SEDIA_TYPE_ROW);

  shop_settle (fixture->shop.store);
  g_assert_false (sedia_list_model_is_loading (fixture->list));
  g_assert_null (sedia_list_model_get_failure (fixture->list));
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (n_loading, ==, 1);
  g_assert_cmpuint (n_items, ==, 1);
  assert_name (fixture, 0, "Apron");
  assert_name (fixture, 1, "Bowl");
  watch_assert (&fixture->watch, "< +2@0 >");

  g_signal_handlers_disconnect_by_data (fixture->list, &n_loading);
  g_signal_handlers_disconnect_by_data (fixture->list, &n_items);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  g_assert_false (sedia_list_model_is_loading (fixture->list));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_null (dup_row (fixture, 0));
  watch_assert (&fixture->watch, "< >");
}

/* The first rows, then the rest: twice at most, and never all anew. */
static void
test_head_first (Fixture       *fixture,
                 gconstpointer  unused)
{
  guint position;

  shop_add_products (fixture->shop.store, 500);
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  watch_assert (&fixture->watch, "< +200@0 >... +300@200 >");
  g_assert_cmpuint (count (fixture), ==, 500);
  assert_name (fixture, 499, "Product 00499");
  g_assert_true (sedia_list_model_find (fixture->list,
                                        sedia_list_model_get_id (fixture->list, 321), &position));
  g_assert_cmpuint (position, ==, 321);
  g_assert_false (sedia_list_model_find (fixture->list, 12345, NULL));
  g_assert_cmpint (sedia_list_model_get_id (fixture->list, 500), ==, 0);
}

/* What a widget asks for when it is told of the first rows has its record at once. */
static void
ask_first_cb (GListModel *list,
              guint       position,
              guint       removed,
              guint       added,
              guint      *n_loading)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SediaRow) row = g_list_model_get_item (list, position + i);

      *n_loading += sedia_row_is_loading (row);
    }
}

static void
test_head_says (Fixture       *fixture,
                gconstpointer  unused)
{
  guint n_loading = 0;

  shop_add_products (fixture->shop.store, 20);
  show_stock (fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (ask_first_cb), &n_loading);
  shop_settle (fixture->shop.store);
  g_assert_cmpuint (count (fixture), ==, 20);
  g_assert_cmpuint (n_loading, ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->list, &n_loading);
}

/* Exactly as many as the first reading brings: nobody knows yet that these are all. */
static void
test_head_is_all (Fixture       *fixture,
                  gconstpointer  unused)
{
  shop_add_products (fixture->shop.store, 200);
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  watch_assert (&fixture->watch, "< +200@0 >... >");
  g_assert_false (sedia_list_model_is_loading (fixture->list));
}

/* ---- rows */

static void
test_rows_are_shared (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (SediaRow) row = NULL;
  g_autoptr (SediaRow) again = NULL;

  shop_add_product (fixture->shop.store, "A", "Apron");
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  row = dup_row (fixture, 0);
  again = dup_row (fixture, 0);
  g_assert_true (row == again);
  g_assert_true (sedia_row_is_loading (row));
  g_clear_object (&again);

  shop_settle (fixture->shop.store);
  g_assert_false (sedia_row_is_loading (row));
  g_assert_cmpuint (sedia_row_get_revision (row), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
row_gone_cb (gpointer  n_alive,
             GObject  *where_the_row_was)
{
  (*(guint *) n_alive)--;
}

/* Scrolling with a screenful of rows: no more are ever alive, and the last ones get loaded. */
static void
test_rows_go (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GPtrArray) screen = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_alive = 0;

  shop_add_products (fixture->shop.store, 3000);
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  for (guint i = 0; i < count (fixture); i++)
    {
      SediaRow *row = dup_row (fixture, i);

      g_object_weak_ref (G_OBJECT (row), row_gone_cb, &n_alive);
      n_alive++;
      g_ptr_array_add (screen, row);
      if (screen->len > 200)
        g_ptr_array_remove_index (screen, 0);
      if (i % 64 == 0)
        g_main_context_iteration (NULL, FALSE);

      g_assert_cmpuint (n_alive, <=, 201);
    }

  shop_settle (fixture->shop.store);
  for (guint i = 0; i < screen->len; i++)
    g_assert_false (sedia_row_is_loading (g_ptr_array_index (screen, i)));

  g_ptr_array_set_size (screen, 0);
  g_assert_cmpuint (n_alive, ==, 0);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_open;
} Gate;

static gpointer
wait_at_gate (SediaDb  *db,
              gpointer  data,
              GError  **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return SEDIA_DONE;
}

/* Stops the reading thread. */
static void
close_gate (Gate       *gate,
            SediaStore *store)
{
  gate->is_open = FALSE;
  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->cond);
  sedia_store_read_async (store, wait_at_gate, gate, NULL, NULL, NULL, NULL, NULL);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_clear (Gate *gate)
{
  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->cond);
}

/* While the reading thread stands still rows come all the same, and what was let go is not read. */
static void
test_never_blocks (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Gate gate;

  shop_add_products (fixture->shop.store, 1000);
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  close_gate (&gate, fixture->shop.store);
  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (rows, dup_row (fixture, i));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < 1000; i++)
    g_assert_true (sedia_row_is_loading (g_ptr_array_index (rows, i)));
  g_ptr_array_remove_range (rows, 0, 990);

  open_gate (&gate);
  shop_settle (fixture->shop.store);
  for (guint i = 0; i < rows->len; i++)
    g_assert_false (sedia_row_is_loading (g_ptr_array_index (rows, i)));

  gate_clear (&gate);
}

/* What was asked for last is read first. */
static void
test_newest_first (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SediaRow) newest = NULL;
  Gate gate;

  shop_add_products (fixture->shop.store, 1000);
  show_stock (fixture);
  shop_settle (fixture->shop.store);

  close_gate (&gate, fixture->shop.store);
  for (guint i = 0; i < 900; i++)
    g_ptr_array_add (old, dup_row (fixture, i));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  newest = dup_row (fixture, 999);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  open_gate (&gate);
  while (sedia_row_is_loading (newest))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sedia_row_is_loading (g_ptr_array_index (old, 899)));

  shop_settle (fixture->shop.store);
  g_assert_false (sedia_row_is_loading (g_ptr_array_index (old, 899)));

  gate_clear (&gate);
}

/* ---- other queries */

static void
test_set_query (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (SediaRow) row = NULL;

  shop_add_product (fixture->shop.store, "A", "Apron");
  shop_add_product (fixture->shop.store, "B", "Bowl");
  shop_add_product (fixture->shop.store, "C", "Cup");
  show_stock (fixture);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< +3@0 >");

  sedia_list_model_set_query (fixture->list, query);
  g_assert_false (sedia_list_model_is_loading (fixture->list));

  row = dup_row (fixture, 0);
  query->sort = SEDIA_SORT_SKU;
  query->descending = TRUE;
  sedia_list_model_set_query (fixture->list, query);
  g_assert_true (sedia_list_model_is_loading (fixture->list));
  g_assert_true (sedia_query_equal (sedia_list_model_get_query (fixture->list), query));
  g_assert_cmpuint (count (fixture), ==, 3);

  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< -3@0 +3@0 >");
  assert_name (fixture, 0, "Cup");
  assert_name (fixture, 2, "Apron");
  g_assert_false (sedia_row_is_loading (row));
}

/* Typing: each key stroke stops the search of the one before, and only the last is shown. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  const char *typed[] = { "B", "Bo", "Bow", "Bowl" };

  shop_add_product (fixture->shop.store, "A", "Apron");
  shop_add_product (fixture->shop.store, "B", "Bowl");
  show_stock (fixture);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< +2@0 >");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_free (query->search);
      query->search = g_strdup (typed[i]);
      sedia_list_model_set_query (fixture->list, query);
    }

  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< -2@0 +1@0 >");
  assert_name (fixture, 0, "Bowl");

  g_clear_pointer (&query->search, g_free);
  query->search = g_strdup ("no such thing");
  sedia_list_model_set_query (fixture->list, query);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< -1@0 >");
  g_assert_false (sedia_list_model_is_loading (fixture->list));

  g_clear_pointer (&query->search, g_free);
  sedia_list_model_set_query (fixture->list, query);
  shop_settle (fixture->shop.store);
  watch_assert (&fixture->watch, "< +2@0 >");
}

/* The heading -1 is a product under one grouping and a customer under the next. */
static void
test_regroup (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (SediaRow) heading = NULL;
  g_autoptr (SediaRow) line = NULL;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 customer = shop_add_customer (store, "Ada");

  shop_place_order (store, customer, product, 3);
  g_assert_cmpint (product, ==, customer);

  query->grouping = SEDIA_GROUP_PRODUCT;
  show (fixture, query);
  shop_settle (store);
  g_assert_cmpuint (count (fixture), ==, 2);
  heading = dup_row (fixture, 0);
  line = dup_row (fixture, 1);
  shop_settle (store);
  g_assert_true (sedia_row_get_id (heading) < 0);
  g_assert_cmpstr (sedia_row_get_waiting (heading)->heading, ==, "Apron");

  query->grouping = SEDIA_GROUP_CUSTOMER;
  sedia_list_model_set_query (fixture->list, query);
  shop_settle (store);
  g_clear_object (&heading);
  heading = dup_row (fixture, 0);
  shop_settle (store);
  g_assert_cmpstr (sedia_row_get_waiting (heading)->heading, ==, "Ada");

  g_clear_object (&heading);
  heading = dup_row (fixture, 1);
  g_assert_true (heading == line);
}

static void
heading_cb (SediaRow *row)
{
  if (sedia_row_get_id (row) < 0)
    g_assert_cmpstr (sedia_row_get_waiting (row)->heading, ==, "Ada");
}

static void
hold_all_cb (GListModel *list,
             guint       position,
             guint       removed,
             guint       added,
             GPtrArray  *rows)
{
  for (guint i = position; i < position + added; i++)
    {
      gpointer row = g_list_model_get_item (list, i);

      g_signal_connect (row, "notify::heading", G_CALLBACK (heading_cb), NULL);
      g_ptr_array_add (rows, row);
    }
}

/* Scrolled while the other grouping was being read: the old heading's record must not reach it. */
static void
test_regroup_while_scrolling (Fixture       *fixture,
                              gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SediaRow) old = NULL;
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 customer = shop_add_customer (store, "Ada");
  Gate gate;

  shop_place_order (store, customer, product, 3);
  query->grouping = SEDIA_GROUP_PRODUCT;
  show (fixture, query);
  shop_settle (store);

  close_gate (&gate, store);
  query->grouping = SEDIA_GROUP_CUSTOMER;
  sedia_list_model_set_query (fixture->list, query);
  old = dup_row (fixture, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (hold_all_cb), rows);
  open_gate (&gate);
  shop_settle (store);
  g_signal_handlers_disconnect_by_func (fixture->list, hold_all_cb, rows);

  g_assert_true (rows->pdata[0] != old);
  g_assert_false (sedia_row_is_loading (rows->pdata[0]));
  gate_clear (&gate);
}

/* ---- going away */

static void
test_gone_while_loading (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (SediaListModel) list = NULL;
  g_autoptr (SediaRow) row = NULL;

  shop_add_products (fixture->shop.store, 500);
  list = sedia_list_model_new (fixture->shop.store, query);
  g_assert_finalize_object (g_steal_pointer (&list));

  list = sedia_list_model_new (fixture->shop.store, query);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&list));

  shop_settle (fixture->shop.store);
  g_assert_true (sedia_row_is_loading (row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/model/list/load", test_load);
  ADD ("/model/list/empty", test_empty);
  ADD ("/model/list/head-first", test_head_first);
  ADD ("/model/list/head-says", test_head_says);
  ADD ("/model/list/head-is-all", test_head_is_all);
  ADD ("/model/list/rows-are-shared", test_rows_are_shared);
  ADD ("/model/list/rows-go", test_rows_go);
  ADD ("/model/list/never-blocks", test_never_blocks);
  ADD ("/model/list/newest-first", test_newest_first);
  ADD ("/model/list/set-query", test_set_query);
  ADD ("/model/list/typing", test_typing);
  ADD ("/model/list/regroup", test_regroup);
  ADD ("/model/list/regroup-while-scrolling", test_regroup_while_scrolling);
  ADD ("/model/list/gone-while-loading", test_gone_while_loading);

  return g_test_run ();
}
