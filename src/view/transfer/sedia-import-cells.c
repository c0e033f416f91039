/* What the cells of a column say, as it is shown.
 *
 * A widget for each cell of a file with sixty columns would take longer than reading it: the cells
 * of a column are one text, a line for each.
 */
#include "config.h"

#include "sedia-import-cells.h"

#include "sedia-format.h"

#include <string.h>

#define LONGEST 80
#define LINE_MARK "\342\217\216 "

/* One line: what would begin another is shown as a mark, and nobody needs the end of a novel. */
static char *
dup_line (const char *cell)
{
  GString *line = g_string_new (NULL);
  glong n = 0;

  for (const char *p = cell; *p != '\0' && n < LONGEST; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append (line, LINE_MARK);
      else if (c == '\t' || g_unichar_iscntrl (c))
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }

  if (n == LONGEST)
    g_string_append (line, "…");
  return g_string_free (line, FALSE);
}

/**
 * sedia_import_cells_header: (transfer full) what a column is called in the file, on one line.
 */
char *
sedia_import_cells_header (const char *header)
{
  return dup_line (header);
}

static char *
dup_meaning (SediaMeaning meaning)
{
  switch (meaning.kind)
    {
    case SEDIA_MEANING_NUMBER:
      return sedia_format_quantity (meaning.value, meaning.decimals);

    case SEDIA_MEANING_DAY:
      return sedia_format_day (meaning.day);

    case SEDIA_MEANING_UNCLEAR:
      return g_strdup ("?");

    case SEDIA_MEANING_TEXT:
    case SEDIA_MEANING_BAD:
      break;
    }

  return NULL;
}

static void
append_cell (GString      *markup,
             const char   *cell,
             SediaMeaning  meaning)
{
  g_autofree char *line = dup_line (cell);
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  g_autofree char *means = dup_meaning (meaning);
  g_autofree char *escaped_meaning = NULL;

  if (meaning.kind == SEDIA_MEANING_BAD)
    g_string_append_printf (markup, "<span underline=\"error\">%s</span>", escaped);
  else
    g_string_append (markup, escaped);

  if (means == NULL || g_str_equal (means, line))
    return;

  escaped_meaning = g_markup_escape_text (means, -1);
  g_string_append_printf (markup, " <span alpha=\"70%%\">= %s</span>", escaped_meaning);
}

/**
 * sedia_import_cells_markup:
 * @sheet: a file
 * @column: one of its columns
 *
 * Returns: (transfer full): its cells as markup, a line for each, with what they mean where that is
 * not what they say
 */
char *
sedia_import_cells_markup (SediaImportSheet *sheet,
                           guint             column)
{
  SediaImportLook *look = sedia_import_sheet_get_look (sheet);
  GString *markup = g_string_new (NULL);

  for (guint row = 0; row < sedia_import_look_get_n_rows (look); row++)
    {
      const char *cell = sedia_import_look_get_cell (look, row, column);

      if (row > 0)
        g_string_append_c (markup, '\n');
      if (cell != NULL)
        append_cell (markup, cell, sedia_import_sheet_get_meaning (sheet, row, column));
    }

  return g_string_free (markup, FALSE);
}

/**
 * sedia_import_cells_are_numbers: Whether the column is taken for numbers.
 */
gboolean
sedia_import_cells_are_numbers (SediaImportSheet *sheet,
                                guint             column)
{
  SediaImportLook *look = sedia_import_sheet_get_look (sheet);

  for (guint row = 0; row < sedia_import_look_get_n_rows (look); row++)
    if (sedia_import_sheet_get_meaning (sheet, row, column).kind == SEDIA_MEANING_NUMBER)
      return TRUE;

  return FALSE;
}

/**
 * sedia_import_cells_lines: (transfer full) the lines of the file in which the rows begin.
 */
char *
sedia_import_cells_lines (SediaImportSheet *sheet)
{
  SediaImportLook *look = sedia_import_sheet_get_look (sheet);
  GString *lines = g_string_new (NULL);

  for (guint row = 0; row < sedia_import_look_get_n_rows (look); row++)
    g_string_append_printf (lines, "%s%u", row > 0 ? "\n" : "",
                            sedia_import_look_get_line (look, row));

  return g_string_free (lines, FALSE);
}
