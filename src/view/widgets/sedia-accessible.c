/* Names for what GTK 4.8 leaves without one. */
#include "config.h"

#include "sedia-accessible.h"

/**
 * sedia_accessible_name_inner:
 * @widget: a GtkMenuButton or a GtkDropDown
 * @name: what it is for
 *
 * Names the button inside, which is what has the focus and what a screen reader comes to; the name
 * given to @widget itself does not reach it.
 */
void
sedia_accessible_name_inner (GtkWidget  *widget,
                             const char *name)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  button = gtk_widget_get_first_child (widget);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
