/* Methods for demand that is there in most weeks: the last week, averages, exponential smoothing,
 * and a trend. A week that is passed over leaves the level as it was; only a trend goes on.
 */
#include "config.h"

#include "sedia-forecast-private.h"
#include "sedia-forecast.h"

#include <math.h>

#define GOLDEN 0.6180339887498949 /* (sqrt (5) - 1) / 2 */

/**
 * sedia_forecast_run_naive:
 *
 * F = y[t]: the last week goes on. Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed. (2021), 5.2.
 */
gboolean
sedia_forecast_run_naive (SediaForecastTrack *track,
                          const SediaDemand  *demand)
{
  double last = NAN;

  track->level[0] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      if (is_known (demand, t))
        last = demand->values[t];
      track->level[t + 1] = last;
    }

  return !isnan (last);
}

/* The sums are taken anew each time: a running one would keep a rest of the largest week. */
static double
average_before (const SediaDemand *demand,
                guint              end,
                guint              window)
{
  double sum = 0.0;
  guint n = 0;

  for (guint t = end; t > 0 && n < window; t--)
    if (is_known (demand, t - 1))
      {
        sum += demand->values[t - 1];
        n++;
      }

  return n == window ? sum / window : NAN;
}

/**
 * sedia_forecast_run_average:
 *
 * F = (y[t] + ... + y[t-k+1]) / k, of the weeks that count; of all of them for a window of 0.
 * Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. (2021), 5.2; Silver,
 * Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed. (2017), 3.4.1.
 */
gboolean
sedia_forecast_run_average (SediaForecastTrack *track,
                            const SediaDemand  *demand)
{
  double sum = 0.0;
  guint n = 0;

  track->level[0] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      track->level[t + 1] = track->level[t];
      if (!is_known (demand, t))
        continue;

      sum += demand->values[t];
      n++;
      if (track->method.window == 0)
        track->level[t + 1] = sum / n;
      else if (n >= track->method.window)
        track->level[t + 1] = average_before (demand, t + 1, track->method.window);
    }

  return !isnan (track->level[demand->n]);
}

/**
 * sedia_forecast_run_smoothing:
 *
 * l[t] = a y[t] + (1 - a) l[t-1], l[1] = y[1], F = l[t]. Brown (1956); Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd ed. (2021), 8.1.
 */
gboolean
sedia_forecast_run_smoothing (SediaForecastTrack *track,
                              const SediaDemand  *demand)
{
  const double alpha = track->method.alpha;
  double level = NAN;

  track->level[0] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      if (is_known (demand, t))
        level = isnan (level) ? demand->values[t]
                              : alpha * demand->values[t] + (1.0 - alpha) * level;
      track->level[t + 1] = level;
    }

  return !isnan (level);
}

/* The first two weeks that count. */
static gboolean
find_first_two (const SediaDemand *demand,
                guint             *first,
                guint             *second)
{
  guint n = 0;

  for (guint t = 0; t < demand->n; t++)
    if (is_known (demand, t))
      {
        *(n == 0 ? first : second) = t;
        if (++n == 2)
          return TRUE;
      }

  return FALSE;
}

/**
 * sedia_forecast_run_trend:
 *
 * l[t] = a y[t] + (1 - a) (l[t-1] + f b[t-1]), b[t] = b (l[t] - l[t-1]) + (1 - b) f b[t-1],
 * l[1] = y[1], b[1] = y[2] - y[1], F(h) = l[t] + (f + f^2 + ... + f^h) b[t].
 *
 * Holt (1957, printed again in International Journal of Forecasting 20, 2004, 5-10); damped by
 * f < 1: Gardner and McKenzie, Management Science 31 (1985) 1237-1246; Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd ed. (2021), 8.2.
 */
gboolean
sedia_forecast_run_trend (SediaForecastTrack *track,
                          const SediaDemand  *demand)
{
  const double alpha = track->method.alpha, beta = track->method.beta, phi = track->method.phi;
  double level, slope;
  guint first, second;

  if (!find_first_two (demand, &first, &second))
    return FALSE;

  for (guint t = 0; t <= first; t++)
    track->level[t] = track->slope[t] = NAN;

  level = demand->values[first];
  slope = (demand->values[second] - level) / (second - first);
  track->level[first + 1] = level;
  track->slope[first + 1] = slope;

  for (guint t = first + 1; t < demand->n; t++)
    {
      const double before = level;

      level += phi * slope;
      slope *= phi;
      if (is_known (demand, t))
        {
          level = alpha * demand->values[t] + (1.0 - alpha) * level;
          slope = beta * (level - before) + (1.0 - beta) * slope;
        }
      track->level[t + 1] = level;
      track->slope[t + 1] = slope;
    }

  return TRUE;
}

static double
squared_error (SediaForecastTrack *track,
               const SediaDemand  *demand,
               double              alpha)
{
  double sum = 0.0;

  track->method = (SediaForecastMethod) { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = alpha };
  sedia_forecast_run_smoothing (track, demand);
  for (guint t = 1; t < demand->n; t++)
    if (is_known (demand, t) && !isnan (track->level[t]))
      {
        const double error = demand->values[t] - track->level[t];

        sum += error * error;
      }

  return sum;
}

/**
 * sedia_forecast_best_alpha:
 * @track: (out caller-allocates): a track, long enough for @demand; what was in it is lost
 * @demand: a history
 *
 * Looks for the least sum of squared one-step errors of exponential smoothing: on a grid, then by
 * golden section (Kiefer 1953) around its best point, to 1e-6.
 *
 * Returns: the parameter, from 0.0001 to 0.9999
 */
double
sedia_forecast_best_alpha (SediaForecastTrack *track,
                           const SediaDemand  *demand)
{
  const guint n_grid = 20;
  const double least = 0.0001, most = 0.9999, step = (most - least) / n_grid;
  double low, high, error_best = INFINITY, best = least;

  g_return_val_if_fail (track != NULL && demand != NULL && demand->n <= track->n_max, least);

  track->n = demand->n;
  for (guint i = 0; i <= n_grid; i++)
    {
      const double error = squared_error (track, demand, least + i * step);

      if (error < error_best)
        {
          error_best = error;
          best = least + i * step;
        }
    }

  low = MAX (least, best - step);
  high = MIN (most, best + step);
  while (high - low > 1e-6)
    {
      const double left = high - GOLDEN * (high - low), right = low + GOLDEN * (high - low);

      if (squared_error (track, demand, left) <= squared_error (track, demand, right))
        high = right;
      else
        low = left;
    }

  return (low + high) / 2.0;
}
