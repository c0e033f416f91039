/* Filter chips: a row of pill buttons of which one is on, each with how many it lets through.
 *
 * The buttons are one group, so the arrow keys, the space bar and a screen reader treat them as a
 * choice. When the row does not fit it scrolls; it never asks for more room than one chip.
 */
#include "config.h"

#include "sedia-chips.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

typedef struct
{
  int value;
  char *label;
  GtkWidget *button;
  GtkWidget *count;
} Chip;

struct _SediaChips
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *special;
  GtkWidget *special_label;

  GPtrArray *chips; /* of Chip */
  int selected;
};

typedef enum
{
  PROP_SELECTED = 1,
} SediaChipsProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SPECIAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaChips, sedia_chips, GTK_TYPE_WIDGET)

static void
chip_free (Chip *chip)
{
  g_free (chip->label);
  g_free (chip);
}

static Chip *
find_chip (SediaChips *self,
           int         value)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->value == value)
        return chip;
    }

  return NULL;
}

static void
toggled_cb (GtkToggleButton *button,
            SediaChips      *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->button == GTK_WIDGET (button))
        sedia_chips_set_selected (self, chip->value);
    }
}

static void
special_clicked_cb (SediaChips *self)
{
  g_signal_emit (self, signals[SPECIAL_CLOSED], 0);
}

static void
sedia_chips_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SediaChips *self = SEDIA_CHIPS (object);

  switch ((SediaChipsProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    }
}

static void
sedia_chips_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SediaChips *self = SEDIA_CHIPS (object);

  switch ((SediaChipsProperty) prop_id)
    {
    case PROP_SELECTED:
      sedia_chips_set_selected (self, g_value_get_int (value));
      break;
    }
}

static void
sedia_chips_dispose (GObject *object)
{
  SediaChips *self = SEDIA_CHIPS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (sedia_chips_parent_class)->dispose (object);
}

static void
sedia_chips_class_init (SediaChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_chips_dispose;
  object_class->get_property = sedia_chips_get_property;
  object_class->set_property = sedia_chips_set_property;

  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, G_MININT, G_MAXINT, -1,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SPECIAL_CLOSED] = g_signal_new ("special-closed", SEDIA_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_special (SediaChips *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->special_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), self->special_label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);

  gtk_widget_set_visible (button, FALSE);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "special");
  gtk_widget_set_tooltip_text (button, _("Show all again"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (special_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
sedia_chips_init (SediaChips *self)
{
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) chip_free);
  self->selected = -1;

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->special = make_special (self);
  gtk_box_append (GTK_BOX (self->box), self->special);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * sedia_chips_new:
 *
 * Returns: (transfer floating): a row without chips
 */
GtkWidget *
sedia_chips_new (void)
{
  return g_object_new (SEDIA_TYPE_CHIPS, NULL);
}

static void
name_chip (Chip       *chip,
           const char *count)
{
  g_autofree char *name = NULL;

  /* Translators: a filter and how many rows it shows, read aloud: "Late, 2" */
  name = count != NULL ? g_strdup_printf (_("%s, %s"), chip->label, count) : g_strdup (chip->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * sedia_chips_add:
 * @self: the chips
 * @value: what the chip stands for, a SediaFilter
 * @label: its words
 * @icon_name: (nullable): its icon
 *
 * Adds a chip at the end; the first one added is on.
 */
void
sedia_chips_add (SediaChips *self,
                 int         value,
                 const char *label,
                 const char *icon_name)
{
  GtkWidget *content;
  Chip *first, *chip;

  g_return_if_fail (SEDIA_IS_CHIPS (self));
  g_return_if_fail (label != NULL);

  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  chip = g_new0 (Chip, 1);
  chip->value = value;
  chip->label = g_strdup (label);
  chip->button = gtk_toggle_button_new ();
  chip->count = gtk_label_new (NULL);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_box_append (GTK_BOX (content), chip->count);
  gtk_widget_set_visible (chip->count, FALSE);
  gtk_widget_add_css_class (chip->count, "count");

  gtk_button_set_child (GTK_BUTTON (chip->button), content);
  gtk_widget_add_css_class (chip->button, "chip");
  name_chip (chip, NULL);

  if (self->chips->len > 0)
    {
      first = g_ptr_array_index (self->chips, 0);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip->button),
                                   GTK_TOGGLE_BUTTON (first->button));
    }

  g_ptr_array_add (self->chips, chip);
  gtk_box_append (GTK_BOX (self->box), chip->button);
  g_signal_connect_object (chip->button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_DEFAULT);

  if (self->chips->len == 1)
    sedia_chips_set_selected (self, value);
}

/**
 * sedia_chips_set_count:
 * @self: the chips
 * @value: which chip
 * @count: how many rows it lets through
 */
void
sedia_chips_set_count (SediaChips *self,
                       int         value,
                       guint       count)
{
  g_autofree char *text = NULL;
  Chip *chip;

  g_return_if_fail (SEDIA_IS_CHIPS (self));

  chip = find_chip (self, value);
  if (chip == NULL)
    return;

  text = sedia_format_quantity (count, 0);
  gtk_label_set_label (GTK_LABEL (chip->count), text);
  gtk_widget_set_visible (chip->count, TRUE);
  name_chip (chip, text);
}

/**
 * sedia_chips_set_visible:
 * @self: the chips
 * @value: which chip
 * @is_visible: whether there is such a choice now; when the chip that is on goes, the first is on
 */
void
sedia_chips_set_visible (SediaChips *self,
                         int         value,
                         gboolean    is_visible)
{
  Chip *chip;

  g_return_if_fail (SEDIA_IS_CHIPS (self));

  chip = find_chip (self, value);
  if (chip == NULL)
    return;

  gtk_widget_set_visible (chip->button, is_visible);
  if (!is_visible && self->selected == value)
    sedia_chips_set_selected (self, ((Chip *) g_ptr_array_index (self->chips, 0))->value);
}

/**
 * sedia_chips_get_selected: The value of the chip that is on, -1 for none.
 */
int
sedia_chips_get_selected (SediaChips *self)
{
  g_return_val_if_fail (SEDIA_IS_CHIPS (self), -1);

  return self->selected;
}

/**
 * sedia_chips_set_selected:
 * @self: the chips
 * @value: which chip shall be on; a value no chip has turns all off
 */
void
sedia_chips_set_selected (SediaChips *self,
                          int         value)
{
  Chip *before, *chip;

  g_return_if_fail (SEDIA_IS_CHIPS (self));

  if (self->selected == value)
    return;

  before = find_chip (self, self->selected);
  chip = find_chip (self, value);
  self->selected = value;

  if (chip != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), TRUE);
  else if (before != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (before->button), FALSE);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * sedia_chips_set_special:
 * @self: the chips
 * @label: (nullable): words of the removable chip in front, NULL takes it away
 */
void
sedia_chips_set_special (SediaChips *self,
                         const char *label)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_CHIPS (self));

  gtk_widget_set_visible (self->special, label != NULL);
  if (label == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->special_label), label);
  /* Translators: read aloud: what the list is limited to, and what a click on it does */
  name = g_strdup_printf (_("%s. Show all again"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->special), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
