/* The New Purchase editor: typed, ordered, kept as a draft, changed, for one customer. */
#include "config.h"

#include "buying.h"
#include "sedia-lines-editor.h"
#include "sedia-purchase-editor.h"
#include "sedia-purchase-head.h"
#include "sedia-scanner.h"
#include "sedia-suggest-entry.h"
#include "sedia-typed-line-row.h"
#include "shop-window.h"

typedef struct
{
  ShopWindow view;
  gint64 abadi;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  gint64 order;
} Fixture;

typedef struct
{
  gint64 cost;
  gint64 least;
  gint64 supplier;
} Money;

static gpointer
money_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Money *money = data;
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, money->supplier, error);
  g_autoptr (GPtrArray) products = sedia_product_list_all (db, error);

  supplier->least_value = money->least;
  supplier->lead_days = 5;
  for (guint i = 0; i < products->len; i++)
    {
      SediaProduct *product = g_ptr_array_index (products, i);

      product->cost = money->cost;
      product->supplier_id = money->supplier;
      if (!sedia_product_save (db, product, error))
        return NULL;
    }

  return sedia_supplier_save (db, supplier, error) ? SEDIA_DONE : NULL;
}

/* Everything costs 1000; CV Abadi takes no order below 10000 and brings it in 5 days; Siti waits
 * for 2 kettles.
 */
static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  const SediaAct act = { .kind = "product-edit" };
  g_autoptr (GError) error = NULL;
  SediaStore *store;
  Money money = { .cost = 100000, .least = 1000000 };

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  fixture->abadi = money.supplier = shop_add_supplier (store, "CV Abadi");
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  fixture->order = shop_place_order (store, fixture->siti, fixture->kettle, 2);
  sedia_store_act (store, &act, money_job, &money, &error);
  g_assert_no_error (error);
  shop_window_go_to (&fixture->view, "purchases");
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
  return view_find_type (GTK_WIDGET (fixture->view.window), SEDIA_TYPE_PURCHASE_EDITOR);
}

static GtkWidget *
head (Fixture *fixture)
{
  return view_find_type (editor (fixture), SEDIA_TYPE_PURCHASE_HEAD);
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
open_thing (Fixture   *fixture,
            SediaKind  kind,
            gint64     id)
{
  g_assert_true (sedia_main_window_open (fixture->view.window, "purchases", kind, id));
  shop_window_settle (&fixture->view);
}

static void
type_supplier (Fixture    *fixture,
               const char *text)
{
  GtkWidget *field = view_find_type (head (fixture), SEDIA_TYPE_SUGGEST_ENTRY);

  sedia_suggest_entry_set_text (SEDIA_SUGGEST_ENTRY (field), "");
  sedia_suggest_entry_type (SEDIA_SUGGEST_ENTRY (field), text);
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

static SediaTypedLine *
line (Fixture *fixture,
      guint    n)
{
  GtkWidget *row = view_find_type (GTK_WIDGET (lines (fixture)), SEDIA_TYPE_TYPED_LINE_ROW);

  while (row != NULL && n-- > 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (SEDIA_IS_TYPED_LINE_ROW (row));

  return sedia_typed_line_row_get_entry (SEDIA_TYPED_LINE_ROW (row));
}

static void
end (Fixture    *fixture,
     const char *action)
{
  gtk_widget_activate_action (editor (fixture), action, NULL);
  shop_window_settle (&fixture->view);
}

static void
type_purchase (Fixture *fixture)
{
  open_thing (fixture, SEDIA_KIND_DRAFT, 0);
  type_supplier (fixture, "CV Abadi");
  scan (fixture, "KETTLE");
  sedia_typed_line_set_typed (line (fixture, 0), "3");
}

#define store_of(fixture) ((fixture)->view.shop.store)

static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  type_purchase (fixture);
  g_assert_true (wait_for (fixture, "1 line that waits would be complete."));
  g_assert_true (wait_for (fixture, "Who could have theirs"));
  g_assert_true (wait_for (fixture, "Usual time"));
  scan (fixture, "MUG");
  g_assert_cmpint (sedia_typed_line_get_amount (line (fixture, 1)), ==, 1);

  end (fixture, "page.book");
  end (fixture, "page.book");
  g_assert_true (wait_for (fixture, "Purchase 1 ordered: it is on its way"));
  assert_bought (store_of (fixture), 1, "confirmed KETTLE 3-0=3 MUG 1-0=1");

  /* Taken back, the draft is there to be mended. */
  shop_window_undo (&fixture->view);
  assert_bought (store_of (fixture), 1, "cancelled KETTLE 3-0=0 MUG 1-0=0");
  open_thing (fixture, SEDIA_KIND_DRAFT, 1);
  g_assert_true (wait_for (fixture, "1 line that waits would be complete."));
  end (fixture, "page.book");
  assert_bought (store_of (fixture), 2, "confirmed KETTLE 3-0=3 MUG 1-0=1");
}

static void
test_keep_as_draft (Fixture       *fixture,
                    gconstpointer  unused)
{
  type_purchase (fixture);
  end (fixture, "page.book-second");
  g_assert_true (wait_for (fixture, "Purchase 1 written down as a draft"));
  assert_bought (store_of (fixture), 1, "draft KETTLE 3-0=0");
}

/* A draft purchase is changed in the editor: its supplier stays. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  unused)
{
  const gint64 id = shop_buy (store_of (fixture), fixture->abadi, TRUE, fixture->kettle, 5,
                              fixture->mug, 2);

  open_thing (fixture, SEDIA_KIND_PURCHASE, id);
  shop_window_act (&fixture->view, "page.edit");
  g_assert_true (wait_for (fixture, "1 line that waits would be complete."));
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "5");
  g_assert_false (gtk_widget_get_sensitive (view_find_type (head (fixture),
                                                            SEDIA_TYPE_SUGGEST_ENTRY)));

  sedia_typed_line_set_typed (line (fixture, 0), "6");
  sedia_typed_line_set_typed (line (fixture, 1), "4");
  end (fixture, "page.book-second");
  assert_bought (store_of (fixture), id, "draft KETTLE 6-0=0 MUG 4-0=0");

  open_thing (fixture, SEDIA_KIND_PURCHASE, id);
  shop_window_act (&fixture->view, "page.edit");
  g_assert_true (wait_for (fixture, "1 line that waits would be complete."));
  sedia_typed_line_set_typed (line (fixture, 1), "5");
  end (fixture, "page.book");
  assert_bought (store_of (fixture), id, "confirmed KETTLE 6-0=6 MUG 5-0=5");
  shop_window_undo (&fixture->view);
  assert_bought (store_of (fixture), id, "draft KETTLE 6-0=0 MUG 4-0=0");
}

/* Left in the middle of typing: the draft knows which purchase it changes. */
static void
test_draft_survives (Fixture       *fixture,
                     gconstpointer  unused)
{
  const gint64 id = shop_buy (store_of (fixture), fixture->abadi, TRUE, fixture->kettle, 5, 0, 0);

  open_thing (fixture, SEDIA_KIND_PURCHASE, id);
  shop_window_act (&fixture->view, "page.edit");
  g_assert_true (wait_for (fixture, "1 line that waits would be complete."));
  sedia_typed_line_set_typed (line (fixture, 0), "9");
  end (fixture, "page.close-editor");

  open_thing (fixture, SEDIA_KIND_DRAFT, 0);
  open_thing (fixture, SEDIA_KIND_DRAFT, 1);
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "9");
  end (fixture, "page.book-second");
  assert_bought (store_of (fixture), id, "draft KETTLE 9-0=0");
}

/* "For this customer": from who brings it, as much as waits, and theirs when it comes. */
static void
test_for_customer (Fixture       *fixture,
                   gconstpointer  unused)
{
  open_thing (fixture, SEDIA_KIND_LINE, 1);
  g_assert_true (wait_for (fixture, "for Siti Rahma, order 1"));
  g_assert_cmpstr (sedia_typed_line_get_typed (line (fixture, 0)), ==, "2");
  end (fixture, "page.close-editor");
  open_thing (fixture, SEDIA_KIND_DRAFT, 0);
  open_thing (fixture, SEDIA_KIND_DRAFT, 1);
  g_assert_true (wait_for (fixture, "for Siti Rahma, order 1"));
  end (fixture, "page.book");
  assert_bought (store_of (fixture), 1, "confirmed KETTLE 2-0=2 for Siti Rahma");
}

static void
test_untie (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *label;

  open_thing (fixture, SEDIA_KIND_LINE, 1);
  g_assert_true (wait_for (fixture, "for Siti Rahma, order 1"));
  label = view_find_text (editor (fixture), "For Whoever Is Next");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  end (fixture, "page.book");
  assert_bought (store_of (fixture), 1, "confirmed KETTLE 2-0=2");
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  unused)
{
  open_thing (fixture, SEDIA_KIND_DRAFT, 0);
  end (fixture, "page.book");
  g_assert_true (wait_for (fixture, "There is nothing in the purchase yet: scan or type what you "
                                    "need."));
  scan (fixture, "KETTLE");
  end (fixture, "page.book");
  g_assert_true (wait_for (fixture, "Who brings it? Type the name of the supplier."));
  type_supplier (fixture, "Nobody");
  end (fixture, "page.book");
  g_assert_true (wait_for (fixture, "Nobody is known by that name: add the supplier, or correct "
                                    "the name."));
  type_supplier (fixture, "CV Abadi");
  gtk_editable_set_text (view_find_entry (head (fixture), "Wanted on"), "2999-01-01");
  end (fixture, "page.book");
  g_assert_true (wait_for (fixture, "A purchase cannot be expected more than ten years ahead."));
}

#define add_test(path, test)                                                                       \
  g_test_add ("/view/purchase-editor/" path, Fixture, NULL, fixture_open, test, fixture_close)

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_test ("order", test_order);
  add_test ("keep-as-draft", test_keep_as_draft);
  add_test ("edit", test_edit);
  add_test ("draft-survives", test_draft_survives);
  add_test ("for-customer", test_for_customer);
  add_test ("untie", test_untie);
  add_test ("refusals", test_refusals);

  return g_test_run ();
}
