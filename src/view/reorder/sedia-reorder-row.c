/* A row of what to order, on the screen: see sedia-reorder-row.h. */
#include "config.h"

#include "sedia-reorder-row.h"

#include "sedia-format.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaReorderRow
{
  GtkWidget parent_instance;

  SediaReorderItem *item; /* NULL for none */
  GBinding *typed;
  GBinding *chosen;

  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *fill;
  GtkWidget *order;

  GtkWidget *product;
  GtkCheckButton *tick;
  GtkLabel *name;
  GtkLabel *numbers;
  GtkEditable *quantity;
  GtkLabel *unit;
  GtkLabel *value;
  GtkLabel *packs;
};

enum
{
  ENTERED,
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaReorderRow, sedia_reorder_row, GTK_TYPE_WIDGET)

/* ---- what it says */

/* "5 free, 12 on its way, 3 waiting" */
static char *
dup_numbers (const SediaReorder *reorder)
{
  const SediaProduct *product = reorder->product;
  const gint64 waiting = product->open - product->reserved;
  GString *text = g_string_new (NULL);
  g_autofree char *free_amount = sedia_format_quantity (product->on_hand - product->reserved,
                                                        product->decimals);
  g_autofree char *incoming = sedia_format_quantity (reorder->suggestion.incoming,
                                                     product->decimals);
  g_autofree char *waits = sedia_format_quantity (waiting, product->decimals);

  /* Translators: a quantity */
  g_string_append_printf (text, C_("reorder", "%s free"), free_amount);
  if (reorder->suggestion.incoming != 0)
    /* Translators: a quantity, after another: "5 free, 12 on its way" */
    g_string_append_printf (text, C_("reorder", ", %s on its way"), incoming);
  if (waiting != 0)
    /* Translators: a quantity, after another: "5 free, 3 waiting" */
    g_string_append_printf (text, C_("reorder", ", %s waiting"), waits);

  return g_string_free (text, FALSE);
}

static char *
dup_packs (const SediaProduct *product,
           gint64              quantity)
{
  const gint64 pack = sedia_reorder_pack (product);

  if (product->pack <= 0 || quantity == 0 || quantity % pack != 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%" PRId64 " pack", "%" PRId64 " packs",
                                    (gulong) (quantity / pack)), quantity / pack);
}

/* An action is named after its target only: without one it would not fit. */
static void
set_action (SediaReorderRow *self,
            GtkWidget       *button,
            const char      *action)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    sedia_reorder_item_get_supplier_id (self->item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_heading (SediaReorderRow *self)
{
  const char *sentence = sedia_reorder_item_get_sentence (self->item);

  gtk_label_set_label (self->title, sedia_reorder_item_get_title (self->item));
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->fill, sedia_reorder_item_is_short (self->item));
  set_action (self, self->fill, "page.fill-up");
  gtk_widget_set_visible (self->order, sedia_reorder_item_can_order (self->item));
  set_action (self, self->order, "page.order-from");
}

/* Those who cannot see it hear what the quantity is of, and what is odd about it. */
static void
say_quantity (SediaReorderRow    *self,
              const SediaProduct *product,
              const char         *numbers)
{
  const char *problem = sedia_reorder_item_get_problem (self->item);
  const gboolean is_wrong = sedia_reorder_item_is_wrong (self->item);
  g_autofree char *quantity = g_strdup_printf (_("Order of %s"), product->name);
  g_autofree char *tick = g_strdup_printf (_("Order %s"), product->name);
  g_autofree char *said = g_strjoin (". ", numbers, problem, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quantity, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, tick,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quantity),
                               problem != NULL ? problem : _("A number, or packs: “2 dus”"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->quantity), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->quantity), "doubtful");
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->quantity), is_wrong ? "error" : "doubtful");
}

static void
show_product (SediaReorderRow    *self,
              const SediaReorder *reorder)
{
  const SediaProduct *product = reorder->product;
  const gint64 quantity = sedia_reorder_item_get_quantity (self->item);
  const gint64 worth = sedia_reorder_value (product, quantity);
  g_autofree char *numbers = dup_numbers (reorder);
  g_autofree char *both = g_strdup_printf ("%s – %s", product->sku, numbers);
  g_autofree char *value = quantity > 0 ? sedia_format_money (worth) : g_strdup ("");
  g_autofree char *packs = dup_packs (product, quantity);

  gtk_label_set_label (self->name, product->name);
  gtk_label_set_label (self->numbers, both);
  gtk_label_set_label (self->unit, product->unit);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->packs, packs);
  gtk_widget_set_visible (GTK_WIDGET (self->packs), *packs != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->tick), product->supplier_id != 0);
  say_quantity (self, product, numbers);
}

static void
show (SediaReorderRow *self)
{
  const SediaReorder *reorder = sedia_reorder_item_get_reorder (self->item);

  gtk_widget_set_visible (self->heading, reorder == NULL);
  gtk_widget_set_visible (self->product, reorder != NULL);
  if (reorder != NULL)
    show_product (self, reorder);
  else
    show_heading (self);
}

/* ---- keys */

/* Before the entry sees it: up, down and Enter go from quantity to quantity. */
static gboolean
quantity_key_cb (SediaReorderRow *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      g_signal_emit (self, signals[STEP], 0, -1);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[STEP], 0, 1);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
quantity_focus_cb (SediaReorderRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* ---- the widget */

static void
sedia_reorder_row_dispose (GObject *object)
{
  sedia_reorder_row_set_item (SEDIA_REORDER_ROW (object), NULL);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_REORDER_ROW);

  G_OBJECT_CLASS (sedia_reorder_row_parent_class)->dispose (object);
}

static void
sedia_reorder_row_class_init (SediaReorderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_reorder_row_dispose;

  signals[ENTERED] = g_signal_new ("entered", SEDIA_TYPE_REORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STEP] = g_signal_new ("step", SEDIA_TYPE_REORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/reorder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, title);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, fill);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, order);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, product);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, tick);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, name);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, numbers);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, unit);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, value);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderRow, packs);
  gtk_widget_class_bind_template_callback (widget_class, quantity_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, quantity_focus_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sedia_reorder_row_init (SediaReorderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_reorder_row_new:
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
sedia_reorder_row_new (void)
{
  return g_object_new (SEDIA_TYPE_REORDER_ROW, NULL);
}

static void
drop_item (SediaReorderRow *self)
{
  g_clear_pointer (&self->typed, g_binding_unbind);
  g_clear_pointer (&self->chosen, g_binding_unbind);
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

/**
 * sedia_reorder_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows from now on
 */
void
sedia_reorder_row_set_item (SediaReorderRow  *self,
                            SediaReorderItem *item)
{
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_return_if_fail (SEDIA_IS_REORDER_ROW (self));

  if (self->item != NULL)
    drop_item (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  if (sedia_reorder_item_get_reorder (item) != NULL)
    {
      self->typed = g_object_bind_property (item, "typed", self->quantity, "text", flags);
      self->chosen = g_object_bind_property (item, "chosen", self->tick, "active", flags);
    }
  g_signal_connect_swapped (item, "notify::revision", G_CALLBACK (show), self);
  show (self);
}

/**
 * sedia_reorder_row_get_item: (transfer none) (nullable) what it shows.
 */
SediaReorderItem *
sedia_reorder_row_get_item (SediaReorderRow *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROW (self), NULL);

  return self->item;
}

/**
 * sedia_reorder_row_has_focus: Whether the keyboard is in its quantity.
 */
gboolean
sedia_reorder_row_has_focus (SediaReorderRow *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROW (self), FALSE);

  return (gtk_widget_get_state_flags (GTK_WIDGET (self->quantity)) &
          GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * sedia_reorder_row_focus_quantity:
 * @self: a row of a product
 * @first: the first letter of the new quantity; 0 for none
 *
 * Puts the keyboard into the quantity, ready to be typed over.
 */
void
sedia_reorder_row_focus_quantity (SediaReorderRow *self,
                                  gunichar         first)
{
  char text[7] = { 0 };

  g_return_if_fail (SEDIA_IS_REORDER_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
  if (first == 0)
    {
      gtk_editable_select_region (self->quantity, 0, -1);
      return;
    }

  g_unichar_to_utf8 (first, text);
  gtk_editable_set_text (self->quantity, text);
  gtk_editable_set_position (self->quantity, -1);
}
