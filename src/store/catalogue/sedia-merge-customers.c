/* Two customers who turned out to be one, and what a customer was told.
 *
 *   Siti R. ----merged into----> Siti Rahma
 *
 * Orders move. What was told stays where it was written, for a contact is never edited: it is read
 * together with that of the one who was kept. Whoever was merged stays in the archive and points
 * to the one who was kept, so that the old name and number still lead there. All of it is edits of
 * rows with an audit, so undoing gives everything back.
 */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-commands.h"
#include "sedia-merge.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/* ---- merging */

static gboolean
check_merge (const SediaCustomer  *keep,
             const SediaCustomer  *other,
             GError              **error)
{
  const SediaCustomer *merged = keep->merged_into != 0 ? keep : other;

  if (keep->id == other->id)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("%s cannot be merged with the same customer; choose two."), keep->name);
  else if (merged->merged_into != 0)
    /* Translators: a customer, and the one the first was merged into. */
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED, _("%s was merged into %s already."),
                 merged->name, merged->merged_name);
  else
    return TRUE;

  return FALSE;
}

/* The other one first: a code can move only when it is free. */
static gboolean
mark (SediaDb              *db,
      const SediaCustomer  *merged,
      const SediaCustomer  *other,
      GError              **error)
{
  const gboolean moves_code = merged->code != NULL && other->code != NULL &&
                              g_str_equal (merged->code, other->code);

  return sedia_db_run (db, error, "customer-merge-mark", 3, other->id, merged->id,
                       (gint64) moves_code);
}

/**
 * sedia_customer_merge:
 * @db: the writing connection, in an operation
 * @keep_id: the customer who stays
 * @other_id: the one who turned out to be the same person
 * @error: return location
 *
 * Makes two customers one: orders, what was told and what is to be told are the kept one's from now
 * on, and what that one does not say is taken from the other (sedia_customer_merged()). Merging the
 * same two again changes nothing.
 */
gboolean
sedia_customer_merge (SediaDb  *db,
                      gint64    keep_id,
                      gint64    other_id,
                      GError  **error)
{
  g_autoptr (SediaCustomer) keep = sedia_customer_read (db, keep_id, error);
  g_autoptr (SediaCustomer) other = NULL;
  g_autoptr (SediaCustomer) merged = NULL;
  g_autofree char *subject = NULL;

  if (keep == NULL || !(other = sedia_customer_read (db, other_id, error)))
    return FALSE;
  if (keep->id != other->id && other->merged_into == keep->id)
    return TRUE;
  if (!check_merge (keep, other, error))
    return FALSE;

  merged = sedia_customer_merged (keep, other);
  subject = g_strdup_printf ("%s → %s", other->name, keep->name);

  return mark (db, merged, other, error) &&
         sedia_customer_save (db, merged, error) &&
         sedia_db_run (db, error, "customer-merge-orders", 2, other->id, keep->id) &&
         sedia_operation_set_subject (db, subject, error);
}

/**
 * sedia_customer_settle_merged:
 * @db: the writing connection, in an undo
 * @error: return location
 *
 * A merge that is done again finds the shop as it is now. Orders that were taken meanwhile go along
 * to the one who is kept; when that one has become another customer, there is nobody to merge into.
 */
gboolean
sedia_customer_settle_merged (SediaDb  *db,
                              GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-merge-twice", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    /* Translators: a customer, and the one the first was merged into. */
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFLICT,
                 _("This cannot be undone: %s was merged into %s since. Undo that first."),
                 sedia_stmt_text (stmt, 0), sedia_stmt_text (stmt, 1));

  return step == SEDIA_STEP_DONE && sedia_db_run (db, error, "customer-merge-settle", 0);
}

/**
 * sedia_customer_list_merged: (transfer full) (element-type SediaCustomer) whoever was merged into
 * a customer, the oldest first.
 */
GPtrArray *
sedia_customer_list_merged (SediaDb  *db,
                            gint64    customer_id,
                            GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_customer_free);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-merged", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaCustomer *customer = sedia_customer_read (db, sedia_stmt_int64 (stmt, 0), error);

      if (customer == NULL)
        return NULL;
      g_ptr_array_add (list, customer);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_customer_count: How much there is of a customer.
 */
gboolean
sedia_customer_count (SediaDb               *db,
                      gint64                 customer_id,
                      SediaCustomerNumbers  *numbers,
                      GError               **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-numbers", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  numbers->orders = (guint) sedia_stmt_int64 (stmt, 0);
  numbers->open_orders = (guint) sedia_stmt_int64 (stmt, 1);
  numbers->contacts = (guint) sedia_stmt_int64 (stmt, 2);
  return TRUE;
}

/* ---- what was told */

static gboolean
read_last_contact (SediaDb        *db,
                   SediaCustomer  *customer,
                   GError        **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-last", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer->id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    {
      customer->told_at = sedia_stmt_int64 (stmt, 0);
      sedia_channel_from_string (sedia_stmt_text (stmt, 1), &customer->told_by);
      sedia_outcome_from_string (sedia_stmt_text (stmt, 2), &customer->told_outcome);
    }

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_customer_read_told_by:
 * @clock: the contact clock
 * @db: a connection
 * @customer: as read by sedia_customer_read()
 * @error: return location
 *
 * Fills in whether the customer must be told something and why, and when and how the shop last
 * spoke to them, or tried to.
 */
gboolean
sedia_customer_read_told_by (SediaDueClock  *clock,
                             SediaDb        *db,
                             SediaCustomer  *customer,
                             GError        **error)
{
  g_auto (SediaDue) due = { 0 };
  gboolean is_due;
  gint64 was_told;

  if (!sedia_due_clock_of (clock, customer->id, &is_due, &due, error) ||
      !sedia_db_value (db, &was_told, error, "customer-told", 1, customer->id) ||
      !read_last_contact (db, customer, error))
    return FALSE;

  customer->told = was_told != 0 ? SEDIA_TOLD_YES : SEDIA_TOLD_NO_NEED;
  if (is_due && !due.do_not_contact)
    {
      customer->told = SEDIA_TOLD_NOT_YET;
      customer->due_reasons = due.entry.reasons;
      customer->due_since = due.entry.since;
      customer->due_at = due.entry.due;
      customer->due_is_late = due.entry.is_late;
    }

  return TRUE;
}

/**
 * sedia_customer_read_told: The same as of now.
 */
gboolean
sedia_customer_read_told (SediaDb        *db,
                          SediaCustomer  *customer,
                          GError        **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, sedia_time_now (), error);

  return clock != NULL && sedia_customer_read_told_by (clock, db, customer, error);
}

static SediaContact *
contact_from_stmt (SediaStmt *stmt)
{
  SediaContact *contact = g_new0 (SediaContact, 1);

  contact->id = sedia_stmt_int64 (stmt, 0);
  contact->at = sedia_stmt_int64 (stmt, 1);
  sedia_channel_from_string (sedia_stmt_text (stmt, 2), &contact->channel);
  sedia_outcome_from_string (sedia_stmt_text (stmt, 3), &contact->outcome);
  contact->note = sedia_stmt_dup_text (stmt, 4);
  contact->actor = sedia_stmt_dup_text (stmt, 5);
  contact->entered_at = sedia_stmt_int64 (stmt, 6);
  contact->is_taken_back = sedia_stmt_int64 (stmt, 7) != 0;
  contact->known_as = sedia_stmt_dup_text (stmt, 8);
  contact->offers_cancel = sedia_stmt_int64 (stmt, 9) != 0;
  contact->answer = sedia_stmt_dup_text (stmt, 10);
  contact->until = (int) sedia_stmt_int64 (stmt, 11);

  return contact;
}

/**
 * sedia_contact_list:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many at most, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaContact): what the customer was told, also
 *   before others were merged into this one; the newest first
 */
GPtrArray *
sedia_contact_list (SediaDb  *db,
                    gint64    customer_id,
                    guint     limit,
                    GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_contact_free);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-list", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  sedia_stmt_bind_int64 (stmt, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (list, contact_from_stmt (stmt));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
