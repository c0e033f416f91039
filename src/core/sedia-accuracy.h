/* How far a forecast was off, in the usual measures. An error is what came less what was said. */
#pragma once

#include "sedia-forecast.h"

G_BEGIN_DECLS

/**
 * SediaAccuracy:
 * @n: errors it is made of
 * @mean_error: ME; above zero when too little was said
 * @absolute: MAE, the mean of the errors without their sign
 * @squared: RMSE, the root of the mean of their squares
 * @share: WAPE, the sum of the errors without their sign by the sum of what came without its sign;
 *   NaN when nothing came
 * @scaled: MASE, @absolute by the scale; NaN when the scale is 0 and @absolute is not
 *
 * Hyndman and Koehler, International Journal of Forecasting 22 (2006) 679-688; WAPE: Kolassa and
 * Schütz, Foresight 6 (2007) 40-43.
 */
typedef struct
{
  guint n;
  double mean_error;
  double absolute;
  double squared;
  double share;
  double scaled;
} SediaAccuracy;

/**
 * SediaErrors:
 *
 * The sums of which an accuracy is made; starts as { 0 }.
 */
typedef struct
{
  guint n;
  double sum;
  double sum_absolute;
  double sum_squared;
  double sum_actual;
} SediaErrors;

void sedia_errors_add (SediaErrors *self, double actual, double forecast);
SediaAccuracy sedia_errors_accuracy (const SediaErrors *self, double scale);
double sedia_accuracy_scale (const SediaDemand *demand, guint lag);

G_END_DECLS
