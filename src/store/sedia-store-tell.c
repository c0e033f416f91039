/* What was committed, on its way from the writer's thread to the main one. */
#include "config.h"

#include "sedia-store-private.h"

typedef struct
{
  GWeakRef store;
  SediaChanges *changes;
  gint64 operation_id;
  char *kind;
  char *subject;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_weak_ref_clear (&report->store);
  g_clear_pointer (&report->changes, sedia_changes_unref);
  g_free (report->kind);
  g_free (report->subject);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  g_autoptr (SediaStore) store = g_weak_ref_get (&report->store);

  if (store == NULL)
    return G_SOURCE_REMOVE;

  if (report->changes != NULL)
    g_signal_emit_by_name (store, "changed", report->changes);
  if (report->kind != NULL)
    g_signal_emit_by_name (store, "acted", report->operation_id, report->kind, report->subject);

  return G_SOURCE_REMOVE;
}

/**
 * sedia_store_tell:
 * @store: a store
 * @changes: (transfer full) (nullable): what was touched, when somebody wants to hear it
 * @operation_id: the action, 0 for none
 * @kind: (nullable): what was done; %NULL when it was no action of a person
 * @subject: (nullable): to what
 *
 * Emits the signals of the store on the main thread; called on the writer's.
 */
void
sedia_store_tell (SediaStore   *store,
                  SediaChanges *changes,
                  gint64        operation_id,
                  const char   *kind,
                  const char   *subject)
{
  Report *report = g_new0 (Report, 1);

  g_weak_ref_init (&report->store, store);
  report->changes = changes;
  report->operation_id = operation_id;
  report->kind = g_strdup (kind);
  report->subject = g_strdup (subject);

  /* The priority of a GTask's return: what changed is told before the callback of who changed it.
   */
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, report, report_free);
}
