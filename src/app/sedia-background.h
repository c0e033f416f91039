/* Staying in the background when the window is closed: asked once. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sedia_background_ask (GtkWindow *window,
                               GSettings *settings);
void sedia_background_switch_on (GSettings *settings);

G_END_DECLS
