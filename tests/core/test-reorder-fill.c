/* What an order is worth, and filling it up to the least a supplier takes. */
#include "config.h"

#include "sedia-number.h"
#include "sedia-reorder-fill.h"

#define NONE SEDIA_NO_AMOUNT
#define MOST 12

typedef struct
{
  SediaProduct products[MOST];
  SediaSuggestion suggestions[MOST];
  SediaReorderLine lines[MOST];
  guint n;
} Order;

/* Every product costs 10.00, comes one by one, and sells @demand a week. */
static SediaProduct *
add (Order  *order,
     gint64  on_hand,
     gint64  minimum,
     gint64  maximum,
     double  demand,
     gint64  quantity)
{
  const guint i = order->n++;

  order->products[i] = (SediaProduct) { .unit = (char *) "pcs", .on_hand = on_hand, .cost = 1000,
    .minimum = NONE, .maximum = NONE, .moq = NONE };
  order->suggestions[i] = (SediaSuggestion) { .source = SEDIA_LEVELS_FORECAST,
    .projected = on_hand, .minimum = minimum, .maximum = maximum,
    .basis = { .n_weeks = 52, .demand = demand } };
  order->lines[i] = (SediaReorderLine) { &order->products[i], &order->suggestions[i], quantity };

  return &order->products[i];
}

/* "4 0 12", or "no" */
static char *
filled (Order  *order,
        gint64  least_value)
{
  GString *text = g_string_new (NULL);

  if (!sedia_reorder_fill_up (order->lines, order->n, least_value))
    g_string_append (text, "no");
  for (guint i = 0; i < order->n; i++)
    g_string_append_printf (text, "%s%d", text->len > 0 ? " " : "",
                            (int) order->lines[i].quantity);

  return g_string_free (text, FALSE);
}

#define assert_filled(order, least_value, expected)                                                \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *filled_ = filled (order, least_value);                                      \
      g_assert_cmpstr (filled_, ==, expected);                                                     \
    }                                                                                              \
  G_STMT_END

static void
test_value (void)
{
  SediaProduct product = { .decimals = 3, .cost = 1250 };

  g_assert_cmpint (sedia_reorder_value (&product, 1500), ==, 1875);
  g_assert_cmpint (sedia_reorder_value (&product, 1), ==, 1);  /* 1.25 hundredths */
  g_assert_cmpint (sedia_reorder_value (&product, 2), ==, 3);  /* 2.5, up */
  product.cost = G_MAXINT64 / 2;
  g_assert_cmpint (sedia_reorder_value (&product, 3), ==, G_MAXINT64);
  product.cost = NONE;
  g_assert_cmpint (sedia_reorder_value (&product, 3), ==, NONE);
}

static void
test_worth (void)
{
  Order order = { .n = 0 };
  SediaReorderWorth worth;
  g_autofree char *any = NULL, *missing = NULL, *enough = NULL;

  add (&order, 0, 1, 9, 1, 4);
  add (&order, 0, 1, 9, 1, 3)->cost = NONE;
  add (&order, 0, 1, 9, 1, 0)->cost = NONE;
  sedia_reorder_worth (order.lines, order.n, &worth);
  g_assert_cmpint (worth.value, ==, 4000);
  g_assert_cmpuint (worth.n_lines, ==, 2);
  g_assert_cmpuint (worth.n_unknown, ==, 1);

  g_assert_false (sedia_reorder_worth_is_short (&worth, NONE));
  g_assert_false (sedia_reorder_worth_is_short (&worth, 4000));
  g_assert_true (sedia_reorder_worth_is_short (&worth, 10000));
  any = sedia_reorder_worth_sentence (&worth, "Java", NONE);
  g_assert_cmpstr (any, ==, "Worth 40; the cost of 1 product is not known");
  worth.n_unknown = 0;
  missing = sedia_reorder_worth_sentence (&worth, "Java", 10050);
  g_assert_cmpstr (missing, ==, "Worth 40; Java takes orders from 100.50: 60.50 is missing");
  enough = sedia_reorder_worth_sentence (&worth, "Java", 4000);
  g_assert_cmpstr (enough, ==, "Worth 40; Java takes orders from 40");
  worth = (SediaReorderWorth) { 0 };
  g_assert_false (sedia_reorder_worth_is_short (&worth, 10000)); /* nothing is ordered */
}

/* Whatever is nearest to its minimum has its turn first. */
static void
test_nearest_first (void)
{
  Order order = { .n = 0 };

  add (&order, 10, 10, 30, 5, 0);
  add (&order, 20, 10, 30, 5, 0);
  add (&order, 0, 10, 30, 5, 30);
  assert_filled (&order, 30000, "0 0 30");   /* enough already */
  assert_filled (&order, 34000, "4 0 30");
  assert_filled (&order, 42000, "11 1 30");  /* side by side, the first one first */
  assert_filled (&order, 60000, "20 10 30"); /* all at their maximum */
}

/* Above their maximum all last equally long. */
static void
test_weeks_of_cover (void)
{
  Order order = { .n = 0 };

  add (&order, 30, 10, 30, 10, 0);  /* 3 weeks */
  add (&order, 30, 10, 30, 2, 0);   /* 15 weeks */
  assert_filled (&order, 50000, "50 0");
  assert_filled (&order, 180000, "170 10"); /* 20 weeks each */
  assert_filled (&order, 10000000, "no 170 10");
}

/* Packs and the least order are respected; what is in the order for nothing stays out of it. */
static void
test_whole_packs (void)
{
  Order order = { .n = 0 };

  add (&order, 10, 10, 40, 5, 12)->pack = 12;
  add (&order, 39, 10, 40, 5, 0)->moq = 24;
  assert_filled (&order, 13000, "24 0");
  assert_filled (&order, 30000, "36 0");
  assert_filled (&order, 37000, "36 24");
}

/* Those who wait are covered, and nothing is lowered, also without levels or a cost. */
static void
test_waiting_covered (void)
{
  Order order = { .n = 0 };

  add (&order, -7, 0, 0, 0, 3);
  order.suggestions[0].source = SEDIA_LEVELS_NONE;
  order.products[0].pack = 5;
  add (&order, -4, 5, 20, 5, 0)->cost = NONE;
  add (&order, 5, 5, 20, 5, 9);
  assert_filled (&order, 20000, "10 4 10");
  order.n = 2;
  assert_filled (&order, 20000, "no 10 4");
}

/* Whatever the numbers: enough, in whole packs, never less than before. */
static void
test_whatever (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      Order order = { .n = 0 };
      SediaReorderWorth before, after;
      gint64 chosen[MOST], least_value;

      for (guint i = 0; i < MOST; i++)
        {
          SediaProduct *product = add (&order, g_test_rand_int_range (-20, 60),
                                       g_test_rand_int_range (0, 20),
                                       g_test_rand_int_range (20, 60),
                                       g_test_rand_double_range (0.0, 9.0), 0);

          product->pack = g_test_rand_int_range (0, 13);
          product->cost = g_test_rand_bit () ? g_test_rand_int_range (1, 5000) : NONE;
          product->moq = g_test_rand_bit () ? g_test_rand_int_range (0, 30) : NONE;
          chosen[i] = g_test_rand_int_range (0, 4) * sedia_reorder_pack (product);
          order.lines[i].quantity = chosen[i];
        }
      sedia_reorder_worth (order.lines, order.n, &before);
      least_value = before.value + g_test_rand_int_range (1, 100000);
      if (!sedia_reorder_fill_up (order.lines, order.n, least_value))
        continue;
      sedia_reorder_worth (order.lines, order.n, &after);
      g_assert_cmpint (after.value, >=, least_value);
      for (guint i = 0; i < MOST; i++)
        {
          g_assert_cmpint (order.lines[i].quantity, >=, chosen[i]);
          g_assert_cmpint (order.lines[i].quantity + order.suggestions[i].projected, >=,
                           order.lines[i].quantity > 0 ? 0 : order.suggestions[i].projected);
          if (order.lines[i].quantity > chosen[i])
            g_assert_cmpint (order.lines[i].quantity % sedia_reorder_pack (&order.products[i]), ==,
                             0);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reorder-fill/value", test_value);
  g_test_add_func ("/core/reorder-fill/worth", test_worth);
  g_test_add_func ("/core/reorder-fill/nearest-first", test_nearest_first);
  g_test_add_func ("/core/reorder-fill/weeks-of-cover", test_weeks_of_cover);
  g_test_add_func ("/core/reorder-fill/whole-packs", test_whole_packs);
  g_test_add_func ("/core/reorder-fill/waiting-covered", test_waiting_covered);
  g_test_add_func ("/core/reorder-fill/whatever", test_whatever);

  return g_test_run ();
}
