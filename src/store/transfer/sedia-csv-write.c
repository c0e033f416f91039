/* Writing CSV cells: quoted where needed, and harmless in a spreadsheet. */
#include "config.h"

#include "sedia-csv-private.h"
#include "sedia-csv.h"
#include "sedia-formula.h"

#include <string.h>

static gboolean
needs_quotes (const char *text,
              gsize       length,
              char        delimiter)
{
  if (length == 0)
    return FALSE;

  /* Readers drop blanks around bare text, a mark at the start of a file, and a "sep=" line. All
   * usual separators are quoted, not only ours, so that whoever guesses the separator is right.
   */
  return text[0] == ' ' || text[length - 1] == ' ' || g_str_has_prefix (text, "\357\273\277") ||
         g_ascii_strncasecmp (text, "sep=", 4) == 0 || strchr (text, delimiter) != NULL ||
         strpbrk (text, "\"\r\n" SEDIA_CSV_DELIMITERS) != NULL;
}

/**
 * sedia_csv_append_cell:
 * @text: the file so far
 * @cell: (nullable): the text of one cell, %NULL is an empty cell
 * @delimiter: the separator of the file
 *
 * Appends one cell, safe and quoted where needed. The caller writes the separators and line ends.
 */
void
sedia_csv_append_cell (GString    *text,
                       const char *cell,
                       char        delimiter)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (text != NULL);

  if (cell == NULL)
    return;

  safe = sedia_formula_defuse (cell);
  if (!needs_quotes (safe, strlen (safe), delimiter))
    {
      g_string_append (text, safe);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = safe; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}
