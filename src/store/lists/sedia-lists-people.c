/* The lists of customers and of suppliers, by name until the user asks for another order. */
#include "config.h"

#include "sedia-lists.h"

#define OPEN_LINES "order_line AS l JOIN customer_order AS o ON o.id = l.order_id WHERE l.open > 0"

static const char *
customers_filter (SediaFilter filter)
{
  if (filter == SEDIA_FILTER_WAITING)
    return " AND x.id IN (SELECT o.customer_id FROM " OPEN_LINES " AND l.waiting > 0)";
  if (filter == SEDIA_FILTER_READY)
    return " AND x.id IN (SELECT o.customer_id FROM " OPEN_LINES " AND l.reserved > 0)";
  if (filter == SEDIA_FILTER_NOT_TOLD)
    return " AND x.id IN (SELECT o.customer_id FROM contact_due AS d"
           " JOIN order_line AS l ON l.id = d.order_line_id"
           " JOIN customer_order AS o ON o.id = l.order_id WHERE d.state = 'open')";

  return "";
}

static const char *
customers_order (SediaSort sort)
{
  if (sort == SEDIA_SORT_WAITING)
    return "ifnull (w.n, 0)";
  if (sort == SEDIA_SORT_OPEN)
    return "ifnull (w.n_open, 0)";
  if (sort == SEDIA_SORT_AT)
    return "ifnull ((SELECT max (t.at) FROM contact AS t WHERE t.customer_id = x.id), 0)";

  return "x.name COLLATE NOCASE";
}

static void
append_search (GString          *sql,
               const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql,
                            " AND (instr (lower (x.name), $%u) > 0"
                            " OR instr (x.phone, $%u) > 0"
                            " OR instr (lower (x.email), $%u) > 0"
                            " OR instr (lower (ifnull (x.code, '')), $%u) > 0)",
                            i + 1, i + 1, i + 1, i + 1);
}

/**
 * sedia_customers_sql: (transfer full) the statement behind the list of customers.
 */
char *
sedia_customers_sql (const SediaQuery *query,
                     const SediaWords *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT x.id, 0 FROM customer AS x");
  const char *direction = query->descending ? "DESC" : "ASC";

  if (query->sort == SEDIA_SORT_WAITING || query->sort == SEDIA_SORT_OPEN)
    g_string_append (sql, " LEFT JOIN (SELECT o.customer_id AS customer_id,"
                          " sum (l.waiting > 0) AS n, count (*) AS n_open FROM " OPEN_LINES
                          " GROUP BY o.customer_id) AS w ON w.customer_id = x.id");
  g_string_append_printf (sql, " WHERE x.archived = %d%s",
                          query->filter == SEDIA_FILTER_ARCHIVED,
                          customers_filter (query->filter));
  append_search (sql, words);
  g_string_append_printf (sql, " ORDER BY %s %s, x.id %s", customers_order (query->sort), direction,
                          direction);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static const char *
suppliers_order (SediaSort sort)
{
  if (sort == SEDIA_SORT_AT)
    return "ifnull ((SELECT max (d.at) FROM delivery AS d WHERE d.supplier_id = x.id), 0)";
  if (sort == SEDIA_SORT_ON_HAND)
    return "(SELECT count (*) FROM product AS p WHERE p.supplier_id = x.id AND p.archived = 0)";

  return "x.name COLLATE NOCASE";
}

/**
 * sedia_suppliers_sql: (transfer full) the statement behind the list of suppliers.
 */
char *
sedia_suppliers_sql (const SediaQuery *query,
                     const SediaWords *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT x.id, 0 FROM supplier AS x");
  const char *direction = query->descending ? "DESC" : "ASC";

  g_string_append_printf (sql, " WHERE x.archived = %d", query->filter == SEDIA_FILTER_ARCHIVED);
  append_search (sql, words);
  g_string_append_printf (sql, " ORDER BY %s %s, x.id %s", suppliers_order (query->sort), direction,
                          direction);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
