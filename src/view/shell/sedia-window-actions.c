/* The actions of the main window. */
#include "config.h"

#include "sedia-window-actions.h"

#include "sedia-act.h"
#include "sedia-finder.h"
#include "sedia-help-window.h"
#include "sedia-main-window.h"
#include "sedia-scanner-form.h"
#include "sedia-window-print.h"

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaStore *store = sedia_main_window_get_store (SEDIA_MAIN_WINDOW (widget));

  if (store != NULL)
    sedia_finder_open (GTK_WINDOW (widget), store);
}

/* Where no shop is open, of the program as a whole. */
static void
help_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaMainWindow *window = SEDIA_MAIN_WINDOW (widget);
  const char *page = NULL;

  if (sedia_main_window_get_store (window) != NULL)
    page = sedia_shop_get_page_name (sedia_main_window_get_shop (window));
  sedia_help_window_open (GTK_WINDOW (widget), page);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gint32 kind;
  gint64 id;

  g_variant_get (parameter, "(ix)", &kind, &id);
  sedia_main_window_open (SEDIA_MAIN_WINDOW (widget), NULL, (SediaKind) kind, id);
}

/* A new order of the line's customer, who takes something else. */
static void
order_instead_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  sedia_main_window_open (SEDIA_MAIN_WINDOW (widget), "orders", SEDIA_KIND_LINE,
                          g_variant_get_int64 (parameter));
}

/* A new purchase for the customer of a line that waits. */
static void
purchase_for_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  sedia_main_window_open (SEDIA_MAIN_WINDOW (widget), "purchases", SEDIA_KIND_LINE,
                          g_variant_get_int64 (parameter));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  sedia_main_window_show_page (SEDIA_MAIN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaStore *store = sedia_main_window_get_store (SEDIA_MAIN_WINDOW (widget));

  if (store != NULL)
    sedia_act_undo (widget, store, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  sedia_window_print (SEDIA_MAIN_WINDOW (widget), g_str_equal (action, "win.print-list"));
}

static void
print_deposit_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  sedia_window_print_deposit (SEDIA_MAIN_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
scanner_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaMainWindow *window = SEDIA_MAIN_WINDOW (widget);
  SediaStore *store = sedia_main_window_get_store (window);

  if (store != NULL)
    sedia_scanner_form_open (widget, store,
                             sedia_shop_get_settings (sedia_main_window_get_shop (window)));
}

/**
 * sedia_window_actions_install: Adds the actions, and the keys that run them.
 */
void
sedia_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.open", "(ix)", open_action);
  gtk_widget_class_install_action (widget_class, "win.order-instead", "x", order_instead_action);
  gtk_widget_class_install_action (widget_class, "win.purchase-for", "x", purchase_for_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-list", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-deposit", "x", print_deposit_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.scanner", NULL, scanner_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-operation", "x", undo_action);

  /* Not accelerators of the application: an entry takes back what was typed in it first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.print-list", NULL);
}
