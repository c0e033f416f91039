/* What was measured of a product, and what follows from it. */
#include "config.h"

#include <glib.h>

#include "sedia-verdict.h"

#include <string.h>

#define NONE SEDIA_NO_AMOUNT

static const SediaProduct product = {
  .sku = (char *) "KOPI", .name = (char *) "Kopi", .unit = (char *) "pcs",
  .backorder_limit = SEDIA_NO_AMOUNT,
};

/* "demand/supplier/promises/cancelled/counts: kind, policy limit wait deposit, step" */
static char *
judge (const SediaVerdictNumbers *numbers)
{
  GString *text = g_string_new (NULL);
  SediaVerdict verdict;

  sedia_verdict_judge (numbers, &product, &verdict);
  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "/" : "",
                            sedia_grade_to_string (verdict.grades[i]));
  g_string_append_printf (text, ": %s, %s", sedia_verdict_kind_to_string (verdict.kind),
                          sedia_backorder_policy_to_string (verdict.terms.policy));
  if (verdict.terms.limit != NONE)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, verdict.terms.limit);
  g_string_append_printf (text, " %ud %u%%, %u", verdict.terms.wait, verdict.terms.deposit,
                          verdict.step);

  return g_string_free (text, FALSE);
}

static void
assert_verdict (SediaVerdictNumbers  numbers,
                const char          *expected)
{
  g_autofree char *found = judge (&numbers);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_nothing (void)
{
  assert_verdict ((SediaVerdictNumbers) { .lead_days = -1 },
                  "unknown/unknown/unknown/unknown/unknown: not-enough-history, allow 0d 0%, 7");
  /* One of each says as little. */
  assert_verdict ((SediaVerdictNumbers) { 1, 0, { 1, 1 }, 3, { 1, 0 }, { 1, 1 }, { 1, 0 }, 1, 5 },
                  "unknown/unknown/unknown/unknown/unknown: not-enough-history, allow 0d 0%, 7");
  /* Nothing was ever asked for, but it is counted: that says nothing of who waits. */
  assert_verdict ((SediaVerdictNumbers) { 30, 0, { 0, 0 }, -1, { 0, 0 }, { 0, 0 }, { 9, 9 }, 13,
                                          0 },
                  "good/unknown/unknown/unknown/good: not-enough-history, allow 0d 0%, 7");
}

static void
test_kinds (void)
{
  const SediaVerdictNumbers all = {
    40, 800, { 20, 1 }, 10, { 20, 19 }, { 40, 1 }, { 10, 10 }, 13, 26,
  };
  SediaVerdictNumbers one;

  assert_verdict (all, "good/good/good/good/good: good, allow 0d 0%, 0");

  /* One thing that is fair: with care. 26 in 13 weeks are 2 a week; in 17 days 5 are asked for. */
  one = all;
  one.error_of_naive = 950;
  assert_verdict (one, "fair/good/good/good/good: with-care, warn 5 17d 0%, 1");
  one.error_of_naive = 1000;
  assert_verdict (one, "poor/good/good/good/good: with-care, warn 5 17d 0%, 1");

  one = all;
  one.late.hits = 5;
  assert_verdict (one, "good/fair/good/good/good: with-care, warn 5 17d 0%, 2");
  one.late.hits = 6;
  assert_verdict (one, "good/poor/good/good/good: with-care, warn 5 17d 0%, 2");

  one = all;
  one.cancelled.hits = 8;
  assert_verdict (one, "good/good/good/fair/good: with-care, warn 5 17d 25%, 4");
  one.cancelled.hits = 9;
  assert_verdict (one, "good/good/good/poor/good: with-care, warn 5 17d 50%, 4");

  one = all;
  one.right.hits = 6;
  assert_verdict (one, "good/good/good/good/poor: with-care, warn 5 17d 0%, 5");
  /* Two poor things are too much. */
  one.late.hits = 20;
  assert_verdict (one, "good/poor/good/good/poor: not-advised, refuse 0d 0%, 5");

  /* Broken promises are enough on their own. */
  one = all;
  one.kept.hits = 14;
  assert_verdict (one, "good/good/poor/good/good: not-advised, refuse 0d 0%, 3");
  one.kept.hits = 15;
  assert_verdict (one, "good/good/fair/good/good: with-care, warn 5 17d 0%, 3");

  /* Who never promised anything cannot be called good. */
  one.kept = (SediaShare) { 4, 4 };
  assert_verdict (one, "good/good/unknown/good/good: with-care, warn 5 17d 0%, 8");
}

/* The limits are whole units and never nothing; without a lead time there is none. */
static void
test_limits (void)
{
  SediaVerdictNumbers numbers = {
    40, 950, { 20, 0 }, -1, { 20, 20 }, { 40, 0 }, { 10, 10 }, 13, 26,
  };
  SediaProduct weighed = product;
  SediaVerdict verdict;

  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 0d 0%, 1");
  numbers.lead_days = 0;
  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 2 7d 0%, 1");
  numbers.asked = 0;
  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 1 7d 0%, 1");
  numbers.lead_days = G_MAXINT;
  numbers.asked = 13;
  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 522 3650d 0%, 1");
  numbers.asked = G_MAXINT64;
  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 3650d 0%, 1");
  numbers.weeks = 0;
  assert_verdict (numbers, "fair/good/good/good/good: with-care, warn 3650d 0%, 1");

  /* 1.3 kg a week, for a week: 2 kg. */
  weighed.decimals = 3;
  numbers = (SediaVerdictNumbers) { 40, 950, { 20, 0 }, 0, { 20, 20 }, { 40, 0 }, { 10, 10 }, 10,
                                    13000 };
  sedia_verdict_judge (&numbers, &weighed, &verdict);
  g_assert_cmpint (verdict.terms.limit, ==, 2000);
}

static void
test_shares (void)
{
  const SediaGradeRule rule = { 5, 90, 75 };
  const SediaShare none = { 0, 0 }, four = { 4, 4 }, nine = { 10, 9 }, less = { 99, 89 };
  const SediaShare many = { G_MAXUINT, G_MAXUINT };

  g_assert_cmpuint (sedia_share_percent (&none), ==, 0);
  g_assert_cmpuint (sedia_share_percent (&nine), ==, 90);
  g_assert_cmpuint (sedia_share_percent (&less), ==, 90);
  g_assert_cmpuint (sedia_share_percent (&many), ==, 100);
  g_assert_cmpuint (sedia_grade_of (&none, &rule), ==, SEDIA_GRADE_UNKNOWN);
  g_assert_cmpuint (sedia_grade_of (&four, &rule), ==, SEDIA_GRADE_UNKNOWN);
  g_assert_cmpuint (sedia_grade_of (&nine, &rule), ==, SEDIA_GRADE_GOOD);
  g_assert_cmpuint (sedia_grade_of (&less, &rule), ==, SEDIA_GRADE_FAIR);
  g_assert_cmpuint (sedia_grade_of (&many, &rule), ==, SEDIA_GRADE_GOOD);

  g_assert_cmpuint (sedia_trend_of (&none, &nine, 0), ==, SEDIA_TREND_UNKNOWN);
  g_assert_cmpuint (sedia_trend_of (&four, &nine, 5), ==, SEDIA_TREND_UNKNOWN);
  g_assert_cmpuint (sedia_trend_of (&four, &nine, 4), ==, SEDIA_TREND_WORSE);
  g_assert_cmpuint (sedia_trend_of (&nine, &four, 4), ==, SEDIA_TREND_BETTER);
  g_assert_cmpuint (sedia_trend_of (&nine, &less, 5), ==, SEDIA_TREND_SAME);
}

static void
test_words (void)
{
  const SediaVerdictNumbers numbers = {
    40, 640, { 9, 2 }, 10, { 20, 19 }, { 0, 0 }, { 1, 1 }, 13, 26,
  };
  const SediaVerdictNumbers nothing = { .lead_days = -1 };
  static const char *const expected[] = {
    "The forecast is 36 % less wrong than saying “as last week”.",
    "2 of 9 deliveries of its supplier came late.",
    "19 of 20 days that were promised were kept.",
    "Nobody has waited for it to the end yet.",
    "1 of 1 count found what the book said.",
  };
  const SediaBackorderTerms care = { SEDIA_BACKORDER_WARN, 12, 14, 50 };
  const SediaBackorderTerms never = { SEDIA_BACKORDER_REFUSE, 12, 14, 50 };
  const SediaBackorderTerms never_either = { SEDIA_BACKORDER_REFUSE, NONE, 0, 0 };
  g_autofree char *words = sedia_backorder_terms_words (&care, 0, "pcs");
  g_autofree char *refused = sedia_backorder_terms_words (&never, 0, "pcs");

  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    {
      g_autofree char *sentence = sedia_verdict_sentence (&numbers, (SediaVerdictReason) i);
      g_autofree char *unknown = sedia_verdict_sentence (&nothing, (SediaVerdictReason) i);

      g_assert_cmpstr (sentence, ==, expected[i]);
      g_assert_null (strpbrk (unknown, "0123456789"));
    }

  g_assert_cmpstr (words, ==,
                   "ask before a customer waits, at most 12 pcs, at most 14 days, 50 % beforehand");
  g_assert_cmpstr (refused, ==, "nobody waits for it");
  g_assert_true (sedia_backorder_terms_equal (&never, &never_either));
  g_assert_false (sedia_backorder_terms_equal (&never, &care));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/verdict/nothing", test_nothing);
  g_test_add_func ("/core/verdict/kinds", test_kinds);
  g_test_add_func ("/core/verdict/limits", test_limits);
  g_test_add_func ("/core/verdict/shares", test_shares);
  g_test_add_func ("/core/verdict/words", test_words);

  return g_test_run ();
}
