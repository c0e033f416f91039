/* Tab through a widget: see sedia-focus.h. */
#include "config.h"

#include "sedia-focus.h"

static gboolean
walk_with_arrow (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);
}

/**
 * sedia_focus_walk:
 * @widget: one that cannot have the keyboard itself
 * @direction: where to
 *
 * A `focus` for a class that has a `grab_focus` of its own. GTK 4.8 asks a widget to grab the
 * keyboard before it looks inside, coming from before, and after that, coming from behind. Who then
 * puts it somewhere inside makes Tab skip what stands before that place, and Shift+Tab never leave.
 *
 * Returns: whether the keyboard is somewhere inside now
 */
gboolean
sedia_focus_walk (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  const gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!is_back && direction != GTK_DIR_TAB_FORWARD)
    return walk_with_arrow (widget, direction);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = is_back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);

  for (; child != NULL;
       child = is_back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
