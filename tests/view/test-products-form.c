/* One field of several products: what would happen, what happens, and one way back. */
#include "config.h"

#include "sedia-data-table.h"
#include "sedia-field.h"
#include "sedia-product-fields.h"
#include "sedia-products-form.h"
#include "sedia-suggest-entry.h"
#include "shop-window.h"

static void
add_product (ShopWindow *fixture,
             const char *sku,
             const char *name)
{
  shop_add_product (fixture->shop.store, sku, name);
}

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  add_product (fixture, "A", "Apple");
  add_product (fixture, "B", "Banana");
  add_product (fixture, "C", "Cherry");
  shop_window_go_to (fixture, "stock");
  g_assert_true (shop_window_wait_for (fixture, "Cherry"));
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
  return view_find_window (SEDIA_TYPE_PRODUCTS_FORM);
}

static void
open_form (ShopWindow *fixture,
           guint       last)
{
  shop_window_select (fixture, 0, last);
  shop_window_act (fixture, "page.change-field");
  g_assert_nonnull (form ());
}

static void
choose_field (ShopWindow        *fixture,
              SediaProductField  field)
{
  GtkWidget *drop_down = view_find_type (view_find_field (form (), "Field"), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < sedia_product_fields_count (); i++)
    if (sedia_product_fields_get (i) == field)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  shop_window_settle (fixture);
}

/* Of the value editors one is seen. */
static GtkWidget *
find_value_field (GtkWidget *root)
{
  if (SEDIA_IS_FIELD (root) && gtk_widget_get_mapped (root))
    {
      g_autofree char *label = NULL;

      g_object_get (root, "label", &label, NULL);
      if (g_str_has_prefix (label, "New"))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_value_field (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
value_field (void)
{
  GtkWidget *field = find_value_field (form ());

  g_assert_nonnull (field);
  return field;
}

static GtkEditable *
value_entry (void)
{
  return GTK_EDITABLE (view_find_type (value_field (), GTK_TYPE_EDITABLE));
}

static void
type (ShopWindow *fixture,
      const char *text)
{
  gtk_editable_set_text (value_entry (), text);
  shop_window_settle (fixture);
}

static gboolean
says (ShopWindow *fixture,
      const char *text)
{
  return view_wait_for_text (fixture->shop.store, form (), text);
}

static void
save (ShopWindow *fixture)
{
  shop_window_save (fixture, form ());
}

static void
assert_problem (const char *problem)
{
  g_assert_true (sedia_field_has_problem (SEDIA_FIELD (value_field ())));
  g_assert_nonnull (view_find_text (value_field (), problem));
  g_assert_null (sedia_bar_get_text (sedia_bar_of (form ())));
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  gint64 id;

  return sedia_product_find (db, data, &id, error) ? sedia_product_read (db, id, error) : NULL;
}

static SediaProduct *
read_product (ShopWindow *fixture,
              const char *sku)
{
  SediaProduct *product = sedia_store_read (fixture->shop.store, read_job, (gpointer) sku, NULL);

  g_assert_nonnull (product);
  return product;
}

static void
assert_minimum (ShopWindow *fixture,
                const char *sku,
                gint64      minimum)
{
  g_autoptr (SediaProduct) product = read_product (fixture, sku);

  g_assert_cmpint (product->minimum, ==, minimum);
}

/* Before and after are shown while the value is typed; then all of them at once, and back. */
static void
test_minimum (ShopWindow    *fixture,
              gconstpointer  unused)
{
  open_form (fixture, 1);
  g_assert_true (says (fixture, "2 products"));
  choose_field (fixture, SEDIA_PRODUCT_MINIMUM);
  type (fixture, "6");
  g_assert_true (says (fixture, "2 products change"));
  g_assert_true (says (fixture, "– → 6"));
  assert_minimum (fixture, "A", SEDIA_NO_AMOUNT);
  save (fixture);
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Minimum changed – 2 products");
  assert_minimum (fixture, "A", 6);
  assert_minimum (fixture, "B", 6);
  assert_minimum (fixture, "C", SEDIA_NO_AMOUNT);

  open_form (fixture, 2);
  choose_field (fixture, SEDIA_PRODUCT_MINIMUM);
  type (fixture, "6");
  g_assert_true (says (fixture, "1 product changes, 2 have it already"));
  save (fixture);
  assert_minimum (fixture, "C", 6);

  shop_window_undo (fixture);
  assert_minimum (fixture, "C", SEDIA_NO_AMOUNT);
  assert_minimum (fixture, "B", 6);
  shop_window_undo (fixture);
  assert_minimum (fixture, "A", SEDIA_NO_AMOUNT);
  assert_minimum (fixture, "B", SEDIA_NO_AMOUNT);
}

/* Nothing typed is no wish to empty a field: that has its own tick. */
static void
test_none (ShopWindow    *fixture,
           gconstpointer  unused)
{
  GtkWidget *none;

  open_form (fixture, 1);
  choose_field (fixture, SEDIA_PRODUCT_MINIMUM);
  type (fixture, "6");
  save (fixture);

  open_form (fixture, 2);
  choose_field (fixture, SEDIA_PRODUCT_MINIMUM);
  save (fixture);
  assert_problem ("Write the new value, or tick that there shall be none.");
  assert_minimum (fixture, "A", 6);

  none = gtk_widget_get_ancestor (view_find_text (form (), "None: take it away"),
                                  GTK_TYPE_CHECK_BUTTON);
  gtk_widget_grab_focus (none);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (none), TRUE);
  g_assert_true (says (fixture, "2 products change, 1 has it already"));
  g_assert_true (says (fixture, "6 → –"));
  save (fixture);
  g_assert_null (form ());
  assert_minimum (fixture, "A", SEDIA_NO_AMOUNT);
}

/* One that cannot have it keeps all of them as they are. */
static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  open_form (fixture, 0 + 1);
  choose_field (fixture, SEDIA_PRODUCT_MAXIMUM);
  type (fixture, "4");
  save (fixture);
  g_assert_null (form ());

  open_form (fixture, 2);
  choose_field (fixture, SEDIA_PRODUCT_MINIMUM);
  type (fixture, "x");
  save (fixture);
  assert_problem ("“x” is not a number.");
  type (fixture, "-1");
  save (fixture);
  assert_problem ("Write a number that is not below zero.");

  type (fixture, "5");
  g_assert_true (says (fixture, "1 product changes"));
  g_assert_true (sedia_field_has_problem (SEDIA_FIELD (value_field ())));
  save (fixture);
  g_assert_nonnull (form ());
  g_assert_true (sedia_field_has_problem (SEDIA_FIELD (value_field ())));
  assert_minimum (fixture, "A", SEDIA_NO_AMOUNT);
  assert_minimum (fixture, "C", SEDIA_NO_AMOUNT);

  type (fixture, "4");
  g_assert_true (says (fixture, "3 products change"));
  g_assert_false (sedia_field_has_problem (SEDIA_FIELD (value_field ())));
  save (fixture);
  g_assert_null (form ());
  assert_minimum (fixture, "C", 4);
}

static void
test_words (ShopWindow    *fixture,
            gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (SediaProduct) other = NULL;
  GtkWidget *offer;

  open_form (fixture, 1);
  type (fixture, " Fruit ");
  g_assert_true (says (fixture, "– → Fruit"));
  save (fixture);
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Category changed – 2 products");

  open_form (fixture, 2);
  choose_field (fixture, SEDIA_PRODUCT_SUPPLIER);
  type (fixture, "CV Baru");
  save (fixture);
  assert_problem ("No supplier is called “CV Baru” yet. Choose another name, or tick that they "
                  "shall be entered.");
  offer = view_find_text (form (), "Enter “CV Baru” as a new supplier");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (offer, GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_true (says (fixture, "– → CV Baru"));
  save (fixture);
  g_assert_null (form ());
  product = read_product (fixture, "A");
  g_assert_cmpstr (product->category, ==, "Fruit");
  g_assert_cmpstr (product->supplier, ==, "CV Baru");
  other = read_product (fixture, "C");
  g_assert_cmpstr (other->supplier, ==, "CV Baru");
  g_assert_cmpint (other->supplier_id, ==, product->supplier_id);
}

static void
test_choices (ShopWindow    *fixture,
              gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  GtkWidget *choice;

  open_form (fixture, 1);
  choose_field (fixture, SEDIA_PRODUCT_BACKORDER);
  choice = view_find_type (value_field (), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), SEDIA_BACKORDER_REFUSE);
  g_assert_true (says (fixture, "Customers may wait for it → Nobody waits for it"));
  save (fixture);
  product = read_product (fixture, "B");
  g_assert_cmpint (product->backorder, ==, SEDIA_BACKORDER_REFUSE);

  open_form (fixture, 1);
  choose_field (fixture, SEDIA_PRODUCT_ARCHIVED);
  g_assert_true (says (fixture, "No → Yes"));
  save (fixture);
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window),
                                        "Banana"));
  g_assert_true (shop_window_shows (fixture, "Cherry"));
  shop_window_undo (fixture);
  g_assert_true (shop_window_wait_for (fixture, "Banana"));
}

/* A code that is scanned by mistake is no price of all of them. */
static void
test_scanned (ShopWindow    *fixture,
              gconstpointer  unused)
{
  open_form (fixture, 1);
  choose_field (fixture, SEDIA_PRODUCT_PRICE);
  gtk_widget_grab_focus (GTK_WIDGET (value_entry ()));
  shop_window_scan (fixture, form (), "8991234567890");
  g_assert_cmpstr (gtk_editable_get_text (value_entry ()), ==, "");
  assert_problem ("8991234567890 was scanned, not typed. Type the new value.");
  shop_window_scan (fixture, form (), "1500");
  g_assert_true (view_wait_for_text (fixture->shop.store, GTK_WIDGET (fixture->window),
                                     "Price changed – 2 products"));
}

/* F2 means one product, or all that are selected; with none it does nothing. */
static void
test_edit_key (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_select (fixture, 0, 1);
  g_assert_true (shop_window_shows (fixture, "Change One Field…"));
  shop_window_act (fixture, "page.edit");
  g_assert_nonnull (form ());
  gtk_window_close (GTK_WINDOW (form ()));
  view_wait (fixture->shop.store);
  g_assert_null (form ());
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/products-form/minimum", test_minimum);
  ADD ("/view/products-form/none", test_none);
  ADD ("/view/products-form/refused", test_refused);
  ADD ("/view/products-form/words", test_words);
  ADD ("/view/products-form/choices", test_choices);
  ADD ("/view/products-form/scanned", test_scanned);
  ADD ("/view/products-form/edit-key", test_edit_key);
#undef ADD

  return g_test_run ();
}
