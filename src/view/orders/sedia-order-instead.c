/* What the order being typed is placed instead of: see sedia-order-instead.h. */
#include "config.h"

#include "sedia-order-instead.h"

#include "sedia-accessible.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaOrderInstead
{
  GtkWidget parent_instance;

  SediaTypedOrder *order; /* the one that is shown, NULL before */
  GArray *line_ids;       /* of the choices; the last one is 0: in addition */
  gboolean is_filling;

  SediaField *field;
  GtkDropDown *choice;
  GtkStringList *choices;
};

G_DEFINE_FINAL_TYPE (SediaOrderInstead, sedia_order_instead, GTK_TYPE_WIDGET)

static void
add_choice (SediaOrderInstead *self,
            gint64             line_id,
            const char        *words)
{
  g_array_append_val (self->line_ids, line_id);
  gtk_string_list_append (self->choices, words);
}

static void
add_line (SediaOrderInstead    *self,
          const SediaOrderLine *line)
{
  g_autofree char *amount = sedia_format_amount (sedia_order_line_open (line), line->decimals,
                                                 line->unit);
  g_autofree char *words = NULL;

  /* Translators: "2 pcs", a product, the number of an order */
  words = g_strdup_printf (_("%s of %s, order %" PRId64), amount, line->product, line->order_id);
  add_choice (self, line->id, words);
}

static gboolean
find_choice (SediaOrderInstead *self,
             gint64             line_id,
             guint             *place)
{
  for (*place = 0; *place < self->line_ids->len; (*place)++)
    if (g_array_index (self->line_ids, gint64, *place) == line_id)
      return TRUE;

  return FALSE;
}

/* What they wait for, and the line that was chosen though it may be ready by now. */
static void
fill (SediaOrderInstead        *self,
      const SediaCustomerCheck *check)
{
  guint place;

  gtk_string_list_splice (self->choices, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->choices)), NULL);
  g_array_set_size (self->line_ids, 0);

  for (guint i = 0; i < check->lines->len; i++)
    {
      const SediaWaiting *waiting = g_ptr_array_index (check->lines, i);

      if (waiting->line != NULL && sedia_order_line_waiting (waiting->line) > 0)
        add_line (self, waiting->line);
    }
  if (check->given_up != NULL && !find_choice (self, check->given_up->id, &place))
    add_line (self, check->given_up);
  add_choice (self, 0, _("Nothing: in addition"));
}

/* A line that is gone is said, and not given up any more. */
static void
select_line (SediaOrderInstead        *self,
             const SediaCustomerCheck *check)
{
  const gint64 line_id = sedia_typed_order_get_instead_of (self->order);
  guint place;

  if (find_choice (self, line_id, &place))
    {
      gtk_drop_down_set_selected (self->choice, place);
      return;
    }

  gtk_drop_down_set_selected (self->choice, self->line_ids->len - 1);
  if (check->instead_of != line_id)
    return; /* chosen since: the next answer has it */

  sedia_field_set_hint (self->field, _("What they gave up is not open any more."));
  sedia_typed_order_set_instead_of (self->order, 0);
}

static void
selected_cb (SediaOrderInstead *self)
{
  const guint place = gtk_drop_down_get_selected (self->choice);

  if (self->is_filling || self->order == NULL || place >= self->line_ids->len)
    return;

  sedia_field_set_hint (self->field, NULL);
  sedia_typed_order_set_instead_of (self->order, g_array_index (self->line_ids, gint64, place));
}

static void
sedia_order_instead_dispose (GObject *object)
{
  SediaOrderInstead *self = SEDIA_ORDER_INSTEAD (object);

  self->is_filling = TRUE; /* what parts from here chooses nothing */
  g_clear_object (&self->order);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_ORDER_INSTEAD);

  G_OBJECT_CLASS (sedia_order_instead_parent_class)->dispose (object);
}

static void
sedia_order_instead_finalize (GObject *object)
{
  g_array_unref (SEDIA_ORDER_INSTEAD (object)->line_ids);

  G_OBJECT_CLASS (sedia_order_instead_parent_class)->finalize (object);
}

static void
sedia_order_instead_class_init (SediaOrderInsteadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_order_instead_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_order_instead_finalize;
  widget_class->focus = sedia_focus_walk;

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-instead.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderInstead, field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderInstead, choice);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderInstead, choices);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
sedia_order_instead_init (SediaOrderInstead *self)
{
  self->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_name_inner (GTK_WIDGET (self->choice), _("Instead of"));
  self->is_filling = FALSE;
}

/**
 * sedia_order_instead_show:
 * @self: the choice of an order's head
 * @order: the order that is typed
 * @check: (nullable): who its customer is and what they have open; NULL while that is not known
 *
 * Shows what can be given up for the order, and what is chosen.
 */
void
sedia_order_instead_show (SediaOrderInstead        *self,
                          SediaTypedOrder          *order,
                          const SediaCustomerCheck *check)
{
  const gboolean is_known = check != NULL && check->lines != NULL &&
                            sedia_typed_order_is_replacement (order);

  g_return_if_fail (SEDIA_IS_ORDER_INSTEAD (self));

  g_set_object (&self->order, order);
  gtk_widget_set_visible (GTK_WIDGET (self), is_known);
  if (!is_known)
    {
      sedia_field_set_hint (self->field, NULL);
      return;
    }

  self->is_filling = TRUE;
  fill (self, check);
  select_line (self, check);
  self->is_filling = FALSE;
}
