/* Methods for demand that comes back with the season.
 *
 *   week     0 ........ m-1 | m ....... 2m-1 | 2m ...
 *   factor   from the first |  learnt from the weeks a season before
 *            two seasons    |
 */
#include "config.h"

#include "sedia-forecast-private.h"
#include "sedia-forecast.h"

#include <math.h>

/**
 * sedia_forecast_run_last_season:
 *
 * F(h) = y[t+h-m], m weeks in a season. A week that is passed over is taken from the season before
 * it. Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. (2021), 5.2.
 */
gboolean
sedia_forecast_run_last_season (SediaForecastTrack *track,
                                const SediaDemand  *demand)
{
  const guint m = track->method.season;

  for (guint t = 0; t < m; t++)
    track->season[t] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      track->season[t + m] = is_known (demand, t) ? demand->values[t] : track->season[t];
      track->level[t] = t >= m ? 0.0 : NAN;
    }
  track->level[demand->n] = demand->n >= m ? 0.0 : NAN;

  return demand->n >= m;
}

/* The first two seasons; a week that is passed over is taken from the other season, else from the
 * week before it, else from the mean. */
static gboolean
fill_two_seasons (SediaForecastTrack *track,
                  const SediaDemand  *demand)
{
  const guint m = track->method.season;
  double sum = 0.0;
  guint n = 0;

  for (guint t = 0; t < 2 * m; t++)
    if (is_known (demand, t))
      {
        sum += demand->values[t];
        n++;
      }
  if (n < m)
    return FALSE;

  for (guint t = 0; t < 2 * m; t++)
    {
      const guint other = t < m ? t + m : t - m;

      if (is_known (demand, t))
        track->filled[t] = demand->values[t];
      else if (is_known (demand, other))
        track->filled[t] = demand->values[other];
      else
        track->filled[t] = t > 0 ? track->filled[t - 1] : sum / n;
    }

  return TRUE;
}

/* The mean of the season around a week; of an even season, the two ends count half. */
static double
centred_mean (const double *filled,
              guint         week,
              guint         m)
{
  const guint half = m / 2;
  double sum = 0.0;

  for (guint t = week - half; t <= week + half; t++)
    sum += filled[t];
  if (m % 2 == 0)
    sum -= (filled[week - half] + filled[week + half]) / 2.0;

  return sum / m;
}

/* Level and slope by least squares over the centred means, which are @n from week @first on; the
 * level is that of one week before the first of them. */
static void
fit_line (const double *filled,
          guint         m,
          guint         first,
          guint         n,
          double       *level,
          double       *slope)
{
  double sum = 0.0, product = 0.0, square = 0.0;
  const double middle = (n + 1) / 2.0;

  for (guint i = 0; i < n; i++)
    {
      const double x = i + 1 - middle;
      const double mean = centred_mean (filled, first + i, m);

      sum += mean;
      product += x * mean;
      square += x * x;
    }

  *slope = n > 1 ? product / square : 0.0;
  *level = sum / n - *slope * middle;
}

/* Level, slope and factors by the classical decomposition of the first two seasons. */
static gboolean
start (SediaForecastTrack *track,
       double             *level,
       double             *slope)
{
  const guint m = track->method.season, first = m / 2, n = 2 * m - 2 * first;
  const gboolean is_times = track->method.kind == SEDIA_FORECAST_SEASON_TIMES;
  double sum = 0.0;

  fit_line (track->filled, m, first, n, level, slope);

  for (guint i = 0; i < m; i++)
    {
      double factor = 0.0;
      guint n_seen = 0;

      for (guint t = i; t < 2 * m; t += m)
        if (t >= first && t < first + n)
          {
            const double mean = centred_mean (track->filled, t, m);

            factor += is_times ? track->filled[t] / mean : track->filled[t] - mean;
            n_seen++;
          }
      track->season[i] = factor / n_seen;
      sum += track->season[i];
    }

  for (guint i = 0; i < m; i++)
    track->season[i] = is_times ? track->season[i] / (sum / m) : track->season[i] - sum / m;

  for (guint i = 0; i < m; i++)
    if (!isfinite (track->season[i]) || (is_times && track->season[i] <= 0.0))
      return FALSE;

  return TRUE;
}

/* One week that counts. */
static void
learn (const SediaForecastMethod *method,
       double                     value,
       double                    *level,
       double                    *slope,
       double                    *factor)
{
  const gboolean is_times = method->kind == SEDIA_FORECAST_SEASON_TIMES;
  const double before = *level;
  const double moved = before + method->phi * *slope;
  const double bare = is_times ? value / *factor : value - *factor;

  *level = method->alpha * bare + (1.0 - method->alpha) * moved;
  *slope = method->beta * (*level - before) + (1.0 - method->beta) * method->phi * *slope;
  *factor = method->gamma * (is_times ? value / *level : value - *level) +
            (1.0 - method->gamma) * *factor;
}

/**
 * sedia_forecast_run_seasonal:
 *
 * Added: l[t] = a (y[t] - s[t-m]) + (1 - a) (l[t-1] + f b[t-1]), b[t] = b (l[t] - l[t-1]) +
 * (1 - b) f b[t-1], s[t] = g (y[t] - l[t]) + (1 - g) s[t-m], F(h) = l[t] + (f + ... + f^h) b[t] +
 * s[t+h-m]. Multiplied: the same with / for - and * for +.
 *
 * Winters, Management Science 6 (1960) 324-342. The start is the classical decomposition of the
 * first two seasons, and the first week learnt from is that after the first season, as
 * stats::HoltWinters of R does it (Meyer, 2002, R News 2(2) 7-10). So what it says within the first
 * two seasons knows of them already.
 */
gboolean
sedia_forecast_run_seasonal (SediaForecastTrack *track,
                             const SediaDemand  *demand)
{
  const SediaForecastMethod *method = &track->method;
  const guint m = method->season;
  double level, slope;

  if (demand->n < 2 * m || !fill_two_seasons (track, demand) || !start (track, &level, &slope))
    return FALSE;

  for (guint t = 0; t < m; t++)
    track->level[t] = track->slope[t] = NAN;
  track->level[m] = level;
  track->slope[m] = slope;
  /* The factors of the first season are those of the second too, until they are learnt. */
  for (guint t = m; t < 2 * m; t++)
    track->season[t] = track->season[t - m];

  for (guint t = m; t < demand->n; t++)
    {
      double factor = track->season[t];

      if (is_known (demand, t))
        learn (method, demand->values[t], &level, &slope, &factor);
      else
        {
          level += method->phi * slope;
          slope *= method->phi;
        }
      track->season[t + m] = factor;
      track->level[t + 1] = level;
      track->slope[t + 1] = slope;
      if (!isfinite (factor) || !isfinite (level))
        return FALSE;
    }

  return TRUE;
}
