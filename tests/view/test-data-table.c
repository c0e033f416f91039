/* A table: which columns show, how it is remembered, what stays selected, what goes to the
 * clipboard.
 */
#include "config.h"

#include "sedia-data-table.h"
#include "sedia-stock-table.h"
#include "view.h"

#include "shop.h"

#include <string.h>

#define WIDE 1000

typedef struct
{
  Shop shop;
  SediaDataTable *table;
  GtkWidget *window;
  gint64 ids[4];
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const names[] = { "Apron", "Bowl", "=1+1", "Dish" };

  shop_open (&fixture->shop);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU-%u", i);

      fixture->ids[i] = shop_add_product (fixture->shop.store, sku, names[i]);
    }

  fixture->table = SEDIA_DATA_TABLE (g_object_ref_sink (sedia_data_table_new (&sedia_stock_table)));
  g_object_set (fixture->table, "room", WIDE, NULL);
  fixture->window = view_window (GTK_WIDGET (fixture->table), WIDE, 400);
  sedia_data_table_set_store (fixture->table, fixture->shop.store);
  g_assert_true (view_wait_for_text (fixture->shop.store, fixture->window, "Dish"));
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  sedia_data_table_set_store (fixture->table, NULL);
  view_close (fixture->window);
  g_assert_finalize_object (fixture->table);
  shop_close (&fixture->shop);
}

static GtkColumnView *
view_of (SediaDataTable *table)
{
  return GTK_COLUMN_VIEW (view_find_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
}

/* The titles of the columns that show, in their order. */
static char *
titles (SediaDataTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (view_of (table));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                                gtk_column_view_column_get_title (column));
    }

  return g_string_free (text, FALSE);
}

static void
assert_titles (SediaDataTable *table,
               const char     *expected)
{
  g_autofree char *found = titles (table);

  g_assert_cmpstr (found, ==, expected);
}

static void
select_rows (Fixture *fixture,
             guint    first,
             guint    last)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (view_of (fixture->table));

  gtk_selection_model_unselect_all (selection);
  gtk_selection_model_select_range (selection, first, last - first + 1, TRUE);
}

/* ---- columns */

static void
test_room (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_titles (fixture->table, "SKU,Name,On hand,Reserved,Free,Waiting,State");

  g_object_set (fixture->table, "room", 1, NULL);
  assert_titles (fixture->table, "SKU,Name,Free");

  g_object_set (fixture->table, "room", WIDE, NULL);
  sedia_data_table_set_column_wanted (fixture->table, "free", FALSE);
  assert_titles (fixture->table, "SKU,Name,On hand,Reserved,Waiting,State");
}

static void
test_yielding (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *before = NULL;

  /* One column less each time, and never one that comes back. */
  for (int room = WIDE; room > 1; room -= 5)
    {
      g_autofree char *now = NULL;

      g_object_set (fixture->table, "room", room, NULL);
      now = titles (fixture->table);
      g_assert_true (before == NULL || strlen (now) <= strlen (before));
      g_assert_nonnull (strstr (now, "Free"));
      if (before != NULL && strstr (before, "Reserved") == NULL)
        g_assert_null (strstr (now, "Reserved"));
      g_free (before);
      before = g_steal_pointer (&now);
    }
}

static void
test_layout (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkColumnView *view = view_of (fixture->table);
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) free_column = g_list_model_get_item (columns, 4);
  SediaDataTable *other =
    SEDIA_DATA_TABLE (g_object_ref_sink (sedia_data_table_new (&sedia_stock_table)));
  g_autoptr (GVariant) layout = NULL;
  static guint n_changes; /* also told when the table goes */

  g_signal_connect_swapped (fixture->table, "notify::layout", G_CALLBACK (view_count_cb),
                            &n_changes);
  gtk_column_view_sort_by_column (view, free_column, GTK_SORT_DESCENDING);
  gtk_column_view_insert_column (view, 0, free_column);
  gtk_column_view_column_set_fixed_width (free_column, 123);
  g_assert_cmpuint (n_changes, >=, 3);

  g_object_get (fixture->table, "layout", &layout, NULL);
  g_object_set (other, "layout", layout, NULL);
  assert_titles (other, "Free,SKU,Name,On hand,Reserved,Waiting,State");
  g_assert_cmpint (sedia_data_table_get_query (other)->sort, ==, SEDIA_SORT_FREE);
  g_assert_true (sedia_data_table_get_query (other)->descending);

  g_assert_finalize_object (other);
}

/* A layout that somebody else wrote: unknown columns are passed over, missing ones come last. */
static void
test_layout_strange (Fixture       *fixture,
                     gconstpointer  unused)
{
  GVariant *layout = g_variant_new_parsed ("('nothing', true, [('state', -7), ('gone', 5)])");

  g_object_set (fixture->table, "layout", layout, NULL);
  assert_titles (fixture->table, "State,SKU,Name,On hand,Reserved,Free,Waiting");
  g_assert_cmpint (sedia_data_table_get_query (fixture->table)->sort, ==, SEDIA_SORT_DEFAULT);
}

/* ---- what is selected */

static void
test_several (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GArray) ids = NULL;
  static guint n_changes; /* also told when the table goes */

  g_signal_connect_swapped (fixture->table, "selection-changed", G_CALLBACK (view_count_cb),
                            &n_changes);
  select_rows (fixture, 1, 2);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (sedia_data_table_get_n_selected (fixture->table), ==, 2);
  g_assert_null (sedia_data_table_get_row (fixture->table));
  g_assert_cmpint (sedia_data_table_get_selected (fixture->table), ==, 0);

  /* By name, = comes first. */
  ids = sedia_data_table_get_selected_ids (fixture->table);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, fixture->ids[0]);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, fixture->ids[1]);
}

/* Rows that are read anew stay selected, wherever they are now. */
static void
test_several_stay (Fixture       *fixture,
                   gconstpointer  unused)
{
  GtkColumnView *view = view_of (fixture->table);
  g_autoptr (GtkColumnViewColumn) name = g_list_model_get_item (gtk_column_view_get_columns (view),
                                                                1);
  g_autoptr (GArray) ids = NULL;

  select_rows (fixture, 0, 1);
  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  view_wait (fixture->shop.store);

  ids = sedia_data_table_get_selected_ids (fixture->table);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, fixture->ids[0]);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, fixture->ids[2]);
}

static void
test_filtered_away (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);

  sedia_data_table_select (fixture->table, fixture->ids[3]);
  view_wait (fixture->shop.store);
  g_assert_cmpint (sedia_data_table_get_selected (fixture->table), ==, fixture->ids[3]);

  query->search = g_strdup ("bowl");
  sedia_data_table_set_query (fixture->table, query);
  view_wait (fixture->shop.store);
  g_assert_cmpint (sedia_data_table_get_selected (fixture->table), ==, 0);
  g_assert_cmpint (sedia_data_table_get_state (fixture->table, NULL), ==, SEDIA_DATA_TABLE_ROWS);
}

/* ---- the menu */

/* The keyboard comes back to the list, not to the first thing in the window. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;
  GtkWidget *focus;

  g_menu_append (menu, "Copy", "table.copy");
  sedia_data_table_set_menu (fixture->table, G_MENU_MODEL (menu));
  sedia_data_table_select (fixture->table, fixture->ids[1]);
  view_wait (fixture->shop.store);

  popover = view_find_type (GTK_WIDGET (fixture->table), GTK_TYPE_POPOVER_MENU);
  gtk_popover_popup (GTK_POPOVER (popover));
  view_wait (fixture->shop.store);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, popover));

  gtk_popover_popdown (GTK_POPOVER (popover));
  view_wait (fixture->shop.store);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (gtk_widget_get_css_name (focus), ==, "row");
}

/* ---- the clipboard */

static void
text_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  unused)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->table));
  g_autofree char *text = NULL;

  g_object_set (fixture->table, "room", 1, NULL);
  select_rows (fixture, 0, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy", NULL);
  view_wait (fixture->shop.store);

  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (text, ==, "SKU\tName\tFree\nSKU-2\t'=1+1\t0\nSKU-0\tApron\t0\n");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "text/html"));
  gdk_clipboard_set_content (clipboard, NULL);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define add_table_test(path, test) \
  g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

  add_table_test ("/view/data-table/room", test_room);
  add_table_test ("/view/data-table/yielding", test_yielding);
  add_table_test ("/view/data-table/layout", test_layout);
  add_table_test ("/view/data-table/layout-strange", test_layout_strange);
  add_table_test ("/view/data-table/several", test_several);
  add_table_test ("/view/data-table/several-stay", test_several_stay);
  add_table_test ("/view/data-table/filtered-away", test_filtered_away);
  add_table_test ("/view/data-table/menu", test_menu);
  add_table_test ("/view/data-table/copy", test_copy);

  return g_test_run ();
}
