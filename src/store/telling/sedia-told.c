/* What was said, offered and answered. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-clock-lines.h"
#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-operation.h"
#include "sedia-orders.h"
#include "sedia-reads.h"
#include "sedia-telling.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define A_DAY (24 * G_TIME_SPAN_HOUR)

static const char *const answer_words[] = {
  [SEDIA_ANSWER_NONE] = "",           [SEDIA_ANSWER_WAIT] = "wait",
  [SEDIA_ANSWER_WAIT_UNTIL] = "wait-until", [SEDIA_ANSWER_CANCEL] = "cancel",
  [SEDIA_ANSWER_PART] = "part",       [SEDIA_ANSWER_SUBSTITUTE] = "substitute",
};

/**
 * sedia_answer_to_string: (transfer none) the answer in the database and on the command line.
 */
const char *
sedia_answer_to_string (SediaAnswer answer)
{
  return answer_words[answer];
}

/**
 * sedia_answer_from_string: Whether the text is an answer.
 */
gboolean
sedia_answer_from_string (const char  *text,
                          SediaAnswer *answer)
{
  for (guint i = 0; i < G_N_ELEMENTS (answer_words); i++)
    if (g_strcmp0 (text, answer_words[i]) == 0)
      {
        *answer = (SediaAnswer) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_answer_label: (transfer none) the answer in words.
 */
const char *
sedia_answer_label (SediaAnswer answer)
{
  switch (answer)
    {
    case SEDIA_ANSWER_WAIT:
      return C_("answer", "Waits on");
    case SEDIA_ANSWER_WAIT_UNTIL:
      return C_("answer", "Waits until a day");
    case SEDIA_ANSWER_CANCEL:
      return C_("answer", "Cancels");
    case SEDIA_ANSWER_PART:
      return C_("answer", "Takes the part that is there");
    case SEDIA_ANSWER_SUBSTITUTE:
      return C_("answer", "Takes something else");
    case SEDIA_ANSWER_NONE:
      break;
    }

  return C_("answer", "No answer yet");
}

/* ---- may it be said */

static gboolean
has_reason (SediaDb   *db,
            gboolean  *has,
            GError   **error)
{
  gint64 length;

  if (!sedia_db_value (db, &length, error, "operation-has-reason", 1, sedia_db_operation (db)->id))
    return FALSE;

  *has = length != 0;
  return TRUE;
}

/* Rule 5: the same thing is said once; a second time within 24 hours needs a reason. */
static gboolean
check_again (SediaDb             *db,
             const SediaTelling  *telling,
             const char          *name,
             GError             **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_auto (SediaDue) due = { 0 };
  g_autofree char *words = NULL;
  gboolean is_due, has;
  gint64 heard;

  if (operation->anyway || telling->outcome == SEDIA_OUTCOME_NO_ANSWER ||
      telling->answer != SEDIA_ANSWER_NONE)
    return TRUE;
  if (!sedia_db_value (db, &heard, error, "contact-heard-since", 3, telling->customer_id,
                       operation->at - A_DAY, operation->at))
    return FALSE;
  if (heard == 0)
    return TRUE;
  if (!has_reason (db, &has, error) ||
      !sedia_due_of (db, telling->customer_id, operation->at, &is_due, &due, error))
    return FALSE;
  if (has || is_due)
    return TRUE;

  words = sedia_time_words (heard);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
               _("%s heard from the shop already (%s), and nothing is new since. Say why, or go on "
                 "anyway."),
               name, words);
  return FALSE;
}

static gboolean
check_telling (SediaDb              *db,
               const SediaTelling   *telling,
               const SediaCustomer  *customer,
               GError              **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);

  if (telling->answer == SEDIA_ANSWER_WAIT_UNTIL &&
      telling->until <= sedia_day_of_time (operation->at))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("The day until which they wait must be after today."));
      return FALSE;
    }
  if (telling->outcome == SEDIA_OUTCOME_NO_ANSWER && telling->answer != SEDIA_ANSWER_NONE)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Whoever could not be reached has not answered."));
      return FALSE;
    }
  if (customer->do_not_contact && !operation->anyway && telling->answer == SEDIA_ANSWER_NONE)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM,
                   _("%s asked not to be contacted. If it was about an order they wait for, go on "
                     "anyway."),
                   customer->name);
      return FALSE;
    }

  return check_again (db, telling, customer->name, error);
}

/* ---- it was said */

static gboolean
insert_contact (SediaDb             *db,
                const SediaTelling  *telling,
                gint64              *contact_id,
                GError             **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, telling->customer_id);
  sedia_stmt_bind_int64 (stmt, 2, operation->at);
  sedia_stmt_bind_text (stmt, 3, sedia_channel_to_string (telling->channel));
  sedia_stmt_bind_text (stmt, 4, sedia_outcome_to_string (telling->outcome));
  sedia_stmt_bind_text (stmt, 5, telling->text != NULL ? telling->text : "");
  sedia_stmt_bind_int64 (stmt, 6, operation->id);
  sedia_stmt_bind_int64 (stmt, 7, telling->offers_cancel);
  sedia_stmt_bind_text (stmt, 8, sedia_answer_to_string (telling->answer));
  sedia_stmt_bind_optional (stmt, 9,
                            telling->answer == SEDIA_ANSWER_WAIT_UNTIL ? telling->until
                                                                       : SEDIA_NO_DAY,
                            SEDIA_NO_DAY);

  return sedia_stmt_run_id (stmt, contact_id, error);
}

/* Whether the shop said something with it: an answer alone tells nobody anything new. */
static gboolean
has_words (const SediaTelling *telling)
{
  return telling->answer == SEDIA_ANSWER_NONE || telling->offers_cancel ||
         (telling->text != NULL && *telling->text != '\0');
}

static gboolean
insert_line (SediaDb               *db,
             gint64                 contact_id,
             const SediaClockLine  *line,
             int                    today,
             GError               **error)
{
  const int day = line->expected >= today ? line->expected : SEDIA_NO_DAY;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-line-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, contact_id);
  sedia_stmt_bind_int64 (stmt, 2, line->line_id);
  sedia_stmt_bind_optional (stmt, 3, day, SEDIA_NO_DAY);
  sedia_stmt_bind_int64 (stmt, 4, sedia_expected_is_late (day, line->need_by, today));
  return sedia_stmt_run (stmt, error);
}

/* The day of each line that waits is said with it. */
static gboolean
note_days (SediaDb  *db,
           gint64    customer_id,
           gint64    contact_id,
           int       today,
           GError  **error)
{
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (GArray) lines = sedia_clock_lines_read (db, customer_id, days, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaClockLine *line = &g_array_index (lines, SediaCustomerLine, i).line;

      if (line->waits && !insert_line (db, contact_id, line, today, error))
        return FALSE;
    }

  return TRUE;
}

/* Everything that was due is said with it, and so is the day of each line that waits. Who answers
 * "wait" knows that they wait, and may still have to hear that something is ready. */
static gboolean
note_heard (SediaDb             *db,
            const SediaTelling  *telling,
            gint64               contact_id,
            GError             **error)
{
  const int today = sedia_day_of_time (sedia_db_operation (db)->at);
  const gboolean is_told = has_words (telling);

  if (telling->outcome == SEDIA_OUTCOME_NO_ANSWER)
    return TRUE;
  if (!sedia_db_run (db, error, "contact-answers-due", 3, telling->customer_id, contact_id,
                     (gint64) is_told))
    return FALSE;

  return !is_told || note_days (db, telling->customer_id, contact_id, today, error);
}

/* ---- the answer is honoured */

static gboolean
read_parts (SediaDb   *db,
            gint64     order_id,
            GArray    *parts,
            GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "waiting-lines-of-order", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, order_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const SediaLinePart part = { (guint) sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1) };

      g_array_append_val (parts, part);
    }

  return step == SEDIA_STEP_DONE;
}

/* Lines that wait are cancelled whole, with what was set aside for them; lines that can be
 * collected stay. */
static gboolean
cancel_waiting (SediaDb  *db,
                gint64    customer_id,
                GError  **error)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "waiting-orders-of", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 order_id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (orders, order_id);
    }
  if (step != SEDIA_STEP_DONE)
    return FALSE;

  for (guint i = 0; i < orders->len; i++)
    {
      const gint64 order_id = g_array_index (orders, gint64, i);
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));

      if (!read_parts (db, order_id, parts, error) ||
          (parts->len > 0 && !sedia_order_cancel (db, order_id, parts, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
honour_answer (SediaDb             *db,
               const SediaTelling  *telling,
               GError             **error)
{
  if (telling->answer == SEDIA_ANSWER_CANCEL)
    return cancel_waiting (db, telling->customer_id, error);
  if (telling->answer == SEDIA_ANSWER_PART)
    return sedia_db_run (db, error, "contact-part-lines", 1, telling->customer_id) &&
           sedia_db_run (db, error, "contact-part-orders", 1, telling->customer_id);

  return TRUE;
}

/**
 * sedia_contact_told:
 * @db: the writing connection, in an operation
 * @telling: whom, how, what
 * @error: return location
 *
 * Notes one time the shop told a customer something. When it reached them (or a message was left)
 * it covers everything they were to be told, for all their lines. An answer is honoured at once:
 * who cancels gives what was set aside to the next in the queue.
 */
gboolean
sedia_contact_told (SediaDb             *db,
                    const SediaTelling  *telling,
                    GError             **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, telling->customer_id, error);
  SediaTelling whom = *telling;
  gint64 contact_id;

  if (customer == NULL)
    return FALSE;
  if (customer->merged_into != 0)
    whom.customer_id = customer->merged_into;

  return check_telling (db, &whom, customer, error) &&
         insert_contact (db, &whom, &contact_id, error) &&
         note_heard (db, &whom, contact_id, error) && honour_answer (db, &whom, error) &&
         sedia_operation_set_subject (db, customer->name, error);
}

/* ---- offers nobody has answered */

/* Where no day was said: 16 CFR 435.2(a)(1). */
#define PROMISED_WITHIN_DAYS 30

/* What an offer told: the last of the days it said, and how much later than promised its lines are
 * at most. */
typedef struct
{
  int told_day; /* SEDIA_NO_DAY: of some line nobody knew */
  int delay;    /* calendar days; -1 for that */
} OfferTold;

/* The day that was said first; else the one it was ordered for; else what the law takes for one. */
static int
promised_day (SediaStmt *row)
{
  const gint64 placed_at = sedia_stmt_int64 (row, 3);
  const int by_law = sedia_day_of_time (placed_at) + PROMISED_WITHIN_DAYS;
  const int needed = (int) sedia_stmt_optional (row, 2, by_law);

  return (int) sedia_stmt_optional (row, 1, needed);
}

static gboolean
read_told (SediaDb           *db,
           const SediaOffer  *offer,
           OfferTold         *told,
           GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-offer-lines", error);
  gboolean is_known = TRUE;
  guint n_lines = 0;
  SediaStep step;

  *told = (OfferTold) { SEDIA_NO_DAY, 0 };
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, offer->contact_id);
  for (; (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW; n_lines++)
    {
      const int day = (int) sedia_stmt_optional (stmt, 0, SEDIA_NO_DAY);

      is_known &= day != SEDIA_NO_DAY;
      told->told_day = MAX (told->told_day, day);
      if (day != SEDIA_NO_DAY)
        told->delay = MAX (told->delay, day - promised_day (stmt));
    }
  if (n_lines == 0 || !is_known)
    *told = (OfferTold) { SEDIA_NO_DAY, -1 };

  return step == SEDIA_STEP_DONE;
}

/* The last offer of each customer, with how many there were. */
static gboolean
read_offers (SediaDb  *db,
             GArray   *offers,
             GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "contact-open-offers", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaOffer offer = { sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1),
                           sedia_stmt_int64 (stmt, 2), 1, SEDIA_SILENCE_ASKS };
      SediaOffer *last = offers->len > 0 ? &g_array_index (offers, SediaOffer, offers->len - 1)
                                         : NULL;

      if (last != NULL && last->customer_id == offer.customer_id)
        {
          offer.n_offers = last->n_offers + 1;
          *last = offer;
        }
      else
        {
          g_array_append_val (offers, offer);
        }
    }

  return step == SEDIA_STEP_DONE;
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  const SediaOffer *first = a;
  const SediaOffer *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;

  return first->contact_id < second->contact_id ? -1 : first->contact_id > second->contact_id;
}

/**
 * sedia_offer_list:
 * @db: a connection
 * @now: as seen when
 * @error: return location
 *
 * Offers to cancel that nobody has answered, and what the silence comes to by the shop's rule. A
 * delay counts from the day that was said first of a line; where none was said before the offer,
 * from the day it was ordered for, or else 30 days after it was ordered (16 CFR 435.2(a)(1)).
 *
 * Returns: (transfer full) (element-type SediaOffer): the oldest first
 */
GArray *
sedia_offer_list (SediaDb  *db,
                  gint64    now,
                  GError  **error)
{
  g_autoptr (SediaShopRules) rules = sedia_shop_rules_read (db, error);
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (SediaOffer));

  if (rules == NULL || !read_offers (db, offers, error))
    return NULL;

  for (guint i = 0; i < offers->len; i++)
    {
      SediaOffer *offer = &g_array_index (offers, SediaOffer, i);
      OfferTold told;

      if (!read_told (db, offer, &told, error))
        return NULL;
      offer->meaning = sedia_silence_means (rules->silence, offer->n_offers, told.delay,
                                            told.told_day != SEDIA_NO_DAY &&
                                              told.told_day < sedia_day_of_time (now));
    }
  g_array_sort (offers, compare_age);

  return g_steal_pointer (&offers);
}
