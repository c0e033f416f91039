/* Jobs of telling a customer. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-tell-jobs.h"

#include "sedia-link.h"
#include "sedia-time.h"

/**
 * sedia_tell_note_free: Frees what is to be noted.
 */
void
sedia_tell_note_free (SediaTellNote *note)
{
  g_free (note->name);
  g_free (note->text);
  g_free (note);
}

gpointer
sedia_tell_write_job (SediaDb   *db,
                      gpointer   data,
                      GError   **error)
{
  const SediaTellAsk *ask = data;

  return sedia_message_draft (db, ask->customer_id, sedia_time_now (), ask->offers, error);
}

gpointer
sedia_tell_due_job (SediaDb   *db,
                    gpointer   unused,
                    GError   **error)
{
  return sedia_due_list (db, sedia_time_now (), error);
}

/* The first of what they wait for. */
static gboolean
find_waiting (SediaDb        *db,
              SediaTellNote  *note,
              GError        **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  query->of = note->telling.customer_id;
  if (!(ids = sedia_list_spine (db, query, error)) ||
      !(lines = sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                 error)))
    return FALSE;

  for (guint i = 0; i < lines->len && note->line_id == 0; i++)
    {
      const SediaWaiting *waiting = g_ptr_array_index (lines, i);

      if (waiting->line != NULL && sedia_order_line_waiting (waiting->line) > 0)
        note->line_id = waiting->line->id;
    }

  return TRUE;
}

gpointer
sedia_tell_note_job (SediaDb   *db,
                     gpointer   data,
                     GError   **error)
{
  SediaTellNote *note = data;

  note->line_id = 0;
  if (!sedia_contact_told (db, &note->telling, error) ||
      (note->telling.answer == SEDIA_ANSWER_SUBSTITUTE && !find_waiting (db, note, error)))
    return NULL;

  return note->goes_on ? (gpointer) sedia_due_list (db, sedia_time_now (), error) : SEDIA_DONE;
}

/**
 * sedia_tell_dup_link:
 * @draft: to whom
 * @channel: how
 * @subject: of a mail
 * @text: the message
 *
 * Returns: (transfer full) (nullable): what opens the program that sends the message; %NULL when
 *   somebody speaks to them
 */
char *
sedia_tell_dup_link (const SediaMessageDraft *draft,
                     SediaChannel             channel,
                     const char              *subject,
                     const char              *text)
{
  switch (channel)
    {
    case SEDIA_CHANNEL_WHATSAPP:
      return sedia_link_whatsapp (draft->international, text);
    case SEDIA_CHANNEL_SMS:
      return sedia_link_sms (draft->international, text);
    case SEDIA_CHANNEL_EMAIL:
      return sedia_link_mail (draft->email, subject, text);
    case SEDIA_CHANNEL_PHONE:
    case SEDIA_CHANNEL_PERSON:
      break;
    }

  return NULL;
}
