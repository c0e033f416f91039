/* Opening one file of an import: its cells, what its columns are taken for, how those are written.
 */
#include "config.h"

#include "sedia-import-private.h"

#include <string.h>

/* With two files an assignment may be meant for the other one. */
static gboolean
apply_map (SediaImportFile           *self,
           const SediaImportOptions  *options,
           GError                   **error)
{
  for (guint i = 0; options->map != NULL && i < options->map->len; i++)
    {
      const char *assignment = g_ptr_array_index (options->map, i);

      if (!sedia_columns_map (self->columns, assignment,
                              options->lines_path == NULL ? error : NULL) &&
          options->lines_path == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_import_file_leaves_out: Whether the row in @line is passed over.
 */
gboolean
sedia_import_file_leaves_out (SediaImportFile *self,
                              guint            line)
{
  return self->left_out != NULL && g_hash_table_contains (self->left_out, GUINT_TO_POINTER (line));
}

/**
 * sedia_import_file_is_bad: Whether something is wrong with the row in @line; ask when all rows are
 * read.
 */
gboolean
sedia_import_file_is_bad (SediaImportFile *self,
                          guint            line)
{
  if (self->problems->len == 0)
    return FALSE;

  if (self->bad_lines == NULL)
    {
      self->bad_lines = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->problems->len; i++)
        {
          const SediaImportProblem *problem = g_ptr_array_index (self->problems, i);

          if (problem->question == SEDIA_IMPORT_NO_QUESTION)
            g_hash_table_add (self->bad_lines, GUINT_TO_POINTER (problem->line));
        }
    }

  return g_hash_table_contains (self->bad_lines, GUINT_TO_POINTER (line));
}

static void
add_bad_rows (SediaImportFile *self)
{
  guint n_bad_rows;
  const SediaBadRow *bad_rows = sedia_table_get_bad_rows (self->table, &n_bad_rows);

  for (guint i = 0; i < n_bad_rows; i++)
    if (!sedia_import_file_leaves_out (self, bad_rows[i].line))
      {
        SediaImportProblem *problem;

        sedia_import_file_take_problem (self, bad_rows[i].line, g_strdup (bad_rows[i].reason));
        problem = g_ptr_array_index (self->problems, self->problems->len - 1);
        problem->is_broken = TRUE;
      }
}

/* What a person settled, when it was said of these very columns. */
static SediaColumns *
settled_columns (SediaImportFile    *self,
                 const SediaColumns *settled,
                 SediaImportKind     kind)
{
  const char *const *headers = sedia_table_get_headers (self->table);

  if (settled == NULL || settled->kind != kind ||
      settled->n_columns != sedia_table_get_n_columns (self->table))
    return NULL;

  for (guint i = 0; i < settled->n_columns; i++)
    if (strcmp (settled->headers[i], headers[i]) != 0)
      return NULL;

  return sedia_columns_copy (settled);
}

/**
 * sedia_import_file_new:
 * @table: (transfer full): the cells of a file
 * @options: of the import
 * @kind: what its rows are
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Finds out what the columns of a file are and how they are written. Whether they are enough is for
 * the caller to check.
 *
 * Returns: (transfer full): the file, before its first row
 */
SediaImportFile *
sedia_import_file_new (SediaTable                *table,
                       const SediaImportOptions  *options,
                       SediaImportKind            kind,
                       GCancellable              *cancellable,
                       GError                   **error)
{
  g_autoptr (SediaImportFile) self = g_new0 (SediaImportFile, 1);
  const gboolean is_lines = kind == SEDIA_IMPORT_ORDER_LINES && options->lines_path != NULL;
  GHashTable *left_out = is_lines ? options->lines_left_out : options->left_out;

  self->table = table;
  self->problems = g_ptr_array_new_with_free_func (sedia_import_problem_free);
  self->left_out = left_out != NULL ? g_hash_table_ref (left_out) : NULL;
  self->progress = options->progress;
  self->progress_data = options->progress_data;
  g_set_object (&self->cancellable, cancellable);

  self->columns = settled_columns (self, is_lines ? options->lines_columns : options->columns,
                                   kind);
  if (self->columns == NULL)
    self->columns = sedia_columns_guess (kind, sedia_table_get_headers (self->table),
                                         sedia_table_get_n_columns (self->table));
  if (!apply_map (self, options, error))
    return NULL;

  self->cells = g_new0 (const char *, self->columns->n_columns);
  self->safe_cells = g_ptr_array_new_with_free_func (g_free);
  self->can_be_told = kind != SEDIA_IMPORT_ORDER_LINES || options->lines_path != NULL;
  add_bad_rows (self);
  sedia_import_file_find_forms (self, options);

  return g_steal_pointer (&self);
}

/**
 * sedia_import_file_open:
 * @options: of the import
 * @path: the file
 * @kind: what its rows are
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Reads a file; see sedia_import_file_new().
 *
 * Returns: (transfer full): the file, before its first row
 */
SediaImportFile *
sedia_import_file_open (const SediaImportOptions  *options,
                        const char                *path,
                        SediaImportKind            kind,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  const SediaCsvOptions csv = { options->encoding, options->delimiter, options->max_rows };
  SediaTable *table;

  if (options->progress != NULL)
    options->progress (SEDIA_IMPORT_READING, 0, 0, options->progress_data);
  if (!(table = sedia_csv_read_file (path, &csv, cancellable, error)))
    return NULL;

  return sedia_import_file_new (table, options, kind, cancellable, error);
}

/**
 * sedia_import_file_form: How a column is written.
 */
SediaImportForm
sedia_import_file_form (SediaImportFile *self,
                        guint            column)
{
  const SediaField field = self->columns->fields[column];

  return (SediaImportForm) { self->marks[field], self->orders[field], self->unclear[field] };
}

/**
 * sedia_import_file_free:
 * @self: (transfer full) (nullable): a file
 */
void
sedia_import_file_free (SediaImportFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, sedia_table_free);
  g_clear_pointer (&self->columns, sedia_columns_free);
  g_clear_pointer (&self->safe_cells, g_ptr_array_unref);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->bad_lines, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_free (self->cells);
  g_free (self);
}
