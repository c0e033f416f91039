/* Safety stock, reorder points and order quantities: the published cases, the reference series, and
 * what the levels of a product promise.
 */
#include "config.h"

#include "forecast-reference.h"
#include "sedia-demand-shape.h"
#include "sedia-error.h"
#include "sedia-inventory.h"
#include "sedia-normal.h"
#include "sedia-number.h"

#include <math.h>

#define FOLDER "inventory-reference"

/* What each case comes to here, under the name the table has for it. */
static double
work_out (const char *id,
          const char *quantity)
{
  const double ratio = sedia_inventory_critical_ratio (4.0, 1.0, 0.0);
  const double eoq = sedia_inventory_order_quantity (8000.0, 12000.0, 0.3);
  const double epq = sedia_inventory_production_quantity (200.0, 1000.0, 100.0, 5.0);
  const struct { const char *id, *quantity; double value; } cases[] = {
    { "RT1", "safety stock", sedia_inventory_safety_stock (0.95, 30.0, 5.0, 10.0, 0.0) },
    { "RT1", "reorder point", sedia_inventory_reorder_point (0.95, 30.0, 5.0, 10.0, 0.0) },
    { "HL1", "EOQ", eoq },
    { "HL1", "cycle, months", eoq / 8000.0 },
    { "HL1", "total variable cost", sedia_inventory_order_cost (8000.0, 12000.0, 0.3, eoq) },
    { "PO1", "Q", 100.0 + 30.0 * sedia_normal_quantile (ratio) },
    { "PO1", "safety stock", sedia_inventory_safety_stock (ratio, 100.0, 30.0, 1.0, 0.0) },
    { "PO1", "fill rate",
      sedia_inventory_fill_rate (sedia_normal_quantile (ratio), 30.0, 100.0) },
    { "GA2", "Q", epq },
    { "GA2", "max inventory", epq * (1.0 - 200.0 / 1000.0) },
    { "WEB2", "safety stock", sedia_inventory_safety_stock (0.9, 15.0, 5.0, 4.0, 0.0) },
    { "WEB4", "EOQ", sedia_inventory_order_quantity (10000.0, 40.0, 0.25 * 30.0) },
    { "AR1", "safety stock", sedia_inventory_safety_stock (0.85, 200.0, 150.0, 1.0, 0.0) },
    { "AR1", "order point", sedia_inventory_reorder_point (0.85, 200.0, 150.0, 1.0, 0.0) },
    { "NA2", "R", sedia_inventory_reorder_point (0.98, 100.0, 25.0, 1.0, 0.0) },
    { "IV1", "reorder point", sedia_inventory_reorder_point (0.9, 50.0, 5.0, 6.0, 0.0) },
    { "SC1", "safety stock", sedia_inventory_safety_stock (0.95, 0.0, 0.7, 2.0, 0.0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].id, id) && g_str_equal (cases[i].quantity, quantity))
      return cases[i].value;

  return NAN;
}

/* The cells of a line; commas may stand within quotation marks. */
static GPtrArray *
split_quoted (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = line;; p++)
    {
      if (*p == '\0' || (*p == ',' && !is_quoted))
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p == '\0')
            break;
        }
      else if (*p == '"')
        is_quoted = !is_quoted;
      else
        g_string_append_c (cell, *p);
    }

  g_string_free (cell, TRUE);
  return cells;
}

static void
test_cases (void)
{
  const char *folder = reference_data (FOLDER);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_compared = 0;

  if (folder == NULL)
    return;

  path = g_build_filename (folder, "cases.csv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_autoptr (GPtrArray) cells = split_quoted (*line);
      const char *id = g_ptr_array_index (cells, 0);
      const char *inputs = g_ptr_array_index (cells, 2);
      const char *quantity = g_ptr_array_index (cells, 3);
      double value = work_out (id, quantity);

      if (g_str_equal (id, "AR1") && strstr (inputs, "SL=0.50") != NULL)
        value = sedia_inventory_reorder_point (0.5, 200.0, 150.0, 1.0, 0.0);
      assert_close (value, g_ascii_strtod (g_ptr_array_index (cells, 5), NULL), *line);
      n_compared++;
    }

  g_assert_cmpuint (n_compared, ==, 18);
}

static void
test_factors (void)
{
  const char *folder = reference_data (FOLDER);
  g_autoptr (GPtrArray) rows = NULL;

  if (folder == NULL)
    return;

  rows = read_rows (folder, "safety_factors.csv");
  g_assert_cmpuint (rows->len, >=, 20);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const double z = sedia_normal_quantile (g_ascii_strtod (row[0], NULL));

      g_assert_cmpfloat (fabs (z - g_ascii_strtod (row[1], NULL)), <=, 5.1e-7);
      g_assert_cmpfloat (fabs (sedia_normal_loss (z) - g_ascii_strtod (row[2], NULL)), <=,
                         5.1e-9);
    }
}

/* The table has six decimals. */
static void
assert_decimals (double      value,
                 const char *cell,
                 const char *what)
{
  const double expected = g_ascii_strtod (cell, NULL);

  if (!(fabs (value - expected) <= 5.1e-7 + 1e-9 * fabs (expected)))
    g_error ("%s: %.12g, not %s", what, value, cell);
}

static void
assert_reorder_point (const SediaDemandShape *shape,
                      char                  **row)
{
  const double lead = g_ascii_strtod (row[4], NULL), service = g_ascii_strtod (row[5], NULL);
  const double mean = shape->mean, deviation = shape->deviation;
  g_autofree char *what = g_strjoin (" ", row[0], row[4], row[5], NULL);

  g_assert_cmpuint (shape->n_known, ==, (guint) atoi (row[1]));
  assert_decimals (mean, row[2], what);
  assert_decimals (deviation, row[3], what);
  assert_decimals (sedia_inventory_safety_stock (service, mean, deviation, lead, 0.0), row[6],
                   what);
  assert_decimals (sedia_inventory_reorder_point (service, mean, deviation, lead, 0.0), row[7],
                   what);
  assert_decimals (sedia_inventory_safety_stock (service, mean, deviation, lead, 0.5), row[8],
                   what);
  g_assert_cmpint (sedia_inventory_poisson_quantile (service, mean * lead), ==, atoi (row[9]));
}

static void
test_reorder_points (void)
{
  const char *folder = reference_data (FOLDER);
  const char *series_folder = reference_data ("forecast-reference");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (folder == NULL || series_folder == NULL)
    return;

  all = read_series (series_folder);
  rows = read_rows (folder, "rop_dev.csv");
  g_assert_cmpuint (rows->len, ==, 90);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const SediaDemand demand = train_of (find_series (all, row[0]));
      const SediaDemandShape shape = sedia_demand_shape (&demand);

      assert_reorder_point (&shape, row);
    }
}

/* The order quantity with customers who wait: what is dearer to wait for is ordered as if nobody
 * did, and the cost is least at the quantity. */
static void
test_order_quantity (void)
{
  const double eoq = sedia_inventory_order_quantity (1200.0, 50.0, 3.0);
  const double least = sedia_inventory_order_cost (1200.0, 50.0, 3.0, eoq);

  g_assert_cmpfloat (eoq, ==, 200.0);
  g_assert_cmpfloat (least, ==, 600.0);
  g_assert_cmpfloat (sedia_inventory_order_cost (1200.0, 50.0, 3.0, eoq * 1.1), >, least);
  g_assert_cmpfloat (sedia_inventory_order_cost (1200.0, 50.0, 3.0, eoq * 0.9), >, least);
  g_assert_cmpfloat (sedia_inventory_backorder_quantity (1200.0, 50.0, 3.0, 1.0), ==, 400.0);
  assert_close (sedia_inventory_backorder_quantity (1200.0, 50.0, 3.0, 1e12), eoq, "dear");
  assert_close (sedia_inventory_production_quantity (1200.0, 1e15, 50.0, 3.0), eoq, "at once");
}

static void
test_order_quantity_bad (void)
{
  g_assert_true (isnan (sedia_inventory_order_quantity (1200.0, 0.0, 3.0)));
  g_assert_true (isnan (sedia_inventory_order_quantity (1200.0, 50.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_order_quantity (-1.0, 50.0, 3.0)));
  g_assert_true (isnan (sedia_inventory_order_quantity (NAN, 50.0, 3.0)));
  g_assert_true (isnan (sedia_inventory_order_cost (1200.0, 50.0, 3.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_production_quantity (1200.0, 1200.0, 50.0, 3.0)));
  g_assert_true (isnan (sedia_inventory_backorder_quantity (1200.0, 50.0, 3.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_critical_ratio (1.0, 2.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_critical_ratio (2.0, 1.0, 1.0)));
  g_assert_true (isnan (sedia_inventory_fill_rate (1.0, 5.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_fill_factor (1.0, 5.0, 100.0)));
  g_assert_true (isnan (sedia_inventory_safety_stock (0.95, 1.0, 1.0, -1.0, 0.0)));
  g_assert_true (isnan (sedia_inventory_reorder_point (0.95, 1.0, -1.0, 1.0, 0.0)));
  g_assert_cmpint (sedia_inventory_poisson_quantile (1.0, 2.0), ==, -1);
  g_assert_cmpint (sedia_inventory_poisson_quantile (0.9, -2.0), ==, -1);
}

static void
test_fill_rate (void)
{
  for (double rate = 0.5; rate < 0.9999; rate += 0.0313)
    {
      const double z = sedia_inventory_fill_factor (rate, 12.0, 40.0);

      assert_close (sedia_inventory_fill_rate (z, 12.0, 40.0), rate, "fill rate");
    }
}

/* Enough with the probability asked for, and one piece less is not. */
static void
test_poisson (void)
{
  for (double mean = 0.0; mean < 40.0; mean += 0.7)
    {
      const gint64 pieces = sedia_inventory_poisson_quantile (0.95, mean);
      double probability = exp (-mean), before = 0.0, sum = probability;

      for (gint64 k = 1; k <= pieces; k++)
        {
          before = sum;
          probability *= mean / k;
          sum += probability;
        }
      g_assert_cmpfloat (sum, >=, 0.95);
      g_assert_true (pieces == 0 || before < 0.95);
    }

  /* Where the normal takes over, it goes on without a jump. */
  g_assert_cmpint (sedia_inventory_poisson_quantile (0.95, 1e6 + 1.0) -
                   sedia_inventory_poisson_quantile (0.95, 1e6), <=, 2);
  g_assert_cmpint (sedia_inventory_poisson_quantile (0.95, 1e6 + 1.0) -
                   sedia_inventory_poisson_quantile (0.95, 1e6), >=, 0);
}

static const SediaStockPlan ordinary = {
  .demand = 12.0,
  .deviation = 3.0,
  .lead = 2.0,
  .lead_deviation = 0.5,
  .review = 1.0,
  .orders_per_shortage = 20,
  .cover = 4.0,
  .pack = 1,
};

static SediaStockLevels
levels_of (const SediaStockPlan *plan)
{
  g_autoptr (GError) error = NULL;
  SediaStockLevels levels;

  sedia_stock_plan_levels (plan, &levels, &error);
  g_assert_no_error (error);
  g_assert_cmpint (levels.safety, >=, 0);
  g_assert_cmpint (levels.minimum, >=, levels.safety);
  g_assert_cmpint (levels.maximum, ==, levels.minimum + levels.quantity);
  return levels;
}

/* z = 1.644854, sqrt (3 * 9 + 144 * 0.25) = 7.937254: 13.0556 of safety, and 36 for three weeks. */
static void
test_levels (void)
{
  const SediaStockLevels levels = levels_of (&ordinary);

  g_assert_cmpint (levels.safety, ==, 14);
  g_assert_cmpint (levels.minimum, ==, 50); /* ordered at 49 or less: enough for 49.06 */
  g_assert_cmpint (levels.quantity, ==, 48);
  g_assert_cmpint (levels.maximum, ==, 98);
}

static void
test_levels_packs (void)
{
  SediaStockPlan plan = ordinary;

  plan.pack = 10;
  g_assert_cmpint (levels_of (&plan).quantity, ==, 50);
  plan.least = 55;
  g_assert_cmpint (levels_of (&plan).quantity, ==, 60);
  plan.cover = 0.0;
  plan.least = 0;
  g_assert_cmpint (levels_of (&plan).quantity, ==, 10);
  plan.pack = 48;
  plan.cover = 4.0;
  g_assert_cmpint (levels_of (&plan).quantity, ==, 48);
}

static void
test_levels_none (void)
{
  SediaStockPlan plan = ordinary;

  plan.demand = 0.0;
  plan.least = 100;
  g_assert_cmpint (levels_of (&plan).minimum, ==, 0);
  g_assert_cmpint (levels_of (&plan).maximum, ==, 0);

  /* There at once: nothing is kept for the way, but the last one is not sold without ordering. */
  plan = ordinary;
  plan.lead = plan.lead_deviation = plan.review = 0.0;
  g_assert_cmpint (levels_of (&plan).safety, ==, 0);
  g_assert_cmpint (levels_of (&plan).minimum, ==, 1);
}

/* Who runs out more rarely, waits longer or is less sure never keeps less. */
static void
test_levels_rise (void)
{
  SediaStockPlan plan = ordinary;
  gint64 before = 0;

  for (plan.orders_per_shortage = 2; plan.orders_per_shortage <= 1000;
       plan.orders_per_shortage *= 2)
    {
      const gint64 minimum = levels_of (&plan).minimum;

      g_assert_cmpint (minimum, >, before);
      before = minimum;
    }

  plan = ordinary;
  for (guint i = 0; i < 10; i++)
    {
      const gint64 minimum = levels_of (&plan).minimum;

      plan.lead += 0.5;
      g_assert_cmpint (levels_of (&plan).minimum, >, minimum);
    }
}

static void
assert_refused (SediaStockPlan  plan,
                const char     *words)
{
  g_autoptr (GError) error = NULL;
  SediaStockLevels levels = { .minimum = 7 };

  g_assert_false (sedia_stock_plan_levels (&plan, &levels, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpint (levels.minimum, ==, 0);
}

#define WITH(field, value) \
  ({ SediaStockPlan changed = ordinary; changed.field = value; changed; })

static void
test_levels_bad (void)
{
  assert_refused (WITH (lead, -1.0), "less than no time");
  assert_refused (WITH (lead, NAN), "less than no time");
  assert_refused (WITH (lead, INFINITY), "less than no time");
  assert_refused (WITH (lead_deviation, -0.1), "less than no time");
  assert_refused (WITH (review, -1.0), "between two orders");
  assert_refused (WITH (cover, NAN), "between two orders");
  assert_refused (WITH (demand, NAN), "no forecast");
  assert_refused (WITH (demand, -1.0), "no forecast");
  assert_refused (WITH (deviation, INFINITY), "no forecast");
  assert_refused (WITH (orders_per_shortage, 0), "2 orders or more");
  assert_refused (WITH (orders_per_shortage, 1), "2 orders or more");
  assert_refused (WITH (pack, 0), "A pack");
  assert_refused (WITH (least, -1), "A pack");
  assert_refused (WITH (demand, 1e12), "more than can be kept");
  assert_refused (WITH (lead, 1e300), "more than can be kept");
  assert_refused (WITH (cover, 1e300), "more than can be kept");
}

static void
test_service (void)
{
  g_assert_cmpfloat (sedia_service_of_orders (2), ==, 0.5);
  g_assert_cmpfloat (sedia_service_of_orders (20), ==, 0.95);
  g_assert_cmpfloat (sedia_service_of_orders (100), ==, 0.99);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/inventory/cases", test_cases);
  g_test_add_func ("/core/inventory/factors", test_factors);
  g_test_add_func ("/core/inventory/reorder-points", test_reorder_points);
  g_test_add_func ("/core/inventory/order-quantity", test_order_quantity);
  g_test_add_func ("/core/inventory/order-quantity-bad", test_order_quantity_bad);
  g_test_add_func ("/core/inventory/fill-rate", test_fill_rate);
  g_test_add_func ("/core/inventory/poisson", test_poisson);
  g_test_add_func ("/core/inventory/levels", test_levels);
  g_test_add_func ("/core/inventory/levels-packs", test_levels_packs);
  g_test_add_func ("/core/inventory/levels-none", test_levels_none);
  g_test_add_func ("/core/inventory/levels-rise", test_levels_rise);
  g_test_add_func ("/core/inventory/levels-bad", test_levels_bad);
  g_test_add_func ("/core/inventory/service", test_service);

  return g_test_run ();
}
