/* Where a scan goes while a list is in front: to the product whose code it is, on the stock page.
 * An editor, or a dialog, has a scanner of its own.
 */
#pragma once

#include "sedia-shop.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SCAN_ROUTER (sedia_scan_router_get_type ())

G_DECLARE_FINAL_TYPE (SediaScanRouter, sedia_scan_router, SEDIA, SCAN_ROUTER, GObject)

SediaScanRouter *sedia_scan_router_new (SediaShop *shop);

G_END_DECLS
