/* The page of what to order: suggestions, quantities typed over, drafts, filling up. */
#include "config.h"

#include "sedia-demand.h"
#include "sedia-order-rules-form.h"
#include "sedia-reorder-list.h"
#include "sedia-reorder-row.h"
#include "shop-window.h"

/* Java brings CUP and JUG and takes orders from 100; nobody is known to bring MUG. */
static gpointer
fill_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  static const struct { const char *sku, *name; gint64 minimum, maximum, pack, cost; } goods[] = {
    { "CUP", "Cup", 6, 10, 0, 400 },
    { "JUG", "Jug", 2, 40, 5, 1000 },
    { "MUG", "Mug", 3, 9, 0, 100 },
  };
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  supplier->name = g_strdup ("Java");
  supplier->least_value = 10000;
  if (!sedia_supplier_save (db, supplier, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autoptr (SediaProduct) product = sedia_product_new ();

      product->sku = g_strdup (goods[i].sku);
      product->name = g_strdup (goods[i].name);
      product->minimum = goods[i].minimum;
      product->maximum = goods[i].maximum;
      product->pack = goods[i].pack;
      product->cost = goods[i].cost;
      product->supplier_id = i < 2 ? supplier->id : 0;
      if (!sedia_product_save (db, product, error))
        return NULL;
    }

  return SEDIA_DONE;
}

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  const SediaAct act = { .kind = "product-add" };
  g_autoptr (GError) error = NULL;

  shop_window_open (fixture);
  sedia_store_act (fixture->shop.store, &act, fill_job, NULL, &error);
  g_assert_no_error (error);
  shop_count (fixture->shop.store, 2, 2); /* JUG is right at its minimum */
  shop_window_settle (fixture);
  shop_window_go_to (fixture, "reorder");
  g_assert_true (shop_window_wait_for (fixture, "Java"));
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

/* ---- looking and typing */

static SediaReorderRow *
find_row (GtkWidget  *widget,
          const char *name)
{
  if (SEDIA_IS_REORDER_ROW (widget))
    {
      SediaReorderItem *item = sedia_reorder_row_get_item (SEDIA_REORDER_ROW (widget));
      const SediaReorder *reorder = item != NULL ? sedia_reorder_item_get_reorder (item) : NULL;

      return reorder != NULL && g_str_equal (reorder->product->name, name)
               ? SEDIA_REORDER_ROW (widget)
               : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SediaReorderRow *row = find_row (child, name);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static GtkEditable *
quantity_of (ShopWindow *fixture,
             const char *name)
{
  SediaReorderRow *row = find_row (GTK_WIDGET (fixture->window), name);

  g_assert_nonnull (row);
  return GTK_EDITABLE (view_find_type (GTK_WIDGET (row), GTK_TYPE_ENTRY));
}

#define assert_quantity(fixture, name, expected)                                                   \
  g_assert_cmpstr (gtk_editable_get_text (quantity_of (fixture, name)), ==, expected)

/* "CUP 10, JUG 5; ..." of the drafts there are, the newest first */
static gpointer
drafts_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (GPtrArray) purchases = sedia_purchase_list (db, 0, 0, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < purchases->len; i++)
    {
      const SediaPurchase *purchase = g_ptr_array_index (purchases, i);

      if (purchase->status != SEDIA_PURCHASE_DRAFT)
        continue;
      g_string_append (text, text->len > 0 ? ";" : "");
      for (guint k = 0; k < purchase->lines->len; k++)
        {
          const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, k);

          g_string_append_printf (text, " %s %d", line->sku, (int) line->ordered);
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_drafts (ShopWindow *fixture,
               const char *expected)
{
  g_autofree char *text = sedia_store_read (fixture->shop.store, drafts_job, NULL, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
make_drafts (ShopWindow *fixture)
{
  shop_window_act (fixture, "page.order");
  shop_window_settle (fixture);
}

/* ---- */

static void
test_suggestions (ShopWindow    *fixture,
                  gconstpointer  unused)
{
  g_assert_true (shop_window_shows (fixture, "1 product. Worth 40; Java takes orders from 100: 60 "
                                             "is missing"));
  g_assert_true (shop_window_shows (fixture, "Nobody Is Known to Bring These"));
  g_assert_true (shop_window_shows (fixture, "Make Draft Purchases (1)"));
  assert_quantity (fixture, "Cup", "10");
  assert_quantity (fixture, "Mug", "9");
  g_assert_null (find_row (GTK_WIDGET (fixture->window), "Jug"));

  /* The arithmetic stands beside it, and whose numbers they are. */
  sedia_reorder_list_select (SEDIA_REORDER_LIST (view_find_type (GTK_WIDGET (fixture->window),
                                                                 SEDIA_TYPE_REORDER_LIST)), 1);
  g_assert_true (shop_window_shows (fixture, "0 pcs on hand + 0 pcs incoming − 0 pcs wanted = 0 "
                                             "pcs, below the minimum of 6 pcs; up to 10 pcs it "
                                             "takes 10 pcs."));
  g_assert_true (shop_window_shows (fixture, "The minimum and the maximum are yours."));
}

/* What is typed counts, stays through changes of other things, and is ordered exactly so; once it
 * is, nothing new is suggested; one undo takes it back. */
static void
test_order (ShopWindow    *fixture,
            gconstpointer  unused)
{
  gtk_editable_set_text (quantity_of (fixture, "Cup"), "7");
  g_assert_true (shop_window_shows (fixture, "1 product. Worth 28; Java takes orders from 100: 72 "
                                             "is missing"));
  shop_add_product (fixture->shop.store, "TEA", "Tea");
  shop_count (fixture->shop.store, 1, 1);
  shop_window_settle (fixture);
  g_assert_true (shop_window_wait_for (fixture, "CUP – 1 free"));
  assert_quantity (fixture, "Cup", "7");

  make_drafts (fixture);
  assert_drafts (fixture, " CUP 7");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "1 draft for 1 product");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window), "Java"));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->window), "Mug"));
  g_assert_false (shop_window_shows (fixture, "Make Draft Purchases (1)"));
  make_drafts (fixture);
  assert_drafts (fixture, " CUP 7");

  shop_window_undo (fixture);
  g_assert_true (shop_window_wait_for (fixture, "Java"));
  assert_drafts (fixture, "");
  assert_quantity (fixture, "Cup", "9"); /* as it is suggested now */
}

/* What is no quantity is shown, not left out; a tick that is taken away leaves it out. */
static void
test_wrong (ShopWindow    *fixture,
            gconstpointer  unused)
{
  gtk_editable_set_text (quantity_of (fixture, "Cup"), "1,0x");
  make_drafts (fixture);
  assert_drafts (fixture, "");
  g_assert_true (sedia_reorder_row_has_focus (find_row (GTK_WIDGET (fixture->window), "Cup")));
  gtk_editable_set_text (quantity_of (fixture, "Cup"), "0");
  g_assert_false (shop_window_shows (fixture, "Make Draft Purchases (1)"));
  gtk_editable_set_text (quantity_of (fixture, "Cup"), "5");
  g_assert_true (shop_window_shows (fixture, "Make Draft Purchases (1)"));
  sedia_reorder_item_set_chosen (
    sedia_reorder_row_get_item (find_row (GTK_WIDGET (fixture->window), "Cup")), FALSE);
  g_assert_false (shop_window_shows (fixture, "Make Draft Purchases (1)"));
}

/* One press takes along what is nearest to its minimum; what is no whole pack is asked about. */
static void
test_fill_up (ShopWindow    *fixture,
              gconstpointer  unused)
{
  GtkWidget *question;

  gtk_widget_activate_action (GTK_WIDGET (find_row (GTK_WIDGET (fixture->window), "Cup")),
                              "page.fill-up", "x", G_GINT64_CONSTANT (1));
  shop_window_settle (fixture);
  g_assert_true (shop_window_wait_for (fixture, "2 products. Worth 140; Java takes orders "
                                                "from 100"));
  assert_quantity (fixture, "Cup", "10");
  assert_quantity (fixture, "Jug", "10");

  gtk_editable_set_text (quantity_of (fixture, "Jug"), "8");
  make_drafts (fixture);
  assert_drafts (fixture, "");
  question = view_find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  view_answer (question, GTK_RESPONSE_CANCEL);
  assert_drafts (fixture, "");

  gtk_editable_set_text (quantity_of (fixture, "Jug"), "2 pack");
  make_drafts (fixture);
  assert_drafts (fixture, " CUP 10 JUG 10");
  g_assert_true (view_wait_for_no_text (fixture->shop.store, GTK_WIDGET (fixture->window), "Java"));
}

/* How much to order is chosen in a dialog, and what is wrong is said at the field. */
static void
test_rules (ShopWindow    *fixture,
            gconstpointer  unused)
{
  GtkWidget *form;

  shop_window_act (fixture, "page.rules");
  shop_window_settle (fixture);
  form = view_find_window (SEDIA_TYPE_ORDER_RULES_FORM);
  g_assert_nonnull (form);
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form, "Days an order lasts")), ==, "28");
  shop_window_type (fixture, form, "Days an order lasts", "0");
  shop_window_save (fixture, form);
  g_assert_nonnull (view_find_text (form, "Write how many days an order should last, from 1 to "
                                          "365."));
  shop_window_type (fixture, form, "Days an order lasts", "14");
  shop_window_save (fixture, form);
  g_assert_null (view_find_window (SEDIA_TYPE_ORDER_RULES_FORM));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – how much to order");
}

/* Nothing runs out: that is said. */
static void
test_nothing (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_count (fixture->shop.store, 1, 50);
  shop_count (fixture->shop.store, 3, 50);
  shop_window_settle (fixture);
  g_assert_true (shop_window_wait_for (fixture, "Nothing to Order"));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/view/reorder-page/" name, ShopWindow, NULL, fixture_open, test, fixture_close)

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

  ADD ("suggestions", test_suggestions);
  ADD ("order", test_order);
  ADD ("wrong", test_wrong);
  ADD ("fill-up", test_fill_up);
  ADD ("rules", test_rules);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
