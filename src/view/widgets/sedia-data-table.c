/* A table over a lazy list.
 *
 * A row that was just saved reaches the list a moment after it is committed, and its place on the
 * screen a moment after that: who asks for it gets it as soon as both are there.
 */
#include "config.h"

#include "sedia-stock-list.h"

#include "sedia-column-sorter.h"
#include "sedia-column-view.h"
#include "sedia-list-model.h"
#include "sedia-selection-keeper.h"

#define FOCUS_TRIES 4
#define FOCUS_AFTER_MS 30

typedef struct
{
  SediaStore *store;
  SediaQuery *query;
  SediaListModel *model;
  SediaSelectionKeeper *keeper;
  GtkColumnView *view;             /* of the template: not owned */
  GtkSingleSelection *selection;
  gint64 wanted;                   /* to be selected as soon as it is there; 0 for nothing */
  guint wanted_source;
  guint focus_source;
  guint focus_tries;
  gconstpointer focus;             /* what had it when the list was to have it: only compared */
  int room;
} SediaStockListPrivate;

typedef enum
{
  PROP_ROOM = 1,
  PROP_SINGLE_CLICK_ACTIVATE,
} SediaStockListProperty;

static GParamSpec *properties[PROP_SINGLE_CLICK_ACTIVATE + 1];

enum
{
  SELECTED,
  ACTIVATE,
  LIST_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SediaStockList, sedia_stock_list, GTK_TYPE_WIDGET)

static void
ask (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  if (priv->model != NULL)
    sedia_list_model_set_query (priv->model, priv->query);
}

static void
sort_changed_cb (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  if (priv->view == NULL)
    return; /* its columns go one by one when the view goes */

  priv->query->sort = sedia_column_sorter_probe_sort (gtk_column_view_get_sorter (priv->view),
                                                      &priv->query->descending);
  ask (self);
}

static void
activate_cb (SediaStockList *self,
             guint           position)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  gtk_single_selection_set_selected (priv->selection, position);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
row_selected_cb (SediaStockList *self)
{
  g_signal_emit (self, signals[SELECTED], 0, sedia_stock_list_get_selected (self));
}

static gconstpointer
peek_focus (SediaStockList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* A page that has just come to the front has no rows on the screen yet; and the user may have put
 * the keyboard elsewhere meanwhile.
 */
static gboolean
focus_cb (gpointer data)
{
  SediaStockList *self = SEDIA_STOCK_LIST (data);
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && peek_focus (self) == priv->focus)
    {
      sedia_column_view_focus (priv->view);
      if (--priv->focus_tries > 0 && peek_focus (self) == priv->focus)
        return G_SOURCE_CONTINUE;
    }

  priv->focus_source = 0;
  return G_SOURCE_REMOVE;
}

/* Selects in one round, scrolls and takes the focus in the next: only then the row has its
 * place.
 */
static gboolean
show_wanted_cb (gpointer data)
{
  SediaStockList *self = SEDIA_STOCK_LIST (data);
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);
  gboolean is_selected = sedia_stock_list_get_selected (self) == priv->wanted;

  priv->wanted_source = 0;
  if (!is_selected && !sedia_list_model_find (priv->model, priv->wanted, NULL))
    return G_SOURCE_REMOVE;

  sedia_selection_keeper_select (priv->keeper, priv->wanted);
  if (!is_selected)
    {
      priv->wanted_source = g_idle_add_full (G_PRIORITY_LOW, show_wanted_cb, self, NULL);
      return G_SOURCE_REMOVE;
    }

  priv->wanted = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sedia_stock_list_focus (self);

  return G_SOURCE_REMOVE;
}

static void
look_for_wanted (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  if (priv->wanted != 0 && priv->wanted_source == 0 && priv->model != NULL)
    priv->wanted_source = g_idle_add_full (G_PRIORITY_LOW, show_wanted_cb, self, NULL);
}

static void
list_changed_cb (SediaStockList *self)
{
  look_for_wanted (self);
  g_signal_emit (self, signals[LIST_CHANGED], 0);
}

static void
drop_store (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_clear_handle_id (&priv->wanted_source, g_source_remove);
  g_clear_handle_id (&priv->focus_source, g_source_remove);
  priv->wanted = 0;
  if (priv->selection != NULL)
    gtk_single_selection_set_model (priv->selection, NULL);
  g_clear_object (&priv->keeper);
  g_clear_object (&priv->model);
  g_clear_object (&priv->store);
}

static void
sedia_stock_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SediaStockListPrivate *priv =
    sedia_stock_list_get_instance_private (SEDIA_STOCK_LIST (object));

  switch ((SediaStockListProperty) prop_id)
    {
    case PROP_ROOM:
      g_value_set_int (value, priv->room);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      g_value_set_boolean (value, priv->view != NULL &&
                                    gtk_column_view_get_single_click_activate (priv->view));
      break;
    }
}

static void
sedia_stock_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SediaStockListPrivate *priv =
    sedia_stock_list_get_instance_private (SEDIA_STOCK_LIST (object));

  switch ((SediaStockListProperty) prop_id)
    {
    case PROP_ROOM:
      if (priv->room == g_value_get_int (value))
        break;
      priv->room = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      if (priv->view != NULL)
        gtk_column_view_set_single_click_activate (priv->view, g_value_get_boolean (value));
      break;
    }
}

static void
sedia_stock_list_dispose (GObject *object)
{
  sedia_stock_list_unset_view (SEDIA_STOCK_LIST (object));

  G_OBJECT_CLASS (sedia_stock_list_parent_class)->dispose (object);
}

static void
sedia_stock_list_finalize (GObject *object)
{
  SediaStockListPrivate *priv =
    sedia_stock_list_get_instance_private (SEDIA_STOCK_LIST (object));

  g_clear_pointer (&priv->query, sedia_query_free);
  g_clear_object (&priv->selection);

  G_OBJECT_CLASS (sedia_stock_list_parent_class)->finalize (object);
}

static void
sedia_stock_list_class_init (SediaStockListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sedia_stock_list_get_property;
  object_class->set_property = sedia_stock_list_set_property;
  object_class->dispose = sedia_stock_list_dispose;
  object_class->finalize = sedia_stock_list_finalize;

  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SINGLE_CLICK_ACTIVATE] =
    g_param_spec_boolean ("single-click-activate", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SELECTED] = g_signal_new ("selected", SEDIA_TYPE_STOCK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATE] = g_signal_new ("activate", SEDIA_TYPE_STOCK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[LIST_CHANGED] = g_signal_new ("list-changed", SEDIA_TYPE_STOCK_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sedia_stock_list_init (SediaStockList *self)
{
}

/**
 * sedia_stock_list_set_view:
 * @self: a table
 * @kind: what it lists; once
 * @view: the column view of its template
 * @selection: its selection
 *
 * Tells where the list is shown, and takes the order the view asks for.
 */
void
sedia_stock_list_set_view (SediaStockList     *self,
                           SediaListKind       kind,
                           GtkColumnView      *view,
                           GtkSingleSelection *selection)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_SINGLE_SELECTION (selection));
  g_return_if_fail (priv->view == NULL);

  priv->query = sedia_query_new (kind);
  priv->view = view;
  priv->selection = g_object_ref (selection);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  sort_changed_cb (self);
}

/**
 * sedia_stock_list_unset_view:
 * @self: a table
 *
 * The template is about to go, with the view in it.
 */
void
sedia_stock_list_unset_view (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));

  drop_store (self);
  priv->view = NULL;
}

/**
 * sedia_stock_list_set_store:
 * @self: a table
 * @store: (nullable): what to list
 *
 * Lists another store.
 */
void
sedia_stock_list_set_store (SediaStockList *self,
                            SediaStore     *store)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));
  g_return_if_fail (store == NULL || SEDIA_IS_STORE (store));

  if (priv->store == store)
    return;

  drop_store (self);
  if (store == NULL)
    return;

  priv->store = g_object_ref (store);
  priv->model = sedia_list_model_new (store, priv->query);
  priv->keeper = sedia_selection_keeper_new (priv->view, priv->selection, priv->model);
  gtk_single_selection_set_model (priv->selection, G_LIST_MODEL (priv->model));

  g_signal_connect_object (priv->keeper, "notify::row", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->model, "notify::loading", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->model, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  row_selected_cb (self);
}

/**
 * sedia_stock_list_set_filter:
 * @self: a table
 * @filter: which rows
 *
 * Lists others.
 */
void
sedia_stock_list_set_filter (SediaStockList *self,
                             SediaFilter     filter)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));

  if (priv->query->filter == filter)
    return;

  priv->query->filter = filter;
  ask (self);
}

/**
 * sedia_stock_list_set_search:
 * @self: a table
 * @search: (nullable): what the user typed
 *
 * Lists what fits.
 */
void
sedia_stock_list_set_search (SediaStockList *self,
                             const char     *search)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));

  if (g_strcmp0 (priv->query->search, search) == 0)
    return;

  g_free (priv->query->search);
  priv->query->search = g_strdup (search);
  ask (self);
}

/**
 * sedia_stock_list_get_query:
 * @self: a table
 *
 * Returns: (transfer none): what is listed
 */
const SediaQuery *
sedia_stock_list_get_query (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_val_if_fail (SEDIA_IS_STOCK_LIST (self), NULL);

  return priv->query;
}

/**
 * sedia_stock_list_is_loading:
 * @self: a table
 *
 * Returns: whether it is not known yet if there are any rows
 */
gboolean
sedia_stock_list_is_loading (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_val_if_fail (SEDIA_IS_STOCK_LIST (self), TRUE);

  return priv->model == NULL || sedia_list_model_is_loading (priv->model);
}

/**
 * sedia_stock_list_is_empty:
 * @self: a table
 *
 * Returns: whether there are no rows
 */
gboolean
sedia_stock_list_is_empty (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_val_if_fail (SEDIA_IS_STOCK_LIST (self), TRUE);

  return priv->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (priv->model)) == 0;
}

/**
 * sedia_stock_list_get_failure:
 * @self: a table
 *
 * Returns: (nullable): why the list cannot be read
 */
const char *
sedia_stock_list_get_failure (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_val_if_fail (SEDIA_IS_STOCK_LIST (self), NULL);

  return priv->model != NULL ? sedia_list_model_get_failure (priv->model) : NULL;
}

/**
 * sedia_stock_list_get_selected:
 * @self: a table
 *
 * Returns: the id of the row that is selected, 0 for none
 */
gint64
sedia_stock_list_get_selected (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);
  SediaRow *row;

  g_return_val_if_fail (SEDIA_IS_STOCK_LIST (self), 0);

  row = priv->keeper != NULL ? sedia_selection_keeper_get_row (priv->keeper) : NULL;
  return row != NULL ? sedia_row_get_id (row) : 0;
}

/**
 * sedia_stock_list_select:
 * @self: a table
 * @id: a row; 0 for none
 *
 * Selects the row, brings it into view and puts the keyboard on it, now or as soon as it is there.
 */
void
sedia_stock_list_select (SediaStockList *self,
                         gint64          id)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));

  priv->wanted = id;
  look_for_wanted (self);
}

/**
 * sedia_stock_list_focus:
 * @self: a table
 *
 * Puts the keyboard into the list.
 */
void
sedia_stock_list_focus (SediaStockList *self)
{
  SediaStockListPrivate *priv = sedia_stock_list_get_instance_private (self);

  g_return_if_fail (SEDIA_IS_STOCK_LIST (self));

  g_clear_handle_id (&priv->focus_source, g_source_remove);
  sedia_column_view_focus (priv->view);

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;

  priv->focus = peek_focus (self);
  priv->focus_tries = FOCUS_TRIES;
  priv->focus_source = g_timeout_add (FOCUS_AFTER_MS, focus_cb, self);
}
