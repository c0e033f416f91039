/* What the methods of forecasting share: where they write down what they know after each week. */
#pragma once

#include "sedia-forecast.h"

G_BEGIN_DECLS

/**
 * SediaForecastTrack:
 * @method: the one that ran
 * @n: weeks of the history it ran over
 * @level: n + 1 levels: level[k] is known after k weeks; NaN while there is none
 * @slope: n + 1 slopes, of the methods with a trend
 * @season: n + season factors: season[t] is that of week t, and was learnt a season before it
 * @filled: two seasons, for the start of a seasonal method
 */
struct _SediaForecastTrack
{
  SediaForecastMethod method;
  guint n;
  guint n_max;
  guint season_max;
  double *level;
  double *slope;
  double *season;
  double *filled;
};

/* Each writes the levels, and what else it has; FALSE when the history is too short for it. */
gboolean sedia_forecast_run_naive (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_average (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_smoothing (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_trend (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_last_season (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_seasonal (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_croston (SediaForecastTrack *track, const SediaDemand *demand);
gboolean sedia_forecast_run_tsb (SediaForecastTrack *track, const SediaDemand *demand);

static inline gboolean
is_known (const SediaDemand *demand,
          guint              week)
{
  const double value = demand->values[week];

  /* A difference with itself is 0 for finite values alone. */
  return (demand->is_ignored == NULL || !demand->is_ignored[week]) && value - value == 0.0;
}

G_END_DECLS
