/* Printing: what a shop prints, on its three papers, read back from the PDF. */
#include "config.h"

#include "sedia-list-page.h"
#include "sedia-print-jobs.h"
#include "sedia-print-run.h"
#include "sedia-print-window.h"
#include "shop-window.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 siti;
  gint64 order;
  gint64 delivery;
  char *folder;
  char *path;
} Fixture;

/* Siti wants 5 kettles; 3 came. */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;
  gint64 supplier;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  supplier = shop_add_supplier (store, "PT Dapur");
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  fixture->order = shop_place_order (store, fixture->siti, fixture->kettle, 5);
  fixture->delivery = shop_receive_from (store, supplier, fixture->kettle, 3);
  fixture->folder = g_dir_make_tmp ("sedia-print-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  shop_window_settle (&fixture->view);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  shop_window_close (&fixture->view);
}

static SediaPrintDocument *
read_document (Fixture  *fixture,
               SediaJob  job,
               gpointer  data)
{
  g_autoptr (GError) error = NULL;
  SediaPrintDocument *document = sedia_store_read (fixture->view.shop.store, job, data, &error);

  g_assert_no_error (error);

  return document;
}

/* What a program says of the PDF; NULL where it is not installed. */
static char *
ask_program (const char *program,
             const char *option,
             const char *path,
             const char *end)
{
  const char *argv[] = { program, option, path, end, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    return NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return text;
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not on the paper:\n%s", words, text);
}

/* An amount and its unit are not parted by the end of a line. */
static char *
with_plain_spaces (char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_free (text);
  g_string_replace (plain, "\u00a0", " ", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Prints it and reads it back; the caller looks for what must be there. */
static char *
print (Fixture            *fixture,
       SediaPrintDocument *document,
       SediaPrintPaper     paper)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;
  char *text;

  sedia_print_export (document, paper, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &start, NULL, NULL));
  g_assert_true (g_str_has_prefix (start, "%PDF-"));

  text = ask_program ("pdftotext", "-layout", fixture->path, "-");
  if (text == NULL)
    g_test_skip ("pdftotext is not installed");

  return text != NULL ? with_plain_spaces (text) : NULL;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_order_job,
                                                           &fixture->order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = print (fixture, document, (SediaPrintPaper) paper);

      if (text == NULL)
        return;
      assert_says (text, "Hand-Over Slip");
      assert_says (text, "Siti Rahma");
      assert_says (text, "Blue Kettle");
      assert_says (text, "Still owed");
      assert_says (text, "3 pcs");
      assert_says (text, "2 pcs");
      assert_says (text, "Received by");
    }
}

static void
test_put_aside (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_put_aside_job,
                                                           &fixture->siti);
  g_autofree char *text = print (fixture, document, SEDIA_PRINT_A5);

  if (text == NULL)
    return;
  assert_says (text, "Put Aside");
  assert_says (text, "Siti Rahma");
  assert_says (text, "3 pcs");
}

static void
test_delivery (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_delivery_job,
                                                           &fixture->delivery);
  g_autofree char *text = print (fixture, document, SEDIA_PRINT_A4);

  if (text == NULL)
    return;
  assert_says (text, "PT Dapur");
  assert_says (text, "Put aside for customers");
  assert_says (text, "Blue Kettle – for Siti Rahma");
}

/* Receipts are 80 mm wide and as long as they need; sheets are sheets. */
static void
test_papers (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char *const sizes[] = { "595", "419", "226" };
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_order_job,
                                                           &fixture->order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = print (fixture, document, (SediaPrintPaper) paper);
      g_autofree char *info = ask_program ("pdfinfo", "-isodates", fixture->path, NULL);
      g_autofree char *size = g_strdup_printf ("Page size:       %s", sizes[paper]);

      if (text == NULL || info == NULL)
        return;
      assert_says (info, size);
      assert_says (info, "Pages:           1");
    }
}

/* A list as it is shown; on every page it says again what the columns are. */
static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *window;
  SediaPrintListArgs *args = g_new0 (SediaPrintListArgs, 1);
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *first;

  shop_add_products (fixture->view.shop.store, 200);
  shop_window_go_to (&fixture->view, "stock");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view.window), "win.print-list", NULL);
  shop_window_settle (&fixture->view);
  window = view_find_window (SEDIA_TYPE_PRINT_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (view_wait_for_text (fixture->view.shop.store, window, "5 pages"));
  gtk_window_close (GTK_WINDOW (window));

  args->spec = SEDIA_LIST_PAGE_GET_CLASS (sedia_main_window_get_page (fixture->view.window))->table;
  args->query = sedia_query_new (SEDIA_LIST_STOCK);
  args->title = g_strdup ("Stock");
  document = read_document (fixture, sedia_print_list_job, args);
  sedia_print_list_args_free (args);
  g_assert_cmpuint (document->rows->len, ==, 201);

  text = print (fixture, document, SEDIA_PRINT_A4);
  if (text == NULL)
    return;
  assert_says (text, "Blue Kettle");
  assert_says (text, "Page 1 of");
  assert_says (text, "Page 5 of 5");
  first = strstr (text, "On hand");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first + 1, "On hand"));
}

/* Ctrl+P prints the slip of what is selected; the paper chosen is shown at once. */
static void
test_window (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *window;
  GtkWidget *papers;

  sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, fixture->order);
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view.window), "win.print", NULL);
  shop_window_settle (&fixture->view);
  window = view_find_window (SEDIA_TYPE_PRINT_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (view_wait_for_text (fixture->view.shop.store, window, "1 page"));

  papers = view_find_type (window, GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (papers)), ==, SEDIA_PRINT_A4);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (papers), SEDIA_PRINT_RECEIPT);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "1 page"));
  gtk_window_close (GTK_WINDOW (window));
  view_wait (NULL);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/printing/order", test_order);
  ADD ("/printing/put-aside", test_put_aside);
  ADD ("/printing/delivery", test_delivery);
  ADD ("/printing/papers", test_papers);
  ADD ("/printing/list", test_list);
  ADD ("/printing/window", test_window);
#undef ADD

  return g_test_run ();
}
