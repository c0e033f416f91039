/* Texts that are harmless in a spreadsheet.
 *
 * A spreadsheet runs a cell that begins with = + - or @ as a formula, also when it came from a
 * customer's name. Such a text gets an apostrophe in front, which spreadsheets show as "this is
 * text"; reading it back takes exactly that one away. A text that itself begins with apostrophes
 * before such a character gets one more, so that nothing is lost on the way.
 */
#include "config.h"

#include "sedia-formula.h"

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

/**
 * sedia_formula_defuse:
 * @text: any text
 *
 * Makes a text safe for spreadsheets, see sedia_formula_restore() for the way back.
 *
 * Returns: (transfer full): @text, with an apostrophe in front when it would be run as a formula
 */
char *
sedia_formula_defuse (const char *text)
{
  const char *start;

  g_return_val_if_fail (text != NULL, NULL);

  start = text + strspn (text, "'");
  if (!is_formula_start (start) || is_plain_negative (text))
    return g_strdup (text);

  return g_strconcat ("'", text, NULL);
}

/**
 * sedia_formula_restore:
 * @cell: a cell as read from a file
 *
 * Takes away the apostrophe that sedia_formula_defuse() put there, and no other.
 *
 * Returns: (transfer full): the text
 */
char *
sedia_formula_restore (const char *cell)
{
  gsize n_apostrophes;

  g_return_val_if_fail (cell != NULL, NULL);

  n_apostrophes = strspn (cell, "'");
  if (n_apostrophes > 0 && is_formula_start (cell + n_apostrophes))
    return g_strdup (cell + 1);

  return g_strdup (cell);
}
