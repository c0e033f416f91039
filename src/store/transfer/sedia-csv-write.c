/* Writing CSV cells: quoted where needed, and harmless in a spreadsheet.
 *
 * A spreadsheet runs a cell that begins with = + - or @ as a formula, also when it came from a
 * customer's name. Such a text gets an apostrophe in front, which spreadsheets show as "this is
 * text"; reading it back takes exactly that one away. A text that itself begins with apostrophes
 * before such a character gets one more, so that nothing is lost on the way.
 */
#include "config.h"

#include "sedia-csv-private.h"
#include "sedia-csv.h"

#include <string.h>

/* Full-width forms count too: some spreadsheets read them as the plain ones. */
static gboolean
is_formula_start (const char *text)
{
  static const gunichar starts[] = {
    '=', '+', '-', '@', '\t', '\r', '\n', 0xff1d, 0xff0b, 0xff0d, 0xff20,
  };
  gunichar first = g_utf8_get_char_validated (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (first == starts[i])
      return TRUE;

  return FALSE;
}

/* "-3" and "-1,250.50" are amounts, and a spreadsheet should go on reckoning with them. A plus is
 * no part of a number here: it begins a telephone number.
 */
static gboolean
is_plain_negative (const char *text)
{
  gsize n;

  if (text[0] != '-' || !g_ascii_isdigit (text[1]))
    return FALSE;

  n = 1 + strspn (text + 1, "0123456789.,");
  return text[n] == '\0' && g_ascii_isdigit (text[n - 1]);
}

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
 * sedia_csv_escape:
 * @text: any text
 *
 * Makes a text safe for spreadsheets, see sedia_csv_unescape() for the way back.
 *
 * Returns: (transfer full): @text, with an apostrophe in front when it would be run as a formula
 */
char *
sedia_csv_escape (const char *text)
{
  const char *start;

  g_return_val_if_fail (text != NULL, NULL);

  start = text + strspn (text, "'");
  if (!is_formula_start (start) || is_plain_negative (text))
    return g_strdup (text);

  return g_strconcat ("'", text, NULL);
}

/**
 * sedia_csv_unescape:
 * @cell: a cell as read from a file
 *
 * Takes away the apostrophe that sedia_csv_escape() put there, and no other.
 *
 * Returns: (transfer full): the text
 */
char *
sedia_csv_unescape (const char *cell)
{
  gsize n_apostrophes;

  g_return_val_if_fail (cell != NULL, NULL);

  n_apostrophes = strspn (cell, "'");
  if (n_apostrophes > 0 && is_formula_start (cell + n_apostrophes))
    return g_strdup (cell + 1);

  return g_strdup (cell);
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

  safe = sedia_csv_escape (cell);
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
