/* The sample shop: what is in it, and that it is sound. */
#include "config.h"

#include "sedia-time.h"
#include "transfer.h"

#define SECONDS_MAX 30 /* a few on a free machine without sanitizers */

static gpointer
fill_job (SediaDb  *db,
          gpointer  unused,
          GError  **error)
{
  return sedia_sample_fill (db, error) ? SEDIA_DONE : NULL;
}

static gpointer
orders_job (SediaDb  *db,
            gpointer  unused,
            GError  **error)
{
  return sedia_order_list (db, 0, 0, error);
}

static gpointer
deliveries_job (SediaDb  *db,
                gpointer  unused,
                GError  **error)
{
  return sedia_delivery_list (db, 0, error);
}

static gpointer
operations_job (SediaDb  *db,
                gpointer  unused,
                GError  **error)
{
  return sedia_operation_list (db, 0, error);
}

static gpointer
counts_job (SediaDb  *db,
            gpointer  counts,
            GError  **error)
{
  return sedia_counts_read (db, counts, error) ? SEDIA_DONE : NULL;
}

static void
fill (Shop *shop)
{
  g_autoptr (GError) error = NULL;

  sedia_store_note (shop->store, fill_job, NULL, &error);
  g_assert_no_error (error);
}

static void
test_orders (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (GHashTable) products = g_hash_table_new (NULL, NULL);
  guint n[SEDIA_ORDER_CANCELLED + 1] = { 0 };
  guint n_need_by = 0, n_first = 0, n_all = 0, n_held = 0;

  fill (shop);
  shop_assert_sound (shop);

  orders = sedia_store_read (shop->store, orders_job, NULL, NULL);
  for (guint i = 0; i < orders->len; i++)
    {
      const SediaOrder *order = g_ptr_array_index (orders, i);

      n[sedia_order_status (order)]++;
      for (guint j = 0; j < order->lines->len; j++)
        {
          const SediaOrderLine *line = g_ptr_array_index (order->lines, j);

          if (sedia_order_line_waiting (line) == 0)
            continue;
          g_hash_table_add (products, GSIZE_TO_POINTER ((gsize) line->product_id));
          n_need_by += line->need_by != SEDIA_NO_DAY;
          n_first += line->first;
          n_all += line->all_or_nothing;
          n_held += line->held;
        }
    }

  g_assert_cmpuint (n[SEDIA_ORDER_WAITING] + n[SEDIA_ORDER_PARTLY_READY], ==, 40);
  g_assert_cmpuint (n[SEDIA_ORDER_PARTLY_READY], >=, 5);
  g_assert_cmpuint (n[SEDIA_ORDER_READY], >=, 18);
  g_assert_cmpuint (n[SEDIA_ORDER_READY], <=, 32);
  g_assert_cmpuint (n[SEDIA_ORDER_CANCELLED], >=, 4);
  g_assert_cmpuint (orders->len, >=, 280);
  g_assert_cmpuint (orders->len, <=, 330);
  g_assert_cmpuint (g_hash_table_size (products), >=, 15);
  g_assert_cmpuint (n_need_by, >=, 5);
  g_assert_cmpuint (n_first, >=, 2);
  g_assert_cmpuint (n_all, >=, 3);
  g_assert_cmpuint (n_held, >=, 1);

  deliveries = sedia_store_read (shop->store, deliveries_job, NULL, NULL);
  g_assert_cmpuint (deliveries->len, >=, 80);
  g_assert_cmpuint (deliveries->len, <=, 180);
}

static gpointer
purchases_job (SediaDb   *db,
               gpointer   data,
               GError   **error)
{
  return sedia_purchase_list (db, 0, 0, error);
}

/* Something is on its way, some of that is late, one is a draft; of most suppliers enough has come
 * to say what is usual. */
static void
test_purchases (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) purchases = NULL;
  guint n[SEDIA_PURCHASE_CANCELLED + 1] = { 0 }, n_late = 0;

  fill (shop);
  purchases = sedia_store_read (shop->store, purchases_job, NULL, NULL);
  for (guint i = 0; i < purchases->len; i++)
    {
      const SediaPurchase *purchase = g_ptr_array_index (purchases, i);

      n[purchase->status]++;
      n_late += sedia_purchase_is_late (purchase, sedia_day_today ());
    }
  g_assert_cmpuint (n[SEDIA_PURCHASE_DRAFT], ==, 1);
  g_assert_cmpuint (n[SEDIA_PURCHASE_CONFIRMED], >=, 5);
  g_assert_cmpuint (n_late, >=, 2);
  g_assert_cmpuint (n_late, <, n[SEDIA_PURCHASE_CONFIRMED]);
  g_assert_cmpuint (n[SEDIA_PURCHASE_CLOSED], >=, 60);
}

static void
test_counts (void)
{
  g_autoptr (Shop) shop = shop_open ();
  SediaCounts counts = { 0 };

  fill (shop);
  g_assert_nonnull (sedia_store_read (shop->store, counts_job, &counts, NULL));
  g_assert_cmpuint (counts.products, ==, 180);
  g_assert_cmpuint (counts.products_negative, ==, 1);
  g_assert_cmpuint (counts.products_waiting, >=, 15);
  g_assert_cmpuint (counts.products_short, >=, 10);
  g_assert_cmpuint (counts.late, >=, 1);
  g_assert_cmpuint (counts.not_told, >=, 5);
  g_assert_cmpuint (counts.not_told, <, counts.waiting);
  g_assert_cmpuint (counts.drafts, ==, 0);
  g_assert_cmpuint (counts.unseen, ==, 0); /* history makes no noise */
}

/* In the order of time, on working days, while the shop is open, and nothing in the future. */
static void
test_times (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) operations = NULL;
  gint64 later = sedia_time_now ();

  fill (shop);
  operations = sedia_store_read (shop->store, operations_job, NULL, NULL);
  g_assert_cmpuint (operations->len, >, 700);

  for (guint i = 0; i < operations->len; i++)
    {
      const SediaOperation *operation = g_ptr_array_index (operations, i); /* newest first */
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (operation->at / G_USEC_PER_SEC);
      g_autoptr (GDateTime) here = g_date_time_to_local (utc);

      g_assert_cmpint (operation->at, <, later);
      g_assert_cmpint (operation->entered_at, ==, operation->at);
      g_assert_cmpint (g_date_time_get_day_of_week (here), !=, 7);
      g_assert_cmpint (g_date_time_get_hour (here), >=, 8);
      g_assert_cmpint (g_date_time_get_hour (here), <, 20);
      g_assert_true (g_str_equal (operation->actor, "Rina") ||
                     g_str_equal (operation->actor, "Bayu"));
      later = operation->at;
    }
}

/* Chance is the same every time. */
static void
test_same (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fill (shop);
  fill (other);
  first = transfer_everything (shop);
  second = transfer_everything (other);
  g_assert_cmpstr (second, ==, first);
}

static void
test_quick (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const gint64 before = g_get_monotonic_time ();

  fill (shop);
  g_assert_cmpint (g_get_monotonic_time () - before, <, SECONDS_MAX * G_USEC_PER_SEC);
}

static void
test_not_empty (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_product (shop, "A");
  before = transfer_everything (shop);
  g_assert_null (sedia_store_note (shop->store, fill_job, NULL, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
  after = transfer_everything (shop);
  g_assert_cmpstr (after, ==, before);
}

/* To look around in: filled, in a folder of its own that goes when it is left. */
static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStore) store = sedia_store_open_sample (&error);
  g_autoptr (Shop) real = shop_open ();
  g_autofree char *folder = NULL;
  SediaCounts counts = { 0 };

  g_assert_no_error (error);
  g_assert_true (sedia_store_is_sample (store));
  g_assert_false (sedia_store_is_sample (real->store));
  g_assert_nonnull (sedia_store_read (store, counts_job, &counts, NULL));
  g_assert_cmpuint (counts.products, ==, 180);

  folder = g_path_get_dirname (sedia_store_get_path (store));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  sedia_store_close (store);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_open_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_setenv ("TMPDIR", "/nowhere/at/all", TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_unsetenv ("TMPDIR");
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_null (sedia_store_open_sample (&error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, "The sample shop needs a temporary folder"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/sample/orders", test_orders);
  g_test_add_func ("/store/sample/purchases", test_purchases);
  g_test_add_func ("/store/sample/counts", test_counts);
  g_test_add_func ("/store/sample/times", test_times);
  g_test_add_func ("/store/sample/same", test_same);
  g_test_add_func ("/store/sample/quick", test_quick);
  g_test_add_func ("/store/sample/not-empty", test_not_empty);
  g_test_add_func ("/store/sample/open", test_open);
  g_test_add_func ("/store/sample/open-nowhere", test_open_nowhere);

  return g_test_run ();
}
