/* What GTK 4.8's column view lacks: scrolling to a row, a menu on it, heads above their numbers,
 * and how wide a column must be.
 *
 *   columnview > header > button (title), one for each column
 *              > listview > row > cell, one for each column that is visible
 */
#include "config.h"

#include "sedia-column-view.h"

/* The rows live in a list view inside the column view: its action scrolls (tried on 4.8.3). */
static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/**
 * sedia_column_view_scroll_to:
 * @view: a column view
 * @position: a row
 *
 * Brings the row into view, and nothing more when it is there already.
 */
void
sedia_column_view_scroll_to (GtkColumnView *view,
                             guint          position)
{
  GtkWidget *list;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  list = find_list (view);
  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* The row that is selected, when it is among those on the screen. */
static GtkWidget *
find_selected (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

/**
 * sedia_column_view_focus:
 * @view: a column view
 *
 * Puts the keyboard into the list, on the row that is selected.
 */
void
sedia_column_view_focus (GtkColumnView *view)
{
  GtkWidget *list;
  GtkWidget *selected;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  list = find_list (view);
  selected = list != NULL ? find_selected (list) : NULL;
  if (selected != NULL && gtk_widget_grab_focus (selected))
    return;

  if (list != NULL && !gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (list);
}

/**
 * sedia_column_view_tab:
 * @view: a column view
 *
 * What Tab does, forward or backward: it goes into the list, to the row that is selected, and out
 * of it. From row to row, as GTK 4.8 has it, nobody would get past a thousand of them to what
 * stands beside the list; up and down are for that.
 *
 * Returns: whether the keyboard came into the list
 */
gboolean
sedia_column_view_tab (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  if (gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL)
    return FALSE;

  sedia_column_view_focus (view);
  return gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL;
}

/* What stands at the place of a column in a row of widgets: titles, or cells. Columns that are
 * hidden have none.
 */
static GtkWidget *
find_at (GtkColumnView       *view,
         GtkColumnViewColumn *column,
         GtkWidget           *first)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; first != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) each = g_list_model_get_item (columns, i);

      if (each == column)
        return gtk_column_view_column_get_visible (column) ? first : NULL;
      if (gtk_column_view_column_get_visible (each))
        first = gtk_widget_get_next_sibling (first);
    }

  return NULL;
}

/* The cell of the column in the first row there is, NULL when there is none. */
static GtkWidget *
find_cell (GtkColumnView       *view,
           GtkColumnViewColumn *column)
{
  GtkWidget *list = find_list (view);
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  return find_at (view, column, row != NULL ? gtk_widget_get_first_child (row) : NULL);
}

/* Titles are the children of the view's first child. When a later GTK arranges them otherwise,
 * titles stay at the start and nothing else happens.
 */
static GtkWidget *
find_title (GtkColumnView       *view,
            GtkColumnViewColumn *column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  return find_at (view, column, header != NULL ? gtk_widget_get_first_child (header) : NULL);
}

static int
min_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/**
 * sedia_column_view_measure:
 * @view: a column view
 * @column: one of its columns, visible
 *
 * Returns: the width below which the column's title or its cell in the first row is cut off
 */
int
sedia_column_view_measure (GtkColumnView       *view,
                           GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), 0);
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), 0);

  return MAX (min_width (find_title (view, column)), min_width (find_cell (view, column)));
}

/* A column that comes back has a new title: a box with the words and the arrow of the order, which
 * takes its room even while there is none. The words go behind the arrow.
 */
static void
align (GtkColumnView       *view,
       GParamSpec          *pspec,
       GtkColumnViewColumn *column)
{
  GtkWidget *title = find_title (view, column);
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

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
 * sedia_column_view_align_end:
 * @view: a column view
 * @column: a column of numbers
 *
 * Keeps the column's title above its numbers, at the end.
 */
void
sedia_column_view_align_end (GtkColumnView       *view,
                             GtkColumnViewColumn *column)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_signal_connect_object (column, "notify::visible", G_CALLBACK (align), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (mapped_cb), column,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  align (view, NULL, column);
}

static void
pop_up (GtkPopover *menu,
        GtkWidget  *view,
        double      x,
        double      y)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (menu));
  double parent_x = x, parent_y = y;

  if (!gtk_widget_translate_coordinates (view, parent, x, y, &parent_x, &parent_y))
    return;

  gtk_popover_set_pointing_to (menu, &(GdkRectangle) { (int) parent_x, (int) parent_y, 1, 1 });
  gtk_popover_popup (menu);
}

/* A row among several that are selected means all of them. */
static gboolean
select_row (GtkWidget *row)
{
  return (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 ||
         gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

static gboolean
select_row_at (GtkWidget *view,
               double     x,
               double     y)
{
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != view)
    {
      if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
        return select_row (widget);

      widget = gtk_widget_get_parent (widget);
    }

  return FALSE;
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            GtkPopover      *menu)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (!select_row_at (view, x, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, view, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *press,
                 double               x,
                 double               y,
                 GtkPopover          *menu)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (press));

  if (select_row_at (view, x, y))
    pop_up (menu, view, x, y);
}

static gboolean
menu_key_cb (GtkWidget *view,
             GVariant  *args,
             gpointer   data)
{
  GtkPopover *menu = GTK_POPOVER (data);
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (view));
  double x, y;

  if (row == NULL || row == view || !gtk_widget_is_ancestor (row, view))
    return FALSE;

  if (!gtk_widget_translate_coordinates (row, view, 24, gtk_widget_get_height (row), &x, &y))
    return FALSE;

  pop_up (menu, view, x, y);
  return TRUE;
}

/* Otherwise GTK gives the keyboard to the first thing in the window. It is closed before what was
 * chosen happens, which may well take the keyboard elsewhere.
 */
static void
menu_closed_cb (GtkWidget *list)
{
  gtk_widget_grab_focus (list);
}

/**
 * sedia_column_view_add_menu:
 * @view: a column view
 * @menu: a popover that has a parent already, for instance the page
 *
 * Opens @menu on a right click, a long press, the Menu key or Shift+F10; the row under the pointer
 * is selected first, so that the actions mean it, unless it is one of those that are. When it
 * closes the keyboard is in the list again.
 */
void
sedia_column_view_add_menu (GtkColumnView *view,
                            GtkPopover    *menu)
{
  GtkGesture *click, *press;
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_POPOVER (menu));

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));

  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), menu, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                   gtk_keyval_trigger_new (GDK_KEY_F10,
                                                                           GDK_SHIFT_MASK)),
                      gtk_callback_action_new (menu_key_cb, menu, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed_cb), find_list (view),
                           G_CONNECT_SWAPPED);
}
