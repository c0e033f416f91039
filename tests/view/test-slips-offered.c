/* Where slips are offered: an order's deposit on the page of orders, a message where it is told. */
#include "config.h"

#include "sedia-print-show.h"
#include "sedia-print-window.h"
#include "sedia-tell-form.h"
#include "slips.h"

static gpointer
contacts_job (SediaDb   *db,
              gpointer   customer_id,
              GError   **error)
{
  return sedia_contact_list (db, *(const gint64 *) customer_id, 10, error);
}

static GtkWidget *
print_window (void)
{
  return view_find_window (SEDIA_TYPE_PRINT_WINDOW);
}

/* What is shown, closed again. */
static void
assert_prints (Fixture    *fixture,
               GtkWindow  *over,
               const char *title,
               const char *text)
{
  GtkWidget *window = print_window ();
  const SediaPrintDocument *document;

  g_assert_nonnull (window);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window)) == over);
  g_assert_true (view_wait_for_text (fixture->view.shop.store, window, "1 page"));
  document = sedia_print_window_get_document (SEDIA_PRINT_WINDOW (window));
  g_assert_cmpstr (document->shop, ==, SHOP);
  g_assert_cmpstr (document->title, ==, title);
  g_assert_cmpstr (g_ptr_array_index (document->heads, 0), ==, "Siti Rahma");
  g_assert_cmpstr (document->text, ==, text);
  gtk_window_close (GTK_WINDOW (window));
  shop_window_settle (&fixture->view);
  g_assert_null (print_window ());
}

static void
show_order (Fixture *fixture,
            gint64   order)
{
  g_autofree char *number = g_strdup_printf ("Order %" G_GINT64_FORMAT, order);

  sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, order);
  g_assert_true (shop_window_wait_for (&fixture->view, number));
  shop_window_settle (&fixture->view);
}

/* Off for an order without a deposit; right after one was given back it is in the bar, too. */
static void
test_orders_page (Fixture       *fixture,
                  gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  GtkWindow *window = GTK_WINDOW (view->window);
  GtkWidget *button;

  show_order (fixture, fixture->plain);
  shop_window_act (view, "page.print-deposit");
  g_assert_null (print_window ());

  show_order (fixture, fixture->order);
  shop_window_act (view, "page.print-deposit");
  assert_prints (fixture, window, "Deposit Receipt", NULL);

  act_at (view->shop.store, 0, "order-cancel", cancel_job, &fixture->order);
  shop_window_settle (view);
  shop_window_act (view, "page.give-back");
  button = view_find_text (GTK_WIDGET (window), "Print Receipt…");
  g_assert_nonnull (button);
  g_signal_emit_by_name (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
  shop_window_settle (view);
  assert_prints (fixture, window, "Deposit Receipt", NULL);
  shop_window_act (view, "page.print-deposit");
  assert_prints (fixture, window, "Deposit Receipt", NULL);
}

static void
assert_print_offered (GtkWidget *form,
                      gboolean   is_offered)
{
  GtkWidget *label = view_find_text (form, "Print…");

  g_assert_cmpint (label != NULL && gtk_widget_get_mapped (label), ==, is_offered);
}

/* Told in person: the message as it stands in the form, and nothing is noted by that. */
static void
test_tell_form (Fixture       *fixture,
                gconstpointer  unused)
{
  static const char text[] = "Kak Siti,\n\nketel biru sudah ada.";
  ShopWindow *view = &fixture->view;
  g_autoptr (GPtrArray) contacts = NULL;
  GtkWidget *form;
  GtkWidget *message;
  GtkDropDown *channel;

  sedia_tell_form_open (GTK_WIDGET (view->window), view->shop.store, fixture->siti, FALSE);
  shop_window_settle (view);
  form = view_find_window (SEDIA_TYPE_TELL_FORM);
  message = view_find_type (form, GTK_TYPE_TEXT_VIEW);
  channel = GTK_DROP_DOWN (view_find_type (view_find_field (form, "By"), GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (channel, SEDIA_CHANNEL_PHONE);
  shop_window_settle (view);
  assert_print_offered (form, FALSE);
  gtk_widget_activate_action (form, "form.print", NULL);
  shop_window_settle (view);
  g_assert_null (print_window ());

  gtk_drop_down_set_selected (channel, SEDIA_CHANNEL_PERSON);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (message)), text, -1);
  shop_window_settle (view);
  assert_print_offered (form, TRUE);
  gtk_widget_activate_action (form, "form.print", NULL);
  shop_window_settle (view);
  assert_prints (fixture, GTK_WINDOW (form), "Message", text);

  g_assert_true (gtk_widget_get_visible (form));
  contacts = sedia_store_read (view->shop.store, contacts_job, &fixture->siti, NULL);
  g_assert_cmpuint (contacts->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (form));
  view_wait (view->shop.store);
}

/* A window over another one remembers the paper where that one does. */
static void
test_paper_remembered (Fixture       *fixture,
                       gconstpointer  unused)
{
  SediaStore *store = fixture->view.shop.store;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (fixture->view.window));
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWindow *main_window = GTK_WINDOW (sedia_main_window_new (application, settings));
  GtkWidget *over = gtk_window_new ();
  g_autofree char *paper = NULL;

  g_settings_set_string (settings, "paper", "a5");
  gtk_window_set_transient_for (GTK_WINDOW (over), main_window);
  gtk_window_present (GTK_WINDOW (over));
  sedia_print_show (GTK_WINDOW (over), store, sedia_print_deposit_job,
                    g_memdup2 (&fixture->order, sizeof fixture->order), g_free);
  shop_window_settle (&fixture->view);
  g_assert_nonnull (print_window ());
  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_find_type (print_window (), GTK_TYPE_DROP_DOWN)),
                              SEDIA_PRINT_RECEIPT);
  paper = g_settings_get_string (settings, "paper");
  g_assert_cmpstr (paper, ==, "receipt");

  gtk_window_destroy (GTK_WINDOW (print_window ()));
  gtk_window_destroy (GTK_WINDOW (over));
  gtk_window_destroy (main_window);
  shop_window_settle (&fixture->view);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/slips-offered/orders-page", test_orders_page);
  ADD ("/slips-offered/tell-form", test_tell_form);
  ADD ("/slips-offered/paper-remembered", test_paper_remembered);
#undef ADD

  return g_test_run ();
}
