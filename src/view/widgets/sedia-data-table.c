/* A table over a lazy list.
 *
 *   columns   which of them show, in what order, how wide
 *   keeper    what is selected stays selected
 *   seeker    a row is brought into view as soon as it is there
 */
#include "config.h"

#include "sedia-data-table.h"

#include "sedia-column-sorter.h"
#include "sedia-column-view.h"
#include "sedia-selection-keeper.h"
#include "sedia-table-columns.h"
#include "sedia-table-copy.h"
#include "sedia-table-seeker.h"

#include <glib/gi18n.h>

struct _SediaDataTable
{
  GtkWidget parent_instance;

  const SediaTableSpec *spec;
  SediaStore *store;
  SediaQuery *query;
  SediaListModel *model;
  SediaSelectionKeeper *keeper;
  GtkMultiSelection *selection;
  GtkWidget *scroller;
  GtkColumnView *view;
  SediaTableColumns *columns;
  SediaTableSeeker *seeker;
  GtkPopover *menu;          /* NULL for none */
  int room;
};

typedef enum
{
  PROP_ROOM = 1,
  PROP_SINGLE_CLICK_ACTIVATE,
  PROP_LAYOUT,
} SediaDataTableProperty;

static GParamSpec *properties[PROP_LAYOUT + 1];

enum
{
  SELECTION_CHANGED,
  ACTIVATE,
  LIST_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDataTable, sedia_data_table, GTK_TYPE_WIDGET)

static void
ask (SediaDataTable *self)
{
  if (self->model != NULL)
    sedia_list_model_set_query (self->model, self->query);
}

static void
layout_changed_cb (gpointer data)
{
  g_object_notify_by_pspec (G_OBJECT (data), properties[PROP_LAYOUT]);
}

static void
sort_changed_cb (SediaDataTable *self)
{
  if (self->view == NULL)
    return; /* its columns go one by one when the view goes */

  self->query->sort = sedia_column_sorter_probe_sort (gtk_column_view_get_sorter (self->view),
                                                      &self->query->descending);
  ask (self);
}

/* The row with the focus need not be the selected one: what is opened is both. */
static void
activate_cb (SediaDataTable *self,
             guint           position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
selection_changed_cb (SediaDataTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (widget);
  g_autoptr (GArray) columns = NULL;

  if (sedia_data_table_get_n_selected (self) == 0)
    return;

  columns = sedia_table_columns_get_shown (self->columns);
  sedia_table_copy (widget, self->store, self->spec, self->query,
                    sedia_selection_keeper_get_ids (self->keeper), columns);
}

static void
list_changed_cb (SediaDataTable *self)
{
  if (!sedia_table_columns_is_measured (self->columns) &&
      g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    sedia_table_columns_measure (self->columns);

  sedia_table_seeker_look (self->seeker);
  g_signal_emit (self, signals[LIST_CHANGED], 0);
}

static void
drop_store (SediaDataTable *self)
{
  if (self->seeker != NULL)
    sedia_table_seeker_set_list (self->seeker, NULL, NULL);
  g_clear_object (&self->keeper);
  gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
}

static void
sedia_data_table_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (object);

  switch ((SediaDataTableProperty) prop_id)
    {
    case PROP_ROOM:
      g_value_set_int (value, self->room);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      g_value_set_boolean (value,
                           gtk_column_view_get_single_click_activate (self->view));
      break;

    case PROP_LAYOUT:
      g_value_set_variant (value, sedia_table_columns_get_layout (self->columns));
      break;
    }
}

static void
sedia_data_table_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (object);

  switch ((SediaDataTableProperty) prop_id)
    {
    case PROP_ROOM:
      if (self->room == g_value_get_int (value))
        break;
      self->room = g_value_get_int (value);
      sedia_table_columns_set_room (self->columns, self->room);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      gtk_column_view_set_single_click_activate (self->view, g_value_get_boolean (value));
      break;

    case PROP_LAYOUT:
      if (g_value_get_variant (value) != NULL)
        sedia_table_columns_set_layout (self->columns, g_value_get_variant (value));
      break;
    }
}

static gboolean
move_focus (GtkWidget        *widget,
            GtkDirectionType  direction)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (widget);

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return self->view != NULL && sedia_column_view_tab (self->view);

  return GTK_WIDGET_CLASS (sedia_data_table_parent_class)->focus (widget, direction);
}

static void
sedia_data_table_dispose (GObject *object)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (object);

  drop_store (self);
  g_clear_pointer (&self->columns, sedia_table_columns_free);
  g_clear_pointer (&self->seeker, sedia_table_seeker_free);
  self->view = NULL;
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (sedia_data_table_parent_class)->dispose (object);
}

static void
sedia_data_table_finalize (GObject *object)
{
  SediaDataTable *self = SEDIA_DATA_TABLE (object);

  g_clear_pointer (&self->query, sedia_query_free);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (sedia_data_table_parent_class)->finalize (object);
}

static void
sedia_data_table_class_init (SediaDataTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sedia_data_table_get_property;
  object_class->set_property = sedia_data_table_set_property;
  object_class->dispose = sedia_data_table_dispose;
  object_class->finalize = sedia_data_table_finalize;
  widget_class->focus = move_focus;

  properties[PROP_LAYOUT] = g_param_spec_variant ("layout", NULL, NULL, SEDIA_DATA_TABLE_LAYOUT,
                                                  NULL, flags);
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SINGLE_CLICK_ACTIVATE] =
    g_param_spec_boolean ("single-click-activate", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", SEDIA_TYPE_DATA_TABLE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);
  signals[ACTIVATE] = g_signal_new ("activate", SEDIA_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[LIST_CHANGED] = g_signal_new ("list-changed", SEDIA_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static void
sedia_data_table_init (SediaDataTable *self)
{
}

static void
make_view (SediaDataTable *self)
{
  self->selection = gtk_multi_selection_new (NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  g_object_ref (self->selection);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->spec->label), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->seeker = sedia_table_seeker_new (GTK_WIDGET (self), self->view);
  self->columns = sedia_table_columns_new (self->view, self->spec, layout_changed_cb, self);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_data_table_new:
 * @spec: what is listed, and how it looks; it must live as long as the program
 *
 * Returns: (transfer floating): a table without records
 */
GtkWidget *
sedia_data_table_new (const SediaTableSpec *spec)
{
  SediaDataTable *self;

  g_return_val_if_fail (spec != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_DATA_TABLE, NULL);
  self->spec = spec;
  self->query = sedia_query_new (spec->kind);
  make_view (self);
  sort_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sedia_data_table_set_menu:
 * @self: a table with a view
 * @menu: what can be done with a row; once
 *
 * Opens the menu on a row.
 */
void
sedia_data_table_set_menu (SediaDataTable *self,
                           GMenuModel     *menu)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  sedia_column_view_add_menu (self->view, self->menu);
}

/* The setting as it is: GSettings binds values that are variants only when told how. */
static gboolean
get_layout (GValue   *value,
            GVariant *layout,
            gpointer  data)
{
  g_value_set_variant (value, layout);
  return TRUE;
}

static GVariant *
set_layout (const GValue       *value,
            const GVariantType *type,
            gpointer            data)
{
  return g_value_dup_variant (value);
}

/**
 * sedia_data_table_bind_layout:
 * @self: a table
 * @settings: where it is remembered how it looks
 * @key: the setting, of the type %SEDIA_DATA_TABLE_LAYOUT
 */
void
sedia_data_table_bind_layout (SediaDataTable *self,
                              GSettings      *settings,
                              const char     *key)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));

  g_settings_bind_with_mapping (settings, key, self, "layout", G_SETTINGS_BIND_DEFAULT, get_layout,
                                set_layout, NULL, NULL);
}

/**
 * sedia_data_table_set_store:
 * @self: a table
 * @store: (nullable): what to list
 *
 * Lists another store.
 */
void
sedia_data_table_set_store (SediaDataTable *self,
                            SediaStore     *store)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));
  g_return_if_fail (store == NULL || SEDIA_IS_STORE (store));

  if (self->store == store)
    return;

  drop_store (self);
  if (store == NULL)
    {
      selection_changed_cb (self);
      return;
    }

  self->store = g_object_ref (store);
  self->model = sedia_list_model_new (store, self->query);
  self->keeper = sedia_selection_keeper_new (self->view, self->selection, self->model);
  sedia_table_seeker_set_list (self->seeker, self->model, self->keeper);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->model));

  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/**
 * sedia_data_table_set_query:
 * @self: a table
 * @query: what to list; the order stays what the user chose by the columns' heads
 */
void
sedia_data_table_set_query (SediaDataTable   *self,
                            const SediaQuery *query)
{
  SediaQuery *wanted;

  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));
  g_return_if_fail (query != NULL && query->kind == self->query->kind);

  wanted = sedia_query_copy (query);
  wanted->sort = self->query->sort;
  wanted->descending = self->query->descending;
  sedia_query_free (self->query);
  self->query = wanted;
  ask (self);
}

/**
 * sedia_data_table_sort_by:
 * @self: a table
 * @key: an order, as a column has it, the first way round; the user can choose another
 */
void
sedia_data_table_sort_by (SediaDataTable *self,
                          const char     *key)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));
  g_return_if_fail (key != NULL);

  sedia_table_columns_sort_by (self->columns, key, FALSE);
}

/**
 * sedia_data_table_set_column_wanted:
 * @self: a table
 * @name: a column
 * @is_wanted: whether it is of use just now: in groups by product the product is not
 */
void
sedia_data_table_set_column_wanted (SediaDataTable *self,
                                    const char     *name,
                                    gboolean        is_wanted)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));

  sedia_table_columns_set_wanted (self->columns, name, is_wanted);
}

/**
 * sedia_data_table_get_query:
 * @self: a table
 *
 * Returns: (transfer none): what is listed
 */
const SediaQuery *
sedia_data_table_get_query (SediaDataTable *self)
{
  g_return_val_if_fail (SEDIA_IS_DATA_TABLE (self), NULL);

  return self->query;
}

/**
 * sedia_data_table_get_model: (transfer none) (nullable) the list, NULL without a store.
 */
SediaListModel *
sedia_data_table_get_model (SediaDataTable *self)
{
  g_return_val_if_fail (SEDIA_IS_DATA_TABLE (self), NULL);

  return self->model;
}

/**
 * sedia_data_table_get_state:
 * @self: a table
 * @failure: (out) (optional) (nullable): why the list cannot be read
 *
 * Returns: what there is to show
 */
SediaDataTableState
sedia_data_table_get_state (SediaDataTable  *self,
                            const char     **failure)
{
    const char *said = self->model != NULL ? sedia_list_model_get_failure (self->model) : NULL;

  if (failure != NULL)
    *failure = said;

  if (self->model == NULL || sedia_list_model_is_loading (self->model))
    return SEDIA_DATA_TABLE_LOADING;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    return SEDIA_DATA_TABLE_ROWS;

  return said != NULL ? SEDIA_DATA_TABLE_FAILED : SEDIA_DATA_TABLE_EMPTY;
}

/**
 * sedia_data_table_get_row:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the one row that is selected
 */
SediaRow *
sedia_data_table_get_row (SediaDataTable *self)
{
  g_return_val_if_fail (SEDIA_IS_DATA_TABLE (self), NULL);

  return self->keeper != NULL ? sedia_selection_keeper_get_row (self->keeper) : NULL;
}

/**
 * sedia_data_table_get_selected:
 * @self: a table
 *
 * Returns: the id of the one row that is selected, 0 for none
 */
gint64
sedia_data_table_get_selected (SediaDataTable *self)
{
  SediaRow *row = sedia_data_table_get_row (self);

  return row != NULL ? sedia_row_get_id (row) : 0;
}

/**
 * sedia_data_table_get_n_selected:
 * @self: a table
 *
 * Returns: how many rows are selected
 */
guint
sedia_data_table_get_n_selected (SediaDataTable *self)
{
  g_return_val_if_fail (SEDIA_IS_DATA_TABLE (self), 0);

  return self->keeper != NULL ? sedia_selection_keeper_get_n_selected (self->keeper) : 0;
}

/**
 * sedia_data_table_get_selected_ids:
 * @self: a table
 *
 * Returns: (transfer full) (element-type gint64): what is selected, in the list's order
 */
GArray *
sedia_data_table_get_selected_ids (SediaDataTable *self)
{
  g_return_val_if_fail (SEDIA_IS_DATA_TABLE (self), NULL);

  return self->keeper != NULL ? sedia_selection_keeper_get_ids (self->keeper)
                              : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * sedia_data_table_select:
 * @self: a table
 * @id: a row; 0 for none
 *
 * Selects the row, brings it into view and puts the keyboard on it, now or as soon as it is there.
 */
void
sedia_data_table_select (SediaDataTable *self,
                         gint64          id)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));

  if (id == 0 && self->keeper != NULL)
    sedia_selection_keeper_unselect (self->keeper);
  sedia_table_seeker_seek (self->seeker, id);
}

/**
 * sedia_data_table_focus:
 * @self: a table
 *
 * Puts the keyboard into the list.
 */
void
sedia_data_table_focus (SediaDataTable *self)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (self));

  sedia_table_seeker_focus (self->seeker);
}
