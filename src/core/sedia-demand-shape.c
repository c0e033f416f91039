/* The class of a demand. */
#include "config.h"

#include "sedia-demand-shape.h"

#include <math.h>

/* The sum of squares around a mean, of the weeks that count, or of those with demand alone. */
static double
squares_around (const SediaDemand *demand,
                double             mean,
                gboolean           only_sales)
{
  double sum = 0.0;

  for (guint t = 0; t < demand->n; t++)
    if (sedia_demand_is_known (demand, t) && (!only_sales || demand->values[t] > 0.0))
      sum += (demand->values[t] - mean) * (demand->values[t] - mean);

  return sum;
}

static SediaDemandClass
class_of (double interval,
          double variation)
{
  if (interval > SEDIA_DEMAND_INTERVAL_CUT)
    return variation > SEDIA_DEMAND_VARIATION_CUT ? SEDIA_DEMAND_LUMPY : SEDIA_DEMAND_INTERMITTENT;

  return variation > SEDIA_DEMAND_VARIATION_CUT ? SEDIA_DEMAND_ERRATIC : SEDIA_DEMAND_SMOOTH;
}

/**
 * sedia_demand_shape:
 * @demand: a history
 *
 * The cuts are those of Syntetos, Boylan and Croston, Journal of the Operational Research Society
 * 56 (2005) 495-503: 1.32 weeks, and 0.49. On a cut it is the quieter class. The interval is that
 * of all weeks, so that a long silence at the end counts.
 *
 * Returns: its class, and the numbers the class is made of
 */
SediaDemandShape
sedia_demand_shape (const SediaDemand *demand)
{
  SediaDemandShape shape = { .class = SEDIA_DEMAND_NONE };
  double sum = 0.0, sum_sales = 0.0, squares;
  guint last = 0;

  g_return_val_if_fail (demand != NULL, shape);

  for (guint t = 0; t < demand->n; t++)
    {
      if (!sedia_demand_is_known (demand, t))
        continue;

      shape.n_known++;
      sum += demand->values[t];
      if (demand->values[t] > 0.0)
        {
          shape.n_sales++;
          sum_sales += demand->values[t];
          last = shape.n_known;
        }
    }

  if (shape.n_known == 0)
    return shape;

  shape.mean = sum / shape.n_known;
  if (shape.n_known > 1)
    shape.deviation = sqrt (squares_around (demand, shape.mean, FALSE) / (shape.n_known - 1));
  if (shape.n_sales == 0)
    return shape;

  shape.mean_size = sum_sales / shape.n_sales;
  shape.interval = (double) shape.n_known / shape.n_sales;
  shape.interval_mean = (double) last / shape.n_sales;
  squares = squares_around (demand, shape.mean_size, TRUE) / shape.mean_size / shape.mean_size;
  shape.variation = shape.n_sales > 1 ? squares / (shape.n_sales - 1) : 0.0;
  shape.variation_whole = squares / shape.n_sales;
  shape.class = class_of (shape.interval, shape.variation);

  return shape;
}

/**
 * sedia_demand_class_is_sparse: Whether it is asked for only now and then.
 */
gboolean
sedia_demand_class_is_sparse (SediaDemandClass class)
{
  return class == SEDIA_DEMAND_INTERMITTENT || class == SEDIA_DEMAND_LUMPY;
}
