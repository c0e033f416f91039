/* Printing: what a shop prints, on its three papers, read back from the PDF. */
#include "config.h"

#include "paper.h"
#include "sedia-list-page.h"
#include "sedia-print-jobs.h"
#include "sedia-print-window.h"
#include "shop-window.h"

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 siti;
  gint64 order;
  gint64 delivery;
  Paper paper;
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
  paper_open (&fixture->paper);
  shop_window_settle (&fixture->view);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  paper_close (&fixture->paper);
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

static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_order_job,
                                                           &fixture->order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = paper_print (&fixture->paper, document, (SediaPrintPaper) paper);

      if (text == NULL)
        return;
      paper_assert_says (text, "Hand-Over Slip");
      paper_assert_says (text, "Siti Rahma");
      paper_assert_says (text, "Blue Kettle");
      paper_assert_says (text, "Still owed");
      paper_assert_says (text, "3 pcs");
      paper_assert_says (text, "2 pcs");
      paper_assert_says (text, "Received by");
    }
}

static void
test_put_aside (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_put_aside_job,
                                                           &fixture->siti);
  g_autofree char *text = paper_print (&fixture->paper, document, SEDIA_PRINT_A5);

  if (text == NULL)
    return;
  paper_assert_says (text, "Put Aside");
  paper_assert_says (text, "Siti Rahma");
  paper_assert_says (text, "3 pcs");
}

static void
test_delivery (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_delivery_job,
                                                           &fixture->delivery);
  g_autofree char *text = paper_print (&fixture->paper, document, SEDIA_PRINT_A4);

  if (text == NULL)
    return;
  paper_assert_says (text, "PT Dapur");
  paper_assert_says (text, "Put aside for customers");
  paper_assert_says (text, "Blue Kettle – for Siti Rahma");
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
      g_autofree char *text = paper_print (&fixture->paper, document, (SediaPrintPaper) paper);
      g_autofree char *info = paper_dup_info (&fixture->paper);
      g_autofree char *size = g_strdup_printf ("Page size:       %s", sizes[paper]);

      if (text == NULL || info == NULL)
        return;
      paper_assert_says (info, size);
      paper_assert_says (info, "Pages:           1");
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

  text = paper_print (&fixture->paper, document, SEDIA_PRINT_A4);
  if (text == NULL)
    return;
  paper_assert_says (text, "Blue Kettle");
  paper_assert_says (text, "Page 1 of");
  paper_assert_says (text, "Page 5 of 5");
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
