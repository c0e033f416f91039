/* What the waiting list shows, and in which order. */
#include "config.h"

#include <glib.h>

#include "shop.h"

static gpointer
spine_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_list_spine (db, data, error);
}

static gpointer
page_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  GArray *spine = data;

  return sedia_list_page (db, query, (gint64 *) (gpointer) spine->data, spine->len, error);
}

/* "2 1 3": the orders of the waiting list, from the top */
static char *
orders_of (Shop     *shop,
           gboolean  descending)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GArray) spine = NULL;
  g_autoptr (GPtrArray) page = NULL;
  GString *text = g_string_new (NULL);

  query->descending = descending;
  spine = sedia_store_read (shop->store, spine_job, query, NULL);
  page = sedia_store_read (shop->store, page_job, spine, NULL);
  for (guint i = 0; i < page->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) ((SediaWaiting *) page->pdata[i])->line->order_id);

  return g_string_free (text, FALSE);
}

#define assert_orders(shop, descending, expected) \
  G_STMT_START { \
    g_autofree char *orders_ = orders_of (shop, descending); \
    g_assert_cmpstr (orders_, ==, expected); \
  } G_STMT_END

/* 3.1: the waiting list stands in serving order, whichever rule is in force */
static void
test_serving_order (void)
{
  g_autoptr (Shop) shop = shop_open ();

  shop_product (shop, "K");
  shop_order (shop, "Old", "K", 1, (Wish) { .first = FALSE });
  shop_order (shop, "Dated", "K", 1, (Wish) { .need_by = 30000 });
  shop_order (shop, "First", "K", 1, (Wish) { .first = TRUE });

  assert_orders (shop, FALSE, "3 2 1");
  assert_orders (shop, TRUE, "1 2 3");
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));
  assert_orders (shop, FALSE, "1 2 3");
  assert_orders (shop, TRUE, "3 2 1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/waiting/3.1-serving-order", test_serving_order);

  return g_test_run ();
}
