/* Importing products: understanding one row.
 *
 * A blank cell says nothing: what there is stays, a new product gets the default. What cannot be
 * understood, or would break a rule, is a problem of the row; the other cells are read all the
 * same, so that everything wrong with a file is told at once.
 */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define PACK_MAX 1000000
#define WAIT_MAX 3650 /* days */

/* ---- variants: rows that leave blank what the first row of their product says */

static const char *
get_from_head (SediaProductPlan *self,
               SediaField        field)
{
  const char *handle = sedia_import_file_cell (self->file, SEDIA_FIELD_HANDLE);
  int column = self->file->columns->column_of[field];
  const char *cell;
  guint head;

  if (handle == NULL || column < 0)
    return NULL;

  head = GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, handle));
  cell = head > 0 ? sedia_table_get_cell (self->file->table, head - 1, (guint) column) : NULL;
  return cell != NULL && cell[strspn (cell, " \t\r\n")] != '\0' ? cell : NULL;
}

static const char *
get_inherited (SediaProductPlan *self,
               SediaField        field)
{
  const char *own = sedia_import_file_cell (self->file, field);

  return own != NULL || !self->file->columns->has_option_rows ? own : get_from_head (self, field);
}

static char *
dup_name (SediaProductPlan *self)
{
  const char *above;

  if (!sedia_import_file_has (self->file, SEDIA_FIELD_HANDLE))
    return sedia_import_file_dup_text (self->file, SEDIA_FIELD_NAME);

  above = get_from_head (self, SEDIA_FIELD_NAME);
  return sedia_columns_row_name (self->file->columns, self->file->cells, above);
}

/* Shop systems let products go without an SKU, and the name must do; elsewhere a row without one is
 * a mistake.
 */
static char *
dup_sku (SediaProductPlan *self)
{
  if (!sedia_import_file_has (self->file, SEDIA_FIELD_HANDLE) &&
      sedia_import_file_cell (self->file, SEDIA_FIELD_SKU) == NULL &&
      sedia_import_file_cell (self->file, SEDIA_FIELD_BARCODE) == NULL &&
      sedia_import_file_cell (self->file, SEDIA_FIELD_ID) == NULL)
    return NULL;

  return sedia_columns_row_sku (self->file->columns, self->file->cells);
}

/* ---- barcodes */

/* A spreadsheet turns 8991234567890 into 8,99123E+12, and the number is lost. */
static gboolean
is_spoilt_number (const char *code)
{
  gsize n = strspn (code, "0123456789");
  const char *rest = code + n;

  if (n == 0 || (*rest != '.' && *rest != ','))
    return FALSE;

  rest++;
  rest += strspn (rest, "0123456789");
  return g_ascii_strncasecmp (rest, "E+", 2) == 0 && rest[2] != '\0' &&
         rest[2 + strspn (rest + 2, "0123456789")] == '\0';
}

static gboolean
is_code (SediaProductPlan *self,
         const char       *code)
{
  return code[strspn (code, "0")] != '\0' && g_strcmp0 (code, self->placeholder) != 0;
}

static void
take_code (SediaProductPlan *self,
           GPtrArray        *codes,
           GString          *code)
{
  g_autofree char *stripped = g_strstrip (g_strdup (code->str));

  g_string_truncate (code, 0);
  if (!is_code (self, stripped) ||
      g_ptr_array_find_with_equal_func (codes, stripped, g_str_equal, NULL))
    return;

  if (is_spoilt_number (stripped))
    sedia_import_file_add_problem (
      self->file,
      _("“%s” is what a spreadsheet made of a long number: format the column as "
        "text and enter the barcode again."),
      stripped);
  else
    g_ptr_array_add (codes, g_steal_pointer (&stripped));
}

/* Several barcodes are parted by semicolons; \; is one that belongs to a barcode. */
static GPtrArray *
dup_barcodes (SediaProductPlan *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) code = g_string_new (NULL);
  const char *cell = sedia_import_file_cell (self->file, SEDIA_FIELD_BARCODE);

  for (const char *p = cell != NULL ? cell : ""; *p != '\0'; p++)
    {
      if (*p == ';')
        {
          take_code (self, codes, code);
          continue;
        }

      if (*p == '\\' && (p[1] == ';' || p[1] == '\\'))
        p++;
      g_string_append_c (code, *p);
    }
  take_code (self, codes, code);

  return codes;
}

/* ---- which product it is */

static SediaKnownProduct *
match_by_barcode (SediaProductPlan *self,
                  GPtrArray        *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      SediaKnownProduct *product = sedia_known_products_by_barcode (self->known,
                                                                    g_ptr_array_index (codes, i));

      if (product != NULL)
        return product;
    }

  return NULL;
}

/* Each product has one row, each barcode one product. */
static gboolean
check_unique (SediaProductPlan  *self,
              SediaKnownProduct *known,
              const char        *sku)
{
  guint line = known != NULL ? known->line : 0;

  if (line == 0)
    line = GPOINTER_TO_UINT (g_hash_table_lookup (self->new_skus, sku));
  if (line != 0)
    {
      sedia_import_file_add_problem (self->file, _("SKU “%s” stands in line %u already."), sku,
                                     line);
      return FALSE;
    }

  if (known != NULL)
    known->line = self->file->line;

  return TRUE;
}

static void
check_barcodes (SediaProductPlan  *self,
                SediaKnownProduct *known,
                GPtrArray         *codes,
                SediaProductRow   *row)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  guint n_missing = 0;

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      SediaKnownProduct *owner = sedia_known_products_by_barcode (self->known, code);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->new_barcodes, code));

      if (line != 0)
        sedia_import_file_add_problem (self->file, _("Barcode “%s” stands in line %u already."),
                                       code, line);
      else if (owner != NULL && owner != known)
        sedia_import_file_add_problem (self->file, _("Barcode “%s” belongs to product “%s”."), code,
                                       owner->sku);
      else if (owner == NULL)
        {
          g_strv_builder_add (missing, code);
          n_missing++;
        }

      if (line == 0)
        g_hash_table_insert (self->new_barcodes, g_strdup (code),
                             GUINT_TO_POINTER (self->file->line));
    }

  if (n_missing > 0)
    row->barcodes = g_strv_builder_end (missing);
}

static gboolean
read_before (SediaDb            *db,
             gint64              product_id,
             SediaProductRow    *row,
             GError            **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-product", error);
  gboolean taken_back;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  row->before = sedia_product_from_stmt (stmt);
  row->after = sedia_product_copy (row->before);
  if (!row->before->archived)
    return TRUE;

  if (!sedia_import_was_taken_back (db, "product", product_id, &taken_back, error))
    return FALSE;

  row->after->archived = !taken_back;
  return TRUE;
}

/* ---- what the cells say */

static void
replace_text (char       **text,
              const char  *cell)
{
  if (cell == NULL)
    return;

  g_free (*text);
  *text = g_strdup (cell);
}

static gboolean
fits (SediaProductPlan *self,
      SediaField        field,
      guint             decimals)
{
  const char *cell = sedia_import_file_cell (self->file, field);
  gint64 value;

  return cell == NULL || self->file->unclear[field] ||
         sedia_number_parse_import (cell, decimals, self->file->marks[field], &value, NULL);
}

/* Where the file does not say how finely a new product is counted, its stock does. */
static void
read_decimals (SediaProductPlan *self,
               SediaProductRow  *row)
{
  gint64 decimals = row->after->decimals;
  gboolean is_told = sedia_import_file_number (self->file, SEDIA_FIELD_DECIMALS, 0, 0,
                                               SEDIA_DECIMALS_MAX, &decimals);

  if (row->before != NULL && decimals != row->before->decimals)
    sedia_import_file_add_problem (
      self->file, _("Product “%s” is counted with %u decimals, which an import does not change."),
      row->before->sku, row->before->decimals);
  else if (row->before == NULL && !is_told && !fits (self, SEDIA_FIELD_ON_HAND, 0) &&
           fits (self, SEDIA_FIELD_ON_HAND, SEDIA_DECIMALS_MAX))
    {
      decimals = SEDIA_DECIMALS_MAX;
      self->n_split_units++;
    }

  if (row->before == NULL)
    row->after->decimals = (guint) decimals;
}

static void
read_pack (SediaProductPlan *self,
           SediaProductRow  *row)
{
  if (!sedia_import_file_number (self->file, SEDIA_FIELD_PACK, 0, 0, PACK_MAX, &row->after->pack))
    return;

  if (row->before != NULL && row->before->pack != row->after->pack && row->before->open > 0)
    sedia_import_file_add_problem (
      self->file, _("The pack of product “%s” cannot change while orders for it are open."),
      row->before->sku);
}

static void
read_backorder (SediaProductPlan *self,
                SediaProductRow  *row)
{
  const char *cell = sedia_import_file_cell (self->file, SEDIA_FIELD_BACKORDER);
  g_autoptr (GError) error = NULL;
  SediaBackorderWord word;

  if (!sedia_backorder_parse_import (cell, &word, &error))
    {
      sedia_import_file_add_problem (self->file, _("Column “%s”: %s"),
                                     sedia_import_file_header (self->file, SEDIA_FIELD_BACKORDER),
                                     error->message);
      return;
    }

  switch (word)
    {
    case SEDIA_BACKORDER_WORD_DEFAULT:
      break;

    case SEDIA_BACKORDER_WORD_ALLOW:
      row->after->backorder = SEDIA_BACKORDER_ALLOW;
      break;

    case SEDIA_BACKORDER_WORD_WARN:
      row->after->backorder = SEDIA_BACKORDER_WARN;
      break;

    case SEDIA_BACKORDER_WORD_REFUSE:
      row->after->backorder = SEDIA_BACKORDER_REFUSE;
      break;
    }
}

static void
read_stock (SediaProductPlan *self,
            SediaProductRow  *row)
{
  const gint64 on_hand = row->before != NULL ? row->before->on_hand : 0;
  gint64 figure, target;

  if (!sedia_import_file_number (self->file, SEDIA_FIELD_ON_HAND, row->after->decimals,
                                 -SEDIA_QUANTITY_MAX, SEDIA_QUANTITY_MAX, &figure))
    return;

  target = self->options->add ? on_hand + figure : figure;
  row->movement = target - on_hand;

  if (ABS (row->movement) > SEDIA_QUANTITY_MAX || ABS (target) > SEDIA_QUANTITY_MAX)
    sedia_import_file_add_problem (self->file, _("The stock of product “%s” would be too large."),
                                   row->after->sku);
  else if (target < 0 && target < on_hand && !row->after->allow_negative)
    sedia_import_file_add_problem (
      self->file, _("The stock of product “%s” may not go below zero."), row->after->sku);
}

/* How customers may wait, as our own exports say it. */
static void
read_waiting (SediaProductRow *row,
              SediaImportFile *file)
{
  SediaProduct *after = row->after;
  g_autofree char *why = sedia_import_file_dup_text (file, SEDIA_FIELD_BACKORDER_WHY);
  gint64 number;

  if (sedia_import_file_number (file, SEDIA_FIELD_BACKORDER_WAIT, 0, 0, WAIT_MAX, &number))
    after->backorder_wait = (guint) number;
  if (sedia_import_file_number (file, SEDIA_FIELD_BACKORDER_DEPOSIT, 0, 0, 100, &number))
    after->backorder_deposit = (guint) number;
  if (why != NULL)
    {
      g_free (after->backorder_why);
      after->backorder_why = g_steal_pointer (&why);
    }
}

static void
read_amounts (SediaProductPlan *self,
              SediaProductRow  *row)
{
  SediaProduct *after = row->after;
  SediaImportFile *file = self->file;
  const guint decimals = after->decimals;

  sedia_import_file_money (file, SEDIA_FIELD_PRICE, &after->price);
  sedia_import_file_money (file, SEDIA_FIELD_COST, &after->cost);
  sedia_import_file_quantity (file, SEDIA_FIELD_MINIMUM, decimals, &after->minimum);
  sedia_import_file_quantity (file, SEDIA_FIELD_MAXIMUM, decimals, &after->maximum);
  sedia_import_file_quantity (file, SEDIA_FIELD_MOQ, decimals, &after->moq);
  sedia_import_file_quantity (file, SEDIA_FIELD_BACKORDER_LIMIT, decimals, &after->backorder_limit);
  read_waiting (row, file);

  if (after->minimum != SEDIA_NO_AMOUNT && after->maximum != SEDIA_NO_AMOUNT &&
      after->minimum > after->maximum)
    {
      g_autofree char *minimum = sedia_number_format (after->minimum, decimals, sedia_number_plain);
      g_autofree char *maximum = sedia_number_format (after->maximum, decimals, sedia_number_plain);

      sedia_import_file_add_problem (file, _("The minimum, %s, is more than the maximum, %s."),
                                     minimum, maximum);
    }
}

/* Discontinued goods that are still there or still ordered must be sold and handed over first. Our
 * own "archived" means what it says.
 */
static void
read_archived (SediaProductPlan *self,
               SediaProductRow  *row)
{
  const SediaField field = sedia_import_file_archived_field (self->file);
  const gint64 on_hand = (row->before != NULL ? row->before->on_hand : 0) + row->movement;
  const gint64 open = row->before != NULL ? row->before->open : 0;
  gboolean is_archived;

  if (!sedia_import_file_archived (self->file, get_inherited (self, field), &is_archived))
    return;

  if (!is_archived || (on_hand == 0 && open == 0) ||
      g_ascii_strcasecmp (sedia_import_file_header (self->file, field), "archived") == 0)
    {
      row->after->archived = is_archived;
      return;
    }

  row->after->backorder = SEDIA_BACKORDER_REFUSE;
  self->n_kept_selling++;
}

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* A name nobody knows is a new supplier; a number nobody knows is a supplier who was forgotten. */
static void
read_supplier (SediaProductPlan *self,
               SediaProductRow  *row)
{
  const char *cell = get_inherited (self, SEDIA_FIELD_SUPPLIER);
  g_autofree char *text = cell != NULL ? g_strstrip (g_strdup (cell)) : NULL;
  SediaKnownPerson *supplier;

  if (text == NULL)
    return;

  supplier = sedia_known_people_by_code (self->suppliers, text);
  if (supplier == NULL)
    {
      supplier = sedia_known_people_by_name (self->suppliers, text);
      if (supplier != NULL && supplier->next != 0)
        {
          sedia_import_file_add_problem (
            self->file, _("There are several suppliers “%s”: give the code."), text);
          return;
        }
    }

  if (supplier == NULL && is_number (text) && self->suppliers_have_codes)
    {
      sedia_import_file_add_problem (
        self->file, _("There is no supplier with code “%s”: import the suppliers first."), text);
      return;
    }

  if (supplier == NULL)
    supplier = sedia_known_people_add (self->suppliers, -(gint64) ++self->n_new_suppliers,
                                       is_number (text) ? text : NULL, text, NULL);

  row->after->supplier_id = supplier->id;
}

static void
read_cells (SediaProductPlan *self,
            SediaProductRow  *row,
            const char       *name)
{
  replace_text (&row->after->name, name);
  replace_text (&row->after->unit, sedia_import_file_cell (self->file, SEDIA_FIELD_UNIT));
  replace_text (&row->after->category, get_inherited (self, SEDIA_FIELD_CATEGORY));
  replace_text (&row->after->note, sedia_import_file_cell (self->file, SEDIA_FIELD_NOTE));
  sedia_import_file_flag (self->file, SEDIA_FIELD_ALLOW_NEGATIVE, &row->after->allow_negative);

  read_decimals (self, row);
  read_pack (self, row);
  read_amounts (self, row);
  read_backorder (self, row);
  read_stock (self, row);
  read_archived (self, row);
  read_supplier (self, row);

  if (row->after->name == NULL)
    sedia_import_file_add_problem (self->file, _("Product “%s” has no name."), row->after->sku);
}

/**
 * sedia_product_plan_read_row:
 * @self: a plan
 * @db: a connection
 * @error: return location
 *
 * Understands the row its file stands at.
 *
 * Returns: %FALSE only when the database failed
 */
gboolean
sedia_product_plan_read_row (SediaProductPlan  *self,
                             SediaDb           *db,
                             GError           **error)
{
  SediaProductRow row = { .line = self->file->line };
  SediaKnownProduct *known;
  g_autoptr (GPtrArray) codes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sku = NULL;

  if (sedia_columns_row_is_picture (self->file->columns, self->file->cells))
    return TRUE;

  name = dup_name (self);
  sku = dup_sku (self);
  codes = dup_barcodes (self);
  if (sku == NULL || *sku == '\0')
    {
      sedia_import_file_add_problem (self->file, _("The row has no SKU."));
      return TRUE;
    }

  known = sedia_known_products_by_sku (self->known, sku);
  if (known == NULL)
    known = match_by_barcode (self, codes);
  if (!check_unique (self, known, sku))
    return TRUE;

  if (known == NULL)
    row.after = sedia_product_new ();
  else if (!read_before (db, known->id, &row, error))
    return FALSE;

  if (row.before == NULL || (sedia_import_file_cell (self->file, SEDIA_FIELD_SKU) != NULL &&
                             !sedia_nocase_equal (row.before->sku, sku)))
    replace_text (&row.after->sku, sku);
  if (row.before == NULL || strcmp (row.before->sku, row.after->sku) != 0)
    g_hash_table_insert (self->new_skus, row.after->sku, GUINT_TO_POINTER (row.line));

  check_barcodes (self, known, codes, &row);
  read_cells (self, &row, name);
  g_array_append_val (self->rows, row);
  return TRUE;
}
