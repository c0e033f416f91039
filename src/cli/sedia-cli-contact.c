/* contact due, offers, list, log, write. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

static gint64
seen_at (const SediaCli *cli)
{
  return cli->at != 0 ? cli->at : sedia_time_now ();
}

/* ---- contact due */

/* A customer who must be told, with the lines it is about. */
typedef struct
{
  SediaCustomer *customer;
  const SediaDue *due;
  GPtrArray *lines; /* of SediaOrderLine, each once */
} Entry;

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->customer, sedia_customer_free);
  g_ptr_array_unref (entry->lines);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, entry_free)

static gboolean
has_line (const Entry *entry,
          gint64       line_id)
{
  for (guint i = 0; i < entry->lines->len; i++)
    if (((const SediaOrderLine *) g_ptr_array_index (entry->lines, i))->id == line_id)
      return TRUE;

  return FALSE;
}

static Entry *
entry_read (SediaDb         *db,
            const SediaDue  *due,
            GError         **error)
{
  g_autoptr (Entry) entry = g_new0 (Entry, 1);

  entry->due = due;
  entry->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);
  entry->customer = sedia_customer_read (db, due->customer_id, error);
  if (entry->customer == NULL)
    return NULL;

  for (guint i = 0; i < due->items->len; i++)
    {
      const gint64 line_id = g_array_index (due->items, SediaDueItem, i).line_id;
      SediaOrderLine *line;

      if (line_id == 0 || has_line (entry, line_id))
        continue;
      if (!(line = sedia_order_line_read (db, line_id, error)))
        return NULL;
      g_ptr_array_add (entry->lines, line);
    }

  return g_steal_pointer (&entry);
}

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

static void
write_due_line (SediaCliJson         *json,
                const SediaDue       *due,
                const SediaOrderLine *line)
{
  guint reasons = 0;

  for (guint i = 0; i < due->items->len; i++)
    if (g_array_index (due->items, SediaDueItem, i).line_id == line->id)
      reasons |= 1u << g_array_index (due->items, SediaDueItem, i).reason;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "order", line->order_id);
  sedia_cli_json_integer (json, "line", line->position);
  sedia_cli_json_string (json, "sku", line->sku);
  write_reasons (json, reasons);
  sedia_cli_json_end_object (json);
}

static void
write_due (SediaCliJson   *json,
           gconstpointer   record,
           const SediaCli *cli)
{
  const Entry *entry = record;
  const SediaDueEntry *due = &entry->due->entry;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "customer", entry->customer->name);
  sedia_cli_json_day_of (json, "since", due->since);
  sedia_cli_json_day_of (json, "due", due->due);
  sedia_cli_json_integer (json, "overdue_days", due->overdue_days);
  write_reasons (json, due->reasons);
  sedia_cli_json_boolean (json, "must_offer_cancel", due->must_offer_cancel);
  sedia_cli_json_begin_array (json, "lines");
  for (guint i = 0; i < entry->lines->len; i++)
    write_due_line (json, entry->due, g_ptr_array_index (entry->lines, i));
  sedia_cli_json_end_array (json);
  sedia_cli_json_boolean (json, "late", due->is_late);
  sedia_cli_json_string (json, "channel", sedia_channel_to_string (entry->customer->channel));
  sedia_cli_json_text (json, "phone", entry->customer->phone);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn due_columns[] = {
  { N_("Customer"), FALSE }, { N_("Since"), FALSE },   { N_("Due"), FALSE },
  { N_("Days late"), TRUE }, { N_("Channel"), FALSE }, { N_("Phone"), FALSE },
  { N_("Why"), FALSE },
};

static void
add_due (SediaCliTable  *table,
         gconstpointer   record,
         const SediaCli *cli)
{
  const Entry *entry = record;
  g_autofree char *reasons = sedia_due_reasons_words (entry->due->entry.reasons);

  sedia_cli_table_text (table, entry->customer->name);
  sedia_cli_table_day_of (table, entry->due->entry.since);
  sedia_cli_table_day_of (table, entry->due->entry.due);
  sedia_cli_table_number_of (table, entry->due->entry.overdue_days);
  sedia_cli_table_text (table, sedia_channel_label (entry->customer->channel));
  sedia_cli_table_text (table, entry->customer->phone);
  sedia_cli_table_text (table, reasons);
}

static const SediaCliShape due_shape = { .json = write_due, COLUMNS (due_columns), .row = add_due };

/**
 * sedia_cli_contact_due: contact due
 */
char *
sedia_cli_contact_due (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  g_autoptr (GArray) dues = sedia_due_list (db, seen_at (cli), error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  if (dues == NULL)
    return NULL;

  for (guint i = 0; i < dues->len; i++)
    {
      Entry *entry = entry_read (db, &g_array_index (dues, SediaDue, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return sedia_cli_reply_list (cli, &due_shape, entries);
}

/* ---- contact offers */

static const struct { const char *word, *meaning; } silences[] = {
  [SEDIA_SILENCE_ASKS] = { "ask", N_("ask again") },
  [SEDIA_SILENCE_WAITS] = { "waits", N_("silence counts as “wait”") },
  [SEDIA_SILENCE_CANCELS] = { "cancel", N_("cancel and give the money back") },
};

typedef struct
{
  SediaCustomer *customer;
  SediaOffer offer;
} Offered;

static void
offered_free (Offered *offered)
{
  sedia_customer_free (offered->customer);
  g_free (offered);
}

static void
write_offer (SediaCliJson   *json,
             gconstpointer   record,
             const SediaCli *cli)
{
  const Offered *offered = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "customer", offered->customer->name);
  sedia_cli_json_day_of (json, "offered", offered->offer.at);
  sedia_cli_json_integer (json, "offers", offered->offer.n_offers);
  sedia_cli_json_string (json, "silence", silences[offered->offer.meaning].word);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn offer_columns[] = {
  { N_("Customer"), FALSE }, { N_("Offered"), FALSE }, { N_("Times"), TRUE },
  { N_("Without an answer"), FALSE },
};

static void
add_offer (SediaCliTable  *table,
           gconstpointer   record,
           const SediaCli *cli)
{
  const Offered *offered = record;

  sedia_cli_table_text (table, offered->customer->name);
  sedia_cli_table_time (table, offered->offer.at);
  sedia_cli_table_number_of (table, offered->offer.n_offers);
  sedia_cli_table_text (table, _(silences[offered->offer.meaning].meaning));
}

static const SediaCliShape offer_shape = {
  .json = write_offer, COLUMNS (offer_columns), .row = add_offer
};

/**
 * sedia_cli_contact_offers: contact offers
 */
char *
sedia_cli_contact_offers (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  g_autoptr (GArray) offers = sedia_offer_list (db, seen_at (cli), error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) offered_free);

  if (offers == NULL)
    return NULL;

  for (guint i = 0; i < offers->len; i++)
    {
      const SediaOffer *offer = &g_array_index (offers, SediaOffer, i);
      SediaCustomer *customer = sedia_customer_read (db, offer->customer_id, error);
      Offered *offered;

      if (customer == NULL)
        return NULL;
      offered = g_new (Offered, 1);
      *offered = (Offered) { customer, *offer };
      g_ptr_array_add (all, offered);
    }

  return sedia_cli_reply_list (cli, &offer_shape, all);
}

/* ---- contact list */

static void
write_contact (SediaCliJson   *json,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaContact *contact = record;

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

static const SediaCliColumn contact_columns[] = {
  { N_("When"), FALSE }, { N_("Channel"), FALSE }, { N_("Who"), FALSE }, { N_("Answer"), FALSE },
  { N_("What was said"), FALSE },
};

static void
add_contact (SediaCliTable  *table,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaContact *contact = record;
  SediaAnswer answer = SEDIA_ANSWER_NONE;
  g_autofree char *how = dup_how (contact);

  sedia_answer_from_string (contact->answer, &answer);
  sedia_cli_table_time (table, contact->at);
  sedia_cli_table_text (table, how);
  sedia_cli_table_text (table, contact->actor);
  sedia_cli_table_text (table, answer != SEDIA_ANSWER_NONE ? sedia_answer_label (answer) : "");
  sedia_cli_table_text (table, contact->note);
}

static const SediaCliShape contact_shape = {
  .json = write_contact, COLUMNS (contact_columns), .row = add_contact
};

/**
 * sedia_cli_contact_list: contact list CUSTOMER
 */
char *
sedia_cli_contact_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaCustomer) customer = sedia_cli_read_customer (db, cli, error);
  g_autoptr (GPtrArray) contacts = NULL;

  if (customer == NULL || !(contacts = sedia_contact_list (db, customer->id, 0, error)))
    return NULL;

  return sedia_cli_reply_list (cli, &contact_shape, contacts);
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
  g_autoptr (SediaCustomer) customer = sedia_cli_read_customer (db, cli, error);
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
  g_autoptr (SediaCustomer) customer = sedia_cli_read_customer (db, cli, error);
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
