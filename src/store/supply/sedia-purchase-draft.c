/* Ordering from a supplier, and changing what was only written down yet.
 *
 * A line of a draft keeps its row as long as it has its product; one that is taken out stays, out
 * of sight, so that undoing brings it back as it was.
 */
#include "config.h"

#include "sedia-drafts.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-purchase-write.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define MOST_AHEAD 3650 /* days, as when a day is typed */

/**
 * sedia_purchase_write_subject: The log names a purchase by its number and its supplier.
 */
gboolean
sedia_purchase_write_subject (SediaDb  *db,
                              gint64    purchase_id,
                              GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autofree char *subject = NULL;

  if (purchase == NULL)
    return FALSE;

  subject = g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", purchase_id, purchase->supplier);
  return sedia_operation_set_subject (db, subject, error);
}

/**
 * sedia_purchase_check_day:
 * @db: the writing connection, in an operation
 * @day: a day, or SEDIA_NO_DAY
 * @error: return location for a sentence
 *
 * Returns: whether goods can be expected then: today at the earliest, and not so late that it must
 *   be a slip of the finger
 */
gboolean
sedia_purchase_check_day (SediaDb  *db,
                          int       day,
                          GError  **error)
{
  const int today = sedia_day_of_time (sedia_db_operation (db)->at);

  if (day == SEDIA_NO_DAY || (day >= today && day <= today + MOST_AHEAD))
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       day < today
                         ? _("A purchase cannot be expected on a day that has passed.")
                         : _("A purchase cannot be expected more than ten years ahead."));
  return FALSE;
}

/**
 * sedia_purchase_stated_day: The lead time that the supplier states, from today; it is as good as a
 * day agreed. SEDIA_NO_DAY when it states none.
 */
int
sedia_purchase_stated_day (SediaDb             *db,
                           const SediaSupplier *supplier)
{
  return supplier->lead_days >= 0
           ? sedia_day_of_time (sedia_db_operation (db)->at) + supplier->lead_days
           : SEDIA_NO_DAY;
}

/* ---- ordering */

static gboolean
check_lines (const SediaPurchaseDraft  *draft,
             GError                   **error)
{
  if (draft->lines->len > 0)
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("A purchase needs at least one line."));
  return FALSE;
}

/* Goods for a customer are for one who waits for just that. */
static gboolean
check_tie (SediaDb                       *db,
           const SediaPurchaseLineDraft  *line,
           const SediaProduct            *product,
           GError                       **error)
{
  g_autoptr (SediaOrderLine) tied = NULL;

  if (line->order_line_id == 0)
    return TRUE;
  if (!(tied = sedia_order_line_read (db, line->order_line_id, error)))
    return FALSE;
  if (tied->product_id == line->product_id && sedia_order_line_waiting (tied) > 0)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("Line %u of order %" PRId64 " does not wait for %s."), tied->position,
               tied->order_id, product->name);
  return FALSE;
}

static gboolean
check_line (SediaDb                       *db,
            const SediaPurchaseLineDraft  *line,
            gint64                        *price,
            GError                       **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, line->product_id, error);

  if (product == NULL)
    return FALSE;
  if (product->archived)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Product %s is archived; bring it back before ordering it."), product->sku);
      return FALSE;
    }
  if (line->quantity <= 0 || line->quantity > SEDIA_QUANTITY_MAX)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The ordered quantity of %s must be above zero."), product->sku);
      return FALSE;
    }

  if (line->price != SEDIA_NO_AMOUNT && (line->price < 0 || line->price > SEDIA_QUANTITY_MAX))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The price of product %s is below zero or too large."), product->sku);
      return FALSE;
    }

  *price = line->price != SEDIA_NO_AMOUNT ? line->price : product->cost;
  return sedia_purchase_check_day (db, line->expected, error) &&
         check_tie (db, line, product, error);
}

static gboolean
insert_line (SediaDb                       *db,
             gint64                         purchase_id,
             guint                          position,
             const SediaPurchaseDraft      *draft,
             const SediaPurchaseLineDraft  *line,
             GError                       **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  const int day = line->expected != SEDIA_NO_DAY ? line->expected : draft->expected;
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 price;

  if (!check_line (db, line, &price, error) ||
      !(stmt = sedia_db_prepare (db, "purchase-line-insert", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  sedia_stmt_bind_int64 (stmt, 2, position);
  sedia_stmt_bind_int64 (stmt, 3, line->product_id);
  sedia_stmt_bind_int64 (stmt, 4, line->quantity);
  sedia_stmt_bind_optional (stmt, 5, price, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 6, draft->is_draft ? SEDIA_NO_DAY : day, SEDIA_NO_DAY);
  sedia_stmt_bind_optional (stmt, 7, day, SEDIA_NO_DAY);
  sedia_stmt_bind_int64 (stmt, 8, draft->is_draft ? 0 : operation->at);
  sedia_stmt_bind_id (stmt, 9, line->order_line_id);
  sedia_stmt_bind_int64 (stmt, 10, operation->id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
insert_purchase (SediaDb                   *db,
                 const SediaPurchaseDraft  *draft,
                 gint64                    *purchase_id,
                 GError                   **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, draft->supplier_id);
  sedia_stmt_bind_int64 (stmt, 2, operation->at);
  sedia_stmt_bind_text (stmt, 3, draft->is_draft ? "draft" : "confirmed");
  sedia_stmt_bind_text (stmt, 4, draft->note != NULL ? draft->note : "");
  sedia_stmt_bind_int64 (stmt, 5, operation->id);
  return sedia_stmt_run_id (stmt, purchase_id, error);
}

/**
 * sedia_purchase_add:
 * @db: the writing connection, in an operation
 * @draft: what is ordered from whom
 * @purchase_id: (out): the purchase's number
 * @error: return location
 *
 * Orders from a supplier. What is confirmed is incoming; the days given count as agreed. A draft is
 * only written down.
 */
gboolean
sedia_purchase_add (SediaDb                   *db,
                    const SediaPurchaseDraft  *draft,
                    gint64                    *purchase_id,
                    GError                   **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, draft->supplier_id, error);
  SediaPurchaseDraft whole = *draft;

  if (supplier == NULL || !sedia_purchase_check_day (db, draft->expected, error))
    return FALSE;
  if (supplier->archived)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Supplier %s is archived; bring it back before ordering from it."),
                   supplier->name);
      return FALSE;
    }
  if (!check_lines (draft, error))
    return FALSE;

  if (whole.expected == SEDIA_NO_DAY && !whole.is_draft)
    whole.expected = sedia_purchase_stated_day (db, supplier);
  if (!insert_purchase (db, &whole, purchase_id, error))
    return FALSE;

  for (guint i = 0; i < draft->lines->len; i++)
    if (!insert_line (db, *purchase_id, i + 1, &whole,
                      &g_array_index (draft->lines, SediaPurchaseLineDraft, i), error))
      return FALSE;

  return sedia_draft_put_away (db, draft->draft_id, error) &&
         sedia_purchase_write_subject (db, *purchase_id, error);
}

/* ---- changing a draft */

/* How a line of a draft is found again, the surest way first. */
typedef enum
{
  BY_ROW,
  BY_CUSTOMER,
  BY_PRODUCT,
  N_WAYS,
} Way;

static gboolean
is_row_of (const SediaPurchaseLine      *row,
           const SediaPurchaseLineDraft *line,
           Way                           way)
{
  if (row->product_id != line->product_id)
    return FALSE;

  return way == BY_PRODUCT ||
         (way == BY_ROW ? row->id == line->line_id : row->order_line_id == line->order_line_id);
}

/* What is taken is not taken twice; NULL when there is none. */
static SediaPurchaseLine *
take_row (GPtrArray                    *rows,
          const SediaPurchaseLineDraft *line,
          Way                           way)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_row_of (g_ptr_array_index (rows, i), line, way))
      return g_ptr_array_steal_index (rows, i);

  return NULL;
}

/* (transfer container): for each line of @draft the row it keeps, or NULL; those that are left in
 * @rows are taken out.
 */
static GPtrArray *
match_rows (const SediaPurchaseDraft *draft,
            GPtrArray                *rows)
{
  GPtrArray *kept = g_ptr_array_new ();

  g_ptr_array_set_size (kept, (int) draft->lines->len);
  for (guint way = 0; way < N_WAYS; way++)
    for (guint i = 0; i < draft->lines->len; i++)
      if (kept->pdata[i] == NULL)
        kept->pdata[i] = take_row (rows, &g_array_index (draft->lines, SediaPurchaseLineDraft, i),
                                   (Way) way);

  return kept;
}

static gboolean
change_line (SediaDb                       *db,
             const SediaPurchaseLine       *row,
             const SediaPurchaseDraft      *draft,
             const SediaPurchaseLineDraft  *line,
             GError                       **error)
{
  const int day = line->expected != SEDIA_NO_DAY ? line->expected : draft->expected;
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 price;

  if (!check_line (db, line, &price, error))
    return FALSE;
  if (row->ordered == line->quantity && row->price == price && row->expected == day &&
      row->order_line_id == line->order_line_id)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "purchase-line-edit", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, row->id);
  sedia_stmt_bind_int64 (stmt, 2, line->quantity);
  sedia_stmt_bind_optional (stmt, 3, price, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 4, day, SEDIA_NO_DAY);
  sedia_stmt_bind_id (stmt, 5, line->order_line_id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
write_lines (SediaDb                   *db,
             gint64                     purchase_id,
             GPtrArray                 *kept,
             const SediaPurchaseDraft  *draft,
             GError                   **error)
{
  gint64 position;

  if (!sedia_db_value (db, &position, error, "purchase-last-position", 1, purchase_id))
    return FALSE;

  for (guint i = 0; i < draft->lines->len; i++)
    {
      const SediaPurchaseLineDraft *line = &g_array_index (draft->lines, SediaPurchaseLineDraft, i);
      const SediaPurchaseLine *row = g_ptr_array_index (kept, i);

      if (!(row != NULL ? change_line (db, row, draft, line, error)
                        : insert_line (db, purchase_id, (guint) ++position, draft, line, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_out (SediaDb    *db,
          GPtrArray  *rows,
          GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!sedia_db_run (db, error, "purchase-line-drop", 1,
                       ((const SediaPurchaseLine *) g_ptr_array_index (rows, i))->id))
      return FALSE;

  return TRUE;
}

/* What may not be said of a purchase any more. */
static gboolean
check_edit (SediaDb                   *db,
            const SediaPurchase       *purchase,
            const SediaPurchaseDraft  *draft,
            GError                   **error)
{
  if (purchase->status != SEDIA_PURCHASE_DRAFT)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("Purchase %" PRId64 " is no draft any more; only a draft can be changed."),
                 purchase->id);
  else if (purchase->supplier_id != draft->supplier_id)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("Purchase %" PRId64 " is from %s; for another supplier cancel it and enter a "
                   "new one."), purchase->id, purchase->supplier);
  else
    return check_lines (draft, error) && sedia_purchase_check_day (db, draft->expected, error);

  return FALSE;
}

/**
 * sedia_purchase_edit:
 * @db: the writing connection, in an operation
 * @purchase_id: a draft
 * @draft: what it says from now on; its supplier stays the same
 * @error: return location
 *
 * A line that names none changes one of its product, rather one that is for the same customer, and
 * is new where there is none; what is new comes last. What @draft does not name is taken out. When
 * it is no draft any more, it is ordered in the same operation.
 */
gboolean
sedia_purchase_edit (SediaDb                   *db,
                     gint64                     purchase_id,
                     const SediaPurchaseDraft  *draft,
                     GError                   **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (SediaStmt) stmt = NULL;
  SediaPurchaseDraft whole = *draft;

  if (purchase == NULL || !check_edit (db, purchase, draft, error) ||
      !(stmt = sedia_db_prepare (db, "purchase-set-note", error)))
    return FALSE;

  /* Even when the note stays: its state in the audit is what undoing compares, so that this is not
   * taken back after the purchase was ordered.
   */
  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  sedia_stmt_bind_text (stmt, 2, draft->note != NULL ? draft->note : "");

  whole.is_draft = TRUE;
  rows = g_ptr_array_copy (purchase->lines, NULL, NULL);
  g_ptr_array_set_free_func (rows, NULL);
  kept = match_rows (draft, rows);

  return sedia_stmt_run (stmt, error) && write_lines (db, purchase_id, kept, &whole, error) &&
         take_out (db, rows, error) && sedia_draft_put_away (db, draft->draft_id, error) &&
         sedia_purchase_write_subject (db, purchase_id, error) &&
         (draft->is_draft || sedia_purchase_confirm (db, purchase_id, error));
}
