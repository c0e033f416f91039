/* The bad rows of an import: left out, so that the others can come in, and kept in a file of their
 * own, where a person mends them.
 *
 * Half an order is no order: where one of its rows is bad, all of them are left out.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-formula.h"
#include "sedia-import-private.h"
#include "sedia-output.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

static GHashTable *
line_set_new (GHashTable *known)
{
  GHashTable *lines = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer line;

  if (known == NULL)
    return lines;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    g_hash_table_add (lines, line);

  return lines;
}

static void
add_lines (GHashTable               *lines,
           const SediaImportProblem *problem)
{
  g_hash_table_add (lines, GUINT_TO_POINTER (problem->line));
  for (guint i = 0; problem->more_lines != NULL && i < problem->more_lines->len; i++)
    g_hash_table_add (lines, GUINT_TO_POINTER (g_array_index (problem->more_lines, guint, i)));
}

static void
add_problems (GHashTable              *lines,
              const SediaImportReport *report,
              gboolean                 in_lines)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (report->problems, i);

      if (problem->question == SEDIA_IMPORT_NO_QUESTION && !problem->in_lines == !in_lines)
        add_lines (lines, problem);
    }
}

/**
 * sedia_import_can_leave_out:
 * @options: of an import
 * @report: of its dry run
 *
 * Returns: whether the rest could be imported without the bad rows: no whole column is in question,
 * and it is known which rows belong to a bad one
 */
gboolean
sedia_import_can_leave_out (const SediaImportOptions *options,
                            const SediaImportReport  *report)
{
  g_return_val_if_fail (options != NULL && report != NULL, FALSE);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (report->problems, i);

      if (problem->question != SEDIA_IMPORT_NO_QUESTION ||
          (problem->is_broken && options->kind == SEDIA_TRANSFER_ORDERS))
        return FALSE;
    }

  return TRUE;
}

/* ---- whole orders */

/* To which order the row belongs, as the import sees it: a row without a number and a customer goes
 * on with the order above.
 */
static char *
dup_order_of (SediaImportFile *file,
              char           **above)
{
  g_autofree char *reference = sedia_import_file_dup_code (file, SEDIA_FIELD_ORDER);

  if (reference == NULL && sedia_import_file_has (file, SEDIA_FIELD_CUSTOMER) &&
      sedia_import_file_cell (file, SEDIA_FIELD_CUSTOMER) == NULL && *above != NULL)
    return g_strdup (*above);

  /* An order without a number is one of its own: no reference begins with a tab. */
  if (reference == NULL)
    reference = g_strdup_printf ("\t%u", file->line);
  g_free (*above);
  *above = g_strdup (reference);

  return g_steal_pointer (&reference);
}

/* Adds the order of each line in @lines to @orders. */
static gboolean
find_bad_orders (SediaImportFile  *file,
                 GHashTable       *lines,
                 GHashTable       *orders,
                 GError          **error)
{
  g_autofree char *above = NULL;
  g_autoptr (GError) cause = NULL;

  sedia_import_file_rewind (file);
  while (sedia_import_file_next (file, &cause))
    {
      g_autofree char *order = dup_order_of (file, &above);

      if (g_hash_table_contains (lines, GUINT_TO_POINTER (file->line)))
        g_hash_table_add (orders, g_steal_pointer (&order));
    }

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Adds all lines of the orders in @orders to @lines. */
static gboolean
find_lines_of (SediaImportFile  *file,
               GHashTable       *orders,
               GHashTable       *lines,
               GError          **error)
{
  g_autofree char *above = NULL;
  g_autoptr (GError) cause = NULL;

  sedia_import_file_rewind (file);
  while (sedia_import_file_next (file, &cause))
    {
      g_autofree char *order = dup_order_of (file, &above);

      if (g_hash_table_contains (orders, order))
        g_hash_table_add (lines, GUINT_TO_POINTER (file->line));
    }

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* The options to see all rows with, also those that were left out before. */
static SediaImportOptions
options_for_all (const SediaImportOptions *options)
{
  SediaImportOptions all = *options;

  all.left_out = all.lines_left_out = NULL;
  all.progress = NULL;
  all.max_rows = 0;

  return all;
}

static gboolean
complete_orders (const SediaImportOptions  *options,
                 GHashTable                *lines,
                 GHashTable                *lines_of_lines,
                 GCancellable              *cancellable,
                 GError                   **error)
{
  const SediaImportOptions all = options_for_all (options);
  g_autoptr (GHashTable) orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SediaImportFile) file = NULL;
  g_autoptr (SediaImportFile) lines_file = NULL;

  if (!(file = sedia_import_file_open (&all, options->path, SEDIA_IMPORT_ORDERS, cancellable,
                                       error)) ||
      (options->lines_path != NULL &&
       !(lines_file = sedia_import_file_open (&all, options->lines_path, SEDIA_IMPORT_ORDER_LINES,
                                              cancellable, error))))
    return FALSE;

  return find_bad_orders (file, lines, orders, error) &&
         (lines_file == NULL || find_bad_orders (lines_file, lines_of_lines, orders, error)) &&
         find_lines_of (file, orders, lines, error) &&
         (lines_file == NULL || find_lines_of (lines_file, orders, lines_of_lines, error));
}

/**
 * sedia_import_find_bad_rows:
 * @options: of an import
 * @report: of its dry run
 * @left_out: (out) (transfer full): the lines to leave out, for the options; those that were left
 *   out before, too
 * @lines_left_out: (out) (transfer full): the same for the file of lines
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Finds out which rows are left out with the bad ones. This blocks; any thread will do.
 *
 * Returns: whether the files could be read
 */
gboolean
sedia_import_find_bad_rows (const SediaImportOptions  *options,
                            const SediaImportReport   *report,
                            GHashTable               **left_out,
                            GHashTable               **lines_left_out,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (GHashTable) lines_of_lines = NULL;

  g_return_val_if_fail (options != NULL && report != NULL, FALSE);
  g_return_val_if_fail (left_out != NULL && lines_left_out != NULL, FALSE);

  lines = line_set_new (options->left_out);
  lines_of_lines = line_set_new (options->lines_left_out);
  add_problems (lines, report, FALSE);
  add_problems (lines_of_lines, report, TRUE);
  if (options->kind == SEDIA_TRANSFER_ORDERS &&
      !complete_orders (options, lines, lines_of_lines, cancellable, error))
    return FALSE;

  *left_out = g_steal_pointer (&lines);
  *lines_left_out = g_steal_pointer (&lines_of_lines);
  return TRUE;
}

/* ---- a file of them */

static void
add_reason (GHashTable *reasons,
            guint       line,
            const char *reason)
{
  const char *before = g_hash_table_lookup (reasons, GUINT_TO_POINTER (line));

  g_hash_table_insert (reasons, GUINT_TO_POINTER (line),
                       before != NULL ? g_strjoin (" ", before, reason, NULL) : g_strdup (reason));
}

/* The sentences about each line, one after the other. */
static GHashTable *
reasons_by_line (const SediaImportReport *report,
                 gboolean                 in_lines)
{
  GHashTable *reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (report->problems, i);

      if (!problem->in_lines != !in_lines)
        continue;

      add_reason (reasons, problem->line, problem->reason);
      for (guint k = 0; problem->more_lines != NULL && k < problem->more_lines->len; k++)
        add_reason (reasons, g_array_index (problem->more_lines, guint, k), problem->reason);
    }

  return reasons;
}

/* As the file has it: made safe already, or not. */
static void
append_cell (GString    *text,
             const char *cell,
             char        delimiter)
{
  g_autofree char *plain = cell != NULL ? sedia_formula_restore (cell) : NULL;

  sedia_csv_append_cell (text, plain, delimiter);
}

static void
append_header (GString    *text,
               SediaTable *table)
{
  const char *const *headers = sedia_table_get_headers (table);
  const char delimiter = sedia_table_get_delimiter (table);

  g_string_append (text, BYTE_ORDER_MARK);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      append_cell (text, headers[i], delimiter);
      g_string_append_c (text, delimiter);
    }
  sedia_csv_append_cell (text, C_("column", "Problem"), delimiter);
  g_string_append (text, "\r\n");
}

static void
append_row (GString    *text,
            SediaTable *table,
            guint       row,
            const char *reason)
{
  const char delimiter = sedia_table_get_delimiter (table);

  for (guint i = 0; i < sedia_table_get_n_columns (table); i++)
    {
      append_cell (text, sedia_table_get_cell (table, row, i), delimiter);
      g_string_append_c (text, delimiter);
    }
  sedia_csv_append_cell (text, reason, delimiter);
  g_string_append (text, "\r\n");
}

/* Rows that could not be cut into cells come last, as they stand. */
static void
append_broken (GString    *text,
               SediaTable *table,
               GHashTable *lines,
               GHashTable *reasons)
{
  const char delimiter = sedia_table_get_delimiter (table);
  guint n;
  const SediaBadRow *broken = sedia_table_get_bad_rows (table, &n);

  for (guint i = 0; i < n; i++)
    {
      gpointer line = GUINT_TO_POINTER (broken[i].line);

      if (!g_hash_table_contains (lines, line))
        continue;

      g_string_append (text, broken[i].text);
      g_string_append_c (text, delimiter);
      sedia_csv_append_cell (text, g_hash_table_lookup (reasons, line), delimiter);
      g_string_append (text, "\r\n");
    }
}

static gboolean
save_rows (const SediaImportOptions  *options,
           const char                *source,
           GHashTable                *lines,
           GHashTable                *reasons,
           const char                *path,
           GCancellable              *cancellable,
           GError                   **error)
{
  const SediaCsvOptions csv = { options->encoding, options->delimiter, 0 };
  g_autoptr (SediaTable) table = sedia_csv_read_file (source, &csv, cancellable, error);
  g_autoptr (SediaOutput) output = table != NULL ? sedia_output_open (path, error) : NULL;
  GString *text;

  if (output == NULL)
    return FALSE;

  text = sedia_output_get_text (output);
  append_header (text, table);
  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    {
      gpointer line = GUINT_TO_POINTER (sedia_table_get_line (table, row));

      if (!g_hash_table_contains (lines, line))
        continue;

      append_row (text, table, row, g_hash_table_lookup (reasons, line));
      if (!sedia_output_flush (output, error))
        return FALSE;
    }
  append_broken (text, table, lines, reasons);

  return sedia_output_finish (output, error);
}

/* "bad.csv" -> "bad-lines.csv" */
static char *
dup_lines_path (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (path, '.');
  g_autofree char *stem = NULL;

  if (dot == NULL || (slash != NULL && dot < slash))
    return g_strconcat (path, "-lines", NULL);

  stem = g_strndup (path, (gsize) (dot - path));
  return g_strconcat (stem, "-lines", dot, NULL);
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf status, other_status;

  return other != NULL && g_stat (path, &status) == 0 && g_stat (other, &other_status) == 0 &&
         status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

static gboolean
check_other_file (const SediaImportOptions  *options,
                  const char                *path,
                  GError                   **error)
{
  g_autofree char *name = NULL;

  if (!is_same_file (path, options->path) && !is_same_file (path, options->lines_path))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("“%s” is the file with all the rows: choose another name."), name);
  return FALSE;
}

/**
 * sedia_import_save_bad_rows:
 * @options: of an import
 * @report: of its dry run
 * @path: the file to write
 * @lines_path: (out) (transfer full) (nullable): the file that bad rows of the file of lines were
 *   written to
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Writes the rows that would be left out, as they are, and why into a last column. The import
 * passes over that column. This blocks; any thread will do.
 *
 * Returns: whether all of it is written
 */
gboolean
sedia_import_save_bad_rows (const SediaImportOptions  *options,
                            const SediaImportReport   *report,
                            const char                *path,
                            char                     **lines_path,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  const SediaImportOptions all = options_for_all (options);
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (GHashTable) lines_of_lines = NULL;
  g_autoptr (GHashTable) reasons = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (path != NULL && lines_path != NULL, FALSE);

  *lines_path = NULL;
  second = options->lines_path != NULL ? dup_lines_path (path) : NULL;
  if (!check_other_file (options, path, error) ||
      (second != NULL && !check_other_file (options, second, error)))
    return FALSE;
  if (!sedia_import_find_bad_rows (&all, report, &lines, &lines_of_lines, cancellable, error))
    return FALSE;

  reasons = reasons_by_line (report, FALSE);
  if (!save_rows (&all, options->path, lines, reasons, path, cancellable, error))
    return FALSE;
  if (second == NULL || g_hash_table_size (lines_of_lines) == 0)
    return TRUE;

  g_hash_table_unref (reasons);
  reasons = reasons_by_line (report, TRUE);
  if (!save_rows (&all, options->lines_path, lines_of_lines, reasons, second, cancellable, error))
    return FALSE;

  *lines_path = g_steal_pointer (&second);
  return TRUE;
}
