/* What the main window asks of a page.
 *
 * A page is a widget that shows one list and the selected thing beside it. The window owns the one
 * search entry, the primary button and the bar; it asks the page in front what they mean there.
 * What a page can do to its selection it installs as `page.*` actions with
 * gtk_widget_class_install_action().
 */
#pragma once

#include "sedia-counts-watcher.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PAGE (sedia_page_get_type ())

G_DECLARE_INTERFACE (SediaPage, sedia_page, SEDIA, PAGE, GtkWidget)

/**
 * SediaPageInterface:
 * @get_title: what the header bar says, in the user's language
 * @get_primary: (nullable): the page's one suggested button: its action, and through @label
 *   (transfer none) its words; NULL for none
 * @set_store: where its list comes from, NULL for nowhere; the counts are the store's, shared by
 *   all pages
 * @bind_settings: (nullable): remembers how its list looks
 * @set_search: (nullable): what the user typed so far, never NULL; left NULL the page has no search
 * @can_search: (nullable): whether searching makes sense just now; asked again with the primary
 *   button
 * @open: (nullable): selects one thing and shows it, whatever filter was on; %SEDIA_KIND_NOTICE
 *   stands for what the restock of that operation filled or, on the page of the customers, for all
 *   who must be told. FALSE when this page does not show that kind
 * @focus_list: puts the keyboard where the next key press makes sense, usually the list
 *
 * When a page's suggested button means something else, or nothing, from now on, it calls
 * sedia_page_primary_changed().
 */
struct _SediaPageInterface
{
  GTypeInterface parent_iface;

  const char *(*get_title) (SediaPage *self);
  const char *(*get_primary) (SediaPage   *self,
                              const char **label);
  void (*set_store) (SediaPage          *self,
                     SediaStore         *store,
                     SediaCountsWatcher *counts);
  void (*bind_settings) (SediaPage *self,
                         GSettings *settings);
  void (*set_search) (SediaPage  *self,
                      const char *search);
  gboolean (*can_search) (SediaPage *self);
  gboolean (*open) (SediaPage *self,
                    SediaKind  kind,
                    gint64     id);
  void (*focus_list) (SediaPage *self);
};

const char *sedia_page_get_title (SediaPage *self);
const char *sedia_page_get_primary (SediaPage   *self,
                                    const char **label);
void sedia_page_primary_changed (SediaPage *self);
void sedia_page_set_store (SediaPage          *self,
                           SediaStore         *store,
                           SediaCountsWatcher *counts);
void sedia_page_bind_settings (SediaPage *self,
                               GSettings *settings);
gboolean sedia_page_can_search (SediaPage *self);
void sedia_page_set_search (SediaPage  *self,
                            const char *search);
gboolean sedia_page_open (SediaPage *self,
                          SediaKind  kind,
                          gint64     id);
void sedia_page_focus_list (SediaPage *self);

G_END_DECLS
