/* The orders page: what can be done to an order, each with its sentence and its undo. */
#include "config.h"

#include "sedia-order-change-form.h"
#include "sedia-order-change-row.h"
#include "sedia-order-part-row.h"
#include "sedia-order-parts-form.h"
#include "shop-window.h"

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  gint64 order;
} Fixture;

/* Siti wants 5 kettles, of which 3 are there. */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  shop_receive (store, fixture->kettle, 3);
  fixture->order = shop_place_order (store, fixture->siti, fixture->kettle, 5);
  shop_window_go_to (&fixture->view, "orders");
  sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, fixture->order);
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
}

static GtkWidget *
parts_form (void)
{
  return view_find_window (SEDIA_TYPE_ORDER_PARTS_FORM);
}

static GtkWidget *
change_form (void)
{
  return view_find_window (SEDIA_TYPE_ORDER_CHANGE_FORM);
}

static GtkEditable *
quantity_in (GtkWidget *form)
{
  return GTK_EDITABLE (view_find_type (view_find_type (form, SEDIA_TYPE_ORDER_PART_ROW),
                                       GTK_TYPE_ENTRY));
}

static void
check_box (GtkWidget  *form,
           const char *label)
{
  GtkWidget *text = view_find_text (form, label);

  g_assert_nonnull (text);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_CHECK_BUTTON)), TRUE);
}

static void
assert_bar (Fixture    *fixture,
            const char *text)
{
  g_assert_true (shop_window_wait_for (&fixture->view, text));
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, text);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_true (shop_window_shows (&fixture->view, "Blue Kettle"));
  g_assert_true (shop_window_shows (&fixture->view, "Siti Rahma"));

  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 2);
  g_assert_true (shop_window_wait_for (&fixture->view, "White Mug"));
}

/* What is ready goes; the rest keeps waiting; one undo. */
static void
test_hand_over (Fixture       *fixture,
                gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.hand-over");
  g_assert_cmpstr (gtk_editable_get_text (quantity_in (parts_form ())), ==, "3");
  shop_window_save (&fixture->view, parts_form ());
  g_assert_null (parts_form ());
  assert_bar (fixture, "Handed over – 1 line of order 1 is still owed");
  g_assert_true (shop_window_wait_for (&fixture->view, "2 pcs waiting"));

  shop_window_undo (&fixture->view);
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));
}

static void
scan (Fixture    *fixture,
      const char *code)
{
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (parts_form ());

  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (sedia_order_parts_form_scan),
                            parts_form ());
  for (const char *p = code; *p != '\0'; p++)
    sedia_scanner_feed (scanner, (guint) *p, 0, (guint32) (1000 + 5 * (p - code)));
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, 2000);
  shop_window_settle (&fixture->view);
}

/* The first scan starts from nothing, each counts one; what is not in the order is said. */
static void
test_scan (Fixture       *fixture,
           gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.hand-over");
  scan (fixture, "KETTLE");
  g_assert_cmpstr (gtk_editable_get_text (quantity_in (parts_form ())), ==, "1");
  scan (fixture, "KETTLE");
  g_assert_cmpstr (gtk_editable_get_text (quantity_in (parts_form ())), ==, "2");

  shop_add_product (fixture->view.shop.store, "SPOON", "Silver Spoon");
  scan (fixture, "SPOON");
  g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (parts_form ())), ==,
                   "Silver Spoon is not in this order.");
  scan (fixture, "4006381333931");
  g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (parts_form ())), ==,
                   "No product has the code 4006381333931.");
  g_assert_cmpstr (gtk_editable_get_text (quantity_in (parts_form ())), ==, "2");

  shop_window_save (&fixture->view, parts_form ());
  g_assert_true (shop_window_wait_for (&fixture->view, "1 pcs ready now, 2 pcs still waiting"));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.hand-over");
  gtk_editable_set_text (quantity_in (parts_form ()), "3x");
  shop_window_save (&fixture->view, parts_form ());
  g_assert_nonnull (parts_form ());

  gtk_editable_set_text (quantity_in (parts_form ()), "");
  shop_window_save (&fixture->view, parts_form ());
  g_assert_nonnull (parts_form ());
  g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (parts_form ())), ==,
                   "How much goes? Type it, or scan it.");

  gtk_editable_set_text (quantity_in (parts_form ()), "1");
  shop_window_save (&fixture->view, parts_form ());
  g_assert_null (parts_form ());
  assert_bar (fixture, "Handed over – 1 line of order 1 is still owed");
}

static void
test_cancel_and_reopen (Fixture       *fixture,
                        gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.cancel-order");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  shop_window_settle (&fixture->view);
  g_assert_true (shop_window_shows (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));

  shop_window_act (&fixture->view, "page.delete");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  assert_bar (fixture, "Cancelled – all that was open of order 1 for Siti Rahma");
  g_assert_true (shop_window_wait_for (&fixture->view, "5 pcs cancelled"));

  shop_window_act (&fixture->view, "page.reopen");
  assert_bar (fixture, "Reopened – order 1 of Siti Rahma");
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));

  shop_window_undo (&fixture->view);
  g_assert_true (shop_window_wait_for (&fixture->view, "5 pcs cancelled"));
}

/* Back as an exchange, damaged: it is owed again, and not in stock. */
static void
test_return (Fixture       *fixture,
             gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.hand-over");
  shop_window_save (&fixture->view, parts_form ());
  g_assert_true (shop_window_wait_for (&fixture->view, "2 pcs waiting"));

  shop_window_act (&fixture->view, "page.return");
  g_assert_nonnull (view_find_text (parts_form (), "3 pcs handed over"));
  shop_window_save (&fixture->view, parts_form ());
  g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (parts_form ())), ==,
                   "How much comes back? Type it, or scan it.");

  gtk_editable_set_text (quantity_in (parts_form ()), "1");
  check_box (parts_form (), "Exchange: the customer is owed it again");
  check_box (parts_form (), "It is damaged: do not put it back on the shelf");
  shop_window_save (&fixture->view, parts_form ());
  assert_bar (fixture, "Came back – order 1 of Siti Rahma is owed it again");
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs waiting"));

  shop_window_undo (&fixture->view);
  g_assert_true (shop_window_wait_for (&fixture->view, "2 pcs waiting"));
}

static void
test_change (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkEditable *quantity;

  shop_window_act (&fixture->view, "page.edit");
  quantity = view_find_entry (change_form (), "Quantity (pcs)");
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "5");
  gtk_editable_set_text (quantity, "0");
  shop_window_save (&fixture->view, change_form ());
  g_assert_nonnull (view_find_text (change_form (), "Not above zero: to give it up, cancel it."));

  gtk_editable_set_text (quantity, "7");
  gtk_editable_set_text (view_find_entry (change_form (), "Need by"), "2031-12-15");
  check_box (change_form (), "First in the queue");
  shop_window_save (&fixture->view, change_form ());
  g_assert_null (change_form ());
  assert_bar (fixture, "Changed – order 1 of Siti Rahma");
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 4 pcs still waiting"));

  shop_window_undo (&fixture->view);
  g_assert_true (shop_window_wait_for (&fixture->view, "3 pcs ready now, 2 pcs still waiting"));
}

/* Nothing was changed: nothing is written, nothing is said. */
static void
test_change_nothing (Fixture       *fixture,
                     gconstpointer  unused)
{
  shop_window_act (&fixture->view, "page.change");
  shop_window_save (&fixture->view, change_form ());
  g_assert_null (change_form ());
  g_assert_null (shop_window_bar (&fixture->view));
}

/* A key of the list does nothing to the order that stands behind the editor. */
static void
test_behind_editor (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, "orders", SEDIA_KIND_DRAFT, 0));
  shop_window_settle (&fixture->view);

  shop_window_act (&fixture->view, "page.hand-over");
  shop_window_act (&fixture->view, "page.edit");
  shop_window_act (&fixture->view, "page.delete");
  g_assert_null (parts_form ());
  g_assert_null (change_form ());
  g_assert_null (view_find_window (GTK_TYPE_MESSAGE_DIALOG));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/orders/list", test_list);
  ADD ("/orders/hand-over", test_hand_over);
  ADD ("/orders/scan", test_scan);
  ADD ("/orders/refused", test_refused);
  ADD ("/orders/cancel-and-reopen", test_cancel_and_reopen);
  ADD ("/orders/return", test_return);
  ADD ("/orders/change", test_change);
  ADD ("/orders/change-nothing", test_change_nothing);
  ADD ("/orders/behind-editor", test_behind_editor);
#undef ADD

  return g_test_run ();
}
