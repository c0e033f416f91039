/* The end of a widget made from a template. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_template_dispose (GtkWidget *widget,
                             GType      type);

G_END_DECLS
