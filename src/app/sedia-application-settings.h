/* Where to find what the program remembers of this person. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *sedia_application_find_settings (void);

G_END_DECLS
