/* Pages of the waiting list: each line with its place in the queue, whatever else is on it. */
#include "config.h"

#include <glib.h>

#include "shop.h"

#define N_PRODUCTS 3
#define N_ORDERS 60

static const char *const skus[N_PRODUCTS] = { "K", "L", "M" };

typedef struct
{
  gint64 product_id;
  const gint64 *ids;
  guint n;
} Look;

static gpointer
queue_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_queue_of_product (db, ((Look *) data)->product_id, 0, error);
}

static gpointer
page_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Look *look = data;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);

  return sedia_list_page (db, query, look->ids, look->n, error);
}

/* Lines that are first, dated, held, that have all they want or a part of it. */
static void
fill (Shop *shop)
{
  for (guint i = 0; i < N_PRODUCTS; i++)
    shop_product (shop, skus[i]);

  for (guint i = 0; i < N_ORDERS; i++)
    {
      const Wish wish = { .first = i % 7 == 0, .need_by = i % 5 == 0 ? (int) (21000 - i) : 0 };
      const gint64 order = shop_order (shop, i % 2 == 0 ? "Siti" : "Budi", skus[i % N_PRODUCTS],
                                       i % 4 + 1, wish);

      g_assert_cmpint (order, >, 0);
    }

  for (guint i = 0; i < N_PRODUCTS; i++)
    shop_receive (shop, skus[i], 5 * i);
  for (gint64 order = 1; order <= N_ORDERS; order += 9)
    shop_release (shop, order, 1, 0);
}

/* What is told of each place is what one counts along the queue: those who wait before. */
static void
assert_places (Shop       *shop,
               GPtrArray  *queue,
               GPtrArray  *page)
{
  guint position = 1, n_found = 0;
  gint64 ahead = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      const SediaOrderLine *queued = queue->pdata[i];
      const gint64 waiting = sedia_order_line_waiting (queued);

      for (guint k = 0; k < page->len; k++)
        {
          const SediaOrderLine *line = ((SediaWaiting *) page->pdata[k])->line;

          if (line->id != queued->id)
            continue;
          g_assert_cmpint (line->queue_position, ==, waiting > 0 ? position : 0);
          g_assert_cmpint (line->ahead, ==, waiting > 0 ? ahead : 0);
          g_assert_cmpstr (line->customer, ==, queued->customer);
          n_found++;
        }

      if (waiting > 0 && !queued->held)
        {
          position++;
          ahead += waiting;
        }
    }

  g_assert_cmpint (n_found, >, 0);
}

static void
check_page (Shop         *shop,
            const gint64 *ids,
            guint         n,
            guint         n_expected)
{
  Look look = { 0, ids, n };
  g_autoptr (GPtrArray) page = sedia_store_read (shop->store, page_job, &look, &shop->error);

  g_assert_no_error (shop->error);
  g_assert_cmpint (page->len, ==, n_expected);
  for (guint i = 0; i < N_PRODUCTS; i++)
    {
      g_autoptr (GPtrArray) queue = NULL;

      look.product_id = shop_product_id (shop, skus[i]);
      queue = sedia_store_read (shop->store, queue_job, &look, &shop->error);
      assert_places (shop, queue, page);
    }
}

static void
test_places (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 all[N_ORDERS], some[] = { 50, 3, 17, 9999, 4, 2 };

  for (guint i = 0; i < N_ORDERS; i++)
    all[i] = N_ORDERS - i;
  fill (shop);

  for (int serving = SEDIA_SERVING_DATED_FIRST; serving <= SEDIA_SERVING_STRICTLY_OLDEST; serving++)
    {
      if (serving != SEDIA_SERVING_DATED_FIRST)
        g_assert_true (shop_set_serving (shop, (SediaServing) serving));

      check_page (shop, all, N_ORDERS, N_ORDERS);
      check_page (shop, some, G_N_ELEMENTS (some), G_N_ELEMENTS (some) - 1); /* one is not there */
    }
}

/* The rows come in the order asked for. */
static void
test_order (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) page = NULL;
  gint64 ids[] = { 7, 1, 4, 2 };
  Look look = { 0, ids, G_N_ELEMENTS (ids) };

  fill (shop);
  page = sedia_store_read (shop->store, page_job, &look, &shop->error);
  g_assert_cmpint (page->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < page->len; i++)
    g_assert_cmpint (((SediaWaiting *) page->pdata[i])->id, ==, ids[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/pages/places", test_places);
  g_test_add_func ("/store/pages/order", test_order);

  return g_test_run ();
}
