/* What a file is about, by its headers and its name, and how sure the guess of a column is. */
#include "config.h"

#include "sedia-columns.h"

static gboolean
guess_kind (const char      *headers,
            const char      *file_name,
            SediaImportKind *kind)
{
  g_auto (GStrv) list = g_strsplit (headers, "|", -1);

  return sedia_columns_guess_kind ((const char *const *) list, g_strv_length (list), file_name,
                                   kind);
}

static void
assert_kind (const char      *headers,
             const char      *file_name,
             SediaImportKind  expected)
{
  SediaImportKind kind = SEDIA_N_IMPORT_KINDS;

  g_assert_true (guess_kind (headers, file_name, &kind));
  g_assert_cmpint (kind, ==, expected);
}

static void
test_by_headers (void)
{
  assert_kind ("Kode|Nama Barang|Stok", "data.csv", SEDIA_IMPORT_PRODUCTS);
  assert_kind ("sku|quantity", NULL, SEDIA_IMPORT_PRODUCTS);
  assert_kind ("Nama Pelanggan|No HP", NULL, SEDIA_IMPORT_CUSTOMERS);
  assert_kind ("Name|Phone", NULL, SEDIA_IMPORT_CUSTOMERS);
  assert_kind ("Vendor|Lead time|Phone", NULL, SEDIA_IMPORT_SUPPLIERS);
  assert_kind ("Order no.|Customer|Item code|Qty", NULL, SEDIA_IMPORT_ORDERS);
  assert_kind ("OrderID|ProductID|UnitPrice|Quantity|Discount", NULL, SEDIA_IMPORT_ORDER_LINES);
}

/* Orders and sales have the same columns, but for a header that says so, the name, or nobody to
 * order. */
static void
test_sales (void)
{
  const char *const either = "Order|Customer|Date|SKU|Quantity";

  assert_kind ("InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
               "data.csv", SEDIA_IMPORT_SALES);
  assert_kind ("Tanggal transaksi|Kode barang|Terjual", NULL, SEDIA_IMPORT_SALES);
  assert_kind ("Date|SKU|Quantity", NULL, SEDIA_IMPORT_SALES);
  assert_kind (either, NULL, SEDIA_IMPORT_ORDERS);
  assert_kind (either, "Penjualan 2025.csv", SEDIA_IMPORT_SALES);
  assert_kind (either, "orders.csv", SEDIA_IMPORT_ORDERS);
}

/* The headers of an address book fit customers and suppliers alike: then the name decides. */
static void
test_by_name (void)
{
  assert_kind ("Name|Phone", "Daftar Pemasok 2026.csv", SEDIA_IMPORT_SUPPLIERS);
  assert_kind ("ID|Active|Name *|Description", "suppliers_import.csv", SEDIA_IMPORT_SUPPLIERS);
  assert_kind ("Name|Phone", "PELANGGAN.CSV", SEDIA_IMPORT_CUSTOMERS);
  assert_kind ("Nama Pelanggan|No HP", "produk.csv", SEDIA_IMPORT_CUSTOMERS); /* has no SKU */
}

static void
test_not_enough (void)
{
  SediaImportKind kind = SEDIA_N_IMPORT_KINDS;

  g_assert_false (guess_kind ("Foo|Bar", NULL, &kind));
  g_assert_cmpint (kind, ==, SEDIA_IMPORT_PRODUCTS);
  g_assert_false (guess_kind ("Barcode numbers|Price|Stock", NULL, &kind));
  g_assert_cmpint (kind, ==, SEDIA_IMPORT_PRODUCTS);
  /* A name would do for customers, but more speaks for products. */
  g_assert_false (guess_kind ("Artikel|Nama|Harga jual|Isi", NULL, &kind));
  g_assert_cmpint (kind, ==, SEDIA_IMPORT_PRODUCTS);
}

static int
rival_of (SediaImportKind  kind,
          const char      *headers,
          guint            column)
{
  g_auto (GStrv) list = g_strsplit (headers, "|", -1);
  g_autoptr (SediaColumns) columns = NULL;

  columns = sedia_columns_guess (kind, (const char *const *) list, g_strv_length (list));

  return sedia_columns_find_rival (columns, column);
}

static void
test_rival (void)
{
  const char *const prices = "SKU|Price tax excl.|Unit price|Colour";

  g_assert_cmpint (rival_of (SEDIA_IMPORT_PRODUCTS, prices, 0), ==, -1);
  g_assert_cmpint (rival_of (SEDIA_IMPORT_PRODUCTS, prices, 1), ==, 2);
  g_assert_cmpint (rival_of (SEDIA_IMPORT_PRODUCTS, prices, 2), ==, -1); /* not taken */
  g_assert_cmpint (rival_of (SEDIA_IMPORT_PRODUCTS, prices, 3), ==, -1);
  /* One that is taken for something else is no rival. */
  g_assert_cmpint (rival_of (SEDIA_IMPORT_PRODUCTS, "SKU|Barcode|ID", 0), ==, -1);
  g_assert_cmpint (rival_of (SEDIA_IMPORT_CUSTOMERS, "Name|Company (old)", 0), ==, 1);
}

static void
test_missing (void)
{
  static const struct
  {
    SediaImportKind kind;
    const char *headers;
    SediaField missing;
  } cases[] = {
    { SEDIA_IMPORT_PRODUCTS, "Colour", SEDIA_FIELD_SKU },
    { SEDIA_IMPORT_PRODUCTS, "Barcode", SEDIA_FIELD_NONE },
    { SEDIA_IMPORT_CUSTOMERS, "Phone", SEDIA_FIELD_NAME },
    { SEDIA_IMPORT_CUSTOMERS, "Last name", SEDIA_FIELD_NONE },
    { SEDIA_IMPORT_ORDERS, "Order", SEDIA_FIELD_CUSTOMER },
    { SEDIA_IMPORT_ORDER_LINES, "Order|SKU", SEDIA_FIELD_QUANTITY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) list = g_strsplit (cases[i].headers, "|", -1);
      g_autoptr (SediaColumns) columns =
        sedia_columns_guess (cases[i].kind, (const char *const *) list, g_strv_length (list));

      g_assert_cmpint (sedia_columns_find_missing (columns), ==, cases[i].missing);
    }
}

static void
test_copy (void)
{
  const char *const headers[] = { "Kode", "Nama", NULL };
  g_autoptr (SediaColumns) columns = sedia_columns_guess (SEDIA_IMPORT_PRODUCTS, headers, 2);
  g_autoptr (SediaColumns) copy = sedia_columns_copy (columns);

  sedia_columns_set (columns, 0, SEDIA_FIELD_BARCODE);
  g_assert_cmpint (copy->fields[0], ==, SEDIA_FIELD_SKU);
  g_assert_cmpint (copy->column_of[SEDIA_FIELD_SKU], ==, 0);
  g_assert_cmpint (copy->column_of[SEDIA_FIELD_BARCODE], ==, -1);
  g_assert_cmpstr (copy->headers[1], ==, "Nama");
  g_assert_true (copy->headers[1] != columns->headers[1]);
  g_assert_null (sedia_columns_copy (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/columns-kind/by-headers", test_by_headers);
  g_test_add_func ("/core/columns-kind/by-name", test_by_name);
  g_test_add_func ("/core/columns-kind/sales", test_sales);
  g_test_add_func ("/core/columns-kind/not-enough", test_not_enough);
  g_test_add_func ("/core/columns-kind/rival", test_rival);
  g_test_add_func ("/core/columns-kind/missing", test_missing);
  g_test_add_func ("/core/columns-kind/copy", test_copy);

  return g_test_run ();
}
