/* Jobs of telling a customer. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-tell-jobs.h"

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

gpointer
sedia_tell_note_job (SediaDb   *db,
                     gpointer   data,
                     GError   **error)
{
  return sedia_contact_told (db, &((SediaTellNote *) data)->telling, error) ? SEDIA_DONE : NULL;
}
