/* The list of customer orders: newest first until the user asks for another order.
 *
 * What is open is found by the index over open lines, which are few; what is done or cancelled is
 * the rest.
 */
#include "config.h"

#include "sedia-lists.h"

#include <inttypes.h>

static const char *
orders_filter (SediaFilter filter)
{
  if (filter == SEDIA_FILTER_WAITING)
    return " AND o.id IN (SELECT order_id FROM order_line WHERE open > 0 AND waiting > 0)";
  if (filter == SEDIA_FILTER_READY)
    return " AND o.id IN (SELECT order_id FROM order_line WHERE open > 0 GROUP BY order_id"
           " HAVING sum (waiting) = 0)";
  if (filter == SEDIA_FILTER_DONE)
    return " AND o.id NOT IN (SELECT order_id FROM order_line WHERE open > 0)"
           " AND EXISTS (SELECT 1 FROM order_line AS d WHERE d.order_id = o.id"
           " AND (d.delivered > 0 OR d.over > 0))";
  if (filter == SEDIA_FILTER_CANCELLED)
    return " AND o.id NOT IN (SELECT order_id FROM order_line WHERE open > 0)"
           " AND NOT EXISTS (SELECT 1 FROM order_line AS d WHERE d.order_id = o.id"
           " AND (d.delivered > 0 OR d.over > 0))";

  return "";
}

static const char *
orders_order (SediaSort sort)
{
  if (sort == SEDIA_SORT_AT)
    return "o.placed_at";
  if (sort == SEDIA_SORT_CUSTOMER)
    return "c.name COLLATE NOCASE";
  if (sort == SEDIA_SORT_NEED_BY)
    return "ifnull ((SELECT min (n.need_by) FROM order_line AS n WHERE n.order_id = o.id"
           " AND n.open > 0), 9999999)";

  return NULL;
}

/* By number, customer, or what was ordered. */
static void
append_search (GString          *sql,
               const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql,
                            " AND (o.id = CAST ($%u AS INTEGER)"
                            " OR instr (lower (c.name), $%u) > 0"
                            " OR instr (c.phone, $%u) > 0"
                            " OR instr (lower (ifnull (o.reference, '')), $%u) > 0"
                            " OR EXISTS (SELECT 1 FROM order_line AS s JOIN product AS p"
                            " ON p.id = s.product_id WHERE s.order_id = o.id"
                            " AND (instr (lower (p.name), $%u) > 0"
                            " OR instr (lower (p.sku), $%u) > 0)))",
                            2 * i + 2, 2 * i + 2, 2 * i + 2, 2 * i + 2, 2 * i + 2, 2 * i + 2);
}

/* Orders that are still being typed: those changed last come first. */
static char *
drafts_sql (const SediaWords *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT -d.id, 0 FROM draft AS d"
                                          " WHERE d.kind = 'order' AND d.hidden = 0");

  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql, " AND instr (lower (d.who), $%u) > 0", 2 * i + 2);
  g_string_append (sql, " ORDER BY d.updated_at DESC, d.id DESC");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * sedia_orders_sql: (transfer full) the statement behind the list of orders.
 */
char *
sedia_orders_sql (const SediaQuery *query,
                  const SediaWords *words,
                  gboolean          drafts)
{
  g_autoptr (GString) sql = g_string_new ("SELECT o.id, 0 FROM customer_order AS o");
  const char *order = orders_order (query->sort);
  const gboolean is_newest_first = query->sort == SEDIA_SORT_DEFAULT || query->descending;
  const char *direction = is_newest_first ? "DESC" : "ASC";

  if (drafts)
    return drafts_sql (words);

  if (words->n_words > 0 || query->sort == SEDIA_SORT_CUSTOMER)
    g_string_append (sql, " JOIN customer AS c ON c.id = o.customer_id");
  g_string_append_printf (sql, " WHERE 1%s", orders_filter (query->filter));
  if (query->of != 0)
    g_string_append_printf (sql, " AND o.customer_id = %" PRId64, query->of);
  append_search (sql, words);

  if (order != NULL)
    g_string_append_printf (sql, " ORDER BY %s %s, o.id %s", order, direction, direction);
  else
    g_string_append_printf (sql, " ORDER BY o.id %s", direction);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
