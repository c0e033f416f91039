/* Keeps what is selected, and where the list is scrolled to, while the list changes.
 *
 *   before-reset       note ids and scroll place
 *     items-changed      all rows gone: the list is being read anew
 *   after-reset        find the ids again; a place in the same query is scrolled back to
 *
 * Between the two the selection model loses what is selected; nobody is told.
 */
#include "config.h"

#include "sedia-selection-keeper.h"

#include "sedia-column-view.h"

/* More than a person has chosen one by one is not looked for again among new rows. */
#define MOST_KEPT 1000

struct _SediaSelectionKeeper
{
  GObject parent_instance;

  GtkColumnView *view; /* not owned: the view's page owns this */
  GtkMultiSelection *selection;
  SediaListModel *model;

  SediaRow *row;       /* the one that is selected */
  guint n_selected;
  GArray *wanted;      /* (element-type gint64) ids to select as soon as they are in the list */
  gboolean is_asked;   /* somebody asked for it: scroll to it */
  gboolean is_resetting;
  gboolean is_emptied; /* all rows went since before-reset */
  SediaQuery *query;   /* of the rows before the reset */
  double scrolled_to;
  guint scroll_source;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaSelectionKeeper, sedia_selection_keeper, G_TYPE_OBJECT)

static GtkBitset *
selected_positions (SediaSelectionKeeper *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

static void
take_selected (SediaSelectionKeeper *self)
{
  g_autoptr (GtkBitset) positions = selected_positions (self);
  const guint n_selected = (guint) gtk_bitset_get_size (positions);
  g_autoptr (SediaRow) row = NULL;

  if (n_selected == 1)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                 gtk_bitset_get_minimum (positions));

  if (g_set_object (&self->row, row) || self->n_selected != n_selected)
    {
      self->n_selected = n_selected;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
forget_wanted (SediaSelectionKeeper *self)
{
  g_array_set_size (self->wanted, 0);
  self->is_asked = FALSE;
}

static void
selected_cb (SediaSelectionKeeper *self)
{
  g_autoptr (GtkBitset) positions = NULL;

  if (self->is_resetting)
    return;

  /* The user chose, while the rows that were selected before are still being looked for. */
  positions = selected_positions (self);
  if (!gtk_bitset_is_empty (positions))
    forget_wanted (self);

  if (self->wanted->len == 0)
    take_selected (self);
}

/* ---- finding again */

static GtkBitset *
find_one (SediaSelectionKeeper *self)
{
  GtkBitset *found = gtk_bitset_new_empty ();
  guint position;

  if (sedia_list_model_find (self->model, g_array_index (self->wanted, gint64, 0), &position))
    gtk_bitset_add (found, position);

  return found;
}

static GtkBitset *
find_many (SediaSelectionKeeper *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *found = gtk_bitset_new_empty ();
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < self->wanted->len; i++)
    g_hash_table_add (wanted, &g_array_index (self->wanted, gint64, i));

  for (guint i = 0; i < n_rows; i++)
    {
      const gint64 id = sedia_list_model_get_id (self->model, i);

      if (g_hash_table_contains (wanted, &id))
        gtk_bitset_add (found, i);
    }

  return found;
}

/* TRUE when all that is wanted is in the list and selected. */
static gboolean
find_wanted (SediaSelectionKeeper *self)
{
  g_autoptr (GtkBitset) found = NULL;
  g_autoptr (GtkBitset) all = NULL;
  const gboolean is_asked = self->is_asked;
  gboolean is_whole;

  if (self->wanted->len == 0)
    return FALSE;

  found = self->wanted->len == 1 ? find_one (self) : find_many (self);
  if (gtk_bitset_is_empty (found))
    return FALSE;

  is_whole = gtk_bitset_get_size (found) == self->wanted->len;
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  if (is_whole)
    g_array_set_size (self->wanted, 0);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), found, all);
  take_selected (self);

  self->is_asked = FALSE;
  if (is_asked)
    sedia_column_view_scroll_to (self->view, gtk_bitset_get_minimum (found));

  return is_whole;
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
note_selected (SediaSelectionKeeper *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->n_selected == 0 || self->n_selected > MOST_KEPT)
    return;

  ids = sedia_selection_keeper_get_ids (self);
  g_array_append_vals (self->wanted, ids->data, ids->len);
}

static void
before_reset_cb (SediaSelectionKeeper *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->wanted->len == 0)
    note_selected (self);

  if (self->scroll_source == 0 && adjustment != NULL)
    self->scrolled_to = gtk_adjustment_get_value (adjustment);

  self->is_resetting = TRUE;
  self->is_emptied = FALSE;
}

/* A row that is selected can leave the list; the selection model tells nobody. */
static void
items_changed_cb (SediaSelectionKeeper *self)
{
  if (!self->is_resetting)
    selected_cb (self);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
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
      forget_wanted (self);
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

/* ---- the object */

static void
sedia_selection_keeper_dispose (GObject *object)
{
  SediaSelectionKeeper *self = SEDIA_SELECTION_KEEPER (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sedia_selection_keeper_parent_class)->dispose (object);
}

static void
sedia_selection_keeper_finalize (GObject *object)
{
  SediaSelectionKeeper *self = SEDIA_SELECTION_KEEPER (object);

  g_clear_pointer (&self->query, sedia_query_free);
  g_clear_pointer (&self->wanted, g_array_unref);

  G_OBJECT_CLASS (sedia_selection_keeper_parent_class)->finalize (object);
}

static void
sedia_selection_keeper_class_init (SediaSelectionKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sedia_selection_keeper_dispose;
  object_class->finalize = sedia_selection_keeper_finalize;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_SELECTION_KEEPER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_selection_keeper_init (SediaSelectionKeeper *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
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
sedia_selection_keeper_new (GtkColumnView     *view,
                            GtkMultiSelection *selection,
                            SediaListModel    *model)
{
  SediaSelectionKeeper *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (GTK_IS_MULTI_SELECTION (selection), NULL);
  g_return_val_if_fail (SEDIA_IS_LIST_MODEL (model), NULL);

  self = g_object_new (SEDIA_TYPE_SELECTION_KEEPER, NULL);
  self->view = view;
  self->selection = g_object_ref (selection);
  self->model = g_object_ref (model);
  self->query = sedia_query_copy (sedia_list_model_get_query (model));

  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "before-reset", G_CALLBACK (before_reset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "after-reset", G_CALLBACK (after_reset_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_selection_keeper_get_row: (nullable) (transfer none) the one row that is selected.
 */
SediaRow *
sedia_selection_keeper_get_row (SediaSelectionKeeper *self)
{
  g_return_val_if_fail (SEDIA_IS_SELECTION_KEEPER (self), NULL);

  return self->row;
}

/**
 * sedia_selection_keeper_get_n_selected: How many rows are selected.
 */
guint
sedia_selection_keeper_get_n_selected (SediaSelectionKeeper *self)
{
  g_return_val_if_fail (SEDIA_IS_SELECTION_KEEPER (self), 0);

  return self->n_selected;
}

/**
 * sedia_selection_keeper_get_ids:
 * @self: the keeper
 *
 * Returns: (transfer full) (element-type gint64): the ids of what is selected, in the list's order
 */
GArray *
sedia_selection_keeper_get_ids (SediaSelectionKeeper *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) positions = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (SEDIA_IS_SELECTION_KEEPER (self), ids);

  positions = selected_positions (self);
  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, positions, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    {
      const gint64 id = sedia_list_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * sedia_selection_keeper_select:
 * @self: the keeper
 * @id: a row
 *
 * Selects the row alone and scrolls to it, now or as soon as the list that is being read has it.
 */
void
sedia_selection_keeper_select (SediaSelectionKeeper *self,
                               gint64                id)
{
  g_return_if_fail (SEDIA_IS_SELECTION_KEEPER (self));

  g_array_set_size (self->wanted, 0);
  g_array_append_val (self->wanted, id);
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

  forget_wanted (self);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  take_selected (self);
}
