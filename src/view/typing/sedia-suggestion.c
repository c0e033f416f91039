/* A suggestion: its code, its name, and something that tells it from others. */
#include "config.h"

#include "sedia-suggestion.h"

struct _SediaSuggestion
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *aside;
};

G_DEFINE_FINAL_TYPE (SediaSuggestion, sedia_suggestion, GTK_TYPE_LIST_BOX_ROW)

static void
sedia_suggestion_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEDIA_TYPE_SUGGESTION);

  G_OBJECT_CLASS (sedia_suggestion_parent_class)->dispose (object);
}

static void
sedia_suggestion_class_init (SediaSuggestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_suggestion_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sedia/Sedia/ui/rows/suggestion.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestion, title);
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestion, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestion, aside);
}

static void
sedia_suggestion_init (SediaSuggestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * sedia_suggestion_new:
 * @title: what is suggested
 * @detail: (nullable): its code
 * @aside: (nullable): what tells it from others
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
sedia_suggestion_new (const char *title,
                      const char *detail,
                      const char *aside)
{
  SediaSuggestion *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_SUGGESTION, NULL);
  set_label (self->title, title);
  set_label (self->detail, detail);
  set_label (self->aside, aside);

  return GTK_WIDGET (self);
}
