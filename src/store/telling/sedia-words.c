/* The shop's words, and the message a customer is to get. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-expected-days.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-phone.h"
#include "sedia-reads.h"
#include "sedia-telling.h"
#include "sedia-time.h"

#include <string.h>

/* ---- templates */

/**
 * sedia_templates_read:
 * @db: a connection
 * @language: of the customer
 * @error: return location
 *
 * Returns: (transfer full): what the shop writes instead of the shipped words
 */
SediaTemplates *
sedia_templates_read (SediaDb     *db,
                      const char  *language,
                      GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "template-list", error);
  g_autoptr (SediaTemplates) templates = g_new0 (SediaTemplates, 1);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_text (stmt, 1, language);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaMessagePart part;

      if (!sedia_message_part_from_string (sedia_stmt_text (stmt, 0), &part))
        continue; /* of a newer version */
      g_free (templates->parts[part]);
      templates->parts[part] = sedia_stmt_dup_text (stmt, 1);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&templates) : NULL;
}

/**
 * sedia_template_set:
 * @db: the writing connection, in an operation
 * @part: of a message
 * @language: of the customer
 * @text: (nullable): what the shop writes; %NULL: the shipped words
 * @error: return location
 *
 * Writes a part of every message in the shop's own words; they are looked at first.
 */
gboolean
sedia_template_set (SediaDb           *db,
                    SediaMessagePart   part,
                    const char        *language,
                    const char        *text,
                    GError           **error)
{
  const char *name = sedia_message_part_to_string (part);
  g_autoptr (SediaStmt) insert = NULL, set = NULL;

  if (text != NULL && !sedia_template_check (text, error))
    return FALSE;
  if (!(insert = sedia_db_prepare (db, "template-insert", error)))
    return FALSE;

  sedia_stmt_bind_text (insert, 1, name);
  sedia_stmt_bind_text (insert, 2, language);
  if (!sedia_stmt_run (insert, error) || !(set = sedia_db_prepare (db, "template-set", error)))
    return FALSE;

  sedia_stmt_bind_text (set, 1, name);
  sedia_stmt_bind_text (set, 2, language);
  sedia_stmt_bind_text (set, 3, text);

  return sedia_stmt_run (set, error) &&
         sedia_operation_set_subject (db, sedia_message_part_label (part), error);
}

/* ---- a message */

/**
 * sedia_message_draft_free: Frees a message.
 */
void
sedia_message_draft_free (SediaMessageDraft *draft)
{
  if (draft == NULL)
    return;

  g_free (draft->name);
  g_free (draft->phone);
  g_free (draft->international);
  g_free (draft->email);
  g_free (draft->language);
  g_free (draft->text);
  sedia_due_clear (&draft->due);
  g_free (draft);
}

/* Marks as the customer's language has them, whatever the screen's. */
static SediaNumberForm
number_form (const char *language)
{
  return strcmp (language, "id") == 0 ? (SediaNumberForm) { ',', '.' }
                                      : (SediaNumberForm) { '.', ',' };
}

static char *
amount_text (gint64      quantity,
             guint       decimals,
             const char *unit,
             const char *language)
{
  g_autofree char *number = NULL;

  if (quantity <= 0)
    return NULL;

  number = sedia_number_format (quantity, decimals, number_form (language));

  return g_strdup_printf ("%s %s", number, unit);
}

static guint
reasons_of_line (const SediaDue *due,
                 gint64          line_id)
{
  guint reasons = 0;

  for (guint i = 0; due->items != NULL && i < due->items->len; i++)
    {
      const SediaDueItem *item = &g_array_index (due->items, SediaDueItem, i);

      if (item->line_id == line_id)
        reasons |= 1u << item->reason;
    }

  return reasons;
}

static GPtrArray *
read_items (SediaDb         *db,
            const SediaDue  *due,
            const char      *language,
            int              today,
            GError         **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "message-lines", error);
  g_autoptr (SediaExpectedDays) days = sedia_expected_days_new (db);
  g_autoptr (GPtrArray) items = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_message_item_free);
  sedia_stmt_bind_int64 (stmt, 1, due->customer_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const char *unit = sedia_stmt_text (stmt, 2);
      const guint decimals = (guint) sedia_stmt_int64 (stmt, 3);
      const gint64 waiting = sedia_stmt_int64 (stmt, 6);
      SediaMessageItem *item;
      SediaExpectedDay day;
      SediaExpectedRange range;

      if (!sedia_expected_days_find (days, sedia_stmt_int64 (stmt, 8), sedia_stmt_int64 (stmt, 0),
                                     (int) sedia_stmt_int64 (stmt, 7), 0, &day, error) ||
          !sedia_expected_days_range (days, &day, &range, error))
        return NULL;

      item = g_new0 (SediaMessageItem, 1);
      item->product = sedia_stmt_dup_text (stmt, 1);
      item->quantity = amount_text (sedia_stmt_int64 (stmt, 4), decimals, unit, language);
      item->ready = amount_text (sedia_stmt_int64 (stmt, 5), decimals, unit, language);
      item->waiting = amount_text (waiting, decimals, unit, language);
      item->expected = waiting > 0 && day.day >= today ? day.day : SEDIA_NO_DAY;
      item->earliest = range.earliest;
      item->latest = range.latest;
      item->reasons = reasons_of_line (due, sedia_stmt_int64 (stmt, 0));
      g_ptr_array_add (items, item);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static char *
deposit_text (SediaDb     *db,
              gint64       customer_id,
              const char  *language,
              const char  *country,
              GError     **error)
{
  g_autofree char *number = NULL;
  gint64 deposit;

  if (!sedia_db_value (db, &deposit, error, "message-deposit", 1, customer_id) || deposit <= 0)
    return g_strdup ("");

  number = sedia_money_format (deposit, number_form (language));

  return strcmp (country, "ID") == 0 ? g_strdup_printf ("Rp %s", number)
                                     : g_steal_pointer (&number);
}

/* The day until which they agreed to wait. */
static gboolean
read_wait_until (SediaDb  *db,
                 gint64    customer_id,
                 int      *day,
                 GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "clock-customer", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  *day = (int) sedia_stmt_int64 (stmt, 1);
  return TRUE;
}

static char *
hours_text (const SediaCalendar *calendar)
{
  return g_strdup_printf ("%02d:%02d–%02d:%02d", calendar->opens / 60, calendar->opens % 60,
                          calendar->closes / 60, calendar->closes % 60);
}

/* Who has not said how they want to be written to is written to in the language of the country. */
static char *
dup_language (const SediaCustomer *customer,
              const char          *country)
{
  const char *language = customer->language;

  if (language == NULL || *language == '\0')
    language = strcmp (country, "ID") == 0 ? "id" : "en";

  return g_ascii_strdown (language, -1);
}

static gboolean
write_text (SediaDb            *db,
            SediaMessageDraft  *draft,
            const char         *country,
            gint64              now,
            gboolean            offers_cancel,
            GError            **error)
{
  g_autoptr (SediaShopRules) rules = sedia_shop_rules_read (db, error);
  g_autoptr (SediaTemplates) templates = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *deposit = NULL;
  g_autofree char *hours = NULL;
  SediaMessageFacts facts;
  int today, wait_until;

  if (rules == NULL || !read_wait_until (db, draft->due.customer_id, &wait_until, error) ||
      !(templates = sedia_templates_read (db, draft->language, error)))
    return FALSE;

  today = sedia_calendar_day (&rules->contact.calendar, now);
  items = read_items (db, &draft->due, draft->language, today, error);
  deposit = deposit_text (db, draft->due.customer_id, draft->language, country, error);
  if (items == NULL || (error != NULL && *error != NULL))
    return FALSE;

  hours = hours_text (&rules->contact.calendar);
  facts = (SediaMessageFacts) {
    .language = draft->language,
    .name = draft->name,
    .shop = rules->shop,
    .hours = hours,
    .deposit = deposit,
    .items = items,
    .reasons = draft->is_due ? draft->due.entry.reasons : 0,
    .offer_cancel = offers_cancel || (draft->is_due && draft->due.entry.must_offer_cancel),
    .wait_until = wait_until,
    .today = today,
  };
  draft->text = sedia_message_write (&facts, templates);

  return TRUE;
}

/**
 * sedia_message_draft:
 * @db: a connection
 * @customer_id: to whom
 * @now: as seen when
 * @offers_cancel: offer to cancel, also where nothing demands it
 * @error: return location
 *
 * Writes to a customer what they must be told, or, when that is nothing, how things stand.
 *
 * Returns: (transfer full): the message, and how to send it
 */
SediaMessageDraft *
sedia_message_draft (SediaDb   *db,
                     gint64     customer_id,
                     gint64     now,
                     gboolean   offers_cancel,
                     GError   **error)
{
  g_autoptr (SediaMessageDraft) draft = g_new0 (SediaMessageDraft, 1);
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, customer_id, error);
  g_autofree char *country = sedia_setting_country (db);
  SediaPhoneState state;

  if (customer == NULL ||
      !sedia_due_of (db, customer_id, now, &draft->is_due, &draft->due, error))
    return NULL;

  state = sedia_phone_read (customer->phone, country, &draft->international);
  draft->name = g_strdup (customer->name);
  draft->phone = g_strdup (customer->phone);
  draft->phone_problem = sedia_phone_problem (state);
  draft->email = g_strdup (customer->email);
  draft->channel = customer->channel;
  draft->language = dup_language (customer, country);
  draft->do_not_contact = customer->do_not_contact;

  return write_text (db, draft, country, now, offers_cancel, error) ? g_steal_pointer (&draft)
                                                                    : NULL;
}
