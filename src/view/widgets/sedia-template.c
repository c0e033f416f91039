/* The end of a widget made from a template. */
#include "config.h"

#include "sedia-template.h"

/**
 * sedia_template_dispose:
 * @widget: a widget made from a template, being disposed
 * @type: the type whose template it is
 *
 * Does what gtk_widget_dispose_template() does, and takes the children away: that function forgets
 * the ones that are bound, but a widget of our own must part from all of them itself. Handlers that
 * run meanwhile, such as that of a list that loses its columns, find their fields NULL.
 *
 * In GTK 4.8 it mistakes the template of the most derived type for that of @type, and stops the
 * program. So for a type that others with templates derive from, the children only part.
 */
void
sedia_template_dispose (GtkWidget *widget,
                        GType      type)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (G_OBJECT_TYPE (widget) == type)
    gtk_widget_dispose_template (widget, type);

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
