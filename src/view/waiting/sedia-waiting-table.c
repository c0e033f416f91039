/* The list of waiting lines, with their groups.
 *
 * The columns show as room allows: the names, how much is open and until when come first. In groups
 * by product or customer the column that would say the same in every row is not there.
 */
#include "config.h"

#include "sedia-waiting-table.h"

#include "sedia-column-sorter.h"
#include "sedia-column-view.h"
#include "sedia-selection-keeper.h"
#include "sedia-template.h"
#include "sedia-waiting-cells.h"

struct _SediaWaitingTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkPopover *menu;
  GtkColumnViewColumn *position;
  GtkColumnViewColumn *customer;
  GtkColumnViewColumn *product;
  GtkColumnViewColumn *open;
  GtkColumnViewColumn *reserved;
  GtkColumnViewColumn *waiting;
  GtkColumnViewColumn *since;
  GtkColumnViewColumn *need_by;
  GtkColumnViewColumn *told;

  SediaStore *store;
  SediaQuery *query; /* what the page asks for; the order is the columns' */
  SediaListModel *model;
  SediaSelectionKeeper *keeper;
  GArray *widths; /* of int, for each column what it needs; empty before the first rows */
  int room;
};

typedef enum
{
  PROP_ROW = 1,
  PROP_ROOM,
  PROP_SINGLE_CLICK_ACTIVATE,
} SediaWaitingTableProperty;

static GParamSpec *properties[PROP_SINGLE_CLICK_ACTIVATE + 1];

enum
{
  ACTIVATE,
  LIST_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaWaitingTable, sedia_waiting_table, GTK_TYPE_WIDGET)

/* How wide each column must be: heads are longer in some languages than in others. Once is enough,
 * when there are rows: a cell asks for a number of letters, whatever stands in it.
 */
static void
measure_columns (SediaWaitingTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const guint n_columns = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, TRUE);
    }

  g_array_set_size (self->widths, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_array_index (self->widths, int, i) = sedia_column_view_measure (self->view, column);
    }
}

static int
needed_width (SediaWaitingTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  int needed = 0;

  for (guint i = 0; i < self->widths->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        needed += g_array_index (self->widths, int, i);
    }

  return needed;
}

static void
update_columns (SediaWaitingTable *self)
{
  const SediaGrouping grouping = self->query != NULL ? self->query->grouping : SEDIA_GROUP_NONE;
  GtkColumnViewColumn *const least_first[] = {
    self->since, self->reserved, self->told, self->waiting, self->need_by,
  };

  /* A cell that is made later stands last in its row, and would be measured as another's. */
  if (self->widths->len == 0)
    return;

  gtk_column_view_column_set_visible (self->customer, grouping != SEDIA_GROUP_CUSTOMER);
  gtk_column_view_column_set_visible (self->product, grouping != SEDIA_GROUP_PRODUCT);

  for (guint i = 0; i < G_N_ELEMENTS (least_first); i++)
    gtk_column_view_column_set_visible (least_first[i], TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (least_first) && needed_width (self) > self->room; i++)
    gtk_column_view_column_set_visible (least_first[i], FALSE);
}

static void
apply_query (SediaWaitingTable *self)
{
  g_autoptr (SediaQuery) query = NULL;

  if (self->model == NULL || self->query == NULL)
    return;

  query = sedia_query_copy (self->query);
  query->sort = sedia_column_sorter_probe_sort (gtk_column_view_get_sorter (self->view),
                                                &query->descending);
  sedia_list_model_set_query (self->model, query);
  update_columns (self);
}

/* The row with the focus need not be the selected one: what is opened is both. */
static void
activate_cb (SediaWaitingTable *self,
             guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
list_changed_cb (SediaWaitingTable *self)
{
  if (self->widths->len == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    {
      measure_columns (self);
      update_columns (self);
    }

  g_signal_emit (self, signals[LIST_CHANGED], 0);
}

static void
row_cb (SediaWaitingTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static void
sedia_waiting_table_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SediaWaitingTable *self = SEDIA_WAITING_TABLE (object);

  switch ((SediaWaitingTableProperty) prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, sedia_waiting_table_get_row (self));
      break;

    case PROP_ROOM:
      g_value_set_int (value, self->room);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      g_value_set_boolean (value, gtk_column_view_get_single_click_activate (self->view));
      break;
    }
}

static void
sedia_waiting_table_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SediaWaitingTable *self = SEDIA_WAITING_TABLE (object);

  switch ((SediaWaitingTableProperty) prop_id)
    {
    case PROP_ROOM:
      self->room = g_value_get_int (value);
      update_columns (self);
      break;

    case PROP_SINGLE_CLICK_ACTIVATE:
      gtk_column_view_set_single_click_activate (self->view, g_value_get_boolean (value));
      break;

    case PROP_ROW:
      break;
    }
}

static void
sedia_waiting_table_dispose (GObject *object)
{
  SediaWaitingTable *self = SEDIA_WAITING_TABLE (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_WAITING_TABLE);

  G_OBJECT_CLASS (sedia_waiting_table_parent_class)->dispose (object);
}

static void
sedia_waiting_table_finalize (GObject *object)
{
  SediaWaitingTable *self = SEDIA_WAITING_TABLE (object);

  g_clear_pointer (&self->query, sedia_query_free);
  g_clear_pointer (&self->widths, g_array_unref);

  G_OBJECT_CLASS (sedia_waiting_table_parent_class)->finalize (object);
}

static void
sedia_waiting_table_class_init (SediaWaitingTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_waiting_table_dispose;
  object_class->finalize = sedia_waiting_table_finalize;
  object_class->get_property = sedia_waiting_table_get_property;
  object_class->set_property = sedia_waiting_table_set_property;

  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, SEDIA_TYPE_WAITING_ROW,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SINGLE_CLICK_ACTIVATE] =
    g_param_spec_boolean ("single-click-activate", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATE] = g_signal_new ("activate", SEDIA_TYPE_WAITING_TABLE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LIST_CHANGED] = g_signal_new ("list-changed", SEDIA_TYPE_WAITING_TABLE,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_COLUMN_SORTER);
  g_type_ensure (SEDIA_TYPE_WAITING_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/waiting-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, view);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, selection);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, menu);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, position);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, customer);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, product);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, open);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, reserved);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, waiting);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, since);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, need_by);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingTable, told);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  sedia_waiting_cells_bind (widget_class);
}

static void
sedia_waiting_table_init (SediaWaitingTable *self)
{
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_column_view_add_menu (self->view, self->menu);
  sedia_column_view_align_end (self->view, self->position);
  sedia_column_view_align_end (self->view, self->open);
  sedia_column_view_align_end (self->view, self->reserved);
  sedia_column_view_align_end (self->view, self->waiting);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (apply_query), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_waiting_table_new:
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
sedia_waiting_table_new (void)
{
  return g_object_new (SEDIA_TYPE_WAITING_TABLE, NULL);
}

static void
make_model (SediaWaitingTable *self)
{
  self->model = sedia_list_model_new (self->store, self->query);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::n-items", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->keeper = sedia_selection_keeper_new (self->view, self->selection, self->model);
  g_signal_connect_object (self->keeper, "notify::row", G_CALLBACK (row_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

/**
 * sedia_waiting_table_set_store:
 * @self: the table
 * @store: (nullable): where the lines come from, after the first query has been set
 */
void
sedia_waiting_table_set_store (SediaWaitingTable *self,
                               SediaStore        *store)
{
  g_return_if_fail (SEDIA_IS_WAITING_TABLE (self));

  if (!g_set_object (&self->store, store))
    return;

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->keeper);
  g_clear_object (&self->model);

  if (self->store != NULL && self->query != NULL)
    {
      make_model (self);
      apply_query (self);
    }
}

/**
 * sedia_waiting_table_set_query:
 * @self: the table
 * @query: what to show; the order is what the user chose by the columns' heads
 */
void
sedia_waiting_table_set_query (SediaWaitingTable *self,
                               const SediaQuery  *query)
{
  g_return_if_fail (SEDIA_IS_WAITING_TABLE (self));
  g_return_if_fail (query != NULL);

  g_clear_pointer (&self->query, sedia_query_free);
  self->query = sedia_query_copy (query);

  if (self->model == NULL && self->store != NULL)
    make_model (self);
  apply_query (self);
  update_columns (self);
}

/**
 * sedia_waiting_table_get_model: (nullable) (transfer none) the list.
 */
SediaListModel *
sedia_waiting_table_get_model (SediaWaitingTable *self)
{
  g_return_val_if_fail (SEDIA_IS_WAITING_TABLE (self), NULL);

  return self->model;
}

/**
 * sedia_waiting_table_get_row: (nullable) (transfer none) what is selected.
 */
SediaWaitingRow *
sedia_waiting_table_get_row (SediaWaitingTable *self)
{
  SediaRow *row;

  g_return_val_if_fail (SEDIA_IS_WAITING_TABLE (self), NULL);

  row = self->keeper != NULL ? sedia_selection_keeper_get_row (self->keeper) : NULL;

  return row != NULL ? SEDIA_WAITING_ROW (row) : NULL;
}

/**
 * sedia_waiting_table_select:
 * @self: the table
 * @id: a line, or a heading; 0 for nothing
 *
 * Selects it and scrolls to it, as soon as it is there.
 */
void
sedia_waiting_table_select (SediaWaitingTable *self,
                            gint64             id)
{
  g_return_if_fail (SEDIA_IS_WAITING_TABLE (self));

  if (self->keeper == NULL)
    return;

  if (id != 0)
    sedia_selection_keeper_select (self->keeper, id);
  else
    sedia_selection_keeper_unselect (self->keeper);
}

/**
 * sedia_waiting_table_focus: Puts the keyboard into the list.
 */
void
sedia_waiting_table_focus (SediaWaitingTable *self)
{
  g_return_if_fail (SEDIA_IS_WAITING_TABLE (self));

  sedia_column_view_focus (self->view);
}
