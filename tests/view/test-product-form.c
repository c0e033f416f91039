/* The product form: entering, changing, every refusal at its field, suppliers. */
#include "config.h"

#include "product-form.h"
#include "sedia-list-page.h"

/* ---- entering and changing */

static void
test_new (ShopWindow    *fixture,
          gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;

  g_assert_true (shop_window_wait_for (fixture, "No Products Yet"));
  begin (fixture, " KP-1 ", "  Kopi Arabika  ");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "New Product");
  type (fixture, "Category", " Coffee ");
  type (fixture, "Unit", "kg");
  gtk_drop_down_set_selected (drop_down ("Decimals"), 3);
  type (fixture, "Pack", "12");
  type (fixture, "Minimum order", "2.5");
  type (fixture, "Price", "12500.50");
  type (fixture, "Cost", "10000");
  type (fixture, "Minimum", "1.250");
  type (fixture, "Maximum", "20");
  gtk_drop_down_set_selected (drop_down ("When there is none"), SEDIA_BACKORDER_WARN);
  type (fixture, "At most waiting", "7.125");
  type (fixture, "Longest wait", "14");
  type (fixture, "Deposit", "50");
  save (fixture);

  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – Kopi Arabika");
  /* it is there, selected, and everything about it is beside the list */
  g_assert_true (shop_window_wait_for (fixture, "KP-1 · Coffee"));
  g_assert_true (shop_window_shows (fixture, "12500.50, cost 10000"));
  g_assert_true (shop_window_shows (fixture, "minimum 1.25, maximum 20"));
  g_assert_true (shop_window_shows (fixture, "packs of 12 kg, at least 2.5\302\240kg"));
  g_assert_true (shop_window_shows (
    fixture,
    "Ask before they wait, at most 7.125\302\240kg, at most 14 days, 50 % beforehand"));

  product = read_product (fixture, "KP-1");
  g_assert_cmpstr (product->name, ==, "Kopi Arabika");
  g_assert_cmpuint (product->decimals, ==, 3);
  g_assert_cmpint (product->pack, ==, 12);
  g_assert_cmpint (product->moq, ==, 2500);
  g_assert_cmpint (product->price, ==, 1250050);
  g_assert_cmpint (product->cost, ==, 1000000);
  g_assert_cmpint (product->minimum, ==, 1250);
  g_assert_cmpint (product->maximum, ==, 20000);
  g_assert_cmpint (product->backorder_limit, ==, 7125);
  g_assert_cmpuint (product->backorder_wait, ==, 14);
  g_assert_cmpuint (product->backorder_deposit, ==, 50);
  g_assert_true (product->allow_negative);

  shop_window_undo (fixture);
  g_assert_true (shop_window_wait_for (fixture, "No Products Yet"));
}

/* Saved while the search hides it: the search gives way, and says so. */
static void
test_new_in_search (ShopWindow    *fixture,
                    gconstpointer  unused)
{
  GtkWidget *search = view_find_type (gtk_window_get_titlebar (GTK_WINDOW (fixture->window)),
                                      GTK_TYPE_SEARCH_ENTRY);
  SediaPage *page = sedia_main_window_get_page (fixture->window);
  SediaDataTable *table = sedia_list_page_get_table (SEDIA_LIST_PAGE (page));

  begin (fixture, "KP-1", "Kopi");
  save (fixture);
  gtk_editable_set_text (GTK_EDITABLE (search), "kopi");
  g_signal_emit_by_name (search, "activate");
  shop_window_settle (fixture);

  begin (fixture, "MN-1", "Minyak");
  save (fixture);
  g_assert_true (shop_window_wait_for (fixture, "MN-1"));
  shop_window_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_cmpint (sedia_data_table_get_selected (table), ==, 2);
}

static void
test_edit (ShopWindow    *fixture,
           gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (SediaProduct) undone = NULL;
  gint64 id;

  begin (fixture, "KP-1", "Kopi");
  scan (fixture, "111");
  type (fixture, "Price", "5");
  save (fixture);
  product = read_product (fixture, "KP-1");
  id = product->id;
  open_product (fixture, id, "Kopi");

  shop_window_act (fixture, "page.edit");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, "Edit Product");
  g_assert_cmpstr (typed ("SKU"), ==, "KP-1");
  g_assert_cmpstr (typed ("Price"), ==, "5");
  g_assert_nonnull (view_find_text (form (), "111"));
  type (fixture, "Name", "Kopi Toraja");
  type (fixture, "Price", "");
  gtk_drop_down_set_selected (drop_down ("When there is none"), SEDIA_BACKORDER_REFUSE);
  g_assert_false (gtk_widget_is_sensitive (view_find_field (form (), "At most waiting")));
  save (fixture);
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "Kopi Toraja"));

  sedia_product_free (g_steal_pointer (&product));
  product = read_product (fixture, "111");
  g_assert_cmpint (product->id, ==, id);
  g_assert_cmpint (product->price, ==, SEDIA_NO_AMOUNT);
  g_assert_cmpint (product->backorder, ==, SEDIA_BACKORDER_REFUSE);

  shop_window_undo (fixture);
  undone = read_product (fixture, "KP-1");
  g_assert_cmpstr (undone->name, ==, "Kopi");
  g_assert_cmpint (undone->price, ==, 500);
}

/* Enter in an entry saves, as the button does: a button that is pressed by a key takes a moment. */
static void
test_enter (ShopWindow    *fixture,
            gconstpointer  unused)
{
  begin (fixture, "KP-1", "Kopi");
  g_signal_emit_by_name (gtk_editable_get_delegate (view_find_entry (form (), "Price")),
                         "activate");
  g_assert_true (view_wait_until (is_closed, NULL));
  g_assert_true (shop_window_wait_for (fixture, "Kopi"));

  begin (fixture, "KP-2", "Kopi lain");
  g_signal_emit_by_name (view_find_entry (form (), "Category"), "activate");
  g_assert_true (view_wait_until (is_closed, NULL));

  begin (fixture, "KP-3", "Kopi lagi");
  scan (fixture, ""); /* nothing to add: Enter means the form */
  g_assert_true (view_wait_until (is_closed, NULL));
}

/* ---- refusals, each at its field */

static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.new");
  type (fixture, "Unit", " ");
  type (fixture, "Price", "1x");
  type (fixture, "Cost", "-1");
  type (fixture, "Pack", "0");
  type (fixture, "Minimum", "1.5");
  type (fixture, "Maximum", "many");
  type (fixture, "Minimum order", "1e3");
  type (fixture, "At most waiting", "9999999999999999");
  save (fixture);

  g_assert_nonnull (form ());
  assert_problem ("SKU", "A product needs a SKU: the short code by which you know it.");
  assert_problem ("Name", "A product needs a name.");
  assert_problem ("Unit", "In what is it counted? Write pcs, kg, box …");
  assert_problem ("Price", "“1x” is not a number.");
  assert_problem ("Cost", "Write a number that is not below zero.");
  assert_problem ("Pack", "A pack holds between 1 and 1000000. Leave it empty for none.");
  assert_problem ("Minimum", "“1.5” has more decimals than the 0 allowed here.");
  assert_problem ("Maximum", "“many” is not a number.");
  assert_problem ("Minimum order", "“1e3” is not a number.");
  assert_problem ("At most waiting", "The number “9999999999999999” is too large.");
  assert_focus ("SKU");
  g_assert_cmpstr (typed ("Price"), ==, "1x");

  type (fixture, "SKU", "KP-1");
  type (fixture, "Name", "Kopi");
  type (fixture, "Unit", "pcs");
  type (fixture, "Price", "1");
  type (fixture, "Cost", "");
  type (fixture, "Pack", "");
  type (fixture, "Minimum", "7");
  type (fixture, "Maximum", "6");
  type (fixture, "Minimum order", "");
  type (fixture, "At most waiting", "");
  save (fixture);
  assert_fine ("SKU");
  assert_fine ("Price");
  assert_problem ("Minimum", "The minimum is above the maximum. Raise the maximum or lower the "
                             "minimum.");
  assert_focus ("Minimum");

  type (fixture, "Minimum", "6");
  save (fixture);
  g_assert_null (form ());
  g_assert_true (shop_window_wait_for (fixture, "Kopi"));
}

/* Which two limits do not go together is said when the second has been typed. */
static void
test_limits (ShopWindow    *fixture,
             gconstpointer  unused)
{
  begin (fixture, "KP-1", "Kopi");
  type (fixture, "Minimum", "7");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Maximum")));
  type (fixture, "Maximum", "6");
  assert_fine ("Minimum");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "SKU")));
  shop_window_settle (fixture);
  assert_problem ("Minimum", "The minimum is above the maximum. Raise the maximum or lower the "
                             "minimum.");

  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Maximum")));
  type (fixture, "Maximum", "8");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "SKU")));
  shop_window_settle (fixture);
  assert_fine ("Minimum");
  save (fixture);
  g_assert_null (form ());
}

/* What only the records know is said at the field, too. */
static void
test_refused_by_store (ShopWindow    *fixture,
                       gconstpointer  unused)
{
  begin (fixture, "KP-1", "Kopi Arabika");
  scan (fixture, "111");
  save (fixture);

  begin (fixture, "kp-1", "Kopi lain");
  save (fixture);
  assert_problem ("SKU", "There is a product with the SKU “kp-1” already; choose another SKU or "
                         "edit that product.");
  assert_focus ("SKU");

  /* a barcode that was still being typed when it was to be saved */
  type (fixture, "SKU", "KP-2");
  gtk_editable_set_text (view_find_entry (form (), "Barcodes"), "111");
  save (fixture);
  assert_problem ("Barcodes", "The barcode 111 belongs to Kopi Arabika (KP-1) already; take it away"
                              " there first.");
  assert_fine ("SKU");
  save (fixture);
  g_assert_null (form ());
}

static void
test_fixed (ShopWindow    *fixture,
            gconstpointer  unused)
{
  const gint64 kettle = shop_add_product (fixture->shop.store, "K", "Kettle");
  const gint64 mug = shop_add_product (fixture->shop.store, "M", "Mug");
  const gint64 siti = shop_add_customer (fixture->shop.store, "Siti");

  shop_place_order (fixture->shop.store, siti, kettle, 2);
  open_product (fixture, kettle, "Kettle");
  shop_window_act (fixture, "page.edit");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (drop_down ("Decimals"))));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (view_find_entry (form (), "Pack"))));
  g_assert_nonnull (view_find_text (form (), "Fixed: it has moved or was ordered"));
  g_assert_nonnull (view_find_text (form (), "Fixed while orders or deliveries are open"));
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);

  open_product (fixture, mug, "Mug");
  shop_window_act (fixture, "page.edit");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (drop_down ("Decimals"))));
  gtk_drop_down_set_selected (drop_down ("Decimals"), 2);

  /* somebody else was faster: refused, and said there */
  shop_receive (fixture->shop.store, mug, 3);
  save (fixture);
  assert_problem ("Decimals", "The decimals of product M cannot change once it has moved, or was "
                              "ordered or asked for.");
  gtk_drop_down_set_selected (drop_down ("Decimals"), 0);
  save (fixture);
  g_assert_null (form ());
}

/* ---- what it completes from */

/* Typing as a person does: into the entry that has the keyboard. */
static void
complete (ShopWindow *fixture,
          const char *label,
          const char *text)
{
  GtkEditable *entry = view_find_entry (form (), label);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, text);
  view_wait (fixture->shop.store);
}

static void
choose_suggestion (GtkWidget  *root,
                   const char *text)
{
  GtkWidget *row = view_find_text (root, text);
  GtkWidget *list;

  g_assert_nonnull (row);
  row = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW);
  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", row);
  view_wait (NULL);
}

static void
test_category (ShopWindow    *fixture,
               gconstpointer  unused)
{
  static const char *const categories[] = { "Tea", "Iced Tea", "Steam", "Coffee" };
  GtkWidget *field;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%u", i);

      begin (fixture, sku, "Product");
      type (fixture, "Category", categories[i]);
      save (fixture);
    }

  begin (fixture, "P9", "Product");
  complete (fixture, "Category", "tea");
  field = view_find_field (form (), "Category");
  g_assert_nonnull (view_find_text (field, "Tea"));
  g_assert_nonnull (view_find_text (field, "Iced Tea"));
  g_assert_nonnull (view_find_text (field, "Steam"));
  g_assert_null (view_find_text (field, "Coffee"));
  choose_suggestion (field, "Iced Tea");
  g_assert_cmpstr (typed ("Category"), ==, "Iced Tea");
}

static void
test_supplier (ShopWindow    *fixture,
               gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (SediaProduct) other = NULL;
  const gint64 abadi = shop_add_supplier (fixture->shop.store, "CV Abadi");

  shop_add_supplier (fixture->shop.store, "PT Kopi");
  begin (fixture, "KP-1", "Kopi");
  complete (fixture, "Supplier", "aba");
  choose_suggestion (view_find_field (form (), "Supplier"), "CV Abadi");
  g_assert_cmpstr (typed ("Supplier"), ==, "CV Abadi");
  save (fixture);
  product = read_product (fixture, "KP-1");
  g_assert_cmpint (product->supplier_id, ==, abadi);

  /* written in other letters it is the same */
  begin (fixture, "KP-2", "Kopi lain");
  type (fixture, "Supplier", " cv abadi ");
  save (fixture);
  other = read_product (fixture, "KP-2");
  g_assert_cmpint (other->supplier_id, ==, abadi);
}

/* A name that is new is refused until it is said that they shall be entered; with the product. */
static void
test_new_supplier (ShopWindow    *fixture,
                   gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  GtkWidget *offer;

  shop_add_supplier (fixture->shop.store, "CV Abadi");
  begin (fixture, "KP-1", "Kopi");
  type (fixture, "Supplier", "CV Baru");
  offer = view_find_text (form (), "Enter “CV Baru” as a new supplier");
  g_assert_nonnull (offer);
  save (fixture);
  assert_problem ("Supplier", "No supplier is called “CV Baru” yet. Choose another name, or tick "
                              "that they shall be entered.");
  assert_focus ("Supplier");

  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (offer, GTK_TYPE_CHECK_BUTTON)), TRUE);
  assert_fine ("Supplier");
  save (fixture);
  g_assert_null (form ());
  product = read_product (fixture, "KP-1");
  g_assert_cmpstr (product->supplier, ==, "CV Baru");
  shop_window_go_to (fixture, "suppliers");
  g_assert_true (shop_window_wait_for (fixture, "CV Baru"));

  /* one action, one undo */
  shop_window_undo (fixture);
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window),
                                        "CV Baru"));
  shop_window_go_to (fixture, "stock");
  g_assert_true (shop_window_wait_for (fixture, "No Products Yet"));
}

/* ---- closing */

/* What was typed or scanned is not thrown away without asking. */
static void
test_closing (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_act (fixture, "page.new");
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  g_assert_null (form ());

  shop_window_act (fixture, "page.new");
  scan (fixture, "111");
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  g_assert_nonnull (view_find_text (form (), "111"));

  gtk_editable_set_text (view_find_entry (form (), "Barcodes"), "222");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Barcodes")));
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (NULL);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  g_assert_null (form ());
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/product-form/new", test_new);
  ADD ("/view/product-form/new-in-search", test_new_in_search);
  ADD ("/view/product-form/edit", test_edit);
  ADD ("/view/product-form/enter", test_enter);
  ADD ("/view/product-form/refused", test_refused);
  ADD ("/view/product-form/limits", test_limits);
  ADD ("/view/product-form/refused-by-store", test_refused_by_store);
  ADD ("/view/product-form/fixed", test_fixed);
  ADD ("/view/product-form/category", test_category);
  ADD ("/view/product-form/supplier", test_supplier);
  ADD ("/view/product-form/new-supplier", test_new_supplier);
  ADD ("/view/product-form/closing", test_closing);
#undef ADD

  return g_test_run ();
}
