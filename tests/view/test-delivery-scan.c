/* The New delivery page: what is scanned, wherever the keyboard is, and the lines it makes. */
#include "config.h"

#include "delivery-page.h"

static void
test_scan (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  scan (fixture, "MUG");
  scan (fixture, "KETTLE");

  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "2");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 1)), ==, "1");
  g_assert_null (line_row (fixture, 2));
  g_assert_true (wait_for (fixture, "Serves 1 line for 1 customer."));
  g_assert_true (wait_for (fixture, "Siti Rahma"));

  sedia_typed_line_set_typed (line (fixture, 0), "24");
  g_assert_true (wait_for (fixture, "Stays free"));
}

static void
test_unknown_code (Fixture       *fixture,
                   gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  scan (fixture, "4006381333931");

  g_assert_cmpstr (sedia_typed_line_get_code (line (fixture, 1)), ==, "4006381333931");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (line_row (fixture, 1)), "error"));
  receive (fixture, "page.book");
  g_assert_true (wait_for (fixture, "1 line needs another look first."));
  g_assert_cmpuint (counts (fixture).received, ==, 0);

  g_signal_emit_by_name (line_row (fixture, 1), "choose");
  scan (fixture, "MUG");
  g_assert_null (sedia_typed_line_get_code (line (fixture, 1)));
  g_assert_cmpstr (sedia_typed_line_get_product (line (fixture, 1))->sku, ==, "MUG");
}

/* A scan never ends up in a quantity; what was typed quickly and is no code does. */
static void
test_scan_in_quantity (Fixture       *fixture,
                       gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  sedia_typed_line_row_focus_quantity (line_row (fixture, 0));
  scan (fixture, "MUG");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "1");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 1)), ==, "1");

  sedia_typed_line_row_focus_quantity (line_row (fixture, 0));
  scan (fixture, "120");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "120");
}

typedef struct
{
  SediaTypedLine *line;
  const char *typed;
} Typed;

static gboolean
is_typed (gpointer data)
{
  const Typed *expected = data;

  return g_str_equal (sedia_typed_line_get_typed (expected->line), expected->typed);
}

/* A key as GTK hands it out: to the scanner, and then into the field with the keyboard. */
static void
press (Fixture      *fixture,
       SediaScanner *scanner,
       guint         keyval,
       guint32       time)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  char text[] = { (char) keyval, '\0' };
  int position;

  if (sedia_scanner_feed (scanner, keyval, 0, time))
    return;

  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, 1, &position);
}

/* Two scans after another, the second begins before the first has been looked up: both count. */
static void
test_scan_while_asking (Fixture       *fixture,
                        gconstpointer  unused)
{
  g_autoptr (SediaScanner) scanner = NULL;
  Typed two;

  begin (fixture);
  scan (fixture, "MUG");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "1");
  scanner = sedia_scanner_new (fixture->page);
  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), lines (fixture));

  for (guint i = 0; i < 3; i++)
    press (fixture, scanner, (guint) "MUG"[i], 1000);
  press (fixture, scanner, GDK_KEY_Return, 1000);
  press (fixture, scanner, 'M', 1200);
  two = (Typed) { line (fixture, 0), "2" };
  g_assert_true (view_wait_until (is_typed, &two));
  press (fixture, scanner, 'U', 1200);
  press (fixture, scanner, 'G', 1200);
  press (fixture, scanner, GDK_KEY_Return, 1200);

  view_wait (fixture->shop.store);
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "3");
}

static void
test_remove_and_put_back (Fixture       *fixture,
                          gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  scan (fixture, "MUG");
  g_signal_emit_by_name (line_row (fixture, 0), "removed");
  view_wait (fixture->shop.store);
  g_assert_cmpstr (sedia_typed_line_get_product (line (fixture, 0))->sku, ==, "MUG");
  g_assert_true (wait_for (fixture, "KETTLE removed"));

  g_assert_true (sedia_lines_editor_put_back (lines (fixture)));
  g_assert_cmpstr (sedia_typed_line_get_product (line (fixture, 1))->sku, ==, "KETTLE");
  g_assert_false (sedia_lines_editor_put_back (lines (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_page_test ("/view/delivery-scan/scan", test_scan);
  add_page_test ("/view/delivery-scan/unknown-code", test_unknown_code);
  add_page_test ("/view/delivery-scan/scan-in-quantity", test_scan_in_quantity);
  add_page_test ("/view/delivery-scan/scan-while-asking", test_scan_while_asking);
  add_page_test ("/view/delivery-scan/remove-and-put-back", test_remove_and_put_back);

  return g_test_run ();
}
