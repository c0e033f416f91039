/* Jobs of the words customers are told: they run on the store's threads. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/* The languages there are shipped words in. */
#define SEDIA_N_TONGUES 2

/**
 * SediaWords:
 * @texts: of each part in each language; the shipped ones where the shop has none of its own
 * @shop: the shop's name, may be empty
 * @hours: when it is open: "08:00–17:00"
 * @tongue: the language of the shop's country
 *
 * The words in force, and what a preview needs.
 */
typedef struct
{
  char *texts[SEDIA_N_TONGUES][SEDIA_N_MESSAGE_PARTS];
  char *shop;
  char *hours;
  guint tongue;
} SediaWords;

/* What is saved: texts that have changed, NULL for the others. */
typedef struct
{
  char *texts[SEDIA_N_TONGUES][SEDIA_N_MESSAGE_PARTS];
  guint n;
  SediaMessagePart last;
} SediaWordsChange;

const char *sedia_tongue_code (guint tongue);
const char *sedia_words_shipped (guint tongue, SediaMessagePart part);
void sedia_words_free (SediaWords *words);
void sedia_words_change_free (SediaWordsChange *change);
gpointer sedia_words_read_job (SediaDb *db, gpointer unused, GError **error);
gpointer sedia_words_save_job (SediaDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaWords, sedia_words_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaWordsChange, sedia_words_change_free)

G_END_DECLS
