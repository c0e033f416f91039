/* Why so much of a product is to be ordered: see sedia-reorder-detail.h. */
#include "config.h"

#include "sedia-reorder-detail.h"

#include "sedia-accessible.h"
#include "sedia-facts.h"
#include "sedia-format.h"

#include <glib/gi18n.h>

struct _SediaReorderDetail
{
  SediaPane parent_instance;

  GtkWidget *give_supplier;
  SediaFacts *facts;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkLabel *why;
  GtkLabel *basis;
};

G_DEFINE_FINAL_TYPE (SediaReorderDetail, sedia_reorder_detail, SEDIA_TYPE_PANE)

static void
add_amount (SediaReorderDetail *self,
            const char         *label,
            const SediaProduct *product,
            gint64              amount)
{
  g_autofree char *text = NULL;

  if (amount == SEDIA_NO_AMOUNT)
    return;

  text = sedia_format_amount (amount, product->decimals, product->unit);
  sedia_facts_add (self->facts, label, text);
}

static void
show_facts (SediaReorderDetail *self,
            const SediaReorder *reorder)
{
  const SediaProduct *product = reorder->product;
  g_autofree char *cost = sedia_format_money (product->cost);
  g_autofree char *pack = NULL;

  if (product->pack > 0)
    pack = sedia_format_amount (sedia_reorder_pack (product), product->decimals, product->unit);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Supplier"), product->supplier);
  add_amount (self, C_("stock", "On hand"), product, product->on_hand);
  add_amount (self, C_("stock", "Free"), product, product->on_hand - product->reserved);
  add_amount (self, _("On its way"), product, reorder->suggestion.incoming);
  add_amount (self, C_("reorder", "Waiting"), product, product->open - product->reserved);
  sedia_facts_add (self->facts, _("Pack"), pack);
  add_amount (self, _("Least order"), product, product->moq);
  sedia_facts_add (self->facts, _("Cost"), cost);
  sedia_facts_end (self->facts);
}

static void
sedia_reorder_detail_class_init (SediaReorderDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SEDIA_TYPE_FACTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/reorder-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, give_supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, problem_box);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, problem);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, why);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderDetail, basis);
}

static void
sedia_reorder_detail_init (SediaReorderDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_reorder_detail_show:
 * @self: the pane
 * @item: (nullable): a row of a product; NULL for nothing
 */
void
sedia_reorder_detail_show (SediaReorderDetail *self,
                           SediaReorderItem   *item)
{
  const SediaReorder *reorder = item != NULL ? sedia_reorder_item_get_reorder (item) : NULL;
  g_autofree char *why = NULL;
  g_autofree char *basis = NULL;
  const char *problem;

  g_return_if_fail (SEDIA_IS_REORDER_DETAIL (self));

  if (reorder == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) { .title = reorder->product->name,
                                                         .subtitle = reorder->product->sku });
  gtk_widget_set_visible (self->give_supplier, reorder->product->supplier_id == 0);
  show_facts (self, reorder);
  problem = sedia_reorder_item_get_problem (item);
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  why = sedia_reorder_sentence (reorder->product, &reorder->suggestion);
  gtk_label_set_label (self->why, why);
  basis = sedia_reorder_basis_sentence (reorder->product, &reorder->suggestion);
  gtk_label_set_label (self->basis, basis);
}
