/* Rule 5: how long silence may count as "wait". */
#include "config.h"

#include <glib.h>

#include "sedia-clock.h"

/* What an offer comes to that nobody answers. */
static void
test_silence (void)
{
  static const struct
  {
    const char *silence;
    guint n_offers;
    int delay_days;
    gboolean is_past;
    SediaSilenceMeaning means;
  } cases[] = {
    { "never", 1, 5, FALSE, SEDIA_SILENCE_ASKS },
    { "never", 1, -1, FALSE, SEDIA_SILENCE_ASKS },
    { "never", 3, 90, TRUE, SEDIA_SILENCE_ASKS },
    { "ftc", 1, 0, FALSE, SEDIA_SILENCE_WAITS },
    { "ftc", 1, 30, FALSE, SEDIA_SILENCE_WAITS },
    { "ftc", 1, 30, TRUE, SEDIA_SILENCE_CANCELS },
    { "ftc", 1, 31, FALSE, SEDIA_SILENCE_CANCELS },
    { "ftc", 1, -1, FALSE, SEDIA_SILENCE_CANCELS },
    { "ftc", 2, 5, FALSE, SEDIA_SILENCE_CANCELS },
    { "ftc", 2, 5, TRUE, SEDIA_SILENCE_CANCELS },
    { "ftc", 0, 5, TRUE, SEDIA_SILENCE_ASKS }, /* nothing was offered */
  };
  SediaSilence silence;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %u offers, %d days", cases[i].silence, cases[i].n_offers,
                      cases[i].delay_days);
      g_assert_true (sedia_silence_from_string (cases[i].silence, &silence));
      g_assert_cmpstr (sedia_silence_to_string (silence), ==, cases[i].silence);
      g_assert_cmpint (sedia_silence_means (silence, cases[i].n_offers, cases[i].delay_days,
                                            cases[i].is_past), ==, cases[i].means);
    }

  g_assert_false (sedia_silence_from_string ("sometimes", &silence));
  g_assert_cmpint (silence, ==, SEDIA_SILENCE_NEVER);
  g_assert_false (sedia_silence_from_string (NULL, &silence));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/silence/5-means", test_silence);

  return g_test_run ();
}
