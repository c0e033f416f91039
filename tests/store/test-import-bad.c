/* Bad rows: left out so that the others come in, and kept in a file to be mended. */
#include "config.h"

#include "transfer.h"

#include <string.h>

typedef struct
{
  GHashTable *lines;
  GHashTable *lines_of_lines;
} Bad;

static void
bad_clear (Bad *bad)
{
  g_clear_pointer (&bad->lines, g_hash_table_unref);
  g_clear_pointer (&bad->lines_of_lines, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bad, bad_clear)

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return (gint) GPOINTER_TO_UINT (a) - (gint) GPOINTER_TO_UINT (b);
}

static char *
dup_lines (GHashTable *lines)
{
  g_autoptr (GList) list = g_list_sort (g_hash_table_get_keys (lines), compare_lines);
  GString *text = g_string_new (NULL);

  for (GList *l = list; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", GPOINTER_TO_UINT (l->data));

  return g_string_free (text, FALSE);
}

static void
assert_lines (GHashTable *lines,
              const char *expected)
{
  g_autofree char *found = dup_lines (lines);

  g_assert_cmpstr (found, ==, expected);
}

/* The bad rows of a dry run; they can be left out. */
static void
find_bad (Shop                     *shop,
          const SediaImportOptions *options,
          Bad                      *bad)
{
  g_autoptr (SediaImportReport) report = transfer_preview (shop, *options);

  g_assert_no_error (shop->error);
  g_assert_true (sedia_import_can_leave_out (options, report));
  sedia_import_find_bad_rows (options, report, &bad->lines, &bad->lines_of_lines, NULL,
                              &shop->error);
  g_assert_no_error (shop->error);
}

static void
leave_out (SediaImportOptions *options,
           const Bad          *bad)
{
  options->left_out = bad->lines;
  options->lines_left_out = bad->lines_of_lines;
}

#define PRODUCTS \
  "sku,name,on_hand\n" \
  "A,Kopi,5\n" \
  "B,Teh,many\n" \
  "C,Gula,2,extra\n" \
  "A,Kopi lagi,1\n" \
  "D,\"Madu\n\",7\n"

static void
test_leave_out (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "p.csv", PRODUCTS);
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *products = NULL;
  g_auto (Bad) bad = { NULL };

  find_bad (shop, &options, &bad);
  assert_lines (bad.lines, "3 4 5");
  assert_lines (bad.lines_of_lines, "");

  leave_out (&options, &bad);
  report = transfer_import (shop, options);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 2);
  assert_stock (shop, "A", "5/0/0");
  assert_stock (shop, "D", "7/0/0");
  products = transfer_export (shop, "products");
  g_assert_null (strstr (products, "Teh"));

  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "A", "0/0/0");
}

/* Leaving rows out may make others bad; they come on top of those left out before. */
static void
test_leave_out_more (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "s.csv", "Handle,Title,Option1 Value,Variant SKU,"
                                                         "Variant Price\n"
                                                         "tea,Tea,Green,T-G,x\n"
                                                         "tea,,Black,T-B,2\n"
                                                         "cup,Cup,,C,3\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  g_autoptr (SediaImportReport) report = NULL;
  g_auto (Bad) first = { NULL };
  g_auto (Bad) second = { NULL };

  find_bad (shop, &options, &first);
  assert_lines (first.lines, "2");
  leave_out (&options, &first);
  find_bad (shop, &options, &second);
  assert_lines (second.lines, "2 3");
  leave_out (&options, &second);
  report = transfer_import (shop, options);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 1);
}

/* An order is whole or not there, also where its other rows come before and after the bad one. */
static void
test_whole_orders (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "o.csv", "order,customer,sku,qty\n"
                                                         "1,Siti,A,1\n"
                                                         ",,B,2\n"
                                                         "2,Siti,A,3\n"
                                                         "3,Siti,A,4\n"
                                                         "1,Siti,nothing,1\n"
                                                         ",Nobody,A,1\n"
                                                         ",,A,1\n"
                                                         "2,Siti,B,x\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_ORDERS, path);
  g_autoptr (SediaImportReport) report = NULL;
  g_auto (Bad) bad = { NULL };

  shop_product (shop, "A");
  shop_product (shop, "B");
  shop_customer (shop, "Siti");
  find_bad (shop, &options, &bad);
  assert_lines (bad.lines, "2 3 4 6 7 8 9");

  leave_out (&options, &bad);
  report = transfer_import (shop, options);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 1);
  assert_line (shop, 1, 1, "4/0/0/0");
}

static void
test_two_files (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "o.csv", "order,customer\n1,Siti\n2,Siti\n"
                                                         "3,Nobody\n4,Siti\n");
  g_autofree char *lines = transfer_write (shop, "l.csv", "order,sku,qty\n1,A,1\n2,A,1\n2,A,x\n"
                                                          "3,A,1\n9,A,1\n,A,1\n4,A,1\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_ORDERS, path);
  g_autoptr (SediaImportReport) preview = NULL;
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *bad_path = g_build_filename (shop->folder, "bad.csv", NULL);
  g_autofree char *bad_lines = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_of_lines = NULL;
  g_auto (Bad) bad = { NULL };

  options.lines_path = lines;
  shop_product (shop, "A");
  shop_customer (shop, "Siti");
  find_bad (shop, &options, &bad);
  assert_lines (bad.lines, "3 4");
  assert_lines (bad.lines_of_lines, "3 4 5 6 7");

  preview = transfer_preview (shop, options);
  g_assert_true (sedia_import_save_bad_rows (&options, preview, bad_path, &bad_lines, NULL,
                                             &shop->error));
  g_assert_true (g_file_get_contents (bad_path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\357\273\277order,customer,Problem\r\n"
                             "2,Siti,\r\n"
                             "3,Nobody,Unknown customer “Nobody”: import the customers first.\r\n");
  g_assert_true (g_str_has_suffix (bad_lines, "/bad-lines.csv"));
  g_assert_true (g_file_get_contents (bad_lines, &text_of_lines, NULL, NULL));
  g_assert_true (g_str_has_prefix (text_of_lines, "\357\273\277order,sku,qty,Problem\r\n2,A,1,\r\n"
                                                  "2,A,x,l.csv: Column “qty”"));

  leave_out (&options, &bad);
  report = transfer_import (shop, options);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (report->added, ==, 2);
}

/* Mended and imported, the rest comes in: cells are as they were, the reasons are passed over. */
static void
test_save (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "p.csv", "Kode;Nama;Stok\r\n"
                                                         "A;Kopi;1,5\r\n"
                                                         "B;'=Teh \"hijau\";viele\r\n"
                                                         "'=C;\"Gula; semut\";2;zu;viel\r\n"
                                                         "A;=1+1;2,5\r\n");
  g_autofree char *bad_path = g_build_filename (shop->folder, "bad.csv", NULL);
  g_autofree char *lines_path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *products = NULL;
  g_auto (GStrv) parts = NULL;
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  g_autoptr (SediaImportReport) report = transfer_preview (shop, options);

  g_assert_true (sedia_import_save_bad_rows (&options, report, bad_path, &lines_path, NULL,
                                             &shop->error));
  g_assert_null (lines_path);
  g_assert_true (g_file_get_contents (bad_path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\357\273\277Kode;Nama;Stok;Problem\r\n"
                   "B;\"'=Teh \"\"hijau\"\"\";viele;Column “Stok”: “viele” is not a number.\r\n"
                   "A;'=1+1;\"2,5\";SKU “A” stands in line 2 already.\r\n"
                   "'=C;\"Gula; semut\";2;zu;viel;\"The row has 5 cells, more than the header's "
                   "3.\"\r\n");

  parts = g_strsplit (text, "viele", 2);
  first = g_strjoinv ("4", parts);
  memcpy (strstr (first, "\r\nA;"), "\r\nD", 3);
  *strstr (first, "'=C;") = '\0';
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, first);
  products = transfer_export (shop, "products");
  g_assert_nonnull (strstr (products, "\nB,\"'=Teh \"\"hijau\"\"\","));
  g_assert_nonnull (strstr (products, "\nD,'=1+1,"));
}

/* Never over the file the rows come from; and what cannot be written leaves what was there. */
static void
test_save_elsewhere (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = transfer_write (shop, "p.csv", PRODUCTS);
  g_autofree char *nowhere = g_build_filename (shop->folder, "no-folder", "bad.csv", NULL);
  g_autofree char *lines_path = NULL;
  g_autofree char *text = NULL;
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  g_autoptr (SediaImportReport) report = transfer_preview (shop, options);

  g_assert_false (sedia_import_save_bad_rows (&options, report, path, &lines_path, NULL,
                                              &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
  g_clear_error (&shop->error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, PRODUCTS);

  g_assert_false (sedia_import_save_bad_rows (&options, report, nowhere, &lines_path, NULL,
                                              &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_clear_error (&shop->error);
  g_assert_false (sedia_import_save_bad_rows (&options, report, shop->folder, &lines_path, NULL,
                                              &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
}

/* A column that can be read in two ways is no matter of rows; a torn row of an order belongs to
 * nobody knows which.
 */
static void
test_cannot_leave_out (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *unclear = transfer_write (shop, "u.csv", "sku,name,on_hand\nA,Kopi,\"1,000\"\n");
  g_autofree char *torn = transfer_write (shop, "t.csv",
                                          "order,customer,sku,qty\n1,Siti,A,1,2,3\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, unclear);
  SediaImportOptions orders = transfer_options (SEDIA_TRANSFER_ORDERS, torn);
  g_autoptr (SediaImportReport) report = transfer_preview (shop, options);
  g_autoptr (SediaImportReport) orders_report = transfer_preview (shop, orders);

  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_false (sedia_import_can_leave_out (&options, report));
  g_assert_cmpuint (orders_report->problems->len, ==, 1);
  g_assert_false (sedia_import_can_leave_out (&orders, orders_report));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import-bad/leave-out", test_leave_out);
  g_test_add_func ("/store/import-bad/leave-out-more", test_leave_out_more);
  g_test_add_func ("/store/import-bad/whole-orders", test_whole_orders);
  g_test_add_func ("/store/import-bad/two-files", test_two_files);
  g_test_add_func ("/store/import-bad/save", test_save);
  g_test_add_func ("/store/import-bad/save-elsewhere", test_save_elsewhere);
  g_test_add_func ("/store/import-bad/cannot-leave-out", test_cannot_leave_out);

  return g_test_run ();
}
