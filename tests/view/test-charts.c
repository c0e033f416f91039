/* The charts of a product and of a supplier: what they say, by keys alone, and as a table. */
#include "config.h"

#include "sedia-chart-panel.h"
#include "sedia-chart-view.h"
#include "sedia-charts-window.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

static GtkWidget *
charts_of (ShopWindow *fixture,
           const char *page)
{
  GtkWidget *window;

  shop_window_go_to (fixture, page);
  shop_window_settle (fixture);
  shop_window_select (fixture, 0, 0);
  shop_window_act (fixture, "page.charts");
  window = view_find_window (SEDIA_TYPE_CHARTS_WINDOW);
  g_assert_nonnull (window);
  shop_window_settle (fixture);

  return window;
}

static GtkStack *
stack_of (GtkWidget *panel)
{
  return GTK_STACK (view_find_type (panel, GTK_TYPE_STACK));
}

static void
move (GtkWidget *view,
      int        by)
{
  g_assert_true (gtk_widget_activate_action (view, "chart.move", "i", by));
}

/* Left and Right say the numbers of a place; the table has the same ones. */
static void
test_product (ShopWindow    *fixture,
              gconstpointer  unused)
{
  GtkWidget *window, *panel, *view;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  shop_receive (fixture->shop.store, shop_add_product (fixture->shop.store, "K", "K"), 12);
  window = charts_of (fixture, "stock");
  panel = view_find_type (window, SEDIA_TYPE_CHART_PANEL);
  view = view_find_type (panel, SEDIA_TYPE_CHART_VIEW);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "K");
  g_assert_nonnull (view_find_text (window, "Stock and what is coming"));
  g_assert_nonnull (view_find_text (window, "Enough for the next 8 weeks."));
  g_assert_nonnull (view_find_text (window, "Demand and forecast"));
  g_assert_nonnull (view_find_text (window, "Nobody ordered anything in the last year."));

  g_assert_null (sedia_chart_view_dup_told (SEDIA_CHART_VIEW (view)));
  move (view, 1);
  first = sedia_chart_view_dup_told (SEDIA_CHART_VIEW (view));
  g_assert_true (g_str_has_suffix (first, " · On hand: 0\302\240pcs"));
  move (view, -1);
  move (view, G_MAXINT / 2);
  last = sedia_chart_view_dup_told (SEDIA_CHART_VIEW (view));
  g_assert_true (g_str_has_suffix (last, " · Projected: 12\302\240pcs"));
  g_assert_nonnull (view_find_text (panel, last));

  g_assert_true (gtk_widget_activate_action (view, "chart.toggle", NULL));
  view_wait (fixture->shop.store);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack_of (panel)), ==, "table");
  g_assert_nonnull (view_find_text (panel, "0\302\240pcs"));
  g_assert_true (gtk_widget_activate_action (view, "chart.toggle", NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack_of (panel)), ==, "chart");
  view_close (window);
}

/* What happens while it is looked at is shown. */
static void
test_follows (ShopWindow    *fixture,
              gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "K", "K");
  const gint64 customer = shop_add_customer (store, "Siti");
  GtkWidget *window;

  shop_receive (store, product, 1);
  window = charts_of (fixture, "stock");
  g_assert_nonnull (view_find_text (window, "Nobody ordered anything in the last year."));
  shop_place_order (store, customer, product, 1);
  g_assert_true (view_wait_for_text (
    store, window,
    "1 of 1 order line of the last year was ready within a week."));
  view_close (window);
}

/* Of a supplier who has brought nothing there is only the sentence. */
static void
test_supplier (ShopWindow    *fixture,
               gconstpointer  unused)
{
  GtkWidget *window, *panel;

  shop_add_supplier (fixture->shop.store, "CV Maju");
  window = charts_of (fixture, "suppliers");
  panel = view_find_type (window, SEDIA_TYPE_CHART_PANEL);
  g_assert_nonnull (view_find_text (
    window, "From the order to the delivery: not known: too few deliveries so far."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (stack_of (panel))));
  view_close (window);
}

/* Of all that customers waited for, from the page Insight. */
static void
test_all (ShopWindow    *fixture,
          gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  const gint64 product = shop_add_product (store, "K", "K");
  GtkWidget *window;

  shop_receive (store, product, 1);
  shop_place_order (store, shop_add_customer (store, "Siti"), product, 1);
  shop_window_go_to (fixture, "insight");
  shop_window_settle (fixture);
  shop_window_act (fixture, "page.charts");
  window = view_find_window (SEDIA_TYPE_CHARTS_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (view_wait_for_text (
    store, window, "1 of 1 order line of the last year was ready within a week."));
  view_close (window);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add ("/view/charts/product", ShopWindow, NULL, fixture_open, test_product, fixture_close);
  g_test_add ("/view/charts/follows", ShopWindow, NULL, fixture_open, test_follows, fixture_close);
  g_test_add ("/view/charts/all", ShopWindow, NULL, fixture_open, test_all, fixture_close);
  g_test_add ("/view/charts/supplier", ShopWindow, NULL, fixture_open, test_supplier,
              fixture_close);

  return g_test_run ();
}
