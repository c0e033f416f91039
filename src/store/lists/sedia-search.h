/* Search while typing. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

#define SEDIA_MAX_WORDS 6

/* What was typed, as lower-case words: a product fits when all of them stand somewhere in it. */
typedef struct
{
  char *words[SEDIA_MAX_WORDS];
  guint n_words;
} SediaWords;

void sedia_words_init (SediaWords *words, const char *search);
void sedia_words_clear (SediaWords *words);
/* Word i is bound twice: $(2i+1) as a pattern for LIKE, $(2i+2) as it is. */
void sedia_words_bind (SediaStmt *stmt, const char *sql, const SediaWords *words);
void sedia_search_append (GString *sql, const SediaWords *words);
gboolean sedia_search_can_head (const SediaQuery *query, const SediaWords *words);
GArray *sedia_search_head (SediaDb *db, const SediaWords *words, guint limit, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaWords, sedia_words_clear)

G_END_DECLS
