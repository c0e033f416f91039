/* The suppliers page, and with it what all pages with forms do: entering, changing, refusing,
 * putting away, going on to what belongs to a thing.
 */
#include "config.h"

#include "sedia-part-list.h"
#include "sedia-supplier-form.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_window_go_to (fixture, "suppliers");
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
  return view_find_window (SEDIA_TYPE_SUPPLIER_FORM);
}

static void
enter (ShopWindow *fixture,
       const char *name)
{
  shop_window_act (fixture, "page.new");
  g_assert_nonnull (form ());
  shop_window_type (fixture, form (), "Name", name);
  shop_window_save (fixture, form ());
  g_assert_null (form ());
}

static void
test_new (ShopWindow    *fixture,
          gconstpointer  unused)
{
  g_assert_true (shop_window_wait_for (fixture, "No Suppliers Yet"));

  shop_window_act (fixture, "page.new");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "New Supplier");
  shop_window_type (fixture, form (), "Name", "  CV Abadi  ");
  shop_window_type (fixture, form (), "Phone", "0812 555 111");
  shop_window_type (fixture, form (), "Lead time in days", "14");
  shop_window_type (fixture, form (), "Least order value", "0");
  shop_window_save (fixture, form ());
  g_assert_nonnull (view_find_text (form (), "Write an amount above zero, or nothing when they "
                                             "take any order."));
  shop_window_type (fixture, form (), "Least order value", "250.50");
  shop_window_save (fixture, form ());

  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi"));
  g_assert_true (shop_window_shows (fixture, "250.50"));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – CV Abadi");
  g_assert_true (shop_window_shows (fixture, "14 days"));
  g_assert_true (shop_window_shows (fixture, "0812 555 111"));
}

/* What cannot be saved is said where it was typed, and nothing typed is lost. */
static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Phone", "0812");
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (view_find_text (form (), "A supplier needs a name."));

  shop_window_type (fixture, form (), "Name", "CV Abadi");
  shop_window_type (fixture, form (), "Lead time in days", "2 weeks");
  shop_window_save (fixture, form ());
  g_assert_null (view_find_text (form (), "A supplier needs a name."));
  g_assert_nonnull (view_find_text (form (), "“2 weeks” is no number of days between 0 and 3650. "
                                             "Leave it empty when you do not know."));
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Phone")), ==, "0812");

  shop_window_type (fixture, form (), "Lead time in days", "");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi"));
}

/* What the store refuses is said in the form. */
static void
test_refused_by_store (ShopWindow    *fixture,
                       gconstpointer  unused)
{
  enter (fixture, "CV Abadi");
  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "PT Baru");
  shop_window_type (fixture, form (), "Code", "A1");
  shop_window_save (fixture, form ());
  g_assert_null (form ());

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "PT Lain");
  shop_window_type (fixture, form (), "Code", "A1");
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (sedia_bar_get_text (sedia_bar_of (form ())));
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Name")), ==, "PT Lain");

  shop_window_type (fixture, form (), "Code", "A2");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "PT Lain"));
}

static void
test_closing (ShopWindow    *fixture,
              gconstpointer  unused)
{
  GtkWidget *question;

  shop_window_act (fixture, "page.new");
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  g_assert_null (form ());

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "CV Abadi");
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  question = view_find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  view_answer (question, GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Name")), ==, "CV Abadi");

  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  g_assert_null (form ());
  g_assert_true (shop_window_shows (fixture, "No Suppliers Yet"));
}

static void
test_edit_and_archive (ShopWindow    *fixture,
                       gconstpointer  unused)
{
  enter (fixture, "CV Abadi");
  g_assert_true (sedia_main_window_open (fixture->window, NULL, SEDIA_KIND_SUPPLIER, 1));
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi"));
  view_wait (fixture->shop.store);

  shop_window_act (fixture, "page.edit");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "Edit Supplier");
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Name")), ==, "CV Abadi");
  shop_window_type (fixture, form (), "Name", "CV Abadi Jaya");
  shop_window_type (fixture, form (), "Least order value", "90");
  shop_window_save (fixture, form ());
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi Jaya"));
  shop_window_act (fixture, "page.edit");
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Least order value")), ==,
                   "90");
  gtk_window_close (GTK_WINDOW (form ()));
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi Jaya"));

  shop_window_act (fixture, "page.archive");
  g_assert_true (shop_window_wait_for (fixture, "Archived – CV Abadi Jaya"));
  g_assert_true (shop_window_wait_for (fixture, "No Suppliers Yet"));

  shop_window_undo (fixture);
  g_assert_true (shop_window_wait_for (fixture, "CV Abadi Jaya"));
}

/* From a supplier to what they brought. */
static void
test_going_on (ShopWindow    *fixture,
               gconstpointer  unused)
{
  gint64 kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  GtkWidget *list;

  enter (fixture, "CV Abadi");
  shop_receive_from (fixture->shop.store, 1, kettle, 12);
  sedia_main_window_open (fixture->window, NULL, SEDIA_KIND_SUPPLIER, 1);
  g_assert_true (shop_window_wait_for (fixture, "Last deliveries"));
  g_assert_true (shop_window_shows (fixture, "Delivery 1"));

  list = view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_PART_LIST);
  list = view_find_type (list, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0); /* a heading leads nowhere */
  g_assert_true (shop_window_shows (fixture, "Last deliveries"));
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_true (shop_window_wait_for (fixture, "What came, and who got it"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Deliveries – Sedia");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/suppliers/new", test_new);
  ADD ("/suppliers/refused", test_refused);
  ADD ("/suppliers/refused-by-store", test_refused_by_store);
  ADD ("/suppliers/closing", test_closing);
  ADD ("/suppliers/edit-and-archive", test_edit_and_archive);
  ADD ("/suppliers/going-on", test_going_on);
#undef ADD

  return g_test_run ();
}
