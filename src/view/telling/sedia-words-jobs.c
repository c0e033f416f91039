/* Jobs of the words customers are told. They touch no widget. */
#include "config.h"

#include "sedia-words-jobs.h"

/**
 * sedia_tongue_code: (transfer none) a language as the records name it.
 */
const char *
sedia_tongue_code (guint tongue)
{
  static const char *const codes[SEDIA_N_TONGUES] = { "en", "id" };

  g_return_val_if_fail (tongue < SEDIA_N_TONGUES, NULL);

  return codes[tongue];
}

/**
 * sedia_words_shipped: (transfer none) the text Sedia ships for a part.
 */
const char *
sedia_words_shipped (guint            tongue,
                     SediaMessagePart part)
{
  return sedia_template_shipped (part, sedia_tongue_code (tongue));
}

static void
free_texts (char *texts[SEDIA_N_TONGUES][SEDIA_N_MESSAGE_PARTS])
{
  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint part = 0; part < SEDIA_N_MESSAGE_PARTS; part++)
      g_free (texts[tongue][part]);
}

/**
 * sedia_words_free: Frees words.
 */
void
sedia_words_free (SediaWords *words)
{
  if (words == NULL)
    return;

  free_texts (words->texts);
  g_free (words->shop);
  g_free (words->hours);
  g_free (words);
}

/**
 * sedia_words_change_free: Frees what was to be saved.
 */
void
sedia_words_change_free (SediaWordsChange *change)
{
  free_texts (change->texts);
  g_free (change);
}

static gboolean
read_tongue (SediaDb     *db,
             SediaWords  *words,
             guint        tongue,
             GError     **error)
{
  g_autoptr (SediaTemplates) own = sedia_templates_read (db, sedia_tongue_code (tongue), error);

  if (own == NULL)
    return FALSE;

  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    words->texts[tongue][i] = own->parts[i] != NULL
                                ? g_steal_pointer (&own->parts[i])
                                : g_strdup (sedia_words_shipped (tongue, (SediaMessagePart) i));

  return TRUE;
}

gpointer
sedia_words_read_job (SediaDb   *db,
                      gpointer   unused,
                      GError   **error)
{
  g_autoptr (SediaWords) words = g_new0 (SediaWords, 1);
  g_autoptr (SediaShopRules) rules = sedia_shop_rules_read (db, error);
  g_autofree char *country = sedia_setting_country (db);
  const SediaCalendar *calendar;

  if (rules == NULL)
    return NULL;
  for (guint i = 0; i < SEDIA_N_TONGUES; i++)
    if (!read_tongue (db, words, i, error))
      return NULL;

  calendar = &rules->contact.calendar;
  words->shop = g_strdup (rules->shop);
  words->hours = g_strdup_printf ("%02d:%02d–%02d:%02d", calendar->opens / 60,
                                  calendar->opens % 60, calendar->closes / 60,
                                  calendar->closes % 60);
  words->tongue = g_str_equal (country, "ID") ? 1 : 0;

  return g_steal_pointer (&words);
}

/* Who writes the shipped text gets what is shipped later, too. */
gpointer
sedia_words_save_job (SediaDb   *db,
                      gpointer   data,
                      GError   **error)
{
  const SediaWordsChange *change = data;

  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
      {
        const SediaMessagePart part = (SediaMessagePart) i;
        const char *text = change->texts[tongue][i];

        if (text == NULL)
          continue;
        if (g_str_equal (text, sedia_words_shipped (tongue, part)))
          text = NULL;
        if (!sedia_template_set (db, part, sedia_tongue_code (tongue), text, error))
          return NULL;
      }

  return SEDIA_DONE;
}
