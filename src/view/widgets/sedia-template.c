/* The end of a widget made from a template. */
#include "config.h"

#include "sedia-template.h"

/**
 * sedia_template_dispose:
 * @widget: a direct child of GtkWidget in the class tree, being disposed
 * @type: its type
 *
 * Does what gtk_widget_dispose_template() does, and takes the children away: that function forgets
 * the ones that are bound, but a widget of our own must part from all of them itself. Handlers that
 * run meanwhile, such as that of a list that loses its columns, find their fields NULL.
 */
void
sedia_template_dispose (GtkWidget *widget,
                        GType      type)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_dispose_template (widget, type);

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
