/* How the columns of an imported file are written: decimal points or commas, days or months first.
 *
 * That is found out over each whole column before the first row is read, and never guessed: a
 * column that can be read in two ways is one problem, with the question to ask.
 */
#include "config.h"

#include "sedia-export.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const SediaField number_fields[] = {
  SEDIA_FIELD_DECIMALS,  SEDIA_FIELD_PACK,      SEDIA_FIELD_PRICE,    SEDIA_FIELD_COST,
  SEDIA_FIELD_ON_HAND,   SEDIA_FIELD_MINIMUM,   SEDIA_FIELD_MAXIMUM,  SEDIA_FIELD_MOQ,
  SEDIA_FIELD_LEAD_DAYS, SEDIA_FIELD_DEPOSIT,   SEDIA_FIELD_QUANTITY, SEDIA_FIELD_DELIVERED,
  SEDIA_FIELD_CANCELLED, SEDIA_FIELD_BACKORDER_LIMIT, SEDIA_FIELD_BACKORDER_WAIT,
  SEDIA_FIELD_BACKORDER_DEPOSIT, SEDIA_FIELD_LEAST_VALUE,
};

static const SediaField date_fields[] = {
  SEDIA_FIELD_PLACED,
  SEDIA_FIELD_NEED_BY,
  SEDIA_FIELD_SHIPPED,
};

/**
 * sedia_import_is_plain:
 * @cell: a cell
 * @n_before: (out): how many digits stand before its mark
 * @n_after: (out): how many after it; 0 when there is no mark
 *
 * Most cells are digits with at most one mark, and need no closer look.
 *
 * Returns: whether @cell is such a one
 */
gboolean
sedia_import_is_plain (const char *cell,
                       gsize      *n_before,
                       gsize      *n_after)
{
  gsize n = strspn (cell, "0123456789");

  *n_before = n;
  *n_after = 0;
  if (n == 0 || cell[n] == '\0')
    return n > 0 && n <= SEDIA_IMPORT_PLAIN_DIGITS;
  if (cell[n] != '.' && cell[n] != ',')
    return FALSE;

  *n_after = strspn (cell + n + 1, "0123456789");
  return *n_after > 0 && cell[n + 1 + *n_after] == '\0' &&
         n + *n_after <= SEDIA_IMPORT_PLAIN_DIGITS;
}

/* Adds a plain cell to a guess where it leaves no doubt: "18", and "18.5" or "18.50" but not
 * "18.500". */
static gboolean
add_plain (SediaMarkGuess *guess,
           const char     *cell)
{
  gsize n_before, n_after;

  if (!sedia_import_is_plain (cell, &n_before, &n_after) || n_after > 2)
    return FALSE;

  if (n_after == 0)
    guess->n_whole++;
  else if (cell[n_before] == '.')
    guess->n_point++;
  else
    guess->n_comma++;

  return TRUE;
}

/* @example is NULL where both marks are used. */
static void
ask_for_mark (SediaImportFile *self,
              SediaField       field,
              const char      *example,
              guint            line)
{
  const char *header = sedia_import_file_header (self, field);

  self->unclear[field] = TRUE;
  if (example != NULL && self->can_be_told)
    sedia_import_file_add_problem_at (
      self, line,
      _("“%s” in column “%s” can mean two numbers: say which mark stands "
        "before the decimals (--decimal . or --decimal ,)."),
      example, header);
  else if (example != NULL)
    sedia_import_file_add_problem_at (
      self, line,
      _("“%s” in column “%s” can mean two numbers: write it without a "
        "mark for thousands."),
      example, header);
  else if (self->can_be_told)
    sedia_import_file_add_problem_at (
      self, line,
      _("Column “%s” has numbers with a decimal point and others with a "
        "decimal comma: say which mark stands before the decimals "
        "(--decimal . or --decimal ,)."),
      header);
  else
    sedia_import_file_add_problem_at (
      self, line,
      _("Column “%s” has numbers with a decimal point and others with a "
        "decimal comma: write them all in one way."),
      header);

  if (self->can_be_told)
    sedia_import_file_ask (self, SEDIA_IMPORT_ASK_DECIMAL, field, example);
}

static void
guess_marks (SediaImportFile *self,
             SediaField       field)
{
  SediaMarkGuess guess = { 0 };
  guint column = (guint) self->columns->column_of[field];
  guint example_line = 0;
  guint mixed_line = 0;
  SediaMark mark;

  for (guint row = 0; row < sedia_table_get_n_rows (self->table); row++)
    {
      const char *cell = sedia_table_get_cell (self->table, row, column);

      if (cell != NULL && !add_plain (&guess, cell))
        sedia_mark_guess_add (&guess, cell);
      if (example_line == 0 && guess.example != NULL)
        example_line = sedia_table_get_line (self->table, row);
      if (mixed_line == 0 && guess.n_point > 0 && guess.n_comma > 0)
        mixed_line = sedia_table_get_line (self->table, row);
    }

  mark = self->marks[field] = sedia_mark_guess_mark (&guess);
  if (mark == SEDIA_MARK_AMBIGUOUS)
    ask_for_mark (self, field, guess.example, example_line);
  else if (mark == SEDIA_MARK_MIXED)
    ask_for_mark (self, field, NULL, mixed_line);
}

static void
add_dates (SediaImportFile *self,
           SediaField       field,
           SediaDateGuess  *guess,
           guint           *example_line)
{
  guint column = (guint) self->columns->column_of[field];
  const char *before = NULL;

  for (guint row = 0; row < sedia_table_get_n_rows (self->table); row++)
    {
      const char *cell = sedia_table_get_cell (self->table, row, column);
      gboolean had_example = guess->example != NULL;

      if (cell == NULL || *cell == '\0' || (before != NULL && strcmp (before, cell) == 0))
        continue; /* once more says nothing new */

      before = cell;
      sedia_date_guess_add (guess, cell);
      if (!had_example && guess->example != NULL)
        *example_line = sedia_table_get_line (self->table, row);
    }
}

static void
merge (SediaDateGuess       *all,
       const SediaDateGuess *own)
{
  all->n_year_first += own->n_year_first;
  all->n_named += own->n_named;
  all->n_day_first += own->n_day_first;
  all->n_month_first += own->n_month_first;
  all->n_either += own->n_either;
  all->n_bad += own->n_bad;
}

static void
ask_for_order (SediaImportFile *self,
               SediaField       field,
               const char      *example,
               guint            line)
{
  self->unclear[field] = TRUE;
  sedia_import_file_add_problem_at (
    self, line,
    _("“%s” in column “%s” can mean two dates: say whether the day or the month comes first "
      "(--day-first or --month-first)."),
    example != NULL ? example : "", sedia_import_file_header (self, field));
  sedia_import_file_ask (self, SEDIA_IMPORT_ASK_DAY_FIRST, field, example);
}

/* A column that leaves it open follows the other dates of the file: one program wrote them all. */
static void
guess_orders (SediaImportFile *self)
{
  SediaDateGuess own[G_N_ELEMENTS (date_fields)] = { { 0 } };
  guint lines[G_N_ELEMENTS (date_fields)] = { 0 };
  SediaDateGuess all = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (sedia_columns_has (self->columns, date_fields[i]))
      {
        add_dates (self, date_fields[i], &own[i], &lines[i]);
        merge (&all, &own[i]);
      }

  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    {
      const SediaField field = date_fields[i];

      if (!sedia_columns_has (self->columns, field))
        continue;

      self->orders[field] = sedia_date_guess_order (&own[i]);
      if (self->orders[field] == SEDIA_DATE_AMBIGUOUS)
        self->orders[field] = sedia_date_guess_order (&all);
      if (self->orders[field] != SEDIA_DATE_AMBIGUOUS && self->orders[field] != SEDIA_DATE_MIXED)
        continue;
      if (field != SEDIA_FIELD_SHIPPED) /* that there is a date is all that counts */
        ask_for_order (self, field, own[i].example, lines[i]);
    }
}

static gboolean
has_point (SediaImportFile *self,
           SediaField       field)
{
  const guint column = (guint) self->columns->column_of[field];

  for (guint row = 0; row < sedia_table_get_n_rows (self->table); row++)
    {
      const char *cell = sedia_table_get_cell (self->table, row, column);

      if (cell != NULL && strchr (cell, '.') != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Our own exports have a decimal point, or a decimal comma where semicolons part the columns. A
 * spreadsheet that saves one again in another country may part numbers with points by semicolons:
 * where there is a point it is no longer certain.
 */
static SediaMark
find_own_mark (SediaImportFile *self)
{
  const char delimiter = sedia_table_get_delimiter (self->table);

  if (!sedia_export_is_ours (sedia_table_get_headers (self->table)))
    return SEDIA_MARK_NONE;
  if (delimiter == ',')
    return SEDIA_MARK_POINT;
  if (delimiter != ';')
    return SEDIA_MARK_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (number_fields); i++)
    if (sedia_columns_has (self->columns, number_fields[i]) && has_point (self, number_fields[i]))
      return SEDIA_MARK_NONE;

  return SEDIA_MARK_COMMA;
}

/* The prices of past sales are passed over: how they are written is nobody's concern. */
static gboolean
is_read (SediaImportFile *self,
         SediaField       field)
{
  return sedia_columns_has (self->columns, field) &&
         !(self->columns->kind == SEDIA_IMPORT_SALES && field == SEDIA_FIELD_PRICE);
}

/**
 * sedia_import_file_find_forms: Finds out how each column of numbers and dates is written.
 */
void
sedia_import_file_find_forms (SediaImportFile          *self,
                              const SediaImportOptions *options)
{
  SediaMark mark = find_own_mark (self);

  if (options->decimal != '\0')
    mark = options->decimal == ',' ? SEDIA_MARK_COMMA : SEDIA_MARK_POINT;

  for (gsize i = 0; i < G_N_ELEMENTS (number_fields); i++)
    {
      if (mark != SEDIA_MARK_NONE)
        self->marks[number_fields[i]] = mark;
      else if (is_read (self, number_fields[i]))
        guess_marks (self, number_fields[i]);
    }

  if (options->day_first < 0)
    {
      guess_orders (self);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    self->orders[date_fields[i]] = options->day_first > 0 ? SEDIA_DATE_DMY : SEDIA_DATE_MDY;
}
