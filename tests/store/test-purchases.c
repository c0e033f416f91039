/* Purchases: ordering, receiving against them, closing, cancelling. */
#include "config.h"

#include "purchases.h"

/* 1: incoming is what is ordered and has not come, drafts excluded */
static void
test_add (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 draft;

  g_assert_cmpint (buy (shop, "K=5@9 M=2 K=1@12"), ==, 1);
  assert_purchase (shop, 1, "confirmed: K 5-0-0=5 @9/9; M 2-0-0=2 @?/?; K 1-0-0=1 @12/12");
  assert_incoming (shop, "K", 6);

  draft = buy_full (shop, 1, "K=7@9", 10, TRUE);
  assert_purchase (shop, draft, "draft: K 7-0-0=0 @?/9");
  assert_incoming (shop, "K", 6);
  g_assert_true (confirm_purchase (shop, draft));
  assert_purchase (shop, draft, "confirmed: K 7-0-0=7 @9/9");
  assert_incoming (shop, "K", 13);
  g_assert_true (confirm_purchase (shop, draft)); /* 3.11: twice changes nothing */
  assert_incoming (shop, "K", 13);

  g_assert_cmpint (buy_full (shop, 1, "M=1 K=1@8", 20, FALSE), ==, 3);
  assert_purchase (shop, 3, "confirmed: M 1-0-0=1 @20/20; K 1-0-0=1 @8/8");
}

static gpointer
lead_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, 1, error);

  supplier->lead_days = GPOINTER_TO_INT (data);
  return telling_answer (sedia_supplier_save (db, supplier, error));
}

/* Without a day, the lead time that the supplier states is one; also when a draft is confirmed. */
static void
test_stated_lead (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 draft;

  g_assert_true (shop_act (shop, "supplier-edit", lead_job, GINT_TO_POINTER (7)));
  buy (shop, "K=5 M=1@4");
  assert_purchase (shop, 1, "confirmed: K 5-0-0=5 @9/9; M 1-0-0=1 @4/4");

  draft = buy_full (shop, 1, "K=7", 0, TRUE);
  assert_purchase (shop, draft, "draft: K 7-0-0=0 @?/?");
  shop->at = AT (3, 9, 0);
  g_assert_true (confirm_purchase (shop, draft));
  assert_purchase (shop, draft, "confirmed: K 7-0-0=7 @10/10");
}

static void
test_refusals (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 order = shop_order (shop, "Siti", "K", 2, NOBODY);

  g_assert_cmpint (order, ==, 1);
  g_assert_cmpint (buy (shop, ""), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "at least one line");
  g_assert_cmpint (buy (shop, "K=0"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "above zero");
  g_assert_cmpint (buy (shop, "K=1@1"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "has passed");
  g_assert_cmpint (buy (shop, "M=1>1/1"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "does not wait for Product M");
  g_assert_cmpint (buy_full (shop, 9, "K=1", 0, FALSE), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_NOT_FOUND, NULL);
  g_assert_false (confirm_purchase (shop, 1));
  shop_assert_refused (shop, SEDIA_ERROR_NOT_FOUND, "There is no purchase 1.");

  buy_full (shop, 1, "K=3", 0, TRUE);
  g_assert_cmpint (receive_for (shop, 1, "K=1"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "is a draft");
  g_assert_false (close_purchase (shop, 1, 0));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "cancel it instead");
  g_assert_true (confirm_purchase (shop, 1));
  g_assert_false (expect_purchase (shop, 1, 0, 1));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "has passed");
  g_assert_false (expect_purchase (shop, 1, 4, 9));
  shop_assert_refused (shop, SEDIA_ERROR_NOT_FOUND, "has no line 4");
  g_assert_cmpint (receive_for (shop, 1, "K=1"), !=, 0);
  g_assert_false (cancel_purchase (shop, 1));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "close it instead");
  g_assert_true (close_purchase (shop, 1, 0));
  g_assert_false (expect_purchase (shop, 1, 0, 9));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "still to come");

  buy (shop, "M=3");
  g_assert_true (cancel_purchase (shop, 2));
  g_assert_true (cancel_purchase (shop, 2));
  assert_purchase (shop, 2, "cancelled: M 3-0-0=0 @?/?");
  g_assert_cmpint (receive_for (shop, 2, "M=1"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "is cancelled");
  g_assert_false (confirm_purchase (shop, 2));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "is cancelled");
  shop_assert_sound (shop);
}

static gpointer
line_id_job (SediaDb   *db,
             gpointer   index,
             GError   **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, 1, error);
  const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, GPOINTER_TO_UINT (index));

  return g_strdup_printf ("%" G_GINT64_FORMAT, line->id);
}

/* The row of a line of the first purchase. */
static gint64
row_of (Shop  *shop,
        guint  index)
{
  g_autofree char *id = sedia_store_read (shop->store, line_id_job, GUINT_TO_POINTER (index), NULL);

  return g_ascii_strtoll (id, NULL, 10);
}

/* A draft says something else: what stays keeps its number, what is new comes last. */
static void
test_edit (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 first, second;

  shop_order (shop, "Siti", "K", 2, NOBODY);
  buy_full (shop, 1, "K=5@9 M=2", 0, TRUE);
  first = row_of (shop, 0);
  second = row_of (shop, 1);

  g_assert_true (edit_purchase (shop, 1, "K=6@10>1/1 M=2"));
  assert_purchase (shop, 1, "draft: K 6-0-0=0 @?/10 for Siti; M 2-0-0=0 @?/?");
  g_assert_true (edit_purchase (shop, 1, "K=1 M=2 K=6@10>1/1"));
  assert_purchase (shop, 1, "draft: K 6-0-0=0 @?/10 for Siti; M 2-0-0=0 @?/?; K 1-0-0=0 @?/?");
  g_assert_cmpint (row_of (shop, 0), ==, first);
  g_assert_cmpint (row_of (shop, 1), ==, second);

  g_assert_true (edit_purchase (shop, 1, "K=3"));
  assert_purchase (shop, 1, "draft: K 3-0-0=0 @?/?");
  g_assert_true (edit_purchase (shop, 1, "K=3 M=4"));
  assert_purchase (shop, 1, "draft: K 3-0-0=0 @?/?; M 4-0-0=0 @?/?");
  g_assert_cmpint (row_of (shop, 1), !=, second);
  assert_incoming (shop, "K", 0);

  g_assert_true (edit_purchase_full (shop, 1, "M=4@12", "by sea", FALSE));
  assert_purchase (shop, 1, "confirmed: M 4-0-0=4 @12/12");
  assert_incoming (shop, "K", 0);
  assert_incoming (shop, "M", 4);
  receive_for (shop, 1, "M=4");
  assert_purchase (shop, 1, "closed: M 4-4-0=0 @12/12");
  shop_assert_sound (shop);
}

static void
test_edit_refusals (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  static const struct { const char *lines; SediaError code; const char *said; } wrong[] = {
    { "", SEDIA_ERROR_INVALID, "at least one line" },
    { "K=0", SEDIA_ERROR_INVALID, "above zero" },
    { "K=1@1", SEDIA_ERROR_INVALID, "has passed" },
    { "K=1@-44000", SEDIA_ERROR_INVALID, "has passed" },
    { "K=1@357000", SEDIA_ERROR_INVALID, "ten years ahead" },
    { "M=1>1/1", SEDIA_ERROR_REFUSED, "does not wait for Product M" },
    { "K=1>2/1", SEDIA_ERROR_REFUSED, "does not wait for Product K" },
    { "K=1 OLD=1", SEDIA_ERROR_REFUSED, "is archived" },
  };
  PurchaseBag other = { .id = 1, .supplier = 2, .is_draft = TRUE, .day = SEDIA_NO_DAY };

  shop_product (shop, "OLD");
  shop_undo (shop, shop_last_operation (shop));
  shop_supplier (shop, "Bali");
  shop_order (shop, "Siti", "K", 2, NOBODY);
  shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_cancel (shop, 2, 1, 2);
  buy_full (shop, 1, "K=5 M=2", 0, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (edit_purchase (shop, 1, wrong[i].lines));
      shop_assert_refused (shop, wrong[i].code, wrong[i].said);
    }
  other.lines = purchase_lines_of (shop, "K=1");
  g_assert_false (shop_act (shop, "purchase-edit", edit_purchase_job, &other));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "from Java; for another supplier");
  g_array_index (other.lines, SediaPurchaseLineDraft, 0).product_id = 99;
  other.supplier = 1;
  g_assert_false (shop_act (shop, "purchase-edit", edit_purchase_job, &other));
  shop_assert_refused (shop, SEDIA_ERROR_NOT_FOUND, NULL);
  g_array_index (other.lines, SediaPurchaseLineDraft, 0).product_id = 1;
  g_array_index (other.lines, SediaPurchaseLineDraft, 0).price = -1;
  g_assert_false (shop_act (shop, "purchase-edit", edit_purchase_job, &other));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "below zero or too large");
  g_array_unref (other.lines);
  g_assert_false (edit_purchase (shop, 7, "K=1"));
  shop_assert_refused (shop, SEDIA_ERROR_NOT_FOUND, "There is no purchase 7.");
  assert_purchase (shop, 1, "draft: K 5-0-0=0 @?/?; M 2-0-0=0 @?/?");

  confirm_purchase (shop, 1);
  g_assert_false (edit_purchase (shop, 1, "K=1"));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "no draft any more");
  shop_assert_sound (shop);
}

/* What of a product cannot change any more. */
static void
test_product_in_use (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  buy (shop, "K=3");
  g_assert_false (shop_edit_products (shop, SEDIA_PRODUCT_PACK, 12, NULL));
  g_assert_false (shop_edit_products (shop, SEDIA_PRODUCT_DECIMALS, 2, NULL));
  g_assert_true (cancel_purchase (shop, 1));
  g_assert_true (shop_edit_products (shop, SEDIA_PRODUCT_PACK, 12, NULL));
  g_assert_false (shop_edit_products (shop, SEDIA_PRODUCT_DECIMALS, 2, NULL));
}

/* ---- receiving */

/* 6: part deliveries leave it open, received counts up in line order, more is accepted */
static void
test_receive (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  buy (shop, "K=5@9 M=2@9 K=3@12");
  receive_for (shop, 1, "K=6");
  assert_purchase (shop, 1, "confirmed: K 5-5-0=0 @9/9; M 2-0-0=2 @9/9; K 3-1-0=2 @12/12");
  assert_incoming (shop, "K", 2);
  receive_for (shop, 1, "K=4 M=2");
  assert_purchase (shop, 1, "closed: K 5-5-0=0 @9/9; M 2-2-0=0 @9/9; K 3-5-0=0 @12/12");
  assert_incoming (shop, "K", 0);
  assert_incoming (shop, "M", 0);
  receive_for (shop, 1, "K=1"); /* a late one */
  assert_purchase (shop, 1, "closed: K 5-5-0=0 @9/9; M 2-2-0=0 @9/9; K 3-6-0=0 @12/12");
  assert_stock (shop, "K", "11/0/0");
}

typedef struct
{
  gint64 id;
  GArray *amounts;
} DifferenceBag;

static char *
differences_in_words (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const SediaDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s%s %s %d", i > 0 ? "; " : "",
                              sedia_difference_kind_to_string (difference->kind), difference->sku,
                              (int) difference->quantity);
    }

  return g_string_free (text, FALSE);
}

static gpointer
before_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const DifferenceBag *bag = data;
  g_autoptr (GPtrArray) list = sedia_purchase_differences (db, bag->id, bag->amounts, error);

  return differences_in_words (list);
}

static gpointer
after_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const DifferenceBag *bag = data;
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read (db, bag->id, error);
  g_autoptr (GPtrArray) list = sedia_delivery_differences (db, delivery, error);

  return differences_in_words (list);
}

static void
assert_differences (Shop       *shop,
                    gint64      purchase,
                    const char *amounts,
                    const char *expected)
{
  g_autoptr (GArray) list = purchase_amounts_of (shop, amounts);
  DifferenceBag bag = { purchase, list };
  g_autofree char *before = sedia_store_read (shop->store, before_job, &bag, NULL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, expected);
  bag.id = receive_for (shop, purchase, amounts);
  after = sedia_store_read (shop->store, after_job, &bag, NULL);
  g_assert_cmpstr (after, ==, expected);
}

/* 6: differences are shown as they appear, and the same afterwards */
static void
test_differences (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  shop_product (shop, "T");
  buy (shop, "K=5 M=2 K=3");
  assert_differences (shop, 1, "K=6 T=1", "short K 2; short M 2; not-ordered T 1");
  assert_purchase (shop, 1, "confirmed: K 5-5-0=0 @?/?; M 2-0-0=2 @?/?; K 3-1-0=2 @?/?");
  assert_differences (shop, 1, "M=3 K=2", "over M 1");
  assert_differences (shop, 1, "M=1", "over M 1");
  assert_stock (shop, "T", "1/0/0");
  shop_assert_sound (shop);
}

static gpointer
other_supplier_job (SediaDb   *db,
                    gpointer   data,
                    GError   **error)
{
  PurchaseBag *bag = data;
  SediaDeliveryDraft draft = { .supplier_id = 2, .purchase_id = 1, .lines = bag->lines };

  return purchase_answer (bag, sedia_delivery_receive (db, &draft, &bag->result, error));
}

static gpointer
supplier_of_job (SediaDb   *db,
                 gpointer   data,
                 GError   **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read (db, *(gint64 *) data, error);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, delivery->supplier, delivery->purchase_id);
}

/* Whoever the purchase is from brings it. */
static void
test_supplier (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autoptr (GArray) amounts = purchase_amounts_of (shop, "K=1");
  PurchaseBag bag = { .lines = amounts };
  g_autofree char *who = NULL;
  gint64 delivery;

  shop_supplier (shop, "Sumatra");
  buy (shop, "K=5");
  g_assert_false (shop_act (shop, "delivery-receive", other_supplier_job, &bag));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "is from Java");
  delivery = receive_for (shop, 1, "K=1");
  who = sedia_store_read (shop->store, supplier_of_job, &delivery, NULL);
  g_assert_cmpstr (who, ==, "Java 1");
}

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const DifferenceBag *bag = data;
  g_autoptr (SediaDelivery) delivery = sedia_delivery_preview_for (db, bag->id, bag->amounts,
                                                                   error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < delivery->served->len; i++)
    {
      const SediaServed *served = g_ptr_array_index (delivery->served, i);

      g_string_append_printf (text, "%s %d;", served->customer, (int) served->quantity);
    }

  return g_string_free (text, FALSE);
}

/* 3.1: a line tied to that very purchase line first, up to the tied quantity */
static void
test_for_a_customer (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autoptr (GArray) amounts = purchase_amounts_of (shop, "K=4");
  DifferenceBag bag = { 1, amounts };
  g_autofree char *preview = NULL;

  shop_order (shop, "Siti", "K", 3, NOBODY);
  shop_order (shop, "Budi", "K", 3, NOBODY);
  shop_order (shop, "Wati", "K", 3, NOBODY);
  buy (shop, "K=2>3/1 K=2");
  assert_purchase (shop, 1, "confirmed: K 2-0-0=2 @?/? for Wati; K 2-0-0=2 @?/?");
  preview = sedia_store_read (shop->store, preview_job, &bag, NULL);
  g_assert_cmpstr (preview, ==, "Wati 2;Siti 2;");
  receive_for (shop, 1, "K=4");
  assert_line (shop, 3, 1, "3/0/0/2");
  assert_line (shop, 1, 1, "3/0/0/2");
  assert_line (shop, 2, 1, "3/0/0/0");
  shop_assert_sound (shop);

  /* What arrives for nobody in particular goes by the queue. */
  shop_receive (shop, "K", 1);
  assert_line (shop, 1, 1, "3/0/0/3");
}

/* ---- lists and changes */

static gpointer
expected_list_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  g_autoptr (GPtrArray) list = sedia_purchase_list_expected (db, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%d ", (int) ((SediaPurchase *) list->pdata[i])->id);

  return g_string_free (text, FALSE);
}

/* What comes first comes first; without a day last; what has come not at all. */
static void
test_list_expected (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autofree char *list = NULL;

  buy (shop, "K=5");
  buy (shop, "K=5@20 M=1@8");
  buy (shop, "K=5@9");
  buy_full (shop, 1, "K=5@3", 0, TRUE);
  buy (shop, "K=5@2");
  receive_for (shop, 5, "K=5");
  list = sedia_store_read (shop->store, expected_list_job, NULL, NULL);
  g_assert_cmpstr (list, ==, "2 3 1 ");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/purchases/edit", test_edit);
  g_test_add_func ("/store/purchases/edit-refusals", test_edit_refusals);
  g_test_add_func ("/store/purchases/1-add", test_add);
  g_test_add_func ("/store/purchases/stated-lead", test_stated_lead);
  g_test_add_func ("/store/purchases/refusals", test_refusals);
  g_test_add_func ("/store/purchases/2-product-in-use", test_product_in_use);
  g_test_add_func ("/store/purchases/6-receive", test_receive);
  g_test_add_func ("/store/purchases/6-differences", test_differences);
  g_test_add_func ("/store/purchases/supplier", test_supplier);
  g_test_add_func ("/store/purchases/3.1-for-a-customer", test_for_a_customer);
  g_test_add_func ("/store/purchases/list-expected", test_list_expected);

  return g_test_run ();
}
