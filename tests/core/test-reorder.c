/* Rule 8: how much to order. */
#include "config.h"

#include "sedia-number.h"
#include "sedia-reorder.h"

#define NONE SEDIA_NO_AMOUNT

typedef struct
{
  gint64 on_hand, incoming, open;
  gint64 minimum, maximum, pack, moq;
  gint64 suggested; /* 0: nothing */
  const char *why;
} Case;

static SediaProduct
product_of (const Case *one)
{
  return (SediaProduct) { .unit = (char *) "pcs", .on_hand = one->on_hand,
    .incoming = one->incoming, .open = one->open, .minimum = one->minimum, .maximum = one->maximum,
    .pack = one->pack, .moq = one->moq };
}

/* Strictly below the minimum; up to the maximum; whole packs; the least order. */
static void
test_own_levels (void)
{
  static const Case cases[] = {
    { 10, 0, 0, 10, 24, 0, NONE, 0, NULL },
    { 9, 0, 0, 10, 24, 0, NONE, 15,
      "9 pcs on hand + 0 pcs incoming − 0 pcs wanted = 9 pcs, below the minimum of 10 pcs; "
      "up to 24 pcs it takes 15 pcs." },
    { 9, 0, 0, 10, NONE, 0, NONE, 1, NULL },
    { 9, 15, 0, 10, 24, 0, NONE, 0, NULL }, /* ordered already */
    { 9, 15, 15, 10, 24, 0, NONE, 15, NULL },
    { 9, 0, 0, 10, 24, 12, NONE, 24,
      "9 pcs on hand + 0 pcs incoming − 0 pcs wanted = 9 pcs, below the minimum of 10 pcs; "
      "up to 24 pcs it takes 15 pcs; in packs of 12 pcs that is 24 pcs." },
    { 9, 0, 0, 10, 24, 5, NONE, 15, NULL },
    { 9, 0, 0, 10, 24, 0, 20, 20,
      "9 pcs on hand + 0 pcs incoming − 0 pcs wanted = 9 pcs, below the minimum of 10 pcs; "
      "up to 24 pcs it takes 15 pcs; the least order is 20 pcs." },
    { 9, 0, 0, 10, 24, 12, 30, 36,
      "9 pcs on hand + 0 pcs incoming − 0 pcs wanted = 9 pcs, below the minimum of 10 pcs; "
      "up to 24 pcs it takes 15 pcs; the least order is 30 pcs, in packs of 12 pcs that is 36 pcs."
    },
    { 9, 0, 0, 10, 24, 12, 24, 24, NULL },
    { -3, 0, 2, 0, 0, 0, NONE, 5, NULL },
    { 0, 0, 0, 0, 0, 0, NONE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SediaProduct product = product_of (&cases[i]);
      g_autofree char *why = NULL;
      SediaSuggestion suggestion;

      g_assert_true (sedia_reorder_suggest (&product, 0, NULL, &suggestion) ==
                     (cases[i].suggested > 0));
      g_assert_cmpint (suggestion.suggested, ==, cases[i].suggested);
      g_assert_cmpint (suggestion.source, ==, SEDIA_LEVELS_OWN);
      if (cases[i].pack > 0)
        g_assert_cmpint (sedia_reorder_packs (&product, &suggestion), ==,
                         cases[i].suggested / cases[i].pack);
      if (cases[i].why == NULL)
        continue;
      why = sedia_reorder_sentence (&product, &suggestion);
      g_assert_cmpstr (why, ==, cases[i].why);
    }
}

/* Those who wait are covered, whatever was or was not set. */
static void
test_waiting_covered (void)
{
  static const Case one = { 1, 2, 10, NONE, NONE, 0, NONE, 7, NULL };
  const SediaProduct product = product_of (&one);
  g_autofree char *why = NULL;
  SediaSuggestion suggestion;

  g_assert_true (sedia_reorder_suggest (&product, 0, NULL, &suggestion));
  g_assert_cmpint (suggestion.source, ==, SEDIA_LEVELS_NONE);
  g_assert_cmpint (suggestion.suggested, ==, 7);
  why = sedia_reorder_sentence (&product, &suggestion);
  g_assert_cmpstr (why, ==, "1 pcs on hand + 2 pcs incoming − 10 pcs wanted = -7 pcs; "
                            "7 pcs are missing.");
}

/* The owner's numbers win; what they left open comes from the forecast and goes with theirs. */
static void
test_worked_out (void)
{
  static const SediaStockLevels levels = { .safety = 4, .minimum = 12, .maximum = 32,
                                           .quantity = 20 };
  static const struct
  {
    gint64 minimum, maximum, level, fill;
    SediaLevelsSource source;
  } cases[] = {
    { NONE, NONE, 12, 32, SEDIA_LEVELS_FORECAST },
    { 5, NONE, 5, 25, SEDIA_LEVELS_OWN },
    { NONE, 40, 12, 40, SEDIA_LEVELS_OWN },
    { NONE, 8, 8, 8, SEDIA_LEVELS_OWN },
    { 5, 6, 5, 6, SEDIA_LEVELS_OWN },
    { 0, 0, 0, 0, SEDIA_LEVELS_OWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SediaProduct product = { .unit = (char *) "pcs", .minimum = cases[i].minimum,
        .maximum = cases[i].maximum, .moq = NONE };
      SediaSuggestion suggestion;

      g_assert_true (sedia_reorder_suggest (&product, 0, &levels, &suggestion) ==
                     (cases[i].level > 0));
      g_assert_cmpint (suggestion.source, ==, cases[i].source);
      g_assert_cmpint (suggestion.minimum, ==, cases[i].level);
      g_assert_cmpint (suggestion.maximum, ==, cases[i].fill);
      g_assert_cmpint (suggestion.suggested, ==, cases[i].level > 0 ? cases[i].fill : 0);
    }
}

static void
assert_basis (gint64             minimum,
              gint64             maximum,
              SediaReorderBasis  basis,
              const char        *expected)
{
  const SediaProduct product = { .unit = (char *) "pcs", .minimum = minimum, .maximum = maximum };
  const SediaSuggestion suggestion = { .basis = basis };
  g_autofree char *sentence = sedia_reorder_basis_sentence (&product, &suggestion);

  g_assert_cmpstr (sentence, ==, expected);
}

/* The owner's numbers are said to be theirs; what was worked out says of what. */
static void
test_basis (void)
{
  const SediaReorderBasis basis = { .n_weeks = 52, .demand = 12.2, .safety = 9,
    .orders_per_shortage = 20, .lead = { SEDIA_LEAD_STATED, 7.0, 0.0, 0 } };
  const SediaReorderBasis none = { 0 };

  assert_basis (5, 9, none, "The minimum and the maximum are yours.");
  assert_basis (5, NONE, none, "The minimum is yours.");
  assert_basis (NONE, NONE, none, "No minimum is set, and too little is known to work one out: "
                                  "only customers who wait are covered.");
  assert_basis (NONE, NONE, basis,
                "Sells about 12 pcs a week, from 52 weeks; a delivery takes 7 days, as the "
                "supplier states; 9 pcs are kept in reserve, to run out at most once in 20 "
                "orders.");
  assert_basis (NONE, 9, basis,
                "The maximum is yours. Sells about 12 pcs a week, from 52 weeks; a delivery takes "
                "7 days, as the supplier states; 9 pcs are kept in reserve, to run out at most "
                "once in 20 orders.");
}

/* Whatever the numbers, one order is enough, and none is too small. */
static void
test_twice (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const guint decimals = (guint) g_test_rand_int_range (0, 4);
      SediaProduct product = {
        .unit = (char *) "kg", .decimals = decimals,
        .on_hand = g_test_rand_int_range (-50, 200), .incoming = g_test_rand_int_range (0, 100),
        .open = g_test_rand_int_range (0, 200),
        .minimum = g_test_rand_bit () ? g_test_rand_int_range (0, 60) : NONE,
        .pack = g_test_rand_int_range (0, 13),
        .moq = g_test_rand_bit () ? g_test_rand_int_range (0, 90) : NONE,
      };
      SediaSuggestion first, second;

      product.maximum = g_test_rand_bit () ? MAX (product.minimum, 0) +
                                             g_test_rand_int_range (0, 60)
                                           : NONE;
      if (!sedia_reorder_suggest (&product, 0, NULL, &first))
        continue;
      g_assert_cmpint (first.suggested, >, 0);
      if (product.moq != NONE)
        g_assert_cmpint (first.suggested, >=, product.moq);
      if (product.pack > 0)
        g_assert_cmpint (first.suggested % (product.pack * sedia_quantity_one (decimals)), ==, 0);
      g_assert_cmpint (first.projected + first.suggested, >=, first.maximum);

      g_assert_false (sedia_reorder_suggest (&product, first.suggested, NULL, &second));
      product.incoming += first.suggested;
      g_assert_false (sedia_reorder_suggest (&product, 0, NULL, &second));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reorder/8-own-levels", test_own_levels);
  g_test_add_func ("/core/reorder/8-waiting-covered", test_waiting_covered);
  g_test_add_func ("/core/reorder/8-worked-out", test_worked_out);
  g_test_add_func ("/core/reorder/basis", test_basis);
  g_test_add_func ("/core/reorder/8-twice", test_twice);

  return g_test_run ();
}
