/* The open shop in the window: sidebar, the page in front, the bar.
 *
 *   +---------+----------------------------+
 *   | sidebar | page in front              |
 *   +---------+----------------------------+
 *   | bar                                  |
 *   +--------------------------------------+
 */
#include "config.h"

#include "sedia-shop.h"

#include "sedia-counts-watcher.h"
#include "sedia-customers-page.h"
#include "sedia-deliveries-page.h"
#include "sedia-history-page.h"
#include "sedia-insight-page.h"
#include "sedia-orders-page.h"
#include "sedia-purchases-page.h"
#include "sedia-reorder-page.h"
#include "sedia-scan-router.h"
#include "sedia-scanner-form.h"
#include "sedia-shop-actions.h"
#include "sedia-sidebar.h"
#include "sedia-stock-page.h"
#include "sedia-suppliers-page.h"
#include "sedia-template.h"
#include "sedia-waiting-page.h"
#include "sedia-welcome-page.h"

#include <glib/gi18n.h>

#define FOLD_BELOW 900 /* a narrower window shows the sidebar as icons */
#define WELCOME "welcome"

struct _SediaShop
{
  GtkWidget parent_instance;

  SediaStore *store;
  GSettings *settings; /* NULL when nothing is remembered */
  SediaCountsWatcher *counts;
  GActionGroup *actions;
  SediaScanRouter *scans; /* NULL outside a window */
  guint fold_source;
  const char *before;    /* the page of the sidebar that was in front last */
  gboolean may_welcome;  /* nobody has chosen a page since the shop was opened */

  SediaSidebar *sidebar;
  GtkStack *pages;
  SediaBar *bar;
};

/* In the order of the sidebar. A page is made when it is first shown. */
static const SediaShopPage pages[] = {
  { "waiting", NC_ ("page", "Waiting"), "sedia-waiting-symbolic", SEDIA_KIND_LINE,
    sedia_waiting_page_new },
  { "orders", NC_ ("page", "Orders"), "sedia-order-symbolic", SEDIA_KIND_ORDER,
    sedia_orders_page_new },
  { "deliveries", NC_ ("page", "Deliveries"), "sedia-delivery-symbolic", SEDIA_KIND_DELIVERY,
    sedia_deliveries_page_new },
  { "purchases", NC_ ("page", "Purchases"), "sedia-purchase-symbolic", SEDIA_KIND_PURCHASE,
    sedia_purchases_page_new },
  { "reorder", NC_ ("page", "Reorder"), "sedia-reorder-symbolic", SEDIA_N_KINDS,
    sedia_reorder_page_new },
  { "stock", NC_ ("page", "Stock"), "sedia-stock-symbolic", SEDIA_KIND_PRODUCT,
    sedia_stock_page_new },
  { "customers", NC_ ("page", "Customers"), "sedia-customer-symbolic", SEDIA_KIND_CUSTOMER,
    sedia_customers_page_new },
  { "suppliers", NC_ ("page", "Suppliers"), "sedia-supplier-symbolic", SEDIA_KIND_SUPPLIER,
    sedia_suppliers_page_new },
  { "insight", NC_ ("page", "Insight"), "sedia-insight-symbolic", SEDIA_N_KINDS,
    sedia_insight_page_new },
  { "history", NULL, NULL, SEDIA_KIND_OPERATION, sedia_history_page_new },
  { WELCOME, NULL, NULL, SEDIA_N_KINDS, sedia_welcome_page_new },
};

typedef enum
{
  PROP_PAGE_NAME = 1,
} SediaShopProperty;

static GParamSpec *properties[PROP_PAGE_NAME + 1];

G_DEFINE_FINAL_TYPE (SediaShop, sedia_shop, GTK_TYPE_WIDGET)

/* Pages are made for the shop once it is open, and so behind the window's first frame. */
static void
bring_to_front (SediaShop  *self,
                const char *name)
{
  if (self->store == NULL)
    return;

  self->may_welcome = FALSE;
  sedia_shop_get_page (self, name);
  gtk_stack_set_visible_child_name (self->pages, name);
  sedia_shop_actions_update (self->actions, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shop.back",
                                 !sedia_shop_is_in_sidebar (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_NAME]);
}

static void
page_selected_cb (SediaShop *self)
{
  const char *name = sedia_sidebar_get_selected (self->sidebar);

  if (name == NULL)
    return;

  self->before = g_intern_string (name);
  bring_to_front (self, name);
}

/* From a page that is not in the sidebar, Escape leads back. */
static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaShop *self = SEDIA_SHOP (widget);

  sedia_shop_set_page_name (self, self->before);
  sedia_page_focus_list (sedia_shop_get_page (self, NULL));
}

/* A shop that has nothing in it begins with what the program is for; with the first thing in it,
 * that has been said. */
static void
update_welcome (SediaShop *self)
{
  const gboolean is_empty = sedia_counts_is_empty (sedia_counts_watcher_get_counts (self->counts));
  const gboolean is_shown = g_strcmp0 (sedia_shop_get_page_name (self), WELCOME) == 0;

  if (is_empty && self->may_welcome)
    {
      sedia_shop_set_page_name (self, WELCOME);
      sedia_page_focus_list (sedia_shop_get_page (self, NULL));
    }
  else if (!is_empty && is_shown && self->before != NULL)
    sedia_shop_set_page_name (self, self->before);
  self->may_welcome = FALSE;
}

static void
counts_changed_cb (SediaShop *self)
{
  const SediaCounts *counts = sedia_counts_watcher_get_counts (self->counts);
  g_autofree char *waiting = NULL;
  g_autofree char *order_drafts = NULL;
  g_autofree char *drafts = NULL;
  g_autofree char *unseen = NULL;
  g_autofree char *both = NULL;
  g_autofree char *late = NULL;

  waiting = g_strdup_printf (ngettext ("%u line waits", "%u lines wait", counts->waiting),
                             counts->waiting);
  order_drafts = g_strdup_printf (ngettext ("%u draft", "%u drafts", counts->orders_drafts),
                                  counts->orders_drafts);
  drafts = g_strdup_printf (ngettext ("%u draft", "%u drafts", counts->drafts), counts->drafts);
  unseen = g_strdup_printf (ngettext ("%u restock nobody has looked at",
                                      "%u restocks nobody has looked at", counts->unseen),
                                      counts->unseen);
  both = g_strdup_printf ("%s, %s", drafts, unseen);
  late = g_strdup_printf (ngettext ("%u is late", "%u are late", counts->purchases_late),
                          counts->purchases_late);

  sedia_sidebar_set_badge (self->sidebar, "waiting", counts->waiting, waiting);
  sedia_sidebar_set_badge (self->sidebar, "orders", counts->orders_drafts, order_drafts);
  sedia_sidebar_set_badge (self->sidebar, "deliveries", counts->drafts + counts->unseen,
                           counts->unseen == 0 ? drafts : counts->drafts == 0 ? unseen : both);
  sedia_sidebar_set_badge (self->sidebar, "purchases", counts->purchases_late, late);
  update_welcome (self);
}

static void
sedia_shop_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SediaShop *self = SEDIA_SHOP (object);

  switch ((SediaShopProperty) prop_id)
    {
    case PROP_PAGE_NAME:
      g_value_set_string (value, sedia_shop_get_page_name (self));
      break;
    }
}

static void
sedia_shop_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  SediaShop *self = SEDIA_SHOP (object);

  switch ((SediaShopProperty) prop_id)
    {
    case PROP_PAGE_NAME:
      sedia_shop_set_page_name (self, g_value_get_string (value));
      break;
    }
}

static gboolean
fold_cb (gpointer data)
{
  SediaShop *self = SEDIA_SHOP (data);

  self->fold_source = 0;
  sedia_sidebar_set_folded (self->sidebar, gtk_widget_get_width (GTK_WIDGET (self)) < FOLD_BELOW);

  return G_SOURCE_REMOVE;
}

static void
sedia_shop_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  SediaShop *self = SEDIA_SHOP (widget);

  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);

  /* Not now: labels must not come and go in the middle of a layout. */
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
sedia_shop_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The menu is in the header of the window, not in here. */
static void
sedia_shop_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sedia_shop_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "shop",
                                  SEDIA_SHOP (widget)->actions);
  SEDIA_SHOP (widget)->scans = sedia_scan_router_new (SEDIA_SHOP (widget));
}

static void
sedia_shop_unroot (GtkWidget *widget)
{
  g_clear_object (&SEDIA_SHOP (widget)->scans);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "shop", NULL);
  GTK_WIDGET_CLASS (sedia_shop_parent_class)->unroot (widget);
}

static void
sedia_shop_dispose (GObject *object)
{
  SediaShop *self = SEDIA_SHOP (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->counts);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_SHOP);

  G_OBJECT_CLASS (sedia_shop_parent_class)->dispose (object);
}

static void
sedia_shop_class_init (SediaShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_shop_dispose;
  object_class->get_property = sedia_shop_get_property;
  object_class->set_property = sedia_shop_set_property;
  widget_class->measure = sedia_shop_measure;
  widget_class->root = sedia_shop_root;
  widget_class->unroot = sedia_shop_unroot;
  widget_class->size_allocate = sedia_shop_size_allocate;

  properties[PROP_PAGE_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SEDIA_TYPE_BAR);
  g_type_ensure (SEDIA_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/shop.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaShop, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SediaShop, pages);
  gtk_widget_class_bind_template_child (widget_class, SediaShop, bar);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_install_action (widget_class, "shop.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "shop.back", NULL);
}

static void
sedia_shop_init (SediaShop *self)
{
  self->actions = sedia_shop_actions_new (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_shop_actions_take_files (self);

  for (guint i = 0; i < G_N_ELEMENTS (pages) && pages[i].label != NULL; i++)
    sedia_sidebar_add (self->sidebar, pages[i].name, g_dpgettext2 (NULL, "page", pages[i].label),
                       pages[i].icon);
  sedia_sidebar_set_selected (self->sidebar, "waiting");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shop.back", FALSE);
}

/**
 * sedia_shop_new:
 *
 * Returns: (transfer floating): the pages, without records
 */
GtkWidget *
sedia_shop_new (void)
{
  return g_object_new (SEDIA_TYPE_SHOP, NULL);
}

/**
 * sedia_shop_set_settings:
 * @self: the shop
 * @settings: where it is remembered how the lists look
 */
void
sedia_shop_set_settings (SediaShop *self,
                         GSettings *settings)
{
  g_return_if_fail (SEDIA_IS_SHOP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  sedia_scanner_form_apply (settings);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, pages[i].name);

      if (page != NULL)
        sedia_page_bind_settings (SEDIA_PAGE (page), settings);
    }
  sedia_shop_actions_update (self->actions, self);
}

/**
 * sedia_shop_get_settings: (transfer none) (nullable) where things are remembered.
 */
GSettings *
sedia_shop_get_settings (SediaShop *self)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  return self->settings;
}

/**
 * sedia_shop_set_store:
 * @self: the shop
 * @store: (nullable): its records
 */
void
sedia_shop_set_store (SediaShop  *self,
                      SediaStore *store)
{
  g_return_if_fail (SEDIA_IS_SHOP (self));
  g_return_if_fail (store == NULL || SEDIA_IS_STORE (store));

  g_set_object (&self->store, store);
  g_clear_object (&self->counts);
  if (store != NULL)
    {
      self->counts = sedia_counts_watcher_new (store);
      g_signal_connect_object (self->counts, "changed", G_CALLBACK (counts_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, pages[i].name);

      if (page != NULL)
        sedia_page_set_store (SEDIA_PAGE (page), store, self->counts);
    }
  if (sedia_shop_get_page_name (self) == NULL)
    page_selected_cb (self);
  self->may_welcome = TRUE;
  sedia_shop_actions_update (self->actions, self);
}

/**
 * sedia_shop_get_store: (transfer none) (nullable) its records.
 */
SediaStore *
sedia_shop_get_store (SediaShop *self)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  return self->store;
}

/**
 * sedia_shop_get_bar: (transfer none) the bar at the bottom.
 */
SediaBar *
sedia_shop_get_bar (SediaShop *self)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  return self->bar;
}

/**
 * sedia_shop_set_staying:
 * @self: the shop
 * @staying: whether the program goes on when the window is closed, which the sidebar says
 */
void
sedia_shop_set_staying (SediaShop *self,
                        gboolean   staying)
{
  g_return_if_fail (SEDIA_IS_SHOP (self));

  sedia_sidebar_set_staying (self->sidebar, staying);
}

/**
 * sedia_shop_dup_title: (transfer full) what the task bar says: the page in front, the program, and
 * that nothing here is real, if so.
 */
char *
sedia_shop_dup_title (SediaShop *self)
{
  const char *page;

  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  if (self->store == NULL)
    return g_strdup (_("Sedia"));

  page = sedia_page_get_title (sedia_shop_get_page (self, NULL));
  if (sedia_store_is_sample (self->store))
    /* Translators: title of the window in the task bar: page, program */
    return g_strdup_printf (_("%s – Sedia (sample shop)"), page);

  /* Translators: title of the window in the task bar: page, program */
  return g_strdup_printf (_("%s – Sedia"), page);
}

/**
 * sedia_shop_get_page_name: (transfer none) name of the page in front.
 */
const char *
sedia_shop_get_page_name (SediaShop *self)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * sedia_shop_set_page_name:
 * @self: the shop
 * @name: the page to bring to the front; one that does not exist changes nothing
 */
void
sedia_shop_set_page_name (SediaShop  *self,
                          const char *name)
{
  g_return_if_fail (SEDIA_IS_SHOP (self));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].label == NULL && g_strcmp0 (pages[i].name, name) == 0)
      {
        sedia_sidebar_set_selected (self->sidebar, NULL);
        bring_to_front (self, name);
        return;
      }

  sedia_sidebar_set_selected (self->sidebar, name);
}

/**
 * sedia_shop_is_in_sidebar: Whether the page in front has a place in the sidebar: where the user
 * works, and will want to be again.
 */
gboolean
sedia_shop_is_in_sidebar (SediaShop *self)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), FALSE);

  return sedia_sidebar_get_selected (self->sidebar) != NULL;
}

/**
 * sedia_shop_find_page:
 * @self: the shop
 * @kind: of what
 *
 * Returns: (nullable): name of the page that lists things of that kind
 */
const char *
sedia_shop_find_page (SediaShop *self,
                      SediaKind  kind)
{
  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].kind == kind)
      return pages[i].name;

  return NULL;
}

static GtkWidget *
make_page (SediaShop *self,
           guint      index)
{
  GtkWidget *page = pages[index].make ();

  gtk_stack_add_named (self->pages, page, pages[index].name);
  if (self->settings != NULL)
    sedia_page_bind_settings (SEDIA_PAGE (page), self->settings);
  if (self->store != NULL)
    sedia_page_set_store (SEDIA_PAGE (page), self->store, self->counts);

  return page;
}

/**
 * sedia_shop_get_page:
 * @self: the shop
 * @name: (nullable): which page, NULL for the one in front
 *
 * Returns: (nullable) (transfer none): the page, made if it has not been shown yet
 */
SediaPage *
sedia_shop_get_page (SediaShop  *self,
                     const char *name)
{
  GtkWidget *page;

  g_return_val_if_fail (SEDIA_IS_SHOP (self), NULL);

  page = name != NULL ? gtk_stack_get_child_by_name (self->pages, name)
                      : gtk_stack_get_visible_child (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (pages) && page == NULL; i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      page = make_page (self, i);

  return page != NULL ? SEDIA_PAGE (page) : NULL;
}

/**
 * sedia_shop_get_pages:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the pages there are, in the order of the sidebar
 */
const SediaShopPage *
sedia_shop_get_pages (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (pages);

  return pages;
}
