/* Which separator a CSV text uses.
 *
 * The first rows are cut with each candidate in turn. The right one gives the rows as many cells as
 * the header has; a character that merely occurs in the text does not.
 */
#include "config.h"

#include "sedia-csv-private.h"

#include <string.h>

#define SAMPLE_BYTES 65536
#define SAMPLE_ROWS 100

/* How well a candidate explains the sample. */
typedef struct
{
  guint n_rows;      /* below the header */
  guint n_matching;  /* rows with as many marks as the header */
  guint n_in_header; /* marks in the header */
} Fit;

/* Walks over one row, quoted line ends included, and counts the marks outside of quotes. A quote
 * opens only at the beginning of a cell: 6' 2" is a size.
 */
static const char *
count_in_row (const char *start,
              const char *end,
              char        mark,
              guint      *n_marks)
{
  gboolean is_quoted = FALSE;
  gboolean is_cell_start = TRUE;
  const char *p;

  *n_marks = 0;

  for (p = start; p < end; p++)
    {
      if (is_quoted)
        is_quoted = *p != '"';
      else if (*p == '\n' || *p == '\r')
        break;
      else if (*p == '"' && (is_cell_start || p[-1] == '"'))
        is_quoted = TRUE; /* the second of two quotes goes on with the quoted text */

      is_cell_start = *p == mark || (is_cell_start && *p == ' ');
      *n_marks += *p == mark && !is_quoted;
    }

  return p;
}

static const char *
skip_line_ends (const char *p,
                const char *end)
{
  while (p < end && (*p == '\n' || *p == '\r'))
    p++;

  return p;
}

static Fit
fit_of (const char *text,
        const char *end,
        gboolean    is_whole,
        char        mark)
{
  const char *p = skip_line_ends (text, end);
  Fit fit = { 0 };

  p = skip_line_ends (count_in_row (p, end, mark, &fit.n_in_header), end);

  while (p < end && fit.n_rows < SAMPLE_ROWS)
    {
      guint n_marks;

      p = skip_line_ends (count_in_row (p, end, mark, &n_marks), end);
      if (p == end && !is_whole)
        break; /* the sample ends in the middle of this row */

      fit.n_rows++;
      fit.n_matching += n_marks == fit.n_in_header;
    }

  return fit;
}

/* The share of matching rows decides, then the number of columns; shares are compared crosswise. */
static gboolean
is_better (const Fit *fit,
           const Fit *best)
{
  guint64 left = (guint64) fit->n_matching * MAX (best->n_rows, 1);
  guint64 right = (guint64) best->n_matching * MAX (fit->n_rows, 1);

  if (fit->n_in_header == 0)
    return FALSE;
  if (best->n_in_header == 0)
    return TRUE;

  return left != right ? left > right : fit->n_in_header > best->n_in_header;
}

/**
 * sedia_csv_sniff_delimiter:
 * @text: the beginning of a CSV text or all of it
 * @length: its length in bytes
 *
 * Returns: the separator that explains the first rows best, a comma when there is only one column
 */
char
sedia_csv_sniff_delimiter (const char *text,
                           gsize       length)
{
  const char *end = text + MIN (length, SAMPLE_BYTES);
  char found = ',';
  Fit best = { 0 };

  for (const char *mark = SEDIA_CSV_DELIMITERS; *mark != '\0'; mark++)
    {
      Fit fit = fit_of (text, end, length <= SAMPLE_BYTES, *mark);

      if (is_better (&fit, &best))
        {
          best = fit;
          found = *mark;
        }
    }

  return found;
}

/**
 * sedia_csv_skip_separator_line:
 * @text: a CSV text
 * @length: its length in bytes
 * @delimiter: (out): the separator the line names, untouched without such a line
 *
 * Some programs write `sep=;` as the first line, to tell a spreadsheet.
 *
 * Returns: how many bytes to skip, 0 without such a line
 */
gsize
sedia_csv_skip_separator_line (const char *text,
                               gsize       length,
                               char       *delimiter)
{
  gsize n = strlen ("sep=?");

  if (length <= n || g_ascii_strncasecmp (text, "sep=", n - 1) != 0)
    return 0;
  if (strchr (SEDIA_CSV_DELIMITERS, text[n - 1]) == NULL || text[n - 1] == '\0')
    return 0;
  if (text[n] != '\r' && text[n] != '\n')
    return 0;

  *delimiter = text[n - 1];
  return n + 1 + (length > n + 1 && text[n] == '\r' && text[n + 1] == '\n');
}
