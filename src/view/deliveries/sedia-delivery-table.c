/* The table of deliveries and drafts: newest first until the user asks for another order. */
#include "config.h"

#include "sedia-delivery-table.h"

#include "sedia-column-sorter.h"
#include "sedia-delivery-cells.h"
#include "sedia-delivery-row.h"
#include "sedia-stock-header.h"
#include "sedia-template.h"

#define NUMBER_COLUMN 0   /* columns of numbers in the template */
#define LINES_COLUMN 4

struct _SediaDeliveryTable
{
  SediaStockList parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (SediaDeliveryTable, sedia_delivery_table, SEDIA_TYPE_STOCK_LIST)

static void
sedia_delivery_table_dispose (GObject *object)
{
  sedia_stock_list_unset_view (SEDIA_STOCK_LIST (object));
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_DELIVERY_TABLE);

  G_OBJECT_CLASS (sedia_delivery_table_parent_class)->dispose (object);
}

static void
sedia_delivery_table_class_init (SediaDeliveryTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_table_dispose;

  g_type_ensure (SEDIA_TYPE_COLUMN_SORTER);
  g_type_ensure (SEDIA_TYPE_DELIVERY_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryTable, view);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryTable, selection);
  sedia_delivery_cells_bind (widget_class);
}

static void
sedia_delivery_table_init (SediaDeliveryTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_stock_header_align_end (self->view, NUMBER_COLUMN);
  sedia_stock_header_align_end (self->view, LINES_COLUMN);
  sedia_stock_list_set_view (SEDIA_STOCK_LIST (self), SEDIA_LIST_DELIVERIES, self->view,
                             self->selection);
}
