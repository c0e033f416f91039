/* The customers page: who waits and who knows, one person entered once, two made one, and what they
 * were told.
 */
#include "config.h"

#include "sedia-chips.h"
#include "sedia-customer-form.h"
#include "sedia-customer-merge.h"
#include "sedia-customers-page.h"
#include "sedia-merge-table.h"
#include "sedia-part-list.h"
#include "sedia-suspect-list.h"
#include "sedia-told-popover.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_window_go_to (fixture, "customers");
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
  return view_find_window (SEDIA_TYPE_CUSTOMER_FORM);
}

static GtkWidget *
merge (void)
{
  return view_find_window (SEDIA_TYPE_CUSTOMER_MERGE);
}

static GtkWidget *
page (ShopWindow *fixture)
{
  return view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_CUSTOMERS_PAGE);
}

/* Enters somebody, whoever is like them. */
static void
enter (ShopWindow *fixture,
       const char *name,
       const char *phone)
{
  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", name);
  shop_window_type (fixture, form (), "Phone", phone);
  g_assert_true (gtk_widget_activate_action (form (), "form.save-anyway", NULL));
  shop_window_settle (fixture);
  g_assert_null (form ());
}

static void
show (ShopWindow *fixture,
      gint64      id)
{
  g_assert_true (sedia_main_window_open (fixture->window, NULL, SEDIA_KIND_CUSTOMER, id));
  shop_window_settle (fixture);
}

/* Presses what bears these words. */
static void
press (ShopWindow *fixture,
       GtkWidget  *root,
       const char *words)
{
  GtkWidget *button = view_find_text (root, words);

  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  shop_window_settle (fixture);
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_customer_read (db, *(const gint64 *) data, error);
}

static SediaCustomer *
read_customer (ShopWindow *fixture,
               gint64      id)
{
  g_autoptr (GError) error = NULL;
  SediaCustomer *customer = sedia_store_read (fixture->shop.store, read_job, &id, &error);

  g_assert_no_error (error);

  return customer;
}

/* ---- entering and changing */

static void
test_new (ShopWindow    *fixture,
          gconstpointer  unused)
{
  g_assert_true (shop_window_wait_for (fixture, "No Customers Yet"));

  shop_window_act (fixture, "page.new");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "New Customer");
  shop_window_save (fixture, form ());
  g_assert_nonnull (view_find_text (form (), "A customer needs a name."));

  shop_window_type (fixture, form (), "Name", "  Siti Rahma  ");
  shop_window_type (fixture, form (), "Phone", "0812-3456-7890");
  shop_window_type (fixture, form (), "Email", "siti@example.com");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "Siti Rahma"));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – Siti Rahma");

  show (fixture, 1);
  g_assert_true (shop_window_wait_for (fixture, "siti@example.com"));
  g_assert_true (shop_window_shows (fixture, "never")); /* the last contact */

  shop_window_undo (fixture);
  g_assert_true (shop_window_wait_for (fixture, "No Customers Yet"));
}

/* What is no phone number is said below the field, but whoever has none other is saved. */
static void
test_phone (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkWidget *field;

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "Siti Rahma");
  shop_window_type (fixture, form (), "Phone", "0812");
  field = gtk_widget_get_parent (GTK_WIDGET (view_find_entry (form (), "Phone")));
  g_assert_true (view_wait_for_text (fixture->shop.store, field,
                                     "This is too short for a phone number."));

  shop_window_type (fixture, form (), "Phone", "0812-3456-7890");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, form (),
                                        "This is too short for a phone number."));

  shop_window_type (fixture, form (), "Phone", "ask at the market");
  g_assert_true (view_wait_for_text (fixture->shop.store, field, "This is no phone number."));
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "ask at the market"));
}

/* What the store refuses is said in the form, and nothing typed is lost. */
static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "Siti Rahma");
  shop_window_type (fixture, form (), "Code", "A1");
  shop_window_save (fixture, form ());
  g_assert_null (form ());

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "Budi Santoso");
  shop_window_type (fixture, form (), "Code", "A1");
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (sedia_bar_get_text (sedia_bar_of (form ())));
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), "Name")), ==, "Budi Santoso");

  shop_window_type (fixture, form (), "Code", "A2");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "Budi Santoso"));
}

static void
test_edit_and_archive (ShopWindow    *fixture,
                       gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");
  enter (fixture, "Siti Rahmah", "0812-3456-7890");
  show (fixture, 1);

  /* About the name and phone there were nobody is asked again. */
  shop_window_act (fixture, "page.edit");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "Edit Customer");
  shop_window_type (fixture, form (), "Email", "siti@example.com");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "siti@example.com"));

  shop_window_act (fixture, "page.archive");
  g_assert_true (shop_window_wait_for (fixture, "Archived – Siti Rahma"));
  shop_window_undo (fixture);
  show (fixture, 1);

  shop_window_act (fixture, "page.archive");
  show (fixture, 1); /* not in the list of all, but it can be opened */
  g_assert_true (shop_window_wait_for (fixture, "siti@example.com"));
  shop_window_act (fixture, "page.bring-back");
  g_assert_true (shop_window_wait_for (fixture, "Back in the lists – Siti Rahma"));
}

/* ---- who may be the same */

static void
test_suspects_while_typing (ShopWindow    *fixture,
                            gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "Bu Siti Rahmah");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (),
                                     "0812-3456-7890 · Similar name"));
  shop_window_type (fixture, form (), "Phone", "+62 812 3456 7890");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (),
                                     "0812-3456-7890 · Same phone number, similar name"));

  shop_window_type (fixture, form (), "Name", "Budi Santoso");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (),
                                     "0812-3456-7890 · Same phone number"));
  shop_window_type (fixture, form (), "Phone", "0813-1111-2222");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, form (), "Is it one of these?"));
}

static void
test_suspects_before_saving (ShopWindow    *fixture,
                             gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");

  /* Faster than the look-up: the answer is waited for, and nobody is saved meanwhile. */
  shop_window_act (fixture, "page.new");
  gtk_editable_set_text (view_find_entry (form (), "Name"), "siti rahmah");
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (view_find_text (form (), "Is it one of these?"));
  g_assert_nonnull (view_find_text (form (), "Siti Rahma"));

  /* The keyboard is on the one it may be. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (form ())),
                                         view_find_type (form (), SEDIA_TYPE_SUSPECT_LIST)));

  /* Another name is another question. */
  gtk_editable_set_text (view_find_entry (form (), "Name"), "siti rahmahh");
  g_assert_null (view_find_text (gtk_window_get_titlebar (GTK_WINDOW (form ())), "Save Anyway"));
  gtk_editable_set_text (view_find_entry (form (), "Name"), "siti rahmah");
  g_assert_nonnull (view_find_text (gtk_window_get_titlebar (GTK_WINDOW (form ())),
                                    "Save Anyway"));

  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "siti rahmah"));
}

/* It is that one: nothing typed is lost, for it is known. What is not known is asked about. */
static void
test_open_that_one (ShopWindow    *fixture,
                    gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "siti rahmah");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "Open That One"));
  press (fixture, form (), "Open That One");
  g_assert_null (form ());
  g_assert_true (shop_window_shows (fixture, "Last contact"));

  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (), "Name", "siti rahmah");
  shop_window_type (fixture, form (), "Email", "siti@example.com");
  g_assert_true (view_wait_for_text (fixture->shop.store, form (), "Open That One"));
  press (fixture, form (), "Open That One");
  g_assert_nonnull (form ());
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  g_assert_null (form ());
}

/* ---- merging */

static void
choose_candidate (ShopWindow *fixture,
                  guint       position)
{
  GtkWidget *list = view_find_type (merge (), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, position);
  gtk_selection_model_select_item (model, position, TRUE);
  shop_window_settle (fixture);
}

static void
test_merge (ShopWindow    *fixture,
            gconstpointer  unused)
{
  const gint64 kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  g_autoptr (SediaCustomer) merged = NULL;
  g_autoptr (SediaCustomer) parted = NULL;

  enter (fixture, "Siti Rahma", "0812-3456-7890");
  enter (fixture, "Bu Siti", "+62 812 3456 7890");
  shop_place_order (fixture->shop.store, 2, kettle, 4);

  show (fixture, 1);
  shop_window_act (fixture, "page.merge");
  g_assert_nonnull (merge ());
  g_assert_true (view_wait_for_text (fixture->shop.store, merge (),
                                     "+62 812 3456 7890 · Same phone number"));
  g_assert_null (view_find_text (merge (), "Afterwards"));
  shop_window_save (fixture, merge ());
  g_assert_nonnull (merge ()); /* nobody is chosen yet */

  choose_candidate (fixture, 0);
  g_assert_nonnull (view_find_text (merge (), "Afterwards"));
  g_assert_cmpuint (view_count_text (merge (), "1 order, 1 open"), ==, 2);
  g_assert_nonnull (view_find_text (merge (), "Bu Siti goes into the archive and leads to Siti "
                                              "Rahma; orders and what was told go along. One undo "
                                              "parts them again."));
  shop_window_save (fixture, merge ());
  g_assert_null (merge ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Merged – Bu Siti is Siti Rahma now");
  g_assert_true (shop_window_wait_for (fixture, "Blue Kettle"));
  g_assert_true (shop_window_shows (fixture, "Also known as"));
  merged = read_customer (fixture, 2);
  g_assert_cmpint (merged->merged_into, ==, 1);

  shop_window_undo (fixture);
  g_assert_true (view_wait_for_no_text (fixture->shop.store, page (fixture), "Also known as"));
  parted = read_customer (fixture, 2);
  g_assert_cmpint (parted->merged_into, ==, 0);
  g_assert_false (parted->archived);
}

/* The other one can be kept as well, and searched for; who was merged leads to who was kept. */
static void
test_merge_searched (ShopWindow    *fixture,
                     gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");
  enter (fixture, "Warung Melati", "0813-1111-2222");

  show (fixture, 1);
  shop_window_act (fixture, "page.merge");
  g_assert_true (view_wait_for_text (fixture->shop.store, merge (),
                                     "Nobody is like them; search for the other one"));
  gtk_editable_set_text (GTK_EDITABLE (view_find_type (merge (), GTK_TYPE_SEARCH_ENTRY)), "11112");
  g_assert_true (view_wait_for_text (fixture->shop.store, merge (), "Warung Melati"));
  choose_candidate (fixture, 0);
  g_object_set (view_find_type (merge (), SEDIA_TYPE_MERGE_TABLE), "keeps-second", TRUE, NULL);
  shop_window_save (fixture, merge ());
  g_assert_null (merge ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Merged – Siti Rahma is Warung Melati now");

  show (fixture, 1);
  g_assert_true (shop_window_wait_for (fixture, "The one there is now"));
  g_assert_true (shop_window_shows (fixture, "Merged"));
}

/* ---- what they wait for, and what they were told */

static void
choose (ShopWindow  *fixture,
        SediaFilter  filter)
{
  GtkWidget *chips = view_find_type (page (fixture), SEDIA_TYPE_CHIPS);

  sedia_chips_set_selected (SEDIA_CHIPS (chips), (int) filter);
  shop_window_settle (fixture);
}

/* Siti waits and must be told; Budi can collect; Ada only came once. */
static void
fill (ShopWindow *fixture)
{
  SediaStore *store = fixture->shop.store;
  const gint64 kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  const gint64 mug = shop_add_product (store, "MUG", "White Mug");

  shop_receive (store, mug, 5);
  shop_place_order (store, shop_add_customer (store, "Siti Rahma"), kettle, 2);
  shop_place_order (store, shop_add_customer (store, "Budi Santoso"), mug, 2);
  shop_add_customer (store, "Ada");
  shop_window_settle (fixture);
}

static void
expect_listed (ShopWindow  *fixture,
               SediaFilter  filter,
               const char  *names)
{
  static const char *const all[] = { "Ada", "Budi Santoso", "Siti Rahma" };
  g_autoptr (GString) listed = g_string_new (NULL);
  GtkWidget *table;

  choose (fixture, filter);
  table = view_find_type (page (fixture), GTK_TYPE_COLUMN_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (view_find_text (table, all[i]) != NULL)
      g_string_append_printf (listed, "%s%s", listed->len > 0 ? ", " : "", all[i]);

  g_assert_cmpstr (listed->str, ==, names);
}

static void
test_chips (ShopWindow    *fixture,
            gconstpointer  unused)
{
  fill (fixture);

  expect_listed (fixture, SEDIA_FILTER_ALL, "Ada, Budi Santoso, Siti Rahma");
  expect_listed (fixture, SEDIA_FILTER_WAITING, "Siti Rahma");
  expect_listed (fixture, SEDIA_FILTER_READY, "Budi Santoso");
  expect_listed (fixture, SEDIA_FILTER_NOT_TOLD, "Siti Rahma");
  expect_listed (fixture, SEDIA_FILTER_TOLD, "");
  g_assert_true (shop_window_shows (fixture, "Nobody Was Told Yet"));
  expect_listed (fixture, SEDIA_FILTER_ARCHIVED, "");
  g_assert_true (shop_window_shows (fixture, "Nobody Is Archived"));
}

/* Notes what came of telling: by which channel, whether they know now, and in which words. */
static void
tell (ShopWindow   *fixture,
      SediaChannel  channel,
      const char   *outcome,
      const char   *note)
{
  GtkWidget *popover = view_find_type (page (fixture), SEDIA_TYPE_TOLD_POPOVER);
  GtkWidget *button;

  shop_window_act (fixture, "page.tell");
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_find_type (popover, GTK_TYPE_DROP_DOWN)),
                              (guint) channel);
  button = gtk_widget_get_ancestor (view_find_text (popover, outcome), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (view_find_type (popover, GTK_TYPE_ENTRY)), note);
  press (fixture, popover, "Save");
  g_assert_false (gtk_widget_get_mapped (popover));
}

static void
test_told (ShopWindow    *fixture,
           gconstpointer  unused)
{
  fill (fixture);
  show (fixture, 1);
  g_assert_true (shop_window_shows (fixture, "What they wait for, or can collect"));

  /* Whom nobody reached does not know yet. */
  tell (fixture, SEDIA_CHANNEL_PHONE, "No answer", "");
  g_assert_true (shop_window_wait_for (fixture, "Phone call, no answer"));
  g_assert_true (shop_window_shows (fixture, "no words noted"));
  expect_listed (fixture, SEDIA_FILTER_NOT_TOLD, "Siti Rahma");

  show (fixture, 1);
  tell (fixture, SEDIA_CHANNEL_WHATSAPP, "Told: they know now", "comes <b>on</b> Friday");
  g_assert_true (shop_window_wait_for (fixture, "comes <b>on</b> Friday"));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Noted – Siti Rahma has been told");
  g_assert_true (shop_window_shows (fixture, "WhatsApp"));
  expect_listed (fixture, SEDIA_FILTER_NOT_TOLD, "");
  expect_listed (fixture, SEDIA_FILTER_TOLD, "Siti Rahma");
  g_assert_cmpuint (view_count_text (view_find_type (page (fixture), GTK_TYPE_COLUMN_VIEW), "Told"),
                    ==, 2); /* the head of the column, and the pill */

  /* The log says what was taken back, too. */
  shop_window_undo (fixture);
  expect_listed (fixture, SEDIA_FILTER_TOLD, "");
  expect_listed (fixture, SEDIA_FILTER_NOT_TOLD, "Siti Rahma");
  show (fixture, 1);
  g_assert_true (shop_window_shows (fixture, "comes <b>on</b> Friday"));
}

/* From a customer to the line that waits. */
static void
test_going_on (ShopWindow    *fixture,
               gconstpointer  unused)
{
  GtkWidget *list;

  fill (fixture);
  show (fixture, 1);
  g_assert_true (shop_window_shows (fixture, "2 pcs waiting\nNext in the queue; nobody knows "
                                            "yet when it comes"));
  list = view_find_type (view_find_type (page (fixture), SEDIA_TYPE_PART_LIST),
                         GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1);
  shop_window_settle (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Waiting – Sedia");
}

/* Forgetting asks, and afterwards nothing says the name. */
static void
test_erase (ShopWindow    *fixture,
            gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");
  show (fixture, 1);

  shop_window_act (fixture, "page.erase");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  shop_window_settle (fixture);
  g_assert_true (shop_window_shows (fixture, "Siti Rahma"));

  shop_window_act (fixture, "page.erase");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window),
                                        "Siti Rahma"));
  g_assert_cmpstr (shop_window_bar (fixture), ==,
                   "Erased; what they bought stays in the books, without a name");
}

/* What the daily reminder opens: whoever was shown before, and whatever was searched for. */
static void
test_due (ShopWindow    *fixture,
          gconstpointer  unused)
{
  enter (fixture, "Siti Rahma", "0812-3456-7890");
  show (fixture, 1);
  shop_window_go_to (fixture, "stock");

  g_assert_true (sedia_main_window_open (fixture->window, "customers", SEDIA_KIND_NOTICE, 0));
  shop_window_settle (fixture);
  g_assert_cmpint (sedia_list_page_get_filter (SEDIA_LIST_PAGE (page (fixture))), ==,
                   SEDIA_FILTER_NOT_TOLD);
  g_assert_true (shop_window_shows (fixture, "Everybody Has Been Told"));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/customers/new", test_new);
  ADD ("/customers/phone", test_phone);
  ADD ("/customers/refused", test_refused);
  ADD ("/customers/edit-and-archive", test_edit_and_archive);
  ADD ("/customers/suspects-while-typing", test_suspects_while_typing);
  ADD ("/customers/suspects-before-saving", test_suspects_before_saving);
  ADD ("/customers/open-that-one", test_open_that_one);
  ADD ("/customers/merge", test_merge);
  ADD ("/customers/merge-searched", test_merge_searched);
  ADD ("/customers/chips", test_chips);
  ADD ("/customers/told", test_told);
  ADD ("/customers/going-on", test_going_on);
  ADD ("/customers/erase", test_erase);
  ADD ("/customers/due", test_due);
#undef ADD

  return g_test_run ();
}
