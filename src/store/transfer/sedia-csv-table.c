/* The table a CSV file is read into: all texts in one block, and where each cell's text begins.
 *
 *   arena    "\0" "\0" "Chai\0" "18.00\0" ...        all texts, one block of memory
 *   offsets  [row 0: 2, 7] [row 1: 13, 0] ...        0 is a missing cell, 1 the empty one
 *   lines    [2] [3] ...                             where each row begins in the file
 *
 * A cell is never longer than its place in the file, separator included: the arena is allocated
 * once.
 */
#include "config.h"

#include "sedia-csv-private.h"

#include <string.h>

#define MISSING_CELL 0
#define EMPTY_CELL 1

static void
bad_row_clear (gpointer data)
{
  g_free (((SediaBadRow *) data)->reason);
}

static void
append_offset (SediaTable *self,
               gsize       offset)
{
  if (self->n_offsets == self->room)
    {
      self->room = MAX (1024, self->room * 2);
      self->offsets = g_renew (guint32, self->offsets, self->room);
    }

  self->offsets[self->n_offsets++] = (guint32) offset;
}

/**
 * sedia_table_new:
 * @encoding: the encoding of the file
 * @delimiter: its separator
 * @text_length: how long its text is
 *
 * Returns: (transfer full): an empty table with room for all cells of the text
 */
SediaTable *
sedia_table_new (const char *encoding,
                 char        delimiter,
                 gsize       text_length)
{
  SediaTable *self = g_new0 (SediaTable, 1);

  self->encoding = g_strdup (encoding);
  self->delimiter = delimiter;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->arena = g_malloc (text_length + 4); /* two empty cells, two last ends */
  self->arena[MISSING_CELL] = self->arena[EMPTY_CELL] = '\0';
  self->arena_used = EMPTY_CELL + 1;
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->bad_rows = g_array_new (FALSE, FALSE, sizeof (SediaBadRow));
  g_array_set_clear_func (self->bad_rows, bad_row_clear);
  return self;
}

/**
 * sedia_table_append_cell:
 * @self: a table
 * @text: the text, need not be terminated
 * @length: its length in bytes
 *
 * Adds a cell to the row being read.
 */
void
sedia_table_append_cell (SediaTable *self,
                         const char *text,
                         gsize       length)
{
  if (length == 0)
    {
      append_offset (self, EMPTY_CELL);
      return;
    }

  append_offset (self, self->arena_used);
  memcpy (self->arena + self->arena_used, text, length);
  self->arena_used += length;
  self->arena[self->arena_used++] = '\0';
}

/**
 * sedia_table_end_row:
 * @self: a table
 * @line: where the row began
 *
 * Keeps the row being read; cells that did not come are missing cells.
 */
void
sedia_table_end_row (SediaTable *self,
                     guint       line)
{
  guint32 value = line;

  while (self->n_offsets < (gsize) (self->lines->len + 1) * self->n_columns)
    append_offset (self, MISSING_CELL);

  g_array_append_val (self->lines, value);
}

/**
 * sedia_table_drop_row:
 * @self: a table
 * @arena_before: how much of the arena was filled before the row
 *
 * Forgets the cells of the row being read.
 */
void
sedia_table_drop_row (SediaTable *self,
                      gsize       arena_before)
{
  self->n_offsets = (gsize) self->lines->len * self->n_columns;
  self->arena_used = arena_before;
}

/**
 * sedia_table_free:
 * @self: (transfer full) (nullable): a table
 *
 * Frees the table and every text that came out of it.
 */
void
sedia_table_free (SediaTable *self)
{
  if (self == NULL)
    return;

  g_free (self->encoding);
  g_free (self->arena);
  g_ptr_array_unref (self->headers);
  g_free (self->offsets);
  g_array_unref (self->lines);
  g_array_unref (self->bad_rows);
  g_free (self);
}

/**
 * sedia_table_get_encoding:
 * @self: a table
 *
 * Returns: the encoding the file was read with
 */
const char *
sedia_table_get_encoding (const SediaTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->encoding;
}

/**
 * sedia_table_get_delimiter:
 * @self: a table
 *
 * Returns: the separator the file was read with
 */
char
sedia_table_get_delimiter (const SediaTable *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->delimiter;
}

/**
 * sedia_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns the header has
 */
guint
sedia_table_get_n_columns (const SediaTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/**
 * sedia_table_get_headers:
 * @self: a table
 *
 * Returns: (array zero-terminated=1): the headers as written; one may be empty, or appear twice
 */
const char *const *
sedia_table_get_headers (const SediaTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->headers->pdata;
}

/**
 * sedia_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many good rows stand below the header
 */
guint
sedia_table_get_n_rows (const SediaTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * sedia_table_get_line:
 * @self: a table
 * @row: a row, the first is 0
 *
 * Returns: the line of the file where the row begins, the first line is 1
 */
guint
sedia_table_get_line (const SediaTable *self,
                      guint             row)
{
  g_return_val_if_fail (self != NULL && row < self->lines->len, 0);

  return g_array_index (self->lines, guint32, row);
}

/**
 * sedia_table_get_cell:
 * @self: a table
 * @row: a row, the first is 0
 * @column: a column, the first is 0
 *
 * Returns: (nullable): the text, "" for an empty cell, %NULL where the row was too short
 */
const char *
sedia_table_get_cell (const SediaTable *self,
                      guint             row,
                      guint             column)
{
  guint32 offset;

  g_return_val_if_fail (self != NULL && row < self->lines->len && column < self->n_columns, NULL);

  offset = self->offsets[(gsize) row * self->n_columns + column];
  return offset != MISSING_CELL ? self->arena + offset : NULL;
}

/**
 * sedia_table_get_row:
 * @self: a table
 * @row: a row, the first is 0
 * @cells: (out caller-allocates): room for as many cells as the table has columns
 *
 * Fetches all cells of a row at once, as sedia_table_get_cell() would.
 */
void
sedia_table_get_row (const SediaTable  *self,
                     guint              row,
                     const char       **cells)
{
  g_return_if_fail (self != NULL && row < self->lines->len && cells != NULL);

  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = sedia_table_get_cell (self, row, i);
}

/**
 * sedia_table_get_bad_rows:
 * @self: a table
 * @n_bad_rows: (out): how many there are
 *
 * Returns: (array length=n_bad_rows): the rows that do not fit, in the order of the file
 */
const SediaBadRow *
sedia_table_get_bad_rows (const SediaTable *self,
                          guint            *n_bad_rows)
{
  g_return_val_if_fail (self != NULL && n_bad_rows != NULL, NULL);

  *n_bad_rows = self->bad_rows->len;
  return (const SediaBadRow *) (gpointer) self->bad_rows->data;
}
