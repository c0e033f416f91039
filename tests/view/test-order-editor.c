/* The New Order editor: for whom, what would become of each line, refused, placed, undone. */
#include "config.h"

#include "sedia-lines-editor.h"
#include "sedia-order-editor.h"
#include "sedia-order-head.h"
#include "sedia-order-instead.h"
#include "sedia-scanner.h"
#include "sedia-suggest-entry.h"
#include "sedia-typed-line-row.h"
#include "shop-window.h"

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
} Fixture;

/* There are 3 kettles, and no mug. */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  shop_receive (store, fixture->kettle, 3);
  shop_window_go_to (&fixture->view, "orders");
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
}

static GtkWidget *
editor (Fixture *fixture)
{
  return view_find_type (GTK_WIDGET (fixture->view.window), SEDIA_TYPE_ORDER_EDITOR);
}

static GtkWidget *
head (Fixture *fixture)
{
  return view_find_type (editor (fixture), SEDIA_TYPE_ORDER_HEAD);
}

static SediaLinesEditor *
lines (Fixture *fixture)
{
  return SEDIA_LINES_EDITOR (view_find_type (editor (fixture), SEDIA_TYPE_LINES_EDITOR));
}

static gboolean
wait_for (Fixture    *fixture,
          const char *text)
{
  return shop_window_wait_for (&fixture->view, text);
}

static void
begin (Fixture *fixture)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, "orders", SEDIA_KIND_DRAFT, 0));
  shop_window_settle (&fixture->view);
}

/* As typed: the field tells what the user does, not what the program writes into it. */
static void
type_customer (Fixture    *fixture,
               const char *text)
{
  GtkWidget *field = view_find_type (head (fixture), SEDIA_TYPE_SUGGEST_ENTRY);

  sedia_suggest_entry_set_text (SEDIA_SUGGEST_ENTRY (field), "");
  sedia_suggest_entry_type (SEDIA_SUGGEST_ENTRY (field), text);
  shop_window_settle (&fixture->view);
}

static void
type_in (Fixture    *fixture,
         const char *label,
         const char *text)
{
  gtk_editable_set_text (view_find_entry (head (fixture), label), text);
  shop_window_settle (&fixture->view);
}

static void
scanned_cb (SediaLinesEditor *target,
            SediaBurst       *burst)
{
  sedia_lines_editor_scan (target, burst, FALSE);
}

static void
scan (Fixture    *fixture,
      const char *code)
{
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (editor (fixture));

  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), lines (fixture));
  for (const char *p = code; *p != '\0'; p++)
    sedia_scanner_feed (scanner, (guint) *p, 0, (guint32) (1000 + 5 * (p - code)));
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, 2000);
  shop_window_settle (&fixture->view);
}

static void
set_quantity (Fixture    *fixture,
              guint       n,
              const char *text)
{
  GtkWidget *row = view_find_type (GTK_WIDGET (lines (fixture)), SEDIA_TYPE_TYPED_LINE_ROW);

  while (n-- > 0)
    row = gtk_widget_get_next_sibling (row);
  sedia_typed_line_set_typed (sedia_typed_line_row_get_entry (SEDIA_TYPED_LINE_ROW (row)), text);
  shop_window_settle (&fixture->view);
}

static void
place (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (editor (fixture), "page.book", NULL));
  shop_window_settle (&fixture->view);
}

/* While typing each line says what is ready, what waits, and where in the queue. */
static void
test_place (Fixture       *fixture,
            gconstpointer  unused)
{
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 4);

  begin (fixture);
  type_customer (fixture, "Siti Rahma");
  g_assert_true (wait_for (fixture, "Open already"));
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "5");
  scan (fixture, "MUG");
  set_quantity (fixture, 1, "2");
  g_assert_true (wait_for (fixture, "3 pcs ready now, 2 pcs waiting, next in the queue"));
  g_assert_true (wait_for (fixture, "2 pcs waiting, place 2 in the queue"));

  type_in (fixture, "Deposit", "50000");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 2 placed – all of it waits"));
  g_assert_true (wait_for (fixture, "3 pcs ready now, 2 pcs still waiting"));
  g_assert_true (wait_for (fixture, "Deposit"));
}

/* A name nobody has is entered with the order; taken back, what was typed is there again. */
static void
test_new_customer (Fixture       *fixture,
                   gconstpointer  unused)
{
  begin (fixture);
  type_customer (fixture, "Budi Baru");
  g_assert_true (wait_for (fixture, "A new customer"));
  type_in (fixture, "Phone", "0812 555 777");
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it is ready now"));
  g_assert_true (wait_for (fixture, "Budi Baru"));

  shop_window_undo (&fixture->view);
  g_assert_true (wait_for (fixture, "Cancelled"));
  g_assert_true (wait_for (fixture, "Draft"));
}

/* Somebody new may be somebody known: pointed at once, and chosen with one press. */
static void
test_suspects (Fixture       *fixture,
               gconstpointer  unused)
{
  GtkWidget *button;

  begin (fixture);
  type_customer (fixture, "Siti Rahmah");
  type_in (fixture, "Phone", "0812");
  g_assert_true (wait_for (fixture, "This is too short for a phone number."));
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Is it one of these?"));
  g_assert_true (wait_for (fixture, "The shop may know them already: choose one, or place the "
                                    "order again."));

  button = gtk_widget_get_ancestor (view_find_text (head (fixture), "It Is Them"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  shop_window_settle (&fixture->view);
  g_assert_true (wait_for (fixture, "Siti Rahma"));
  g_assert_false (shop_window_shows (&fixture->view, "A new customer"));
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it is ready now"));
  shop_window_go_to (&fixture->view, "customers");
  g_assert_true (wait_for (fixture, "Siti Rahma"));
  g_assert_false (shop_window_shows (&fixture->view, "Siti Rahmah"));
}

/* It is somebody else: placing the order again enters them. */
static void
test_suspects_passed (Fixture       *fixture,
                      gconstpointer  unused)
{
  begin (fixture);
  type_customer (fixture, "Siti Rahmah");
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Is it one of these?"));
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it is ready now"));
  g_assert_true (wait_for (fixture, "Siti Rahmah"));
}

/* Nothing is placed that has no customer, no line, or a day that cannot be read. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  begin (fixture);
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "1");
  place (fixture);
  g_assert_true (wait_for (fixture, "Whose order is it? Type a name or a phone number."));

  type_customer (fixture, "Siti Rahma");
  type_in (fixture, "Need by", "soonish");
  place (fixture);
  g_assert_true (wait_for (fixture, "The day it is needed by cannot be read."));

  type_in (fixture, "Need by", "2031-12-15");
  type_in (fixture, "Deposit", "-5");
  g_assert_true (wait_for (fixture, "The deposit must not be negative."));
  place (fixture);
  g_assert_true (wait_for (fixture, "The deposit cannot be read."));

  type_in (fixture, "Deposit", "");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it is ready now"));
}

static gpointer
policy_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, 2, error);

  if (product == NULL)
    return NULL;
  product->backorder = *(const SediaBackorderPolicy *) data;

  return sedia_product_save (db, product, error) ? SEDIA_DONE : NULL;
}

/* Of the mug, which is never there. */
static void
set_policy (Fixture        *fixture,
            SediaBackorderPolicy  backorder)
{
  g_autoptr (GError) error = NULL;

  sedia_store_act (fixture->view.shop.store, &(SediaAct) { .kind = "product-edit" }, policy_job,
                   &backorder, &error);
  g_assert_no_error (error);
  shop_window_settle (&fixture->view);
}

/* A product the shop takes no backorders of is refused with its reason. */
static void
test_no_backorders (Fixture       *fixture,
                    gconstpointer  unused)
{
  set_policy (fixture, SEDIA_BACKORDER_REFUSE);
  begin (fixture);
  type_customer (fixture, "Siti Rahma");
  scan (fixture, "MUG");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_cmpuint (view_count_text (editor (fixture), "Place Anyway"), ==, 0);
  g_assert_false (shop_window_shows (&fixture->view, "Order 1 placed – all of it waits"));
}

/* "Warn" asks. */
static void
test_warned (Fixture       *fixture,
             gconstpointer  unused)
{
  set_policy (fixture, SEDIA_BACKORDER_WARN);
  begin (fixture);
  type_customer (fixture, "Siti Rahma");
  scan (fixture, "MUG");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Place Anyway"));
  g_assert_true (gtk_widget_activate_action (editor (fixture), "page.book-anyway", NULL));
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it waits"));
}

/* Left in the middle: everything typed is there when it is continued. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  unused)
{
  begin (fixture);
  type_customer (fixture, "Siti Rahma");
  type_in (fixture, "Note", "for the wedding");
  type_in (fixture, "Need by", "2031-12-15");
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  g_assert_true (gtk_widget_activate_action (editor (fixture), "page.close-editor", NULL));
  shop_window_settle (&fixture->view);
  g_assert_true (wait_for (fixture, "Draft, not placed yet"));

  shop_window_act (&fixture->view, "page.continue-draft");
  g_assert_true (wait_for (fixture, "Blue Kettle"));
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (head (fixture), "Note")), ==,
                   "for the wedding");
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (head (fixture), "Need by")), ==,
                   "2031-12-15");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 1 placed – all of it is ready now"));
}

/* ---- something else instead of what somebody waits for */

static GtkDropDown *
instead (Fixture *fixture)
{
  GtkWidget *choice = view_find_type (head (fixture), SEDIA_TYPE_ORDER_INSTEAD);

  g_assert_nonnull (choice);
  return GTK_DROP_DOWN (view_find_type (choice, GTK_TYPE_DROP_DOWN));
}

static gboolean
is_instead_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (instead (fixture)));
}

static void
assert_instead (Fixture    *fixture,
                const char *words)
{
  g_assert_true (is_instead_shown (fixture));
  g_assert_cmpstr (gtk_string_object_get_string (GTK_STRING_OBJECT (
                     gtk_drop_down_get_selected_item (instead (fixture)))), ==, words);
}

/* From the Waiting page, where the first line is selected. */
static void
begin_instead (Fixture *fixture)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, "waiting", SEDIA_KIND_LINE, 1));
  shop_window_settle (&fixture->view);
  shop_window_act (&fixture->view, "page.order-instead");
  shop_window_settle (&fixture->view);
}

/* Both lines say what became of them, in the order and at the customer; one undo takes it back. */
static void
test_instead (Fixture       *fixture,
              gconstpointer  unused)
{
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 4);
  begin_instead (fixture);
  assert_instead (fixture, "4\u00a0pcs of White Mug, order 1");
  g_assert_true (wait_for (fixture, "Open already"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (instead (fixture))), ==, 2);

  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 2 placed – all of it is ready now"));
  g_assert_true (wait_for (fixture,
                           "Ready to hand over\nInstead of 4 pcs of White Mug (order 1)"));
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, 1));
  g_assert_true (wait_for (fixture, "4\u00a0pcs cancelled\nReplaced by order 2"));
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_CUSTOMER,
                                         fixture->siti));
  g_assert_true (wait_for (fixture,
                           "Ready to hand over\nInstead of 4 pcs of White Mug (order 1)"));
  g_assert_true (wait_for (fixture, "4\u00a0pcs of White Mug\nReplaced by order 2"));

  shop_window_undo (&fixture->view);
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, 1));
  g_assert_true (wait_for (fixture, "4 pcs waiting"));
}

/* What was chosen is kept in the draft; what was being typed before, too. */
static void
test_instead_draft (Fixture       *fixture,
                    gconstpointer  unused)
{
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 4);
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 1);
  begin (fixture);
  g_assert_false (is_instead_shown (fixture));
  type_customer (fixture, "Somebody Else");
  type_in (fixture, "Note", "typed before");

  begin_instead (fixture);
  assert_instead (fixture, "4\u00a0pcs of White Mug, order 1");
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (head (fixture), "Note")), ==, "");
  gtk_drop_down_set_selected (instead (fixture), 1);
  shop_window_settle (&fixture->view);
  g_assert_true (gtk_widget_activate_action (editor (fixture), "page.close-editor", NULL));
  shop_window_settle (&fixture->view);
  g_assert_true (wait_for (fixture, "Somebody Else"));

  g_assert_true (wait_for (fixture, "Draft, not placed yet"));
  shop_window_act (&fixture->view, "page.continue-draft");
  shop_window_settle (&fixture->view);
  assert_instead (fixture, "1\u00a0pcs of White Mug, order 2");

  /* In addition, after all. */
  gtk_drop_down_set_selected (instead (fixture), 2);
  assert_instead (fixture, "Nothing: in addition");
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 3 placed – all of it is ready now"));
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, 2));
  g_assert_true (wait_for (fixture, "1 pcs waiting"));
}

/* A line is one customer's: another has nothing to give up. */
static void
test_instead_of_another (Fixture       *fixture,
                         gconstpointer  unused)
{
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 4);
  shop_add_customer (fixture->view.shop.store, "Budi");
  begin_instead (fixture);
  g_assert_true (is_instead_shown (fixture));
  type_customer (fixture, "Budi");
  g_assert_false (is_instead_shown (fixture));
  type_customer (fixture, "Siti Rahma");
  g_assert_true (wait_for (fixture, "Open already"));
  g_assert_false (is_instead_shown (fixture));
  scan (fixture, "KETTLE");
  set_quantity (fixture, 0, "2");
  place (fixture);
  g_assert_true (wait_for (fixture, "Order 2 placed – all of it is ready now"));
  g_assert_true (sedia_main_window_open (fixture->view.window, NULL, SEDIA_KIND_ORDER, 1));
  g_assert_true (wait_for (fixture, "4 pcs waiting"));
}

/* Somebody was faster: that is said, and nothing is given up that is not there. */
static void
test_instead_gone (Fixture       *fixture,
                   gconstpointer  unused)
{
  shop_place_order (fixture->view.shop.store, fixture->siti, fixture->mug, 4);
  begin_instead (fixture);
  assert_instead (fixture, "4\u00a0pcs of White Mug, order 1");
  shop_undo (fixture->view.shop.store);
  g_assert_true (wait_for (fixture, "What they gave up is not open any more."));
  assert_instead (fixture, "Nothing: in addition");

  g_assert_true (sedia_main_window_open (fixture->view.window, "orders", SEDIA_KIND_LINE, 1));
  shop_window_settle (&fixture->view);
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==,
                   "Nothing of White Mug is open any more in line 1 of order 1, so nothing can be "
                   "taken instead of it.");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/order-editor/place", test_place);
  ADD ("/order-editor/new-customer", test_new_customer);
  ADD ("/order-editor/suspects", test_suspects);
  ADD ("/order-editor/suspects-passed", test_suspects_passed);
  ADD ("/order-editor/refused", test_refused);
  ADD ("/order-editor/no-backorders", test_no_backorders);
  ADD ("/order-editor/warned", test_warned);
  ADD ("/order-editor/draft", test_draft);
  ADD ("/order-editor/instead", test_instead);
  ADD ("/order-editor/instead-draft", test_instead_draft);
  ADD ("/order-editor/instead-of-another", test_instead_of_another);
  ADD ("/order-editor/instead-gone", test_instead_gone);
#undef ADD

  return g_test_run ();
}
