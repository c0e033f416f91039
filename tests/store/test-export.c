/* Exports: what goes out comes back in, and nothing in it runs as a formula. */
#include "config.h"

#include <string.h>

#include "sedia-csv.h"
#include "sedia-time.h"
#include "transfer.h"

/* Everything that can be said about products, people and orders. */
static void
fill (Shop *shop)
{
  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS,
                             "code,name,phone,email,lead_days,note,archived\n"
                             "S1,Maju,021,m@example,5,\"two\nlines\",0\n"
                             ",Jaya,,,,,1\n"
                             "S3,maju,,,,,0\n");
  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS,
                             "code,name,phone,email,channel,language,note,do_not_contact\n"
                             "C1,Siti,081,s@example,whatsapp,id,,0\n"
                             ",Budi,+62 82,,sms,,\"says \"\"hi\"\"\",1\n"
                             ",Budi,083,,phone,,,0\n"
                             ",=HYPERLINK(1),,,phone,,'quoted,0\n");
  transfer_must_import_text (
    shop, SEDIA_TRANSFER_PRODUCTS,
    "sku,name,barcode,unit,decimals,pack,category,supplier,price,cost,on_hand,minimum,"
    "maximum,moq,backorder,backorder_limit,allow_negative,note,archived\n"
    "A,Kettle,111;222,pcs,0,12,Home,S3,12.50,7,5,1,9,2,warn,20,no,fragile,0\n"
    "R,Rice,a\\;b\\\\c,kg,3,,Food,Jaya,0.99,,1.125,0.5,,,,,yes,,0\n"
    "-9,+Lamp,,pcs,0,,@home,,,,-2,,,,refuse,,,,0\n"
    "Z,Old,,pcs,0,,,,,,3,,,,,,,,1\n");
  transfer_must_import_text (
    shop, SEDIA_TRANSFER_ORDERS,
    "order,customer,phone,placed,deposit,all_or_nothing,note,sku,quantity,delivered,cancelled,"
    "price,need_by,"
    "first,all,held\n"
    "1001,Siti,,2026-01-05T02:30:00Z,5.5,1,call,A,4,1,1,12.50,2026-03-01,0,1,0\n"
    "1001,Siti,,2026-01-05T02:30:00Z,5.5,1,call,R,0.125,0,0,,,0,0,0\n"
    "1002,Budi,083,2026-01-06,0,0,,A,9,0,0,,,1,0,0\n"
    "1003,=HYPERLINK(1),,2026-01-07,0,0,,-9,2,2,0,,,0,0,0\n"
    "1004,Budi,+62 82,2026-01-08,0,0,,A,2,0,0,,,0,0,1\n");
}

static void
test_round_trip (void)
{
  static const struct
  {
    const char *kind;
    SediaTransferKind import;
  } kinds[] = {
    { "suppliers", SEDIA_TRANSFER_SUPPLIERS },
    { "customers", SEDIA_TRANSFER_CUSTOMERS },
    { "products", SEDIA_TRANSFER_PRODUCTS },
    { "orders", SEDIA_TRANSFER_ORDERS },
  };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autofree char *queue = NULL;
  g_autofree char *other_queue = NULL;

  fill (shop);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = transfer_export (shop, kinds[i].kind);
      g_autofree char *path = transfer_write (other, "export.csv", text);
      g_autofree char *again = NULL;
      g_autoptr (SediaImportReport) same = NULL;

      transfer_must_import (other, transfer_options (kinds[i].import, path));
      again = transfer_export (other, kinds[i].kind);
      g_assert_cmpstr (again, ==, text);

      /* ... and into the shop it came from it changes nothing. */
      same = transfer_import (shop, transfer_options (kinds[i].import, path));
      g_assert_no_error (shop->error);
      g_assert_cmpuint (same->added + same->changed, ==, 0);
    }

  queue = transfer_export (shop, "queue");
  other_queue = transfer_export (other, "queue");
  g_assert_cmpstr (other_queue, ==, queue);
  shop_assert_sound (other);
}

/* Orders placed here have no number of another system: their own is written, and known again. */
static void
test_own_orders (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autoptr (SediaImportReport) same = NULL;
  g_autofree char *customers = NULL;
  g_autofree char *products = NULL;
  g_autofree char *orders = NULL;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  shop_product (shop, "A");
  shop_customer (shop, "Siti");
  shop_order (shop, "Siti", "A", 2, (Wish) { .first = TRUE });
  orders = transfer_export (shop, "orders");
  g_assert_nonnull (strstr (orders, "\n#1,Siti,"));

  path = transfer_write (shop, "orders.csv", orders);
  same = transfer_import (shop, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  g_assert_cmpuint (same->unchanged, ==, 1);
  g_assert_cmpuint (same->added, ==, 0);

  customers = transfer_export (shop, "customers");
  products = transfer_export (shop, "products");
  transfer_must_import_text (other, SEDIA_TRANSFER_CUSTOMERS, customers);
  transfer_must_import_text (other, SEDIA_TRANSFER_PRODUCTS, products);
  transfer_must_import (other, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  again = transfer_export (other, "orders");
  g_assert_cmpstr (again, ==, orders);
}

/* No cell begins with what a spreadsheet runs. */
static void
test_formulas (void)
{
  static const char *const kinds[] = { "products", "customers", "suppliers", "orders",
                                       "movements", "queue", "contacts" };
  g_autoptr (Shop) shop = shop_open ();

  fill (shop);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = transfer_export (shop, kinds[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (SediaTable) table = sedia_csv_read_bytes (bytes, kinds[i], NULL, NULL, NULL);

      for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
        for (guint column = 0; column < sedia_table_get_n_columns (table); column++)
          {
            const char *cell = sedia_table_get_cell (table, row, column);

            if (cell != NULL && *cell == '-')
              g_assert_true (g_ascii_isdigit (cell[1])); /* an amount */
            else
              g_assert_true (cell == NULL || *cell == '\0' || strchr ("=+@\t\r", *cell) == NULL);
          }
    }
}

static void
test_ledger (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *movements = NULL;
  g_autofree char *queue = NULL;
  g_autofree char *contacts = NULL;

  sedia_time_parse ("2026-05-04T10:00:00Z", &shop->at, NULL);
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,decimals,on_hand\nR,Rice,3,2.5\n");
  shop_sell (shop, "R", 250, FALSE);
  shop_order (shop, "Siti", "R", 5000, (Wish) { 0 });
  shop_told (shop, "Siti");

  movements = transfer_export (shop, "movements");
  g_assert_true (g_str_has_prefix (
    movements, "movement,at,sku,product,quantity,reason,document,note,actor,entered,"
               "operation\r\n"
               "1,2026-05-04T10:00:00Z,R,Rice,2.5,opening,,,Tester,"));
  g_assert_nonnull (strstr (movements, "\n2,2026-05-04T10:00:00Z,R,Rice,-0.25,sale,,,Tester,"));

  queue = transfer_export (shop, "queue");
  g_assert_cmpstr (
    queue, ==,
    "position,order,line,customer,sku,product,open,reserved,waiting,need_by,placed,first,all,"
    "held\r\n"
    "1,1,1,Siti,R,Rice,5,2.25,2.75,,2026-05-04T10:00:00Z,0,0,0\r\n");

  contacts = transfer_export (shop, "contacts");
  g_assert_true (g_str_has_prefix (contacts, "at,customer,phone,channel,outcome,note,actor\r\n"
                                             "2026-05-04T10:00:00Z,Siti,"));
}

static gpointer
wrong_kind_job (SediaDb  *db,
                gpointer  kind,
                GError  **error)
{
  return sedia_export_csv (db, kind, error);
}

static void
test_wrong_kind (void)
{
  g_autoptr (Shop) shop = shop_open ();

  g_assert_null (
    sedia_store_read (shop->store, wrong_kind_job, (gpointer) "secrets", &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/export/round-trip", test_round_trip);
  g_test_add_func ("/store/export/own-orders", test_own_orders);
  g_test_add_func ("/store/export/formulas", test_formulas);
  g_test_add_func ("/store/export/ledger", test_ledger);
  g_test_add_func ("/store/export/wrong-kind", test_wrong_kind);

  return g_test_run ();
}
