/* Names for what GTK 4.8 leaves without one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_accessible_name_inner (GtkWidget  *widget,
                                  const char *name);

G_END_DECLS
