/* How a widget does something: runs a command, says in the window's bar what happened, offers Undo.
 *
 *   sedia_act_run -> store (writing thread) -> done: bar + Undo
 *                                           -> needs a yes: dialog -> once more, with anyway
 *                                           -> refused: bar
 *
 * The store says which operation it was just before the answer of the command comes back (the same
 * idle queue), so the last one heard of is the one to undo.
 */
#include "config.h"

#include "sedia-act.h"

#include "sedia-ask.h"
#include "sedia-bar.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  SediaActRun run; /* its strings are the ones below */
  char *kind, *actor, *key, *reason, *show_label, *show_action;

  SediaStore *store;
  GWeakRef widget;
  gulong acted_handler;
  gint64 operation_id; /* 0: nothing was changed, nothing to undo */
  char *subject;
} ActRun;

static ActRun *
act_run_new (GtkWidget         *widget,
             SediaStore        *store,
             const SediaActRun *run)
{
  ActRun *self = g_new0 (ActRun, 1);

  self->run = *run;
  self->run.act.kind = self->kind = g_strdup (run->act.kind);
  self->run.act.actor = self->actor = g_strdup (run->act.actor);
  self->run.act.key = self->key = g_strdup (run->act.key);
  self->run.act.reason = self->reason = g_strdup (run->act.reason);
  self->run.show_label = self->show_label = g_strdup (run->show_label);
  if (run->cancellable != NULL)
    g_object_ref (run->cancellable);
  self->run.show_action = self->show_action = g_strdup (run->show_action);
  self->store = g_object_ref (store);
  g_weak_ref_init (&self->widget, widget);

  return self;
}

static void
act_run_free (ActRun *self)
{
  if (self->run.data_free != NULL)
    self->run.data_free (self->run.data);

  g_clear_signal_handler (&self->acted_handler, self->store);
  g_clear_object (&self->run.cancellable);
  g_clear_object (&self->store);
  g_weak_ref_clear (&self->widget);
  g_free (self->kind);
  g_free (self->actor);
  g_free (self->key);
  g_free (self->reason);
  g_free (self->show_label);
  g_free (self->show_action);
  g_free (self->subject);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActRun, act_run_free)

static void
acted_cb (SediaStore *store,
          gint64      operation_id,
          const char *kind,
          const char *subject,
          ActRun     *self)
{
  if (g_strcmp0 (kind, self->kind) != 0)
    return;

  self->operation_id = operation_id;
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

/* An undo's subject is "kind subject" of what it took back, or "undo kind subject" and so on. */
static const char *
undone_subject (const char *subject,
                gboolean   *is_redone)
{
  *is_redone = FALSE;

  while (g_str_has_prefix (subject, "undo "))
    {
      subject += strlen ("undo ");
      *is_redone = !*is_redone;
    }

  return subject;
}

static char *
undo_sentence (const char *subject)
{
  gboolean is_redone;
  g_auto (GStrv) parts = g_strsplit (undone_subject (subject, &is_redone), " ", 2);
  g_autofree char *what = NULL;

  if (g_strv_length (parts) < 2)
    return g_strdup (is_redone ? _("Done again") : _("Undone"));

  what = sedia_operation_label (parts[0], parts[1]);

  /* Translators: %s is what was undone, such as “hand-over of order 12” */
  return g_strdup_printf (is_redone ? _("Done again – %s") : _("Undone – %s"), what);
}

static const char *
undo_label (ActRun *self)
{
  gboolean is_redone = TRUE;

  if (g_str_equal (self->kind, "undo") && self->subject != NULL)
    undone_subject (self->subject, &is_redone);

  return is_redone ? _("Undo") : _("Redo");
}

static void
say_done (ActRun     *self,
          GtkWidget  *widget,
          const char *text,
          const char *show_action)
{
  SediaBar *bar = sedia_bar_of (widget);

  if (bar == NULL)
    return;

  sedia_bar_say (bar, SEDIA_BAR_DONE, text);

  if (self->operation_id != 0)
    sedia_bar_offer_undo (bar, undo_label (self), self->operation_id);
  if (self->show_label != NULL && show_action != NULL)
    sedia_bar_offer_show (bar, self->show_label, show_action);
}

static void
finish_done (ActRun    *self,
             GtkWidget *widget,
             gpointer   result)
{
  g_autofree char *text = NULL;
  g_autofree char *show_action = NULL;

  if (self->run.dup_show_action != NULL)
    show_action = self->run.dup_show_action (result, self->run.data);

  if (widget != NULL && g_str_equal (self->kind, "undo"))
    text = undo_sentence (self->subject != NULL ? self->subject : "");
  else if (widget != NULL && self->run.done != NULL)
    text = self->run.done (widget, result, self->run.data);

  if (text != NULL)
    say_done (self, widget, text, show_action != NULL ? show_action : self->show_action);

  if (result != SEDIA_DONE && self->run.result_free != NULL)
    self->run.result_free (result);
}

static void
finish_failed (ActRun       *self,
               GtkWidget    *widget,
               const GError *error)
{
  if (widget == NULL)
    return;

  /* Who stopped it knows. */
  if (!g_cancellable_is_cancelled (self->run.cancellable))
    sedia_act_say_error (widget, error);
  if (self->run.failed != NULL)
    self->run.failed (widget, error, self->run.data);
}

static void run_once (ActRun *self);

/* Whoever asked may be gone before the answer: then nothing more is done. */
typedef struct
{
  ActRun *run; /* NULL once it runs again */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->run, act_run_free);
  g_free (asked);
}

static void
answered_cb (GtkWidget *widget,
             gboolean   is_yes,
             gpointer   data)
{
  Asked *asked = data;
  ActRun *self = asked->run;
  g_autoptr (GError) unwanted = NULL;

  if (is_yes)
    {
      asked->run = NULL;
      self->run.act.anyway = TRUE;
      if (self->run.confirmed != NULL)
        self->run.confirmed (self->run.data);
      run_once (self);
      return;
    }

  g_set_error_literal (&unwanted, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Nothing was changed."));
  if (self->run.failed != NULL)
    self->run.failed (widget, unwanted, self->run.data);
}

static void
ask (ActRun       *self,
     GtkWidget    *widget,
     const GError *error)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->run = self;
  sedia_ask (widget, &(SediaQuestion) {
                       .title = _("Go on anyway?"),
                       .text = error->message,
                       .no = _("_Cancel"),
                       .yes = _("_Go On Anyway"),
                       .is_careful = TRUE,
                     }, answered_cb, asked, asked_free);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *answer,
             gpointer      data)
{
  g_autoptr (ActRun) self = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (GError) error = NULL;
  gpointer result;

  g_clear_signal_handler (&self->acted_handler, self->store);
  result = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (error == NULL)
    finish_done (self, widget, result);
  else if (widget != NULL && !self->run.act.anyway &&
           g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM))
    ask (g_steal_pointer (&self), widget, error);
  else
    finish_failed (self, widget, error);
}

static void
run_once (ActRun *self)
{
  self->acted_handler = g_signal_connect (self->store, "acted", G_CALLBACK (acted_cb), self);
  sedia_store_act_async (self->store, &self->run.act, self->run.job, self->run.data, NULL,
                         self->run.result_free, self->run.cancellable, finished_cb, self);
}

/**
 * sedia_act_run:
 * @widget: who asks; its window's bar says what happened
 * @store: where to do it
 * @run: what to do
 *
 * Runs a command in the background, once: nothing is locked meanwhile, because every command looks
 * again at what it changes and a second click changes nothing twice.
 */
void
sedia_act_run (GtkWidget         *widget,
               SediaStore        *store,
               const SediaActRun *run)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SEDIA_IS_STORE (store));
  g_return_if_fail (run != NULL && run->act.kind != NULL && run->job != NULL);

  run_once (act_run_new (widget, store, run));
}

static gpointer
undo_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const gint64 *operation_id = data;

  return sedia_undo (db, *operation_id, error) ? SEDIA_DONE : NULL;
}

/**
 * sedia_act_undo:
 * @widget: who asks
 * @store: where
 * @operation_id: what to take back, 0 for the last that is in force
 */
void
sedia_act_undo (GtkWidget  *widget,
                SediaStore *store,
                gint64      operation_id)
{
  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = "undo" },
                                  .job = undo_job,
                                  .data = g_memdup2 (&operation_id, sizeof operation_id),
                                  .data_free = g_free,
                                });
}

/**
 * sedia_act_say:
 * @widget: who says it
 * @text: a sentence
 *
 * Says something in the bar of the window @widget is in.
 */
void
sedia_act_say (GtkWidget  *widget,
               const char *text)
{
  SediaBar *bar = sedia_bar_of (widget);

  if (bar != NULL)
    sedia_bar_say (bar, SEDIA_BAR_DONE, text);
}

/**
 * sedia_act_say_error:
 * @widget: where it happened
 * @error: what went wrong: its message is a sentence for people
 */
void
sedia_act_say_error (GtkWidget    *widget,
                     const GError *error)
{
  SediaBar *bar = sedia_bar_of (widget);

  g_debug ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);

  if (bar != NULL)
    sedia_bar_say (bar, SEDIA_BAR_PROBLEM, error->message);
}
