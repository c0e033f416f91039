/* Finding a word in megabytes of text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sedia_text_find (const char *text,
                             gsize       length,
                             const char *word,
                             gsize       word_length);

G_END_DECLS
