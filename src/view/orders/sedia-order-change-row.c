/* An open line of an order in the form that changes it.
 *
 *   Kopi Gayo 250 g
 *   Quantity (pcs)   Need by
 *   [     5 ]        [ 15/12    |v]   [x] First in the queue
 */
#include "config.h"

#include "sedia-order-change-row.h"

#include "sedia-date-entry.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-number.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>

struct _SediaOrderChangeRow
{
  GtkListBoxRow parent_instance;

  guint position;
  guint decimals;
  gint64 ordered;
  int need_by;
  gboolean was_first;

  GtkLabel *name;
  SediaField *quantity_field;
  GtkEditable *quantity;
  SediaField *need_by_field;
  SediaDateEntry *need_by_entry;
  GtkCheckButton *first;
};

G_DEFINE_FINAL_TYPE (SediaOrderChangeRow, sedia_order_change_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
sedia_order_change_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_ORDER_CHANGE_ROW (widget)->quantity));
}

static void
sedia_order_change_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEDIA_TYPE_ORDER_CHANGE_ROW);

  G_OBJECT_CLASS (sedia_order_change_row_parent_class)->dispose (object);
}

static void
activate_default_cb (SediaOrderChangeRow *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
sedia_order_change_row_class_init (SediaOrderChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_order_change_row_dispose;
  widget_class->grab_focus = sedia_order_change_row_grab_focus;
  widget_class->focus = sedia_focus_walk;

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sedia/Sedia/ui/rows/order-change.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, name);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, quantity_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, need_by_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, need_by_entry);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeRow, first);
  gtk_widget_class_bind_template_callback (widget_class, activate_default_cb);
}

static void
sedia_order_change_row_init (SediaOrderChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rows look alike: what is read out says of which product. */
static void
name_fields (SediaOrderChangeRow *self,
             const char          *product)
{
  g_autofree char *quantity = g_strdup_printf (_("Quantity of %s"), product);
  g_autofree char *need_by = g_strdup_printf (_("Need by date of %s"), product);
  g_autofree char *first = g_strdup_printf (_("First in the queue for %s"), product);

  sedia_field_set_accessible_name (self->quantity_field, quantity);
  sedia_field_set_accessible_name (self->need_by_field, need_by);
  g_object_set (self->need_by_entry, "accessible-label", need_by, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  first, -1);
}

/**
 * sedia_order_change_row_new:
 * @line: an open line
 *
 * Returns: (transfer floating): a row that says what the line says
 */
GtkWidget *
sedia_order_change_row_new (const SediaOrderLine *line)
{
  SediaOrderChangeRow *self = g_object_new (SEDIA_TYPE_ORDER_CHANGE_ROW, NULL);
  g_autofree char *amount = sedia_format_quantity (line->ordered, line->decimals);
  g_autofree char *label = g_strdup_printf (_("Quantity (%s)"), line->unit);
  g_autofree char *hint = NULL;

  self->position = line->position;
  self->decimals = line->decimals;
  self->ordered = line->ordered;
  self->need_by = line->need_by;
  self->was_first = line->first;

  gtk_label_set_text (self->name, line->product);
  g_object_set (self->quantity_field, "label", label, NULL);
  name_fields (self, line->product);
  gtk_editable_set_text (self->quantity, amount);
  gtk_check_button_set_active (self->first, line->first);
  if (line->delivered > 0)
    {
      g_autofree char *had = sedia_format_amount (line->delivered, line->decimals, line->unit);

      hint = g_strdup_printf (_("%s handed over already"), had);
      sedia_field_set_hint (self->quantity_field, hint);
    }
  if (line->need_by != SEDIA_NO_DAY)
    {
      g_autofree char *day = sedia_day_format_iso (line->need_by);

      sedia_date_entry_set_text (self->need_by_entry, day);
    }

  return GTK_WIDGET (self);
}

/**
 * sedia_order_change_row_dup_typed: (transfer full) all that can be typed here, as one text.
 */
char *
sedia_order_change_row_dup_typed (SediaOrderChangeRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_CHANGE_ROW (self), NULL);

  return g_strdup_printf ("%s\n%s\n%d\n", gtk_editable_get_text (self->quantity),
                          sedia_date_entry_get_text (self->need_by_entry),
                          gtk_check_button_get_active (self->first));
}

static gboolean
read_quantity (SediaOrderChangeRow *self,
               gint64              *ordered)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->quantity)));

  sedia_field_set_problem (self->quantity_field, NULL);
  if (!sedia_number_parse (typed, self->decimals, sedia_number_form_of_locale (), ordered, &error))
    sedia_field_set_problem (self->quantity_field, error->message);
  else if (*ordered <= 0)
    sedia_field_set_problem (self->quantity_field,
                             _("Not above zero: to give it up, cancel it."));

  return !sedia_field_has_problem (self->quantity_field);
}

static gboolean
read_need_by (SediaOrderChangeRow *self,
              int                 *need_by)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  typed = g_strstrip (g_strdup (sedia_date_entry_get_text (self->need_by_entry)));
  sedia_field_set_problem (self->need_by_field, NULL);
  *need_by = SEDIA_NO_DAY;
  if (*typed == '\0' ||
      sedia_typed_day_read (typed, sedia_day_today (), sedia_typed_day_is_day_first (), need_by,
                            &error))
    return TRUE;

  sedia_field_set_problem (self->need_by_field, error->message);

  return FALSE;
}

/**
 * sedia_order_change_row_read:
 * @self: a row
 * @change: (out): what the line shall be
 *
 * Says at the field what is wrong with it, and moves the keyboard there.
 *
 * Returns: whether everything can be read
 */
gboolean
sedia_order_change_row_read (SediaOrderChangeRow *self,
                             SediaLineChange     *change)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_CHANGE_ROW (self), FALSE);

  *change = (SediaLineChange) { .position = self->position };
  if (!read_quantity (self, &change->ordered))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
      return FALSE;
    }
  if (!read_need_by (self, &change->need_by))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->need_by_entry));
      return FALSE;
    }

  change->is_first = gtk_check_button_get_active (self->first);
  change->changes_ordered = change->ordered != self->ordered;
  change->changes_need_by = change->need_by != self->need_by;
  change->changes_first = change->is_first != self->was_first;

  return TRUE;
}
