/* Products: saving, reading, finding. */
#include "config.h"

#include "sedia-catalogue.h"

#include "sedia-commands.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

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

static gboolean
find_by (SediaDb     *db,
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
  if (!find_by (db, "product-by-sku", sku_or_barcode, product_id, error))
    return FALSE;

  return *product_id != 0 || find_by (db, "product-by-barcode", sku_or_barcode, product_id, error);
}

/* ---- saving */

static gboolean
is_amount (gint64 amount)
{
  return amount == SEDIA_NO_AMOUNT || (amount >= 0 && amount <= SEDIA_QUANTITY_MAX);
}

/* What is wrong with a figure of the product, NULL when they are all possible. */
static char *
wrong_amount (const SediaProduct *product)
{
  if (!is_amount (product->price))
    return g_strdup_printf (_("The price of product %s is below zero or too large."), product->sku);
  if (!is_amount (product->cost))
    return g_strdup_printf (_("The cost of product %s is below zero or too large."), product->sku);
  if (!is_amount (product->minimum))
    return g_strdup_printf (_("The minimum of product %s is below zero or too large."),
                            product->sku);
  if (!is_amount (product->maximum))
    return g_strdup_printf (_("The maximum of product %s is below zero or too large."),
                            product->sku);
  if (!is_amount (product->moq))
    return g_strdup_printf (_("The minimum order of product %s is below zero or too large."),
                            product->sku);
  if (!is_amount (product->backorder_limit))
    return g_strdup_printf (_("The backorder limit of product %s is below zero or too large."),
                            product->sku);

  return NULL;
}

static gboolean
refuse_same_sku (SediaDb       *db,
                 SediaProduct  *product,
                 gint64         same_sku,
                 GError       **error)
{
  g_autoptr (SediaProduct) other = sedia_product_read (db, same_sku, error);

  if (other == NULL)
    return FALSE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               other->archived ? _("There is an archived product with the SKU “%s”; take it out of "
                                   "the archive or choose another SKU.")
                               : _("There is a product with the SKU “%s” already; choose another "
                                   "SKU or edit that product."),
               product->sku);
  return FALSE;
}

static gboolean
check_product (SediaDb       *db,
               SediaProduct  *product,
               GError       **error)
{
  g_autofree char *wrong = NULL;
  gint64 same_sku;

  if (product->sku == NULL || *g_strstrip (product->sku) == '\0')
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("A product needs a SKU."));
      return FALSE;
    }
  if (product->name == NULL || *g_strstrip (product->name) == '\0')
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("Product %s needs a name."),
                   product->sku);
      return FALSE;
    }
  if (product->decimals > SEDIA_DECIMALS_MAX)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("Product %s cannot have %u decimals; 3 is the most."), product->sku,
                   product->decimals);
      return FALSE;
    }
  if (product->pack < 0 || product->pack > 1000000)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("A pack of product %s must hold between 1 and 1000000 whole units."),
                   product->sku);
      return FALSE;
    }
  if ((wrong = wrong_amount (product)) != NULL)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, wrong);
      return FALSE;
    }
  if (product->minimum != SEDIA_NO_AMOUNT && product->maximum != SEDIA_NO_AMOUNT &&
      product->minimum > product->maximum)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("The minimum of product %s is above its maximum; raise the maximum or lower "
                     "the minimum."),
                   product->sku);
      return FALSE;
    }

  if (!find_by (db, "product-by-sku", product->sku, &same_sku, error))
    return FALSE;
  if (same_sku != 0 && same_sku != product->id)
    return refuse_same_sku (db, product, same_sku, error);

  return TRUE;
}

/**
 * sedia_product_explain: What the schema refused about a product, in words.
 */
void
sedia_product_explain (const char  *sku,
                       GError     **error)
{
  const gboolean is_pack = g_str_equal ((*error)->message, "sedia: pack in use");

  if (!is_pack && !g_str_equal ((*error)->message, "sedia: decimals in use"))
    return;

  g_clear_error (error);
  if (is_pack)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("The pack size of product %s cannot change while orders or deliveries for it "
                   "are open."),
                 sku);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("The decimals of product %s cannot change once it has moved, or was ordered or "
                   "asked for."),
                 sku);
}

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
}

static gboolean
write_product (SediaDb       *db,
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
      sedia_stmt_bind_int64 (stmt, 18, sedia_db_operation (db)->id);
      return sedia_stmt_run_id (stmt, &product->id, error);
    }

  sedia_stmt_bind_int64 (stmt, 18, product->id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
insert_barcode (SediaDb       *db,
                SediaProduct  *product,
                const char    *code,
                GError       **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  gint64 owner;

  if (!find_by (db, "product-by-barcode", code, &owner, error))
    return FALSE;
  if (owner != 0)
    {
      g_autoptr (SediaProduct) other = sedia_product_read (db, owner, NULL);

      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("The barcode %s belongs to product %s already; take it away there first."),
                   code, other != NULL ? other->sku : "");
      return FALSE;
    }

  if (!(stmt = sedia_db_prepare (db, "barcode-insert", error)))
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
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) kept = NULL;
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product->id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 id = sedia_stmt_int64 (stmt, 0);

      if (is_wanted (product, sedia_stmt_text (stmt, 1)))
        g_strv_builder_add (builder, sedia_stmt_text (stmt, 1));
      else
        g_array_append_val (unwanted, id);
    }
  if (step == SEDIA_STEP_ERROR)
    return FALSE;

  for (guint i = 0; i < unwanted->len; i++)
    if (!sedia_db_run (db, error, "barcode-delete", 1, g_array_index (unwanted, gint64, i)))
      return FALSE;

  kept = g_strv_builder_end (builder);
  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    {
      const char *code = g_strstrip (product->barcodes[i]);

      if (*code == '\0' || g_strv_contains ((const char *const *) kept, code))
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

  if (!check_product (db, product, error))
    return FALSE;

  if (!write_product (db, product, &problem))
    {
      sedia_product_explain (product->sku, &problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return write_barcodes (db, product, error) &&
         sedia_operation_set_subject (db, product->sku, error);
}
