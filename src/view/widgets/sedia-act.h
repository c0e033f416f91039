/* How a widget does something: runs a command, says in the window's bar what happened, offers Undo.
 *
 * What a rule forbids is said in the bar as a sentence. What needs a yes (%SEDIA_ERROR_CONFIRM) is
 * asked with a small dialog, and with the yes the same job runs again with `anyway`.
 *
 *   static gpointer
 *   release_job (SediaDb *db, gpointer data, GError **error)      on the writing thread
 *
 *   static char *
 *   released (GtkWidget *page, gpointer result, gpointer data)    on the main thread, committed
 *   {
 *     return g_strdup (_("Released - 2 wait again"));
 *   }
 *
 *   sedia_act_run (GTK_WIDGET (self), store,
 *                  &(SediaActRun) {
 *                    .act = { .kind = "order-release" },
 *                    .job = release_job, .data = part, .data_free = g_free,
 *                    .done = released,
 *                  });
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaActRun:
 * @act: what is done; the strings are copied
 * @job: the command, run on the writing thread; may run twice (see @confirmed)
 * @data: (nullable): for all the functions here
 * @data_free: (nullable): called once, after everything else, on the main thread
 * @result_free: (nullable): for what @job returned
 * @cancellable: (nullable): stops it, with nothing done
 * @confirmed: (nullable): the user said "go on anyway": change @data (an `override`) before the
 *   second run
 * @done: (nullable): what the bar says, (transfer full); NULL says nothing
 * @failed: (nullable): nothing was done (refused, or the question was answered no); the bar has
 *   said why
 * @show_label: (nullable): words of the bar's second button, "Show"
 * @show_action: (nullable): its detailed action name, `app.show-orders(int64 12)`
 * @dup_show_action: (nullable): the same when it depends on the result; (transfer full), NULL for
 *   no button
 *
 * One thing a person does. @done and @failed are not called when the widget is gone by then.
 */
typedef struct
{
  SediaAct act;
  SediaJob job;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  void (*confirmed) (gpointer data);
  char *(*done) (GtkWidget *widget,
                 gpointer   result,
                 gpointer   data);
  void (*failed) (GtkWidget    *widget,
                  const GError *error,
                  gpointer      data);
  const char *show_label;
  const char *show_action;
  char *(*dup_show_action) (gpointer result,
                            gpointer data);
} SediaActRun;

void sedia_act_run (GtkWidget         *widget,
                    SediaStore        *store,
                    const SediaActRun *run);
void sedia_act_undo (GtkWidget  *widget,
                     SediaStore *store,
                     gint64      operation_id);

/* For what is not a command: say something in the bar of the window the widget is in. */
void sedia_act_say (GtkWidget  *widget,
                    const char *text);
void sedia_act_say_error (GtkWidget    *widget,
                          const GError *error);

G_END_DECLS
