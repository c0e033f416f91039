/* A file as it is read: see sedia-import-grid.h.
 *
 * Heads and cells are in two rows that scroll sideways together; a size group keeps each column as
 * wide below as above. Files of shop systems have sixty columns: the first ones are made at once,
 * the others a few at a time, so that the window never stands still.
 */
#include "config.h"

#include "sedia-import-grid.h"

#include "sedia-import-cells.h"
#include "sedia-import-column.h"
#include "sedia-import-words.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define COLUMNS_AT_ONCE 6

typedef struct
{
  SediaImportColumn *head;
  GtkLabel *cells;
  GtkSizeGroup *widths;
} Column;

struct _SediaImportGrid
{
  GtkWidget parent_instance;

  GtkScrolledWindow *head_scroller;
  GtkScrolledWindow *cell_scroller;
  GtkBox *heads;
  GtkBox *cells;
  GtkWidget *corner;
  GtkLabel *lines;

  SediaImportSheet *sheet; /* not owned: what is shown */
  SediaColumns *shown;     /* whose columns there are widgets for; NULL for none */
  GtkStringList *fields;   /* what a column can be */
  GArray *field_of;        /* SediaField, in the order of @fields */
  GArray *columns;         /* Column */
  guint source;            /* makes the rest of them */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaImportGrid, sedia_import_grid, GTK_TYPE_WIDGET)

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_clear_object (&column->widths);
}

/* ---- what a column can be */

static void
add_field (SediaImportGrid *self,
           SediaField       field,
           SediaImportKind  kind)
{
  gtk_string_list_append (self->fields, sedia_import_field_label (field, kind));
  g_array_append_val (self->field_of, field);
}

static void
list_fields (SediaImportGrid *self,
             SediaImportKind  kind)
{
  g_clear_object (&self->fields);
  self->fields = gtk_string_list_new (NULL);
  g_array_set_size (self->field_of, 0);

  for (guint i = SEDIA_FIELD_NONE; i < SEDIA_N_FIELDS; i++)
    if (sedia_field_for_kind ((SediaField) i, kind))
      add_field (self, (SediaField) i, kind);
}

static guint
index_of_field (SediaImportGrid *self,
                SediaField       field)
{
  for (guint i = 0; i < self->field_of->len; i++)
    if (g_array_index (self->field_of, SediaField, i) == field)
      return i;

  return 0;
}

/* ---- columns */

static void
chosen_cb (SediaImportGrid   *self,
           guint              index,
           SediaImportColumn *head)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, Column, i).head == head)
      {
        g_signal_emit (self, signals[CHOSEN], 0, i,
                       (guint) g_array_index (self->field_of, SediaField, index));
        return;
      }
}

/* The text as a whole, and its lines among themselves. */
static void
align_cells (GtkLabel *cells,
             gboolean  are_numbers)
{
  gtk_label_set_xalign (cells, are_numbers ? 1 : 0);
  gtk_label_set_justify (cells, are_numbers ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

static void
fill_column (SediaImportGrid *self,
             guint            index)
{
  const Column *column = &g_array_index (self->columns, Column, index);
  const SediaColumns *columns = sedia_import_sheet_get_columns (self->sheet);
  g_autofree char *markup = sedia_import_cells_markup (self->sheet, index);
  int rival;
  const SediaTrust trust = sedia_import_sheet_get_trust (self->sheet, index, &rival);

  gtk_label_set_markup (column->cells, markup);
  align_cells (column->cells, sedia_import_cells_are_numbers (self->sheet, index));
  sedia_import_column_set (column->head, index_of_field (self, columns->fields[index]), trust,
                           rival >= 0 ? columns->headers[rival] : NULL);
}

static GtkWidget *
make_cells (void)
{
  GtkWidget *cells = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (cells), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cells), 28);
  gtk_label_set_yalign (GTK_LABEL (cells), 0);
  gtk_widget_add_css_class (cells, "import-cells");
  gtk_widget_add_css_class (cells, "numeric");

  return cells;
}

static void
make_column (SediaImportGrid *self)
{
  const guint index = self->columns->len;
  g_autofree char *header = sedia_import_cells_header (self->shown->headers[index]);
  GtkWidget *head = sedia_import_column_new (header, G_LIST_MODEL (self->fields));
  GtkWidget *cells = make_cells ();
  Column column = { SEDIA_IMPORT_COLUMN (head), GTK_LABEL (cells),
                    gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL) };

  gtk_accessible_update_property (GTK_ACCESSIBLE (cells), GTK_ACCESSIBLE_PROPERTY_LABEL, header,
                                  -1);
  g_signal_connect_object (head, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_size_group_add_widget (column.widths, head);
  gtk_size_group_add_widget (column.widths, cells);
  gtk_box_append (self->heads, head);
  gtk_box_append (self->cells, cells);

  g_array_append_val (self->columns, column);
  fill_column (self, index);
}

/* Whether there are more to make. */
static gboolean
make_some (SediaImportGrid *self)
{
  for (guint i = 0; i < COLUMNS_AT_ONCE && self->columns->len < self->shown->n_columns; i++)
    make_column (self);

  return self->columns->len < self->shown->n_columns;
}

static gboolean
make_some_cb (gpointer data)
{
  SediaImportGrid *self = SEDIA_IMPORT_GRID (data);

  if (make_some (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
drop_columns (SediaImportGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      gtk_box_remove (self->heads, GTK_WIDGET (column->head));
      gtk_box_remove (self->cells, GTK_WIDGET (column->cells));
    }

  g_array_set_size (self->columns, 0);
  g_clear_pointer (&self->shown, sedia_columns_free);
}

static gboolean
has_widgets_for (SediaImportGrid    *self,
                 const SediaColumns *columns)
{
  return self->shown != NULL && self->shown->kind == columns->kind &&
         g_strv_equal ((const char *const *) self->shown->headers,
                       (const char *const *) columns->headers);
}

/* ---- the widget */

static void
sedia_import_grid_dispose (GObject *object)
{
  SediaImportGrid *self = SEDIA_IMPORT_GRID (object);

  g_clear_handle_id (&self->source, g_source_remove);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_IMPORT_GRID);

  G_OBJECT_CLASS (sedia_import_grid_parent_class)->dispose (object);
}

static void
sedia_import_grid_finalize (GObject *object)
{
  SediaImportGrid *self = SEDIA_IMPORT_GRID (object);

  g_array_unref (self->columns);
  g_array_unref (self->field_of);
  g_clear_object (&self->fields);
  g_clear_pointer (&self->shown, sedia_columns_free);

  G_OBJECT_CLASS (sedia_import_grid_parent_class)->finalize (object);
}

static void
sedia_import_grid_class_init (SediaImportGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_import_grid_dispose;
  object_class->finalize = sedia_import_grid_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", SEDIA_TYPE_IMPORT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, head_scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, cell_scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, heads);
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, cells);
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, corner);
  gtk_widget_class_bind_template_child (widget_class, SediaImportGrid, lines);
}

static void
sedia_import_grid_init (SediaImportGrid *self)
{
  g_autoptr (GtkSizeGroup) widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->field_of = g_array_new (FALSE, FALSE, sizeof (SediaField));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_size_group_add_widget (widths, self->corner);
  gtk_size_group_add_widget (widths, GTK_WIDGET (self->lines));
  gtk_scrolled_window_set_hadjustment (
    self->head_scroller, gtk_scrolled_window_get_hadjustment (self->cell_scroller));
}

/**
 * sedia_import_grid_new:
 *
 * Returns: (transfer floating): a grid that shows nothing
 */
GtkWidget *
sedia_import_grid_new (void)
{
  return g_object_new (SEDIA_TYPE_IMPORT_GRID, NULL);
}

/**
 * sedia_import_grid_show:
 * @self: a grid
 * @sheet: (nullable): a file; it must stay until another one, or none, is shown
 *
 * Shows a file, or how the one that is shown is understood now. Without one, what is there stays on
 * the screen until the next comes, so that nothing flickers, but nothing can be chosen.
 */
void
sedia_import_grid_show (SediaImportGrid  *self,
                        SediaImportSheet *sheet)
{
  g_autofree char *lines = NULL;

  g_return_if_fail (SEDIA_IS_IMPORT_GRID (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_set_sensitive (GTK_WIDGET (self), sheet != NULL);
  self->sheet = sheet;
  if (sheet == NULL)
    return;

  lines = sedia_import_cells_lines (sheet);
  gtk_label_set_label (self->lines, lines);
  if (has_widgets_for (self, sedia_import_sheet_get_columns (sheet)))
    {
      for (guint i = 0; i < self->columns->len; i++)
        fill_column (self, i);
    }
  else
    {
      drop_columns (self);
      self->shown = sedia_columns_copy (sedia_import_sheet_get_columns (sheet));
      list_fields (self, self->shown->kind);
    }

  if (make_some (self))
    self->source = g_idle_add (make_some_cb, self);
}
