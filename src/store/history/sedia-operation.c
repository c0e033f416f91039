/* One user action = one operation = one transaction.
 *
 * Begin notes the highest id of every table; end writes down which ranges of ids the action
 * inserted. With the rows' own operation and the audit of edits that is everything an undo needs,
 * and it costs an insert of a hundred thousand rows nothing.
 */
#include "config.h"

#include "sedia-operation.h"

#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static const char *const row_names[SEDIA_N_ROWS] = {
  [SEDIA_ROWS_SUPPLIER] = "supplier",
  [SEDIA_ROWS_PRODUCT] = "product",
  [SEDIA_ROWS_BARCODE] = "barcode",
  [SEDIA_ROWS_CUSTOMER] = "customer",
  [SEDIA_ROWS_CUSTOMER_ORDER] = "customer_order",
  [SEDIA_ROWS_ORDER_LINE] = "order_line",
  [SEDIA_ROWS_ASKED] = "asked",
  [SEDIA_ROWS_DELIVERY] = "delivery",
  [SEDIA_ROWS_DELIVERY_LINE] = "delivery_line",
  [SEDIA_ROWS_HAND_OVER] = "hand_over",
  [SEDIA_ROWS_HAND_OVER_LINE] = "hand_over_line",
  [SEDIA_ROWS_MOVEMENT] = "movement",
  [SEDIA_ROWS_RESERVATION] = "reservation",
  [SEDIA_ROWS_COUNT_REQUEST] = "count_request",
  [SEDIA_ROWS_CONTACT] = "contact",
  [SEDIA_ROWS_CONTACT_DUE] = "contact_due",
  [SEDIA_ROWS_DEPOSIT_RETURN] = "deposit_return",
  [SEDIA_ROWS_PAST_SALE] = "past_sale",
  [SEDIA_ROWS_PURCHASE] = "purchase",
  [SEDIA_ROWS_PURCHASE_LINE] = "purchase_line",
  [SEDIA_ROWS_PURCHASE_RECEIPT] = "purchase_receipt",
  [SEDIA_ROWS_COUNTED] = "counted",
  [SEDIA_ROWS_AUDIT] = "audit",
};

/**
 * sedia_rows_to_string: The table's name.
 */
const char *
sedia_rows_to_string (SediaRows rows)
{
  return row_names[rows];
}

static char *
not_found_sentence (SediaThing thing,
                    gint64     number)
{
  switch (thing)
    {
    case SEDIA_THING_PRODUCT:
      return g_strdup_printf (_("There is no product with the number %" PRId64 "."), number);
    case SEDIA_THING_CUSTOMER:
      return g_strdup_printf (_("There is no customer with the number %" PRId64 "."), number);
    case SEDIA_THING_SUPPLIER:
      return g_strdup_printf (_("There is no supplier with the number %" PRId64 "."), number);
    case SEDIA_THING_ORDER:
      return g_strdup_printf (_("There is no order %" PRId64 "."), number);
    case SEDIA_THING_ORDER_LINE:
      return g_strdup_printf (_("There is no order line with the number %" PRId64 "."), number);
    case SEDIA_THING_DELIVERY:
      return g_strdup_printf (_("There is no delivery %" PRId64 "."), number);
    case SEDIA_THING_PURCHASE:
      return g_strdup_printf (_("There is no purchase %" PRId64 "."), number);
    case SEDIA_THING_DRAFT:
      return g_strdup_printf (_("There is no draft %" PRId64 ", or it was received already."),
                              number);
    case SEDIA_THING_OPERATION:
      return g_strdup_printf (_("There is no operation %" PRId64 " in the log."), number);
    }

  g_assert_not_reached ();
}

/**
 * sedia_set_not_found: "There is no order 17."
 */
void
sedia_set_not_found (GError     **error,
                     SediaThing   thing,
                     gint64       number)
{
  g_autofree char *sentence = not_found_sentence (thing, number);

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND, sentence);
}

/**
 * sedia_operation_dup_actor: (transfer full) who is doing it: the name given, or the login's real
 * name.
 */
char *
sedia_operation_dup_actor (const char *given)
{
  const char *real = g_get_real_name ();

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  if (real != NULL && *real != '\0' && g_strcmp0 (real, "Unknown") != 0 &&
      g_utf8_validate (real, -1, NULL))
    return g_strdup (real);

  return g_strdup (g_get_user_name ());
}

static gboolean
read_marks (SediaDb              *db,
            SediaOperationMarks  *marks,
            GError              **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-marks", error);

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  for (guint i = 0; i < SEDIA_N_ROWS; i++)
    marks->marks[i] = sedia_stmt_int64 (stmt, i);

  return TRUE;
}

/**
 * sedia_operation_begin:
 * @db: the writing connection, in a transaction
 * @act: what is done
 * @undoes: the operation it takes back, 0 for none
 * @marks: (out): for sedia_operation_end()
 * @error: return location
 *
 * Opens an entry of the log; until the end every change belongs to it.
 */
gboolean
sedia_operation_begin (SediaDb              *db,
                       const SediaAct       *act,
                       gint64                undoes,
                       SediaOperationMarks  *marks,
                       GError              **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  g_autofree char *actor = sedia_operation_dup_actor (act->actor);
  SediaOperationState *state = sedia_db_operation (db);
  const gint64 now = sedia_time_now ();

  if (!read_marks (db, marks, error) || !(stmt = sedia_db_prepare (db, "operation-insert", error)))
    return FALSE;

  state->at = act->at != 0 ? act->at : now;
  state->anyway = act->anyway;
  state->serving = -1;

  sedia_stmt_bind_int64 (stmt, 1, state->at);
  sedia_stmt_bind_int64 (stmt, 2, now);
  sedia_stmt_bind_text (stmt, 3, actor);
  sedia_stmt_bind_text (stmt, 4, act->kind);
  sedia_stmt_bind_text (stmt, 5, act->reason != NULL ? act->reason : "");
  sedia_stmt_bind_id (stmt, 6, undoes);
  sedia_stmt_bind_text (stmt, 7, act->key);

  return sedia_stmt_run_id (stmt, &state->id, error) &&
         sedia_db_run (db, error, "operation-current-set", 1, state->id);
}

/**
 * sedia_operation_has_rows:
 * @db: the writing connection
 * @marks: what begin noted
 * @has_rows: (out): whether the operation under way has changed anything yet
 * @error: return location
 */
gboolean
sedia_operation_has_rows (SediaDb                    *db,
                          const SediaOperationMarks  *marks,
                          gboolean                   *has_rows,
                          GError                    **error)
{
  SediaOperationMarks now;

  *has_rows = FALSE;
  if (!read_marks (db, &now, error))
    return FALSE;

  for (guint i = 0; i < SEDIA_N_ROWS; i++)
    *has_rows = *has_rows || now.marks[i] > marks->marks[i];

  return TRUE;
}

/**
 * sedia_operation_end:
 * @db: the writing connection
 * @marks: what begin noted
 * @error: return location
 *
 * Closes the entry: writes down which rows it inserted.
 */
gboolean
sedia_operation_end (SediaDb                    *db,
                     const SediaOperationMarks  *marks,
                     GError                    **error)
{
  SediaOperationState *state = sedia_db_operation (db);
  SediaOperationMarks now;
  g_autoptr (SediaStmt) stmt = NULL;

  if (!read_marks (db, &now, error) ||
      !(stmt = sedia_db_prepare (db, "operation-range-insert", error)))
    return FALSE;

  for (guint i = 0; i < SEDIA_N_ROWS; i++)
    {
      if (now.marks[i] <= marks->marks[i])
        continue;

      sedia_stmt_bind_int64 (stmt, 1, state->id);
      sedia_stmt_bind_text (stmt, 2, row_names[i]);
      sedia_stmt_bind_int64 (stmt, 3, marks->marks[i] + 1);
      sedia_stmt_bind_int64 (stmt, 4, now.marks[i]);
      if (!sedia_stmt_run (stmt, error))
        return FALSE;
    }

  state->id = 0;
  return TRUE;
}

/**
 * sedia_operation_set_subject: Says what the operation under way is done to.
 */
gboolean
sedia_operation_set_subject (SediaDb     *db,
                             const char  *subject,
                             GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-subject", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_db_operation (db)->id);
  sedia_stmt_bind_text (stmt, 2, subject);

  return sedia_stmt_run (stmt, error);
}

/**
 * sedia_operation_ranges: The ids that an operation inserted, per table.
 */
gboolean
sedia_operation_ranges (SediaDb     *db,
                        gint64       operation_id,
                        SediaRange   ranges[SEDIA_N_ROWS],
                        GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-ranges", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < SEDIA_N_ROWS; i++)
    ranges[i] = (SediaRange) { 1, 0 };

  sedia_stmt_bind_int64 (stmt, 1, operation_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    for (guint i = 0; i < SEDIA_N_ROWS; i++)
      if (g_str_equal (row_names[i], sedia_stmt_text (stmt, 0)))
        ranges[i] = (SediaRange) { sedia_stmt_int64 (stmt, 1), sedia_stmt_int64 (stmt, 2) };

  return step == SEDIA_STEP_DONE;
}

static SediaOperation *
operation_from_stmt (SediaStmt *stmt)
{
  SediaOperation *operation = g_new0 (SediaOperation, 1);

  operation->id = sedia_stmt_int64 (stmt, 0);
  operation->at = sedia_stmt_int64 (stmt, 1);
  operation->entered_at = sedia_stmt_int64 (stmt, 2);
  operation->actor = sedia_stmt_dup_text (stmt, 3);
  operation->kind = sedia_stmt_dup_text (stmt, 4);
  operation->subject = sedia_stmt_dup_text (stmt, 5);
  operation->reason = sedia_stmt_dup_text (stmt, 6);
  operation->undoes = sedia_stmt_int64 (stmt, 7);
  operation->undone_by = sedia_stmt_int64 (stmt, 8);

  return operation;
}

/**
 * sedia_operation_read: (transfer full) (nullable) one entry of the log; NULL with @error when
 * there is none.
 */
SediaOperation *
sedia_operation_read (SediaDb  *db,
                      gint64    operation_id,
                      GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, operation_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_OPERATION, operation_id);

  return step == SEDIA_STEP_ROW ? operation_from_stmt (stmt) : NULL;
}

/**
 * sedia_operation_read_with_head: (transfer full) (nullable) one entry of the log, and whether it
 * is in force.
 */
SediaOperation *
sedia_operation_read_with_head (SediaDb  *db,
                                gint64    operation_id,
                                GError  **error)
{
  g_autoptr (SediaOperation) operation = sedia_operation_read (db, operation_id, error);

  if (operation == NULL ||
      !sedia_operation_head (db, operation_id, &operation->head, &operation->in_force, error))
    return NULL;

  return g_steal_pointer (&operation);
}

/**
 * sedia_operation_list: (transfer full) (element-type SediaOperation) the log, newest first.
 */
GPtrArray *
sedia_operation_list (SediaDb  *db,
                      guint     limit,
                      GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-list", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_operation_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (list, operation_from_stmt (stmt));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_operation_head:
 * @db: a connection
 * @operation_id: an operation
 * @head: (out): the last of the chain of undoes that began with it
 * @in_force: (out): whether what it did stands (an even number of undoes)
 * @error: return location
 *
 *   17 receive <- 18 undo <- 19 redo      head of 17 is 19, and 17 is in force
 */
gboolean
sedia_operation_head (SediaDb   *db,
                      gint64     operation_id,
                      gint64    *head,
                      gboolean  *in_force,
                      GError   **error)
{
  gint64 next = operation_id;

  *in_force = FALSE;
  do
    {
      *head = next;
      *in_force = !*in_force;
      if (!sedia_db_value (db, &next, error, "operation-undone-by", 1, *head))
        return FALSE;
    }
  while (next != 0);

  return TRUE;
}

/**
 * sedia_operation_last: (transfer full) (nullable) the last action that is in force.
 */
SediaOperation *
sedia_operation_last (SediaDb  *db,
                      GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-actions", error);

  while (stmt != NULL && sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW)
    {
      gint64 head;
      gboolean in_force;

      if (!sedia_operation_head (db, sedia_stmt_int64 (stmt, 0), &head, &in_force, error))
        return NULL;
      if (in_force)
        return sedia_operation_read (db, sedia_stmt_int64 (stmt, 0), error);
    }

  return NULL;
}

/**
 * sedia_operation_current: The number of the action under way.
 */
gint64
sedia_operation_current (SediaDb *db)
{
  return sedia_db_operation (db)->id;
}
