/* Every page and dialog fits a small screen: in English, in a language that says everything 40 %
 * longer, and from right to left. The language comes from the environment.
 */
#include "config.h"

#include "purchases-page.h"
#include "sedia-export-window.h"
#include "sedia-list-page.h"
#include "sedia-order-instead.h"
#include "sedia-shop.h"
#include "sedia-told-popover.h"
#include "sedia-unknown-code-form.h"

#include <libintl.h>
#include <string.h>

#define MOST_WIDTH 1000
#define MOST_HEIGHT 700
#define SCREEN_WIDTH 1366 /* for the shortcuts, whose lines GTK does not break */

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
  gint64 supplier;

  gtk_widget_set_default_direction (is_rtl != NULL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  product = shop_add_product (store, "LONG-SKU-1234567", LONG_NAME);
  customer = shop_add_customer (store, LONG_NAME);
  supplier = shop_add_supplier (store, LONG_NAME);
  shop_receive_from (store, supplier, product, 3);
  purchases_page_buy (store, (Bought) { .supplier = supplier, .product = product, .quantity = 7,
                                        .second = product, .day = -3 });
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
assert_within (GtkWidget  *window,
               const char *what,
               int         most_width)
{
  const int opened = gtk_widget_get_width (window);
  int width;
  int height;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, MAX (width, MIN (opened, most_width)),
                      &height, NULL, NULL, NULL);
  g_test_message ("%s: %d x %d, opened %d wide", what, width, height, opened);
  if (width > most_width || height > MOST_HEIGHT)
    g_test_message ("%s is too large: %d x %d", what, width, height);
  g_assert_cmpint (width, <=, most_width);
  g_assert_cmpint (height, <=, MOST_HEIGHT);
}

static void
assert_fits (GtkWidget  *window,
             const char *what)
{
  assert_within (window, what, MOST_WIDTH);
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

/* Measures the dialog that is open, and closes it. */
static void
measure_open (Fixture    *fixture,
              const char *what)
{
  shop_window_settle (&fixture->view);
  if (find_dialog (fixture) == NULL)
    g_error ("%s opens nothing", what);
  assert_fits (find_dialog (fixture), what);
  close_dialogs (fixture);
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
  if (strcmp (action, "page.new") != 0 && SEDIA_IS_LIST_PAGE (front))
    sedia_data_table_select (sedia_list_page_get_table (SEDIA_LIST_PAGE (front)), 1);
  shop_window_settle (&fixture->view);

  g_assert_true (gtk_widget_activate_action (front, action, NULL));
  measure_open (fixture, what);
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

  g_assert_true (sedia_main_window_open (fixture->view.window, "orders", SEDIA_KIND_LINE, 1));
  shop_window_settle (&fixture->view);
  g_assert_true (gtk_widget_get_mapped (view_find_type (GTK_WIDGET (fixture->view.window),
                                                        SEDIA_TYPE_ORDER_INSTEAD)));
  assert_fits (GTK_WIDGET (fixture->view.window), "instead");
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
    { "customers", "page.merge" },
    { "suppliers", "page.new" },       { "suppliers", "page.edit" },
    { "purchases", "page.change-date" },
    { "reorder", "page.rules" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    measure_dialog (fixture, dialogs[i][0], dialogs[i][1]);
}

/* What was handed over can come back. */
static void
test_return (Fixture       *fixture,
             gconstpointer  is_rtl)
{
  shop_window_go_to (&fixture->view, "orders");
  shop_window_select (&fixture->view, 0, 0);
  shop_window_act (&fixture->view, "page.hand-over");
  shop_window_save (&fixture->view, find_dialog (fixture));
  g_assert_null (find_dialog (fixture));
  measure_dialog (fixture, "orders", "page.return");
}

static void
test_several (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  shop_add_product (fixture->view.shop.store, "SECOND", LONG_NAME);
  shop_window_go_to (&fixture->view, "stock");
  shop_window_select (&fixture->view, 0, 1);
  assert_fits (GTK_WIDGET (fixture->view.window), "two rows");
  shop_window_act (&fixture->view, "page.change-field");
  measure_open (fixture, "page.change-field");
}

static void
test_told (Fixture       *fixture,
           gconstpointer  is_rtl)
{
  GtkWidget *page;
  GtkWidget *popover;

  shop_window_go_to (&fixture->view, "waiting");
  page = GTK_WIDGET (sedia_main_window_get_page (fixture->view.window));
  sedia_data_table_select (sedia_list_page_get_table (SEDIA_LIST_PAGE (page)), 1);
  shop_window_settle (&fixture->view);
  shop_window_act (&fixture->view, "page.tell");
  popover = view_find_type (GTK_WIDGET (fixture->view.window), SEDIA_TYPE_TOLD_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  assert_fits (popover, "page.tell");
  gtk_popover_popdown (GTK_POPOVER (popover));
  shop_window_settle (&fixture->view);
}

/* What no action of a page opens at once. */
static void
test_others (Fixture       *fixture,
             gconstpointer  is_rtl)
{
  GtkWidget *window = GTK_WIDGET (fixture->view.window);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  sedia_unknown_code_form_open (window, fixture->view.shop.store, "12345678901234567890123456789");
  measure_open (fixture, "unknown code");

  gtk_window_present (g_object_new (SEDIA_TYPE_EXPORT_WINDOW, "transient-for", window, NULL));
  measure_open (fixture, "export");

  builder = gtk_builder_new_from_resource ("/io/github/sedia/Sedia/gtk/help-overlay.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
  shop_window_settle (&fixture->view);
  assert_within (GTK_WIDGET (shortcuts), "shortcuts", SCREEN_WIDTH);
  gtk_window_destroy (shortcuts);
}

static void
test_windows (Fixture       *fixture,
              gconstpointer  is_rtl)
{
  static const char *const actions[] = { "win.find", "win.help", "win.print-list", "win.scanner",
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
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  view_test_init (&argc, &argv);
  gtk_css_provider_load_from_resource (style, "/io/github/sedia/Sedia/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
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
  ADD ("return", test_return);
  ADD ("several", test_several);
  ADD ("told", test_told);
  ADD ("others", test_others);
  ADD ("windows", test_windows);
#undef ADD

  return g_test_run ();
}
