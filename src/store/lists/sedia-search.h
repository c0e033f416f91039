/* What was typed into a search. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

#define SEDIA_MAX_WORDS 6

/* What was typed, as lower-case words: a row fits when all of them stand somewhere in it. */
typedef struct
{
  char *words[SEDIA_MAX_WORDS];
  guint n_words;
} SediaWords;

void sedia_words_init (SediaWords *words, const char *search);
void sedia_words_clear (SediaWords *words);
/* Word i, counted from 0, is $(i+1). */
void sedia_words_bind (SediaStmt *stmt, const SediaWords *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaWords, sedia_words_clear)

G_END_DECLS
