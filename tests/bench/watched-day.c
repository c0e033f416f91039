/* A clerk's day in the real window: what is pressed, typed and scanned in ten minutes, without the
 * pauses for thought.
 *
 * Keys come as quickly as a good typist's, and a scanner's burst at once; after each step the day
 * goes on when the window has nothing left to do.
 */
#include "config.h"

#include "watched.h"

#include "sedia-delivery-editor.h"
#include "sedia-finder.h"
#include "sedia-header.h"
#include "sedia-lines-editor.h"
#include "sedia-list-page.h"
#include "sedia-order-editor.h"
#include "sedia-scanner.h"
#include "sedia-suggest-entry.h"
#include "sedia-typed-line-row.h"

#define KEY_MS 80
#define SEARCH_MS 300 /* longer than a search entry waits for the next key */
#define SCANNED_KEY_MS 5
#define LINES 20
#define PAGES_DOWN 10
#define JUMPS 5

static GtkWidget *
window_of (Watched *self)
{
  return GTK_WIDGET (self->window);
}

static void
show_page (Watched    *self,
           const char *step,
           const char *page)
{
  watch_rounds_name (step);
  sedia_main_window_show_page (self->window, page);
  watched_settle (self);
}

static void
run_action (Watched    *self,
            const char *step,
            GtkWidget  *widget,
            const char *action)
{
  watch_rounds_name (step);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  watched_settle (self);
}

static void
run_page_action (Watched    *self,
                 const char *step,
                 const char *action)
{
  run_action (self, step, GTK_WIDGET (sedia_main_window_get_page (self->window)), action);
}

static void
assert_bar (Watched    *self,
            const char *begin)
{
  const char *text = sedia_bar_get_text (sedia_main_window_get_bar (self->window));

  if (text == NULL || !g_str_has_prefix (text, begin))
    g_error ("The bar says “%s”, not “%s…”", text, begin);
}

static void
undo (Watched    *self,
      const char *step)
{
  run_action (self, step, window_of (self), "win.undo");
  assert_bar (self, "Undone");
}

/* Letter by letter, and not faster than somebody can. */
static void
type_letters (Watched     *self,
              const char  *step,
              GtkEditable *entry,
              const char  *text)
{
  watch_rounds_name (step);
  for (const char *p = text; *p != '\0'; p++)
    {
      int position = -1;

      gtk_editable_insert_text (entry, p, 1, &position);
      gtk_editable_set_position (entry, position);
      watch_run_for (KEY_MS);
    }
  watch_run_for (SEARCH_MS);
  watched_settle (self);
}

/* ---- looking */

static void
select_rows (Watched    *self,
             const char *step,
             guint       first,
             guint       last)
{
  GtkWidget *list = view_find_type (GTK_WIDGET (watched_table (self)), GTK_TYPE_LIST_VIEW);

  watch_rounds_name (step);
  for (guint i = first; i <= last; i++)
    {
      g_assert_true (gtk_widget_activate_action (list, "list.select-item", "(ubb)", i, FALSE,
                                                 FALSE));
      watched_settle (self);
    }
}

static void
leaf_through (Watched    *self,
              const char *step)
{
  GtkAdjustment *adjustment = watched_adjustment (self);

  watch_scroll (window_of (self), adjustment, gtk_adjustment_get_page_size (adjustment), PAGES_DOWN,
                step);
  watch_rounds_name (step);
  for (guint i = 1; i <= JUMPS; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / JUMPS);
      watched_settle (self);
    }
  gtk_adjustment_set_value (adjustment, 0);
  watched_settle (self);
}

static void
search_page (Watched    *self,
             const char *step,
             const char *text)
{
  GtkWidget *header = view_find_type (window_of (self), SEDIA_TYPE_HEADER);
  GtkEditable *search = GTK_EDITABLE (view_find_type (header, GTK_TYPE_SEARCH_ENTRY));

  type_letters (self, step, search, text);
}

static void
clear_search (Watched    *self,
              const char *step)
{
  watch_rounds_name (step);
  sedia_header_clear_search (SEDIA_HEADER (view_find_type (window_of (self), SEDIA_TYPE_HEADER)));
  watched_settle (self);
}

static void
look_around (Watched *self)
{
  static const char *const pages[] = { "orders", "deliveries", "stock", "customers", "suppliers",
                                       "history", "waiting" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *step = g_strdup_printf ("show the page of %s", pages[i]);

      show_page (self, g_intern_string (step), pages[i]);
    }
}

static void
look_at_stock (Watched *self)
{
  show_page (self, "show the page of stock", "stock");
  leaf_through (self, "leaf through stock");
  select_rows (self, "select products", 0, 5);
  search_page (self, "search stock", "kettle blue");
  select_rows (self, "select a product found", 0, 0);
  clear_search (self, "clear the search");
}

static void
find_anything (Watched *self)
{
  GtkWidget *finder;

  run_action (self, "open the finder", window_of (self), "win.find");
  finder = view_find_window (SEDIA_TYPE_FINDER);
  g_assert_nonnull (finder);
  type_letters (self, "type in the finder", GTK_EDITABLE (view_find_type (finder, GTK_TYPE_ENTRY)),
                "teapot golden");
  watch_rounds_name ("close the finder");
  gtk_window_close (GTK_WINDOW (finder));
  watched_settle (self);
}

/* ---- documents */

static void
scanned_cb (SediaLinesEditor *lines,
            SediaBurst       *burst)
{
  sedia_lines_editor_scan (lines, burst, FALSE);
}

static void
scan (Watched    *self,
      const char *step,
      GtkWidget  *editor,
      const char *code)
{
  GtkWidget *lines = view_find_type (editor, SEDIA_TYPE_LINES_EDITOR);
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (editor);
  guint32 time = 1000;

  watch_rounds_name (step);
  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), lines);
  for (const char *p = code; *p != '\0'; p++, time += SCANNED_KEY_MS)
    sedia_scanner_feed (scanner, (guint) *p, 0, time);
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, time);
  watched_settle (self);
}

static void
set_quantity (Watched    *self,
              const char *step,
              GtkWidget  *editor,
              guint       n,
              const char *typed)
{
  GtkWidget *row = view_find_type (editor, SEDIA_TYPE_TYPED_LINE_ROW);

  watch_rounds_name (step);
  while (row != NULL && n-- > 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (SEDIA_IS_TYPED_LINE_ROW (row));
  sedia_typed_line_set_typed (sedia_typed_line_row_get_entry (SEDIA_TYPED_LINE_ROW (row)), typed);
  watched_settle (self);
}

static GtkWidget *
begin (Watched    *self,
       const char *step,
       const char *action,
       GType       type)
{
  GtkWidget *editor;

  watch_rounds_name (step);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, NULL);
  watched_settle (self);
  editor = view_find_type (window_of (self), type);
  g_assert_nonnull (editor);

  return editor;
}

static void
type_name (Watched    *self,
           const char *step,
           GtkWidget  *editor,
           const char *name)
{
  SediaSuggestEntry *field =
    SEDIA_SUGGEST_ENTRY (view_find_type (editor, SEDIA_TYPE_SUGGEST_ENTRY));

  watch_rounds_name (step);
  for (const char *p = name; *p != '\0'; p++)
    {
      const char letter[] = { *p, '\0' };

      sedia_suggest_entry_type (field, letter);
      watch_run_for (KEY_MS);
    }
  watched_settle (self);
}

/* The first rounds' products are waited for by ten lines each. */
static void
receive_delivery (Watched *self,
                  guint    round)
{
  GtkWidget *editor = begin (self, "begin a delivery", "new-delivery", SEDIA_TYPE_DELIVERY_EDITOR);

  for (guint i = 0; i < LINES; i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU%07u", 1 + round * LINES + i);

      scan (self, "scan what arrived", editor, sku);
      set_quantity (self, "type how many arrived", editor, i, "12");
    }
  run_action (self, "receive a delivery", editor, "page.book");
  assert_bar (self, "Received");
}

static void
hand_over (Watched *self)
{
  SediaListPage *page;

  show_page (self, "show the page of waiting", "waiting");
  page = SEDIA_LIST_PAGE (sedia_main_window_get_page (self->window));
  watch_rounds_name ("show what is ready");
  sedia_list_page_set_filter (page, SEDIA_FILTER_FILLABLE);
  watched_settle (self);
  select_rows (self, "select waiting lines", 1, 3);
  run_page_action (self, "hand over", "page.hand-over");
  assert_bar (self, "Handed over");
  undo (self, "undo handing over");

  watch_rounds_name ("show all that waits");
  sedia_list_page_set_filter (page, SEDIA_FILTER_ALL);
  watched_settle (self);
  leaf_through (self, "leaf through what waits");
  search_page (self, "search what waits", "customer 42");
  clear_search (self, "clear the search");
}

static void
place_order (Watched *self,
             guint    round)
{
  GtkWidget *editor = begin (self, "begin an order", "new-order", SEDIA_TYPE_ORDER_EDITOR);

  type_name (self, "type a customer", editor, "Customer 17");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *sku = g_strdup_printf ("SKU%07u", 1 + round * LINES + 7 * i);

      scan (self, "scan what is ordered", editor, sku);
      set_quantity (self, "type how many are ordered", editor, i, "2");
    }
  run_action (self, "place an order", editor, "page.book");
  assert_bar (self, "Order");
  undo (self, "undo an order");
}

void
watched_day (Watched *self,
             guint    n_rounds)
{
  for (guint round = 0; round < n_rounds; round++)
    {
      look_around (self);
      receive_delivery (self, round);
      hand_over (self);
      look_at_stock (self);
      find_anything (self);
      place_order (self, round);
      show_page (self, "show the page of deliveries", "deliveries");
      select_rows (self, "select a delivery", 0, 0);
    }
  watch_rounds_name (NULL);
}
