/* A look at a file before it is imported: what it is about, how it is written, its first rows.
 *
 * Only the file is read, so that it shows at once what another separator or encoding makes of it.
 */
#include "config.h"

#include "sedia-import-private.h"

struct _SediaImportLook
{
  SediaImportFile *file;
};

/**
 * sedia_import_look_free:
 * @self: (transfer full) (nullable): a look
 */
void
sedia_import_look_free (SediaImportLook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->file, sedia_import_file_free);
  g_free (self);
}

static SediaImportKind
guess_kind (SediaTable *table,
            const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  SediaImportKind kind;

  sedia_columns_guess_kind (sedia_table_get_headers (table), sedia_table_get_n_columns (table),
                            name, &kind);
  return kind;
}

/**
 * sedia_import_look:
 * @path: a file
 * @kind: what its rows are, a #SediaImportKind; -1 to guess
 * @options: what is known about it; `max_rows` says how much to look at
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Looks at a file. This blocks; any thread will do.
 *
 * Returns: (transfer full) (nullable): what was seen
 */
SediaImportLook *
sedia_import_look (const char                *path,
                   int                        kind,
                   const SediaImportOptions  *options,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr (SediaImportLook) self = g_new0 (SediaImportLook, 1);
  SediaCsvOptions csv;
  SediaTable *table;

  g_return_val_if_fail (path != NULL && options != NULL && kind < SEDIA_N_IMPORT_KINDS, NULL);

  csv = (SediaCsvOptions) { options->encoding, options->delimiter, options->max_rows };
  if (!(table = sedia_csv_read_file (path, &csv, cancellable, error)))
    return NULL;

  self->file = sedia_import_file_new (table, options,
                                      kind >= 0 ? (SediaImportKind) kind : guess_kind (table, path),
                                      cancellable, error);
  return self->file != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sedia_import_look_get_encoding: (transfer none) the encoding it was read with.
 */
const char *
sedia_import_look_get_encoding (SediaImportLook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sedia_table_get_encoding (self->file->table);
}

/**
 * sedia_import_look_get_delimiter: The separator it was read with.
 */
char
sedia_import_look_get_delimiter (SediaImportLook *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return sedia_table_get_delimiter (self->file->table);
}

/**
 * sedia_import_look_get_columns: (transfer none) its columns and what they are taken for.
 */
const SediaColumns *
sedia_import_look_get_columns (SediaImportLook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file->columns;
}

/**
 * sedia_import_look_get_n_rows: How many rows were looked at.
 */
guint
sedia_import_look_get_n_rows (SediaImportLook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sedia_table_get_n_rows (self->file->table);
}

/**
 * sedia_import_look_is_whole: Whether these are all rows of the file.
 */
gboolean
sedia_import_look_is_whole (SediaImportLook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sedia_table_is_whole (self->file->table);
}

/**
 * sedia_import_look_get_line: The line of the file where a row begins.
 */
guint
sedia_import_look_get_line (SediaImportLook *self,
                            guint            row)
{
  g_return_val_if_fail (self != NULL, 0);

  return sedia_table_get_line (self->file->table, row);
}

/**
 * sedia_import_look_get_cell: (transfer none) (nullable) a cell as it stands in the file, %NULL
 * where the row was too short.
 */
const char *
sedia_import_look_get_cell (SediaImportLook *self,
                            guint            row,
                            guint            column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sedia_table_get_cell (self->file->table, row, column);
}

/**
 * sedia_import_look_get_form: How a column is written, as far as the rows that were looked at tell.
 */
SediaImportForm
sedia_import_look_get_form (SediaImportLook *self,
                            guint            column)
{
  const SediaImportForm none = { SEDIA_MARK_NONE, SEDIA_DATE_UNKNOWN, FALSE };

  g_return_val_if_fail (self != NULL && column < self->file->columns->n_columns, none);

  return sedia_import_file_form (self->file, column);
}
