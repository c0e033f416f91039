/* contact due, offers, list, log, write. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-table.h"
#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_CONTACTS 1000

static gint64
seen_at (const SediaCli *cli)
{
  return cli->at != 0 ? cli->at : sedia_time_now ();
}

static SediaCustomer *
read_customer (SediaDb         *db,
               const SediaCli  *cli,
               GError         **error)
{
  gint64 id = sedia_cli_find_customer (db, sedia_cli_argument (cli, 0), TRUE, error);

  return id != 0 ? sedia_customer_read (db, id, error) : NULL;
}

/* ---- contact due */

static void
write_reasons (SediaCliJson *json,
               guint         reasons)
{
  sedia_cli_json_begin_array (json, "reasons");
  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (reasons & 1u << i)
      sedia_cli_json_string (json, NULL, sedia_due_reason_to_string ((SediaDueReason) i));
  sedia_cli_json_end_array (json);
}

static gboolean
write_due_line (SediaDb         *db,
                SediaCliJson    *json,
                const SediaDue  *due,
                gint64           line_id,
                GError         **error)
{
  g_autoptr (SediaOrderLine) line = sedia_order_line_read (db, line_id, error);
  guint reasons = 0;

  if (line == NULL)
    return FALSE;

  for (guint i = 0; i < due->items->len; i++)
    if (g_array_index (due->items, SediaDueItem, i).line_id == line_id)
      reasons |= 1u << g_array_index (due->items, SediaDueItem, i).reason;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "order", line->order_id);
  sedia_cli_json_integer (json, "line", line->position);
  sedia_cli_json_string (json, "sku", line->sku);
  write_reasons (json, reasons);
  sedia_cli_json_end_object (json);

  return TRUE;
}

/* Each line once, however many reasons there are. */
static gboolean
write_due_lines (SediaDb         *db,
                 SediaCliJson    *json,
                 const SediaDue  *due,
                 GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  sedia_cli_json_begin_array (json, "lines");
  for (guint i = 0; i < due->items->len; i++)
    {
      SediaDueItem *item = &g_array_index (due->items, SediaDueItem, i);

      if (item->line_id != 0 && g_hash_table_add (seen, &item->line_id) &&
          !write_due_line (db, json, due, item->line_id, error))
        return FALSE;
    }
  sedia_cli_json_end_array (json);

  return TRUE;
}

static char *
dup_reasons (guint reasons)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (reasons & 1u << i)
      g_ptr_array_add (words, (gpointer) sedia_due_reason_label ((SediaDueReason) i));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

static gboolean
write_due (SediaDb              *db,
           SediaCliJson         *json,
           const SediaDue       *listed,
           const SediaCustomer  *customer,
           gint64                now,
           GError              **error)
{
  g_auto (SediaDue) due = { 0 };
  gboolean is_due;

  if (!sedia_due_of (db, listed->customer_id, now, &is_due, &due, error))
    return FALSE;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "customer", customer->name);
  sedia_cli_json_day_of (json, "since", due.entry.since);
  sedia_cli_json_day_of (json, "due", due.entry.due);
  sedia_cli_json_integer (json, "overdue_days", due.entry.overdue_days);
  write_reasons (json, due.entry.reasons);
  sedia_cli_json_boolean (json, "must_offer_cancel", due.entry.must_offer_cancel);
  if (!write_due_lines (db, json, &due, error))
    return FALSE;
  sedia_cli_json_boolean (json, "late", due.entry.is_late);
  sedia_cli_json_string (json, "channel", sedia_channel_to_string (customer->channel));
  sedia_cli_json_text (json, "phone", customer->phone);
  sedia_cli_json_end_object (json);

  return TRUE;
}

static void
add_due (SediaCliTable       *table,
         const SediaDue      *due,
         const SediaCustomer *customer)
{
  g_autofree char *reasons = dup_reasons (due->entry.reasons);

  sedia_cli_table_text (table, customer->name);
  sedia_cli_table_day_of (table, due->entry.since);
  sedia_cli_table_day_of (table, due->entry.due);
  sedia_cli_table_number_of (table, due->entry.overdue_days);
  sedia_cli_table_text (table, sedia_channel_label (customer->channel));
  sedia_cli_table_text (table, customer->phone);
  sedia_cli_table_text (table, reasons);
}

/**
 * sedia_cli_contact_due: contact due
 */
char *
sedia_cli_contact_due (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  static const SediaCliColumn columns[] = {
    { N_("Customer"), FALSE }, { N_("Since"), FALSE }, { N_("Due"), FALSE },
    { N_("Days late"), TRUE }, { N_("Channel"), FALSE }, { N_("Phone"), FALSE },
    { N_("Why"), FALSE },
  };
  g_autoptr (GArray) dues = sedia_due_list (db, seen_at (cli), error);
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));
  SediaCliJson json;

  if (dues == NULL)
    return NULL;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_array (&json, NULL);
  for (guint i = 0; i < dues->len; i++)
    {
      const SediaDue *due = &g_array_index (dues, SediaDue, i);
      g_autoptr (SediaCustomer) customer = sedia_customer_read (db, due->customer_id, error);

      if (customer == NULL || !write_due (db, &json, due, customer, seen_at (cli), error))
        {
          g_string_free (json.text, TRUE);
          return NULL;
        }
      add_due (table, due, customer);
    }
  sedia_cli_json_end_array (&json);

  if (cli->json)
    return sedia_cli_json_finish (&json);

  g_string_free (json.text, TRUE);
  return sedia_cli_table_format (table);
}

/* ---- contact offers */

static const char *
meaning_to_string (SediaSilenceMeaning meaning)
{
  static const char *const words[] = { "ask", "waits", "cancel" };

  return words[meaning];
}

static const char *
meaning_words (SediaSilenceMeaning meaning)
{
  static const char *const words[] = {
    N_("ask again"), N_("silence counts as “wait”"), N_("cancel and give the money back"),
  };

  return _(words[meaning]);
}

static void
write_offer (SediaCliJson        *json,
             const SediaOffer    *offer,
             const SediaCustomer *customer)
{
  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "customer", customer->name);
  sedia_cli_json_day_of (json, "offered", offer->at);
  sedia_cli_json_integer (json, "offers", offer->n_offers);
  sedia_cli_json_string (json, "silence", meaning_to_string (offer->meaning));
  sedia_cli_json_end_object (json);
}

/**
 * sedia_cli_contact_offers: contact offers
 */
char *
sedia_cli_contact_offers (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  static const SediaCliColumn columns[] = {
    { N_("Customer"), FALSE }, { N_("Offered"), FALSE }, { N_("Times"), TRUE },
    { N_("Without an answer"), FALSE },
  };
  g_autoptr (GArray) offers = sedia_offer_list (db, seen_at (cli), error);
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));
  SediaCliJson json;

  if (offers == NULL)
    return NULL;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_array (&json, NULL);
  for (guint i = 0; i < offers->len; i++)
    {
      const SediaOffer *offer = &g_array_index (offers, SediaOffer, i);
      g_autoptr (SediaCustomer) customer = sedia_customer_read (db, offer->customer_id, error);

      if (customer == NULL)
        {
          g_string_free (json.text, TRUE);
          return NULL;
        }
      write_offer (&json, offer, customer);
      sedia_cli_table_text (table, customer->name);
      sedia_cli_table_time (table, offer->at);
      sedia_cli_table_number_of (table, offer->n_offers);
      sedia_cli_table_text (table, meaning_words (offer->meaning));
    }
  sedia_cli_json_end_array (&json);

  if (cli->json)
    return sedia_cli_json_finish (&json);

  g_string_free (json.text, TRUE);
  return sedia_cli_table_format (table);
}

/* ---- contact list */

static void
write_contact (SediaCliJson       *json,
               const SediaContact *contact)
{
  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_time (json, "at", contact->at);
  sedia_cli_json_string (json, "channel", sedia_channel_to_string (contact->channel));
  sedia_cli_json_string (json, "outcome", sedia_outcome_to_string (contact->outcome));
  sedia_cli_json_boolean (json, "offer_cancel", contact->offers_cancel);
  sedia_cli_json_text (json, "answer", contact->answer);
  sedia_cli_json_day (json, "until", contact->until);
  sedia_cli_json_text (json, "text", contact->note);
  sedia_cli_json_string (json, "who", contact->actor);
  sedia_cli_json_boolean (json, "taken_back", contact->is_taken_back);
  sedia_cli_json_end_object (json);
}

/* "Phone call, no answer, taken back" */
static char *
dup_how (const SediaContact *contact)
{
  g_autofree char *how = NULL;

  if (contact->outcome == SEDIA_OUTCOME_NO_ANSWER)
    /* Translators: how somebody tried to reach a customer: "Phone call, no answer" */
    how = g_strdup_printf (_("%s, no answer"), sedia_channel_label (contact->channel));
  else
    how = g_strdup (sedia_channel_label (contact->channel));

  return contact->is_taken_back ? g_strdup_printf (_("%s, taken back"), how)
                                : g_steal_pointer (&how);
}

static void
add_contact (SediaCliTable      *table,
             const SediaContact *contact)
{
  SediaAnswer answer = SEDIA_ANSWER_NONE;
  g_autofree char *how = dup_how (contact);

  sedia_answer_from_string (contact->answer, &answer);
  sedia_cli_table_time (table, contact->at);
  sedia_cli_table_text (table, how);
  sedia_cli_table_text (table, contact->actor);
  sedia_cli_table_text (table, answer != SEDIA_ANSWER_NONE ? sedia_answer_label (answer) : "");
  sedia_cli_table_text (table, contact->note);
}

/**
 * sedia_cli_contact_list: contact list CUSTOMER
 */
char *
sedia_cli_contact_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  static const SediaCliColumn columns[] = {
    { N_("When"), FALSE }, { N_("Channel"), FALSE }, { N_("Who"), FALSE }, { N_("Answer"), FALSE },
    { N_("What was said"), FALSE },
  };
  g_autoptr (SediaCustomer) customer = read_customer (db, cli, error);
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) contacts = NULL;
  SediaCliJson json;

  if (customer == NULL ||
      !(contacts = sedia_contact_list (db, customer->id, MOST_CONTACTS, error)))
    return NULL;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_array (&json, NULL);
  for (guint i = 0; i < contacts->len; i++)
    {
      write_contact (&json, g_ptr_array_index (contacts, i));
      add_contact (table, g_ptr_array_index (contacts, i));
    }
  sedia_cli_json_end_array (&json);

  if (cli->json)
    return sedia_cli_json_finish (&json);

  g_string_free (json.text, TRUE);
  return sedia_cli_table_format (table);
}

/* ---- contact log */

static const char *
outcome_word (const SediaCli *cli)
{
  if (sedia_cli_has (cli, "reached"))
    return "reached";

  return sedia_cli_has (cli, "no-answer") ? "no-answer" : "message";
}

/* wait, wait-until=DATE, cancel, part, substitute */
static gboolean
read_answer (const SediaCli  *cli,
             SediaTelling    *telling,
             GError         **error)
{
  const char *word = sedia_cli_get (cli, "answer");
  const char *equals = word != NULL ? strchr (word, '=') : NULL;
  g_autofree char *name = NULL;

  if (word == NULL)
    return TRUE;

  name = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  if (!sedia_answer_from_string (name, &telling->answer) ||
      telling->answer == SEDIA_ANSWER_NONE ||
      (equals != NULL) != (telling->answer == SEDIA_ANSWER_WAIT_UNTIL))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is no answer; there are: wait, wait-until=DATE, cancel, part, "
                     "substitute."),
                   word);
      return FALSE;
    }

  return equals == NULL || sedia_day_parse (equals + 1, &telling->until, error);
}

static char *
reply_contact (const SediaCli      *cli,
               const SediaCustomer *customer,
               const SediaTelling  *telling)
{
  SediaCliJson json;

  if (!cli->json)
    /* Translators: a customer's name, then how the shop tried to reach the customer. */
    return g_strdup_printf (_("%s: noted (%s).\n"), customer->name,
                            sedia_channel_label (telling->channel));

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "customer", customer->name);
  sedia_cli_json_day (&json, "at", sedia_cli_today (cli));
  sedia_cli_json_string (&json, "channel", sedia_channel_to_string (telling->channel));
  sedia_cli_json_string (&json, "outcome", outcome_word (cli));
  sedia_cli_json_text (&json, "text", telling->text);
  sedia_cli_json_boolean (&json, "offer_cancel", telling->offers_cancel);
  sedia_cli_json_text (&json, "answer", sedia_answer_to_string (telling->answer));
  sedia_cli_json_day (&json, "until", telling->until);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

/**
 * sedia_cli_contact_log: contact log CUSTOMER
 */
char *
sedia_cli_contact_log (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  g_autoptr (SediaCustomer) customer = read_customer (db, cli, error);
  SediaTelling telling = { .until = SEDIA_NO_DAY };

  if (customer == NULL)
    return NULL;

  telling.customer_id = customer->id;
  telling.channel = customer->channel;
  telling.text = sedia_cli_get (cli, "text");
  telling.offers_cancel = sedia_cli_has (cli, "offer-cancel");
  if (sedia_cli_has (cli, "channel"))
    sedia_channel_from_string (sedia_cli_get (cli, "channel"), &telling.channel);
  sedia_outcome_from_string (outcome_word (cli), &telling.outcome);

  if (!read_answer (cli, &telling, error) || !sedia_contact_told (db, &telling, error))
    return NULL;

  return reply_contact (cli, customer, &telling);
}

/* ---- contact write */

/**
 * sedia_cli_contact_write: contact write CUSTOMER
 */
char *
sedia_cli_contact_write (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaCustomer) customer = read_customer (db, cli, error);
  g_autoptr (SediaMessageDraft) draft = NULL;
  SediaCliJson json;

  if (customer == NULL || !(draft = sedia_message_draft (db, customer->id, seen_at (cli),
                                                         sedia_cli_has (cli, "offer-cancel"),
                                                         error)))
    return NULL;
  if (!cli->json)
    return g_strconcat (draft->text, "\n", NULL);

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "customer", draft->name);
  sedia_cli_json_string (&json, "channel", sedia_channel_to_string (draft->channel));
  sedia_cli_json_string (&json, "language", draft->language);
  sedia_cli_json_text (&json, "phone", draft->international);
  sedia_cli_json_text (&json, "email", draft->email);
  write_reasons (&json, draft->is_due ? draft->due.entry.reasons : 0);
  sedia_cli_json_string (&json, "text", draft->text);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}
