/* Bringing records in from files: the two ways in, and what all kinds of files share.
 *
 * A preview makes the plan and throws it away; an import makes it inside the transaction that
 * writes it, so that nothing can change in between. When a single row is wrong nothing is written.
 */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-commands.h"
#include "sedia-error.h"
#include "sedia-import-private.h"
#include "sedia-operation.h"

#include <glib/gi18n.h>

#define ROWS_PER_CHECK 256
#define PROBLEMS_TOLD 20

/**
 * sedia_import_check_cancelled: FALSE when nobody wants the import any more; asks every few hundred
 * rows.
 */
gboolean
sedia_import_check_cancelled (SediaDb  *db,
                              guint     n_done,
                              GError  **error)
{
  if (n_done % ROWS_PER_CHECK != 0 || !g_cancellable_is_cancelled (sedia_db_get_cancellable (db)))
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
  return FALSE;
}

/**
 * sedia_import_was_taken_back:
 * @db: a connection
 * @kind: `product`, `customer` or `supplier`
 * @id: an archived one
 * @taken_back: (out): whether it is archived because the import it came with was undone
 * @error: return location
 *
 * Importing the file once more brings such a record back; one that a person archived stays so.
 */
gboolean
sedia_import_was_taken_back (SediaDb     *db,
                             const char  *kind,
                             gint64       id,
                             gboolean    *taken_back,
                             GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-taken-back", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, kind);
  sedia_stmt_bind_int64 (stmt, 2, id);
  step = sedia_stmt_step (stmt, error);
  *taken_back = step == SEDIA_STEP_ROW && sedia_stmt_int64 (stmt, 0) != 0;

  return step != SEDIA_STEP_ERROR;
}

/* ---- indexes */

/**
 * sedia_import_drop_indexes:
 * @db: the writing connection
 * @table: a table that is empty and about to be filled
 * @indexes: (element-type utf8): how to build each again is added
 * @error: return location
 *
 * Takes the indexes of a table away. It is part of the transaction: whatever happens, nobody sees
 * the table without them.
 */
gboolean
sedia_import_drop_indexes (SediaDb     *db,
                           const char  *table,
                           GPtrArray   *indexes,
                           GError     **error)
{
  g_autoptr (GString) drop = g_string_new (NULL);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-indexes", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, table);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_string_append_printf (drop, "DROP INDEX %s;", sedia_stmt_text (stmt, 0));
      g_ptr_array_add (indexes, sedia_stmt_dup_text (stmt, 1));
    }
  sedia_stmt_rewind (stmt);

  return step == SEDIA_STEP_DONE && sedia_db_execute (db, drop->str, error);
}

/**
 * sedia_import_build_indexes: Builds what sedia_import_drop_indexes() took away.
 */
gboolean
sedia_import_build_indexes (SediaDb    *db,
                            GPtrArray  *indexes,
                            GError    **error)
{
  for (guint i = 0; i < indexes->len; i++)
    if (!sedia_db_execute (db, g_ptr_array_index (indexes, i), error))
      return FALSE;

  return TRUE;
}

/**
 * sedia_import_recognise: Gives the new customers what they are recognised by. In a shop that has
 * nobody yet, without the indexes: those are built at the end.
 */
gboolean
sedia_import_recognise (SediaDb  *db,
                        GError  **error)
{
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);
  gint64 has_keys;

  return sedia_db_value (db, &has_keys, error, "import-has-keys", 0) &&
         (has_keys != 0 || sedia_import_drop_indexes (db, "customer_key", indexes, error)) &&
         sedia_customer_index_missing (db, error) &&
         sedia_import_build_indexes (db, indexes, error);
}

/* ---- serving */

static GArray *
list_servable (SediaDb     *db,
               GHashTable  *product_ids,
               GError     **error)
{
  g_autoptr (GArray) servable = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-servable", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 id = sedia_stmt_int64 (stmt, 0);

      if (g_hash_table_contains (product_ids, GSIZE_TO_POINTER ((gsize) id)))
        g_array_append_val (servable, id);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&servable) : NULL;
}

/**
 * sedia_import_serve:
 * @db: the writing connection, in an operation
 * @product_ids: products whose stock or orders the import changed
 * @reason: whether those who are filled are news to the shop
 * @error: return location
 *
 * Offers the stock of those products to the queue, and takes back what no longer fits.
 */
gboolean
sedia_import_serve (SediaDb           *db,
                    GHashTable        *product_ids,
                    SediaServeReason   reason,
                    GError           **error)
{
  g_autoptr (GArray) servable = NULL;

  if (g_hash_table_size (product_ids) == 0)
    return TRUE;

  return (servable = list_servable (db, product_ids, error)) &&
         sedia_serve_products (db, servable, reason, 0, error);
}

/* ---- the ways in */

/* "line 2: reason; line 5: reason": one sentence, so the full stops of the reasons go. */
static char *
dup_problem_list (GPtrArray *problems,
                  guint      n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (problems, i);

      g_string_append (list, i > 0 ? "; " : "");
      g_string_append_printf (list, _("line %u: %s"), problem->line, problem->reason);
      if (g_str_has_suffix (list->str, "."))
        g_string_truncate (list, list->len - 1);
    }

  return g_string_free (list, FALSE);
}

static gboolean
refuse_problems (const SediaImportReport  *report,
                 GError                  **error)
{
  const guint n = report->problems->len;
  const guint n_told = MIN (n, PROBLEMS_TOLD);
  g_autofree char *list = NULL;

  if (n == 0)
    return TRUE;

  list = dup_problem_list (report->problems, n_told);
  if (n > n_told)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 ngettext ("Nothing was imported: %s; and %u more problem.",
                           "Nothing was imported: %s; and %u more problems.", n - n_told),
                 list, n - n_told);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED, _("Nothing was imported: %s."), list);

  return FALSE;
}

static gboolean
import_products (SediaDb                   *db,
                 const SediaImportOptions  *options,
                 SediaImportReport         *report,
                 gboolean                   writes,
                 GError                   **error)
{
  g_autoptr (SediaProductPlan) plan = sedia_product_plan_new (db, options, report, error);

  if (plan == NULL || !writes)
    return plan != NULL;

  return refuse_problems (report, error) && sedia_product_plan_apply (plan, db, error);
}

static gboolean
import_people (SediaDb                   *db,
               const SediaImportOptions  *options,
               SediaImportReport         *report,
               gboolean                   writes,
               GError                   **error)
{
  g_autoptr (SediaPeoplePlan) plan = sedia_people_plan_new (db, options, report, error);

  if (plan == NULL || !writes)
    return plan != NULL;

  return refuse_problems (report, error) && sedia_people_plan_apply (plan, db, error);
}

static gboolean
import_orders (SediaDb                   *db,
               const SediaImportOptions  *options,
               SediaImportReport         *report,
               gboolean                   writes,
               GError                   **error)
{
  g_autoptr (SediaOrderPlan) plan = sedia_order_plan_new (db, options, report, writes, error);

  if (plan == NULL || !writes)
    return plan != NULL;

  return refuse_problems (report, error) && sedia_order_plan_end (plan, db, error);
}

static gboolean
import_sales (SediaDb                   *db,
              const SediaImportOptions  *options,
              SediaImportReport         *report,
              gboolean                   writes,
              GError                   **error)
{
  g_autoptr (SediaSalesPlan) plan = sedia_sales_plan_new (db, options, report, error);

  if (plan == NULL || !writes)
    return plan != NULL;

  return refuse_problems (report, error) && sedia_sales_plan_apply (plan, db, error);
}

static SediaImportReport *
import (SediaDb                   *db,
        const SediaImportOptions  *options,
        gboolean                   writes,
        GError                   **error)
{
  g_autoptr (SediaImportReport) report = sedia_import_report_new (options);
  gboolean ok = FALSE;

  switch (options->kind)
    {
    case SEDIA_TRANSFER_PRODUCTS:
      ok = import_products (db, options, report, writes, error);
      break;

    case SEDIA_TRANSFER_CUSTOMERS:
    case SEDIA_TRANSFER_SUPPLIERS:
      ok = import_people (db, options, report, writes, error);
      break;

    case SEDIA_TRANSFER_ORDERS:
      ok = import_orders (db, options, report, writes, error);
      break;

    case SEDIA_TRANSFER_SALES:
      ok = import_sales (db, options, report, writes, error);
      break;
    }

  return ok ? g_steal_pointer (&report) : NULL;
}

/**
 * sedia_import_preview:
 * @db: a connection
 * @options: what to import, and what is known about the file
 * @error: return location
 *
 * Reads a file and says what importing it would change, and everything that is wrong with it.
 *
 * Returns: (transfer full) (nullable): the report; %NULL when the file cannot be read at all
 */
SediaImportReport *
sedia_import_preview (SediaDb                   *db,
                      const SediaImportOptions  *options,
                      GError                   **error)
{
  g_return_val_if_fail (db != NULL && options != NULL && options->path != NULL, NULL);

  return import (db, options, FALSE, error);
}

/**
 * sedia_import_run:
 * @db: the writing connection, in an operation
 * @options: what to import, and what is known about the file
 * @error: return location
 *
 * Imports a file whole, or refuses it whole.
 *
 * Returns: (transfer full) (nullable): what was done
 */
SediaImportReport *
sedia_import_run (SediaDb                   *db,
                  const SediaImportOptions  *options,
                  GError                   **error)
{
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (db != NULL && options != NULL && options->path != NULL, NULL);
  g_return_val_if_fail (sedia_db_operation (db)->id != 0, NULL);

  name = g_filename_display_basename (options->path);
  if (!(report = import (db, options, TRUE, error)) ||
      !sedia_operation_set_subject (db, name, error))
    return NULL;

  return g_steal_pointer (&report);
}

/* ---- deliveries */

static void
read_amount (SediaImportFile    *file,
             SediaKnownProducts *known,
             GArray             *amounts)
{
  const char *sku = sedia_import_file_cell (file, SEDIA_FIELD_SKU);
  const char *barcode = sedia_import_file_cell (file, SEDIA_FIELD_BARCODE);
  g_autofree char *code = g_strstrip (g_strdup (sku != NULL       ? sku
                                                : barcode != NULL ? barcode
                                                                  : ""));
  SediaKnownProduct *product = sedia_known_products_find (known, code);
  SediaAmount amount = { 0 };

  if (*code == '\0')
    sedia_import_file_add_problem (file, _("no SKU or barcode"));
  else if (product == NULL)
    sedia_import_file_add_problem (file, _("unknown product “%s”"), code);
  else if (file->unclear[SEDIA_FIELD_QUANTITY])
    return;
  else if (sedia_import_file_cell (file, SEDIA_FIELD_QUANTITY) == NULL)
    sedia_import_file_add_problem (file, _("no quantity"));
  else if (sedia_import_file_number (file, SEDIA_FIELD_QUANTITY, product->decimals, 1,
                                     SEDIA_QUANTITY_MAX, &amount.quantity))
    {
      amount.product_id = product->id;
      g_array_append_val (amounts, amount);
    }
}

static gboolean
check_delivery_columns (SediaImportFile  *file,
                        const char       *path,
                        GError          **error)
{
  g_autofree char *name = NULL;
  g_autofree char *list = NULL;

  if (sedia_columns_has (file->columns, SEDIA_FIELD_SKU) &&
      sedia_columns_has (file->columns, SEDIA_FIELD_QUANTITY))
    return TRUE;

  name = g_filename_display_basename (path);
  list = g_strjoinv (", ", file->columns->headers);
  g_set_error (
    error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
    _("“%s” needs a column “sku” or “barcode”, and a column “quantity”. Its columns are: %s."),
    name, list);
  return FALSE;
}

static gboolean
refuse_amounts (SediaImportFile  *file,
                const char       *path,
                GError          **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *list = NULL;

  if (file->problems->len == 0)
    return TRUE;

  list = dup_problem_list (file->problems, file->problems->len);
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED, _("“%s” was not taken: %s."), name, list);
  return FALSE;
}

/**
 * sedia_delivery_amounts_from_file:
 * @db: a connection
 * @path: a file with the columns sku or barcode, and quantity
 * @amounts: (out) (transfer full) (element-type SediaAmount): what arrived, in the order of the
 * file
 * @error: return location for one sentence with all bad rows
 *
 * Reads the lines of a delivery from a file, as a supplier sends it.
 */
gboolean
sedia_delivery_amounts_from_file (SediaDb     *db,
                                  const char  *path,
                                  GArray     **amounts,
                                  GError     **error)
{
  const SediaImportOptions options = { .path = path, .day_first = -1 };
  g_autoptr (SediaImportFile) file = NULL;
  g_autoptr (SediaKnownProducts) known = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (db != NULL && path != NULL && amounts != NULL, FALSE);

  if (!(file = sedia_import_file_open (&options, path, SEDIA_IMPORT_ORDER_LINES,
                                       sedia_db_get_cancellable (db), error)) ||
      !check_delivery_columns (file, path, error) ||
      !(known = sedia_known_products_load (db, error)))
    return FALSE;

  while (sedia_import_file_next (file, &cause))
    read_amount (file, known, found);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (!refuse_amounts (file, path, error))
    return FALSE;

  *amounts = g_steal_pointer (&found);
  return TRUE;
}
