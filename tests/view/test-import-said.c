/* Importing in the window: how the file is written and what its columns are, found out and said
 * otherwise, with the effect on the screen at once; bad rows.
 */
#include "config.h"

#include "import-window.h"

/* ---- how the file is written */

/* Ä in another encoding is another letter, and one sees which. */
static void
test_encoding (ImportFixture *fixture,
               gconstpointer  unused)
{
  GtkDropDown *encoding;

  import_text (fixture, "barang.csv", "SKU;Name\nA1;K\344se\n");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  encoding = import_choice ("Encoding");
  g_assert_cmpstr (import_chosen (encoding), ==, "Found: Windows, western");
  import_assert_says (fixture, "Käse");

  import_choose (encoding, "DOS, western");
  import_assert_says (fixture, "Kõse");
  g_assert_cmpstr (import_chosen (encoding), ==, "DOS, western");

  gtk_drop_down_set_selected (encoding, 0);
  import_assert_says (fixture, "Käse");
  g_assert_cmpstr (import_chosen (encoding), ==, "Found: Windows, western");
}

static void
test_separator (ImportFixture *fixture,
                gconstpointer  unused)
{
  GtkDropDown *separator;

  import_text (fixture, "barang.csv", "SKU;Name, full;Price\nA1;Kopi, hitam;3\nA2;Teh, hijau;4\n");
  import_assert_says (fixture, "Kopi, hitam\nTeh, hijau");
  separator = import_choice ("Separator");
  g_assert_cmpstr (import_chosen (separator), ==, "Found: Semicolon");

  import_choose (separator, "Comma");
  import_assert_says (fixture, "SKU;Name");
  import_assert_says (fixture, "A1;Kopi\nA2;Teh");

  gtk_drop_down_set_selected (separator, 0);
  import_assert_says (fixture, "Kopi, hitam\nTeh, hijau");
}

/* What can mean two numbers is asked about, and both meanings can be looked at. */
static void
test_numbers (ImportFixture *fixture,
              gconstpointer  unused)
{
  GtkDropDown *numbers;

  import_text (fixture, "barang.csv", "SKU;Name;Stock\nA1;Kopi;1.000\nA2;Teh;2.500\n");
  import_assert_says (fixture, "1.000 = ?\n2.500 = ?");
  numbers = import_choice ("Numbers");
  g_assert_cmpstr (import_chosen (numbers), ==, "Not clear: choose");
  g_assert_false (import_can_save ());
  import_press_chip ("Wrong");
  import_assert_says (fixture, "“1.000” in column “Stock” can mean two numbers: choose above how "
                               "numbers are written.");
  import_press_chip ("File");

  import_choose (numbers, "1.234,50");
  import_assert_says (fixture, "1.000 = 1000\n2.500 = 2500");
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are");

  import_choose (numbers, "1,234.50");
  import_assert_says (fixture, "1.000 = 1\n2.500 = 2.5");
}

static void
test_dates (ImportFixture *fixture,
            gconstpointer  unused)
{
  GtkDropDown *dates;

  shop_add_product (fixture->shop.shop.store, "A1", "Kopi");
  shop_add_customer (fixture->shop.shop.store, "Siti");
  import_text (fixture, "pesanan.csv",
               "Order;Customer;Date;SKU;Quantity\n7;Siti;03/04/2025;A1;2\n");
  import_assert_says (fixture, "03/04/2025 = ?");
  dates = import_choice ("Dates");
  g_assert_cmpstr (import_chosen (dates), ==, "Not clear: choose");

  import_choose (dates, "31/12/2026, day first");
  import_assert_says (fixture, "03/04/2025 = 3 Apr 2025");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  import_choose (dates, "12/31/2026, month first");
  import_assert_says (fixture, "03/04/2025 = 4 Mar 2025");
}

/* ---- columns */

static void
test_columns (ImportFixture *fixture,
              gconstpointer  unused)
{
  import_text (fixture, "barang.csv", "Foo;Nama;Harga;Harga Satuan\nA1;Kopi;12;13\n");
  import_assert_says (fixture, "Which column is “SKU”? Choose it above that column.");
  g_assert_false (import_can_save ());
  g_assert_cmpstr (import_chosen (import_column ("Foo")), ==, "Not used");
  g_assert_cmpstr (import_chosen (import_column ("Nama")), ==, "Name");
  g_assert_cmpstr (import_chosen (import_column ("Harga")), ==, "Price");
  import_assert_says (fixture, "Passed over");
  import_assert_says (fixture, "Probably");

  import_choose (import_column ("Foo"), "SKU");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  import_assert_says (fixture, "Your choice");

  /* There is one price only: the other column loses it. */
  import_choose (import_column ("Harga Satuan"), "Price");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  g_assert_cmpstr (import_chosen (import_column ("Harga")), ==, "Not used");
  import_press_chip ("New");
  import_assert_says (fixture, "Kopi, on hand 0, price 13.00");
}

/* What was chosen by hand is not thrown away without asking. */
static void
test_closing (ImportFixture *fixture,
              gconstpointer  unused)
{
  import_text (fixture, "barang.csv", "Foo;Nama\nA1;Kopi\n");
  import_assert_says (fixture, "Which column is “SKU”? Choose it above that column.");
  import_choose (import_column ("Foo"), "SKU");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");

  gtk_window_close (GTK_WINDOW (import_window ()));
  view_wait (NULL);
  g_assert_nonnull (view_find_window (GTK_TYPE_MESSAGE_DIALOG));
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  g_assert_nonnull (import_window ());
  g_assert_true (import_can_save ());
}

/* Another kind: other things a column can be. */
static void
test_kind (ImportFixture *fixture,
           gconstpointer  unused)
{
  import_text (fixture, "orang.csv", "Name,Phone\nSiti Rahma,0812\n");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");

  import_choose (import_choice ("What"), "Suppliers");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  import_choose (import_column ("Phone"), "Code");
  import_assert_says (fixture, "Your choice");
  import_save (fixture);

  shop_window_go_to (&fixture->shop, "suppliers");
  g_assert_true (shop_window_wait_for (&fixture->shop, "Siti Rahma"));
}

/* Files of shop systems have sixty columns: all of them get there. */
static void
test_many_columns (ImportFixture *fixture,
                   gconstpointer  unused)
{
  GString *text = g_string_new ("SKU,Name");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, ",Attribute %u", i);
  g_string_append (text, "\nA1,Kopi");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, ",value %u", i);
  g_string_append_c (text, '\n');

  import_text (fixture, "wide.csv", text->str);
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  import_assert_says (fixture, "Attribute 59");
  import_assert_says (fixture, "value 59");
  g_string_free (text, TRUE);
}

/* ---- bad rows */

#define BAD_ROWS \
  "SKU;Name;Price\n" \
  "A1;Kopi;12\n" \
  "A2;Teh;gratis\n" \
  ";Gula;3\n" \
  "A4;Garam;4\n"

static char *
contents (ImportFixture *fixture,
          const char    *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Said with line and reason, kept in a file to be mended, left out; the rest is imported. */
static void
test_bad_rows (ImportFixture *fixture,
               gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mend.csv", NULL);
  g_autofree char *mend = NULL;
  GtkWidget *leave_out;

  import_text (fixture, "barang.csv", BAD_ROWS);
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are – 2 things are wrong, so nothing "
                               "can be imported yet");
  g_assert_false (import_can_save ());

  import_press_chip ("Wrong");
  import_assert_says (fixture, "Column “Price”: “gratis” is not a number.");
  import_assert_says (fixture, "3");
  import_assert_says (fixture, "The row has no SKU.");
  import_assert_says (fixture, "4");

  sedia_import_bad_save (SEDIA_IMPORT_BAD (view_find_type (import_window (),
                                                           SEDIA_TYPE_IMPORT_BAD)), path);
  import_assert_says (fixture, "Written to “mend.csv”, with the reason beside each row. Mend them "
                               "there and import that file.");
  mend = contents (fixture, "mend.csv");
  g_assert_nonnull (strstr (mend, "A2;Teh;gratis;"));
  g_assert_null (strstr (mend, "A1;Kopi"));

  leave_out = gtk_widget_get_ancestor (view_find_text (import_window (), "Leave these rows out"),
                                       GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (leave_out), TRUE);
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are; the bad rows are left out");
  g_assert_cmpstr (import_save (fixture), ==, "Imported – 2 new, 0 changed, 0 as they are");

  shop_window_go_to (&fixture->shop, "stock");
  g_assert_true (shop_window_wait_for (&fixture->shop, "Garam"));
  g_assert_false (shop_window_shows (&fixture->shop, "Teh"));
}

/* The file that was mended comes in like any other: the reasons are a column nobody uses. */
static void
test_mended (ImportFixture *fixture,
             gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mend.csv", NULL);
  g_autofree char *mend = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *mended = NULL;

  import_text (fixture, "barang.csv", "SKU;Name;Price\nA1;Kopi;12\nA2;Teh;gratis\n");
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are – 1 thing is wrong, so nothing can "
                               "be imported yet");
  import_press_chip ("Wrong");
  sedia_import_bad_save (SEDIA_IMPORT_BAD (view_find_type (import_window (),
                                                           SEDIA_TYPE_IMPORT_BAD)), path);
  import_assert_says (fixture, "Written to “mend.csv”, with the reason beside each row. Mend them "
                               "there and import that file.");

  mend = contents (fixture, "mend.csv");
  parts = g_strsplit (mend, "Teh;gratis", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  mended = g_strjoinv ("Teh;7", parts);
  g_assert_true (g_file_set_contents (path, mended, -1, NULL));

  sedia_import_window_choose (SEDIA_IMPORT_WINDOW (import_window ()), path);
  import_assert_says (fixture, "1 new, 0 changed, 0 as they are");
  g_assert_cmpstr (import_save (fixture), ==, "Imported – 1 new, 0 changed, 0 as they are");
}

/* Markup, formulas and new lines in a file are what they say, on one line. */
static void
test_naughty (ImportFixture *fixture,
              gconstpointer  unused)
{
  import_text (fixture, "barang.csv",
               "SKU,Name,<b>Note</b>\nA1,<b>Kopi</b> & %s,\"two\nlines\"\nA2,=1+1,'x\n");
  import_assert_says (fixture, "2 new, 0 changed, 0 as they are");
  import_assert_says (fixture, "<b>Kopi</b> & %s\n=1+1");
  import_assert_says (fixture, "two⏎ lines\n'x");
  import_assert_says (fixture, "<b>Note</b>");
  import_press_chip ("New");
  import_assert_says (fixture, "A2");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/view/import-said/" path, ImportFixture, NULL, import_open, func, import_close)

  ADD ("encoding", test_encoding);
  ADD ("separator", test_separator);
  ADD ("numbers", test_numbers);
  ADD ("dates", test_dates);
  ADD ("columns", test_columns);
  ADD ("closing", test_closing);
  ADD ("kind", test_kind);
  ADD ("many-columns", test_many_columns);
  ADD ("bad-rows", test_bad_rows);
  ADD ("mended", test_mended);
  ADD ("naughty", test_naughty);

  return g_test_run ();
}
