/* Keeps what is selected, and where the list is scrolled to, while the list changes.
 *
 *   before-reset       note id and scroll place
 *     items-changed      all rows gone: the list is being read anew
 *   after-reset        find the id again; a place in the same query is scrolled back to
 *
 * Between the two the selection model loses what is selected; nobody is told.
 */
#include "config.h"

#include "sedia-selection-keeper.h"

#include "sedia-column-view.h"

struct _SediaSelectionKeeper
{
  GObject parent_instance;

  GtkColumnView *view; /* not owned: the view's page owns this */
  GtkSingleSelection *selection;
  SediaListModel *model;

  SediaRow *row;       /* what is selected */
  gint64 wanted;       /* id to select as soon as it is in the list; 0 for none */
  gboolean is_asked;   /* somebody asked for it: scroll to it */
  gboolean is_resetting;
  gboolean is_emptied; /* all rows went since before-reset */
  SediaQuery *query;   /* of the rows before the reset */
  double scrolled_to;
  guint scroll_source;
};

typedef enum
{
  PROP_ROW = 1,
} SediaSelectionKeeperProperty;

static GParamSpec *properties[PROP_ROW + 1];

G_DEFINE_FINAL_TYPE (SediaSelectionKeeper, sedia_selection_keeper, G_TYPE_OBJECT)

static void
take_selected (SediaSelectionKeeper *self)
{
  SediaRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static void
selected_cb (SediaSelectionKeeper *self)
{
  if (self->is_resetting)
    return;

  /* The user chose, while the row that was selected before is still being looked for. */
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    self->wanted = 0;

  if (self->wanted == 0)
    take_selected (self);
}

/* TRUE when the wanted row is in the list. */
static gboolean
find_wanted (SediaSelectionKeeper *self)
{
  guint position;

  if (self->wanted == 0 || !sedia_list_model_find (self->model, self->wanted, &position))
    return FALSE;

  self->wanted = 0;
  gtk_single_selection_set_selected (self->selection, position);
  take_selected (self);

  if (self->is_asked)
    sedia_column_view_scroll_to (self->view, position);
  self->is_asked = FALSE;

  return TRUE;
}

static gboolean
scroll_cb (gpointer data)
{
  SediaSelectionKeeper *self = SEDIA_SELECTION_KEEPER (data);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  self->scroll_source = 0;
  gtk_adjustment_set_value (adjustment, self->scrolled_to);

  return G_SOURCE_REMOVE;
}

static void
before_reset_cb (SediaSelectionKeeper *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->wanted == 0 && self->row != NULL)
    self->wanted = sedia_row_get_id (self->row);

  if (self->scroll_source == 0 && adjustment != NULL)
    self->scrolled_to = gtk_adjustment_get_value (adjustment);

  self->is_resetting = TRUE;
  self->is_emptied = FALSE;
}

static void
items_changed_cb (SediaSelectionKeeper *self)
{
  if (self->is_resetting && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    self->is_emptied = TRUE;
}

static void
after_reset_cb (SediaSelectionKeeper *self,
                gboolean              is_complete)
{
  const SediaQuery *query = sedia_list_model_get_query (self->model);
  gboolean is_same = self->query != NULL && sedia_query_equal (self->query, query);
  gboolean is_found = find_wanted (self);

  self->is_resetting = FALSE;

  if (!is_found && is_complete)
    {
      self->wanted = 0;
      self->is_asked = FALSE;
      take_selected (self);
    }

  /* Once the new rows have their places; before that there is nothing to scroll. */
  if (self->is_emptied && is_same && self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);

  if (!is_same)
    {
      g_clear_pointer (&self->query, sedia_query_free);
      self->query = sedia_query_copy (query);
    }
}

static void
sedia_selection_keeper_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  SediaSelectionKeeper *self = SEDIA_SELECTION_KEEPER (object);

  switch ((SediaSelectionKeeperProperty) prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    }
}

static void
sedia_selection_keeper_dispose (GObject *object)
{
  SediaSelectionKeeper *self = SEDIA_SELECTION_KEEPER (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->query, sedia_query_free);

  G_OBJECT_CLASS (sedia_selection_keeper_parent_class)->dispose (object);
}

static void
sedia_selection_keeper_class_init (SediaSelectionKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_selection_keeper_dispose;
  object_class->get_property = sedia_selection_keeper_get_property;

  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, SEDIA_TYPE_ROW,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_selection_keeper_init (SediaSelectionKeeper *self)
{
}

/**
 * sedia_selection_keeper_new:
 * @view: where the list is shown; it must outlive the keeper
 * @selection: the selection model of @view
 * @model: the list below it
 *
 * Returns: (transfer full): a keeper; it works as long as it lives
 */
SediaSelectionKeeper *
sedia_selection_keeper_new (GtkColumnView      *view,
                            GtkSingleSelection *selection,
                            SediaListModel     *model)
{
  SediaSelectionKeeper *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (selection), NULL);
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (model), NULL);

  self = g_object_new (SEDIA_TYPE_SELECTION_KEEPER, NULL);
  self->view = view;
  self->selection = g_object_ref (selection);
  self->model = g_object_ref (model);
  self->query = sedia_query_copy (sedia_list_model_get_query (model));

  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "before-reset", G_CALLBACK (before_reset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "after-reset", G_CALLBACK (after_reset_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_selection_keeper_get_row: (nullable) (transfer none) what is selected.
 */
SediaRow *
sedia_selection_keeper_get_row (SediaSelectionKeeper *self)
{
  g_return_val_if_fail (SEDIA_IS_SELECTION_KEEPER (self), NULL);

  return self->row;
}

/**
 * sedia_selection_keeper_select:
 * @self: the keeper
 * @id: a row
 *
 * Selects the row and scrolls to it, now or as soon as the list that is being read has it.
 */
void
sedia_selection_keeper_select (SediaSelectionKeeper *self,
                               gint64                id)
{
  g_return_if_fail (SEDIA_IS_SELECTION_KEEPER (self));

  self->wanted = id;
  self->is_asked = TRUE;

  if (!find_wanted (self) && !sedia_list_model_is_loading (self->model))
    sedia_selection_keeper_unselect (self);
}

/**
 * sedia_selection_keeper_unselect: Selects nothing.
 */
void
sedia_selection_keeper_unselect (SediaSelectionKeeper *self)
{
  g_return_if_fail (SEDIA_IS_SELECTION_KEEPER (self));

  self->wanted = 0;
  self->is_asked = FALSE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  take_selected (self);
}
