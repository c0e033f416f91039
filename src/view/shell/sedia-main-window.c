/* The one window.
 *
 *   header
 *   opening -> shop      once the file is open
 *           -> problem   when it cannot be opened
 *
 * The window knows its pages only as SediaPage; search and their button are the header's business.
 */
#include "config.h"

#include "sedia-main-window.h"

#include "sedia-header.h"
#include "sedia-problem-page.h"
#include "sedia-undo-watcher.h"
#include "sedia-window-actions.h"
#include "sedia-window-print.h"

struct _SediaMainWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings; /* NULL when the schema is not installed */
  SediaStore *store;
  SediaUndoWatcher *undo;

  SediaHeader *header;
  GtkStack *states;
  SediaShop *shop;
  SediaProblemPage *problem;
};

static SediaBar *
sedia_main_window_get_its_bar (SediaBarHost *host)
{
  return sedia_main_window_get_bar (SEDIA_MAIN_WINDOW (host));
}

static void
sedia_main_window_bar_host_init (SediaBarHostInterface *iface)
{
  iface->get_bar = sedia_main_window_get_its_bar;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaMainWindow, sedia_main_window, GTK_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_BAR_HOST,
                                                      sedia_main_window_bar_host_init)
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PRINT_HOST,
                                                      sedia_window_print_host_init))

static void
update_header (SediaMainWindow *self)
{
  SediaPage *page = sedia_main_window_get_page (self);
  g_autofree char *title = sedia_shop_dup_title (self->shop);

  gtk_window_set_title (GTK_WINDOW (self), title);
  sedia_header_set_page (self->header, page);
}

static void
page_changed_cb (SediaMainWindow *self)
{
  if (self->settings != NULL && sedia_shop_is_in_sidebar (self->shop))
    g_settings_set_string (self->settings, "page", sedia_shop_get_page_name (self->shop));

  update_header (self);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaMainWindow *self = SEDIA_MAIN_WINDOW (widget);

  sedia_header_focus_search (self->header);
}

static void
undo_changed_cb (SediaMainWindow *self)
{
  const char *label = sedia_undo_watcher_get_label (self->undo);

  sedia_header_set_undo (self->header, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", label != NULL);
}

static void
sedia_main_window_dispose (GObject *object)
{
  SediaMainWindow *self = SEDIA_MAIN_WINDOW (object);

  g_clear_object (&self->undo);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sedia_main_window_parent_class)->dispose (object);
}

static void
sedia_main_window_class_init (SediaMainWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_main_window_dispose;

  g_type_ensure (SEDIA_TYPE_HEADER);
  g_type_ensure (SEDIA_TYPE_PROBLEM_PAGE);
  g_type_ensure (SEDIA_TYPE_SHOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaMainWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SediaMainWindow, states);
  gtk_widget_class_bind_template_child (widget_class, SediaMainWindow, shop);
  gtk_widget_class_bind_template_child (widget_class, SediaMainWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  sedia_window_actions_install (widget_class);
}

static void
sedia_main_window_init (SediaMainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
}

static void
restore (SediaMainWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  sedia_shop_set_settings (self->shop, self->settings);
  sedia_shop_set_page_name (self->shop, page);
}

/**
 * sedia_main_window_new:
 * @application: the application
 * @settings: (nullable): where size and page are remembered
 *
 * Returns: (transfer none): a window without a shop: its frame can be shown at once
 */
SediaMainWindow *
sedia_main_window_new (GtkApplication *application,
                       GSettings      *settings)
{
  SediaMainWindow *self = g_object_new (SEDIA_TYPE_MAIN_WINDOW, "application", application, NULL);

  if (g_set_object (&self->settings, settings))
    restore (self);

  return self;
}

/**
 * sedia_main_window_get_bar: (transfer none) the bar at the bottom.
 */
SediaBar *
sedia_main_window_get_bar (SediaMainWindow *self)
{
  g_return_val_if_fail (SEDIA_IS_MAIN_WINDOW (self), NULL);

  return sedia_shop_get_bar (self->shop);
}

/**
 * sedia_main_window_get_store: (transfer none) (nullable) the shop's records, once they are open.
 */
SediaStore *
sedia_main_window_get_store (SediaMainWindow *self)
{
  g_return_val_if_fail (SEDIA_IS_MAIN_WINDOW (self), NULL);

  return self->store;
}

/**
 * sedia_main_window_get_shop: (transfer none) the pages and what is around them.
 */
SediaShop *
sedia_main_window_get_shop (SediaMainWindow *self)
{
  g_return_val_if_fail (SEDIA_IS_MAIN_WINDOW (self), NULL);

  return self->shop;
}

/**
 * sedia_main_window_get_page: (transfer none) (nullable) the page in front, once a shop is open.
 */
SediaPage *
sedia_main_window_get_page (SediaMainWindow *self)
{
  g_return_val_if_fail (SEDIA_IS_MAIN_WINDOW (self), NULL);

  return self->store != NULL ? sedia_shop_get_page (self->shop, NULL) : NULL;
}

/**
 * sedia_main_window_set_store:
 * @self: the window
 * @store: the shop's records, open
 */
void
sedia_main_window_set_store (SediaMainWindow *self,
                             SediaStore      *store)
{
  g_return_if_fail (SEDIA_IS_MAIN_WINDOW (self));
  g_return_if_fail (SEDIA_IS_STORE (store));

  g_set_object (&self->store, store);
  g_clear_object (&self->undo);
  self->undo = sedia_undo_watcher_new (store);
  g_signal_connect_object (self->undo, "notify::label", G_CALLBACK (undo_changed_cb), self,
                           G_CONNECT_SWAPPED);

  sedia_header_set_sample (self->header, sedia_store_is_sample (store));
  sedia_shop_set_store (self->shop, store);
  gtk_stack_set_visible_child_name (self->states, "shop");
  update_header (self);
  sedia_page_focus_list (sedia_shop_get_page (self->shop, NULL));
}

/**
 * sedia_main_window_show_problem:
 * @self: the window
 * @path: the shop's file
 * @error: why it cannot be opened
 */
void
sedia_main_window_show_problem (SediaMainWindow *self,
                                const char      *path,
                                const GError    *error)
{
  g_return_if_fail (SEDIA_IS_MAIN_WINDOW (self));

  sedia_problem_page_show (self->problem, path, error);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

/**
 * sedia_main_window_show_page:
 * @self: the window
 * @name: one of the pages; a name that is none changes nothing
 */
void
sedia_main_window_show_page (SediaMainWindow *self,
                             const char      *name)
{
  g_return_if_fail (SEDIA_IS_MAIN_WINDOW (self));

  sedia_shop_set_page_name (self->shop, name);
  if (self->store != NULL)
    sedia_page_focus_list (sedia_shop_get_page (self->shop, NULL));
}

/**
 * sedia_main_window_open:
 * @self: the window
 * @name: (nullable): a page; NULL for the one that lists things of that kind
 * @kind: of what
 * @id: which
 *
 * Brings the page to the front and has it show one thing; what was typed in its search is
 * forgotten, so that it cannot hide that thing.
 *
 * Returns: whether the page shows things of that kind
 */
gboolean
sedia_main_window_open (SediaMainWindow *self,
                        const char      *name,
                        SediaKind        kind,
                        gint64           id)
{
  SediaPage *page;

  if (name == NULL)
    name = sedia_shop_find_page (self->shop, kind);
  page = name != NULL ? sedia_shop_get_page (self->shop, name) : NULL;
  if (page == NULL || self->store == NULL)
    return FALSE;

  sedia_main_window_show_page (self, name);
  sedia_header_clear_search (self->header);

  return sedia_page_open (page, kind, id);
}
