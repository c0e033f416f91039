/* Whether Sedia starts with the computer, in the background. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sedia_autostart_dup_path (void);
gboolean sedia_autostart_is_on (void);
gboolean sedia_autostart_set (gboolean on, GError **error);

G_END_DECLS
