/* What was said, offered and answered: an answer is honoured at once, the same thing is said once,
 * and an offer that nobody answers is not forgotten.
 */
#include "config.h"

#include "telling.h"

/* ---- answers */

static void
test_wait_until (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (offer_at (shop, "Siti", AT (2, 9, 30)));
  g_assert_false (answer_at (shop, "Siti", AT (2, 10, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (2)));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "must be after today");
  g_assert_true (answer_at (shop, "Siti", AT (2, 10, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (18)));

  /* The agreed wait may pass in silence. */
  assert_all_due (shop, AT (17, 23, 59), "");
  assert_all_due (shop, AT (18, 8, 0), "Siti: wait-ended 18T08:00-18T17:00 offer");
  assert_all_due (shop, AT (19, 8, 0), "Siti: wait-ended 18T08:00-18T17:00 late 1 offer");
  g_assert_true (offer_at (shop, "Siti", AT (19, 9, 0)));
  assert_all_due (shop, AT (19, 9, 0), "");
  assert_all_due (shop, AT (26, 9, 0), "Siti: silent 26T08:00-26T17:00");

  /* "Wait" without a day takes an earlier day back. */
  g_assert_true (answer_at (shop, "Siti", AT (26, 10, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (29)));
  g_assert_true (answer_at (shop, "Siti", AT (26, 11, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_all_due (shop, AT (30, 9, 0), "");
  shop_assert_sound (shop);
}

/* An agreed wait was about what waited then: not about what is ordered after it. */
static void
test_wait_of_another_order (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 first = order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));

  g_assert_true (answer_at (shop, "Siti", AT (2, 10, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (10)));
  shop->at = AT (3, 9, 0);
  g_assert_true (shop_cancel (shop, first, 0, 0));
  order_at (shop, "Siti", "K", 1, NOBODY, AT (16, 9, 0));
  assert_all_due (shop, AT (16, 9, 0), "Siti: backordered 16T09:00-16T17:00");
}

/* Who cancels gives what was set aside to the next, who can be told "ready" in the same moment. */
static void
test_cancel (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti, ready, budi, operation;

  shop->at = AT (1, 12, 0);
  shop_product (shop, "M");
  siti = order_at (shop, "Siti", "K", 5, NOBODY, AT (2, 9, 0));
  budi = order_at (shop, "Budi", "K", 3, NOBODY, AT (2, 10, 0));
  shop->at = AT (2, 11, 0);
  shop_receive (shop, "K", 3);
  shop_receive (shop, "M", 1);
  ready = order_at (shop, "Siti", "M", 1, NOBODY, AT (2, 12, 0));
  assert_line (shop, siti, 1, "5/0/0/3");
  g_assert_true (tell_at (shop, "Siti", AT (2, 13, 0)));
  g_assert_true (tell_at (shop, "Budi", AT (2, 13, 0)));

  g_assert_true (answer_at (shop, "Siti", AT (3, 9, 0), SEDIA_ANSWER_CANCEL, SEDIA_NO_DAY));
  operation = shop_last_operation (shop);
  assert_line (shop, siti, 1, "5/0/5/0");
  assert_line (shop, ready, 1, "1/0/0/1"); /* it can be collected: it stays */
  assert_line (shop, budi, 1, "3/0/0/3");
  assert_all_due (shop, AT (3, 9, 0), "Budi: ready 3T09:00-3T17:00");
  shop_assert_sound (shop);

  /* All of it was one step. */
  g_assert_true (shop_undo (shop, 0));
  g_assert_cmpint (shop_last_operation (shop), ==, operation + 1);
  assert_line (shop, siti, 1, "5/0/0/3");
  assert_line (shop, budi, 1, "3/0/0/0");
  assert_all_due (shop, AT (3, 9, 0), "");
  shop_assert_sound (shop);
}

/* Who has nothing that waits cancels nothing. */
static void
test_cancel_nothing (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti;

  shop->at = AT (2, 8, 0);
  shop_receive (shop, "K", 2);
  siti = order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (answer_at (shop, "Siti", AT (2, 10, 0), SEDIA_ANSWER_CANCEL, SEDIA_NO_DAY));
  assert_line (shop, siti, 1, "2/0/0/2");
  shop_assert_sound (shop);
}

/* The part that is there can be handed over: nothing must be complete any more. */
static void
test_part (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 line, whole;

  shop->at = AT (1, 12, 0);
  shop_product (shop, "M");
  line = order_at (shop, "Siti", "K", 5, (Wish) { .all = TRUE }, AT (2, 9, 0));
  shop->at = AT (2, 9, 30);
  whole = shop_order2 (shop, "Siti", "K", 1, "M", 1, (Wish) { .whole_order = TRUE });
  shop->at = AT (2, 10, 0);
  shop_receive (shop, "M", 1);
  shop_receive (shop, "K", 3);
  assert_line (shop, line, 1, "5/0/0/3");
  g_assert_false (shop_hand_over (shop, line, 1, 3, FALSE));
  g_assert_false (shop_hand_over (shop, whole, 2, 1, FALSE));

  g_assert_true (answer_at (shop, "Siti", AT (2, 11, 0), SEDIA_ANSWER_PART, SEDIA_NO_DAY));
  shop_assert_sound (shop);
  g_assert_true (shop_undo (shop, 0));
  g_assert_false (shop_hand_over (shop, line, 1, 3, FALSE));
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));

  shop->at = AT (2, 12, 0);
  g_assert_true (shop_hand_over (shop, line, 1, 3, FALSE));
  g_assert_true (shop_hand_over (shop, whole, 2, 1, FALSE));
  assert_line (shop, line, 1, "5/3/0/0");
  assert_line (shop, whole, 1, "1/0/0/0");
  shop_assert_sound (shop);
}

/* ---- once, and again */

static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  const char *backordered = "Siti: backordered 2T09:00-2T17:00";
  gint64 undone;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (expect_at (shop, "K", NOV (10), AT (2, 9, 10)));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 30)));
  assert_all_due (shop, AT (2, 10, 0), "");

  for (guint round = 0; round < 3; round++)
    {
      g_assert_true (shop_undo (shop, 0));
      undone = shop_last_operation (shop);
      assert_all_due (shop, AT (2, 10, 0), backordered);
      g_assert_true (shop_undo (shop, undone));
      assert_all_due (shop, AT (2, 10, 0), "");
      shop_assert_sound (shop);
    }

  /* The day she was told counts as long as the telling stands. */
  g_assert_true (expect_at (shop, "K", NOV (14), AT (3, 9, 0)));
  assert_all_due (shop, AT (3, 9, 0), "Siti: date-moved 3T09:00-3T17:00 offer");
}

/* An answer that was taken back is none. */
static void
test_undo_answer (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 30)));
  g_assert_true (answer_at (shop, "Siti", AT (3, 9, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (28)));
  assert_all_due (shop, AT (9, 9, 0), "");
  g_assert_true (shop_undo (shop, 0));
  assert_all_due (shop, AT (9, 9, 0), "Siti: silent 9T08:00-9T17:00");
  shop_assert_sound (shop);
}

/* Nothing new within 24 hours: a second message needs a reason. */
static void
test_twice (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (tell_at (shop, "Siti", AT (2, 10, 0)));
  g_assert_false (tell_at (shop, "Siti", AT (2, 15, 0)));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "Siti heard from the shop already");
  g_assert_false (offer_at (shop, "Siti", AT (3, 9, 59)));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "nothing is new since");
  g_assert_true (tell_at (shop, "Siti", AT (3, 10, 1)));

  shop->reason = "she asked";
  g_assert_true (tell_at (shop, "Siti", AT (3, 11, 0)));
  shop->reason = NULL;
  g_assert_false (tell_at (shop, "Siti", AT (3, 12, 0)));
  shop->anyway = TRUE;
  g_assert_true (tell_at (shop, "Siti", AT (3, 12, 0)));
  shop->anyway = FALSE;

  /* An answer is hers, and news is news. */
  g_assert_true (answer_at (shop, "Siti", AT (3, 13, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  g_assert_false (tell_at (shop, "Siti", AT (3, 13, 30)));
  g_assert_true (expect_at (shop, "K", NOV (10), AT (3, 14, 0)));
  g_assert_true (tell_at (shop, "Siti", AT (3, 14, 30)));
  shop_assert_sound (shop);
}

/* Who could not be reached still has to hear, and may be tried again at once. */
static void
test_no_answer (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  const SediaTelling missed = { .outcome = SEDIA_OUTCOME_NO_ANSWER, .offers_cancel = TRUE };
  const SediaTelling odd = { .outcome = SEDIA_OUTCOME_NO_ANSWER, .answer = SEDIA_ANSWER_WAIT };
  const SediaTelling left = { .outcome = SEDIA_OUTCOME_MESSAGE };

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  for (guint i = 0; i < 3; i++)
    {
      shop->at = AT (2, 10, (int) i);
      g_assert_true (tell_full (shop, "Siti", missed));
      assert_all_due (shop, AT (2, 10, 30), "Siti: backordered 2T09:00-2T17:00");
    }
  g_assert_false (tell_full (shop, "Siti", odd));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "has not answered");

  /* A message that was left is a message. */
  g_assert_true (tell_full (shop, "Siti", left));
  assert_all_due (shop, AT (2, 10, 30), "");
  shop_assert_sound (shop);
}

/* Who was merged into another is that one: told once, quiet as one. */
static void
test_merged (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti, again;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  order_at (shop, "Ibu Siti", "K", 1, NOBODY, AT (2, 9, 10));
  g_assert_true (answer_at (shop, "Ibu Siti", AT (2, 9, 30), SEDIA_ANSWER_WAIT_UNTIL, NOV (16)));
  siti = shop_customer (shop, "Siti");
  again = shop_customer (shop, "Ibu Siti");
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 20)));
  shop->at = AT (2, 11, 0);
  g_assert_true (shop_merge (shop, siti, again));
  assert_all_due (shop, AT (9, 12, 0), "");
  assert_all_due (shop, AT (16, 12, 0), "Siti: wait-ended 16T08:00-16T17:00 offer");
  shop_assert_sound (shop);
}

/* ---- offers */

static gpointer
offers_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  static const char *const meanings[] = { "ask", "waits", "cancel" };
  const gint64 now = *(gint64 *) data;
  g_autoptr (GArray) offers = sedia_offer_list (db, now, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (offers);
  for (guint i = 0; i < offers->len; i++)
    {
      const SediaOffer *offer = &g_array_index (offers, SediaOffer, i);
      g_autoptr (SediaCustomer) customer = sedia_customer_read (db, offer->customer_id, error);

      g_string_append_printf (text, "%s%s: %u ", i > 0 ? "; " : "", customer->name,
                              offer->n_offers);
      append_when (text, offer->at);
      g_string_append_printf (text, " %s", meanings[offer->meaning]);
    }

  return g_string_free (text, FALSE);
}

/* "Siti: 2 3T09:00 ask": offers since the last answer, the last one, what silence comes to */
static char *
all_offers (Shop   *shop,
            gint64  now)
{
  g_autoptr (GError) error = NULL;
  char *text = sedia_store_read (shop->store, offers_job, &now, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_offers(shop, now, expected) \
  G_STMT_START { \
    g_autofree char *offers_ = all_offers (shop, now); \
    g_assert_cmpstr (offers_, ==, expected); \
  } G_STMT_END

static void
test_offers (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  const SediaTelling missed = { .outcome = SEDIA_OUTCOME_NO_ANSWER, .offers_cancel = TRUE };
  gint64 budi;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  budi = order_at (shop, "Budi", "K", 2, NOBODY, AT (2, 9, 0));
  assert_offers (shop, AT (2, 9, 0), "");
  g_assert_true (tell_full (shop, "Siti", missed));
  assert_offers (shop, AT (2, 9, 0), "");
  g_assert_true (offer_at (shop, "Siti", AT (2, 10, 0)));
  g_assert_true (offer_at (shop, "Budi", AT (2, 11, 0)));
  assert_offers (shop, AT (2, 12, 0), "Siti: 1 2T10:00 ask; Budi: 1 2T11:00 ask");
  g_assert_true (offer_at (shop, "Siti", AT (4, 10, 0)));
  assert_offers (shop, AT (4, 12, 0), "Budi: 1 2T11:00 ask; Siti: 2 4T10:00 ask");

  g_assert_true (answer_at (shop, "Siti", AT (5, 10, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_offers (shop, AT (5, 12, 0), "Budi: 1 2T11:00 ask");
  g_assert_true (shop_undo (shop, 0));
  assert_offers (shop, AT (5, 12, 0), "Budi: 1 2T11:00 ask; Siti: 2 4T10:00 ask");
  shop->at = AT (5, 13, 0);
  g_assert_true (shop_cancel (shop, budi, 0, 0)); /* nothing waits: nothing to answer */
  assert_offers (shop, AT (5, 13, 0), "Siti: 2 4T10:00 ask");

  /* Offered anew after an answer: the first offer of a new round. */
  g_assert_true (answer_at (shop, "Siti", AT (6, 10, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  g_assert_true (offer_at (shop, "Siti", AT (9, 10, 0)));
  assert_offers (shop, AT (9, 12, 0), "Siti: 1 9T10:00 ask");
  shop_assert_sound (shop);
}

/* The US rule: a first delay of 30 days or less may be taken for "wait" until that day; one that is
 * longer, or of which nobody knows the end, may not. It counts from the day first promised: that is
 * the one that was said before the offer, the one it was ordered for, or 30 days after the order.
 */
static void
test_offers_ftc (void)
{
  static const struct { int first, need_by, day, now; const char *then; } cases[] = {
    { NOV (4), 0, NOV (12), 3, "Siti: 1 2T10:00 waits" },
    { NOV (4), 0, NOV (12), 12, "Siti: 1 2T10:00 waits" },
    { NOV (4), 0, NOV (12), 13, "Siti: 1 2T10:00 cancel" },
    { NOV (4), 0, NOV (4) + 30, 3, "Siti: 1 2T10:00 waits" },
    { NOV (4), 0, NOV (4) + 31, 3, "Siti: 1 2T10:00 cancel" },
    { NOV (4), 0, SEDIA_NO_DAY, 3, "Siti: 1 2T10:00 cancel" },
    { NOV (4), NOV (9), NOV (4) + 31, 3, "Siti: 1 2T10:00 cancel" },
    { 0, NOV (9), NOV (9) + 30, 3, "Siti: 1 2T10:00 waits" },
    { 0, NOV (9), NOV (9) + 31, 3, "Siti: 1 2T10:00 cancel" },
    { 0, 0, NOV (2) + 60, 3, "Siti: 1 2T10:00 waits" },
    { 0, 0, NOV (2) + 61, 3, "Siti: 1 2T10:00 cancel" },
    { 0, 0, SEDIA_NO_DAY, 3, "Siti: 1 2T10:00 cancel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Shop) shop = shop_of_november ();

      g_assert_true (choose (shop, "silence", "ftc"));
      order_at (shop, "Siti", "K", 2, (Wish) { .need_by = cases[i].need_by }, AT (2, 9, 0));
      if (cases[i].first != 0)
        {
          g_assert_true (expect_at (shop, "K", cases[i].first, AT (2, 9, 5)));
          g_assert_true (tell_at (shop, "Siti", AT (2, 9, 10)));
        }
      g_assert_true (expect_at (shop, "K", cases[i].day, AT (2, 9, 30)));
      g_assert_true (offer_at (shop, "Siti", AT (2, 10, 0)));
      assert_offers (shop, AT (cases[i].now, 12, 0), cases[i].then);
      g_assert_true (choose (shop, "silence", "never"));
      assert_offers (shop, AT (cases[i].now, 12, 0), "Siti: 1 2T10:00 ask");
      g_assert_true (choose (shop, "silence", "ftc"));
      g_assert_true (offer_at (shop, "Siti", AT (5, 10, 0)));
      assert_offers (shop, AT (5, 12, 0), "Siti: 2 5T10:00 cancel");
    }
}

/* Of two that were noted in another order than they were made, the later one is the last. */
static void
test_offers_backdated (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  g_assert_true (choose (shop, "silence", "ftc"));
  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (expect_at (shop, "K", NOV (12), AT (2, 9, 30)));
  g_assert_true (offer_at (shop, "Siti", AT (4, 10, 0)));
  assert_offers (shop, AT (4, 12, 0), "Siti: 1 4T10:00 waits");
  shop->anyway = TRUE;
  g_assert_true (offer_at (shop, "Siti", AT (3, 10, 0)));
  assert_offers (shop, AT (4, 12, 0), "Siti: 2 4T10:00 cancel");
}

/* Who answers "wait" without a word from the shop has not been told what is new. */
static void
test_answer_tells_nothing (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (answer_at (shop, "Siti", AT (2, 9, 30), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_all_due (shop, AT (2, 9, 30), "");
  g_assert_true (expect_at (shop, "K", NOV (12), AT (3, 9, 0)));
  assert_all_due (shop, AT (3, 9, 30), "Siti: date-known 3T09:00-3T17:00");
  g_assert_true (answer_at (shop, "Siti", AT (3, 10, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_all_due (shop, AT (3, 10, 30), "Siti: date-known 3T09:00-3T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (3, 11, 0)));
  assert_all_due (shop, AT (3, 11, 30), "");

  shop->at = AT (4, 9, 0);
  shop_receive (shop, "K", 2);
  g_assert_true (answer_at (shop, "Siti", AT (4, 9, 30), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_all_due (shop, AT (4, 9, 30), "Siti: ready 4T09:00-4T17:00");
}

/* Of two lines the one that comes last counts. */
static void
test_offers_of_two (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop_product (shop, "M");
  g_assert_true (choose (shop, "silence", "ftc"));
  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  order_at (shop, "Siti", "M", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (expect_at (shop, "K", NOV (12), AT (2, 9, 30)));
  g_assert_true (offer_at (shop, "Siti", AT (2, 10, 0)));
  assert_offers (shop, AT (2, 12, 0), "Siti: 1 2T10:00 cancel");
}

/* An offer made to somebody's second name is still an offer. */
static void
test_offers_merged (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti, again;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  order_at (shop, "Ibu Siti", "K", 1, NOBODY, AT (2, 9, 10));
  g_assert_true (offer_at (shop, "Ibu Siti", AT (2, 9, 30)));
  siti = shop_customer (shop, "Siti");
  again = shop_customer (shop, "Ibu Siti");
  shop->at = AT (2, 11, 0);
  g_assert_true (shop_merge (shop, siti, again));
  assert_offers (shop, AT (2, 12, 0), "Siti: 1 2T09:30 ask");
  g_assert_true (answer_at (shop, "Siti", AT (2, 13, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  assert_offers (shop, AT (2, 13, 0), "");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/telling/5-wait-until", test_wait_until);
  g_test_add_func ("/store/telling/5-wait-of-another-order", test_wait_of_another_order);
  g_test_add_func ("/store/telling/5-cancel", test_cancel);
  g_test_add_func ("/store/telling/5-cancel-nothing", test_cancel_nothing);
  g_test_add_func ("/store/telling/5-part", test_part);
  g_test_add_func ("/store/telling/undo", test_undo);
  g_test_add_func ("/store/telling/undo-answer", test_undo_answer);
  g_test_add_func ("/store/telling/5-twice", test_twice);
  g_test_add_func ("/store/telling/no-answer", test_no_answer);
  g_test_add_func ("/store/telling/merged", test_merged);
  g_test_add_func ("/store/telling/5-offers", test_offers);
  g_test_add_func ("/store/telling/5-offers-ftc", test_offers_ftc);
  g_test_add_func ("/store/offers/backdated", test_offers_backdated);
  g_test_add_func ("/store/answers/tells-nothing", test_answer_tells_nothing);
  g_test_add_func ("/store/telling/5-offers-of-two", test_offers_of_two);
  g_test_add_func ("/store/telling/offers-merged", test_offers_merged);

  return g_test_run ();
}
