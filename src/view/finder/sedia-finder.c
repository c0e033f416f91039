/* Search anything. The focus stays in the field, so that typing goes on while answers come. */
#include "config.h"

#include "sedia-finder.h"

#include "sedia-empty-state.h"
#include "sedia-finder-jobs.h"
#include "sedia-found-row.h"
#include "sedia-shop.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaFinder
{
  GtkWindow parent_instance;

  SediaStore *store;
  GCancellable *asking;   /* the last question, while it is on its way */
  gboolean opens_answer; /* Enter came before the answer, as from a scanner */

  GtkEditable *entry;
  GtkStack *states;
  GtkScrolledWindow *scroller;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (SediaFinder, sedia_finder, GTK_TYPE_WINDOW)

/* What can be done from anywhere. */
static const struct
{
  const char *label; /* in the context "do" */
  const char *icon;
  const char *action;
} deeds[] = {
  { NC_ ("do", "New order"), "sedia-order-symbolic", "app.new-order" },
  { NC_ ("do", "New delivery"), "sedia-delivery-symbolic", "app.new-delivery" },
  { NC_ ("do", "New purchase"), "sedia-purchase-symbolic", "app.new-purchase" },
  { NC_ ("do", "Undo the last action"), "edit-undo-symbolic", "win.undo" },
  { NC_ ("do", "History: what was done, by whom"), "sedia-history-symbolic",
    "app.show-page::history" },
  { NC_ ("do", "Back up the shop"), "document-save-symbolic", "app.back-up" },
  { NC_ ("do", "Check the records"), "emblem-ok-symbolic", "app.check" },
  { NC_ ("do", "Barcode scanner"), "input-keyboard-symbolic", "win.scanner" },
  { NC_ ("do", "Print the slip of what is selected"), "document-print-symbolic", "win.print" },
  { NC_ ("do", "Print this list"), "document-print-symbolic", "win.print-list" },
  { NC_ ("do", "Import a file"), "document-open-symbolic", "shop.import" },
  { NC_ ("do", "Export this list"), "document-save-symbolic", "shop.export" },
  { NC_ ("do", "Dark or light style"), "weather-clear-night-symbolic", "app.dark-style" },
  { NC_ ("do", "Open another file"), "document-open-symbolic", "app.choose-database" },
  { NC_ ("do", "Help on this page"), "dialog-question-symbolic", "win.help" },
  { NC_ ("do", "Keyboard shortcuts"), "input-keyboard-symbolic", "win.show-help-overlay" },
  { NC_ ("do", "About Sedia"), "help-about-symbolic", "app.about" },
};

typedef struct
{
  SediaFinder *finder;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->finder);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* ---- rows */

static void
clear_rows (SediaFinder *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
}

static void
select_row (SediaFinder   *self,
            GtkListBoxRow *row)
{
  graphene_rect_t bounds;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_list_box_select_row (self->rows, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->rows), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Every word that was typed begins, or stands in, what the action is called. */
static gboolean
fits (const char *label,
      const char *typed)
{
  g_autofree char *folded_label = g_utf8_casefold (label, -1);
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_label, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* With the keys that would have done it, too. */
static void
add_deed (SediaFinder *self,
          const char  *label,
          const char  *icon,
          const char  *action)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkApplication *application = window != NULL ? gtk_window_get_application (window) : NULL;
  g_auto (GStrv) accels = NULL;

  if (application != NULL)
    accels = gtk_application_get_accels_for_action (application, action);

  gtk_list_box_append (self->rows, sedia_found_row_new_action (label, icon, action,
                                                               accels != NULL ? accels[0] : NULL));
}

static void
add_deeds (SediaFinder *self,
           const char  *typed)
{
  guint n_pages;
  const SediaShopPage *pages = sedia_shop_get_pages (&n_pages);

  for (guint i = 0; i < n_pages && pages[i].label != NULL; i++)
    {
      const char *label = g_dpgettext2 (NULL, "page", pages[i].label);
      g_autofree char *action = g_strconcat ("app.show-page::", pages[i].name, NULL);

      if (fits (label, typed))
        add_deed (self, label, pages[i].icon, action);
    }

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      const char *label = g_dpgettext2 (NULL, "do", deeds[i].label);

      if (fits (label, typed))
        add_deed (self, label, deeds[i].icon, deeds[i].action);
    }
}

static void
show_rows (SediaFinder *self,
           const char  *typed,
           GPtrArray   *found)
{
  GtkListBoxRow *first;

  clear_rows (self);
  if (found == NULL)
    add_deeds (self, typed);
  for (guint i = 0; found != NULL && i < found->len; i++)
    gtk_list_box_append (self->rows, sedia_found_row_new (g_ptr_array_index (found, i)));
  if (found != NULL)
    add_deeds (self, typed);

  first = gtk_list_box_get_row_at_index (self->rows, 0);
  gtk_stack_set_visible_child_name (self->states, first != NULL ? "rows" : "nothing");
  if (first != NULL)
    select_row (self, first);
}

/* ---- opening */

/* The window goes first: what is opened may open one of its own. */
static void
open_row (SediaFinder   *self,
          SediaFoundRow *row)
{
  g_autoptr (GtkWidget) window = NULL;
  g_autoptr (SediaFoundRow) opened = g_object_ref (row);

  window = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  gtk_window_destroy (GTK_WINDOW (self));
  sedia_found_row_open (opened, window);
}

/* ---- asking */

static void
stop (SediaFinder *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static char *
dup_typed (SediaFinder *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaFinder *self = question->finder;
  g_autofree char *typed = NULL;

  if (self->asking != question->asked)
    return;

  g_clear_object (&self->asking);
  if (found == NULL)
    {
      g_debug ("nothing can be found: %s", error->message);
      found = g_ptr_array_new ();
    }
  typed = dup_typed (self);
  show_rows (self, typed, found);
  if (self->opens_answer && found->len > 0)
    open_row (self, SEDIA_FOUND_ROW (gtk_list_box_get_row_at_index (self->rows, 0)));
}

static void
ask (SediaFinder *self)
{
  g_autofree char *typed = dup_typed (self);
  Question *question;

  stop (self);
  self->opens_answer = FALSE;
  if (*typed == '\0')
    {
      show_rows (self, typed, NULL);
      return;
    }

  self->asking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->finder = g_object_ref (self);
  question->asked = g_object_ref (self->asking);
  sedia_store_read_async (self->store, sedia_find_anything_job, g_steal_pointer (&typed), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->asking, answered_cb, question);
}

/* ---- keys */

static void
move (SediaFinder *self,
      int          step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->rows, index) : NULL;

  if (next != NULL)
    select_row (self, next);
}

static gboolean
key_pressed_cb (SediaFinder     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
row_activated_cb (SediaFinder   *self,
                  GtkListBoxRow *row)
{
  open_row (self, SEDIA_FOUND_ROW (row));
}

static void
activate_cb (SediaFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (self->asking != NULL)
    self->opens_answer = TRUE;
  else if (row != NULL)
    open_row (self, SEDIA_FOUND_ROW (row));
}

/* ---- the widget */

static void
sedia_finder_dispose (GObject *object)
{
  SediaFinder *self = SEDIA_FINDER (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_finder_parent_class)->dispose (object);
}

static void
sedia_finder_class_init (SediaFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_finder_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/finder.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, SediaFinder, states);
  gtk_widget_class_bind_template_child (widget_class, SediaFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaFinder, rows);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_finder_init (SediaFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_finder_open:
 * @window: the main window
 * @store: the shop's records
 *
 * Shows a finder. It belongs to GTK and goes when it is closed.
 */
void
sedia_finder_open (GtkWindow  *window,
                   SediaStore *store)
{
  SediaFinder *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SEDIA_IS_STORE (store));

  self = g_object_new (SEDIA_TYPE_FINDER, "transient-for", window, NULL);
  g_set_object (&self->store, store);
  ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
}
