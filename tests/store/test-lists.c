/* The lists of orders, customers and suppliers: what each filter lets through, in what order, what
 * a search finds, and that the chips count the same.
 */
#include "config.h"

#include "shop.h"

#include <inttypes.h>

static const Wish NOBODY = { .need_by = 0 };

typedef struct
{
  SediaQuery *query;
  GPtrArray *page;
} Listing;

static gpointer
spine_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Listing *listing = data;
  GArray *spine = sedia_list_spine (db, listing->query, error);

  if (spine != NULL)
    listing->page = sedia_list_page (db, listing->query, (gint64 *) (gpointer) spine->data,
                                     spine->len, error);

  return spine;
}

/* The ids of a list as text: "3 1 2". */
static char *
ids_of (Shop          *shop,
        SediaListKind  kind,
        SediaFilter    filter,
        SediaSort      sort,
        gboolean       descending,
        const char    *search)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  Listing listing = { query, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spine = NULL;
  GString *text = g_string_new (NULL);

  query->filter = filter;
  query->sort = sort;
  query->descending = descending;
  query->search = g_strdup (search);
  spine = sedia_store_read (shop->store, spine_job, &listing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listing.page->len, ==, spine->len);
  g_ptr_array_unref (listing.page);

  for (guint i = 0; i < spine->len; i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? " " : "",
                            g_array_index (spine, gint64, i));

  return g_string_free (text, FALSE);
}

#define assert_list(shop, kind, filter, sort, descending, search, expected) \
  G_STMT_START { \
    g_autofree char *found_ = ids_of (shop, kind, filter, sort, descending, search); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static gpointer
counts_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_counts_read (db, data, error) ? SEDIA_DONE : NULL;
}

static SediaCounts
counts_of (Shop *shop)
{
  SediaCounts counts = { 0 };
  g_autoptr (GError) error = NULL;

  sedia_store_read (shop->store, counts_job, &counts, &error);
  g_assert_no_error (error);

  return counts;
}

/* Four orders: 1 ready, 2 waits, 3 done, 4 cancelled. */
static Shop *
open_shop (void)
{
  Shop *shop = shop_open ();

  shop->at = G_GINT64_CONSTANT (1700000000000000);
  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_receive (shop, "K", 4);
  g_assert_cmpint (shop_order (shop, "Wati", "K", 2, NOBODY), ==, 1);
  shop->at += G_TIME_SPAN_DAY;
  g_assert_cmpint (shop_order (shop, "Budi", "M", 3, (Wish) { .need_by = 20100 }), ==, 2);
  shop->at -= 3 * G_TIME_SPAN_DAY;
  g_assert_cmpint (shop_order (shop, "Siti", "K", 1, NOBODY), ==, 3);
  g_assert_true (shop_hand_over (shop, 3, 0, 0, FALSE));
  shop->at += G_TIME_SPAN_DAY;
  g_assert_cmpint (shop_order (shop, "Siti", "M", 1, NOBODY), ==, 4);
  g_assert_true (shop_cancel (shop, 4, 0, 0));

  return shop;
}

static void
test_order_filters (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaListKind orders = SEDIA_LIST_ORDERS;
  SediaCounts counts = counts_of (shop);

  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL, "4 3 2 1");
  assert_list (shop, orders, SEDIA_FILTER_WAITING, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  assert_list (shop, orders, SEDIA_FILTER_READY, SEDIA_SORT_DEFAULT, FALSE, NULL, "1");
  assert_list (shop, orders, SEDIA_FILTER_DONE, SEDIA_SORT_DEFAULT, FALSE, NULL, "3");
  assert_list (shop, orders, SEDIA_FILTER_CANCELLED, SEDIA_SORT_DEFAULT, FALSE, NULL, "4");

  g_assert_cmpuint (counts.orders, ==, 4);
  g_assert_cmpuint (counts.orders_waiting, ==, 1);
  g_assert_cmpuint (counts.orders_ready, ==, 1);

  /* A part handed over, the rest waiting: waiting, not done. */
  g_assert_true (shop_hand_over (shop, 1, 1, 1, FALSE));
  g_assert_true (shop_release (shop, 1, 1, 0));
  assert_list (shop, orders, SEDIA_FILTER_WAITING, SEDIA_SORT_DEFAULT, FALSE, NULL, "2 1");
  assert_list (shop, orders, SEDIA_FILTER_DONE, SEDIA_SORT_DEFAULT, FALSE, NULL, "3");
}

static gpointer
order_draft_job (SediaDb   *db,
                 gpointer   data,
                 GError   **error)
{
  gint64 *id = data;

  return sedia_draft_save (db, id, SEDIA_DRAFT_ORDER, "Nova Baru", "", 2, "{}", error) ? SEDIA_DONE
                                                                                       : NULL;
}

static gpointer
order_page_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_ORDERS);

  return sedia_list_page (db, query, data, 1, error);
}

/* What is still being typed stands above the orders, but waits for nothing and is not done. */
static void
test_order_drafts (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (GPtrArray) page = NULL;
  const SediaListKind orders = SEDIA_LIST_ORDERS;
  const SediaOrder *order;
  gint64 id = 0;
  gint64 row;
  SediaCounts counts;

  sedia_store_note (shop->store, order_draft_job, &id, &shop->error);
  g_assert_no_error (shop->error);
  counts = counts_of (shop);
  g_assert_cmpuint (counts.orders, ==, 5);
  g_assert_cmpuint (counts.orders_drafts, ==, 1);
  g_assert_cmpuint (counts.drafts, ==, 0); /* of deliveries */

  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL, "-1 4 3 2 1");
  assert_list (shop, orders, SEDIA_FILTER_DRAFTS, SEDIA_SORT_DEFAULT, FALSE, NULL, "-1");
  assert_list (shop, orders, SEDIA_FILTER_WAITING, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  assert_list (shop, orders, SEDIA_FILTER_DONE, SEDIA_SORT_DEFAULT, FALSE, NULL, "3");
  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "nova", "-1");
  assert_list (shop, SEDIA_LIST_DELIVERIES, SEDIA_FILTER_DRAFTS, SEDIA_SORT_DEFAULT, FALSE, NULL,
               "");

  row = -id;
  page = sedia_store_read (shop->store, order_page_job, &row, &shop->error);
  g_assert_no_error (shop->error);
  order = g_ptr_array_index (page, 0);
  g_assert_cmpint (order->id, ==, -id);
  g_assert_cmpstr (order->customer, ==, "Nova Baru");
  g_assert_cmpuint (order->n_lines, ==, 2);
}

static void
test_order_sorts (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaListKind orders = SEDIA_LIST_ORDERS;
  const SediaFilter all = SEDIA_FILTER_ALL;

  assert_list (shop, orders, all, SEDIA_SORT_NUMBER, FALSE, NULL, "1 2 3 4");
  assert_list (shop, orders, all, SEDIA_SORT_NUMBER, TRUE, NULL, "4 3 2 1");
  assert_list (shop, orders, all, SEDIA_SORT_AT, FALSE, NULL, "3 4 1 2");
  assert_list (shop, orders, all, SEDIA_SORT_AT, TRUE, NULL, "2 1 4 3");
  assert_list (shop, orders, all, SEDIA_SORT_CUSTOMER, FALSE, NULL, "2 3 4 1");
  assert_list (shop, orders, all, SEDIA_SORT_NEED_BY, FALSE, NULL, "2 1 3 4");
}

static void
test_order_search (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaListKind orders = SEDIA_LIST_ORDERS;

  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, FALSE, "sIt", "3 4");
  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, FALSE, "2", "2");
  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, FALSE, "product m", "2 4");
  assert_list (shop, orders, SEDIA_FILTER_CANCELLED, SEDIA_SORT_NUMBER, FALSE, "product m", "4");
  assert_list (shop, orders, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, FALSE, "%", "");
}

static void
test_customers (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaListKind customers = SEDIA_LIST_CUSTOMERS;
  const gint64 wati = 1, budi = 2, siti = 3;
  g_autofree char *by_name = g_strdup_printf ("%" PRId64 " %" PRId64 " %" PRId64, budi, siti, wati);
  SediaCounts counts;

  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL, by_name);
  assert_list (shop, customers, SEDIA_FILTER_WAITING, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  assert_list (shop, customers, SEDIA_FILTER_READY, SEDIA_SORT_DEFAULT, FALSE, NULL, "1");
  assert_list (shop, customers, SEDIA_FILTER_NOT_TOLD, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_WAITING, TRUE, NULL, "2 3 1");
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_OPEN, TRUE, NULL, "2 1 3");
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "ati", "1");
  assert_list (shop, customers, SEDIA_FILTER_ARCHIVED, SEDIA_SORT_DEFAULT, FALSE, NULL, "");

  counts = counts_of (shop);
  g_assert_cmpuint (counts.customers, ==, 3);
  g_assert_cmpuint (counts.customers_waiting, ==, 1);
  g_assert_cmpuint (counts.customers_ready, ==, 1);
  g_assert_cmpuint (counts.customers_not_told, ==, 1);
  g_assert_cmpuint (counts.customers_told, ==, 0);
  assert_list (shop, customers, SEDIA_FILTER_TOLD, SEDIA_SORT_DEFAULT, FALSE, NULL, "");

  shop->at = 0; /* long ago is too long ago: silence is due again */
  g_assert_true (shop_told (shop, "Budi"));
  assert_list (shop, customers, SEDIA_FILTER_TOLD, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  g_assert_cmpuint (counts_of (shop).customers_told, ==, 1);
  g_assert_cmpuint (counts_of (shop).customers_not_told, ==, 0);
  assert_list (shop, customers, SEDIA_FILTER_NOT_TOLD, SEDIA_SORT_DEFAULT, FALSE, NULL, "");
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_AT, TRUE, NULL, "2 3 1");
}

typedef struct
{
  SediaListKind kind;
  gint64 id;
} Wanted;

static gpointer
record_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Wanted *wanted = data;
  g_autoptr (SediaQuery) query = sedia_query_new (wanted->kind);

  return sedia_list_page (db, query, &wanted->id, 1, error);
}

static GPtrArray *
read_one (Shop          *shop,
          SediaListKind  kind,
          gint64         id)
{
  Wanted wanted = { kind, id };
  g_autoptr (GError) error = NULL;
  GPtrArray *page = sedia_store_read (shop->store, record_job, &wanted, &error);

  g_assert_no_error (error);
  return page;
}

/* What a customer's row says of being told; a row that is gone is left out. */
static void
test_customer_told (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (GPtrArray) before = read_one (shop, SEDIA_LIST_CUSTOMERS, 2);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) gone = read_one (shop, SEDIA_LIST_CUSTOMERS, 99);
  g_autoptr (GPtrArray) gone_order = read_one (shop, SEDIA_LIST_ORDERS, 99);
  const SediaCustomer *customer = g_ptr_array_index (before, 0);

  g_assert_cmpint (customer->told, ==, SEDIA_TOLD_NOT_YET);
  g_assert_cmpint (customer->told_at, ==, 0);
  g_assert_cmpint (customer->waiting_lines, ==, 1);

  shop->at = g_get_real_time () - G_TIME_SPAN_MINUTE;
  g_assert_true (shop_told (shop, "Budi"));
  after = read_one (shop, SEDIA_LIST_CUSTOMERS, 2);
  customer = g_ptr_array_index (after, 0);
  g_assert_cmpint (customer->told, ==, SEDIA_TOLD_YES);
  g_assert_cmpint (customer->told_at, ==, shop->at);

  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_cmpuint (gone_order->len, ==, 0);

  /* Taken back: never told. */
  g_assert_true (shop_undo (shop, 0));
  g_ptr_array_unref (after);
  after = read_one (shop, SEDIA_LIST_CUSTOMERS, 2);
  customer = g_ptr_array_index (after, 0);
  g_assert_cmpint (customer->told, ==, SEDIA_TOLD_NOT_YET);
  g_assert_cmpint (customer->told_at, ==, 0);
}

static void
test_suppliers (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const gint64 zaki = shop_supplier (shop, "Zaki"), abadi = shop_supplier (shop, "CV Abadi");
  g_autoptr (GPtrArray) row = NULL;
  const SediaSupplier *supplier;

  shop->at = G_GINT64_CONSTANT (1700000000000000);
  shop_product (shop, "K");
  shop_receive_note (shop, "K", 4, zaki, "N-1");

  assert_list (shop, SEDIA_LIST_SUPPLIERS, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL,
               abadi < zaki ? "1 2" : "2 1");
  assert_list (shop, SEDIA_LIST_SUPPLIERS, SEDIA_FILTER_ALL, SEDIA_SORT_AT, TRUE, NULL,
               zaki < abadi ? "1 2" : "2 1");
  assert_list (shop, SEDIA_LIST_SUPPLIERS, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "aba",
               abadi == 1 ? "1" : "2");

  row = read_one (shop, SEDIA_LIST_SUPPLIERS, zaki);
  supplier = g_ptr_array_index (row, 0);
  g_assert_cmpint (supplier->delivered_at, ==, shop->at);
  g_assert_cmpuint (supplier->products, ==, 0);
}

static char *
ids_belonging (Shop          *shop,
               SediaListKind  kind,
               gint64         of)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  Listing listing = { query, NULL };
  g_autoptr (GArray) spine = NULL;
  GString *text = g_string_new (NULL);

  query->of = of;
  spine = sedia_store_read (shop->store, spine_job, &listing, NULL);
  g_assert_nonnull (spine);
  g_ptr_array_unref (listing.page);
  for (guint i = 0; i < spine->len; i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? " " : "",
                            g_array_index (spine, gint64, i));

  return g_string_free (text, FALSE);
}

/* What belongs to one supplier or customer, for the panes about them. */
static void
test_belonging (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const gint64 zaki = shop_supplier (shop, "Zaki");
  const struct
  {
    SediaListKind kind;
    gint64 of;
    const char *expected;
  } cases[] = {
    { SEDIA_LIST_STOCK, zaki, "2" },
    { SEDIA_LIST_STOCK, zaki + 1, "" },
    { SEDIA_LIST_DELIVERIES, zaki, "2" },
    { SEDIA_LIST_ORDERS, 1, "3 1" },
    { SEDIA_LIST_ORDERS, 2, "2" },
    { SEDIA_LIST_WAITING, 2, "2" },
  };
  g_autoptr (SediaProduct) product = NULL;

  shop_product (shop, "K");
  shop_product (shop, "M");
  product = shop_look (shop, "M");
  product->supplier_id = zaki;
  shop_product_full (shop, product);
  shop_receive (shop, "K", 1);
  shop_receive_note (shop, "M", 1, zaki, "N-1");
  shop_order (shop, "Siti", "K", 5, NOBODY);
  shop_order (shop, "Budi", "K", 5, NOBODY);
  shop_order (shop, "Siti", "M", 5, NOBODY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = ids_belonging (shop, cases[i].kind, cases[i].of);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

static void
test_archived (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const gint64 id = shop_product (shop, "K");
  g_autoptr (SediaProduct) product = shop_look (shop, "K");

  shop_product (shop, "M");
  product->archived = TRUE;
  g_assert_cmpint (shop_product_full (shop, product), ==, id);

  assert_list (shop, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL, "2");
  assert_list (shop, SEDIA_LIST_STOCK, SEDIA_FILTER_ARCHIVED, SEDIA_SORT_DEFAULT, FALSE, NULL, "1");
  assert_list (shop, SEDIA_LIST_STOCK, SEDIA_FILTER_ARCHIVED, SEDIA_SORT_ON_HAND, FALSE, NULL, "1");
  g_assert_cmpuint (counts_of (shop).products_archived, ==, 1);
}

/* A number is found however it is written here and there; whoever was merged leads to the one. */
static void
test_customer_search (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const SediaListKind customers = SEDIA_LIST_CUSTOMERS;
  const SediaFilter all = SEDIA_FILTER_ALL;
  static const char *const numbers[] = { "0812-3456-7890", "+62 812 3456 7890", "(0812) 34567890",
                                         "0812 3456", "34567890", "62812.3456.7890" };
  gint64 siti = shop_customer_phone (shop, "Siti", "0812.3456.7890");
  gint64 double_ = shop_customer_phone (shop, "Bu Rahma", "+62 813-1111-2222");

  shop_customer_phone (shop, "Budi", "0856-0000-1111");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, numbers[i], "1");
  assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, "0813 1111 2222", "2");
  assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, "0", "3 1");

  g_assert_true (shop_merge (shop, siti, double_));
  assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, "rahma", "1");
  assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, "1111-2222", "1");
  assert_list (shop, customers, SEDIA_FILTER_ARCHIVED, SEDIA_SORT_DEFAULT, FALSE, "rahma", "2");
  assert_list (shop, customers, all, SEDIA_SORT_DEFAULT, FALSE, "rahma budi", "");
}

/* 3.2: what must be whole cannot be collected in part. */
static void
test_customer_ready (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const SediaListKind customers = SEDIA_LIST_CUSTOMERS;
  g_autoptr (SediaCustomer) siti = NULL, budi = NULL;

  shop_product (shop, "K");
  shop_receive (shop, "K", 3);
  shop_order (shop, "Siti", "K", 2, (Wish) { .all = TRUE });
  shop_order (shop, "Budi", "K", 2, (Wish) { .all = TRUE });
  shop_order (shop, "Wati", "K", 2, NOBODY);
  assert_list (shop, customers, SEDIA_FILTER_READY, SEDIA_SORT_DEFAULT, FALSE, NULL, "1");
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_RESERVED, TRUE, NULL, "1 3 2");
  g_assert_cmpuint (counts_of (shop).customers_ready, ==, 1);

  siti = shop_look_customer (shop, 1);
  budi = shop_look_customer (shop, 2);
  g_assert_cmpint (siti->ready_lines, ==, 1);
  g_assert_cmpint (budi->ready_lines, ==, 0);
  g_assert_cmpint (budi->open_lines, ==, 1);
}

/* A word that was taken back does not count as the last one. */
static void
test_customer_last_told (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const SediaListKind customers = SEDIA_LIST_CUSTOMERS;

  shop->at = G_USEC_PER_SEC * 1000;
  g_assert_true (shop_told (shop, "Siti"));
  shop->at = G_USEC_PER_SEC * 2000;
  g_assert_true (shop_told (shop, "Budi"));
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_AT, TRUE, NULL, "2 1");
  g_assert_true (shop_undo (shop, 0));
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_AT, TRUE, NULL, "1 2");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_list (shop, customers, SEDIA_FILTER_ALL, SEDIA_SORT_AT, TRUE, NULL, "2 1");
}

/* Until the first thing is in it; what was put away is in it, too. */
static void
test_empty (void)
{
  g_autoptr (Shop) shop = shop_open ();
  SediaCounts counts = counts_of (shop);
  g_autoptr (SediaProduct) kettle = NULL;

  g_assert_true (sedia_counts_is_empty (&counts));
  shop_product (shop, "KETTLE");
  kettle = shop_look (shop, "KETTLE");
  counts = counts_of (shop);
  g_assert_false (sedia_counts_is_empty (&counts));

  kettle->archived = TRUE;
  shop_product_full (shop, kettle);
  g_assert_no_error (shop->error);
  counts = counts_of (shop);
  g_assert_cmpuint (counts.products, ==, 0);
  g_assert_false (sedia_counts_is_empty (&counts));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/lists/orders/filters", test_order_filters);
  g_test_add_func ("/store/lists/orders/drafts", test_order_drafts);
  g_test_add_func ("/store/lists/orders/sorts", test_order_sorts);
  g_test_add_func ("/store/lists/orders/search", test_order_search);
  g_test_add_func ("/store/lists/customers/list", test_customers);
  g_test_add_func ("/store/lists/customers/told", test_customer_told);
  g_test_add_func ("/store/lists/customers/search", test_customer_search);
  g_test_add_func ("/store/lists/customers/3.2-ready", test_customer_ready);
  g_test_add_func ("/store/lists/customers/last-told", test_customer_last_told);
  g_test_add_func ("/store/lists/suppliers/list", test_suppliers);
  g_test_add_func ("/store/lists/belonging", test_belonging);
  g_test_add_func ("/store/lists/stock/archived", test_archived);
  g_test_add_func ("/store/lists/empty", test_empty);

  return g_test_run ();
}
