/* Beside an order being typed: see sedia-order-side.h. */
#include "config.h"

#include "sedia-order-side.h"

#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaOrderSide
{
  SediaPane parent_instance;

  GtkLabel *sentence;
  SediaPartList *parts;
};

G_DEFINE_FINAL_TYPE (SediaOrderSide, sedia_order_side, SEDIA_TYPE_PANE)

static void
add_line (GPtrArray            *parts,
          const SediaOrderLine *line)
{
  const gint64 open = sedia_order_line_open (line);
  g_autofree char *value = sedia_format_amount_markup (open, line->decimals, line->unit);
  g_autofree char *state = sedia_line_state_sentence (line);
  g_autofree char *when = sedia_format_time (line->placed_at);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->product,
                            .value = value,
                            .detail = state,
                            .aside = when,
                            .kind = SEDIA_KIND_LINE,
                            .id = line->id,
                          }));
}

static void
show_lines (SediaOrderSide *self,
            GPtrArray      *lines)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (lines != NULL && lines->len > 0)
    g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                              .is_heading = TRUE,
                              .title = _("Open already"),
                            }));
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SediaWaiting *waiting = g_ptr_array_index (lines, i);

      if (waiting->line != NULL)
        add_line (parts, waiting->line);
    }

  sedia_part_list_show (self->parts, parts);
}

static void
sedia_order_side_class_init (SediaOrderSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-side.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderSide, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderSide, parts);
}

static void
sedia_order_side_init (SediaOrderSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_order_side_show_customer:
 * @self: the side of an order
 * @check: (nullable): who is meant; NULL while that is not known
 */
void
sedia_order_side_show_customer (SediaOrderSide           *self,
                                const SediaCustomerCheck *check)
{
  const SediaCustomer *customer = check != NULL ? check->customer : NULL;
  const gboolean is_new = sedia_customer_check_is_new (check);

  g_return_if_fail (SEDIA_IS_ORDER_SIDE (self));

  if (customer != NULL)
    sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                          .title = customer->name,
                                          .subtitle = customer->phone,
                                          .note = customer->note,
                                        });
  else
    sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                          .title = is_new ? check->typed : _("New Order"),
                                          .note = is_new ? _("A new customer") : NULL,
                                        });

  show_lines (self, check != NULL ? check->lines : NULL);
}

/**
 * sedia_order_side_say: What the order would come to.
 */
void
sedia_order_side_say (SediaOrderSide *self,
                      const char     *sentence)
{
  g_return_if_fail (SEDIA_IS_ORDER_SIDE (self));
  g_return_if_fail (sentence != NULL);

  gtk_label_set_label (self->sentence, sentence);
}
