/* What to order now, of everything the shop sells: worked out when it is looked at, never kept. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-demand.h"
#include "sedia-number.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK 7.0
#define REVIEW_WEEKS 1.0          /* the shop looks at what to order once a week */
#define COVER_WEEKS 4.0           /* an order lasts about a month */
#define ORDERS_PER_SHORTAGE 20    /* run out at most once in 20 orders */

/**
 * sedia_reorder_free: Frees what is suggested for a product.
 */
void
sedia_reorder_free (SediaReorder *reorder)
{
  if (reorder == NULL)
    return;

  sedia_product_free (reorder->product);
  g_free (reorder);
}

/* Days from an order to its delivery, as the suppliers state them: (supplier id -> days). */
static GHashTable *
read_lead_days (SediaDb  *db,
                GError  **error)
{
  g_autoptr (GPtrArray) suppliers = sedia_supplier_list (db, NULL, error);
  g_autoptr (GHashTable) days = NULL;

  if (suppliers == NULL)
    return NULL;

  days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < suppliers->len; i++)
    {
      const SediaSupplier *supplier = g_ptr_array_index (suppliers, i);

      if (supplier->lead_days >= 0)
        g_hash_table_insert (days, g_memdup2 (&supplier->id, sizeof supplier->id),
                             GINT_TO_POINTER (supplier->lead_days));
    }

  return g_steal_pointer (&days);
}

/* Whether the forecast says how much of a product to keep: not without enough history, not without
 * a lead time. */
static gboolean
work_out_levels (const SediaProduct  *product,
                 const SediaForecast *forecast,
                 int                  lead_days,
                 SediaStockLevels    *levels)
{
  const SediaStockPlan plan = {
    .demand = forecast->mean,
    .deviation = forecast->deviation,
    .lead = lead_days / DAYS_A_WEEK,
    .review = REVIEW_WEEKS,
    .orders_per_shortage = ORDERS_PER_SHORTAGE,
    .cover = COVER_WEEKS,
    .pack = product->pack > 0 ? product->pack * sedia_quantity_one (product->decimals) : 1,
    .least = product->moq != SEDIA_NO_AMOUNT ? product->moq : 0,
  };

  if (lead_days < 0 || (forecast->state != SEDIA_FORECAST_CHOSEN &&
                        forecast->state != SEDIA_FORECAST_FEW_WEEKS))
    return FALSE;

  return sedia_stock_plan_levels (&plan, levels, NULL);
}

static gboolean
suggest (SediaDb              *db,
         const SediaProduct   *product,
         const SediaForecast  *forecast,
         int                   lead_days,
         gboolean             *is_suggested,
         SediaSuggestion      *suggestion,
         GError              **error)
{
  SediaStockLevels levels;
  gboolean has_levels;
  gint64 drafted;

  if (!sedia_db_value (db, &drafted, error, "demand-drafted", 1, product->id))
    return FALSE;

  has_levels = forecast != NULL && work_out_levels (product, forecast, lead_days, &levels);
  *is_suggested = sedia_reorder_suggest (product, drafted, has_levels ? &levels : NULL, suggestion);

  return TRUE;
}

/**
 * sedia_reorder_of:
 * @db: a connection
 * @product: a product with its balances
 * @forecast: what it is likely to be asked for
 * @is_suggested: (out): whether it should be ordered
 * @suggestion: (out): how much, and why
 * @error: return location
 *
 * What sedia_reorder_list() says of one product.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_reorder_of (SediaDb              *db,
                  const SediaProduct   *product,
                  const SediaForecast  *forecast,
                  gboolean             *is_suggested,
                  SediaSuggestion      *suggestion,
                  GError              **error)
{
  g_autoptr (SediaSupplier) supplier = NULL;

  if (product->supplier_id != 0 &&
      !(supplier = sedia_supplier_read (db, product->supplier_id, error)))
    return FALSE;

  return suggest (db, product, forecast, supplier != NULL ? supplier->lead_days : -1, is_suggested,
                  suggestion, error);
}

/* The forecast is not asked where the owner has set both levels, or nobody knows how long it takes.
 */
static gboolean
suggest_listed (SediaDb             *db,
                const SediaProduct  *product,
                int                  today,
                SediaForecaster     *forecaster,
                GHashTable          *lead_days,
                gboolean            *is_suggested,
                SediaSuggestion     *suggestion,
                GError             **error)
{
  const gboolean is_own = product->minimum != SEDIA_NO_AMOUNT &&
                          product->maximum != SEDIA_NO_AMOUNT;
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaForecast forecast;
  gpointer days;

  if (is_own || !g_hash_table_lookup_extended (lead_days, &product->supplier_id, NULL, &days))
    return suggest (db, product, NULL, -1, is_suggested, suggestion, error);
  if (!(weeks = sedia_demand_weeks_read (db, product->id, today, error)))
    return FALSE;

  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  return suggest (db, product, &forecast, GPOINTER_TO_INT (days), is_suggested, suggestion, error);
}

/* Two suppliers of one name stay apart. */
static int
compare_suppliers (gconstpointer a,
                   gconstpointer b)
{
  const SediaProduct *first = (*(const SediaReorder *const *) a)->product;
  const SediaProduct *second = (*(const SediaReorder *const *) b)->product;
  int by_name;

  if (first->supplier == NULL || second->supplier == NULL)
    return (first->supplier == NULL) - (second->supplier == NULL);
  if ((by_name = g_utf8_collate (first->supplier, second->supplier)) != 0)
    return by_name;

  return (first->supplier_id > second->supplier_id) - (first->supplier_id < second->supplier_id);
}

/* By name; nobody asks for their barcodes here. */
static GPtrArray *
read_products (SediaDb  *db,
               GError  **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) ids = sedia_list_spine (db, query, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

/* Takes the product out of the list. */
static void
add (GPtrArray             *list,
     GPtrArray             *products,
     guint                  i,
     const SediaSuggestion *suggestion)
{
  SediaReorder *reorder = g_new (SediaReorder, 1);

  reorder->product = g_steal_pointer (&g_ptr_array_index (products, i));
  reorder->suggestion = *suggestion;
  g_ptr_array_add (list, reorder);
}

/**
 * sedia_reorder_list:
 * @db: a connection
 * @today: as seen on this day
 * @error: return location
 *
 * Rule 8: suggestions are a view of what there is; asking twice suggests nothing new. The levels
 * are the owner's, else those of the forecast where the supplier states a lead time.
 *
 * Returns: (transfer full) (nullable) (element-type SediaReorder): products to order, by supplier
 *   and name; those without a supplier last
 */
GPtrArray *
sedia_reorder_list (SediaDb  *db,
                    int       today,
                    GError  **error)
{
  g_autoptr (GPtrArray) products = read_products (db, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_reorder_free);
  g_autoptr (GHashTable) lead_days = read_lead_days (db, error);
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();

  if (products == NULL || lead_days == NULL)
    return NULL;

  for (guint i = 0; i < products->len; i++)
    {
      SediaSuggestion suggestion;
      gboolean is_suggested;

      if (!suggest_listed (db, g_ptr_array_index (products, i), today, forecaster, lead_days,
                           &is_suggested, &suggestion, error))
        return NULL;
      if (is_suggested)
        add (list, products, i, &suggestion);
    }
  g_ptr_array_sort (list, compare_suppliers);

  return g_steal_pointer (&list);
}

/* ---- ordering */

static gboolean
is_chosen (const SediaReorder *reorder,
           GArray             *product_ids)
{
  if (product_ids == NULL)
    return reorder->product->supplier_id != 0;

  for (guint i = 0; i < product_ids->len; i++)
    if (g_array_index (product_ids, gint64, i) == reorder->product->id)
      return TRUE;

  return FALSE;
}

static gboolean
check_supplier (const SediaProduct  *product,
                GError             **error)
{
  if (product->supplier_id != 0)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("Nobody is known to bring %s; give it a supplier first."), product->sku);
  return FALSE;
}

/* A draft of the lines so far; they are forgotten. */
static gboolean
add_draft (SediaDb  *db,
           gint64    supplier_id,
           GArray   *lines,
           GArray   *purchase_ids,
           GError  **error)
{
  const SediaPurchaseDraft draft = { .supplier_id = supplier_id, .is_draft = TRUE,
                                     .expected = SEDIA_NO_DAY, .lines = lines };
  gint64 purchase_id;

  if (lines->len == 0)
    return TRUE;
  if (!sedia_purchase_add (db, &draft, &purchase_id, error))
    return FALSE;

  g_array_append_val (purchase_ids, purchase_id);
  g_array_set_size (lines, 0);

  return TRUE;
}

/**
 * sedia_reorder_order:
 * @db: the writing connection, in an operation
 * @product_ids: (nullable) (element-type gint64): products; %NULL for all that have a supplier
 * @today: as seen on this day
 * @error: return location
 *
 * Puts what sedia_reorder_list() suggests into draft purchases, one for each supplier.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the drafts; empty when nothing is
 *   suggested
 */
GArray *
sedia_reorder_order (SediaDb  *db,
                     GArray   *product_ids,
                     int       today,
                     GError  **error)
{
  g_autoptr (GPtrArray) list = sedia_reorder_list (db, today, error);
  g_autoptr (GArray) purchase_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  gint64 supplier_id = 0;

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);
      const SediaPurchaseLineDraft line = { .product_id = reorder->product->id,
                                            .quantity = reorder->suggestion.suggested,
                                            .price = SEDIA_NO_AMOUNT,
                                            .expected = SEDIA_NO_DAY };

      if (!is_chosen (reorder, product_ids))
        continue;
      if (!check_supplier (reorder->product, error) ||
          (reorder->product->supplier_id != supplier_id &&
           !add_draft (db, supplier_id, lines, purchase_ids, error)))
        return NULL;
      supplier_id = reorder->product->supplier_id;
      g_array_append_val (lines, line);
    }

  return add_draft (db, supplier_id, lines, purchase_ids, error) ? g_steal_pointer (&purchase_ids)
                                                                 : NULL;
}
