/* Customer orders: placing, and what all their commands share. */
#include "config.h"

#include "sedia-orders.h"

#include "sedia-drafts.h"
#include "sedia-due.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- parts of an order */

/**
 * sedia_order_find_line: (transfer none) (nullable) the line with this number.
 */
SediaOrderLine *
sedia_order_find_line (SediaOrder  *order,
                       guint        position,
                       GError     **error)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (line->position == position)
        return line;
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
               _("Order %" PRId64 " has no line %u."), order->id, position);
  return NULL;
}

/**
 * sedia_order_pick_lines: (transfer full) (element-type SediaOrderLine) (nullable) borrowed lines
 * of @order that @parts names, each once; all of them when @parts is NULL.
 */
GPtrArray *
sedia_order_pick_lines (SediaOrder  *order,
                        GArray      *parts,
                        GError     **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (parts == NULL)
    {
      g_ptr_array_extend (lines, order->lines, NULL, NULL);
      return g_steal_pointer (&lines);
    }

  for (guint i = 0; i < parts->len; i++)
    {
      const SediaLinePart *part = &g_array_index (parts, SediaLinePart, i);
      SediaOrderLine *line = sedia_order_find_line (order, part->position, error);

      if (line == NULL)
        return NULL;
      if (part->quantity < 0)
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("The quantity of line %u must be above zero."), part->position);
          return NULL;
        }
      if (!g_ptr_array_find (lines, line, NULL))
        g_ptr_array_add (lines, line);
    }

  return g_steal_pointer (&lines);
}

/**
 * sedia_line_part_quantity: How much of a line is meant; 0 for all there is.
 */
gint64
sedia_line_part_quantity (GArray *parts,
                          guint   position)
{
  gint64 quantity = 0;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const SediaLinePart *part = &g_array_index (parts, SediaLinePart, i);

      if (part->position == position)
        quantity += part->quantity;
    }

  return quantity;
}

/**
 * sedia_order_subject: The operation under way is about this order.
 */
gboolean
sedia_order_subject (SediaDb  *db,
                     gint64    order_id,
                     GError  **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);

  return sedia_operation_set_subject (db, number, error);
}

/**
 * sedia_order_set_held: Passed over by automatic serving, or not any more.
 */
gboolean
sedia_order_set_held (SediaDb   *db,
                      gint64     line_id,
                      gboolean   held,
                      GError   **error)
{
  return sedia_db_run (db, error, "order-line-set-held", 2, line_id, (gint64) held);
}

/**
 * sedia_order_set_amounts: What was ordered and what was cancelled of it.
 */
gboolean
sedia_order_set_amounts (SediaDb  *db,
                         gint64    line_id,
                         gint64    ordered,
                         gint64    cancelled,
                         GError  **error)
{
  return sedia_db_run (db, error, "order-line-set-amounts", 3, line_id, ordered, cancelled);
}

/**
 * sedia_order_settle_line: A closed line has nothing left to tell; how the others stand now is due
 * where it is news.
 */
gboolean
sedia_order_settle_line (SediaDb  *db,
                         gint64    line_id,
                         GError  **error)
{
  g_autoptr (SediaOrderLine) line = sedia_order_line_read_plain (db, line_id, error);

  if (line == NULL)
    return FALSE;
  if (sedia_order_line_open (line) == 0)
    return sedia_due_note_closed (db, line_id, error);

  return sedia_order_line_waiting (line) > 0 ? sedia_due_note_waiting (db, line_id, error)
                                             : sedia_due_note_complete (db, line_id, error);
}

/* ---- placing */

static gboolean
insert_line (SediaDb                   *db,
             gint64                     order_id,
             guint                      position,
             const SediaOrderLineDraft *draft,
             GError                   **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaProduct) product = sedia_product_read (db, draft->product_id, error);
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 line_id;

  if (product == NULL)
    return FALSE;
  if (product->archived)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Product %s is archived; bring it back before ordering it."), product->sku);
      return FALSE;
    }
  if (draft->quantity <= 0 || draft->quantity > SEDIA_QUANTITY_MAX)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The ordered quantity of %s must be above zero."), product->sku);
      return FALSE;
    }
  if (!(stmt = sedia_db_prepare (db, "order-line-insert", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  sedia_stmt_bind_int64 (stmt, 2, position);
  sedia_stmt_bind_int64 (stmt, 3, draft->product_id);
  sedia_stmt_bind_int64 (stmt, 4, operation->at);
  sedia_stmt_bind_int64 (stmt, 5, draft->quantity);
  sedia_stmt_bind_optional (stmt, 6,
                            draft->price != SEDIA_NO_AMOUNT ? draft->price : product->price,
                            SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 7, draft->need_by, SEDIA_NO_DAY);
  sedia_stmt_bind_int64 (stmt, 8, draft->first ? 0 : 1);
  sedia_stmt_bind_int64 (stmt, 9, draft->all_or_nothing);
  sedia_stmt_bind_int64 (stmt, 10, operation->id);

  return sedia_stmt_run_id (stmt, &line_id, error);
}

/**
 * sedia_order_wish: What a line wants, of which part is not there; without what others wait for and
 * what was paid.
 */
SediaBackorderWish
sedia_order_wish (const SediaOrderLine *line,
                  int                   today)
{
  return (SediaBackorderWish) {
    .ordered = sedia_order_line_open (line),
    .reserved = line->reserved,
    .earliest = line->earliest != SEDIA_NO_DAY ? line->earliest : line->expected,
    .latest = line->latest != SEDIA_NO_DAY ? line->latest : line->expected,
    .today = today,
    .price = line->price,
  };
}

/* When the waiting line is expected, as far as what the owner decided asks for it. */
static gboolean
read_days (SediaDb             *db,
           const SediaProduct  *product,
           SediaOrderLine      *line,
           GError             **error)
{
  g_autoptr (SediaExpectedDays) days = NULL;

  if (product->backorder != SEDIA_BACKORDER_WARN && product->backorder_wait == 0)
    return TRUE;

  days = sedia_expected_days_new (db);
  return sedia_expected_days_fill (days, line, error);
}

/**
 * sedia_order_check_backorder:
 * @db: the writing connection, in an operation
 * @line: a line, as it was served
 * @deposit: (inout): what was paid beforehand; what the line needs of it is taken off
 * @error: return location
 *
 * What the shop decided about letting customers wait for a product.
 *
 * Returns: whether the line may wait as it does
 */
gboolean
sedia_order_check_backorder (SediaDb         *db,
                             SediaOrderLine  *line,
                             gint64          *deposit,
                             GError         **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaProduct) product = NULL;
  g_autofree char *problem = NULL;
  SediaBackorderWish wish;
  gboolean may_go_on;

  if (sedia_order_line_waiting (line) == 0)
    return TRUE;
  if (!(product = sedia_product_read (db, line->product_id, error)) ||
      !read_days (db, product, line, error))
    return FALSE;

  wish = sedia_order_wish (line, sedia_day_of_time (operation->at));
  wish.waiting = product->open - product->reserved;
  wish.deposit = *deposit;
  problem = sedia_backorder_problem (product, &wish, &may_go_on);
  *deposit = MAX (*deposit - sedia_backorder_deposit (product, &wish), 0);
  if (problem == NULL || (may_go_on && operation->anyway))
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR,
                       may_go_on ? SEDIA_ERROR_CONFIRM : SEDIA_ERROR_REFUSED, problem);
  return FALSE;
}

/**
 * sedia_order_serve_lines: Serves the products of some lines, each once.
 */
gboolean
sedia_order_serve_lines (SediaDb           *db,
                         GPtrArray         *lines,
                         SediaServeReason   reason,
                         GError           **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    {
      SediaOrderLine *line = g_ptr_array_index (lines, i);

      if (g_hash_table_add (named, &line->product_id))
        g_array_append_val (product_ids, line->product_id);
    }

  return sedia_serve_products (db, product_ids, reason, 0, error);
}

/**
 * sedia_order_settle_lines: What the customers of some lines must now, or need no longer, be told.
 */
gboolean
sedia_order_settle_lines (SediaDb    *db,
                          GPtrArray  *lines,
                          GError    **error)
{
  for (guint i = 0; i < lines->len; i++)
    if (!sedia_order_settle_line (db, ((SediaOrderLine *) g_ptr_array_index (lines, i))->id, error))
      return FALSE;

  return TRUE;
}

static gboolean
serve_new_order (SediaDb  *db,
                 gint64    order_id,
                 gint64    deposit,
                 GError  **error)
{
  g_autoptr (GPtrArray) lines = sedia_order_lines_read (db, order_id, NULL, error);
  g_autoptr (GPtrArray) after = NULL;

  if (lines == NULL || !sedia_order_serve_lines (db, lines, SEDIA_SERVE_PLACED, error))
    return FALSE;
  if ((after = sedia_order_lines_read (db, order_id, NULL, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    if (!sedia_order_check_backorder (db, g_ptr_array_index (after, i), &deposit, error))
      return FALSE;

  return sedia_order_settle_lines (db, after, error);
}

/* A number of another system is one order's, or importing it again would not find it. */
static gboolean
check_reference (SediaDb     *db,
                 const char  *reference,
                 GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (reference == NULL)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "order-by-reference", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, reference);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("Order %" PRId64 " has the number “%s” of another system already; choose "
                   "another number or change that order."),
                 sedia_stmt_int64 (stmt, 0), reference);

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_order_place:
 * @db: the writing connection, in an operation
 * @draft: what the customer wants
 * @order_id: (out): the order's number
 * @error: return location
 *
 * Takes an order. Its lines get what is free now; while others wait for a product they get nothing
 * ahead of them. A product's backorder policy is obeyed. What is still open of the line it is taken
 * instead of is cancelled before.
 */
gboolean
sedia_order_place (SediaDb                *db,
                   const SediaOrderDraft  *draft,
                   gint64                 *order_id,
                   GError                **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, draft->customer_id, error);
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 customer_id, given_up = 0;

  if (customer == NULL)
    return FALSE;

  customer_id = customer->merged_into != 0 ? customer->merged_into : draft->customer_id;
  if (draft->lines->len == 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("An order needs at least one line."));
      return FALSE;
    }
  if (draft->deposit < 0 || draft->deposit > SEDIA_QUANTITY_MAX)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("The deposit must not be negative."));
      return FALSE;
    }
  if (!check_reference (db, draft->reference, error) ||
      (draft->instead_of != 0 &&
       !sedia_order_give_up (db, draft->instead_of, customer_id, &given_up, error)) ||
      !(stmt = sedia_db_prepare (db, "order-insert", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  sedia_stmt_bind_int64 (stmt, 2, operation->at);
  sedia_stmt_bind_int64 (stmt, 3, draft->all_or_nothing);
  sedia_stmt_bind_int64 (stmt, 4, draft->deposit);
  sedia_stmt_bind_text (stmt, 5, draft->note != NULL ? draft->note : "");
  sedia_stmt_bind_text (stmt, 6, draft->reference);
  sedia_stmt_bind_int64 (stmt, 7, operation->id);
  if (!sedia_stmt_run_id (stmt, order_id, error))
    return FALSE;

  for (guint i = 0; i < draft->lines->len; i++)
    if (!insert_line (db, *order_id, i + 1, &g_array_index (draft->lines, SediaOrderLineDraft, i),
                      error))
      return FALSE;

  return serve_new_order (db, *order_id, draft->deposit, error) &&
         (draft->instead_of == 0 || sedia_db_run (db, error, "substitution-insert", 4, *order_id,
                                                  draft->instead_of, given_up, operation->id)) &&
         sedia_draft_put_away (db, draft->draft_id, error) &&
         sedia_order_subject (db, *order_id, error);
}
