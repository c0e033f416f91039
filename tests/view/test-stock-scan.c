/* What is scanned on the stock page: the product it is of, or the question whose code it is. */
#include "config.h"

#include "sedia-chips.h"
#include "sedia-draft-jobs.h"
#include "sedia-field.h"
#include "sedia-list-page.h"
#include "sedia-product-form.h"
#include "sedia-query.h"
#include "sedia-suggest-entry.h"
#include "sedia-unknown-code-form.h"
#include "shop-window.h"

#define CODE "4006381333931"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  shop_add_product (fixture->shop.store, "MUG", "White Mug");
  shop_window_go_to (fixture, "stock");
  g_assert_true (shop_window_wait_for (fixture, "Blue Kettle"));
  g_assert_true (shop_window_shows (fixture, "Choose a product to see everything about it"));
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
  return view_find_window (SEDIA_TYPE_UNKNOWN_CODE_FORM);
}

static void
scan (ShopWindow *fixture,
      const char *code)
{
  shop_window_scan (fixture, GTK_WIDGET (fixture->window), code);
}

/* The title of the pane stands beside the name in the list: only there is the SKU alone. */
static gboolean
is_beside (ShopWindow *fixture,
           const char *sku)
{
  return view_wait_for_text (fixture->shop.store,
                             view_find_type (GTK_WIDGET (fixture->window),
                                             g_type_from_name ("SediaStockDetail")),
                             sku);
}

static SediaProduct *
find (ShopWindow *fixture,
      const char *code)
{
  g_autoptr (SediaFoundProduct) found = sedia_store_read (fixture->shop.store,
                                                          sedia_product_find_job,
                                                          (gpointer) code, NULL);

  g_assert_nonnull (found);
  return g_steal_pointer (&found->product);
}

static void
test_known (ShopWindow    *fixture,
            gconstpointer  unused)
{
  scan (fixture, "MUG");
  g_assert_true (is_beside (fixture, "MUG"));
  scan (fixture, "KETTLE");
  g_assert_true (is_beside (fixture, "KETTLE"));
  g_assert_null (form ());
}

/* The keyboard in the search of the window. */
static GtkEditable *
focus_search (ShopWindow *fixture)
{
  GtkWidget *focus;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return GTK_EDITABLE (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
}

/* Also while something is searched: what was typed there is taken away, or the list would hide it.
 */
static void
test_in_search (ShopWindow    *fixture,
                gconstpointer  unused)
{
  GtkEditable *search = focus_search (fixture);

  gtk_editable_set_text (search, "kettle");
  shop_window_settle (fixture);
  scan (fixture, "MUG");
  g_assert_true (is_beside (fixture, "MUG"));
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");

  /* what nobody knows and is no barcode was meant for the search */
  focus_search (fixture);
  scan (fixture, "blue");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "blue");
  g_assert_null (form ());

  gtk_editable_set_text (search, "");
  scan (fixture, CODE);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_nonnull (form ());
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);
}

static void
test_archived (ShopWindow    *fixture,
               gconstpointer  unused)
{
  SediaChips *chips;

  scan (fixture, "MUG");
  g_assert_true (is_beside (fixture, "MUG"));
  shop_window_act (fixture, "page.archive");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window),
                                        "White Mug"));
  scan (fixture, "MUG");
  g_assert_true (is_beside (fixture, "MUG"));
  chips = SEDIA_CHIPS (gtk_widget_get_ancestor (view_find_text (GTK_WIDGET (fixture->window),
                                                                "Negative"), SEDIA_TYPE_CHIPS));
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, SEDIA_FILTER_ARCHIVED);
  shop_window_act (fixture, "page.unarchive");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Back in the lists – White Mug");
}

/* Another list in front: what is scanned is shown all the same. */
static void
test_elsewhere (ShopWindow    *fixture,
                gconstpointer  unused)
{
  shop_window_go_to (fixture, "suppliers");
  scan (fixture, "MUG");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Stock – Sedia");
  g_assert_true (is_beside (fixture, "MUG"));
}

/* While something is entered the editor listens, with a scanner of its own. */
static void
test_in_editor (ShopWindow    *fixture,
                gconstpointer  unused)
{
  g_assert_true (sedia_main_window_open (fixture->window, "orders", SEDIA_KIND_DRAFT, 0));
  shop_window_settle (fixture);
  scan (fixture, CODE);
  scan (fixture, "MUG");
  g_assert_null (form ());
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Orders – Sedia");
}

/* ---- a code that nobody knows */

static GtkWidget *
field (void)
{
  return view_find_field (form (), "Add it to");
}

static SediaSuggestEntry *
entry (void)
{
  return SEDIA_SUGGEST_ENTRY (view_find_type (field (), SEDIA_TYPE_SUGGEST_ENTRY));
}

static void
test_add (ShopWindow    *fixture,
          gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (SediaProduct) undone = NULL;
  GtkWidget *row;

  scan (fixture, CODE);
  g_assert_nonnull (view_find_text (form (), CODE));
  shop_window_save (fixture, form ());
  g_assert_nonnull (view_find_text (field (), "Which product does it belong to? Type a part of its "
                                              "name and choose it."));

  sedia_suggest_entry_type (entry (), "mu");
  shop_window_settle (fixture);
  g_assert_false (sedia_field_has_problem (SEDIA_FIELD (field ())));
  row = gtk_widget_get_ancestor (view_find_text (field (), "White Mug"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
  shop_window_settle (fixture);
  g_assert_cmpstr (sedia_suggest_entry_get_text (entry ()), ==, "White Mug");
  g_assert_null (find (fixture, CODE));

  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Barcode " CODE " added – White Mug");
  g_assert_true (is_beside (fixture, CODE));
  product = find (fixture, CODE);
  g_assert_cmpstr (product->sku, ==, "MUG");

  shop_window_undo (fixture);
  undone = find (fixture, CODE);
  g_assert_null (undone);
}

/* A name that is like it is no answer; a code that is known is. */
static void
test_entered (ShopWindow    *fixture,
              gconstpointer  unused)
{
  scan (fixture, CODE);
  sedia_suggest_entry_set_text (entry (), "teapot");
  g_signal_emit_by_name (entry (), "activate");
  shop_window_settle (fixture);
  g_assert_nonnull (view_find_text (field (), "No product has “teapot” as its SKU or barcode. "
                                              "Choose one of those that are suggested."));

  sedia_suggest_entry_set_text (entry (), "kettle");
  g_signal_emit_by_name (entry (), "activate");
  shop_window_settle (fixture);
  g_assert_cmpstr (sedia_suggest_entry_get_text (entry ()), ==, "Blue Kettle");
  g_assert_nonnull (view_find_text (field (), "KETTLE"));

  /* typing on means another one */
  sedia_suggest_entry_type (entry (), "Blue Kettle 2");
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_null (find (fixture, CODE));
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);
}

static gboolean
is_closed (gpointer unused)
{
  return form () == NULL;
}

static void
test_enter_again (ShopWindow    *fixture,
                  gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;

  scan (fixture, CODE);
  sedia_suggest_entry_set_text (entry (), "KETTLE");
  g_signal_emit_by_name (entry (), "activate");
  shop_window_settle (fixture);
  g_signal_emit_by_name (entry (), "activate");
  g_assert_true (view_wait_until (is_closed, NULL));
  shop_window_settle (fixture);
  product = find (fixture, CODE);
  g_assert_cmpstr (product->sku, ==, "KETTLE");
}

static void
test_create (ShopWindow    *fixture,
             gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  GtkWidget *button;
  GtkWidget *product_form;

  scan (fixture, CODE);
  button = gtk_widget_get_ancestor (view_find_text (form (), "New Product with This Barcode…"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  shop_window_settle (fixture);
  g_assert_null (form ());
  product_form = view_find_window (SEDIA_TYPE_PRODUCT_FORM);
  g_assert_nonnull (view_find_text (product_form, CODE));
  shop_window_type (fixture, product_form, "SKU", "POT");
  shop_window_type (fixture, product_form, "Name", "Tea Pot");
  shop_window_save (fixture, product_form);
  g_assert_true (is_beside (fixture, "POT"));
  product = find (fixture, CODE);
  g_assert_cmpstr (product->sku, ==, "POT");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/stock-scan/known", test_known);
  ADD ("/view/stock-scan/in-search", test_in_search);
  ADD ("/view/stock-scan/archived", test_archived);
  ADD ("/view/stock-scan/elsewhere", test_elsewhere);
  ADD ("/view/stock-scan/in-editor", test_in_editor);
  ADD ("/view/stock-scan/add", test_add);
  ADD ("/view/stock-scan/entered", test_entered);
  ADD ("/view/stock-scan/enter-again", test_enter_again);
  ADD ("/view/stock-scan/create", test_create);
#undef ADD

  return g_test_run ();
}
