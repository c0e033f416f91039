/* What kind of demand a product has: how often it is asked for, and how even the amounts are.
 *
 *                      even amounts     uneven amounts
 *   in most weeks      smooth           erratic
 *   now and then       intermittent     lumpy
 */
#pragma once

#include "sedia-forecast.h"

G_BEGIN_DECLS

#define SEDIA_DEMAND_INTERVAL_CUT 1.32
#define SEDIA_DEMAND_VARIATION_CUT 0.49

/**
 * SediaDemandClass:
 * @SEDIA_DEMAND_NONE: nothing was asked for
 * @SEDIA_DEMAND_SMOOTH: in most weeks, in even amounts
 * @SEDIA_DEMAND_ERRATIC: in most weeks, in uneven amounts
 * @SEDIA_DEMAND_INTERMITTENT: now and then, in even amounts
 * @SEDIA_DEMAND_LUMPY: now and then, in uneven amounts
 *
 * The classes of Syntetos, Boylan and Croston.
 */
typedef enum
{
  SEDIA_DEMAND_NONE,
  SEDIA_DEMAND_SMOOTH,
  SEDIA_DEMAND_ERRATIC,
  SEDIA_DEMAND_INTERMITTENT,
  SEDIA_DEMAND_LUMPY,
} SediaDemandClass;

/**
 * SediaDemandShape:
 * @class: the class
 * @n_known: weeks that count
 * @n_sales: of them with demand
 * @interval: weeks that count for each with demand (ADI); 0 when there is none with demand
 * @interval_mean: the mean of the intervals that have ended, the first one from the beginning
 * @variation: the squared coefficient of variation of the amounts, with the sample deviation; 0
 *   for fewer than two
 * @variation_whole: the same with the deviation of the whole population
 * @mean: of all weeks that count
 * @deviation: of them, of the sample; 0 for fewer than two
 * @mean_size: of the weeks with demand
 *
 * A history in a few numbers.
 */
typedef struct
{
  SediaDemandClass class;
  guint n_known;
  guint n_sales;
  double interval;
  double interval_mean;
  double variation;
  double variation_whole;
  double mean;
  double deviation;
  double mean_size;
} SediaDemandShape;

SediaDemandShape sedia_demand_shape (const SediaDemand *demand);
gboolean sedia_demand_class_is_sparse (SediaDemandClass class);

G_END_DECLS
