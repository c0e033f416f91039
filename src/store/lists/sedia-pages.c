/* Pages of records for the lists, and queues. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-db.h"
#include "sedia-delivery.h"
#include "sedia-orders.h"
#include "sedia-purchase-rows.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"
#include "sedia-waiting-lines.h"

#include <glib/gi18n.h>

/* ---- the waiting list */

/**
 * sedia_waiting_free: Frees a row of the waiting list.
 */
void
sedia_waiting_free (SediaWaiting *waiting)
{
  if (waiting == NULL)
    return;

  sedia_order_line_free (waiting->line);
  g_free (waiting->heading);
  g_free (waiting->heading_detail);
  g_free (waiting->unit);
  g_free (waiting);
}

static SediaWaiting *
read_product_heading (SediaDb  *db,
                      gint64    product_id,
                      GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "heading-product", error);
  SediaWaiting *waiting;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, product_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  waiting = g_new0 (SediaWaiting, 1);
  waiting->product_id = product_id;
  waiting->heading = sedia_stmt_dup_text (stmt, 0);
  waiting->heading_detail = sedia_stmt_dup_text (stmt, 1);
  waiting->lines = (guint) sedia_stmt_int64 (stmt, 2);
  waiting->open = sedia_stmt_int64 (stmt, 3);
  waiting->reserved = sedia_stmt_int64 (stmt, 4);
  waiting->waiting = sedia_stmt_int64 (stmt, 5);
  waiting->decimals = (guint) sedia_stmt_int64 (stmt, 6);
  waiting->unit = sedia_stmt_dup_text (stmt, 7);

  return waiting;
}

static SediaWaiting *
read_named_heading (SediaDb     *db,
                    const char  *statement,
                    gint64       id,
                    GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);
  SediaWaiting *waiting;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  waiting = g_new0 (SediaWaiting, 1);
  waiting->heading = sedia_stmt_dup_text (stmt, 0);
  waiting->heading_detail = sedia_stmt_dup_text (stmt, 1);
  waiting->lines = (guint) sedia_stmt_int64 (stmt, 2);

  return waiting;
}

static SediaWaiting *
read_no_supplier_heading (SediaDb  *db,
                          GError  **error)
{
  SediaWaiting *waiting;
  gint64 lines;

  if (!sedia_db_value (db, &lines, error, "heading-no-supplier", 0))
    return NULL;

  waiting = g_new0 (SediaWaiting, 1);
  waiting->heading = g_strdup (_("No supplier"));
  waiting->lines = (guint) lines;

  return waiting;
}

static SediaWaiting *
read_heading (SediaDb         *db,
              SediaGrouping    grouping,
              gint64           id,
              GError         **error)
{
  SediaWaiting *waiting;

  switch (grouping)
    {
    case SEDIA_GROUP_PRODUCT:
      return read_product_heading (db, -id, error);
    case SEDIA_GROUP_CUSTOMER:
      waiting = read_named_heading (db, "heading-customer", -id, error);
      if (waiting != NULL)
        waiting->customer_id = -id;
      return waiting;
    case SEDIA_GROUP_SUPPLIER:
      return id == SEDIA_NO_SUPPLIER_HEADING
               ? read_no_supplier_heading (db, error)
               : read_named_heading (db, "heading-supplier", -id, error);
    case SEDIA_GROUP_NONE:
      return NULL;
    }

  g_assert_not_reached ();
}

/* A heading, or one of the lines that are read already; NULL without an error: it is gone. */
static SediaWaiting *
read_waiting (SediaDb          *db,
              const SediaQuery *query,
              GHashTable       *lines,
              gint64            id,
              GError          **error)
{
  SediaWaiting *waiting;
  SediaOrderLine *line;

  if (id < 0)
    {
      waiting = read_heading (db, query->grouping, id, error);
      if (waiting != NULL)
        waiting->id = id;
      return waiting;
    }

  if (!(line = sedia_waiting_lines_steal (lines, id)))
    return NULL;

  waiting = g_new0 (SediaWaiting, 1);
  waiting->id = id;
  waiting->line = line;
  waiting->product_id = line->product_id;
  waiting->customer_id = line->customer_id;
  waiting->decimals = line->decimals;
  waiting->unit = g_strdup (line->unit);

  return waiting;
}

/* ---- the other lists */

static SediaProduct *
read_stock (SediaDb  *db,
            gint64    product_id,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "product-read", error);

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, product_id);

  return sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW ? sedia_product_from_stmt (stmt) : NULL;
}

static SediaDelivery *
read_draft_row (SediaDb  *db,
                gint64    draft_id,
                GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-head", error);
  SediaDelivery *delivery;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, draft_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  delivery = g_new0 (SediaDelivery, 1);
  delivery->id = -draft_id;
  delivery->at = sedia_stmt_int64 (stmt, 1);
  delivery->supplier = sedia_stmt_dup_text (stmt, 2);
  delivery->note_number = sedia_stmt_dup_text (stmt, 3);
  delivery->n_lines = (guint) sedia_stmt_int64 (stmt, 4);

  return delivery;
}

static SediaOrder *
read_order_draft_row (SediaDb  *db,
                      gint64    draft_id,
                      GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-head", error);
  SediaOrder *order;

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, draft_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  order = g_new0 (SediaOrder, 1);
  order->id = -draft_id;
  order->placed_at = sedia_stmt_int64 (stmt, 1);
  order->customer = sedia_stmt_dup_text (stmt, 2);
  order->n_lines = (guint) sedia_stmt_int64 (stmt, 4);
  order->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);

  return order;
}

static SediaDelivery *
read_delivery_row (SediaDb  *db,
                   gint64    delivery_id,
                   GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-read", error);

  if (stmt == NULL)
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, delivery_id);

  return sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW ? sedia_delivery_from_stmt (stmt) : NULL;
}

/* ---- people */

static SediaCustomer *
read_customer_row (SediaDb        *db,
                   SediaDueClock  *clock,
                   gint64          customer_id,
                   GError        **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, customer_id, error);

  if (customer == NULL || !sedia_customer_read_told_by (clock, db, customer, error))
    return NULL;

  return g_steal_pointer (&customer);
}

static SediaSupplier *
read_supplier_row (SediaDb  *db,
                   gint64    supplier_id,
                   GError  **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, supplier_id, error);
  g_autoptr (SediaStmt) stmt = NULL;

  if (supplier == NULL || !(stmt = sedia_db_prepare (db, "supplier-work", error)))
    return NULL;
  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return NULL;

  supplier->products = (guint) sedia_stmt_int64 (stmt, 0);
  supplier->delivered_at = sedia_stmt_int64 (stmt, 1);

  return g_steal_pointer (&supplier);
}

/* A list asks for rows that were there a moment ago: one that is gone is no error. */
static gpointer
unless_gone (gpointer   record,
             GError   **error)
{
  if (record == NULL && g_error_matches (*error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND))
    g_clear_error (error);

  return record;
}

static GDestroyNotify
free_func_of (SediaListKind kind)
{
  switch (kind)
    {
    case SEDIA_LIST_STOCK:
      return (GDestroyNotify) sedia_product_free;
    case SEDIA_LIST_WAITING:
      return (GDestroyNotify) sedia_waiting_free;
    case SEDIA_LIST_DELIVERIES:
      return (GDestroyNotify) sedia_delivery_free;
    case SEDIA_LIST_ORDERS:
      return (GDestroyNotify) sedia_order_free;
    case SEDIA_LIST_CUSTOMERS:
      return (GDestroyNotify) sedia_customer_free;
    case SEDIA_LIST_SUPPLIERS:
      return (GDestroyNotify) sedia_supplier_free;
    case SEDIA_LIST_HISTORY:
      return (GDestroyNotify) sedia_operation_free;
    case SEDIA_LIST_PURCHASES:
      return (GDestroyNotify) sedia_purchase_free;
    }

  g_assert_not_reached ();
}

static gpointer
read_record (SediaDb          *db,
             const SediaQuery *query,
             GHashTable       *lines,
             SediaDueClock    *clock,
             gint64            id,
             GError          **error)
{
  switch (query->kind)
    {
    case SEDIA_LIST_STOCK:
      return read_stock (db, id, error);
    case SEDIA_LIST_WAITING:
      return read_waiting (db, query, lines, id, error);
    case SEDIA_LIST_DELIVERIES:
      return id < 0 ? read_draft_row (db, -id, error) : read_delivery_row (db, id, error);
    case SEDIA_LIST_ORDERS:
      return id < 0 ? read_order_draft_row (db, -id, error)
                    : unless_gone (sedia_order_read (db, id, error), error);
    case SEDIA_LIST_CUSTOMERS:
      return unless_gone (read_customer_row (db, clock, id, error), error);
    case SEDIA_LIST_SUPPLIERS:
      return unless_gone (read_supplier_row (db, id, error), error);
    case SEDIA_LIST_HISTORY:
      return unless_gone (sedia_operation_read_with_head (db, id, error), error);
    case SEDIA_LIST_PURCHASES:
      break; /* read a page at a time */
    }

  g_assert_not_reached ();
}

/**
 * sedia_list_page:
 * @db: a connection
 * @query: what the list shows
 * @ids: ids from its spine
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the records in the order of the ids, without those that are
 * gone
 */
GPtrArray *
sedia_list_page (SediaDb           *db,
                 const SediaQuery  *query,
                 const gint64      *ids,
                 guint              n,
                 GError           **error)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_full (n, free_func_of (query->kind));
  g_autoptr (SediaDueClock) clock = NULL;
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (GError) problem = NULL;

  if (query->kind == SEDIA_LIST_PURCHASES)
    return sedia_purchase_rows_read (db, ids, n, error);
  if (query->kind == SEDIA_LIST_WAITING &&
      !(lines = sedia_waiting_lines_read (db, ids, n, error)))
    return NULL;
  if (query->kind == SEDIA_LIST_CUSTOMERS &&
      !(clock = sedia_due_clock_new (db, sedia_time_now (), error)))
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      gpointer record = read_record (db, query, lines, clock, ids[i], &problem);

      if (record != NULL)
        g_ptr_array_add (page, record);
      else if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }

  return g_steal_pointer (&page);
}

/* ---- queues */

/**
 * sedia_queue_of_product: (transfer full) (element-type SediaOrderLine) the open lines of a product
 * in serving order, at most @limit.
 */
GPtrArray *
sedia_queue_of_product (SediaDb  *db,
                        gint64    product_id,
                        guint     limit,
                        GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_order_line_free);
  g_autoptr (GArray) queue = sedia_serve_queue (db, product_id, 0, sedia_setting_serving (db),
                                                error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) lines = NULL;

  if (queue == NULL)
    return NULL;

  for (guint i = 0; i < queue->len && (limit == 0 || i < limit); i++)
    g_array_append_val (ids, g_array_index (queue, SediaQueueLine, i).line_id);
  if (!(lines = sedia_waiting_lines_read (db, (gint64 *) (gpointer) ids->data, ids->len, error)))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      SediaOrderLine *line = sedia_waiting_lines_steal (lines, g_array_index (ids, gint64, i));

      if (line != NULL)
        g_ptr_array_add (list, line);
    }

  return g_steal_pointer (&list);
}

/**
 * sedia_queue_list: (transfer full) (element-type SediaOrderLine) waiting lines in serving order,
 * product after product; 0 for any product or customer.
 */
GPtrArray *
sedia_queue_list (SediaDb  *db,
                  gint64    product_id,
                  gint64    customer_id,
                  GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "queue-products", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_order_line_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_id (stmt, 1, product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_autoptr (GPtrArray) lines = sedia_queue_of_product (db, sedia_stmt_int64 (stmt, 0), 0,
                                                            error);

      if (lines == NULL)
        return NULL;
      while (lines->len > 0)
        {
          SediaOrderLine *line = g_ptr_array_steal_index (lines, 0);

          if (line->queue_position > 0 && (customer_id == 0 || customer_id == line->customer_id))
            g_ptr_array_add (list, line);
          else
            sedia_order_line_free (line);
        }
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
