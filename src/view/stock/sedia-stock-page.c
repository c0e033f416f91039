/* The stock page.
 *
 *   ( All ) ( Waiting ) ( Short ) ( Negative )
 *   table                          | detail
 */
#include "config.h"

#include "sedia-stock-page.h"

#include "sedia-chips.h"
#include "sedia-counts-watcher.h"
#include "sedia-empty-state.h"
#include "sedia-split.h"
#include "sedia-stock-detail.h"
#include "sedia-stock-table.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaStockPage
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaCountsWatcher *counts;

  SediaChips *chips;
  SediaSplit *split;
  GtkStack *states;
  SediaStockList *table;
  SediaEmptyState *empty;
  SediaStockDetail *detail;
};

typedef enum
{
  PROP_STORE = 1,
} SediaStockPageProperty;

/* ---- what is listed */

static void
set_empty (SediaStockPage *self)
{
  const SediaQuery *query = sedia_stock_list_get_query (self->table);
  const char *failure = sedia_stock_list_get_failure (self->table);
  const SediaCounts *counts = sedia_counts_watcher_get_counts (self->counts);

  if (failure != NULL)
    sedia_empty_state_set (self->empty, "dialog-error-symbolic", _("The List Cannot Be Read"),
                           failure);
  else if (query->search != NULL && *query->search != '\0')
    sedia_empty_state_set (self->empty, "edit-find-symbolic", _("Nothing Found"),
                           _("No product here has that in its SKU, name or barcode."));
  else if (counts->products == 0)
    sedia_empty_state_set (self->empty, "sedia-stock-symbolic", _("No Products Yet"),
                           _("Import your products from a file, or add them with sediactl."));
  else if (query->filter == SEDIA_FILTER_WAITING)
    sedia_empty_state_set (self->empty, "sedia-ready-symbolic", _("Nobody Waits"),
                           _("Every open order has its stock set aside."));
  else if (query->filter == SEDIA_FILTER_NEGATIVE)
    sedia_empty_state_set (self->empty, "sedia-ready-symbolic", _("Nothing Below Zero"),
                           _("The book has less than nothing of no product."));
  else
    sedia_empty_state_set (self->empty, "sedia-ready-symbolic", _("Nothing Is Short"),
                           _("Every product has free stock and is above its minimum."));
}

static void
update_state (SediaStockPage *self)
{
  if (self->store == NULL || sedia_stock_list_is_loading (self->table))
    return; /* what is there stays until the answer is there */

  if (!sedia_stock_list_is_empty (self->table))
    {
      gtk_stack_set_visible_child_name (self->states, "list");
      return;
    }

  set_empty (self);
  gtk_stack_set_visible_child_name (self->states, "empty");
}

static void
filter_changed_cb (SediaStockPage *self)
{
  sedia_stock_list_set_filter (self->table,
                               (SediaFilter) sedia_chips_get_selected (self->chips));
}

static void
counts_changed_cb (SediaStockPage *self)
{
  const SediaCounts *counts = sedia_counts_watcher_get_counts (self->counts);

  sedia_chips_set_count (self->chips, SEDIA_FILTER_ALL, counts->products);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_WAITING, counts->products_waiting);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_SHORT, counts->products_short);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_NEGATIVE, counts->products_negative);
  update_state (self);
}

/* ---- what is selected */

static void
row_selected_cb (SediaStockPage *self,
                 gint64          product_id)
{
  sedia_stock_detail_set_product (self->detail, product_id);
}

static void
activate_cb (SediaStockPage *self)
{
  sedia_split_set_detail_shown (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* ---- as a page */

static const char *
sedia_stock_page_get_title (SediaPage *page)
{
  return C_("page", "Stock");
}

static void
sedia_stock_page_set_search (SediaPage  *page,
                             const char *search)
{
  sedia_stock_list_set_search (SEDIA_STOCK_PAGE (page)->table, search);
}

static void
sedia_stock_page_focus_list (SediaPage *page)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "list") == 0)
    sedia_stock_list_focus (self->table);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD);
}

static gboolean
sedia_stock_page_open (SediaPage *page,
                       SediaKind  kind,
                       gint64     id)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (page);

  if (kind != SEDIA_KIND_PRODUCT)
    return FALSE;

  sedia_stock_list_set_search (self->table, "");
  sedia_chips_set_selected (self->chips, SEDIA_FILTER_ALL);
  sedia_stock_list_select (self->table, id);
  sedia_split_set_detail_shown (self->split, TRUE);

  return TRUE;
}

static void
sedia_stock_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = sedia_stock_page_get_title;
  iface->set_search = sedia_stock_page_set_search;
  iface->open = sedia_stock_page_open;
  iface->focus_list = sedia_stock_page_focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaStockPage, sedia_stock_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE, sedia_stock_page_page_init))

/* ---- the widget */

static void
set_store (SediaStockPage *self,
           SediaStore     *store)
{
  if (!g_set_object (&self->store, store))
    return;

  g_clear_object (&self->counts);
  if (store != NULL)
    {
      self->counts = sedia_counts_watcher_new (store);
      g_signal_connect_object (self->counts, "changed", G_CALLBACK (counts_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  sedia_stock_detail_set_store (self->detail, store);
  sedia_stock_list_set_store (self->table, store);
}

static void
sedia_stock_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((SediaStockPageProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, SEDIA_STOCK_PAGE (object)->store);
      break;
    }
}

static void
sedia_stock_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((SediaStockPageProperty) prop_id)
    {
    case PROP_STORE:
      set_store (SEDIA_STOCK_PAGE (object), g_value_get_object (value));
      break;
    }
}

static void
sedia_stock_page_dispose (GObject *object)
{
  SediaStockPage *self = SEDIA_STOCK_PAGE (object);

  if (self->table != NULL)
    set_store (self, NULL);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_STOCK_PAGE);

  G_OBJECT_CLASS (sedia_stock_page_parent_class)->dispose (object);
}

static void
sedia_stock_page_class_init (SediaStockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_stock_page_get_property;
  object_class->set_property = sedia_stock_page_set_property;
  object_class->dispose = sedia_stock_page_dispose;
  g_object_class_override_property (object_class, PROP_STORE, "store");

  g_type_ensure (SEDIA_TYPE_CHIPS);
  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_SPLIT);
  g_type_ensure (SEDIA_TYPE_STOCK_DETAIL);
  g_type_ensure (SEDIA_TYPE_STOCK_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, chips);
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, split);
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, states);
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, table);
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SediaStockPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_state);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sedia_stock_page_init (SediaStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_chips_add (self->chips, SEDIA_FILTER_ALL, C_("products", "All"), NULL);
  sedia_chips_add (self->chips, SEDIA_FILTER_WAITING, C_("products", "Waiting"),
                   "sedia-waiting-symbolic");
  sedia_chips_add (self->chips, SEDIA_FILTER_SHORT, C_("products", "Short"),
                   "sedia-short-symbolic");
  sedia_chips_add (self->chips, SEDIA_FILTER_NEGATIVE, C_("products", "Negative"),
                   "sedia-negative-symbolic");
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
