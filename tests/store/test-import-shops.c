/* Imports of real files: Northwind in three dialects, and what the usual shop systems export. */
#include "config.h"

#include <string.h>

#include "reference-data.h"
#include "transfer.h"

/* ---- Northwind */

typedef struct
{
  const char *suppliers;
  const char *customers;
  const char *products;
  const char *orders;
  const char *lines;
} Northwind;

static gboolean
find_northwind (Northwind  *files,
                const char *folder,
                const char *dialect,
                const char *lines)
{
  const struct
  {
    const char **path;
    const char *name;
  } wanted[] = {
    { &files->suppliers, "Suppliers" }, { &files->customers, "Customers" },
    { &files->products, "Products" },   { &files->orders, "Orders" },
    { &files->lines, lines },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s%s.csv", folder, wanted[i].name, dialect);

      if (!(*wanted[i].path = reference_data (path)))
        return FALSE;
    }

  return TRUE;
}

static void
import_northwind (Shop            *shop,
                  const Northwind *files)
{
  SediaImportOptions orders = transfer_options (SEDIA_TRANSFER_ORDERS, files->orders);

  orders.lines_path = files->lines;
  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_SUPPLIERS, files->suppliers));
  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_CUSTOMERS, files->customers));
  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, files->products));
  transfer_must_import (shop, orders);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;

  return n;
}

static gpointer
all_orders_job (SediaDb  *db,
                gpointer  unused,
                GError  **error)
{
  return sedia_order_list (db, 0, 0, error);
}

static void
test_northwind (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (SediaProduct) chai = NULL;
  g_autoptr (SediaProduct) guarana = NULL;
  g_autofree char *products = NULL;
  g_autofree char *lines = NULL;
  guint n_open = 0;
  guint n_waiting = 0;
  Northwind files;

  if (!find_northwind (&files, "northwind", "", "Order_Details"))
    return;

  import_northwind (shop, &files);
  shop_assert_sound (shop);

  products = transfer_export (shop, "products");
  g_assert_cmpuint (count_lines (products), ==, 1 + 77);
  lines = transfer_export (shop, "orders");
  g_assert_cmpuint (count_lines (lines), ==, 1 + 2155);

  orders = sedia_store_read (shop->store, all_orders_job, NULL, NULL);
  g_assert_cmpuint (orders->len, ==, 830);
  for (guint i = 0; i < orders->len; i++)
    {
      const SediaOrder *order = g_ptr_array_index (orders, i);

      for (guint j = 0; j < order->lines->len; j++)
        {
          const SediaOrderLine *line = g_ptr_array_index (order->lines, j);

          n_open += sedia_order_line_open (line) > 0;
          n_waiting += sedia_order_line_waiting (line) > 0;
        }
    }
  g_assert_cmpuint (n_open, ==, 73); /* of the 21 orders without a date of shipping */
  g_assert_cmpuint (n_waiting, ==, 29);

  chai = shop_look (shop, "1");
  g_assert_cmpstr (chai->name, ==, "Chai");
  g_assert_cmpstr (chai->supplier, ==, "Exotic Liquids");
  g_assert_cmpint (chai->on_hand, ==, 39);
  g_assert_cmpint (chai->price, ==, 1800);
  g_assert_cmpint (chai->minimum, ==, 10);

  guarana = shop_look (shop, "24"); /* discontinued, with 20 in stock and open orders */
  g_assert_false (guarana->archived);
  g_assert_cmpint (guarana->backorder, ==, SEDIA_BACKORDER_REFUSE);
}

/* The same content in three dialects is the same shop. */
static void
test_northwind_dialects (void)
{
  static const char *const dialects[] = {
    ".utf8_comma_lf",
    ".cp1252_semicolon_deccomma_crlf_excel_de",
    ".utf16le_tab_crlf_excel_unicode_text",
  };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autoptr (Shop) shop = shop_open ();
      g_autofree char *everything = NULL;
      Northwind files;

      if (!find_northwind (&files, "northwind-dialects", dialects[i], "OrderDetails"))
        return;

      import_northwind (shop, &files);
      everything = transfer_everything (shop);
      if (first != NULL)
        g_assert_cmpstr (everything, ==, first);
      else
        first = g_steal_pointer (&everything);
    }
}

/* ---- shop systems */

typedef struct
{
  const char *path;
  guint n;
  const char *samples; /* rows of the export, from the SKU on */
} ShopFile;

static const ShopFile shop_files[] = {
  { "woocommerce/sample_products.csv", 24,
    "cc-hoodie-red,\"Hoodie - Red, No\",\n"
    "cc-scarf,Scarf,\n" },
  { "woocommerce/importer_tests/sample.csv", 7,
    "WOOLOGO,Woo Logo,\n"
    "WOOIDEA-black-m,\"Ship Your Idea – Black, M\",\n"
    "best-woo-products,Best Woo Products,\n" },
  { "shopify/product_template.csv", 3,
    "example-shirt-s,Example T-Shirt – Small,\n" },
  { "shopify/packt/Product-data.csv", 21,
    "floor-lamp,Floor Lamp,,pcs,0,,Indoor,Company 123,69.99,,1,\n"
    "gardening-gloves-yellow,Gardening Gloves – Yellow,,pcs,0,,Outdoor,Company 123,15.99,,3,\n" },
  { "prestashop/products_import.csv", 2,
    "92458845,iPod shuffle,,pcs,0,,\"Home, iPods\",AppleStore,66.05,79,500,\n" },
  { "thirtybees/products_import.csv", 7,
    "RP-demo_1,iPod Nano,,pcs,0,,iPods,Applestore,100,80,160,\n" },
  { "odoo/product.template.csv", 3,
    "AK789,Apple Wireless Keyboard,\n"
    "product_template_3,Prepaid Consulting,,pcs,0,,,,90,40,0,\n" },
};

static void
test_shop_file (gconstpointer data)
{
  const ShopFile *file = data;
  const char *path = reference_data (file->path);
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) report = NULL;
  g_autoptr (SediaImportReport) again = NULL;
  g_autofree char *products = NULL;
  g_auto (GStrv) samples = NULL;

  if (path == NULL)
    return;

  report = transfer_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, file->n);

  products = transfer_export (shop, "products");
  samples = g_strsplit (file->samples, "\n", -1);
  for (guint i = 0; samples[i] != NULL && *samples[i] != '\0'; i++)
    {
      g_autofree char *row = g_strconcat ("\n", samples[i], NULL);

      if (strstr (products, row) == NULL)
        g_error ("No row begins with %s in:\n%s", row, products);
    }

  /* The shop's next export finds the same products. */
  again = transfer_import (shop, transfer_options (SEDIA_TRANSFER_PRODUCTS, path));
  g_assert_no_error (shop->error);
  g_assert_cmpuint (again->unchanged, ==, file->n);
  shop_assert_sound (shop);
}

static void
test_people (void)
{
  const char *thirtybees = reference_data ("thirtybees/customers_import.csv");
  const char *prestashop = reference_data ("prestashop/customers_import.csv");
  const char *suppliers = reference_data ("thirtybees/suppliers_import.csv");
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autofree char *customers = NULL;
  g_autofree char *others = NULL;

  if (thirtybees == NULL || prestashop == NULL || suppliers == NULL)
    return;

  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_CUSTOMERS, thirtybees));
  transfer_must_import (shop, transfer_options (SEDIA_TRANSFER_SUPPLIERS, suppliers));
  customers = transfer_export (shop, "customers");
  g_assert_nonnull (
    strstr (customers, "2,Wendy Moira Darling,,Wendy.Moira.Darling@thirtybees.com"));

  transfer_must_import (other, transfer_options (SEDIA_TRANSFER_CUSTOMERS, prestashop));
  others = transfer_export (other, "customers");
  g_assert_nonnull (strstr (others, "\n1,John Doe,,johndoe@prestashop.com,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import-shops/northwind", test_northwind);
  g_test_add_func ("/store/import-shops/northwind-dialects", test_northwind_dialects);
  g_test_add_func ("/store/import-shops/people", test_people);
  for (guint i = 0; i < G_N_ELEMENTS (shop_files); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/import-shops/%s", shop_files[i].path);

      g_test_add_data_func (name, &shop_files[i], test_shop_file);
    }

  return g_test_run ();
}
