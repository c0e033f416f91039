/* Deliveries (rules.md section 6), notices (section 7), undo (section 9). */
#include "config.h"

#include <glib.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

typedef struct
{
  GArray *amounts;
  gint64 id;
  char *text;
} Bag;

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_delivery_preview (db, ((Bag *) data)->amounts, error);
}

static gpointer
claim_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  SediaNotice **notice = data;

  *notice = sedia_notice_claim (db, error);
  return SEDIA_DONE;
}

static gpointer
put_back_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  return sedia_notice_put_back (db, *(gint64 *) data, error) ? SEDIA_DONE : NULL;
}

static SediaNotice *
claim (SediaStore *store)
{
  SediaNotice *notice = NULL;

  sedia_store_note (store, claim_job, &notice, NULL);
  return notice;
}

/* 6: before posting, the clerk sees who will get what, and that is what happens */
static void
test_preview_is_what_happens (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (SediaDelivery) preview = NULL, posted = NULL;
  SediaAmount amount = { shop_product (shop, "K"), 3 };
  Bag bag = { .amounts = amounts };
  gint64 delivery;

  shop_product (shop, "M");
  shop_order2 (shop, "Siti", "K", 2, "M", 1, NOBODY);
  shop_order (shop, "Budi", "K", 3, NOBODY);
  g_array_append_val (amounts, amount);

  preview = sedia_store_read (shop->store, preview_job, &bag, &shop->error);
  g_assert_no_error (shop->error);
  assert_stock (shop, "K", "0/0/5");
  g_assert_cmpint (preview->served->len, ==, 2);
  g_assert_cmpint (((SediaServed *) preview->served->pdata[1])->still_waiting, ==, 2);

  delivery = shop_receive (shop, "K", 3);
  posted = shop_look_delivery (shop, delivery);
  g_assert_cmpint (posted->served->len, ==, preview->served->len);
  for (guint i = 0; i < posted->served->len; i++)
    {
      SediaServed *a = preview->served->pdata[i], *b = posted->served->pdata[i];

      g_assert_cmpint (a->order_line_id, ==, b->order_line_id);
      g_assert_cmpint (a->quantity, ==, b->quantity);
      g_assert_cmpint (a->line_complete, ==, b->line_complete);
      g_assert_cmpint (a->order_ready, ==, b->order_ready);
      g_assert_false (a->order_ready);
    }
  g_assert_cmpint (posted->summary.lines, ==, 2);
  g_assert_cmpint (posted->summary.customers, ==, 2);
  shop_assert_sound (shop);
}

/* 6: same supplier and note number again is warned about, with the first one's date */
static void
test_note_twice (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 supplier = shop_supplier (shop, "PT Maju"), other = shop_supplier (shop, "CV Lain"), first;

  shop_product (shop, "K");
  first = shop_receive_note (shop, "K", 3, supplier, "SJ-17");
  g_assert_cmpint (shop_receive_note (shop, "K", 3, other, "SJ-17"), >, 0);
  g_assert_cmpint (shop_receive_note (shop, "K", 3, supplier, "sj-17"), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "received before");
  assert_stock (shop, "K", "6/0/0");

  shop->anyway = TRUE;
  g_assert_cmpint (shop_receive_note (shop, "K", 3, supplier, "SJ-17"), >, 0);
  shop->anyway = FALSE;

  /* one that was taken back does not count */
  g_assert_true (shop_undo_delivery (shop, first));
  shop_assert_sound (shop);
}

/* 6: undone by a reversing document, which takes back the reservations the delivery itself made */
static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaDelivery) posted = NULL;
  gint64 siti, budi, delivery;

  shop_product (shop, "K");
  shop_receive (shop, "K", 1);
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  budi = shop_order (shop, "Budi", "K", 3, NOBODY);
  delivery = shop_receive (shop, "K", 4);
  assert_line (shop, budi, 1, "3/0/0/2");
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_line (shop, siti, 1, "3/0/0/1");
  assert_line (shop, budi, 1, "3/0/0/0");
  assert_stock (shop, "K", "1/1/6");
  posted = shop_look_delivery (shop, delivery);
  g_assert_cmpint (posted->reversed_by, !=, 0);
  shop_assert_sound (shop);

  g_assert_false (shop_undo_delivery (shop, delivery));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "taken back already");

  /* redo is the undo of the undo */
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_line (shop, siti, 1, "3/0/0/3");
  assert_line (shop, budi, 1, "3/0/0/2");
  shop_assert_sound (shop);
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_stock (shop, "K", "1/1/6");
  shop_assert_sound (shop);
}

/* 6: refused when goods were handed over since, with the list and one way to go ahead */
static void
test_undo_handed_over (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, delivery;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  delivery = shop_receive (shop, "K", 3);
  g_assert_true (shop_hand_over (shop, siti, 1, 2, FALSE));
  g_assert_false (shop_undo_delivery (shop, delivery));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "Siti");
  assert_line (shop, siti, 1, "3/2/0/1");

  shop->anyway = TRUE;
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_line (shop, siti, 1, "3/2/0/0");
  assert_stock (shop, "K", "-2/0/1");
  shop_assert_sound (shop);
}

/* 6: ... when stock was reserved by later commands */
static void
test_undo_reserved_since (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, delivery;

  shop_product (shop, "K");
  delivery = shop_receive (shop, "K", 3);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  g_assert_false (shop_undo_delivery (shop, delivery));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "Siti");
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "2 pcs of Product K");
  shop->anyway = TRUE;
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_line (shop, siti, 1, "2/0/0/0");
  shop_assert_sound (shop);
}

/* 6: ... when customers were told "ready"; they become "must be told" */
static void
test_undo_told (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, delivery;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  delivery = shop_receive (shop, "K", 2);
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_false (shop_undo_delivery (shop, delivery));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "told");
  shop->anyway = TRUE;
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_line (shop, siti, 1, "2/0/0/0");
  g_assert_cmpint (shop_told_state (shop, siti, 1), ==, SEDIA_TOLD_NOT_YET);
  shop_assert_sound (shop);
}

/* 6: if it fails, nothing happened */
static void
test_failure_leaves_nothing (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 operation;

  shop_product (shop, "K");
  operation = shop_last_operation (shop);
  g_assert_cmpint (shop_receive (shop, "K", 0), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "above zero");
  g_assert_cmpint (shop_receive (shop, "K", -3), ==, 0);
  g_assert_cmpint (shop_receive (shop, "K", G_MAXINT64), ==, 0);
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
  assert_stock (shop, "K", "0/0/0");
  shop_assert_sound (shop);
}

/* 7: one notice for one restock, once in all, whichever program entered it */
static void
test_notice_once (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaStore) other = sedia_store_open (shop->path, NULL);
  g_autoptr (SediaNotice) notice = NULL, again = NULL;

  shop_product (shop, "K");
  shop_order (shop, "Siti", "K", 1, NOBODY);
  shop_order (shop, "Siti", "K", 1, NOBODY);
  shop_order (shop, "Budi", "K", 5, NOBODY);
  shop_receive (shop, "K", 3);

  notice = claim (other);
  g_assert_nonnull (notice);
  g_assert_cmpint (notice->summary.lines, ==, 3);
  g_assert_cmpint (notice->summary.orders, ==, 3);
  g_assert_cmpint (notice->summary.customers, ==, 2);
  g_assert_cmpint (notice->line_ids->len, ==, 3);
  again = claim (shop->store);
  g_assert_null (again);

  /* it could not be shown: it waits in the outbox again */
  sedia_store_note (other, put_back_job, &notice->operation_id, NULL);
  again = claim (shop->store);
  g_assert_nonnull (again);
  g_assert_cmpint (again->operation_id, ==, notice->operation_id);
}

/* 7, 9: a restock taken back before anybody saw it is not announced */
static void
test_notice_withdrawn (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 delivery;

  shop_product (shop, "K");
  shop_order (shop, "Siti", "K", 1, NOBODY);
  delivery = shop_receive (shop, "K", 3);
  g_assert_true (shop_undo_delivery (shop, delivery));
  g_assert_null (claim (shop->store));
}

static gpointer
draft_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Bag *bag = data;

  return sedia_draft_save (db, &bag->id, SEDIA_DRAFT_DELIVERY, "PT Maju", "SJ-1", 1, bag->text,
                           error) ? SEDIA_DONE : NULL;
}

static gpointer
last_draft_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  SediaDraft **draft = data;

  *draft = sedia_draft_last (db, SEDIA_DRAFT_DELIVERY, error);
  return SEDIA_DONE;
}

static gpointer
receive_draft_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  Bag *bag = data;
  SediaDeliveryDraft draft = { .lines = bag->amounts, .draft_id = bag->id };
  gint64 delivery;

  return sedia_delivery_receive (db, &draft, &delivery, error) ? SEDIA_DONE : NULL;
}

static SediaDraft *
last_draft (Shop *shop)
{
  SediaDraft *draft = NULL;

  sedia_store_read (shop->store, last_draft_job, &draft, NULL);
  return draft;
}

/* 6: a draft survives a restart, is put away when received, and comes back when the delivery is
 * taken back */
static void
test_draft (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  const SediaAct receive = { .kind = "delivery-receive" };
  SediaAmount amount = { shop_product (shop, "K"), 3 };
  g_autofree char *content = g_strdup_printf ("{\"lines\":[{\"product\":%" G_GINT64_FORMAT "}]}",
                                              amount.product_id);
  Bag bag = { .amounts = amounts, .text = content };
  g_autoptr (SediaDraft) kept = NULL, mended = NULL;
  g_autoptr (SediaProduct) product = NULL;

  g_array_append_val (amounts, amount);
  sedia_store_note (shop->store, draft_job, &bag, &shop->error);
  g_assert_no_error (shop->error);
  shop_reopen (shop);
  kept = last_draft (shop);
  g_assert_cmpstr (kept->content, ==, content);

  /* 2: a pack cannot change while something open refers to it */
  product = shop_look (shop, "K");
  product->pack = 12;
  shop_product_full (shop, product);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "pack size");

  sedia_store_act (shop->store, &receive, receive_draft_job, &bag, &shop->error);
  g_clear_error (&shop->error);
  g_assert_null (last_draft (shop));
  assert_stock (shop, "K", "3/0/0");
  g_assert_true (shop_undo (shop, 0));
  mended = last_draft (shop);
  g_assert_nonnull (mended);
  g_assert_cmpint (mended->id, ==, kept->id);
}

/* 9: every action is taken back and given back again, exactly */
static void
test_undo_everything (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi, steps[10];
  guint n = 0;

  shop_product (shop, "K");
  shop_receive (shop, "K", 5);
  siti = shop_order (shop, "Siti", "K", 4, NOBODY);
  budi = shop_order (shop, "Budi", "K", 4, NOBODY);
  steps[n++] = shop_last_operation (shop);
  shop_edit (shop, siti, 1, 5);
  steps[n++] = shop_last_operation (shop);
  shop_hand_over (shop, siti, 1, 2, FALSE);
  steps[n++] = shop_last_operation (shop);
  shop_cancel (shop, siti, 0, 0);
  steps[n++] = shop_last_operation (shop);
  shop_return (shop, siti, 1, 1, SEDIA_RETURN_EXCHANGE, FALSE);
  steps[n++] = shop_last_operation (shop);
  shop_release (shop, budi, 1, 0);
  steps[n++] = shop_last_operation (shop);
  shop_count (shop, "K", 9);
  steps[n++] = shop_last_operation (shop);
  shop_asked (shop, "K", 2);
  steps[n++] = shop_last_operation (shop);

  for (guint round = 0; round < 2; round++)
    {
      char *before[10];

      for (guint i = n; i-- > 0;)
        {
          g_autofree char *line = shop_line (shop, siti, 1), *other = shop_line (shop, budi, 1);
          g_autofree char *stock = shop_stock (shop, "K");

          before[i] = g_strjoin (" ", line, other, stock, NULL);
          g_assert_true (shop_undo (shop, steps[i]));
          shop_assert_sound (shop);
        }
      assert_stock (shop, "K", "5/4/4");
      assert_line (shop, budi, 1, "4/0/4/0");

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *line = NULL, *other = NULL, *stock = NULL, *after = NULL;

          /* what it was before the undo, it is again after the redo */
          g_assert_true (shop_undo (shop, shop_last_operation (shop) - (gint64) (2 * i)));
          shop_assert_sound (shop);
          line = shop_line (shop, siti, 1);
          other = shop_line (shop, budi, 1);
          stock = shop_stock (shop, "K");
          after = g_strjoin (" ", line, other, stock, NULL);
          g_assert_cmpstr (after, ==, before[i]);
          g_free (before[i]);
        }
    }
}

/* 9: an edit that somebody changed again since is not overwritten: "changed by ... at ..." */
static void
test_undo_conflict (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = NULL, after = NULL;
  gint64 first;

  shop_product (shop, "K");
  product = shop_look (shop, "K");
  g_free (product->name);
  product->name = g_strdup ("Kettle");
  shop_product_full (shop, product);
  first = shop_last_operation (shop);
  g_free (product->name);
  product->name = g_strdup ("Blue kettle");
  shop_product_full (shop, product);

  g_assert_false (shop_undo (shop, first));
  shop_assert_refused (shop, SEDIA_ERROR_CONFLICT, "Tester");
  g_assert_true (shop_undo (shop, 0));
  g_assert_true (shop_undo (shop, first));
  after = shop_look (shop, "K");
  g_assert_cmpstr (after->name, ==, "Product K");
}

/* 9: stock that was below zero before is nobody's later work; what later work rests on is named */
static void
test_undo_in_use (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 product, delivery;

  shop_product (shop, "K");
  product = shop_last_operation (shop);
  shop->reason = "found out later";
  g_assert_true (shop_sell (shop, "K", 1, FALSE));
  g_assert_true (shop_sell (shop, "K", 1, FALSE));
  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "K", "-1/0/0");
  delivery = shop_receive (shop, "K", 1);
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_stock (shop, "K", "-1/0/0");

  g_assert_false (shop_undo (shop, product));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "K has stock");

  /* taking a delivery back is a deed of its own: undo takes that back */
  g_assert_true (shop_undo (shop, 0));
  assert_stock (shop, "K", "0/0/0");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/delivery/6-preview-is-what-happens", test_preview_is_what_happens);
  g_test_add_func ("/store/delivery/6-note-twice", test_note_twice);
  g_test_add_func ("/store/delivery/6-undo", test_undo);
  g_test_add_func ("/store/delivery/6-undo-handed-over", test_undo_handed_over);
  g_test_add_func ("/store/delivery/6-undo-reserved-since", test_undo_reserved_since);
  g_test_add_func ("/store/delivery/6-undo-told", test_undo_told);
  g_test_add_func ("/store/delivery/6-failure-leaves-nothing", test_failure_leaves_nothing);
  g_test_add_func ("/store/delivery/6-draft", test_draft);
  g_test_add_func ("/store/delivery/7-notice-once", test_notice_once);
  g_test_add_func ("/store/delivery/7-notice-withdrawn", test_notice_withdrawn);
  g_test_add_func ("/store/undo/9-everything", test_undo_everything);
  g_test_add_func ("/store/undo/9-conflict", test_undo_conflict);
  g_test_add_func ("/store/undo/9-in-use", test_undo_in_use);

  return g_test_run ();
}
