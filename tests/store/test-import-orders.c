/* Imports of orders and deliveries: what is served, what is closed, and that one bad row stops all.
 */
#include "config.h"

#include "sedia-time.h"
#include "transfer.h"

#include <string.h>

/* ---- orders */

static void
prepare_orders (Shop *shop)
{
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone\nC1,Siti,081\nC2,Budi,082\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,barcode,price,on_hand,decimals\n"
                             "A,Kettle,111,10,5,0\nB,Lamp,222,20,0,0\nR,Rice,,15,2,3\n");
}

static void
test_orders_one_file (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaOrder) first = NULL;
  g_autoptr (SediaOrder) second = NULL;
  g_autoptr (SediaImportReport) again = NULL;
  g_autofree char *path = NULL;
  int day;

  prepare_orders (shop);
  path = transfer_write (shop, "orders.csv",
                         "order,customer,order date,need by,shipped,deposit,sku,quantity,price\n"
                         "1001,C1,2026-01-05,2026-02-01,,5.50,A,4,\n"
                         ",,,,,,Lamp,2,19\n"
                         "1002,Budi,2026-01-04,,,,111,3,\n"
                         "1000,C2,2025-12-01,,2025-12-05,,B,7,\n"
                         "1003,C2,2026-01-06,,,,R,1.5,\n");
  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, path));

  /* The dated line is served before the older one without a date (rules.md 3.1). */
  assert_line (shop, 1, 1, "4/0/0/4");
  assert_line (shop, 1, 2, "2/0/0/0");
  assert_line (shop, 2, 1, "3/0/0/1");
  assert_line (shop, 3, 1, "7/7/0/0"); /* shipped before the import */
  assert_line (shop, 4, 1, "1500/0/0/1500");
  assert_stock (shop, "A", "5/5/7");
  assert_stock (shop, "B", "0/0/2");
  shop_assert_sound (shop);

  first = shop_look_order (shop, 1);
  g_assert_cmpstr (first->reference, ==, "1001");
  g_assert_cmpint (first->deposit, ==, 550);
  g_assert_cmpint (((SediaOrderLine *) first->lines->pdata[0])->price, ==,
                   1000); /* the product's */
  g_assert_cmpint (((SediaOrderLine *) first->lines->pdata[1])->price, ==, 1900);
  sedia_day_parse ("2026-02-01", &day, NULL);
  g_assert_cmpint (((SediaOrderLine *) first->lines->pdata[1])->need_by, ==, day);
  second = shop_look_order (shop, 2);
  sedia_day_parse ("2026-01-04", &day, NULL);
  g_assert_cmpint (sedia_day_of_time (second->placed_at), ==, day);

  /* The same file again changes nothing. */
  again = transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (again->unchanged, ==, 4);
  g_assert_cmpuint (again->added, ==, 0);
  assert_stock (shop, "A", "5/5/7");
}

static void
test_orders_undo (void)
{
  g_autoptr (Shop) shop = shop_open ();

  prepare_orders (shop);
  transfer_must_import_text (shop, SEDIA_TRANSFER_ORDERS,
                             "order,customer,sku,quantity\n1001,C1,A,4\n");
  assert_stock (shop, "A", "5/4/4");
  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "A", "5/0/0");
  shop_assert_sound (shop);

  /* The number is free again. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_ORDERS,
                             "order,customer,sku,quantity\n1001,C1,A,4\n");
  assert_stock (shop, "A", "5/4/4");
  shop_assert_sound (shop);
}

/* Orders under a name of somebody who was merged are for the one who was kept. */
static void
test_orders_of_merged (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaOrder) first = NULL, second = NULL, third = NULL;
  g_autofree char *customers = NULL;

  prepare_orders (shop);
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS, "code,name,phone\nC3,Siti,083\n");
  g_assert_true (shop_merge (shop, 2, 1));
  g_assert_true (shop_merge (shop, 2, 3));
  transfer_must_import_text (shop, SEDIA_TRANSFER_ORDERS,
                             "order,customer,sku,quantity\n1001,C1,A,1\n1002,Siti,A,1\n"
                             "1003,Budi,A,1\n");
  first = shop_look_order (shop, 1);
  second = shop_look_order (shop, 2);
  third = shop_look_order (shop, 3);
  g_assert_cmpstr (first->customer, ==, "Budi");
  g_assert_cmpstr (second->customer, ==, "Budi");
  g_assert_cmpstr (third->customer, ==, "Budi");

  /* Importing the customers once more brings nobody back. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone,archived\nC1,Siti,084,no\n");
  shop_assert_sound (shop);
  customers = transfer_export (shop, "customers");
  g_assert_nonnull (strstr (customers, "Budi"));
  g_assert_null (strstr (customers, "Siti"));
}

static void
test_orders_problems (void)
{
  g_autoptr (Shop) shop = shop_open ();

  prepare_orders (shop);
  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_ORDERS,
    "order,customer,date,sku,quantity,delivered,cancelled\n"
    "1,C1,2026-01-01,X-9,1,,\n"
    "2,C9,2026-01-01,A,1,,\n"
    "3,C1,2026-02-30,A,1,,\n"
    "4,C1,2026-01-01,A,-3,,\n"
    "5,C1,2026-01-01,A,1e9,,\n"
    "6,C1,2026-01-01,A,1.5,,\n"
    "7,C1,2026-01-01,A,,,\n"
    "8,C1,2026-01-01,,1,,\n"
    "9,,2026-01-01,A,1,,\n"
    "10,C1,2026-01-01,A,3,2,2\n"
    "10,C2,2026-01-01,B,3,,\n",
    "2: Unknown product “X-9”: import the products first.\n"
    "3: Unknown customer “C9”: import the customers first.\n"
    "4: Column “date”: “2026-02-30” is not a date.\n"
    "5: Column “quantity”: “-3” is less than 0.\n"
    "6: Column “quantity”: “1e9” is not a number.\n"
    "7: Column “quantity”: “1.5” has more decimals than the 0 allowed here.\n"
    "8: The line has no quantity.\n"
    "9: The line has no product.\n"
    "10: The order has no customer.\n"
    "11: More is delivered or cancelled than was ordered.\n"
    "12: Order “10” is for another customer in line 11.");
}

static void
test_orders_dates (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = NULL;
  g_autoptr (SediaOrder) order = NULL;
  SediaImportOptions options;
  int day;

  prepare_orders (shop);
  path = transfer_write (shop, "dates.csv",
                         "order,customer,date,sku,quantity\n1,C1,03/04/2026,A,1\n");
  options = transfer_options (SEDIA_TRANSFER_ORDERS, path);
  transfer_assert_problems (
    shop, options,
    "2: “03/04/2026” in column “date” can mean two dates: say whether the day or the "
    "month comes first (--day-first or --month-first).");

  options.day_first = 1;
  transfer_must_import (shop, options);
  order = shop_look_order (shop, 1);
  sedia_day_parse ("2026-04-03", &day, NULL);
  g_assert_cmpint (sedia_day_of_time (order->placed_at), ==, day);

  /* One date of another column decides: one program wrote them all. */
  transfer_must_import_text (
    shop, SEDIA_TRANSFER_ORDERS,
    "order,customer,date,need by,sku,quantity\n2,C1,03/04/2026,25/04/2026,A,1\n");
}

static void
test_orders_two_files (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *heads = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *bad = NULL;
  SediaImportOptions options;

  prepare_orders (shop);
  heads = transfer_write (shop, "heads.csv",
                          "OrderID,CustomerID,OrderDate\n1,C1,2026-01-01\n2,C2,2026-01-02\n");
  lines = transfer_write (shop, "lines.csv", "OrderID,ProductID,Quantity\n1,A,1\n2,A,1\n2,B,1\n");
  bad = transfer_write (shop, "bad-lines.csv", "OrderID,ProductID,Quantity\n2,A,1\n3,A,1\n2,Z,1\n");

  options = transfer_options (SEDIA_TRANSFER_ORDERS, heads);
  g_assert_null (transfer_preview (shop, options));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID); /* no lines */

  options.lines_path = bad;
  transfer_assert_problems (shop, options,
                            "2: Order “1” has no lines.\n"
                            "3: bad-lines.csv: Order “3” is not in the file of orders.\n"
                            "4: bad-lines.csv: Unknown product “Z”: import the products first.");

  options.lines_path = lines;
  transfer_must_import (shop, options);
  assert_line (shop, 1, 1, "1/0/0/1");
  assert_line (shop, 2, 2, "1/0/0/0");
}

/* Hundreds of thousands of rows take their indexes away and build them again; a few thousand do,
 * too. */
static void
test_orders_many (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) products = g_string_new ("sku,name,on_hand\n");
  g_autoptr (GString) orders = g_string_new ("order,customer,sku,quantity,shipped\n");

  for (guint i = 0; i < 2500; i++)
    {
      g_string_append_printf (products, "P%u,Product %u,%u\n", i, i, i % 7);
      g_string_append_printf (orders, "%u,Siti,P%u,%u,%s\n", i / 2, i, 1 + i % 3,
                              i % 4 < 2 ? "" : "yes");
    }

  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS, "name\nSiti\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, products->str);
  transfer_must_import_text (shop, SEDIA_TRANSFER_ORDERS, orders->str);
  shop_assert_sound (shop);
  assert_stock (shop, "P4", "4/2/2");
  assert_stock (shop, "P6", "6/0/0");
}

/* ---- stock from a file is offered to the queue like any other */

/* More rows than are handed over at once, and something wrong only in the last: nothing is written,
 * although most was written by then; without it everything is there.
 */
static void
test_orders_late_problem (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) text = g_string_new ("order,customer,sku,quantity\n");
  g_autoptr (SediaImportReport) refused = NULL, good = NULL;
  g_autofree char *bad_path = NULL, *good_path = NULL;

  prepare_orders (shop);
  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "%u,C%u,%s,1\n", 5000 + i / 2, i / 2 % 2 + 1,
                            i % 2 == 0 ? "A" : "Lamp");
  good_path = transfer_write (shop, "good.csv", text->str);
  g_string_append (text, "9999,C1,nothing,1\n");
  bad_path = transfer_write (shop, "bad.csv", text->str);

  refused = transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, bad_path));
  g_assert_null (refused);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "line 9002: Unknown product “nothing”");
  assert_stock (shop, "A", "5/0/0");
  shop_assert_sound (shop);

  good = transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, good_path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (good->added, ==, 4500);
  assert_stock (shop, "A", "5/5/4500");
  assert_stock (shop, "B", "0/0/4500");
  assert_line (shop, 4500, 2, "1/0/0/0");
  shop_assert_sound (shop);
}

/* "#2" is the order with that number that was placed here, never one that the import just wrote. */
static void
test_orders_by_number (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) text = g_string_new ("order,customer,sku,quantity\n");
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *path = NULL;

  prepare_orders (shop);
  g_assert_cmpint (shop_order (shop, "Siti", "A", 1, (Wish) { .first = FALSE }), ==, 1);
  for (guint i = 0; i < 5000; i++) /* orders without a number, written before the end is read */
    g_string_append (text, ",C1,B,1\n");
  g_string_append (text, "#1,C1,A,1\n#3,C2,A,2\n");
  path = transfer_write (shop, "orders.csv", text->str);

  report = transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->unchanged, ==, 1);
  g_assert_cmpuint (report->added, ==, 5001);
  assert_stock (shop, "A", "5/3/3");
  shop_assert_sound (shop);
}

static void
test_stock_serves (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 first, second;

  shop_product (shop, "A");
  first = shop_order (shop, "Siti", "A", 4, (Wish) { 0 });
  second = shop_order (shop, "Budi", "A", 4, (Wish) { 0 });

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,on_hand\nA,6\n");
  assert_line (shop, first, 1, "4/0/0/4");
  assert_line (shop, second, 1, "4/0/0/2");

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,on_hand\nA,3\n");
  assert_line (shop, first, 1, "4/0/0/3");
  assert_line (shop, second, 1, "4/0/0/0");
  shop_assert_sound (shop);

  g_assert_true (shop_undo (shop, 0));
  shop_assert_sound (shop);
}

/* ---- a delivery from a file */

static gpointer
amounts_job (SediaDb  *db,
             gpointer  path,
             GError  **error)
{
  GArray *amounts = NULL;

  return sedia_delivery_amounts_from_file (db, path, &amounts, error) ? amounts : NULL;
}

static void
test_delivery (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = NULL;
  g_autofree char *good = transfer_write (shop, "good-note.csv",
                                          "barcode,sku,quantity\n,A,4\n222,,1\n,R,0.25\n");
  g_autofree char *bad = transfer_write (shop, "bad-note.csv",
                                         "sku,quantity\nA,4\nZ,1\nA,0\n,3\nB,\nB,1.5\n");
  g_autofree char *unclear = transfer_write (shop, "unclear.csv", "sku,quantity\nR,\"1,000\"\n");
  g_autofree char *other = transfer_write (shop, "other.csv", "sku,colour\nA,red\n");

  prepare_orders (shop);
  amounts = sedia_store_read (shop->store, amounts_job, good, &shop->error);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (amounts->len, ==, 3);
  g_assert_cmpint (g_array_index (amounts, SediaAmount, 0).quantity, ==, 4);
  g_assert_cmpint (g_array_index (amounts, SediaAmount, 2).quantity, ==, 250);

  g_assert_null (sedia_store_read (shop->store, amounts_job, bad, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
  g_assert_cmpstr (shop->error->message, ==,
                   "“bad-note.csv” was not taken: line 3: unknown product “Z”; "
                   "line 4: Column “quantity”: “0” is less than 1; line 5: no SKU or barcode; "
                   "line 6: no quantity; line 7: Column “quantity”: “1.5” has more decimals than "
                   "the 0 allowed here.");
  g_clear_error (&shop->error);

  g_assert_null (sedia_store_read (shop->store, amounts_job, unclear, &shop->error));
  g_assert_nonnull (
    strstr (shop->error->message, "“1,000” in column “quantity” can mean two numbers"));
  g_clear_error (&shop->error);

  g_assert_null (sedia_store_read (shop->store, amounts_job, other, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import-orders/one-file", test_orders_one_file);
  g_test_add_func ("/store/import-orders/undo", test_orders_undo);
  g_test_add_func ("/store/import-orders/of-merged", test_orders_of_merged);
  g_test_add_func ("/store/import-orders/problems", test_orders_problems);
  g_test_add_func ("/store/import-orders/dates", test_orders_dates);
  g_test_add_func ("/store/import-orders/two-files", test_orders_two_files);
  g_test_add_func ("/store/import-orders/many", test_orders_many);
  g_test_add_func ("/store/import-orders/late-problem", test_orders_late_problem);
  g_test_add_func ("/store/import-orders/by-number", test_orders_by_number);
  g_test_add_func ("/store/import-orders/stock-serves", test_stock_serves);
  g_test_add_func ("/store/import-orders/delivery", test_delivery);

  return g_test_run ();
}
