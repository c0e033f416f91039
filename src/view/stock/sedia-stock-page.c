/* The stock page: products, and beside them everything about one. */
#include "config.h"

#include "sedia-stock-page.h"

#include "sedia-stock-detail.h"
#include "sedia-stock-table.h"

#include <glib/gi18n.h>

struct _SediaStockPage
{
  SediaListPage parent_instance;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, products),
    "sedia-stock-symbolic", N_("No Products Yet"),
    N_("Import your products from a file, or add them with sediactl.") },
  { SEDIA_FILTER_WAITING, NC_ ("filter", "Waiting"), "sedia-waiting-symbolic",
    G_STRUCT_OFFSET (SediaCounts, products_waiting),
    "sedia-ready-symbolic", N_("Nobody Waits"), N_("Every open order has its stock set aside.") },
  { SEDIA_FILTER_SHORT, NC_ ("filter", "Short"), "sedia-short-symbolic",
    G_STRUCT_OFFSET (SediaCounts, products_short),
    "sedia-ready-symbolic", N_("Nothing Is Short"),
    N_("Every product has free stock and is above its minimum.") },
  { SEDIA_FILTER_NEGATIVE, NC_ ("filter", "Negative"), "sedia-negative-symbolic",
    G_STRUCT_OFFSET (SediaCounts, products_negative),
    "sedia-ready-symbolic", N_("Nothing Below Zero"),
    N_("The book has less than nothing of no product.") },
};

static const SediaListTexts texts = {
  .layout_key = "stock-layout",
  .title = NC_ ("page", "Stock"),
  .chips_label = N_("Which products to show"),
  .not_found = N_("No product here has that in its SKU, name or barcode."),
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaStockPage, sedia_stock_page, SEDIA_TYPE_LIST_PAGE)

static void
sedia_stock_page_class_init (SediaStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_stock_table;
  page_class->kind = SEDIA_KIND_PRODUCT;

  g_type_ensure (SEDIA_TYPE_STOCK_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-page.ui");
}

static void
sedia_stock_page_init (SediaStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_stock_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_stock_page_new (void)
{
  return g_object_new (SEDIA_TYPE_STOCK_PAGE, NULL);
}
