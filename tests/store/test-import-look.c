/* What a window needs of an import beyond the command line: a look at the file, columns settled by
 * a person, each change field by field, questions, and how far it is.
 */
#include "config.h"

#include "sedia-columns.h"
#include "transfer.h"

static SediaImportLook *
look (Shop               *shop,
      const char         *text,
      int                 kind,
      SediaImportOptions  options)
{
  g_autofree char *path = transfer_write (shop, "look.csv", text);

  g_clear_error (&shop->error);
  return sedia_import_look (path, kind, &options, NULL, &shop->error);
}

static const SediaImportOptions guess_all = { .day_first = -1 };

static void
test_look (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportLook) seen = NULL;
  const SediaColumns *columns;

  seen = look (shop, "Kode;Nama Barang;Harga\r\n\r\nA;Kopi;1.250,50\r\nB;\"Teh\nmanis\"\r\n", -1,
               guess_all);
  g_assert_no_error (shop->error);
  columns = sedia_import_look_get_columns (seen);

  g_assert_cmpint (columns->kind, ==, SEDIA_IMPORT_PRODUCTS);
  g_assert_cmpstr (sedia_import_look_get_encoding (seen), ==, "UTF-8");
  g_assert_cmpint (sedia_import_look_get_delimiter (seen), ==, ';');
  g_assert_cmpuint (sedia_import_look_get_n_rows (seen), ==, 2);
  g_assert_true (sedia_import_look_is_whole (seen));
  g_assert_cmpuint (sedia_import_look_get_line (seen, 1), ==, 4);
  g_assert_cmpstr (sedia_import_look_get_cell (seen, 0, 2), ==, "1.250,50");
  g_assert_cmpstr (sedia_import_look_get_cell (seen, 1, 1), ==, "Teh\nmanis");
  g_assert_null (sedia_import_look_get_cell (seen, 1, 2));
  g_assert_cmpint (sedia_import_look_get_form (seen, 2).mark, ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (sedia_import_look_get_form (seen, 1).mark, ==, SEDIA_MARK_NONE);
}

/* Another separator, another encoding: seen at once. */
static void
test_look_otherwise (void)
{
  const SediaImportOptions otherwise = { .day_first = -1, .delimiter = ',',
                                         .encoding = "WINDOWS-1252" };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportLook) seen = look (shop, "Kode;Caf\303\251,x\nA;1,2\n",
                                           SEDIA_IMPORT_CUSTOMERS, otherwise);
  const SediaColumns *columns = sedia_import_look_get_columns (seen);

  g_assert_cmpint (columns->kind, ==, SEDIA_IMPORT_CUSTOMERS);
  g_assert_cmpuint (columns->n_columns, ==, 2);
  g_assert_cmpstr (columns->headers[0], ==, "Kode;Caf\303\203\302\251");
  g_assert_cmpstr (sedia_import_look_get_cell (seen, 0, 1), ==, "2");
}

static void
test_look_at_the_first (void)
{
  const SediaImportOptions first = { .day_first = -1, .max_rows = 3 };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportLook) exact = NULL;
  g_autoptr (SediaImportLook) seen = NULL;

  seen = look (shop, "sku,name\n1,\"a\nb\"\n2,b\n3,c\n4,\"never closed\n", -1, first);
  g_assert_no_error (shop->error);
  g_assert_cmpuint (sedia_import_look_get_n_rows (seen), ==, 3);
  g_assert_false (sedia_import_look_is_whole (seen));

  exact = look (shop, "sku,name\n1,a\n2,b\n3,c\n", -1, first);
  g_assert_cmpuint (sedia_import_look_get_n_rows (exact), ==, 3);
  g_assert_true (sedia_import_look_is_whole (exact));
}

static void
test_look_at_nothing (void)
{
  g_autoptr (Shop) shop = shop_open ();

  g_assert_null (look (shop, "PK\003\004 and so on", -1, guess_all));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_clear_error (&shop->error);
  g_assert_null (sedia_import_look ("/nowhere/at/all.csv", -1, &guess_all, NULL, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
}

/* What a person settled is what counts, even where a header says something else, or is there twice.
 */
static void
test_settled (void)
{
  const char *const headers[] = { "Nama", "Kode", "Kode", NULL };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaColumns) columns = sedia_columns_guess (SEDIA_IMPORT_PRODUCTS, headers, 3);
  g_autofree char *path = transfer_write (shop, "s.csv", "Nama,Kode,Kode\nKopi,x,A\n");
  g_autofree char *other = transfer_write (shop, "o.csv", "Nama,Kode\nTeh,B\n");
  SediaImportOptions options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  g_autofree char *products = NULL;

  sedia_columns_set (columns, 1, SEDIA_FIELD_NONE);
  sedia_columns_set (columns, 2, SEDIA_FIELD_SKU);
  options.columns = columns;
  transfer_must_import (shop, options);

  options.path = other; /* has other columns: those are guessed */
  transfer_must_import (shop, options);

  products = transfer_export (shop, "products");
  g_assert_nonnull (g_strstr_len (products, -1, "\nA,Kopi,"));
  g_assert_nonnull (g_strstr_len (products, -1, "\nB,Teh,"));
}

static void
test_fields (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *path = NULL;
  g_autoptr (SediaImportReport) report = NULL;
  const SediaImportFieldChange *field;
  const SediaImportChange *change;
  SediaImportOptions options;

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,on_hand,price\nA,Kopi,1500,12.50\n");
  path = transfer_write (shop, "f.csv", "sku,name,on_hand,price,category\n"
                                        "A,\"Kopi, 1 kg\",2500,1250,Minum\n"
                                        "B,Teh,1000,2.5,\n");
  options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  options.numbers = (SediaNumberForm) { ',', '.' };
  options.decimal = '.';
  report = transfer_preview (shop, options);
  g_assert_no_error (shop->error);

  change = g_ptr_array_index (report->changes, 0);
  g_assert_cmpuint (change->fields->len, ==, 4);
  field = g_ptr_array_index (change->fields, 0);
  g_assert_cmpstr (field->label, ==, "on hand");
  g_assert_cmpstr (field->before, ==, "1.500");
  g_assert_cmpstr (field->after, ==, "2.500");
  field = g_ptr_array_index (change->fields, 1);
  g_assert_cmpstr (field->before, ==, "12,50");
  g_assert_cmpstr (field->after, ==, "1.250");
  field = g_ptr_array_index (change->fields, 2);
  g_assert_cmpstr (field->after, ==, "Kopi, 1 kg");

  change = g_ptr_array_index (report->changes, 1);
  g_assert_null (change->fields);
  g_assert_cmpstr (change->after, ==, "Teh, on hand 1.000, price 2,50");
}

/* A thousand new ones do not push out of the report what changes. */
static void
test_first_of_each (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) text = g_string_new ("name,phone\n");
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *path = NULL;
  guint n_changed = 0;

  transfer_must_import_text (shop, SEDIA_TRANSFER_CUSTOMERS, "name,email\nLast,a@b\n");
  for (guint i = 0; i < 1100; i++)
    g_string_append_printf (text, "New %u,1\n", i);
  g_string_append (text, "Last,081\n");
  path = transfer_write (shop, "many.csv", text->str);
  report = transfer_preview (shop, transfer_options (SEDIA_TRANSFER_CUSTOMERS, path));

  g_assert_cmpuint (report->added, ==, 1100);
  g_assert_cmpuint (report->changed, ==, 1);
  g_assert_cmpuint (report->changes->len, ==, 1001);
  for (guint i = 0; i < report->changes->len; i++)
    n_changed += ((SediaImportChange *) report->changes->pdata[i])->fields != NULL;
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_questions (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *path = transfer_write (shop, "q.csv", "order,customer,date,sku,qty,deposit\n"
                                                         "1,Siti,03/04/2026,A,1,\"1,000\"\n");
  const SediaImportProblem *problem;
  const SediaImportForm *form;

  shop_product (shop, "A");
  shop_customer (shop, "Siti");
  report = transfer_preview (shop, transfer_options (SEDIA_TRANSFER_ORDERS, path));
  g_assert_cmpuint (report->problems->len, ==, 2);

  problem = g_ptr_array_index (report->problems, 0);
  g_assert_cmpint (problem->question, ==, SEDIA_IMPORT_ASK_DECIMAL);
  g_assert_cmpstr (problem->column, ==, "deposit");
  g_assert_cmpstr (problem->example, ==, "1,000");
  problem = g_ptr_array_index (report->problems, 1);
  g_assert_cmpint (problem->question, ==, SEDIA_IMPORT_ASK_DAY_FIRST);
  g_assert_cmpstr (problem->column, ==, "date");
  g_assert_cmpstr (problem->example, ==, "03/04/2026");

  g_assert_cmpuint (report->forms->len, ==, 6);
  form = &g_array_index (report->forms, SediaImportForm, 2);
  g_assert_true (form->is_unclear);
  form = &g_array_index (report->forms, SediaImportForm, 4);
  g_assert_false (form->is_unclear);
}

typedef struct
{
  guint n_told[SEDIA_IMPORT_FINISHING + 1];
  guint last_done;
  guint all;
} Told;

static void
tell_cb (int      step,
         guint    n_done,
         guint    n_all,
         gpointer data)
{
  Told *told = data;

  told->n_told[step]++;
  if (step != SEDIA_IMPORT_CHECKING)
    return;

  g_assert_cmpuint (n_done, <=, n_all);
  told->last_done = n_done;
  told->all = n_all;
}

static void
test_progress (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) text = g_string_new ("sku,name,on_hand\n");
  g_autofree char *path = NULL;
  SediaImportOptions options;
  Told told = { { 0 } };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "P%u,Kopi,1\n", i);
  path = transfer_write (shop, "p.csv", text->str);
  options = transfer_options (SEDIA_TRANSFER_PRODUCTS, path);
  options.progress = tell_cb;
  options.progress_data = &told;
  transfer_must_import (shop, options);

  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_READING], ==, 1);
  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_CHECKING], ==, 4);
  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_WRITING], ==, 4);
  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_FINISHING], ==, 1);
  g_assert_cmpuint (told.last_done, ==, 768);
  g_assert_cmpuint (told.all, ==, 1000);
}

/* Orders are written as they are checked, so only that is told, and the end. */
static void
test_progress_of_orders (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) text = g_string_new ("order,customer,sku,quantity\n");
  g_autofree char *path = NULL;
  SediaImportOptions options;
  Told told = { { 0 } };

  shop_customer (shop, "Siti");
  shop_product (shop, "P0");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "A-%u,Siti,P0,1\n", i);
  path = transfer_write (shop, "o.csv", text->str);
  options = transfer_options (SEDIA_TRANSFER_ORDERS, path);
  options.progress = tell_cb;
  options.progress_data = &told;
  transfer_must_import (shop, options);

  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_CHECKING], ==, 4);
  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_WRITING], ==, 0);
  g_assert_cmpuint (told.n_told[SEDIA_IMPORT_FINISHING], ==, 1);
  g_assert_cmpuint (told.all, ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import-look/look", test_look);
  g_test_add_func ("/store/import-look/otherwise", test_look_otherwise);
  g_test_add_func ("/store/import-look/first-rows", test_look_at_the_first);
  g_test_add_func ("/store/import-look/nothing", test_look_at_nothing);
  g_test_add_func ("/store/import-look/settled", test_settled);
  g_test_add_func ("/store/import-look/fields", test_fields);
  g_test_add_func ("/store/import-look/first-of-each", test_first_of_each);
  g_test_add_func ("/store/import-look/questions", test_questions);
  g_test_add_func ("/store/import-look/progress", test_progress);
  g_test_add_func ("/store/import-look/progress-of-orders", test_progress_of_orders);

  return g_test_run ();
}
