/* The least a GTK window can take: what the window of Sedia is compared with.
 *
 *   limit-window           an empty window, until its first frame
 *   limit-window N FRAMES  a column view over N rows made when they are asked for: its first frame,
 *                          memory; then frames while it scrolls, and all rows replaced
 *
 * It links GTK and nothing of Sedia.
 */
#include "config.h"

#include "watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define COLUMNS 7 /* as the page of stock has */
#define WIDTH 1280
#define HEIGHT 720
#define SETTLE_MS 300
#define STEP 40 /* pixels */

/* ---- rows out of nothing */

#define LIMIT_TYPE_LIST (limit_list_get_type ())

G_DECLARE_FINAL_TYPE (LimitList, limit_list, LIMIT, LIST, GObject)

struct _LimitList
{
  GObject parent_instance;

  guint n;
};

static GType
limit_list_get_item_type (GListModel *list)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
limit_list_get_n_items (GListModel *list)
{
  return LIMIT_LIST (list)->n;
}

static gpointer
limit_list_get_item (GListModel *list,
                     guint       position)
{
  char text[32];

  if (position >= LIMIT_LIST (list)->n)
    return NULL;

  g_snprintf (text, sizeof text, "Product %u", position);
  return gtk_string_object_new (text);
}

static void
limit_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = limit_list_get_item_type;
  iface->get_n_items = limit_list_get_n_items;
  iface->get_item = limit_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LimitList, limit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, limit_list_iface_init))

static void
limit_list_class_init (LimitListClass *klass)
{
}

static void
limit_list_init (LimitList *self)
{
}

/* ---- the view */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *row = gtk_list_item_get_item (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (row));
}

static GtkWidget *
new_view (LimitList *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkMultiSelection *selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (list)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

/* ---- the program */

static void
first_frame_cb (GtkWidget *window,
                gpointer   is_seen)
{
  if (*(gboolean *) is_seen)
    return;

  *(gboolean *) is_seen = TRUE;
  watch_tell ("first-frame", watch_now ());
}

/* All rows leave, others come: what a list does that is sorted anew. */
static void
replace_all (LimitList *list,
             guint      n)
{
  watch_rounds_name ("replace");
  list->n = 0;
  g_list_model_items_changed (G_LIST_MODEL (list), 0, n, 0);
  list->n = n;
  g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, n);
  watch_run_for (SETTLE_MS);
  watch_rounds_name (NULL);
}

static void
measure_list (GtkWidget *window,
              LimitList *list,
              guint      n,
              guint      n_frames)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (window)));

  watch_run_for (SETTLE_MS);
  watch_tell ("memory", watch_memory ());
  if (n_frames == 0)
    return;

  watch_scroll (window, gtk_scrolled_window_get_vadjustment (scroller), STEP, n_frames, "scroll");
  replace_all (list, n);
}

int
main (int    argc,
      char **argv)
{
  const guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  const guint n_frames = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  g_autoptr (LimitList) list = NULL;
  gboolean is_seen = FALSE;
  GtkWidget *window;

  gtk_init ();
  watch_rounds_begin ();
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Limit");
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  list = g_object_new (LIMIT_TYPE_LIST, NULL);
  list->n = n;
  if (argc > 1)
    gtk_window_set_child (GTK_WINDOW (window), new_view (list));

  watch_frames (window, first_frame_cb, &is_seen);
  gtk_window_present (GTK_WINDOW (window));
  while (!is_seen)
    g_main_context_iteration (NULL, TRUE);
  if (argc > 1)
    measure_list (window, list, n, n_frames);

  fflush (stdout);
  _exit (0); /* how quickly it closes is not asked */
}
