/* Exporting a list as it is shown: its filter, search and order; into a file that is whole or not
 * there, in the form of spreadsheets here or elsewhere.
 */
#include "config.h"

#include "transfer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  SediaExportOptions options;
  const char *path;
  guint n;
} Wanted;

static gpointer
export_job (SediaDb  *db,
            gpointer  data,
            GError  **error)
{
  Wanted *wanted = data;

  return sedia_export_to_file (db, &wanted->options, wanted->path, &wanted->n, error) ? SEDIA_DONE
                                                                                       : NULL;
}

/* What stands in the file; NULL when it could not be written. */
static char *
export_with (Shop               *shop,
             SediaExportOptions  options,
             guint              *n)
{
  g_autofree char *path = g_build_filename (shop->folder, "out.csv", NULL);
  Wanted wanted = { options, path, 0 };
  char *text = NULL;

  g_clear_error (&shop->error);
  if (sedia_store_read (shop->store, export_job, &wanted, &shop->error) == NULL)
    return NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (n != NULL)
    *n = wanted.n;
  return text;
}

static char *
export_query (Shop             *shop,
              const SediaQuery *query,
              guint            *n)
{
  return export_with (shop, (SediaExportOptions) { .kind = sedia_export_kind_of (query->kind),
                                                   .query = query }, n);
}

/* The first cells of the rows below the header: "A B C". */
static char *
dup_first_cells (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\r\n", -1);
  GString *cells = g_string_new (NULL);

  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    g_string_append_printf (cells, "%s%.*s", i > 1 ? " " : "", (int) strcspn (rows[i], ",;"),
                            rows[i]);

  return g_string_free (cells, FALSE);
}

static void
assert_first_cells (Shop             *shop,
                    const SediaQuery *query,
                    const char       *expected,
                    guint             n_expected)
{
  guint n = 0;
  g_autofree char *text = export_query (shop, query, &n);
  g_autofree char *cells = NULL;

  g_assert_no_error (shop->error);
  cells = dup_first_cells (text);
  g_assert_cmpstr (cells, ==, expected);
  g_assert_cmpuint (n, ==, n_expected);
}

static void
fill (Shop *shop)
{
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,on_hand,decimals,price,archived\n"
                             "A,Kopi,5,0,1250,0\n"
                             "B,Teh,1.5,3,2.5,0\n"
                             "C,Kopi susu,0,0,,0\n"
                             "D,Lama,1,0,,1\n");
  shop_order2 (shop, "Siti", "A", 7, "C", 2, (Wish) { 0 });
  shop_order (shop, "Budi", "C", 1, (Wish) { .first = TRUE });
  shop_receive_note (shop, "B", 250, shop_supplier (shop, "Maju"), "N-1");
}

static void
test_as_shown (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);

  fill (shop);
  assert_first_cells (shop, query, "A C B", 3);
  query->descending = TRUE;
  query->sort = SEDIA_SORT_SKU;
  assert_first_cells (shop, query, "C B A", 3);
  query->search = g_strdup ("kopi");
  assert_first_cells (shop, query, "C A", 2);
  query->filter = SEDIA_FILTER_ARCHIVED;
  assert_first_cells (shop, query, "", 0);
  g_clear_pointer (&query->search, g_free);
  assert_first_cells (shop, query, "D", 1);
}

/* Headings of groups are not rows; the lines stay in the order of the list. */
static void
test_waiting (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autofree char *text = NULL;

  fill (shop);
  query->grouping = SEDIA_GROUP_PRODUCT;
  assert_first_cells (shop, query, "#1 #2 #1", 3);
  text = export_query (shop, query, NULL);
  g_assert_nonnull (strstr (text, ",first,all,held,open,reserved,waiting\r\n"));
  g_assert_nonnull (strstr (text, ",A,Kopi,7,0,0,1250,,0,0,0,7,5,2\r\n"));
}

static void
test_deliveries_and_drafts (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_DELIVERIES);
  g_autofree char *text = NULL;

  fill (shop);
  assert_first_cells (shop, query, "1", 1);
  text = export_query (shop, query, NULL);
  g_assert_true (g_str_has_prefix (text, "delivery,at,supplier,note_number,reverses,sku,product,"
                                         "unit,quantity\r\n1,2"));
  g_assert_nonnull (strstr (text, ",Maju,N-1,,B,Teh,pcs,0.25\r\n"));

  g_assert_true (shop_undo_delivery (shop, 1));
  g_free (g_steal_pointer (&text));
  text = export_query (shop, query, NULL);
  g_assert_nonnull (strstr (text, ",Maju,N-1,1,B,Teh,pcs,-0.25\r\n"));
}

static void
test_orders (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_ORDERS);

  fill (shop);
  assert_first_cells (shop, query, "#2 #1 #1", 2); /* newest first, each with its lines */
  query->search = g_strdup ("siti");
  assert_first_cells (shop, query, "#1 #1", 1);
}

static void
test_spreadsheet (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const SediaExportOptions options = { .kind = "products", .decimal_comma = TRUE,
                                       .has_mark = TRUE };
  g_autofree char *text = NULL;

  fill (shop);
  text = export_with (shop, options, NULL);
  g_assert_true (g_str_has_prefix (text, "\357\273\277sku;name;barcode;"));
  g_assert_nonnull (strstr (text, "\nB;Teh;;pcs;3;;;;\"2,50\";;\"1,75\";"));
}

/* Our semicolons mean decimal commas, unless a point says that something else wrote the numbers. */
static void
test_own_form (void)
{
  const char *const header = "code;name;phone;email;lead_days;note;archived\r\n";
  g_autoptr (Shop) shop = shop_open ();
  const SediaExportOptions options = { .kind = "products", .decimal_comma = TRUE };
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *suppliers = g_strconcat (header, ";Maju;1.000;;5;\"1,000\";0\r\n", NULL);
  char *comma;

  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS,
                             "sku,name,on_hand,decimals\nR,Beras,0,3\n");
  shop_receive (shop, "R", 1125);
  text = export_with (shop, options, NULL);
  g_assert_nonnull (strstr (text, ";\"1,125\";"));
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, text);
  assert_stock (shop, "R", "1125/0/0");

  broken = g_strdup (text);
  comma = strstr (broken, "1,125");
  comma[1] = '.';
  transfer_assert_problems_text (
    shop, SEDIA_TRANSFER_PRODUCTS, broken,
    "2: “1.125” in column “on_hand” can mean two numbers: say which mark stands before the "
    "decimals (--decimal . or --decimal ,).");
  transfer_must_import_text (shop, SEDIA_TRANSFER_SUPPLIERS, suppliers); /* texts are no numbers */
}

static void
test_everything (void)
{
  static const char *const kinds[] = { "products", "customers", "suppliers", "orders",
                                       "movements", "queue", "contacts", "deliveries",
                                       "purchases" };
  g_autoptr (Shop) shop = shop_open ();

  fill (shop);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = transfer_export (shop, kinds[i]);
      guint n = 0;
      g_autofree char *file = export_with (shop, (SediaExportOptions) { .kind = kinds[i] }, &n);

      g_assert_cmpstr (file, ==, text);
      g_assert_true ((n > 0) == (i != 6 && i != 8)); /* nobody was told, nothing was ordered */
    }

  g_assert_null (export_with (shop, (SediaExportOptions) { .kind = "waiting" }, NULL));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
cancel_cb (int      step,
           guint    n_done,
           guint    n_all,
           gpointer cancellable)
{
  g_assert_cmpint (step, ==, 0);
  g_assert_cmpuint (n_all, ==, 1000);
  if (n_done >= 512)
    g_cancellable_cancel (cancellable);
}

static void
answered_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      error)
{
  g_assert_null (sedia_store_finish (SEDIA_STORE (store), result, error));
}

/* Cancelled halfway: what was there before is still there, and nothing else. */
static void
test_cancelled (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GString) products = g_string_new ("sku,name\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = transfer_write (shop, "out.csv", "before");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Wanted wanted = { { .kind = "products", .progress = cancel_cb, .progress_data = cancellable },
                    path, 0 };
  guint n_files;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (products, "P%u,Kopi\n", i);
  transfer_must_import_text (shop, SEDIA_TRANSFER_PRODUCTS, products->str);
  n_files = count_files (shop->folder);

  sedia_store_read_async (shop->store, export_job, &wanted, NULL, NULL, cancellable, answered_cb,
                          &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_assert_cmpuint (count_files (shop->folder), ==, n_files);

  /* The connection is free for the next one. */
  g_free (g_steal_pointer (&text));
  text = export_with (shop, (SediaExportOptions) { .kind = "products" }, NULL);
  g_assert_no_error (shop->error);
  g_assert_true (g_str_has_prefix (text, "sku,"));
  sedia_store_close (shop->store);
}

static void
test_nowhere (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *nowhere = g_build_filename (shop->folder, "no", "out.csv", NULL);
  const char *const paths[] = { nowhere, shop->folder };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      Wanted wanted = { { .kind = "products" }, paths[i], 0 };

      g_assert_null (sedia_store_read (shop->store, export_job, &wanted, &shop->error));
      g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_FILE);
      g_clear_error (&shop->error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/export-list/as-shown", test_as_shown);
  g_test_add_func ("/store/export-list/waiting", test_waiting);
  g_test_add_func ("/store/export-list/deliveries", test_deliveries_and_drafts);
  g_test_add_func ("/store/export-list/orders", test_orders);
  g_test_add_func ("/store/export-list/spreadsheet", test_spreadsheet);
  g_test_add_func ("/store/export-list/own-form", test_own_form);
  g_test_add_func ("/store/export-list/everything", test_everything);
  g_test_add_func ("/store/export-list/cancelled", test_cancelled);
  g_test_add_func ("/store/export-list/nowhere", test_nowhere);

  return g_test_run ();
}
