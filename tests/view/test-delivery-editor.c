/* The New delivery page: scanned and typed, saved as typed, received once. */
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

/* ---- the page */

typedef struct
{
  Shop shop;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->page = g_object_ref_sink (sedia_deliveries_page_new ());
  fixture->window = view_window (fixture->page, 1100, 700);
  sedia_page_set_store (SEDIA_PAGE (fixture->page), fixture->shop.store, NULL);
  view_wait (fixture->shop.store);
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_wait (fixture->shop.store);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
}

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  shop_open (&fixture->shop);
  fixture->kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (fixture->shop.store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (fixture->shop.store, "Siti Rahma");
  shop_add_supplier (fixture->shop.store, "PT Dapur");
  shop_place_order (fixture->shop.store, fixture->siti, fixture->kettle, 5);
  open_page (fixture);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  close_page (fixture);
  shop_close (&fixture->shop);
}

static gboolean
wait_for (Fixture    *fixture,
          const char *text)
{
  return view_wait_for_text (fixture->shop.store, fixture->page, text);
}

static SediaLinesEditor *
lines (Fixture *fixture)
{
  return SEDIA_LINES_EDITOR (view_find_type (fixture->page, SEDIA_TYPE_LINES_EDITOR));
}

static void
begin (Fixture *fixture)
{
  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_DRAFT, 0));
  view_wait (fixture->shop.store);
}

static void
scanned_cb (SediaLinesEditor *target,
            SediaBurst       *burst)
{
  sedia_lines_editor_scan (target, burst, FALSE);
}

/* Keys of a scanner, wherever the focus is. */
static void
scan (Fixture    *fixture,
      const char *code)
{
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (fixture->page);
  SediaLinesEditor *target = lines (fixture);

  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), target);
  for (const char *p = code; *p != '\0'; p++)
    sedia_scanner_feed (scanner, (guint) *p, 0, (guint32) (1000 + 5 * (p - code)));
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, 2000);
  view_wait (fixture->shop.store);
}

static SediaTypedLineRow *
line_row (Fixture *fixture,
          guint    n)
{
  GtkWidget *row = view_find_type (GTK_WIDGET (lines (fixture)), SEDIA_TYPE_TYPED_LINE_ROW);

  while (row != NULL && n-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return SEDIA_IS_TYPED_LINE_ROW (row) ? SEDIA_TYPED_LINE_ROW (row) : NULL;
}

static SediaTypedLine *
line (Fixture *fixture,
      guint    n)
{
  g_assert_nonnull (line_row (fixture, n));
  return sedia_typed_line_row_get_entry (line_row (fixture, n));
}

typedef struct
{
  Fixture *fixture;
  guint n_lines;
} Lines;

static gboolean
has_lines (gpointer data)
{
  const Lines *expected = data;

  return line_row (expected->fixture, expected->n_lines - 1) != NULL;
}

static void
open_draft (Fixture *fixture,
            gint64   draft_id,
            guint    n_lines)
{
  Lines expected = { fixture, n_lines };

  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_DRAFT, draft_id));
  g_assert_true (view_wait_until (has_lines, &expected));
}

static GtkEditable *
entry_in (GtkWidget *widget)
{
  return GTK_EDITABLE (view_find_type (widget, GTK_TYPE_ENTRY));
}

static void
set_note (Fixture    *fixture,
          const char *supplier,
          const char *note_number)
{
  GtkWidget *field = view_find_type (fixture->page, SEDIA_TYPE_SUGGEST_ENTRY);

  gtk_editable_set_text (entry_in (field), supplier);
  gtk_editable_set_text (entry_in (gtk_widget_get_next_sibling (field)), note_number);
}

static void
assert_note (Fixture    *fixture,
             const char *supplier,
             const char *note_number)
{
  GtkWidget *field = view_find_type (fixture->page, SEDIA_TYPE_SUGGEST_ENTRY);

  g_assert_cmpstr (gtk_editable_get_text (entry_in (field)), ==, supplier);
  g_assert_cmpstr (gtk_editable_get_text (entry_in (gtk_widget_get_next_sibling (field))), ==,
                   note_number);
}

static void
receive (Fixture    *fixture,
         const char *action)
{
  GtkWidget *editor = view_find_type (fixture->page, SEDIA_TYPE_DELIVERY_EDITOR);

  gtk_widget_activate_action (editor, action, NULL);
}

static gpointer
count_job (SediaDb   *db,
           gpointer   counts,
           GError   **error)
{
  return sedia_counts_read (db, counts, error) ? SEDIA_DONE : NULL;
}

static SediaCounts
counts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SediaCounts result;

  sedia_store_read (fixture->shop.store, count_job, &result, &error);
  g_assert_no_error (error);

  return result;
}

typedef struct
{
  Fixture *fixture;
  guint received;
  guint drafts;
} Expected;

static gboolean
has_come (gpointer data)
{
  const Expected *expected = data;
  SediaCounts now = counts (expected->fixture);

  return now.received == expected->received && now.drafts == expected->drafts;
}

/* Waits until there are so many, and then until everything that is under way is done: there must
 * be no more.
 */
static void
assert_counts (Fixture *fixture,
               guint    received,
               guint    drafts)
{
  Expected expected = { fixture, received, drafts };

  view_wait_until (has_come, &expected);
  view_wait (fixture->shop.store);
  g_assert_cmpuint (counts (fixture).received, ==, received);
  g_assert_cmpuint (counts (fixture).drafts, ==, drafts);
}

static gpointer
product_job (SediaDb   *db,
             gpointer   id,
             GError   **error)
{
  return sedia_product_read (db, *(const gint64 *) id, error);
}

static gint64
on_hand (Fixture *fixture,
         gint64   product_id)
{
  g_autoptr (SediaProduct) product = sedia_store_read (fixture->shop.store, product_job,
                                                       &product_id, NULL);

  return product->on_hand;
}

static int
minimum (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  int size;

  gtk_widget_measure (widget, orientation, -1, &size, NULL, NULL, NULL);
  return size;
}

/* Where there is little room: half of a cheap screen. */
static void
test_fits (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  scan (fixture, "4006381333931");
  set_note (fixture, "UD Baru", "SJ-1");
  receive (fixture, "page.book");
  g_assert_true (wait_for (fixture, "1 line needs another look first."));
  g_assert_true (wait_for (fixture, "No supplier is called “UD Baru” yet."));
  g_assert_true (wait_for (fixture, "Serves 1 line for 1 customer."));

  g_assert_cmpint (minimum (fixture->page, GTK_ORIENTATION_HORIZONTAL), <=, 480);
  g_assert_cmpint (minimum (fixture->page, GTK_ORIENTATION_VERTICAL), <=, 520);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  g_assert_true (wait_for (fixture, "No Deliveries Yet"));
  begin (fixture);
  receive (fixture, "page.book");
  g_assert_true (wait_for (fixture, "There is nothing to receive yet: scan or type what arrived."));
  g_assert_cmpuint (counts (fixture).drafts, ==, 0);
}

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

static void
test_receive_once (Fixture       *fixture,
                   gconstpointer  unused)
{
  begin (fixture);
  set_note (fixture, "PT Dapur", "SJ-1");
  scan (fixture, "KETTLE");
  sedia_typed_line_set_typed (line (fixture, 0), "7");

  receive (fixture, "page.book");
  receive (fixture, "page.book");
  receive (fixture, "page.book-anyway");
  g_assert_true (wait_for (fixture, "What came, and who got it"));
  g_assert_true (wait_for (fixture, "SJ-1"));
  assert_counts (fixture, 1, 0);
  g_assert_cmpint (on_hand (fixture, fixture->kettle), ==, 7);

  shop_undo (fixture->shop.store);
  g_assert_true (wait_for (fixture, "Taken back"));
  g_assert_true (wait_for (fixture, "Reversal"));
  g_assert_cmpint (on_hand (fixture, fixture->kettle), ==, 0);
}

/* Undo brings the draft back to be mended; received again, it is booked again. */
static void
test_receive_after_undo (Fixture       *fixture,
                         gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  receive (fixture, "page.book");
  assert_counts (fixture, 1, 0);
  shop_undo (fixture->shop.store);
  assert_counts (fixture, 2, 1);
  g_assert_cmpint (on_hand (fixture, fixture->kettle), ==, 0);

  open_draft (fixture, 1, 1);
  sedia_typed_line_set_typed (line (fixture, 0), "2");
  receive (fixture, "page.book");
  receive (fixture, "page.book");
  assert_counts (fixture, 3, 0);
  g_assert_cmpint (on_hand (fixture, fixture->kettle), ==, 2);
}

static void
test_same_note (Fixture       *fixture,
                gconstpointer  unused)
{
  for (guint i = 0; i < 2; i++)
    {
      begin (fixture);
      set_note (fixture, "PT Dapur", "SJ-1");
      scan (fixture, "KETTLE");
      receive (fixture, "page.book");
      assert_counts (fixture, 1, i);
    }

  g_assert_true (wait_for (fixture, "Receive Anyway"));
  receive (fixture, "page.book-anyway");
  assert_counts (fixture, 2, 0);
}

static void
test_unknown_supplier (Fixture       *fixture,
                       gconstpointer  unused)
{
  begin (fixture);
  set_note (fixture, "UD Baru", "X");
  scan (fixture, "MUG");
  receive (fixture, "page.book");
  g_assert_true (wait_for (fixture, "No supplier is called “UD Baru” yet."));
  assert_counts (fixture, 0, 1);

  shop_add_supplier (fixture->shop.store, "UD Baru");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, fixture->page,
                                        "No supplier is called “UD Baru” yet."));
  receive (fixture, "page.book");
  assert_counts (fixture, 1, 0);
}

/* The window goes in the middle of typing; the next start offers the draft as it was typed. */
static void
test_draft_survives (Fixture       *fixture,
                     gconstpointer  unused)
{
  begin (fixture);
  set_note (fixture, "PT Dapur", "SJ-9");
  scan (fixture, "KETTLE");
  sedia_typed_line_set_typed (line (fixture, 0), "3");
  scan (fixture, "4006381333931");
  close_page (fixture);

  assert_counts (fixture, 0, 1);
  open_page (fixture);
  g_assert_true (wait_for (fixture, "Continue"));
  g_assert_true (wait_for (fixture, "Draft"));

  open_draft (fixture, 1, 2);
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "3");
  g_assert_cmpstr (sedia_typed_line_get_code (line (fixture, 1)), ==, "4006381333931");
  g_assert_cmpuint (counts (fixture).drafts, ==, 1);
}

/* What people paste, in every field there is: found as it was in the draft. */
static void
test_naughty (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const texts[] = {
    "'; DROP TABLE draft; --",
    "\"quoted\" and \\back\\slashed\\",
    "<b>&amp;</b> & <script>alert(1)</script>",
    "%s%n%d ${HOME} `id`",
    "\001\033[31m\037\177",
    "one\ttwo\nthree",
    "Ω≈ç√∫ ЁЂЃ 部落格 사회과학원",
    "\342\200\217\342\200\256right to left\342\200\254",
    "Z\314\254\314\202a\314\200l\314\221g\314\247o",
    "👩\342\200\215👩\342\200\215👧 🇮🇩",
    "1e309",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkEditable *next;

      begin (fixture);
      set_note (fixture, texts[i], texts[i]);
      next = entry_in (view_find_type (GTK_WIDGET (lines (fixture)), SEDIA_TYPE_SUGGEST_ENTRY));
      gtk_editable_set_text (next, texts[i]);
      g_signal_emit_by_name (next, "activate");
      view_wait (fixture->shop.store);
      scan (fixture, "KETTLE");
      gtk_editable_set_text (entry_in (GTK_WIDGET (line_row (fixture, 1))), texts[i]);
      close_page (fixture);

      assert_counts (fixture, 0, i + 1);
      open_page (fixture);
      open_draft (fixture, i + 1, 2);
      assert_note (fixture, texts[i], texts[i]);
      g_assert_cmpstr (sedia_typed_line_get_code (line (fixture, 0)), ==, texts[i]);
      g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 1)), ==, texts[i]);
      receive (fixture, "page.close-editor");
      view_wait (fixture->shop.store);
    }
}

#define add_page_test(path, test) \
  g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_page_test ("/view/delivery-editor/empty", test_empty);
  add_page_test ("/view/delivery-editor/fits", test_fits);
  add_page_test ("/view/delivery-editor/scan", test_scan);
  add_page_test ("/view/delivery-editor/unknown-code", test_unknown_code);
  add_page_test ("/view/delivery-editor/scan-in-quantity", test_scan_in_quantity);
  add_page_test ("/view/delivery-editor/remove-and-put-back", test_remove_and_put_back);
  add_page_test ("/view/delivery-editor/receive-once", test_receive_once);
  add_page_test ("/view/delivery-editor/receive-after-undo", test_receive_after_undo);
  add_page_test ("/view/delivery-editor/same-note", test_same_note);
  add_page_test ("/view/delivery-editor/unknown-supplier", test_unknown_supplier);
  add_page_test ("/view/delivery-editor/draft-survives", test_draft_survives);
  add_page_test ("/view/delivery-editor/naughty", test_naughty);

  return g_test_run ();
}
