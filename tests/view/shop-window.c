/* What the tests of pages share: the main window on a real shop. */
#include "config.h"

#include "shop-window.h"

#include "sedia-list-page.h"

#define ROUNDS 4

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
  if (SEDIA_IS_LIST_PAGE (root) && gtk_widget_get_mapped (root))
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
