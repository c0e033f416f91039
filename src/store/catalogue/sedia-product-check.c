/* What can be wrong with a product, and with which of its fields: asked by a form before it saves,
 * and by every command that writes one.
 */
#include "config.h"

#include "sedia-product-check.h"

#include "sedia-catalogue.h"
#include "sedia-number.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

#define LARGEST_PACK 1000000
#define MOST_WAIT 3650u /* days */

/* The field is told by the place it is noted at; a caller that does not ask gives none. */
static gboolean
blame (SediaProductField *field,
       SediaProductField  which)
{
  if (field != NULL)
    *field = which;

  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped == NULL || *stripped == '\0';
}

/* ---- what the product says itself */

static gboolean
check_words (const SediaProduct  *product,
             SediaProductField   *field,
             GError             **error)
{
  if (is_blank (product->sku))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("A product needs a SKU."));
      return blame (field, SEDIA_PRODUCT_SKU);
    }
  if (is_blank (product->name))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("Product %s needs a name."),
                   product->sku);
      return blame (field, SEDIA_PRODUCT_NAME);
    }

  return TRUE;
}

static gboolean
is_amount (gint64 amount)
{
  return amount == SEDIA_NO_AMOUNT || (amount >= 0 && amount <= SEDIA_QUANTITY_MAX);
}

/* What is wrong with a figure of the product, NULL when they are all possible. */
static char *
dup_wrong_amount (const SediaProduct *product,
                  SediaProductField  *which)
{
  *which = SEDIA_PRODUCT_PRICE;
  if (!is_amount (product->price))
    return g_strdup_printf (_("The price of product %s is below zero or too large."), product->sku);
  *which = SEDIA_PRODUCT_COST;
  if (!is_amount (product->cost))
    return g_strdup_printf (_("The cost of product %s is below zero or too large."), product->sku);
  *which = SEDIA_PRODUCT_MINIMUM;
  if (!is_amount (product->minimum))
    return g_strdup_printf (_("The minimum of product %s is below zero or too large."),
                            product->sku);
  *which = SEDIA_PRODUCT_MAXIMUM;
  if (!is_amount (product->maximum))
    return g_strdup_printf (_("The maximum of product %s is below zero or too large."),
                            product->sku);
  *which = SEDIA_PRODUCT_MOQ;
  if (!is_amount (product->moq))
    return g_strdup_printf (_("The minimum order of product %s is below zero or too large."),
                            product->sku);
  *which = SEDIA_PRODUCT_BACKORDER_LIMIT;
  if (!is_amount (product->backorder_limit))
    return g_strdup_printf (_("The backorder limit of product %s is below zero or too large."),
                            product->sku);
  *which = SEDIA_PRODUCT_BACKORDER_WAIT;
  if (product->backorder_wait > MOST_WAIT)
    return g_strdup_printf (_("Customers cannot be made to wait for product %s longer than %u "
                              "days."),
                            product->sku, MOST_WAIT);
  *which = SEDIA_PRODUCT_BACKORDER_DEPOSIT;
  if (product->backorder_deposit > 100)
    return g_strdup_printf (_("The deposit for product %s is more than all of its price."),
                            product->sku);

  return NULL;
}

/**
 * sedia_product_check_figures:
 * @product: a product with an SKU
 * @field: (out) (optional): the field that is wrong
 * @error: return location for a sentence
 *
 * Returns: whether its figures are possible, each and together
 */
gboolean
sedia_product_check_figures (const SediaProduct  *product,
                             SediaProductField   *field,
                             GError             **error)
{
  SediaProductField which;
  g_autofree char *wrong = NULL;

  if (product->decimals > SEDIA_DECIMALS_MAX)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("Product %s cannot have %u decimals; 3 is the most."), product->sku,
                   product->decimals);
      return blame (field, SEDIA_PRODUCT_DECIMALS);
    }
  if (product->pack < 0 || product->pack > LARGEST_PACK)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("A pack of product %s must hold between 1 and 1000000 whole units."),
                   product->sku);
      return blame (field, SEDIA_PRODUCT_PACK);
    }
  if ((wrong = dup_wrong_amount (product, &which)) != NULL)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, wrong);
      return blame (field, which);
    }
  if (product->minimum != SEDIA_NO_AMOUNT && product->maximum != SEDIA_NO_AMOUNT &&
      product->minimum > product->maximum)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("The minimum of product %s is above its maximum; raise the maximum or lower "
                     "the minimum."),
                   product->sku);
      return blame (field, SEDIA_PRODUCT_MINIMUM);
    }

  return TRUE;
}

/* ---- what other products say to it */

static gboolean
check_sku (SediaDb             *db,
           const SediaProduct  *product,
           SediaProductField   *field,
           GError             **error)
{
  g_autofree char *sku = g_strstrip (g_strdup (product->sku));
  g_autoptr (SediaProduct) other = NULL;
  gint64 same_sku;

  if (!sedia_product_find_by (db, "product-by-sku", sku, &same_sku, error))
    return FALSE;
  if (same_sku == 0 || same_sku == product->id)
    return TRUE;
  if (!(other = sedia_product_read (db, same_sku, error)))
    return FALSE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               other->archived ? _("There is an archived product with the SKU “%s”; take it out of "
                                   "the archive or choose another SKU.")
                               : _("There is a product with the SKU “%s” already; choose another "
                                   "SKU or edit that product."),
               sku);
  return blame (field, SEDIA_PRODUCT_SKU);
}

/**
 * sedia_barcode_check:
 * @db: a connection
 * @code: a barcode, as typed or scanned
 * @product_id: who is to have it, 0 for a new product
 * @error: return location for a sentence that names whose it is
 *
 * Returns: whether the product can have the barcode
 */
gboolean
sedia_barcode_check (SediaDb     *db,
                     const char  *code,
                     gint64       product_id,
                     GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (code));
  g_autoptr (SediaProduct) other = NULL;
  gint64 owner;

  if (!sedia_product_find_by (db, "product-by-barcode", stripped, &owner, error))
    return FALSE;
  if (owner == 0 || owner == product_id)
    return TRUE;
  if (!(other = sedia_product_read (db, owner, error)))
    return FALSE;

  /* Translators: a barcode, then name and SKU of the product that has it. */
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("The barcode %s belongs to %s (%s) already; take it away there first."), stripped,
               other->name, other->sku);
  return FALSE;
}

static gboolean
check_barcodes (SediaDb             *db,
                const SediaProduct  *product,
                SediaProductField   *field,
                GError             **error)
{
  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    if (!sedia_barcode_check (db, product->barcodes[i], product->id, error))
      return blame (field, SEDIA_PRODUCT_BARCODES);

  return TRUE;
}

/* ---- what was done with it */

static void
set_fixed (SediaProductField   which,
           const char         *sku,
           GError            **error)
{
  if (which == SEDIA_PRODUCT_PACK)
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
  set_fixed (is_pack ? SEDIA_PRODUCT_PACK : SEDIA_PRODUCT_DECIMALS, sku, error);
}

/**
 * sedia_product_read_fixed:
 * @db: a connection
 * @product_id: a product
 * @fixed: (out): what of it cannot change now
 * @error: return location
 *
 * The schema has the last word about both: it also looks at lines that are closed long since.
 */
gboolean
sedia_product_read_fixed (SediaDb            *db,
                          gint64              product_id,
                          SediaProductFixed  *fixed,
                          GError            **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "product-fixed", error);

  *fixed = (SediaProductFixed) { FALSE, FALSE };
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  fixed->pack = sedia_stmt_int64 (stmt, 0) != 0;
  fixed->decimals = sedia_stmt_int64 (stmt, 1) != 0;
  return TRUE;
}

/**
 * sedia_product_check_fixed:
 * @db: a connection
 * @before: a product as it is
 * @after: as it shall be
 * @field: (out) (optional): the field that cannot change
 * @error: return location for a sentence
 *
 * Returns: whether pack and decimals may change like that
 */
gboolean
sedia_product_check_fixed (SediaDb             *db,
                           const SediaProduct  *before,
                           const SediaProduct  *after,
                           SediaProductField   *field,
                           GError             **error)
{
  const gboolean is_packed = before->pack != after->pack;
  const gboolean is_finer = before->decimals != after->decimals;
  SediaProductFixed fixed;

  if (!is_packed && !is_finer)
    return TRUE;
  if (!sedia_product_read_fixed (db, after->id, &fixed, error))
    return FALSE;
  if ((!is_packed || !fixed.pack) && (!is_finer || !fixed.decimals))
    return TRUE;

  blame (field, is_packed && fixed.pack ? SEDIA_PRODUCT_PACK : SEDIA_PRODUCT_DECIMALS);
  set_fixed (is_packed && fixed.pack ? SEDIA_PRODUCT_PACK : SEDIA_PRODUCT_DECIMALS, before->sku,
             error);
  return FALSE;
}

static gboolean
check_known (SediaDb             *db,
             const SediaProduct  *product,
             SediaProductField   *field,
             GError             **error)
{
  g_autoptr (SediaProduct) known = NULL;

  if (product->id == 0)
    return TRUE;

  known = sedia_product_read (db, product->id, error);
  return known != NULL && sedia_product_check_fixed (db, known, product, field, error);
}

/**
 * sedia_product_check:
 * @db: a connection
 * @product: a product that is to be written; id 0 for a new one
 * @field: (out) (optional): the field that is wrong; %SEDIA_N_PRODUCT_FIELDS when it is none
 * @error: return location for a sentence
 *
 * Looks whether sedia_product_save() would take the product. Nothing is written.
 */
gboolean
sedia_product_check (SediaDb             *db,
                     const SediaProduct  *product,
                     SediaProductField   *field,
                     GError             **error)
{
  blame (field, SEDIA_N_PRODUCT_FIELDS);

  return check_words (product, field, error) &&
         sedia_product_check_figures (product, field, error) &&
         check_sku (db, product, field, error) && check_barcodes (db, product, field, error) &&
         check_known (db, product, field, error);
}
