/* The titles of a column view are the children of its first child, in the order of the columns
 * (tried on 4.8.3). When a later GTK arranges them otherwise, titles stay at the start and nothing
 * else happens.
 */
#include "config.h"

#include "sedia-stock-header.h"

/* Where the title of a column stands now: columns that are hidden have none. */
static GtkWidget *
find_title (GtkColumnView       *view,
            GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) candidate = g_list_model_get_item (columns, i);

      if (candidate == column)
        break;
      if (gtk_column_view_column_get_visible (candidate))
        title = gtk_widget_get_next_sibling (title);
    }

  return title;
}

/* A column that comes back has a new title: a box with the words and the arrow of the order, which
 * takes its room even while there is none. The words go behind the arrow.
 */
static void
align (GtkColumnView       *view,
       GParamSpec          *pspec,
       GtkColumnViewColumn *column)
{
  GtkWidget *title = NULL;
  GtkWidget *box;

  if (gtk_column_view_column_get_visible (column))
    title = find_title (view, column);
  box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (!GTK_IS_BOX (box) || gtk_widget_get_halign (box) == GTK_ALIGN_END)
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (GTK_IS_LABEL (gtk_widget_get_first_child (box)))
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                                 gtk_widget_get_last_child (box));
}

/* Titles are there only once the view is on a screen. */
static void
mapped_cb (GtkColumnViewColumn *column,
           GtkColumnView       *view)
{
  align (view, NULL, column);
}

/**
 * sedia_stock_header_align_end:
 * @view: a column view
 * @position: a column of numbers, by its place in the template
 *
 * Keeps the title at the end, above the numbers.
 */
void
sedia_stock_header_align_end (GtkColumnView *view,
                              guint          position)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  column = g_list_model_get_item (gtk_column_view_get_columns (view), position);
  g_return_if_fail (column != NULL);

  g_signal_connect_object (column, "notify::visible", G_CALLBACK (align), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (mapped_cb), column,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
