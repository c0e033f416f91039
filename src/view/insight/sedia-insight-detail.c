/* One part of how the shop does: see sedia-insight-detail.h. */
#include "config.h"

#include "sedia-insight-detail.h"

#include "sedia-evidence-parts.h"
#include "sedia-grade-pill.h"
#include "sedia-part-list.h"

#include <glib/gi18n.h>

struct _SediaInsightDetail
{
  SediaPane parent_instance;

  GtkLabel *sentence;
  GtkLabel *step;
  GtkButton *go;
  GtkLabel *rows_title;
  SediaPartList *rows;
};

G_DEFINE_FINAL_TYPE (SediaInsightDetail, sedia_insight_detail, SEDIA_TYPE_PANE)

/* Where the next step is done: a page by its name, and the button that leads there. */
static const struct { const char *page, *label; } places[] = {
  [SEDIA_SHOP_STEP_NONE] = { NULL, NULL },
  [SEDIA_SHOP_STEP_STOCK] = { "stock", N_("Go to Stock") },
  [SEDIA_SHOP_STEP_SUPPLIERS] = { "suppliers", N_("Go to Suppliers") },
  [SEDIA_SHOP_STEP_WAITING] = { "waiting", N_("Go to Waiting") },
  [SEDIA_SHOP_STEP_CUSTOMERS] = { "customers", N_("Go to Customers") },
  [SEDIA_SHOP_STEP_DELIVERIES] = { "deliveries", N_("Go to Deliveries") },
};

static void
sedia_insight_detail_class_init (SediaInsightDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/insight-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaInsightDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightDetail, step);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightDetail, go);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightDetail, rows_title);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightDetail, rows);
}

static void
sedia_insight_detail_init (SediaInsightDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_step (SediaInsightDetail   *self,
           SediaShopPart         part,
           const SediaShopGrade *grade)
{
  const char *page = places[grade->step].page;

  gtk_label_set_label (self->step, sedia_shop_step_sentence (part, grade));
  gtk_widget_set_visible (GTK_WIDGET (self->go), page != NULL);
  if (page == NULL)
    return;

  gtk_button_set_label (self->go, _(places[grade->step].label));
  /* The target first: without one the action does not fit, and GTK says so. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go), "s", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go), "win.show-page");
}

/**
 * sedia_insight_detail_show:
 * @self: the pane
 * @verdict: (nullable): what was measured of the shop; NULL for nothing
 * @part: which part to show
 */
void
sedia_insight_detail_show (SediaInsightDetail     *self,
                           const SediaShopVerdict *verdict,
                           SediaShopPart           part)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  SediaShopGrade grade;

  g_return_if_fail (SEDIA_IS_INSIGHT_DETAIL (self));

  if (verdict == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  grade = sedia_shop_grade (&verdict->numbers, part);
  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = sedia_shop_part_label (part),
                                        .subtitle = sedia_trend_label (grade.trend),
                                        .state = sedia_grade_label (grade.grade),
                                        .state_icon = sedia_grade_icon (grade.grade),
                                        .tone = sedia_grade_tone (grade.grade),
                                      });
  sentence = sedia_shop_part_sentence (&verdict->numbers, part);
  gtk_label_set_label (self->sentence, sentence);
  show_step (self, part, &grade);

  parts = sedia_evidence_parts (verdict->evidence[part]);
  gtk_label_set_label (self->rows_title, parts->len > 0 ? _("The last 13 weeks, the newest first")
                                                        : _("Nothing to show of it."));
  sedia_part_list_show (self->rows, parts);
}
