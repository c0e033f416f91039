/* Imports: what is matched, what changes, and that one bad row stops the whole file. */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "reference-data.h"
#include "sedia-csv.h"
#include "sedia-db.h"
#include "transfer.h"

/* ---- products */

static void
test_products_new (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) preview = NULL;
  g_autoptr (SediaProduct) product = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *path = NULL;

  path = transfer_write (shop, "goods.csv",
                         "Kode,Nama Barang,Barcode,Satuan,Harga,Stok,Pemasok\n"
                         "K-1,Blue Kettle,8991;8992,pcs,12.50,5,Maju\n"
                         "K-2,Beras,,kg,15,2.5,Maju\n"
                         "K-3,Lamp,,,,,\n");

  preview = transfer_preview (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, path));
  g_assert_no_error (shop->error);
  changes = transfer_changes (preview);
  g_assert_cmpstr (changes, ==,
                   "2 K-1: Blue Kettle, on hand 5, price 12.50\n"
                   "3 K-2: Beras, on hand 2.5, price 15.00\n"
                   "4 K-3: Lamp, on hand 0");
  g_assert_cmpuint (preview->added, ==, 3);
  g_assert_cmpuint (preview->notes->len, ==, 2); /* a new supplier; parts of a unit */
  g_assert_cmpint (preview->decimal, ==, '.');
  g_assert_cmpint (shop_last_operation (shop), ==, 0); /* a preview does nothing */

  g_ptr_array_add (preview->columns, NULL);
  columns = g_strjoinv ("|", (char **) preview->columns->pdata);
  g_assert_cmpstr (columns, ==,
                   "Kode=sku|Nama Barang=name|Barcode=barcode|Satuan=unit|Harga=price|Stok=on_hand|"
                   "Pemasok=supplier");

  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, path));
  product = shop_look (shop, "8992");
  g_assert_cmpstr (product->sku, ==, "K-1");
  g_assert_cmpstr (product->supplier, ==, "Maju");
  g_assert_cmpint (product->price, ==, 1250);
  g_assert_cmpuint (g_strv_length (product->barcodes), ==, 2);
  assert_stock (shop, "K-1", "5/0/0");
  assert_stock (shop, "K-2", "2500/0/0"); /* counted with 3 decimals */
  assert_stock (shop, "K-3", "0/0/0");
  shop_assert_sound (shop);
}

static void
test_products_set_and_add (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *path = NULL;
  SediaImportOptions options;

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,price,on_hand\nA,Kettle,10,5\nB,Lamp,20,3\nC,Mug,5,1\n");

  path = transfer_write (shop, "again.csv", "sku,price,on_hand\na,12,12\nB,,\nC,5,1\n");
  options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  report = transfer_import (shop, options);
  g_assert_no_error (shop->error);
  changes = transfer_changes (report);
  g_assert_cmpstr (changes, ==, "2 A: on hand 5, price 10.00 > on hand 12, price 12.00");
  g_assert_cmpuint (report->changed, ==, 1);
  g_assert_cmpuint (report->unchanged, ==, 2);
  assert_stock (shop, "A", "12/0/0");
  assert_stock (shop, "B", "3/0/0"); /* a blank cell says nothing */

  options.add = TRUE;
  transfer_must_import (shop, options);
  assert_stock (shop, "A", "24/0/0");
  assert_stock (shop, "C", "2/0/0");

  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "A", "12/0/0");
  assert_stock (shop, "C", "1/0/0");
  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "A", "5/0/0");
  shop_assert_sound (shop);
}

/* Taken back, the products are archived without stock; importing the file once more brings them
 * back. One that a person archived stays archived.
 */
static void
test_products_undo (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) undone = NULL;
  g_autoptr (SediaProduct) again = NULL;
  g_autoptr (SediaProduct) archived = NULL;
  const char *text = "sku,name,barcode,supplier,on_hand\nA,Kettle,111,Maju,5\nB,Lamp,222,Jaya,0\n";

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, text);
  g_assert_true (shop_undo (shop, 0));
  undone = shop_look (shop, "A");
  g_assert_true (undone->archived);
  g_assert_cmpuint (g_strv_length (undone->barcodes), ==, 0);
  assert_stock (shop, "A", "0/0/0");
  shop_assert_sound (shop);

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, text);
  again = shop_look (shop, "111");
  g_assert_false (again->archived);
  assert_stock (shop, "A", "5/0/0");
  shop_assert_sound (shop);

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,archived\nB,1\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, text);
  archived = shop_look (shop, "B");
  g_assert_true (archived->archived);
}

static void
test_products_match (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = NULL;

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,barcode,on_hand\nA,Kettle,111,5\nB,Lamp,222,3\n");

  /* By barcode: the product has a new SKU, and a second barcode. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,barcode,on_hand\nA-NEW,111;112,7\n");
  product = shop_look (shop, "A-NEW");
  g_assert_cmpstr (product->name, ==, "Kettle");
  g_assert_cmpuint (g_strv_length (product->barcodes), ==, 2);
  assert_stock (shop, "112", "7/0/0");

  /* A file with barcodes alone changes no SKU. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "barcode,on_hand\n222,9\n");
  assert_stock (shop, "B", "9/0/0");

  transfer_assert_problems_text (shop, SEDIA_TRANSFER_PRODUCTS,
                                 "sku,name,barcode\nB,Lamp,111\nC,Mug,333\nD,Cup,333\n",
                                 "2: Barcode “111” belongs to product “A-NEW”.\n"
                                 "4: Barcode “333” stands in line 3 already.");
  shop_assert_sound (shop);
}

static void
test_products_problems (void)
{
  g_autoptr (Shop) shop = shop_open ();

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,name,on_hand\nA,Kettle,5\n");
  shop_order (shop, "Siti", "A", 2, (Wish) { 0 });

  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_PRODUCTS,
    "sku,name,price,on_hand,minimum,maximum,backorder,decimals,pack,barcode\n"
    "A,Kettle,ten,5,1,2,,,,\n"
    "B,,10,5,1,2,,,,\n"
    "C,Mug,10,1e9,1,2,,,,\n"
    "D,Cup,10,5,9,2,,,,\n"
    "E,Pan,-1,5,1,2,,,,\n"
    ",Pot,10,5,1,2,,,,\n"
    "b,Lid,10,5,1,2,,,,\n"
    "F,Jar,10,5,1,2,maybe,,,\n"
    "G,Tin,10,5,1,2,,4,,\n"
    "A,Again,10,5,1,2,,,,\n"
    "H,Box,10,5,1,2,,,,8.99E+12\n"
    "I,Bag,10,5,1,2,,,,,,too long\n",
    "2: Column “price”: “ten” is not a number.\n"
    "3: Product “B” has no name.\n"
    "4: Column “on_hand”: “1e9” is not a number.\n"
    "5: The minimum, 9, is more than the maximum, 2.\n"
    "6: Column “price”: “-1” is less than 0.\n"
    "7: The row has no SKU.\n"
    "8: SKU “b” stands in line 3 already.\n"
    "9: Column “backorder”: “maybe” does not say whether customers may wait: allow, warn or "
    "refuse.\n"
    "10: Column “decimals”: “4” is more than 3.\n"
    "11: SKU “A” stands in line 2 already.\n"
    "12: “8.99E+12” is what a spreadsheet made of a long number: format the column as text and "
    "enter the "
    "barcode again.\n"
    "13: The row has 12 cells, more than the header's 10.");

  /* What orders rest on stays. */
  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_PRODUCTS, "sku,decimals,pack\nA,3,12\n",
    "2: Product “A” is counted with 0 decimals, which an import does not change.\n"
    "2: The pack of product “A” cannot change while orders for it are open.");
}

static void
test_products_refused (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) many = g_string_new ("sku,name\n");
  g_autofree char *two = transfer_write (shop, "two.csv", "sku,name,on_hand\nA,Kettle,x\nB,,1\n");
  g_autofree char *thirty = NULL;

  g_assert_null (transfer_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, two)));
  g_assert_cmpstr (shop->error->message, ==,
                   "Nothing was imported: line 2: Column “on_hand”: “x” is not a number; "
                   "line 3: Product “B” has no name.");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (many, "P%u,\n", i);
  thirty = transfer_write (shop, "thirty.csv", many->str);
  g_assert_null (transfer_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, thirty)));
  g_assert_true (g_str_has_suffix (shop->error->message, "; and 10 more problems."));
}

/* "1,000" must not become 1, nor 1000, unless somebody says so. */
static void
test_numbers_ambiguous (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *comma = transfer_write (shop, "comma.csv",
                                           "sku;name;stock\nA;Kettle;1,000\nB;Lamp;5\n");
  g_autofree char *point = transfer_write (shop, "point.csv", "sku,name,stock\nA,Kettle,1.000\n");
  g_autofree char *clear = transfer_write (shop, "clear.csv",
                                           "sku;name;stock\nC;Rice;1,000\nD;Flour;2,5\n");
  g_autofree char *mixed = transfer_write (shop, "mixed.csv",
                                           "sku;name;stock\nC;Rice;1.5\nD;Flour;2,5\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, comma);

  transfer_assert_problems (
    shop, options,
    "2: “1,000” in column “stock” can mean two numbers: say which mark stands before "
    "the decimals (--decimal . or --decimal ,).");
  transfer_assert_problems (
    shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, point),
    "2: “1.000” in column “stock” can mean two numbers: say which mark stands before "
    "the decimals (--decimal . or --decimal ,).");
  transfer_assert_problems (
    shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, mixed),
    "3: Column “stock” has numbers with a decimal point and others with a decimal "
    "comma: say which mark stands before the decimals (--decimal . or --decimal ,).");

  options.decimal = '.';
  transfer_must_import (shop, options);
  assert_stock (shop, "A", "1000/0/0");
  options.decimal = ',';
  transfer_must_import (shop, options);
  assert_stock (shop, "A", "1/0/0");

  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, clear));
  assert_stock (shop, "C", "1/0/0");
  assert_stock (shop, "D", "2500/0/0");
}

/* A shop system that sold what it did not have: the book is below zero, and the product is to be
 * counted. */
static void
test_stock_negative (void)
{
  g_autoptr (Shop) shop = shop_open ();

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,stock\nA,Kettle,-3\nB,Lamp,4\n");
  assert_stock (shop, "A", "-3/0/0");
  shop_assert_sound (shop);

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,allow_negative\nB,no\n");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,stock\nB,-1\n",
                                 "2: The stock of product “B” may not go below zero.");
}

static void
test_products_discontinued (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) gone = NULL;
  g_autoptr (SediaProduct) left = NULL;
  g_autoptr (SediaProduct) archived = NULL;

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,stock,discontinued\nA,Kettle,0,1\nB,Lamp,3,1\nC,Mug,3,0\n");
  gone = shop_look (shop, "A");
  g_assert_true (gone->archived);
  left = shop_look (shop, "B");
  g_assert_false (left->archived);
  g_assert_cmpint (left->backorder, ==, SEDIA_BACKORDER_REFUSE);

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,archived\nC,1\n");
  archived = shop_look (shop, "C");
  g_assert_true (archived->archived);
}

static void
test_products_supplier (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) by_code = NULL;
  g_autoptr (SediaProduct) renamed = NULL;

  /* A number before there are suppliers: the supplier's own file gives it a name later. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, "sku,name,SupplierID\nA,Kettle,7\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS,
                             "SupplierID,CompanyName\n7,Maju Jaya\n8,Sinar\n");
  renamed = shop_look (shop, "A");
  g_assert_cmpstr (renamed->supplier, ==, "Maju Jaya");

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,supplier\nB,Lamp,8\nC,Mug,maju jaya\nD,Cup,Somebody\n");
  by_code = shop_look (shop, "B");
  g_assert_cmpstr (by_code->supplier, ==, "Sinar");

  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_PRODUCTS, "sku,name,supplier\nE,Pan,99\n",
    "2: There is no supplier with code “99”: import the suppliers first.");
}

/* ---- customers and suppliers */

static void
test_people_match (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *customers = NULL;

  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone\nC1,Siti,081\n,Siti,082\n,Budi,083\n,Ani,\n");

  /* By code, by name and phone, by name alone; a namesake with a code of its own is new. */
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone,email,channel\n"
                             "C1,Siti Rahma,081,s@example,whatsapp\n"
                             ",siti,082,,sms\n"
                             ",Budi,089,,\n"
                             "C9,Ani,,,\n"
                             "C8,Ani,084,,email\n");
  customers = transfer_export (shop, "customers");
  g_assert_cmpstr (customers, ==,
                   "code,name,phone,email,channel,language,note,do_not_contact,archived\r\n"
                   "C1,Siti Rahma,081,s@example,whatsapp,,,0,0\r\n"
                   ",siti,082,,sms,,,0,0\r\n"
                   ",Budi,089,,phone,,,0,0\r\n"
                   "C9,Ani,,,phone,,,0,0\r\n"
                   "C8,Ani,084,,email,,,0,0\r\n");
}

static void
test_people_problems (void)
{
  g_autoptr (Shop) shop = shop_open ();

  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "name,phone\nSiti,081\nSiti,082\n");
  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_CUSTOMERS,
    "code,name,phone,channel\nC1,Budi,,\nC1,Ani,,\n,,083,\n,Siti,,\n,Joko,,pigeon\n,Rina,1,\n,rina,"
    "1,\nC7,,,\n",
    "3: Code “C1” stands in line 2 already.\n"
    "4: The row has no name.\n"
    "5: There are 2 called “Siti”: give the code or the phone number.\n"
    "6: “pigeon” is no way to reach a customer: whatsapp, phone, email, sms or person.\n"
    "8: “rina” stands in line 7 already: give both a code or a phone number.\n"
    "9: The row has no name, and nobody has code “C7”.");
  transfer_assert_problems_text (shop, SEDIA_TRANSFER_SUPPLIERS,
                                 "name,lead_days\nMaju,soon\nJaya,-1\n",
                                 "2: Column “lead_days”: “soon” is not a number.\n"
                                 "3: Column “lead_days”: “-1” is less than 0.");
}

static void
test_people_undo (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  const char *text = "code,name,lead_days\nS1,Maju Jaya,7\nS2,Sinar,\n";

  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS, "code,name,lead_days\nS1,Maju,5\n");
  before = transfer_export (shop, "suppliers");
  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS, text);
  changed = transfer_export (shop, "suppliers");

  g_assert_true (shop_undo (shop, 0));
  undone = transfer_export (shop, "suppliers");
  g_assert_true (g_str_has_prefix (undone, before));
  g_assert_true (g_str_has_suffix (undone, "S2,Sinar,,,,,1,\r\n"));

  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS, text);
  again = transfer_export (shop, "suppliers");
  g_assert_cmpstr (again, ==, changed);
}

/* ---- what people know better */

static void
test_map (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) map = g_ptr_array_new ();
  g_autofree char *path = transfer_write (shop, "odd.csv", "x,y,stock\nA,Kettle,5\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);

  g_assert_null (transfer_preview (shop, options));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID);

  options.map = map;
  g_ptr_array_add (map, (gpointer) "x=sku");
  g_ptr_array_add (map, (gpointer) "2=name");
  g_ptr_array_add (map, (gpointer) "stock=ignore");
  transfer_must_import (shop, options);
  assert_stock (shop, "A", "0/0/0");

  g_ptr_array_add (map, (gpointer) "z=name");
  g_assert_null (transfer_import (shop, options));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

/* ---- files that are none */

static void
test_files (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *missing = g_build_filename (shop->folder, "missing.csv", NULL);
  g_autofree char *empty = transfer_write (shop, "empty.csv", "");
  g_autofree char *excel = g_build_filename (shop->folder, "excel.csv", NULL);
  const char *paths[] = { missing, empty, excel, shop->folder };

  g_assert_true (
    g_file_set_contents (excel, "PK\003\004\024\000\006\000 xl/workbook.xml", 24, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_assert_null (transfer_preview (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, paths[i])));
      g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
      g_assert_null (transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, paths[i])));
      g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
    }
}

static gpointer
cancelled_job (SediaDb  *db,
               gpointer  options,
               GError  **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SediaImportReport *report;

  g_cancellable_cancel (cancellable);
  sedia_db_set_cancellable (db, cancellable);
  report = sedia_import_preview (db, options, error);
  sedia_db_set_cancellable (db, NULL);
  return report;
}

static void
test_cancelled (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "goods.csv", "sku,name\nA,Kettle\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);

  g_assert_null (sedia_store_read (shop->store, cancelled_job, &options, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
}

/* ---- strings that break programs */

static GPtrArray *
read_naughty_strings (void)
{
  const char *path = reference_data ("naughty-strings/blns.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  GPtrArray *strings;
  JsonArray *array;

  if (path == NULL)
    return NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  array = json_node_get_array (json_parser_get_root (parser));
  strings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
        g_ptr_array_add (strings, g_strdup (text));
    }

  return strings;
}

static gpointer
texts_job (SediaDb  *db,
           gpointer  sku,
           GError  **error)
{
  gint64 id;

  return sedia_product_find (db, sku, &id, error) ? sedia_product_read (db, id, error) : NULL;
}

static void
test_naughty_strings (void)
{
  g_autoptr (GPtrArray) strings = read_naughty_strings ();
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) products = g_string_new ("sku,name,unit,category,note,supplier\n");
  g_autoptr (GString) customers = g_string_new ("code,name,phone,email,language,note\n");

  if (strings == NULL)
    return;

  for (guint i = 0; i < strings->len; i++)
    {
      const char *text = g_ptr_array_index (strings, i);

      g_string_append_printf (products, "N%u", i);
      g_string_append_printf (customers, "N%u", i);
      for (guint column = 0; column < 5; column++)
        {
          g_string_append_c (customers, ',');
          sedia_csv_append_cell (customers, text, ',');
          g_string_append_c (products, ',');
          sedia_csv_append_cell (products, column < 4 ? text : "Maju", ',');
        }
      g_string_append_c (products, '\n');
      g_string_append_c (customers, '\n');
    }

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, products->str);
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS, customers->str);

  for (guint i = 0; i < strings->len; i++)
    {
      const char *text = g_ptr_array_index (strings, i);
      g_autofree char *sku = g_strdup_printf ("N%u", i);
      g_autoptr (SediaProduct) product = sedia_store_read (shop->store, texts_job, sku, NULL);

      g_assert_cmpstr (product->name, ==, text);
      g_assert_cmpstr (product->unit, ==, text);
      g_assert_cmpstr (product->category, ==, text);
      g_assert_cmpstr (product->note, ==, text);
    }

  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import/products/new", test_products_new);
  g_test_add_func ("/store/import/products/set-and-add", test_products_set_and_add);
  g_test_add_func ("/store/import/products/undo", test_products_undo);
  g_test_add_func ("/store/import/products/match", test_products_match);
  g_test_add_func ("/store/import/products/problems", test_products_problems);
  g_test_add_func ("/store/import/products/refused", test_products_refused);
  g_test_add_func ("/store/import/products/discontinued", test_products_discontinued);
  g_test_add_func ("/store/import/products/supplier", test_products_supplier);
  g_test_add_func ("/store/import/numbers/ambiguous", test_numbers_ambiguous);
  g_test_add_func ("/store/import/stock/negative", test_stock_negative);
  g_test_add_func ("/store/import/people/match", test_people_match);
  g_test_add_func ("/store/import/people/problems", test_people_problems);
  g_test_add_func ("/store/import/people/undo", test_people_undo);
  g_test_add_func ("/store/import/map", test_map);
  g_test_add_func ("/store/import/files", test_files);
  g_test_add_func ("/store/import/cancelled", test_cancelled);
  g_test_add_func ("/store/import/naughty-strings", test_naughty_strings);

  return g_test_run ();
}
