/* The exports of shop systems: every column is recognised, every product has a code, and the same
 * data written in three dialects means the same.
 */
#include "config.h"

#include "reference-data.h"
#include "sedia-columns.h"
#include "sedia-csv.h"
#include "sedia-guess.h"

#include <string.h>

static SediaTable *
read_reference (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SediaTable *table = sedia_csv_read_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

/* How one file writes its dates and numbers, found out over all its columns of that kind. */
typedef struct
{
  SediaDateOrder order;
  SediaMark mark;
} Writing;

static gboolean
is_date_field (SediaField field)
{
  return field == SEDIA_FIELD_PLACED || field == SEDIA_FIELD_NEED_BY ||
         field == SEDIA_FIELD_SHIPPED;
}

static gboolean
is_number_field (SediaField field)
{
  return field == SEDIA_FIELD_PRICE || field == SEDIA_FIELD_QUANTITY ||
         field == SEDIA_FIELD_ON_HAND || field == SEDIA_FIELD_MINIMUM;
}

static Writing
writing_of (const SediaTable   *table,
            const SediaColumns *columns)
{
  SediaDateGuess dates = { 0 };
  SediaMarkGuess marks = { 0 };

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    for (guint i = 0; i < columns->n_columns; i++)
      {
        if (is_date_field (columns->fields[i]))
          sedia_date_guess_add (&dates, sedia_table_get_cell (table, row, i));
        if (is_number_field (columns->fields[i]))
          sedia_mark_guess_add (&marks, sedia_table_get_cell (table, row, i));
      }

  g_assert_cmpuint (dates.n_bad, ==, 0);
  g_assert_cmpuint (marks.n_bad, ==, 0);
  return (Writing){ sedia_date_guess_order (&dates), sedia_mark_guess_mark (&marks) };
}

/* A cell as what it means, the same in every dialect. */
static char *
dup_typed (const char *cell,
           SediaField  field,
           Writing     writing)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;
  gint days = 0;

  if (field == SEDIA_FIELD_NONE || cell == NULL || *cell == '\0')
    return NULL;
  if (!is_date_field (field) && !is_number_field (field))
    return g_strdup (cell);

  if (is_date_field (field))
    sedia_date_parse_import (cell, writing.order, &days, &error);
  else
    sedia_number_parse_import (cell, SEDIA_MONEY_DECIMALS, writing.mark, &value, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("%d/%" G_GINT64_FORMAT, days, value);
}

static GPtrArray *
typed_cells (const char      *folder,
             const char      *name,
             SediaImportKind  kind)
{
  g_autoptr (SediaTable) table = read_reference (folder, name);
  g_autoptr (SediaColumns) columns = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  Writing writing;

  columns = sedia_columns_guess (kind, sedia_table_get_headers (table),
                                 sedia_table_get_n_columns (table));
  sedia_columns_check (columns, &error);
  g_assert_no_error (error);
  writing = writing_of (table, columns);

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    for (guint i = 0; i < columns->n_columns; i++)
      g_ptr_array_add (cells, dup_typed (sedia_table_get_cell (table, row, i), columns->fields[i],
                                         writing));

  return cells;
}

static void
assert_same_typed (const char      *folder,
                   const char      *stem,
                   SediaImportKind  kind)
{
  static const char *const dialects[] = {
    ".utf8_comma_lf.csv",
    ".cp1252_semicolon_deccomma_crlf_excel_de.csv",
    ".utf16le_tab_crlf_excel_unicode_text.csv",
  };
  g_autofree char *first_name = g_strconcat (stem, dialects[0], NULL);
  g_autoptr (GPtrArray) expected = typed_cells (folder, first_name, kind);

  for (gsize i = 1; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autofree char *name = g_strconcat (stem, dialects[i], NULL);
      g_autoptr (GPtrArray) found = typed_cells (folder, name, kind);

      g_assert_cmpuint (found->len, ==, expected->len);
      for (guint j = 0; j < found->len; j++)
        g_assert_cmpstr (g_ptr_array_index (found, j), ==, g_ptr_array_index (expected, j));
    }
}

static void
test_northwind_dialects (void)
{
  const char *folder = reference_data ("northwind-dialects");

  if (folder == NULL)
    return;

  assert_same_typed (folder, "Products", SEDIA_IMPORT_PRODUCTS);
  assert_same_typed (folder, "Customers", SEDIA_IMPORT_CUSTOMERS);
  assert_same_typed (folder, "Suppliers", SEDIA_IMPORT_SUPPLIERS);
  assert_same_typed (folder, "Orders", SEDIA_IMPORT_ORDERS);
  assert_same_typed (folder, "OrderDetails", SEDIA_IMPORT_ORDER_LINES);
}

typedef struct
{
  const char *name;
  SediaImportKind kind;
  const char *expected; /* "header=field" parted by bars */
} ShopFile;

static const ShopFile shop_files[] = {
  { "northwind/Products.csv", SEDIA_IMPORT_PRODUCTS,
    "ProductID=sku|ProductName=name|SupplierID=supplier|CategoryID=category|UnitPrice=price|"
    "UnitsInStock=on_hand|ReorderLevel=minimum|Discontinued=archived" },
  { "northwind/Customers.csv", SEDIA_IMPORT_CUSTOMERS,
    "CustomerID=code|CompanyName=name|Phone=phone" },
  { "northwind/Suppliers.csv", SEDIA_IMPORT_SUPPLIERS,
    "SupplierID=code|CompanyName=name|Phone=phone" },
  { "northwind/Orders.csv", SEDIA_IMPORT_ORDERS,
    "OrderID=order|CustomerID=customer|OrderDate=placed|RequiredDate=need_by|ShippedDate=shipped" },
  { "northwind/Order_Details.csv", SEDIA_IMPORT_ORDER_LINES,
    "OrderID=order|ProductID=sku|UnitPrice=price|Quantity=quantity" },
  { "online-retail/subset_20_skus_raw_lines.csv", SEDIA_IMPORT_SALES,
    "InvoiceNo=order|StockCode=sku|Quantity=quantity|InvoiceDate=placed|UnitPrice=price|"
    "CustomerID=customer" },
  { "shopify/product_template.csv", SEDIA_IMPORT_PRODUCTS,
    "Handle=handle|Title=name|Vendor=supplier|Type=category|Option1 Value=option1|"
    "Option2 Value=option2|Option3 Value=option3|Variant SKU=sku|Variant Inventory Qty=on_hand|"
    "Variant Inventory Policy=backorder|Variant Price=price|Variant Barcode=barcode|"
    "Cost per item=cost" },
  { "shopify/packt/Product-data.csv", SEDIA_IMPORT_PRODUCTS,
    "Handle=handle|Title=name|Vendor=supplier|Type=category|Option1 Value=option1|"
    "Option2 Value=option2|Option3 Value=option3|Variant SKU=sku|Variant Inventory Qty=on_hand|"
    "Variant Inventory Policy=backorder|Variant Price=price|Variant Barcode=barcode|"
    "Cost per item=cost|Status=active" },
  { "woocommerce/sample_products.csv", SEDIA_IMPORT_PRODUCTS,
    "ID=id|SKU=sku|Name=name|Stock=on_hand|Low stock amount=minimum|"
    "Backorders allowed?=backorder|Regular price=price|Categories=category|Parent=handle|"
    "Attribute 1 value(s)=option1|Attribute 2 value(s)=option2" },
  { "woocommerce/importer_tests/sample.csv", SEDIA_IMPORT_PRODUCTS,
    "SKU=sku|Name=name|Stock=on_hand|Backorders allowed?=backorder|Regular price=price|"
    "Categories=category|Parent=handle|Attribute 1 Value(s)=option1|"
    "Attribute 2 value(s)=option2" },
  { "prestashop/products_import.csv", SEDIA_IMPORT_PRODUCTS,
    "id=id|Active (0/1)=active|Name*=name|Categories (x,y,z,...)=category|Price tax excl.=price|"
    "Wholesale price=cost|Reference #=sku|Supplier=supplier|EAN13=barcode|Quantity=on_hand" },
  { "prestashop/combinations_import.csv", SEDIA_IMPORT_PRODUCTS,
    "Product ID*=id|Options (Group:Value)*=option1|Reference=sku|EAN13=barcode|"
    "Wholesale price=cost|Price=price|Quantity=on_hand" },
  { "prestashop/customers_import.csv", SEDIA_IMPORT_CUSTOMERS,
    "id=code|Active (0/1)=active|E-mail*=email|Lastname*=last_name|Firstname*=first_name" },
  { "prestashop/addresses_import.csv", SEDIA_IMPORT_CUSTOMERS,
    "Active (0/1)=active|Customer e-mail=email|Company=name|Lastname*=last_name|"
    "Firstname*=first_name|Phone=phone" },
  { "prestashop/suppliers_import.csv", SEDIA_IMPORT_SUPPLIERS,
    "id=code|Active (0/1)=active|Name*=name" },
  { "thirtybees/products_import.csv", SEDIA_IMPORT_PRODUCTS,
    "Product ID=id|Active (0/1)=active|Name *=name|Categories (x;y;z...)=category|"
    "Price tax excluded or Price tax included=price|Wholesale price=cost|Reference #=sku|"
    "Supplier=supplier|EAN13=barcode|Quantity=on_hand|Out of stock=backorder" },
  { "thirtybees/customers_import.csv", SEDIA_IMPORT_CUSTOMERS,
    "Customer ID=code|Active (0/1)=active|Email *=email|Last Name *=last_name|"
    "First Name *=first_name" },
  { "thirtybees/addresses_import.csv", SEDIA_IMPORT_CUSTOMERS,
    "Active (0/1)=active|Customer e-mail*=email|Customer ID=code|Company=name|Lastname*=last_name|"
    "Firstname*=first_name|Phone=phone" },
  { "thirtybees/suppliers_import.csv", SEDIA_IMPORT_SUPPLIERS,
    "Supplier ID=code|Active (0/1)=active|Name *=name" },
  { "thirtybees/supply_orders_import.csv", SEDIA_IMPORT_PURCHASES,
    "Supplier ID *=supplier|Supply Order Reference *=order|Delivery Date (Y-M-D)*=expected" },
  { "thirtybees/supply_orders_details_import.csv", SEDIA_IMPORT_PURCHASES,
    "Supply Order Reference *=order|Product ID *=sku|Unit Price (tax excl.)*=price|"
    "Quantity Expected *=quantity" },
  { "odoo/product.template.csv", SEDIA_IMPORT_PRODUCTS,
    "ID=id|Name=name|Internal Reference=sku|Barcode=barcode|Sales Price=price|Cost=cost" },
};

static SediaColumns *
columns_of (const SediaTable *table,
            SediaImportKind   kind)
{
  return sedia_columns_guess (kind, sedia_table_get_headers (table),
                              sedia_table_get_n_columns (table));
}

static void
test_shop_columns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shop_files); i++)
    {
      const char *path = reference_data (shop_files[i].name);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (SediaTable) table = NULL;
      g_autoptr (SediaColumns) columns = NULL;
      guint n_bad_rows;

      if (path == NULL)
        return;

      table = read_reference (path, "");
      columns = columns_of (table, shop_files[i].kind);
      for (guint j = 0; j < columns->n_columns; j++)
        if (columns->fields[j] != SEDIA_FIELD_NONE)
          g_string_append_printf (found, "%s%s=%s", found->len > 0 ? "|" : "", columns->headers[j],
                                  sedia_field_get_name (columns->fields[j]));

      sedia_table_get_bad_rows (table, &n_bad_rows);
      g_test_message ("%s", shop_files[i].name);
      g_assert_cmpuint (n_bad_rows, ==, 0);
      g_assert_cmpstr (found->str, ==, shop_files[i].expected);
    }
}

/* Every row of a product file has a code of its own, also where the SKU column is empty. */
static void
assert_codes (const char *name,
              guint       n_expected)
{
  const char *path = reference_data (name);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SediaTable) table = NULL;
  g_autoptr (SediaColumns) columns = NULL;
  g_autofree const char **cells = NULL;

  if (path == NULL)
    return;

  table = read_reference (path, "");
  columns = columns_of (table, SEDIA_IMPORT_PRODUCTS);
  cells = g_new0 (const char *, columns->n_columns);

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    {
      char *code;

      sedia_table_get_row (table, row, cells);
      if (sedia_columns_row_is_picture (columns, cells))
        continue;

      code = sedia_columns_row_sku (columns, cells);
      g_assert_nonnull (code);
      g_assert_true (g_hash_table_add (codes, code));
    }

  g_assert_cmpuint (g_hash_table_size (codes), ==, n_expected);
}

static void
test_shop_codes (void)
{
  assert_codes ("northwind/Products.csv", 77);
  assert_codes ("shopify/product_template.csv", 3);
  assert_codes ("shopify/packt/Product-data.csv", 21);
  assert_codes ("woocommerce/sample_products.csv", 24);
  assert_codes ("woocommerce/importer_tests/sample.csv", 7);
  assert_codes ("prestashop/products_import.csv", 2);
  assert_codes ("thirtybees/products_import.csv", 7);
  assert_codes ("odoo/product.template.csv", 3);
}

/* What each file is about is found by its headers and its name. */
static void
test_shop_kinds (void)
{
  static const struct
  {
    const char *name;
    SediaImportKind kind;
  } files[] = {
    { "northwind/Products.csv", SEDIA_IMPORT_PRODUCTS },
    { "northwind/Customers.csv", SEDIA_IMPORT_CUSTOMERS },
    { "northwind/Suppliers.csv", SEDIA_IMPORT_SUPPLIERS },
    { "northwind/Orders.csv", SEDIA_IMPORT_ORDERS },
    { "northwind/Order_Details.csv", SEDIA_IMPORT_ORDER_LINES },
    { "shopify/product_template.csv", SEDIA_IMPORT_PRODUCTS },
    { "shopify/packt/Product-data.csv", SEDIA_IMPORT_PRODUCTS },
    { "woocommerce/sample_products.csv", SEDIA_IMPORT_PRODUCTS },
    { "woocommerce/importer_tests/sample.csv", SEDIA_IMPORT_PRODUCTS },
    { "prestashop/products_import.csv", SEDIA_IMPORT_PRODUCTS },
    { "prestashop/customers_import.csv", SEDIA_IMPORT_CUSTOMERS },
    { "prestashop/suppliers_import.csv", SEDIA_IMPORT_SUPPLIERS },
    { "thirtybees/products_import.csv", SEDIA_IMPORT_PRODUCTS },
    { "thirtybees/customers_import.csv", SEDIA_IMPORT_CUSTOMERS },
    { "thirtybees/suppliers_import.csv", SEDIA_IMPORT_SUPPLIERS },
    { "odoo/product.template.csv", SEDIA_IMPORT_PRODUCTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *path = reference_data (files[i].name);
      g_autofree char *base = g_path_get_basename (files[i].name);
      g_autoptr (SediaTable) table = NULL;
      SediaImportKind kind;

      if (path == NULL)
        return;

      table = read_reference ("/", path);
      g_test_message ("%s", files[i].name);
      g_assert_true (sedia_columns_guess_kind (sedia_table_get_headers (table),
                                               sedia_table_get_n_columns (table), base, &kind));
      g_assert_cmpint (kind, ==, files[i].kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/csv-shops/northwind-dialects", test_northwind_dialects);
  g_test_add_func ("/store/csv-shops/columns", test_shop_columns);
  g_test_add_func ("/store/csv-shops/codes", test_shop_codes);
  g_test_add_func ("/store/csv-shops/kinds", test_shop_kinds);

  return g_test_run ();
}
