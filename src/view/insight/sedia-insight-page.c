/* The Insight page: see sedia-insight-page.h. */
#include "config.h"

#include "sedia-insight-page.h"

#include "sedia-charts-window.h"
#include "sedia-empty-state.h"
#include "sedia-grade-pill.h"
#include "sedia-insight-detail.h"
#include "sedia-insight-row.h"
#include "sedia-split.h"
#include "sedia-template.h"
#include "sedia-time.h"
#include "sedia-working.h"

#include <glib/gi18n.h>

struct _SediaInsightPage
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaShopVerdict *verdict;  /* NULL before it was worked out */
  GCancellable *reading;      /* NULL when nothing is being read */
  SediaWorking *working;
  gboolean is_stale;
  gboolean wants_focus;       /* the keyboard goes into the list as soon as there is one */

  GtkWidget *tools;
  GtkStack *states;
  SediaEmptyState *empty;
  SediaSplit *split;
  GtkListBox *list;
  SediaInsightDetail *detail;
};

static const char *const steps[] = { N_("The records are looked through …") };

/* ---- what is shown */

static void
show_state (SediaInsightPage *self,
            const char       *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->tools, g_str_equal (state, "parts"));
}

static void
selected_cb (SediaInsightPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    {
      sedia_insight_detail_show (self->detail, NULL, SEDIA_SHOP_DEMAND);
      return;
    }

  sedia_insight_detail_show (self->detail, self->verdict,
                             (SediaShopPart) sedia_insight_row_get_number (
                               SEDIA_INSIGHT_ROW (row)));
}

static void
activated_cb (SediaInsightPage *self)
{
  sedia_split_set_detail_shown (self->split, TRUE);
}

/* Above the first part of each question stands the question, and what it comes to. */
static void
head_row (GtkListBoxRow *row,
          GtkListBoxRow *before,
          gpointer       data)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (data);
  const SediaShopPart part = (SediaShopPart) sedia_insight_row_get_number (
    SEDIA_INSIGHT_ROW (row));
  const SediaShopQuestion question = sedia_shop_part_question (part);
  const SediaShopPart last = before != NULL ? part - 1 : part;
  GtkWidget *box, *label, *pill;
  SediaGrade answer;

  if (before != NULL && sedia_shop_part_question (last) == question)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  answer = sedia_shop_answer (&self->verdict->numbers, question);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (box, "insight-question");
  label = gtk_label_new (sedia_shop_question_label (question));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "page-title");
  pill = g_object_new (SEDIA_TYPE_GRADE_PILL, NULL);
  sedia_grade_pill_show (SEDIA_GRADE_PILL (pill), answer, sedia_shop_answer_label (answer));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_header (row, box);
}

static GtkWidget *
row_of (const SediaShopVerdict *verdict,
        SediaShopPart           part)
{
  const SediaShopGrade grade = sedia_shop_grade (&verdict->numbers, part);
  g_autofree char *sentence = sedia_shop_part_sentence (&verdict->numbers, part);

  return sedia_insight_row_new (&(SediaInsightText) {
    .number = part,
    .title = sedia_shop_part_label (part),
    .sentence = sentence,
    .note = grade.trend != SEDIA_TREND_UNKNOWN ? sedia_trend_label (grade.trend) : NULL,
    .grade = grade.grade,
  });
}

/* A shop in which nothing happened yet has nothing to be told. */
static gboolean
is_empty (const SediaShopVerdict *verdict)
{
  guint n = 0;

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    n += verdict->numbers.now[i].n + verdict->numbers.before[i].n;

  return n == 0;
}

static void
show_parts (SediaInsightPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const guint selected = row != NULL ? sedia_insight_row_get_number (SEDIA_INSIGHT_ROW (row)) : 0;

  sedia_insight_rows_clear (self->list);
  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    gtk_list_box_append (self->list, row_of (self->verdict, (SediaShopPart) i));
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) selected));
  selected_cb (self);
  show_state (self, "parts");
}

static void
say (SediaInsightPage *self,
     const char       *title,
     const char       *sentence)
{
  sedia_empty_state_set (self->empty, "sedia-insight-symbolic", title, sentence);
  sedia_empty_state_set_button (self->empty, _("Try Again"), "page.refresh");
  show_state (self, "empty");
}

static void
show_empty (SediaInsightPage *self)
{
  sedia_empty_state_set (self->empty, "sedia-insight-symbolic", _("Nothing to Tell Yet"),
                         _("Work with Sedia for some weeks: then it says here how well demand is "
                           "foreseen, and what to do better."));
  sedia_empty_state_set_button (self->empty, NULL, NULL);
  show_state (self, "empty");
}

/* ---- working it out */

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_shop_verdict_read (db, sedia_time_now (), error);
}

static void
stop (SediaInsightPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->working != NULL)
    sedia_working_end (self->working);
  g_clear_object (&self->working);
}

/* One reading under way: it may outlive the page, and the store it was of. */
typedef struct
{
  GWeakRef page;
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->page);
  g_clear_object (&reading->cancellable);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
read_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (SediaInsightPage) self = g_weak_ref_get (&reading->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaShopVerdict) verdict = sedia_store_finish (SEDIA_STORE (store), result, &error);

  if (self == NULL || self->reading != reading->cancellable)
    return; /* another one is under way, or the store has gone */

  stop (self);
  if (verdict == NULL)
    {
      self->is_stale = TRUE;
      say (self, _("This Cannot Be Worked Out"),
           g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED) || error == NULL
             ? _("It was not worked out to the end.")
             : error->message);
      return;
    }

  g_clear_pointer (&self->verdict, sedia_shop_verdict_free);
  self->verdict = g_steal_pointer (&verdict);
  if (is_empty (self->verdict))
    show_empty (self);
  else
    show_parts (self);
  if (self->wants_focus)
    sedia_page_focus_list (SEDIA_PAGE (self));
}

static void
look (SediaInsightPage *self)
{
  Reading *reading;

  if (!self->is_stale || self->store == NULL || self->reading != NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  self->working = g_object_ref (sedia_working_new (GTK_WIDGET (self), _("Looking at the Shop"),
                                                   steps, G_N_ELEMENTS (steps)));
  self->reading = g_object_ref (sedia_working_get_cancellable (self->working));
  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->page, self);
  reading->cancellable = g_object_ref (self->reading);
  sedia_store_read_long_async (self->store, read_job, NULL, NULL,
                               (GDestroyNotify) sedia_shop_verdict_free, self->reading, read_cb,
                               reading);
}

/* Read once more when somebody comes back to the page, not under their eyes. */
static void
changed_cb (SediaInsightPage *self)
{
  self->is_stale = TRUE;
  /* What says that there is nothing should not go on saying it. */
  if (self->verdict != NULL && is_empty (self->verdict))
    look (self);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (widget);

  self->is_stale = TRUE;
  look (self);
}

/* ---- as a page */

static const char *
page_get_title (SediaPage *page)
{
  return C_("page", "Insight");
}

static void
page_set_store (SediaPage          *page,
                SediaStore         *store,
                SediaCountsWatcher *counts)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (page);

  if (self->store == store)
    return;

  stop (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->verdict, sedia_shop_verdict_free);
  sedia_insight_rows_clear (self->list);
  show_state (self, "waiting");
  self->is_stale = store != NULL;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  look (self);
}

static void
page_focus_list (SediaPage *page)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (page);
  const char *state = gtk_stack_get_visible_child_name (self->states);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->wants_focus = g_str_equal (state, "waiting");
  if (g_str_equal (state, "parts") && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sedia_insight_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = page_get_title;
  iface->set_store = page_set_store;
  iface->focus_list = page_focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaInsightPage, sedia_insight_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE,
                                                      sedia_insight_page_page_init))

static void
charts_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (widget);

  if (self->store != NULL)
    sedia_charts_window_open (widget, self->store, SEDIA_KIND_LINE, SEDIA_CHARTS_OF_ALL,
                              _("Charts"));
}

/* ---- the widget */

static void
sedia_insight_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sedia_insight_page_parent_class)->map (widget);
  look (SEDIA_INSIGHT_PAGE (widget));
}

static void
sedia_insight_page_dispose (GObject *object)
{
  SediaInsightPage *self = SEDIA_INSIGHT_PAGE (object);

  stop (self);
  g_clear_object (&self->store);
  if (self->list != NULL)
    sedia_insight_rows_clear (self->list); /* while there is a pane that hears of it */
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_INSIGHT_PAGE);
  g_clear_pointer (&self->verdict, sedia_shop_verdict_free);

  G_OBJECT_CLASS (sedia_insight_page_parent_class)->dispose (object);
}

static void
sedia_insight_page_class_init (SediaInsightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_insight_page_dispose;
  widget_class->map = sedia_insight_page_map;

  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_INSIGHT_DETAIL);
  g_type_ensure (SEDIA_TYPE_SPLIT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/insight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, states);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, split);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, list);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "page.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "page.charts", NULL, charts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "page.refresh", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "page.charts",
                                       NULL);
}

static void
sedia_insight_page_init (SediaInsightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, head_row, self, NULL);
  show_state (self, "waiting");
  selected_cb (self);
}

/**
 * sedia_insight_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_insight_page_new (void)
{
  return g_object_new (SEDIA_TYPE_INSIGHT_PAGE, NULL);
}
