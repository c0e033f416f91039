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

/* The label a check button made of its text: there the underline is drawn, not written. */
static const char *
shown_text (GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_last_child (button);

  return GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : NULL;
}

/**
 * sedia_accessible_drop_underlines:
 * @root: a widget whose template is there
 *
 * GTK 4.8 reads a button with a mnemonic as "_Reserve Reserve": as what was written, and as the
 * label that shows it. Leaves only the latter. A check button has what was written alone; one
 * without a mnemonic keeps the name it has.
 */
void
sedia_accessible_drop_underlines (GtkWidget *root)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (root);

  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_BUTTON (root) && gtk_button_get_use_underline (GTK_BUTTON (root)))
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_CHECK_BUTTON (root) && shown_text (root) != NULL &&
           gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (root)))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, shown_text (root),
                                    -1);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sedia_accessible_drop_underlines (child);
}
