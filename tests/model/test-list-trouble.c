/* The lazy list when reading is slow or fails: a driver that does as SQLite does until it is told
 * to wait or to fail.
 */
#include "config.h"

#include "sedia-store-private.h"
#include "shop.h"

static void
set_up (Shop          *shop,
        gconstpointer  unused)
{
  shop_open (shop);
}

static void
tear_down (Shop          *shop,
           gconstpointer  unused)
{
  shop_close (shop);
}

/* ---- between reading and showing */

static GMutex gate;   /* locked: what was read waits here on its way */
static int n_waiting; /* (atomic) */

static SediaStep
step_and_wait (SediaStatement  *statement,
               GError         **error)
{
  const SediaStep step = sedia_driver_sqlite.step (statement, error);

  if (step == SEDIA_STEP_DONE)
    {
      g_atomic_int_inc (&n_waiting);
      g_mutex_lock (&gate);
      g_atomic_int_add (&n_waiting, -1);
      g_mutex_unlock (&gate);
    }

  return step;
}

/* The page was read before the commit and arrives after it: what it says of a queue is out of
 * date, and the row, still loading, cannot know that it is concerned.
 */
static void
test_overtaken (Shop          *shop,
                gconstpointer  unused)
{
  SediaDriver driver = sedia_driver_sqlite;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (SediaChanges) changes = sedia_changes_new ();
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (SediaListModel) list = NULL;
  g_autoptr (SediaRow) row = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 product = shop_add_product (shop->store, "A", "Apron");
  const gint64 ada = shop_add_customer (shop->store, "Ada");
  const gint64 first = shop_place_order (shop->store, ada, product, 3);

  shop_place_order (shop->store, ada, product, 3);

  driver.step = step_and_wait;
  store = sedia_store_open_with (&driver, shop->path, &error);
  g_assert_no_error (error);
  list = sedia_list_model_new (store, query);
  shop_settle (store);

  g_mutex_lock (&gate);
  row = g_list_model_get_item (G_LIST_MODEL (list), 1);
  while (g_atomic_int_get (&n_waiting) == 0)
    g_main_context_iteration (NULL, FALSE);

  shop_receive (shop->store, product, 3);
  sedia_changes_add (changes, SEDIA_KIND_LINE, first);
  sedia_changes_add (changes, SEDIA_KIND_PRODUCT, product);
  g_signal_emit_by_name (store, "changed", changes);
  g_mutex_unlock (&gate);

  shop_settle (store);
  g_assert_cmpuint (sedia_row_get_waiting (row)->line->queue_position, ==, 1);

  g_clear_object (&row);
  g_assert_finalize_object (g_steal_pointer (&list));
  sedia_store_close (store);
  g_assert_finalize_object (g_steal_pointer (&store));
}

/* ---- when reading fails */

static int is_broken; /* (atomic) */

static SediaStep
step_or_fail (SediaStatement  *statement,
              GError         **error)
{
  if (!g_atomic_int_get (&is_broken))
    return sedia_driver_sqlite.step (statement, error);

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_BUSY, "Somebody else is in the way.");
  return SEDIA_STEP_ERROR;
}

static void
test_failure (Shop          *shop,
              gconstpointer  unused)
{
  SediaDriver driver = sedia_driver_sqlite;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (SediaStore) store = NULL;
  g_autoptr (SediaListModel) list = NULL;
  g_autoptr (SediaRow) row = NULL;
  g_autoptr (GError) error = NULL;

  shop_add_product (shop->store, "A", "Apron");

  driver.step = step_or_fail;
  store = sedia_store_open_with (&driver, shop->path, &error);
  g_assert_no_error (error);

  g_atomic_int_set (&is_broken, TRUE);
  list = sedia_list_model_new (store, query);
  while (sedia_list_model_get_failure (list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sedia_list_model_get_failure (list), ==, "Somebody else is in the way.");
  g_assert_false (sedia_list_model_is_loading (list));

  g_atomic_int_set (&is_broken, FALSE);
  sedia_list_model_refresh (list);
  shop_settle (store);
  g_assert_null (sedia_list_model_get_failure (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);

  g_atomic_int_set (&is_broken, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (sedia_list_model_get_failure (list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sedia_row_is_loading (row));

  g_atomic_int_set (&is_broken, FALSE);
  sedia_list_model_refresh (list);
  shop_settle (store);
  g_assert_false (sedia_row_is_loading (row));
  g_assert_null (sedia_list_model_get_failure (list));

  g_assert_finalize_object (g_steal_pointer (&list));
  sedia_store_close (store);
  g_assert_finalize_object (g_steal_pointer (&store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Shop, NULL, set_up, test, tear_down)
  ADD ("/model/trouble/overtaken", test_overtaken);
  ADD ("/model/trouble/failure", test_failure);

  return g_test_run ();
}
