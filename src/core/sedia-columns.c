/* Guessing which column is which field. How headers are compared is in sedia-columns-keys.c, the
 * words are in sedia-columns-words.c.
 */
#include "config.h"

#include "sedia-columns.h"

#include "sedia-columns-keys.h"
#include "sedia-columns-words.h"
#include "sedia-error.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const field_names[SEDIA_N_FIELDS] = {
  [SEDIA_FIELD_NONE] = "ignore",
  [SEDIA_FIELD_SKU] = "sku",
  [SEDIA_FIELD_NAME] = "name",
  [SEDIA_FIELD_BARCODE] = "barcode",
  [SEDIA_FIELD_UNIT] = "unit",
  [SEDIA_FIELD_DECIMALS] = "decimals",
  [SEDIA_FIELD_PACK] = "pack",
  [SEDIA_FIELD_CATEGORY] = "category",
  [SEDIA_FIELD_PRICE] = "price",
  [SEDIA_FIELD_COST] = "cost",
  [SEDIA_FIELD_SUPPLIER] = "supplier",
  [SEDIA_FIELD_ON_HAND] = "on_hand",
  [SEDIA_FIELD_MINIMUM] = "minimum",
  [SEDIA_FIELD_MAXIMUM] = "maximum",
  [SEDIA_FIELD_MOQ] = "moq",
  [SEDIA_FIELD_BACKORDER] = "backorder",
  [SEDIA_FIELD_ARCHIVED] = "archived",
  [SEDIA_FIELD_ACTIVE] = "active",
  [SEDIA_FIELD_ID] = "id",
  [SEDIA_FIELD_HANDLE] = "handle",
  [SEDIA_FIELD_OPTION1] = "option1",
  [SEDIA_FIELD_OPTION2] = "option2",
  [SEDIA_FIELD_OPTION3] = "option3",
  [SEDIA_FIELD_CODE] = "code",
  [SEDIA_FIELD_FIRST_NAME] = "first_name",
  [SEDIA_FIELD_LAST_NAME] = "last_name",
  [SEDIA_FIELD_PHONE] = "phone",
  [SEDIA_FIELD_EMAIL] = "email",
  [SEDIA_FIELD_CHANNEL] = "channel",
  [SEDIA_FIELD_LANGUAGE] = "language",
  [SEDIA_FIELD_NOTE] = "note",
  [SEDIA_FIELD_LEAD_DAYS] = "lead_days",
  [SEDIA_FIELD_ORDER] = "order",
  [SEDIA_FIELD_CUSTOMER] = "customer",
  [SEDIA_FIELD_PLACED] = "placed",
  [SEDIA_FIELD_NEED_BY] = "need_by",
  [SEDIA_FIELD_SHIPPED] = "shipped",
  [SEDIA_FIELD_DEPOSIT] = "deposit",
  [SEDIA_FIELD_QUANTITY] = "quantity",
  [SEDIA_FIELD_DELIVERED] = "delivered",
  [SEDIA_FIELD_EXPECTED] = "expected",
  [SEDIA_FIELD_RECEIVED] = "received",
  [SEDIA_FIELD_BACKORDER_LIMIT] = "backorder_limit",
  [SEDIA_FIELD_BACKORDER_WAIT] = "backorder_wait",
  [SEDIA_FIELD_BACKORDER_DEPOSIT] = "backorder_deposit",
  [SEDIA_FIELD_BACKORDER_WHY] = "backorder_why",
  [SEDIA_FIELD_LEAST_VALUE] = "least_value",
  [SEDIA_FIELD_ALLOW_NEGATIVE] = "allow_negative",
  [SEDIA_FIELD_DO_NOT_CONTACT] = "do_not_contact",
  [SEDIA_FIELD_CANCELLED] = "cancelled",
  [SEDIA_FIELD_FIRST] = "first",
  [SEDIA_FIELD_ALL] = "all",
  [SEDIA_FIELD_ALL_OR_NOTHING] = "all_or_nothing",
  [SEDIA_FIELD_HELD] = "held",
};

static gboolean
is_condition_met (const SediaHeaderKeys *keys,
                  const char            *condition)
{
  if (condition == NULL)
    return TRUE;
  if (condition[0] == '!')
    return sedia_header_keys_find (keys, condition + 1, NULL) < 0;

  return sedia_header_keys_find (keys, condition, NULL) >= 0;
}

static void
guess_field (SediaColumns           *self,
             const SediaHeaderKeys  *keys,
             const SediaColumnWords *entry)
{
  g_auto (GStrv) words = g_strsplit (entry->words, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      int column = sedia_header_keys_find (keys, *word, self);

      if (column >= 0)
        {
          sedia_columns_set (self, (guint) column, entry->field);
          return;
        }
    }
}

/**
 * sedia_field_get_name:
 * @field: a field
 *
 * Returns: its stable name, as used by `--map COLUMN=FIELD`
 */
const char *
sedia_field_get_name (SediaField field)
{
  g_return_val_if_fail (field < SEDIA_N_FIELDS, NULL);

  return field_names[field];
}

/**
 * sedia_field_from_name:
 * @name: a name; case does not matter, `on-hand` is `on_hand`
 * @field: (out): the field
 *
 * Returns: whether there is such a field
 */
gboolean
sedia_field_from_name (const char *name,
                       SediaField *field)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (name != NULL && field != NULL, FALSE);

  canonical = g_strdelimit (g_ascii_strdown (name, -1), "-", '_');

  for (guint i = 0; i < SEDIA_N_FIELDS; i++)
    if (strcmp (field_names[i], canonical) == 0)
      {
        *field = (SediaField) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_field_for_kind:
 * @field: a field
 * @kind: a kind of file
 *
 * Returns: whether such a file can have such a column
 */
gboolean
sedia_field_for_kind (SediaField      field,
                      SediaImportKind kind)
{
  if (field == SEDIA_FIELD_NONE)
    return TRUE;

  for (guint i = 0; i < sedia_n_column_words; i++)
    if (sedia_column_words[i].field == field && (sedia_column_words[i].kinds & (1u << kind)) != 0)
      return TRUE;

  return FALSE;
}

/**
 * sedia_columns_guess:
 * @kind: what the file is about
 * @headers: (array length=n_columns): its headers
 * @n_columns: how many
 *
 * Finds out which column is which field by their headers.
 *
 * Returns: (transfer full): the columns; those that mean nothing here are %SEDIA_FIELD_NONE
 */
SediaColumns *
sedia_columns_guess (SediaImportKind    kind,
                     const char *const *headers,
                     guint              n_columns)
{
  g_auto (SediaHeaderKeys) keys = { NULL };
  SediaColumns *self;

  g_return_val_if_fail (headers != NULL || n_columns == 0, NULL);

  self = g_new0 (SediaColumns, 1);
  self->kind = kind;
  self->n_columns = n_columns;
  self->headers = g_new0 (char *, n_columns + 1);
  self->fields = g_new0 (SediaField, n_columns);
  for (guint i = 0; i < SEDIA_N_FIELDS; i++)
    self->column_of[i] = -1;
  for (guint i = 0; i < n_columns; i++)
    self->headers[i] = g_strdup (headers[i]);

  sedia_header_keys_init (&keys, headers, n_columns);
  self->has_option_rows = sedia_header_keys_find (&keys, "option1value", NULL) >= 0;

  for (guint i = 0; i < sedia_n_column_words; i++)
    {
      const SediaColumnWords *entry = &sedia_column_words[i];

      if ((entry->kinds & (1u << kind)) != 0 && !sedia_columns_has (self, entry->field) &&
          is_condition_met (&keys, entry->condition))
        guess_field (self, &keys, entry);
    }

  return self;
}

/**
 * sedia_columns_free:
 * @self: (transfer full) (nullable): columns
 *
 * Frees the columns.
 */
void
sedia_columns_free (SediaColumns *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->headers);
  g_free (self->fields);
  g_free (self);
}

/**
 * sedia_columns_set:
 * @self: columns
 * @column: a column, the first is 0
 * @field: what it holds, %SEDIA_FIELD_NONE for nothing of use
 *
 * Takes a column for a field. Another column that was taken for it is free again.
 */
void
sedia_columns_set (SediaColumns *self,
                   guint         column,
                   SediaField    field)
{
  g_return_if_fail (self != NULL && column < self->n_columns && field < SEDIA_N_FIELDS);

  self->column_of[self->fields[column]] = -1;
  self->fields[column] = field;

  if (field == SEDIA_FIELD_NONE)
    return;

  if (self->column_of[field] >= 0)
    self->fields[self->column_of[field]] = SEDIA_FIELD_NONE;
  self->column_of[field] = (int) column;
}

/* A column by its header as written, then by its letters alone, then by its number: the first is 1.
 */
static int
find_column (const SediaColumns *self,
             const char         *name)
{
  g_auto (SediaHeaderKeys) keys = { NULL };
  g_autofree char *key = sedia_header_dup_key (name, TRUE);
  guint64 number;
  int column;

  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->headers[i], name) == 0)
      return (int) i;

  sedia_header_keys_init (&keys, (const char *const *) self->headers, self->n_columns);
  if (*key != '\0' && (column = sedia_header_keys_find (&keys, key, NULL)) >= 0)
    return column;

  if (g_ascii_string_to_unsigned (name, 10, 1, self->n_columns, &number, NULL))
    return (int) number - 1;

  return -1;
}

static char *
dup_field_list (SediaImportKind kind)
{
  GString *list = g_string_new (NULL);

  for (guint i = SEDIA_FIELD_SKU; i < SEDIA_N_FIELDS; i++)
    if (sedia_field_for_kind ((SediaField) i, kind))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", field_names[i]);

  return g_string_free (list, FALSE);
}

static gboolean
check_field (const SediaColumns  *self,
             const char          *name,
             SediaField          *field,
             GError             **error)
{
  g_autofree char *list = NULL;

  if (sedia_field_from_name (name, field) && sedia_field_for_kind (*field, self->kind))
    return TRUE;

  list = dup_field_list (self->kind);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is not a field of such a file. The fields are: %s, and “ignore”."), name,
               list);
  return FALSE;
}

/**
 * sedia_columns_map:
 * @self: columns
 * @assignment: `COLUMN=FIELD`; COLUMN is a header or a number from 1, FIELD a name or `ignore`
 * @error: return location for a sentence
 *
 * Overrules the guess for one column.
 *
 * Returns: whether there are such a column and such a field
 */
gboolean
sedia_columns_map (SediaColumns  *self,
                   const char    *assignment,
                   GError       **error)
{
  g_autofree char *name = NULL;
  g_autofree char *list = NULL;
  const char *equals;
  SediaField field;
  int column;

  g_return_val_if_fail (self != NULL && assignment != NULL, FALSE);

  equals = strrchr (assignment, '=');
  if (equals == NULL)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” should read COLUMN=FIELD, such as “Kode=sku”."), assignment);
      return FALSE;
    }

  name = g_strndup (assignment, (gsize) (equals - assignment));
  if (!check_field (self, equals + 1, &field, error))
    return FALSE;

  if ((column = find_column (self, name)) < 0)
    {
      list = g_strjoinv (", ", self->headers);
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The file has no column “%s”. Its columns are: %s."), name, list);
      return FALSE;
    }

  sedia_columns_set (self, (guint) column, field);
  return TRUE;
}

/**
 * sedia_columns_has:
 * @self: columns
 * @field: a field
 *
 * Returns: whether some column is taken for the field
 */
gboolean
sedia_columns_has (const SediaColumns *self,
                   SediaField          field)
{
  g_return_val_if_fail (self != NULL && field < SEDIA_N_FIELDS, FALSE);

  return self->column_of[field] >= 0;
}

/**
 * sedia_columns_find_missing:
 * @self: columns
 *
 * Returns: the field without which the file cannot be used, %SEDIA_FIELD_NONE when nothing is
 * missing
 */
SediaField
sedia_columns_find_missing (const SediaColumns *self)
{
  static const struct
  {
    guint kinds;
    SediaField field;
    SediaField instead[3];
  } needs[] = {
    { SEDIA_KIND (PRODUCTS), SEDIA_FIELD_SKU,
      { SEDIA_FIELD_BARCODE, SEDIA_FIELD_ID, SEDIA_FIELD_HANDLE } },
    { SEDIA_KIND (CUSTOMERS), SEDIA_FIELD_NAME, { SEDIA_FIELD_LAST_NAME, SEDIA_FIELD_FIRST_NAME } },
    { SEDIA_KIND (SUPPLIERS), SEDIA_FIELD_NAME, { SEDIA_FIELD_NONE } },
    { SEDIA_KIND (ORDERS), SEDIA_FIELD_CUSTOMER, { SEDIA_FIELD_NONE } },
    { SEDIA_KIND (ORDER_LINES), SEDIA_FIELD_ORDER, { SEDIA_FIELD_NONE } },
    { SEDIA_KIND (PURCHASES), SEDIA_FIELD_SUPPLIER, { SEDIA_FIELD_ORDER } },
    { SEDIA_KIND (ORDER_LINES) | SEDIA_KIND (SALES), SEDIA_FIELD_SKU, { SEDIA_FIELD_NONE } },
    { SEDIA_KIND (ORDER_LINES) | SEDIA_KIND (SALES), SEDIA_FIELD_QUANTITY, { SEDIA_FIELD_NONE } },
    { SEDIA_KIND (SALES), SEDIA_FIELD_PLACED, { SEDIA_FIELD_NONE } },
  };

  g_return_val_if_fail (self != NULL, SEDIA_FIELD_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      gboolean is_there = sedia_columns_has (self, needs[i].field);

      for (gsize j = 0; j < G_N_ELEMENTS (needs[i].instead); j++)
        is_there |= sedia_columns_has (self, needs[i].instead[j]);

      if ((needs[i].kinds & (1u << self->kind)) != 0 && !is_there)
        return needs[i].field;
    }

  return SEDIA_FIELD_NONE;
}

/**
 * sedia_columns_check:
 * @self: columns
 * @error: return location for a sentence that names the missing field
 *
 * Returns: whether the columns are enough to import such a file
 */
gboolean
sedia_columns_check (const SediaColumns  *self,
                     GError             **error)
{
  g_autofree char *list = NULL;
  SediaField field;

  g_return_val_if_fail (self != NULL, FALSE);

  if ((field = sedia_columns_find_missing (self)) == SEDIA_FIELD_NONE)
    return TRUE;

  list = g_strjoinv (", ", self->headers);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("No column was recognised as “%s”: say which one it is. The columns are: %s."),
               field_names[field], list);
  return FALSE;
}

/**
 * sedia_columns_get:
 * @self: columns
 * @field: a field
 * @cells: (array): the cells of one row, one for each column
 *
 * Returns: (nullable): the field's text, %NULL without such a column or when the cell is blank
 */
const char *
sedia_columns_get (const SediaColumns *self,
                   SediaField          field,
                   const char *const  *cells)
{
  const char *cell;

  g_return_val_if_fail (self != NULL && cells != NULL && field < SEDIA_N_FIELDS, NULL);

  if (self->column_of[field] < 0)
    return NULL;

  cell = cells[self->column_of[field]];
  if (cell == NULL || *cell > ' ') /* the rule: it does not begin with a blank */
    return cell;

  return cell[strspn (cell, " \t\r\n")] != '\0' ? cell : NULL;
}
