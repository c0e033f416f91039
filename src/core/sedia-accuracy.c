/* Sums of errors, and the measures made of them. */
#include "config.h"

#include "sedia-accuracy.h"

#include <math.h>

/**
 * sedia_errors_add:
 * @self: sums
 * @actual: what came
 * @forecast: what was said
 *
 * Adds one error.
 */
void
sedia_errors_add (SediaErrors *self,
                  double       actual,
                  double       forecast)
{
  const double error = actual - forecast;

  g_return_if_fail (self != NULL);

  self->n++;
  self->sum += error;
  self->sum_absolute += fabs (error);
  self->sum_squared += error * error;
  self->sum_actual += fabs (actual);
}

/**
 * sedia_errors_accuracy:
 * @self: sums
 * @scale: the error of a naive forecast, from sedia_accuracy_scale()
 *
 * Returns: the measures; all NaN when no error was added
 */
SediaAccuracy
sedia_errors_accuracy (const SediaErrors *self,
                       double             scale)
{
  SediaAccuracy accuracy = { .n = self->n };

  accuracy.mean_error = self->sum / self->n;
  accuracy.absolute = self->sum_absolute / self->n;
  accuracy.squared = sqrt (self->sum_squared / self->n);
  accuracy.share = self->sum_actual > 0.0 ? self->sum_absolute / self->sum_actual : NAN;

  /* Who is never wrong is no worse than naive, even where naive is never wrong. */
  if (scale > 0.0)
    accuracy.scaled = accuracy.absolute / scale;
  else
    accuracy.scaled = accuracy.absolute == 0.0 ? 0.0 : NAN;

  return accuracy;
}

/**
 * sedia_accuracy_scale:
 * @demand: the history a forecast learns from
 * @lag: 1, or the weeks in a season
 *
 * The denominator of MASE: the mean of |y[t] - y[t-lag]|, over weeks that both count.
 *
 * Returns: the scale; 0 when there is no such pair, or nothing ever changes
 */
double
sedia_accuracy_scale (const SediaDemand *demand,
                      guint              lag)
{
  double sum = 0.0;
  guint n = 0;

  g_return_val_if_fail (demand != NULL && lag > 0, 0.0);

  for (guint t = lag; t < demand->n; t++)
    if (sedia_demand_is_known (demand, t) && sedia_demand_is_known (demand, t - lag))
      {
        sum += fabs (demand->values[t] - demand->values[t - lag]);
        n++;
      }

  return n > 0 ? sum / n : 0.0;
}
