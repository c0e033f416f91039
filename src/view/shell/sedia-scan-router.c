/* Where a scan goes while a list is in front. */
#include "config.h"

#include "sedia-scan-router.h"

#include "sedia-list-page.h"
#include "sedia-scanner.h"
#include "sedia-stock-scan.h"

struct _SediaScanRouter
{
  GObject parent_instance;

  SediaShop *shop; /* not owned: it owns the router */
  SediaScanner *scanner;
  SediaPage *page; /* in front, watched */
  gulong page_handler;
};

G_DEFINE_FINAL_TYPE (SediaScanRouter, sedia_scan_router, G_TYPE_OBJECT)

static void
update (SediaScanRouter *self)
{
  const gboolean is_list = self->page != NULL && SEDIA_IS_LIST_PAGE (self->page) &&
                           !sedia_list_page_is_editing (SEDIA_LIST_PAGE (self->page));

  sedia_scanner_set_listens (self->scanner,
                             is_list && gtk_widget_get_mapped (GTK_WIDGET (self->shop)));
}

static void
watch_page (SediaScanRouter *self,
            SediaPage       *page)
{
  if (self->page != NULL)
    g_clear_signal_handler (&self->page_handler, self->page);
  g_set_object (&self->page, page);
  if (page != NULL)
    self->page_handler = g_signal_connect_swapped (page, "primary-changed", G_CALLBACK (update),
                                                   self);
}

static void
page_changed_cb (SediaScanRouter *self)
{
  watch_page (self, sedia_shop_get_page (self->shop, NULL));
  update (self);
}

static void
burst_cb (SediaScanRouter *self,
          SediaBurst      *burst)
{
  SediaPage *stock = sedia_shop_get_page (self->shop, "stock");

  if (sedia_list_page_get_store (SEDIA_LIST_PAGE (stock)) != NULL)
    sedia_stock_scan (SEDIA_LIST_PAGE (stock), burst);
  else
    sedia_burst_type (burst);
}

static void
sedia_scan_router_dispose (GObject *object)
{
  SediaScanRouter *self = SEDIA_SCAN_ROUTER (object);

  watch_page (self, NULL);
  g_clear_object (&self->scanner);

  G_OBJECT_CLASS (sedia_scan_router_parent_class)->dispose (object);
}

static void
sedia_scan_router_class_init (SediaScanRouterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_scan_router_dispose;
}

static void
sedia_scan_router_init (SediaScanRouter *self)
{
}

/**
 * sedia_scan_router_new:
 * @shop: in a window; it outlives the router
 *
 * Returns: (transfer full): listens to the whole window of @shop
 */
SediaScanRouter *
sedia_scan_router_new (SediaShop *shop)
{
  SediaScanRouter *self;

  g_return_val_if_fail (SEDIA_IS_SHOP (shop), NULL);

  self = g_object_new (SEDIA_TYPE_SCAN_ROUTER, NULL);
  self->shop = shop;
  self->scanner = sedia_scanner_new (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (shop))));
  sedia_scanner_set_listens (self->scanner, FALSE);
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "notify::page-name", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "map", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (shop, "unmap", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}
