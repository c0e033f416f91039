/* Deliveries: reading. */
#include "config.h"

#include "sedia-delivery.h"
#include "sedia-operation.h"

/**
 * sedia_delivery_from_stmt: (transfer full) a delivery from a row in the columns of
 * `delivery-read`, without its lines.
 */
SediaDelivery *
sedia_delivery_from_stmt (SediaStmt *stmt)
{
  SediaDelivery *delivery = g_new0 (SediaDelivery, 1);

  delivery->id = sedia_stmt_int64 (stmt, 0);
  delivery->supplier_id = sedia_stmt_int64 (stmt, 1);
  delivery->supplier = sedia_stmt_dup_text (stmt, 2);
  delivery->note_number = sedia_stmt_dup_text (stmt, 3);
  delivery->at = sedia_stmt_int64 (stmt, 4);
  delivery->actor = sedia_stmt_dup_text (stmt, 5);
  delivery->operation_id = sedia_stmt_int64 (stmt, 6);
  delivery->reverses = sedia_stmt_int64 (stmt, 7);
  delivery->reversed_by = sedia_stmt_int64 (stmt, 8);
  delivery->n_lines = (guint) sedia_stmt_int64 (stmt, 9);
  delivery->purchase_id = sedia_stmt_int64 (stmt, 10);

  return delivery;
}

static GPtrArray *
read_lines (SediaDb  *db,
            gint64    delivery_id,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-lines", error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_delivery_line_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, delivery_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaDeliveryLine *line = g_new0 (SediaDeliveryLine, 1);

      line->product_id = sedia_stmt_int64 (stmt, 0);
      line->sku = sedia_stmt_dup_text (stmt, 1);
      line->product = sedia_stmt_dup_text (stmt, 2);
      line->unit = sedia_stmt_dup_text (stmt, 3);
      line->decimals = (guint) sedia_stmt_int64 (stmt, 4);
      line->quantity = sedia_stmt_int64 (stmt, 5);
      g_ptr_array_add (lines, line);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

static GPtrArray *
read_served (SediaDb        *db,
             SediaDelivery  *delivery,
             GError        **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-served", error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_served_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, delivery->operation_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaServed *served = g_new0 (SediaServed, 1);

      served->order_line_id = sedia_stmt_int64 (stmt, 0);
      served->order_id = sedia_stmt_int64 (stmt, 1);
      served->position = (guint) sedia_stmt_int64 (stmt, 2);
      served->customer_id = sedia_stmt_int64 (stmt, 3);
      served->customer = sedia_stmt_dup_text (stmt, 4);
      served->phone = sedia_stmt_dup_text (stmt, 5);
      served->product_id = sedia_stmt_int64 (stmt, 6);
      served->sku = sedia_stmt_dup_text (stmt, 7);
      served->product = sedia_stmt_dup_text (stmt, 8);
      served->unit = sedia_stmt_dup_text (stmt, 9);
      served->decimals = (guint) sedia_stmt_int64 (stmt, 10);
      served->quantity = sedia_stmt_int64 (stmt, 11);
      served->line_complete = sedia_stmt_int64 (stmt, 12) != 0;
      served->order_ready = sedia_stmt_int64 (stmt, 13) != 0;
      served->still_waiting = served->line_complete ? 0 : SEDIA_NO_AMOUNT;
      g_ptr_array_add (all, served);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * sedia_delivery_read_head: (transfer full) (nullable) a delivery without its lines.
 */
SediaDelivery *
sedia_delivery_read_head (SediaDb  *db,
                          gint64    delivery_id,
                          GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, delivery_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_DELIVERY, delivery_id);

  return step == SEDIA_STEP_ROW ? sedia_delivery_from_stmt (stmt) : NULL;
}

/**
 * sedia_delivery_read: (transfer full) (nullable) a delivery, its lines and whom it served.
 */
SediaDelivery *
sedia_delivery_read (SediaDb  *db,
                     gint64    delivery_id,
                     GError  **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read_head (db, delivery_id, error);

  if (delivery == NULL || !(delivery->lines = read_lines (db, delivery_id, error)) ||
      !(delivery->served = read_served (db, delivery, error)))
    return NULL;

  delivery->summary = sedia_served_summarise (delivery->served);
  return g_steal_pointer (&delivery);
}

/**
 * sedia_delivery_list: (transfer full) (element-type SediaDelivery) deliveries, newest first.
 */
GPtrArray *
sedia_delivery_list (SediaDb  *db,
                     guint     limit,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-ids", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_delivery_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaDelivery *delivery = sedia_delivery_read (db, sedia_stmt_int64 (stmt, 0), error);

      if (delivery == NULL)
        return NULL;
      g_ptr_array_add (list, delivery);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_note_number_dup: (transfer full) the number of a note as it is kept. Blanks around it are
 * no part of it: "A 1 " is the note "A 1".
 */
char *
sedia_note_number_dup (const char *note_number)
{
  return g_strstrip (g_strdup (note_number != NULL ? note_number : ""));
}

/**
 * sedia_delivery_find_note:
 * @db: a connection
 * @supplier_id: a supplier, 0 for none
 * @note_number: the number on the supplier's note
 * @delivery_id: (out): the first delivery with it, 0 when there is none
 * @at: (out): when that was
 * @error: return location
 */
gboolean
sedia_delivery_find_note (SediaDb     *db,
                          gint64       supplier_id,
                          const char  *note_number,
                          gint64      *delivery_id,
                          gint64      *at,
                          GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "delivery-by-note", error);
  g_autofree char *number = sedia_note_number_dup (note_number);
  SediaStep step;

  *delivery_id = *at = 0;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_id (stmt, 1, supplier_id);
  sedia_stmt_bind_text (stmt, 2, number);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    {
      *delivery_id = sedia_stmt_int64 (stmt, 0);
      *at = sedia_stmt_int64 (stmt, 1);
    }

  return step != SEDIA_STEP_ERROR;
}
