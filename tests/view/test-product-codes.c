/* The product form: barcodes, typed and scanned; and putting a product away. */
#include "config.h"

#include "product-form.h"
#include "sedia-chips.h"
#include "sedia-query.h"

static void
test_barcodes (ShopWindow    *fixture,
               gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;
  GtkWidget *chip;

  begin (fixture, "KP-1", "Kopi Arabika");
  scan (fixture, "111");
  save (fixture);

  begin (fixture, "KP-2", "Kopi Toraja");
  scan (fixture, " 222 ");
  scan (fixture, "333");
  scan (fixture, "222");
  g_assert_cmpuint (view_count_text (form (), "222"), ==, 1);
  g_assert_nonnull (view_find_text (form (), "333"));
  g_assert_cmpstr (typed ("Barcodes"), ==, "");

  scan (fixture, "111");
  assert_problem ("Barcodes", "The barcode 111 belongs to Kopi Arabika (KP-1) already; take it away"
                              " there first.");
  g_assert_null (view_find_text (form (), "111"));
  scan (fixture, "444");
  assert_fine ("Barcodes");

  chip = gtk_widget_get_ancestor (view_find_text (form (), "222"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (chip, "clicked");
  view_wait (fixture->shop.store);
  g_assert_null (view_find_text (form (), "222"));
  assert_focus ("Barcodes");

  gtk_editable_set_text (view_find_entry (form (), "Barcodes"), "555");
  save (fixture);
  g_assert_null (form ());
  product = read_product (fixture, "KP-2");
  g_assert_cmpuint (g_strv_length (product->barcodes), ==, 3);
  g_assert_cmpstr (product->barcodes[0], ==, "333");
  g_assert_cmpstr (product->barcodes[1], ==, "444");
  g_assert_cmpstr (product->barcodes[2], ==, "555");
}

/* Two scans so close that the second is there before the answer about the first. */
static void
test_burst (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkEditable *entry;

  begin (fixture, "KP-1", "Kopi Arabika");
  scan (fixture, "111");
  save (fixture);

  begin (fixture, "KP-2", "Kopi Toraja");
  entry = view_find_entry (form (), "Barcodes");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const codes[] = { "111", "222", "333" };

      gtk_editable_set_text (entry, codes[i]);
      g_signal_emit_by_name (entry, "activate");
    }
  shop_window_settle (fixture);

  g_assert_null (view_find_text (form (), "111"));
  g_assert_nonnull (view_find_text (form (), "222"));
  g_assert_nonnull (view_find_text (form (), "333"));
  assert_problem ("Barcodes", "The barcode 111 belongs to Kopi Arabika (KP-1) already; take it away"
                              " there first.");
  save (fixture);
  g_assert_null (form ());
}

/* Wherever the keyboard is; a code never gets into an amount, and its Enter does not save. */
static void
test_scanned (ShopWindow    *fixture,
              gconstpointer  unused)
{
  g_autoptr (SediaProduct) product = NULL;

  begin (fixture, "KP-1", "Kopi");
  type (fixture, "Price", "5");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Price")));
  shop_window_scan (fixture, form (), "8991234567890");
  g_assert_nonnull (form ());
  g_assert_cmpstr (typed ("Price"), ==, "5");
  g_assert_nonnull (view_find_text (form (), "8991234567890"));

  shop_window_scan (fixture, form (), "KP-BOX-12");
  g_assert_cmpstr (typed ("Price"), ==, "5");
  g_assert_nonnull (view_find_text (form (), "KP-BOX-12"));
  shop_window_scan (fixture, form (), "8991234567890");
  g_assert_cmpuint (view_count_text (form (), "8991234567890"), ==, 1);

  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Name")));
  shop_window_scan (fixture, form (), "4006381333931");
  g_assert_cmpstr (typed ("Name"), ==, "Kopi");

  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Barcodes")));
  shop_window_scan (fixture, form (), "KP-BOX-6");
  g_assert_cmpstr (typed ("Barcodes"), ==, "");

  save (fixture);
  product = read_product (fixture, "KP-1");
  g_assert_cmpuint (g_strv_length (product->barcodes), ==, 4);
}

/* What is no code and comes fast all the same is typed. */
static void
test_typed_fast (ShopWindow    *fixture,
                 gconstpointer  unused)
{
  begin (fixture, "KP-1", "Kopi");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "Minimum")));
  shop_window_scan (fixture, form (), "120"); /* its Enter saves */
  g_assert_true (view_wait_until (is_closed, NULL));
  g_assert_true (shop_window_wait_for (fixture, "minimum 120"));

  shop_window_act (fixture, "page.new");
  gtk_widget_grab_focus (GTK_WIDGET (view_find_entry (form (), "SKU")));
  shop_window_scan (fixture, form (), "KOPI-7");
  g_assert_cmpstr (typed ("SKU"), ==, "KOPI-7");
  g_assert_true (view_wait_for_text (NULL, form (), "A product needs a name."));
}

/* ---- putting away */

static void
test_archive (ShopWindow    *fixture,
              gconstpointer  unused)
{
  const gint64 kettle = shop_add_product (fixture->shop.store, "K", "Kettle");
  const gint64 siti = shop_add_customer (fixture->shop.store, "Siti");
  GtkWidget *chips;

  shop_place_order (fixture->shop.store, siti, kettle, 2);
  open_product (fixture, kettle, "Kettle");
  shop_window_act (fixture, "page.archive");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Archived – Kettle; 1 line still waits for it");
  g_assert_true (shop_window_wait_for (fixture, "No Products Yet"));

  chips = gtk_widget_get_ancestor (view_find_text (GTK_WIDGET (fixture->window), "Archived"),
                                   SEDIA_TYPE_CHIPS);
  sedia_chips_set_selected (SEDIA_CHIPS (chips), SEDIA_FILTER_ARCHIVED);
  g_assert_true (shop_window_wait_for (fixture, "Kettle"));
  shop_window_settle (fixture);
  shop_window_select (fixture, 0, 0);
  shop_window_act (fixture, "page.unarchive");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Back in the lists – Kettle");
  g_assert_true (shop_window_wait_for (fixture, "Nothing Is Archived"));
}

/* The key asks before. */
static void
test_ask_archive (ShopWindow    *fixture,
                  gconstpointer  unused)
{
  const gint64 kettle = shop_add_product (fixture->shop.store, "K", "Kettle");

  open_product (fixture, kettle, "Kettle");
  shop_window_act (fixture, "page.ask-archive");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  shop_window_settle (fixture);
  g_assert_null (shop_window_bar (fixture));
  g_assert_true (shop_window_shows (fixture, "Kettle"));

  shop_window_act (fixture, "page.ask-archive");
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  shop_window_settle (fixture);
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Archived – Kettle");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/product-codes/barcodes", test_barcodes);
  ADD ("/view/product-codes/burst", test_burst);
  ADD ("/view/product-codes/scanned", test_scanned);
  ADD ("/view/product-codes/typed-fast", test_typed_fast);
  ADD ("/view/product-codes/archive", test_archive);
  ADD ("/view/product-codes/ask-archive", test_ask_archive);
#undef ADD

  return g_test_run ();
}
