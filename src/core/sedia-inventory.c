/* The formulas of inventory, and the levels of a product made of them. */
#include "config.h"

#include "sedia-inventory.h"

#include "sedia-error.h"
#include "sedia-normal.h"
#include "sedia-number.h"

#include <glib/gi18n.h>
#include <math.h>

#define POISSON_MOST 1e6
#define NOISE 1e-9 /* what a sum of floating point may be above a whole number by accident */

/**
 * sedia_inventory_safety_stock:
 * @service: the probability of not running out before a delivery, such as 0.95
 * @demand: mean of a week
 * @deviation: of a week
 * @lead: weeks a delivery takes
 * @lead_deviation: of these weeks
 *
 * z (L s^2 + d^2 t^2)^(1/2), with t the deviation of the lead time L. Silver, Pyke and Thomas,
 * Inventory and Production Management in Supply Chains, 4th ed. (2017), 6.10; for a fixed lead
 * time, z s L^(1/2).
 *
 * Returns: the safety stock; NaN when a mean, a deviation or the lead time is negative
 */
double
sedia_inventory_safety_stock (double service,
                              double demand,
                              double deviation,
                              double lead,
                              double lead_deviation)
{
  double spread;

  if (!(demand >= 0.0 && deviation >= 0.0 && lead >= 0.0 && lead_deviation >= 0.0))
    return NAN;

  spread = hypot (deviation * sqrt (lead), demand * lead_deviation);

  return spread > 0.0 ? sedia_normal_quantile (service) * spread : 0.0;
}

/**
 * sedia_inventory_reorder_point: What is asked for, on average, while a delivery is under way, and
 * the safety stock. The same numbers as sedia_inventory_safety_stock().
 */
double
sedia_inventory_reorder_point (double service,
                               double demand,
                               double deviation,
                               double lead,
                               double lead_deviation)
{
  return demand * lead +
         sedia_inventory_safety_stock (service, demand, deviation, lead, lead_deviation);
}

/**
 * sedia_inventory_poisson_quantile:
 * @service: the probability of not running out before a delivery, at least 0 and below 1
 * @mean: of what is asked for while a delivery is under way, not negative
 *
 * The least number of pieces that is enough with that probability when they are asked for one by
 * one, by chance: the reorder point of slow sellers. Silver, Pyke and Thomas (2017), 9.3. The
 * probabilities are summed, each from the one before, from 12 deviations below the mean on; what
 * lies below does not show. A mean above a million is taken for a normal one.
 *
 * Returns: pieces; -1 for numbers it is not made for
 */
gint64
sedia_inventory_poisson_quantile (double service,
                                  double mean)
{
  double probability, sum;
  gint64 pieces;
  int sign;

  if (!(service >= 0.0 && service < 1.0 && mean >= 0.0 && mean <= (double) SEDIA_QUANTITY_MAX))
    return -1;
  if (mean == 0.0)
    return 0;
  if (mean > POISSON_MOST)
    return (gint64) ceil (MAX (mean + sedia_normal_quantile (service) * sqrt (mean), 0.0));

  pieces = (gint64) MAX (floor (mean - 12.0 * sqrt (mean)), 0.0);
  probability = sum = exp (pieces * log (mean) - mean - lgamma_r (pieces + 1.0, &sign));
  while (sum < service && (pieces < mean || probability > 0.0))
    {
      pieces++;
      probability *= mean / pieces;
      sum += probability;
    }

  return pieces;
}

/**
 * sedia_inventory_fill_rate:
 * @z: deviations of safety stock
 * @deviation: of what is asked for until the delivery
 * @quantity: of each order; for a single season, its mean demand
 *
 * 1 - s G(z) / Q. Silver, Pyke and Thomas (2017), 6.7.
 *
 * Returns: the share of the demand that is served from stock; NaN for a quantity that is not
 *   above 0
 */
double
sedia_inventory_fill_rate (double z,
                           double deviation,
                           double quantity)
{
  if (!(deviation >= 0.0 && quantity > 0.0))
    return NAN;

  return 1.0 - deviation * sedia_normal_loss (z) / quantity;
}

/**
 * sedia_inventory_fill_factor:
 * @fill_rate: below 1
 * @deviation: of what is asked for until the delivery, above 0
 * @quantity: of each order, above 0
 *
 * The reverse: G(z) = (1 - fill rate) Q / s. Below zero when large orders alone do it.
 *
 * Returns: the deviations of safety stock for that fill rate; NaN for other numbers
 */
double
sedia_inventory_fill_factor (double fill_rate,
                             double deviation,
                             double quantity)
{
  if (!(fill_rate < 1.0 && deviation > 0.0 && quantity > 0.0))
    return NAN;

  return sedia_normal_loss_inverse ((1.0 - fill_rate) * quantity / deviation);
}

/**
 * sedia_inventory_order_quantity:
 * @demand: in some time
 * @order_cost: of an order, whatever its size
 * @holding_cost: of a unit kept for that time
 *
 * EOQ, (2 D K / h)^(1/2). Harris (1913); Hillier and Lieberman, Introduction to Operations
 * Research, 7th ed. (2001), 19.3.
 *
 * Returns: the quantity with the least cost; NaN when a cost is not above 0 or the demand is
 *   negative
 */
double
sedia_inventory_order_quantity (double demand,
                                double order_cost,
                                double holding_cost)
{
  if (!(demand >= 0.0 && order_cost > 0.0 && holding_cost > 0.0))
    return NAN;

  return sqrt (2.0 * demand * order_cost / holding_cost);
}

/**
 * sedia_inventory_order_cost: What ordering and keeping cost in that time, without the goods, when
 * each order is of @quantity: K D / Q + h Q / 2; NaN when that is not above 0.
 */
double
sedia_inventory_order_cost (double demand,
                            double order_cost,
                            double holding_cost,
                            double quantity)
{
  if (!(quantity > 0.0))
    return NAN;

  return order_cost * demand / quantity + holding_cost * quantity / 2.0;
}

/**
 * sedia_inventory_production_quantity:
 * @demand: in some time
 * @rate: in which it can be made in that time, above @demand
 * @order_cost: of starting
 * @holding_cost: of a unit kept for that time
 *
 * EPQ, for what arrives little by little: (2 D K / (h (1 - D/P)))^(1/2). Taft (1918). At most the
 * part 1 - D/P of it is in stock.
 *
 * Returns: the quantity with the least cost; NaN for numbers it is not made for
 */
double
sedia_inventory_production_quantity (double demand,
                                     double rate,
                                     double order_cost,
                                     double holding_cost)
{
  if (!(demand >= 0.0 && rate > demand))
    return NAN;

  return sedia_inventory_order_quantity (demand, order_cost, holding_cost * (1.0 - demand / rate));
}

/**
 * sedia_inventory_backorder_quantity:
 * @demand: in some time
 * @order_cost: of an order
 * @holding_cost: of a unit kept for that time
 * @waiting_cost: of a unit waited for, for that time
 *
 * EOQ where customers wait: (2 D K / h)^(1/2) ((h + b) / b)^(1/2), of which the part h / (h + b) is
 * waited for when it comes. Hillier and Lieberman (2001), 19.3.
 *
 * Returns: the quantity with the least cost; NaN when a cost is not above 0
 */
double
sedia_inventory_backorder_quantity (double demand,
                                    double order_cost,
                                    double holding_cost,
                                    double waiting_cost)
{
  if (!(waiting_cost > 0.0))
    return NAN;

  return sedia_inventory_order_quantity (demand, order_cost, holding_cost) *
         sqrt ((holding_cost + waiting_cost) / waiting_cost);
}

/**
 * sedia_inventory_critical_ratio:
 * @price: for which a unit is sold
 * @cost: for which it is bought, not above @price
 * @salvage: what is left of it when it was not sold, below @cost
 *
 * The newsvendor's ratio (p - c) / (p - v): buy as much as is enough with that probability; for
 * normal demand, mean + z s. Porteus, Foundations of Stochastic Inventory Theory (2002), 1.2.
 *
 * Returns: a probability; NaN when the prices are not in that order
 */
double
sedia_inventory_critical_ratio (double price,
                                double cost,
                                double salvage)
{
  if (!(price >= cost && cost > salvage))
    return NAN;

  return (price - cost) / (price - salvage);
}

/**
 * sedia_service_of_orders:
 * @orders_per_shortage: 20 for "run out at most once in 20 orders"
 *
 * Returns: the probability of not running out before a delivery, 0.95 for 20
 */
double
sedia_service_of_orders (guint orders_per_shortage)
{
  g_return_val_if_fail (orders_per_shortage >= 2, 0.5);

  return 1.0 - 1.0 / orders_per_shortage;
}

static gboolean
refuse (GError    **error,
        const char *words)
{
  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
is_number (double value)
{
  return isfinite (value) && value >= 0.0;
}

static gboolean
check (const SediaStockPlan  *self,
       GError               **error)
{
  if (!is_number (self->lead) || !is_number (self->lead_deviation))
    return refuse (error, _("A delivery cannot take less than no time."));
  if (!is_number (self->review) || !is_number (self->cover))
    return refuse (error, _("The weeks between two orders cannot be less than none."));
  if (!is_number (self->demand) || !is_number (self->deviation))
    return refuse (error, _("There is no forecast to work out how much to keep."));
  if (self->orders_per_shortage < 2)
    return refuse (error, _("Running out at most once in so many orders takes 2 orders or more."));
  if (self->pack < 1 || self->pack > SEDIA_QUANTITY_MAX || self->least < 0 ||
      self->least > SEDIA_QUANTITY_MAX)
    return refuse (error, _("A pack has at least 1, and the least order is not below 0."));

  return TRUE;
}

/* Up to a whole number, but for the noise of floating point. */
static double
round_up (double value)
{
  return ceil (value - NOISE * MAX (1.0, fabs (value)));
}

/* The part of an order that is needed, in whole packs. */
static double
order_quantity (const SediaStockPlan *self)
{
  const double wanted = MAX (self->demand * self->cover, (double) self->least);

  if (self->demand <= 0.0)
    return 0.0;

  return MAX (round_up (wanted / self->pack), 1.0) * self->pack;
}

/**
 * sedia_stock_plan_levels:
 * @self: a plan
 * @levels: (out caller-allocates): the levels
 * @error: (nullable): what is wrong with the plan
 *
 * The stock has to last for the lead time and, where it is looked at only now and then, for the
 * time between two looks as well (Silver, Pyke and Thomas (2017), 6.9). An order is suggested
 * strictly below the minimum, so the minimum is one more than the reorder point. A product that
 * nobody asks for needs nothing: all levels are 0.
 *
 * Returns: whether it could be worked out; else %SEDIA_ERROR_INVALID
 */
gboolean
sedia_stock_plan_levels (const SediaStockPlan  *self,
                         SediaStockLevels      *levels,
                         GError               **error)
{
  double safety, minimum, quantity;

  g_return_val_if_fail (self != NULL && levels != NULL, FALSE);

  *levels = (SediaStockLevels) { 0 };
  if (!check (self, error))
    return FALSE;
  if (self->demand <= 0.0)
    return TRUE;

  safety = sedia_inventory_safety_stock (sedia_service_of_orders (self->orders_per_shortage),
                                         self->demand, self->deviation,
                                         self->lead + self->review, self->lead_deviation);
  minimum = floor (self->demand * (self->lead + self->review) + safety + NOISE) + 1.0;
  quantity = order_quantity (self);
  if (!(minimum + quantity <= (double) SEDIA_QUANTITY_MAX))
    return refuse (error, _("That is more than can be kept of one product."));

  levels->safety = (gint64) round_up (safety);
  levels->minimum = (gint64) minimum;
  levels->quantity = (gint64) quantity;
  levels->maximum = levels->minimum + levels->quantity;

  return TRUE;
}
