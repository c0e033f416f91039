/* What differs between the lists, list by list. */
#include "config.h"

#include "sedia-list-hooks.h"

/* ---- stock: ids of products */

static gint64
stock_record_id (gconstpointer record)
{
  return ((const SediaProduct *) record)->id;
}

static gboolean
never_of_query (gint64 id)
{
  return FALSE;
}

static gboolean
stock_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER);
}

static gboolean
stock_is_touched (SediaChanges     *changes,
                  const SediaQuery *query,
                  gint64            id)
{
  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id);
}

static gboolean
stock_is_stale (SediaChanges     *changes,
                const SediaQuery *query,
                gint64            id,
                gconstpointer     record)
{
  const SediaProduct *product = record;

  if (sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id))
    return TRUE;

  return product != NULL && sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, product->supplier_id);
}

static const SediaListHooks stock_hooks = {
  .record_id = stock_record_id,
  .record_free = (GDestroyNotify) sedia_product_free,
  .is_of_query = never_of_query,
  .concerns = stock_concerns,
  .is_touched = stock_is_touched,
  .is_stale = stock_is_stale,
};

/* ---- waiting: ids of order lines; negative: headings */

static gint64
waiting_record_id (gconstpointer record)
{
  return ((const SediaWaiting *) record)->id;
}

/* -5 is a product under one grouping and a customer under another; and headings count what the
 * filter lets through.
 */
static gboolean
waiting_is_of_query (gint64 id)
{
  return id < 0;
}

static gboolean
waiting_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_ORDER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER);
}

static gboolean
heading_is_touched (SediaChanges  *changes,
                    SediaGrouping  grouping,
                    gint64         id)
{
  if (id == SEDIA_NO_SUPPLIER_HEADING)
    return TRUE;

  switch (grouping)
    {
    case SEDIA_GROUP_PRODUCT:
      return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, -id);

    case SEDIA_GROUP_CUSTOMER:
      return sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, -id);

    case SEDIA_GROUP_SUPPLIER:
      return sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, -id);

    case SEDIA_GROUP_NONE:
      break;
    }

  return FALSE;
}

static gboolean
waiting_is_touched (SediaChanges     *changes,
                    const SediaQuery *query,
                    gint64            id)
{
  return id < 0
    ? heading_is_touched (changes, query->grouping, id)
    : sedia_changes_has (changes, SEDIA_KIND_LINE, id);
}

/* A line also says its place in the queue of its product and what its order and customer are. A
 * heading counts lines: those that left it for another do not name it.
 */
static gboolean
waiting_is_stale (SediaChanges     *changes,
                  const SediaQuery *query,
                  gint64            id,
                  gconstpointer     record)
{
  const SediaWaiting *waiting = record;

  if (id < 0 || waiting_is_touched (changes, query, id))
    return TRUE;
  if (waiting == NULL || waiting->line == NULL)
    return FALSE;

  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, waiting->line->product_id) ||
         sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, waiting->line->customer_id) ||
         sedia_changes_has (changes, SEDIA_KIND_ORDER, waiting->line->order_id);
}

static const SediaListHooks waiting_hooks = {
  .record_id = waiting_record_id,
  .record_free = (GDestroyNotify) sedia_waiting_free,
  .is_of_query = waiting_is_of_query,
  .concerns = waiting_concerns,
  .is_touched = waiting_is_touched,
  .is_stale = waiting_is_stale,
};

/* ---- deliveries: ids of deliveries; negative: drafts */

static gint64
delivery_record_id (gconstpointer record)
{
  return ((const SediaDelivery *) record)->id;
}

static gboolean
delivery_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DRAFT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER);
}

static gboolean
delivery_is_touched (SediaChanges     *changes,
                     const SediaQuery *query,
                     gint64            id)
{
  return id < 0
    ? sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id)
    : sedia_changes_has (changes, SEDIA_KIND_DELIVERY, id);
}

static gboolean
delivery_is_stale (SediaChanges     *changes,
                   const SediaQuery *query,
                   gint64            id,
                   gconstpointer     record)
{
  const SediaDelivery *delivery = record;

  if (delivery_is_touched (changes, query, id))
    return TRUE;

  return delivery != NULL &&
         sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, delivery->supplier_id);
}

static const SediaListHooks delivery_hooks = {
  .record_id = delivery_record_id,
  .record_free = (GDestroyNotify) sedia_delivery_free,
  .is_of_query = never_of_query,
  .concerns = delivery_concerns,
  .is_touched = delivery_is_touched,
  .is_stale = delivery_is_stale,
};

/* ---- orders: ids of orders; negative: drafts */

static gint64
order_record_id (gconstpointer record)
{
  return ((const SediaOrder *) record)->id;
}

static gboolean
order_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_ORDER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DRAFT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER);
}

static gboolean
order_is_touched (SediaChanges     *changes,
                  const SediaQuery *query,
                  gint64            id)
{
  return id < 0 ? sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id)
                : sedia_changes_has (changes, SEDIA_KIND_ORDER, id);
}

/* An order shows its customer and its products. */
static gboolean
order_is_stale (SediaChanges     *changes,
                const SediaQuery *query,
                gint64            id,
                gconstpointer     record)
{
  const SediaOrder *order = record;

  if (order_is_touched (changes, query, id))
    return TRUE;
  if (order == NULL || id < 0)
    return FALSE;
  if (sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, order->customer_id))
    return TRUE;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (sedia_changes_has (changes, SEDIA_KIND_PRODUCT, line->product_id))
        return TRUE;
    }

  return FALSE;
}

static const SediaListHooks order_hooks = {
  .record_id = order_record_id,
  .record_free = (GDestroyNotify) sedia_order_free,
  .is_of_query = never_of_query,
  .concerns = order_concerns,
  .is_touched = order_is_touched,
  .is_stale = order_is_stale,
};

/* ---- customers and suppliers */

static gint64
customer_record_id (gconstpointer record)
{
  return ((const SediaCustomer *) record)->id;
}

static gboolean
customer_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE);
}

static gboolean
customer_is_touched (SediaChanges     *changes,
                     const SediaQuery *query,
                     gint64            id)
{
  return sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, id);
}

static gboolean
customer_is_stale (SediaChanges     *changes,
                   const SediaQuery *query,
                   gint64            id,
                   gconstpointer     record)
{
  return sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, id);
}

static const SediaListHooks customer_hooks = {
  .record_id = customer_record_id,
  .record_free = (GDestroyNotify) sedia_customer_free,
  .is_of_query = never_of_query,
  .concerns = customer_concerns,
  .is_touched = customer_is_touched,
  .is_stale = customer_is_stale,
};

static gint64
supplier_record_id (gconstpointer record)
{
  return ((const SediaSupplier *) record)->id;
}

static gboolean
supplier_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY);
}

static gboolean
supplier_is_touched (SediaChanges     *changes,
                     const SediaQuery *query,
                     gint64            id)
{
  return sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, id);
}

static gboolean
supplier_is_stale (SediaChanges     *changes,
                   const SediaQuery *query,
                   gint64            id,
                   gconstpointer     record)
{
  return sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, id);
}

static const SediaListHooks supplier_hooks = {
  .record_id = supplier_record_id,
  .record_free = (GDestroyNotify) sedia_supplier_free,
  .is_of_query = never_of_query,
  .concerns = supplier_concerns,
  .is_touched = supplier_is_touched,
  .is_stale = supplier_is_stale,
};

/* ---- the log */

static gint64
operation_record_id (gconstpointer record)
{
  return ((const SediaOperation *) record)->id;
}

static gboolean
operation_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_OPERATION);
}

static gboolean
operation_is_touched (SediaChanges     *changes,
                      const SediaQuery *query,
                      gint64            id)
{
  return sedia_changes_has (changes, SEDIA_KIND_OPERATION, id);
}

static gboolean
operation_is_stale (SediaChanges     *changes,
                    const SediaQuery *query,
                    gint64            id,
                    gconstpointer     record)
{
  return sedia_changes_has (changes, SEDIA_KIND_OPERATION, id);
}

static const SediaListHooks operation_hooks = {
  .record_id = operation_record_id,
  .record_free = (GDestroyNotify) sedia_operation_free,
  .is_of_query = never_of_query,
  .concerns = operation_concerns,
  .is_touched = operation_is_touched,
  .is_stale = operation_is_stale,
};

/* ---- purchases: ids of purchases; negative: drafts that are still being typed */

static gint64
purchase_record_id (gconstpointer record)
{
  return ((const SediaPurchase *) record)->id;
}

static gboolean
purchase_concerns (SediaChanges *changes)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DRAFT) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT);
}

static gboolean
purchase_is_touched (SediaChanges     *changes,
                     const SediaQuery *query,
                     gint64            id)
{
  return id < 0 ? sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id)
                : sedia_changes_has (changes, SEDIA_KIND_PURCHASE, id);
}

/* A purchase shows its first product, and how many customers wait for what it brings. */
static gboolean
purchase_is_stale (SediaChanges     *changes,
                   const SediaQuery *query,
                   gint64            id,
                   gconstpointer     record)
{
  const SediaPurchase *purchase = record;

  if (purchase_is_touched (changes, query, id))
    return TRUE;
  if (purchase == NULL || id < 0)
    return FALSE;
  if (purchase->lines->len > 0 &&
      sedia_changes_has (changes, SEDIA_KIND_PRODUCT,
                         ((SediaPurchaseLine *) purchase->lines->pdata[0])->product_id))
    return TRUE;

  for (guint i = 0; i < purchase->products->len; i++)
    if (sedia_changes_has (changes, SEDIA_KIND_PRODUCT,
                           g_array_index (purchase->products, gint64, i)))
      return TRUE;

  return FALSE;
}

static const SediaListHooks purchase_hooks = {
  .record_id = purchase_record_id,
  .record_free = (GDestroyNotify) sedia_purchase_free,
  .is_of_query = never_of_query,
  .concerns = purchase_concerns,
  .is_touched = purchase_is_touched,
  .is_stale = purchase_is_stale,
};

/**
 * sedia_list_hooks_of:
 * @kind: a kind of list
 *
 * Returns: (transfer none): what is special about it
 */
const SediaListHooks *
sedia_list_hooks_of (SediaListKind kind)
{
  switch (kind)
    {
    case SEDIA_LIST_STOCK:
      return &stock_hooks;

    case SEDIA_LIST_WAITING:
      return &waiting_hooks;

    case SEDIA_LIST_DELIVERIES:
      return &delivery_hooks;

    case SEDIA_LIST_ORDERS:
      return &order_hooks;

    case SEDIA_LIST_CUSTOMERS:
      return &customer_hooks;

    case SEDIA_LIST_SUPPLIERS:
      return &supplier_hooks;

    case SEDIA_LIST_HISTORY:
      return &operation_hooks;

    case SEDIA_LIST_PURCHASES:
      return &purchase_hooks;
    }

  g_return_val_if_reached (&stock_hooks);
}
