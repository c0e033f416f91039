/* A day as people type it: "15/12", "15 dec", "friday", "tomorrow", "+7", "2026-12-15". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sedia_typed_day_is_day_first (void);
gboolean sedia_typed_day_read (const char  *text,
                               int          today,
                               gboolean     is_day_first,
                               int         *day,
                               GError     **error);

G_END_DECLS
