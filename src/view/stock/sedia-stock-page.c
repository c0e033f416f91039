/* The stock page: products, and beside them everything about one.
 *
 * What is done is done with the row that is selected, as the list shows it: the pane beside may
 * still show the one before. What is scanned is looked up, wherever in the window the keyboard is.
 */
#include "config.h"

#include "sedia-stock-page.h"

#include "sedia-act.h"
#include "sedia-charts-window.h"
#include "sedia-expect-form.h"
#include "sedia-product-archive.h"
#include "sedia-product-form.h"
#include "sedia-products-form.h"
#include "sedia-stock-detail.h"
#include "sedia-stock-form.h"
#include "sedia-stock-table.h"
#include "sedia-verdict-window.h"

#include <glib/gi18n.h>

struct _SediaStockPage
{
  SediaListPage parent_instance;

  GMenuModel *menu;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, products),
    "sedia-stock-symbolic", N_("No Products Yet"),
    N_("Enter what you sell: then deliveries, orders and counts can name it.") },
  { SEDIA_FILTER_WAITING, NC_ ("filter", "Waited for"), "sedia-waiting-symbolic",
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
  { SEDIA_FILTER_ARCHIVED, NC_ ("filter", "Archived"), NULL,
    G_STRUCT_OFFSET (SediaCounts, products_archived), "sedia-stock-symbolic",
    N_("Nothing Is Archived"), N_("Products you no longer sell can be put here.") },
};

static const SediaListTexts texts = {
  .layout_key = "stock-layout",
  .title = NC_ ("page", "Stock"),
  .chips_label = N_("Which products to show"),
  .not_found = N_("No product here has that in its SKU, name or barcode."),
  .primary_label = N_("New Product"),
  .primary_action = "page.new",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

static const struct { const char *action; SediaStockDeed deed; } deeds[] = {
  { "page.sell", SEDIA_STOCK_SELL },
  { "page.asked", SEDIA_STOCK_ASKED },
  { "page.count", SEDIA_STOCK_COUNT },
  { "page.issue", SEDIA_STOCK_ISSUE },
  { "page.put-in", SEDIA_STOCK_PUT_IN },
};

G_DEFINE_FINAL_TYPE (SediaStockPage, sedia_stock_page, SEDIA_TYPE_LIST_PAGE)

/* The one product that is selected, NULL for none, several, or while it is read. */
static const SediaProduct *
selected (SediaStockPage *self)
{
  SediaRow *row = sedia_data_table_get_row (sedia_list_page_get_table (SEDIA_LIST_PAGE (self)));

  return row != NULL ? sedia_row_get_product (row) : NULL;
}

/* ---- entering and changing */

/* The window is asked, for it also empties the search it has above the page. */
static void
saved_cb (GtkWidget *page,
          gint64     product_id)
{
  gtk_widget_activate_action (page, "win.open", "(ix)", (gint32) SEDIA_KIND_PRODUCT, product_id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (widget));

  if (store != NULL)
    g_signal_connect_object (sedia_product_form_open (widget, store, NULL), "saved",
                             G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const gint64 *id = data;

  return sedia_product_read (db, *id, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *answer,
         gpointer      data)
{
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaProduct) product = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (sedia_list_page_get_store (SEDIA_LIST_PAGE (page)) == NULL)
    return;

  if (product != NULL)
    sedia_product_form_open (page, SEDIA_STORE (source), product);
  else
    sedia_act_say_error (page, error);
}

static void
expect_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (widget);
  const SediaProduct *product = selected (self);

  if (product != NULL)
    sedia_expect_form_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)), product->id,
                            product->name);
}

static void
change_field_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);
  g_autoptr (GArray) ids = sedia_data_table_get_selected_ids (sedia_list_page_get_table (page));

  if (ids->len > 1)
    sedia_products_form_open (widget, sedia_list_page_get_store (page), ids);
}

/* The list does not know all of a product: its barcodes are read first. */
static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);
  const gint64 id = sedia_data_table_get_selected (sedia_list_page_get_table (page));

  if (id != 0)
    sedia_store_read_async (sedia_list_page_get_store (page), read_job, g_memdup2 (&id, sizeof id),
                            g_free, (GDestroyNotify) sedia_product_free, NULL, read_cb,
                            g_object_ref (widget));
  else
    change_field_action (widget, action, parameter);
}

static void
archive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (widget);
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (self));
  const SediaProduct *product = selected (self);

  if (product == NULL)
    return;

  if (g_str_equal (action, "page.ask-archive"))
    sedia_product_ask_archive (widget, store, product);
  else
    sedia_product_archive (widget, store, product, g_str_equal (action, "page.archive"));
}

static void
charts_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (widget);
  const SediaProduct *product = selected (self);

  if (product != NULL)
    sedia_charts_window_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                              SEDIA_KIND_PRODUCT, product->id, product->name);
}

static void
verdict_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (widget);
  const SediaProduct *product = selected (self);

  if (product != NULL)
    sedia_verdict_window_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                               product->id, product->name);
}

/* ---- what is done with the stock */

static void
deed_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (widget);
  const SediaProduct *product = selected (self);

  for (guint i = 0; product != NULL && i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].action, action))
      sedia_stock_form_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                             deeds[i].deed, product);
}

/* ---- the widget */

static void
selection_changed (SediaListPage *page,
                   gint64         id)
{
  GtkWidget *widget = GTK_WIDGET (page);
  const guint n = sedia_data_table_get_n_selected (sedia_list_page_get_table (page));
  const gboolean is_archived = sedia_list_page_get_filter (page) == SEDIA_FILTER_ARCHIVED;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (widget, deeds[i].action, id != 0);
  gtk_widget_action_set_enabled (widget, "page.edit", n > 0);
  gtk_widget_action_set_enabled (widget, "page.expect", id != 0);
  gtk_widget_action_set_enabled (widget, "page.charts", id != 0);
  gtk_widget_action_set_enabled (widget, "page.verdict", id != 0);
  gtk_widget_action_set_enabled (widget, "page.archive", id != 0 && !is_archived);
  gtk_widget_action_set_enabled (widget, "page.ask-archive", id != 0 && !is_archived);
  gtk_widget_action_set_enabled (widget, "page.unarchive", id != 0 && is_archived);
  gtk_widget_action_set_enabled (widget, "page.change-field", n > 1);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.expect", NULL, expect_action);
  gtk_widget_class_install_action (widget_class, "page.charts", NULL, charts_action);
  gtk_widget_class_install_action (widget_class, "page.verdict", NULL, verdict_action);
  gtk_widget_class_install_action (widget_class, "page.change-field", NULL, change_field_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.ask-archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.unarchive", NULL, archive_action);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, deed_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "page.expect",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "page.charts",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.ask-archive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "page.sell",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "page.asked",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, GDK_CONTROL_MASK, "page.count",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "page.put-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "page.issue",
                                       NULL);
}

static void
sedia_stock_page_class_init (SediaStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_stock_table;
  page_class->kind = SEDIA_KIND_PRODUCT;
  page_class->selection_changed = selection_changed;

  g_type_ensure (SEDIA_TYPE_STOCK_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, menu);
  install_actions (widget_class);
}

static void
sedia_stock_page_init (SediaStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
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
