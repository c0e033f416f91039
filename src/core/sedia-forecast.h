/* What a product is likely to be asked for in the weeks to come.
 *
 *   weeks seen     3     0     5     -     2     4
 *   a track     -     3    2.7   2.9   2.9   2.8   3.0  3.0  3.0 ...
 *               what a method says, before the first week, and after each one
 *
 * Demand is an estimate's matter, so it is in floating point here, in any unit: every method
 * answers in the unit it is asked in. A week in which the product was out of stock is marked, and
 * is passed over: what could not be sold says nothing about what was wanted.
 *
 * Which method fits a product is chosen in sedia-forecast-choose.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaDemand:
 * @values: what was asked for, week by week, the oldest first
 * @is_ignored: (nullable): for each week whether it is to be passed over, such as one without stock
 * @n: how many weeks
 *
 * The history of one product; borrowed. A value that is not finite is passed over as well.
 */
typedef struct
{
  const double *values;
  const gboolean *is_ignored;
  guint n;
} SediaDemand;

/**
 * SediaForecastKind:
 * @SEDIA_FORECAST_NAIVE: the last week goes on
 * @SEDIA_FORECAST_AVERAGE: the mean of the last few weeks, or of all of them
 * @SEDIA_FORECAST_SMOOTHING: simple exponential smoothing (SES)
 * @SEDIA_FORECAST_TREND: Holt's level and trend, which may be damped
 * @SEDIA_FORECAST_LAST_SEASON: the same week of the season before
 * @SEDIA_FORECAST_SEASON_ADDED: Holt-Winters with a season that is added
 * @SEDIA_FORECAST_SEASON_TIMES: Holt-Winters with a season that is multiplied by
 * @SEDIA_FORECAST_CROSTON: sizes and intervals apart
 * @SEDIA_FORECAST_SBA: Croston's with the correction of Syntetos and Boylan
 * @SEDIA_FORECAST_SBJ: Croston's with the correction of Shale, Boylan and Johnston
 * @SEDIA_FORECAST_TSB: sizes and the chance of a sale apart (Teunter, Syntetos and Babai)
 *
 * How the weeks to come are told from those seen.
 */
typedef enum
{
  SEDIA_FORECAST_NAIVE,
  SEDIA_FORECAST_AVERAGE,
  SEDIA_FORECAST_SMOOTHING,
  SEDIA_FORECAST_TREND,
  SEDIA_FORECAST_LAST_SEASON,
  SEDIA_FORECAST_SEASON_ADDED,
  SEDIA_FORECAST_SEASON_TIMES,
  SEDIA_FORECAST_CROSTON,
  SEDIA_FORECAST_SBA,
  SEDIA_FORECAST_SBJ,
  SEDIA_FORECAST_TSB,
} SediaForecastKind;

/**
 * SediaForecastStart:
 * @SEDIA_FORECAST_START_FIRST: the first interval, or whether the first week had a sale
 * @SEDIA_FORECAST_START_MEAN: the mean interval, or the share of weeks with a sale, of the whole
 *   history
 *
 * Where the methods for sparse demand begin. With the first one, leading weeks without a sale are
 * part of the first interval; with the mean, what is said after a week knows of later weeks, so
 * it must not be judged by its own track.
 */
typedef enum
{
  SEDIA_FORECAST_START_FIRST,
  SEDIA_FORECAST_START_MEAN,
} SediaForecastStart;

/**
 * SediaForecastMethod:
 * @kind: which one
 * @window: of an average: how many weeks, 0 for all
 * @season: of the seasonal ones: weeks in a season, at least 2
 * @alpha: how fast the level, or the size of a sale, is learnt: 0 never, 1 at once
 * @beta: the same of the trend, or of the chance of a sale
 * @gamma: the same of the season
 * @phi: what is left of a trend a week later: 1 keeps it for ever
 * @start: of the methods for sparse demand
 *
 * A method with its parameters, under the letters they have in the literature.
 */
typedef struct
{
  SediaForecastKind kind;
  guint window;
  guint season;
  double alpha;
  double beta;
  double gamma;
  double phi;
  SediaForecastStart start;
} SediaForecastMethod;

/**
 * SediaForecastTrack:
 *
 * What one method would have said after each week of a history. Made once for the longest history
 * and season, and used for as many products and methods as wanted: a run allocates nothing.
 */
typedef struct _SediaForecastTrack SediaForecastTrack;

SediaForecastTrack *sedia_forecast_track_new (guint n_max, guint season_max);
void sedia_forecast_track_free (SediaForecastTrack *self);
gboolean sedia_forecast_track_run (SediaForecastTrack        *self,
                                   const SediaForecastMethod *method,
                                   const SediaDemand         *demand);
double sedia_forecast_track_say (const SediaForecastTrack *self,
                                 guint                     origin,
                                 guint                     steps);

double sedia_forecast_best_alpha (SediaForecastTrack *track, const SediaDemand *demand);

gboolean sedia_demand_is_known (const SediaDemand *self, guint week);
guint sedia_demand_n_known (const SediaDemand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaForecastTrack, sedia_forecast_track_free)

G_END_DECLS
