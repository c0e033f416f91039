/* Text as search compares it: what stands in the records and what was typed go through the same
 * function, or "É" would not find "É". It knows no language: in Turkish a capital I would become
 * another letter, and a file is read in more than one place.
 */
#include "config.h"

#include "sedia-text.h"

#include <string.h>

/* Nearly all there is; the compiler takes many letters at once. A search does this for thousands of
 * names between two keys.
 */
static gboolean
copy_ascii (char       *lower,
            const char *text,
            gsize       n_bytes)
{
  guchar all = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = (guchar) text[i];

      all |= c;
      lower[i] = (char) (c + ((guchar) (c - 'A') < 26 ? 'a' - 'A' : 0));
    }

  return all < 0x80;
}

/* What is no UTF-8 stays as it is. */
static void
append_letters (GString    *lower,
                const char *text,
                const char *end)
{
  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        g_string_append_c (lower, *text++);
      else
        {
          g_string_append_unichar (lower, g_unichar_tolower (c));
          text = g_utf8_next_char (text);
        }
    }
}

/**
 * sedia_text_lower:
 * @text: what stands somewhere
 * @length: its bytes, -1 when it ends with a NUL
 *
 * Returns: (transfer full): the same in small letters, of any script that has them
 */
char *
sedia_text_lower (const char *text,
                  gssize      length)
{
  GString *lower;

  g_return_val_if_fail (text != NULL, NULL);

  lower = g_string_sized_new (length >= 0 ? (gsize) length : strlen (text));
  sedia_text_append_lower (lower, text, length);

  return g_string_free (lower, FALSE);
}

/**
 * sedia_text_append_lower: Like sedia_text_lower(), but adds it to a longer text.
 */
void
sedia_text_append_lower (GString    *lower,
                         const char *text,
                         gssize      length)
{
  gsize before, n_bytes;

  g_return_if_fail (lower != NULL);
  g_return_if_fail (text != NULL);

  before = lower->len;
  n_bytes = length >= 0 ? (gsize) length : strlen (text);
  g_string_set_size (lower, before + n_bytes);
  if (copy_ascii (lower->str + before, text, n_bytes))
    return;

  g_string_truncate (lower, before);
  append_letters (lower, text, text + n_bytes);
}
