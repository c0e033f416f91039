/* An export of every list imports back: into an empty shop it makes the same shop, into the shop it
 * came from it changes nothing. As a list shows it, in both forms of CSV.
 *
 * What cannot come back, by its nature:
 *
 *   - ids, and with them the numbers of orders: an order placed here is "#7" in the file, and "#7"
 *     is a reference of another system where it comes in
 *   - history: who did what and when, the movements behind a stock (it comes in as one opening
 *     movement), hand-overs and returns (their sums come in), what customers were told
 *   - deliveries: they moved stock that is in the products' file already. Their export can be read
 *     as the lines of a new delivery, and that it is so is tested
 */
#include "config.h"

#include "reference-data.h"
#include "sedia-csv.h"
#include "sedia-time.h"
#include "transfer.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* ---- a shop with everything in it */

/* Texts that have broken other programs' files. */
static const char *const texts[] = {
  "Kopi",
  "=1+1",
  "=HYPERLINK(\"http://x\",\"y\")",
  "+62 812",
  "-12",
  "-kopi",
  "@SUM(A1)",
  "'quoted",
  "''=twice",
  "'=1+1",
  "a,b;c\td|e",
  "say \"hi\"",
  "\"",
  "two\nlines\r\nor three",
  "sep=;",
  "\357\273\277mark",
  "\357\274\235full width",
  "kopi ☕ – \"1 kg\"",
  "عربى",
  "1,000",
  "1.000",
  "2026-11-22",
  "0",
  "NULL",
  "\\;\\",
};

static GPtrArray *
list_texts (void)
{
  const char *path = reference_data ("naughty-strings/blns.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (list, g_strdup (texts[i]));
  if (path == NULL)
    return list;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char *text = g_strstrip (g_strdup (json_array_get_string_element (array, i)));

      if (*text != '\0')
        g_ptr_array_add (list, text);
      else
        g_free (text);
    }

  return list;
}

static gpointer
save_supplier_job (SediaDb  *db,
                   gpointer  supplier,
                   GError  **error)
{
  return sedia_supplier_save (db, supplier, error) ? SEDIA_DONE : NULL;
}

static gpointer
save_customer_job (SediaDb  *db,
                   gpointer  customer,
                   GError  **error)
{
  return sedia_customer_save (db, customer, error) ? SEDIA_DONE : NULL;
}

static void
act (Shop       *shop,
     const char *kind,
     SediaJob    job,
     gpointer    data)
{
  const SediaAct the_act = { .kind = kind, .actor = "Tester" };

  sedia_store_act (shop->store, &the_act, job, data, &shop->error);
  g_assert_no_error (shop->error);
}

static void
add_people (Shop       *shop,
            guint       i,
            const char *text)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();

  supplier->name = g_strdup_printf ("%s S%u", text, i);
  supplier->code = i % 3 == 0 ? g_strdup_printf ("S%u", i) : NULL;
  supplier->phone = g_strdup_printf ("+62 21 %u", i);
  supplier->note = g_strdup (text);
  supplier->lead_days = (int) (i % 5) - 1;
  supplier->least_value = i % 3 == 0 ? 100000 : SEDIA_NO_AMOUNT;
  supplier->archived = i % 7 == 3;
  act (shop, "supplier-add", save_supplier_job, supplier);

  /* Every fourth is a namesake of the one before, told apart by phone or code. */
  customer->name = g_strdup_printf ("%s C%u", text, i % 4 == 3 ? i - 1 : i);
  customer->code = i % 8 == 7 ? g_strdup_printf ("C%u", i) : NULL;
  customer->phone = g_strdup_printf ("+62 8%05u", i);
  customer->email = g_strdup_printf ("c%u@example.com", i);
  customer->note = g_strdup (text);
  customer->language = g_strdup (i % 2 == 0 ? "id" : "");
  customer->channel = (SediaChannel) (i % 3);
  customer->do_not_contact = i % 11 == 0;
  customer->archived = i % 13 == 5;
  act (shop, "customer-add", save_customer_job, customer);
}

static void
add_product (Shop       *shop,
             guint       i,
             const char *text)
{
  g_autoptr (SediaProduct) product = sedia_product_new ();
  g_autofree char *barcodes = g_strdup_printf ("8991%06u|a;b\\c%u", i, i);

  product->sku = g_strdup_printf ("%s%u", i % 6 == 1 ? "=SKU-" : i % 6 == 2 ? "-" : "P", i);
  product->name = g_strdup (text);
  g_free (product->unit);
  product->unit = g_strdup (i % 2 == 0 ? "pcs" : "kg");
  product->decimals = i % 2 == 0 ? 0 : i % 4;
  product->pack = i % 5 == 0 ? 12 : 0;
  product->category = g_strdup (text);
  product->supplier_id = i % 4 == 0 ? 0 : i;
  product->price = i % 3 == 0 ? SEDIA_NO_AMOUNT : 100 * i + i % 100;
  product->cost = i % 3 == 1 ? SEDIA_NO_AMOUNT : 1000000 * i;
  product->minimum = i % 4 == 0 ? SEDIA_NO_AMOUNT : i;
  product->maximum = i % 4 == 0 ? SEDIA_NO_AMOUNT : 1001 * i;
  product->moq = i % 5 == 1 ? 1000 : SEDIA_NO_AMOUNT;
  product->backorder = (SediaBackorderPolicy) (i % 2);
  product->backorder_limit = i % 9 == 0 ? 1250 : SEDIA_NO_AMOUNT;
  product->backorder_wait = i % 4 == 0 ? 14 : 0;
  product->backorder_deposit = i % 5 == 0 ? 50 : 0;
  product->backorder_why = g_strdup (i % 7 == 0 ? "too slow; “ask”" : "");
  product->allow_negative = i % 10 == 0;
  product->note = g_strdup (text);
  product->barcodes = i % 3 == 0 ? g_strsplit (barcodes, "|", -1) : NULL;
  shop_product_full (shop, product);
  g_assert_no_error (shop->error);

  if (i % 3 != 2)
    {
      shop_receive_note (shop, product->sku, 1000 + i, product->supplier_id, text);
      g_assert_no_error (shop->error);
    }
  if (i % 17 == 4)
    {
      product->archived = TRUE;
      shop_product_full (shop, product);
      g_assert_no_error (shop->error);
    }
}

/* Lines in all states: handed over in part, cancelled in part, returned, held, first, whole. */
static void
add_orders (Shop *shop)
{
  const int soon = sedia_day_today () + 30;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *customer = g_strdup_printf ("Buyer %u", i % 5);
      const gint64 order = shop_order2 (shop, customer, i % 2 == 0 ? "K1" : "K2", 5 + i, "KG",
                                        1250 * (i + 1),
                                        (Wish) { .first = i % 4 == 1, .all = i % 5 == 2,
                                                 .whole_order = i % 6 == 5,
                                                 .need_by = i % 3 == 0 ? soon : 0 });

      g_assert_cmpint (order, >, 0);
    }

  shop_receive (shop, "K1", 20);
  shop_receive (shop, "KG", 9000);
  g_assert_true (shop_hand_over (shop, 1, 1, 3, FALSE));
  g_assert_true (shop_hand_over (shop, 7, 1, 0, FALSE));
  g_assert_true (shop_cancel (shop, 1, 1, 1));
  g_assert_true (shop_cancel (shop, 4, 0, 0));
  g_assert_true (shop_cancel (shop, 6, 2, 500));
  g_assert_true (shop_return (shop, 7, 1, 1, SEDIA_RETURN_REFUND, FALSE));
}

static void
add_sold_products (Shop *shop)
{
  g_autoptr (SediaProduct) rice = sedia_product_new ();

  shop_product (shop, "K1");
  shop_product (shop, "K2");
  rice->sku = g_strdup ("KG");
  rice->name = g_strdup ("Beras; pulen, \"1.125\"");
  g_free (rice->unit);
  rice->unit = g_strdup ("kg");
  rice->decimals = 3;
  rice->price = 1250;
  shop_product_full (shop, rice);
}

static Shop *
rich_shop_open (void)
{
  g_autoptr (GPtrArray) list = list_texts ();
  Shop *shop = shop_open ();

  for (guint i = 0; i < list->len; i++)
    add_people (shop, i + 1, g_ptr_array_index (list, i));
  shop->anyway = TRUE; /* some suppliers have no number, and their notes look alike */
  for (guint i = 0; i < list->len; i++)
    add_product (shop, i + 1, g_ptr_array_index (list, i));
  add_sold_products (shop);
  add_orders (shop);
  shop_assert_sound (shop);

  return shop;
}

/* ---- exporting a list */

typedef struct
{
  SediaQuery *query;
  const char *path;
  gboolean is_for_spreadsheets;
  guint n;
} Wanted;

static gpointer
export_job (SediaDb  *db,
            gpointer  data,
            GError  **error)
{
  Wanted *wanted = data;
  const SediaExportOptions options = {
    .kind = sedia_export_kind_of (wanted->query->kind),
    .query = wanted->query,
    .decimal_comma = wanted->is_for_spreadsheets,
    .has_mark = wanted->is_for_spreadsheets,
  };

  return sedia_export_to_file (db, &options, wanted->path, &wanted->n, error) ? SEDIA_DONE : NULL;
}

static char *
export_list (Shop          *shop,
             SediaListKind  kind,
             SediaFilter    filter,
             gboolean       is_for_spreadsheets,
             guint         *n)
{
  g_autofree char *name = g_strdup_printf ("list-%d-%d.csv", kind, filter);
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  char *path = g_build_filename (shop->folder, name, NULL);
  Wanted wanted = { query, path, is_for_spreadsheets, 0 };

  query->filter = filter;
  sedia_store_read (shop->store, export_job, &wanted, &shop->error);
  g_assert_no_error (shop->error);
  *n = wanted.n;

  return path;
}

static const struct
{
  SediaListKind list;
  SediaFilter filter;
  SediaTransferKind import;
} lists[] = {
  { SEDIA_LIST_SUPPLIERS, SEDIA_FILTER_ALL, SEDIA_TRANSFER_SUPPLIERS },
  { SEDIA_LIST_SUPPLIERS, SEDIA_FILTER_ARCHIVED, SEDIA_TRANSFER_SUPPLIERS },
  { SEDIA_LIST_CUSTOMERS, SEDIA_FILTER_ALL, SEDIA_TRANSFER_CUSTOMERS },
  { SEDIA_LIST_CUSTOMERS, SEDIA_FILTER_ARCHIVED, SEDIA_TRANSFER_CUSTOMERS },
  { SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, SEDIA_TRANSFER_PRODUCTS },
  { SEDIA_LIST_STOCK, SEDIA_FILTER_ARCHIVED, SEDIA_TRANSFER_PRODUCTS },
  { SEDIA_LIST_ORDERS, SEDIA_FILTER_ALL, SEDIA_TRANSFER_ORDERS },
  { SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, SEDIA_TRANSFER_ORDERS },
};

/* ---- comparing */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rows of an export in an order that does not depend on ids. */
static char *
dup_sorted_rows (Shop       *shop,
                 const char *kind)
{
  g_autofree char *text = transfer_export (shop, kind);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SediaTable) table = sedia_csv_read_bytes (bytes, kind, NULL, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    {
      GString *line = g_string_new (NULL);

      for (guint i = 0; i < sedia_table_get_n_columns (table); i++)
        g_string_append_printf (line, "<%s>", sedia_table_get_cell (table, row, i));
      g_ptr_array_add (rows, g_string_free (line, FALSE));
    }

  g_ptr_array_sort (rows, compare_texts);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

static void
assert_same_shop (Shop *shop,
                  Shop *other)
{
  static const char *const kinds[] = { "suppliers", "customers", "products", "orders" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *expected = dup_sorted_rows (shop, kinds[i]);
      g_autofree char *found = dup_sorted_rows (other, kinds[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_round_trip (gconstpointer is_for_spreadsheets)
{
  g_autoptr (Shop) shop = rich_shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autofree char *before = transfer_everything (shop);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const gboolean is_waiting = lists[i].list == SEDIA_LIST_WAITING;
      g_autoptr (SediaImportReport) same = NULL;
      g_autoptr (SediaImportReport) report = NULL;
      guint n;
      g_autofree char *path = export_list (shop, lists[i].list, lists[i].filter,
                                           is_for_spreadsheets != NULL, &n);

      g_assert_cmpuint (n, >, 0);
      same = transfer_import (shop, transfer_options (lists[i].import, path));
      g_assert_no_error (shop->error);
      g_assert_cmpuint (same->added + same->changed, ==, 0);

      report = transfer_import (other, transfer_options (lists[i].import, path));
      g_assert_no_error (other->error);
      g_assert_cmpuint (report->added, ==, is_waiting ? 0 : n);
      g_assert_cmpuint (report->changed, ==, 0);
    }

  after = transfer_everything (shop);
  g_assert_cmpstr (after, ==, before);
  assert_same_shop (shop, other);
  shop_assert_sound (other);
}

/* What waits can be taken to a shop that has no orders yet, too: only that comes in. */
static void
test_waiting_alone (void)
{
  static const char *const sold[] = { "K1", "K2", "KG" };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (Shop) other = shop_open ();
  g_autofree char *path = NULL;
  guint n;

  add_sold_products (shop);
  add_sold_products (other);
  add_orders (shop);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Buyer %u", i);

      shop_customer (other, name);
    }

  path = export_list (shop, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, FALSE, &n);
  transfer_must_import (other, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  g_assert_cmpuint (n, ==, 21); /* of 24, less a cancelled order and a line handed over whole */
  shop_assert_sound (other);
  for (gsize i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      g_autoptr (SediaProduct) here = shop_look (shop, sold[i]);
      g_autoptr (SediaProduct) there = shop_look (other, sold[i]);

      g_assert_cmpint (here->open, >, 0);
      g_assert_cmpint (there->open, ==, here->open);
    }
}

static gpointer
amounts_job (SediaDb  *db,
             gpointer  path,
             GError  **error)
{
  GArray *amounts = NULL;

  return sedia_delivery_amounts_from_file (db, path, &amounts, error) ? amounts : NULL;
}

/* The lines of a delivery that was exported are those of a delivery again. */
static void
test_deliveries (gconstpointer is_for_spreadsheets)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = NULL;
  g_autofree char *path = NULL;
  guint n;

  add_sold_products (shop);
  shop_receive_note (shop, "KG", 1125, shop_supplier (shop, "=Maju; Jaya"), "-7,5\n\"x\"");
  shop_receive (shop, "K1", 40);
  path = export_list (shop, SEDIA_LIST_DELIVERIES, SEDIA_FILTER_ALL, is_for_spreadsheets != NULL,
                      &n);
  g_assert_cmpuint (n, ==, 2);

  amounts = sedia_store_read (shop->store, amounts_job, path, &shop->error);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (amounts->len, ==, 2);
  g_assert_cmpint (g_array_index (amounts, SediaAmount, 0).quantity, ==, 40);
  g_assert_cmpint (g_array_index (amounts, SediaAmount, 1).quantity, ==, 1125);
}

/* In neither form does a cell begin with what a spreadsheet runs. */
static void
test_formulas (gconstpointer is_for_spreadsheets)
{
  g_autoptr (Shop) shop = rich_shop_open ();

  for (gsize i = 0; i <= G_N_ELEMENTS (lists); i++)
    {
      guint n;
      g_autofree char *path =
        export_list (shop, i < G_N_ELEMENTS (lists) ? lists[i].list : SEDIA_LIST_DELIVERIES,
                     i < G_N_ELEMENTS (lists) ? lists[i].filter : SEDIA_FILTER_ALL,
                     is_for_spreadsheets != NULL, &n);
      g_autoptr (SediaTable) table = sedia_csv_read_file (path, NULL, NULL, &shop->error);

      g_assert_no_error (shop->error);
      g_assert_cmpint (sedia_table_get_delimiter (table), ==, is_for_spreadsheets ? ';' : ',');
      for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
        for (guint column = 0; column < sedia_table_get_n_columns (table); column++)
          {
            const char *cell = sedia_table_get_cell (table, row, column);

            if (cell != NULL && *cell == '-') /* an amount */
              g_assert_cmpuint (strspn (cell + 1, "0123456789.,"), ==, strlen (cell + 1));
            else
              g_assert_true (cell == NULL || *cell == '\0' || strchr ("=+@\t\r\n", *cell) == NULL);
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  gpointer plain = NULL;
  gpointer spreadsheet = GINT_TO_POINTER (TRUE);

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/store/round-trip/plain", plain, test_round_trip);
  g_test_add_data_func ("/store/round-trip/spreadsheet", spreadsheet, test_round_trip);
  g_test_add_func ("/store/round-trip/waiting-alone", test_waiting_alone);
  g_test_add_data_func ("/store/round-trip/deliveries", plain, test_deliveries);
  g_test_add_data_func ("/store/round-trip/deliveries-spreadsheet", spreadsheet, test_deliveries);
  g_test_add_data_func ("/store/round-trip/formulas", plain, test_formulas);
  g_test_add_data_func ("/store/round-trip/formulas-spreadsheet", spreadsheet, test_formulas);

  return g_test_run ();
}
