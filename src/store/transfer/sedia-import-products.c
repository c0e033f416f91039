/* Importing products: which product each row is, and what would change.
 *
 * A row is matched by its SKU, then by a barcode. What the cells say is read in
 * sedia-import-product-row.c, writing it is in sedia-import-product-write.c.
 */
#include "config.h"

#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define PLACEHOLDER_ROWS_MIN 3

static void
row_clear (gpointer data)
{
  SediaProductRow *row = data;

  sedia_product_free (row->before);
  sedia_product_free (row->after);
  g_strfreev (row->barcodes);
}

/**
 * sedia_product_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
sedia_product_plan_free (SediaProductPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->file, sedia_import_file_free);
  g_clear_pointer (&self->known, sedia_known_products_free);
  g_clear_pointer (&self->suppliers, sedia_known_people_free);
  g_hash_table_unref (self->new_skus);
  g_hash_table_unref (self->new_barcodes);
  g_hash_table_unref (self->heads);
  g_array_unref (self->rows);
  g_free (self->placeholder);
  g_free (self);
}

/* ---- before the rows */

/* "id:741" and the SKU of a WooCommerce parent, or the handle of a Shopify product. */
static void
note_head (SediaProductPlan *self)
{
  const char *handle = sedia_import_file_cell (self->file, SEDIA_FIELD_HANDLE);
  const char *sku = sedia_import_file_cell (self->file, SEDIA_FIELD_SKU);
  const char *id = sedia_import_file_cell (self->file, SEDIA_FIELD_ID);
  gpointer row = GUINT_TO_POINTER (self->file->n_read);

  if (self->file->columns->has_option_rows)
    {
      if (handle != NULL && sedia_import_file_cell (self->file, SEDIA_FIELD_NAME) != NULL &&
          !g_hash_table_contains (self->heads, handle))
        g_hash_table_insert (self->heads, g_strdup (handle), row);
      return;
    }

  if (sku != NULL)
    g_hash_table_insert (self->heads, g_strdup (sku), row);
  if (id != NULL)
    g_hash_table_insert (self->heads, g_strconcat ("id:", id, NULL), row);
}

static gboolean
find_heads (SediaProductPlan  *self,
            GError           **error)
{
  g_autoptr (GError) cancelled = NULL;

  if (!sedia_import_file_has (self->file, SEDIA_FIELD_HANDLE))
    return TRUE;

  while (sedia_import_file_next (self->file, &cancelled))
    note_head (self);
  sedia_import_file_rewind (self->file);

  if (cancelled == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cancelled));
  return FALSE;
}

/* Demonstration shops give all their products one number. It identifies none of them. */
static void
find_placeholder (SediaProductPlan *self)
{
  SediaTable *table = self->file->table;
  int column = self->file->columns->column_of[SEDIA_FIELD_BARCODE];
  const char *common = NULL;
  guint n = 0;

  if (column < 0)
    return;

  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    {
      const char *cell = sedia_table_get_cell (table, row, (guint) column);

      if (cell == NULL || cell[strspn (cell, " \t")] == '\0')
        continue;
      if (common != NULL && strcmp (common, cell) != 0)
        return;

      common = cell;
      n++;
    }

  if (n < PLACEHOLDER_ROWS_MIN)
    return;

  self->placeholder = g_strstrip (g_strdup (common));
  sedia_import_report_add_note (
    self->report,
    _("“%s” stands in column “%s” for all %u products: it is no barcode and was "
      "left out."),
    self->placeholder, sedia_import_file_header (self->file, SEDIA_FIELD_BARCODE), n);
}

/* ---- what would change */

static char *
dup_policy (const SediaProduct *product)
{
  return g_strdup (sedia_backorder_policy_to_string (product->backorder));
}

static const char *
supplier_name (SediaProductPlan *self,
               gint64            supplier_id)
{
  for (guint i = 0; i < self->suppliers->people->len; i++)
    {
      SediaKnownPerson *person = &g_array_index (self->suppliers->people, SediaKnownPerson, i);

      if (person->id == supplier_id)
        return person->name;
    }

  return NULL;
}

static void
compare_texts (SediaProductPlan      *self,
               SediaImportDiff       *diff,
               const SediaProductRow *row)
{
  const SediaProduct *before = row->before;
  const SediaProduct *after = row->after;
  g_autofree char *policy_before = dup_policy (before);
  g_autofree char *policy_after = dup_policy (after);

  sedia_import_diff_text (diff, C_("import", "SKU"), before->sku, after->sku);
  sedia_import_diff_text (diff, C_("import", "name"), before->name, after->name);
  sedia_import_diff_text (diff, C_("import", "unit"), before->unit, after->unit);
  sedia_import_diff_text (diff, C_("import", "category"), before->category, after->category);
  if (before->supplier_id != after->supplier_id)
    sedia_import_diff_text (diff, C_("import", "supplier"), before->supplier,
                            supplier_name (self, after->supplier_id));
  sedia_import_diff_text (diff, C_("import", "backorders"), policy_before, policy_after);
  sedia_import_diff_text (diff, C_("import", "note"), before->note, after->note);
}

static gint64
pack_or_none (const SediaProduct *product)
{
  return product->pack > 0 ? product->pack : SEDIA_NO_AMOUNT;
}

static gint64
or_none (guint number)
{
  return number > 0 ? number : SEDIA_NO_AMOUNT;
}

static void
compare_limits (SediaImportDiff    *diff,
                const SediaProduct *old,
                const SediaProduct *new)
{
  const guint decimals = new->decimals;

  sedia_import_diff_number (diff, C_("import", "minimum"), old->minimum, new->minimum, decimals);
  sedia_import_diff_number (diff, C_("import", "maximum"), old->maximum, new->maximum, decimals);
  sedia_import_diff_number (diff, C_("import", "minimum order"), old->moq, new->moq, decimals);
  sedia_import_diff_number (diff, C_("import", "backorder limit"), old->backorder_limit,
                            new->backorder_limit, decimals);
  sedia_import_diff_number (diff, C_("import", "longest wait"), or_none (old->backorder_wait),
                            or_none (new->backorder_wait), 0);
  sedia_import_diff_number (diff, C_("import", "deposit"), or_none (old->backorder_deposit),
                            or_none (new->backorder_deposit), 0);
  sedia_import_diff_text (diff, C_("import", "why"), old->backorder_why, new->backorder_why);
}

static void
compare_numbers (SediaImportDiff       *diff,
                 const SediaProductRow *row)
{
  const SediaProduct *before = row->before;
  const SediaProduct *after = row->after;
  const guint decimals = after->decimals;

  sedia_import_diff_number (diff, C_("import", "on hand"), before->on_hand,
                            before->on_hand + row->movement, decimals);
  sedia_import_diff_money (diff, C_("import", "price"), before->price, after->price);
  sedia_import_diff_money (diff, C_("import", "cost"), before->cost, after->cost);
  sedia_import_diff_number (diff, C_("import", "decimals"), before->decimals, after->decimals, 0);
  sedia_import_diff_number (diff, C_("import", "pack"), pack_or_none (before),
                            pack_or_none (after), 0);
  compare_limits (diff, before, after);
  sedia_import_diff_flag (diff, C_("import", "may go below zero"), before->allow_negative,
                          after->allow_negative);
  sedia_import_diff_flag (diff, C_("import", "archived"), before->archived, after->archived);
}

static void
report_change (SediaProductPlan      *self,
               const SediaProductRow *row)
{
  g_auto (SediaImportDiff) diff = { NULL };
  g_autofree char *barcodes = row->barcodes != NULL ? g_strjoinv (" ", row->barcodes) : NULL;

  sedia_import_diff_init (&diff, self->report);
  compare_numbers (&diff, row);
  compare_texts (self, &diff, row);
  sedia_import_diff_text (&diff, C_("import", "new barcode"), NULL, barcodes);

  sedia_import_report_add_diff (self->report, row->line, row->before->sku, &diff);
}

static void
report_new (SediaProductPlan      *self,
            const SediaProductRow *row)
{
  g_autofree char *on_hand = NULL;
  g_autofree char *price = NULL;
  GString *after;

  if (sedia_import_report_is_full (self->report))
    {
      self->report->added++;
      return;
    }

  on_hand = sedia_number_format (row->movement, row->after->decimals, self->report->numbers);
  price = sedia_import_dup_money (row->after->price, self->report->numbers);
  after = g_string_new (row->after->name);
  g_string_append_printf (after, ", %s %s", C_("import", "on hand"), on_hand);
  if (price != NULL)
    g_string_append_printf (after, ", %s %s", C_("import", "price"), price);

  sedia_import_report_add_new (self->report, row->line, row->after->sku,
                               g_string_free (after, FALSE));
}

static void
add_notes (SediaProductPlan *self)
{
  if (self->n_new_suppliers > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u supplier is new.", "%u suppliers are new.", self->n_new_suppliers),
      self->n_new_suppliers);
  if (self->n_split_units > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u product has parts of a unit in stock and is counted with 3 decimals.",
                "%u products have parts of a unit in stock and are counted with 3 decimals.",
                self->n_split_units),
      self->n_split_units);
  if (self->n_kept_selling > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext (
        "%u discontinued product still has stock or open orders: it stays, without new waiting "
        "orders.",
        "%u discontinued products still have stock or open orders: they stay, without new waiting "
        "orders.",
        self->n_kept_selling),
      self->n_kept_selling);
}

static gboolean
read_rows (SediaProductPlan  *self,
           SediaDb           *db,
           GError           **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean ok = TRUE;

  while (ok && sedia_import_file_next (self->file, &cause))
    ok = sedia_product_plan_read_row (self, db, &cause);

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * sedia_product_plan_new:
 * @db: a connection
 * @options: of the import
 * @report: (transfer none): filled
 * @error: return location
 *
 * Reads a file of products and finds out what would change. Writes nothing.
 *
 * Returns: (transfer full) (nullable): the plan; it can be applied when the report has no problems
 */
SediaProductPlan *
sedia_product_plan_new (SediaDb                   *db,
                        const SediaImportOptions  *options,
                        SediaImportReport         *report,
                        GError                   **error)
{
  g_autoptr (SediaProductPlan) self = g_new0 (SediaProductPlan, 1);

  self->options = options;
  self->report = report;
  self->new_skus = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->new_barcodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, TRUE, sizeof (SediaProductRow));
  g_array_set_clear_func (self->rows, row_clear);

  if (!(self->file = sedia_import_file_open (options, options->path, SEDIA_IMPORT_PRODUCTS,
                                             sedia_db_get_cancellable (db), error)) ||
      !sedia_columns_check (self->file->columns, error) ||
      !(self->known = sedia_known_products_load (db, error)) ||
      !(self->suppliers = sedia_known_people_load (db, "import-suppliers", error)) ||
      !find_heads (self, error))
    return NULL;

  self->suppliers_have_codes = g_hash_table_size (self->suppliers->by_code) > 0;
  find_placeholder (self);
  if (!read_rows (self, db, error))
    return NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      if (sedia_import_file_is_bad (self->file, row->line))
        continue;
      if (row->before == NULL)
        report_new (self, row);
      else
        report_change (self, row);
    }

  add_notes (self);
  sedia_import_report_take_file (report, self->file, NULL);
  return g_steal_pointer (&self);
}
