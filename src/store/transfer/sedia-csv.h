/* CSV files as shops have them: read into a lean table, and written so that they can be read again.
 *
 * Reading guesses the encoding (UTF-8, UTF-16, Windows-1252) and the separator (comma, semicolon,
 * tab, bar) unless told. A file that is not a table of text at all is refused with one sentence; a
 * row that does not fit the header is kept apart with its line and the reason, never dropped in
 * silence.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SediaCsvOptions:
 * @encoding: (nullable): the file's encoding as iconv names it, NULL to find out
 * @delimiter: the separator, 0 to find out
 * @max_rows: stop after so many good rows, 0 for all
 *
 * What the person knows better than the guess. All zero means: guess everything.
 */
typedef struct
{
  const char *encoding;
  char delimiter;
  guint max_rows;
} SediaCsvOptions;

/**
 * SediaBadRow:
 * @line: the line of the file where the row begins, the first line is 1
 * @reason: a sentence: what is wrong with the row
 * @text: the row as it stands in the file, without its line end
 *
 * A row that could not be taken.
 */
typedef struct
{
  guint line;
  char *reason;
  char *text;
} SediaBadRow;

/**
 * SediaTable:
 *
 * The cells of a CSV file. All text sits in one block of memory and stays valid as long as the
 * table.
 */
typedef struct _SediaTable SediaTable;

SediaTable *sedia_csv_read_file (const char             *path,
                                 const SediaCsvOptions  *options,
                                 GCancellable           *cancellable,
                                 GError                **error);
SediaTable *sedia_csv_read_bytes (GBytes                 *bytes,
                                  const char             *display_name,
                                  const SediaCsvOptions  *options,
                                  GCancellable           *cancellable,
                                  GError                **error);

void sedia_table_free (SediaTable *self);
const char *sedia_table_get_encoding (const SediaTable *self);
char sedia_table_get_delimiter (const SediaTable *self);
guint sedia_table_get_n_columns (const SediaTable *self);
const char *const *sedia_table_get_headers (const SediaTable *self);
guint sedia_table_get_n_rows (const SediaTable *self);
gboolean sedia_table_is_whole (const SediaTable *self);
guint sedia_table_get_line (const SediaTable *self,
                            guint             row);
const char *sedia_table_get_cell (const SediaTable *self,
                                  guint             row,
                                  guint             column);
void sedia_table_get_row (const SediaTable  *self,
                          guint              row,
                          const char       **cells);
const SediaBadRow *sedia_table_get_bad_rows (const SediaTable *self,
                                             guint            *n_bad_rows);

void sedia_csv_append_cell (GString    *text,
                            const char *cell,
                            char        delimiter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaTable, sedia_table_free)

G_END_DECLS
