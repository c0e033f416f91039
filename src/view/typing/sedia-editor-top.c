/* Above what is typed: see sedia-editor-top.h. */
#include "config.h"

#include "sedia-editor-top.h"

#include "sedia-accessible.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaEditorTop
{
  GtkWidget parent_instance;

  GtkWidget *back;
  GtkLabel *title;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkButton *book;
  GtkButton *second;
  GtkWidget *problem;
  GtkLabel *problem_sentence;
  GtkButton *anyway;
};

enum
{
  PROBLEM_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaEditorTop, sedia_editor_top, GTK_TYPE_WIDGET)

static void
problem_close_cb (SediaEditorTop *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  g_signal_emit (self, signals[PROBLEM_CLOSED], 0);
}

static void
sedia_editor_top_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_EDITOR_TOP);

  G_OBJECT_CLASS (sedia_editor_top_parent_class)->dispose (object);
}

static void
sedia_editor_top_class_init (SediaEditorTopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_editor_top_dispose;

  signals[PROBLEM_CLOSED] = g_signal_new ("problem-closed", SEDIA_TYPE_EDITOR_TOP,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/editor-top.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, back);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, title);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, state);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, spinner);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, book);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, second);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, problem);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, problem_sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaEditorTop, anyway);
  gtk_widget_class_bind_template_callback (widget_class, problem_close_cb);
}

static void
sedia_editor_top_init (SediaEditorTop *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_editor_top_set_texts: What it says.
 */
void
sedia_editor_top_set_texts (SediaEditorTop         *self,
                            const SediaEditorTexts *texts)
{
  g_return_if_fail (SEDIA_IS_EDITOR_TOP (self));
  g_return_if_fail (texts != NULL);

  gtk_label_set_label (self->title, _(texts->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(texts->back), -1);
  gtk_button_set_label (self->book, _(texts->book));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->book), _(texts->book_tooltip));
  gtk_widget_set_visible (GTK_WIDGET (self->second), texts->second != NULL);
  if (texts->second != NULL)
    {
      gtk_button_set_label (self->second, _(texts->second));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->second), _(texts->second_tooltip));
    }
  gtk_button_set_label (self->anyway, _(texts->anyway));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_editor_top_set_state:
 * @self: the top
 * @state: whether the draft is saved
 * @is_busy: it is being booked
 */
void
sedia_editor_top_set_state (SediaEditorTop *self,
                            const char     *state,
                            gboolean        is_busy)
{
  g_return_if_fail (SEDIA_IS_EDITOR_TOP (self));

  gtk_label_set_label (self->state, state);
  gtk_spinner_set_spinning (self->spinner, is_busy);
}

/**
 * sedia_editor_top_set_problem:
 * @self: the top
 * @problem: (nullable): what went wrong; NULL when all is well
 * @can_go_on: whether it was a warning: then the keyboard goes to the button that goes on
 */
void
sedia_editor_top_set_problem (SediaEditorTop *self,
                              const char     *problem,
                              gboolean        can_go_on)
{
  g_return_if_fail (SEDIA_IS_EDITOR_TOP (self));

  gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem == NULL)
    return;

  gtk_label_set_label (self->problem_sentence, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->anyway), can_go_on);
  if (can_go_on)
    gtk_widget_grab_focus (GTK_WIDGET (self->anyway));
}
