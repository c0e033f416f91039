/* The lists of customers and of suppliers, by name until the user asks for another order. */
#include "config.h"

#include "sedia-lists.h"

#define OPEN_LINES "order_line AS l JOIN customer_order AS o ON o.id = l.order_id WHERE l.open > 0"

/* What can be handed over: set aside, and whole where it must be. */
#define CAN_GO \
  "l.reserved > 0 AND (l.waiting = 0 OR l.all_or_nothing = 0)" \
  " AND NOT (o.all_or_nothing = 1 AND EXISTS (SELECT 1 FROM order_line AS w" \
  " WHERE w.order_id = l.order_id AND w.waiting > 0))"

static const char *
customers_filter (SediaFilter filter)
{
  if (filter == SEDIA_FILTER_WAITING)
    return " AND x.id IN (SELECT o.customer_id FROM " OPEN_LINES " AND l.waiting > 0)";
  if (filter == SEDIA_FILTER_READY)
    return " AND x.id IN (SELECT o.customer_id FROM " OPEN_LINES " AND " CAN_GO ")";
  if (filter == SEDIA_FILTER_TOLD) /* as in customer-told; who must be told is left out later */
    return " AND x.id IN (SELECT o.customer_id FROM " OPEN_LINES
           " AND EXISTS (SELECT 1 FROM contact_due AS t"
           " WHERE t.state = 'told' AND t.order_line_id = l.id))";

  return "";
}

/* What a sort adds to the statement: one row for each customer who has any, in w. */
static const char *
customers_join (SediaSort sort)
{
  if (sort == SEDIA_SORT_WAITING)
    return " LEFT JOIN (SELECT o.customer_id AS customer_id, sum (l.waiting > 0) AS n FROM "
           OPEN_LINES " GROUP BY 1) AS w ON w.customer_id = x.id";
  if (sort == SEDIA_SORT_OPEN)
    return " LEFT JOIN (SELECT o.customer_id AS customer_id, count (*) AS n FROM " OPEN_LINES
           " GROUP BY 1) AS w ON w.customer_id = x.id";
  if (sort == SEDIA_SORT_RESERVED)
    return " LEFT JOIN (SELECT o.customer_id AS customer_id, count (*) AS n FROM " OPEN_LINES
           " AND " CAN_GO " GROUP BY 1) AS w ON w.customer_id = x.id";
  if (sort == SEDIA_SORT_AT) /* contacts that stand, as in contact-last */
    return " LEFT JOIN (SELECT ifnull (m.merged_into, m.id) AS customer_id, max (t.at) AS n"
           " FROM contact AS t JOIN customer AS m ON m.id = t.customer_id"
           " WHERE t.reverses IS NULL AND t.stands = 1 GROUP BY 1) AS w ON w.customer_id = x.id";

  return "";
}

/* Name, code, phone and email of a row, against the word bound as $N. */
static void
append_fields (GString    *sql,
               const char *row,
               guint       n)
{
  g_string_append_printf (sql,
                          "instr (lower (%s.name), $%u) > 0 OR instr (%s.phone, $%u) > 0"
                          " OR instr (lower (%s.email), $%u) > 0"
                          " OR instr (lower (ifnull (%s.code, '')), $%u) > 0",
                          row, n, row, n, row, n, row, n);
}

static void
append_search (GString          *sql,
               const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    {
      g_string_append (sql, " AND (");
      append_fields (sql, "x", i + 1);
      g_string_append (sql, ")");
    }
}

/* Customers are also found by the digits of their phone, however it is written. */
static void
append_customer_fields (GString    *sql,
                        const char *row,
                        guint       n)
{
  append_fields (sql, row, n);
  g_string_append_printf (sql,
                          " OR %s.id IN (SELECT k.customer_id FROM customer_key AS k"
                          " WHERE length (ltrim ($%u, '0')) > 2"
                          " AND instr (k.phone, ltrim ($%u, '0')) > 0)",
                          row, n, n);
}

/* ... and by whatever those were called who were merged into them. */
static void
append_customer_search (GString          *sql,
                        const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    {
      g_string_append (sql, " AND (");
      append_customer_fields (sql, "x", i + 1);
      g_string_append (sql, " OR x.id IN (SELECT m.merged_into FROM customer AS m"
                            " WHERE m.merged_into IS NOT NULL AND (");
      append_customer_fields (sql, "m", i + 1);
      g_string_append (sql, ")))");
    }
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
  const char *join = customers_join (query->sort);

  g_string_append_printf (sql, "%s WHERE x.archived = %d%s", join,
                          query->filter == SEDIA_FILTER_ARCHIVED,
                          customers_filter (query->filter));
  append_customer_search (sql, words);
  g_string_append_printf (sql, " ORDER BY %s %s, x.id %s",
                          *join != '\0' ? "ifnull (w.n, 0)" : "x.name COLLATE NOCASE", direction,
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
