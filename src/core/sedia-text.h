/* Text as search compares it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sedia_text_lower (const char *text,
                        gssize      length);
void sedia_text_append_lower (GString    *lower,
                              const char *text,
                              gssize      length);

G_END_DECLS
