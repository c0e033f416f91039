/* The table of products: SKU, name, the numbers, the state. */
#include "config.h"

#include "sedia-stock-table.h"

#include "sedia-column-sorter.h"
#include "sedia-format.h"
#include "sedia-stock-header.h"
#include "sedia-stock-parts.h"
#include "sedia-stock-row.h"
#include "sedia-template.h"

#include <string.h>

#define FIRST_NUMBER 2   /* columns of the template: SKU, name, then the numbers, then the state */
#define LAST_NUMBER 5
#define DIM_ALPHA (G_MAXUINT16 / 10 * 7)   /* as the style sheet's dim text */
#define LONGEST_NUMBER 63                  /* bytes; any longer is dimmed from there on */

struct _SediaStockTable
{
  SediaStockList parent_instance;

  GtkColumnView *view;
  GtkColumnViewColumn *name;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (SediaStockTable, sedia_stock_table, SEDIA_TYPE_STOCK_LIST)

/* ---- cells: nothing is shown of a row before its record has come */

static char *
stock_amount (gpointer    item,
              gboolean    is_loading,
              gint64      quantity,
              guint       decimals,
              const char *unit)
{
  return is_loading ? g_strdup ("") : sedia_format_amount (quantity, decimals, unit);
}

/* An inscription of GTK 4.8 never gives back the attributes it has when it goes, nor any that it
 * parsed from markup. So lists of attributes are made once for each length a number can have, and
 * shared: nothing grows.
 */
static PangoAttrList *
dim_from (guint start)
{
  static PangoAttrList *lists[LONGEST_NUMBER + 1];
  const guint index = MIN (start, LONGEST_NUMBER);

  if (lists[index] == NULL)
    {
      PangoAttribute *dim = pango_attr_foreground_alpha_new (DIM_ALPHA);

      dim->start_index = index;
      lists[index] = pango_attr_list_new ();
      pango_attr_list_insert (lists[index], dim);
    }

  return pango_attr_list_ref (lists[index]);
}

static PangoAttrList *
stock_dim_unit (gpointer    item,
                gboolean    is_loading,
                gint64      quantity,
                guint       decimals,
                const char *unit)
{
  g_autofree char *number = is_loading ? NULL : sedia_format_quantity (quantity, decimals);

  return dim_from (number != NULL ? (guint) strlen (number) : 0);
}

static char *
stock_state_label (gpointer item,
                   gboolean is_loading,
                   int      state)
{
  return is_loading ? NULL : g_strdup (sedia_stock_state_label ((SediaStockState) state));
}

static char **
stock_number_classes (gpointer item,
                      gint64   quantity)
{
  const char *const tone = quantity < 0 ? "negative" : quantity == 0 ? "secondary" : NULL;
  const char *const classes[] = { "cell", "numeric", tone, NULL };

  return g_strdupv ((char **) classes);
}

static char **
stock_state_classes (gpointer item,
                     int      state)
{
  const char *const tone = sedia_stock_tone ((SediaStockState) state);
  const char *const classes[] = { "cell", "pill", tone, NULL };

  return g_strdupv ((char **) classes);
}

static char *
stock_state_icon (gpointer item,
                  gboolean is_loading,
                  int      state)
{
  return is_loading ? NULL : g_strdup (sedia_stock_state_icon ((SediaStockState) state));
}

/* ---- the widget */

static void
sedia_stock_table_dispose (GObject *object)
{
  sedia_stock_list_unset_view (SEDIA_STOCK_LIST (object));
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_STOCK_TABLE);

  G_OBJECT_CLASS (sedia_stock_table_parent_class)->dispose (object);
}

static void
sedia_stock_table_class_init (SediaStockTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_stock_table_dispose;

  g_type_ensure (SEDIA_TYPE_COLUMN_SORTER);
  g_type_ensure (SEDIA_TYPE_STOCK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockTable, view);
  gtk_widget_class_bind_template_child (widget_class, SediaStockTable, name);
  gtk_widget_class_bind_template_child (widget_class, SediaStockTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, stock_amount);
  gtk_widget_class_bind_template_callback (widget_class, stock_dim_unit);
  gtk_widget_class_bind_template_callback (widget_class, stock_number_classes);
  gtk_widget_class_bind_template_callback (widget_class, stock_state_label);
  gtk_widget_class_bind_template_callback (widget_class, stock_state_icon);
  gtk_widget_class_bind_template_callback (widget_class, stock_state_classes);
  sedia_format_bind_closures (widget_class);
}

static void
sedia_stock_table_init (SediaStockTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_column_view_sort_by_column (self->view, self->name, GTK_SORT_ASCENDING);
  for (guint i = FIRST_NUMBER; i <= LAST_NUMBER; i++)
    sedia_stock_header_align_end (self->view, i);
  sedia_stock_list_set_view (SEDIA_STOCK_LIST (self), SEDIA_LIST_STOCK, self->view,
                             self->selection);
}
