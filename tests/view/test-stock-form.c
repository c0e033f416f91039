/* What is done with the stock of one product: sold, asked for, counted, taken out, put in. */
#include "config.h"

#include "sedia-field.h"
#include "sedia-stock-form.h"
#include "shop-window.h"

static gint64 kettle;

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  shop_add_product (fixture->shop.store, "MUG", "White Mug");
  shop_receive (fixture->shop.store, kettle, 5);
  g_assert_true (sedia_main_window_open (fixture->window, NULL, SEDIA_KIND_PRODUCT, kettle));
  g_assert_true (shop_window_wait_for (fixture, "On hand: the sum of these movements"));
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_STOCK_FORM);
}

static GtkEditable *
amount (void)
{
  return view_find_entry (form (), "Amount in pcs");
}

static void
type_amount (ShopWindow *fixture,
             const char *text)
{
  shop_window_type (fixture, form (), "Amount in pcs", text);
}

static void
save (ShopWindow *fixture)
{
  shop_window_save (fixture, form ());
}

static void
assert_hint (const char *hint)
{
  GtkWidget *field = view_find_field (form (), "Amount in pcs");

  g_assert_false (sedia_field_has_problem (SEDIA_FIELD (field)));
  g_assert_nonnull (view_find_text (field, hint));
}

static void
assert_problem (const char *label,
                const char *problem)
{
  GtkWidget *field = view_find_field (form (), label);

  g_assert_true (sedia_field_has_problem (SEDIA_FIELD (field)));
  g_assert_nonnull (view_find_text (field, problem));
  g_assert_null (sedia_bar_get_text (sedia_bar_of (form ())));
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_product_read (db, kettle, error);
}

static void
assert_stock (ShopWindow *fixture,
              gint64      on_hand,
              gint64      reserved)
{
  g_autoptr (SediaProduct) product = sedia_store_read (fixture->shop.store, read_job, NULL, NULL);

  g_assert_cmpint (product->on_hand, ==, on_hand);
  g_assert_cmpint (product->reserved, ==, reserved);
}

static gboolean
is_closed (gpointer unused)
{
  return form () == NULL;
}

static gboolean
is_asked (gpointer unused)
{
  return view_find_window (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Two keys: the one that opens it, and Enter. */
static void
test_two_keys (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_act (fixture, "page.sell");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (form ())) ==
                 GTK_WIDGET (gtk_editable_get_delegate (amount ())));
  assert_hint ("5\302\240pcs free, then 4\302\240pcs");
  g_signal_emit_by_name (gtk_editable_get_delegate (amount ()), "activate");
  g_assert_true (view_wait_until (is_closed, NULL));
  shop_window_settle (fixture);
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Sold – 1\302\240pcs of Blue Kettle; 4\302\240pcs left");
  assert_stock (fixture, 4, 0);
  g_assert_true (shop_window_wait_for (fixture, "Sale"));
  shop_window_undo (fixture);
  assert_stock (fixture, 5, 0);

  shop_window_act (fixture, "page.asked");
  assert_hint ("Counts as demand; nothing leaves the shelf");
  g_signal_emit_by_name (gtk_editable_get_delegate (amount ()), "activate");
  g_assert_true (view_wait_until (is_closed, NULL));
  shop_window_settle (fixture);
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Noted – 1\302\240pcs of Blue Kettle was asked for");
  assert_stock (fixture, 5, 0);
}

static void
test_amounts (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.sell");
  type_amount (fixture, "");
  save (fixture);
  assert_problem ("Amount in pcs", "How many?");
  type_amount (fixture, "0");
  save (fixture);
  assert_problem ("Amount in pcs", "Write a number above zero.");
  type_amount (fixture, "2");
  assert_hint ("5\302\240pcs free, then 3\302\240pcs");
  type_amount (fixture, "6");
  assert_hint ("Only 5\302\240pcs free");
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);
  g_assert_null (form ());
}

/* What is set aside is only sold with a yes, and then said. */
static void
test_set_aside (ShopWindow    *fixture,
                gconstpointer  unused)
{
  const gint64 siti = shop_add_customer (fixture->shop.store, "Siti");

  shop_place_order (fixture->shop.store, siti, kettle, 4);
  shop_window_settle (fixture);
  shop_window_act (fixture, "page.sell");
  type_amount (fixture, "3");
  assert_hint ("Only 1\302\240pcs free");
  save (fixture);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  shop_window_settle (fixture);
  assert_stock (fixture, 5, 4);

  save (fixture);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  shop_window_settle (fixture);
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Sold – 3\302\240pcs of Blue Kettle; 2\302\240pcs left. 2\302\240pcs is no "
                   "longer set aside: those customers wait again.");
  assert_stock (fixture, 2, 2);
  shop_window_undo (fixture);
  assert_stock (fixture, 5, 4);
}

static void
test_count (ShopWindow    *fixture,
            gconstpointer  unused)
{
  shop_window_act (fixture, "page.count");
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "");
  assert_hint ("What is on the shelf now, also what is set aside");
  save (fixture);
  assert_problem ("Amount in pcs", "How many are on the shelf?");

  type_amount (fixture, "5");
  assert_hint ("As the book says");
  type_amount (fixture, "7");
  assert_hint ("2\302\240pcs more than the book says");
  type_amount (fixture, "0");
  assert_hint ("5\302\240pcs less than the book says");
  shop_window_type (fixture, form (), "Note", "shelf was empty");
  save (fixture);
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Counted – 0\302\240pcs of Blue Kettle; the book said 5\302\240pcs");
  assert_stock (fixture, 0, 0);
  g_assert_true (shop_window_wait_for (fixture, "Count"));
  shop_window_undo (fixture);
  assert_stock (fixture, 5, 0);
}

static void
test_issue (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkWidget *reason;

  shop_window_act (fixture, "page.issue");
  reason = view_find_type (view_find_field (form (), "Reason"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (reason), 1);
  type_amount (fixture, "2");
  assert_hint ("5\302\240pcs on hand, then 3\302\240pcs");
  save (fixture);
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Taken out – 2\302\240pcs of Blue Kettle; 3\302\240pcs left");
  g_assert_true (shop_window_wait_for (fixture, "Own use"));
  shop_window_undo (fixture);
  assert_stock (fixture, 5, 0);
}

/* What turns up needs a reason, and goes to those who wait. */
static void
test_put_in (ShopWindow    *fixture,
             gconstpointer  unused)
{
  const gint64 siti = shop_add_customer (fixture->shop.store, "Siti");

  shop_place_order (fixture->shop.store, siti, kettle, 7);
  shop_window_settle (fixture);
  shop_window_act (fixture, "page.put-in");
  type_amount (fixture, "2");
  assert_hint ("5\302\240pcs on hand, then 7\302\240pcs");
  save (fixture);
  assert_problem ("Where it came from", "Say where it came from: later nobody remembers.");
  shop_window_type (fixture, form (), "Where it came from", "behind the shelf");
  save (fixture);
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Put in – 2\302\240pcs of Blue Kettle; now 7\302\240pcs. 2\302\240pcs is now "
                   "set aside for those who waited.");
  assert_stock (fixture, 7, 7);
  shop_window_undo (fixture);
  assert_stock (fixture, 5, 5);
}

/* The product scanned again and again is counted; another one is no amount. */
static void
test_scanned (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.count");
  for (guint i = 0; i < 3; i++)
    shop_window_scan (fixture, form (), "KETTLE");
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "3");
  shop_window_scan (fixture, form (), "MUG");
  assert_problem ("Amount in pcs", "That was White Mug. This is about Blue Kettle.");
  shop_window_scan (fixture, form (), "4006381333931");
  assert_problem ("Amount in pcs", "No product has the code 4006381333931.");
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "3");
  assert_stock (fixture, 5, 0);
  save (fixture);
  assert_stock (fixture, 3, 0);

  /* the amount that stands there by itself is the first one */
  shop_window_act (fixture, "page.sell");
  shop_window_scan (fixture, form (), "KETTLE");
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "1");
  shop_window_scan (fixture, form (), "KETTLE");
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "2");
  shop_window_scan (fixture, form (), "120"); /* typed by somebody quick, with Enter */
  g_assert_cmpstr (gtk_editable_get_text (amount ()), ==, "120");
  g_assert_true (view_wait_until (is_asked, NULL));
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  shop_window_settle (fixture);
  assert_stock (fixture, 3, 0);
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/stock-form/two-keys", test_two_keys);
  ADD ("/view/stock-form/amounts", test_amounts);
  ADD ("/view/stock-form/set-aside", test_set_aside);
  ADD ("/view/stock-form/count", test_count);
  ADD ("/view/stock-form/issue", test_issue);
  ADD ("/view/stock-form/put-in", test_put_in);
  ADD ("/view/stock-form/scanned", test_scanned);
#undef ADD

  return g_test_run ();
}
