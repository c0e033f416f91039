/* The track of a forecast, and the way from a method to what it says.
 *
 *   after week   0    1    2    3         said of week 3 after two weeks:
 *   level        -    3   2.7  2.9          level[2] + slope[2], with the season of week 3
 */
#include "config.h"

#include "sedia-forecast.h"

#include "sedia-forecast-private.h"

#include <math.h>

/**
 * sedia_demand_is_known: Whether a week counts: it is not marked as ignored, and its value is
 * finite.
 */
gboolean
sedia_demand_is_known (const SediaDemand *self,
                       guint              week)
{
  g_return_val_if_fail (self != NULL && week < self->n, FALSE);

  return is_known (self, week);
}

/**
 * sedia_demand_n_known: How many weeks count.
 */
guint
sedia_demand_n_known (const SediaDemand *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint t = 0; t < self->n; t++)
    n += is_known (self, t);

  return n;
}

/**
 * sedia_forecast_track_new:
 * @n_max: the longest history it will run over, in weeks
 * @season_max: the longest season, in weeks; 0 when no seasonal method will run
 *
 * Returns: (transfer full): a track
 */
SediaForecastTrack *
sedia_forecast_track_new (guint n_max,
                          guint season_max)
{
  SediaForecastTrack *self = g_new0 (SediaForecastTrack, 1);

  self->n_max = n_max;
  self->season_max = season_max;
  self->level = g_new0 (double, (gsize) n_max + 1);
  self->slope = g_new0 (double, (gsize) n_max + 1);
  self->season = g_new0 (double, (gsize) n_max + season_max + 1);
  self->filled = g_new0 (double, (gsize) season_max * 2 + 1);

  return self;
}

/**
 * sedia_forecast_track_free: Frees a track.
 */
void
sedia_forecast_track_free (SediaForecastTrack *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->level);
  g_free (self->slope);
  g_free (self->season);
  g_free (self->filled);
  g_free (self);
}

static gboolean
is_seasonal (SediaForecastKind kind)
{
  return kind == SEDIA_FORECAST_LAST_SEASON || kind == SEDIA_FORECAST_SEASON_ADDED ||
         kind == SEDIA_FORECAST_SEASON_TIMES;
}

static gboolean
has_trend (SediaForecastKind kind)
{
  return kind == SEDIA_FORECAST_TREND || kind == SEDIA_FORECAST_SEASON_ADDED ||
         kind == SEDIA_FORECAST_SEASON_TIMES;
}

/**
 * sedia_forecast_track_run:
 * @self: a track, long enough for @demand
 * @method: what to run; it is copied
 * @demand: over what
 *
 * Runs a method over a history, once. The time it takes grows with the number of weeks.
 *
 * Returns: whether the history is long enough for the method; %FALSE too when a season is
 *   multiplied by and there are weeks without demand in it
 */
gboolean
sedia_forecast_track_run (SediaForecastTrack        *self,
                          const SediaForecastMethod *method,
                          const SediaDemand         *demand)
{
  g_return_val_if_fail (self != NULL && method != NULL && demand != NULL, FALSE);
  g_return_val_if_fail (demand->n <= self->n_max, FALSE);

  self->method = *method;
  self->n = demand->n;
  if (is_seasonal (method->kind) && (method->season < 2 || method->season > self->season_max))
    return FALSE;

  switch (method->kind)
    {
    case SEDIA_FORECAST_NAIVE:
      return sedia_forecast_run_naive (self, demand);

    case SEDIA_FORECAST_AVERAGE:
      return sedia_forecast_run_average (self, demand);

    case SEDIA_FORECAST_SMOOTHING:
      return sedia_forecast_run_smoothing (self, demand);

    case SEDIA_FORECAST_TREND:
      return sedia_forecast_run_trend (self, demand);

    case SEDIA_FORECAST_LAST_SEASON:
      return sedia_forecast_run_last_season (self, demand);

    case SEDIA_FORECAST_SEASON_ADDED:
    case SEDIA_FORECAST_SEASON_TIMES:
      return sedia_forecast_run_seasonal (self, demand);

    case SEDIA_FORECAST_CROSTON:
    case SEDIA_FORECAST_SBA:
    case SEDIA_FORECAST_SBJ:
      return sedia_forecast_run_croston (self, demand);

    case SEDIA_FORECAST_TSB:
      return sedia_forecast_run_tsb (self, demand);
    }

  return FALSE;
}

/* phi + phi^2 + ... + phi^steps: how far a damped trend goes. */
static double
damped_steps (double phi,
              guint  steps)
{
  double sum = 0.0, left = 1.0;

  if (phi >= 1.0)
    return steps;

  for (guint i = 0; i < steps; i++)
    {
      left *= phi;
      sum += left;
    }

  return sum;
}

/**
 * sedia_forecast_track_say:
 * @self: a track that ran
 * @origin: after how many weeks of the history it is said, at most all of them
 * @steps: for which week after those, 1 for the next one
 *
 * The bare formula: below zero where a trend or a season leads there.
 *
 * Returns: the forecast of one week; NaN where the method had nothing to say yet
 */
double
sedia_forecast_track_say (const SediaForecastTrack *self,
                          guint                     origin,
                          guint                     steps)
{
  const SediaForecastMethod *method = &self->method;
  double said;
  guint week;

  g_return_val_if_fail (self != NULL && origin <= self->n && steps > 0, NAN);

  said = self->level[origin];
  if (has_trend (method->kind))
    said += damped_steps (method->phi, steps) * self->slope[origin];
  if (!is_seasonal (method->kind) || isnan (said))
    return said;

  /* A season ahead of what is known, its factors are those of the season before. */
  week = origin + (steps - 1) % method->season;
  return method->kind == SEDIA_FORECAST_SEASON_TIMES ? said * self->season[week]
                                                     : said + self->season[week];
}
