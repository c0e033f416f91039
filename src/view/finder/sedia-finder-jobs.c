/* Everything in the shop that fits what was typed: the first few of each list, a product whose code
 * it is and the order and the purchase whose number it is before all others.
 */
#include "config.h"

#include "sedia-finder-jobs.h"

#include "sedia-format.h"
#include "sedia-order-words.h"
#include "sedia-purchase-words.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define MAX_OF_EACH 5

/**
 * sedia_found_free: Frees what was found.
 */
void
sedia_found_free (SediaFound *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static SediaFound *
found_new (SediaKind   kind,
           gint64      id,
           const char *icon,
           const char *aside)
{
  SediaFound *found = g_new0 (SediaFound, 1);

  found->kind = kind;
  found->id = id;
  found->icon = icon;
  found->aside = aside;

  return found;
}

/* ---- one of each kind */

static SediaFound *
product_found (gconstpointer record)
{
  const SediaProduct *product = record;
  SediaFound *found = found_new (SEDIA_KIND_PRODUCT, product->id, "sedia-stock-symbolic",
                                 C_("found", "Product"));
  g_autofree char *on_hand = sedia_format_amount (product->on_hand, product->decimals,
                                                  product->unit);

  found->title = g_strdup (product->name);
  /* Translators: SKU, amount on hand */
  found->detail = g_strdup_printf (C_("found", "%s · %s on hand"), product->sku, on_hand);

  return found;
}

static SediaFound *
customer_found (gconstpointer record)
{
  const SediaCustomer *customer = record;
  SediaFound *found = found_new (SEDIA_KIND_CUSTOMER, customer->id, "sedia-customer-symbolic",
                                 C_("found", "Customer"));

  found->title = g_strdup (customer->name);
  found->detail = g_strdup (customer->phone);

  return found;
}

static SediaFound *
supplier_found (gconstpointer record)
{
  const SediaSupplier *supplier = record;
  SediaFound *found = found_new (SEDIA_KIND_SUPPLIER, supplier->id, "sedia-supplier-symbolic",
                                 C_("found", "Supplier"));

  found->title = g_strdup (supplier->name);
  found->detail = g_strdup (supplier->phone);

  return found;
}

static SediaFound *
order_found (gconstpointer record)
{
  const SediaOrder *order = record;
  const gboolean is_draft = order->id < 0;
  SediaFound *found = found_new (SEDIA_KIND_ORDER, order->id, "sedia-order-symbolic",
                                 C_("found", "Order"));
  g_autofree char *what = sedia_order_dup_what (order);

  if (is_draft)
    {
      found->title = g_strdup_printf (C_("found", "Draft – %s"), order->customer);
      found->detail = g_steal_pointer (&what);
      return found;
    }

  found->title = g_strdup_printf (C_("found", "Order %" PRId64 " – %s"), order->id,
                                  order->customer);
  found->detail = g_strdup_printf ("%s · %s", sedia_order_status_label (sedia_order_status (order)),
                                   what);

  return found;
}

static SediaFound *
delivery_found (gconstpointer record)
{
  const SediaDelivery *delivery = record;
  const gboolean is_draft = delivery->id < 0;
  SediaFound *found = found_new (SEDIA_KIND_DELIVERY, delivery->id, "sedia-delivery-symbolic",
                                 C_("found", "Delivery"));
  const char *supplier = delivery->supplier != NULL ? delivery->supplier : "";
  g_autofree char *when = sedia_format_time (delivery->at);

  found->title = is_draft ? g_strdup_printf (C_("found", "Draft – %s"), supplier)
                          : g_strdup_printf (C_("found", "Delivery %" PRId64 " – %s"),
                                             delivery->id, supplier);
  found->detail = delivery->note_number != NULL && *delivery->note_number != '\0'
                    ? g_strdup_printf ("%s · %s", delivery->note_number, when)
                    : g_steal_pointer (&when);

  return found;
}

static SediaFound *
purchase_found (gconstpointer record)
{
  const SediaPurchase *purchase = record;
  SediaFound *found = found_new (SEDIA_KIND_PURCHASE, purchase->id, "sedia-purchase-symbolic",
                                 C_("found", "Purchase"));
  g_autofree char *what = sedia_purchase_dup_what (purchase);
  g_autofree char *state = NULL;

  if (purchase->id < 0)
    {
      found->title = g_strdup_printf (C_("found", "Draft – %s"), purchase->supplier);
      found->detail = g_steal_pointer (&what);
      return found;
    }

  state = sedia_purchase_dup_state (purchase);
  found->title = g_strdup_printf (C_("found", "Purchase %" PRId64 " – %s"), purchase->id,
                                  purchase->supplier);
  found->detail = g_strdup_printf ("%s · %s", state, what);

  return found;
}

/* What is looked through, in the order of the answer. */
static const struct
{
  SediaListKind list;
  SediaFound *(*make) (gconstpointer record);
} kinds[] = {
  { SEDIA_LIST_STOCK, product_found },
  { SEDIA_LIST_CUSTOMERS, customer_found },
  { SEDIA_LIST_ORDERS, order_found },
  { SEDIA_LIST_DELIVERIES, delivery_found },
  { SEDIA_LIST_PURCHASES, purchase_found },
  { SEDIA_LIST_SUPPLIERS, supplier_found },
};

/* ---- all of them */

static void
add (GPtrArray  *found,
     SediaFound *one)
{
  for (guint i = 0; i < found->len; i++)
    {
      const SediaFound *other = g_ptr_array_index (found, i);

      if (other->kind == one->kind && other->id == one->id)
        {
          sedia_found_free (one);
          return;
        }
    }

  g_ptr_array_add (found, one);
}

static gboolean
add_from_list (GPtrArray   *found,
               SediaDb     *db,
               const char  *typed,
               guint        which,
               GError     **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kinds[which].list);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;

  query->search = g_strdup (typed);
  ids = sedia_list_head (db, query, MAX_OF_EACH, error);
  if (ids == NULL ||
      !(records = sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                   error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    add (found, kinds[which].make (g_ptr_array_index (records, i)));

  return TRUE;
}

/* The product whose SKU or barcode was typed or scanned. */
static gboolean
add_by_code (GPtrArray   *found,
             SediaDb     *db,
             const char  *typed,
             GError     **error)
{
  g_autoptr (SediaProduct) product = NULL;
  gint64 product_id = 0;

  if (!sedia_product_find (db, typed, &product_id, error))
    return FALSE;
  if (product_id == 0)
    return TRUE;
  if (!(product = sedia_product_read (db, product_id, error)))
    return FALSE;

  add (found, product_found (product));

  return TRUE;
}

static gboolean
add_numbered (GPtrArray      *found,
              SediaDb        *db,
              SediaListKind   list,
              gint64          id,
              SediaFound    *(*make) (gconstpointer record),
              GError        **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (list);
  g_autoptr (GPtrArray) records = sedia_list_page (db, query, &id, 1, error);

  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    add (found, make (g_ptr_array_index (records, 0)));

  return TRUE;
}

/* The order and the purchase with the number that was typed: the same digits are in many a barcode.
 */
static gboolean
add_by_number (GPtrArray   *found,
               SediaDb     *db,
               const char  *typed,
               GError     **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (typed, 10, 1, G_MAXINT64, &number, NULL))
    return TRUE;

  return add_numbered (found, db, SEDIA_LIST_ORDERS, (gint64) number, order_found, error) &&
         add_numbered (found, db, SEDIA_LIST_PURCHASES, (gint64) number, purchase_found, error);
}

gpointer
sedia_find_anything_job (SediaDb   *db,
                         gpointer   typed,
                         GError   **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_found_free);

  if (!add_by_code (found, db, typed, error) || !add_by_number (found, db, typed, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_from_list (found, db, typed, i, error))
      return NULL;

  return g_steal_pointer (&found);
}
