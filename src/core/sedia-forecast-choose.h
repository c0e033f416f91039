/* The forecast of a product: the method that would have been least wrong so far.
 *
 *   fewer than 4 weeks that count     not enough history: nothing is said
 *   4 to 11                           their mean
 *   12 and more                       the methods that fit its kind of demand are tried
 *
 * Trying is by rolling origin: after each week of the history, from the seventh on, each method
 * says the next four weeks from what was known then, and is held against what came.
 */
#pragma once

#include "sedia-accuracy.h"
#include "sedia-demand-shape.h"

G_BEGIN_DECLS

#define SEDIA_FORECAST_WEEKS_LEAST 4
#define SEDIA_FORECAST_WEEKS_TO_CHOOSE 12
#define SEDIA_FORECAST_HORIZON 4

/**
 * SediaForecastState:
 * @SEDIA_FORECAST_NOT_ENOUGH_HISTORY: too few weeks count
 * @SEDIA_FORECAST_NOTHING_ASKED: nothing was asked for in all of them; 0 is forecast
 * @SEDIA_FORECAST_FEW_WEEKS: the mean of few weeks; no method was tried
 * @SEDIA_FORECAST_CHOSEN: by rolling origin
 *
 * What a forecast rests on.
 */
typedef enum
{
  SEDIA_FORECAST_NOT_ENOUGH_HISTORY,
  SEDIA_FORECAST_NOTHING_ASKED,
  SEDIA_FORECAST_FEW_WEEKS,
  SEDIA_FORECAST_CHOSEN,
} SediaForecastState;

/**
 * SediaForecast:
 * @state: what it rests on
 * @shape: the history in a few numbers
 * @n_ignored: weeks passed over
 * @method: the method chosen
 * @mean: a week, over the next four; never negative
 * @drift: by how much more a week is forecast than the week before it; 0 without a trend
 * @deviation: of the error of one week (RMSE), for the safety stock
 * @accuracy: of the method over the weeks it was tried on, one week ahead; its n is 0 when none
 *   was tried, and its measures are NaN then
 *
 * A forecast, in the unit of the history.
 */
typedef struct
{
  SediaForecastState state;
  SediaDemandShape shape;
  guint n_ignored;
  SediaForecastMethod method;
  double mean;
  double drift;
  double deviation;
  SediaAccuracy accuracy;
} SediaForecast;

/**
 * SediaForecaster:
 *
 * Makes forecasts, one product after the other, without allocating.
 */
typedef struct _SediaForecaster SediaForecaster;

SediaForecaster *sedia_forecaster_new (guint n_max, guint season);
void sedia_forecaster_free (SediaForecaster *self);
void sedia_forecaster_choose (SediaForecaster   *self,
                              const SediaDemand *demand,
                              SediaForecast     *forecast);
double sedia_forecaster_say (const SediaForecaster *self, guint steps);
double sedia_forecaster_say_sum (const SediaForecaster *self, guint steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaForecaster, sedia_forecaster_free)

G_END_DECLS
