/* What our own exports look like, so that an import knows one again. Private to the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sedia_export_is_ours (const char *const *headers);

G_END_DECLS
