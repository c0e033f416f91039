/* What was sold before, from files: what comes in, what came back, what is there already, and what
 * nobody here sells.
 */
#include "config.h"

#include "reference-data.h"
#include "sedia-csv.h"
#include "sedia-db.h"
#include "sedia-demand.h"
#include "sedia-time.h"
#include "transfer.h"

#include <string.h>

static void
prepare (Shop *shop)
{
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone\n"
                             "C1,Siti,0812-3456-789\nC2,Budi,\nC3,Budi,\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,barcode,on_hand,decimals\n"
                             "A,Kettle,111,5,0\nB,Lamp,222,0,0\nR,Rice,,2,3\n");
}

static gpointer
sales_job (SediaDb   *db,
           gpointer   unused,
           GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (
    db,
    "SELECT p.sku, s.day, s.quantity, ifnull (c.code, '') FROM past_sale AS s"
    " JOIN product AS p ON p.id = s.product_id LEFT JOIN customer AS c ON c.id = s.customer_id"
    " ORDER BY s.id", error);
  GString *text = g_string_new (NULL);

  while (sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW)
    {
      g_autofree char *day = sedia_day_format_iso ((int) sedia_stmt_int64 (stmt, 1));

      g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %s\n", sedia_stmt_text (stmt, 0),
                              day, sedia_stmt_int64 (stmt, 2), sedia_stmt_text (stmt, 3));
    }

  return g_string_free (text, FALSE);
}

/* "SKU day quantity customer" of each row that was noted. */
static void
assert_sales (Shop       *shop,
              const char *expected)
{
  g_autofree char *sales = sedia_store_read (shop->store, sales_job, NULL, NULL);

  g_assert_cmpstr (sales, ==, expected);
}

static gpointer
sum_job (SediaDb   *db,
         gpointer   sku,
         GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (
    db,
    "SELECT count (*), ifnull (sum (quantity), 0) FROM past_sale AS s"
    " JOIN product AS p ON p.id = s.product_id WHERE $1 IS NULL OR p.sku = $1", error);

  sedia_stmt_bind_text (stmt, 1, sku);
  g_assert_cmpint (sedia_stmt_step (stmt, error), ==, SEDIA_STEP_ROW);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, sedia_stmt_int64 (stmt, 0),
                          sedia_stmt_int64 (stmt, 1));
}

/* "rows sum", of one product or of all. */
static void
assert_sum (Shop       *shop,
            const char *sku,
            const char *expected)
{
  g_autofree char *sum = sedia_store_read (shop->store, sum_job, (gpointer) sku, NULL);

  g_assert_cmpstr (sum, ==, expected);
}

static char *
notes_of (const SediaImportReport *report)
{
  g_ptr_array_add (report->notes, NULL);
  return g_strjoinv ("\n", (char **) report->notes->pdata);
}

/* ---- what comes in */

#define SALES \
  "Date,Item code,Qty,Customer,Phone,Price\n" \
  "2020-11-02 08:26:00,A,6,C1,,2.55\n" \
  "2020-11-02,222,2,siti,,\n" \
  "2020-11-03,Rice,1.5,0812 3456 789,,cheap\n" \
  "2020-11-03T23:30:00Z,a,1,,+62 812 3456789,\n" \
  "2020-11-04,A,-2,Budi,,0\n" \
  "2020-11-05,A,0,C1,,\n" \
  "2020-11-05,B,3,Nobody,,\n"

/* By SKU, barcode and name; who bought it by code, name and phone, where that is somebody; the time
 * of day is dropped, and the price. No stock moves, nobody is created. */
static void
test_what (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) preview = NULL, report = NULL;
  g_autofree char *path = NULL, *changes = NULL, *notes = NULL, *before = NULL, *after = NULL;

  prepare (shop);
  before = transfer_everything (shop);
  path = transfer_write (shop, "sales.csv", SALES);
  preview = transfer_preview (shop, transfer_options (SEDIA_TRANSFER_SALES, path));
  g_assert_no_error (shop->error);
  assert_sales (shop, "");
  changes = transfer_changes (preview);
  g_assert_cmpstr (changes, ==,
                   "2 A: 2020-11-02, 6, Siti\n"
                   "3 B: 2020-11-02, 2, Siti\n"
                   "4 R: 2020-11-03, 1.5, Siti\n"
                   "5 A: 2020-11-04, 1, Siti\n"
                   "6 A: 2020-11-04, -2\n"
                   "8 B: 2020-11-05, 3");

  report = transfer_import (shop, transfer_options (SEDIA_TRANSFER_SALES, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 6);
  notes = notes_of (report);
  g_assert_cmpstr (notes, ==,
                   "1 row came back or was cancelled: it is taken off.\n"
                   "1 row with the quantity 0 was left out.\n"
                   "2 rows name customers nobody here is: they count without one.");
  assert_sales (shop, "A 2020-11-02 6 C1\nB 2020-11-02 2 C1\nR 2020-11-03 1500 C1\n"
                      "A 2020-11-04 1 C1\nA 2020-11-04 -2 \nB 2020-11-05 3 \n");

  after = transfer_everything (shop);
  g_assert_cmpstr (after, ==, before);
  shop_assert_sound (shop);
}

static gpointer
weeks_job (SediaDb   *db,
           gpointer   id,
           GError   **error)
{
  int monday;

  sedia_day_parse ("2020-11-16", &monday, NULL);
  return sedia_demand_weeks_read (db, *(gint64 *) id, monday, error);
}

/* Rule 8: it is part of what was asked for; a cancelled invoice, as cash registers write it, is
 * taken off. */
static void
test_demand (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  gint64 id;

  prepare (shop);
  id = shop_product_id (shop, "B");
  transfer_must_import_text (shop, SEDIA_TRANSFER_SALES,
                             "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
                             "536365,B,6,11/3/2020 8:26,2.55,17850\n"
                             "536366,B,9,11/13/2020 9:00,2.55,17850\n"
                             "C536379,B,-4,11/8/2020 10:03,2.55,17850\n");

  weeks = sedia_store_read (shop->store, weeks_job, &id, NULL);
  g_assert_cmpuint (weeks->asked->len, ==, 2);
  g_assert_cmpint (g_array_index (weeks->asked, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (weeks->asked, gint64, 1), ==, 9);
}

/* ---- what is there already */

static void
assert_import (Shop               *shop,
               SediaImportOptions  options,
               guint               added,
               guint               unchanged)
{
  g_autoptr (SediaImportReport) report = transfer_import (shop, options);

  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
}

/* As many rows are there as were imported: the same sold twice on a day is two sales. */
static void
test_again (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = NULL, *more = NULL, *notes = NULL;
  g_autoptr (SediaImportReport) preview = NULL;
  SediaImportOptions options, with_more;

  prepare (shop);
  path = transfer_write (shop, "sales.csv", "date,sku,qty\n2020-11-02,B,1\n2020-11-02,A,2\n"
                                            "2020-11-02,B,1\n2020-11-01,B,1\n2020-11-02,B,-1\n");
  more = transfer_write (shop, "more.csv", "date,sku,qty\n2020-11-02,B,1\n2020-11-02,B,1\n"
                                           "2020-11-02,R,1\n2020-11-02,B,1\n2020-11-03,B,1\n");
  options = transfer_options (SEDIA_TRANSFER_SALES, path);
  with_more = transfer_options (SEDIA_TRANSFER_SALES, more);

  assert_import (shop, options, 5, 0);
  assert_import (shop, options, 0, 5);
  preview = transfer_preview (shop, options);
  notes = notes_of (preview);
  g_assert_cmpstr (notes, ==,
                   "5 sales are there already, of the same product, day and quantity, and are left "
                   "as they are.\n"
                   "1 row came back or was cancelled: it is taken off.");
  assert_import (shop, with_more, 3, 2);
  assert_sum (shop, "B", "6 4");
  assert_sum (shop, NULL, "8 1006");

  /* Another till may have sold just the same: a person can say so. */
  options.add = TRUE;
  assert_import (shop, options, 5, 0);
  assert_sum (shop, "B", "10 6");
  shop_assert_sound (shop);
}

/* One undo takes all of it back; then the file is new again, until the undo is undone. */
static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = NULL;
  SediaImportOptions options;

  prepare (shop);
  path = transfer_write (shop, "sales.csv", "date,sku,qty\n2020-11-02,B,5\n2020-11-03,B,-2\n");
  options = transfer_options (SEDIA_TRANSFER_SALES, path);

  assert_import (shop, options, 2, 0);
  assert_sum (shop, "B", "2 3");
  g_assert_true (shop_undo (shop, 0));
  assert_sum (shop, "B", "4 0");
  assert_import (shop, options, 2, 0);
  assert_sum (shop, "B", "6 3");
  assert_import (shop, options, 0, 2);

  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_sum (shop, "B", "8 0");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_sum (shop, "B", "10 3");
  assert_import (shop, options, 0, 2);
  shop_assert_sound (shop);
}

/* ---- what is wrong */

static void
test_problems (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *tomorrow = sedia_day_format_iso (sedia_day_today () + 1);
  g_autofree char *late = g_strdup_printf ("date,sku,qty\n%s,A,1\n", tomorrow);
  g_autofree char *late_problem = g_strdup_printf ("2: Column “date”: “%s” is still to come.",
                                                   tomorrow);

  prepare (shop);
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES,
                                 "date,sku,qty\n2020-11-02,,1\n,A,1\n2020-11-02,A,\n",
                                 "2: The row has no product.\n3: The row has no date.\n"
                                 "4: The row has no quantity.");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES, late, late_problem);
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES,
                                 "date,sku,qty\n2020-11-02,A,1.5\n2020-13-02,A,1\n",
                                 "2: Column “qty”: “1.5” has more decimals than the 0 allowed "
                                 "here.\n"
                                 "3: Column “date”: “2020-13-02” is not a date.");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES,
                                 "date,sku,qty\n3/4/2020,A,1\n5/6/2020,B,1\n",
                                 "2: “3/4/2020” in column “date” can mean two dates: say whether "
                                 "the day or the month comes first (--day-first or "
                                 "--month-first).");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES,
                                 "date;sku;qty\n2020-11-02;R;1.000\n",
                                 "2: “1.000” in column “qty” can mean two numbers: say which mark "
                                 "stands before the decimals (--decimal . or --decimal ,).");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SALES, /* the price is passed over */
                                 "date;sku;qty;price\n2020-11-02;R;x;1.000\n",
                                 "2: Column “qty”: “x” is not a number.");
  assert_sales (shop, "");
}

/* Thousands of rows of what the shop does not sell are one sentence each product, and all of its
 * rows are left out, and kept. */
static void
test_unknown (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = NULL, *bad_path = NULL, *lines_path = NULL, *problems = NULL;
  g_autofree char *bad = NULL;
  g_autoptr (SediaImportReport) preview = NULL;
  g_autoptr (GHashTable) left_out = NULL, none = NULL;
  SediaImportOptions options;

  prepare (shop);
  path = transfer_write (shop, "sales.csv", "date,sku,qty\n2020-11-02,POST,1\n2020-11-02,A,2\n"
                                            "2020-11-03,M,1\n2020-11-03,post,3\n,POST,3\n");
  options = transfer_options (SEDIA_TRANSFER_SALES, path);
  preview = transfer_preview (shop, options);
  problems = transfer_problems (preview);
  g_assert_cmpstr (problems, ==,
                   "2: Unknown product “POST” in 3 rows: import the products first.\n"
                   "4: Unknown product “M” in 1 row: import the products first.\n"
                   "6: The row has no date.");
  g_assert_null (transfer_import (shop, options));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "line 2: Unknown product “POST” in 3 rows");

  g_assert_true (sedia_import_find_bad_rows (&options, preview, &left_out, &none, NULL, NULL));
  g_assert_cmpuint (g_hash_table_size (left_out), ==, 4);
  bad_path = g_build_filename (shop->folder, "bad.csv", NULL);
  g_assert_true (sedia_import_save_bad_rows (&options, preview, bad_path, &lines_path, NULL, NULL));
  g_assert_true (g_file_get_contents (bad_path, &bad, NULL, NULL));
  g_assert_nonnull (strstr (bad, "2020-11-03,post,3,Unknown product “POST” in 3 rows"));
  g_assert_nonnull (strstr (bad, ",POST,3,"));
  g_assert_null (strstr (bad, ",A,"));

  options.left_out = left_out;
  assert_import (shop, options, 1, 0);
  assert_sales (shop, "A 2020-11-02 2 \n");
}

/* ---- many */

static char *
many_sales (guint n)
{
  GString *text = g_string_new ("date,sku,qty\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "2020-%02u-%02u,%s,%u\n", 1 + i % 12, 1 + i % 28,
                            i % 3 == 0 ? "A" : "B", 1 + i % 5);

  return g_string_free (text, FALSE);
}

static gpointer
index_job (SediaDb   *db,
           gpointer   unused,
           GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (
    db, "SELECT count (*) FROM sqlite_schema WHERE name = 'past_sale_product'", error);

  g_assert_cmpint (sedia_stmt_step (stmt, error), ==, SEDIA_STEP_ROW);
  return g_strdup_printf ("%" G_GINT64_FORMAT, sedia_stmt_int64 (stmt, 0));
}

/* The indexes are taken away and built again; a second file comes on top with them. */
static void
test_many (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *text = many_sales (5000), *more = many_sales (7000), *has_index = NULL;
  g_autofree char *path = NULL;

  prepare (shop);
  transfer_must_import_text (shop, SEDIA_TRANSFER_SALES, text);
  has_index = sedia_store_read (shop->store, index_job, NULL, NULL);
  g_assert_cmpstr (has_index, ==, "1");
  assert_sum (shop, NULL, "5000 15000");

  path = transfer_write (shop, "more.csv", more);
  assert_import (shop, transfer_options (SEDIA_TRANSFER_SALES, path), 2000, 5000);
  assert_sum (shop, NULL, "7000 21000");
  shop_assert_sound (shop);
}

typedef struct
{
  SediaImportOptions options;
  GCancellable *cancellable;
  guint n_told[SEDIA_IMPORT_FINISHING + 1];
} Stopping;

/* Stopped while it writes, when much is written. */
static void
progress_cb (int      step,
             guint    n_done,
             guint    n_all,
             gpointer data)
{
  Stopping *stopping = data;

  g_assert_cmpuint (n_done, <=, n_all);
  stopping->n_told[step]++;
  if (step == SEDIA_IMPORT_WRITING && n_done > 2500)
    g_cancellable_cancel (stopping->cancellable);
}

static gpointer
stopped_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Stopping *stopping = data;
  SediaImportReport *report;

  sedia_db_set_cancellable (db, stopping->cancellable);
  report = sedia_import_run (db, &stopping->options, error);
  sedia_db_set_cancellable (db, NULL);
  return report;
}

static void
test_stopped (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = many_sales (5000), *path = NULL, *has_index = NULL;
  const SediaAct act = { .kind = "import", .actor = "Tester" };
  Stopping stopping = { .cancellable = cancellable };

  prepare (shop);
  path = transfer_write (shop, "sales.csv", text);
  stopping.options = transfer_options (SEDIA_TRANSFER_SALES, path);
  stopping.options.progress = progress_cb;
  stopping.options.progress_data = &stopping;

  g_assert_null (sedia_store_act (shop->store, &act, stopped_job, &stopping, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
  g_assert_cmpuint (stopping.n_told[SEDIA_IMPORT_CHECKING], >, 10);
  g_assert_cmpuint (stopping.n_told[SEDIA_IMPORT_WRITING], >, 5);
  assert_sum (shop, NULL, "0 0");
  has_index = sedia_store_read (shop->store, index_job, NULL, NULL);
  g_assert_cmpstr (has_index, ==, "1");
  shop_assert_sound (shop);
}

typedef struct
{
  guint n;
  gboolean is_everything;
} Heard;

static void
changed_cb (SediaStore   *store,
            SediaChanges *changes,
            gpointer      data)
{
  Heard *heard = data;

  heard->n++;
  heard->is_everything = sedia_changes_is_everything (changes);
}

/* Whoever shows what is asked for looks again, once, however many rows there are. */
static void
test_told (void)
{
  g_autoptr (Shop) shop = shop_open ();
  Heard heard = { 0 };

  prepare (shop);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (shop->store, "changed", G_CALLBACK (changed_cb), &heard);
  transfer_must_import_text (shop, SEDIA_TRANSFER_SALES,
                             "date,sku,qty\n2020-11-02,A,1\n2020-11-03,B,2\n");
  while (heard.n == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_true (heard.is_everything);
}

/* ---- a real shop */

/* The products of the file: sold under the names it gives them. */
static void
import_products_of (Shop       *shop,
                    const char *path)
{
  const SediaCsvOptions csv = { NULL, 0, 0 };
  g_autoptr (SediaTable) table = sedia_csv_read_file (path, &csv, NULL, NULL);
  g_autoptr (GHashTable) skus = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) products = g_string_new ("sku,name\n");

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    {
      const char *sku = sedia_table_get_cell (table, row, 1);

      if (!g_hash_table_add (skus, (gpointer) sku))
        continue;

      g_string_append_printf (products, "%s,", sku);
      sedia_csv_append_cell (products, sedia_table_get_cell (table, row, 2), ',');
      g_string_append_c (products, '\n');
    }

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, products->str);
}

/* 20 products of the UCI's “Online Retail”; the sums were taken from the file by other means. */
static void
test_online_retail (void)
{
  const char *path = reference_data ("online-retail/subset_20_skus_raw_lines.csv");
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *notes = NULL;

  if (path == NULL)
    return;

  import_products_of (shop, path);
  report = transfer_import (shop, transfer_options (SEDIA_TRANSFER_SALES, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 11354);
  notes = notes_of (report);
  g_assert_nonnull (strstr (notes, "178 rows came back or were cancelled"));
  assert_sum (shop, NULL, "11354 279439");
  assert_sum (shop, "85123A", "2313 38830");

  assert_import (shop, transfer_options (SEDIA_TRANSFER_SALES, path), 0, 11354);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_sum (shop, NULL, "22708 0");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Jakarta", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import/sales/what", test_what);
  g_test_add_func ("/store/import/sales/demand", test_demand);
  g_test_add_func ("/store/import/sales/again", test_again);
  g_test_add_func ("/store/import/sales/undo", test_undo);
  g_test_add_func ("/store/import/sales/problems", test_problems);
  g_test_add_func ("/store/import/sales/unknown", test_unknown);
  g_test_add_func ("/store/import/sales/many", test_many);
  g_test_add_func ("/store/import/sales/stopped", test_stopped);
  g_test_add_func ("/store/import/sales/told", test_told);
  g_test_add_func ("/store/import/sales/online-retail", test_online_retail);

  return g_test_run ();
}
