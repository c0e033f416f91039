/* A page with a list: see sedia-list-page.h.
 *
 * The query is made of the chips, the search and what the page adds; the order is the table's.
 */
#include "config.h"

#include "sedia-list-page.h"

#include "sedia-beside.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaStore *store;
  SediaCountsWatcher *counts;
  char *search;

  GtkBox *above;
  GtkStack *modes;     /* list, editor */
  GtkBox *tools;
  SediaChips *chips;
  GtkBox *sentence;
  SediaSplit *split;
  GtkStack *states;    /* list, empty */
  SediaEmptyState *empty;
  SediaBeside *beside;
  SediaDataTable *table;
  gboolean has_detail;
  GtkWidget *editor;   /* NULL for none */
  GMenuModel *menu;    /* of a row; NULL for none */
} SediaListPagePrivate;

static SediaListPagePrivate *private_of (SediaListPage *self);

/* ---- as a page, and as what a template fills */

static const char *
page_get_title (SediaPage *page)
{
  return g_dpgettext2 (NULL, "page", SEDIA_LIST_PAGE_GET_CLASS (page)->texts->title);
}

static const char *
page_get_primary (SediaPage   *page,
                  const char **label)
{
  const SediaListTexts *texts = SEDIA_LIST_PAGE_GET_CLASS (page)->texts;

  if (texts->primary_action == NULL || sedia_list_page_is_editing (SEDIA_LIST_PAGE (page)))
    return NULL;

  *label = _(texts->primary_label);
  return texts->primary_action;
}

static void
page_set_search (SediaPage  *page,
                 const char *search)
{
  SediaListPage *self = SEDIA_LIST_PAGE (page);
  SediaListPagePrivate *priv = private_of (self);

  g_free (priv->search);
  priv->search = g_strdup (search);
  sedia_list_page_update_query (self);
}

static gboolean
page_can_search (SediaPage *page)
{
  return !sedia_list_page_is_editing (SEDIA_LIST_PAGE (page));
}

static gboolean
page_open (SediaPage *page,
           SediaKind  kind,
           gint64     id)
{
  SediaListPage *self = SEDIA_LIST_PAGE (page);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (page);

  if (sedia_list_page_get_store (self) == NULL)
    return FALSE;
  if (klass->open != NULL && klass->open (self, kind, id))
    return TRUE;
  if (kind != klass->kind)
    return FALSE;

  sedia_list_page_show (self, SEDIA_FILTER_ALL, id);

  return TRUE;
}

static void
page_bind_settings (SediaPage *page,
                    GSettings *settings)
{
  SediaListPage *self = SEDIA_LIST_PAGE (page);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (page);

  sedia_data_table_bind_layout (sedia_list_page_get_table (self), settings,
                                klass->texts->layout_key);
  if (klass->bind_settings != NULL)
    klass->bind_settings (self, settings);
}

static void
page_focus_list (SediaPage *page)
{
  sedia_list_page_focus_list (SEDIA_LIST_PAGE (page));
}

static void page_set_store (SediaPage          *page,
                            SediaStore         *store,
                            SediaCountsWatcher *counts);

static void
sedia_list_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = page_get_title;
  iface->get_primary = page_get_primary;
  iface->set_store = page_set_store;
  iface->bind_settings = page_bind_settings;
  iface->set_search = page_set_search;
  iface->can_search = page_can_search;
  iface->open = page_open;
  iface->focus_list = page_focus_list;
}

static GtkBuildableIface *parent_buildable;

static void
sedia_list_page_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (type != NULL)
    sedia_list_page_add_part (SEDIA_LIST_PAGE (buildable), GTK_WIDGET (child), type);
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_list_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_list_page_add_child;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SediaListPage, sedia_list_page, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (SediaListPage)
                                  G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE, sedia_list_page_page_init)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         sedia_list_page_buildable_init))

static SediaListPagePrivate *
private_of (SediaListPage *self)
{
  return sedia_list_page_get_instance_private (self);
}

static void
update_state (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);
  const char *failure;
  SediaDataTableState state = sedia_data_table_get_state (priv->table, &failure);

  if (priv->store == NULL || state == SEDIA_DATA_TABLE_LOADING)
    return; /* what is there stays until the answer is there */

  if (state != SEDIA_DATA_TABLE_ROWS)
    sedia_list_texts_say_empty (SEDIA_LIST_PAGE_GET_CLASS (self)->texts, priv->empty,
                                sedia_data_table_get_query (priv->table), failure);
  gtk_stack_set_visible_child_name (priv->states,
                                    state == SEDIA_DATA_TABLE_ROWS ? "list" : "empty");
}

/* ---- what is selected */

static void
selection_changed_cb (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (self);
  const gint64 id = sedia_data_table_get_selected (priv->table);

  sedia_beside_select (priv->beside, id, sedia_data_table_get_n_selected (priv->table));
  if (klass->selection_changed != NULL)
    klass->selection_changed (self, id);
}

static void
activate_cb (SediaListPage *self)
{
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (self);

  if (klass->activated != NULL)
    klass->activated (self);
  else
    sedia_list_page_focus_detail (self);
}

/* ---- chips */

static void
filter_changed_cb (SediaListPage *self)
{
  sedia_list_page_update_query (self);
}

static void
counts_changed_cb (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (self);
  const SediaCounts *counts = sedia_counts_watcher_get_counts (priv->counts);

  sedia_list_texts_set_counts (klass->texts, priv->chips, counts);
  if (klass->counts_changed != NULL)
    klass->counts_changed (self, counts);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  sedia_list_page_set_filter (SEDIA_LIST_PAGE (widget), SEDIA_FILTER_ALL);
}

/* ---- the widget */

static void
drop_store (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);

  if (priv->counts != NULL)
    g_signal_handlers_disconnect_by_func (priv->counts, counts_changed_cb, self);
  g_clear_object (&priv->counts);
  g_clear_object (&priv->store);
}

static void
page_set_store (SediaPage          *page,
                SediaStore         *store,
                SediaCountsWatcher *counts)
{
  SediaListPage *self = SEDIA_LIST_PAGE (page);
  SediaListPagePrivate *priv = private_of (self);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (self);

  g_return_if_fail ((store == NULL) == (counts == NULL));

  if (priv->store == store)
    return;

  drop_store (self);
  if (store != NULL)
    {
      priv->store = g_object_ref (store);
      priv->counts = g_object_ref (counts);
      g_signal_connect_object (counts, "changed", G_CALLBACK (counts_changed_cb), self,
                               G_CONNECT_SWAPPED);
      if (sedia_counts_watcher_is_loaded (counts))
        counts_changed_cb (self);
    }

  sedia_list_page_set_editing (self, FALSE);
  sedia_beside_set_store (priv->beside, store);
  sedia_data_table_set_store (priv->table, store);
  if (klass->store_changed != NULL)
    klass->store_changed (self, store);
}

/* The parts of the page that derives from this go here too: while they part, the list tells of rows
 * that are gone, and nobody must listen any more.
 */
static void
sedia_list_page_dispose (GObject *object)
{
  SediaListPagePrivate *priv = private_of (SEDIA_LIST_PAGE (object));

  drop_store (SEDIA_LIST_PAGE (object));
  if (priv->table != NULL)
    g_signal_handlers_disconnect_by_data (priv->table, object);
  priv->table = NULL;
  sedia_template_dispose (GTK_WIDGET (object), G_OBJECT_TYPE (object));

  G_OBJECT_CLASS (sedia_list_page_parent_class)->dispose (object);
}

static void
sedia_list_page_finalize (GObject *object)
{
  SediaListPagePrivate *priv = private_of (SEDIA_LIST_PAGE (object));

  g_clear_pointer (&priv->search, g_free);
  g_clear_object (&priv->menu);

  G_OBJECT_CLASS (sedia_list_page_parent_class)->finalize (object);
}

static void
make_table (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);
  GtkWidget *table = sedia_data_table_new (SEDIA_LIST_PAGE_GET_CLASS (self)->table);

  priv->table = SEDIA_DATA_TABLE (table);
  if (priv->menu != NULL)
    sedia_data_table_set_menu (priv->table, priv->menu);
  gtk_stack_add_named (priv->states, table, "list");
  gtk_stack_set_visible_child_name (priv->states, "list");
  g_object_bind_property (priv->split, "list-width", table, "room", G_BINDING_SYNC_CREATE);
  g_object_bind_property (priv->split, "folded", table, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (table, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "list-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sedia_list_page_constructed (GObject *object)
{
  SediaListPage *self = SEDIA_LIST_PAGE (object);
  SediaListPagePrivate *priv = private_of (self);

  G_OBJECT_CLASS (sedia_list_page_parent_class)->constructed (object);

  g_assert (priv->has_detail);
  make_table (self);
  sedia_list_texts_add_chips (SEDIA_LIST_PAGE_GET_CLASS (self)->texts, priv->chips);
  gtk_widget_set_visible (GTK_WIDGET (priv->tools),
                          gtk_widget_get_visible (GTK_WIDGET (priv->chips)) ||
                          gtk_widget_get_next_sibling (GTK_WIDGET (priv->chips)) != NULL);
  selection_changed_cb (self);
}

static void
sedia_list_page_class_init (SediaListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sedia_list_page_constructed;
  object_class->dispose = sedia_list_page_dispose;
  object_class->finalize = sedia_list_page_finalize;

  g_type_ensure (SEDIA_TYPE_BESIDE);
  g_type_ensure (SEDIA_TYPE_CHIPS);
  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_SPLIT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, above);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, modes);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, tools);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, chips);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, sentence);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, split);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, states);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, SediaListPage, beside);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_action);
}

static void
sedia_list_page_init (SediaListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- the parts */

/**
 * sedia_list_page_add_part: Adds a part of the page while it is made; see the header.
 */
void
sedia_list_page_add_part (SediaListPage *self,
                          GtkWidget     *part,
                          const char    *type)
{
  SediaListPagePrivate *priv = private_of (self);

  if (g_str_equal (type, "detail"))
    {
      sedia_beside_set_detail (priv->beside, part);
      priv->has_detail = TRUE;
    }
  else if (g_str_equal (type, "editor"))
    gtk_stack_add_named (priv->modes, priv->editor = part, "editor");
  else if (g_str_equal (type, "above"))
    gtk_box_append (priv->above, part);
  else if (g_str_equal (type, "tools"))
    gtk_box_append (priv->tools, part);
  else if (g_str_equal (type, "sentence"))
    gtk_box_append (priv->sentence, part);
  else if (g_str_equal (type, "several"))
    sedia_beside_add_several (priv->beside, part);
  else
    g_warning ("A page has no part “%s”", type);
}

/**
 * sedia_list_page_set_menu: What can be done with a row; while the page is being made.
 */
void
sedia_list_page_set_menu (SediaListPage *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));
  g_return_if_fail (private_of (self)->table == NULL);

  g_set_object (&private_of (self)->menu, menu);
}

/**
 * sedia_list_page_get_store: (transfer none) (nullable) where the list comes from.
 */
SediaStore *
sedia_list_page_get_store (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), NULL);

  return private_of (self)->store;
}

/**
 * sedia_list_page_get_table: (transfer none) the list.
 */
SediaDataTable *
sedia_list_page_get_table (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), NULL);

  return private_of (self)->table;
}

/**
 * sedia_list_page_get_chips: (transfer none) the chips.
 */
SediaChips *
sedia_list_page_get_chips (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), NULL);

  return private_of (self)->chips;
}

/**
 * sedia_list_page_get_split: (transfer none) list and detail.
 */
SediaSplit *
sedia_list_page_get_split (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), NULL);

  return private_of (self)->split;
}

/* ---- what is listed */

/**
 * sedia_list_page_get_filter: Which chip is on.
 */
SediaFilter
sedia_list_page_get_filter (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), SEDIA_FILTER_ALL);

  return (SediaFilter) sedia_chips_get_selected (private_of (self)->chips);
}

/**
 * sedia_list_page_set_filter: Puts another chip on.
 */
void
sedia_list_page_set_filter (SediaListPage *self,
                            SediaFilter    filter)
{
  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));

  sedia_chips_set_selected (private_of (self)->chips, (int) filter);
}

/**
 * sedia_list_page_update_query: Asks anew: something that only the page knows has changed.
 */
void
sedia_list_page_update_query (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);
  SediaListPageClass *klass = SEDIA_LIST_PAGE_GET_CLASS (self);
  g_autoptr (SediaQuery) query = NULL;

  if (priv->table == NULL)
    return; /* being made */

  query = sedia_query_copy (sedia_data_table_get_query (priv->table));
  query->filter = sedia_list_page_get_filter (self);
  g_free (query->search);
  query->search = g_strdup (priv->search);
  if (klass->amend_query != NULL)
    klass->amend_query (self, query);

  sedia_data_table_set_query (priv->table, query);
}

/**
 * sedia_list_page_show: Shows one row, whatever chip was on and whatever was typed; @filter is the
 * chip that lets it through, which for one in the archive is not that of all.
 */
void
sedia_list_page_show (SediaListPage *self,
                      SediaFilter    filter,
                      gint64         id)
{
  SediaListPagePrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));

  g_clear_pointer (&priv->search, g_free);
  sedia_list_page_set_editing (self, FALSE);
  sedia_list_page_set_filter (self, filter);
  sedia_list_page_update_query (self);
  sedia_data_table_select (priv->table, id);
  sedia_split_set_detail_shown (priv->split, TRUE);
}

/**
 * sedia_list_page_focus_list: Puts the keyboard where the next key makes sense.
 */
void
sedia_list_page_focus_list (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));

  if (sedia_list_page_is_editing (self))
    gtk_widget_grab_focus (priv->editor);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (priv->states), "list") == 0)
    sedia_data_table_focus (priv->table);
  else if (!gtk_widget_child_focus (GTK_WIDGET (priv->empty), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (priv->chips), GTK_DIR_TAB_FORWARD);
}

/**
 * sedia_list_page_focus_detail: Shows the detail, also where it takes the list's place, and puts
 * the keyboard there.
 */
void
sedia_list_page_focus_detail (SediaListPage *self)
{
  SediaListPagePrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));

  sedia_split_set_detail_shown (priv->split, TRUE);
  sedia_beside_focus (priv->beside);
}

/**
 * sedia_list_page_is_editing: Whether the editor is over the list.
 */
gboolean
sedia_list_page_is_editing (SediaListPage *self)
{
  g_return_val_if_fail (SEDIA_IS_LIST_PAGE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (private_of (self)->modes), "editor") == 0;
}

/**
 * sedia_list_page_set_editing: Puts the editor over the list, or takes it away.
 */
void
sedia_list_page_set_editing (SediaListPage *self,
                             gboolean       is_editing)
{
  SediaListPagePrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_LIST_PAGE (self));
  g_return_if_fail (!is_editing || priv->editor != NULL);

  if (is_editing == sedia_list_page_is_editing (self))
    return;

  gtk_stack_set_visible_child_name (priv->modes, is_editing ? "editor" : "list");
  sedia_page_primary_changed (SEDIA_PAGE (self));
}
