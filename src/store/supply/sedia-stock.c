/* Stock: sales, issues, counts, and the protection of what is set aside (rules.md 3.4 and 3.12). */
#include "config.h"

#include "sedia-stock.h"

#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-serve.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define NAMED_HOLDERS 3

/**
 * sedia_stock_move:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @quantity: signed, not 0
 * @reason: of the movement
 * @document: number of the order or delivery it belongs to, 0 for none
 * @note: (nullable): more about it
 * @error: return location
 *
 * Writes one movement. The caller serves the product afterwards.
 */
gboolean
sedia_stock_move (SediaDb     *db,
                  gint64       product_id,
                  gint64       quantity,
                  const char  *reason,
                  gint64       document,
                  const char  *note,
                  GError     **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "movement-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, quantity);
  sedia_stmt_bind_text (stmt, 3, reason);
  sedia_stmt_bind_int64 (stmt, 4, operation->at);
  sedia_stmt_bind_id (stmt, 5, document);
  sedia_stmt_bind_text (stmt, 6, note != NULL ? note : "");
  sedia_stmt_bind_int64 (stmt, 7, operation->id);
  return sedia_stmt_run (stmt, error);
}

/* "2 pcs for Siti (order 12), 1 pcs for Budi (order 15)": those who would lose it first. */
static char *
held_for_whom (SediaDb       *db,
               SediaProduct  *product,
               gint64         except_line,
               gboolean      *has_more,
               GError       **error)
{
  const gboolean is_dated = sedia_setting_serving (db) == SEDIA_SERVING_DATED_FIRST;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, is_dated ? "reserved-for"
                                                              : "reserved-for-oldest", error);
  g_autoptr (GString) text = g_string_new (NULL);
  SediaStep step;

  *has_more = FALSE;
  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  sedia_stmt_bind_int64 (stmt, 2, except_line);
  for (guint n = 0; (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW; n++)
    {
      g_autofree char *quantity = sedia_quantity_text (sedia_stmt_int64 (stmt, 2),
                                                       product->decimals, product->unit);

      *has_more = n >= NAMED_HOLDERS;
      if (*has_more)
        continue;

      g_string_append (text, n > 0 ? ", " : "");
      /* Translators: one of a list: "2 pcs for Siti (order 12)". */
      g_string_append_printf (text, _("%s for %s (order %" PRId64 ")"), quantity,
                              sedia_stmt_text (stmt, 0), sedia_stmt_int64 (stmt, 1));
    }

  return step == SEDIA_STEP_DONE ? g_strdup (text->str) : NULL;
}

static gboolean
refuse_protected (SediaDb       *db,
                  SediaProduct  *product,
                  gint64         quantity,
                  gint64         for_line,
                  GError       **error)
{
  gboolean has_more;
  g_autofree char *whom = held_for_whom (db, product, for_line, &has_more, error);
  g_autofree char *need = sedia_quantity_text (quantity, product->decimals, product->unit);
  g_autofree char *have = sedia_quantity_text (product->on_hand, product->decimals, product->unit);
  g_autofree char *held = sedia_quantity_text (product->reserved, product->decimals, product->unit);

  if (whom == NULL)
    return FALSE;

  /* Translators: a product, what is needed, what there is, and for whom that is set aside. */
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               has_more
                 ? _("%s: %s needed from the shelf, %s on hand, %s of it set aside: %s and others.")
                 : _("%s: %s needed from the shelf, %s on hand, %s of it set aside: %s."),
               product->name, need, have, held, whom);
  return FALSE;
}

/* The book says there is less than is being taken. */
static gboolean
check_negative (SediaDb       *db,
                SediaProduct  *product,
                gint64         quantity,
                GError       **error)
{
  const SediaOperationState *state = sedia_db_operation (db);
  g_autofree char *need = sedia_quantity_text (quantity, product->decimals, product->unit);
  g_autofree char *have = sedia_quantity_text (product->on_hand, product->decimals, product->unit);
  g_autoptr (SediaOperation) operation = NULL;

  if (!product->allow_negative)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("%s: %s needed, %s on hand, and its stock may not go below zero; count it "
                     "first."),
                   product->name, need, have);
      return FALSE;
    }

  if (!(operation = sedia_operation_read (db, state->id, error)))
    return FALSE;
  if (*operation->reason == '\0' && !state->anyway)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
                   _("%s: %s needed, but the book says %s on hand. If the goods are there, give a "
                     "reason and go on."),
                   product->name, need, have);
      return FALSE;
    }

  return sedia_db_run (db, error, "count-request-insert", 3, product->id, state->at, state->id);
}

/**
 * sedia_stock_make_free:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @quantity: how much is about to leave that is not set aside for whom it leaves to
 * @for_line: the order line it leaves to, 0 for none
 * @override: take it from the last in the queue if need be
 * @error: return location
 *
 * What is set aside is protected: refused with what, need, have and held for whom, unless
 * overridden. More than there is needs a reason, and the product is to be counted.
 */
gboolean
sedia_stock_make_free (SediaDb   *db,
                       gint64     product_id,
                       gint64     quantity,
                       gint64     for_line,
                       gboolean   override,
                       GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);
  gint64 free, own, reserved_for_others;
  g_autoptr (SediaOrderLine) line = NULL;

  if (product == NULL)
    return FALSE;
  if (for_line != 0 && !(line = sedia_order_line_read_plain (db, for_line, error)))
    return FALSE;

  free = MAX (product->on_hand, 0) - product->reserved;
  if (quantity <= free)
    return TRUE;

  own = line != NULL ? line->reserved : 0;
  reserved_for_others = product->reserved - own;
  if (reserved_for_others > 0)
    {
      if (!override)
        return refuse_protected (db, product, quantity, for_line, error);
      if (!sedia_serve_override (db, product_id, MIN (quantity - free, reserved_for_others),
                                 for_line, error))
        return FALSE;
    }

  /* What is set aside for the line itself leaves the shelf with it. */
  return quantity + own <= product->on_hand ||
         check_negative (db, product, quantity + own, error);
}

/* ---- the commands */

static gboolean
check_amounts (SediaDb   *db,
               GArray    *amounts,
               gint64     least,
               GString   *subject,
               GError   **error)
{
  if (amounts->len == 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Name at least one product and quantity."));
      return FALSE;
    }

  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      g_autoptr (SediaProduct) product = sedia_product_read (db, amount->product_id, error);

      if (product == NULL)
        return FALSE;
      if (amount->quantity < least || amount->quantity > SEDIA_QUANTITY_MAX)
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       least > 0 ? _("The quantity of %s must be above zero.")
                                 : _("The quantity of %s must not be negative."), product->sku);
          return FALSE;
        }
      g_string_append_printf (subject, "%s%s", i > 0 ? ", " : "", product->sku);
    }

  return TRUE;
}

/* What is broken is gone, set aside or not: the queue is made to fit afterwards. Anything else asks
 * first. */
static gboolean
make_room (SediaDb            *db,
           const SediaAmount  *amount,
           const char         *reason,
           gboolean            override,
           GError            **error)
{
  g_autoptr (SediaProduct) product = NULL;

  if (!g_str_equal (reason, "damage"))
    return sedia_stock_make_free (db, amount->product_id, amount->quantity, 0, override, error);

  product = sedia_product_read (db, amount->product_id, error);
  return product != NULL && (amount->quantity <= product->on_hand ||
                             check_negative (db, product, amount->quantity, error));
}

static gboolean
take_out (SediaDb     *db,
          GArray      *amounts,
          const char  *reason,
          gboolean     override,
          GError     **error)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autoptr (SediaOperation) operation = NULL;

  /* Why it was done stands at the movement too: there people look for it. */
  if (!check_amounts (db, amounts, 1, subject, error) ||
      !(operation = sedia_operation_read (db, sedia_db_operation (db)->id, error)))
    return FALSE;

  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      if (!make_room (db, amount, reason, override, error) ||
          !sedia_stock_move (db, amount->product_id, -amount->quantity, reason, 0,
                             operation->reason, error) ||
          !sedia_serve_product (db, amount->product_id, SEDIA_SERVE_QUIET, 0, error))
        return FALSE;
    }

  return sedia_operation_set_subject (db, subject->str, error);
}

/**
 * sedia_stock_sell:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): what somebody walked in and bought
 * @override: take what is set aside, from the last in the queue
 * @error: return location
 *
 * A sale without an order.
 */
gboolean
sedia_stock_sell (SediaDb   *db,
                  GArray    *amounts,
                  gboolean   override,
                  GError   **error)
{
  return take_out (db, amounts, "sale", override, error);
}

/**
 * sedia_stock_issue:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): what leaves the shelf
 * @reason: `damage`, `own-use` or `other`
 * @override: take what is set aside, from the last in the queue
 * @error: return location
 *
 * Stock that goes to nobody. Damaged goods are gone whether they were set aside or not: then the
 * last in the queue lose theirs.
 */
gboolean
sedia_stock_issue (SediaDb     *db,
                   GArray      *amounts,
                   const char  *reason,
                   gboolean     override,
                   GError     **error)
{
  if (g_strcmp0 (reason, "damage") != 0 && g_strcmp0 (reason, "own-use") != 0 &&
      g_strcmp0 (reason, "other") != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is no reason to take stock out; use damage, own-use or other."),
                   reason != NULL ? reason : "");
      return FALSE;
    }

  return take_out (db, amounts, reason, override, error);
}

/**
 * sedia_stock_put_in:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): what is on the shelf and came with no delivery
 * @note: where it came from; must be said
 * @error: return location
 *
 * Stock that turned up: nobody has to count all there is for it. Those who wait get theirs.
 */
gboolean
sedia_stock_put_in (SediaDb     *db,
                    GArray      *amounts,
                    const char  *note,
                    GError     **error)
{
  g_autoptr (GString) subject = g_string_new (NULL);

  if (note == NULL || *note == '\0')
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Say where it came from: later nobody remembers."));
      return FALSE;
    }
  if (!check_amounts (db, amounts, 1, subject, error))
    return FALSE;

  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      if (!sedia_stock_move (db, amount->product_id, amount->quantity, "other", 0, note, error) ||
          !sedia_serve_product (db, amount->product_id, SEDIA_SERVE_RESTOCK, 0, error))
        return FALSE;
    }

  return sedia_operation_set_subject (db, subject->str, error);
}

/* Two counts of one product cannot both be true. */
static gboolean
check_counted_once (SediaDb  *db,
                    GArray   *amounts,
                    GError  **error)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < amounts->len; i++)
    {
      SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      g_autoptr (SediaProduct) product = NULL;

      if (g_hash_table_add (counted, &amount->product_id))
        continue;

      product = sedia_product_read (db, amount->product_id, error);
      if (product != NULL)
        g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                     _("%s is counted twice; add the counts up and enter the sum."), product->sku);
      return FALSE;
    }

  return TRUE;
}

/**
 * sedia_stock_count:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): what was counted on the shelf at the time of the operation
 * @note: (nullable): why it differs
 * @error: return location
 *
 * Corrects the book by counted - ledger at that instant, so that what moved since stays moved. One
 * that finds what the book says is kept too: it tells how true the book is.
 */
gboolean
sedia_stock_count (SediaDb     *db,
                   GArray      *amounts,
                   const char  *note,
                   GError     **error)
{
  const SediaOperationState *state = sedia_db_operation (db);
  g_autoptr (GString) subject = g_string_new (NULL);

  if (!check_amounts (db, amounts, 0, subject, error) || !check_counted_once (db, amounts, error))
    return FALSE;

  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      gint64 ledger;

      if (!sedia_db_value (db, &ledger, error, "stock-at", 2, amount->product_id, state->at) ||
          !sedia_db_run (db, error, "count-request-done", 1, amount->product_id) ||
          !sedia_db_run (db, error, "counted-insert", 5, amount->product_id, amount->quantity,
                         amount->quantity - ledger, state->at, state->id))
        return FALSE;
      if (amount->quantity != ledger &&
          !sedia_stock_move (db, amount->product_id, amount->quantity - ledger, "count", 0, note,
                             error))
        return FALSE;
      if (!sedia_serve_product (db, amount->product_id, SEDIA_SERVE_RESTOCK, 0, error))
        return FALSE;
    }

  return sedia_operation_set_subject (db, subject->str, error);
}

/**
 * sedia_stock_asked:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): what somebody wanted, was not there, and was not waited for
 * @error: return location
 *
 * Demand that no sale shows.
 */
gboolean
sedia_stock_asked (SediaDb  *db,
                   GArray   *amounts,
                   GError  **error)
{
  const SediaOperationState *state = sedia_db_operation (db);
  g_autoptr (GString) subject = g_string_new (NULL);

  if (!check_amounts (db, amounts, 1, subject, error))
    return FALSE;

  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      if (!sedia_db_run (db, error, "asked-insert", 4, amount->product_id, amount->quantity,
                         state->at, state->id))
        return FALSE;
    }

  return sedia_operation_set_subject (db, subject->str, error);
}

/* ---- reading */

/**
 * sedia_movement_list: (transfer full) (element-type SediaMovement) the movements that make a
 * product's stock, newest first.
 */
GPtrArray *
sedia_movement_list (SediaDb  *db,
                     gint64    product_id,
                     guint     limit,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "movement-list", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_movement_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  sedia_stmt_bind_int64 (stmt, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaMovement *movement = g_new0 (SediaMovement, 1);

      movement->id = sedia_stmt_int64 (stmt, 0);
      movement->product_id = sedia_stmt_int64 (stmt, 1);
      movement->quantity = sedia_stmt_int64 (stmt, 2);
      movement->reason = sedia_stmt_dup_text (stmt, 3);
      movement->at = sedia_stmt_int64 (stmt, 4);
      movement->entered_at = sedia_stmt_int64 (stmt, 5);
      movement->actor = sedia_stmt_dup_text (stmt, 6);
      movement->note = sedia_stmt_dup_text (stmt, 7);
      movement->document = sedia_stmt_optional (stmt, 8, 0);
      movement->operation_id = sedia_stmt_int64 (stmt, 9);
      movement->balance = sedia_stmt_int64 (stmt, 10);
      movement->reversed = sedia_stmt_int64 (stmt, 11) != 0;
      g_ptr_array_add (list, movement);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
