/* What the window shows when the shop's file cannot be opened: what, where, what to do. */
#include "config.h"

#include "sedia-problem-page.h"

#include "sedia-error.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaProblemPage
{
  GtkWidget parent_instance;

  GtkLabel *sentence;
  GtkLabel *path;
  GtkLabel *advice;
  GtkWidget *again;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (SediaProblemPage, sedia_problem_page, GTK_TYPE_WIDGET)

static const char *
advice_for (const GError *error)
{
  if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_BUSY))
    return _("Close the other program that uses it, or wait a moment, then try again.");

  return _("Nothing in the file was changed. Choose another file, or restore a backup and "
           "try again.");
}

/* One suggested button: what helps most. */
static void
suggest (GtkWidget *button,
         GtkWidget *again,
         GtkWidget *choose)
{
  gtk_widget_remove_css_class (again, "suggested-action");
  gtk_widget_remove_css_class (choose, "suggested-action");
  gtk_widget_add_css_class (button, "suggested-action");
}

static void
sedia_problem_page_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_PROBLEM_PAGE);

  G_OBJECT_CLASS (sedia_problem_page_parent_class)->dispose (object);
}

static void
sedia_problem_page_class_init (SediaProblemPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_problem_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaProblemPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaProblemPage, path);
  gtk_widget_class_bind_template_child (widget_class, SediaProblemPage, advice);
  gtk_widget_class_bind_template_child (widget_class, SediaProblemPage, again);
  gtk_widget_class_bind_template_child (widget_class, SediaProblemPage, choose);
  gtk_widget_class_set_css_name (widget_class, "problempage");
}

static void
sedia_problem_page_init (SediaProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_problem_page_new:
 *
 * Returns: (transfer floating): a page that names no problem yet
 */
GtkWidget *
sedia_problem_page_new (void)
{
  return g_object_new (SEDIA_TYPE_PROBLEM_PAGE, NULL);
}

/**
 * sedia_problem_page_show:
 * @self: the page
 * @path: the file
 * @error: why it cannot be opened
 */
void
sedia_problem_page_show (SediaProblemPage *self,
                         const char       *path,
                         const GError     *error)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_PROBLEM_PAGE (self));
  g_return_if_fail (path != NULL && error != NULL);

  name = g_filename_display_name (path);
  gtk_label_set_label (self->sentence, error->message);
  gtk_label_set_label (self->path, name);
  gtk_widget_set_visible (GTK_WIDGET (self->path), strstr (error->message, name) == NULL);
  gtk_label_set_label (self->advice, advice_for (error));
  suggest (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_BUSY) ? self->again : self->choose,
           self->again, self->choose);
}
