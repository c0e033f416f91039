/* What the New delivery page is made of: quantities as typed, the draft as text, the scanner. */
#include "config.h"

#include "sedia-deliveries-page.h"
#include "sedia-delivery-editor.h"
#include "sedia-draft-text.h"
#include "sedia-lines-editor.h"
#include "sedia-scanner.h"
#include "sedia-suggest-entry.h"
#include "sedia-typed-line-row.h"
#include "sedia-typed-quantity.h"
#include "view.h"

static const SediaNumberForm indonesian = { ',', '.' };
static const SediaNumberForm english = { '.', ',' };

/* ---- quantities */

static void
check_quantity (const char         *typed,
                const SediaProduct *product,
                SediaNumberForm     form,
                SediaQuantityDoubt  doubt,
                gint64              amount)
{
  SediaTypedQuantity quantity = { 0 };

  sedia_typed_quantity_read (&quantity, typed, product, form);
  g_test_message ("%s: %d, %" G_GINT64_FORMAT ", %s", typed, (int) quantity.doubt, quantity.amount,
                  quantity.sentence != NULL ? quantity.sentence : "-");
  g_assert_cmpint (quantity.doubt, ==, doubt);
  g_assert_cmpint (quantity.amount, ==, amount);
  g_assert_true (doubt != SEDIA_QUANTITY_WRONG || quantity.sentence != NULL);
  sedia_typed_quantity_clear (&quantity);
}

static void
test_quantity_packs (void)
{
  g_autoptr (SediaProduct) kettle = sedia_product_new ();
  const SediaQuantityDoubt fine = SEDIA_QUANTITY_FINE;
  const SediaQuantityDoubt wrong = SEDIA_QUANTITY_WRONG;

  g_free (kettle->unit);
  kettle->unit = g_strdup ("pcs");
  kettle->pack = 12;

  check_quantity ("24", kettle, english, fine, 24);
  check_quantity (" 24 PCS ", kettle, english, fine, 24);
  check_quantity ("2p", kettle, english, fine, 24);
  check_quantity ("2 pak", kettle, english, fine, 24);
  check_quantity ("2 Pack", kettle, english, fine, 24);
  check_quantity ("2 dus", kettle, english, fine, 24);
  check_quantity ("2 ctn.", kettle, english, fine, 24);
  check_quantity ("2x", kettle, english, fine, 24);
  check_quantity ("2x10", kettle, english, fine, 20);
  check_quantity ("1.5 dus", kettle, english, wrong, 0);
  check_quantity ("2 crates", kettle, english, wrong, 0);
  check_quantity ("mug", kettle, english, wrong, 0);
  check_quantity ("", kettle, english, SEDIA_QUANTITY_MISSING, 0);

  kettle->pack = 0;
  check_quantity ("2 dus", kettle, english, wrong, 0);
}

static void
test_quantity_doubts (void)
{
  g_autoptr (SediaProduct) sugar = sedia_product_new ();
  const SediaQuantityDoubt fine = SEDIA_QUANTITY_FINE;
  const SediaQuantityDoubt noted = SEDIA_QUANTITY_NOTED;
  const SediaQuantityDoubt wrong = SEDIA_QUANTITY_WRONG;

  sugar->maximum = 40;
  check_quantity ("0", sugar, english, wrong, 0);
  check_quantity ("-3", sugar, english, wrong, 0);
  check_quantity ("800", sugar, english, noted, 800);
  check_quantity ("799", sugar, english, fine, 799);
  check_quantity ("1,000", sugar, english, noted, 1000);
  check_quantity ("1,000", sugar, sedia_number_plain, wrong, 0);
  check_quantity ("1,000", sugar, indonesian, wrong, 0);
  check_quantity ("1.000", sugar, indonesian, noted, 1000);
  check_quantity ("1e3", sugar, english, wrong, 0);
  check_quantity ("99999999999999999999", sugar, english, wrong, 0);

  sugar->decimals = 3;
  sugar->maximum = 50000;
  check_quantity ("1,25", sugar, indonesian, fine, 1250);
  check_quantity ("1,125", sugar, indonesian, noted, 1125);
  check_quantity ("1,000", sugar, indonesian, wrong, 0);
  check_quantity ("1.000", sugar, english, wrong, 0);
}

static void
test_quantity_likely (void)
{
  g_assert_true (sedia_typed_quantity_is_likely ("24"));
  g_assert_true (sedia_typed_quantity_is_likely ("1200"));
  g_assert_true (sedia_typed_quantity_is_likely ("2 dus"));
  g_assert_true (sedia_typed_quantity_is_likely ("1,000"));
  g_assert_true (sedia_typed_quantity_is_likely ("2x12"));
  g_assert_false (sedia_typed_quantity_is_likely ("8991234500001"));
  g_assert_false (sedia_typed_quantity_is_likely ("12345"));
  g_assert_false (sedia_typed_quantity_is_likely ("KOPI-1"));
}

/* ---- drafts */

static void
test_draft_round_trip (void)
{
  g_autoptr (SediaDraftText) before = sedia_draft_text_new ();
  g_autoptr (SediaDraftText) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  const SediaDraftLine *line;

  sedia_draft_text_set (before, "supplier", "PT \"Kopi\" \\ é");
  sedia_draft_text_add (before, 7, NULL, "2 dus", 24);
  sedia_draft_text_add (before, 0, "8991", "1", 0);
  content = sedia_draft_text_write (before);

  after = sedia_draft_text_read (content, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sedia_draft_text_get (after, "supplier"), ==,
                   sedia_draft_text_get (before, "supplier"));
  g_assert_cmpuint (after->lines->len, ==, 2);
  line = g_ptr_array_index (after->lines, 0);
  g_assert_cmpint (line->product_id, ==, 7);
  g_assert_cmpstr (line->typed, ==, "2 dus");
  g_assert_cmpint (line->amount, ==, 24);
  line = g_ptr_array_index (after->lines, 1);
  g_assert_cmpint (line->product_id, ==, 0);
  g_assert_cmpstr (line->code, ==, "8991");
}

/* What another program wrote into the file is read as far as it makes sense, never trusted. */
static void
test_draft_odd (void)
{
  static const char *const odd[] = {
    "{}", "{\"lines\": 3}", "{\"lines\": [1, null, {}]}", "{\"supplier\": 5, \"lines\": [{}]}",
    "{\"lines\": [{\"product\": \"x\", \"typed\": 4}]}",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (SediaDraftText) text = sedia_draft_text_read (odd[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (text->lines->len, ==, 0);
    }

  g_assert_null (sedia_draft_text_read ("[", &error));
  g_assert_nonnull (error);
}

/* ---- the scanner */

typedef struct
{
  GtkWidget *window;
  GtkWidget *entry;
  SediaScanner *scanner;
  SediaBurst *burst;  /* the last */
  guint32 time;
} Scan;

static void
burst_cb (Scan       *scan,
          SediaBurst *burst)
{
  g_clear_pointer (&scan->burst, sedia_burst_unref);
  scan->burst = sedia_burst_ref (burst);
}

static void
scan_open (Scan *scan)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  scan->entry = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), scan->entry);
  scan->window = view_window (box, 300, 100);
  gtk_widget_grab_focus (scan->entry);
  scan->scanner = sedia_scanner_new (box);
  scan->time = 1000;
  g_signal_connect_swapped (scan->scanner, "burst", G_CALLBACK (burst_cb), scan);
}

static void
scan_close (Scan *scan)
{
  g_clear_pointer (&scan->burst, sedia_burst_unref);
  g_assert_finalize_object (g_steal_pointer (&scan->scanner));
  view_close (scan->window);
}

/* One key: held back, or into the entry as GTK would do it. */
static void
press (Scan  *scan,
       guint  keyval,
       guint  after_ms)
{
  char text[] = { (char) keyval, '\0' };
  int position = gtk_editable_get_position (GTK_EDITABLE (scan->entry));

  scan->time += after_ms;
  if (sedia_scanner_feed (scan->scanner, keyval, 0, scan->time) || keyval > 127)
    return;

  gtk_editable_delete_selection (GTK_EDITABLE (scan->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (scan->entry));
  gtk_editable_insert_text (GTK_EDITABLE (scan->entry), text, 1, &position);
  gtk_editable_set_position (GTK_EDITABLE (scan->entry), position);
}

static void
press_all (Scan       *scan,
           const char *keys,
           guint       after_ms)
{
  for (const char *p = keys; *p != '\0'; p++)
    press (scan, (guint) *p, after_ms);
}

static void
wait_for_end (void)
{
  for (guint i = 0; i < 5; i++)
    view_wait (NULL);
}

static const char *
typed (Scan *scan)
{
  return gtk_editable_get_text (GTK_EDITABLE (scan->entry));
}

static void
assert_lines (GtkTextBuffer *buffer,
              const char    *expected)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_scanner_slow (void)
{
  Scan scan = { 0 };

  scan_open (&scan);
  press_all (&scan, "1234567", 120);
  press (&scan, GDK_KEY_Return, 120);
  wait_for_end ();
  g_assert_null (scan.burst);
  g_assert_cmpstr (typed (&scan), ==, "1234567");
  scan_close (&scan);
}

static void
test_scanner_burst (void)
{
  Scan scan = { 0 };

  scan_open (&scan);
  press_all (&scan, "24", 200);
  gtk_editable_select_region (GTK_EDITABLE (scan.entry), 0, -1);
  scan.time += 500;
  press_all (&scan, "8991234500001", 8);
  g_assert_cmpstr (typed (&scan), ==, "8");
  press (&scan, GDK_KEY_Return, 8);

  g_assert_nonnull (scan.burst);
  g_assert_cmpstr (sedia_burst_get_text (scan.burst), ==, "8991234500001");
  g_assert_true (sedia_burst_is_in (scan.burst, scan.entry));
  g_assert_cmpstr (typed (&scan), ==, "24");
  scan_close (&scan);
}

static void
test_scanner_without_end (void)
{
  Scan scan = { 0 };

  scan_open (&scan);
  press_all (&scan, "KOPI-1", 15);
  wait_for_end ();
  g_assert_nonnull (scan.burst);
  g_assert_cmpstr (sedia_burst_get_text (scan.burst), ==, "KOPI-1");
  g_assert_cmpstr (typed (&scan), ==, "");

  sedia_burst_type (scan.burst);
  g_assert_cmpstr (typed (&scan), ==, "KOPI-1");
  scan_close (&scan);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* What was no scan is typed with the key that ended it: Enter counts as pressed in the field. */
static void
test_scanner_end_key (void)
{
  Scan scan = { 0 };
  guint n_entered = 0;

  scan_open (&scan);
  g_signal_connect_swapped (scan.entry, "activate", G_CALLBACK (count_cb), &n_entered);
  press_all (&scan, "9999999999994", 8);
  press (&scan, GDK_KEY_Return, 8);
  g_assert_nonnull (scan.burst);
  g_assert_cmpuint (n_entered, ==, 0);

  sedia_burst_type (scan.burst);
  g_assert_cmpstr (typed (&scan), ==, "9999999999994");
  g_assert_cmpuint (n_entered, ==, 1);

  press_all (&scan, "9999999999994", 8);
  press (&scan, GDK_KEY_Tab, 8);
  sedia_burst_type (scan.burst);
  g_assert_cmpuint (n_entered, ==, 1);
  scan_close (&scan);
}

/* A note of several lines is no place for a code either; what was no scan is typed there, with a
 * new line for Enter.
 */
static void
test_scanner_lines (void)
{
  Scan scan = { 0 };
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  scan_open (&scan);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (scan.entry)), view);
  gtk_text_buffer_set_text (buffer, "shelf 3", -1);
  gtk_widget_grab_focus (view);

  g_assert_false (sedia_scanner_feed (scan.scanner, '8', 0, 2000));
  gtk_text_buffer_insert_at_cursor (buffer, "8", -1);
  scan.time = 2000;
  press_all (&scan, "991234500001", 8);
  press (&scan, GDK_KEY_Return, 8);
  g_assert_nonnull (scan.burst);
  g_assert_true (sedia_burst_is_text (scan.burst));
  g_assert_cmpstr (sedia_burst_get_text (scan.burst), ==, "8991234500001");
  assert_lines (buffer, "shelf 3");

  sedia_burst_type (scan.burst);
  assert_lines (buffer, "shelf 38991234500001\n");
  scan_close (&scan);
}

/* Two fingers at once are typing. */
static void
test_scanner_two_keys (void)
{
  Scan scan = { 0 };

  scan_open (&scan);
  press (&scan, 'a', 200);
  press (&scan, 'b', 5);
  press (&scan, 'c', 200);
  wait_for_end ();
  g_assert_null (scan.burst);
  g_assert_cmpstr (typed (&scan), ==, "abc");
  scan_close (&scan);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/delivery-quantity/packs", test_quantity_packs);
  g_test_add_func ("/view/delivery-quantity/doubts", test_quantity_doubts);
  g_test_add_func ("/view/delivery-quantity/likely", test_quantity_likely);
  g_test_add_func ("/view/delivery-draft/round-trip", test_draft_round_trip);
  g_test_add_func ("/view/delivery-draft/odd", test_draft_odd);
  g_test_add_func ("/view/delivery-scanner/slow", test_scanner_slow);
  g_test_add_func ("/view/delivery-scanner/burst", test_scanner_burst);
  g_test_add_func ("/view/delivery-scanner/end-key", test_scanner_end_key);
  g_test_add_func ("/view/delivery-scanner/without-end", test_scanner_without_end);
  g_test_add_func ("/view/delivery-scanner/lines", test_scanner_lines);
  g_test_add_func ("/view/delivery-scanner/two-keys", test_scanner_two_keys);

  return g_test_run ();
}
