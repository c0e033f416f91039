/* Which column is which field: words of shops and of shop systems, and what people overrule. */
#include "config.h"

#include "sedia-columns.h"
#include "sedia-error.h"

#include <string.h>

/* Guesses for @headers, parted by bars, and compares with "header=field" parted by bars. */
static void
assert_guess (SediaImportKind kind,
              const char     *headers,
              const char     *expected)
{
  g_auto (GStrv) list = g_strsplit (headers, "|", -1);
  g_autoptr (SediaColumns) columns = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  columns = sedia_columns_guess (kind, (const char *const *) list, g_strv_length (list));

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->fields[i] != SEDIA_FIELD_NONE)
      {
        g_string_append_printf (found, "%s%s=%s", found->len > 0 ? "|" : "", list[i],
                                sedia_field_get_name (columns->fields[i]));
        g_assert_cmpint (columns->column_of[columns->fields[i]], ==, (int) i);
      }

  g_assert_cmpstr (found->str, ==, expected);
}

static SediaColumns *
guess (SediaImportKind kind,
       const char     *headers)
{
  g_auto (GStrv) list = g_strsplit (headers, "|", -1);

  return sedia_columns_guess (kind, (const char *const *) list, g_strv_length (list));
}

static void
test_field_names (void)
{
  for (guint i = 0; i < SEDIA_N_FIELDS; i++)
    {
      SediaField field = SEDIA_FIELD_NONE;

      g_assert_nonnull (sedia_field_get_name ((SediaField) i));
      g_assert_true (sedia_field_from_name (sedia_field_get_name ((SediaField) i), &field));
      g_assert_cmpint (field, ==, (int) i);
    }
}

static void
test_field_name_spellings (void)
{
  SediaField field;

  g_assert_true (sedia_field_from_name ("On-Hand", &field));
  g_assert_cmpint (field, ==, SEDIA_FIELD_ON_HAND);
  g_assert_true (sedia_field_from_name ("lead-days", &field));
  g_assert_cmpint (field, ==, SEDIA_FIELD_LEAD_DAYS);
  g_assert_false (sedia_field_from_name ("colour", &field));
  g_assert_false (sedia_field_from_name ("", &field));
}

/* A file whose headers are our own field names is understood completely: exports come back. */
static void
test_own_names (void)
{
  for (guint kind = 0; kind < SEDIA_N_IMPORT_KINDS; kind++)
    for (guint i = SEDIA_FIELD_SKU; i < SEDIA_N_FIELDS; i++)
      {
        const char *header = sedia_field_get_name ((SediaField) i);
        g_autoptr (SediaColumns) columns = NULL;

        if (!sedia_field_for_kind ((SediaField) i, (SediaImportKind) kind))
          continue;
        if (i == SEDIA_FIELD_ID)
          continue; /* alone, the number is the product's code */
        if (i == SEDIA_FIELD_BARCODE && kind != SEDIA_IMPORT_PRODUCTS)
          continue; /* alone in a line of an order, it is what tells the product */

        columns = sedia_columns_guess ((SediaImportKind) kind, &header, 1);
        if (columns->fields[0] != (SediaField) i)
          g_error ("“%s” is taken for “%s”", header, sedia_field_get_name (columns->fields[0]));
      }
}

static void
test_english (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "SKU|Product name|Barcode|Unit|Pack size|Category|Price|Cost|Supplier|Stock|"
                "Min. stock|Max stock|MOQ|Colour",
                "SKU=sku|Product name=name|Barcode=barcode|Unit=unit|Pack size=pack|"
                "Category=category|Price=price|Cost=cost|Supplier=supplier|Stock=on_hand|"
                "Min. stock=minimum|Max stock=maximum|MOQ=moq");
  assert_guess (SEDIA_IMPORT_SUPPLIERS, "Vendor|Lead time (days)|E-Mail|Remarks",
                "Vendor=name|Lead time (days)=lead_days|E-Mail=email|Remarks=note");
  assert_guess (SEDIA_IMPORT_ORDERS,
                "Order no.|Date|Customer|Due date|Item code|Qty|Delivered|Unit price|Deposit",
                "Order no.=order|Date=placed|Customer=customer|Due date=need_by|Item code=sku|"
                "Qty=quantity|Delivered=delivered|Unit price=price|Deposit=deposit");
}

static void
test_indonesian (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "Kode|Nama Barang|Satuan|Isi per dus|Kategori|Harga Jual|Harga Beli|Pemasok|"
                "Stok (pcs)|Stok Minimum|Keterangan",
                "Kode=sku|Nama Barang=name|Satuan=unit|Isi per dus=pack|Kategori=category|"
                "Harga Jual=price|Harga Beli=cost|Pemasok=supplier|Stok (pcs)=on_hand|"
                "Stok Minimum=minimum");
  assert_guess (SEDIA_IMPORT_PRODUCTS, "NAMA PRODUK|KODE PRODUK|HARGA|MODAL|JUMLAH",
                "NAMA PRODUK=name|KODE PRODUK=sku|HARGA=price|MODAL=cost|JUMLAH=on_hand");
  assert_guess (SEDIA_IMPORT_CUSTOMERS, "Nama Pelanggan|No. HP|Surel|Bahasa|Catatan|Alamat",
                "Nama Pelanggan=name|No. HP=phone|Surel=email|Bahasa=language|Catatan=note");
  assert_guess (SEDIA_IMPORT_CUSTOMERS, "Nama|Telepon", "Nama=name|Telepon=phone");
  assert_guess (SEDIA_IMPORT_ORDERS,
                "No Pesanan|Tanggal|Pelanggan|Dibutuhkan|Kode Barang|Jumlah|Diambil|Harga|"
                "Uang Muka|Catatan",
                "No Pesanan=order|Tanggal=placed|Pelanggan=customer|Dibutuhkan=need_by|"
                "Kode Barang=sku|Jumlah=quantity|Diambil=delivered|Harga=price|"
                "Uang Muka=deposit|Catatan=note");
}

static void
test_decorations (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS, " *Réference #*|nAmE *|Price (tax excl.)|QUANTITY:",
                " *Réference #*=sku|nAmE *=name|Price (tax excl.)=price|QUANTITY:=on_hand");
  assert_guess (SEDIA_IMPORT_PRODUCTS, "||()|***", "");
  assert_guess (SEDIA_IMPORT_PRODUCTS, "sku|SKU|Name|name", "sku=sku|Name=name");
}

static void
test_shopify (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "Handle|Title|Body (HTML)|Vendor|Type|Option1 Name|Option1 Value|Variant SKU|"
                "Variant Grams|Variant Inventory Qty|Variant Inventory Policy|Variant Price|"
                "Variant Compare At Price|Variant Barcode|Cost per item|Status",
                "Handle=handle|Title=name|Vendor=supplier|Type=category|Option1 Value=option1|"
                "Variant SKU=sku|Variant Inventory Qty=on_hand|Variant Inventory Policy=backorder|"
                "Variant Price=price|Variant Barcode=barcode|Cost per item=cost|Status=active");
  assert_guess (SEDIA_IMPORT_ORDERS,
                "Name|Email|Created at|Lineitem quantity|Lineitem name|Lineitem price|"
                "Lineitem sku|Billing Name|Notes",
                "Name=order|Created at=placed|Lineitem quantity=quantity|Lineitem price=price|"
                "Lineitem sku=sku|Billing Name=customer|Notes=note");
}

static void
test_woocommerce (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "ID|Type|SKU|Name|Description|In stock?|Stock|Low stock amount|"
                "Backorders allowed?|Sale price|Regular price|Categories|Parent|"
                "Attribute 1 value(s)",
                "ID=id|SKU=sku|Name=name|Stock=on_hand|Low stock amount=minimum|"
                "Backorders allowed?=backorder|Regular price=price|Categories=category|"
                "Parent=handle|Attribute 1 value(s)=option1");
  /* Without a "parent" of variants the word means nothing, "status" alone neither. */
  assert_guess (SEDIA_IMPORT_PRODUCTS, "Parent|Status|Type|id", "id=sku");
}

static void
test_other_systems (void)
{
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "id|Active (0/1)|Name*|Price tax excl.|Wholesale price|Reference #|"
                "Supplier reference #|Supplier|EAN13|UPC|Quantity|Unit price",
                "id=id|Active (0/1)=active|Name*=name|Price tax excl.=price|"
                "Wholesale price=cost|Reference #=sku|Supplier=supplier|EAN13=barcode|"
                "Quantity=on_hand");
  assert_guess (SEDIA_IMPORT_CUSTOMERS, "id|E-mail*|Lastname*|Firstname*|Birthday",
                "id=code|E-mail*=email|Lastname*=last_name|Firstname*=first_name");
  assert_guess (SEDIA_IMPORT_CUSTOMERS, "id|Alias*|Lastname*|Phone",
                "Lastname*=last_name|Phone=phone");
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "id|name|default_code|barcode|list_price|standard_price|qty_available|uom_id",
                "id=id|name=name|default_code=sku|barcode=barcode|list_price=price|"
                "standard_price=cost|qty_available=on_hand|uom_id=unit");
  assert_guess (SEDIA_IMPORT_PRODUCTS,
                "ProductID|ProductName|SupplierID|QuantityPerUnit|UnitPrice|UnitsInStock|"
                "UnitsOnOrder|ReorderLevel|Discontinued",
                "ProductID=sku|ProductName=name|SupplierID=supplier|UnitPrice=price|"
                "UnitsInStock=on_hand|ReorderLevel=minimum|Discontinued=archived");
  assert_guess (SEDIA_IMPORT_ORDERS,
                "OrderID|CustomerID|OrderDate|RequiredDate|ShippedDate|ShipName",
                "OrderID=order|CustomerID=customer|OrderDate=placed|RequiredDate=need_by|"
                "ShippedDate=shipped");
  assert_guess (SEDIA_IMPORT_ORDER_LINES, "OrderID|ProductID|UnitPrice|Quantity|Discount",
                "OrderID=order|ProductID=sku|UnitPrice=price|Quantity=quantity");
}

static void
test_sales_and_purchases (void)
{
  assert_guess (SEDIA_IMPORT_SALES, "InvoiceNo|StockCode|Quantity|InvoiceDate|UnitPrice|CustomerID",
                "InvoiceNo=order|StockCode=sku|Quantity=quantity|InvoiceDate=placed|"
                "UnitPrice=price|CustomerID=customer");
  assert_guess (SEDIA_IMPORT_PURCHASES,
                "Supply Order Reference *|Supplier ID *|Delivery Date (Y-M-D)*",
                "Supply Order Reference *=order|Supplier ID *=supplier|"
                "Delivery Date (Y-M-D)*=expected");
}

static void
assert_map (SediaColumns *columns,
            const char   *assignment)
{
  g_autoptr (GError) error = NULL;

  sedia_columns_map (columns, assignment, &error);
  g_assert_no_error (error);
}

static void
assert_map_refused (SediaColumns *columns,
                    const char   *assignment,
                    const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sedia_columns_map (columns, assignment, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_map (void)
{
  g_autoptr (SediaColumns) columns = guess (SEDIA_IMPORT_PRODUCTS, "Kode|Nama|a=b|Rak|Stok");

  assert_map (columns, "Rak=category");
  g_assert_cmpint (columns->column_of[SEDIA_FIELD_CATEGORY], ==, 3);
  assert_map (columns, "a=b=unit");
  g_assert_cmpint (columns->column_of[SEDIA_FIELD_UNIT], ==, 2);
  assert_map (columns, "rak=sku"); /* takes the field from another column */
  g_assert_cmpint (columns->column_of[SEDIA_FIELD_SKU], ==, 3);
  g_assert_cmpint (columns->column_of[SEDIA_FIELD_CATEGORY], ==, -1);
  g_assert_cmpint (columns->fields[0], ==, SEDIA_FIELD_NONE);
  assert_map (columns, "Stok=ignore");
  g_assert_false (sedia_columns_has (columns, SEDIA_FIELD_ON_HAND));
  assert_map (columns, "5=on-hand");
  g_assert_cmpint (columns->column_of[SEDIA_FIELD_ON_HAND], ==, 4);

  assert_map_refused (columns, "Warna=unit", "Kode, Nama, a=b, Rak, Stok");
  assert_map_refused (columns, "Rak=warna", "sku, name, barcode");
  assert_map_refused (columns, "Rak=need_by", "need_by");
  assert_map_refused (columns, "Rak", "COLUMN=FIELD");
  assert_map_refused (columns, "6=unit", "no column “6”");
  assert_map_refused (columns, "=unit", "no column “”");
}

static void
assert_check (SediaImportKind kind,
              const char     *headers,
              const char     *missing)
{
  g_autoptr (SediaColumns) columns = guess (kind, headers);
  g_autoptr (GError) error = NULL;

  if (missing == NULL)
    {
      sedia_columns_check (columns, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_false (sedia_columns_check (columns, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, missing));
}

static void
test_check (void)
{
  assert_check (SEDIA_IMPORT_PRODUCTS, "SKU|Stock", NULL);
  assert_check (SEDIA_IMPORT_PRODUCTS, "Handle|Title", NULL);
  assert_check (SEDIA_IMPORT_PRODUCTS, "Name|Stock", "“sku”");
  assert_check (SEDIA_IMPORT_CUSTOMERS, "Lastname|Phone", NULL);
  assert_check (SEDIA_IMPORT_CUSTOMERS, "Phone", "“name”");
  assert_check (SEDIA_IMPORT_ORDERS, "Order|Date", "“customer”");
  assert_check (SEDIA_IMPORT_ORDER_LINES, "Order|SKU", "“quantity”");
  assert_check (SEDIA_IMPORT_SALES, "SKU|Qty", "“placed”");
}

static void
assert_row (const SediaColumns *columns,
            const char         *row,
            const char         *above,
            const char         *expected_sku,
            const char         *expected_name)
{
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);
  g_autofree char *sku = sedia_columns_row_sku (columns, (const char *const *) cells);
  g_autofree char *name = sedia_columns_row_name (columns, (const char *const *) cells, above);

  g_assert_cmpstr (sku, ==, expected_sku);
  g_assert_cmpstr (name, ==, expected_name);
}

static void
test_row_shopify (void)
{
  g_autoptr (SediaColumns) columns = NULL;
  const char *picture[] = { "gloves", "", " ", NULL, "", "", "", "http://x/y.jpg" };
  const char *variant[] = { "gloves", "", "Green", NULL, "", "", "", "" };

  columns = guess (SEDIA_IMPORT_PRODUCTS, "Handle|Title|Option1 Value|Option2 Value|Variant SKU|"
                                          "Variant Barcode|Variant Price|Image Src");

  assert_row (columns, "lamp|Lamp|Default Title||||9|", NULL, "lamp", "Lamp");
  assert_row (columns, "gloves|Gloves|Green|X L!|||9|", NULL, "gloves-green-x-l",
              "Gloves – Green, X L!");
  assert_row (columns, "gloves||Yellow||||9|", "Gloves", "gloves-yellow", "Gloves – Yellow");
  assert_row (columns, "gloves||Red||G-R|899|9|", "Gloves", "G-R", "Gloves – Red");
  assert_row (columns, "gloves||Red|||899|9|", NULL, "899", NULL);
  g_assert_true (sedia_columns_row_is_picture (columns, picture));
  g_assert_false (sedia_columns_row_is_picture (columns, variant));
}

static void
test_row_woocommerce (void)
{
  g_autoptr (SediaColumns) columns = NULL;
  g_autoptr (SediaColumns) without_id = NULL;

  columns = guess (SEDIA_IMPORT_PRODUCTS, "ID|SKU|Name|Parent|Attribute 1 value(s)");
  assert_row (columns, "7|tee|T-Shirt||Blue, Red", NULL, "tee", "T-Shirt");
  assert_row (columns, "8||T-Shirt - Blue|tee|Blue", NULL, "8", "T-Shirt - Blue");

  without_id = guess (SEDIA_IMPORT_PRODUCTS, "SKU|Name|Parent|Attribute 1 value(s)");
  assert_row (without_id, "||IDEA|Black", "Idea", "IDEA-black", "Idea – Black");
  assert_row (without_id, "|Best Woo Products!||", NULL, "best-woo-products", "Best Woo Products!");
  assert_row (without_id, "|||", NULL, NULL, NULL);
  assert_row (without_id, "|!!!||", NULL, NULL, "!!!");
}

static void
test_row_person (void)
{
  static const struct
  {
    const char *cells[3];
    const char *name;
  } cases[] = {
    { { "John", "Doe", "ACME" }, "John Doe" },
    { { "", "Doe", "ACME" }, "Doe" },
    { { "John", NULL, NULL }, "John" },
    { { "", " ", "ACME " }, "ACME" },
    { { "", "", "" }, NULL },
  };
  g_autoptr (SediaColumns) columns = guess (SEDIA_IMPORT_CUSTOMERS, "Firstname|Lastname|Company");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = sedia_columns_row_name (columns, cases[i].cells, NULL);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/columns/field-names", test_field_names);
  g_test_add_func ("/core/columns/field-name-spellings", test_field_name_spellings);
  g_test_add_func ("/core/columns/own-names", test_own_names);
  g_test_add_func ("/core/columns/english", test_english);
  g_test_add_func ("/core/columns/indonesian", test_indonesian);
  g_test_add_func ("/core/columns/decorations", test_decorations);
  g_test_add_func ("/core/columns/shopify", test_shopify);
  g_test_add_func ("/core/columns/woocommerce", test_woocommerce);
  g_test_add_func ("/core/columns/other-systems", test_other_systems);
  g_test_add_func ("/core/columns/sales-and-purchases", test_sales_and_purchases);
  g_test_add_func ("/core/columns/map", test_map);
  g_test_add_func ("/core/columns/check", test_check);
  g_test_add_func ("/core/columns/row-shopify", test_row_shopify);
  g_test_add_func ("/core/columns/row-woocommerce", test_row_woocommerce);
  g_test_add_func ("/core/columns/row-person", test_row_person);

  return g_test_run ();
}
