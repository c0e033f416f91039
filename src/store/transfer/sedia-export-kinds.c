/* What can be exported, and the columns of each: the import knows them again by these headers. */
#include "config.h"

#include "sedia-export.h"

#include <string.h>

/* An order and one of its lines. */
#define ORDER_COLUMNS \
  { "order", SEDIA_EXPORT_TEXT }, { "customer", SEDIA_EXPORT_TEXT }, \
    { "phone", SEDIA_EXPORT_TEXT }, { "placed", SEDIA_EXPORT_TIME }, \
    { "deposit", SEDIA_EXPORT_MONEY }, { "all_or_nothing", SEDIA_EXPORT_NUMBER }, \
    { "note", SEDIA_EXPORT_TEXT }, { "sku", SEDIA_EXPORT_TEXT }, \
    { "product", SEDIA_EXPORT_TEXT }, { "quantity", SEDIA_EXPORT_QUANTITY }, \
    { "delivered", SEDIA_EXPORT_QUANTITY }, { "cancelled", SEDIA_EXPORT_QUANTITY }, \
    { "price", SEDIA_EXPORT_MONEY }, { "need_by", SEDIA_EXPORT_DAY }, \
    { "first", SEDIA_EXPORT_NUMBER }, { "all", SEDIA_EXPORT_NUMBER }, \
    { "held", SEDIA_EXPORT_NUMBER }

static const SediaExport exports[] = {
  { "products",
    "export-product-ids",
    "export-product",
    { { "sku", SEDIA_EXPORT_TEXT },
      { "name", SEDIA_EXPORT_TEXT },
      { "barcode", SEDIA_EXPORT_TEXT },
      { "unit", SEDIA_EXPORT_TEXT },
      { "decimals", SEDIA_EXPORT_NUMBER },
      { "pack", SEDIA_EXPORT_NUMBER },
      { "category", SEDIA_EXPORT_TEXT },
      { "supplier", SEDIA_EXPORT_TEXT },
      { "price", SEDIA_EXPORT_MONEY },
      { "cost", SEDIA_EXPORT_MONEY },
      { "on_hand", SEDIA_EXPORT_QUANTITY },
      { "minimum", SEDIA_EXPORT_QUANTITY },
      { "maximum", SEDIA_EXPORT_QUANTITY },
      { "moq", SEDIA_EXPORT_QUANTITY },
      { "backorder", SEDIA_EXPORT_TEXT },
      { "backorder_limit", SEDIA_EXPORT_QUANTITY },
      { "allow_negative", SEDIA_EXPORT_NUMBER },
      { "note", SEDIA_EXPORT_TEXT },
      { "archived", SEDIA_EXPORT_NUMBER },
      { "backorder_wait", SEDIA_EXPORT_NUMBER },
      { "backorder_deposit", SEDIA_EXPORT_NUMBER },
      { "backorder_why", SEDIA_EXPORT_TEXT } } },
  { "customers",
    "export-customer-ids",
    "export-customer",
    { { "code", SEDIA_EXPORT_TEXT },
      { "name", SEDIA_EXPORT_TEXT },
      { "phone", SEDIA_EXPORT_TEXT },
      { "email", SEDIA_EXPORT_TEXT },
      { "channel", SEDIA_EXPORT_TEXT },
      { "language", SEDIA_EXPORT_TEXT },
      { "note", SEDIA_EXPORT_TEXT },
      { "do_not_contact", SEDIA_EXPORT_NUMBER },
      { "archived", SEDIA_EXPORT_NUMBER } } },
  { "suppliers",
    "export-supplier-ids",
    "export-supplier",
    { { "code", SEDIA_EXPORT_TEXT },
      { "name", SEDIA_EXPORT_TEXT },
      { "phone", SEDIA_EXPORT_TEXT },
      { "email", SEDIA_EXPORT_TEXT },
      { "lead_days", SEDIA_EXPORT_NUMBER },
      { "note", SEDIA_EXPORT_TEXT },
      { "archived", SEDIA_EXPORT_NUMBER },
      { "least_value", SEDIA_EXPORT_MONEY } } },
  { "orders",
    "export-order-ids",
    "export-order",
    { ORDER_COLUMNS } },
  { "waiting",
    NULL,
    "export-line",
    { ORDER_COLUMNS,
      { "open", SEDIA_EXPORT_QUANTITY },
      { "reserved", SEDIA_EXPORT_QUANTITY },
      { "waiting", SEDIA_EXPORT_QUANTITY } },
    TRUE },
  { "deliveries",
    "export-delivery-ids",
    "export-delivery",
    { { "delivery", SEDIA_EXPORT_NUMBER },
      { "at", SEDIA_EXPORT_TIME },
      { "supplier", SEDIA_EXPORT_TEXT },
      { "note_number", SEDIA_EXPORT_TEXT },
      { "reverses", SEDIA_EXPORT_NUMBER },
      { "sku", SEDIA_EXPORT_TEXT },
      { "product", SEDIA_EXPORT_TEXT },
      { "unit", SEDIA_EXPORT_TEXT },
      { "quantity", SEDIA_EXPORT_QUANTITY } } },
  { "purchases",
    "export-purchase-ids",
    "export-purchase",
    { { "purchase", SEDIA_EXPORT_NUMBER },
      { "supplier", SEDIA_EXPORT_TEXT },
      { "placed", SEDIA_EXPORT_TIME },
      { "status", SEDIA_EXPORT_TEXT },
      { "line", SEDIA_EXPORT_NUMBER },
      { "sku", SEDIA_EXPORT_TEXT },
      { "product", SEDIA_EXPORT_TEXT },
      { "ordered", SEDIA_EXPORT_QUANTITY },
      { "received", SEDIA_EXPORT_QUANTITY },
      { "closed", SEDIA_EXPORT_QUANTITY },
      { "price", SEDIA_EXPORT_MONEY },
      { "agreed", SEDIA_EXPORT_DAY },
      { "expected", SEDIA_EXPORT_DAY },
      { "order", SEDIA_EXPORT_NUMBER },
      { "order_line", SEDIA_EXPORT_NUMBER } } },
  { "movements",
    NULL,
    "export-movements",
    { { "movement", SEDIA_EXPORT_NUMBER },
      { "at", SEDIA_EXPORT_TIME },
      { "sku", SEDIA_EXPORT_TEXT },
      { "product", SEDIA_EXPORT_TEXT },
      { "quantity", SEDIA_EXPORT_QUANTITY },
      { "reason", SEDIA_EXPORT_TEXT },
      { "document", SEDIA_EXPORT_NUMBER },
      { "note", SEDIA_EXPORT_TEXT },
      { "actor", SEDIA_EXPORT_TEXT },
      { "entered", SEDIA_EXPORT_TIME },
      { "operation", SEDIA_EXPORT_NUMBER } } },
  { "queue",
    NULL,
    NULL,
    { { "position", SEDIA_EXPORT_NUMBER },
      { "order", SEDIA_EXPORT_NUMBER },
      { "line", SEDIA_EXPORT_NUMBER },
      { "customer", SEDIA_EXPORT_TEXT },
      { "sku", SEDIA_EXPORT_TEXT },
      { "product", SEDIA_EXPORT_TEXT },
      { "open", SEDIA_EXPORT_QUANTITY },
      { "reserved", SEDIA_EXPORT_QUANTITY },
      { "waiting", SEDIA_EXPORT_QUANTITY },
      { "need_by", SEDIA_EXPORT_DAY },
      { "placed", SEDIA_EXPORT_TIME },
      { "first", SEDIA_EXPORT_NUMBER },
      { "all", SEDIA_EXPORT_NUMBER },
      { "held", SEDIA_EXPORT_NUMBER } } },
  { "contacts",
    NULL,
    "export-contacts",
    { { "at", SEDIA_EXPORT_TIME },
      { "customer", SEDIA_EXPORT_TEXT },
      { "phone", SEDIA_EXPORT_TEXT },
      { "channel", SEDIA_EXPORT_TEXT },
      { "outcome", SEDIA_EXPORT_TEXT },
      { "note", SEDIA_EXPORT_TEXT },
      { "actor", SEDIA_EXPORT_TEXT } } },
};

/**
 * sedia_export_find: (transfer none) (nullable) what is exported under this name.
 */
const SediaExport *
sedia_export_find (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (strcmp (exports[i].kind, kind) == 0)
      return &exports[i];

  return NULL;
}

/**
 * sedia_export_kind_of: (transfer none) (nullable) under which name the rows of a list are
 * exported, %NULL for a list that is not.
 */
const char *
sedia_export_kind_of (SediaListKind list)
{
  switch (list)
    {
    case SEDIA_LIST_STOCK:
      return "products";
    case SEDIA_LIST_WAITING:
      return "waiting";
    case SEDIA_LIST_DELIVERIES:
      return "deliveries";
    case SEDIA_LIST_ORDERS:
      return "orders";
    case SEDIA_LIST_CUSTOMERS:
      return "customers";
    case SEDIA_LIST_SUPPLIERS:
      return "suppliers";
    case SEDIA_LIST_PURCHASES:
      return "purchases";
    case SEDIA_LIST_HISTORY:
      return NULL; /* it is no list of things that could be imported somewhere */
    }

  g_assert_not_reached ();
}

static guint
count_columns (const SediaExport *export)
{
  guint n = 0;

  while (n < SEDIA_EXPORT_COLUMNS_MAX && export->columns[n].header != NULL)
    n++;

  return n;
}

/* An older version's export of products or people ended with "archived": new columns come after. */
static gboolean
has_headers (const SediaExport  *export,
             const char *const  *headers)
{
  const guint n = count_columns (export);
  const guint n_headers = g_strv_length ((char **) headers);

  if (n_headers == 0 || n_headers > n ||
      (n_headers < n && strcmp (headers[n_headers - 1], "archived") != 0))
    return FALSE;

  for (guint i = 0; i < n_headers; i++)
    if (strcmp (headers[i], export->columns[i].header) != 0)
      return FALSE;

  return TRUE;
}

/**
 * sedia_export_is_ours:
 * @headers: (array zero-terminated=1): the header row of a file
 *
 * Returns: whether it is the header row of one of our own exports, whose numbers have a decimal
 * point
 */
gboolean
sedia_export_is_ours (const char *const *headers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (has_headers (&exports[i], headers))
      return TRUE;

  return FALSE;
}
