/* Products: saving, reading, finding. */
#include "config.h"

#include "sedia-catalogue.h"

#include "sedia-commands.h"
#include "sedia-operation.h"
#include "sedia-product-check.h"
#include "sedia-reads.h"

/* ---- reading */

/**
 * sedia_product_from_stmt: (transfer full) a product from a row in the columns of `product-read`,
 * without its barcodes.
 */
SediaProduct *
sedia_product_from_stmt (SediaStmt *stmt)
{
  SediaProduct *product = g_new0 (SediaProduct, 1);

  product->id = sedia_stmt_int64 (stmt, 0);
  product->sku = sedia_stmt_dup_text (stmt, 1);
  product->name = sedia_stmt_dup_text (stmt, 2);
  product->unit = sedia_stmt_dup_text (stmt, 3);
  product->decimals = (guint) sedia_stmt_int64 (stmt, 4);
  product->pack = sedia_stmt_optional (stmt, 5, 0);
  product->category = sedia_stmt_dup_text (stmt, 6);
  product->supplier_id = sedia_stmt_optional (stmt, 7, 0);
  product->supplier = sedia_stmt_dup_text (stmt, 8);
  product->price = sedia_stmt_optional (stmt, 9, SEDIA_NO_AMOUNT);
  product->cost = sedia_stmt_optional (stmt, 10, SEDIA_NO_AMOUNT);
  product->minimum = sedia_stmt_optional (stmt, 11, SEDIA_NO_AMOUNT);
  product->maximum = sedia_stmt_optional (stmt, 12, SEDIA_NO_AMOUNT);
  product->moq = sedia_stmt_optional (stmt, 13, SEDIA_NO_AMOUNT);
  sedia_backorder_policy_from_string (sedia_stmt_text (stmt, 14), &product->backorder);
  product->backorder_limit = sedia_stmt_optional (stmt, 15, SEDIA_NO_AMOUNT);
  product->allow_negative = sedia_stmt_int64 (stmt, 16) != 0;
  product->note = sedia_stmt_dup_text (stmt, 17);
  product->archived = sedia_stmt_int64 (stmt, 18) != 0;
  product->on_hand = sedia_stmt_int64 (stmt, 19);
  product->reserved = sedia_stmt_int64 (stmt, 20);
  product->open = sedia_stmt_int64 (stmt, 21);
  product->incoming = sedia_stmt_int64 (stmt, 22);
  product->backorder_wait = (guint) sedia_stmt_optional (stmt, 23, 0);
  product->backorder_deposit = (guint) sedia_stmt_optional (stmt, 24, 0);
  product->backorder_why = sedia_stmt_dup_text (stmt, 25);

  return product;
}

/**
 * sedia_product_read_barcodes: Reads a product's barcodes into it.
 */
gboolean
sedia_product_read_barcodes (SediaDb       *db,
                             SediaProduct  *product,
                             GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "barcode-list", error);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_strv_builder_add (codes, sedia_stmt_text (stmt, 1));

  g_strfreev (product->barcodes);
  product->barcodes = g_strv_builder_end (codes);

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_product_read:
 * @db: a connection
 * @product_id: a product
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the product with its barcodes and balances
 */
SediaProduct *
sedia_product_read (SediaDb  *db,
                    gint64    product_id,
                    GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "product-read", error);
  g_autoptr (SediaProduct) product = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_PRODUCT, product_id);
  if (step != SEDIA_STEP_ROW)
    return NULL;

  product = sedia_product_from_stmt (stmt);
  if (!sedia_product_read_barcodes (db, product, error) ||
      !sedia_db_value (db, &product->waiting_lines, error, "product-waiting-lines", 1, product_id))
    return NULL;

  return g_steal_pointer (&product);
}

/**
 * sedia_product_find_by:
 * @db: a connection
 * @statement: `product-by-sku` or `product-by-barcode`
 * @text: an SKU or a barcode
 * @id: (out): whose it is, 0 for nobody's
 * @error: return location
 *
 * Finds by one of the two alone.
 */
gboolean
sedia_product_find_by (SediaDb     *db,
                       const char  *statement,
                       const char  *text,
                       gint64      *id,
                       GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);
  SediaStep step;

  *id = 0;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, text);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    *id = sedia_stmt_int64 (stmt, 0);

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_product_find:
 * @db: a connection
 * @sku_or_barcode: what was typed or scanned
 * @product_id: (out): the product, 0 when there is none
 * @error: return location
 *
 * Finds a product by its SKU, else by one of its barcodes.
 */
gboolean
sedia_product_find (SediaDb     *db,
                    const char  *sku_or_barcode,
                    gint64      *product_id,
                    GError     **error)
{
  if (!sedia_product_find_by (db, "product-by-sku", sku_or_barcode, product_id, error))
    return FALSE;

  return *product_id != 0 ||
         sedia_product_find_by (db, "product-by-barcode", sku_or_barcode, product_id, error);
}

/* ---- saving */

static void
bind_product (SediaStmt          *stmt,
              const SediaProduct *product)
{
  sedia_stmt_bind_text (stmt, 1, product->sku);
  sedia_stmt_bind_text (stmt, 2, product->name);
  sedia_stmt_bind_text (stmt, 3,
                        product->unit != NULL && *product->unit != '\0' ? product->unit : "pcs");
  sedia_stmt_bind_int64 (stmt, 4, product->decimals);
  sedia_stmt_bind_optional (stmt, 5, product->pack, 0);
  sedia_stmt_bind_text (stmt, 6, product->category != NULL ? product->category : "");
  sedia_stmt_bind_id (stmt, 7, product->supplier_id);
  sedia_stmt_bind_optional (stmt, 8, product->price, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 9, product->cost, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 10, product->minimum, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 11, product->maximum, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_optional (stmt, 12, product->moq, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_text (stmt, 13, sedia_backorder_policy_to_string (product->backorder));
  sedia_stmt_bind_optional (stmt, 14, product->backorder_limit, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_int64 (stmt, 15, product->allow_negative);
  sedia_stmt_bind_text (stmt, 16, product->note != NULL ? product->note : "");
  sedia_stmt_bind_int64 (stmt, 17, product->archived);
  sedia_stmt_bind_optional (stmt, 18, product->backorder_wait, 0);
  sedia_stmt_bind_optional (stmt, 19, product->backorder_deposit, 0);
  sedia_stmt_bind_text (stmt, 20, product->backorder_why != NULL ? product->backorder_why : "");
}

/**
 * sedia_product_write: Writes the row of a product that has been checked, and nothing else; the id
 * of a new one is set.
 */
gboolean
sedia_product_write (SediaDb       *db,
                     SediaProduct  *product,
                     GError       **error)
{
  const gboolean is_new = product->id == 0;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, is_new ? "product-insert" : "product-update",
                                                 error);

  if (stmt == NULL)
    return FALSE;

  bind_product (stmt, product);
  if (is_new)
    {
      sedia_stmt_bind_int64 (stmt, 21, sedia_db_operation (db)->id);
      return sedia_stmt_run_id (stmt, &product->id, error);
    }

  sedia_stmt_bind_int64 (stmt, 21, product->id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
insert_barcode (SediaDb       *db,
                SediaProduct  *product,
                const char    *code,
                GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "barcode-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  sedia_stmt_bind_text (stmt, 2, code);
  sedia_stmt_bind_int64 (stmt, 3, sedia_db_operation (db)->id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
is_wanted (SediaProduct *product,
           const char   *code)
{
  return product->barcodes != NULL &&
         g_strv_contains ((const char *const *) product->barcodes, code);
}

/* Barcodes no longer wanted go, new ones come, the others are not touched. */
static gboolean
write_barcodes (SediaDb       *db,
                SediaProduct  *product,
                GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "barcode-list", error);
  g_autoptr (GArray) unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 id = sedia_stmt_int64 (stmt, 0);

      if (is_wanted (product, sedia_stmt_text (stmt, 1)))
        g_hash_table_add (written, sedia_stmt_dup_text (stmt, 1));
      else
        g_array_append_val (unwanted, id);
    }
  if (step == SEDIA_STEP_ERROR)
    return FALSE;

  for (guint i = 0; i < unwanted->len; i++)
    if (!sedia_db_run (db, error, "barcode-delete", 1, g_array_index (unwanted, gint64, i)))
      return FALSE;

  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    {
      const char *code = g_strstrip (product->barcodes[i]);

      if (*code == '\0' || !g_hash_table_add (written, g_strdup (code)))
        continue;
      if (!insert_barcode (db, product, code, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_product_save:
 * @db: the writing connection, in an operation
 * @product: a product; id 0 adds it and is set
 * @error: return location
 *
 * Writes all fields and barcodes of a product. The balances in it are ignored.
 */
gboolean
sedia_product_save (SediaDb       *db,
                    SediaProduct  *product,
                    GError       **error)
{
  g_autoptr (GError) problem = NULL;

  if (!sedia_product_check (db, product, NULL, error))
    return FALSE;

  g_strstrip (product->sku);
  g_strstrip (product->name);
  if (!sedia_product_write (db, product, &problem))
    {
      sedia_product_explain (product->sku, &problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return write_barcodes (db, product, error) &&
         sedia_operation_set_subject (db, product->sku, error);
}
