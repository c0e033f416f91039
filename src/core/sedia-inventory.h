/* How much to keep, when to order, how much to order.
 *
 *   maximum  - - - - - - - - -.
 *   stock        `.            |`.          quantity: from below the minimum up to the maximum
 *   minimum  - - - -`.- - - - -|- -`.- -    what is sold while the order is under way, and
 *   safety   - - - - - `.- - - | - - - -    what is kept for when it is more, or comes later
 *                     |-lead-|
 *
 * The formulas are in floating point, for any unit; the levels of a product are whole numbers of
 * its smallest unit.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Formulas; NaN for numbers they are not made for. */

double sedia_inventory_safety_stock (double service,
                                     double demand,
                                     double deviation,
                                     double lead,
                                     double lead_deviation);
double sedia_inventory_reorder_point (double service,
                                      double demand,
                                      double deviation,
                                      double lead,
                                      double lead_deviation);
gint64 sedia_inventory_poisson_quantile (double service, double mean);
double sedia_inventory_fill_rate (double z, double deviation, double quantity);
double sedia_inventory_fill_factor (double fill_rate, double deviation, double quantity);

double sedia_inventory_order_quantity (double demand, double order_cost, double holding_cost);
double sedia_inventory_order_cost (double demand,
                                   double order_cost,
                                   double holding_cost,
                                   double quantity);
double sedia_inventory_production_quantity (double demand,
                                            double rate,
                                            double order_cost,
                                            double holding_cost);
double sedia_inventory_backorder_quantity (double demand,
                                           double order_cost,
                                           double holding_cost,
                                           double waiting_cost);
double sedia_inventory_critical_ratio (double price, double cost, double salvage);

/**
 * SediaStockPlan:
 * @demand: forecast of a week
 * @deviation: of the error of the forecast of a week
 * @lead: weeks from an order to its delivery; 0 when it is there at once
 * @lead_deviation: of these weeks
 * @review: weeks from one look at the stock to the next; 0 when it is always looked at
 * @orders_per_shortage: to run out at most once in so many orders, 2 or more
 * @cover: weeks an order is meant to last, at least
 * @pack: an order is a whole number of these, 1 or more
 * @least: the least that can be ordered, 0 or more
 *
 * What the levels of a product are made of, in its smallest unit.
 */
typedef struct
{
  double demand;
  double deviation;
  double lead;
  double lead_deviation;
  double review;
  guint orders_per_shortage;
  double cover;
  gint64 pack;
  gint64 least;
} SediaStockPlan;

/**
 * SediaStockLevels:
 * @safety: kept for when more is asked for, or the delivery comes later
 * @minimum: an order is suggested when the stock falls below it
 * @maximum: what an order fills it up to
 * @quantity: of an order made right at the minimum
 *
 * In the product's smallest unit.
 */
typedef struct
{
  gint64 safety;
  gint64 minimum;
  gint64 maximum;
  gint64 quantity;
} SediaStockLevels;

double sedia_service_of_orders (guint orders_per_shortage);
gboolean sedia_stock_plan_levels (const SediaStockPlan  *self,
                                  SediaStockLevels      *levels,
                                  GError               **error);

G_END_DECLS
