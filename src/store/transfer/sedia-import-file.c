/* One file of an import: its rows, and reading one cell as what it should be. It is opened in
 * sedia-import-open.c.
 *
 * How numbers and dates are written is found out over each whole column before the first row is
 * read. A column that can be read in two ways is one problem, with the question to ask; its cells
 * are then passed over. Every other cell that cannot be read is a problem with its line.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-formula.h"
#include "sedia-import-private.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define ROWS_PER_CHECK 256
#define MONEY_MAX (SEDIA_QUANTITY_MAX * 100)

/**
 * sedia_import_file_take_problem: Notes what is wrong with the row in @line; takes @reason.
 */
void
sedia_import_file_take_problem (SediaImportFile *self,
                                guint            line,
                                char            *reason)
{
  SediaImportProblem *problem = g_new0 (SediaImportProblem, 1);

  problem->line = line;
  problem->reason = reason;
  g_ptr_array_add (self->problems, problem);
}

/**
 * sedia_import_file_add_problem_at: Notes what is wrong with the row in @line.
 */
void
sedia_import_file_add_problem_at (SediaImportFile *self,
                                  guint            line,
                                  const char      *format,
                                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  sedia_import_file_take_problem (self, line, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * sedia_import_file_add_problem: Notes what is wrong with the row being looked at.
 */
void
sedia_import_file_add_problem (SediaImportFile *self,
                               const char      *format,
                               ...)
{
  va_list arguments;

  va_start (arguments, format);
  sedia_import_file_take_problem (self, self->line, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * sedia_import_file_ask:
 * @self: a file
 * @question: what must be known first
 * @field: a field whose column can be read in two ways
 * @example: (nullable): a cell of it
 *
 * Says of the problem that was noted last that a person can answer it.
 */
void
sedia_import_file_ask (SediaImportFile     *self,
                       SediaImportQuestion  question,
                       SediaField           field,
                       const char          *example)
{
  SediaImportProblem *problem = g_ptr_array_index (self->problems, self->problems->len - 1);

  problem->question = question;
  problem->column = g_strdup (sedia_import_file_header (self, field));
  problem->example = g_strdup (example);
}

/**
 * sedia_import_file_share_problem:
 * @self: a file
 * @more_lines: (transfer full) (element-type guint): other lines
 *
 * Says of the problem that was noted last that the same is wrong with other rows.
 */
void
sedia_import_file_share_problem (SediaImportFile *self,
                                 GArray          *more_lines)
{
  SediaImportProblem *problem = g_ptr_array_index (self->problems, self->problems->len - 1);

  problem->more_lines = more_lines;
}

/**
 * sedia_import_file_tell: Tells who listens how far the import is.
 */
void
sedia_import_file_tell (SediaImportFile *self,
                        SediaImportStep  step,
                        guint            n_done,
                        guint            n_all)
{
  if (self->progress != NULL && n_done % ROWS_PER_CHECK == 0)
    self->progress (step, n_done, n_all, self->progress_data);
}

/**
 * sedia_import_file_header: The header of the column taken for @field, as written in the file.
 */
const char *
sedia_import_file_header (SediaImportFile *self,
                          SediaField       field)
{
  return self->columns->headers[self->columns->column_of[field]];
}

/**
 * sedia_import_file_has: Whether a column is taken for @field, and can be read.
 */
gboolean
sedia_import_file_has (SediaImportFile *self,
                       SediaField       field)
{
  return sedia_columns_has (self->columns, field) && !self->unclear[field];
}

/* ---- rows and cells */

/**
 * sedia_import_file_rewind: Goes back before the first row.
 */
void
sedia_import_file_rewind (SediaImportFile *self)
{
  self->n_read = 0;
}

/**
 * sedia_import_file_next:
 * @self: a file
 * @error: return location
 *
 * Goes to the next row.
 *
 * Returns: %FALSE after the last row, and with @error set when the import was cancelled
 */
gboolean
sedia_import_file_next (SediaImportFile  *self,
                        GError          **error)
{
  const guint n_rows = sedia_table_get_n_rows (self->table);

  while (self->n_read < n_rows &&
         sedia_import_file_leaves_out (self, sedia_table_get_line (self->table, self->n_read)))
    self->n_read++;
  if (self->n_read >= n_rows)
    return FALSE;

  if (self->n_read % ROWS_PER_CHECK == 0 && g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }

  sedia_import_file_tell (self, SEDIA_IMPORT_CHECKING, self->n_read, n_rows);
  g_ptr_array_set_size (self->safe_cells, 0);
  sedia_table_get_row (self->table, self->n_read, self->cells);
  self->line = sedia_table_get_line (self->table, self->n_read);
  self->n_read++;

  /* What our own export made safe for spreadsheets becomes what it was. */
  for (guint i = 0; i < self->columns->n_columns; i++)
    if (self->cells[i] != NULL && self->cells[i][0] == '\'')
      {
        char *cell = sedia_formula_restore (self->cells[i]);

        g_ptr_array_add (self->safe_cells, cell);
        self->cells[i] = cell;
      }

  return TRUE;
}

/**
 * sedia_import_file_cell: (nullable) the text of a field in the row, NULL when it is blank.
 */
const char *
sedia_import_file_cell (SediaImportFile *self,
                        SediaField       field)
{
  return sedia_columns_get (self->columns, field, self->cells);
}

/**
 * sedia_import_file_dup_text: (transfer full) (nullable) a text exactly as it stands in the file.
 */
char *
sedia_import_file_dup_text (SediaImportFile *self,
                            SediaField       field)
{
  return g_strdup (sedia_import_file_cell (self, field));
}

/**
 * sedia_import_file_code: (transfer none) (nullable) a code: blanks around it do not belong to it.
 * It is there until the next row.
 */
const char *
sedia_import_file_code (SediaImportFile *self,
                        SediaField       field)
{
  const char *cell = sedia_import_file_cell (self, field);
  const gsize length = cell != NULL ? strlen (cell) : 0;
  char *code;

  if (length == 0 || (!g_ascii_isspace (cell[0]) && !g_ascii_isspace (cell[length - 1])))
    return cell;

  code = g_strstrip (g_strdup (cell));
  g_ptr_array_add (self->safe_cells, code);
  return code;
}

/**
 * sedia_import_file_dup_code: (transfer full) (nullable) sedia_import_file_code() for longer.
 */
char *
sedia_import_file_dup_code (SediaImportFile *self,
                            SediaField       field)
{
  return g_strdup (sedia_import_file_code (self, field));
}

static gboolean
read_plain (const char *cell,
            guint       decimals,
            SediaMark   mark,
            gint64     *value)
{
  const char decimal = mark == SEDIA_MARK_POINT ? '.' : mark == SEDIA_MARK_COMMA ? ',' : '\0';
  gsize n_before, n_after;

  if (!sedia_import_is_plain (cell, &n_before, &n_after) ||
      n_before + decimals > SEDIA_IMPORT_PLAIN_DIGITS || n_after > decimals ||
      (n_after > 0 && cell[n_before] != decimal))
    return FALSE;

  *value = 0;
  for (gsize i = 0; i < n_before; i++)
    *value = *value * 10 + g_ascii_digit_value (cell[i]);
  for (gsize i = 0; i < decimals; i++)
    *value = *value * 10 + (i < n_after ? g_ascii_digit_value (cell[n_before + 1 + i]) : 0);

  return TRUE;
}

/**
 * sedia_import_file_number:
 * @self: a file
 * @field: a field
 * @decimals: how many decimals fit
 * @minimum: the smallest number that makes sense, in its smallest unit
 * @maximum: the largest
 * @value: (inout): the number; left alone when there is none
 *
 * Reads a number. A cell that is none becomes a problem.
 *
 * Returns: whether there is a good number
 */
gboolean
sedia_import_file_number (SediaImportFile *self,
                          SediaField       field,
                          guint            decimals,
                          gint64           minimum,
                          gint64           maximum,
                          gint64          *value)
{
  const char *cell = self->unclear[field] ? NULL : sedia_import_file_cell (self, field);
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  if (cell == NULL)
    return FALSE;

  if (!read_plain (cell, decimals, self->marks[field], &number) &&
      !sedia_number_parse_import (cell, decimals, self->marks[field], &number, &error))
    {
      sedia_import_file_add_problem (self, _("Column “%s”: %s"),
                                     sedia_import_file_header (self, field), error->message);
      return FALSE;
    }

  if (number < minimum || number > maximum)
    {
      g_autofree char *limit = sedia_number_format (number < minimum ? minimum : maximum, decimals,
                                                    sedia_number_plain);

      sedia_import_file_add_problem (self,
                                     number < minimum ? _("Column “%s”: “%s” is less than %s.")
                                                      : _("Column “%s”: “%s” is more than %s."),
                                     sedia_import_file_header (self, field), cell, limit);
      return FALSE;
    }

  *value = number;
  return TRUE;
}

/**
 * sedia_import_file_quantity: Reads a quantity of 0 or more, like sedia_import_file_number().
 */
gboolean
sedia_import_file_quantity (SediaImportFile *self,
                            SediaField       field,
                            guint            decimals,
                            gint64          *quantity)
{
  return sedia_import_file_number (self, field, decimals, 0, SEDIA_QUANTITY_MAX, quantity);
}

/**
 * sedia_import_file_money: Reads an amount of 0 or more, like sedia_import_file_number().
 */
gboolean
sedia_import_file_money (SediaImportFile *self,
                         SediaField       field,
                         gint64          *amount)
{
  return sedia_import_file_number (self, field, SEDIA_MONEY_DECIMALS, 0, MONEY_MAX, amount);
}

/**
 * sedia_import_file_day: Reads a calendar date, like sedia_import_file_number().
 */
gboolean
sedia_import_file_day (SediaImportFile *self,
                       SediaField       field,
                       int             *day)
{
  const char *cell = self->unclear[field] ? NULL : sedia_import_file_cell (self, field);
  g_autoptr (GError) error = NULL;

  if (cell == NULL)
    return FALSE;
  if (sedia_date_parse_import (cell, self->orders[field], day, &error))
    return TRUE;

  sedia_import_file_add_problem (self, _("Column “%s”: %s"), sedia_import_file_header (self, field),
                                 error->message);
  return FALSE;
}

/* The time of day in "31/12/2026 09:05:30", in seconds; 0 when there is none. */
static int
seconds_of_day (const char *cell)
{
  const char *colon = strchr (cell, ':');
  const char *start = colon;
  int hour, minute, second = 0;

  while (start != NULL && start > cell && g_ascii_isdigit (start[-1]))
    start--;
  if (start == NULL || sscanf (start, "%2d:%2d:%2d", &hour, &minute, &second) < 2)
    return 0;

  if (hour < 12 && (strstr (colon, "PM") != NULL || strstr (colon, "pm") != NULL))
    hour += 12;
  else if (hour == 12 && (strstr (colon, "AM") != NULL || strstr (colon, "am") != NULL))
    hour = 0;

  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : 0;
}

/* Asking when a day begins here takes longer than the rest of reading it, and days come again. */
static gint64
start_of_day (SediaImportFile *self,
              int              day)
{
  SediaImportDay *known = &self->days[(guint) day % SEDIA_IMPORT_DAYS];

  if (known->day != day || known->start == 0)
    {
      g_autoptr (GDateTime) midnight = sedia_day_to_date_time (day);

      known->day = day;
      known->start = g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
    }

  return known->start;
}

/**
 * sedia_import_file_time:
 * @self: a file
 * @field: a field
 * @time: (inout): microseconds UTC; left alone when there is none
 *
 * Reads an instant, like sedia_import_file_number(). A date alone, or one at midnight sharp as
 * databases write dates, stands for noon of that day, here.
 */
gboolean
sedia_import_file_time (SediaImportFile *self,
                        SediaField       field,
                        gint64          *time)
{
  const char *cell = self->unclear[field] ? NULL : sedia_import_file_cell (self, field);
  int seconds;
  int day;

  if (cell == NULL)
    return FALSE;
  if (strlen (cell) > 10 && cell[10] == 'T' && sedia_time_parse (cell, time, NULL))
    return TRUE;
  if (!sedia_import_file_day (self, field, &day))
    return FALSE;

  seconds = seconds_of_day (cell);
  *time = start_of_day (self, day) +
          (gint64) (seconds > 0 ? seconds : 12 * 3600) * G_USEC_PER_SEC;
  return TRUE;
}

/**
 * sedia_import_file_flag: Reads a yes or no, like sedia_import_file_number().
 */
gboolean
sedia_import_file_flag (SediaImportFile *self,
                        SediaField       field,
                        gboolean        *value)
{
  const char *cell = sedia_import_file_cell (self, field);
  g_autoptr (GError) error = NULL;

  if (cell == NULL)
    return FALSE;
  if (sedia_flag_parse_import (cell, value, &error))
    return TRUE;

  sedia_import_file_add_problem (self, _("Column “%s”: %s"), sedia_import_file_header (self, field),
                                 error->message);
  return FALSE;
}

/**
 * sedia_import_file_archived_field: Whether the file says who is archived, or who is active.
 */
SediaField
sedia_import_file_archived_field (SediaImportFile *self)
{
  return sedia_import_file_has (self, SEDIA_FIELD_ARCHIVED) ? SEDIA_FIELD_ARCHIVED
                                                            : SEDIA_FIELD_ACTIVE;
}

/**
 * sedia_import_file_archived:
 * @self: a file
 * @inherited: (nullable): what an earlier row says of this one, too
 * @archived: (inout): whether it is archived; left alone when nothing is said
 *
 * Reads whether a record is archived, like sedia_import_file_number().
 */
gboolean
sedia_import_file_archived (SediaImportFile *self,
                            const char      *inherited,
                            gboolean        *archived)
{
  const SediaField field = sedia_import_file_archived_field (self);
  const char *own = sedia_import_file_cell (self, field);
  const char *cell = own != NULL ? own : inherited;
  g_autoptr (GError) error = NULL;

  if (cell == NULL)
    return FALSE;
  if (sedia_archived_parse_import (cell, field == SEDIA_FIELD_ACTIVE, archived, &error))
    return TRUE;

  sedia_import_file_add_problem (self, _("Column “%s”: %s"), sedia_import_file_header (self, field),
                                 error->message);
  return FALSE;
}

/**
 * sedia_import_file_shipped: Reads whether an order was shipped: a date or a yes; when does not
 * matter.
 */
gboolean
sedia_import_file_shipped (SediaImportFile *self)
{
  const char *cell = sedia_import_file_cell (self, SEDIA_FIELD_SHIPPED);
  g_autoptr (GError) error = NULL;
  gboolean flag;
  int day;

  if (cell == NULL)
    return FALSE;
  if (strcmp (cell, self->shipped) == 0) /* a day's orders stand together */
    return TRUE;
  if (strlen (cell) < strlen ("1/1/1970") && sedia_flag_parse_import (cell, &flag, NULL))
    return flag;

  if (sedia_date_parse_import (cell, self->orders[SEDIA_FIELD_SHIPPED], &day, &error) ||
      sedia_date_is_ambiguous (cell))
    {
      if (strlen (cell) < sizeof self->shipped)
        g_strlcpy (self->shipped, cell, sizeof self->shipped);
      return TRUE;
    }

  sedia_import_file_add_problem (self, _("Column “%s”: %s"),
                                 sedia_import_file_header (self, SEDIA_FIELD_SHIPPED),
                                 error->message);
  return TRUE;
}
