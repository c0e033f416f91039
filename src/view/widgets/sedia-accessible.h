/* Names for what GTK 4.8 leaves without one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_accessible_name_inner (GtkWidget  *widget,
                                  const char *name);
void sedia_accessible_drop_underlines (GtkWidget *root);

G_END_DECLS
