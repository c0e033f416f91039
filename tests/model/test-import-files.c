/* Files of real shops through what the import window knows: chosen, found out, checked, imported,
 * nothing said by a person but what must be. They are skipped where they are absent.
 */
#include "config.h"

#include "reference-data.h"
#include "sedia-import-session.h"
#include "shop.h"

#include <string.h>

typedef struct
{
  Shop shop;
  SediaImportSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  shop_open (&fixture->shop);
  fixture->session = sedia_import_session_new (fixture->shop.store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_object (&fixture->session);
  shop_close (&fixture->shop);
}

static void
settle (Fixture *fixture)
{
  while (sedia_import_session_get_state (fixture->session) == SEDIA_IMPORT_LOOKING ||
         sedia_import_session_get_state (fixture->session) == SEDIA_IMPORT_DRY_RUN)
    g_main_context_iteration (NULL, TRUE);
}

static void
choose_file (Fixture    *fixture,
             const char *path)
{
  g_test_message ("%s", path);
  sedia_import_session_set_file (fixture->session, path);
  settle (fixture);
}

static void
import (Fixture           *fixture,
        SediaTransferKind  kind,
        guint              n)
{
  const SediaAct act = { .kind = "import", .actor = "Tester" };
  const SediaImportReport *preview = sedia_import_session_get_report (fixture->session);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SediaImportReport) report = NULL;
  g_autoptr (SediaImportTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_error (sedia_import_session_get_error (fixture->session));
  g_assert_cmpint (sedia_import_session_get_state (fixture->session), ==, SEDIA_IMPORT_CHECKED);
  g_assert_cmpint (sedia_import_session_get_options (fixture->session)->kind, ==, kind);
  g_assert_cmpuint (preview->problems->len, ==, 0);
  g_assert_cmpuint (preview->added, ==, n);

  task = sedia_import_session_make_task (fixture->session, cancellable);
  report = sedia_store_act (fixture->shop.store, &act, sedia_import_task_run, task, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, n);
}

/* ---- Northwind */

static void
import_northwind (Fixture    *fixture,
                  const char *dialect)
{
  static const struct
  {
    const char *name;
    SediaTransferKind kind;
    guint n;
  } files[] = {
    { "Suppliers", SEDIA_TRANSFER_SUPPLIERS, 29 },
    { "Customers", SEDIA_TRANSFER_CUSTOMERS, 93 },
    { "Products", SEDIA_TRANSFER_PRODUCTS, 77 },
  };
  g_autofree char *orders = NULL;
  g_autofree char *lines = NULL;
  const char *path;
  guint file;
  SediaField field;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("northwind-dialects/%s.%s.csv", files[i].name,
                                               dialect);

      if (!(path = reference_data (name)))
        return;
      choose_file (fixture, path);
      import (fixture, files[i].kind, files[i].n);
    }

  orders = g_strdup_printf ("northwind-dialects/Orders.%s.csv", dialect);
  lines = g_strdup_printf ("northwind-dialects/OrderDetails.%s.csv", dialect);
  choose_file (fixture, reference_data (orders));
  g_assert_cmpint (sedia_import_session_get_need (fixture->session, &file, &field), ==,
                   SEDIA_IMPORT_NEEDS_LINES);
  sedia_import_session_set_path (fixture->session, 1, reference_data (lines));
  settle (fixture);
  import (fixture, SEDIA_TRANSFER_ORDERS, 830);
}

static void
test_northwind (Fixture       *fixture,
                gconstpointer  dialect)
{
  import_northwind (fixture, dialect);
}

/* ---- shop systems */

typedef struct
{
  const char *path;
  SediaTransferKind kind;
  guint n;
} ShopFile;

static const ShopFile shop_files[] = {
  { "woocommerce/sample_products.csv", SEDIA_TRANSFER_PRODUCTS, 24 },
  { "woocommerce/importer_tests/sample.csv", SEDIA_TRANSFER_PRODUCTS, 7 },
  { "shopify/product_template.csv", SEDIA_TRANSFER_PRODUCTS, 3 },
  { "shopify/packt/Product-data.csv", SEDIA_TRANSFER_PRODUCTS, 21 },
  { "prestashop/products_import.csv", SEDIA_TRANSFER_PRODUCTS, 2 },
  { "prestashop/customers_import.csv", SEDIA_TRANSFER_CUSTOMERS, 2 },
  { "prestashop/suppliers_import.csv", SEDIA_TRANSFER_SUPPLIERS, 2 },
  { "thirtybees/products_import.csv", SEDIA_TRANSFER_PRODUCTS, 7 },
  { "thirtybees/customers_import.csv", SEDIA_TRANSFER_CUSTOMERS, 9 },
  { "odoo/product.template.csv", SEDIA_TRANSFER_PRODUCTS, 3 },
};

static void
test_shop_file (Fixture       *fixture,
                gconstpointer  data)
{
  const ShopFile *file = data;
  const char *path = reference_data (file->path);

  if (path == NULL)
    return;

  choose_file (fixture, path);
  import (fixture, file->kind, file->n);

  choose_file (fixture, path); /* once more: all of it is there */
  g_assert_cmpuint (sedia_import_session_get_report (fixture->session)->unchanged, ==, file->n);
  g_assert_false (sedia_import_session_can_import (fixture->session));
}

/* ---- whatever is called CSV */

/* Every file ends as one of three: it cannot be read, and a sentence says why; something must be
 * said first, and it is said what; or it is known what it would do.
 */
static void
assert_told (Fixture *fixture)
{
  const SediaImportState state = sedia_import_session_get_state (fixture->session);
  const GError *error = sedia_import_session_get_error (fixture->session);
  guint file;
  SediaField field;

  g_assert_true ((error != NULL) == (state == SEDIA_IMPORT_FAILED));
  if (error != NULL)
    g_assert_true (g_str_has_suffix (error->message, "."));

  if (state == SEDIA_IMPORT_INCOMPLETE)
    g_assert_cmpint (sedia_import_session_get_need (fixture->session, &file, &field), !=,
                     SEDIA_IMPORT_NEEDS_NOTHING);
  else if (state == SEDIA_IMPORT_CHECKED)
    g_assert_nonnull (sedia_import_session_get_report (fixture->session));
  else
    g_assert_cmpint (state, ==, SEDIA_IMPORT_FAILED);
}

/* All that is shown of it can be shown. */
static void
assert_shown (Fixture *fixture)
{
  SediaImportSheet *sheet = sedia_import_session_get_sheet (fixture->session, 0);
  SediaImportLook *look;
  int rival;

  if (sheet == NULL)
    return;

  look = sedia_import_sheet_get_look (sheet);
  for (guint column = 0; column < sedia_import_sheet_get_columns (sheet)->n_columns; column++)
    {
      sedia_import_sheet_get_trust (sheet, column, &rival);
      for (guint row = 0; row < sedia_import_look_get_n_rows (look); row++)
        {
          const char *cell = sedia_import_look_get_cell (look, row, column);

          g_assert_true (cell == NULL || g_utf8_validate (cell, -1, NULL));
          sedia_import_sheet_get_meaning (sheet, row, column);
        }
    }
}

static void
torture (Fixture    *fixture,
         const char *path)
{
  choose_file (fixture, path);
  assert_told (fixture);
  assert_shown (fixture);

  for (int kind = SEDIA_TRANSFER_PRODUCTS; kind < SEDIA_N_TRANSFER_KINDS; kind++)
    {
      sedia_import_session_set_kind (fixture->session, (SediaTransferKind) kind);
      settle (fixture);
      assert_told (fixture);
      assert_shown (fixture);
    }

  sedia_import_session_set_delimiter (fixture->session, ';');
  sedia_import_session_set_encoding (fixture->session, "UTF-16LE");
  settle (fixture);
  assert_told (fixture);
  assert_shown (fixture);
}

static void
test_torture (Fixture       *fixture,
              gconstpointer  folder)
{
  const char *path = reference_data (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      torture (fixture, file);
      n++;
    }

  if (path != NULL)
    g_assert_cmpuint (n, >, 10);
}

int
main (int    argc,
      char **argv)
{
  static const char *const dialects[] = {
    "utf8_comma_lf",
    "cp1252_semicolon_deccomma_crlf_excel_de",
    "utf16le_tab_crlf_excel_unicode_text",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autofree char *name = g_strconcat ("/model/import-files/northwind/", dialects[i], NULL);

      g_test_add (name, Fixture, dialects[i], set_up, test_northwind, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shop_files); i++)
    {
      g_autofree char *name = g_strconcat ("/model/import-files/", shop_files[i].path, NULL);

      g_test_add (name, Fixture, &shop_files[i], set_up, test_shop_file, tear_down);
    }
  g_test_add ("/model/import-files/csv-spectrum", Fixture, "csv-spectrum/csvs", set_up,
              test_torture, tear_down);
  g_test_add ("/model/import-files/csvkit", Fixture, "csvkit", set_up, test_torture, tear_down);

  return g_test_run ();
}
