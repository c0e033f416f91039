/* Every page and dialog fits a small screen: in English, in a language that says everything 40 %
 * longer, and from right to left. The language comes from the environment.
 */
#include "config.h"

#include "sedia-list-page.h"
#include "shop-window.h"

#include <libintl.h>
#include <string.h>

#define MOST_WIDTH 1000
#define MOST_HEIGHT 700

#define LONG_NAME "Keluarga Besar Almarhum Bapak Haji Muhammad Sulaiman Kartanegara"

typedef struct
{
  ShopWindow view;
  gint64 order;
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  SediaStore *store;
  gint64 product;
  gint64 customer;

  gtk_widget_set_default_direction (is_rtl != NULL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  product = shop_add_product (store, "LONG-SKU-1234567", LONG_NAME);
  customer = shop_add_customer (store, LONG_NAME);
  shop_receive_from (store, shop_add_supplier (store, LONG_NAME), product, 3);
  fixture->order = shop_place_order (store, customer, product, 5);
  shop_window_settle (&fixture->view);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  is_rtl)
{
  shop_window_close (&fixture->view);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* What is in the window, without the frame that the window manager draws; as high as it gets in the
 * width it opens with, where lines are broken more often than in a wide one.
 */
static void
assert_fits (GtkWidget  *window,
             const char *what)
{
  const int opened = gtk_widget_get_width (window);
  int width;
  int height;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, MAX (width, MIN (opened, MOST_WIDTH)),
                      &height, NULL, NULL, NULL);
  g_test_message ("%s: %d x %d, opened %d wide", what, width, height, opened);
  if (width > MOST_WIDTH || height > MOST_HEIGHT)
    g_test_message ("%s is too large: %d x %d", what, width, height);
  g_assert_cmpint (width, <=, MOST_WIDTH);
  g_assert_cmpint (height, <=, MOST_HEIGHT);
}

/* The dialog that was opened last, NULL when there is none. */
static GtkWidget *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (fixture->view.window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static void
close_dialogs (Fixture *fixture)
{
  GtkWidget *dialog;

  while ((dialog = find_dialog (fixture)) != NULL)
    {
      if (GTK_IS_DIALOG (dialog))
        gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
      else
        gtk_window_destroy (GTK_WINDOW (dialog));
      shop_window_settle (&fixture->view);
    }
}

/* Runs an action of a page, with its first row selected, and measures what it opens. */
static void
measure_dialog (Fixture    *fixture,
                const char *page,
                const char *action)
{
  GtkWidget *front;
  g_autofree char *what = g_strdup_printf ("%s on %s", action, page);

  shop_window_go_to (&fixture->view, page);
  front = GTK_WIDGET (sedia_main_window_get_page (fixture->view.window));
  if (strcmp (action, "page.new") != 0)
    sedia_data_table_select (sedia_list_page_get_table (SEDIA_LIST_PAGE (front)), 1);
  shop_window_settle (&fixture->view);

  g_assert_true (gtk_widget_activate_action (front, action, NULL));
  shop_window_settle (&fixture->view);
  if (find_dialog (fixture) == NULL)
    g_error ("%s opens nothing", what);
  assert_fits (find_dialog (fixture), what);
  close_dialogs (fixture);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  is_rtl)
{
  guint n_pages;
  const SediaShopPage *pages = sedia_shop_get_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      shop_window_go_to (&fixture->view, pages[i].name);
      assert_fits (GTK_WIDGET (fixture->view.window), pages[i].name);
      if (!SEDIA_IS_LIST_PAGE (sedia_main_window_get_page (fixture->view.window)))
        continue;

      sedia_data_table_select (sedia_list_page_get_table (SEDIA_LIST_PAGE (
                                 sedia_main_window_get_page (fixture->view.window))), 1);
      shop_window_settle (&fixture->view);
      assert_fits (GTK_WIDGET (fixture->view.window), pages[i].name);
    }
}

static void
test_editors (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  static const char *const editors[] = { "orders", "deliveries" };

  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      g_assert_true (sedia_main_window_open (fixture->view.window, editors[i], SEDIA_KIND_DRAFT,
                                             0));
      shop_window_settle (&fixture->view);
      assert_fits (GTK_WIDGET (fixture->view.window), editors[i]);
    }
}

static void
test_dialogs (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  static const char *const dialogs[][2] = {
    { "orders", "page.hand-over" },    { "orders", "page.change" },
    { "orders", "page.cancel-order" }, { "stock", "page.new" },
    { "stock", "page.edit" },          { "stock", "page.sell" },
    { "stock", "page.count" },         { "stock", "page.put-in" },
    { "stock", "page.issue" },         { "stock", "page.asked" },
    { "stock", "page.expect" },        { "customers", "page.new" },
    { "customers", "page.edit" },      { "customers", "page.write" },
    { "suppliers", "page.new" },       { "suppliers", "page.edit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    measure_dialog (fixture, dialogs[i][0], dialogs[i][1]);
}

static void
test_windows (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  static const char *const actions[] = { "win.find", "win.print-list", "win.scanner",
                                         "shop.contact-rules", "shop.import",
                                         "shop.messages", "shop.reminders" };

  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  sedia_shop_set_settings (sedia_main_window_get_shop (fixture->view.window), settings);
  shop_window_go_to (&fixture->view, "stock");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->view.window), actions[i], NULL);
      shop_window_settle (&fixture->view);
      g_assert_nonnull (find_dialog (fixture));
      assert_fits (find_dialog (fixture), actions[i]);
      close_dialogs (fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  static const int rtl = 1;

  view_test_init (&argc, &argv);
  bindtextdomain ("sedia", g_getenv ("SEDIA_LOCALEDIR"));
  bind_textdomain_codeset ("sedia", "UTF-8");
  textdomain ("sedia");

  /* A language that is not found would test English twice. */
  if (g_getenv ("LANGUAGE") != NULL)
    g_assert_true (g_str_has_prefix (gettext ("Suppliers"), "Süpplïërs lörë"));

#define ADD(name, func) \
  g_test_add ("/fits/" name, Fixture, NULL, fixture_open, func, fixture_close); \
  g_test_add ("/fits/rtl/" name, Fixture, &rtl, fixture_open, func, fixture_close)
  ADD ("pages", test_pages);
  ADD ("editors", test_editors);
  ADD ("dialogs", test_dialogs);
  ADD ("windows", test_windows);
#undef ADD

  return g_test_run ();
}
