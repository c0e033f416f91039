/* What an import would do, in words: what comes, what changes from what to what, what is wrong. */
#include "config.h"

#include "sedia-import-private.h"
#include "sedia-number.h"

#include <glib/gi18n.h>

#define CHANGES_MAX 1000

static void
field_change_free (gpointer data)
{
  SediaImportFieldChange *field = data;

  g_free (field->label);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

static void
change_free (gpointer data)
{
  SediaImportChange *change = data;

  g_clear_pointer (&change->fields, g_ptr_array_unref);
  g_free (change->what);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * sedia_import_problem_free: Frees a #SediaImportProblem.
 */
void
sedia_import_problem_free (gpointer data)
{
  SediaImportProblem *problem = data;

  g_free (problem->reason);
  g_free (problem->column);
  g_free (problem->example);
  g_clear_pointer (&problem->more_lines, g_array_unref);
  g_free (problem);
}

/**
 * sedia_import_report_new:
 * @options: of the import
 *
 * Returns: (transfer full): an empty report
 */
SediaImportReport *
sedia_import_report_new (const SediaImportOptions *options)
{
  SediaImportReport *report = g_new0 (SediaImportReport, 1);

  report->numbers = options->numbers.decimal != 0 ? options->numbers : sedia_number_plain;
  report->forms = g_array_new (FALSE, TRUE, sizeof (SediaImportForm));
  report->lines_forms = g_array_new (FALSE, TRUE, sizeof (SediaImportForm));
  report->columns = g_ptr_array_new_with_free_func (g_free);
  report->changes = g_ptr_array_new_with_free_func (change_free);
  report->problems = g_ptr_array_new_with_free_func (sedia_import_problem_free);
  report->notes = g_ptr_array_new_with_free_func (g_free);

  return report;
}

/**
 * sedia_import_report_free:
 * @report: (transfer full) (nullable): a report
 */
void
sedia_import_report_free (SediaImportReport *report)
{
  if (report == NULL)
    return;

  g_free (report->encoding);
  g_ptr_array_unref (report->columns);
  g_array_unref (report->forms);
  g_array_unref (report->lines_forms);
  g_ptr_array_unref (report->changes);
  g_clear_pointer (&report->problems, g_ptr_array_unref); /* somebody may have taken them */
  g_ptr_array_unref (report->notes);
  g_free (report);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const SediaImportProblem *left = *(SediaImportProblem *const *) a;
  const SediaImportProblem *right = *(SediaImportProblem *const *) b;

  return (left->line > right->line) - (left->line < right->line);
}

static char
mark_in_use (SediaImportFile *file)
{
  for (guint i = 0; i < SEDIA_N_FIELDS; i++)
    {
      if (!sedia_import_file_has (file, (SediaField) i))
        continue;
      if (file->marks[i] == SEDIA_MARK_COMMA)
        return ',';
      if (file->marks[i] == SEDIA_MARK_POINT)
        return '.';
    }

  return '\0';
}

static void
take_forms (SediaImportFile *file,
            GArray          *forms)
{
  for (guint i = 0; i < file->columns->n_columns; i++)
    {
      const SediaImportForm form = sedia_import_file_form (file, i);

      g_array_append_val (forms, form);
    }
}

/**
 * sedia_import_report_take_file:
 * @report: a report
 * @file: a file, after its last row
 * @prefix: (nullable): the file's name, where there are two
 *
 * Writes down how the file was understood, and moves its problems into the report in the order of
 * its lines.
 */
void
sedia_import_report_take_file (SediaImportReport *report,
                               SediaImportFile   *file,
                               const char        *prefix)
{
  if (report->encoding == NULL)
    {
      report->encoding = g_strdup (sedia_table_get_encoding (file->table));
      report->delimiter = sedia_table_get_delimiter (file->table);
    }
  if (report->decimal == '\0')
    report->decimal = mark_in_use (file);
  take_forms (file, prefix != NULL ? report->lines_forms : report->forms);

  for (guint i = 0; i < file->columns->n_columns; i++)
    if (file->columns->fields[i] != SEDIA_FIELD_NONE)
      g_ptr_array_add (report->columns,
                       g_strdup_printf ("%s=%s", file->columns->headers[i],
                                        sedia_field_get_name (file->columns->fields[i])));

  g_ptr_array_sort (file->problems, compare_lines);
  for (guint i = 0; i < file->problems->len; i++)
    {
      SediaImportProblem *problem = g_ptr_array_index (file->problems, i);
      g_autofree char *reason = NULL;

      if (prefix != NULL)
        {
          reason = problem->reason;
          problem->reason = g_strdup_printf ("%s: %s", prefix, reason);
          problem->in_lines = TRUE;
        }
      g_ptr_array_add (report->problems, problem);
    }

  g_ptr_array_set_free_func (file->problems, NULL);
  g_ptr_array_set_size (file->problems, 0);
}

static SediaImportChange *
add_change (SediaImportReport *report,
            guint              line,
            const char        *what,
            char              *before,
            char              *after)
{
  SediaImportChange *change = g_new0 (SediaImportChange, 1);

  change->line = line;
  change->what = g_strdup (what);
  change->before = before;
  change->after = after;
  g_ptr_array_add (report->changes, change);

  return change;
}

/**
 * sedia_import_report_add_new:
 * @report: a report
 * @line: of the file
 * @what: SKU, name or number of the row
 * @after: (transfer full): what it will be
 *
 * Writes down one that is new; only the first ones are kept, all are counted.
 */
void
sedia_import_report_add_new (SediaImportReport *report,
                             guint              line,
                             const char        *what,
                             char              *after)
{
  if (sedia_import_report_is_full (report))
    g_free (after);
  else
    add_change (report, line, what, NULL, after);

  report->added++;
}

/**
 * sedia_import_report_add_diff:
 * @report: a report
 * @line: of the file
 * @what: SKU, name or number of the row
 * @diff: what changes; emptied
 *
 * Writes down one that changes, or counts it as unchanged; only the first ones are kept.
 *
 * Returns: whether it changes
 */
gboolean
sedia_import_report_add_diff (SediaImportReport *report,
                              guint              line,
                              const char        *what,
                              SediaImportDiff   *diff)
{
  SediaImportChange *change;

  if (diff->fields->len == 0)
    {
      report->unchanged++;
      return FALSE;
    }

  if (report->changed < CHANGES_MAX)
    {
      change = add_change (report, line, what,
                           g_string_free (g_steal_pointer (&diff->before), FALSE),
                           g_string_free (g_steal_pointer (&diff->after), FALSE));
      change->fields = g_steal_pointer (&diff->fields);
    }

  report->changed++;
  return TRUE;
}

/**
 * sedia_import_report_is_full: Whether another new one would only be counted, so that its texts
 * need not be made.
 */
gboolean
sedia_import_report_is_full (const SediaImportReport *report)
{
  return report->added >= CHANGES_MAX;
}

/**
 * sedia_import_report_add_note: Writes down a sentence about something done by rule.
 */
void
sedia_import_report_add_note (SediaImportReport *report,
                              const char        *format,
                              ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (report->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- before and after */

/**
 * sedia_import_diff_init: Begins with nothing on both sides, for @report.
 */
void
sedia_import_diff_init (SediaImportDiff         *diff,
                        const SediaImportReport *report)
{
  diff->before = g_string_new (NULL);
  diff->after = g_string_new (NULL);
  diff->fields = g_ptr_array_new_with_free_func (field_change_free);
  diff->numbers = report->numbers;
}

/**
 * sedia_import_diff_clear: Frees both sides.
 */
void
sedia_import_diff_clear (SediaImportDiff *diff)
{
  if (diff->before != NULL)
    g_string_free (diff->before, TRUE);
  if (diff->after != NULL)
    g_string_free (diff->after, TRUE);
  diff->before = diff->after = NULL;
  g_clear_pointer (&diff->fields, g_ptr_array_unref);
}

static void
append_side (GString    *side,
             const char *label,
             const char *value)
{
  g_string_append_printf (side, "%s%s %s", side->len > 0 ? ", " : "", label,
                          value != NULL && *value != '\0' ? value : "–");
}

static void
append (SediaImportDiff *diff,
        const char      *label,
        const char      *before,
        const char      *after)
{
  SediaImportFieldChange *field = g_new0 (SediaImportFieldChange, 1);

  append_side (diff->before, label, before);
  append_side (diff->after, label, after);

  field->label = g_strdup (label);
  field->before = g_strdup (before);
  field->after = g_strdup (after);
  g_ptr_array_add (diff->fields, field);
}

/**
 * sedia_import_diff_text: Notes a text, when it changes.
 */
void
sedia_import_diff_text (SediaImportDiff *diff,
                        const char      *label,
                        const char      *before,
                        const char      *after)
{
  if (g_strcmp0 (before != NULL ? before : "", after != NULL ? after : "") != 0)
    append (diff, label, before, after);
}

/**
 * sedia_import_diff_number: Notes a quantity, when it changes.
 */
void
sedia_import_diff_number (SediaImportDiff *diff,
                          const char      *label,
                          gint64           before,
                          gint64           after,
                          guint            decimals)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (before == after)
    return;

  if (before != SEDIA_NO_AMOUNT)
    old_text = sedia_number_format (before, decimals, diff->numbers);
  if (after != SEDIA_NO_AMOUNT)
    new_text = sedia_number_format (after, decimals, diff->numbers);
  append (diff, label, old_text, new_text);
}

/**
 * sedia_import_diff_money: Notes an amount, when it changes.
 */
void
sedia_import_diff_money (SediaImportDiff *diff,
                         const char      *label,
                         gint64           before,
                         gint64           after)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (before == after)
    return;

  old_text = sedia_import_dup_money (before, diff->numbers);
  new_text = sedia_import_dup_money (after, diff->numbers);
  append (diff, label, old_text, new_text);
}

/**
 * sedia_import_diff_flag: Notes a yes or no, when it changes.
 */
void
sedia_import_diff_flag (SediaImportDiff *diff,
                        const char      *label,
                        gboolean         before,
                        gboolean         after)
{
  if (!before == !after)
    return;

  append (diff, label, before ? C_("import", "yes") : C_("import", "no"),
          after ? C_("import", "yes") : C_("import", "no"));
}

/**
 * sedia_import_dup_money: (transfer full) (nullable) an amount; in the plain form always with its
 * two decimals, "10.00"; NULL for none.
 */
char *
sedia_import_dup_money (gint64          amount,
                        SediaNumberForm form)
{
  if (amount == SEDIA_NO_AMOUNT)
    return NULL;
  if (form.group != 0)
    return sedia_money_format (amount, form);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", amount < 0 ? "-" : "", ABS (amount) / 100,
                          (int) (ABS (amount) % 100));
}
