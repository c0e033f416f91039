/* The Insight page: the two questions, their parts, the rows behind them, the next step. */
#include "config.h"

#include "sedia-insight-row.h"
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

/* A shop in which nothing happened says so; with the first count it looks again by itself. */
static void
test_empty (ShopWindow    *fixture,
            gconstpointer  unused)
{
  shop_window_go_to (fixture, "insight");
  g_assert_true (shop_window_wait_for (fixture, "Nothing to Tell Yet"));

  shop_add_product (fixture->shop.store, "KOPI", "Kopi");
  shop_count (fixture->shop.store, 1, 5);
  g_assert_true (shop_window_wait_for (fixture, "0 of 1 count found what the book said."));
}

static GtkListBox *
list_of (ShopWindow *fixture)
{
  GtkWidget *text = view_find_text (GTK_WIDGET (fixture->window), "Counts true");

  return GTK_LIST_BOX (gtk_widget_get_ancestor (text, GTK_TYPE_LIST_BOX));
}

static void
select_part (ShopWindow    *fixture,
             SediaShopPart  part)
{
  GtkListBox *list = list_of (fixture);

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) part));
  shop_window_settle (fixture);
}

/* Six counts, all wrong: poor, with six rows, and the way to where it is put right. */
static void
test_parts (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkWidget *go;

  shop_add_product (fixture->shop.store, "KOPI", "Kopi");
  for (int i = 1; i <= 6; i++)
    shop_count (fixture->shop.store, 1, i);
  shop_window_go_to (fixture, "insight");
  g_assert_true (shop_window_wait_for (fixture, "Can we predict our demand?"));
  g_assert_true (shop_window_shows (fixture, "Is our way of working good enough?"));
  g_assert_true (shop_window_shows (fixture, "0 of 6 counts found what the book said."));
  g_assert_true (shop_window_shows (fixture, "Poor"));

  select_part (fixture, SEDIA_SHOP_COUNTS);
  g_assert_true (shop_window_shows (fixture, "Count what was wrong again until it is right."));
  g_assert_true (shop_window_wait_for (fixture, "6 pcs counted, the book said 5 pcs"));

  /* Another count is not shown under somebody’s eyes, but when they look again. */
  shop_count (fixture->shop.store, 1, 7);
  shop_window_settle (fixture);
  g_assert_false (shop_window_shows (fixture, "0 of 7 counts found what the book said."));
  shop_window_act (fixture, "page.refresh");
  g_assert_true (shop_window_wait_for (fixture, "0 of 7 counts found what the book said."));
  g_assert_true (shop_window_wait_for (fixture, "7 pcs counted, the book said 6 pcs"));

  go = view_find_text (GTK_WIDGET (fixture->window), "Go to Stock");
  g_assert_nonnull (go);
  g_signal_emit_by_name (gtk_widget_get_ancestor (go, GTK_TYPE_BUTTON), "clicked");
  shop_window_settle (fixture);
  g_assert_cmpstr (sedia_page_get_title (sedia_main_window_get_page (fixture->window)), ==,
                   "Stock");
  shop_window_go_to (fixture, "insight");
  g_assert_true (shop_window_shows (fixture, "0 of 7 counts found what the book said."));
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/insight/empty", test_empty);
  ADD ("/view/insight/parts", test_parts);

  return g_test_run ();
}
