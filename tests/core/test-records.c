/* What follows from one record alone, and the sentences. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "sedia-expected-wording.h"
#include "sedia-query.h"
#include "sedia-time.h"
#include "sedia-wording.h"

static void
add_line (SediaOrder *order,
          gint64      ordered,
          gint64      delivered,
          gint64      cancelled,
          gint64      reserved,
          gboolean    all)
{
  SediaOrderLine *line = g_new0 (SediaOrderLine, 1);

  line->ordered = ordered;
  line->delivered = delivered;
  line->cancelled = cancelled;
  line->reserved = reserved;
  line->all_or_nothing = all || order->all_or_nothing;
  g_ptr_array_add (order->lines, line);
}

static SediaOrder *
order_new (gboolean all_or_nothing)
{
  SediaOrder *order = g_new0 (SediaOrder, 1);

  order->all_or_nothing = all_or_nothing;
  order->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);
  return order;
}

static void
test_order_status (void)
{
  g_autoptr (SediaOrder) order = order_new (FALSE), whole = order_new (TRUE);

  add_line (order, 3, 0, 0, 0, FALSE);
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_WAITING);
  ((SediaOrderLine *) order->lines->pdata[0])->reserved = 2;
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_PARTLY_READY);
  ((SediaOrderLine *) order->lines->pdata[0])->all_or_nothing = TRUE;
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_WAITING);
  ((SediaOrderLine *) order->lines->pdata[0])->reserved = 3;
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_READY);
  ((SediaOrderLine *) order->lines->pdata[0])->reserved = 0;
  ((SediaOrderLine *) order->lines->pdata[0])->cancelled = 3;
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_CANCELLED);
  add_line (order, 2, 2, 0, 0, FALSE);
  g_assert_cmpint (sedia_order_status (order), ==, SEDIA_ORDER_DONE);

  add_line (whole, 2, 0, 0, 2, FALSE);
  add_line (whole, 1, 0, 0, 0, FALSE);
  g_assert_cmpint (sedia_order_status (whole), ==, SEDIA_ORDER_WAITING);
}

static void
test_stock_state (void)
{
  g_autoptr (SediaProduct) product = sedia_product_new ();

  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_OUT);
  product->on_hand = 5;
  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_OK);
  product->minimum = 5;
  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_OK); /* strictly below */
  product->minimum = 6;
  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_LOW);
  product->open = 7;
  product->reserved = 5;
  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_WAITING);
  product->on_hand = -1;
  product->reserved = 0;
  g_assert_cmpint (sedia_product_state (product), ==, SEDIA_STOCK_NEGATIVE);
}

static void
test_names_round_trip (void)
{
  SediaBackorderPolicy policy;
  SediaChannel channel;
  SediaOutcome outcome;
  SediaServing serving;

  for (int i = 0; i <= SEDIA_BACKORDER_REFUSE; i++)
    {
      const char *name = sedia_backorder_policy_to_string ((SediaBackorderPolicy) i);

      g_assert_true (sedia_backorder_policy_from_string (name, &policy));
      g_assert_cmpint (policy, ==, i);
    }
  for (int i = 0; i <= SEDIA_CHANNEL_PERSON; i++)
    g_assert_true (sedia_channel_from_string (sedia_channel_to_string ((SediaChannel) i),
                                              &channel) &&
                   (int) channel == i);
  for (int i = 0; i <= SEDIA_OUTCOME_MESSAGE; i++)
    g_assert_true (sedia_outcome_from_string (sedia_outcome_to_string ((SediaOutcome) i),
                                              &outcome) &&
                   (int) outcome == i);
  for (int i = 0; i <= SEDIA_SORT_AT; i++)
    g_assert_cmpint (sedia_sort_from_string (sedia_sort_to_string ((SediaSort) i)), ==, i);
  g_assert_true (sedia_serving_from_string ("strictly-oldest", &serving));
  g_assert_false (sedia_serving_from_string ("by-luck", &serving));
  g_assert_false (sedia_channel_from_string (NULL, &channel));
}

static void
test_sentences (void)
{
  g_autofree char *receive = sedia_operation_label ("delivery-receive", "12 (PT Maju)");
  g_autofree char *undo = sedia_operation_label ("undo", "order-add 7");
  g_autofree char *redo = sedia_operation_label ("undo", "undo order-add 7");
  g_autofree char *undone = sedia_operation_label ("undo", "undo delivery-undo delivery-receive 3");
  g_autofree char *rule = sedia_operation_label ("setting", "serving");
  g_autofree char *hours = sedia_operation_label ("setting", "hours");
  g_autofree char *percent = sedia_operation_label ("product-add", "100%s");
  const SediaServedSummary nobody = { 0, 0, 0 }, some = { 14, 10, 9 };
  g_autofree char *empty = sedia_received_sentence (&nobody);
  g_autofree char *filled = sedia_received_sentence (&some);

  g_assert_cmpstr (receive, ==, "delivery 12 (PT Maju)");
  g_assert_cmpstr (undo, ==, "undo: new order 7");
  g_assert_cmpstr (redo, ==, "redo: new order 7");
  g_assert_cmpstr (undone, ==, "undo: delivery 3");
  g_assert_cmpstr (rule, ==, "choice of who is served first");
  g_assert_cmpstr (hours, ==, "change of the contact rules");
  g_assert_cmpstr (percent, ==, "new product 100%s");
  g_assert_nonnull (strstr (empty, "nobody"));
  g_assert_cmpstr (filled, ==, "Received – 14 lines filled for 9 customers");
}

/* Both numbers of a delivery, each in its singular and its plural. */
static void
test_plurals (void)
{
  static const struct
  {
    guint lines, customers;
    const char *received, *serves;
  } cases[] = {
    { 1, 1, "Received – 1 line filled for 1 customer", "Serves 1 line for 1 customer." },
    { 2, 1, "Received – 2 lines filled for 1 customer", "Serves 2 lines for 1 customer." },
    { 2, 2, "Received – 2 lines filled for 2 customers", "Serves 2 lines for 2 customers." },
  };
  const SediaServedSummary nobody = { 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SediaServedSummary summary = { cases[i].lines, cases[i].customers, cases[i].customers };
      g_autofree char *received = sedia_received_sentence (&summary);
      g_autofree char *serves = sedia_serves_sentence (&summary);

      g_assert_cmpstr (received, ==, cases[i].received);
      g_assert_cmpstr (serves, ==, cases[i].serves);
    }

  g_assert_null (sedia_serves_sentence (&nobody));
}

/* 7: one notice says how many orders and customers, and names the first few */
static void
test_notice (void)
{
  g_autoptr (SediaNotice) notice = g_new0 (SediaNotice, 1);
  g_autofree char *title = NULL, *body = NULL;

  notice->summary = (SediaServedSummary) { 20, 14, 9 };
  notice->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (notice->names, g_strdup_printf ("<b>%u</b> & Co", i));
  title = sedia_notice_title (notice);
  body = sedia_notice_body (notice);

  g_assert_cmpstr (title, ==, "Restock: 14 waiting orders can be filled");
  g_assert_cmpstr (body, ==,
                   "9 customers: <b>0</b> & Co, <b>1</b> & Co, <b>2</b> & Co and others");
  g_free (body);
  notice->summary.customers = 1;
  g_ptr_array_set_size (notice->names, 1);
  body = sedia_notice_body (notice);
  g_assert_cmpstr (body, ==, "1 customer: <b>0</b> & Co");
}

static gboolean
is_called (const char *kind,
           const char *word)
{
  g_autoptr (GPtrArray) kinds = sedia_operation_kinds_called (word);

  return g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL);
}

/* What people would type to find an entry of the log. */
static void
test_kinds_called (void)
{
  g_assert_true (is_called ("delivery-receive", "deliver"));
  g_assert_false (is_called ("order-add", "deliver"));
  g_assert_true (is_called ("order-add", "order"));
  g_assert_true (is_called ("hand-over", "order"));
  g_assert_true (is_called ("setting", "served"));
  g_assert_true (is_called ("undo", "undo"));
  g_assert_true (is_called ("delivery-undo", "redo"));
  g_assert_false (is_called ("undo", "sale"));
  g_assert_false (is_called ("sale", "undo"));
  g_assert_false (is_called ("sale", "kettle"));
}

static void
test_place (void)
{
  SediaOrderLine line = { .unit = (char *) "pcs", .need_by = SEDIA_NO_DAY };
  const int today = sedia_day_today ();
  const struct
  {
    guint position;
    gint64 ahead;
    gboolean first, held;
    int need_by;
    SediaServing serving;
    const char *sentence;
  } cases[] = {
    { 1, 0, FALSE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_STRICTLY_OLDEST,
      "Next in the queue: the oldest order comes first." },
    { 1, 0, TRUE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "Next in the queue: it is marked “first”." },
    { 1, 0, FALSE, FALSE, today + 1, SEDIA_SERVING_DATED_FIRST,
      "Next in the queue: it is needed by tomorrow." },
    { 1, 0, FALSE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "Next in the queue: it has no need-by date, so its age decides." },
    { 3, 7, FALSE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_STRICTLY_OLDEST,
      "Place 3, 7 pcs ahead of it: the oldest order comes first." },
    { 3, 7, TRUE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "Place 3, 7 pcs ahead of it: it is marked “first”, and so are those." },
    { 3, 7, FALSE, FALSE, 30000, SEDIA_SERVING_DATED_FIRST,
      "Place 3, 7 pcs ahead of it: it is needed by 20 February 2052." },
    { 3, 7, FALSE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "Place 3, 7 pcs ahead of it: it has no need-by date, so its age decides." },
    { 1, 0, FALSE, TRUE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "Held: its reservation was released by hand, so arriving stock passes it by until somebody "
      "reserves it again." },
    { 0, 0, FALSE, FALSE, SEDIA_NO_DAY, SEDIA_SERVING_DATED_FIRST,
      "All that is open is set aside for this line." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = NULL;

      line.queue_position = cases[i].position;
      line.ahead = cases[i].ahead;
      line.first = cases[i].first;
      line.held = cases[i].held;
      line.need_by = cases[i].need_by;
      sentence = sedia_line_place_sentence (&line, cases[i].serving);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* The same words fit one piece, several, and parts of one. */
static void
test_state (void)
{
  static const struct
  {
    gint64 ordered, delivered, reserved;
    guint decimals;
    gboolean all;
    const char *sentence;
  } cases[] = {
    { 2, 2, 0, 0, FALSE, "Nothing of it is open any more" },
    { 2, 0, 2, 0, FALSE, "Ready to hand over" },
    { 1, 0, 0, 0, FALSE, "1 pcs waiting" },
    { 2, 0, 1, 0, FALSE, "1 pcs ready now, 1 pcs still waiting" },
    { 2500, 0, 1000, 3, FALSE, "1 pcs ready now, 1.5 pcs still waiting" },
    { 5, 0, 3, 0, TRUE, "3 pcs set aside, 2 pcs still waiting; all or nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SediaOrderLine line = { .unit = (char *) "pcs", .ordered = cases[i].ordered,
        .delivered = cases[i].delivered, .reserved = cases[i].reserved,
        .decimals = cases[i].decimals, .all_or_nothing = cases[i].all,
        .expected = SEDIA_NO_DAY };
      g_autofree char *sentence = sedia_line_state_sentence (&line);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static char *
words_from_now (int from,
                int to)
{
  const int today = sedia_day_today ();

  return sedia_day_range_words (today + from, today + to);
}

/* Rule 4: the day shown is a range from the supplier's own history, with what it rests on. */
static void
test_expected (void)
{
  const int today = sedia_day_today ();
  SediaOrderLine line = { .unit = (char *) "pcs", .ordered = 2, .expected = today + 40,
                          .expected_source = SEDIA_EXPECTED_PURCHASE, .expected_purchase = 12,
                          .earliest = today + 38, .latest = today + 45 };
  g_autofree char *range = words_from_now (38, 45);
  g_autofree char *state = sedia_line_state_sentence (&line);
  g_autofree char *source = sedia_line_expected_source_words (&line);
  g_autofree char *stated = NULL, *stated_source = NULL, *said = NULL, *passed = NULL;
  g_autofree char *expected = g_strdup_printf ("2 pcs waiting, expected %s", range);
  g_autofree char *from_today = words_from_now (0, 4);
  g_autofree char *words = NULL;

  g_assert_cmpstr (state, ==, expected);
  g_assert_cmpstr (source, ==, "purchase 12, and how late its supplier usually is");

  /* what has passed of a range is not promised any more */
  line.earliest = today - 3;
  line.latest = today + 4;
  words = sedia_line_expected_words (&line);
  g_assert_cmpstr (words, ==, from_today);

  line.is_stated = TRUE;
  line.expected = today + 1;
  stated = sedia_line_state_sentence (&line);
  stated_source = sedia_line_expected_source_words (&line);
  g_assert_cmpstr (stated, ==, "2 pcs waiting, expected tomorrow");
  g_assert_cmpstr (stated_source, ==, "purchase 12; too few deliveries yet to say how late its "
                                      "supplier is");

  line.expected = line.latest = today - 1;
  passed = sedia_line_state_sentence (&line);
  g_assert_cmpstr (passed, ==, "2 pcs waiting, was expected on yesterday");

  line.expected_source = SEDIA_EXPECTED_ESTIMATE;
  said = sedia_line_expected_source_words (&line);
  g_assert_cmpstr (said, ==, "what was said of the product");

  line.expected = SEDIA_NO_DAY;
  g_assert_null (sedia_line_expected_words (&line));
  g_assert_null (sedia_line_expected_short (&line));
  g_assert_null (sedia_line_expected_source_words (&line));
}

/* 19723 is 1 January 2024: another year is said. */
static void
test_range_words (void)
{
  static const struct { int from, to; const char *words; } cases[] = {
    { 19723, 19728, "1–6 January 2024" },
    { 19723 + 27, 19723 + 33, "28 January – 3 February 2024" },
    { 19723 - 4, 19728, "28 December 2023 – 6 January 2024" },
    { 19728, 19728, "6 January 2024" },
    { 19730, 19728, "6 January 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sedia_day_range_words (cases[i].from, cases[i].to);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/records/order-status", test_order_status);
  g_test_add_func ("/core/records/stock-state", test_stock_state);
  g_test_add_func ("/core/records/names-round-trip", test_names_round_trip);
  g_test_add_func ("/core/wording/sentences", test_sentences);
  g_test_add_func ("/core/wording/plurals", test_plurals);
  g_test_add_func ("/core/wording/notice", test_notice);
  g_test_add_func ("/core/wording/state", test_state);
  g_test_add_func ("/core/wording/4-expected", test_expected);
  g_test_add_func ("/core/wording/range", test_range_words);
  g_test_add_func ("/core/wording/place", test_place);
  g_test_add_func ("/core/wording/kinds-called", test_kinds_called);

  return g_test_run ();
}
