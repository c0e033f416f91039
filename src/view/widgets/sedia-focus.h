/* Tab through a widget that, asked for the keyboard, puts it somewhere inside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sedia_focus_walk (GtkWidget        *widget,
                           GtkDirectionType  direction);

G_END_DECLS
