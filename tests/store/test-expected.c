/* Rule 4 over the shop's records: when lines are expected, wherever they are read, and that what
 * happens to a purchase makes its customers due. Days are of November 2020.
 */
#include "config.h"

#include <string.h>

#include "purchases.h"

/* ---- looking: "purchase 1@9" wherever a line is read */

static char *
expected_words (const SediaOrderLine *line)
{
  GString *text = g_string_new (sedia_expected_source_to_string (line->expected_source));

  if (line->expected_purchase != 0)
    g_string_append_printf (text, " %d", (int) line->expected_purchase);
  if (line->expected != SEDIA_NO_DAY)
    g_string_append_printf (text, "@%d", line->expected - NOV (0));
  if (line->earliest != SEDIA_NO_DAY)
    g_string_append_printf (text, " %d-%d%s", line->earliest - NOV (0), line->latest - NOV (0),
                            line->is_stated ? " stated" : "");

  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 order_id;
  gint64 customer_id;
  int day;
} Place;

/* By its order, alone, in a list of orders, in the queue, on the waiting list: all say the same. */
static gpointer
expected_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  const Place *place = data;
  g_autoptr (SediaOrder) order = sedia_order_read (db, place->order_id, error);
  const SediaOrderLine *line = order->lines->pdata[0];
  g_autoptr (SediaOrderLine) alone = sedia_order_line_read (db, line->id, error);
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GPtrArray) orders = sedia_order_list (db, 0, 0, error);
  g_autoptr (GPtrArray) queue = sedia_queue_of_product (db, line->product_id, 0, error);
  g_autoptr (GPtrArray) page = sedia_list_page (db, query, &line->id, 1, error);
  char *words = expected_words (line);
  g_autofree char *by_itself = expected_words (alone);
  g_autofree char *listed = expected_words (((SediaWaiting *) page->pdata[0])->line);
  guint n_seen = 0;

  g_assert_cmpstr (by_itself, ==, words);
  g_assert_cmpstr (listed, ==, words);
  for (guint i = 0; i < queue->len; i++)
    {
      const SediaOrderLine *queued = queue->pdata[i];
      g_autofree char *there = expected_words (queued);

      if (queued->id != line->id)
        continue;
      g_assert_cmpstr (there, ==, words);
      n_seen++;
    }
  for (guint i = 0; i < orders->len; i++)
    {
      const SediaOrder *one = orders->pdata[i];
      g_autofree char *there = expected_words (one->lines->pdata[0]);

      if (one->id != order->id)
        continue;
      g_assert_cmpstr (there, ==, words);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, ==, 2);

  return words;
}

static void
assert_expected (Shop       *shop,
                 gint64      order,
                 const char *expected)
{
  Place place = { .order_id = order };
  g_autofree char *words = sedia_store_read (shop->store, expected_job, &place, NULL);

  g_assert_cmpstr (words, ==, expected);
}

/* Siti waits for 2, Budi for 3: ordered on the 2nd, and told so. */
static Shop *
shop_that_waits (void)
{
  Shop *shop = shop_with_supplier ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  order_at (shop, "Budi", "K", 3, NOBODY, AT (2, 9, 10));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 30)));
  g_assert_true (tell_at (shop, "Budi", AT (2, 9, 30)));
  assert_all_due (shop, AT (2, 9, 30), "");
  shop->at = AT (3, 9, 0);

  return shop;
}

/* ... for a purchase that is expected on the 11th, which they were told on the 3rd. */
static Shop *
shop_that_was_told (void)
{
  Shop *shop = shop_that_waits ();

  buy (shop, "K=5@11");
  assert_all_due (shop, AT (3, 9, 0), "Siti: date-known 3T09:00-3T17:00; "
                                      "Budi: date-known 3T09:00-3T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (3, 10, 0)));
  g_assert_true (tell_at (shop, "Budi", AT (3, 10, 0)));
  assert_all_due (shop, AT (3, 10, 0), "");
  shop->at = AT (4, 9, 0);

  return shop;
}

/* ---- dates */

/* 4: in queue order, to purchases by expected date; the date is that of the last one it needs */
static void
test_matched (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  assert_expected (shop, 1, "unknown");
  buy (shop, "K=4@20");
  assert_expected (shop, 1, "purchase 1@20");
  assert_expected (shop, 2, "unknown");
  buy (shop, "K=2@12");
  assert_expected (shop, 1, "purchase 2@12");
  assert_expected (shop, 2, "purchase 1@20");
  buy_full (shop, 1, "K=9@4", 0, TRUE);
  assert_expected (shop, 2, "purchase 1@20"); /* a draft brings nothing */

  /* Who is served first gets what comes first. */
  order_at (shop, "Wati", "K", 2, (Wish) { .first = TRUE }, AT (3, 9, 0));
  assert_expected (shop, 3, "purchase 2@12");
  assert_expected (shop, 1, "purchase 1@20");
  assert_expected (shop, 2, "unknown");
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));
  assert_expected (shop, 1, "purchase 2@12");
  assert_expected (shop, 3, "unknown");
}

/* 4: what arrives is there; the rest has the date of what is still to come */
static void
test_part_delivery (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  buy (shop, "K=3@12 K=2@20");
  assert_expected (shop, 2, "purchase 1@20");
  receive_for (shop, 1, "K=2");
  assert_expected (shop, 1, "stock");
  assert_expected (shop, 2, "purchase 1@20");
  g_assert_true (shop_undo_delivery (shop, 1));
  assert_expected (shop, 1, "purchase 1@12");
}

/* 4: an explicit tie comes before the queue */
static void
test_tied (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  buy (shop, "K=3@12>2/1");
  assert_expected (shop, 1, "unknown");
  assert_expected (shop, 2, "purchase 1@12");
  g_assert_true (close_purchase (shop, 1, 0));
  assert_purchase (shop, 1, "closed: K 3-0-3=0 @12/12");
  assert_expected (shop, 2, "unknown");
  g_assert_true (shop_undo (shop, 0));
  assert_expected (shop, 2, "purchase 1@12");
}

/* A typed day counts where no purchase covers the line, or nobody knows when it comes. */
static void
test_estimate (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  g_assert_true (expect_at (shop, "K", NOV (25), AT (3, 9, 0)));
  assert_expected (shop, 1, "estimate@25");
  buy (shop, "K=2@12");
  assert_expected (shop, 1, "purchase 1@12");
  assert_expected (shop, 2, "estimate@25");
  buy (shop, "K=3");
  assert_expected (shop, 2, "estimate@25");
  g_assert_true (expect_at (shop, "K", SEDIA_NO_DAY, AT (3, 9, 0)));
  assert_expected (shop, 2, "purchase 2");
}

static gpointer
waiting_for_job (SediaDb   *db,
                 gpointer   data,
                 GError   **error)
{
  const Place *place = data;
  g_autoptr (GPtrArray) list = sedia_purchase_list_waiting (db, place->order_id, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s ", ((SediaOrderLine *) list->pdata[i])->customer);

  return g_string_free (text, FALSE);
}

static void
assert_waiting_for (Shop       *shop,
                    gint64      purchase,
                    const char *expected)
{
  Place place = { .order_id = purchase };
  g_autofree char *names = sedia_store_read (shop->store, waiting_for_job, &place, NULL);

  g_assert_cmpstr (names, ==, expected);
}

/* What a purchase holds up, and for whom: those of whom it is the last they need. */
static void
test_holds_up (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  order_at (shop, "Wati", "M", 1, NOBODY, AT (3, 9, 0));
  buy (shop, "K=3@12 M=2@12 K=1@12");
  buy (shop, "K=9@20");
  assert_waiting_for (shop, 1, "Siti Wati ");
  assert_waiting_for (shop, 2, "Budi ");
  g_assert_true (cancel_purchase (shop, 2));
  assert_waiting_for (shop, 2, "");
}

typedef struct
{
  guint n;
  gboolean purchase, product, line, customer;
} Seen;

static void
changed_cb (SediaStore   *store,
            SediaChanges *changes,
            Seen         *seen)
{
  seen->n++;
  seen->purchase = seen->purchase || sedia_changes_has (changes, SEDIA_KIND_PURCHASE, 1);
  seen->product = seen->product || sedia_changes_has (changes, SEDIA_KIND_PRODUCT, 1);
  seen->line = seen->line || sedia_changes_has (changes, SEDIA_KIND_LINE, 2);
  seen->customer = seen->customer || sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, 2);
}

/* A day that moves shows at the purchase, its product, the lines that wait and their customers. */
static void
test_changes (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  Seen seen = { 0 };

  buy (shop, "K=5@12");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (shop->store, "changed", G_CALLBACK (changed_cb), &seen);
  g_assert_true (expect_purchase (shop, 1, 0, 20));
  while (seen.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (seen.purchase && seen.product && seen.line && seen.customer);
  g_signal_handlers_disconnect_by_data (shop->store, &seen);
}

/* ---- who must be told */

/* 5: date known for the first time; what they are told is that date */
static void
test_date_known (void)
{
  g_autoptr (Shop) shop = shop_that_was_told ();

  assert_expected (shop, 1, "purchase 1@11");
  assert_all_due (shop, AT (9, 10, 0), "");
}

/* 5: "it waits" brings the date along: one reason, not two */
static void
test_known_from_the_start (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  buy (shop, "K=5@11");
  order_at (shop, "Siti", "K", 2, NOBODY, AT (3, 9, 0));
  assert_all_due (shop, AT (3, 9, 0), "Siti: backordered 3T09:00-3T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (3, 9, 5)));
  assert_all_due (shop, AT (3, 9, 5), "");
}

/* 5: moved by more than the tolerance of one working day; later with the offer to cancel */
static void
test_slipped (void)
{
  g_autoptr (Shop) shop = shop_that_was_told ();

  g_assert_true (expect_purchase (shop, 1, 0, 12));
  assert_all_due (shop, AT (4, 9, 0), "");
  g_assert_true (expect_purchase (shop, 1, 0, 18));
  assert_purchase (shop, 1, "confirmed: K 5-0-0=5 @11/18");
  assert_all_due (shop, AT (4, 9, 0), "Siti: date-moved 4T09:00-4T17:00 offer; "
                                      "Budi: date-moved 4T09:00-4T17:00 offer");
  g_assert_true (shop_undo (shop, 0));
  assert_all_due (shop, AT (4, 9, 0), "");
  g_assert_true (expect_purchase (shop, 1, 0, 6));
  assert_all_due (shop, AT (4, 9, 0), "Siti: date-moved 4T09:00-4T17:00; "
                                      "Budi: date-moved 4T09:00-4T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (4, 10, 0)));
  assert_all_due (shop, AT (4, 10, 0), "Budi: date-moved 4T09:00-4T17:00");
}

/* 4: cancelled or closed short: unknown, and their customers must be told, not silently waiting */
static void
test_cancelled (void)
{
  g_autoptr (Shop) shop = shop_that_was_told ();
  const char *due = "Siti: date-moved 4T09:00-4T17:00 offer; "
                    "Budi: date-moved 4T09:00-4T17:00 offer";

  g_assert_true (cancel_purchase (shop, 1));
  assert_expected (shop, 1, "unknown");
  assert_all_due (shop, AT (4, 9, 0), due);
  g_assert_true (shop_undo (shop, 0));
  assert_all_due (shop, AT (4, 9, 0), "");
  g_assert_true (close_purchase (shop, 1, 0));
  assert_expected (shop, 1, "unknown");
  assert_all_due (shop, AT (4, 9, 0), due);

  /* Told that nobody knows: quiet, until another is ordered. */
  g_assert_true (tell_at (shop, "Siti", AT (4, 10, 0)));
  g_assert_true (tell_at (shop, "Budi", AT (4, 10, 0)));
  assert_all_due (shop, AT (4, 10, 0), "");
  shop->at = AT (5, 9, 0);
  buy (shop, "K=2@20");
  assert_all_due (shop, AT (5, 9, 0), "Siti: date-known 5T09:00-5T17:00");
}

/* 4: closed short after a part came: who got theirs is told so, the others that none comes */
static void
test_closed_short (void)
{
  g_autoptr (Shop) shop = shop_that_was_told ();

  receive_for (shop, 1, "K=3");
  assert_all_due (shop, AT (4, 9, 0), "Siti: ready 4T09:00-4T17:00");
  g_assert_true (close_purchase (shop, 1, 1));
  assert_purchase (shop, 1, "closed: K 5-3-2=0 @11/11");
  assert_expected (shop, 2, "unknown");
  assert_all_due (shop, AT (4, 9, 0), "Siti: ready 4T09:00-4T17:00; "
                                      "Budi: date-moved 4T09:00-4T17:00 offer");
}

/* A line that only moved in the queue has news since it was told, not since the other purchase. */
static void
test_overtaken (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();

  buy (shop, "K=5@11 K=5@20");
  g_assert_true (tell_at (shop, "Siti", AT (3, 10, 0)));
  g_assert_true (tell_at (shop, "Budi", AT (3, 10, 0)));
  order_at (shop, "Wati", "K", 2, (Wish) { .first = TRUE }, AT (3, 11, 0));
  g_assert_true (tell_at (shop, "Wati", AT (3, 11, 0)));
  assert_expected (shop, 2, "purchase 1@20");
  assert_all_due (shop, AT (3, 11, 0), "Budi: date-moved 3T10:00-3T17:00 offer");
}

/* 4: "late" when that is after need-by; 5: will miss need-by, with the offer to cancel */
static void
test_late (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  buy (shop, "K=5@11");
  order_at (shop, "Siti", "K", 2, (Wish) { .need_by = NOV (12) }, AT (2, 9, 0));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 5)));
  assert_all_due (shop, AT (2, 9, 5), "");
  shop->at = AT (4, 9, 0);
  g_assert_true (expect_purchase (shop, 1, 0, 13));
  assert_all_due (shop, AT (4, 9, 0),
                  "Siti: will-miss-need-by date-moved 4T09:00-4T17:00 offer");
  g_assert_true (tell_at (shop, "Siti", AT (4, 10, 0)));
  assert_all_due (shop, AT (4, 10, 0), "");
}

/* The day has passed and nothing came: nobody knows any more. */
static void
test_passed (void)
{
  g_autoptr (Shop) shop = shop_that_was_told ();

  assert_all_due (shop, AT (11, 9, 0), "Siti: silent 10T08:00-10T17:00 late 1; "
                                       "Budi: silent 10T08:00-10T17:00 late 1");
  assert_all_due (shop, AT (12, 9, 0), "Siti: date-moved 12T08:00-12T17:00 offer; "
                                       "Budi: date-moved 12T08:00-12T17:00 offer");
}

static gpointer
message_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Place *place = data;
  g_autoptr (SediaMessageDraft) draft = sedia_message_draft (db, place->customer_id,
                                                             AT (3, 9, 0), FALSE, error);

  return g_strdup (draft->text);
}

/* The message names the date. */
static void
test_message (void)
{
  g_autoptr (Shop) shop = shop_that_waits ();
  Place place = { .customer_id = shop_customer (shop, "Siti") };
  g_autofree char *text = NULL;

  buy (shop, "K=5@11");
  text = sedia_store_read (shop->store, message_job, &place, NULL);
  g_assert_nonnull (strstr (text, "11 November"));
}

/* ---- the supplier's own history */

static gpointer
history_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Place *place = data;
  SediaSupplierHistory history;
  g_autofree char *words = NULL;

  g_assert_true (sedia_supplier_read_history (db, 1, AT (place->day, 12, 0), &history, error));
  words = sedia_supplier_history_words (&history);

  return history.is_known
           ? g_strdup_printf ("%u+%u: %d..%d; %s", history.n_past, history.n_late,
                              history.delay.low, history.delay.high, words)
           : g_strdup_printf ("%u+%u: %s", history.n_past, history.n_late, words);
}

static void
assert_history (Shop       *shop,
                int         day,
                const char *expected)
{
  Place place = { .day = day };
  g_autofree char *words = sedia_store_read (shop->store, history_job, &place, NULL);

  g_assert_cmpstr (words, ==, expected);
}

static gpointer
lead_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, 1, error);

  supplier->lead_days = 7;
  return telling_answer (sedia_supplier_save (db, supplier, error));
}

/* Ordered on the 2nd for the 6th, it came so many days later. */
static void
deliver_late (Shop *shop,
              int   days)
{
  gint64 purchase;

  shop->at = AT (2, 9, 0);
  purchase = buy (shop, "M=1@6");
  shop->at = AT (6 + days, 9, 0);
  g_assert_cmpint (receive_for (shop, purchase, "M=1"), !=, 0);
}

/* 4: fewer than 5 past deliveries: the stated lead time; then the range of actual minus agreed */
static void
test_history (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  assert_history (shop, 28, "0+0: not known: too few deliveries so far");
  g_assert_true (shop_act (shop, "supplier-edit", lead_job, NULL));
  for (int days = 0; days < 4; days++)
    deliver_late (shop, days);
  assert_history (shop, 28, "4+0: 7 days, as the supplier states");
  deliver_late (shop, 9);
  assert_history (shop, 28, "5+0: 0..9; usually 4–13 days; none of the last 5 came later");
  assert_history (shop, 9, "4+0: 7 days, as the supplier states"); /* as seen then */

  /* Taken back, it is no delivery; and what comes for no purchase is none of these. */
  g_assert_true (shop_undo_delivery (shop, 5));
  assert_history (shop, 9, "4+1: 7 days, as the supplier states");
  g_assert_true (shop_undo (shop, 0));
  shop_receive_note (shop, "M", 1, 1, NULL);
  assert_history (shop, 28, "5+0: 0..9; usually 4–13 days; none of the last 5 came later");
}

/* 4: open late orders count with their age so far; from the day first agreed */
static void
test_history_late (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  for (int days = 0; days < 5; days++)
    deliver_late (shop, 0);
  assert_history (shop, 28, "5+0: 0..0; usually 4 days; none of the last 5 came later");
  shop->at = AT (2, 9, 0);
  buy (shop, "M=1@6 M=1@8");
  assert_history (shop, 6, "5+0: 0..0; usually 4 days; none of the last 5 came later");
  g_assert_true (expect_purchase (shop, 6, 0, 25));
  assert_history (shop, 16, "5+1: 0..10; usually 4–14 days; none of the last 6 came later");
}

/* The same in the lines that wait for it. */
static void
test_range_of_line (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();

  shop->at = AT (2, 9, 0);
  g_assert_true (shop_act (shop, "supplier-edit", lead_job, NULL));
  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  buy (shop, "K=5@11");
  assert_expected (shop, 1, "purchase 1@11 9-9 stated");
  for (int days = 0; days < 5; days++)
    deliver_late (shop, days);
  g_assert_true (cancel_purchase (shop, 1));
  assert_expected (shop, 1, "unknown");
  shop->at = sedia_time_now ();
  buy_full (shop, 1, "K=5", sedia_day_today () - NOV (0) + 10, FALSE);
  {
    g_autofree char *expected = g_strdup_printf ("purchase 7@%d %d-%d",
                                                 sedia_day_today () - NOV (0) + 10,
                                                 sedia_day_today () - NOV (0) + 10,
                                                 sedia_day_today () - NOV (0) + 14);

    assert_expected (shop, 1, expected);
  }
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/expected/4-matched", test_matched);
  g_test_add_func ("/store/expected/4-part-delivery", test_part_delivery);
  g_test_add_func ("/store/expected/4-tied", test_tied);
  g_test_add_func ("/store/expected/estimate", test_estimate);
  g_test_add_func ("/store/expected/holds-up", test_holds_up);
  g_test_add_func ("/store/expected/changes", test_changes);
  g_test_add_func ("/store/expected/5-date-known", test_date_known);
  g_test_add_func ("/store/expected/5-known-from-the-start", test_known_from_the_start);
  g_test_add_func ("/store/expected/5-slipped", test_slipped);
  g_test_add_func ("/store/expected/4-cancelled", test_cancelled);
  g_test_add_func ("/store/expected/4-closed-short", test_closed_short);
  g_test_add_func ("/store/expected/5-overtaken", test_overtaken);
  g_test_add_func ("/store/expected/4-late", test_late);
  g_test_add_func ("/store/expected/passed", test_passed);
  g_test_add_func ("/store/expected/message", test_message);
  g_test_add_func ("/store/expected/4-history", test_history);
  g_test_add_func ("/store/expected/4-history-late", test_history_late);
  g_test_add_func ("/store/expected/4-range-of-line", test_range_of_line);

  return g_test_run ();
}
