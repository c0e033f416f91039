/* What an empty shop begins with: what Sedia does in three sentences, and three ways to begin.
 *
 *                     (icon)
 *                Welcome to Sedia
 *       (icon) It keeps your stock ...
 *       (icon) When goods come in ...
 *       (icon) Everything stays ...
 *   [Enter the First Delivery] [Import…] [Open the Sample Shop]
 *          The shop is kept in /home/rina/...
 */
#include "config.h"

#include "sedia-welcome-page.h"

#include "sedia-accessible.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaWelcomePage
{
  GtkWidget parent_instance;

  GtkBox *reasons;
  GtkWidget *begin;
  GtkWidget *sample;
  GtkLabel *place;
};

/* What it is for, one sentence below the other. */
static const struct
{
  const char *icon;
  const char *sentence; /* marked with N_ */
} reasons[] = {
  { "sedia-stock-symbolic",
    N_("Sedia keeps the stock of your shop and remembers who is waiting for what.") },
  { "sedia-delivery-symbolic",
    N_("When goods come in, it sets them aside for those who wait, in a fair order that everybody "
       "can read, and tells you whom to call.") },
  { "sedia-history-symbolic",
    N_("Everything stays in one file on this computer, and everything you do can be undone.") },
};

/* ---- as a page: without a list, a search or a button of its own */

static const char *
page_get_title (SediaPage *page)
{
  return C_("page", "Welcome");
}

static const char *
page_get_primary (SediaPage   *page,
                  const char **label)
{
  return NULL;
}

/* The home folder as people write it. */
static char *
dup_short_path (const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *name = g_filename_display_name (path);

  if (!g_str_has_prefix (name, home) || name[strlen (home)] != G_DIR_SEPARATOR)
    return g_steal_pointer (&name);

  return g_strconcat ("~", name + strlen (home), NULL);
}

static void
page_set_store (SediaPage          *page,
                SediaStore         *store,
                SediaCountsWatcher *counts)
{
  SediaWelcomePage *self = SEDIA_WELCOME_PAGE (page);
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;

  if (store == NULL)
    return;

  path = dup_short_path (sedia_store_get_path (store));
  /* Translators: %s is the path of a file */
  place = g_strdup_printf (_("This shop is kept in %s"), path);
  gtk_label_set_label (self->place, place);
}

static void
page_bind_settings (SediaPage *page,
                    GSettings *settings)
{
}

static void
page_focus_list (SediaPage *page)
{
  gtk_widget_grab_focus (SEDIA_WELCOME_PAGE (page)->begin);
}

static void
sedia_welcome_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = page_get_title;
  iface->get_primary = page_get_primary;
  iface->set_store = page_set_store;
  iface->bind_settings = page_bind_settings;
  iface->focus_list = page_focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaWelcomePage, sedia_welcome_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE,
                                                      sedia_welcome_page_page_init))

/* ---- the widget */

/* A button for what the program cannot do would only be grey. */
static void
show_if_possible (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);
  GtkApplication *application = GTK_IS_WINDOW (root)
                                  ? gtk_window_get_application (GTK_WINDOW (root))
                                  : NULL;
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));

  gtk_widget_set_visible (button,
                          application != NULL &&
                            g_action_group_has_action (G_ACTION_GROUP (application),
                                                       action + strlen ("app.")));
}

static void
sedia_welcome_page_map (GtkWidget *widget)
{
  SediaWelcomePage *self = SEDIA_WELCOME_PAGE (widget);

  show_if_possible (self->sample);

  GTK_WIDGET_CLASS (sedia_welcome_page_parent_class)->map (widget);
}

static void
sedia_welcome_page_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (sedia_welcome_page_parent_class)->dispose (object);
}

static void
sedia_welcome_page_class_init (SediaWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_welcome_page_dispose;
  widget_class->map = sedia_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWelcomePage, reasons);
  gtk_widget_class_bind_template_child (widget_class, SediaWelcomePage, begin);
  gtk_widget_class_bind_template_child (widget_class, SediaWelcomePage, sample);
  gtk_widget_class_bind_template_child (widget_class, SediaWelcomePage, place);
  gtk_widget_class_set_css_name (widget_class, "welcomepage");
}

static void
add_reason (SediaWelcomePage *self,
            const char       *icon_name,
            const char       *sentence)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", icon_name,
                                  "margin-top", 2,
                                  "valign", GTK_ALIGN_START,
                                  NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "hexpand", TRUE,
                                   "label", sentence,
                                   "max-width-chars", 76,
                                   "width-chars", 24,
                                   "wrap", TRUE,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->reasons, row);
}

static void
sedia_welcome_page_init (SediaWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    add_reason (self, reasons[i].icon, _(reasons[i].sentence));
}

/**
 * sedia_welcome_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
sedia_welcome_page_new (void)
{
  return g_object_new (SEDIA_TYPE_WELCOME_PAGE, NULL);
}
