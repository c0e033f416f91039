/* The purchases page: what comes when, and whom it holds up. */
#include "config.h"

#include "purchases-page.h"

#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-print-jobs.h"
#include "sedia-purchase-date-form.h"

typedef struct
{
  ShopWindow view;
  gint64 abadi;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  gint64 order;
  gint64 late;
  gint64 draft;
} Fixture;

/* Of kettles 10 were to come three days ago, Siti waits for 2; mugs are not ordered yet. */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->abadi = shop_add_supplier (store, "CV Abadi");
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  fixture->late = purchases_page_buy (store, (Bought) { .supplier = fixture->abadi,
                                                        .product = fixture->kettle,
                                                        .quantity = 10, .day = -3 });
  fixture->draft = purchases_page_buy (store, (Bought) { .supplier = fixture->abadi,
                                                         .product = fixture->mug, .quantity = 4,
                                                         .second = fixture->kettle, .day = 9,
                                                         .is_draft = TRUE });
  fixture->order = shop_place_order (store, fixture->siti, fixture->kettle, 2);
  shop_window_go_to (&fixture->view, "purchases");
  g_assert_true (shop_window_wait_for (&fixture->view, "1 customer"));
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
}

static void
show (Fixture    *fixture,
      gint64      purchase_id,
      const char *text)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_PURCHASE,
                                         purchase_id));
  g_assert_true (shop_window_wait_for (&fixture->view, text));
  shop_window_settle (&fixture->view);
}

/* At first what is expected: the late one, and whom it holds up; the draft is behind its chip. */
static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;

  g_assert_true (shop_window_shows (view, "3 days late"));
  g_assert_true (shop_window_shows (view, "CV Abadi"));
  g_assert_true (shop_window_shows (view, "Blue Kettle"));
  g_assert_true (shop_window_shows (view, "10\302\240pcs"));
  g_assert_false (shop_window_shows (view, "White Mug and 1 more"));

  shop_window_act (view, "page.show-all");
  g_assert_true (shop_window_wait_for (view, "White Mug and 1 more"));
  g_assert_true (shop_window_shows (view, "2 lines"));
  g_assert_true (shop_window_shows (view, "Draft"));

  /* When they come, nothing is on its way, and nobody waits. */
  shop_receive_from (fixture->view.shop.store, fixture->abadi, fixture->kettle, 2);
  g_assert_true (view_wait_for_no_text (view->shop.store, GTK_WIDGET (view->window),
                                        "1 customer"));
}

/* Beside it: its lines, when they come, and who waits. */
static void
test_detail (Fixture       *fixture,
             gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  g_autofree char *day = sedia_day_words (sedia_day_today () - 3);
  g_autofree char *when = g_strdup_printf ("expected on %s, as agreed", day);

  show (fixture, fixture->late, "Holds up 1 customer");
  g_assert_true (shop_window_shows (view, "Purchase 1"));
  g_assert_true (shop_window_shows (view, when));
  g_assert_true (shop_window_shows (view, "Siti Rahma"));
  g_assert_true (shop_window_shows (view, "not known: too few deliveries so far"));

  show (fixture, fixture->draft, "Purchase 2");
  g_assert_true (shop_window_wait_for (view, "White Mug"));
  g_assert_true (view_wait_for_no_text (view->shop.store, GTK_WIDGET (view->window),
                                        "Holds up 1 customer"));
}

/* ---- what is done to it */

static void
assert_bar (Fixture    *fixture,
            const char *text)
{
  g_assert_true (shop_window_wait_for (&fixture->view, text));
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, text);
}

/* Ordered: on its way. One press takes it back. */
static void
test_confirm (Fixture       *fixture,
              gconstpointer  unused)
{
  show (fixture, fixture->draft, "Purchase 2");
  shop_window_act (&fixture->view, "page.confirm");
  assert_bar (fixture, "Ordered – purchase 2 from CV Abadi is on its way");
  g_assert_true (shop_window_wait_for (&fixture->view, "Date…"));

  shop_window_undo (&fixture->view);
  g_assert_true (view_wait_for_no_text (fixture->view.shop.store,
                                        GTK_WIDGET (fixture->view.window), "Date…"));
}

/* Of one of which nothing has come all is cancelled; of another the rest is closed. */
static void
test_cancel_and_close (Fixture       *fixture,
                       gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;

  show (fixture, fixture->late, "Holds up 1 customer");
  shop_window_act (view, "page.delete");
  assert_bar (fixture, "Cancelled – purchase 1 from CV Abadi; 1 customer must be told");
  g_assert_true (shop_window_wait_for (view, "Cancelled"));
  shop_window_undo (view);
  g_assert_true (shop_window_wait_for (view, "Holds up 1 customer"));

  purchases_page_receive (view->shop.store, fixture->late, fixture->kettle, 1);
  shop_window_settle (view);
  g_assert_true (shop_window_wait_for (view, "9 of 10\302\240pcs"));
  shop_window_act (view, "page.delete");
  assert_bar (fixture, "Closed – nothing more comes of purchase 1 from CV Abadi;"
                       " 1 customer must be told");
  g_assert_true (shop_window_wait_for (view, "Closed"));
  shop_window_undo (view);
  g_assert_true (shop_window_wait_for (view, "9 of 10\302\240pcs"));
}

static GtkWidget *
date_form (void)
{
  return view_find_window (SEDIA_TYPE_PURCHASE_DATE_FORM);
}

static char *
typed_day (int days)
{
  g_autoptr (GDate) date = g_date_new ();
  char text[32];

  g_date_set_dmy (date, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (date, (guint) (sedia_day_today () + days));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);

  return g_strdup (text);
}

/* Siti was told that hers comes in ten days: another day is news, and the form says so before it is
 * saved. */
static void
test_change_date (Fixture       *fixture,
                  gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  SediaStore *store = view->shop.store;
  g_autofree char *ten = typed_day (10), *twenty = typed_day (20), *past = typed_day (-1);
  g_autofree char *words = sedia_day_words (sedia_day_today () + 20);
  g_autofree char *bar = g_strdup_printf ("Noted – purchase 1 is expected on %s;"
                                          " 1 customer must be told", words);
  g_autofree char *said = g_strdup_printf ("Blue Kettle: later, on %s; offer to cancel", words);

  show (fixture, fixture->late, "Holds up 1 customer");
  shop_window_act (view, "page.change-date");
  g_assert_nonnull (view_find_text (date_form (), "Purchase 1 from CV Abadi"));
  shop_window_type (view, date_form (), "Expected on", ten);
  shop_window_save (view, date_form ());
  g_assert_null (date_form ());
  purchases_page_tell (store, fixture->siti);
  shop_window_settle (view);

  shop_window_act (view, "page.change-date");
  shop_window_type (view, date_form (), "Expected on", past);
  g_assert_true (view_wait_for_text (store, date_form (),
                                     "A purchase cannot be expected on a day that has passed."));
  shop_window_type (view, date_form (), "Expected on", ten);
  g_assert_true (view_wait_for_text (store, date_form (),
                                     "Nobody must be told because of this."));
  shop_window_type (view, date_form (), "Expected on", twenty);
  g_assert_true (view_wait_for_text (store, date_form (),
                                     "Because of this 1 customer must be told:"));
  g_assert_nonnull (view_find_text (date_form (), "Siti Rahma"));
  g_assert_nonnull (view_find_text (date_form (), said));

  shop_window_save (view, date_form ());
  g_assert_null (date_form ());
  assert_bar (fixture, bar);
  shop_window_undo (view);
  shop_window_settle (view);
}

/* Some of its lines alone. */
static void
test_change_line (Fixture       *fixture,
                  gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  g_autofree char *day = typed_day (20);
  g_autofree char *words = sedia_day_words (sedia_day_today () + 20);
  g_autofree char *before = sedia_day_words (sedia_day_today () + 9);
  g_autofree char *moved = g_strdup_printf ("expected on %s", words);
  g_autofree char *stays = g_strdup_printf ("expected on %s", before);
  GtkWidget *check;

  show (fixture, fixture->draft, "Purchase 2");
  g_assert_cmpuint (view_count_text (GTK_WIDGET (view->window), stays), ==, 2);
  shop_window_act (view, "page.change-date");
  check = view_find_text (date_form (), "Blue Kettle, 7\302\240pcs");
  g_assert_nonnull (check);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (check, GTK_TYPE_CHECK_BUTTON)), FALSE);
  shop_window_type (view, date_form (), "Expected on", day);
  shop_window_save (view, date_form ());
  g_assert_null (date_form ());
  g_assert_true (shop_window_wait_for (view, moved));
  g_assert_cmpuint (view_count_text (GTK_WIDGET (view->window), stays), ==, 1);
}

/* ---- to the supplier */

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

/* Exactly what the supplier reads, without the customers' names. */
static void
test_copy_text (Fixture       *fixture,
                gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  GDateTime *now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, 9);
  g_autofree char *day = g_date_time_format (then, "%-d %B %Y");
  g_autofree char *expected = NULL;
  g_autofree char *copied = NULL;

  g_date_time_unref (now);
  purchases_page_set (view->shop.store, "shop", "Toko Melati");
  purchases_page_set (view->shop.store, "country", "MY");
  show (fixture, fixture->draft, "Purchase 2");
  shop_window_act (view, "page.copy-text");
  assert_bar (fixture, "Copied – paste it where you write to the supplier");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view->window)), NULL,
                                 read_cb, &copied);
  g_assert_true (view_wait_until (is_there, &copied));
  expected = g_strdup_printf ("Hello, this is Toko Melati.\n"
                              "We would like to order (purchase order 2):\n"
                              "\n"
                              "1. MUG White Mug: 4 pcs\n"
                              "2. KETTLE Blue Kettle: 7 pcs\n"
                              "\n"
                              "Please deliver by %s. Thank you.", day);
  g_assert_cmpstr (copied, ==, expected);
}

/* Without a number or an address nothing is opened: the bar says what is missing. */
static void
test_no_way (Fixture       *fixture,
             gconstpointer  unused)
{
  show (fixture, fixture->late, "Holds up 1 customer");
  shop_window_act (&fixture->view, "page.send-whatsapp");
  assert_bar (fixture, "The supplier has no phone number: enter it on the page of suppliers, or "
                       "copy the order as text.");
  shop_window_act (&fixture->view, "page.send-mail");
  assert_bar (fixture, "The supplier has no email address: enter it on the page of suppliers, or "
                       "copy the order as text.");
}

/* The paper: to whom, what, by when; not for whom. */
static void
test_print (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaPrintDocument) document =
    sedia_store_read (fixture->view.shop.store, sedia_print_purchase_job, &fixture->draft, &error);
  g_autofree char *day = sedia_format_day_full (sedia_day_today () + 9);
  g_autofree char *note = g_strdup_printf ("Wanted by %s", day);
  const SediaPrintRow *row;

  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, "Purchase Order");
  g_assert_cmpstr (g_ptr_array_index (document->heads, 0), ==, "CV Abadi");
  g_assert_cmpuint (document->columns->len, ==, 4);
  g_assert_cmpuint (document->rows->len, ==, 2);
  row = g_ptr_array_index (document->rows, 0);
  g_assert_cmpstr (row->cells[0], ==, "MUG");
  g_assert_cmpstr (row->cells[1], ==, "White Mug");
  g_assert_cmpstr (row->cells[2], ==, "4\302\240pcs");
  g_assert_cmpstr (row->cells[3], ==, "");
  g_assert_cmpuint (document->notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (document->notes, 0), ==, note);
  g_assert_cmpuint (document->signatures->len, ==, 1);
}

/* From the supplier to what of theirs is on its way, and by its number from anywhere. */
static void
test_from_supplier (Fixture       *fixture,
                    gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  GtkWidget *list;

  g_assert_true (sedia_main_window_open (view->window, NULL, SEDIA_KIND_SUPPLIER, fixture->abadi));
  g_assert_true (shop_window_wait_for (view, "On their way"));
  g_assert_true (shop_window_shows (view, "Purchase 1"));
  g_assert_false (shop_window_shows (view, "Purchase 2")); /* a draft is not */
  list = view_find_type (
    gtk_widget_get_ancestor (view_find_text (GTK_WIDGET (view->window), "On their way"),
                             SEDIA_TYPE_PART_LIST), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_true (shop_window_wait_for (view, "Holds up 1 customer"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (view->window)), ==, "Purchases – Sedia");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/purchases/list", test_list);
  ADD ("/purchases/detail", test_detail);
  ADD ("/purchases/confirm", test_confirm);
  ADD ("/purchases/cancel-and-close", test_cancel_and_close);
  ADD ("/purchases/change-date", test_change_date);
  ADD ("/purchases/change-line", test_change_line);
  ADD ("/purchases/copy-text", test_copy_text);
  ADD ("/purchases/no-way", test_no_way);
  ADD ("/purchases/print", test_print);
  ADD ("/purchases/from-supplier", test_from_supplier);
#undef ADD

  return g_test_run ();
}
