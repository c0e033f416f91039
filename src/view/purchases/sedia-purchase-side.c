/* Beside a purchase being typed: see sedia-purchase-side.h. */
#include "config.h"

#include "sedia-purchase-side.h"

#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-part-list.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaPurchaseSide
{
  SediaPane parent_instance;

  SediaFacts *facts;
  GtkLabel *sentence;
  SediaPartList *parts;
};

G_DEFINE_FINAL_TYPE (SediaPurchaseSide, sedia_purchase_side, SEDIA_TYPE_PANE)

/* What the supplier wants at least, and what is missing to it. */
static void
add_least (SediaPurchaseSide          *self,
           const SediaPurchasePreview *preview)
{
  const gint64 least = preview->supplier != NULL ? preview->supplier->least_value : SEDIA_NO_AMOUNT;
  g_autofree char *amount = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *both = NULL;

  if (least == SEDIA_NO_AMOUNT)
    return;

  amount = sedia_format_money (least);
  if (preview->value < least)
    {
      missing = sedia_format_money (least - preview->value);
      /* Translators: two amounts of money */
      both = g_strdup_printf (_("%s, %s missing"), amount, missing);
    }
  sedia_facts_add (self->facts, _("Order at least"), both != NULL ? both : amount);
}

static void
show_facts (SediaPurchaseSide          *self,
            const SediaPurchasePreview *preview)
{
  g_autofree char *value = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *unpriced = NULL;

  sedia_facts_begin (self->facts);
  if (preview != NULL)
    {
      value = sedia_format_money (preview->value);
      sedia_facts_add (self->facts, _("Value"), value);
      if (preview->n_unpriced > 0)
        unpriced = g_strdup_printf (ngettext ("%u line has none", "%u lines have none",
                                              preview->n_unpriced), preview->n_unpriced);
      if (unpriced != NULL)
        sedia_facts_add (self->facts, _("Without a price"), unpriced);
      add_least (self, preview);
      if (preview->supplier != NULL)
        usual = sedia_supplier_history_words (&preview->history);
      if (usual != NULL)
        sedia_facts_add (self->facts, _("Usual time"), usual);
    }
  sedia_facts_end (self->facts);
}

static void
add_line (GPtrArray            *parts,
          const SediaOrderLine *line)
{
  g_autofree char *value = sedia_format_amount_markup (sedia_order_line_waiting (line),
                                                       line->decimals, line->unit);
  g_autofree char *day = NULL;
  g_autofree char *detail = NULL;

  day = line->expected != SEDIA_NO_DAY ? sedia_format_day (line->expected)
                                       : g_strdup (C_("expected", "day unknown"));
  /* Translators: a product, the day on which it comes */
  detail = g_strdup_printf (_("%s, %s"), line->product, day);
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->customer,
                            .value = value,
                            .detail = detail,
                            .icon = "sedia-ready-symbolic",
                            .kind = SEDIA_KIND_LINE,
                            .id = line->id,
                          }));
}

static void
show_waiting (SediaPurchaseSide *self,
              GPtrArray         *waiting)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (waiting != NULL && waiting->len > 0)
    g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                              .is_heading = TRUE,
                              .title = _("Who could have theirs"),
                            }));
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    add_line (parts, g_ptr_array_index (waiting, i));

  sedia_part_list_show (self->parts, parts);
}

static char *
dup_sentence (const SediaPurchasePreview *preview)
{
  const guint n = preview->waiting->len;

  return n > 0 ? g_strdup_printf (ngettext ("%u line that waits would be complete.",
                                            "%u lines that wait would be complete.", n), n)
               : g_strdup (_("No line that waits would be complete with it."));
}

static void
sedia_purchase_side_class_init (SediaPurchaseSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchase-side.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseSide, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseSide, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseSide, parts);
}

static void
sedia_purchase_side_init (SediaPurchaseSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_purchase_side_show:
 * @self: the side of a purchase
 * @preview: (nullable): what it would come to; NULL while nothing is typed
 * @problem: (nullable): why that is not known
 */
void
sedia_purchase_side_show (SediaPurchaseSide          *self,
                          const SediaPurchasePreview *preview,
                          const char                 *problem)
{
  const SediaSupplier *supplier = preview != NULL ? preview->supplier : NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (SEDIA_IS_PURCHASE_SIDE (self));

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = supplier != NULL ? supplier->name
                                                                  : _("New Purchase"),
                                        .subtitle = supplier != NULL ? supplier->phone : NULL,
                                        .note = supplier != NULL ? supplier->note : NULL,
                                      });
  show_facts (self, preview);
  show_waiting (self, preview != NULL ? preview->waiting : NULL);

  if (preview != NULL)
    sentence = dup_sentence (preview);
  else if (problem == NULL)
    sentence = g_strdup (_("Shows here, while you type, what it comes to and whom it helps."));
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : problem);
}
