/* The main window on a real shop: the waiting page, commands, the bar, undo. */
#include "config.h"

#include "sedia-bar.h"
#include "sedia-chips.h"
#include "sedia-main-window.h"
#include "sedia-query.h"
#include "sedia-serving-rule.h"
#include "sedia-waiting-page.h"
#include "sedia-waiting-table.h"
#include "view.h"

/* One for the program: an application cannot be registered twice on a bus. */
static GtkApplication *application;

typedef struct
{
  Shop shop;
  gint64 kettle;
  gint64 siti;
  gint64 budi;
  SediaMainWindow *window;
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  shop_open (&fixture->shop);
  fixture->kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  fixture->siti = shop_add_customer (fixture->shop.store, "Siti Rahma");
  fixture->budi = shop_add_customer (fixture->shop.store, "Budi Santoso");
  shop_place_order (fixture->shop.store, fixture->siti, fixture->kettle, 2);
  shop_place_order (fixture->shop.store, fixture->budi, fixture->kettle, 3);

  fixture->window = g_object_ref (sedia_main_window_new (application, NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sedia_main_window_set_store (fixture->window, fixture->shop.store);
  view_wait (fixture->shop.store);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_wait (fixture->shop.store);
  g_assert_finalize_object (fixture->window);
  shop_close (&fixture->shop);
}

static SediaDataTable *
table (Fixture *fixture)
{
  return SEDIA_DATA_TABLE (view_find_type (GTK_WIDGET (fixture->window),
                                              SEDIA_TYPE_DATA_TABLE));
}

static GtkWidget *
page (Fixture *fixture)
{
  return view_find_type (GTK_WIDGET (fixture->window), SEDIA_TYPE_WAITING_PAGE);
}

static gboolean
wait_for (Fixture    *fixture,
          const char *text)
{
  return view_wait_for_text (fixture->shop.store, GTK_WIDGET (fixture->window), text);
}

/* The rows are a heading, Siti's line and Budi's. */
static void
select_row (Fixture *fixture,
            guint    position)
{
  SediaListModel *model = sedia_data_table_get_model (table (fixture));

  sedia_data_table_select (table (fixture),
                           sedia_list_model_get_id (model, position));
  view_wait (fixture->shop.store);
  g_assert_nonnull (sedia_data_table_get_row (table (fixture)));
}

static gint64
selected_id (Fixture *fixture)
{
  SediaRow *row = sedia_data_table_get_row (table (fixture));

  return row != NULL ? sedia_row_get_id (row) : 0;
}

static void
test_empty (void)
{
  Shop shop;
  SediaMainWindow *window;

  shop_open (&shop);
  window = g_object_ref (sedia_main_window_new (application, NULL));
  gtk_window_present (GTK_WINDOW (window));
  sedia_main_window_set_store (window, shop.store);
  g_assert_true (view_wait_for_text (shop.store, GTK_WIDGET (window), "Welcome to Sedia"));
  sedia_main_window_show_page (window, "waiting");
  g_assert_true (view_wait_for_text (shop.store, GTK_WIDGET (window), "Nobody Is Waiting"));

  sedia_main_window_show_page (window, "stock");
  view_wait (shop.store);
  sedia_main_window_show_page (window, "deliveries");
  view_wait (shop.store);

  gtk_window_destroy (GTK_WINDOW (window));
  view_wait (shop.store);
  g_assert_finalize_object (window);
  shop_close (&shop);
}

static void
test_problem (void)
{
  g_autoptr (GError) error = NULL;
  SediaMainWindow *window;

  window = g_object_ref (sedia_main_window_new (application, NULL));
  gtk_window_present (GTK_WINDOW (window));
  g_set_error_literal (&error, SEDIA_ERROR, SEDIA_ERROR_DATABASE, "It is damaged.");
  sedia_main_window_show_problem (window, "/tmp/shop.db", error);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (GTK_WIDGET (window), "It is damaged."));
  g_assert_nonnull (view_find_text (GTK_WIDGET (window), "/tmp/shop.db"));

  gtk_window_destroy (GTK_WINDOW (window));
  view_wait (NULL);
  g_assert_finalize_object (window);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_true (wait_for (fixture, "Siti Rahma"));
  g_assert_nonnull (view_find_text (GTK_WIDGET (fixture->window), "Budi Santoso"));
  g_assert_nonnull (view_find_text (GTK_WIDGET (fixture->window), "Blue Kettle"));

  select_row (fixture, 1);
  g_assert_true (wait_for (fixture, "2\u00a0pcs of Blue Kettle"));
  g_assert_true (wait_for (fixture, "2 pcs waiting"));

  select_row (fixture, 0);
  g_assert_true (wait_for (fixture, "2 lines in this list"));
}

/* As GTK asks when the pointer has come to rest on it. */
static gboolean
has_tooltip (GtkWidget *cell)
{
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &is_shown);
  g_assert_cmpint (gtk_widget_get_has_tooltip (cell), ==, is_shown);

  return is_shown;
}

static void
test_tooltips (Fixture       *fixture,
               gconstpointer  unused)
{
  GtkWidget *list = GTK_WIDGET (table (fixture));
  GtkWidget *place;

  g_assert_true (wait_for (fixture, "Siti Rahma"));
  place = gtk_widget_get_parent (view_find_text (list, "1"));
  g_assert_true (has_tooltip (place));
  g_assert_false (has_tooltip (view_find_text (list, "Siti Rahma")));

  shop_receive (fixture->shop.store, fixture->kettle, 5); /* now the place is a picture */
  g_assert_true (view_wait_for_no_text (fixture->shop.store, list, "1"));
  g_assert_true (has_tooltip (place));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  unused)
{
  SediaPage *waiting = SEDIA_PAGE (page (fixture));

  g_assert_true (wait_for (fixture, "Siti Rahma"));
  sedia_page_set_search (waiting, "budi");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (waiting), "Siti Rahma"));

  sedia_page_set_search (waiting, "nobody");
  g_assert_true (wait_for (fixture, "Nothing Found"));
  sedia_page_set_search (waiting, "");
  g_assert_true (wait_for (fixture, "Siti Rahma"));
}

static void
test_grouping (Fixture       *fixture,
               gconstpointer  unused)
{
  static const char *const names[] = { "none", "customer", "supplier", "product" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *now = NULL;

      g_object_set (page (fixture), "grouping", names[i], NULL);
      view_wait (fixture->shop.store);
      g_object_get (page (fixture), "grouping", &now, NULL);
      g_assert_cmpstr (now, ==, names[i]);
      g_assert_true (wait_for (fixture, "Siti Rahma"));
    }
}

/* Do, undo, redo: what the list and the bar say. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaBar *bar = sedia_main_window_get_bar (fixture->window);

  shop_receive (fixture->shop.store, fixture->kettle, 5);
  g_assert_true (wait_for (fixture, "Siti Rahma"));
  select_row (fixture, 1);
  g_assert_true (wait_for (fixture, "Ready to hand over"));

  g_assert_true (gtk_widget_activate_action (page (fixture), "page.release", NULL));
  g_assert_true (wait_for (fixture,
                           "Released – 2\u00a0pcs of Blue Kettle; Siti Rahma waits until it "
                                    "is reserved again"));
  g_assert_true (gtk_widget_activate_action (page (fixture), "page.reserve", NULL));
  g_assert_true (wait_for (fixture, "Reserved – 2\u00a0pcs of Blue Kettle for Siti Rahma"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  view_wait (fixture->shop.store);
  g_assert_true (g_str_has_prefix (sedia_bar_get_text (bar), "Undone – "));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  view_wait (fixture->shop.store);
  g_assert_true (wait_for (fixture, "Ready to hand over"));

  g_assert_true (gtk_widget_activate_action (page (fixture), "page.hand-over", NULL));
  g_assert_true (wait_for (fixture, "Handed over – 2\u00a0pcs of Blue Kettle to Siti Rahma"));
  g_assert_null (sedia_data_table_get_row (table (fixture)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  view_wait (fixture->shop.store);
  g_assert_true (wait_for (fixture, "Siti Rahma"));
}

/* Names with a line's end in them, as they come out of spreadsheets. */
static void
test_two_lines (Fixture       *fixture,
                gconstpointer  unused)
{
  shop_rename_product (fixture->shop.store, fixture->kettle, "Blue\nKettle");
  shop_rename_customer (fixture->shop.store, fixture->siti, "Siti\nRahma");
  shop_receive (fixture->shop.store, fixture->kettle, 5);
  g_assert_true (wait_for (fixture, "Siti\nRahma"));
  select_row (fixture, 1);
  g_assert_true (wait_for (fixture, "2\u00a0pcs of Blue\nKettle"));
  g_assert_true (gtk_widget_activate_action (page (fixture), "page.hand-over", NULL));
  g_assert_true (wait_for (fixture, "Handed over – 2\u00a0pcs of Blue\nKettle to Siti\nRahma"));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  unused)
{
  g_assert_true (wait_for (fixture, "Budi Santoso"));
  select_row (fixture, 2);
  g_assert_true (gtk_widget_activate_action (page (fixture), "page.cancel-rest", NULL));
  g_assert_true (wait_for (fixture, "Cancelled – 3\u00a0pcs of Blue Kettle for Budi Santoso"));
  g_assert_null (view_find_text (GTK_WIDGET (table (fixture)), "Budi Santoso"));
}

/* 3.1: the shop chooses the serving rule where it is printed, and one undo goes back. */
static void
test_serving (Fixture       *fixture,
              gconstpointer  unused)
{
  GtkWidget *rule = view_find_type (page (fixture), SEDIA_TYPE_SERVING_RULE);
  g_autofree char *chosen = NULL;

  g_assert_true (wait_for (fixture, "Orders marked “first”, then the earliest need-by date, then "
                                    "the oldest order."));
  g_assert_true (gtk_widget_activate_action (rule, "rule.serving", "s", "strictly-oldest"));
  g_assert_true (wait_for (fixture, "Strictly first come, first served."));
  g_assert_true (wait_for (fixture, "Chosen – Strictly first come, first served."));
  g_object_get (rule, "serving", &chosen, NULL);
  g_assert_cmpstr (chosen, ==, "strictly-oldest");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_true (wait_for (fixture, "Orders marked “first”, then the earliest need-by date, then "
                                    "the oldest order."));
}

/* Another program's work leaves what is selected alone. */
static void
test_others (Fixture       *fixture,
             gconstpointer  unused)
{
  gint64 id;

  g_assert_true (wait_for (fixture, "Budi Santoso"));
  select_row (fixture, 2);
  id = selected_id (fixture);

  shop_place_order (fixture->shop.store, shop_add_customer (fixture->shop.store, "Ada"),
                    fixture->kettle, 1);
  g_assert_true (wait_for (fixture, "Ada"));
  g_assert_cmpint (selected_id (fixture), ==, id);
}

/* A list that is read anew keeps what is selected, and finds what it is asked for. */
static void
test_reset (Fixture       *fixture,
            gconstpointer  unused)
{
  SediaListModel *model = sedia_data_table_get_model (table (fixture));
  gint64 id;

  g_assert_true (wait_for (fixture, "Budi Santoso"));
  select_row (fixture, 2);
  id = selected_id (fixture);

  sedia_list_model_refresh (model);
  view_wait (fixture->shop.store);
  g_object_set (page (fixture), "grouping", "none", NULL);
  view_wait (fixture->shop.store);
  g_assert_cmpint (selected_id (fixture), ==, id);

  sedia_page_set_search (SEDIA_PAGE (page (fixture)), "siti"); /* it is not in the list any more */
  view_wait (fixture->shop.store);
  view_wait (fixture->shop.store);
  g_assert_cmpint (selected_id (fixture), ==, 0);

  sedia_page_set_search (SEDIA_PAGE (page (fixture)), "");
  g_assert_true (sedia_page_open (SEDIA_PAGE (page (fixture)), SEDIA_KIND_LINE, id));
  view_wait (fixture->shop.store);
  view_wait (fixture->shop.store);
  g_assert_cmpint (selected_id (fixture), ==, id);

  g_assert_true (sedia_page_open (SEDIA_PAGE (page (fixture)), SEDIA_KIND_CUSTOMER, fixture->budi));
  view_wait (fixture->shop.store);
  view_wait (fixture->shop.store);
  g_assert_cmpint (selected_id (fixture), ==, -fixture->budi);
  g_assert_false (sedia_page_open (SEDIA_PAGE (page (fixture)), SEDIA_KIND_SUPPLIER, 1));
}

static gpointer
claim_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_notice_claim (db, error);
}

static void
test_restock (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaChips *chips = SEDIA_CHIPS (view_find_type (page (fixture), SEDIA_TYPE_CHIPS));
  g_autoptr (SediaNotice) notice = NULL;

  shop_receive (fixture->shop.store, fixture->kettle, 2);
  notice = sedia_store_note (fixture->shop.store, claim_job, NULL, NULL);
  g_assert_nonnull (notice);

  g_assert_true (sedia_main_window_open (fixture->window, "waiting", SEDIA_KIND_NOTICE,
                                         notice->operation_id));
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (table (fixture)),
                                        "Budi Santoso"));
  g_assert_true (view_wait_for_text (fixture->shop.store, GTK_WIDGET (table (fixture)),
                                     "Siti Rahma"));
  g_assert_null (view_find_text (GTK_WIDGET (table (fixture)), "Budi Santoso"));
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, SEDIA_FILTER_LINES);

  g_signal_emit_by_name (chips, "special-closed");
  g_assert_true (wait_for (fixture, "Budi Santoso"));
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, SEDIA_FILTER_ALL);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

int
main (int    argc,
      char **argv)
{
  int status;

  view_test_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/view/window/empty", test_empty);
  g_test_add_func ("/view/window/problem", test_problem);
  ADD ("/view/waiting/rows", test_rows);
  ADD ("/view/waiting/tooltips", test_tooltips);
  ADD ("/view/waiting/search", test_search);
  ADD ("/view/waiting/grouping", test_grouping);
  ADD ("/view/waiting/9-undo", test_commands);
  ADD ("/view/waiting/3.1-serving", test_serving);
  ADD ("/view/waiting/two-lines", test_two_lines);
  ADD ("/view/waiting/cancel", test_cancel);
  ADD ("/view/waiting/others", test_others);
  ADD ("/view/waiting/reset", test_reset);
  ADD ("/view/waiting/7-restock", test_restock);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
