/* A line of an order in a form.
 *
 *   Kopi Gayo 250 g                    [  2 ] pcs
 *   2 pcs ready now, 3 pcs still waiting
 *   (!) “2x” is no quantity ...
 */
#include "config.h"

#include "sedia-order-part-row.h"

#include "sedia-accessible.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-number.h"

#include <glib/gi18n.h>

struct _SediaOrderPartRow
{
  GtkListBoxRow parent_instance;

  gint64 product_id;
  guint position;
  guint decimals;
  gint64 most;

  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *unit;
  GtkEditable *quantity;
  GtkWidget *problem;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (SediaOrderPartRow, sedia_order_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_problem (SediaOrderPartRow *self,
             const char        *problem)
{
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->quantity), "doubtful");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->quantity), "doubtful");
}

static void
quantity_changed_cb (SediaOrderPartRow *self)
{
  set_problem (self, NULL);
}

static gboolean
sedia_order_part_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_ORDER_PART_ROW (widget)->quantity));
}

static void
sedia_order_part_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEDIA_TYPE_ORDER_PART_ROW);

  G_OBJECT_CLASS (sedia_order_part_row_parent_class)->dispose (object);
}

static void
sedia_order_part_row_class_init (SediaOrderPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_order_part_row_dispose;
  widget_class->grab_focus = sedia_order_part_row_grab_focus;
  widget_class->focus = sedia_focus_walk;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sedia/Sedia/ui/rows/order-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, name);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, state);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, unit);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, problem);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, quantity_changed_cb);
}

static void
sedia_order_part_row_init (SediaOrderPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_order_part_row_new:
 * @line: a line
 * @state: how it stands, in words
 * @amount: what to begin with; 0 leaves the field empty
 * @most: how much of it there can be
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
sedia_order_part_row_new (const SediaOrderLine *line,
                          const char           *state,
                          gint64                amount,
                          gint64                most)
{
  SediaOrderPartRow *self = g_object_new (SEDIA_TYPE_ORDER_PART_ROW, NULL);

  self->product_id = line->product_id;
  self->position = line->position;
  self->decimals = line->decimals;
  self->most = most;
  gtk_label_set_text (self->name, line->product);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), line->sku);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->unit, line->unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->product, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state, -1);
  sedia_order_part_row_set_amount (self, amount);

  return GTK_WIDGET (self);
}

/**
 * sedia_order_part_row_get_position: Number of the line in its order.
 */
guint
sedia_order_part_row_get_position (SediaOrderPartRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_PART_ROW (self), 0);

  return self->position;
}

/**
 * sedia_order_part_row_get_product_id: What it is a line of.
 */
gint64
sedia_order_part_row_get_product_id (SediaOrderPartRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_PART_ROW (self), 0);

  return self->product_id;
}

/**
 * sedia_order_part_row_is_full: Whether all there can be of it has been typed or scanned.
 */
gboolean
sedia_order_part_row_is_full (SediaOrderPartRow *self)
{
  gint64 amount;

  g_return_val_if_fail (SEDIA_IS_ORDER_PART_ROW (self), FALSE);

  return sedia_order_part_row_read (self, &amount) && amount >= self->most;
}

/**
 * sedia_order_part_row_get_text: (transfer none) the quantity as it was typed.
 */
const char *
sedia_order_part_row_get_text (SediaOrderPartRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_PART_ROW (self), NULL);

  return gtk_editable_get_text (self->quantity);
}

/**
 * sedia_order_part_row_set_amount:
 * @self: a row
 * @amount: in the product's smallest unit; 0 empties the field
 */
void
sedia_order_part_row_set_amount (SediaOrderPartRow *self,
                                 gint64             amount)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SEDIA_IS_ORDER_PART_ROW (self));

  text = amount != 0 ? sedia_format_quantity (amount, self->decimals) : g_strdup ("");
  gtk_editable_set_text (self->quantity, text);
}

/**
 * sedia_order_part_row_tick: One more of it was scanned.
 */
void
sedia_order_part_row_tick (SediaOrderPartRow *self)
{
  gint64 amount;

  g_return_if_fail (SEDIA_IS_ORDER_PART_ROW (self));

  if (sedia_order_part_row_read (self, &amount))
    sedia_order_part_row_set_amount (self, amount + sedia_quantity_one (self->decimals));
}

/**
 * sedia_order_part_row_read:
 * @self: a row
 * @amount: (out): what was typed, in the product's smallest unit; 0 for nothing
 *
 * Says in the row what is wrong with it.
 *
 * Returns: whether it can be read
 */
gboolean
sedia_order_part_row_read (SediaOrderPartRow *self,
                           gint64            *amount)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SEDIA_IS_ORDER_PART_ROW (self), FALSE);

  *amount = 0;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (self->quantity)));
  if (*typed == '\0')
    return TRUE;

  if (!sedia_number_parse (typed, self->decimals, sedia_number_form_of_locale (), amount, &error))
    {
      set_problem (self, error->message);
      return FALSE;
    }
  if (*amount < 0)
    {
      set_problem (self, _("A quantity is not below zero."));
      return FALSE;
    }

  return TRUE;
}
