/* What the tests of the view share: a window on a private screen, and looking for words in it. */
#include "config.h"

#include "view.h"

#include "sedia-field.h"

#include <locale.h>

#define ROUND_MS 25
#define SLICE_MS 5
#define PATIENCE_S 30

void
view_test_init (int    *argc,
                char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();
}

GtkWidget *
view_window (GtkWidget *child,
             int        width,
             int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  view_wait (NULL);

  return window;
}

void
view_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  view_wait (NULL);
}

static gboolean
round_over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, round_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets frames be drawn for a moment, and the store's threads answer. */
void
view_wait (SediaStore *store)
{
  if (store != NULL)
    shop_settle (store);

  run_for (ROUND_MS);

  if (store != NULL)
    shop_settle (store);
}

/* Goes on until the condition is true, which it is nearly always at once. FALSE when it does not
 * come true, be the computer as slow as it may.
 */
gboolean
view_wait_until (ViewCondition condition,
                 gpointer      data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  gboolean is_true;

  while (!(is_true = condition (data)) && g_get_monotonic_time () < end)
    run_for (SLICE_MS);

  return is_true;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Words;

static gboolean
is_there (gpointer data)
{
  const Words *words = data;

  return view_count_text (words->root, words->text) > 0;
}

static gboolean
is_gone (gpointer data)
{
  return !is_there (data);
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

/* For whoever reads the report: all that can be read. */
static void
tell_texts (GtkWidget *widget)
{
  const char *text = text_of (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (text != NULL && *text != '\0')
    g_test_message ("  there is “%s”", text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_texts (child);
}

gboolean
view_wait_for_text (SediaStore *store,
                    GtkWidget  *root,
                    const char *text)
{
  Words words = { root, text };

  if (store != NULL)
    shop_settle (store);
  if (view_wait_until (is_there, &words))
    return TRUE;

  g_test_message ("“%s” does not appear", text);
  tell_texts (root);
  return FALSE;
}

gboolean
view_wait_for_no_text (SediaStore *store,
                       GtkWidget  *root,
                       const char *text)
{
  Words words = { root, text };

  if (store != NULL)
    shop_settle (store);
  if (view_wait_until (is_gone, &words))
    return TRUE;

  g_test_message ("“%s” does not go", text);
  return FALSE;
}

static guint
count (GtkWidget   *widget,
       const char  *text,
       GtkWidget  **first)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;

  if (g_strcmp0 (text_of (widget), text) == 0)
    {
      n++;
      if (*first == NULL)
        *first = widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, text, first);

  return n;
}

/* The first thing on the screen that says exactly this, NULL when there is none. */
GtkWidget *
view_find_text (GtkWidget  *root,
                const char *text)
{
  GtkWidget *first = NULL;

  count (root, text, &first);

  return first;
}

guint
view_count_text (GtkWidget  *root,
                 const char *text)
{
  GtkWidget *first = NULL;

  return count (root, text, &first);
}

GtkWidget *
view_find_type (GtkWidget *root,
                GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = view_find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_field (GtkWidget  *root,
            const char *label)
{
  if (SEDIA_IS_FIELD (root))
    {
      GtkWidget *first = gtk_widget_get_first_child (root);

      return g_strcmp0 (gtk_label_get_text (GTK_LABEL (first)), label) == 0 ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkEditable *
view_find_entry (GtkWidget  *root,
                 const char *label)
{
  GtkWidget *field = find_field (root, label);
  g_autoptr (GtkWidget) child = NULL;

  g_assert_nonnull (field);
  g_object_get (field, "child", &child, NULL);

  /* An entry with more around it: a calendar's button. */
  return GTK_EDITABLE (GTK_IS_EDITABLE (child) ? child : view_find_type (child, GTK_TYPE_ENTRY));
}

GtkWidget *
view_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i - 1);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

void
view_answer (GtkWidget *dialog,
             int        response)
{
  g_assert_true (GTK_IS_DIALOG (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  view_wait (NULL);
}

void
view_count_cb (guint *n)
{
  (*n)++;
}
