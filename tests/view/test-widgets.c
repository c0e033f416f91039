/* The widgets that pages share, one by one. */
#include "config.h"

#include "sedia-chips.h"
#include "sedia-column-sorter.h"
#include "sedia-column-view.h"
#include "sedia-date-entry.h"
#include "sedia-empty-state.h"
#include "sedia-facts.h"
#include "sedia-field.h"
#include "sedia-part-list.h"
#include "sedia-progress.h"
#include "sedia-sidebar.h"
#include "sedia-split.h"
#include "view.h"

#include <string.h>

/* ---- chips */

static SediaChips *
make_chips (void)
{
  SediaChips *chips = g_object_ref_sink (SEDIA_CHIPS (sedia_chips_new ()));

  sedia_chips_add (chips, 3, "All", NULL);
  sedia_chips_add (chips, 5, "Late", "sedia-late-symbolic");

  return chips;
}

static void
test_chips_select (void)
{
  SediaChips *chips = make_chips ();
  guint n_changes = 0;

  g_signal_connect_swapped (chips, "notify::selected", G_CALLBACK (view_count_cb), &n_changes);
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 3);

  sedia_chips_set_selected (chips, 5);
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 5);
  sedia_chips_set_selected (chips, 5);
  g_assert_cmpuint (n_changes, ==, 1);

  sedia_chips_set_selected (chips, 99); /* none of them */
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 99);
  sedia_chips_set_selected (chips, 5);
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 5);
  g_assert_cmpuint (n_changes, ==, 3);

  g_assert_finalize_object (chips);
}

/* A choice that there is not now cannot be the one that is on. */
static void
test_chips_visible (void)
{
  SediaChips *chips = make_chips ();
  GtkWidget *window = view_window (GTK_WIDGET (chips), 400, 100);

  sedia_chips_set_selected (chips, 5);
  sedia_chips_set_visible (chips, 5, FALSE);
  view_wait (NULL);
  g_assert_null (view_find_text (window, "Late"));
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 3);

  sedia_chips_set_visible (chips, 5, TRUE);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "Late"));
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 3);

  view_close (window);
  g_assert_finalize_object (chips);
}

static void
test_chips_click (void)
{
  SediaChips *chips = make_chips ();
  GtkWidget *window = view_window (GTK_WIDGET (chips), 400, 100);
  GtkWidget *late = gtk_widget_get_ancestor (view_find_text (window, "Late"),
                                             GTK_TYPE_TOGGLE_BUTTON);

  g_signal_emit_by_name (late, "clicked");
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 5);
  g_signal_emit_by_name (late, "clicked"); /* the one that is on stays on */
  g_assert_cmpint (sedia_chips_get_selected (chips), ==, 5);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (late)));

  g_assert_null (view_find_text (window, "12"));
  sedia_chips_set_count (chips, 5, 12);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "12"));

  view_close (window);
  g_assert_finalize_object (chips);
}

static void
test_chips_special (void)
{
  SediaChips *chips = make_chips ();
  GtkWidget *window = view_window (GTK_WIDGET (chips), 600, 100);
  GtkWidget *special;
  guint n_closed = 0;

  g_signal_connect_swapped (chips, "special-closed", G_CALLBACK (view_count_cb), &n_closed);
  sedia_chips_set_special (chips, "Restock");
  view_wait (NULL);
  special = gtk_widget_get_ancestor (view_find_text (window, "Restock"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (special, "clicked");
  g_assert_cmpuint (n_closed, ==, 1);

  sedia_chips_set_special (chips, NULL);
  view_wait (NULL);
  g_assert_null (view_find_text (window, "Restock"));

  view_close (window);
  g_assert_finalize_object (chips);
}

/* ---- column sorter */

static GtkColumnViewColumn *
add_column (GtkColumnView *view,
            const char    *key)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (key, NULL);
  g_autoptr (GtkSorter) sorter = sedia_column_sorter_new (key);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);

  return column;
}

static void
test_sorter_probe (void)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  GtkColumnViewColumn *name = add_column (view, "name");
  GtkColumnViewColumn *on_hand = add_column (view, "on-hand");
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkSortType direction;
  gboolean is_descending = TRUE;

  g_assert_null (sedia_column_sorter_probe (sorter, &direction));
  g_assert_cmpint (sedia_column_sorter_probe_sort (sorter, &is_descending), ==, SEDIA_SORT_DEFAULT);
  g_assert_false (is_descending);

  gtk_column_view_sort_by_column (view, name, GTK_SORT_ASCENDING);
  g_assert_cmpstr (sedia_column_sorter_probe (sorter, &direction), ==, "name");
  g_assert_cmpint (direction, ==, GTK_SORT_ASCENDING);

  gtk_column_view_sort_by_column (view, on_hand, GTK_SORT_DESCENDING);
  g_assert_cmpint (sedia_column_sorter_probe_sort (sorter, &is_descending), ==, SEDIA_SORT_ON_HAND);
  g_assert_true (is_descending);

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_assert_null (sedia_column_sorter_probe (sorter, &direction));

  g_assert_finalize_object (view);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (string));
}

static void
test_scroll_to (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (strings));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Number", factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  GtkWidget *window;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("row %u", i);

      gtk_string_list_append (strings, text);
    }

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = view_window (scroller, 300, 200);

  sedia_column_view_scroll_to (GTK_COLUMN_VIEW (view), 900);
  g_assert_true (view_wait_for_text (NULL, window, "row 900"));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);

  gtk_root_set_focus (GTK_ROOT (window), NULL);
  g_assert_true (sedia_column_view_tab (GTK_COLUMN_VIEW (view)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), view));
  g_assert_false (sedia_column_view_tab (GTK_COLUMN_VIEW (view)));

  g_assert_cmpint (sedia_column_view_measure (GTK_COLUMN_VIEW (view), column), >, 0);
  g_assert_cmpint (sedia_column_view_measure (GTK_COLUMN_VIEW (view), column), <, 300);
  sedia_column_view_align_end (GTK_COLUMN_VIEW (view), column);
  g_assert_cmpint (gtk_widget_get_halign (gtk_widget_get_parent (view_find_text (window,
                                                                                 "Number"))), ==,
                   GTK_ALIGN_END);

  view_close (window);
}

/* ---- facts, empty state */

static void
test_facts (void)
{
  SediaFacts *facts = g_object_ref_sink (SEDIA_FACTS (sedia_facts_new ()));
  GtkWidget *window = view_window (GTK_WIDGET (facts), 300, 200);

  sedia_facts_begin (facts);
  sedia_facts_add_title (facts, "This line");
  sedia_facts_add (facts, "Order", "1042");
  sedia_facts_add (facts, "Note", "");
  sedia_facts_add_full (facts, "Need by", "3 days late", "Monday", "late");
  sedia_facts_end (facts);
  view_wait (NULL);

  g_assert_nonnull (view_find_text (window, "This line"));
  g_assert_nonnull (view_find_text (window, "1042"));
  g_assert_null (view_find_text (window, "Note"));
  g_assert_true (gtk_widget_has_css_class (view_find_text (window, "3 days late"), "late"));

  sedia_facts_begin (facts);
  sedia_facts_add (facts, "Order", "1043");
  sedia_facts_end (facts);
  view_wait (NULL);

  g_assert_nonnull (view_find_text (window, "1043"));
  g_assert_null (view_find_text (window, "This line"));
  g_assert_null (view_find_text (window, "3 days late"));

  view_close (window);
  g_assert_finalize_object (facts);
}

static void
test_empty_state (void)
{
  SediaEmptyState *empty = g_object_ref_sink (SEDIA_EMPTY_STATE (sedia_empty_state_new ()));
  GtkWidget *window = view_window (GTK_WIDGET (empty), 300, 300);
  g_autofree char *action = NULL;

  sedia_empty_state_set (empty, "sedia-stock-symbolic", "Nothing", "There is nothing.");
  sedia_empty_state_set_button (empty, "Show All", "page.show-all");
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "Nothing"));
  g_assert_nonnull (view_find_text (window, "Show All"));
  g_object_get (empty, "action-name", &action, NULL);
  g_assert_cmpstr (action, ==, "page.show-all");

  sedia_empty_state_set_button (empty, NULL, NULL);
  view_wait (NULL);
  g_assert_null (view_find_text (window, "Show All"));

  view_close (window);
  g_assert_finalize_object (empty);
}

/* ---- date entry */

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* The calendar is made when it is opened, on the day that is typed; picking one types it. */
static void
test_date_entry (void)
{
  SediaDateEntry *entry = g_object_ref_sink (g_object_new (SEDIA_TYPE_DATE_ENTRY, NULL));
  GtkWidget *window = view_window (GTK_WIDGET (entry), 300, 300);
  g_autoptr (GDateTime) typed = NULL, picked = g_date_time_new_local (2031, 4, 9, 0, 0, 0);
  GtkWidget *button, *calendar;

  g_assert_null (view_find_type (window, GTK_TYPE_CALENDAR));
  sedia_date_entry_set_text (entry, "2031-04-05");
  button = view_find_type (window, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  calendar = view_find_type (window, GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  g_assert_true (view_wait_until (is_mapped, calendar));
  typed = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_year (typed), ==, 2031);
  g_assert_cmpint (g_date_time_get_month (typed), ==, 4);
  g_assert_cmpint (g_date_time_get_day_of_month (typed), ==, 5);
  g_assert_cmpstr (sedia_date_entry_get_text (entry), ==, "2031-04-05");

  gtk_calendar_select_day (GTK_CALENDAR (calendar), picked);
  g_assert_nonnull (strstr (sedia_date_entry_get_text (entry), "09"));
  g_assert_nonnull (strstr (sedia_date_entry_get_text (entry), "2031"));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  view_close (window);
  g_assert_finalize_object (entry);
}

/* ---- split, sidebar */

static void
test_split (void)
{
  SediaSplit *split = g_object_ref_sink (SEDIA_SPLIT (sedia_split_new ()));
  GtkWidget *window;

  sedia_split_set_list (split, gtk_label_new ("the list"));
  sedia_split_set_detail (split, gtk_label_new ("the detail"));
  window = view_window (GTK_WIDGET (split), 900, 200);

  g_assert_false (sedia_split_get_folded (split));
  g_assert_nonnull (view_find_text (window, "the list"));
  g_assert_nonnull (view_find_text (window, "the detail"));
  g_assert_cmpint (sedia_split_get_list_width (split), <, 900);

  view_close (window);
  g_assert_finalize_object (split);
}

static void
test_split_folded (void)
{
  SediaSplit *split = g_object_ref_sink (SEDIA_SPLIT (sedia_split_new ()));
  GtkWidget *window;

  sedia_split_set_list (split, gtk_label_new ("the list"));
  sedia_split_set_detail (split, gtk_label_new ("the detail"));
  window = view_window (GTK_WIDGET (split), 400, 200);

  g_assert_true (sedia_split_get_folded (split));
  g_assert_nonnull (view_find_text (window, "the list"));
  g_assert_null (view_find_text (window, "the detail"));

  sedia_split_set_detail_shown (split, TRUE);
  view_wait (NULL);
  g_assert_null (view_find_text (window, "the list"));
  g_assert_nonnull (view_find_text (window, "the detail"));

  sedia_split_set_detail_shown (split, FALSE);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "the list"));

  view_close (window);
  g_assert_finalize_object (split);
}

static void
test_sidebar (void)
{
  SediaSidebar *sidebar = g_object_ref_sink (SEDIA_SIDEBAR (sedia_sidebar_new ()));
  GtkWidget *window = view_window (GTK_WIDGET (sidebar), 200, 200);
  guint n_changes = 0;

  g_signal_connect_swapped (sidebar, "notify::selected", G_CALLBACK (view_count_cb), &n_changes);
  sedia_sidebar_add (sidebar, "one", "Page one", "sedia-stock-symbolic");
  sedia_sidebar_add (sidebar, "two", "Page two", "sedia-stock-symbolic");

  sedia_sidebar_set_selected (sidebar, "two");
  sedia_sidebar_set_selected (sidebar, "two");
  sedia_sidebar_set_selected (sidebar, "three");
  g_assert_cmpstr (sedia_sidebar_get_selected (sidebar), ==, "two");
  g_assert_cmpuint (n_changes, ==, 1);

  sedia_sidebar_set_badge (sidebar, "one", 41, "41 lines wait");
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "41"));
  g_assert_nonnull (view_find_text (window, "Page one"));

  sedia_sidebar_set_folded (sidebar, TRUE);
  view_wait (NULL);
  g_assert_nonnull (view_find_text (window, "41"));
  g_assert_null (view_find_text (window, "Page one"));

  sedia_sidebar_set_badge (sidebar, "one", 0, NULL);
  view_wait (NULL);
  g_assert_null (view_find_text (window, "0"));

  view_close (window);
  g_assert_finalize_object (sidebar);
}

/* Tab passes by: no page comes to the front on the way. */
static void
test_sidebar_tab (void)
{
  SediaSidebar *sidebar = g_object_ref_sink (SEDIA_SIDEBAR (sedia_sidebar_new ()));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *before = gtk_button_new ();
  GtkWidget *after = gtk_button_new ();
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sidebar));
  gtk_box_append (GTK_BOX (box), after);
  sedia_sidebar_add (sidebar, "one", "Page one", "sedia-stock-symbolic");
  sedia_sidebar_add (sidebar, "two", "Page two", "sedia-stock-symbolic");
  sedia_sidebar_add (sidebar, "three", "Page three", "sedia-stock-symbolic");
  sedia_sidebar_set_selected (sidebar, "two");
  window = view_window (box, 400, 200);

  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_focus (after));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_cmpstr (sedia_sidebar_get_selected (sidebar), ==, "two");
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_focus (before));

  view_close (window);
  g_assert_finalize_object (sidebar);
}

/* ---- how far it is */

static char *
poll (double   *fraction,
      gpointer  data)
{
  const int *percent = data;

  *fraction = *percent / 100.0;
  return g_strdup_printf ("%d of 100", *percent);
}

static void
forget (gpointer data)
{
  *(int *) data = -1;
}

static void
test_progress (void)
{
  GtkWidget *progress = g_object_ref_sink (sedia_progress_new ());
  GtkWidget *window = view_window (progress, 400, 60);
  GtkWidget *bar = view_find_type (progress, GTK_TYPE_PROGRESS_BAR);
  int percent = 30;

  sedia_progress_start (SEDIA_PROGRESS (progress), poll, &percent, forget);
  g_assert_null (view_find_text (window, "30 of 100")); /* what is quick does not flicker */
  g_assert_true (view_wait_for_text (NULL, window, "30 of 100"));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.3);

  percent = 170;
  g_assert_true (view_wait_for_text (NULL, window, "170 of 100"));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 1);

  sedia_progress_stop (SEDIA_PROGRESS (progress));
  g_assert_cmpint (percent, ==, -1);

  percent = 5;
  sedia_progress_start (SEDIA_PROGRESS (progress), poll, &percent, forget);
  view_close (window);
  g_assert_finalize_object (progress);
  g_assert_cmpint (percent, ==, -1);
}

/* ---- the rows of a pane */

static PangoLayout *
shown_lines (GtkWidget  *window,
             const char *text)
{
  GtkWidget *label = view_find_text (window, text);

  g_assert_true (GTK_IS_LABEL (label));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 0);

  return gtk_label_get_layout (GTK_LABEL (label));
}

/* What somebody wrote is shown whole; what is only named ends with an ellipsis in its one line. */
static void
test_part_lines (void)
{
  static const char *const written = "comes on Friday, wants both together and asks for a box";
  static const char *const named = "Blue Kettle, White Mug, Tea Towel, Wooden Spoon, Glass Jar";
  GtkWidget *list = g_object_ref_sink (g_object_new (SEDIA_TYPE_PART_LIST, NULL));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window;

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = "WhatsApp", .detail = written, .wraps = TRUE }));
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = "Order 1", .detail = named }));
  sedia_part_list_show (SEDIA_PART_LIST (list), parts);
  window = view_window (list, 240, 300);

  g_assert_cmpint (pango_layout_get_line_count (shown_lines (window, written)), >, 1);
  g_assert_false (pango_layout_is_ellipsized (shown_lines (window, written)));
  g_assert_cmpint (pango_layout_get_line_count (shown_lines (window, named)), ==, 1);
  g_assert_true (pango_layout_is_ellipsized (shown_lines (window, named)));

  view_close (window);
  g_assert_finalize_object (list);
}

static const char *
focused_label (GtkWidget *window)
{
  GtkWidget *field = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                              SEDIA_TYPE_FIELD);

  g_assert_nonnull (field);
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (field)));
}

/* Fields put the keyboard into what they hold: Tab goes through them all the same, both ways. */
static void
test_focus_walk (void)
{
  static const char *const labels[] = { "Name", "Phone", "Note" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_box_append (GTK_BOX (box), sedia_field_new (labels[i], gtk_entry_new ()));
  window = view_window (box, 300, 300);

  gtk_widget_grab_focus (gtk_widget_get_first_child (box));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_assert_cmpstr (focused_label (window), ==, labels[i]);
      if (i + 1 < G_N_ELEMENTS (labels))
        g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
    }
  for (guint i = G_N_ELEMENTS (labels) - 1; i > 0; i--)
    {
      g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
      g_assert_cmpstr (focused_label (window), ==, labels[i - 1]);
    }

  view_close (window);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/chips/select", test_chips_select);
  g_test_add_func ("/view/chips/visible", test_chips_visible);
  g_test_add_func ("/view/chips/click", test_chips_click);
  g_test_add_func ("/view/chips/special", test_chips_special);
  g_test_add_func ("/view/column-sorter/probe", test_sorter_probe);
  g_test_add_func ("/view/column-view/scroll-to", test_scroll_to);
  g_test_add_func ("/view/facts/again", test_facts);
  g_test_add_func ("/view/empty-state/button", test_empty_state);
  g_test_add_func ("/view/date-entry/calendar", test_date_entry);
  g_test_add_func ("/view/split/beside", test_split);
  g_test_add_func ("/view/split/folded", test_split_folded);
  g_test_add_func ("/view/sidebar/badges", test_sidebar);
  g_test_add_func ("/view/sidebar/tab", test_sidebar_tab);
  g_test_add_func ("/view/progress/poll", test_progress);
  g_test_add_func ("/view/part-list/lines", test_part_lines);
  g_test_add_func ("/view/focus/walk", test_focus_walk);

  return g_test_run ();
}
