/* The list of purchases: what each filter lets through, in what order, what a search finds, what
 * its rows say, and that the chips count the same.
 */
#include "config.h"

#include "purchases.h"

#include "sedia-transfer.h"

#include <inttypes.h>

static gint64 java, abadi;

static gpointer
spine_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_list_spine (db, data, error);
}

/* The ids of the list as text: "3 1 2". */
static char *
ids_of (Shop        *shop,
        SediaFilter  filter,
        SediaSort    sort,
        gboolean     descending,
        const char  *search,
        gint64       of)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_PURCHASES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spine = NULL;
  GString *text = g_string_new (NULL);

  query->filter = filter;
  query->sort = sort;
  query->descending = descending;
  query->search = g_strdup (search);
  query->of = of;
  spine = sedia_store_read (shop->store, spine_job, query, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < spine->len; i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? " " : "",
                            g_array_index (spine, gint64, i));

  return g_string_free (text, FALSE);
}

#define assert_ids(shop, filter, sort, descending, search, of, expected)                           \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *ids_ = ids_of (shop, filter, sort, descending, search, of);                 \
      g_assert_cmpstr (ids_, ==, expected);                                                        \
    }                                                                                              \
  G_STMT_END

#define assert_filter(shop, filter, expected)                                                      \
  assert_ids (shop, filter, SEDIA_SORT_DEFAULT, FALSE, NULL, 0, expected)

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

static gpointer
row_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_PURCHASES);

  return sedia_list_page (db, query, data, 1, error);
}

/* The row of one purchase: a page of one, or of none. */
static GPtrArray *
row_of (Shop   *shop,
        gint64  id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *page = sedia_store_read (shop->store, row_job, &id, &error);

  g_assert_no_error (error);
  return page;
}

/* Days as those of purchases.h, seen from today. */
static int
in_days (int n)
{
  return sedia_day_today () + n - NOV (0);
}

/* 1 and 7 are late, 2 comes in three days, of 3 nobody knows, 4 is a draft, 5 has come, 6 was
 * cancelled. */
static Shop *
open_shop (void)
{
  Shop *shop = shop_with_supplier ();

  java = 1;
  abadi = shop_supplier (shop, "CV Abadi");
  g_assert_cmpint (buy (shop, "K=5@9 M=2@12"), ==, 1);
  shop->at += G_TIME_SPAN_HOUR;
  g_assert_cmpint (buy_full (shop, abadi, "M=3", in_days (3), FALSE), ==, 2);
  g_assert_cmpint (buy (shop, "M=2"), ==, 3);
  g_assert_cmpint (buy_full (shop, abadi, "M=4", 20, TRUE), ==, 4);
  g_assert_cmpint (buy (shop, "M=1@4"), ==, 5);
  g_assert_cmpint (receive_for (shop, 5, "M=1"), >, 0);
  g_assert_cmpint (buy (shop, "M=2@4"), ==, 6);
  g_assert_true (cancel_purchase (shop, 6));
  shop->at -= 2 * G_TIME_SPAN_HOUR;
  g_assert_cmpint (buy (shop, "M=4@5"), ==, 7);

  return shop;
}

static void
test_filters (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaCounts counts = counts_of (shop);

  assert_filter (shop, SEDIA_FILTER_EXPECTED, "7 1 2 3");
  assert_filter (shop, SEDIA_FILTER_LATE, "7 1");
  assert_filter (shop, SEDIA_FILTER_DRAFTS, "4");
  assert_filter (shop, SEDIA_FILTER_CLOSED, "6 5");
  assert_filter (shop, SEDIA_FILTER_ALL, "7 1 2 3 4 6 5");

  g_assert_cmpuint (counts.purchases, ==, 7);
  g_assert_cmpuint (counts.purchases_expected, ==, 4);
  g_assert_cmpuint (counts.purchases_late, ==, 2);
  g_assert_cmpuint (counts.purchases_drafts, ==, 1);

  /* One line of the first comes: the other is still late. All of it: it is closed. */
  g_assert_cmpint (receive_for (shop, 1, "K=5"), >, 0);
  assert_filter (shop, SEDIA_FILTER_LATE, "7 1");
  g_assert_cmpint (receive_for (shop, 1, "M=2"), >, 0);
  assert_filter (shop, SEDIA_FILTER_LATE, "7");
  assert_filter (shop, SEDIA_FILTER_CLOSED, "6 5 1");
}

/* What is late stands above what comes, and what nobody knows the day of below it. */
static void
test_late_first (void)
{
  g_autoptr (Shop) shop = open_shop ();

  g_assert_true (expect_purchase (shop, 7, 0, in_days (1)));
  assert_filter (shop, SEDIA_FILTER_EXPECTED, "1 7 2 3");
  g_assert_true (expect_purchase (shop, 1, 0, 0));
  assert_filter (shop, SEDIA_FILTER_EXPECTED, "7 2 1 3");
  g_assert_cmpuint (counts_of (shop).purchases_late, ==, 0);

  /* The first of its days counts: one line of a purchase may be late when the other is not. */
  g_assert_true (expect_purchase (shop, 1, 2, in_days (2)));
  assert_filter (shop, SEDIA_FILTER_EXPECTED, "7 1 2 3");
}

static void
test_sorts (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaFilter all = SEDIA_FILTER_ALL, expected = SEDIA_FILTER_EXPECTED;

  assert_ids (shop, all, SEDIA_SORT_NUMBER, FALSE, NULL, 0, "1 2 3 4 5 6 7");
  assert_ids (shop, all, SEDIA_SORT_NUMBER, TRUE, NULL, 0, "7 6 5 4 3 2 1");
  assert_ids (shop, expected, SEDIA_SORT_NUMBER, FALSE, NULL, 0, "1 2 3 7");
  assert_ids (shop, all, SEDIA_SORT_AT, FALSE, NULL, 0, "7 1 2 3 4 5 6");
  assert_ids (shop, all, SEDIA_SORT_SUPPLIER, FALSE, NULL, 0, "2 4 1 3 5 6 7");
  assert_ids (shop, expected, SEDIA_SORT_SUPPLIER, TRUE, NULL, 0, "7 3 1 2");
  assert_ids (shop, expected, SEDIA_SORT_EXPECTED, FALSE, NULL, 0, "7 1 2 3");
  assert_ids (shop, expected, SEDIA_SORT_EXPECTED, TRUE, NULL, 0, "3 2 1 7");
}

static void
test_search (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const SediaFilter all = SEDIA_FILTER_ALL;
  const SediaSort number = SEDIA_SORT_NUMBER;

  assert_ids (shop, all, number, FALSE, "ABADI", 0, "2 4");
  assert_ids (shop, all, number, FALSE, "product k", 0, "1");
  assert_ids (shop, all, number, FALSE, "6", 0, "6");
  assert_ids (shop, SEDIA_FILTER_EXPECTED, number, FALSE, "product m", 0, "1 2 3 7");
  assert_ids (shop, SEDIA_FILTER_CLOSED, number, FALSE, "java", 0, "5 6");
  assert_ids (shop, all, number, FALSE, "abadi product k", 0, "");
  assert_ids (shop, all, number, FALSE, "%", 0, "");

  /* Of one supplier, for the pane about it. */
  assert_ids (shop, SEDIA_FILTER_EXPECTED, SEDIA_SORT_DEFAULT, FALSE, NULL, java, "7 1 3");
  assert_ids (shop, all, number, FALSE, NULL, abadi, "2 4");
}

static gpointer
draft_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_draft_save (db, data, SEDIA_DRAFT_PURCHASE, "Toko Baru", "", 2, "{}", error)
           ? SEDIA_DONE
           : NULL;
}

/* What is still being typed stands above the purchases, and is expected by nobody. */
static void
test_typed (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (GPtrArray) row = NULL;
  const SediaPurchase *purchase;
  gint64 id = 0;

  sedia_store_note (shop->store, draft_job, &id, &shop->error);
  g_assert_no_error (shop->error);
  assert_filter (shop, SEDIA_FILTER_EXPECTED, "7 1 2 3");
  assert_filter (shop, SEDIA_FILTER_DRAFTS, "-1 4");
  assert_filter (shop, SEDIA_FILTER_ALL, "-1 7 1 2 3 4 6 5");
  assert_ids (shop, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "baru", 0, "-1");
  g_assert_cmpuint (counts_of (shop).purchases, ==, 8);
  g_assert_cmpuint (counts_of (shop).purchases_drafts, ==, 2);

  row = row_of (shop, -id);
  purchase = g_ptr_array_index (row, 0);
  g_assert_cmpint (purchase->id, ==, -id);
  g_assert_cmpstr (purchase->supplier, ==, "Toko Baru");
  g_assert_cmpuint (purchase->n_lines, ==, 2);
  g_assert_cmpint (purchase->status, ==, SEDIA_PURCHASE_DRAFT);
}

static void
assert_row (Shop                *shop,
            gint64               id,
            SediaPurchaseStatus  status,
            int                  next,
            guint                n_incoming,
            guint                n_waiting,
            guint                n_customers)
{
  g_autoptr (GPtrArray) row = row_of (shop, id);
  const SediaPurchase *purchase = g_ptr_array_index (row, 0);

  g_assert_cmpint (purchase->status, ==, status);
  g_assert_cmpint (purchase->next, ==, next);
  g_assert_cmpuint (purchase->n_incoming, ==, n_incoming);
  g_assert_cmpuint (purchase->n_waiting, ==, n_waiting);
  g_assert_cmpuint (purchase->n_customers, ==, n_customers);
}

/* A row says what is to come, and how many customers it holds up: as many as the pane lists. */
static void
test_rows (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (GPtrArray) row = row_of (shop, 1);
  g_autoptr (GPtrArray) gone = row_of (shop, 99);
  const SediaPurchase *purchase = g_ptr_array_index (row, 0);
  const SediaPurchaseLine *first = g_ptr_array_index (purchase->lines, 0);

  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_cmpuint (purchase->n_lines, ==, 2);
  g_assert_cmpuint (purchase->lines->len, ==, 1);
  g_assert_cmpstr (first->sku, ==, "K");
  g_assert_cmpint (first->ordered, ==, 5);
  g_assert_cmpint (purchase->expected, ==, NOV (12));
  g_assert_cmpint (purchase->agreed, ==, NOV (12));
  g_assert_true (sedia_purchase_is_late (purchase, NOV (10)));
  g_assert_false (sedia_purchase_is_late (purchase, NOV (9)));

  /* Siti's two lines and the first of Budi's wait for purchase 1; the other nobody covers. */
  shop->at = AT (3, 9, 0);
  shop_order (shop, "Siti", "K", 2, NOBODY);
  shop_order (shop, "Siti", "K", 1, NOBODY);
  shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_order (shop, "Wati", "K", 1, NOBODY);
  assert_row (shop, 1, SEDIA_PURCHASE_CONFIRMED, NOV (9), 2, 3, 2);
  assert_row (shop, 2, SEDIA_PURCHASE_CONFIRMED, NOV (in_days (3)), 1, 0, 0);
  assert_row (shop, 3, SEDIA_PURCHASE_CONFIRMED, SEDIA_NO_DAY, 1, 0, 0);
  assert_row (shop, 4, SEDIA_PURCHASE_DRAFT, NOV (20), 0, 0, 0);
  assert_row (shop, 5, SEDIA_PURCHASE_CLOSED, SEDIA_NO_DAY, 0, 0, 0);
  assert_row (shop, 6, SEDIA_PURCHASE_CANCELLED, SEDIA_NO_DAY, 0, 0, 0);

  g_assert_cmpint (receive_for (shop, 1, "K=3"), >, 0);
  assert_row (shop, 1, SEDIA_PURCHASE_CONFIRMED, NOV (9), 2, 1, 1);
}

/* ---- the file of it */

typedef struct
{
  const SediaQuery *query; /* NULL: all of them */
  char *path;
  guint n;
} Wanted;

static gpointer
export_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  Wanted *wanted = data;
  const SediaExportOptions options = { .kind = "purchases", .query = wanted->query };

  return sedia_export_to_file (db, &options, wanted->path, &wanted->n, error) ? SEDIA_DONE : NULL;
}

static char *
exported (Shop             *shop,
          const SediaQuery *query,
          guint             n)
{
  g_autofree char *path = g_build_filename (shop->folder, "purchases.csv", NULL);
  Wanted wanted = { query, path, 0 };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  sedia_store_read (shop->store, export_job, &wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wanted.n, ==, n);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* A row for each line, with what came of it and for whom it is; of a list, in its order. */
static void
test_export (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_PURCHASES);
  g_autofree char *all = NULL, *late = NULL;

  shop_order (shop, "Siti", "M", 2, NOBODY);
  g_assert_cmpint (buy (shop, "M=2>1/1"), ==, 8);
  g_assert_cmpint (receive_for (shop, 1, "K=3"), >, 0);
  g_assert_true (close_purchase (shop, 1, 1));
  g_assert_cmpstr (sedia_export_kind_of (SEDIA_LIST_PURCHASES), ==, "purchases");
  all = exported (shop, NULL, 8);
  g_assert_true (g_str_has_prefix (all, "purchase,supplier,placed,status,line,sku,product,ordered,"
                                        "received,closed,price,agreed,expected,order,order_line"
                                        "\r\n1,Java,2020-11-02"));
  g_assert_nonnull (strstr (all, ",confirmed,1,K,Product K,5,3,2,,2020-11-09,2020-11-09,,\r\n"));
  g_assert_nonnull (strstr (all, ",confirmed,2,M,Product M,2,0,0,,2020-11-12,2020-11-12,,\r\n"));
  g_assert_nonnull (strstr (all, ",draft,1,M,Product M,4,0,0,,,2020-11-20,,\r\n"));
  g_assert_nonnull (strstr (all, ",closed,1,M,Product M,1,1,0,,2020-11-04,2020-11-04,,\r\n"));
  g_assert_nonnull (strstr (all, ",cancelled,1,M,"));
  g_assert_true (g_str_has_suffix (all, ",confirmed,1,M,Product M,2,0,0,,,,1,1\r\n"));

  query->filter = SEDIA_FILTER_LATE;
  late = exported (shop, query, 2);
  g_assert_nonnull (strstr (late, "order_line\r\n7,Java,"));
  g_assert_nonnull (strstr (late, "\r\n1,Java,"));
  g_assert_null (strstr (late, "\r\n2,"));
}

int
main (int    argc,
      char **argv)
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/purchases-list/filters", test_filters);
  g_test_add_func ("/store/purchases-list/late-first", test_late_first);
  g_test_add_func ("/store/purchases-list/sorts", test_sorts);
  g_test_add_func ("/store/purchases-list/search", test_search);
  g_test_add_func ("/store/purchases-list/typed", test_typed);
  g_test_add_func ("/store/purchases-list/rows", test_rows);
  g_test_add_func ("/store/purchases-list/export", test_export);

  return g_test_run ();
}
