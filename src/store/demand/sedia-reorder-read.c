/* What to order of one product after the other: see sedia-reorder-read.h. */
#include "config.h"

#include "sedia-reorder-read.h"

#include "sedia-db.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#define DAYS_A_WEEK 7.0

struct _SediaReorderReader
{
  SediaDb *db;
  int today;
  SediaOrderRules rules;
  SediaForecaster *forecaster; /* NULL until the first forecast */
  GHashTable *suppliers;       /* id -> Supplier */
};

typedef struct
{
  gint64 id;
  SediaLeadTime lead;
  gint64 least_value;
} Supplier;

/**
 * sedia_reorder_reader_new:
 * @db: a connection
 * @today: as seen on this day
 *
 * Returns: (transfer full): for any number of products, while nothing changes
 */
SediaReorderReader *
sedia_reorder_reader_new (SediaDb *db,
                          int      today)
{
  SediaReorderReader *self = g_new0 (SediaReorderReader, 1);

  self->db = db;
  self->today = today;
  self->suppliers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  sedia_order_rules_read (db, &self->rules);

  return self;
}

/**
 * sedia_reorder_reader_free: Frees it.
 */
void
sedia_reorder_reader_free (SediaReorderReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->forecaster, sedia_forecaster_free);
  g_hash_table_unref (self->suppliers);
  g_free (self);
}

static const Supplier *
find_supplier (SediaReorderReader  *self,
               gint64               supplier_id,
               GError             **error)
{
  const Supplier *known = g_hash_table_lookup (self->suppliers, &supplier_id);
  g_autoptr (SediaSupplier) supplier = NULL;
  SediaSupplierHistory history;
  Supplier *one;

  if (known != NULL)
    return known;
  if (!(supplier = sedia_supplier_read (self->db, supplier_id, error)) ||
      !sedia_supplier_read_history (self->db, supplier_id, sedia_time_now (), &history, error))
    return NULL;

  one = g_new0 (Supplier, 1);
  one->id = supplier_id;
  one->least_value = supplier->least_value;
  sedia_supplier_history_lead_time (&history, &one->lead);
  g_hash_table_insert (self->suppliers, &one->id, one);

  return one;
}

/* Nobody brings it: nobody knows how long it takes, and any order is taken. */
static gboolean
read_lead_time (SediaReorderReader  *self,
                const SediaProduct  *product,
                SediaLeadTime       *lead,
                GError             **error)
{
  const Supplier *supplier;

  *lead = (SediaLeadTime) { 0 };
  if (product->supplier_id == 0)
    return TRUE;
  if (!(supplier = find_supplier (self, product->supplier_id, error)))
    return FALSE;

  *lead = supplier->lead;
  return TRUE;
}

/**
 * sedia_reorder_reader_least_value:
 * @self: a reader
 * @supplier_id: a supplier, 0 for none
 * @least_value: (out): the least an order to it is worth; %SEDIA_NO_AMOUNT: it takes any
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_reorder_reader_least_value (SediaReorderReader  *self,
                                  gint64               supplier_id,
                                  gint64              *least_value,
                                  GError             **error)
{
  const Supplier *supplier;

  *least_value = SEDIA_NO_AMOUNT;
  if (supplier_id == 0)
    return TRUE;
  if (!(supplier = find_supplier (self, supplier_id, error)))
    return FALSE;

  *least_value = supplier->least_value;
  return TRUE;
}

/* Whether the forecast says how much of a product to keep: not without enough history, not without
 * a lead time. */
static gboolean
work_out_levels (SediaReorderReader  *self,
                 const SediaProduct  *product,
                 const SediaForecast *forecast,
                 const SediaLeadTime *lead,
                 SediaStockLevels    *levels,
                 SediaReorderBasis   *basis)
{
  const SediaStockPlan plan = {
    .demand = forecast->mean,
    .deviation = forecast->deviation,
    .lead = lead->days / DAYS_A_WEEK,
    .lead_deviation = lead->deviation / DAYS_A_WEEK,
    .review = self->rules.review_days / DAYS_A_WEEK,
    .orders_per_shortage = self->rules.orders_per_shortage,
    .cover = self->rules.cover_days / DAYS_A_WEEK,
    .pack = sedia_reorder_pack (product),
    .least = product->moq != SEDIA_NO_AMOUNT ? product->moq : 0,
  };

  if (lead->source == SEDIA_LEAD_UNKNOWN || (forecast->state != SEDIA_FORECAST_CHOSEN &&
                                             forecast->state != SEDIA_FORECAST_FEW_WEEKS) ||
      !sedia_stock_plan_levels (&plan, levels, NULL))
    return FALSE;

  *basis = (SediaReorderBasis) { .n_weeks = forecast->shape.n_known, .demand = forecast->mean,
                                 .safety = levels->safety, .lead = *lead,
                                 .orders_per_shortage = self->rules.orders_per_shortage };
  return TRUE;
}

/**
 * sedia_reorder_reader_suggest:
 * @self: a reader
 * @product: a product with its balances
 * @forecast: (nullable): what it is likely to be asked for
 * @is_suggested: (out): whether it should be ordered
 * @suggestion: (out): how much, and why
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_reorder_reader_suggest (SediaReorderReader   *self,
                              const SediaProduct   *product,
                              const SediaForecast  *forecast,
                              gboolean             *is_suggested,
                              SediaSuggestion      *suggestion,
                              GError              **error)
{
  SediaReorderBasis basis = { 0 };
  SediaStockLevels levels;
  SediaLeadTime lead;
  gboolean has_levels;
  gint64 drafted;

  if (!sedia_db_value (self->db, &drafted, error, "demand-drafted", 1, product->id) ||
      !read_lead_time (self, product, &lead, error))
    return FALSE;

  has_levels = forecast != NULL &&
               work_out_levels (self, product, forecast, &lead, &levels, &basis);
  *is_suggested = sedia_reorder_suggest (product, drafted, has_levels ? &levels : NULL, suggestion);
  suggestion->basis = basis;

  return TRUE;
}

/* Not where the owner has set both levels, or nobody knows how long it takes. */
static gboolean
needs_forecast (const SediaProduct  *product,
                const SediaLeadTime *lead)
{
  return lead->source != SEDIA_LEAD_UNKNOWN &&
         (product->minimum == SEDIA_NO_AMOUNT || product->maximum == SEDIA_NO_AMOUNT);
}

/**
 * sedia_reorder_reader_look:
 * @self: a reader
 * @product: a product with its balances
 * @always: ask the forecast also where the owner has set both levels
 * @is_suggested: (out): whether it should be ordered
 * @suggestion: (out): how much, and why
 * @error: return location
 *
 * The same, with the forecast that it needs.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_reorder_reader_look (SediaReorderReader   *self,
                           const SediaProduct   *product,
                           gboolean              always,
                           gboolean             *is_suggested,
                           SediaSuggestion      *suggestion,
                           GError              **error)
{
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaForecast forecast;
  SediaLeadTime lead;

  if (!read_lead_time (self, product, &lead, error))
    return FALSE;
  if (!always && !needs_forecast (product, &lead))
    return sedia_reorder_reader_suggest (self, product, NULL, is_suggested, suggestion, error);
  if (!(weeks = sedia_demand_weeks_read (self->db, product->id, self->today, error)))
    return FALSE;

  if (self->forecaster == NULL)
    self->forecaster = sedia_demand_forecaster_new ();
  sedia_demand_weeks_forecast (weeks, self->forecaster, &forecast);
  return sedia_reorder_reader_suggest (self, product, &forecast, is_suggested, suggestion, error);
}
