/* The New delivery page: saved as typed, received once. */
#include "config.h"

#include "delivery-page.h"
#include "sedia-suggest-entry.h"

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

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_page_test ("/view/delivery-editor/empty", test_empty);
  add_page_test ("/view/delivery-editor/fits", test_fits);
  add_page_test ("/view/delivery-editor/receive-once", test_receive_once);
  add_page_test ("/view/delivery-editor/receive-after-undo", test_receive_after_undo);
  add_page_test ("/view/delivery-editor/same-note", test_same_note);
  add_page_test ("/view/delivery-editor/unknown-supplier", test_unknown_supplier);
  add_page_test ("/view/delivery-editor/draft-survives", test_draft_survives);
  add_page_test ("/view/delivery-editor/naughty", test_naughty);

  return g_test_run ();
}
