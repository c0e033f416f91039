/* The normal distribution, to 1e-9 and better. The figures are those of the usual tables, to more
 * digits.
 */
#include "config.h"

#include "sedia-normal.h"

#include <math.h>

static void
assert_near (double value,
             double expected)
{
  if (!(fabs (value - expected) <= 1e-11 * (1.0 + fabs (expected))))
    g_error ("%.15g, not %.15g", value, expected);
}

static void
test_quantile (void)
{
  static const struct { double probability, z; } cases[] = {
    { 0.5, 0.0 },
    { 0.6, 0.2533471031357997 },
    { 0.75, 0.6744897501960817 },
    { 0.9, 1.2815515655446004 },
    { 0.95, 1.6448536269514722 },
    { 0.975, 1.959963984540054 },
    { 0.99, 2.3263478740408408 },
    { 0.999, 3.090232306167813 },
    { 0.05, -1.6448536269514722 },
    { 1e-10, -6.361340902404056 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_near (sedia_normal_quantile (cases[i].probability), cases[i].z);
}

static void
test_quantile_there_and_back (void)
{
  for (double z = -30.0; z <= 0.0; z += 0.125)
    assert_near (sedia_normal_quantile (sedia_normal_below (z)), z);
  for (double z = 0.0; z <= 4.0; z += 0.125) /* above, 1 - p has too few digits left */
    assert_near (sedia_normal_quantile (sedia_normal_below (z)), z);
}

static void
test_quantile_edges (void)
{
  g_assert_true (sedia_normal_quantile (0.0) == -INFINITY);
  g_assert_true (sedia_normal_quantile (1.0) == INFINITY);
  g_assert_true (isnan (sedia_normal_quantile (-0.1)));
  g_assert_true (isnan (sedia_normal_quantile (1.1)));
  g_assert_true (isnan (sedia_normal_quantile (NAN)));
}

/* The loss is the sum of what exceeds z, each by its probability: Simpson's rule over it. */
static double
summed_loss (double z)
{
  const guint n = 20000;
  const double end = 12.0, step = (end - z) / n;
  double sum = 0.0;

  for (guint i = 0; i <= n; i++)
    {
      const double x = z + i * step;
      const double weight = i == 0 || i == n ? 1.0 : (i % 2 == 1 ? 4.0 : 2.0);

      sum += weight * (x - z) * exp (-x * x / 2.0);
    }

  return sum * step / 3.0 / sqrt (2.0 * acos (-1.0));
}

static void
test_loss (void)
{
  assert_near (sedia_normal_loss (0.0), 0.3989422804014327);

  for (double z = -4.0; z <= 4.0; z += 0.5)
    {
      assert_near (sedia_normal_loss (z), summed_loss (z));
      assert_near (sedia_normal_loss (-z), sedia_normal_loss (z) + z);
    }
  g_assert_cmpfloat (sedia_normal_loss (60.0), ==, 0.0);
}

static void
test_loss_there_and_back (void)
{
  for (double z = -8.0; z <= 8.0; z += 0.25)
    {
      const double back = sedia_normal_loss_inverse (sedia_normal_loss (z));

      g_assert_cmpfloat (fabs (back - z), <=, 1e-9);
    }

  g_assert_true (sedia_normal_loss_inverse (0.0) == INFINITY);
  g_assert_true (isnan (sedia_normal_loss_inverse (-1.0)));
  g_assert_cmpfloat (sedia_normal_loss (sedia_normal_loss_inverse (1e-100)), <, 1.001e-100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/normal/quantile", test_quantile);
  g_test_add_func ("/core/normal/quantile-there-and-back", test_quantile_there_and_back);
  g_test_add_func ("/core/normal/quantile-edges", test_quantile_edges);
  g_test_add_func ("/core/normal/loss", test_loss);
  g_test_add_func ("/core/normal/loss-there-and-back", test_loss_there_and_back);

  return g_test_run ();
}
