/* Why customers should wait for a product: see sedia-verdict-window.h. */
#include "config.h"

#include "sedia-verdict-window.h"

#include "sedia-act.h"
#include "sedia-decide-form.h"
#include "sedia-evidence-parts.h"
#include "sedia-grade-pill.h"
#include "sedia-insight-row.h"
#include "sedia-part-list.h"
#include "sedia-reader.h"
#include "sedia-time.h"
#include "sedia-verdict-card.h"

#include <glib/gi18n.h>

struct _SediaVerdictWindow
{
  GtkWindow parent_instance;

  SediaReader *reader;
  GtkWidget *opener; /* a weak pointer: where what is decided is said */

  SediaGradePill *pill;
  GtkLabel *terms;
  GtkLabel *decision;
  GtkLabel *step;
  GtkListBox *reasons;
  GtkLabel *rows_title;
  SediaPartList *rows;
  GtkWidget *follow;
};

G_DEFINE_FINAL_TYPE (SediaVerdictWindow, sedia_verdict_window, GTK_TYPE_WINDOW)

/* ---- reading and showing */

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_verdict_of (db, ((const SediaReaderArgs *) data)->id, sedia_day_today (), error);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE);
}

static void
selected_cb (SediaVerdictWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->reasons);
  const SediaProductVerdict *verdict = self->reader != NULL
                                         ? sedia_reader_get_record (self->reader)
                                         : NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (row == NULL || verdict == NULL)
    return;

  parts = sedia_evidence_parts (
    verdict->evidence[sedia_insight_row_get_number (SEDIA_INSIGHT_ROW (row))]);
  gtk_label_set_label (self->rows_title, parts->len > 0 ? _("What this rests on, the newest first")
                                                        : _("Nothing to show of it."));
  sedia_part_list_show (self->rows, parts);
}

static void
show_reasons (SediaVerdictWindow        *self,
              const SediaProductVerdict *verdict)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->reasons);
  const guint selected = row != NULL ? sedia_insight_row_get_number (SEDIA_INSIGHT_ROW (row)) : 0;

  sedia_insight_rows_clear (self->reasons);
  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    {
      g_autofree char *sentence = sedia_verdict_sentence (&verdict->numbers,
                                                          (SediaVerdictReason) i);

      gtk_list_box_append (self->reasons, sedia_insight_row_new (&(SediaInsightText) {
        .number = i,
        .title = sedia_verdict_reason_label ((SediaVerdictReason) i),
        .sentence = sentence,
        .grade = verdict->verdict.grades[i],
      }));
    }
  gtk_list_box_select_row (self->reasons,
                           gtk_list_box_get_row_at_index (self->reasons, (int) selected));
  selected_cb (self);
}

static char *
dup_terms (const SediaProductVerdict *verdict)
{
  if (verdict->verdict.kind == SEDIA_VERDICT_NOT_ENOUGH_HISTORY)
    return g_strdup (_("Too little is known yet: decide yourself."));

  return sedia_backorder_terms_words (&verdict->verdict.terms, verdict->product->decimals,
                                      verdict->product->unit);
}

static void
show (GtkWidget *widget,
      gint64     id,
      gpointer   record)
{
  SediaVerdictWindow *self = SEDIA_VERDICT_WINDOW (widget);
  const SediaProductVerdict *verdict = record;
  g_autofree char *terms = NULL, *decision = NULL;
  SediaBackorderTerms now;

  if (verdict == NULL)
    return;

  sedia_grade_pill_show (self->pill, sedia_verdict_kind_grade (verdict->verdict.kind),
                         sedia_verdict_kind_label (verdict->verdict.kind));
  terms = dup_terms (verdict);
  gtk_label_set_label (self->terms, terms);
  decision = sedia_verdict_decision_words (verdict);
  gtk_label_set_label (self->decision, decision);
  gtk_label_set_label (self->step, sedia_verdict_step_sentence (verdict->verdict.step));
  sedia_backorder_terms_of (verdict->product, &now);
  gtk_widget_set_sensitive (self->follow,
                            verdict->verdict.kind != SEDIA_VERDICT_NOT_ENOUGH_HISTORY &&
                              !sedia_backorder_terms_equal (&now, &verdict->verdict.terms));
  show_reasons (self, verdict);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) sedia_product_verdict_free,
  .concerns = concerns,
  .show = show,
};

/* ---- deciding */

static gpointer
follow_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_product_follow (db, *(const gint64 *) data, error) ? SEDIA_DONE : NULL;
}

static char *
followed (GtkWidget *widget,
          gpointer   result,
          gpointer   data)
{
  return g_strdup (_("Decided – as the verdict says"));
}

/* Said in the window it was opened from, where it can be undone. */
static void
follow_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaVerdictWindow *self = SEDIA_VERDICT_WINDOW (widget);
  const gint64 id = sedia_reader_get_id (self->reader);

  if (self->opener != NULL)
    sedia_act_run (self->opener, sedia_reader_get_store (self->reader),
                   &(SediaActRun) {
                     .act = { .kind = "product-decide" },
                     .job = follow_job,
                     .data = g_memdup2 (&id, sizeof id),
                     .data_free = g_free,
                     .done = followed,
                   });
  gtk_window_close (GTK_WINDOW (self));
}

static void
decide_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaVerdictWindow *self = SEDIA_VERDICT_WINDOW (widget);
  const SediaProductVerdict *verdict = sedia_reader_get_record (self->reader);

  if (verdict == NULL || self->opener == NULL)
    return;

  sedia_decide_form_open (self->opener, sedia_reader_get_store (self->reader), verdict);
  gtk_window_close (GTK_WINDOW (self));
}

/* What a row speaks of is shown in the window below. */
static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaVerdictWindow *self = SEDIA_VERDICT_WINDOW (widget);

  if (self->opener != NULL)
    gtk_widget_activate_action_variant (self->opener, action, parameter);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the window */

static void
sedia_verdict_window_dispose (GObject *object)
{
  SediaVerdictWindow *self = SEDIA_VERDICT_WINDOW (object);

  g_clear_pointer (&self->reader, sedia_reader_free);
  g_clear_weak_pointer (&self->opener);

  G_OBJECT_CLASS (sedia_verdict_window_parent_class)->dispose (object);
}

static void
sedia_verdict_window_class_init (SediaVerdictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_verdict_window_dispose;

  g_type_ensure (SEDIA_TYPE_GRADE_PILL);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/verdict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, pill);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, terms);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, decision);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, step);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, rows_title);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictWindow, follow);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "verdict.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "verdict.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "win.open", "(ix)", open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_verdict_window_init (SediaVerdictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_verdict_window_open:
 * @opener: where it is opened from; what is decided is said there
 * @store: the records
 * @product_id: a product
 * @name: what it is called
 */
void
sedia_verdict_window_open (GtkWidget  *opener,
                           SediaStore *store,
                           gint64      product_id,
                           const char *name)
{
  SediaVerdictWindow *self = g_object_new (SEDIA_TYPE_VERDICT_WINDOW, "transient-for",
                                           gtk_widget_get_root (opener), "title", name, NULL);

  g_set_weak_pointer (&self->opener, opener);
  self->reader = sedia_reader_new (GTK_WIDGET (self), &reader_funcs);
  sedia_reader_set_store (self->reader, store);
  sedia_reader_set_id (self->reader, product_id);
  gtk_window_present (GTK_WINDOW (self));
}
