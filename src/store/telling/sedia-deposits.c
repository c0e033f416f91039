/* Money that customers paid ahead: held while something is to come, used up by what was handed
 * over, given back when the rest was cancelled. No bookkeeping beyond that.
 */
#include "config.h"

#include "sedia-db.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-telling.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/**
 * sedia_deposit_free: Frees a deposit.
 */
void
sedia_deposit_free (SediaDeposit *deposit)
{
  if (deposit == NULL)
    return;

  g_free (deposit->customer);
  g_free (deposit);
}

/* What the goods of an order that were handed over are worth. Goods without a price are worth
 * nothing here: better give back too much than keep a customer's money. */
static gboolean
read_worth (SediaDb  *db,
            gint64    order_id,
            gint64   *worth,
            GError  **error)
{
  static const gint64 units[] = { 1, 10, 100, 1000 };
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "deposit-worth", error);
  SediaStep step;

  *worth = 0;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 price = sedia_stmt_int64 (stmt, 0);
      gint64 line;

      if (price < 0)
        continue;
      if (!sedia_checked_multiply (price, sedia_stmt_int64 (stmt, 1), &line) ||
          !sedia_checked_add (*worth, line / units[sedia_stmt_int64 (stmt, 2)], worth))
        {
          *worth = G_MAXINT64; /* more than any deposit */
          break;
        }
    }

  return step != SEDIA_STEP_ERROR;
}

/* How an order's deposit stands; NULL without error: the goods have used it up. */
static SediaDeposit *
read_deposit (SediaDb    *db,
              SediaStmt  *stmt,
              GError    **error)
{
  g_autoptr (SediaDeposit) deposit = g_new0 (SediaDeposit, 1);
  gint64 worth = 0;

  deposit->order_id = sedia_stmt_int64 (stmt, 0);
  deposit->customer_id = sedia_stmt_int64 (stmt, 1);
  deposit->customer = sedia_stmt_dup_text (stmt, 2);
  deposit->placed_at = sedia_stmt_int64 (stmt, 3);
  deposit->deposit = sedia_stmt_int64 (stmt, 4);
  deposit->returned = sedia_stmt_int64 (stmt, 5);
  deposit->is_open = sedia_stmt_int64 (stmt, 6) > 0;
  if (deposit->is_open)
    return g_steal_pointer (&deposit);

  if (!read_worth (db, deposit->order_id, &worth, error))
    return NULL;

  deposit->refund = deposit->deposit - MIN (worth, deposit->deposit) - deposit->returned;

  return deposit->refund > 0 ? g_steal_pointer (&deposit) : NULL;
}

/* order_id 0: of all orders */
static GPtrArray *
read_deposits (SediaDb  *db,
               gint64    order_id,
               GError  **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  g_autoptr (GPtrArray) deposits = NULL;
  SediaStep step;

  if (!(stmt = sedia_db_prepare (db, order_id != 0 ? "deposit-of" : "deposit-list", error)))
    return NULL;
  if (order_id != 0)
    sedia_stmt_bind_int64 (stmt, 1, order_id);

  deposits = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_deposit_free);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_autoptr (GError) problem = NULL;
      SediaDeposit *deposit = read_deposit (db, stmt, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (deposit != NULL)
        g_ptr_array_add (deposits, deposit);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&deposits) : NULL;
}

/**
 * sedia_deposit_list:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaDeposit): money held for goods that were not handed
 *   over, the oldest order first
 */
GPtrArray *
sedia_deposit_list (SediaDb  *db,
                    GError  **error)
{
  return read_deposits (db, 0, error);
}

/**
 * sedia_deposit_refund:
 * @db: a connection
 * @order_id: an order
 * @refund: (out): what must be given back for it now, 0 for nothing
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_deposit_refund (SediaDb  *db,
                      gint64    order_id,
                      gint64   *refund,
                      GError  **error)
{
  g_autoptr (GPtrArray) deposits = read_deposits (db, order_id, error);

  if (deposits == NULL)
    return FALSE;

  *refund = deposits->len > 0 ? ((SediaDeposit *) g_ptr_array_index (deposits, 0))->refund : 0;

  return TRUE;
}

/**
 * sedia_deposit_returns:
 * @db: a connection
 * @order_id: an order
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaDepositReturn): what was given back of its deposit,
 *   the oldest first; what was undone is not in it
 */
GArray *
sedia_deposit_returns (SediaDb  *db,
                       gint64    order_id,
                       GError  **error)
{
  g_autoptr (GArray) returns = g_array_new (FALSE, FALSE, sizeof (SediaDepositReturn));
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "deposit-returns", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const SediaDepositReturn given = { sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1) };

      g_array_append_val (returns, given);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&returns) : NULL;
}

/**
 * sedia_deposit_give_back:
 * @db: the writing connection, in an operation
 * @order_id: an order with a deposit
 * @amount: how much, 0 for all that must be given back
 * @error: return location
 *
 * Notes that money was given back to a customer; never more than is held: all that was not given
 * back yet while something is to come, and afterwards what the goods have not used up.
 */
gboolean
sedia_deposit_give_back (SediaDb  *db,
                         gint64    order_id,
                         gint64    amount,
                         GError  **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (GPtrArray) deposits = read_deposits (db, order_id, error);
  g_autoptr (SediaOrder) order = sedia_order_read (db, order_id, error);
  g_autofree char *subject = NULL;
  const SediaDeposit *deposit;
  gint64 held = 0;

  if (deposits == NULL || order == NULL)
    return FALSE;

  deposit = deposits->len > 0 ? g_ptr_array_index (deposits, 0) : NULL;
  if (deposit != NULL)
    held = deposit->is_open ? deposit->deposit - deposit->returned : deposit->refund;
  if (amount == 0 && deposit != NULL)
    amount = deposit->refund;
  if (amount <= 0 || amount > held)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   held == 0 || amount <= 0
                     ? _("Nothing must be given back for order %" PRId64 ".")
                     : _("More would be given back than is held for order %" PRId64 "."),
                   order_id);
      return FALSE;
    }

  subject = g_strdup_printf ("%" PRId64, order_id);

  return sedia_db_run (db, error, "deposit-return-insert", 4, order_id, amount, operation->at,
                       operation->id) &&
         sedia_operation_set_subject (db, subject, error);
}
