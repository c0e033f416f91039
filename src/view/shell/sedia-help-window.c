/* The help of one page.
 *
 *   +-------------------------------------------+
 *   |                  Help                     |
 *   | Stock                                     |
 *   | Each row is a product: ...                |
 *   |                                           |
 *   | Keys                                      |
 *   | Ctrl+S     Sell to somebody who walked in |
 *   |                                           |
 *   | Words                                     |
 *   | On hand    What is in the shop, ...       |
 *   +-------------------------------------------+
 *   | [Keyboard Shortcuts]              [Close] |
 *   +-------------------------------------------+
 *
 * The keyboard is on the text: the arrows scroll it, and who cannot see it hears it.
 */
#include "config.h"

#include "sedia-help-window.h"

#include "sedia-accessible.h"
#include "sedia-help-texts.h"

#include <glib/gi18n.h>

#define TEXT_CHARS 60 /* longer lines are hard to follow */
#define LEAST_CHARS 24

struct _SediaHelpWindow
{
  GtkWindow parent_instance;

  GtkWidget *scroller;
  GtkLabel *title;
  GtkBox *paragraphs;
  GtkGrid *keys;
  GtkGrid *words;
};

G_DEFINE_FINAL_TYPE (SediaHelpWindow, sedia_help_window, GTK_TYPE_WINDOW)

/* ---- what it says */

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* A word, and beside it what it means. */
static void
add_row (GtkGrid    *grid,
         int         row,
         const char *word,
         const char *meaning)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-title");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, text_new (meaning), 1, row, 1, 1);
}

static void
add_key (GtkGrid    *grid,
         int         row,
         const char *accelerator,
         const char *what)
{
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_return_if_reached ();

  label = gtk_accelerator_get_label (key, modifiers);
  add_row (grid, row, label, g_dpgettext2 (NULL, "shortcuts", what));
}

static void
show_page (SediaHelpWindow     *self,
           const SediaHelpText *text)
{
  gtk_label_set_label (self->title, g_dpgettext2 (NULL, "page", text->title));
  for (guint i = 0; i < SEDIA_HELP_PARAGRAPHS && text->paragraphs[i] != NULL; i++)
    gtk_box_append (self->paragraphs, text_new (_(text->paragraphs[i])));
  for (guint i = 0; i < SEDIA_HELP_KEYS; i++)
    add_key (self->keys, (int) i, text->keys[i].accelerator, text->keys[i].what);
}

static void
show_words (SediaHelpWindow *self)
{
  guint n;
  const SediaHelpWord *words = sedia_help_words (&n);

  for (guint i = 0; i < n; i++)
    add_row (self->words, (int) i, g_dpgettext2 (NULL, "word", words[i].word),
             _(words[i].meaning));
}

static void
append_texts (GString   *texts,
              GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (texts, child);
}

/* All of it is read out, for the keyboard comes to none of the labels. */
static void
describe (SediaHelpWindow *self)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  append_texts (texts, self->scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, texts->str, -1);
}

/* ---- the widget */

static void
scroll_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gboolean is_done;

  g_signal_emit_by_name (SEDIA_HELP_WINDOW (widget)->scroller, "scroll-child",
                         (GtkScrollType) g_variant_get_int32 (parameter), FALSE, &is_done);
}

/* Not both at once: the other one is modal, too. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  if (opener != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opener), "win.show-help-overlay", NULL);
}

static void
sedia_help_window_class_init (SediaHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SediaHelpWindow, paragraphs);
  gtk_widget_class_bind_template_child (widget_class, SediaHelpWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, SediaHelpWindow, words);

  gtk_widget_class_install_action (widget_class, "help.scroll", "i", scroll_action);
  gtk_widget_class_install_action (widget_class, "help.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Not as keys of the window: there the arrows move the keyboard to the next button. */
static void
add_scroll_keys (SediaHelpWindow *self)
{
  static const struct { guint key; GtkScrollType scroll; } keys[] = {
    { GDK_KEY_Up, GTK_SCROLL_STEP_UP },       { GDK_KEY_Down, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },  { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Home, GTK_SCROLL_START },       { GDK_KEY_End, GTK_SCROLL_END },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, 0),
                                       gtk_named_action_new ("help.scroll"), "i",
                                       (gint32) keys[i].scroll));
  gtk_widget_add_controller (gtk_window_get_child (GTK_WINDOW (self)), controller);
}

static void
sedia_help_window_init (SediaHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_scroll_keys (self);
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_help_window_open:
 * @opener: the window it is about
 * @page: (nullable): the name of the page in front
 *
 * Shows the help of the page.
 */
void
sedia_help_window_open (GtkWindow  *opener,
                        const char *page)
{
  SediaHelpWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (opener));

  self = g_object_new (SEDIA_TYPE_HELP_WINDOW, "transient-for", opener, NULL);
  show_page (self, sedia_help_text_find (page));
  show_words (self);
  describe (self);
  gtk_window_present (GTK_WINDOW (self));
}
