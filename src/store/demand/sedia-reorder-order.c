/* Putting what to order into draft purchases, one for each supplier. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-number.h"
#include "sedia-reads.h"
#include "sedia-reorder-read.h"

#include <glib/gi18n.h>

/* ---- what is suggested */

static gboolean
is_chosen (const SediaReorder *reorder,
           GArray             *product_ids)
{
  if (product_ids == NULL)
    return reorder->product->supplier_id != 0;

  for (guint i = 0; i < product_ids->len; i++)
    if (g_array_index (product_ids, gint64, i) == reorder->product->id)
      return TRUE;

  return FALSE;
}

static gboolean
check_supplier (const SediaProduct  *product,
                GError             **error)
{
  if (product->supplier_id != 0)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("Nobody is known to bring %s; give it a supplier first."), product->sku);
  return FALSE;
}

/* A draft of the lines so far; they are forgotten. */
static gboolean
add_draft (SediaDb  *db,
           gint64    supplier_id,
           GArray   *lines,
           GArray   *purchase_ids,
           GError  **error)
{
  const SediaPurchaseDraft draft = { .supplier_id = supplier_id, .is_draft = TRUE,
                                     .expected = SEDIA_NO_DAY, .lines = lines };
  gint64 purchase_id;

  if (lines->len == 0)
    return TRUE;
  if (!sedia_purchase_add (db, &draft, &purchase_id, error))
    return FALSE;

  g_array_append_val (purchase_ids, purchase_id);
  g_array_set_size (lines, 0);

  return TRUE;
}

/**
 * sedia_reorder_order:
 * @db: the writing connection, in an operation
 * @product_ids: (nullable) (element-type gint64): products; %NULL for all that have a supplier
 * @today: as seen on this day
 * @error: return location
 *
 * Puts what sedia_reorder_list() suggests into draft purchases, one for each supplier.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the drafts; empty when nothing is
 *   suggested
 */
GArray *
sedia_reorder_order (SediaDb  *db,
                     GArray   *product_ids,
                     int       today,
                     GError  **error)
{
  g_autoptr (GPtrArray) list = sedia_reorder_list (db, today, error);
  g_autoptr (GArray) purchase_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  gint64 supplier_id = 0;

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);
      const SediaPurchaseLineDraft line = { .product_id = reorder->product->id,
                                            .quantity = reorder->suggestion.suggested,
                                            .price = SEDIA_NO_AMOUNT,
                                            .expected = SEDIA_NO_DAY };

      if (!is_chosen (reorder, product_ids))
        continue;
      if (!check_supplier (reorder->product, error) ||
          (reorder->product->supplier_id != supplier_id &&
           !add_draft (db, supplier_id, lines, purchase_ids, error)))
        return NULL;
      supplier_id = reorder->product->supplier_id;
      g_array_append_val (lines, line);
    }

  return add_draft (db, supplier_id, lines, purchase_ids, error) ? g_steal_pointer (&purchase_ids)
                                                                 : NULL;
}

/* ---- what was chosen */

static gboolean
refuse (GError      **error,
        SediaError    code,
        const char   *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError      **error,
        SediaError    code,
        const char   *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SEDIA_ERROR, code, sentence);

  return FALSE;
}

/* What the supplier will not take as it is; a yes goes on. */
static gboolean
check_takes (const SediaProduct  *product,
             gint64               quantity,
             GError             **error)
{
  const gint64 pack = sedia_reorder_pack (product);
  g_autofree char *amount = sedia_quantity_text (quantity, product->decimals, product->unit);
  g_autofree char *packs = sedia_quantity_text (pack, product->decimals, product->unit);
  g_autofree char *least = NULL;

  if (quantity % pack != 0)
    return refuse (error, SEDIA_ERROR_CONFIRM,
                   _("%s comes in packs of %s; %s is not a whole number of packs."), product->sku,
                   packs, amount);
  if (product->moq == SEDIA_NO_AMOUNT || quantity >= product->moq)
    return TRUE;

  least = sedia_quantity_text (product->moq, product->decimals, product->unit);
  return refuse (error, SEDIA_ERROR_CONFIRM, _("The least order of %s is %s; %s is below it."),
                 product->sku, least, amount);
}

/* Two windows, or a script that runs twice, must not order the same again. */
static gboolean
check_again (SediaDb             *db,
             SediaReorderReader  *reader,
             const SediaProduct  *product,
             GError             **error)
{
  g_autofree char *amount = NULL;
  SediaSuggestion suggestion;
  gboolean is_suggested;
  gint64 drafted;

  if (!sedia_db_value (db, &drafted, error, "demand-drafted", 1, product->id))
    return FALSE;
  if (drafted == 0)
    return TRUE;
  if (!sedia_reorder_reader_look (reader, product, FALSE, &is_suggested, &suggestion, error))
    return FALSE;
  if (is_suggested)
    return TRUE;

  amount = sedia_quantity_text (drafted, product->decimals, product->unit);
  return refuse (error, SEDIA_ERROR_CONFIRM,
                 _("%s of %s is in a draft purchase already, and no more is needed."), amount,
                 product->sku);
}

static gboolean
check_amount (SediaDb             *db,
              SediaReorderReader  *reader,
              const SediaProduct  *product,
              gint64               quantity,
              GError             **error)
{
  if (!check_supplier (product, error))
    return FALSE;
  if (quantity <= 0)
    return refuse (error, SEDIA_ERROR_INVALID, _("The ordered quantity of %s must be above zero."),
                   product->sku);

  return sedia_db_operation (db)->anyway || (check_takes (product, quantity, error) &&
                                             check_again (db, reader, product, error));
}

/* The lines of one supplier. */
static GArray *
find_lines (GHashTable *by_supplier,
            GArray     *supplier_ids,
            gint64      supplier_id)
{
  GArray *lines = g_hash_table_lookup (by_supplier, &supplier_id);

  if (lines != NULL)
    return lines;

  lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  g_hash_table_insert (by_supplier, g_memdup2 (&supplier_id, sizeof supplier_id), lines);
  g_array_append_val (supplier_ids, supplier_id);

  return lines;
}

static gboolean
has_product (GArray *lines,
             gint64  product_id)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, SediaPurchaseLineDraft, i).product_id == product_id)
      return TRUE;

  return FALSE;
}

static gboolean
take_amount (SediaDb             *db,
             SediaReorderReader  *reader,
             const SediaAmount   *amount,
             GHashTable          *by_supplier,
             GArray              *supplier_ids,
             GError             **error)
{
  const SediaPurchaseLineDraft line = { .product_id = amount->product_id,
                                        .quantity = amount->quantity,
                                        .price = SEDIA_NO_AMOUNT,
                                        .expected = SEDIA_NO_DAY };
  g_autoptr (SediaProduct) product = sedia_product_read (db, amount->product_id, error);
  GArray *lines;

  if (product == NULL || !check_amount (db, reader, product, amount->quantity, error))
    return FALSE;

  lines = find_lines (by_supplier, supplier_ids, product->supplier_id);
  if (has_product (lines, product->id))
    return refuse (error, SEDIA_ERROR_INVALID, _("%s stands there twice; say once how much."),
                   product->sku);

  g_array_append_val (lines, line);
  return TRUE;
}

/**
 * sedia_reorder_order_amounts:
 * @db: the writing connection, in an operation
 * @amounts: (element-type SediaAmount): how much of which products, each once
 * @today: as seen on this day
 * @error: return location
 *
 * Puts exactly these amounts into draft purchases, one for each supplier, in the order in which
 * they are first named. What is not a whole number of packs, or below the least order, asks for a
 * yes; and so does what stands in a draft already when no more is needed.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the drafts
 */
GArray *
sedia_reorder_order_amounts (SediaDb  *db,
                             GArray   *amounts,
                             int       today,
                             GError  **error)
{
  g_autoptr (SediaReorderReader) reader = sedia_reorder_reader_new (db, today);
  g_autoptr (GHashTable) by_supplier = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                              (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) supplier_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) purchase_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < amounts->len; i++)
    if (!take_amount (db, reader, &g_array_index (amounts, SediaAmount, i), by_supplier,
                      supplier_ids, error))
      return NULL;

  for (guint i = 0; i < supplier_ids->len; i++)
    {
      const gint64 *id = &g_array_index (supplier_ids, gint64, i);

      if (!add_draft (db, *id, g_hash_table_lookup (by_supplier, id), purchase_ids, error))
        return NULL;
    }

  return g_steal_pointer (&purchase_ids);
}
