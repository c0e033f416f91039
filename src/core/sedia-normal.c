/* The standard normal distribution: to about 1e-12, by the error function of the C library. */
#include "config.h"

#include "sedia-normal.h"

#include <math.h>

#define ROOT_OF_2 1.4142135623730951
#define ROOT_OF_2_PI 2.5066282746310002
#define STEPS_MOST 60
#define CLOSE 1e-14

/**
 * sedia_normal_density: The density at @z.
 */
double
sedia_normal_density (double z)
{
  return exp (-z * z / 2.0) / ROOT_OF_2_PI;
}

/**
 * sedia_normal_below: The probability of a value below @z, exact in both tails.
 */
double
sedia_normal_below (double z)
{
  return erfc (-z / ROOT_OF_2) / 2.0;
}

/* Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23: right to 4.5e-4, for
 * the lower half. */
static double
rough_quantile (double probability)
{
  const double t = sqrt (-2.0 * log (probability));
  const double above = 2.515517 + t * (0.802853 + t * 0.010328);
  const double below = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));

  return above / below - t;
}

/**
 * sedia_normal_quantile:
 * @probability: above 0 and below 1
 *
 * The value with that probability below it. A rough answer is made exact by Halley's method, which
 * triples the digits in each step; the derivatives of the distribution are its density, and -z
 * times it.
 *
 * Returns: the quantile, to about 1e-12; infinite for 0 and 1, NaN beyond
 */
double
sedia_normal_quantile (double probability)
{
  double z;

  if (!(probability >= 0.0 && probability <= 1.0))
    return NAN;
  if (probability == 0.0)
    return -INFINITY;
  if (probability > 0.5)
    return -sedia_normal_quantile (1.0 - probability);

  z = rough_quantile (probability);
  for (guint i = 0; i < STEPS_MOST; i++)
    {
      const double off = (sedia_normal_below (z) - probability) / sedia_normal_density (z);
      const double step = off / (1.0 + z * off / 2.0);

      if (!isfinite (step))
        break;

      z -= step;
      if (fabs (step) <= CLOSE * (1.0 + fabs (z)))
        break;
    }

  return z;
}

/**
 * sedia_normal_loss:
 * @z: a number of deviations
 *
 * What a value exceeds @z by, on average: G(z) = density (z) - z (1 - below (z)). Silver, Pyke and
 * Thomas, Inventory and Production Management in Supply Chains, 4th ed. (2017), appendix II.
 *
 * Returns: the loss, never negative
 */
double
sedia_normal_loss (double z)
{
  return MAX (sedia_normal_density (z) - z * sedia_normal_below (-z), 0.0);
}

/**
 * sedia_normal_loss_inverse:
 * @loss: above 0
 *
 * Newton's method on the logarithm of the loss, which is concave: from above the answer it closes
 * in on it from there.
 *
 * Returns: the z that has that loss; infinite for 0, NaN below
 */
double
sedia_normal_loss_inverse (double loss)
{
  double z;

  if (!(loss >= 0.0))
    return NAN;
  if (loss == 0.0)
    return INFINITY;

  z = loss < sedia_normal_loss (0.0) ? sqrt (-2.0 * log (loss)) : -loss;
  for (guint i = 0; i < STEPS_MOST; i++)
    {
      const double now = sedia_normal_loss (z);
      const double step = now > 0.0 ? log (now / loss) * now / sedia_normal_below (-z) : NAN;

      if (!isfinite (step))
        break;

      z += step;
      if (fabs (step) <= CLOSE * (1.0 + fabs (z)))
        break;
    }

  return z;
}
