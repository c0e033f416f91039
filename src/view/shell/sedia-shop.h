/* The open shop in the window: sidebar, the page in front, the bar. */
#pragma once

#include "sedia-bar.h"
#include "sedia-page.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaShopPage:
 * @name: what it is called in settings and actions
 * @label: (nullable): what the user calls it, in the context "page"; NULL: it has no place in the
 *   sidebar, where such pages come last
 * @icon: its symbol
 * @kind: what it lists; %SEDIA_N_KINDS for nothing
 * @make: makes it
 *
 * A page there is.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *icon;
  SediaKind kind;
  GtkWidget *(*make) (void);
} SediaShopPage;

const SediaShopPage *sedia_shop_get_pages (guint *n);

#define SEDIA_TYPE_SHOP (sedia_shop_get_type ())

G_DECLARE_FINAL_TYPE (SediaShop, sedia_shop, SEDIA, SHOP, GtkWidget)

/* Property: page-name (string, rw): the name of a page; others change nothing. */

GtkWidget *sedia_shop_new (void);
void sedia_shop_set_settings (SediaShop *self,
                              GSettings *settings);
void sedia_shop_set_store (SediaShop  *self,
                           SediaStore *store);
GSettings *sedia_shop_get_settings (SediaShop *self);
void sedia_shop_set_staying (SediaShop *self,
                             gboolean   staying);
SediaStore *sedia_shop_get_store (SediaShop *self);
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
