/* What the main window asks of a page: see sedia-page.h. */
#include "config.h"

#include "sedia-page.h"

enum
{
  PRIMARY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (SediaPage, sedia_page, GTK_TYPE_WIDGET)

static void
sedia_page_default_init (SediaPageInterface *iface)
{
  signals[PRIMARY_CHANGED] = g_signal_new ("primary-changed", SEDIA_TYPE_PAGE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * sedia_page_get_title: (transfer none) what the header bar says while the page is in front.
 */
const char *
sedia_page_get_title (SediaPage *self)
{
  g_return_val_if_fail (SEDIA_IS_PAGE (self), NULL);

  return SEDIA_PAGE_GET_IFACE (self)->get_title (self);
}

/**
 * sedia_page_get_primary:
 * @self: a page
 * @label: (out) (transfer none): what its suggested button says
 *
 * Returns: (nullable): the detailed action of the page's one suggested button, NULL for no button
 */
const char *
sedia_page_get_primary (SediaPage   *self,
                        const char **label)
{
  SediaPageInterface *iface;

  g_return_val_if_fail (SEDIA_IS_PAGE (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  iface = SEDIA_PAGE_GET_IFACE (self);
  *label = NULL;

  return iface->get_primary != NULL ? iface->get_primary (self, label) : NULL;
}

/**
 * sedia_page_primary_changed: Tells the window to ask for the suggested button again.
 */
void
sedia_page_primary_changed (SediaPage *self)
{
  g_return_if_fail (SEDIA_IS_PAGE (self));

  g_signal_emit (self, signals[PRIMARY_CHANGED], 0);
}

/**
 * sedia_page_set_store:
 * @self: a page
 * @store: (nullable): where its list comes from
 * @counts: (nullable): the counts of @store, when somebody has them already
 */
void
sedia_page_set_store (SediaPage          *self,
                      SediaStore         *store,
                      SediaCountsWatcher *counts)
{
  g_autoptr (SediaCountsWatcher) own = NULL;

  g_return_if_fail (SEDIA_IS_PAGE (self));
  g_return_if_fail (store == NULL || SEDIA_IS_STORE (store));

  if (store != NULL && counts == NULL)
    counts = own = sedia_counts_watcher_new (store);

  SEDIA_PAGE_GET_IFACE (self)->set_store (self, store, counts);
}

/**
 * sedia_page_bind_settings:
 * @self: a page
 * @settings: where it is remembered how its list looks
 */
void
sedia_page_bind_settings (SediaPage *self,
                          GSettings *settings)
{
  SediaPageInterface *iface;

  g_return_if_fail (SEDIA_IS_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  iface = SEDIA_PAGE_GET_IFACE (self);
  if (iface->bind_settings != NULL)
    iface->bind_settings (self, settings);
}

/**
 * sedia_page_can_search: Whether the window's search entry means something here.
 */
gboolean
sedia_page_can_search (SediaPage *self)
{
  SediaPageInterface *iface;

  g_return_val_if_fail (SEDIA_IS_PAGE (self), FALSE);

  iface = SEDIA_PAGE_GET_IFACE (self);
  return iface->set_search != NULL && (iface->can_search == NULL || iface->can_search (self));
}

/**
 * sedia_page_set_search:
 * @self: a page
 * @search: what the user typed
 */
void
sedia_page_set_search (SediaPage  *self,
                       const char *search)
{
  SediaPageInterface *iface;

  g_return_if_fail (SEDIA_IS_PAGE (self));
  g_return_if_fail (search != NULL);

  iface = SEDIA_PAGE_GET_IFACE (self);
  if (iface->set_search != NULL)
    iface->set_search (self, search);
}

/**
 * sedia_page_open:
 * @self: a page
 * @kind: of what
 * @id: which
 *
 * Returns: whether the page shows things of that kind
 */
gboolean
sedia_page_open (SediaPage *self,
                 SediaKind  kind,
                 gint64     id)
{
  SediaPageInterface *iface;

  g_return_val_if_fail (SEDIA_IS_PAGE (self), FALSE);

  iface = SEDIA_PAGE_GET_IFACE (self);

  return iface->open != NULL && iface->open (self, kind, id);
}

/**
 * sedia_page_focus_list: Puts the keyboard where the next key press makes sense.
 */
void
sedia_page_focus_list (SediaPage *self)
{
  SediaPageInterface *iface;

  g_return_if_fail (SEDIA_IS_PAGE (self));

  iface = SEDIA_PAGE_GET_IFACE (self);
  if (iface->focus_list != NULL)
    iface->focus_list (self);
}
