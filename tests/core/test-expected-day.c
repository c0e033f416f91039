/* Rule 4 as pure functions: which purchase a line waits for, and how long a supplier takes. */
#include "config.h"

#include <glib.h>

#include "sedia-expected-day.h"
#include "sedia-records.h"
#include "sedia-supplier-range.h"

/* "3:5 4:2h" are line 3, which waits for 5, and line 4, which is held. */
static GArray *
queue_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *queue = g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      SediaQueueLine line = { .need_by = SEDIA_NO_DAY };
      char *rest;

      line.line_id = g_ascii_strtoll (words[i], &rest, 10);
      line.open = g_ascii_strtoll (rest + 1, &rest, 10) + 1;
      line.reserved = 1;
      line.held = *rest == 'h';
      g_array_append_val (queue, line);
    }

  return queue;
}

/* "7:5@20" is purchase 7, of which 5 come on day 20; "7:5@20>3" for line 3; "7:5@" on no day. */
static GArray *
incoming_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      SediaIncoming incoming = { .line_id = i + 1, .day = SEDIA_NO_DAY, .since = 100 + i };
      char *rest;

      incoming.purchase_id = g_ascii_strtoll (words[i], &rest, 10);
      incoming.quantity = g_ascii_strtoll (rest + 1, &rest, 10);
      rest++;
      if (g_ascii_isdigit (*rest))
        incoming.day = (int) g_ascii_strtoll (rest, &rest, 10);
      if (*rest == '>')
        incoming.tied_to = g_ascii_strtoll (rest + 1, NULL, 10);
      g_array_append_val (list, incoming);
    }

  sedia_incoming_sort (list);
  return list;
}

static void
assert_matched (const char *waits,
                gint64      free,
                const char *purchases,
                const char *expected)
{
  g_autoptr (GArray) queue = queue_of (waits), incoming = incoming_of (purchases);
  g_autofree SediaExpectedDay *days = g_new (SediaExpectedDay, queue->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);

  sedia_expected_match (queue, free, incoming, days);
  for (guint i = 0; i < queue->len; i++)
    {
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%s", i > 0 ? " " : "",
                              g_array_index (queue, SediaQueueLine, i).line_id,
                              sedia_expected_source_to_string (days[i].source));
      if (days[i].purchase_id != 0)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, days[i].purchase_id);
      if (days[i].day != SEDIA_NO_DAY)
        g_string_append_printf (text, "@%d", days[i].day);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* 4: waiting lines in queue order are matched to free stock, then to purchases by expected date */
static void
test_in_queue_order (void)
{
  assert_matched ("1:2 2:3 3:1", 2, "7:3@30 8:1@20",
                  "1:stock 2:purchase 7@30 3:purchase 7@30");
  assert_matched ("1:2 2:3", 0, "7:2@20 8:3@30", "1:purchase 7@20 2:purchase 8@30");
  assert_matched ("1:2", -4, "7:2@20", "1:purchase 7@20");
  assert_matched ("1:0 2:1", 0, "7:1@20", "1:stock 2:purchase 7@20");
  assert_matched ("", 5, "7:2@20", "");
}

/* 4: a line's date is the date of the last purchase line it needs */
static void
test_last_it_needs (void)
{
  assert_matched ("1:5", 1, "7:2@20 8:2@30 9:9@40", "1:purchase 8@30");
  assert_matched ("1:5 2:1", 0, "7:2@20 8:3@30 9:9@40", "1:purchase 8@30 2:purchase 9@40");
  assert_matched ("1:4", 0, "7:2@20 8:2@20", "1:purchase 8@20");
}

/* 4: "unknown" when nothing covers it: also when only a part is covered */
static void
test_unknown (void)
{
  assert_matched ("1:5", 0, "", "1:unknown");
  assert_matched ("1:5 2:1", 1, "7:3@20", "1:unknown 2:unknown");
  assert_matched ("1:2 2:2", 0, "7:3@20", "1:purchase 7@20 2:unknown");
}

/* What nobody knows the day of comes last, and has no day. */
static void
test_without_day (void)
{
  assert_matched ("1:2 2:2", 0, "7:2@ 8:2@90", "1:purchase 8@90 2:purchase 7");
  assert_matched ("1:3", 0, "7:2@ 8:2@90", "1:purchase 7");
}

/* 3.1: a line tied to that very purchase line first, up to the tied quantity */
static void
test_tied (void)
{
  assert_matched ("1:2 2:2", 0, "7:2@20>2 8:2@30", "1:purchase 8@30 2:purchase 7@20");
  assert_matched ("1:2 2:1", 0, "7:2@20>2 8:2@30", "1:purchase 8@30 2:purchase 7@20");
  assert_matched ("1:1 2:1", 0, "7:2@20>2", "1:purchase 7@20 2:purchase 7@20");
  assert_matched ("1:2 2:3", 0, "7:2@20>2 8:3@30", "1:purchase 8@30 2:purchase 8@30");
  assert_matched ("1:2", 0, "7:2@20>99", "1:purchase 7@20"); /* whom it was for waits no more */
}

/* 3.3: a held line is passed over by automatic serving */
static void
test_held (void)
{
  assert_matched ("1:2h 2:2", 0, "7:2@20>1 8:2@30", "1:unknown 2:purchase 7@20");
  assert_matched ("1:2h 2:2", 2, "", "1:unknown 2:stock");
}

/* 4: "late" when that is after need-by */
static void
test_late (void)
{
  g_assert_false (sedia_expected_is_late (20, SEDIA_NO_DAY, 90));
  g_assert_false (sedia_expected_is_late (20, 20, 10));
  g_assert_true (sedia_expected_is_late (21, 20, 10));
  g_assert_false (sedia_expected_is_late (SEDIA_NO_DAY, 20, 20));
  g_assert_true (sedia_expected_is_late (SEDIA_NO_DAY, 20, 21));
}

/* When that became so is what the last purchase says; of several on one day, the last word. */
static void
test_since (void)
{
  g_autoptr (GArray) queue = queue_of ("1:5 2:1");
  g_autoptr (GArray) incoming = incoming_of ("7:2@30 8:3@20 9:9@30");
  SediaExpectedDay days[2];

  sedia_expected_match (queue, 0, incoming, days);
  g_assert_cmpint (days[0].day, ==, 30);
  g_assert_cmpint (days[0].since, ==, 100);
  g_assert_cmpint (days[1].since, ==, 102);
}

/* Ten thousand lines and as many purchases, in steps that add up, not multiply. */
static void
test_many (void)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));
  g_autoptr (GArray) incoming = g_array_new (FALSE, FALSE, sizeof (SediaIncoming));
  g_autofree SediaExpectedDay *days = g_new (SediaExpectedDay, 200000);

  for (int i = 0; i < 200000; i++)
    {
      SediaQueueLine line = { .line_id = i + 1, .open = 1, .need_by = SEDIA_NO_DAY };
      SediaIncoming one = { .line_id = i + 1, .purchase_id = 1, .quantity = 1, .day = i,
                            .tied_to = i % 2 == 0 ? i + 1 : 0 };

      g_array_append_val (queue, line);
      g_array_append_val (incoming, one);
    }

  sedia_expected_match (queue, 0, incoming, days);
  for (int i = 0; i < 200000; i++)
    g_assert_cmpint (days[i].day, ==, i);
}

/* ---- how long a supplier takes */

static void
assert_range (const char *text,
              int         low,
              int         high,
              guint       n_after)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  SediaDayRange range;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const int day = (int) g_ascii_strtoll (words[i], NULL, 10);

      g_array_append_val (days, day);
    }

  sedia_day_range ((const int *) (gpointer) days->data, days->len, &range);
  g_assert_cmpuint (range.n, ==, days->len);
  g_assert_cmpint (range.low, ==, low);
  g_assert_cmpint (range.high, ==, high);
  g_assert_cmpuint (range.n_after, ==, n_after);
}

/* 4: a range from that supplier's own history */
static void
test_range (void)
{
  assert_range ("7", 7, 7, 0);
  assert_range ("5 4 3 2 1", 1, 5, 0);
  assert_range ("6 6 7 8 9 9 10 11 20", 6, 19, 1);
  assert_range ("0 0 0 0 0 0 0 0 0 0", 0, 0, 0);
  assert_range ("-3 -1 0 0 1 2 4 4 5 30", -3, 27, 1);
  assert_range ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19", 3, 18, 1);
  assert_range ("2000000 -2000000", -2000000, 2000000, 0);
  assert_range ("3 4 4 4 4 4 4 4 4 4 9", 3, 8, 1);
}

/* Days of a supplier: of one cause, of two, of three; nearly always on the day; by two carriers. */
static int
draw_days (GRand *rand,
           guint  shape)
{
  int sum = 0;

  if (shape == 3)
    return g_rand_int_range (rand, 0, 3) + g_rand_int_range (rand, 0, 3) - 2;
  if (shape == 4)
    return g_rand_int_range (rand, 0, 3) > 0 ? g_rand_int_range (rand, 0, 4)
                                             : g_rand_int_range (rand, 12, 18);

  sum = g_rand_int_range (rand, 0, 15);
  for (guint k = 0; k < shape; k++)
    sum += g_rand_int_range (rand, 0, 15) * g_rand_int_range (rand, 0, 3);

  return sum - 5;
}

/* 80 of 100 deliveries that are still to come lie in it, give or take five, whatever the supplier
 * is like. */
static void
test_range_is_honest (void)
{
  static const guint lengths[] = { 10, 20, 50 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint shape = 0; shape < 5; shape++)
    for (guint l = 0; l < G_N_ELEMENTS (lengths); l++)
      {
        const guint rounds = 4000;
        guint inside = 0;

        for (guint r = 0; r < rounds; r++)
          {
            int days[51];
            SediaDayRange range;

            for (guint i = 0; i <= lengths[l]; i++)
              days[i] = draw_days (rand, shape);
            sedia_day_range (days, lengths[l], &range);
            inside += days[lengths[l]] >= range.low && days[lengths[l]] <= range.high;
          }

        g_test_message ("shape %u, %u deliveries: %u of 100 in it", shape, lengths[l],
                        inside * 100 / rounds);
        g_assert_cmpuint (inside * 100, >=, rounds * 75);
        g_assert_cmpuint (inside * 100, <=, rounds * 85);
      }
}

static void
assert_words (SediaSupplierHistory  history,
              const char           *expected)
{
  g_autofree char *words = sedia_supplier_history_words (&history);

  g_assert_cmpstr (words, ==, expected);
}

/* 4: fewer than 5 past deliveries: the supplier's stated lead time, labelled as stated */
static void
test_words (void)
{
  assert_words ((SediaSupplierHistory) { .n_past = 9, .is_known = TRUE, .lead = { 9, 6, 11, 2 } },
                "usually 6–11 days; 2 of the last 9 came later");
  assert_words ((SediaSupplierHistory) { .n_past = 9, .is_known = TRUE, .lead = { 9, 6, 11, 0 } },
                "usually 6–11 days; none of the last 9 came later");
  assert_words ((SediaSupplierHistory) { .n_past = 5, .is_known = TRUE, .lead = { 5, 1, 1, 0 } },
                "usually 1 day; none of the last 5 came later");
  assert_words ((SediaSupplierHistory) { .n_past = 4, .lead_days = 7 },
                "7 days, as the supplier states");
  assert_words ((SediaSupplierHistory) { .n_past = 4, .lead_days = -1 },
                "not known: too few deliveries so far");
}

static void
assert_spread (const char *text,
               double      mean,
               double      deviation)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  double found_mean, found_deviation;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const int day = (int) g_ascii_strtoll (words[i], NULL, 10);

      g_array_append_val (days, day);
    }
  sedia_day_spread ((const int *) (gpointer) days->data, days->len, &found_mean, &found_deviation);
  g_assert_cmpfloat_with_epsilon (found_mean, mean, 1e-9);
  g_assert_cmpfloat_with_epsilon (found_deviation, deviation, 1e-9);
}

/* The mean, and the deviation of a sample; none takes less than no time. */
static void
test_spread (void)
{
  assert_spread ("7", 7.0, 0.0);
  assert_spread ("7 7 7", 7.0, 0.0);
  assert_spread ("2 4 4 4 5 5 7 9", 5.0, 2.138089935299395); /* (32 / 7)^(1/2) */
  assert_spread ("-5 -1 0", 0.0, 0.0);
  assert_spread ("2000000000 2000000000", 2e9, 0.0);
}

static void
assert_lead (SediaSupplierHistory  history,
             const char           *expected)
{
  SediaLeadTime lead;
  g_autofree char *words = NULL;

  sedia_supplier_history_lead_time (&history, &lead);
  words = sedia_lead_time_words (&lead);
  g_assert_cmpstr (words, ==, expected);
}

/* Its own past, else what it states, else nothing. */
static void
test_lead_time (void)
{
  const SediaSupplierHistory known = { .n_past = 9, .is_known = TRUE, .lead_days = 3,
    .lead = { 9, 6, 11, 2 }, .lead_mean = 8.6, .lead_deviation = 2.4 };
  const SediaSupplierHistory even = { .n_past = 9, .is_known = TRUE, .lead_days = 3,
    .lead = { 9, 1, 1, 0 }, .lead_mean = 1.0 };

  assert_lead (known, "a delivery took 9 days, give or take 2, the last 9 times");
  assert_lead (even, "a delivery took 1 day, the last 9 times");
  assert_lead ((SediaSupplierHistory) { .n_past = 4, .lead_days = 3 },
               "a delivery takes 3 days, as the supplier states");
  assert_lead ((SediaSupplierHistory) { .n_past = 4, .lead_days = -1 },
               "nobody knows how long a delivery takes");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/expected-day/4-in-queue-order", test_in_queue_order);
  g_test_add_func ("/core/expected-day/4-last-it-needs", test_last_it_needs);
  g_test_add_func ("/core/expected-day/4-unknown", test_unknown);
  g_test_add_func ("/core/expected-day/4-late", test_late);
  g_test_add_func ("/core/expected-day/without-day", test_without_day);
  g_test_add_func ("/core/expected-day/3.1-tied", test_tied);
  g_test_add_func ("/core/expected-day/3.3-held", test_held);
  g_test_add_func ("/core/expected-day/since", test_since);
  g_test_add_func ("/core/expected-day/many", test_many);
  g_test_add_func ("/core/supplier-range/4-range", test_range);
  g_test_add_func ("/core/supplier-range/4-honest", test_range_is_honest);
  g_test_add_func ("/core/supplier-range/4-words", test_words);
  g_test_add_func ("/core/expected-day/spread", test_spread);
  g_test_add_func ("/core/expected-day/lead-time", test_lead_time);

  return g_test_run ();
}
