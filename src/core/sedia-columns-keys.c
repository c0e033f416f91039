/* The headers of a file in the form they are compared in: without case, accents, punctuation and
 * blanks ("Name *" is "name"), first whole, then without what stands in brackets ("Stok (pcs)" is
 * "stok").
 */
#include "config.h"

#include "sedia-columns-keys.h"

#include <string.h>

/**
 * sedia_header_dup_key:
 * @header: a header as written
 * @with_brackets: whether what stands in brackets belongs to it
 *
 * Returns: (transfer full): its letters and digits, lower case and without accents
 */
char *
sedia_header_dup_key (const char *header,
                      gboolean    with_brackets)
{
  g_autofree char *decomposed = g_utf8_normalize (header, -1, G_NORMALIZE_ALL);
  GString *key = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      else if (g_unichar_isalnum (c) && (with_brackets || depth == 0))
        g_string_append_unichar (key, g_unichar_tolower (c));
    }

  return g_string_free (key, FALSE);
}

/**
 * sedia_header_keys_init:
 * @keys: (out): the headers in both forms
 * @headers: (array length=n_columns): as written
 * @n_columns: how many
 */
void
sedia_header_keys_init (SediaHeaderKeys   *keys,
                        const char *const *headers,
                        guint              n_columns)
{
  keys->whole = g_ptr_array_new_with_free_func (g_free);
  keys->bare = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (keys->whole, sedia_header_dup_key (headers[i], TRUE));
      g_ptr_array_add (keys->bare, sedia_header_dup_key (headers[i], FALSE));
    }
}

/**
 * sedia_header_keys_clear: Frees both forms.
 */
void
sedia_header_keys_clear (SediaHeaderKeys *keys)
{
  g_clear_pointer (&keys->whole, g_ptr_array_unref);
  g_clear_pointer (&keys->bare, g_ptr_array_unref);
}

static int
find_key (GPtrArray          *keys,
          const char         *word,
          const SediaColumns *columns)
{
  for (guint i = 0; i < keys->len; i++)
    {
      gboolean is_free = columns == NULL || columns->fields[i] == SEDIA_FIELD_NONE;

      if (is_free && strcmp (g_ptr_array_index (keys, i), word) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * sedia_header_keys_find:
 * @keys: the headers of a file
 * @word: a header in the form of its key
 * @columns: (nullable): when given, only columns are found that are not taken for a field yet
 *
 * Returns: the column, -1 for none
 */
int
sedia_header_keys_find (const SediaHeaderKeys *keys,
                        const char            *word,
                        const SediaColumns    *columns)
{
  int column = find_key (keys->whole, word, columns);

  return column >= 0 ? column : find_key (keys->bare, word, columns);
}
