/* One file of an import as it is shown: see sedia-import-sheet.h.
 *
 * What the columns are was guessed, or chosen. How they are written the look tells at first, from
 * the rows it saw; the dry run, which sees all of them, knows better.
 */
#include "config.h"

#include "sedia-import-sheet.h"

#include "sedia-formula.h"
#include "sedia-guess.h"

#include <string.h>

/* From this share of cells on that are not what they should be, the column is doubtful: one of. */
#define DOUBTFUL_SHARE 5

struct _SediaImportSheet
{
  SediaImportLook *look;
  SediaColumns *columns;
  gboolean *is_chosen; /* by column */
  GArray *forms;       /* SediaImportForm; NULL until all rows were seen */
};

/**
 * sedia_import_sheet_new:
 * @look: (transfer full): what was seen of the file
 *
 * Returns: (transfer full): the sheet, nothing chosen
 */
SediaImportSheet *
sedia_import_sheet_new (SediaImportLook *look)
{
  SediaImportSheet *self;

  g_return_val_if_fail (look != NULL, NULL);

  self = g_new0 (SediaImportSheet, 1);
  self->look = look;
  self->columns = sedia_columns_copy (sedia_import_look_get_columns (look));
  self->is_chosen = g_new0 (gboolean, self->columns->n_columns);

  return self;
}

/**
 * sedia_import_sheet_free:
 * @self: (transfer full) (nullable): a sheet
 */
void
sedia_import_sheet_free (SediaImportSheet *self)
{
  if (self == NULL)
    return;

  sedia_import_look_free (self->look);
  sedia_columns_free (self->columns);
  g_clear_pointer (&self->forms, g_array_unref);
  g_free (self->is_chosen);
  g_free (self);
}

/**
 * sedia_import_sheet_get_look: (transfer none) what was seen of the file.
 */
SediaImportLook *
sedia_import_sheet_get_look (SediaImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->look;
}

/**
 * sedia_import_sheet_get_columns: (transfer none) its columns, and what they are taken for now.
 */
const SediaColumns *
sedia_import_sheet_get_columns (SediaImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

/**
 * sedia_import_sheet_has_same_headers: Whether both have the same columns of the same kind of file.
 */
gboolean
sedia_import_sheet_has_same_headers (SediaImportSheet *self,
                                     SediaImportSheet *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->columns->kind == other->columns->kind &&
         g_strv_equal ((const char *const *) self->columns->headers,
                       (const char *const *) other->columns->headers);
}

/**
 * sedia_import_sheet_choose:
 * @self: a sheet
 * @column: a column
 * @field: what a person says it is
 */
void
sedia_import_sheet_choose (SediaImportSheet *self,
                           guint             column,
                           SediaField        field)
{
  int before;

  g_return_if_fail (self != NULL && column < self->columns->n_columns);

  before = field != SEDIA_FIELD_NONE ? self->columns->column_of[field] : -1;
  if (before >= 0)
    self->is_chosen[before] = TRUE; /* that it is no longer it was chosen, too */
  self->is_chosen[column] = TRUE;
  sedia_columns_set (self->columns, column, field);
}

/**
 * sedia_import_sheet_copy_chosen: Remembers of @other, a look before, what a person chose.
 */
void
sedia_import_sheet_copy_chosen (SediaImportSheet *self,
                                SediaImportSheet *other)
{
  g_return_if_fail (sedia_import_sheet_has_same_headers (self, other));

  memcpy (self->is_chosen, other->is_chosen, self->columns->n_columns * sizeof *self->is_chosen);
}

/**
 * sedia_import_sheet_set_forms:
 * @self: a sheet
 * @forms: (element-type SediaImportForm): how its columns are written, by all rows of the file
 */
void
sedia_import_sheet_set_forms (SediaImportSheet *self,
                              GArray           *forms)
{
  g_return_if_fail (self != NULL && forms != NULL);

  if (forms->len != self->columns->n_columns)
    return; /* the file is another one by now */

  g_clear_pointer (&self->forms, g_array_unref);
  self->forms = g_array_ref (forms);
}

/**
 * sedia_import_sheet_get_form: How a column is written, as far as is known by now.
 */
SediaImportForm
sedia_import_sheet_get_form (SediaImportSheet *self,
                             guint             column)
{
  const SediaImportForm none = { SEDIA_MARK_NONE, SEDIA_DATE_UNKNOWN, FALSE };

  g_return_val_if_fail (self != NULL && column < self->columns->n_columns, none);

  if (self->forms != NULL)
    return g_array_index (self->forms, SediaImportForm, column);

  return sedia_import_look_get_form (self->look, column);
}

/* ---- what cells mean */

/* How many decimals a number of this field may have; -1 for what is no number. */
static int
decimals_of (SediaField field)
{
  if (field == SEDIA_FIELD_DECIMALS || field == SEDIA_FIELD_PACK || field == SEDIA_FIELD_LEAD_DAYS)
    return 0;
  if (field == SEDIA_FIELD_PRICE || field == SEDIA_FIELD_COST || field == SEDIA_FIELD_DEPOSIT)
    return SEDIA_MONEY_DECIMALS;
  if (field == SEDIA_FIELD_ON_HAND || field == SEDIA_FIELD_MINIMUM ||
      field == SEDIA_FIELD_MAXIMUM || field == SEDIA_FIELD_MOQ ||
      field == SEDIA_FIELD_QUANTITY || field == SEDIA_FIELD_DELIVERED ||
      field == SEDIA_FIELD_CANCELLED || field == SEDIA_FIELD_BACKORDER_LIMIT)
    return SEDIA_DECIMALS_MAX;

  return -1;
}

static gboolean
is_date (SediaField field)
{
  return field == SEDIA_FIELD_PLACED || field == SEDIA_FIELD_NEED_BY;
}

static SediaMeaning
number_of (const char      *cell,
           guint            decimals,
           SediaImportForm  form)
{
  SediaMeaning meaning = { .kind = SEDIA_MEANING_NUMBER, .decimals = decimals };

  if (form.is_unclear && sedia_number_is_ambiguous (cell))
    meaning.kind = SEDIA_MEANING_UNCLEAR;
  else if (!sedia_number_parse_import (cell, decimals, form.mark, &meaning.value, NULL))
    meaning.kind = form.is_unclear ? SEDIA_MEANING_UNCLEAR : SEDIA_MEANING_BAD;

  return meaning;
}

static SediaMeaning
day_of (const char      *cell,
        SediaImportForm  form)
{
  SediaMeaning meaning = { .kind = SEDIA_MEANING_DAY };

  if (form.is_unclear && sedia_date_is_ambiguous (cell))
    meaning.kind = SEDIA_MEANING_UNCLEAR;
  else if (!sedia_date_parse_import (cell, form.order, &meaning.day, NULL))
    meaning.kind = SEDIA_MEANING_BAD;

  return meaning;
}

/**
 * sedia_import_sheet_get_meaning:
 * @self: a sheet
 * @row: a row of its look
 * @column: a column
 *
 * Returns: what the cell means, by what its column is taken for
 */
SediaMeaning
sedia_import_sheet_get_meaning (SediaImportSheet *self,
                                guint             row,
                                guint             column)
{
  const SediaMeaning text = { .kind = SEDIA_MEANING_TEXT };
  g_autofree char *plain = NULL;
  const char *cell;
  SediaField field;

  g_return_val_if_fail (self != NULL && column < self->columns->n_columns, text);

  field = self->columns->fields[column];
  cell = sedia_import_look_get_cell (self->look, row, column);
  if (cell == NULL || cell[strspn (cell, " \t\r\n")] == '\0')
    return text;

  plain = sedia_formula_restore (cell);
  if (decimals_of (field) >= 0)
    return number_of (plain, (guint) decimals_of (field),
                      sedia_import_sheet_get_form (self, column));
  if (is_date (field))
    return day_of (plain, sedia_import_sheet_get_form (self, column));

  return text;
}

static gboolean
is_doubtful (SediaImportSheet *self,
             guint             column)
{
  guint n = 0, n_bad = 0;

  for (guint row = 0; row < sedia_import_look_get_n_rows (self->look); row++)
    {
      const SediaMeaning meaning = sedia_import_sheet_get_meaning (self, row, column);

      n += meaning.kind != SEDIA_MEANING_TEXT;
      n_bad += meaning.kind == SEDIA_MEANING_BAD;
    }

  return n_bad > 0 && n_bad * DOUBTFUL_SHARE >= n;
}

/**
 * sedia_import_sheet_get_trust:
 * @self: a sheet
 * @column: a column
 * @rival: (out): another column that could be meant, -1 for none
 *
 * Returns: how far one can rely on what the column is taken for
 */
SediaTrust
sedia_import_sheet_get_trust (SediaImportSheet *self,
                              guint             column,
                              int              *rival)
{
  g_return_val_if_fail (self != NULL && column < self->columns->n_columns, SEDIA_TRUST_UNUSED);

  *rival = -1;
  if (self->columns->fields[column] == SEDIA_FIELD_NONE)
    return SEDIA_TRUST_UNUSED;
  if (is_doubtful (self, column))
    return SEDIA_TRUST_DOUBTFUL;
  if (self->is_chosen[column])
    return SEDIA_TRUST_CHOSEN;

  *rival = sedia_columns_find_rival (self->columns, column);
  if (*rival >= 0 && self->is_chosen[*rival])
    *rival = -1;

  return *rival >= 0 ? SEDIA_TRUST_LIKELY : SEDIA_TRUST_SURE;
}
