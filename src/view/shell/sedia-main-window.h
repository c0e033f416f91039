/* The one window: sidebar, header bar, pages, and the bar at the bottom. */
#pragma once

#include "sedia-bar.h"
#include "sedia-page.h"
#include "sedia-shop.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_MAIN_WINDOW (sedia_main_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaMainWindow, sedia_main_window, SEDIA, MAIN_WINDOW, GtkApplicationWindow)

/* Pages, by name: "waiting", "deliveries", "stock". */

SediaMainWindow *sedia_main_window_new (GtkApplication *application,
                                        GSettings      *settings);
SediaBar *sedia_main_window_get_bar (SediaMainWindow *self);
SediaStore *sedia_main_window_get_store (SediaMainWindow *self);
SediaShop *sedia_main_window_get_shop (SediaMainWindow *self);
SediaPage *sedia_main_window_get_page (SediaMainWindow *self);
void sedia_main_window_set_store (SediaMainWindow *self,
                                  SediaStore      *store);
void sedia_main_window_show_problem (SediaMainWindow *self,
                                     const char      *path,
                                     const GError    *error);
void sedia_main_window_show_page (SediaMainWindow *self,
                                  const char      *name);
gboolean sedia_main_window_open (SediaMainWindow *self,
                                 const char      *name,
                                 SediaKind        kind,
                                 gint64           id);

G_END_DECLS
