/* The columns of a table.
 *
 * Whether a column shows: the table wants it, and there is room. How wide each must be is measured
 * once, when there are rows: heads are longer in some languages than in others, and a cell asks for
 * a number of letters, whatever stands in it. A width the user gave wins.
 */
#include "config.h"

#include "sedia-table-columns.h"

#include "sedia-column-sorter.h"
#include "sedia-column-view.h"

#include <glib/gi18n.h>

typedef struct
{
  const SediaTableColumn *about;
  GtkColumnViewColumn *column;
  gboolean is_wanted;
  gboolean shows;
  int width; /* what it needs, 0 before it was measured */
} Column;

struct _SediaTableColumns
{
  GtkColumnView *view; /* not owned: the table's template has it */
  GArray *columns;     /* of Column, in the order of the template */
  gboolean is_measured;
  int room;
  guint most_yielding; /* the highest turn of a column to go */
  gboolean is_setting; /* not the user, but we change the layout */
  SediaTableColumnsFunc changed;
  gpointer data;
};

static Column *
column_at (SediaTableColumns *self,
           guint              index)
{
  return &g_array_index (self->columns, Column, index);
}

static Column *
find_name (SediaTableColumns *self,
           const char        *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (column_at (self, i)->about->name, name))
      return column_at (self, i);

  return NULL;
}

static guint
find_column (SediaTableColumns   *self,
             GtkColumnViewColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (column_at (self, i)->column == column)
      return i;

  g_return_val_if_reached (0);
}

static void
layout_changed_cb (SediaTableColumns *self)
{
  if (!self->is_setting)
    self->changed (self->data);
}

/* ---- which of them show */

static int
needed_width (SediaTableColumns *self)
{
  int needed = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *each = column_at (self, i);

      if (each->shows)
        needed += MAX (each->width, gtk_column_view_column_get_fixed_width (each->column));
    }

  return needed;
}

/* Decided first and done afterwards: a column that only blinked would build all its cells anew. */
static void
update_shown (SediaTableColumns *self)
{
  /* A cell that is made later stands last in its row, and would be measured as another's. */
  if (!self->is_measured)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    column_at (self, i)->shows = column_at (self, i)->is_wanted;

  for (guint turn = 1; turn <= self->most_yielding && needed_width (self) > self->room; turn++)
    for (guint i = 0; i < self->columns->len; i++)
      if (column_at (self, i)->about->yields == turn)
        column_at (self, i)->shows = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (column_at (self, i)->column, column_at (self, i)->shows);
}

/**
 * sedia_table_columns_is_measured: Whether it is known how wide the columns must be.
 */
gboolean
sedia_table_columns_is_measured (SediaTableColumns *self)
{
  return self->is_measured;
}

/**
 * sedia_table_columns_measure:
 * @self: columns of a view that has rows
 *
 * Finds out how wide each column must be, and shows those there is room for.
 */
void
sedia_table_columns_measure (SediaTableColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (column_at (self, i)->column, TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    column_at (self, i)->width = sedia_column_view_measure (self->view,
                                                            column_at (self, i)->column);

  self->is_measured = TRUE;
  update_shown (self);
}

/**
 * sedia_table_columns_set_room: How wide the table may be, in pixels.
 */
void
sedia_table_columns_set_room (SediaTableColumns *self,
                              int                room)
{
  self->room = room;
  update_shown (self);
}

/**
 * sedia_table_columns_set_wanted: Whether a column is of use just now.
 */
void
sedia_table_columns_set_wanted (SediaTableColumns *self,
                                const char        *name,
                                gboolean           is_wanted)
{
  Column *column = find_name (self, name);

  g_return_if_fail (column != NULL);

  column->is_wanted = is_wanted;
  update_shown (self);
}

/**
 * sedia_table_columns_get_shown:
 * @self: the columns
 *
 * Returns: (transfer full) (element-type guint): those that show, in their order, each by its place
 *   in the table's spec
 */
GArray *
sedia_table_columns_get_shown (SediaTableColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const guint index = find_column (self, column);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (shown, index);
    }

  return shown;
}

/* ---- how they are laid out */

/**
 * sedia_table_columns_get_layout:
 * @self: the columns
 *
 * Returns: (transfer floating): %SEDIA_DATA_TABLE_LAYOUT as it is now
 */
GVariant *
sedia_table_columns_get_layout (SediaTableColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GVariantBuilder widths;
  GtkSortType direction;
  const char *key = sedia_column_sorter_probe (gtk_column_view_get_sorter (self->view), &direction);

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a(si)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const Column *found = column_at (self, find_column (self, column));

      g_variant_builder_add (&widths, "(si)", found->about->name,
                             gtk_column_view_column_get_fixed_width (column));
    }

  return g_variant_new ("(sba(si))", key != NULL ? key : "",
                        key != NULL && direction == GTK_SORT_DESCENDING, &widths);
}

/**
 * sedia_table_columns_sort_by: Marks a column as the order there is: the one with that key.
 */
void
sedia_table_columns_sort_by (SediaTableColumns *self,
                             const char        *key,
                             gboolean           is_descending)
{
  GtkColumnViewColumn *chosen = NULL;
  gboolean was_setting;

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkSorter *sorter = gtk_column_view_column_get_sorter (column_at (self, i)->column);
      g_autofree char *its_key = NULL;

      if (sorter == NULL)
        continue;
      g_object_get (sorter, "key", &its_key, NULL);
      if (g_str_equal (its_key, key))
        chosen = column_at (self, i)->column;
    }

  /* GTK 4.8 leaves the arrow on the column it was by before, unless it is told to forget it. */
  was_setting = self->is_setting;
  self->is_setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  self->is_setting = was_setting;
  gtk_column_view_sort_by_column (self->view, chosen,
                                  is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * sedia_table_columns_set_layout:
 * @self: the columns
 * @layout: %SEDIA_DATA_TABLE_LAYOUT; names that no column has are passed over, columns it does not
 *   name come last
 */
void
sedia_table_columns_set_layout (SediaTableColumns *self,
                                GVariant          *layout)
{
  g_autoptr (GVariantIter) widths = NULL;
  const char *key, *name;
  gboolean is_descending;
  guint position = 0;
  int width;

  g_return_if_fail (g_variant_is_of_type (layout, SEDIA_DATA_TABLE_LAYOUT));

  self->is_setting = TRUE;
  g_variant_get (layout, "(&sba(si))", &key, &is_descending, &widths);
  while (g_variant_iter_next (widths, "(&si)", &name, &width))
    {
      Column *column = find_name (self, name);

      if (column == NULL)
        continue;
      gtk_column_view_insert_column (self->view, position++, column->column);
      gtk_column_view_column_set_fixed_width (column->column, MAX (width, -1));
    }
  if (position > 0)
    sedia_table_columns_sort_by (self, key, is_descending);
  self->is_setting = FALSE;

  update_shown (self);
}

/* ---- the whole */

static GtkColumnViewColumn *
make_column (const SediaTableSpec *spec,
             guint                 index)
{
  const SediaTableColumn *about = &spec->columns[index];
  GtkListItemFactory *factory = sedia_table_cell_factory_new (about->kind, about->min_chars,
                                                              about->nat_chars, spec->describe,
                                                              index);
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (g_dpgettext2 (NULL, "column", about->title), factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, about->expands);
  if (about->sort != NULL)
    {
      g_autoptr (GtkSorter) sorter = sedia_column_sorter_new (about->sort);

      gtk_column_view_column_set_sorter (column, sorter);
    }

  return column;
}

/**
 * sedia_table_columns_new:
 * @view: a column view without columns; it must outlive this
 * @spec: which columns
 * @changed: told when the user changed the layout
 * @data: for @changed
 *
 * Returns: (transfer full): the columns of a table
 */
SediaTableColumns *
sedia_table_columns_new (GtkColumnView         *view,
                         const SediaTableSpec  *spec,
                         SediaTableColumnsFunc  changed,
                         gpointer               data)
{
  SediaTableColumns *self = g_new0 (SediaTableColumns, 1);

  self->view = view;
  self->changed = changed;
  self->data = data;
  self->room = G_MAXINT;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint i = 0; i < spec->n_columns; i++)
    {
      const SediaTableColumn *about = &spec->columns[i];
      Column column = { about, make_column (spec, i), TRUE, TRUE, 0 };

      g_array_append_val (self->columns, column);
      gtk_column_view_append_column (view, column.column);
      self->most_yielding = MAX (self->most_yielding, about->yields);
      if (about->kind == SEDIA_CELL_NUMBER || about->kind == SEDIA_CELL_MARK)
        sedia_column_view_align_end (view, column.column);
      g_signal_connect_swapped (column.column, "notify::fixed-width",
                                G_CALLBACK (layout_changed_cb), self);
    }

  if (spec->sort != NULL)
    sedia_table_columns_sort_by (self, spec->sort, FALSE);
  g_signal_connect_swapped (gtk_column_view_get_columns (view), "items-changed",
                            G_CALLBACK (layout_changed_cb), self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (view), "changed",
                            G_CALLBACK (layout_changed_cb), self);

  return self;
}

/**
 * sedia_table_columns_free: Lets go of the columns; the view may keep them.
 */
void
sedia_table_columns_free (SediaTableColumns *self)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
  g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_signal_handlers_disconnect_by_data (column_at (self, i)->column, self);
      g_object_unref (column_at (self, i)->column);
    }

  g_array_unref (self->columns);
  g_free (self);
}
