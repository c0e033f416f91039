/* What the help says: of each page, and of the words of the shop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEDIA_HELP_PARAGRAPHS 3
#define SEDIA_HELP_KEYS 3

/**
 * SediaHelpText:
 * @page: the name of the page; NULL for what is said where there is no page
 * @title: marked with NC_ ("page", ...)
 * @paragraphs: marked with N_; NULL where there are fewer
 * @keys: the most useful ones: an accelerator, and what it does, marked with NC_ ("shortcuts", ...)
 *
 * The help of one page.
 */
typedef struct
{
  const char *page;
  const char *title;
  const char *paragraphs[SEDIA_HELP_PARAGRAPHS];
  struct { const char *accelerator; const char *what; } keys[SEDIA_HELP_KEYS];
} SediaHelpText;

/**
 * SediaHelpWord:
 * @word: marked with NC_ ("word", ...)
 * @meaning: marked with N_
 *
 * A word of the shop.
 */
typedef struct
{
  const char *word;
  const char *meaning;
} SediaHelpWord;

const SediaHelpText *sedia_help_text_find (const char *page);
const SediaHelpWord *sedia_help_words (guint *n);

G_END_DECLS
