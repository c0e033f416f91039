/* The first start on an empty shop, and the pages that have no place in the sidebar. */
#include "config.h"

#include "sedia-import-window.h"
#include "sedia-shop.h"
#include "sedia-sidebar.h"
#include "shop-window.h"

static const char first_sentence[] = "Sedia keeps the stock of your shop and remembers who is "
                                     "waiting for what.";

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

static const char *
title (ShopWindow *fixture)
{
  return gtk_window_get_title (GTK_WINDOW (fixture->window));
}

static const char *
selected (ShopWindow *fixture)
{
  GtkWidget *sidebar = view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_SIDEBAR);

  return sedia_sidebar_get_selected (SEDIA_SIDEBAR (sidebar));
}

/* As Escape does. */
static void
go_back (ShopWindow *fixture)
{
  GtkWidget *shop = view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_SHOP);

  gtk_widget_activate_action (gtk_widget_get_first_child (shop), "shop.back", NULL);
  shop_window_settle (fixture);
}

/* Says what it is for and where the shop is kept; the sidebar marks nothing. */
static void
test_empty (ShopWindow    *fixture,
            gconstpointer  unused)
{
  g_autofree char *place = g_strdup_printf ("This shop is kept in %s",
                                            sedia_store_get_path (fixture->shop.store));

  g_assert_true (shop_window_wait_for (fixture, "Welcome to Sedia"));
  g_assert_true (shop_window_shows (fixture, first_sentence));
  g_assert_true (shop_window_shows (fixture, place));
  g_assert_cmpstr (title (fixture), ==, "Welcome – Sedia");
  g_assert_null (selected (fixture));
  g_assert_true (shop_window_shows (fixture, "Enter the First Delivery"));
}

/* The button opens the import; what this program cannot do is not offered. */
static void
test_import (ShopWindow    *fixture,
             gconstpointer  unused)
{
  GtkWidget *label;
  GtkWidget *button;

  g_assert_true (shop_window_wait_for (fixture, "Welcome to Sedia"));
  g_assert_false (shop_window_shows (fixture, "Open the Sample Shop"));

  label = view_find_text (GTK_WIDGET (fixture->window), "Import…");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  shop_window_settle (fixture);
  g_assert_nonnull (view_find_window (SEDIA_TYPE_IMPORT_WINDOW));
  gtk_window_close (GTK_WINDOW (view_find_window (SEDIA_TYPE_IMPORT_WINDOW)));
  shop_window_settle (fixture);
  g_assert_null (view_find_window (SEDIA_TYPE_IMPORT_WINDOW));
}

/* The first thing in the shop: the page has said what it had to say. */
static void
test_first_thing (ShopWindow    *fixture,
                  gconstpointer  unused)
{
  g_assert_true (shop_window_wait_for (fixture, "Welcome to Sedia"));

  shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  g_assert_true (shop_window_wait_for (fixture, "Nobody Is Waiting"));
  g_assert_cmpstr (title (fixture), ==, "Waiting – Sedia");
  g_assert_cmpstr (selected (fixture), ==, "waiting");
}

/* Whoever goes elsewhere is left alone, also by what comes into the shop and goes again. */
static void
test_elsewhere (ShopWindow    *fixture,
                gconstpointer  unused)
{
  g_assert_true (shop_window_wait_for (fixture, "Welcome to Sedia"));
  shop_window_go_to (fixture, "suppliers");
  g_assert_true (shop_window_wait_for (fixture, "No Suppliers Yet"));
  g_assert_cmpstr (selected (fixture), ==, "suppliers");

  shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  shop_window_settle (fixture);
  g_assert_cmpstr (title (fixture), ==, "Suppliers – Sedia");
}

/* A shop with something in it begins where the work is. */
static void
test_not_empty (void)
{
  ShopWindow fixture;
  SediaStore *store;

  shop_window_open (&fixture);
  shop_add_product (fixture.shop.store, "KETTLE", "Blue Kettle");
  shop_window_settle (&fixture);
  store = fixture.shop.store;

  /* Opened anew. */
  sedia_main_window_show_page (fixture.window, "stock");
  sedia_main_window_set_store (fixture.window, store);
  shop_window_settle (&fixture);
  g_assert_cmpstr (title (&fixture), ==, "Stock – Sedia");
  shop_window_close (&fixture);
}

/* The log is no place to work in: nothing is marked for it, and Escape leads back. */
static void
test_back (ShopWindow    *fixture,
           gconstpointer  unused)
{
  shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  shop_window_go_to (fixture, "stock");
  shop_window_go_to (fixture, "history");
  g_assert_cmpstr (title (fixture), ==, "History – Sedia");
  g_assert_null (selected (fixture));

  go_back (fixture);
  g_assert_cmpstr (title (fixture), ==, "Stock – Sedia");
  g_assert_cmpstr (selected (fixture), ==, "stock");

  go_back (fixture); /* from there, nowhere */
  g_assert_cmpstr (title (fixture), ==, "Stock – Sedia");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/welcome/empty", test_empty);
  ADD ("/welcome/import", test_import);
  ADD ("/welcome/first-thing", test_first_thing);
  ADD ("/welcome/elsewhere", test_elsewhere);
  ADD ("/welcome/back", test_back);
#undef ADD
  g_test_add_func ("/welcome/not-empty", test_not_empty);

  return g_test_run ();
}
