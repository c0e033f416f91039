/* Finding a word in megabytes of text: what memmem() finds. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "sedia-text-find.h"

static void
assert_found (const char *text,
              gsize       length,
              const char *word)
{
  const gsize word_length = strlen (word);

  g_assert_true (sedia_text_find (text, length, word, word_length) ==
                 memmem (text, length, word, word_length));
}

/* At each place of a text of each length, within a step and across two of them. */
static void
test_places (void)
{
  static const char *const words[] = { "x", "xy", "xyx", "a word of thirty-two characters.." };

  for (gsize length = 0; length < 200; length++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      for (gsize place = 0; place + strlen (words[w]) <= length; place++)
        {
          g_autofree char *text = g_malloc (length); /* no more: the sanitizer watches its end */

          memset (text, 'y', length);
          memcpy (text + place, words[w], strlen (words[w]));
          assert_found (text, length, words[w]);
        }
}

/* Texts of few letters are full of beginnings that lead nowhere. */
static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const gsize length = (gsize) g_test_rand_int_range (1, 400);
      g_autofree char *text = g_malloc (length);
      char word[12] = { 0 };

      for (gsize k = 0; k < length; k++)
        text[k] = "ab"[g_test_rand_int_range (0, 2)];
      for (gint32 k = g_test_rand_int_range (1, 12); k > 0; k--)
        word[k - 1] = "ab"[g_test_rand_int_range (0, 2)];

      assert_found (text, length, word);
    }
}

/* Bytes above 127, and a zero in the text. */
static void
test_bytes (void)
{
  char text[300];

  memset (text, 0, sizeof text);
  memcpy (text + 170, "caf\303\251", 5);
  assert_found (text, sizeof text, "\303\251");
  assert_found (text, sizeof text, "\303\252");
  g_assert_true (sedia_text_find (text, sizeof text, "\0c", 2) == text + 169);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text-find/places", test_places);
  g_test_add_func ("/core/text-find/random", test_random);
  g_test_add_func ("/core/text-find/bytes", test_bytes);

  return g_test_run ();
}
