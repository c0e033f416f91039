/* Six toggle buttons of one group: the one that is on is the number whose rows are listed below. */
#include "config.h"

#include "sedia-stock-numbers.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

#define N_COLUMNS 3

typedef struct
{
  GtkWidget *button;
  GtkWidget *value;
} Tile;

struct _SediaStockNumbers
{
  GtkWidget parent_instance;

  Tile tiles[SEDIA_N_STOCK_NUMBERS];
  SediaStockNumber number;
};

typedef enum
{
  PROP_NUMBER = 1,
} SediaStockNumbersProperty;

static GParamSpec *properties[PROP_NUMBER + 1];

static const char *const captions[SEDIA_N_STOCK_NUMBERS] = {
  [SEDIA_STOCK_ON_HAND] = NC_ ("stock", "On hand"),
  [SEDIA_STOCK_RESERVED] = NC_ ("stock", "Reserved"),
  [SEDIA_STOCK_FREE] = NC_ ("stock", "Free"),
  [SEDIA_STOCK_WAITS] = NC_ ("stock", "Waiting"),
  [SEDIA_STOCK_DEMAND] = NC_ ("stock", "Demand"),
  [SEDIA_STOCK_PROJECTED] = NC_ ("stock", "Projected"),
};

G_DEFINE_FINAL_TYPE (SediaStockNumbers, sedia_stock_numbers, GTK_TYPE_WIDGET)

static void
toggled_cb (SediaStockNumbers *self,
            GtkToggleButton   *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < SEDIA_N_STOCK_NUMBERS; i++)
    if (self->tiles[i].button == GTK_WIDGET (button))
      sedia_stock_numbers_set_number (self, (SediaStockNumber) i);
}

static void
add_tile (SediaStockNumbers *self,
          GtkGrid           *grid,
          SediaStockNumber   number)
{
  Tile *tile = &self->tiles[number];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (g_dpgettext2 (NULL, "stock", captions[number]));

  tile->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (tile->value), 1);
  gtk_label_set_ellipsize (GTK_LABEL (tile->value), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tile->value, "numeric");
  gtk_label_set_xalign (GTK_LABEL (caption), 1);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "secondary");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), tile->value);

  tile->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (tile->button), box);
  gtk_widget_set_tooltip_text (tile->button, sedia_stock_number_sentence (number));
  gtk_widget_add_css_class (tile->button, "stock-number");
  if (number > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile->button),
                                 GTK_TOGGLE_BUTTON (self->tiles[0].button));
  g_signal_connect_object (tile->button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, tile->button, number % N_COLUMNS, number / N_COLUMNS, 1, 1);
}

static void
sedia_stock_numbers_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SediaStockNumbers *self = SEDIA_STOCK_NUMBERS (object);

  switch ((SediaStockNumbersProperty) prop_id)
    {
    case PROP_NUMBER:
      g_value_set_int (value, (int) self->number);
      break;
    }
}

static void
sedia_stock_numbers_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SediaStockNumbers *self = SEDIA_STOCK_NUMBERS (object);

  switch ((SediaStockNumbersProperty) prop_id)
    {
    case PROP_NUMBER:
      sedia_stock_numbers_set_number (self, (SediaStockNumber) g_value_get_int (value));
      break;
    }
}

static void
sedia_stock_numbers_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sedia_stock_numbers_parent_class)->dispose (object);
}

static void
sedia_stock_numbers_class_init (SediaStockNumbersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sedia_stock_numbers_get_property;
  object_class->set_property = sedia_stock_numbers_set_property;
  object_class->dispose = sedia_stock_numbers_dispose;

  properties[PROP_NUMBER] = g_param_spec_int ("number", NULL, NULL, 0, SEDIA_N_STOCK_NUMBERS - 1, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sedia_stock_numbers_init (SediaStockNumbers *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));

  for (guint i = 0; i < SEDIA_N_STOCK_NUMBERS; i++)
    add_tile (self, GTK_GRID (grid), (SediaStockNumber) i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tiles[0].button), TRUE);
}

/**
 * sedia_stock_numbers_get_number:
 * @self: the numbers of a product
 *
 * Returns: which is open
 */
SediaStockNumber
sedia_stock_numbers_get_number (SediaStockNumbers *self)
{
  g_return_val_if_fail (SEDIA_IS_STOCK_NUMBERS (self), SEDIA_STOCK_ON_HAND);

  return self->number;
}

/**
 * sedia_stock_numbers_set_number:
 * @self: the numbers of a product
 * @number: which to open
 *
 * Opens a number.
 */
void
sedia_stock_numbers_set_number (SediaStockNumbers *self,
                                SediaStockNumber   number)
{
  g_return_if_fail (SEDIA_IS_STOCK_NUMBERS (self));
  g_return_if_fail (number < SEDIA_N_STOCK_NUMBERS);

  if (self->number == number)
    return;

  self->number = number;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tiles[number].button), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

/**
 * sedia_stock_numbers_show:
 * @self: the numbers of a product
 * @product: the product
 *
 * Shows its numbers.
 */
void
sedia_stock_numbers_show (SediaStockNumbers  *self,
                          const SediaProduct *product)
{
  g_return_if_fail (SEDIA_IS_STOCK_NUMBERS (self));
  g_return_if_fail (product != NULL);

  for (guint i = 0; i < SEDIA_N_STOCK_NUMBERS; i++)
    {
      const Tile *tile = &self->tiles[i];
      gint64 amount = sedia_stock_number_of ((SediaStockNumber) i, product);
      g_autofree char *markup = sedia_format_amount_markup (amount, product->decimals, NULL);
      g_autofree char *plain = sedia_format_amount (amount, product->decimals, product->unit);
      g_autofree char *name = NULL;

      gtk_label_set_markup (GTK_LABEL (tile->value), markup);
      if (amount < 0)
        gtk_widget_add_css_class (tile->value, "negative");
      else
        gtk_widget_remove_css_class (tile->value, "negative");

      name = g_strdup_printf ("%s: %s", g_dpgettext2 (NULL, "stock", captions[i]), plain);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}
