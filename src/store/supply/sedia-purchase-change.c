/* Purchases: confirming, other days, closing short, cancelling.
 *
 * Nobody is told here: the contact clock compares the days it works out of what is incoming with
 * what customers were told, so that a day that moves, or is none any more, makes them due.
 */
#include "config.h"

#include "sedia-operation.h"
#include "sedia-purchase-write.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gboolean
set_days (SediaDb  *db,
          gint64    line_id,
          int       agreed,
          int       expected,
          GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-line-set-days", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_optional (stmt, 2, agreed, SEDIA_NO_DAY);
  sedia_stmt_bind_optional (stmt, 3, expected, SEDIA_NO_DAY);
  sedia_stmt_bind_int64 (stmt, 4, sedia_db_operation (db)->at);
  return sedia_stmt_run (stmt, error);
}

static gboolean
set_status (SediaDb              *db,
            gint64                purchase_id,
            SediaPurchaseStatus   status,
            GError              **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-set-status", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, purchase_id);
  sedia_stmt_bind_text (stmt, 2, sedia_purchase_status_to_string (status));
  return sedia_stmt_run (stmt, error);
}

/**
 * sedia_purchase_confirm:
 * @db: the writing connection, in an operation
 * @purchase_id: a draft
 * @error: return location
 *
 * The supplier has it: from now on it is incoming, and its days are the ones agreed. Confirming
 * twice changes nothing.
 */
gboolean
sedia_purchase_confirm (SediaDb  *db,
                        gint64    purchase_id,
                        GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (SediaSupplier) supplier = NULL;
  int stated;

  if (purchase == NULL ||
      !(supplier = sedia_supplier_read (db, purchase->supplier_id, error)))
    return FALSE;
  if (purchase->status == SEDIA_PURCHASE_CANCELLED)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Purchase %" PRId64 " is cancelled; enter a new one, or undo that."),
                   purchase_id);
      return FALSE;
    }
  if (purchase->status != SEDIA_PURCHASE_DRAFT)
    return TRUE;

  stated = sedia_purchase_stated_day (db, supplier);
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);
      const int day = line->expected != SEDIA_NO_DAY ? line->expected : stated;

      if (!sedia_purchase_check_day (db, day, error) || !set_days (db, line->id, day, day, error))
        return FALSE;
    }

  return set_status (db, purchase_id, SEDIA_PURCHASE_CONFIRMED, error) &&
         sedia_purchase_write_subject (db, purchase_id, error);
}

/* ---- what changes later */

static SediaPurchaseLine *
find_line (SediaPurchase  *purchase,
           guint           position,
           GError        **error)
{
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->position == position)
        return line;
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND, _("Purchase %" PRId64 " has no line %u."),
               purchase->id, position);
  return NULL;
}

/* Borrowed lines that are named; without names, all that are still to come (of a draft: all). */
static GPtrArray *
pick_lines (SediaPurchase  *purchase,
            GArray         *positions,
            GError        **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; positions == NULL && i < purchase->lines->len; i++)
    {
      SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->incoming > 0 || purchase->status == SEDIA_PURCHASE_DRAFT)
        g_ptr_array_add (lines, line);
    }

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      SediaPurchaseLine *line = find_line (purchase, g_array_index (positions, guint, i), error);

      if (line == NULL)
        return NULL;
      if (!g_ptr_array_find (lines, line, NULL))
        g_ptr_array_add (lines, line);
    }

  return g_steal_pointer (&lines);
}

static gboolean
refuse_settled (const SediaPurchase  *purchase,
                GError              **error)
{
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("Nothing of purchase %" PRId64 " is still to come."), purchase->id);
  return FALSE;
}

/**
 * sedia_purchase_expect:
 * @db: the writing connection, in an operation
 * @purchase_id: a purchase
 * @positions: (nullable) (element-type guint): numbers of its lines; NULL for all that is to come
 * @day: the day they are expected now, today at the earliest; SEDIA_NO_DAY: nobody knows
 * @error: return location
 *
 * The expected day moves, the day first agreed stays: how late a supplier is, is told by that.
 * Customers who were told another day are due, with the offer to cancel when it is later.
 */
gboolean
sedia_purchase_expect (SediaDb  *db,
                       gint64    purchase_id,
                       GArray   *positions,
                       int       day,
                       GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (GPtrArray) lines = NULL;
  gboolean is_draft;

  if (purchase == NULL || !sedia_purchase_check_day (db, day, error) ||
      !(lines = pick_lines (purchase, positions, error)))
    return FALSE;
  if (lines->len == 0 || purchase->status == SEDIA_PURCHASE_CANCELLED)
    return refuse_settled (purchase, error);

  is_draft = purchase->status == SEDIA_PURCHASE_DRAFT;
  for (guint i = 0; i < lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (lines, i);
      const int agreed = line->agreed == SEDIA_NO_DAY && !is_draft ? day : line->agreed;

      if (line->expected != day && !set_days (db, line->id, agreed, day, error))
        return FALSE;
    }

  return sedia_purchase_write_subject (db, purchase_id, error);
}

/**
 * sedia_purchase_close:
 * @db: the writing connection, in an operation
 * @purchase_id: a confirmed purchase
 * @positions: (nullable) (element-type guint): numbers of its lines; NULL for all that is to come
 * @error: return location
 *
 * Closes it short: what has not come will not. Rule 4: its lines are untied, and nobody knows when
 * those who counted on it will get theirs. Closing twice changes nothing.
 */
gboolean
sedia_purchase_close (SediaDb  *db,
                      gint64    purchase_id,
                      GArray   *positions,
                      GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (purchase == NULL)
    return FALSE;
  if (purchase->status == SEDIA_PURCHASE_DRAFT)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Purchase %" PRId64 " is a draft; cancel it instead."), purchase_id);
      return FALSE;
    }
  if (!(lines = pick_lines (purchase, positions, error)))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (lines, i);

      if (line->incoming > 0 &&
          !sedia_db_run (db, error, "purchase-line-close", 2, line->id,
                         sedia_db_operation (db)->at))
        return FALSE;
    }

  return sedia_purchase_write_subject (db, purchase_id, error);
}

static gboolean
untie (SediaDb              *db,
       const SediaPurchase  *purchase,
       GError              **error)
{
  const gint64 at = purchase->status == SEDIA_PURCHASE_DRAFT ? 0 : sedia_db_operation (db)->at;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (!sedia_db_run (db, error, "purchase-line-untie", 2, line->id, at))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_purchase_cancel:
 * @db: the writing connection, in an operation
 * @purchase_id: a purchase of which nothing has come
 * @error: return location
 *
 * Nothing comes of it. Rule 4: its lines are untied, and nobody knows when those who counted on it
 * will get theirs. Cancelling twice changes nothing.
 */
gboolean
sedia_purchase_cancel (SediaDb  *db,
                       gint64    purchase_id,
                       GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);

  if (purchase == NULL)
    return FALSE;
  if (purchase->status == SEDIA_PURCHASE_CANCELLED)
    return TRUE;

  for (guint i = 0; i < purchase->lines->len; i++)
    if (((SediaPurchaseLine *) g_ptr_array_index (purchase->lines, i))->received > 0)
      {
        g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                     _("Goods of purchase %" PRId64 " have arrived; close it instead."),
                     purchase_id);
        return FALSE;
      }

  return untie (db, purchase, error) &&
         set_status (db, purchase_id, SEDIA_PURCHASE_CANCELLED, error) &&
         sedia_purchase_write_subject (db, purchase_id, error);
}
