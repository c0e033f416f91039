/* Methods for demand with many weeks without any: how much is asked for, and how often, are learnt
 * apart.
 *
 *   0 0 4 0 0 0 2 0          sizes 4, 2; intervals 3, 4
 *
 * Weeks that are passed over do not lengthen an interval.
 */
#include "config.h"

#include "sedia-forecast-private.h"
#include "sedia-forecast.h"

#include <math.h>

typedef struct
{
  double first_size;    /* NaN when nothing was ever asked for */
  guint n_known;        /* weeks */
  guint n_sales;        /* of them with demand */
  guint last;           /* the last one of those, counted from 1 */
} Sales;

static Sales
look_at (const SediaDemand *demand)
{
  Sales sales = { .first_size = NAN };

  for (guint t = 0; t < demand->n; t++)
    {
      if (!is_known (demand, t))
        continue;

      sales.n_known++;
      if (demand->values[t] <= 0.0)
        continue;

      if (sales.n_sales == 0)
        sales.first_size = demand->values[t];
      sales.n_sales++;
      sales.last = sales.n_known;
    }

  return sales;
}

/* By what Croston's ratio is multiplied, to be right on average. */
static double
correction (SediaForecastKind kind,
            double            alpha)
{
  if (kind == SEDIA_FORECAST_SBA)
    return 1.0 - alpha / 2.0;
  if (kind == SEDIA_FORECAST_SBJ)
    return 1.0 - alpha / (2.0 - alpha);

  return 1.0;
}

/**
 * sedia_forecast_run_croston:
 *
 * At each sale: z = a y + (1 - a) z, p = a q + (1 - a) p, with q the weeks since the sale before;
 * F = c z / p. The first sale's size starts z; its week, or the mean interval, starts p.
 *
 * c = 1: Croston, Operational Research Quarterly 23 (1972) 289-303.
 * c = 1 - a/2: Syntetos and Boylan, International Journal of Forecasting 21 (2005) 303-314.
 * c = 1 - a/(2-a): Shale, Boylan and Johnston, Journal of the Operational Research Society 57
 * (2006) 588-592.
 */
gboolean
sedia_forecast_run_croston (SediaForecastTrack *track,
                            const SediaDemand  *demand)
{
  const double alpha = track->method.alpha, c = correction (track->method.kind, alpha);
  const Sales sales = look_at (demand);
  double size = NAN, interval = NAN;
  guint since = 0;

  track->level[0] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      const gboolean counts = is_known (demand, t);

      since += counts;
      if (counts && demand->values[t] > 0.0)
        {
          if (isnan (size))
            {
              size = demand->values[t];
              interval = track->method.start == SEDIA_FORECAST_START_MEAN
                           ? (double) sales.last / sales.n_sales
                           : since;
            }
          else
            {
              size = alpha * demand->values[t] + (1.0 - alpha) * size;
              interval = alpha * since + (1.0 - alpha) * interval;
            }
          since = 0;
        }
      track->level[t + 1] = c * size / interval;
    }

  return sales.n_sales > 0;
}

/**
 * sedia_forecast_run_tsb:
 *
 * Each week: d = b x + (1 - b) d, with x = 1 when something was sold, else 0; at each sale:
 * z = a y + (1 - a) z; F = d z. The chance falls week by week without a sale, so that a product
 * nobody wants any more is noticed. The first sale's size starts z; the first week, or the share of
 * weeks with a sale, starts d.
 *
 * Teunter, Syntetos and Babai, European Journal of Operational Research 214 (2011) 606-615.
 */
gboolean
sedia_forecast_run_tsb (SediaForecastTrack *track,
                        const SediaDemand  *demand)
{
  const double alpha = track->method.alpha, beta = track->method.beta;
  const Sales sales = look_at (demand);
  double size = sales.first_size, chance = NAN;

  track->level[0] = NAN;
  for (guint t = 0; t < demand->n; t++)
    {
      if (is_known (demand, t))
        {
          const double sold = demand->values[t] > 0.0 ? 1.0 : 0.0;

          if (isnan (chance))
            chance = track->method.start == SEDIA_FORECAST_START_MEAN
                       ? (double) sales.n_sales / sales.n_known
                       : sold;
          else
            {
              chance = beta * sold + (1.0 - beta) * chance;
              if (sold > 0.0)
                size = alpha * demand->values[t] + (1.0 - alpha) * size;
            }
        }
      track->level[t + 1] = chance * size;
    }

  return sales.n_sales > 0;
}
