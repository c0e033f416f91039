/* What the scanner sends around each code: tried in the dialog, left out everywhere. */
#include "config.h"

#include "sedia-scanner-form.h"
#include "sedia-scanner.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_add_product (fixture->shop.store, "MUG-12", "White Mug");
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  sedia_scanner_set_marks (NULL, NULL);
  shop_window_close (fixture);
}

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_SCANNER_FORM);
}

static void
open_form (ShopWindow *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.scanner", NULL);
  shop_window_settle (fixture);
  g_assert_nonnull (form ());
}

static void
test_try (ShopWindow    *fixture,
          gconstpointer  unused)
{
  open_form (fixture);
  shop_window_scan (fixture, form (), "MUG-12");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "The code is “MUG-12”."));

  shop_window_type (fixture, form (), "Before each code", "]C1");
  shop_window_type (fixture, form (), "After each code", "#");
  shop_window_scan (fixture, form (), "]C1MUG-12#");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "The code is “MUG-12”."));
  /* marks that are not there were not meant; marks alone are a code */
  shop_window_scan (fixture, form (), "MUG-13");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "The code is “MUG-13”."));
  shop_window_scan (fixture, form (), "]C1#");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "The code is “]C1#”."));
  shop_window_save (fixture, form ());
  g_assert_null (form ());

  shop_window_scan (fixture, GTK_WIDGET (fixture->window), "]C1MUG-12#");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Stock – Sedia");
  g_assert_true (shop_window_wait_for (fixture, "White Mug"));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

  g_test_add ("/scanner-form/try", ShopWindow, NULL, fixture_open, test_try, fixture_close);

  return g_test_run ();
}
