/* Taking apart what was typed into a search. */
#include "config.h"

#include "sedia-search.h"

#include "sedia-text.h"

/**
 * sedia_words_clear: Forgets the words.
 */
void
sedia_words_clear (SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_free (words->words[i]);
  words->n_words = 0;
}

/**
 * sedia_words_init: Takes what was typed apart.
 */
void
sedia_words_init (SediaWords *words,
                  const char *search)
{
  g_auto (GStrv) parts = g_strsplit_set (search != NULL ? search : "", " \t\n", -1);

  words->n_words = 0;
  for (guint i = 0; parts[i] != NULL && words->n_words < SEDIA_MAX_WORDS; i++)
    if (*parts[i] != '\0')
      words->words[words->n_words++] = sedia_text_lower (parts[i], -1);
}

/**
 * sedia_words_bind: Gives a statement the words it asks for.
 */
void
sedia_words_bind (SediaStmt        *stmt,
                  const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    sedia_stmt_bind_text (stmt, i + 1, words->words[i]);
}
