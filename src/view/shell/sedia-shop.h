/* The open shop in the window: sidebar, the page in front, the bar. */
#pragma once

#include "sedia-bar.h"
#include "sedia-page.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SHOP (sedia_shop_get_type ())

G_DECLARE_FINAL_TYPE (SediaShop, sedia_shop, SEDIA, SHOP, GtkWidget)

/* Property: page-name (string, rw): "waiting", "deliveries", "stock" ...; those that do not exist
 * change nothing.
 */

GtkWidget *sedia_shop_new (void);
void sedia_shop_set_settings (SediaShop *self,
                              GSettings *settings);
void sedia_shop_set_store (SediaShop  *self,
                           SediaStore *store);
SediaBar *sedia_shop_get_bar (SediaShop *self);
char *sedia_shop_dup_title (SediaShop *self);
const char *sedia_shop_get_page_name (SediaShop *self);
void sedia_shop_set_page_name (SediaShop  *self,
                               const char *name);
gboolean sedia_shop_is_in_sidebar (SediaShop *self);
const char *sedia_shop_find_page (SediaShop *self,
                                  SediaKind  kind);
SediaPage *sedia_shop_get_page (SediaShop  *self,
                                const char *name);

G_END_DECLS
