/* What the tests of pages share: the main window on a real shop. */
#include "config.h"

#include "shop-window.h"

#include "sedia-list-page.h"

#define ROUNDS 4
#define END_US (300 * 1000) /* without a key: a scanner has nothing more to say */

static GtkApplication *
get_application (void)
{
  static GtkApplication *application = NULL;

  if (application == NULL)
    {
      application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }

  return application;
}

void
shop_window_open (ShopWindow *self)
{
  shop_open (&self->shop);
  self->window = g_object_ref (sedia_main_window_new (get_application (), NULL));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  sedia_main_window_set_store (self->window, self->shop.store);
  view_wait (self->shop.store);
}

void
shop_window_close (ShopWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  view_wait (self->shop.store);
  g_assert_finalize_object (self->window);
  shop_close (&self->shop);
}

gboolean
shop_window_shows (ShopWindow *self,
                   const char *text)
{
  return view_find_text (GTK_WIDGET (self->window), text) != NULL;
}

gboolean
shop_window_wait_for (ShopWindow *self,
                      const char *text)
{
  return view_wait_for_text (self->shop.store, GTK_WIDGET (self->window), text);
}

void
shop_window_settle (ShopWindow *self)
{
  for (guint i = 0; i < ROUNDS; i++)
    view_wait (self->shop.store);
}

const char *
shop_window_bar (ShopWindow *self)
{
  return sedia_bar_get_text (sedia_main_window_get_bar (self->window));
}

void
shop_window_go_to (ShopWindow *self,
                   const char *page)
{
  sedia_main_window_show_page (self->window, page);
  shop_window_settle (self);
}

static GtkWidget *
find_page (GtkWidget *root)
{
  if (SEDIA_IS_PAGE (root) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_page (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
shop_window_act (ShopWindow *self,
                 const char *action)
{
  GtkWidget *page = find_page (GTK_WIDGET (self->window));

  g_assert_nonnull (page);
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  shop_window_settle (self);
}

void
shop_window_select (ShopWindow *self,
                    guint       first,
                    guint       last)
{
  GtkWidget *page = find_page (GTK_WIDGET (self->window));
  GtkWidget *list = view_find_type (page, GTK_TYPE_LIST_VIEW);

  for (guint i = first; i <= last; i++)
    g_assert_true (gtk_widget_activate_action (list, "list.select-item", "(ubb)", i, i > first,
                                               FALSE));
  shop_window_settle (self);
}

/* Whether a controller of the window keeps the key for itself. */
static gboolean
is_kept (GtkWidget *window,
         guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
      if (is_handled)
        return TRUE;
    }

  return FALSE;
}

static void
press (GtkWidget *window,
       char       key)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  const char text[] = { key, '\0' };
  int position;

  if (is_kept (window, (guint) key) || !GTK_IS_EDITABLE (focus))
    return;

  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, 1, &position);
  gtk_editable_set_position (GTK_EDITABLE (focus), position);
}

void
shop_window_scan (ShopWindow *self,
                  GtkWidget  *window,
                  const char *code)
{
  for (const char *p = code; *p != '\0'; p++)
    press (window, *p);
  is_kept (window, GDK_KEY_Return);
  shop_window_settle (self);
}

static gboolean
is_later (gpointer data)
{
  return g_get_monotonic_time () >= *(const gint64 *) data;
}

void
shop_window_put_in (ShopWindow *self,
                    GtkWidget  *window,
                    const char *text)
{
  gint64 end;

  for (const char *p = text; *p != '\0'; p++)
    press (window, *p);

  end = g_get_monotonic_time () + END_US;
  g_assert_true (view_wait_until (is_later, &end));
  shop_window_settle (self);
}

void
shop_window_undo (ShopWindow *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  shop_window_settle (self);
}

void
shop_window_type (ShopWindow *self,
                  GtkWidget  *form,
                  const char *label,
                  const char *text)
{
  gtk_editable_set_text (view_find_entry (form, label), text);
  view_wait (self->shop.store);
}

void
shop_window_save (ShopWindow *self,
                  GtkWidget  *form)
{
  g_assert_true (gtk_widget_activate_action (form, "form.save", NULL));
  shop_window_settle (self);
}
