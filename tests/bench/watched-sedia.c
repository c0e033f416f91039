/* Sedia, watched from inside: started by bench-window, which reads what it tells.
 *
 *   watched-sedia start PAGE    until the first rows of the page are painted
 *   watched-sedia list FRAMES   the page of stock: memory, scrolling, orders
 *   watched-sedia day ROUNDS    a clerk's day
 *
 * It is the program's own application object and its own window, made as main() makes them: what
 * nobody can see from outside is when the frame clock has painted, and whether rows are in the
 * frame. (From outside, a screen looked at through X tells when pixels came, some milliseconds
 * late, and not of what.) The settings are in memory, the shop's file is where the program looks by
 * itself. What src/app/main.c does beside this for languages is done here too.
 */
#include "config.h"

#include "watched.h"

#include "sedia-page.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ROUNDS 4
#define SETTLE_MS 60
#define STEP 40 /* pixels */
#define PATIENCE_MS 60000

/* ---- what is on the screen */

static GtkWidget *
find_mapped (GtkWidget *widget,
             GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

SediaDataTable *
watched_table (Watched *self)
{
  return SEDIA_DATA_TABLE (find_mapped (GTK_WIDGET (self->window), SEDIA_TYPE_DATA_TABLE));
}

GtkAdjustment *
watched_adjustment (Watched *self)
{
  GtkWidget *scroller = find_mapped (GTK_WIDGET (watched_table (self)), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* Whether a cell below says something. */
static gboolean
says_something (GtkWidget *widget)
{
  const char *text;

  if (GTK_IS_INSCRIPTION (widget))
    return (text = gtk_inscription_get_text (GTK_INSCRIPTION (widget))) != NULL && *text != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_something (child))
      return TRUE;

  return FALSE;
}

static gboolean
shows_rows (GtkWidget *window)
{
  GtkWidget *table = find_mapped (window, SEDIA_TYPE_DATA_TABLE);
  GtkWidget *list = table != NULL ? find_mapped (table, GTK_TYPE_LIST_VIEW) : NULL;
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  return row != NULL && says_something (row);
}

/* ---- until nothing is left to do */

static gpointer
nothing_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return SEDIA_DONE;
}

static void
answered_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      n_left)
{
  sedia_store_finish (SEDIA_STORE (store), result, NULL);
  (*(guint *) n_left)--;
}

void
watched_settle (Watched *self)
{
  SediaStore *store = sedia_main_window_get_store (self->window);

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint n_left = 3;

      sedia_store_read_async (store, nothing_job, NULL, NULL, NULL, NULL, answered_cb, &n_left);
      sedia_store_read_long_async (store, nothing_job, NULL, NULL, NULL, NULL, answered_cb,
                                   &n_left);
      sedia_store_note_async (store, nothing_job, NULL, NULL, NULL, answered_cb, &n_left);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
    }
  watch_run_for (SETTLE_MS);
}

/* ---- starting */

static gboolean has_first_frame;

static void
end (void)
{
  fflush (stdout);
  _exit (0); /* how quickly it closes is not asked */
}

static void
frame_cb (GtkWidget *window,
          gpointer   unused)
{
  if (!has_first_frame)
    watch_tell ("first-frame", watch_now ());
  has_first_frame = TRUE;

  if (!shows_rows (window))
    return;

  watch_tell ("first-rows", watch_now ());
  end ();
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  if (SEDIA_IS_MAIN_WINDOW (window))
    watch_frames (GTK_WIDGET (window), frame_cb, NULL);
}

static void
choose_page (const char *name)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_set_string (settings, "page", name);
}

static int
start (const char *page)
{
  char *argv[] = { (char *) "sedia", NULL };
  g_autoptr (SediaApplication) application = NULL;

  choose_page (page);
  application = sedia_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}

/* ---- an open window */

static void
open_window (Watched    *self,
             const char *page)
{
  const double patience = watch_now () + PATIENCE_MS;
  g_autoptr (GError) error = NULL;

  choose_page (page);
  self->application = sedia_application_new ();
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  watch_rounds_begin ();
  watch_rounds_name ("open the window");
  g_application_activate (G_APPLICATION (self->application));
  self->window = SEDIA_MAIN_WINDOW (view_find_window (SEDIA_TYPE_MAIN_WINDOW));

  while (!shows_rows (GTK_WIDGET (self->window)) && watch_now () < patience)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shows_rows (GTK_WIDGET (self->window)));
  watched_settle (self);
  watch_rounds_name (NULL);
}

static void
sort_by (Watched     *self,
         const char  *name,
         guint        column,
         GtkSortType  direction)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_mapped (GTK_WIDGET (watched_table (self)),
                                                      GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) wanted =
    g_list_model_get_item (gtk_column_view_get_columns (view), column);
  const double begin = watch_now ();

  watch_rounds_name (name);
  gtk_column_view_sort_by_column (view, wanted, direction);
  watched_settle (self);
  watch_rounds_name (NULL);
  g_assert_false (sedia_list_model_is_loading (sedia_data_table_get_model (watched_table (self))));
  watch_tell ("sort-whole", watch_now () - begin - SETTLE_MS);
}

static void
measure_list (Watched *self,
              guint    n_frames)
{
  open_window (self, "stock");
  watch_tell ("memory", watch_memory ());
  watch_scroll (GTK_WIDGET (self->window), watched_adjustment (self), STEP, n_frames, "scroll");
  watched_settle (self);

  sort_by (self, "sort", 0, GTK_SORT_ASCENDING);  /* SKU */
  sort_by (self, "sort", 2, GTK_SORT_DESCENDING); /* on hand */
  sort_by (self, "sort", 1, GTK_SORT_DESCENDING); /* name */

  /* The first search reads the names; from then on they are kept. */
  sedia_page_set_search (sedia_main_window_get_page (self->window), "kettle");
  watched_settle (self);
  watch_tell ("memory-searched", watch_memory ());
}

int
main (int    argc,
      char **argv)
{
  Watched self = { NULL };

  g_assert_cmpint (argc, ==, 3);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (g_str_equal (argv[1], "start"))
    return start (argv[2]);

  if (g_str_equal (argv[1], "list"))
    measure_list (&self, (guint) strtoul (argv[2], NULL, 10));
  else
    {
      open_window (&self, "waiting");
      watched_day (&self, (guint) strtoul (argv[2], NULL, 10));
    }
  end ();
}
