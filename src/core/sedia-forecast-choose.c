/* Choosing a method by rolling origin.
 *
 *   weeks        1 .............. 6 | 7 8 9 10 |  11 ...
 *   origin 6     known              | said     |  then one week further, to the end
 *
 * The error is the mean of |came - said| over all of it. A method that is simple to the point of
 * being nervous has to be better by a margin: it wins by luck too often on short histories.
 */
#include "config.h"

#include "sedia-forecast-choose.h"

#include "sedia-forecast-private.h"
#include "sedia-number.h"

#include <math.h>

#define FIRST_ORIGIN 6
#define ORIGINS_MOST 104 /* older weeks no longer judge */
#define TIE 1e-9         /* of the mean; of two as good as each other, the one listed first */

typedef enum
{
  FITS_DENSE = 1 << 0,    /* demand in most weeks */
  FITS_SPARSE = 1 << 1,
  FITS_SEASON = 1 << 2,   /* needs a season, and weeks after the first two of them */
} Fits;

typedef struct
{
  Fits fits;
  double handicap; /* by how much its error is made larger */
  SediaForecastMethod method;
} Candidate;

/* Of what sells now and then, what learns fast says too much after a sale and too little before the
 * next one (Croston 1972), and a mean of errors without their sign is smaller for it.
 */
static const Candidate candidates[] = {
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.1 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.2 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.3 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_AVERAGE, .window = 6 } },
  { FITS_DENSE, 1.05, { .kind = SEDIA_FORECAST_AVERAGE, .window = 3 } },
  { FITS_DENSE, 1.05, { .kind = SEDIA_FORECAST_SMOOTHING, .alpha = 0.5 } },
  { FITS_DENSE | FITS_SPARSE, 1.05, { .kind = SEDIA_FORECAST_AVERAGE } },
  { FITS_DENSE, 1.1, { .kind = SEDIA_FORECAST_NAIVE } },
  { FITS_DENSE, 1.0,
    { .kind = SEDIA_FORECAST_TREND, .alpha = 0.2, .beta = 0.1, .phi = 0.9 } },
  { FITS_DENSE, 1.0,
    { .kind = SEDIA_FORECAST_TREND, .alpha = 0.3, .beta = 0.1, .phi = 0.9 } },
  { FITS_DENSE | FITS_SPARSE, 1.0,
    { .kind = SEDIA_FORECAST_TSB, .alpha = 0.2, .beta = 0.05 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_TSB, .alpha = 0.1, .beta = 0.1 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_TSB, .alpha = 0.2, .beta = 0.1 } },
  { FITS_DENSE, 1.0, { .kind = SEDIA_FORECAST_TSB, .alpha = 0.3, .beta = 0.1 } },
  { FITS_DENSE | FITS_SPARSE, 1.0, { .kind = SEDIA_FORECAST_CROSTON, .alpha = 0.1 } },
  { FITS_DENSE | FITS_SPARSE, 1.0, { .kind = SEDIA_FORECAST_SBA, .alpha = 0.1 } },
  { FITS_DENSE | FITS_SPARSE, 1.0, { .kind = SEDIA_FORECAST_SBA, .alpha = 0.2 } },
  { FITS_SEASON, 1.0, { .kind = SEDIA_FORECAST_LAST_SEASON } },
  { FITS_SEASON, 1.0,
    { .kind = SEDIA_FORECAST_SEASON_ADDED, .alpha = 0.2, .beta = 0.1, .gamma = 0.1, .phi = 1.0 } },
  { FITS_SEASON, 1.0,
    { .kind = SEDIA_FORECAST_SEASON_ADDED, .alpha = 0.2, .beta = 0.1, .gamma = 0.1, .phi = 0.9 } },
  { FITS_SEASON, 1.0,
    { .kind = SEDIA_FORECAST_SEASON_TIMES, .alpha = 0.2, .beta = 0.1, .gamma = 0.1, .phi = 1.0 } },
  { FITS_SEASON, 1.0,
    { .kind = SEDIA_FORECAST_SEASON_TIMES, .alpha = 0.2, .beta = 0.1, .gamma = 0.1, .phi = 0.9 } },
};

struct _SediaForecaster
{
  guint n_max;
  guint season;
  SediaForecastTrack *track;
  double *values;
  gboolean *is_ignored;
  SediaDemand demand;   /* of the two above */
  gboolean has_track;   /* else it says @level */
  double level;
};

/**
 * sedia_forecaster_new:
 * @n_max: the longest history to look at, in weeks; of a longer one its end is taken
 * @season: weeks in a season, such as 52; 0 or 1 for none
 *
 * Returns: (transfer full): a forecaster
 */
SediaForecaster *
sedia_forecaster_new (guint n_max,
                      guint season)
{
  SediaForecaster *self = g_new0 (SediaForecaster, 1);

  self->n_max = n_max;
  self->season = season > 1 ? season : 0;
  self->track = sedia_forecast_track_new (n_max, self->season);
  self->values = g_new0 (double, (gsize) n_max + 1);
  self->is_ignored = g_new0 (gboolean, (gsize) n_max + 1);

  return self;
}

/**
 * sedia_forecaster_free: Frees a forecaster.
 */
void
sedia_forecaster_free (SediaForecaster *self)
{
  g_return_if_fail (self != NULL);

  sedia_forecast_track_free (self->track);
  g_free (self->values);
  g_free (self->is_ignored);
  g_free (self);
}

/* A week in which more came back than was asked for is a week without demand. */
static void
take (SediaForecaster   *self,
      const SediaDemand *demand)
{
  const guint n = MIN (demand->n, self->n_max), before = demand->n - n;

  for (guint t = 0; t < n; t++)
    {
      self->is_ignored[t] = !is_known (demand, before + t);
      self->values[t] = self->is_ignored[t]
                          ? 0.0
                          : CLAMP (demand->values[before + t], 0.0, (double) SEDIA_QUANTITY_MAX);
    }

  self->demand = (SediaDemand) { .values = self->values, .is_ignored = self->is_ignored, .n = n };
}

static gboolean
can_judge_season (const SediaForecaster *self)
{
  return self->season > 0 && self->demand.n >= 2 * self->season + self->season / 2;
}

/* Before anything was sold there is nothing to be judged by. */
static guint
first_origin (const SediaForecaster *self)
{
  const guint n = self->demand.n;
  guint n_known = 0, origin = 0;
  gboolean has_sold = FALSE;

  for (; origin < n && (n_known < FIRST_ORIGIN || !has_sold); origin++)
    if (!self->is_ignored[origin])
      {
        n_known++;
        has_sold = has_sold || self->values[origin] > 0.0;
      }

  if (can_judge_season (self))
    origin = MAX (origin, 2 * self->season);
  if (n > ORIGINS_MOST)
    origin = MAX (origin, n - ORIGINS_MOST);

  return origin;
}

/* The mean error over all origins and the horizon; infinite when it had nothing to say, or nothing
 * to be held against. */
static double
judge (const SediaForecaster *self,
       guint                  first)
{
  double sum = 0.0;
  guint n = 0;

  for (guint origin = first; origin < self->demand.n; origin++)
    for (guint step = 1; step <= SEDIA_FORECAST_HORIZON; step++)
      {
        const guint week = origin + step - 1;
        double said;

        if (week >= self->demand.n)
          break;
        if (self->is_ignored[week])
          continue;

        said = sedia_forecast_track_say (self->track, origin, step);
        if (isnan (said))
          return INFINITY;

        sum += fabs (self->values[week] - MAX (said, 0.0));
        n++;
      }

  return n > 0 ? sum / n : INFINITY;
}

/* Leaves the track with the best method; FALSE when none could be judged. */
static gboolean
choose (SediaForecaster        *self,
        const SediaDemandShape *shape,
        guint                   first)
{
  const gboolean is_sparse = sedia_demand_class_is_sparse (shape->class);
  const Fits fits = (is_sparse ? FITS_SPARSE : FITS_DENSE) |
                    (can_judge_season (self) ? FITS_SEASON : 0);
  SediaForecastMethod best;
  double error_best = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      SediaForecastMethod method = candidates[i].method;
      double error;

      method.season = self->season;
      if ((candidates[i].fits & fits) == 0 ||
          !sedia_forecast_track_run (self->track, &method, &self->demand))
        continue;

      error = judge (self, first) * candidates[i].handicap;
      if (error < error_best - TIE * shape->mean)
        {
          error_best = error;
          best = method;
        }
    }

  return isfinite (error_best) && sedia_forecast_track_run (self->track, &best, &self->demand);
}

/* One week ahead, over the same origins. */
static SediaAccuracy
accuracy_of_track (const SediaForecaster *self,
                   guint                  first)
{
  SediaErrors errors = { 0 };

  for (guint t = first; t < self->demand.n; t++)
    if (!self->is_ignored[t])
      sedia_errors_add (&errors, self->values[t],
                        MAX (sedia_forecast_track_say (self->track, t, 1), 0.0));

  return sedia_errors_accuracy (&errors, sedia_accuracy_scale (&self->demand, 1));
}

static void
say_mean (SediaForecaster *self,
          SediaForecast   *forecast)
{
  forecast->state = SEDIA_FORECAST_FEW_WEEKS;
  forecast->method = (SediaForecastMethod) { .kind = SEDIA_FORECAST_AVERAGE };
  /* The next week strays from the mean, and the mean from the truth. */
  forecast->deviation = forecast->shape.deviation * sqrt (1.0 + 1.0 / forecast->shape.n_known);
  forecast->mean = self->level = forecast->shape.mean;
}

static void
say_chosen (SediaForecaster *self,
            SediaForecast   *forecast,
            guint            first)
{
  const guint n = self->demand.n;

  self->has_track = TRUE;
  forecast->state = SEDIA_FORECAST_CHOSEN;
  forecast->method = self->track->method;
  forecast->accuracy = accuracy_of_track (self, first);
  forecast->deviation = forecast->accuracy.squared;
  forecast->mean = sedia_forecaster_say_sum (self, SEDIA_FORECAST_HORIZON) /
                   SEDIA_FORECAST_HORIZON;
  if (forecast->method.kind == SEDIA_FORECAST_TREND)
    forecast->drift = (sedia_forecast_track_say (self->track, n, SEDIA_FORECAST_HORIZON) -
                       sedia_forecast_track_say (self->track, n, 1)) /
                      (SEDIA_FORECAST_HORIZON - 1);
}

/**
 * sedia_forecaster_choose:
 * @self: a forecaster
 * @demand: the history of a product. It begins where the product came to the shop: leading weeks
 *   without demand count as such, unless they are marked to be ignored
 * @forecast: (out caller-allocates): what is likely
 *
 * Chooses a method by rolling origin (Tashman, International Journal of Forecasting 16 (2000)
 * 437-450) among those that fit the demand's class, and says what it says. The same history gives
 * the same answer; so does the same history in another unit, in that unit. A seasonal method is
 * tried when there are two and a half seasons: two to begin with, the rest to be judged by.
 */
void
sedia_forecaster_choose (SediaForecaster   *self,
                         const SediaDemand *demand,
                         SediaForecast     *forecast)
{
  const SediaErrors none = { 0 };
  guint first;

  g_return_if_fail (self != NULL && demand != NULL && forecast != NULL);

  take (self, demand);
  self->has_track = FALSE;
  self->level = 0.0;
  *forecast = (SediaForecast) { .shape = sedia_demand_shape (&self->demand),
                                .accuracy = sedia_errors_accuracy (&none, 0.0) };
  forecast->n_ignored = self->demand.n - forecast->shape.n_known;

  if (forecast->shape.n_known < SEDIA_FORECAST_WEEKS_LEAST)
    {
      forecast->state = SEDIA_FORECAST_NOT_ENOUGH_HISTORY;
      return;
    }
  if (forecast->shape.n_sales == 0)
    {
      forecast->state = SEDIA_FORECAST_NOTHING_ASKED;
      return;
    }

  first = first_origin (self);
  if (forecast->shape.n_known >= SEDIA_FORECAST_WEEKS_TO_CHOOSE &&
      choose (self, &forecast->shape, first))
    say_chosen (self, forecast, first);
  else
    say_mean (self, forecast);
}

/**
 * sedia_forecaster_say:
 * @self: a forecaster that has chosen
 * @steps: which week, 1 for the one after the history
 *
 * Returns: the forecast of the product it chose for last; never negative
 */
double
sedia_forecaster_say (const SediaForecaster *self,
                      guint                  steps)
{
  g_return_val_if_fail (self != NULL && steps > 0, 0.0);

  if (!self->has_track)
    return self->level;

  return MAX (sedia_forecast_track_say (self->track, self->demand.n, steps), 0.0);
}

/**
 * sedia_forecaster_say_sum:
 * @self: a forecaster that has chosen
 * @steps: how many weeks after the history, such as those a delivery takes
 *
 * Returns: the forecast of all of them together; never negative
 */
double
sedia_forecaster_say_sum (const SediaForecaster *self,
                          guint                  steps)
{
  double sum = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint step = 1; step <= steps; step++)
    sum += sedia_forecaster_say (self, step);

  return sum;
}
