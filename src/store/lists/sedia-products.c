/* Products with their stock: for the console, files and completion. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-db.h"
#include "sedia-reads.h"

static GPtrArray *
read_products (SediaDb           *db,
               const SediaQuery  *query,
               GArray            *ids,
               GError           **error)
{
  g_autoptr (GPtrArray) page = sedia_list_page (db, query, (gint64 *) (gpointer) ids->data,
                                                ids->len, error);

  if (page == NULL)
    return NULL;
  for (guint i = 0; i < page->len; i++)
    if (!sedia_product_read_barcodes (db, g_ptr_array_index (page, i), error))
      return NULL;

  return g_steal_pointer (&page);
}

/**
 * sedia_product_list: (transfer full) (element-type SediaProduct) products by name, with their
 * barcodes, without the archived.
 */
GPtrArray *
sedia_product_list (SediaDb     *db,
                    const char  *search,
                    gboolean     only_short,
                    gboolean     only_waiting,
                    GError     **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) spine = NULL;

  query->search = g_strdup (search);
  query->filter = only_short     ? SEDIA_FILTER_SHORT
                  : only_waiting ? SEDIA_FILTER_WAITING
                                 : SEDIA_FILTER_ALL;
  spine = sedia_list_spine (db, query, error);

  return spine != NULL ? read_products (db, query, spine, error) : NULL;
}

/**
 * sedia_product_list_all: (transfer full) (element-type SediaProduct) every product by name, with
 * its barcodes, the archived too.
 */
GPtrArray *
sedia_product_list_all (SediaDb  *db,
                        GError  **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "all-products", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }

  return step == SEDIA_STEP_DONE ? read_products (db, query, ids, error) : NULL;
}

/**
 * sedia_product_complete: (transfer full) (element-type SediaProduct) the first products that fit
 * what was typed: the one with exactly this SKU or barcode, then by name.
 */
GPtrArray *
sedia_product_complete (SediaDb     *db,
                        const char  *typed,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);
  g_autoptr (GArray) ids = NULL;
  gint64 exact;

  query->search = g_strdup (typed);
  if (!sedia_product_find (db, typed, &exact, error) ||
      !(ids = sedia_list_head (db, query, limit, error)))
    return NULL;

  if (exact != 0)
    {
      for (guint i = 0; i < ids->len; i++)
        if (g_array_index (ids, gint64, i) == exact)
          g_array_remove_index (ids, i--);
      g_array_prepend_val (ids, exact);
    }

  return sedia_list_page (db, query, (gint64 *) (gpointer) ids->data, MIN (ids->len, limit), error);
}

/**
 * sedia_category_list: (transfer full) (element-type utf8) the categories of products, each once,
 * in the order of their names.
 */
GPtrArray *
sedia_category_list (SediaDb  *db,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "category-list", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (list, sedia_stmt_dup_text (stmt, 0));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
