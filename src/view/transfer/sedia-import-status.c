/* How an import stands: see sedia-import-status.h.
 *
 * Sentence and progress take turns in a place that is as high as the higher of the two, so that
 * what is below does not move.
 */
#include "config.h"

#include "sedia-import-status.h"

#include "sedia-import-words.h"
#include "sedia-progress.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaImportStatus
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  SediaProgress *progress;
};

G_DEFINE_FINAL_TYPE (SediaImportStatus, sedia_import_status, GTK_TYPE_WIDGET)

/* ---- a sentence */

static void
say (SediaImportStatus *self,
     const char        *sentence,
     gboolean           needs_care)
{
  sedia_import_status_stop (self);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), needs_care);
}

static char *
checked_sentence (SediaImportSession *session)
{
  const SediaImportReport *report = sedia_import_session_get_report (session);
  const guint n_bad = report->problems->len;
  g_autofree char *counts = NULL;

  counts = sedia_import_counts_sentence (report->added, report->changed, report->unchanged);
  if (n_bad > 0)
    return g_strdup_printf (ngettext ("%s – %u thing is wrong, so nothing can be imported yet",
                                      "%s – %u things are wrong, so nothing can be imported yet",
                                      n_bad), counts, n_bad);
  if (report->added + report->changed == 0)
    return g_strdup (_("All of it is here already, just so: there is nothing to import."));
  if (sedia_import_session_get_bad (session) != report)
    return g_strdup_printf (_("%s; the bad rows are left out"), counts);

  return g_steal_pointer (&counts);
}

static void
say_need (SediaImportStatus  *self,
          SediaImportSession *session)
{
  guint file;
  SediaField field;
  const SediaImportNeed need = sedia_import_session_get_need (session, &file, &field);
  SediaImportSheet *sheet = sedia_import_session_get_sheet (session, file);
  g_autofree char *sentence = NULL;

  sentence = sedia_import_need_sentence (need, field,
                                         sheet != NULL
                                           ? sedia_import_sheet_get_columns (sheet)->kind
                                           : SEDIA_IMPORT_ORDERS);
  say (self, sentence, TRUE);
}

static void
say_checked (SediaImportStatus  *self,
             SediaImportSession *session)
{
  g_autofree char *sentence = checked_sentence (session);

  say (self, sentence, sedia_import_session_get_report (session)->problems->len > 0);
}

/* ---- progress */

static void
start (SediaImportStatus *self,
       SediaProgressPoll  poll,
       gpointer           data,
       GDestroyNotify     data_free)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  sedia_progress_start (self->progress, poll, data, data_free);
}

static char *
poll_session (double   *fraction,
              gpointer  session)
{
  SediaImportTask *task = sedia_import_session_get_task (session);

  *fraction = -1;
  return task != NULL ? sedia_import_progress_sentence (task, FALSE, fraction) : g_strdup ("");
}

static char *
poll_task (double   *fraction,
           gpointer  task)
{
  return sedia_import_progress_sentence (task, TRUE, fraction);
}

/* ---- the widget */

static void
sedia_import_status_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_IMPORT_STATUS);

  G_OBJECT_CLASS (sedia_import_status_parent_class)->dispose (object);
}

static void
sedia_import_status_class_init (SediaImportStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_import_status_dispose;

  g_type_ensure (SEDIA_TYPE_PROGRESS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-status.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaImportStatus, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaImportStatus, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaImportStatus, progress);
}

static void
sedia_import_status_init (SediaImportStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_import_status_new:
 *
 * Returns: (transfer floating): of no import yet
 */
GtkWidget *
sedia_import_status_new (void)
{
  return g_object_new (SEDIA_TYPE_IMPORT_STATUS, NULL);
}

/**
 * sedia_import_status_update:
 * @self: the status
 * @session: the import
 *
 * Says how the preparations stand.
 */
void
sedia_import_status_update (SediaImportStatus  *self,
                            SediaImportSession *session)
{
  g_return_if_fail (SEDIA_IS_IMPORT_STATUS (self));
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (session));

  switch (sedia_import_session_get_state (session))
    {
    case SEDIA_IMPORT_LOOKING:
    case SEDIA_IMPORT_DRY_RUN:
      start (self, poll_session, g_object_ref (session), g_object_unref);
      break;

    case SEDIA_IMPORT_INCOMPLETE:
      say_need (self, session);
      break;

    case SEDIA_IMPORT_CHECKED:
      say_checked (self, session);
      break;

    case SEDIA_IMPORT_EMPTY:
    case SEDIA_IMPORT_FAILED:
      say (self, "", FALSE);
      break;
    }
}

/**
 * sedia_import_status_follow: Shows how far the import itself is.
 */
void
sedia_import_status_follow (SediaImportStatus *self,
                            SediaImportTask   *task)
{
  g_return_if_fail (SEDIA_IS_IMPORT_STATUS (self));
  g_return_if_fail (task != NULL);

  start (self, poll_task, sedia_import_task_ref (task), sedia_import_task_unref);
}

/**
 * sedia_import_status_stop: Follows nothing any more.
 */
void
sedia_import_status_stop (SediaImportStatus *self)
{
  g_return_if_fail (SEDIA_IS_IMPORT_STATUS (self));

  sedia_progress_stop (self->progress);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
}
