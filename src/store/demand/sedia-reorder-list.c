/* What to order now, of everything the shop sells: worked out when it is looked at, never kept. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-id-set.h"
#include "sedia-reads.h"
#include "sedia-reorder-read.h"

#include <glib/gi18n.h>

/**
 * sedia_reorder_free: Frees what is suggested for a product.
 */
void
sedia_reorder_free (SediaReorder *reorder)
{
  if (reorder == NULL)
    return;

  sedia_product_free (reorder->product);
  g_free (reorder);
}

/**
 * sedia_reorder_of:
 * @db: a connection
 * @product: a product with its balances
 * @forecast: what it is likely to be asked for
 * @is_suggested: (out): whether it should be ordered
 * @suggestion: (out): how much, and why
 * @error: return location
 *
 * What sedia_reorder_list() says of one product.
 *
 * Returns: whether it could be read
 */
gboolean
sedia_reorder_of (SediaDb              *db,
                  const SediaProduct   *product,
                  const SediaForecast  *forecast,
                  gboolean             *is_suggested,
                  SediaSuggestion      *suggestion,
                  GError              **error)
{
  g_autoptr (SediaReorderReader) reader = sedia_reorder_reader_new (db, 0);

  return sedia_reorder_reader_suggest (reader, product, forecast, is_suggested, suggestion, error);
}

/* Two suppliers of one name stay apart. */
static int
compare_suppliers (gconstpointer a,
                   gconstpointer b)
{
  const SediaProduct *first = (*(const SediaReorder *const *) a)->product;
  const SediaProduct *second = (*(const SediaReorder *const *) b)->product;
  int by_name;

  if (first->supplier == NULL || second->supplier == NULL)
    return (first->supplier == NULL) - (second->supplier == NULL);
  if ((by_name = g_utf8_collate (first->supplier, second->supplier)) != 0)
    return by_name;

  return (first->supplier_id > second->supplier_id) - (first->supplier_id < second->supplier_id);
}

/* By name; nobody asks for their barcodes here. */
static GPtrArray *
read_products (SediaDb  *db,
               GError  **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) ids = sedia_list_spine (db, query, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

/* Takes the product out of the list. */
static gboolean
add (GPtrArray              *list,
     GPtrArray              *products,
     guint                   i,
     SediaReorderReader     *reader,
     const SediaSuggestion  *suggestion,
     GError                **error)
{
  const SediaProduct *product = g_ptr_array_index (products, i);
  SediaReorder *reorder;
  gint64 least_value;

  if (!sedia_reorder_reader_least_value (reader, product->supplier_id, &least_value, error))
    return FALSE;

  reorder = g_new (SediaReorder, 1);
  reorder->product = g_steal_pointer (&g_ptr_array_index (products, i));
  reorder->suggestion = *suggestion;
  reorder->least_value = least_value;
  g_ptr_array_add (list, reorder);

  return TRUE;
}

/**
 * sedia_reorder_list_also:
 * @db: a connection
 * @today: as seen on this day
 * @also: (nullable) (element-type gint64): a set of products that are listed even
 *   when nothing of them is suggested
 * @error: return location
 *
 * Rule 8: suggestions are a view of what there is; asking twice suggests nothing new. The levels
 * are the owner's, else those of the forecast where it is known how long a delivery takes: from the
 * supplier's past deliveries, else as it states.
 *
 * Returns: (transfer full) (nullable) (element-type SediaReorder): products to order, by supplier
 *   and name; those without a supplier last
 */
GPtrArray *
sedia_reorder_list_also (SediaDb      *db,
                         int           today,
                         GHashTable   *also,
                         GError      **error)
{
  g_autoptr (GPtrArray) products = read_products (db, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_reorder_free);
  g_autoptr (SediaReorderReader) reader = sedia_reorder_reader_new (db, today);

  if (products == NULL)
    return NULL;

  for (guint i = 0; i < products->len; i++)
    {
      const SediaProduct *product = g_ptr_array_index (products, i);
      const gboolean is_along = also != NULL && sedia_id_set_has (also, product->id);
      SediaSuggestion suggestion;
      gboolean is_suggested;

      if (!sedia_reorder_reader_look (reader, product, is_along, &is_suggested, &suggestion,
                                      error) ||
          ((is_suggested || is_along) && !add (list, products, i, reader, &suggestion, error)))
        return NULL;
    }
  g_ptr_array_sort (list, compare_suppliers);

  return g_steal_pointer (&list);
}

/**
 * sedia_reorder_list: What sedia_reorder_list_also() lists without further products.
 */
GPtrArray *
sedia_reorder_list (SediaDb  *db,
                    int       today,
                    GError  **error)
{
  return sedia_reorder_list_also (db, today, NULL, error);
}

/* ---- filling up */

/* Everything a supplier brings, with its levels; what is suggested and what is not. */
static GPtrArray *
read_brought (SediaDb             *db,
              SediaReorderReader  *reader,
              gint64               supplier_id,
              GError             **error)
{
  g_autoptr (GPtrArray) products = read_products (db, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_reorder_free);

  if (products == NULL)
    return NULL;

  for (guint i = 0; i < products->len; i++)
    {
      const SediaProduct *product = g_ptr_array_index (products, i);
      SediaSuggestion suggestion;
      gboolean is_suggested;

      if (product->supplier_id != supplier_id)
        continue;
      if (!sedia_reorder_reader_look (reader, product, TRUE, &is_suggested, &suggestion, error) ||
          !add (list, products, i, reader, &suggestion, error))
        return NULL;
    }

  return g_steal_pointer (&list);
}

static gint64
amount_of (GArray *amounts,
           gint64  product_id)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      if (amount->product_id == product_id)
        return amount->quantity;
    }

  return 0;
}

/* What is neither suggested nor taken along leaves the list. */
static void
take_amounts (GPtrArray *list,
              GArray    *lines,
              GArray    *amounts)
{
  g_array_set_size (amounts, 0);
  for (guint i = list->len; i > 0; i--)
    {
      const SediaReorderLine *line = &g_array_index (lines, SediaReorderLine, i - 1);
      const SediaAmount amount = { line->product->id, line->quantity };

      if (line->quantity > 0)
        g_array_prepend_val (amounts, amount);
      else if (line->suggestion->suggested == 0)
        g_ptr_array_remove_index (list, i - 1);
    }
}

/**
 * sedia_reorder_fill:
 * @db: a connection
 * @supplier_id: a supplier
 * @amounts: (element-type SediaAmount) (inout): what is to be ordered of what it brings; in the
 *   end, what makes the order worth as much as it takes
 * @today: as seen on this day
 * @error: return location
 *
 * Fills an order up to the least it has to be worth: see sedia_reorder_fill_up(). When it cannot be
 * done, that is refused in a sentence.
 *
 * Returns: (transfer full) (nullable) (element-type SediaReorder): what is suggested of the
 *   supplier's products, and what is taken along, by name
 */
GPtrArray *
sedia_reorder_fill (SediaDb  *db,
                    gint64    supplier_id,
                    GArray   *amounts,
                    int       today,
                    GError  **error)
{
  g_autoptr (SediaReorderReader) reader = sedia_reorder_reader_new (db, today);
  g_autoptr (GPtrArray) list = read_brought (db, reader, supplier_id, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaReorderLine));
  gint64 least_value;

  if (list == NULL ||
      !sedia_reorder_reader_least_value (reader, supplier_id, &least_value, error))
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);
      const SediaReorderLine line = { reorder->product, &reorder->suggestion,
                                      amount_of (amounts, reorder->product->id) };

      g_array_append_val (lines, line);
    }
  if (least_value != SEDIA_NO_AMOUNT &&
      !sedia_reorder_fill_up ((SediaReorderLine *) (gpointer) lines->data, lines->len, least_value))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                           _("Even a year of all that this supplier brings, as far as its cost is "
                             "known, is worth less than the least it takes."));
      return NULL;
    }
  take_amounts (list, lines, amounts);

  return g_steal_pointer (&list);
}
