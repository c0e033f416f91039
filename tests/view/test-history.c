/* The log in the window: what stands there, finding an entry, taking it back, doing it again. */
#include "config.h"

#include "sedia-history-detail.h"
#include "sedia-list-page.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  gint64 kettle;

  shop_window_open (fixture);
  kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle"); /* 1 */
  shop_add_customer (fixture->shop.store, "Siti Rahma");                    /* 2 */
  shop_receive (fixture->shop.store, kettle, 12);                           /* 3 */
  shop_window_go_to (fixture, "history");
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

static void
choose (ShopWindow *fixture,
        gint64      entry)
{
  g_assert_true (sedia_main_window_open (fixture->window, "history", SEDIA_KIND_OPERATION, entry));
  shop_window_settle (fixture);
}

static GtkWidget *
button (ShopWindow *fixture,
        const char *label)
{
  GtkWidget *text = view_find_text (GTK_WIDGET (fixture->window), label);

  g_assert_nonnull (text);

  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

static void
test_entries (ShopWindow    *fixture,
              gconstpointer  unused)
{
  g_assert_true (shop_window_wait_for (fixture, "Delivery 1"));
  g_assert_true (shop_window_shows (fixture, "New customer Siti Rahma"));
  g_assert_true (shop_window_shows (fixture, "New product KETTLE"));
  g_assert_false (shop_window_shows (fixture, "Taken back"));

  choose (fixture, 2);
  g_assert_true (shop_window_shows (fixture, "No. 2"));
  g_assert_true (shop_window_shows (fixture, "Who"));
  g_assert_true (gtk_widget_get_sensitive (button (fixture, "Undo")));
}

/* An entry in the middle, by its own button; then the undo of that: done again. */
static void
test_undo_and_redo (ShopWindow    *fixture,
                    gconstpointer  unused)
{
  choose (fixture, 2);
  shop_window_act (fixture, "page.undo-entry");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Undone – new customer Siti Rahma");
  g_assert_true (shop_window_wait_for (fixture, "Undo: new customer Siti Rahma"));
  g_assert_true (shop_window_shows (fixture, "It was taken back: there is nothing to undo."));
  g_assert_true (shop_window_shows (fixture, "Taken back by"));
  g_assert_false (gtk_widget_get_sensitive (button (fixture, "Undo")));

  choose (fixture, 4);
  g_assert_true (shop_window_shows (fixture, "It takes back"));
  g_assert_true (gtk_widget_get_sensitive (button (fixture, "Redo")));
  shop_window_act (fixture, "page.redo-entry");
  g_assert_true (shop_window_wait_for (fixture, "Redo: new customer Siti Rahma"));
  g_assert_true (shop_window_shows (fixture,
                                    "It was done again since: there is nothing to do again."));

  choose (fixture, 2);
  g_assert_true (shop_window_shows (fixture, "Done again by"));
  g_assert_true (gtk_widget_get_sensitive (button (fixture, "Undo")));
}

/* Later work rests on it: asked, and the answer no changes nothing. */
static void
test_asked (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkWidget *question;

  choose (fixture, 1);
  shop_window_act (fixture, "page.undo-entry");
  question = view_find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  view_answer (question, GTK_RESPONSE_CANCEL);
  shop_window_settle (fixture);
  g_assert_false (shop_window_shows (fixture, "Taken back"));
}

static void
test_search (ShopWindow    *fixture,
             gconstpointer  unused)
{
  GtkWidget *page = view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_LIST_PAGE);

  while (!gtk_widget_get_mapped (page))
    page = gtk_widget_get_next_sibling (page);
  sedia_page_set_search (SEDIA_PAGE (page), "delivery");
  shop_window_settle (fixture);
  g_assert_true (shop_window_shows (fixture, "Delivery 1"));
  g_assert_false (shop_window_shows (fixture, "New customer Siti Rahma"));

  sedia_page_set_search (SEDIA_PAGE (page), "zzz");
  g_assert_true (shop_window_wait_for (fixture, "Nothing Found"));
}

/* From an entry to what it was done to. */
static void
test_show (ShopWindow    *fixture,
           gconstpointer  unused)
{
  choose (fixture, 3);
  shop_window_act (fixture, "page.show-subject");
  g_assert_true (shop_window_wait_for (fixture, "What came, and who got it"));

  /* Two have that name: what the entry says can be read all the same. */
  shop_add_customer (fixture->shop.store, "Siti Rahma");
  choose (fixture, 4);
  g_assert_true (shop_window_shows (fixture, "No. 4"));

  choose (fixture, 1);
  shop_window_act (fixture, "page.show-subject");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Stock – Sedia");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/history/entries", test_entries);
  ADD ("/history/undo-and-redo", test_undo_and_redo);
  ADD ("/history/asked", test_asked);
  ADD ("/history/search", test_search);
  ADD ("/history/show", test_show);
#undef ADD

  return g_test_run ();
}
