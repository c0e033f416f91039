/* What a list shows. */
#include "config.h"

#include "sedia-query.h"

static const char *const sort_names[] = {
  [SEDIA_SORT_DEFAULT] = "default",
  [SEDIA_SORT_SKU] = "sku",
  [SEDIA_SORT_NAME] = "name",
  [SEDIA_SORT_ON_HAND] = "on-hand",
  [SEDIA_SORT_RESERVED] = "reserved",
  [SEDIA_SORT_FREE] = "free",
  [SEDIA_SORT_WAITING] = "waiting",
  [SEDIA_SORT_STATE] = "state",
  [SEDIA_SORT_CUSTOMER] = "customer",
  [SEDIA_SORT_PRODUCT] = "product",
  [SEDIA_SORT_OPEN] = "open",
  [SEDIA_SORT_SINCE] = "since",
  [SEDIA_SORT_NEED_BY] = "need-by",
  [SEDIA_SORT_NUMBER] = "number",
  [SEDIA_SORT_SUPPLIER] = "supplier",
  [SEDIA_SORT_AT] = "at",
  [SEDIA_SORT_EXPECTED] = "expected",
};

/**
 * sedia_query_new: (transfer full) everything of a kind, in its default order.
 */
SediaQuery *
sedia_query_new (SediaListKind kind)
{
  SediaQuery *query = g_new0 (SediaQuery, 1);

  query->kind = kind;
  return query;
}

/**
 * sedia_query_copy: (transfer full) the same query.
 */
SediaQuery *
sedia_query_copy (const SediaQuery *query)
{
  SediaQuery *copy = g_new (SediaQuery, 1);

  *copy = *query;
  copy->search = g_strdup (query->search);
  copy->lines = query->lines != NULL ? g_array_ref (query->lines) : NULL;

  return copy;
}

/**
 * sedia_query_free: Frees a query.
 */
void
sedia_query_free (SediaQuery *query)
{
  if (query == NULL)
    return;

  g_free (query->search);
  g_clear_pointer (&query->lines, g_array_unref);
  g_free (query);
}

/**
 * sedia_query_equal: Whether both show the same.
 */
gboolean
sedia_query_equal (const SediaQuery *a,
                   const SediaQuery *b)
{
  const char *search_a = a->search != NULL ? a->search : "";
  const char *search_b = b->search != NULL ? b->search : "";

  return a->kind == b->kind && a->filter == b->filter && a->sort == b->sort &&
         !a->descending == !b->descending && a->grouping == b->grouping &&
         g_str_equal (search_a, search_b) && a->of == b->of &&
         a->lines == b->lines;
}

/**
 * sedia_sort_to_string: The key of a column.
 */
const char *
sedia_sort_to_string (SediaSort sort)
{
  g_return_val_if_fail (sort < G_N_ELEMENTS (sort_names), "default");

  return sort_names[sort];
}

/**
 * sedia_sort_from_string: The column with this key; the default order for an unknown one.
 */
SediaSort
sedia_sort_from_string (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_strcmp0 (sort_names[i], text) == 0)
      return (SediaSort) i;

  return SEDIA_SORT_DEFAULT;
}
