/* New Delivery for a purchase: chosen, filled in, compared while it is typed. */
#include "config.h"

#include "buying.h"
#include "delivery-page.h"
#include "sedia-delivery-purchase.h"
#include "sedia-suggest-entry.h"

typedef struct
{
  Fixture page;
  gint64 dapur;
  gint64 bali;
  gint64 purchase; /* 5 kettles and 3 mugs from PT Dapur */
} Bought;

static void
bought_open (Bought        *bought,
             gconstpointer  unused)
{
  Fixture *page = &bought->page;

  shop_open (&page->shop);
  page->kettle = shop_add_product (page->shop.store, "KETTLE", "Blue Kettle");
  page->mug = shop_add_product (page->shop.store, "MUG", "White Mug");
  shop_add_product (page->shop.store, "SUGAR", "Sugar");
  page->siti = shop_add_customer (page->shop.store, "Siti Rahma");
  bought->dapur = shop_add_supplier (page->shop.store, "PT Dapur");
  bought->bali = shop_add_supplier (page->shop.store, "UD Bali");
  shop_place_order (page->shop.store, page->siti, page->kettle, 5);
  bought->purchase = shop_buy (page->shop.store, bought->dapur, FALSE, page->kettle, 5, page->mug,
                               3);
  shop_buy (page->shop.store, bought->bali, FALSE, page->mug, 9, 0, 0);
  shop_buy (page->shop.store, bought->bali, TRUE, page->mug, 9, 0, 0); /* a draft is not expected */
  open_page (page);
}

static void
bought_close (Bought        *bought,
              gconstpointer  unused)
{
  close_page (&bought->page);
  shop_close (&bought->page.shop);
}

static GtkWidget *
choice (Fixture *fixture)
{
  return view_find_type (fixture->page, SEDIA_TYPE_DELIVERY_PURCHASE);
}

static GtkDropDown *
drop_down (Fixture *fixture)
{
  return GTK_DROP_DOWN (view_find_type (choice (fixture), GTK_TYPE_DROP_DOWN));
}

static guint
n_choices (Fixture *fixture)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (drop_down (fixture)));
}

typedef struct
{
  Fixture *fixture;
  guint n; /* with "none"; 1: nothing to choose */
} Choices;

static gboolean
has_choices (gpointer data)
{
  const Choices *expected = data;

  return n_choices (expected->fixture) == expected->n &&
         gtk_widget_get_visible (choice (expected->fixture)) == (expected->n > 1);
}

/* Who is meant is looked up a moment after the last key. */
static void
assert_choices (Fixture *fixture,
                guint    n)
{
  Choices expected = { fixture, n };

  g_assert_true (view_wait_until (has_choices, &expected));
}

static SediaSuggestEntry *
supplier (Fixture *fixture)
{
  return SEDIA_SUGGEST_ENTRY (view_find_type (fixture->page, SEDIA_TYPE_SUGGEST_ENTRY));
}

static void
receive_purchase (Bought *bought)
{
  g_assert_true (sedia_page_open (SEDIA_PAGE (bought->page.page), SEDIA_KIND_PURCHASE,
                                  bought->purchase));
  g_assert_true (wait_for (&bought->page, "Compared with purchase 1"));
}

static void
fill_in (Fixture *fixture)
{
  GtkWidget *label = view_find_text (choice (fixture), "Fill In What Is Expected");

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  view_wait (fixture->shop.store);
}

/* Those of the supplier, and all while there is none; a draft is not among them. */
static void
test_choices (Bought        *bought,
              gconstpointer  unused)
{
  Fixture *page = &bought->page;

  begin (page);
  assert_choices (page, 3);

  sedia_suggest_entry_type (supplier (page), "UD Bali");
  assert_choices (page, 2);

  sedia_suggest_entry_set_text (supplier (page), "");
  sedia_suggest_entry_type (supplier (page), "Nobody");
  assert_choices (page, 1);
}

/* Choosing one chooses its supplier; another supplier has not to do with it. */
static void
test_choose (Bought        *bought,
             gconstpointer  unused)
{
  Fixture *page = &bought->page;

  begin (page);
  gtk_drop_down_set_selected (drop_down (page), 1);
  g_assert_true (wait_for (page, "Compared with purchase 1"));
  g_assert_cmpstr (sedia_suggest_entry_get_text (supplier (page)), ==, "PT Dapur");
  assert_choices (page, 2);

  sedia_suggest_entry_set_text (supplier (page), "");
  sedia_suggest_entry_type (supplier (page), "UD Bali");
  g_assert_true (view_wait_for_no_text (page->shop.store, page->page, "Compared with purchase 1"));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down (page)), ==, 0);
}

/* 6: differences as they appear */
static void
test_differences (Bought        *bought,
                  gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  g_assert_null (line_row (page, 0));
  g_assert_true (wait_for (page, "5 pcs short"));
  g_assert_true (wait_for (page, "3 pcs short"));

  scan (page, "KETTLE");
  g_assert_true (wait_for (page, "4 pcs short"));
  g_assert_true (wait_for (page, "Serves 1 line for 1 customer."));
  sedia_typed_line_set_typed (line (page, 0), "7");
  g_assert_true (wait_for (page, "2 pcs more than ordered"));
  scan (page, "SUGAR");
  g_assert_true (wait_for (page, "1 pcs not ordered"));
  g_assert_true (wait_for (page, "3 pcs short"));
}

/* With one press; what is typed already was counted by somebody. */
static void
test_fill_in (Bought        *bought,
              gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  scan (page, "MUG");
  fill_in (page);
  g_assert_cmpstr (sedia_typed_line_get_typed (line (page, 0)), ==, "1");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (page, 1)), ==, "5");
  g_assert_null (line_row (page, 2));
  sedia_typed_line_set_typed (line (page, 0), "3");
  g_assert_true (wait_for (page, "All of it as ordered"));

  receive (page, "page.book");
  g_assert_true (wait_for (page, "What came, and who got it"));
  g_assert_true (wait_for (page, "All of it as ordered"));
  assert_bought (page->shop.store, bought->purchase, "closed KETTLE 5-5=0 MUG 3-3=0");
}

/* Short stays on its way; the rest comes with the next delivery. */
static void
test_short (Bought        *bought,
            gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  scan (page, "KETTLE");
  sedia_typed_line_set_typed (line (page, 0), "4");
  receive (page, "page.book");
  g_assert_true (wait_for (page, "What came, and who got it"));
  g_assert_true (wait_for (page, "1 pcs short"));
  assert_bought (page->shop.store, bought->purchase, "confirmed KETTLE 5-4=1 MUG 3-0=3");

  receive_purchase (bought);
  fill_in (page);
  g_assert_cmpstr (sedia_typed_line_get_typed (line (page, 0)), ==, "1");
  g_assert_cmpstr (sedia_typed_line_get_typed (line (page, 1)), ==, "3");
  receive (page, "page.book");
  view_wait (page->shop.store);
  assert_bought (page->shop.store, bought->purchase, "closed KETTLE 5-5=0 MUG 3-3=0");

  shop_undo (page->shop.store);
  assert_bought (page->shop.store, bought->purchase, "confirmed KETTLE 5-4=1 MUG 3-0=3");
}

static void
test_over_and_not_ordered (Bought        *bought,
                           gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  fill_in (page);
  scan (page, "SUGAR");
  sedia_typed_line_set_typed (line (page, 0), "8");
  receive (page, "page.book");
  g_assert_true (wait_for (page, "What came, and who got it"));
  g_assert_true (wait_for (page, "3 pcs more than ordered"));
  g_assert_true (wait_for (page, "1 pcs not ordered"));
  assert_bought (page->shop.store, bought->purchase, "closed KETTLE 5-8=0 MUG 3-3=0");
}

/* The window goes in the middle of typing: the draft knows what it is for. */
static void
test_draft_survives (Bought        *bought,
                     gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  scan (page, "KETTLE");
  close_page (page);
  open_page (page);
  g_assert_true (wait_for (page, "Continue"));
  g_assert_true (sedia_page_open (SEDIA_PAGE (page->page), SEDIA_KIND_DRAFT, 1));
  g_assert_true (wait_for (page, "Compared with purchase 1"));
  g_assert_true (wait_for (page, "4 pcs short"));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down (page)), ==, 1);

  receive (page, "page.book");
  view_wait (page->shop.store);
  assert_bought (page->shop.store, bought->purchase, "confirmed KETTLE 5-1=4 MUG 3-0=3");
}

/* All of it came with another delivery meanwhile: it is said, and goods can still come for it. */
static void
test_closed_meanwhile (Bought        *bought,
                       gconstpointer  unused)
{
  Fixture *page = &bought->page;

  receive_purchase (bought);
  scan (page, "KETTLE");
  close_page (page);
  open_page (page);
  receive_purchase (bought);
  fill_in (page);
  receive (page, "page.book");
  view_wait (page->shop.store);

  g_assert_true (sedia_page_open (SEDIA_PAGE (page->page), SEDIA_KIND_DRAFT, 1));
  g_assert_true (wait_for (page, "1 pcs more than ordered"));
  receive (page, "page.book");
  view_wait (page->shop.store);
  assert_bought (page->shop.store, bought->purchase, "closed KETTLE 5-6=0 MUG 3-3=0");
}

/* Where there is little room: half of a cheap screen. */
static void
test_fits (Bought        *bought,
           gconstpointer  unused)
{
  int width, height;

  receive_purchase (bought);
  scan (&bought->page, "SUGAR");
  gtk_widget_measure (bought->page.page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (bought->page.page, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 480);
  g_assert_cmpint (height, <=, 520);
}

#define add_test(path, test)                                                                       \
  g_test_add ("/view/delivery-purchase/" path, Bought, NULL, bought_open, test, bought_close)

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  add_test ("choices", test_choices);
  add_test ("choose", test_choose);
  add_test ("6-differences", test_differences);
  add_test ("fill-in", test_fill_in);
  add_test ("6-short", test_short);
  add_test ("6-over-and-not-ordered", test_over_and_not_ordered);
  add_test ("6-draft-survives", test_draft_survives);
  add_test ("closed-meanwhile", test_closed_meanwhile);
  add_test ("fits", test_fits);

  return g_test_run ();
}
